/** `raise … from e`: the error that led to another one, kept where the file asks for it. */
import type { Type } from '../../facts/types';
import { walk } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import type { Context } from './context';
import { expression } from './expressions';
import { enclosingClass } from './fallible';
import { value, type Value } from './value';

const asked = new WeakMap<Context, boolean>();

/** Whether the file looks at causes. */
function readsCauses(c: Context): boolean {
  const known = asked.get(c);
  if (known !== undefined) return known;
  let found = false;
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Attribute' && node.attr.kind === 'Name' && node.attr.id === '__cause__') found = true;
    });
  }
  asked.set(c, found);
  return found;
}

/** The errors themselves behind what handlers took out of them. */
const whole = new WeakMap<go.Expression, go.Expression>();

/** Remembers of which error a handler has taken the part that it looks into. */
export function rememberError(part: go.Expression, error: go.Expression): void {
  whole.set(part, error);
}

/** The error itself, where a handler has taken a part out of it. */
export const wholeError = (part: go.Expression): go.Expression => whole.get(part) ?? part;

/** The error that is raised, with the one that led to it. */
export function withCause(c: Context, error: go.Expression, cause: py.Expression | undefined): go.Expression {
  if (!cause || cause.kind === 'None') return error;
  if (!readsCauses(c)) {
    c.notes.assume('the cause of an exception is not looked at');
    return error;
  }
  const given = expression(c, cause);
  c.helper('causedError');
  return g.call('withCause', error, wholeError(given.node));
}

/** `e.__cause__`. */
export function causeOf(c: Context, of: Value): Value {
  c.helper('causedError');
  const type: Type = { kind: 'optional', of: { kind: 'error' } };
  return value(g.call('causeOf', wholeError(of.node)), type, true);
}

const several = new WeakMap<Context, boolean>();

/** Whether the file makes an exception of several values: its args are not its message then. */
export function isMadeOfSeveral(c: Context): boolean {
  const known = several.get(c);
  if (known !== undefined) return known;
  let found = false;
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind !== 'Call' || node.args.length < 2) return;
      const type = c.facts.typeOf(node);
      if (type.kind === 'error' && !c.model.method(type.name?.slice(1) ?? '', '__init__')) found = true;
      const isInit =
        node.func.kind === 'Attribute' && node.func.attr.kind === 'Name' && node.func.attr.id === '__init__';
      if (isInit && c.model.classes.get(enclosingClass(node, c) ?? '')?.kind === 'exception') found = true;
    });
  }
  several.set(c, found);
  return found;
}
