/** `with`: files, locks, and context managers of the file. */
import type { Type } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import { withInstance, withManager } from './contextManagers';
import { value, type Value } from './value';
import { type Context } from './context';
import { expression } from './expressions';
import { withLock } from './locks';
import { statements } from './statements';
import { assignTo } from './targets';
import { variableName, setVariableType } from './variables';

const file: Type = { kind: 'instance', name: 'io.TextIOWrapper', args: [] };

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
  const close = enter(c, item, node);
  inner();
  close();
}

/** Writes what comes before the body; gives what comes after it. */
function enter(c: Context, item: py.WithItem, node: py.With): () => void {
  const { context } = item;
  if (context.kind === 'Call' && c.facts.qualifiedName(context.func) === 'builtins.open')
    return openFile(c, item, context);
  return c.gap('this context manager has no counterpart here', node);
}

function openFile(c: Context, item: py.WithItem, call: py.Call): () => void {
  const [path, mode] = call.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
  if (!path) return c.gap('open without a path', call);
  const modeText = mode?.kind === 'Str' ? mode.value : mode ? c.gap('a mode that is not a literal', call) : 'r';
  const name = coerce(c, expression(c, path), { kind: 'str' });
  const opened = opener(c, modeText, name, call);
  const target = item.target;
  const symbol = target?.kind === 'Name' ? c.facts.symbolOf(target) : undefined;
  const variable = symbol ? variableName(c, symbol) : c.freshLocal('file');
  if (symbol) setVariableType(symbol, file);
  c.declareLocal(variable, file);
  const err = c.errorName();
  c.emit(g.assign([g.ident(variable), g.ident(err)], opened));
  c.emit(g.ifStmt(g.binary(g.ident(err), '!=', g.nil()), c.failOrPanic(g.ident(err), 'builtins.FileNotFoundError')));
  if (target && !symbol) assignTo(c, target, value(g.ident(variable), file, true));
  const close = g.method(g.ident(variable), 'Close');
  // Inside of a loop a deferred call would wait for the end of the function.
  if (c.func.loops.length === 0 && c.func.catchers.length === 0 && c.func.kind !== 'module' && c.func.kind !== 'main') {
    c.emit(g.defer(close));
    return () => undefined;
  }
  return () => c.emit(g.exprStmt(close));
}

function opener(c: Context, mode: string, path: Value, call: py.Call): Value['node'] {
  switch (mode.replace(/[bt]/g, '')) {
    case 'r':
      return g.pkgCall('os', 'Open', path.node);
    case 'w':
      return g.pkgCall('os', 'Create', path.node);
    case 'a': {
      const flags = g.binary(
        g.binary(g.pkg('os', 'O_APPEND'), '|', g.pkg('os', 'O_CREATE')),
        '|',
        g.pkg('os', 'O_WRONLY'),
      );
      return g.pkgCall('os', 'OpenFile', path.node, flags, {
        kind: 'IntLit',
        start: -1,
        end: -1,
        value: '420',
        style: 'octal',
      });
    }
    default:
      return c.gap(`the mode ${mode} of open has no counterpart here`, call);
  }
}
