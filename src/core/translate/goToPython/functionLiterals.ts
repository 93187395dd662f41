/** Function literals: a lambda where one expression says it all, else a function of its own before the statement. */
import { servesRequests } from './library/web';
import type { FunctionType } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { annotation, resultAnnotation } from './annotations';
import { functionDef, globalStatement, lambda, name, nonlocalStatement, param, starParam } from './build';
import { inFunction, newFunction, type Context, type FunctionContext, type Value } from './context';
import { functionBody } from './body';
import { isFallible, plainResults } from './exceptions';
import { valueOf } from './expressions';
import { freshName, nameOf } from './naming';
import type { Variable } from './symbols';

export function functionLiteral(cx: Context, node: go.FuncLit): Value {
  const type = cx.typing.of(node);
  const short = asLambda(cx, node);
  if (short) return { before: [], value: short, type, pure: true };
  const id = freshName(cx, wantedName(cx, node));
  return { before: [literalDef(cx, node, id)], value: name(id), type, pure: true };
}

/** A name after what the literal is passed as. */
function wantedName(cx: Context, node: go.FuncLit): string {
  const parent = cx.program.bindings.parent(node);
  if (parent?.kind === 'CallExpr') {
    const at = (parent['args'] as unknown[]).indexOf(node);
    const param = at >= 0 ? cx.typing.signature(parent as unknown as go.CallExpr)?.params[at]?.name : undefined;
    if (param && param.length > 2) return param;
  }
  if (parent?.kind === 'KeyValueExpr' && (parent['key'] as go.Expression).kind === 'Ident')
    return (parent['key'] as go.Ident).name.toLowerCase();
  if (parent?.kind === 'ReturnStmt') {
    const results = (node.type.results.length && 'compute') || 'run';
    return results;
  }
  return 'work';
}

/** `func(a, b int) int { return a + b }` is a lambda. */
export function asLambda(cx: Context, node: go.FuncLit): py.Expression | undefined {
  const [only] = node.body.list;
  if (node.body.list.length !== 1 || only?.kind !== 'ReturnStmt' || only.results.length !== 1) return undefined;
  const signature = cx.typing.functionType(node.type);
  if (signature.params.some(one => one.variadic)) return undefined;
  if (isFallible(signature) || node.comments?.length || only.comments?.length) return undefined;
  const captured = loopVariables(cx, node);
  if (captured.length > 0) return undefined;
  const fn = literalContext(cx, node, signature);
  const value = inFunction(cx, fn, () => valueOf(cx, only.results[0]!, signature.result));
  if (value.before.length > 0 || fn.nonlocals.size + fn.globals.size > 0) return undefined;
  return lambda(
    inFunction(cx, fn, () => parameterVariables(cx, node.type).map(variable => nameOf(cx, variable))),
    value.value,
  );
}

export function literalContext(
  cx: Context,
  node: go.FuncLit,
  signature: FunctionType,
  kind: FunctionContext['kind'] = 'function',
): FunctionContext {
  return newFunction(cx, {
    up: cx.fn,
    kind,
    node,
    results: plainResults(signature),
    raises: isFallible(signature),
    named: namedResults(cx, node.type),
    knownKeys: [...cx.fn.knownKeys],
    caught: [...cx.fn.caught],
  });
}

export function namedResults(cx: Context, type: go.FuncType): Variable[] {
  return type.results.flatMap(field =>
    field.kind === 'Field' ? field.names.flatMap(ident => cx.program.bindings.variable(ident) ?? []) : [],
  );
}

export function parameterVariables(cx: Context, type: go.FuncType): Variable[] {
  return type.params.flatMap(field =>
    field.kind === 'Field' ? field.names.flatMap(ident => cx.program.bindings.variable(ident) ?? []) : [],
  );
}

/** A function literal as a `def`. */
export function literalDef(cx: Context, node: go.FuncLit, id: string): py.Statement {
  const signature = cx.typing.functionType(node.type);
  const fn = literalContext(cx, node, signature);
  const captured = loopVariables(cx, node).map(variable => nameOf(cx, variable));
  return inFunction(cx, fn, () => {
    const params = parameters(cx, node.type);
    for (const own of captured) params.push(param(own, undefined, name(own)));
    const body = functionBody(cx, node.body, node);
    const head: py.Statement[] = [];
    if (fn.globals.size > 0) head.push(globalStatement([...fn.globals]));
    if (fn.nonlocals.size > 0) head.push(nonlocalStatement([...fn.nonlocals].filter(own => !captured.includes(own))));
    return functionDef(id, params, resultAnnotation(cx, fn.results, returnsNil(node)), [...head, ...body]);
  });
}

/** Whether a function returns nil for something else than its error. */
export function returnsNil(node: go.FuncDecl | go.FuncLit): boolean {
  let found = false;
  if (node.body) {
    walk(node.body, at => {
      if (at.kind === 'FuncLit') return false;
      if (at.kind !== 'ReturnStmt') return;
      const { results } = at as unknown as go.ReturnStmt;
      const last = node.type.results.at(-1);
      const count =
        last?.kind === 'Field' && last.type.kind === 'Ident' && last.type.name === 'error'
          ? results.length - 1
          : results.length;
      // A nil that goes with an error is not returned in Python.
      const fails =
        count < results.length && !(results.at(-1)?.kind === 'Ident' && (results.at(-1) as go.Ident).name === 'nil');
      if (!fails && results.slice(0, count).some(result => result.kind === 'Ident' && result.name === 'nil'))
        found = true;
    });
  }
  return found;
}

/** Parameters with annotations; a blank one keeps its place. */
export function parameters(cx: Context, type: go.FuncType): py.Param[] {
  const params: py.Param[] = [];
  let blanks = 0;
  for (const field of type.params) {
    if (field.kind !== 'Field') continue;
    const of = cx.typing.fromSyntax(field.type);
    const idents = field.names.length > 0 ? field.names : [undefined];
    for (const ident of idents) {
      const variable = ident && cx.program.bindings.variable(ident);
      const id = variable && variable.name !== '_' ? nameOf(cx, variable) : `_${blanks++ || ''}`;
      const nullable = variable !== undefined && isComparedWithNil(cx, variable);
      if (
        of.kind === 'pointer' &&
        of.to.kind === 'instance' &&
        of.to.name === 'net/http.Request' &&
        servesRequests(cx, type)
      ) {
        params.push(param(id, cx.out.from('flask', 'Request')));
        continue;
      }
      params.push(field.variadic ? starParam(id, annotation(cx, of)) : param(id, annotation(cx, of, nullable)));
    }
  }
  return params;
}

/** A parameter that the body compares with nil may be None. */
export function isComparedWithNil(cx: Context, variable: Variable): boolean {
  return variable.uses.some(use => {
    const parent = cx.program.bindings.parent(use);
    if (parent?.kind !== 'BinaryExpr') return false;
    return [parent['x'], parent['y']].some(
      side => (side as go.Expression).kind === 'Ident' && (side as go.Ident).name === 'nil',
    );
  });
}

/**
 * Variables of a loop that the literal reads after the loop has gone on: Go makes a new one each time round, Python
 * has one. They are bound as defaults.
 */
export function loopVariables(cx: Context, node: go.FuncLit): Variable[] {
  const { bindings } = cx.program;
  if (isCalledAtOnce(cx, node)) return [];
  const found = new Set<Variable>();
  walk(node.body, at => {
    if (at.kind !== 'Ident') return;
    const variable = bindings.variable(at);
    if (!variable?.loop || variable.owner === node || isInside(cx, variable, node)) return;
    // A loop inside this very literal has its variables to itself.
    if (variable.owner !== bindings.functionOf(node)) return;
    const writes = variable.definitions.some(
      one =>
        isWithin(cx, one.ident, node) ||
        (one.how !== 'declare' && one.how !== 'range-key' && one.how !== 'range-value' && one.ident.start > node.end),
    );
    const isLoopsOwn = loopEncloses(cx, variable, node);
    if (isLoopsOwn && !writes) found.add(variable);
  });
  return [...found];
}

function isWithin(cx: Context, ident: go.Ident, node: go.FuncLit): boolean {
  for (let at = cx.program.bindings.parent(ident); at; at = cx.program.bindings.parent(at))
    if (at === (node as unknown)) return true;
  return false;
}

const isInside = (cx: Context, variable: Variable, node: go.FuncLit): boolean => isWithin(cx, variable.ident, node);

function loopEncloses(cx: Context, variable: Variable, node: go.FuncLit): boolean {
  for (let loop = cx.program.bindings.loopOf(node); loop; loop = cx.program.bindings.loopOf(loop))
    if (loop === variable.loop) return true;
  return false;
}

/** A callback of a sort or the like is done with before the loop goes on. */
function isCalledAtOnce(cx: Context, node: go.FuncLit): boolean {
  const parent = cx.program.bindings.parent(node);
  if (parent?.kind !== 'CallExpr') return false;
  if (parent['fun'] === node) {
    const outer = cx.program.bindings.parent(parent);
    return outer?.kind !== 'GoStmt' && outer?.kind !== 'DeferStmt';
  }
  const call = parent as unknown as go.CallExpr;
  return call.fun.kind === 'SelectorExpr' && /^(sort|slices|strings)$/.test(cx.typing.packageOf(call.fun.x) ?? '');
}
