/** `+`, `*`, `|`, `&`, `-` on text, lists, sets, dicts and times, and the operators of classes. */
import { methods } from '../../facts/python/operators';
import { type Type, bool, isBigInt, str } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import * as g from '../goNodes';
import { finishCall } from './calls';
import { copyInto, orderedCopy } from './dicts';
import { coerce } from './coerce';
import { type Context } from './context';
import { type Value, isLiteral, pure, value } from './value';
import type { FunctionModel } from './models';
import { refuse } from './operators';
import { refusesBuiltin } from './ownEquality';

export function repeatText(text: Value, times: Value): Value {
  const count = isLiteral(times.node) || times.node.kind === 'Ident' ? times.node : times.node;
  const isSafe =
    times.node.kind === 'IntLit' ||
    (times.node.kind === 'CallExpr' && times.node.fun.kind === 'Ident' && times.node.fun.name === 'len');
  return value(
    g.pkgCall('strings', 'Repeat', text.node, isSafe ? count : g.call('max', count, g.int(0))),
    str,
    text.pure && times.pure,
  );
}

export function repeatBytes(data: Value, times: Value): Value {
  const count = times.node.kind === 'IntLit' ? times.node : g.call('max', times.node, g.int(0));
  return value(g.pkgCall('bytes', 'Repeat', data.node, count), data.type, data.pure && times.pure);
}

export function repeatList(c: Context, items: Value, times: Value): Value {
  if (items.type.kind !== 'list') return refuse(c, '*', items, times);
  const [only] = items.node.kind === 'CompositeLit' ? items.node.elts : [];
  if (items.node.kind === 'CompositeLit' && items.node.elts.length === 1 && only && isZero(only)) {
    return value(g.call('make', c.goType(items.type), times.node), items.type);
  }
  return value(g.call(c.helper('repeated'), items.node, times.node), items.type);
}

function isZero(node: go.Expression): boolean {
  switch (node.kind) {
    case 'IntLit':
      return node.value === '0';
    case 'FloatLit':
      return Number(node.value) === 0;
    case 'StringLit':
      return node.value === '';
    case 'Ident':
      return node.name === 'false' || node.name === 'nil';
    default:
      return false;
  }
}

/** A new list, as in Python: append alone might write into the memory of the left one. */
const holdsBigInts = (type: Type): boolean => type.kind === 'list' && isBigInt(type.elt);

export function concatenation(c: Context, left: Value, right: Value): Value {
  const isOther = (left.node.kind === 'CompositeLit' && left.node.elts.length === 0) || holdsBigInts(right.type);
  const type = isOther ? right.type : left.type;
  const a = coerce(c, left, type);
  const b = coerce(c, right, type);
  return value(g.pkgCall('slices', 'Concat', a.node, b.node), type);
}

export function setOperation(c: Context, op: string, left: Value, right: Value): Value {
  const helper = op === '|' ? 'union' : op === '&' ? 'intersection' : 'difference';
  const b = coerce(c, right, left.type);
  if (op === '^') {
    const a = c.temporary(left, 'one');
    const other = c.temporary(b, 'other');
    return value(
      g.call(
        c.helper('union'),
        g.call(c.helper('difference'), a.node, other.node),
        g.call(c.helper('difference'), other.node, a.node),
      ),
      left.type,
    );
  }
  return value(g.call(c.helper(helper), left.node, b.node), left.type);
}

export function mergeDicts(c: Context, left: Value, right: Value): Value {
  if (left.type.kind === 'dict' && c.isOrdered(left.type)) {
    const other = coerce(c, right, left.type);
    const merged = orderedCopy(c, left, left.type);
    copyInto(c, merged.node, other.node);
    return merged;
  }
  const name = c.freshLocal('merged');
  c.emit(g.define(name, g.pkgCall('maps', 'Clone', left.node)));
  c.emit(g.exprStmt(g.pkgCall('maps', 'Copy', g.ident(name), coerce(c, right, left.type).node)));
  return value(g.ident(name), left.type, true);
}

export function timeArithmetic(op: string, left: Value, right: Value): Value | undefined {
  const isTime = (type: Type): boolean => type.kind === 'instance' && /^datetime\.(date|datetime)$/.test(type.name);
  const isSpan = (type: Type): boolean => type.kind === 'instance' && type.name === 'datetime.timedelta';
  if (op === '-' && isTime(left.type) && isTime(right.type)) {
    return value(g.method(left.node, 'Sub', right.node), { kind: 'instance', name: 'datetime.timedelta', args: [] });
  }
  if (isTime(left.type) && isSpan(right.type)) {
    const span = op === '-' ? g.unary('-', right.node) : right.node;
    return value(g.method(left.node, 'Add', span), left.type);
  }
  if (isSpan(left.type) && isSpan(right.type) && (op === '+' || op === '-')) {
    return value(g.binary(left.node, op, right.node), left.type);
  }
  return undefined;
}

/** The methods behind the operators. */
export const operatorMethods: Partial<Record<string, string>> = {
  ...methods,
  '==': '__eq__',
  '<': '__lt__',
  '<=': '__le__',
  '>': '__gt__',
  '>=': '__ge__',
};

/** `a + b` on instances of a class of the file that says what it means. */
export function operatorMethod(c: Context, op: string, left: Value, right: Value): Value | undefined {
  const name = operatorMethods[op];
  const { type } = left;
  if (!name) return undefined;
  if (type.kind !== 'instance' || !type.name.startsWith('.')) return reflected(c, name, left, right);
  const method = c.model.method(type.name.slice(1), name);
  if (method && refusesBuiltin(method, right.type)) return unequal(c, left, right);
  if (method) return appliedMethod(c, method, left, right);
  return mirrored(c, op, left, right) ?? byTotalOrdering(c, op, left, right) ?? reflected(c, name, left, right);
}

/** False, once both have been worked out. */
function unequal(c: Context, ...values: Value[]): Value {
  for (const one of values) if (!one.pure) c.emit(g.assign(g.ident('_'), one.node));
  return pure(g.bool(false), bool);
}

function appliedMethod(c: Context, method: FunctionModel, left: Value, right: Value): Value {
  const [param] = method.params;
  const argument = param ? coerce(c, right, param.type) : right;
  return finishCall(c, g.method(left.node, method.goName, argument.node), method.result, method.fallible);
}

const className = (type: Type): string =>
  type.kind === 'instance' && type.name.startsWith('.') ? type.name.slice(1) : '';

/** The method of the right side that answers where the left one has none. */
export const mirrors: Partial<Record<string, string>> = {
  '<': '__gt__',
  '>': '__lt__',
  '<=': '__ge__',
  '>=': '__le__',
};

/** `a > b` asks `b < a` where the class only says what less is. */
function mirrored(c: Context, op: string, left: Value, right: Value): Value | undefined {
  const name = mirrors[op];
  const method = name === undefined ? undefined : c.model.method(className(right.type), name);
  return method && appliedMethod(c, method, right, left);
}

const negations: Partial<Record<string, [method: string, swaps: boolean][]>> = {
  '>=': [
    ['__lt__', false],
    ['__gt__', true],
  ],
  '<=': [
    ['__lt__', true],
    ['__gt__', false],
  ],
  '>': [
    ['__le__', false],
    ['__ge__', true],
  ],
  '<': [
    ['__le__', true],
    ['__ge__', false],
  ],
};

/** What `functools.total_ordering` adds to the one order that a class has. */
function byTotalOrdering(c: Context, op: string, left: Value, right: Value): Value | undefined {
  const model = c.model.classes.get(className(left.type));
  if (!model?.node.decorators.some(one => c.facts.qualifiedName(one) === 'functools.total_ordering')) return undefined;
  for (const [name, swaps] of negations[op] ?? []) {
    const method = c.model.method(model.name, name);
    if (!method) continue;
    const made = swaps ? appliedMethod(c, method, right, left) : appliedMethod(c, method, left, right);
    return { ...made, node: g.not(made.node) };
  }
  return undefined;
}

/** `2 * vector` asks the vector's `__rmul__`. */
function reflected(c: Context, name: string, left: Value, right: Value): Value | undefined {
  const equal = name === '__eq__' ? c.model.method(className(right.type), name) : undefined;
  if (equal && refusesBuiltin(equal, left.type)) return unequal(c, left, right);
  const method = c.model.method(className(right.type), name.replace(/^__/, '__r'));
  return method && appliedMethod(c, method, right, left);
}
