/** Functions and methods as definitions. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { annotation, resultAnnotation } from './annotations';
import { functionBody } from './body';
import { docstring, functionDef, globalStatement, param } from './build';
import { inFunction, newFunction, type Context, type FunctionContext } from './context';
import { allResults, isFallible, plainResults } from './exceptions';
import { methodName } from './expressions';
import { walk } from '../../syntax/node';
import { handlerOf, viewBody } from './handlers';
import { isTest } from './testFunctions';
import { gathered, generatorOf, yieldsByStatement } from './generators';
import { givingReceiver } from './receivers';
import { statements } from './statements';
import { zeroParameter } from './values';
import { pathNames, routeDecorators } from './routes';
import { namedResults, parameters, returnsNil } from './functionLiterals';

export function declarationContext(cx: Context, node: go.FuncDecl): FunctionContext {
  const type = cx.typing.functionType(node.type);
  const givesError = cx.errorModes.givesError(node);
  const isMain = !node.recv && node.name.kind === 'Ident' && node.name.name === 'main';
  return newFunction(cx, {
    kind: isMain ? 'main' : node.recv ? 'method' : 'function',
    node,
    results: givesError ? allResults(type) : plainResults(type),
    raises: isFallible(type) && !givesError,
    named: namedResults(cx, node.type),
  });
}

/** A function of the file. */
export function functionDeclaration(cx: Context, node: go.FuncDecl): py.Statement {
  const id = node.name.kind === 'Ident' ? (cx.program.moduleNames.get(node.name.name) ?? node.name.name) : '_';
  return definition(cx, node, id, []);
}

/** A method, in the class of its receiver. */
export function methodDeclaration(cx: Context, node: go.FuncDecl): py.Statement {
  const id = node.name.kind === 'Ident' ? methodName(cx, node.name.name) : '_';
  return definition(cx, node, id, [param('self')]);
}

/** A function that handles requests is a view. */
function view(cx: Context, node: go.FuncDecl, id: string): py.Statement | undefined {
  const handler = node.recv ? undefined : handlerOf(cx, node.type);
  if (!handler) return undefined;
  const decorators = routeDecorators(cx, node);
  if (decorators.length === 0) return undefined;
  const fn = declarationContext(cx, node);
  fn.kind = 'handler';
  fn.handler = handler;
  return inFunction(cx, fn, () => {
    const params = pathNames(decorators).map(own => param(own, { kind: 'Name', id: 'str', start: -1, end: -1 }));
    const body = viewBody(cx, node);
    const head: py.Statement[] = [...documentation(node)];
    if (fn.globals.size > 0) head.push(globalStatement([...fn.globals]));
    const isText = JSON.stringify(body).includes('"kind":"Return"') && !returnsMore(body);
    const result = isText
      ? ({ kind: 'Name', id: 'str', start: -1, end: -1 } as const)
      : cx.out.from('flask.typing', 'ResponseReturnValue');
    return functionDef(id, params, result, [...head, ...body], decorators);
  });
}

/** Whether some answer is more than a text. */
function returnsMore(body: readonly py.Statement[]): boolean {
  let more = false;
  for (const one of body) {
    walk(one, node => {
      if (node.kind !== 'Return') return;
      const value = node['value'] as py.Expression | undefined;
      if (value?.kind === 'Tuple' || (value?.kind === 'Call' && value.func.kind === 'Name')) more = true;
    });
  }
  return more;
}

function definition(cx: Context, node: go.FuncDecl, id: string, first: py.Param[]): py.Statement {
  const asView = view(cx, node, id);
  if (asView) return asView;
  const fn = declarationContext(cx, node);
  const generating = generatorOf(cx, node);
  const tests = !node.recv && isTest(cx, node.type);
  if (tests) fn.kind = 'test';
  return inFunction(cx, fn, () => {
    const params = tests ? [] : [...first, ...parameters(cx, node.type), ...zeroParameters(cx, node)];
    if (generating) {
      fn.kind = 'generator';
      const direct = yieldsByStatement(cx, generating);
      if (direct) fn.yields = generating.yields;
      // The literal's own variables are those of the generator.
      fn.node = generating.literal;
      const before = statements(cx, generating.before);
      const body = (): py.Body => functionBody(cx, generating.literal.body, generating.literal);
      const own = [...documentation(node), ...before, ...(direct ? body() : gathered(cx, generating, body))];
      return functionDef(id, params, resultAnnotation(cx, fn.results, false), own);
    }
    const own = node.body ? functionBody(cx, node.body, node) : [];
    const changes = cx.receivers.changes(node);
    const body = changes ? givingReceiver(cx, node, own) : own;
    const head: py.Statement[] = [...documentation(node)];
    if (fn.globals.size > 0) head.push(globalStatement([...fn.globals]));
    const isEmpty = body.every(one => one.kind === 'Pass' && !one.comments);
    return functionDef(
      id,
      params,
      resultAnnotation(cx, changes ? [receiverType(cx, node), ...fn.results] : fn.results, returnsNil(node)),
      isEmpty && documentation(node).length > 0 ? head : [...head, ...body],
    );
  });
}

function receiverType(cx: Context, node: go.FuncDecl): Type {
  const type = node.recv ? cx.typing.fromSyntax(node.recv.type) : t.none;
  return type.kind === 'pointer' ? type.to : type;
}

/** What callers give as the zero values of type parameters. */
function zeroParameters(cx: Context, node: go.FuncDecl): py.Param[] {
  if (node.recv || node.name.kind !== 'Ident') return [];
  const own = node.name.name;
  const wanted = node.type.typeParams
    .flatMap(field => (field.kind === 'Field' ? field.names : []))
    .flatMap(ident => (ident.kind === 'Ident' && cx.zeroParameters.has(`${own}.${ident.name}`) ? [ident.name] : []));
  return wanted.map(id => param(zeroParameter(id), annotation(cx, { kind: 'typevar', name: id })));
}

/** The comments before a declaration are its documentation. */
export function documentation(node: { comments?: go.FuncDecl['comments'] }): py.Statement[] {
  const lines = (node.comments ?? []).filter(comment => comment.place === 'before').map(comment => comment.text);
  const text = docText(lines);
  return text ? [docstring(text)] : [];
}

/** The text of a documentation comment, without the directives of tools. */
export function docText(lines: readonly string[]): string {
  return lines
    .flatMap(line => line.split('\n'))
    .filter(line => !/^(go:|nolint|\+build)/.test(line))
    .map(line => line.replace(/^ /, '').trimEnd())
    .join('\n')
    .trim();
}
