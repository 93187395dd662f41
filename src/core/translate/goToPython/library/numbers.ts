/** math, math/rand, math/bits, strconv. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { attribute, binary, bool, call, float, int, keyword, name, str, unary } from '../build';
import { gap, simple, type Context, type Value } from '../context';
import { expression } from '../expressions';
import { asNumber } from '../arithmetic';
import { printable } from '../text';
import { constant, onReceiver, plain, type LibraryEntry, type LibraryTable } from './entry';
import { domains } from './domains';
import { signatureOf } from './signatures';
import { filled, templates } from './table';

const infinity = (sign: '' | '-'): py.Expression => call('float', str(`${sign}inf`));

/** `math.Inf(1)` */
const inf: LibraryEntry = {
  type: t.float,
  call(_cx, [sign], node) {
    if (sign?.kind === 'IntLit') return simple(infinity(''), t.float);
    if (sign?.kind === 'UnaryExpr' && sign.op === '-') return simple(infinity('-'), t.float);
    return gap('an infinity whose sign is computed', node);
  },
};

/** `math.IsInf(x, sign)` */
const infinite: LibraryEntry = {
  type: t.bool,
  call(cx, args, node) {
    const [, sign] = args;
    const template =
      sign?.kind === 'IntLit' && sign.value === '0'
        ? 'math::isinf($0)'
        : sign?.kind === 'IntLit'
          ? '$0 == math::inf'
          : sign?.kind === 'UnaryExpr' && sign.op === '-'
            ? '$0 == -math::inf'
            : gap('an infinity whose sign is computed', node);
    return filled(cx, template, signatureOf('math.IsInf')!, args, node);
  },
};

const power = (exponent: number, less = 0): py.Expression =>
  binary(binary(int(2), '**', int(exponent)), '-', int(less));

/** Python's own reading, where nobody sees how an error is worded. */
function loosely(cx: Context, id: 'int' | 'float'): py.Expression | undefined {
  if (!cx.fn.looseParsing) return undefined;
  cx.notes.assume(`numbers that are read have no blanks around them, which ${id}() takes and Go refuses`);
  return name(id);
}

/** The function that reads a number strictly. */
const reader = (cx: Context, id: 'int' | 'float' | 'bool'): py.Expression =>
  cx.out.helper(cx.exceptions.looksIntoNumErrors ? `read_${id}` : `parse_${id}`);

/** A field of a `strconv.NumError`. */
const numErrorField = (id: string, type: Type): LibraryEntry => ({
  type,
  value(cx, node) {
    const error = expression(cx, node.x);
    return { ...error, value: attribute(error.value, id), type };
  },
});

/** Whether what comes of a number that is read is looked at closely: then it is read as strictly as in Go. */
function parsed(strict: (cx: Context, args: readonly go.Expression[]) => py.Expression, type: Type): LibraryEntry {
  return {
    type: t.tuple(type, t.error),
    fails: true,
    call(cx, args) {
      return { before: args.flatMap(arg => expression(cx, arg).before), value: strict(cx, args), type, pure: false };
    },
  };
}

/** math/bits: each function for each size. */
const bits: LibraryTable = Object.assign(
  {},
  ...[
    ['', 64],
    ['8', 8],
    ['16', 16],
    ['32', 32],
    ['64', 64],
  ].map(([suffix, size]) =>
    templates(
      'math/bits',
      {
        [`LeadingZeros${suffix}`]: `${size} - $0.bit_length()`,
        [`Len${suffix}`]: '$0.bit_length()',
        [`OnesCount${suffix}`]: '$0.bit_count()',
        [`Reverse${suffix}`]: `int(format($0, '0${size}b')[::-1], 2)`,
        [`RotateLeft${suffix}`]: `::rotate_left($0, $1, ${size})`,
        [`TrailingZeros${suffix}`]: `($0 & -$0).bit_length() - 1 if $0 else ${size}`,
      },
      { bytesAsNumbers: true },
    ),
  ),
) as LibraryTable;

/** `strconv.ParseInt(s, base, bits)` */
function integer(cx: Context, [s, base, size]: readonly go.Expression[], caller: string): py.Expression {
  if (!s || !base || !size) return gap(`strconv.${caller}`);
  const bits = expression(cx, size).value;
  const isWhole = bits.kind === 'Int' && (bits.value === '64' || bits.value === '0');
  return call(
    reader(cx, 'int'),
    expression(cx, s).value,
    expression(cx, base).value,
    keyword('caller', str(caller)),
    ...(isWhole ? [] : [keyword('bits', bits)]),
    ...(caller === 'ParseUint' ? [keyword('signed', bool(false))] : []),
  );
}

export const numbers: LibraryTable = {
  ...templates('strconv', {
    AppendInt: '$0 + str($1).encode()',
    Unquote: '! ::unquote($0)',
  }),

  ...templates('math/bits', {
    Add64: 'divmod($0 + $1 + $2, 2 ** 64)[::-1]',
    Add32: 'divmod($0 + $1 + $2, 2 ** 32)[::-1]',
    Sub64: '($0 - $1 - $2) % 2 ** 64, int($0 < $1 + $2)',
    Sub32: '($0 - $1 - $2) % 2 ** 32, int($0 < $1 + $2)',
    Div64: 'divmod($0 << 64 | $1, $2)',
    Rem64: '($0 << 64 | $1) % $2',
    Mul32: 'divmod($0 * $1, 2 ** 32)',
    Mul64: 'divmod($0 * $1, 2 ** 64)',
    ReverseBytes16: `int.from_bytes($0.to_bytes(2, 'big'), 'little')`,
    ReverseBytes32: `int.from_bytes($0.to_bytes(4, 'big'), 'little')`,
    ReverseBytes64: `int.from_bytes($0.to_bytes(8, 'big'), 'little')`,
    UintSize: '64',
  }),

  ...templates('math', {
    Abs: 'abs($0)',
    Acos: 'math::acos($0)',
    Acosh: 'math::acosh($0)',
    Asin: 'math::asin($0)',
    Asinh: 'math::asinh($0)',
    Atan: 'math::atan($0)',
    Atan2: 'math::atan2($0, $1)',
    Atanh: 'math::atanh($0)',
    Cbrt: 'math::cbrt($0)',
    Ceil: 'float(math::ceil($0))',
    Copysign: 'math::copysign($0, $1)',
    Cos: 'math::cos($0)',
    Cosh: 'math::cosh($0)',
    Dim: 'max($0 - $1, 0.0)',
    Erf: 'math::erf($0)',
    Exp: 'math::exp($0)',
    Exp2: '2.0 ** $0',
    Expm1: 'math::expm1($0)',
    Float32bits: `struct::unpack('<I', struct::pack('<f', $0))[0]`,
    Float64bits: `struct::unpack('<Q', struct::pack('<d', $0))[0]`,
    Float64frombits: `struct::unpack('<d', struct::pack('<Q', $0))[0]`,
    Floor: 'float(math::floor($0))',
    Frexp: 'math::frexp($0)',
    Gamma: 'math::gamma($0)',
    Hypot: 'math::hypot($0, $1)',
    IsNaN: 'math::isnan($0)',
    Ldexp: 'math::ldexp($0, $1)',
    Log1p: 'math::log1p($0)',
    Max: 'max($0, $1)',
    Min: 'min($0, $1)',
    Mod: 'math::fmod($0, $1)',
    Modf: 'math::modf($0)[::-1]',
    NaN: 'math::nan',
    Pow: 'math::pow($0, $1)',
    Pow10: '10.0 ** $0',
    Remainder: 'math::remainder($0, $1)',
    Round: '::round_away($0)',
    RoundToEven: 'float(round($0))',
    Signbit: 'math::copysign(1.0, $0) < 0',
    Sin: 'math::sin($0)',
    Sincos: 'math::sin($0), math::cos($0)',
    Sinh: 'math::sinh($0)',
    Tan: 'math::tan($0)',
    Tanh: 'math::tanh($0)',
    Trunc: 'float(math::trunc($0))',
  }),
  ...domains,
  'math.IsInf': infinite,
  'math.Inf': inf,
  'math.Pi': constant(t.float, cx => cx.out.member('math', 'pi')),
  'math.E': constant(t.float, cx => cx.out.member('math', 'e')),
  'math.Sqrt2': constant(t.float, cx => call(cx.out.member('math', 'sqrt'), int(2))),
  'math.MaxInt': constant(t.int, () => power(63, 1)),
  'math.MinInt': constant(t.int, () => unary('-', binary(int(2), '**', int(63)))),
  'math.MaxInt64': constant(t.int, () => power(63, 1)),
  'math.MinInt64': constant(t.int, () => unary('-', binary(int(2), '**', int(63)))),
  'math.MaxInt32': constant(t.int, () => power(31, 1)),
  'math.MinInt32': constant(t.int, () => unary('-', binary(int(2), '**', int(31)))),
  'math.MaxUint32': constant(t.int, () => power(32, 1)),
  'math.MaxUint8': constant(t.int, () => int(255)),
  'math.MaxInt16': constant(t.int, () => power(15, 1)),
  'math.MaxInt8': constant(t.int, () => int(127)),
  'math.MaxUint16': constant(t.int, () => power(16, 1)),
  'math.MaxUint64': constant({ kind: 'int', go: 'uint64' }, () => power(64, 1)),
  'math.MaxUint': constant({ kind: 'int', go: 'uint' }, () => power(64, 1)),
  'math.MinInt8': constant(t.int, () => int(-128)),
  'math.MinInt16': constant(t.int, () => unary('-', binary(int(2), '**', int(15)))),
  'math.Ln2': constant(t.float, cx => call(cx.out.member('math', 'log'), int(2))),
  'math.Ln10': constant(t.float, cx => call(cx.out.member('math', 'log'), int(10))),
  'math.Phi': constant(t.float, () => float('1.618033988749895')),
  'math.SqrtPi': constant(t.float, () => float('1.772453850905516')),
  'math.MaxFloat32': constant(t.float, () => float('3.4028234663852886e+38')),
  'math.MaxFloat64': constant(t.float, cx => attribute(cx.out.member('sys', 'float_info'), 'max')),
  'math.SmallestNonzeroFloat64': constant(t.float, () => float('5e-324')),

  ...bits,
  'strconv.Itoa': {
    type: t.str,
    call(cx, [n], node) {
      if (!n) return gap('strconv.Itoa', node);
      const value = asNumber(cx, n);
      return { ...value, value: call('str', value.value), type: t.str };
    },
  },
  'strconv.Atoi': {
    ...parsed((cx, [s]) => call(loosely(cx, 'int') ?? reader(cx, 'int'), expression(cx, s!).value), t.int),
    value: (cx, node) => simple(reader(cx, 'int'), cx.typing.of(node)),
  },
  'strconv.ParseInt': parsed((cx, args) => integer(cx, args, 'ParseInt'), { kind: 'int', go: 'int64' }),
  'strconv.ParseUint': parsed((cx, args) => integer(cx, args, 'ParseUint'), { kind: 'int', go: 'uint64' }),
  'strconv.ParseFloat': parsed(
    (cx, [s]) => call(loosely(cx, 'float') ?? reader(cx, 'float'), expression(cx, s!).value),
    t.float,
  ),
  'strconv.ParseBool': {
    ...parsed((cx, [s]) => call(reader(cx, 'bool'), expression(cx, s!).value), t.bool),
    value: (cx, node) => simple(reader(cx, 'bool'), cx.typing.of(node)),
  },
  'strconv.ErrSyntax': constant(t.error, cx => call(cx.out.helper('InvalidSyntax'))),
  'strconv.ErrRange': constant(t.error, cx => call(cx.out.helper('OutOfRange'))),
  'strconv.NumError.Func': numErrorField('func', t.str),
  'strconv.NumError.Num': numErrorField('num', t.str),
  'strconv.NumError.Err': numErrorField('err', t.error),
  'strconv.NumError.Unwrap': onReceiver(t.error, error => attribute(error, 'err')),
  'strconv.NumError.Error': onReceiver(t.str, error => call('str', error)),
  'strconv.Quote': plain(t.str, ([s], cx) => call(cx.out.helper('quoted'), s!)),
  'strconv.FormatBool': {
    type: t.str,
    call(cx, [b], node) {
      if (!b) return gap('strconv.FormatBool', node);
      const value = expression(cx, b);
      return { ...value, value: printable(cx, value, b).value, type: t.str };
    },
  },
  'strconv.FormatInt': {
    type: t.str,
    call(cx, [n, base], node) {
      const letters: Record<string, string> = { '2': 'b', '8': 'o', '16': 'x' };
      if (!n || !base) return gap('strconv.FormatInt', node);
      const value = asNumber(cx, n);
      if (base.kind === 'IntLit' && base.value === '10')
        return { ...value, value: call('str', value.value), type: t.str };
      const letter = base.kind === 'IntLit' ? letters[base.value] : undefined;
      const radix = asNumber(cx, base);
      if (!letter)
        return {
          ...value,
          before: [...value.before, ...radix.before],
          value: call(cx.out.helper('format_int'), value.value, radix.value),
          type: t.str,
        };
      return { ...value, value: call('format', value.value, str(letter)), type: t.str };
    },
  },
  'strconv.FormatUint': { type: t.str, call: (cx, args, node) => numbers['strconv.FormatInt']!.call!(cx, args, node) },
  'strconv.FormatFloat': {
    type: t.str,
    call(cx, [f, form, precision], node) {
      if (!f || form?.kind !== 'CharLit') return gap('a format that is computed', node);
      const value = expression(cx, f);
      if (precision?.kind === 'IntLit')
        return {
          ...value,
          value: call('format', value.value, str(`.${precision.value}${String.fromCodePoint(form.value)}`)),
          type: t.str,
        };
      return { ...value, value: call(cx.out.helper('float_text'), value.value), type: t.str };
    },
  },
};

/** `func(i, j int) { xs[i], xs[j] = xs[j], xs[i] }` speaks of `xs`. */
export function swappedList(cx: Context, node: go.FuncLit): Value | undefined {
  const [only] = node.body.list;
  if (only?.kind !== 'AssignStmt' || only.lhs.length !== 2 || only.lhs[0]?.kind !== 'IndexExpr') return undefined;
  return expression(cx, only.lhs[0].x);
}
