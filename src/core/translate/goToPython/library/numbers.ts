/** math, math/rand, math/bits, strconv. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { attribute, binary, call, float, int, keyword, method, name, str, unary } from '../build';
import { gap, simple, type Context, type Value } from '../context';
import { expression } from '../expressions';
import { asNumber } from '../arithmetic';
import { printable } from '../text';
import { constant, onReceiver, plain, type LibraryEntry, type LibraryTable } from './entry';

const viaMath = (id: string, type: Type = t.float): LibraryEntry =>
  plain(type, (values, cx) => call(cx.out.member('math', id), ...values), {
    value: cx => simple(cx.out.member('math', id), t.unknown),
  });

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

const power = (exponent: number, less = 0): py.Expression =>
  binary(binary(int(2), '**', int(exponent)), '-', int(less));

/** Python's own reading, where nobody sees how an error is worded. */
function loosely(cx: Context, id: 'int' | 'float'): py.Expression | undefined {
  if (!cx.fn.looseParsing) return undefined;
  cx.notes.assume(`Numbers that are read have no blanks around them, which ${id}() takes and Go refuses.`);
  return name(id);
}

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

export const numbers: LibraryTable = {
  'math.Sqrt': viaMath('sqrt'),
  'math.Pow': plain(t.float, ([x, y], cx) => call(cx.out.member('math', 'pow'), x!, y!)),
  'math.Abs': plain(t.float, ([x]) => call('abs', x!)),
  'math.Floor': plain(t.float, ([x], cx) => call('float', call(cx.out.member('math', 'floor'), x!))),
  'math.Ceil': plain(t.float, ([x], cx) => call('float', call(cx.out.member('math', 'ceil'), x!))),
  'math.Trunc': plain(t.float, ([x], cx) => call('float', call(cx.out.member('math', 'trunc'), x!))),
  // Python's round goes to the even neighbour, Go's away from zero.
  'math.Round': plain(t.float, ([x], cx) => call(cx.out.helper('round_away'), x!)),
  'math.Max': plain(t.float, ([a, b]) => call('max', a!, b!)),
  'math.Min': plain(t.float, ([a, b]) => call('min', a!, b!)),
  'math.Mod': viaMath('fmod'),
  'math.Hypot': viaMath('hypot'),
  'math.Cbrt': viaMath('cbrt'),
  'math.Exp': viaMath('exp'),
  'math.Log': viaMath('log'),
  'math.Log2': viaMath('log2'),
  'math.Log10': viaMath('log10'),
  'math.Sin': viaMath('sin'),
  'math.Cos': viaMath('cos'),
  'math.Tan': viaMath('tan'),
  'math.Asin': viaMath('asin'),
  'math.Acos': viaMath('acos'),
  'math.Atan': viaMath('atan'),
  'math.Atan2': viaMath('atan2'),
  'math.IsNaN': viaMath('isnan', t.bool),
  'math.IsInf': plain(t.bool, ([x], cx) => call(cx.out.member('math', 'isinf'), x!)),
  'math.NaN': plain(t.float, () => call('float', str('nan'))),
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
  'math.MaxFloat64': constant(t.float, cx => attribute(cx.out.member('sys', 'float_info'), 'max')),
  'math.SmallestNonzeroFloat64': constant(t.float, () => float('5e-324')),

  'math/bits.OnesCount': plain(t.int, ([x]) => method(call('bin', x!), 'count', str('1'))),
  'math/bits.OnesCount64': plain(t.int, ([x]) => method(call('bin', x!), 'count', str('1'))),
  'math/bits.Len': plain(t.int, ([x]) => method(x!, 'bit_length')),

  'math/rand.Intn': plain(t.int, ([n], cx) => call(cx.out.member('random', 'randrange'), n!)),
  'math/rand.Int': plain(t.int, (_, cx) => call(cx.out.member('random', 'getrandbits'), int(63))),
  'math/rand.Float64': plain(t.float, (_, cx) => call(cx.out.member('random', 'random'))),
  'math/rand.Perm': plain(t.list(t.int), ([n], cx) => call(cx.out.member('random', 'sample'), call('range', n!), n!)),
  'math/rand.Seed': plain(t.none, ([n], cx) => call(cx.out.member('random', 'seed'), n!)),
  'math/rand.NewSource': plain(t.instance('math/rand.Source'), ([n]) => n!),
  'math/rand.New': plain(t.pointer(t.instance('math/rand.Rand')), ([n], cx) =>
    call(cx.out.member('random', 'Random'), n!),
  ),
  'math/rand.Rand.Intn': onReceiver(t.int, (r, [n]) => method(r, 'randrange', n!)),
  'math/rand.Rand.Float64': onReceiver(t.float, r => method(r, 'random')),
  'math/rand.Shuffle': {
    type: t.none,
    call(cx, [, swap], node) {
      const list = swap?.kind === 'FuncLit' ? swappedList(cx, swap) : undefined;
      return list
        ? { ...list, value: call(cx.out.member('random', 'shuffle'), list.value), type: t.none, pure: false }
        : gap('a shuffle whose swap is not that of one slice', node);
    },
  },

  'strconv.Itoa': {
    type: t.str,
    call(cx, [n], node) {
      if (!n) return gap('strconv.Itoa', node);
      const value = asNumber(cx, n);
      return { ...value, value: call('str', value.value), type: t.str };
    },
  },
  'strconv.Atoi': parsed(
    (cx, [s]) => call(loosely(cx, 'int') ?? cx.out.helper('parse_int'), expression(cx, s!).value),
    t.int,
  ),
  'strconv.ParseInt': parsed(
    (cx, [s, base]) =>
      call(
        cx.out.helper('parse_int'),
        expression(cx, s!).value,
        expression(cx, base!).value,
        keyword('caller', str('ParseInt')),
      ),
    { kind: 'int', go: 'int64' },
  ),
  'strconv.ParseFloat': parsed(
    (cx, [s]) => call(loosely(cx, 'float') ?? cx.out.helper('parse_float'), expression(cx, s!).value),
    t.float,
  ),
  'strconv.ParseBool': parsed((cx, [s]) => call(cx.out.helper('parse_bool'), expression(cx, s!).value), t.bool),
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
      if (!n || base?.kind !== 'IntLit') return gap('a base that is computed', node);
      const value = asNumber(cx, n);
      if (base.value === '10') return { ...value, value: call('str', value.value), type: t.str };
      const letter = letters[base.value] ?? gap('a number in this base', node);
      return { ...value, value: call('format', value.value, str(letter)), type: t.str };
    },
  },
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
