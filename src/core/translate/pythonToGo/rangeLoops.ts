/** Loops that count: `range`, also backwards. */
import { any, int } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import { type Context } from './context';
import { pure } from './value';
import { asList } from './displays';
import { expression, operands } from './expressions';
import { type Rounds, type Wanted, assignOrDefine } from './iteration';
import { isNonNegative } from './ranges';
import { isSimple } from './subscripts';

export function rangeRounds(c: Context, args: py.Expression[], wanted: Wanted): Rounds {
  const values = operands(c, args).map(one => coerce(c, one, int));
  const [first, second, third] = values;
  const name = wanted.names[0] ?? c.freshLocal('i');
  const given = pure(g.ident(name), int);
  if (first && !second) {
    return {
      values: [given],
      wrap: body => g.rangeStmt(name, undefined, first.node, body),
      ...((isNonNegative(c, args[0]!) || first.node.kind === 'Ident') &&
        isSimpleCount(first.node) && { length: first.node }),
    };
  }
  if (!first || !second) return c.gap('range without an end has no counterpart');
  const step = third ? literalInt(third.node) : 1;
  const isOpen = step === undefined && !(args[2] && isNonNegative(c, args[2]));
  const end =
    wanted.body && mayChange(c, args[1]!, wanted.body) ? c.temporary({ ...second, node: second.node }, 'end') : second;
  const i = g.ident(name);
  const post =
    step === 1
      ? g.incDec(i, '++')
      : step === -1
        ? g.incDec(i, '--')
        : step === undefined
          ? g.assign(i, third!.node, '+=')
          : step > 0
            ? g.assign(i, g.int(step), '+=')
            : g.assign(i, g.int(-step), '-=');
  return {
    values: [given],
    wrap: body =>
      g.forStmt(
        assignOrDefine(c, name, first.node),
        isOpen ? eitherWay(i, end.node, third!.node) : g.binary(i, (step ?? 1) > 0 ? '<' : '>', end.node),
        post,
        body,
      ),
  };
}

/** A step of which the sign is not known counts up or down. */
function eitherWay(i: go.Expression, end: go.Expression, step: go.Expression): go.Expression {
  const up = g.binary(g.binary(step, '>', g.int(0)), '&&', g.binary(i, '<', end));
  return g.binary(up, '||', g.binary(g.binary(step, '<', g.int(0)), '&&', g.binary(i, '>', end)));
}

const isSimpleCount = (node: go.Expression): boolean =>
  isSimple(node) ||
  node.kind === 'IntLit' ||
  (node.kind === 'CallExpr' && node.fun.kind === 'Ident' && node.fun.name === 'len');

function literalInt(node: go.Expression): number | undefined {
  if (node.kind === 'IntLit') return Number(node.value);
  return node.kind === 'UnaryExpr' && node.op === '-' && node.x.kind === 'IntLit' ? -Number(node.x.value) : undefined;
}

/** Whether the body of a loop may change the value of its bound, which Go looks at in each round. */
function mayChange(c: Context, bound: py.Expression, body: readonly py.Statement[]): boolean {
  if (!c.facts.isPure(bound)) return true;
  const used = new Set<string>();
  walk(bound, node => void (node.kind === 'Name' && used.add((node as unknown as py.Name).id)));
  let changes = false;
  for (const statement of body) {
    walk(statement, child => {
      const node = child as unknown as py.Node;
      const targets =
        node.kind === 'Assign'
          ? node.targets
          : node.kind === 'AugAssign' || node.kind === 'For' || node.kind === 'AnnAssign'
            ? [node.target]
            : node.kind === 'Delete'
              ? node.targets
              : [];
      for (const target of targets) {
        walk(target, one => void (one.kind === 'Name' && used.has((one as unknown as py.Name).id) && (changes = true)));
      }
      if (node.kind === 'Call' && node.func.kind === 'Attribute') {
        const { value: of } = node.func;
        if (of.kind === 'Name' && used.has(of.id)) changes = true;
      }
    });
  }
  return changes;
}

export function reversedRounds(c: Context, node: py.Expression, wanted: Wanted): Rounds {
  if (node.kind === 'Call' && c.facts.qualifiedName(node.func) === 'builtins.range') {
    const args = node.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
    const [first, second] = operands(c, args).map(one => coerce(c, one, int));
    if (first && args.length <= 2) {
      const i = wanted.names[0] ?? c.freshLocal('i');
      const [low, high] = second ? [first.node, second.node] : [g.int(0), first.node];
      return {
        values: [pure(g.ident(i), int)],
        wrap: body =>
          g.forStmt(
            assignOrDefine(c, i, g.binary(high, '-', g.int(1))),
            g.binary(g.ident(i), '>=', low),
            g.incDec(g.ident(i), '--'),
            body,
          ),
      };
    }
  }
  const whole = asList(c, expression(c, node));
  const item = (wanted.names.length === 1 ? wanted.names[0] : undefined) ?? c.freshLocal('item');
  return {
    values: [pure(g.ident(item), whole.type.kind === 'list' ? whole.type.elt : any)],
    wrap: body => g.rangeStmt(undefined, item, g.pkgCall('slices', 'Backward', whole.node), body),
    ...(isSimple(whole.node) && { length: g.call('len', whole.node) }),
  };
}
