/** Assignments and declarations: appends in place, maps with their zero values, arithmetic with assignment. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { equal } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { annotation, isEmptyStruct } from './annotations';
import {
  annAssign,
  assign,
  attribute,
  augAssign,
  call,
  expr,
  int,
  method,
  name,
  raise,
  slice,
  str,
  subscript,
} from './build';
import { changeable } from './conversions';
import { type Context, type Value, gap, isNil, isPredeclared, simple, typeOfVariable, variableOf } from './context';
import { assignedError } from './errorChecks';
import { expression, isBoxed, valueOf } from './expressions';
import { indexFromEnd, mapKey } from './indexing';
import { hashStep } from './hashing';
import { nameOf, noteWrite } from './naming';
import { binaryExpression } from './operators';
import { asNumber, isClass } from './arithmetic';
import type { Variable } from './symbols';
import { isByteSlice, isRune } from './goTypes';
import { builtinMethod, coerce, copied } from './values';
import { appendInPlace, shrunk } from './growing';
import { functionVariable } from './declarations';
import { parallel, several } from './results';

export function assignment(cx: Context, node: go.AssignStmt): py.Statement[] {
  const { lhs, rhs, op } = node;
  if (op !== '=' && op !== ':=') return operated(cx, node, lhs[0]!, op.slice(0, -1) as go.BinaryOperator, rhs[0]!);
  if (lhs.length === rhs.length) return lhs.length === 1 ? single(cx, lhs[0]!, rhs[0]!, node) : parallel(cx, node);
  return several(cx, node, rhs[0]!);
}

function single(cx: Context, target: go.Expression, value: go.Expression, node: go.AssignStmt): py.Statement[] {
  const error = assignedError(cx, [target], value);
  if (error) return error;
  const variable = variableOf(cx, target);
  // The mux is the application, which has its name.
  if (isMux(cx, target) || isRecorder(cx, value)) return [];
  const grown = appendInPlace(cx, target, value) ?? shrunk(cx, target, value);
  if (grown) return grown;
  if (value.kind === 'FuncLit' && variable && variable.owner && variable.owner === cx.fn.node) {
    const definition = functionVariable(cx, variable, value);
    if (definition) return definition;
  }
  const hashed = hashStep(cx, target, value);
  if (target.kind === 'Ident' && target.name === '_') return blank(cx, value);
  refuseSharedPart(cx, variable, value, node);
  const to = hashed ? undefined : targetType(cx, target, node.op === ':=');
  const given = hashed ?? copied(cx, expression(cx, value), value, variable);
  const made = to ? coerce(cx, given, to) : given;
  if (variable && node.op === ':=') return declare(cx, variable, made);
  return [...made.before, ...store(cx, target, made)];
}

/** `ys := xs[:2]` shares its elements with `xs`; Python's part does not, which shows where one of them changes. */
function refuseSharedPart(
  cx: Context,
  variable: Variable | undefined,
  value: go.Expression,
  node: go.AssignStmt,
): void {
  if (value.kind !== 'SliceExpr' || !variable || cx.typing.underlying(cx.typing.of(value)).kind === 'str') return;
  const base = variableOf(cx, value.x);
  if (!base || base === variable || (!value.low && !value.high)) return;
  const grows = variable.definitions.some(
    ({ value: one }) => one?.kind === 'CallExpr' && isPredeclared(cx, one.fun, 'append'),
  );
  const changes =
    cx.usage.elementsChange(variable) || (grows && value.high !== undefined) || cx.usage.elementsChange(base);
  if (changes && cx.usage.isReadAfter(base, node))
    gap('a part of a slice that shares its elements with the whole', value);
}

/** `w := httptest.NewRecorder()`: what answers fills it. */
const isRecorder = (cx: Context, node: go.Expression | undefined): boolean =>
  node?.kind === 'CallExpr' &&
  node.fun.kind === 'SelectorExpr' &&
  node.fun.sel.kind === 'Ident' &&
  node.fun.sel.name === 'NewRecorder' &&
  cx.typing.packageOf(node.fun.x) === 'net/http/httptest';

function isMux(cx: Context, node: go.Expression): boolean {
  const type = cx.typing.of(node);
  return type.kind === 'pointer' && type.to.kind === 'instance' && type.to.name === 'net/http.ServeMux';
}

/** `_ = x` is there so that Go finds `x` used. */
export function blank(cx: Context, value: go.Expression): py.Statement[] {
  const made = expression(cx, value);
  return made.pure ? made.before : [...made.before, expr(made.value)];
}

/** The type that a target has; for `:=` the value decides. */
export function targetType(cx: Context, target: go.Expression, declares: boolean): Type | undefined {
  const variable = variableOf(cx, target);
  if (variable) return declares && variable.ident === target ? undefined : typeOfVariable(cx, variable);
  if (target.kind === 'IndexExpr') {
    const base = cx.typing.of(target.x);
    const below = cx.typing.underlying(base.kind === 'pointer' ? base.to : base);
    if (below.kind === 'dict') return below.value;
  }
  return cx.typing.of(target);
}

/** The first value of a variable. What has no elements yet says which it will have. */
export function declare(cx: Context, variable: Variable, value: Value): py.Statement[] {
  const declared = cx.typing.ofVariable(variable);
  const isCharacter = isRune(value.type) !== isRune(declared) && value.type.kind === 'int';
  if (isCharacter) cx.fn.types.set(variable, value.type);
  cx.fn.nilErrors.delete(variable);
  const own = nameOf(cx, variable);
  if (own === '_') return [...value.before, expr(value.value)];
  const bytes =
    isByteSlice(cx.typing.underlying(declared)) &&
    (cx.usage.elementsChange(variable) || variable.definitions.length > 1)
      ? changeable(value.value)
      : value.value;
  if (isBoxed(cx, variable)) return [...value.before, assign(own, call(cx.out.helper('Ref'), bytes))];
  const type = value.type.kind === 'unknown' ? declared : value.type;
  if (isBlank(value.value) && variable.kind === 'local')
    return [...value.before, annAssign(name(own), annotation(cx, type.kind === 'none' ? declared : type, true), bytes)];
  return [...value.before, assign(own, bytes)];
}

export const isBlank = (value: py.Expression): boolean =>
  (value.kind === 'List' && value.elts.length === 0) ||
  (value.kind === 'Dict' && value.items.length === 0) ||
  (value.kind === 'Call' && value.func.kind === 'Name' && value.func.id === 'set' && value.args.length === 0) ||
  value.kind === 'None';

/** Gives a value to a place. */
export function store(cx: Context, target: go.Expression, value: Value): py.Statement[] {
  if (target.kind === 'IndexExpr' && isSet(cx, target.x)) {
    const set = place(cx, target.x);
    const key = valueOf(cx, target.indices[0]!);
    return [...set.before, ...key.before, expr(builtinMethod(cx, set.type, set.value, 'add', key.value))];
  }
  const variable = variableOf(cx, target);
  if (variable && cx.usage.addressTaken(variable) && !isBoxed(cx, variable))
    return throughPointer(cx, name(nameOf(cx, variable)), typeOfVariable(cx, variable), value);
  if (target.kind === 'StarExpr') {
    const pointer = expression(cx, target.x);
    const to = pointer.type.kind === 'pointer' ? pointer.type.to : t.unknown;
    const below = cx.typing.underlying(to);
    if (/^(instance|list|dict|array)$/.test(below.kind)) return throughPointer(cx, pointer.value, to, value);
  }
  const to = place(cx, target);
  return [...to.before, assign(to.value, value.value)];
}

/** What a pointer points to gets another value: everybody who holds it sees that. */
function throughPointer(cx: Context, held: py.Expression, type: Type, value: Value): py.Statement[] {
  const below = cx.typing.underlying(type);
  if (below.kind === 'list' || below.kind === 'array') return [assign(subscript(held, slice()), value.value)];
  if (below.kind === 'dict') return [expr(method(held, 'clear')), expr(method(held, 'update', value.value))];
  if (below.kind === 'instance' && cx.typing.info(below)?.form === 'struct') {
    return [expr(method(call('vars', held), 'update', call('vars', value.value)))];
  }
  return gap('a value given through a pointer');
}

const isSet = (cx: Context, node: go.Expression): boolean => {
  const type = cx.typing.underlying(cx.typing.of(node));
  return type.kind === 'dict' && isEmptyStruct(cx, type.value);
};

/** An expression that can stand on the left: a map is indexed, not asked. */
export function place(cx: Context, node: go.Expression): Value {
  switch (node.kind) {
    case 'Ident': {
      const variable = variableOf(cx, node);
      if (variable) {
        noteWriteUnlessShared(cx, variable);
        cx.fn.nilErrors.delete(variable);
        const own = name(nameOf(cx, variable));
        return {
          before: [],
          value: isBoxed(cx, variable) ? attribute(own, 'value') : own,
          type: typeOfVariable(cx, variable),
          pure: true,
        };
      }
      return expression(cx, node);
    }
    case 'IndexExpr': {
      const base = cx.typing.of(node.x);
      const below = cx.typing.underlying(base.kind === 'pointer' ? base.to : base);
      const inner = readPlace(cx, node.x);
      if (below.kind === 'dict' && isAlwaysNil(cx, node.x)) {
        const none: Value = simple({ kind: 'None', start: -1, end: -1 }, base);
        return {
          ...none,
          before: [raise(call('TypeError', str('assignment to entry in nil map')))],
          value: inner.value,
        };
      }
      if (below.kind === 'str') return gap('a byte of a text cannot be set', node);
      const at = node.indices[0]!;
      const index =
        below.kind === 'dict'
          ? mapKey(cx, valueOf(cx, at, below.key))
          : (indexFromEnd(cx, node.x, at) ?? asNumber(cx, at));
      return {
        before: [...inner.before, ...index.before],
        value: subscript(inner.value, index.value),
        type: cx.typing.of(node),
        pure: false,
      };
    }
    default:
      return expression(cx, node);
  }
}

/** A map that is declared and never given a value. */
function isAlwaysNil(cx: Context, node: go.Expression): boolean {
  const variable = variableOf(cx, node);
  return (
    variable?.kind === 'local' &&
    variable.definitions.length > 0 &&
    variable.definitions.every(one => one.how === 'declare' && (!one.value || isNil(cx, one.value))) &&
    !cx.usage.addressTaken(variable)
  );
}

/** The base of a place is read, but maps in it are indexed too. */
export function readPlace(cx: Context, node: go.Expression): Value {
  return node.kind === 'IndexExpr' ? place(cx, node) : expression(cx, node);
}

function noteWriteUnlessShared(cx: Context, variable: Variable): void {
  if (!isBoxed(cx, variable)) noteWrite(cx, variable);
}

/** `x += y` */
function operated(
  cx: Context,
  node: go.AssignStmt,
  target: go.Expression,
  op: go.BinaryOperator,
  value: go.Expression,
): py.Statement[] {
  const whole: go.BinaryExpr = { kind: 'BinaryExpr', op, x: target, y: value, start: node.start, end: node.end };
  const type = cx.typing.underlying(cx.typing.of(target));
  const variable = variableOf(cx, target);
  const pythonType = variable ? cx.typing.underlying(typeOfVariable(cx, variable)) : type;
  const isMap = target.kind === 'IndexExpr' && cx.typing.underlying(cx.typing.of(target.x)).kind === 'dict';
  if (op === '*' && type.kind === 'int' && /^int(64)?$/.test(type.go ?? 'int'))
    cx.notes.assume('products of integers stay within 64 bits: those of Python have no bound');
  const hashed = hashStep(cx, target, whole);
  const computed = hashed ?? binaryExpression(cx, whole);
  const direct = computed.value.kind === 'BinOp' ? computed.value : undefined;
  const to = place(cx, target);
  if (hashed || isMap || isRune(pythonType) || !direct || !equal(direct.left, to.value)) {
    const made = coerce(cx, computed, variable ? typeOfVariable(cx, variable) : type);
    return [...made.before, ...to.before, assign(to.value, made.value)];
  }
  return [...computed.before, ...to.before, augAssign(to.value, direct.op, direct.right)];
}

export function increment(cx: Context, node: go.IncDecStmt): py.Statement[] {
  const one: go.IntLit = { kind: 'IntLit', value: '1', start: -1, end: -1 };
  const own = cx.typing.of(node.x);
  const type = cx.typing.underlying(own);
  const op = node.op === '++' ? '+' : '-';
  const go = type.kind === 'int' ? type.go : undefined;
  const isSmall =
    go !== undefined && (/^(uint8|byte|uint16|int8|int16)$/.test(go) || (op === '-' && go.startsWith('uint')));
  const isMap = node.x.kind === 'IndexExpr' && cx.typing.underlying(cx.typing.of(node.x.x)).kind === 'dict';
  if (
    isSmall ||
    isMap ||
    isClass(cx, own) ||
    (variableOf(cx, node.x) && isRune(typeOfVariable(cx, variableOf(cx, node.x)!)))
  ) {
    const assigned: go.AssignStmt = {
      kind: 'AssignStmt',
      lhs: [node.x],
      op: `${op}=`,
      rhs: [one],
      start: node.start,
      end: node.end,
    };
    return operated(cx, assigned, node.x, op, one);
  }
  const to = place(cx, node.x);
  return [...to.before, augAssign(to.value, op, int(1))];
}
