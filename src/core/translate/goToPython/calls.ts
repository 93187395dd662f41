/** Calls: built-in functions, conversions, the functions of the file, those of the library, and function values. */
import * as t from '../../facts/types';
import type { FunctionType } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { attribute, call, keyword, name, starred } from './build';
import type * as py from '../../syntax/python/ast';
import { type Context, type Value, gap, simple, sourceOf, variableOf } from './context';
import { conversion } from './conversions';
import { allResults, isFallible, plainResults } from './exceptions';
import { along, expression, methodName, pointedTo, valueOf } from './expressions';
import { libraryCall, libraryFails } from './library';
import { allowsNil, isKnownNotNil, mayBeNil } from './notNil';
import { changedReceiver } from './receivers';
import { declaredFunction } from './usage';
import { refusePart } from './writeBack';
import { builtinCall } from './builtinCalls';
import { zero, zeroParameter } from './values';

export function callExpression(cx: Context, node: go.CallExpr): Value {
  const builtin = builtinCall(cx, node);
  if (builtin) return builtin;
  if (cx.typing.isConversion(node)) return conversion(cx, node);
  const library = libraryCall(cx, node);
  if (library) return library;
  if (node.fun.kind === 'SelectorExpr' && cx.typing.packageOf(node.fun.x) !== undefined) {
    return gap(`${sourceOf(cx, node.fun)} has no counterpart here yet`, node);
  }
  refuseForeign(cx, node.fun);
  const wrapped = wrappedError(cx, node);
  if (wrapped) return wrapped;
  if (raises(cx, node) && isErrorWanted(cx, node)) return errorOf(cx, node);
  return plainCall(cx, node);
}

/** A method `Unwrap` of an error of the file. */
const unwraps = (cx: Context, fun: go.Expression): fun is go.SelectorExpr =>
  fun.kind === 'SelectorExpr' &&
  fun.sel.kind === 'Ident' &&
  fun.sel.name === 'Unwrap' &&
  cx.typing.info(cx.typing.of(fun.x))?.isError === true;

/** `e.Unwrap()`: Python knows what an error wraps as its cause. */
function wrappedError(cx: Context, { fun, args }: go.CallExpr): Value | undefined {
  if (!unwraps(cx, fun) || args.length > 0) return undefined;
  const base = expression(cx, fun.x);
  return {
    ...base,
    value: { kind: 'Attribute', value: base.value, attr: name('__cause__'), start: -1, end: -1 },
    type: t.error,
  };
}

/** A method of a type of the library that no table has. */
function refuseForeign(cx: Context, fun: go.Expression): void {
  if (fun.kind !== 'SelectorExpr' || fun.sel.kind !== 'Ident') return;
  const type = cx.typing.of(fun.x);
  const held = type.kind === 'pointer' ? type.to : type;
  if (held.kind === 'instance' && !held.name.startsWith('.'))
    gap(`${held.name}.${fun.sel.name} has no counterpart here yet`, fun);
  if (held.kind === 'unknown' || held.kind === 'any') gap('a method of a value whose type is not known here', fun);
}

/** A call of a function whose parameters the file or the facts give. */
export function plainCall(cx: Context, node: go.CallExpr): Value {
  refusePart(cx, node);
  const signature = cx.typing.signature(node);
  const callee = calleeOf(cx, node);
  const args = argumentsOf(cx, node, signature);
  const results = !signature
    ? [cx.typing.of(node)]
    : cx.errorModes.callGivesError(node)
      ? allResults(signature)
      : plainResults(signature);
  const type = results.length === 0 ? t.none : results.length === 1 ? results[0]! : t.tuple(...results);
  const made: Value = {
    before: [...callee.before, ...args.flatMap(arg => arg.before)],
    value: call(callee.value, ...args.map(arg => arg.value), ...zeroArguments(cx, node)),
    type,
    pure: false,
  };
  const declared = declaredFunction(cx.program, cx.typing, node);
  return cx.receivers.changes(declared) ? changedReceiver(cx, node, made) : made;
}

/** The zero values that a generic function asks for. */
function zeroArguments(cx: Context, node: go.CallExpr): py.Keyword[] {
  const declared = declaredFunction(cx.program, cx.typing, node);
  if (declared?.name.kind !== 'Ident' || declared.recv) return [];
  const own = declared.name.name;
  return [...cx.typing.typeArguments(node, declared)]
    .filter(([id]) => cx.zeroParameters.has(`${own}.${id}`))
    .map(([id, type]) => keyword(zeroParameter(id), zero(cx, type)));
}

function calleeOf(cx: Context, node: go.CallExpr): Value {
  const fun = node.fun.kind === 'IndexExpr' && cx.typing.of(node.fun.x).kind === 'func' ? node.fun.x : node.fun;
  if (fun.kind === 'Ident') {
    const made = variableOf(cx, fun)?.kind === 'func' ? cx.classes.constructedBy(fun.name) : undefined;
    if (made) return simple(name(made.pyName), cx.typing.of(fun));
  }
  if (fun.kind === 'SelectorExpr' && fun.sel.kind === 'Ident' && cx.typing.packageOf(fun.x) === undefined) {
    const id = fun.sel.name;
    const base = pointedTo(cx, fun.x);
    if (id === 'Error' || id === 'String') {
      // `str(x)` asks the same method.
      if (node.args.length === 0 && isCalledOnNil(cx, fun.x, cx.typing.method(base.type, id)))
        return { ...base, value: attribute(name(cx.typing.info(base.type)?.pyName ?? ''), '__str__') };
      if (node.args.length === 0 && (base.type.kind === 'error' || cx.typing.method(base.type, id)))
        return { ...base, value: name('str'), type: t.str, before: [...base.before] };
    }
    const parent = embeddedCall(cx, fun, base);
    if (parent) return parent;
    if (cx.typing.field(base.type, id)) return expression(cx, fun);
    const found = cx.typing.method(base.type, id);
    const value = along(cx, base, found?.path ?? []);
    if (isCalledOnNil(cx, fun.x, found))
      return { ...value, value: attribute(name(found!.owner.pyName), methodName(cx, id)) };
    return {
      ...value,
      value: { kind: 'Attribute', value: value.value, attr: name(methodName(cx, id)), start: -1, end: -1 },
    };
  }
  return expression(cx, fun);
}

/** A method that knows what to do for nil is asked by its class where there may be no object. */
function isCalledOnNil(
  cx: Context,
  base: go.Expression,
  found: { node?: go.FuncDecl; path: string[] } | undefined,
): boolean {
  if (cx.typing.of(base).kind !== 'pointer' || !found?.node || found.path.length > 0) return false;
  const variable = variableOf(cx, base);
  return allowsNil(cx, found.node) && (mayBeNil(cx, base) || (variable?.kind === 'param' && !isKnownNotNil(cx, base)));
}

/** `d.Animal.Speak()` calls the base class's method where `Animal` became one. */
function embeddedCall(cx: Context, fun: go.SelectorExpr, base: Value): Value | undefined {
  const { x, sel } = fun;
  if (x.kind !== 'SelectorExpr' || x.sel.kind !== 'Ident' || sel.kind !== 'Ident') return undefined;
  const outer = cx.typing.info(cx.typing.of(x.x));
  if (!outer || !cx.classes.inherits(outer.name, x.sel.name) || !outer.methods.has(sel.name)) return undefined;
  const inSelf = base.value.kind === 'Name' && base.value.id === 'self';
  if (!inSelf) gap('a call of an embedded method that is overridden', fun);
  return {
    ...base,
    value: { kind: 'Attribute', value: call('super'), attr: name(methodName(cx, sel.name)), start: -1, end: -1 },
  };
}

/** Arguments as the parameters want them. */
export function argumentsOf(cx: Context, node: go.CallExpr, signature: FunctionType | undefined): Value[] {
  const { fun } = node;
  if (
    fun.kind === 'SelectorExpr' &&
    fun.sel.kind === 'Ident' &&
    (fun.sel.name === 'Error' || fun.sel.name === 'String') &&
    node.args.length === 0
  ) {
    const base = expression(cx, fun.x);
    if (base.type.kind === 'error' || cx.typing.method(base.type, fun.sel.name)) return [{ ...base, before: [] }];
  }
  const params = signature?.params ?? [];
  const callee = declaredFunction(cx.program, cx.typing, node);
  const [only] = node.args;
  if (only?.kind === 'CallExpr' && node.args.length === 1 && cx.typing.of(only).kind === 'tuple') {
    const value = expression(cx, only);
    return [{ ...value, value: starred(value.value) }];
  }
  const receiver = nilReceiver(cx, fun);
  const given = node.args.map((arg, i) => {
    const param = params[Math.min(i, params.length - 1)];
    if (param?.type.kind === 'instance' && /^sync\./.test(param.type.name))
      gap('a lock or a group that is passed as a copy', arg);
    const isSpread = node.ellipsis && i === node.args.length - 1;
    const value = isSpread ? expression(cx, arg) : keptCopy(cx, valueOf(cx, arg, param?.type), arg, callee, i);
    return isSpread ? { ...value, value: starred(value.value) } : value;
  });
  return receiver ? [receiver, ...given] : given;
}

/** The object that a method of a class is called with, where it may be None. */
function nilReceiver(cx: Context, fun: go.Expression): Value | undefined {
  if (fun.kind !== 'SelectorExpr' || fun.sel.kind !== 'Ident' || cx.typing.packageOf(fun.x) !== undefined)
    return undefined;
  const found = cx.typing.method(cx.typing.of(fun.x), fun.sel.name);
  return isCalledOnNil(cx, fun.x, found) ? { ...expression(cx, fun.x), before: [] } : undefined;
}

/** `valueOf` copies what is changed; an argument that nobody keeps or changes needs no copy. */
function keptCopy(cx: Context, value: Value, arg: go.Expression, callee: go.FuncDecl | undefined, at: number): Value {
  const isCopy =
    value.value.kind === 'Call' &&
    value.value.args.length === 1 &&
    value.value.func.kind === 'Attribute' &&
    value.value.func.value.kind === 'Name' &&
    value.value.func.value.id === 'copy';
  if (!isCopy || !callee) return value;
  const param = callee.type.params.flatMap(field => (field.kind === 'Field' ? field.names : []))[at];
  const variable = param && cx.program.bindings.variable(param);
  // Functions that change their parameter copy it themselves.
  const keeps = variable?.uses.some(use =>
    /^(AssignStmt|KeyValueExpr|CompositeLit|ReturnStmt|SendStmt|CallExpr)$/.test(
      cx.program.bindings.parent(use)?.kind ?? '',
    ),
  );
  const copiesItself = variable !== undefined && cx.usage.changesInPlace(variable);
  return keeps && !copiesItself ? value : expression(cx, arg);
}

/** The error of a call that raises it, as a value. */
export function errorOf(cx: Context, node: go.CallExpr): Value {
  const made = plainCall(cx, node);
  const { value } = made;
  const signature = cx.typing.signature(node);
  if (value.kind !== 'Call' || !signature || plainResults(signature).length > 0)
    return gap('results and an error that are used at once', node);
  return { ...made, value: call(cx.out.helper('error_of'), value.func, ...value.args), type: t.error };
}

/** Whether the error of a call is wanted where it stands, not in a statement of its own. */
export function isErrorWanted(cx: Context, node: go.CallExpr): boolean {
  const parent = cx.program.bindings.parent(node);
  switch (parent?.kind) {
    case 'CallExpr':
    case 'SelectorExpr':
    case 'CompositeLit':
    case 'KeyValueExpr':
    case 'BinaryExpr':
    case 'SendStmt':
    case 'IndexExpr':
    case 'TypeAssertExpr':
    case 'SwitchStmt':
    case 'TypeSwitchStmt':
      return parent['fun'] !== node;
    case 'AssignStmt':
      return (parent['rhs'] as unknown[]).length > 1;
    case 'ValueSpec':
      return (parent['values'] as unknown[]).length > 1;
    case 'ReturnStmt':
      // All results go on together, the error among them.
      if ((parent['results'] as unknown[]).length === 1 && cx.typing.of(node).kind === 'tuple') return false;
      return !cx.fn.raises || (parent['results'] as unknown[]).at(-1) !== node;
    default:
      return false;
  }
}

/** Whether a call gives an error result, which is raised here. */
export function raises(cx: Context, node: go.Expression | undefined): boolean {
  if (node?.kind !== 'CallExpr' || cx.typing.isConversion(node) || unwraps(cx, node.fun)) return false;
  const known = libraryFails(cx, node);
  return known ?? (isFallible(cx.typing.signature(node)) && !cx.errorModes.callGivesError(node));
}
