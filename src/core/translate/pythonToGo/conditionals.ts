/** Conditional expressions, and names for their values. */
import { type Type, int } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import { type Context } from './context';
import { type Value, pure, value } from './value';
import { expression, operands } from './expressions';
import { condition } from './logic';
import { isAny } from './types';

// ---- the rest ----

export function conditional(c: Context, node: py.IfExp, want: Type | undefined): Value {
  const type = want && !isAny(want, c) ? want : c.typeOf(node);
  const smallest = simpleMinMax(c, node);
  if (smallest) return smallest;
  const test = condition(c, node.test);
  const [offered] = c.takeResultNames([type]) ?? [];
  const name = offered ?? c.freshLocal(nameHint(type));
  const target = g.ident(name);
  if (offered === undefined) c.declareLocal(name, type);
  const arm = (one: py.Expression): go.Statement[] =>
    c.block(() => c.emit(g.assign(target, coerce(c, expression(c, one, type), type).node)));
  c.emit(g.ifStmt(test, arm(node.body), arm(node.orelse)));
  return pure(target, type);
}

/** `a if a > b else b` is what Go's built-ins say. */
function simpleMinMax(c: Context, node: py.IfExp): Value | undefined {
  const { test, body, orelse } = node;
  if (test.kind !== 'Compare' || test.ops.length !== 1) return undefined;
  const [op] = test.ops;
  const [right] = test.comparators;
  const names = [test.left, right, body, orelse].map(one => (one?.kind === 'Name' ? one.id : undefined));
  if (names.some(name => name === undefined)) return undefined;
  const [a, b, first, second] = names;
  const isBoth = (a === first && b === second) || (a === second && b === first);
  if (!isBoth || a === b || (op !== '<' && op !== '>' && op !== '<=' && op !== '>=')) return undefined;
  const [left, other] = operands(c, [test.left, right!]);
  if (!left || !other || left.type.kind !== 'int' || other.type.kind !== 'int') return undefined;
  const takesSmaller = op.startsWith('<') === (a === first);
  return value(g.call(takesSmaller ? 'min' : 'max', left.node, other.node), int, true);
}

/** A name for a temporary that tells a little. */
export function nameHint(type: Type): string {
  switch (type.kind) {
    case 'str':
      return 'word';
    case 'int':
    case 'float':
      return 'number';
    case 'list':
      return 'items';
    default:
      return 'value';
  }
}
