/** `raise`: an error that goes where errors go at the place. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import type { Context } from './context';
import { isContextManager } from './contextManagers';
import { withCause } from './causes';
import { expression } from './expressions';
import { raisedName } from './fallible';
import { stopIteration } from './returns';
import { answersStatus } from './web/responses';

// ---- raise ----

export function raiseStatement(c: Context, node: py.Raise): void {
  if (!node.exc) {
    const { handling } = c.func;
    if (!handling) return c.gap('raise without an exception outside of a handler', node);
    c.emit(...c.fail(handling));
    return;
  }
  const name = raisedName(node.exc, c);
  c.model.raised.add(name);
  if (name === 'builtins.SystemExit') return c.gap('SystemExit has no counterpart here', node);
  const stop = name === 'builtins.StopIteration' ? stopIteration(c) : undefined;
  if (stop) return c.emit(...stop);
  if (c.func.view && c.func.catchers.length === 1 && answersStatus(c, node.exc)) return;
  if (isLost(c, name)) return c.gap('an exception of a generator that is handed on has no counterpart here', node);
  const error = withCause(c, raised(c, node.exc, name), node.cause);
  c.emit(...c.fail(error, [name]));
}

/** Somebody takes the exception, but the generator has no way to give it. */
function isLost(c: Context, name: string): boolean {
  const { kind, fallible, model, catchers } = c.func;
  if (kind !== 'generator' || fallible || !model || isContextManager(c, model.node)) return false;
  if (catchers.some(catcher => c.model.catches(catcher.catches, name))) return false;
  return c.model.catches([...model.catchable], name);
}

function raised(c: Context, exc: py.Expression, name: string): go.Expression {
  if (exc.kind !== 'Call' && (c.model.exceptions.isException(name) || c.model.classes.has(name.replace(/^\./, '')))) {
    const type = c.facts.typeOf(exc);
    if (
      type.kind === 'class' ||
      (exc.kind === 'Name' && c.facts.symbolOf(exc)?.kind !== 'variable' && c.facts.symbolOf(exc)?.kind !== 'parameter')
    ) {
      return expression(c, { kind: 'Call', start: exc.start, end: exc.end, func: exc, args: [] }).node;
    }
  }
  const made = expression(c, exc);
  // Of a variable that is None at first: who raises it holds an exception by then.
  const isError = made.type.kind === 'error' || (made.type.kind === 'optional' && made.type.of.kind === 'error');
  if (!isError) return c.gap('what is raised here is no exception that is known', exc);
  return made.node;
}
