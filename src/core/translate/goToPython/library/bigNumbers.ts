/**
 * math/big: Python's integers have no bound, and fractions are in its library. Go changes such numbers in place, so that
 * what a method changes gets the new value here; a number that may have two names cannot be said.
 */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { equal } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { place } from '../assignments';
import { assign, augAssign, name, tuple } from '../build';
import { gap, isNil, isPredeclared, variableOf, type Context, type Value } from '../context';
import { fittingNumber } from '../arithmetic';
import { expression } from '../expressions';
import type { Variable } from '../symbols';
import type { LibraryEntry, LibraryTable } from './entry';
import { signatureOf } from './signatures';
import { templates } from './table';
import { fillTemplate } from './template';

const isNumber = (type: Type): boolean => {
  const held = type.kind === 'pointer' ? type.to : type;
  return held.kind === 'instance' && /^math\/big\.(Int|Rat)$/.test(held.name);
};

/** Methods that set their receiver, each with the value that it gets. */
const changing: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'math/big.Int': {
    Abs: 'abs($0)',
    Add: '$0 + $1',
    And: '$0 & $1',
    AndNot: '$0 & ~$1',
    Binomial: 'math::comb($0, $1)',
    Div: '$0 // $1',
    Exp: 'pow($0, $1, $2)',
    GCD: 'math::gcd($2, $3)',
    Lsh: '$0 << $1',
    Mod: '$0 % $1',
    ModInverse: '::mod_inverse($0, $1)',
    Mul: '$0 * $1',
    MulRange: 'math::prod(range($0, $1 + 1))',
    Neg: '-$0',
    Not: '~$0',
    Or: '$0 | $1',
    Quo: '::quo_rem($0, $1)[0]',
    Rem: '::quo_rem($0, $1)[1]',
    Rsh: '$0 >> $1',
    Set: '$0',
    SetBytes: `int.from_bytes($0, 'big')`,
    SetInt64: '$0',
    SetUint64: '$0',
    Sqrt: 'math::isqrt($0)',
    Sub: '$0 - $1',
    Xor: '$0 ^ $1',
  },
  'math/big.Rat': {
    Abs: 'abs($0)',
    Add: '$0 + $1',
    Inv: '1 / $0',
    Mul: '$0 * $1',
    Neg: '-$0',
    Quo: '$0 / $1',
    Set: '$0',
    SetFrac: 'fractions->Fraction($0, $1)',
    SetFrac64: 'fractions->Fraction($0, $1)',
    SetInt: 'fractions->Fraction($0)',
    SetInt64: 'fractions->Fraction($0)',
    Sub: '$0 - $1',
  },
};

interface Step {
  node: go.CallExpr;
  template: string;
}

const templateOf = (cx: Context, node: go.CallExpr): string | undefined => {
  const { fun } = node;
  if (fun.kind !== 'SelectorExpr' || fun.sel.kind !== 'Ident') return undefined;
  const type = cx.typing.of(fun.x);
  const held = type.kind === 'pointer' ? type.to : type;
  return held.kind === 'instance' ? changing[held.name]?.[fun.sel.name] : undefined;
};

/** `s.Mul(s, s).Sub(s, two)`: the number that is changed, and what is done to it in order. */
function chainOf(cx: Context, node: go.CallExpr): { root: go.Expression; steps: Step[] } {
  const steps: Step[] = [];
  let root: go.Expression = node;
  while (root.kind === 'CallExpr') {
    const template = templateOf(cx, root);
    if (template === undefined) break;
    steps.unshift({ node: root, template });
    root = (root.fun as go.SelectorExpr).x;
  }
  return { root, steps };
}

/** A number that was just made: nobody else holds it. */
function isFresh(cx: Context, root: go.Expression): boolean {
  if (root.kind === 'UnaryExpr') return root.op === '&' && root.x.kind === 'CompositeLit';
  return root.kind === 'CallExpr' && (isPredeclared(cx, root.fun, 'new') || cx.typing.of(root).kind === 'pointer');
}

/** What one step gives. */
function stepValue(cx: Context, { node, template }: Step): Value {
  const method = (node.fun as go.SelectorExpr).sel as go.Ident;
  if (method.name === 'GCD' && !(isNil(cx, node.args[0]) && isNil(cx, node.args[1])))
    return gap('the factors of a greatest common divisor', node);
  const isPower = method.name === 'Exp' && isNil(cx, node.args[2]);
  if (/^(Div|Mod)$/.test(method.name)) cx.notes.assume('big numbers are divided by positive ones');
  const values = node.args.map(arg => (isNumber(cx.typing.of(arg)) ? expression(cx, arg) : argument(cx, arg)));
  const given = new Map(values.map((value, i) => [`$${i}`, value.value]));
  return {
    before: values.flatMap(value => value.before),
    value: fillTemplate(cx, isPower ? '$0 ** $1' : template, given, []),
    type: cx.typing.of(node),
    pure: false,
  };
}

const argument = (cx: Context, arg: go.Expression): Value =>
  cx.typing.underlying(cx.typing.of(arg)).kind === 'int' ? fittingNumber(cx, arg) : expression(cx, arg);

/** The variable that holds the number, which has to be its only name. */
function holderOf(cx: Context, root: go.Expression): go.Expression {
  const plain = root.kind === 'UnaryExpr' && root.op === '&' ? root.x : root;
  if (plain.kind === 'SelectorExpr' || plain.kind === 'IndexExpr') return plain;
  const variable = variableOf(cx, plain);
  if (!variable) return gap('a big number that is changed in this place', root);
  if (variable.kind === 'param' || variable.definitions.some(one => one.how.startsWith('range')))
    gap('a big number that is changed, and that somebody else holds', root);
  if (hasOtherName(cx, variable)) gap('a big number that is changed, and that has two names', root);
  return plain;
}

/** The number is stored in some other place, or comes out of one. */
function hasOtherName(cx: Context, variable: Variable): boolean {
  const taken = variable.definitions.some(
    ({ value, ident }) =>
      value !== undefined && /^(Ident|SelectorExpr|IndexExpr|StarExpr)$/.test(value.kind) && !isExchanged(cx, ident),
  );
  return (
    taken ||
    variable.uses.some(use => {
      const parent = cx.program.bindings.parent(use);
      if (parent?.kind === 'AssignStmt')
        return (parent['rhs'] as unknown[]).includes(use) && !isExchanged(cx, use as go.Ident);
      if (parent?.kind === 'CallExpr') return isPredeclared(cx, (parent as unknown as go.CallExpr).fun, 'append');
      return /^(CompositeLit|KeyValueExpr|SendStmt)$/.test(parent?.kind ?? '');
    })
  );
}

/** `a, b = b, a` and `a, b = b, a.Add(a, b)`: each number goes on to one of the variables. */
function isExchanged(cx: Context, at: go.Ident): boolean {
  const parent = cx.program.bindings.parent(at);
  if (parent?.kind !== 'AssignStmt') return false;
  const { lhs, rhs } = parent as unknown as go.AssignStmt;
  const roots = rhs.map(one => variableOf(cx, one.kind === 'CallExpr' ? chainOf(cx, one).root : one));
  const targets = lhs.map(one => variableOf(cx, one));
  return (
    lhs.length === rhs.length &&
    new Set(roots).size === roots.length &&
    roots.every(one => one !== undefined && targets.includes(one))
  );
}

/** Where the number goes on without its old name: it is assigned to it, exchanged, or given back. */
function goesOn(cx: Context, node: go.CallExpr, holder: go.Expression): boolean {
  const parent = cx.program.bindings.parent(node);
  const variable = variableOf(cx, holder);
  if (parent?.kind === 'ReturnStmt') return variable?.kind === 'local' && variable.owner === cx.fn.node;
  if (parent?.kind !== 'AssignStmt') return false;
  const { lhs, rhs } = parent as unknown as go.AssignStmt;
  const at = rhs.indexOf(node);
  return equal(lhs[at], holder) || (variable !== undefined && lhs.some(one => variableOf(cx, one) === variable));
}

/** The steps as assignments to what holds the number. */
function stored(cx: Context, holder: go.Expression, steps: readonly Step[]): py.Statement[] {
  return steps.flatMap(step => {
    const value = stepValue(cx, step);
    const to = place(cx, holder);
    const made = value.value;
    const isOwn = made.kind === 'BinOp' && equal(made.left, to.value);
    return [...value.before, ...to.before, isOwn ? augAssign(to.value, made.op, made.right) : assign(to.value, made)];
  });
}

const setter: LibraryEntry = {
  type: t.unknown,
  statement(cx, _args, node) {
    const { root, steps } = chainOf(cx, node);
    return isFresh(cx, root) ? [] : stored(cx, holderOf(cx, root), steps);
  },
  call(cx, _args, node) {
    const { root, steps } = chainOf(cx, node);
    const last = steps.at(-1)!;
    if (isFresh(cx, root)) {
      if (steps.length > 1 && steps.slice(1).some(step => step.node.args.length < 2))
        gap('a chain of big numbers', node);
      return stepValue(cx, last);
    }
    const holder = holderOf(cx, root);
    if (steps.length === 1 && goesOn(cx, node, holder)) return stepValue(cx, last);
    const before = stored(cx, holder, steps);
    return { ...expression(cx, holder), before, type: cx.typing.of(node), pure: false };
  },
};

/** `q, r := new(big.Int).DivMod(x, y, new(big.Int))`, and the same on numbers that are there. */
const division = (template: string): LibraryEntry => {
  const divided = (cx: Context, node: go.CallExpr): Value => {
    const values = node.args.slice(0, 2).map(arg => expression(cx, arg));
    const given = new Map(values.map((value, i) => [`$${i}`, value.value]));
    return {
      before: values.flatMap(value => value.before),
      value: fillTemplate(cx, template, given, []),
      type: cx.typing.of(node),
      pure: true,
    };
  };
  const held = (node: go.CallExpr): go.Expression[] => [(node.fun as go.SelectorExpr).x, node.args[2]!];
  return {
    statement(cx, _args, node) {
      const made = divided(cx, node);
      const targets = held(node).map(one => (isFresh(cx, one) ? name('_') : place(cx, holderOf(cx, one)).value));
      return [...made.before, assign(tuple(...targets), made.value)];
    },
    call(cx, _args, node) {
      const parent = cx.program.bindings.parent(node);
      const targets = parent?.kind === 'AssignStmt' ? (parent as unknown as go.AssignStmt).lhs : [];
      const isSame = held(node).every((one, i) => isFresh(cx, one) || equal(targets[i], one));
      return isSame ? divided(cx, node) : gap('a quotient and a rest that have several names', node);
    },
  };
};

const setString: LibraryEntry = {
  statement(cx, [text, base], node) {
    const holder = holderOf(cx, receiverNode(node));
    const [own, radix] = [expression(cx, text!), base && expression(cx, base)];
    const isTen = radix?.value.kind === 'Int' && radix.value.value === '10';
    const given = new Map([['$0', own.value], ...(radix ? [['$1', radix.value] as const] : [])]);
    const made = fillTemplate(cx, isTen ? 'int($0)' : 'int($0, $1)', given, []);
    return [...own.before, ...(radix?.before ?? []), assign(place(cx, holder).value, made)];
  },
  call(cx, [text, base], node) {
    const root = receiverNode(node);
    const parent = cx.program.bindings.parent(node);
    const [target] = parent?.kind === 'AssignStmt' ? (parent as unknown as go.AssignStmt).lhs : [];
    if (!text || !base || !(isFresh(cx, root) || equal(target, root)))
      return gap('a big number read in this place', node);
    const values = [expression(cx, text), expression(cx, base)];
    const given = new Map(values.map((value, i) => [`$${i}`, value.value]));
    return {
      before: values.flatMap(value => value.before),
      value: fillTemplate(cx, '::read_big($0, $1)', given, []),
      type: cx.typing.of(node),
      pure: true,
    };
  },
};

const receiverNode = (node: go.CallExpr): go.Expression => (node.fun as go.SelectorExpr).x;

/** A method with its results as the tables of the library say. */
const typed = (path: string, id: string, entry: LibraryEntry): LibraryTable => ({
  [`${path}.${id}`]: { ...entry, type: signatureOf(`${path}.${id}`)?.result ?? t.unknown },
});

/** `x.Cmp(y) < 0` is `x < y`, and `x.Sign() > 0` is `x > 0`; undefined for other comparisons. */
export function comparedBig(cx: Context, node: go.BinaryExpr): [go.Expression, go.Expression | undefined] | undefined {
  const { x, y } = node;
  if (x.kind !== 'CallExpr' || x.fun.kind !== 'SelectorExpr' || x.fun.sel.kind !== 'Ident') return undefined;
  if (y.kind !== 'IntLit' || y.value !== '0' || !isNumber(cx.typing.of(x.fun.x))) return undefined;
  if (x.fun.sel.name === 'Cmp') return [x.fun.x, x.args[0]];
  return x.fun.sel.name === 'Sign' ? [x.fun.x, undefined] : undefined;
}

/** A pointer to a big integer is printed as an integer. */
export const isBigInteger = (type: Type): boolean => {
  const held = type.kind === 'pointer' ? type.to : type;
  return held.kind === 'instance' && held.name === 'math/big.Int';
};

export const bigNumbers: LibraryTable = {
  ...Object.assign(
    {},
    ...Object.entries(changing).flatMap(([path, methods]) => Object.keys(methods).map(id => typed(path, id, setter))),
  ),
  ...typed('math/big.Int', 'DivMod', division('divmod($0, $1)')),
  ...typed('math/big.Int', 'QuoRem', division('::quo_rem($0, $1)')),
  ...typed('math/big.Int', 'SetString', setString),
  ...templates('math/big', { NewInt: '$0', NewRat: 'fractions->Fraction($0, $1)' }),
  ...templates('math/big.Int', {
    Bit: '$r >> $0 & 1',
    BitLen: '$r.bit_length()',
    Bytes: `$r.to_bytes(($r.bit_length() + 7) // 8, 'big')`,
    Cmp: '($r > $0) - ($r < $0)',
    CmpAbs: '(abs($r) > abs($0)) - (abs($r) < abs($0))',
    Float64: 'float($r), 0',
    Int64: '$r',
    IsInt64: '-(2 ** 63) <= $r < 2 ** 63',
    IsUint64: '0 <= $r < 2 ** 64',
    ProbablyPrime: '::is_prime($r)',
    Sign: '($r > 0) - ($r < 0)',
    String: 'str($r)',
    Text: '::format_int($r, $0)',
    TrailingZeroBits: '($r & -$r).bit_length() - 1 if $r else 0',
    Uint64: '$r',
  }),
  ...templates('math/big.Rat', {
    Cmp: '($r > $0) - ($r < $0)',
    Denom: '$r.denominator',
    Float64: 'float($r), fractions->Fraction(float($r)) == $r',
    FloatString: '::fraction_digits($r, $0)',
    IsInt: '$r.denominator == 1',
    Num: '$r.numerator',
    RatString: 'str($r)',
    Sign: '($r > 0) - ($r < 0)',
    String: '::fraction_text($r)',
  }),
};
