import { float, instance, int, str, tuple, type Type } from '../../../facts/types';
import { strftime } from '../../../convert/strftime';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { isSimple } from '../subscripts';
import { isLiteral, value, type Value } from '../value';
import type { Field, LibraryModule, Method } from './table';

const moment: Type = instance('datetime.datetime');
const day: Type = instance('datetime.date');
const span: Type = instance('datetime.timedelta');

const parts = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'];

/** The arguments by the names of the parameters; a gap for what is none of them. */
function named(c: Context, node: py.Call, names: readonly string[]): Map<string, py.Expression> {
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

const months = 'January February March April May June July August September October November December'.split(' ');

/** A month as Go writes it. */
function monthOf(node: Expression): Expression {
  const name = node.kind === 'IntLit' ? months[Number(node.value) - 1] : undefined;
  if (name !== undefined) return g.pkg('time', name);
  return node.kind === 'CallExpr' && node.fun.kind === 'Ident' && node.fun.name === 'int'
    ? node.args[0]!
    : g.call(g.pkg('time', 'Month'), node);
}

const nanoseconds = (node: Expression): Expression =>
  node.kind === 'IntLit' ? g.int(Number(node.value) * 1000) : g.binary(node, '*', g.int(1000));

function madeOf(numbers: readonly Expression[]): Expression {
  const [year, month, date, hour, minute, second, micro] = numbers;
  const clock = [hour, minute, second].map(one => one ?? g.int(0));
  return g.pkgCall(
    'time',
    'Date',
    year!,
    monthOf(month!),
    date!,
    ...clock,
    micro ? nanoseconds(micro) : g.int(0),
    g.pkg('time', 'UTC'),
  );
}

/** `date(…)` and `datetime(…)`: Go takes a thirtieth of February for the second of March. */
function construct(c: Context, node: py.Call, type: Type): Value {
  const given = named(c, node, type === day ? parts.slice(0, 3) : parts);
  const values = parts.map(name => {
    const one = given.get(name);
    return one ? coerce(c, expression(c, one), int) : value(g.int(0), int, true);
  });
  const numbers = values.map(one => one.node);
  if (!given.has('day')) return c.gap('a date needs a year, a month and a day', node);
  if (numbers.slice(0, 3).every(isLiteral) || !c.isCaught('builtins.ValueError')) {
    if (!numbers.slice(0, 3).every(isLiteral)) c.notes.assume('the parts of a date make a date that there is');
    return value(madeOf(numbers), type, true);
  }
  const checked = g.call(c.helper('newDate'), ...numbers.slice(0, 6), nanoseconds(numbers[6]!));
  return c.checkedCall(checked, type, 'builtins.ValueError');
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

/** The layout of a format that is written out. */
function layoutOf(c: Context, node: py.Expression | undefined): Expression {
  const made = node && strftime.forward([node]);
  return made ? made.value : c.gap('this format of times has no counterpart in Go', node);
}

const format: Method = (c, of, node) => {
  const [first] = positional(node);
  return value(g.method(of.node, 'Format', layoutOf(c, first)), str, of.pure);
};

/** `t.replace(hour=0)`: the other parts stay. */
const replace =
  (type: Type): Method =>
  (c, of, node) => {
    const given = named(c, node, parts);
    const source = isSimple(of.node) ? of : c.temporary(of, 'when');
    const read = ['Year', 'Month', 'Day', 'Hour', 'Minute', 'Second'];
    const numbers = parts.map((name, i): Expression => {
      const one = given.get(name);
      if (one) return coerce(c, expression(c, one), int).node;
      if (name === 'month') return g.call('int', g.method(source.node, 'Month'));
      if (name !== 'microsecond') return g.method(source.node, read[i]!);
      return g.binary(g.method(source.node, 'Nanosecond'), '/', g.int(1000));
    });
    return value(madeOf(type === day ? numbers.slice(0, 3) : numbers), type);
  };

const midnight: Method = (c, of) => {
  const source = isSimple(of.node) ? of : c.temporary(of, 'when');
  const numbers = ['Year', 'Month', 'Day'].map(name => g.method(source.node, name));
  const made = madeOf(numbers);
  if (made.kind === 'CallExpr') made.args[1] = numbers[1]!;
  return value(made, day);
};

const weekday =
  (first: number): Method =>
  (_, of) => {
    const shifted = g.binary(g.binary(g.call('int', g.method(of.node, 'Weekday')), '+', g.int(6)), '%', g.int(7));
    return value(first === 0 ? shifted : g.binary(shifted, '+', g.int(first)), int, of.pure);
  };

const isoCalendar: Method = (c, of) => {
  const source = c.temporary(of, 'when');
  const [year, week] = [c.freshLocal('year'), c.freshLocal('week')];
  c.emit(g.define([year, week], g.method(source.node, 'ISOWeek')));
  const type = tuple(int, int, int);
  const dayOfWeek = weekday(1)(c, source, { kind: 'Call', start: -1, end: -1, func: c.standIn(source), args: [] });
  return value(g.composite(c.goType(type), [g.ident(year), g.ident(week), dayOfWeek!.node]), type, true);
};

const isoTime: Method = (c, of, node) => {
  const [separator] = node.args.map(arg => (arg.kind === 'Keyword' ? arg.value : arg));
  if (separator && separator.kind !== 'Str') return c.gap('this form of a time has no counterpart here', node);
  if (node.args.length > 1) return c.gap('this form of a time has no counterpart here', node);
  const mark = separator?.kind === 'Str' ? separator.value : 'T';
  if (mark.length !== 1) return c.gap('this form of a time has no counterpart here', node);
  return value(g.call(c.helper('timeText'), of.node, g.str(mark)), str, of.pure);
};

const reader =
  (helper: string, type: Type) =>
  (c: Context, node: py.Call): Value | undefined => {
    const [first] = positional(node);
    if (!first) return undefined;
    const text = coerce(c, expression(c, first), str);
    return c.checkedCall(g.call(c.helper(helper), text.node), type, 'builtins.ValueError');
  };

const spanPart =
  (helper: string): Field =>
  (c, of) =>
    value(g.call(c.helper(helper), of.node), int, of.pure);

/** Methods and fields that a date and a time have both. */
const both = <T>(members: Record<string, T>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, made]) => [
      [`datetime.date.${name}`, made],
      [`datetime.datetime.${name}`, made],
    ]),
  );

/** Python's `datetime`. Times without a zone are Go's times in UTC. */
export const datetime: LibraryModule = {
  calls: {
    'datetime.datetime': (c, node) => construct(c, node, moment),
    'datetime.date': (c, node) => construct(c, node, day),
    'datetime.timedelta': timedelta,
    'datetime.datetime.now': (_, node) => (node.args.length > 0 ? undefined : value(g.pkgCall('time', 'Now'), moment)),
    'datetime.datetime.today': () => value(g.pkgCall('time', 'Now'), moment),
    'datetime.date.today': c => value(g.call(c.helper('today')), day),
    'datetime.date.fromisoformat': reader('readDate', day),
    'datetime.datetime.fromisoformat': reader('readTime', moment),
    'datetime.datetime.strptime': (c, node) => {
      const [first, second] = positional(node);
      if (!first || second?.kind !== 'Str') return undefined;
      const text = coerce(c, expression(c, first), str).node;
      const call = g.call(c.helper('parseTime'), layoutOf(c, second), text, g.str(second.value));
      return c.checkedCall(call, moment, 'builtins.ValueError');
    },
  },
  methods: {
    ...both<Method>({
      strftime: format,
      weekday: weekday(0),
      isoweekday: weekday(1),
      isocalendar: isoCalendar,
    }),
    'datetime.date.isoformat': (_, of) => value(g.method(of.node, 'Format', g.pkg('time', 'DateOnly')), str, of.pure),
    'datetime.datetime.isoformat': isoTime,
    'datetime.date.replace': replace(day),
    'datetime.datetime.replace': replace(moment),
    'datetime.datetime.date': midnight,
    'datetime.timedelta.total_seconds': (_, of) => value(g.method(of.node, 'Seconds'), float, of.pure),
    'datetime.datetime.timestamp': (_, of) =>
      value(g.binary(g.call('float64', g.method(of.node, 'UnixNano')), '/', g.float('1e9')), float, of.pure),
  },
  fields: {
    'datetime.datetime.microsecond': (_, of) =>
      value(g.binary(g.method(of.node, 'Nanosecond'), '/', g.int(1000)), int, of.pure),
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
    if (op === '//') return value(g.call('int', g.binary(left.node, '/', right.node)), int, left.pure && right.pure);
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

/** The text of a date, a time or a span; `asRepr` as inside of a list. */
export function timeText(c: Context, of: Value, name: string, asRepr: boolean): Expression | undefined {
  switch (name) {
    case 'datetime.datetime':
      return asRepr ? g.call(c.helper('timeRepr'), of.node) : g.call(c.helper('timeText'), of.node, g.str(' '));
    case 'datetime.date':
      return asRepr ? g.call(c.helper('dateRepr'), of.node) : g.method(of.node, 'Format', g.pkg('time', 'DateOnly'));
    case 'datetime.timedelta':
      return asRepr ? undefined : g.call(c.helper('spanText'), of.node);
    default:
      return undefined;
  }
}
