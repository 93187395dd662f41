/** What operators give. */
import type * as py from '../../syntax/python/ast';
import { joinAll } from '../lattice';
import {
  any,
  bigInt,
  bool,
  float,
  infinity,
  int,
  isBigInt,
  isExactNumber,
  set,
  str,
  tupleOf,
  unknown,
  type Type,
} from '../types';
import type { PythonContext } from './context';
import { allBases, asContainer } from './instances';
import { memberOf } from './members';
import { sizeOf } from './sizes';

/** The methods behind the operators. */
export const methods: Record<py.BinaryOperator, string> = {
  '+': '__add__',
  '-': '__sub__',
  '*': '__mul__',
  '/': '__truediv__',
  '//': '__floordiv__',
  '%': '__mod__',
  '**': '__pow__',
  '@': '__matmul__',
  '&': '__and__',
  '|': '__or__',
  '^': '__xor__',
  '<<': '__lshift__',
  '>>': '__rshift__',
};

/** `left op right`. An operand that is not known is taken for the likeliest that the other allows. */
export function binaryType(cx: PythonContext, n: py.BinOp): Type {
  return operate(cx, n.op, cx.typeOf(n.left), cx.typeOf(n.right), n.right);
}

/** `target op= value`, as the value that the target then has. */
export function augmentedType(cx: PythonContext, n: py.AugAssign, known: Type = unknown): Type {
  const target = known.kind === 'unknown' ? cx.typeOf(n.target) : known;
  // `__iadd__` gives the object itself as a rule.
  if (target.kind === 'instance' && memberOf(cx, target, methods[n.op].replace('__', '__i'))) return target;
  return sizeOf(cx, n, operate(cx, n.op, target, cx.typeOf(n.value), n.value));
}

function operate(cx: PythonContext, op: py.BinaryOperator, left: Type, right: Type, rightNode: py.Expression): Type {
  if (left.kind === 'optional') return operate(cx, op, left.of, right, rightNode);
  if (right.kind === 'optional') return operate(cx, op, left, right.of, rightNode);
  if (isNumber(left) && isNumber(right)) return arithmetic(op, left, right, rightNode);
  if (isBigInt(left) || isBigInt(right)) return bigArithmetic(op, left, right);
  // Whoever has a float beside him gives one: a Fraction as well. A Decimal refuses it.
  if (isExactNumber(left) && right.kind === 'float') return float;
  if (isExactNumber(right) && left.kind === 'float') return float;
  const flags = [left, right].find(type => enumBase(cx, type) === 'flags');
  if (flags && '|&^'.includes(op)) return flags;
  const [a, b] = [plainMember(cx, left), plainMember(cx, right)];
  if (a !== left || b !== right) return operate(cx, op, a, b, rightNode);
  const own = overloaded(cx, op, left, right);
  if (own) return own;
  if (left.kind === 'str' && op === '%') return str;
  if (left.kind === 'bytes' && op === '%') return left;
  if (op === '*') return repeated(left, right);
  if (op === '+') return concatenated(cx, left, right);
  const isView = [left, right].every(type => type.kind === 'list' || type.kind === 'iterator') && '-&|^'.includes(op);
  if (left.kind === 'set' || right.kind === 'set' || isView) return setOperation(cx, op, left, right);
  if (op === '|' && (left.kind === 'dict' || right.kind === 'dict')) return cx.join(left, right);
  const number = isOpen(left) ? right : isOpen(right) ? left : unknown;
  if (isNumber(number)) {
    const known = numberWithUnknown(op, number);
    if (known.kind !== 'unknown') return known;
  }
  if (!isMixed(left) && !isMixed(right)) return unknown;
  return op === '/' ? float : any;
}

/** What the members of an enum are beside members. */
function enumBase(cx: PythonContext, type: Type): 'flags' | 'int' | 'str' | undefined {
  if (type.kind !== 'instance' || cx.classNamed(type.name)?.kind !== 'enum') return undefined;
  for (const base of allBases(cx, type)) {
    if (base.kind === 'int' || base.kind === 'str') return base.kind;
    if (base.kind !== 'instance') continue;
    if (/^enum\.(Int)?Flag$/.test(base.name)) return 'flags';
    if (base.name === 'enum.IntEnum') return 'int';
    if (base.name === 'enum.StrEnum') return 'str';
  }
  return undefined;
}

/** A member of an IntEnum counts as its number, one of a StrEnum as its text. */
function plainMember(cx: PythonContext, type: Type): Type {
  const base = enumBase(cx, type);
  return base === 'int' ? int : base === 'str' ? str : type;
}

const isOpen = (type: Type): boolean => type.kind === 'unknown' || type.kind === 'any';

/** Known to be of several types. */
const isMixed = (type: Type): boolean => type.kind === 'any' || type.kind === 'union';

const isNumber = (type: Type): boolean => type.kind === 'int' || type.kind === 'float' || type.kind === 'bool';

function arithmetic(op: py.BinaryOperator, left: Type, right: Type, rightNode: py.Expression): Type {
  if (op === '/') return float;
  if (left.kind === 'bool' && right.kind === 'bool' && '&|^'.includes(op)) return bool;
  if (left.kind === 'float' || right.kind === 'float') {
    const isWhole = [left, right].every(type => type.kind !== 'float' || type.whole);
    return isWhole && '+-*'.includes(op) ? infinity : float;
  }
  // `2 ** -1` is 0.5; a power that is not written out is taken for a whole number.
  if (op === '**' && rightNode.kind === 'UnaryOp' && rightNode.op === '-') return float;
  return int;
}

/** With numbers of any size: a remainder or a mask that is small leaves a small number. */
function bigArithmetic(op: py.BinaryOperator, left: Type, right: Type): Type {
  if (op === '/' || left.kind === 'float' || right.kind === 'float') return float;
  if (op === '%') return isBigInt(right) ? bigInt : int;
  if (op === '&') return isBigInt(left) && isBigInt(right) ? bigInt : int;
  return bigInt;
}

/** The result with an operand that is not known. With a float it is a float; with an int it may be either. */
function numberWithUnknown(op: py.BinaryOperator, number: Type): Type {
  if (number.kind === 'float' || op === '/') return float;
  return '<<>>&|^'.includes(op) ? int : unknown;
}

function repeated(left: Type, right: Type): Type {
  const sequence = [left, right].find(type => ['str', 'bytes', 'list'].includes(type.kind));
  const other = sequence === left ? right : left;
  if (sequence) return other.kind === 'int' || isOpen(other!) ? sequence : unknown;
  const tuple = [left, right].find(type => type.kind === 'tuple');
  if (tuple?.kind === 'tuple') return tupleOf(joinAll(tuple.elts));
  const number = isOpen(left) ? right : left;
  if (number.kind === 'float') return float;
  return isMixed(left) || isMixed(right) ? any : unknown;
}

function concatenated(cx: PythonContext, left: Type, right: Type): Type {
  const [a, b] = [asContainer(cx, left), asContainer(cx, right)];
  if (a.kind === 'tuple' && b.kind === 'tuple') return { kind: 'tuple', elts: [...a.elts, ...b.elts] };
  for (const type of [a, b]) {
    if (type.kind === 'str' || type.kind === 'bytes') return type;
    if (type.kind === 'list') {
      const elts = [a, b].flatMap(one => (one.kind === 'tuple' ? one.elts : one.kind === 'list' ? [one.elt] : []));
      return { ...type, elt: joinAll(elts, cx.commonBase) };
    }
  }
  if (a.kind === 'float' || b.kind === 'float') return float;
  return isMixed(a) || isMixed(b) ? any : unknown;
}

function setOperation(cx: PythonContext, op: py.BinaryOperator, left: Type, right: Type): Type {
  if (!'-&|^'.includes(op)) return unknown;
  // A list has none of these operators, but the views of a dict do.
  const elts = [left, right].map(type => ('elt' in type ? type.elt : unknown));
  return set(op === '-' || op === '&' ? elts[0]! : joinAll(elts, cx.commonBase));
}

/** What a class says of the operator; undefined for values without such a method. */
function overloaded(cx: PythonContext, op: py.BinaryOperator, left: Type, right: Type): Type | undefined {
  const name = methods[op];
  for (const [type, method] of [
    [left, name],
    [right, name.replace('__', '__r')],
  ] as const) {
    if (type.kind !== 'instance') continue;
    const found = memberOf(cx, type, method);
    const func = found?.overloads
      ? pickOverload(
          found.overloads.map(one => one.type),
          type === left ? right : left,
        )
      : found?.type();
    if (func?.kind === 'func') return func.result;
  }
  if (left.kind === 'instance' && asContainer(cx, left).kind === 'dict' && op === '|') return left;
  if (left.kind === 'instance' && left.name === 'collections.Counter') return left;
  return undefined;
}

/** `datetime - datetime` and `datetime - timedelta` differ by what stands to the right. */
function pickOverload(overloads: readonly Type[], operand: Type): Type | undefined {
  const suits = overloads.find(one => {
    const wanted = one.kind === 'func' ? one.params[0]?.type : undefined;
    if (!wanted) return false;
    return (
      wanted.kind === operand.kind && (wanted.kind !== 'instance' || wanted.name === (operand as typeof wanted).name)
    );
  });
  return suits ?? overloads[0];
}

/** `-x`, `~x`, `not x`. */
export function unaryType(cx: PythonContext, n: py.UnaryOp): Type {
  if (n.op === 'not') return bool;
  const operand = cx.typeOf(n.operand);
  if (operand.kind === 'bool') return int;
  if (operand.kind === 'instance') {
    const method = memberOf(cx, operand, n.op === '-' ? '__neg__' : n.op === '+' ? '__pos__' : '__invert__')?.type();
    return method?.kind === 'func' ? method.result : plainMember(cx, operand);
  }
  return operand;
}

/** `a and b`, `a or b`: one of the operands. The left one of `or` is not None where it is the result. */
export function boolOpType(cx: PythonContext, n: py.BoolOp): Type {
  const types = n.values.map(value => cx.typeOf(value));
  if (n.op === 'or') {
    return joinAll(
      types.map((type, i) =>
        i < types.length - 1 && type.kind === 'optional'
          ? type.of
          : type.kind === 'none' && i < types.length - 1
            ? unknown
            : type,
      ),
      cx.commonBase,
    );
  }
  return joinAll(types, cx.commonBase);
}

/** A comparison is a bool, but where a class says otherwise (arrays). */
export function compareType(cx: PythonContext, n: py.Compare): Type {
  if (n.ops.length > 1) return bool;
  const left = cx.typeOf(n.left);
  if (left.kind === 'instance' && /^(numpy|pandas)\./.test(left.name) && !/^(in|not in|is|is not)$/.test(n.ops[0]!)) {
    return left;
  }
  return bool;
}
