/** Assignments and declarations: appends in place, maps with their zero values, arithmetic with assignment. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { equal } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { annotation, isEmptyStruct, mayBeNone } from './annotations';
import {
  annAssign,
  assign,
  attribute,
  augAssign,
  call,
  compare,
  del,
  expr,
  int,
  list,
  method,
  name,
  none,
  slice,
  subscript,
  tuple,
} from './build';
import { byteItems } from './calls';
import { changeable } from './conversions';
import { gap, isNil, isPredeclared, typeOfVariable, variableOf, type Context, type Value } from './context';
import { assignedError } from './errorChecks';
import { expression, indexFromEnd, isBoxed, isLengthOf, mapKey, sameCode, valueOf } from './expressions';
import { literalDef } from './functionLiterals';
import { hashStep } from './hashing';
import { nameOf, noteWrite } from './naming';
import { asNumber, binaryExpression } from './operators';
import type { Variable } from './symbols';
import { isByteSlice, isRune } from './typing';
import { localConstants } from './constantDefs';
import { typeTest } from './switches';
import { builtinMethod, coerce, copied, zero } from './values';

export function assignment(cx: Context, node: go.AssignStmt): py.Statement[] {
  const { lhs, rhs, op } = node;
  if (op !== '=' && op !== ':=') return operated(cx, node, lhs[0]!, op.slice(0, -1) as go.BinaryOperator, rhs[0]!);
  if (lhs.length === rhs.length) return lhs.length === 1 ? single(cx, lhs[0]!, rhs[0]!, node) : parallel(cx, node);
  return several(cx, node, rhs[0]!);
}

// ---- one value ----

function single(cx: Context, target: go.Expression, value: go.Expression, node: go.AssignStmt): py.Statement[] {
  const error = assignedError(cx, [target], value);
  if (error) return error;
  const variable = variableOf(cx, target);
  // The mux is the application, which has its name.
  if (isMux(cx, target)) return [];
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

function isMux(cx: Context, node: go.Expression): boolean {
  const type = cx.typing.of(node);
  return type.kind === 'pointer' && type.to.kind === 'instance' && type.to.name === 'net/http.ServeMux';
}

/** `_ = x` is there so that Go finds `x` used. */
function blank(cx: Context, value: go.Expression): py.Statement[] {
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

const isBlank = (value: py.Expression): boolean =>
  (value.kind === 'List' && value.elts.length === 0) ||
  (value.kind === 'Dict' && value.items.length === 0) ||
  (value.kind === 'Call' && value.func.kind === 'Name' && value.func.id === 'set' && value.args.length === 0) ||
  value.kind === 'None';

/** Gives a value to a place. */
export function store(cx: Context, target: go.Expression, value: Value): py.Statement[] {
  if (target.kind === 'IndexExpr' && isSet(cx, target.x)) {
    const set = place(cx, target.x);
    const key = valueOf(cx, target.indices[0]!);
    return [...set.before, ...key.before, expr(method(set.value, 'add', key.value))];
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

/** The base of a place is read, but maps in it are indexed too. */
function readPlace(cx: Context, node: go.Expression): Value {
  return node.kind === 'IndexExpr' ? place(cx, node) : expression(cx, node);
}

function noteWriteUnlessShared(cx: Context, variable: Variable): void {
  if (!isBoxed(cx, variable)) noteWrite(cx, variable);
}

// ---- slices that grow and shrink ----

/** Whether the list in a place may be changed itself: a field, an element, what a pointer points to, or an own variable. */
function changesItself(cx: Context, node: go.Expression): boolean {
  const variable = variableOf(cx, node);
  if (variable)
    return (
      variable.kind === 'global' ||
      cx.usage.addressTaken(variable) ||
      (cx.usage.ownsList(variable) && variable.owner !== undefined)
    );
  return node.kind === 'SelectorExpr' || node.kind === 'IndexExpr' || node.kind === 'StarExpr';
}

/** `xs = append(xs, x)` is `xs.append(x)`, where nobody else would see the list grow. */
function appendInPlace(cx: Context, target: go.Expression, value: go.Expression): py.Statement[] | undefined {
  if (value.kind !== 'CallExpr' || !isPredeclared(cx, value.fun, 'append')) return undefined;
  const [first, ...items] = value.args;
  if (!first) return undefined;
  const removed = removal(cx, target, value);
  if (removed) return removed;
  if (!sameCode(first, target) || !changesItself(cx, target)) return undefined;
  const type = cx.typing.underlying(cx.typing.of(target));
  if (isByteSlice(type)) {
    const list = place(cx, target);
    const rest = byteItems(cx, value);
    const [only] = rest.values;
    const grown =
      !value.ellipsis && rest.values.length === 1
        ? method(list.value, 'append', only!.value)
        : method(list.value, 'extend', rest.build(rest.values.map(one => one.value)));
    return [...list.before, ...rest.values.flatMap(one => one.before), expr(grown)];
  }
  const elt = type.kind === 'list' ? type.elt : undefined;
  const values = items.map((item, i) =>
    value.ellipsis && i === items.length - 1 ? expression(cx, item) : valueOf(cx, item, elt),
  );
  const before = values.flatMap(one => one.before);
  const list = growable(cx, target);
  const grow = (id: string, value: py.Expression): py.Expression => builtinMethod(cx, list.type, list.value, id, value);
  const [only] = values;
  if (value.ellipsis) return [...list.before, ...before, expr(grow('extend', only!.value))];
  if (values.length === 1) return [...list.before, ...before, expr(grow('append', only!.value))];
  return [...list.before, ...before, expr(grow('extend', listOf(values)))];
}

const listOf = (values: readonly Value[]): py.Expression => list(...values.map(one => one.value));

/** The list of a map's key comes into being with the first append. */
function growable(cx: Context, target: go.Expression): Value {
  if (target.kind === 'IndexExpr') {
    const type = cx.typing.underlying(cx.typing.of(target.x));
    if (type.kind === 'dict') {
      const map = readPlace(cx, target.x);
      const key = mapKey(cx, valueOf(cx, target.indices[0]!, type.key));
      return {
        before: [...map.before, ...key.before],
        value: method(map.value, 'setdefault', key.value, zero(cx, type.value)),
        type: type.value,
        pure: false,
      };
    }
  }
  const variable = variableOf(cx, target);
  // Calling a method changes no name.
  return variable ? expression(cx, target) : place(cx, target);
}

/** `xs = append(xs[:i], xs[j:]...)` deletes. */
function removal(cx: Context, target: go.Expression, value: go.CallExpr): py.Statement[] | undefined {
  const [head, tail] = value.args;
  if (
    !value.ellipsis ||
    head?.kind !== 'SliceExpr' ||
    tail?.kind !== 'SliceExpr' ||
    head.low ||
    tail.high ||
    !head.high ||
    !tail.low
  )
    return undefined;
  if (!sameCode(head.x, target) || !sameCode(tail.x, target) || !changesItself(cx, target)) return undefined;
  const list = growable(cx, target);
  const from = asNumber(cx, head.high);
  const isNext =
    tail.low.kind === 'BinaryExpr' &&
    tail.low.op === '+' &&
    tail.low.y.kind === 'IntLit' &&
    tail.low.y.value === '1' &&
    equal(tail.low.x, head.high);
  const at = isNext ? from.value : slice(from.value, asNumber(cx, tail.low).value);
  return [...list.before, ...from.before, del(subscript(list.value, at))];
}

/** `xs = xs[:len(xs)-1]` pops the last element, `xs = xs[1:]` the first. */
function shrunk(cx: Context, target: go.Expression, value: go.Expression): py.Statement[] | undefined {
  if (value.kind !== 'SliceExpr' || !sameCode(value.x, target) || !changesItself(cx, target)) return undefined;
  const type = cx.typing.underlying(cx.typing.of(target));
  if (type.kind !== 'list') return undefined;
  const at = popped(cx, value);
  if (at === undefined) return undefined;
  const list = growable(cx, target);
  return [...list.before, expr(builtinMethod(cx, list.type, list.value, 'pop', ...(at < 0 ? [] : [int(at)])))];
}

/** -1 for a slice without its last element, 0 for one without its first. */
export function popped(cx: Context, value: go.SliceExpr): number | undefined {
  const { low, high } = value;
  if (
    !low &&
    high?.kind === 'BinaryExpr' &&
    high.op === '-' &&
    high.y.kind === 'IntLit' &&
    high.y.value === '1' &&
    isLengthOf(cx, high.x, value.x)
  )
    return -1;
  return !high && low?.kind === 'IntLit' && low.value === '1' ? 0 : undefined;
}

// ---- several values ----

function parallel(cx: Context, node: go.AssignStmt): py.Statement[] {
  const declares = node.op === ':=';
  const values = node.rhs.map((value, i) => {
    const target = node.lhs[i]!;
    const to = targetType(cx, target, declares);
    const made = copied(cx, expression(cx, value), value, variableOf(cx, target));
    return to ? coerce(cx, made, to) : made;
  });
  const before = values.flatMap(value => value.before);
  const plainTargets = node.lhs.every(
    target => target.kind === 'Ident' && !(variableOf(cx, target) && isBoxed(cx, variableOf(cx, target)!)),
  );
  // Each declared on its own line where the values say nothing of the others.
  if (declares && values.some(value => isBlank(value.value))) {
    return [...before, ...node.lhs.flatMap((target, i) => declareOrStore(cx, target, { ...values[i]!, before: [] }))];
  }
  if (declares && plainTargets) {
    node.lhs.forEach((target, i) => {
      const variable = variableOf(cx, target);
      const type = values[i]!.type;
      if (variable && type.kind === 'int' && isRune(type) !== isRune(cx.typing.ofVariable(variable)))
        cx.fn.types.set(variable, type);
    });
  } else if (declares)
    return [...before, ...node.lhs.flatMap((target, i) => declareOrStore(cx, target, { ...values[i]!, before: [] }))];
  const targets = node.lhs.map(target => targetOf(cx, target));
  return [
    ...before,
    ...targets.flatMap(target => target.before),
    assign(tuple(...targets.map(target => target.value)), tuple(...values.map(value => value.value))),
  ];
}

function declareOrStore(cx: Context, target: go.Expression, value: Value): py.Statement[] {
  const variable = variableOf(cx, target);
  return variable?.ident === target ? declare(cx, variable, value) : store(cx, target, value);
}

/** A name that is left out is `_`. */
export function targetOf(cx: Context, target: go.Expression): Value {
  if (target.kind === 'Ident' && target.name === '_')
    return { before: [], value: name('_'), type: t.unknown, pure: true };
  return place(cx, target);
}

/** One call with several results, and the forms with `ok`. */
function several(cx: Context, node: go.AssignStmt, value: go.Expression): py.Statement[] {
  const error = assignedError(cx, node.lhs, value);
  if (error) return error;
  const [first, second] = node.lhs;
  if (value.kind !== 'CallExpr') return commaOk(cx, first!, second!, value);
  const made = expression(cx, value);
  const boxed = node.lhs.some(
    target => variableOf(cx, target) && isBoxed(cx, variableOf(cx, target)!) && node.op === ':=',
  );
  if (boxed) return gap('several results of which one has its address taken', node);
  const targets = node.lhs.map(target => targetOf(cx, target));
  return [
    ...made.before,
    ...targets.flatMap(target => target.before),
    assign(tuple(...targets.map(target => target.value)), made.value),
  ];
}

/** `v, ok := m[k]`, `v, ok := x.(T)`, `v, ok := <-ch`. */
function commaOk(cx: Context, first: go.Expression, second: go.Expression, value: go.Expression): py.Statement[] {
  const wantsValue = !(first.kind === 'Ident' && first.name === '_');
  const wantsOk = !(second.kind === 'Ident' && second.name === '_');
  const written: py.Statement[] = [];
  const give = (target: go.Expression, made: Value): void => void written.push(...declareOrStore(cx, target, made));
  if (value.kind === 'IndexExpr') {
    const found = lookup(cx, value);
    written.push(...found.before);
    // The answer comes first: the value may go into the variable that is the key.
    if (wantsOk) give(second, { before: [], value: found.test, type: t.bool, pure: true });
    if (wantsValue) give(first, { before: [], value: found.get, type: found.type, pure: true });
    return written;
  }
  if (value.kind === 'TypeAssertExpr' && value.type) {
    const subject = expression(cx, value.x);
    const type = cx.typing.fromSyntax(value.type);
    const test = typeTest(cx, subject.value, type, value.type);
    written.push(...subject.before);
    if (wantsOk) give(second, { before: [], value: test, type: t.bool, pure: true });
    if (wantsValue) {
      const answer = wantsOk ? expression(cx, second).value : test;
      give(first, {
        before: [],
        value: { kind: 'IfExp', test: answer, body: subject.value, orelse: zero(cx, type), start: -1, end: -1 },
        type: isRune(type) ? t.int : type,
        pure: true,
      });
    }
    return written;
  }
  if (value.kind === 'UnaryExpr' && value.op === '<-') {
    const channel = expression(cx, value.x);
    const targets = [first, second].map(target => targetOf(cx, target));
    return [
      ...channel.before,
      assign(tuple(...targets.map(target => target.value)), method(channel.value, 'receive_ok')),
    ];
  }
  return gap('two results of this expression', value);
}

/** The two answers of a map. */
export function lookup(
  cx: Context,
  node: go.IndexExpr,
): {
  before: py.Statement[];
  map: py.Expression;
  key: py.Expression;
  test: py.Expression;
  get: py.Expression;
  type: Type;
} {
  const map = expression(cx, node.x);
  const type = cx.typing.underlying(map.type);
  if (type.kind !== 'dict') return gap('two results of this index', node);
  const key = mapKey(cx, valueOf(cx, node.indices[0]!, type.key));
  const empty = isEmptyStruct(cx, type.value) ? none() : zero(cx, type.value);
  const get = empty.kind === 'None' ? method(map.value, 'get', key.value) : method(map.value, 'get', key.value, empty);
  return {
    before: [...map.before, ...key.before],
    map: map.value,
    key: key.value,
    test: compare(key.value, 'in', map.value),
    get,
    type: type.value,
  };
}

// ---- with an operator ----

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
  const type = cx.typing.underlying(cx.typing.of(node.x));
  const op = node.op === '++' ? '+' : '-';
  const go = type.kind === 'int' ? type.go : undefined;
  const isSmall = go !== undefined && /^(uint8|byte|uint16|int8|int16)$/.test(go);
  const isMap = node.x.kind === 'IndexExpr' && cx.typing.underlying(cx.typing.of(node.x.x)).kind === 'dict';
  if (isSmall || isMap || (variableOf(cx, node.x) && isRune(typeOfVariable(cx, variableOf(cx, node.x)!)))) {
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

// ---- declarations ----

export function declarations(cx: Context, decl: go.GenDecl): py.Statement[] {
  if (decl.tok === 'type') return [];
  if (decl.tok === 'import') return [];
  return decl.specs.flatMap(spec => {
    if (spec.kind === 'Bad') return gap('this does not parse', spec);
    if (spec.kind !== 'ValueSpec') return [];
    if (decl.tok === 'const') return localConstants(cx, decl, spec);
    if (spec.values.length === 0) return spec.names.flatMap(ident => zeroVariable(cx, ident, spec.type));
    const node: go.AssignStmt = {
      kind: 'AssignStmt',
      lhs: spec.names as go.Expression[],
      op: ':=',
      rhs: spec.values,
      start: spec.start,
      end: spec.end,
    };
    if (!spec.type) return assignment(cx, node);
    if (spec.names.length !== spec.values.length) return several(cx, node, spec.values[0]!);
    return spec.names.flatMap((ident, i) => typedVariable(cx, ident, spec.type!, spec.values[i]!));
  });
}

function zeroVariable(cx: Context, ident: go.Identifier, typeNode: go.Expression | undefined): py.Statement[] {
  const variable = variableOf(cx, ident as go.Expression);
  if (!variable || !typeNode) return gap('a declaration without a type', ident);
  const type = cx.typing.fromSyntax(typeNode);
  if (variable.definitions.length > 1 && isFilledLater(cx, variable)) return [];
  return declare(cx, variable, { before: [], value: zero(cx, type), type, pure: true });
}

/** `var fib func(int) int` stands only so that the literal can name itself; an error that errors.As fills needs no value. */
function isFilledLater(cx: Context, variable: Variable): boolean {
  const type = cx.typing.ofVariable(variable);
  return type.kind === 'func' && variable.definitions.some(one => one.value?.kind === 'FuncLit');
}

function typedVariable(
  cx: Context,
  ident: go.Identifier,
  typeNode: go.Expression,
  value: go.Expression,
): py.Statement[] {
  const variable = variableOf(cx, ident as go.Expression);
  const type = cx.typing.fromSyntax(typeNode);
  const error = assignedError(cx, [ident as go.Expression], value);
  if (error) return error;
  if (!variable) return blank(cx, value);
  if (value.kind === 'FuncLit') {
    const definition = functionVariable(cx, variable, value);
    if (definition) return definition;
  }
  const made = coerce(cx, copied(cx, expression(cx, value), value, variable), type);
  const own = declare(cx, variable, { ...made, type });
  const [only] = own.slice(-1);
  // What may be nil later is said where it is first given a value.
  if (only?.kind === 'Assign' && mayBeNone(cx, type) && isNil(cx, value))
    return [...own.slice(0, -1), annAssign(only.targets[0]!, annotation(cx, type, true), only.value)];
  return own;
}

/** `add := func(…) {…}` is a function of that name. */
export function functionVariable(cx: Context, variable: Variable, value: go.FuncLit): py.Statement[] | undefined {
  if (isBoxed(cx, variable)) return undefined;
  cx.fn.nilErrors.delete(variable);
  return [literalDef(cx, value, nameOf(cx, variable))];
}
