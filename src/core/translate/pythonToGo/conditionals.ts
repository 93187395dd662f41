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
  const type = want && (!isAny(want, c) || givesBothNumbers(c, node)) ? want : c.typeOf(node);
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

/** `float(t) if "." in t else int(t)`: where any value may stand, each stays the number that it is. */
function givesBothNumbers(c: Context, { body, orelse }: py.IfExp): boolean {
  const kinds = [c.typeOf(body).kind, c.typeOf(orelse).kind];
  return kinds.includes('int') && kinds.includes('float');
}

/** `a if a > b else b`, in any order. */
export function isMinMax({ test, body, orelse }: py.IfExp): boolean {
  if (test.kind !== 'Compare' || test.ops.length !== 1 || !/^[<>]=?$/.test(test.ops[0] ?? '')) return false;
  const names = [test.left, test.comparators[0], body, orelse].map(one => (one?.kind === 'Name' ? one.id : undefined));
  if (names.some(name => name === undefined)) return false;
  const [a, b, first, second] = names;
  return a !== b && ((a === first && b === second) || (a === second && b === first));
}

/** What Go's built-ins say for whole numbers. */
function simpleMinMax(c: Context, node: py.IfExp): Value | undefined {
  if (!isMinMax(node) || node.test.kind !== 'Compare') return undefined;
  const { left: a, comparators, ops } = node.test;
  const [left, other] = operands(c, [a, comparators[0]!]);
  if (!left || !other || left.type.kind !== 'int' || other.type.kind !== 'int') return undefined;
  const isFirst = a.kind === 'Name' && node.body.kind === 'Name' && a.id === node.body.id;
  const takesSmaller = (ops[0] ?? '').startsWith('<') === isFirst;
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
