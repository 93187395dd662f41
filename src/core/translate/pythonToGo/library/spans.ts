/** Spans of time: what `timedelta` makes, and what is done with it. */
import { float, instance, int, type Type } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { isLiteral, value, type Value } from '../value';
import type { Field, LibraryModule } from './table';

const span: Type = instance('datetime.timedelta');

/** The arguments by the names of the parameters; a gap for what is none of them. */
export function named(c: Context, node: py.Call, names: readonly string[]): Map<string, py.Expression> {
  const given = new Map<string, py.Expression>();
  node.args.forEach((arg, i) => {
    const name = arg.kind === 'Keyword' ? (arg.arg?.kind === 'Name' ? arg.arg.id : undefined) : names[i];
    if (arg.kind === 'Starred' || name === undefined || !names.includes(name)) {
      return c.gap('an argument of this time has no counterpart here', node);
    }
    given.set(name, arg.kind === 'Keyword' ? arg.value : arg);
  });
  return given;
}

const units: Record<string, [factor: number, unit: string]> = {
  weeks: [168, 'Hour'],
  days: [24, 'Hour'],
  hours: [1, 'Hour'],
  minutes: [1, 'Minute'],
  seconds: [1, 'Second'],
  milliseconds: [1, 'Millisecond'],
  microseconds: [1, 'Microsecond'],
};

function timedelta(c: Context, node: py.Call): Value {
  const order = ['days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks'];
  const terms = [...named(c, node, order)].map(([name, arg]): Expression => {
    const [factor, unitName] = units[name]!;
    const unit = g.pkg('time', unitName);
    const amount = expression(c, arg);
    if (amount.type.kind === 'float') {
      const size = factor === 1 ? unit : g.binary(g.int(factor), '*', unit);
      return g.call(g.pkg('time', 'Duration'), g.binary(amount.node, '*', g.call('float64', size)));
    }
    const whole = coerce(c, amount, int).node;
    if (whole.kind === 'IntLit') {
      const count = Number(whole.value) * factor;
      return count === 1 ? unit : g.binary(g.int(count), '*', unit);
    }
    const times = isLiteral(whole) ? whole : g.call(g.pkg('time', 'Duration'), whole);
    return g.binary(factor === 1 ? times : g.binary(times, '*', g.int(factor)), '*', unit);
  });
  const [first, ...rest] = terms;
  if (!first) return value(g.call(g.pkg('time', 'Duration'), g.int(0)), span, true);
  return value(
    rest.reduce((sum, term) => g.binary(sum, '+', term), first),
    span,
    true,
  );
}

const spanPart =
  (helper: string): Field =>
  (c, of) =>
    value(g.call(c.helper(helper), of.node), int, of.pure);

export const spans: LibraryModule = {
  calls: { 'datetime.timedelta': timedelta },
  methods: {
    'datetime.timedelta.total_seconds': (_, of) => value(g.method(of.node, 'Seconds'), float, of.pure),
  },
  fields: {
    'datetime.timedelta.microseconds': spanPart('spanMicroseconds'),
    'datetime.timedelta.days': spanPart('spanDays'),
    'datetime.timedelta.seconds': spanPart('spanSeconds'),
  },
};

/** `*`, `/`, `//` and `%` of spans. */
export function spanArithmetic(c: Context, op: string, left: Value, right: Value): Value | undefined {
  const isSpan = (one: Value): boolean => one.type.kind === 'instance' && one.type.name === 'datetime.timedelta';
  if (op === '*' && isSpan(right) && !isSpan(left)) return spanArithmetic(c, op, right, left);
  if (!isSpan(left)) return undefined;
  if (isSpan(right)) {
    if (op === '/') return value(g.binary(g.method(left.node, 'Seconds'), '/', g.method(right.node, 'Seconds')), float);
    if (op === '//') return value(g.call(c.helper('floorSpans'), left.node, right.node), int, left.pure && right.pure);
    return op === '%' ? value(g.binary(left.node, '%', right.node), left.type, left.pure && right.pure) : undefined;
  }
  if (op !== '*' && op !== '/' && op !== '//') return undefined;
  const goOp = op === '*' ? '*' : '/';
  if (right.type.kind === 'int') {
    const count = isLiteral(right.node) ? right.node : g.call(g.pkg('time', 'Duration'), right.node);
    return value(g.binary(left.node, goOp, count), left.type, left.pure && right.pure);
  }
  if (right.type.kind !== 'float') return undefined;
  const scaled = g.binary(g.call('float64', left.node), goOp, right.node);
  return value(g.call(g.pkg('time', 'Duration'), scaled), left.type, left.pure && right.pure);
}
