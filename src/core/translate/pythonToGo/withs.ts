/** `with`: files, locks, and context managers of the file. */
import { str, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import { withManager } from './contextManagers';
import { withInstance } from './managerClasses';
import { isLastOfFunction, runGuarded } from './finals';
import { positional } from './arguments';
import { openCall, opening } from './library/opening';
import { openedAddress } from './library/urlopen';
import { temporaryFile, temporaryFolder } from './library/system';
import { value } from './value';
import { type Context } from './context';
import { expression } from './expressions';
import { withLock } from './locks';
import { statements } from './statements';
import { assignTo } from './targets';
import { isTestContext } from './web/settings';
import { variableName, setVariableType } from './variables';

export function withStatement(c: Context, node: py.With): void {
  withItems(c, node, node.items, () => statements(c, node.body));
}

/** The items from the outer to the inner, the body in the middle. */
function withItems(c: Context, node: py.With, items: readonly (py.WithItem | py.Meta)[], body: () => void): void {
  const [item, ...rest] = items;
  if (!item) return body();
  if (item.kind !== 'WithItem') return c.gap('this has no counterpart here', node);
  const inner = (): void => withItems(c, node, rest, body);
  if (withLock(c, item, node, inner) || withInstance(c, item, node, inner) || withManager(c, item, node, inner)) return;
  if (withOutput(c, item, inner) || withFolder(c, item, node, inner)) return;
  const close = enter(c, item, node);
  inner();
  close();
}

/** Writes what comes before the body; gives what comes after it. */
function enter(c: Context, item: py.WithItem, node: py.With): () => void {
  const { context } = item;
  if (context.kind === 'Call') {
    const name = c.facts.qualifiedName(context.func);
    if (name === 'builtins.open' || name === 'io.open') return openFile(c, item, openCall(c, context));
    if (name === 'pathlib.Path.open' && context.func.kind === 'Attribute') {
      const path = coerce(c, expression(c, context.func.value), str).node;
      return openFile(c, item, opening(c, context, path, positional(context)[0]));
    }
    if (name === 'tempfile.NamedTemporaryFile' || name === 'tempfile.TemporaryFile')
      return temporaryFileAround(c, item, context);
  }
  if (isTestContext(c, context)) {
    if (item.target) assignTo(c, item.target, expression(c, context));
    return () => undefined;
  }
  const type = c.typeOf(context);
  if (type.kind === 'instance' && /^io\./.test(type.name)) {
    const of = c.temporary(expression(c, context), 'file');
    if (item.target) assignTo(c, item.target, of);
    if (/^io\.(StringIO|BytesIO)$/.test(type.name)) return () => undefined;
    return closing(c, g.method(of.node, 'Close'));
  }
  if (type.kind === 'instance' && type.name === openedAddress) {
    const { name, isTarget } = variableOf(c, item, type, 'response');
    const response = c.offerResult([name], [type], () => expression(c, context));
    if (response.node.kind !== 'Ident' || response.node.name !== name) c.emit(g.assign(g.ident(name), response.node));
    if (item.target && !isTarget) assignTo(c, item.target, value(g.ident(name), type, true));
    return () => undefined;
  }
  return c.gap('this context manager has no counterpart here', node);
}

/** `redirect_stdout(buffer)`: what is printed goes elsewhere for a while; false for other managers. */
function withOutput(c: Context, item: py.WithItem, body: () => void): boolean {
  const { context } = item;
  const name = context.kind === 'Call' ? c.facts.qualifiedName(context.func) : undefined;
  const stream = /^contextlib\.redirect_(stdout|stderr)$/.exec(name ?? '')?.[1];
  if (context.kind !== 'Call' || stream === undefined) return false;
  const [target] = positional(context);
  if (!target) return c.gap('this context manager has no counterpart here', context);
  const to = expression(c, target);
  const { type } = to;
  if (type.kind !== 'instance' || !/^io\./.test(type.name))
    return c.gap('output to this has no counterpart here', target);
  const kept = c.temporary(to, 'output');
  if (item.target) assignTo(c, item.target, kept);
  const restore = c.freshLocal('restore');
  const isPlain = type.name === 'io.StringIO' && c.goType(type).kind !== 'StarExpr';
  const writer = isPlain ? g.unary('&', kept.node) : kept.node;
  const place = g.unary('&', g.pkg('os', stream === 'stdout' ? 'Stdout' : 'Stderr'));
  c.emit(g.define(restore, g.call(c.helper('redirect'), place, writer)));
  runGuarded(c, body, () => [g.exprStmt(g.call(restore))]);
  return true;
}

/** The variable that the target of a `with` is. */
function variableOf(c: Context, item: py.WithItem, type: Type, wanted: string): { name: string; isTarget: boolean } {
  const { target } = item;
  const symbol = target?.kind === 'Name' ? c.facts.symbolOf(target) : undefined;
  const name = symbol ? variableName(c, symbol) : c.freshLocal(wanted);
  if (symbol) setVariableType(symbol, type);
  c.declareLocal(name, type);
  return { name, isTarget: symbol !== undefined };
}

/** What runs at the end of the block: deferred where nothing else of the function sees the difference. */
function closing(c: Context, call: go.CallExpr): () => void {
  // Inside of a loop a deferred call would wait for the end of the function.
  if (c.func.loops.length === 0 && c.func.catchers.length === 0 && c.func.kind !== 'module' && c.func.kind !== 'main') {
    c.emit(g.defer(call));
    return () => undefined;
  }
  return () => c.emit(g.exprStmt(call));
}

function openFile(c: Context, item: py.WithItem, opened: { call: go.CallExpr; type: Type }): () => void {
  const { name, isTarget } = variableOf(c, item, opened.type, 'file');
  const err = c.errorName();
  c.emit(g.assign([g.ident(name), g.ident(err)], opened.call));
  c.emit(g.ifStmt(g.binary(g.ident(err), '!=', g.nil()), c.failOrPanic(g.ident(err), 'builtins.FileNotFoundError')));
  if (item.target && !isTarget) assignTo(c, item.target, value(g.ident(name), opened.type, true));
  return closing(c, g.method(g.ident(name), 'Close'));
}

/** `TemporaryDirectory()`: the folder is gone for what comes after the block; false for other managers. */
function withFolder(c: Context, item: py.WithItem, node: py.With, body: () => void): boolean {
  const { context } = item;
  if (context.kind !== 'Call' || c.facts.qualifiedName(context.func) !== 'tempfile.TemporaryDirectory') return false;
  const { name, isTarget } = variableOf(c, item, str, 'folder');
  const made = temporaryFolder(c, context) ?? c.gap('this temporary folder has no counterpart here', context);
  c.emit(g.assign(g.ident(name), made.node));
  if (item.target && !isTarget) assignTo(c, item.target, value(g.ident(name), str, true));
  const remove = g.pkgCall('os', 'RemoveAll', g.ident(name));
  if (isLastOfFunction(c, node)) {
    const close = closing(c, remove);
    body();
    close();
    return true;
  }
  runGuarded(c, body, () => [g.exprStmt(remove)]);
  return true;
}

/** A file that is removed at the end, unless `delete=False`. */
function temporaryFileAround(c: Context, item: py.WithItem, call: py.Call): () => void {
  const { opened, isKept } = temporaryFile(c, call);
  const { name, isTarget } = variableOf(c, item, opened.type, 'file');
  c.emit(g.assign(g.ident(name), opened.node));
  if (item.target && !isTarget) assignTo(c, item.target, value(g.ident(name), opened.type, true));
  const removed = isKept ? undefined : closing(c, g.pkgCall('os', 'Remove', g.method(g.ident(name), 'Name')));
  const closed = closing(c, g.method(g.ident(name), 'Close'));
  return () => {
    closed();
    removed?.();
  };
}
