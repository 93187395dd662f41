import { float, instance, int, str, tuple, type Type } from '../../../facts/types';
import { strftime } from '../../../convert/strftime';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import { constantText } from '../constantText';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression, operands } from '../expressions';
import { tupleFields } from '../settling';
import { isSimple } from '../subscripts';
import { value, type Value } from '../value';
import type { Call, LibraryModule, Method } from './table';
import { named } from './spans';
import { brokenDown } from './time';
import { location, usesZones } from './zones';

const moment: Type = instance('datetime.datetime');
const day: Type = instance('datetime.date');

const clock: Type = instance('datetime.time');

const parts = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'];

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

function madeOf(numbers: readonly Expression[], zone: Expression = g.pkg('time', 'UTC')): Expression {
  const [year, month, date, hour, minute, second, micro] = numbers;
  const ofDay = [hour, minute, second].map(one => one ?? g.int(0));
  return g.pkgCall(
    'time',
    'Date',
    year!,
    monthOf(month!),
    date!,
    ...ofDay,
    micro ? nanoseconds(micro) : g.int(0),
    zone,
  );
}

/** Whether the day is written out and there is such a day. */
function isWrittenOut(numbers: readonly Expression[]): boolean {
  const [year, month, date] = numbers.slice(0, 3).map(one => (one.kind === 'IntLit' ? Number(one.value) : NaN));
  return isDay(year!, month!, date!);
}

/** Whether the calendar has the day. */
export function isDay(year: number, month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `date(…)` and `datetime(…)`: Go takes a thirtieth of February for the second of March. */
function construct(c: Context, node: py.Call, type: Type): Value {
  const given = named(c, node, type === day ? parts.slice(0, 3) : [...parts, 'tzinfo']);
  const values = parts.map(name => {
    const one = given.get(name);
    return one ? coerce(c, expression(c, one), int) : value(g.int(0), int, true);
  });
  const numbers = values.map(one => one.node);
  const zone = location(c, given.get('tzinfo'));
  if (!given.has('day')) return c.gap('a date needs a year, a month and a day', node);
  const isThere = isWrittenOut(numbers);
  if (isThere || !c.isCaught('builtins.ValueError')) {
    if (!isThere) c.notes.assume('the parts of a date make a date that there is');
    return value(madeOf(numbers, zone), type, true);
  }
  if (given.has('tzinfo')) return c.gap('a time in a zone that may not be there has no counterpart here', node);
  const checked = g.call(c.helper('newDate'), ...numbers.slice(0, 6), nanoseconds(numbers[6]!));
  return c.checkedCall(checked, type, 'builtins.ValueError');
}

const format: Method = (c, of, node) => {
  const [first] = positional(node);
  const layout = first && strftime.forward([first])?.value;
  // Without a zone `%z` and `%Z` are empty.
  const isPlain = layout && !(first.kind === 'Str' && /%:?[zZ]/.test(first.value));
  if (isPlain) return value(g.method(of.node, 'Format', layout), str, of.pure);
  if (!first) return undefined;
  return value(g.call(c.helper('strftime'), of.node, coerce(c, expression(c, first), str).node), str);
};

/** `t.replace(hour=0)`: the other parts stay. */
const replace =
  (type: Type): Method =>
  (c, of, node) => {
    const given = named(c, node, [...parts, 'tzinfo']);
    const source = isSimple(of.node) ? of : c.temporary(of, 'when');
    const read = ['Year', 'Month', 'Day', 'Hour', 'Minute', 'Second'];
    const numbers = parts.map((name, i): Expression => {
      const one = given.get(name);
      if (one) return coerce(c, expression(c, one), int).node;
      if (name === 'month') return g.call('int', g.method(source.node, 'Month'));
      if (name !== 'microsecond') return g.method(source.node, read[i]!);
      return g.binary(g.method(source.node, 'Nanosecond'), '/', g.int(1000));
    });
    const zone = given.has('tzinfo')
      ? location(c, given.get('tzinfo'))
      : type === moment && usesZones(c)
        ? g.method(source.node, 'Location')
        : undefined;
    return value(madeOf(type === day ? numbers.slice(0, 3) : numbers, zone), type);
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

/** `tuple(day.isocalendar())` has no names any more. */
const isMadeTuple = (c: Context, parent: py.Node): boolean =>
  parent.kind === 'Call' && /^builtins\.(tuple|list)$/.test(c.facts.qualifiedName(parent.func) ?? '');

const isoCalendar: Method = (c, of, node) => {
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  if (
    parent &&
    !['Subscript', 'Assign', 'Compare', 'Return', 'Attribute'].includes(parent.kind) &&
    !isMadeTuple(c, parent)
  )
    return c.gap('the three parts of this date as one value have no counterpart here', node);
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
  return value(g.call(c.helper(usesZones(c) ? 'zonedTimeText' : 'timeText'), of.node, g.str(mark)), str, of.pure);
};

const reader =
  (helper: string, type: Type) =>
  (c: Context, node: py.Call): Value | undefined => {
    const [first] = positional(node);
    if (!first) return undefined;
    const text = coerce(c, expression(c, first), str);
    return c.checkedCall(g.call(c.helper(helper), text.node), type, 'builtins.ValueError');
  };

/** Methods and fields that a date and a time have both. */
const both = <T>(members: Record<string, T>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, made]) => [
      [`datetime.date.${name}`, made],
      [`datetime.datetime.${name}`, made],
    ]),
  );

/** The layout of a format that is written out, for reading: numbers may have one digit. */
function readingLayout(format: py.Str): string | undefined {
  const layout = strftime.forward([format])?.value;
  if (layout?.kind !== 'StringLit') return undefined;
  if (/%.%/.test(format.value) || /\d/.test(format.value)) return layout.value;
  return layout.value.replace(/0([1-5])/g, '$1').replace(/\.000000/, '.999999');
}

const parsed: Call = (c, node) => {
  const [first, second] = positional(node);
  if (!first || !second || node.args.length > 2) return undefined;
  const text = coerce(c, expression(c, first), str).node;
  const layout = second.kind === 'Str' && !/%:?[zZ]/.test(second.value) ? readingLayout(second) : undefined;
  if (layout !== undefined && second.kind === 'Str') {
    const call = g.call(c.helper('parseTime'), g.str(layout), text, g.str(second.value));
    return c.checkedCall(call, moment, 'builtins.ValueError');
  }
  const format = constantText(c.facts, second);
  if (format !== undefined && /%:?[zZ]/.test(format)) {
    const zoned = /%Z/.test(format) ? undefined : readingLayout({ kind: 'Str', start: -1, end: -1, value: format });
    if (zoned === undefined) return c.gap('the name of a zone that is read from a text has no counterpart here', node);
    const call = g.call(c.helper('parseZonedTime'), g.str(zoned), text, g.str(format));
    return c.checkedCall(call, moment, 'builtins.ValueError');
  }
  const call = g.call(c.helper('strptime'), text, coerce(c, expression(c, second), str).node);
  return c.checkedCall(call, moment, 'builtins.ValueError');
};

/** `time(9, 30)`: the time of a day, on the first day of the calendar. */
const newClock: Call = (c, node) => {
  const given = named(c, node, parts.slice(3));
  const numbers = parts.slice(3).map(name => {
    const one = given.get(name);
    return one ? coerce(c, expression(c, one), int).node : g.int(0);
  });
  return value(madeOf([g.int(1), g.int(1), g.int(1), ...numbers]), clock, true);
};

const replaceClock: Method = (c, of, node) => {
  const made = replace(moment)(c, of, node);
  return made && { ...made, type: clock };
};

const joinClock: Call = (c, node) => {
  const [on, at] = positional(node);
  if (!on || !at || node.args.length > 2) return undefined;
  const [date, time] = operands(c, [on, at]);
  return value(g.call(c.helper('combineTimes'), date!.node, time!.node), moment);
};

/** Python's `datetime`. Times without a zone are Go's times in UTC. */
export const datetime: LibraryModule = {
  constants: {
    'datetime.date.min': () => value(madeOf([1, 1, 1].map(g.int)), day, true),
    'datetime.date.max': () => value(madeOf([9999, 12, 31].map(g.int)), day, true),
    'datetime.datetime.min': () => value(madeOf([1, 1, 1].map(g.int)), moment, true),
    'datetime.datetime.max': () => value(madeOf([9999, 12, 31, 23, 59, 59, 999999].map(g.int)), moment, true),
    'datetime.time.min': () => value(madeOf([1, 1, 1].map(g.int)), clock, true),
    'datetime.time.max': () => value(madeOf([1, 1, 1, 23, 59, 59, 999999].map(g.int)), clock, true),
  },
  calls: {
    'datetime.datetime': (c, node) => construct(c, node, moment),
    'datetime.date': (c, node) => construct(c, node, day),
    'datetime.time': newClock,
    'datetime.datetime.combine': joinClock,
    'datetime.date.fromordinal': (c, node) => {
      const [days] = positional(node);
      return days && value(g.call(c.helper('dateOfOrdinal'), coerce(c, expression(c, days), int).node), day);
    },
    'datetime.time.fromisoformat': reader('readClock', clock),
    'datetime.date.today': c => value(g.call(c.helper('today')), day),
    'datetime.date.fromisoformat': reader('readDate', day),
    'datetime.datetime.fromisoformat': (c, node) =>
      reader(usesZones(c) ? 'readZonedTime' : 'readTime', moment)(c, node),
    'datetime.datetime.strptime': parsed,
  },
  methods: {
    ...both<Method>({
      strftime: format,
      weekday: weekday(0),
      isoweekday: weekday(1),
      isocalendar: isoCalendar,
      timetuple: (_, of) => ({ ...of, type: brokenDown }),
    }),
    'datetime.date.isoformat': (_, of) => value(g.method(of.node, 'Format', g.pkg('time', 'DateOnly')), str, of.pure),
    'datetime.datetime.isoformat': isoTime,
    'datetime.date.replace': replace(day),
    'datetime.datetime.replace': replace(moment),
    'datetime.datetime.date': midnight,
    'datetime.datetime.time': (c, of) => value(g.call(c.helper('clockOf'), of.node), clock),
    'datetime.time.strftime': format,
    'datetime.time.isoformat': (c, of) => value(g.call(c.helper('clockText'), of.node), str, of.pure),
    'datetime.time.replace': replaceClock,
    'datetime.date.toordinal': (c, of) => value(g.call(c.helper('ordinal'), of.node), int),
    'datetime.datetime.toordinal': (c, of) => value(g.call(c.helper('ordinal'), of.node), int),
    'datetime.datetime.timestamp': (_, of) =>
      value(g.binary(g.call('float64', g.method(of.node, 'UnixNano')), '/', g.float('1e9')), float, of.pure),
  },
  fields: {
    'datetime.datetime.microsecond': (_, of) =>
      value(g.binary(g.method(of.node, 'Nanosecond'), '/', g.int(1000)), int, of.pure),
    ...Object.fromEntries(
      ['year', 'week', 'weekday'].map((name, i) => [
        `builtins.tuple.${name}`,
        (_: Context, of: Value) => value(g.sel(of.node, tupleFields[i]!), int, true),
      ]),
    ),
    'datetime.time.microsecond': (_, of) =>
      value(g.binary(g.method(of.node, 'Nanosecond'), '/', g.int(1000)), int, of.pure),
  },
};

/** The text of a date, a time or a span; `asRepr` as inside of a list. */
export function timeText(c: Context, of: Value, name: string, asRepr: boolean): Expression | undefined {
  switch (name) {
    case 'datetime.datetime':
      if (asRepr) return g.call(c.helper(usesZones(c) ? 'zonedTimeRepr' : 'timeRepr'), of.node);
      return g.call(c.helper(usesZones(c) ? 'zonedTimeText' : 'timeText'), of.node, g.str(' '));
    case 'datetime.time':
      return g.call(c.helper(asRepr ? 'clockRepr' : 'clockText'), of.node);
    case 'datetime.tzinfo':
    case 'datetime.timezone':
    case 'zoneinfo.ZoneInfo':
      return asRepr ? undefined : g.method(of.node, 'String');
    case 'datetime.date':
      return asRepr ? g.call(c.helper('dateRepr'), of.node) : g.method(of.node, 'Format', g.pkg('time', 'DateOnly'));
    case 'datetime.timedelta':
      return g.call(c.helper(asRepr ? 'spanRepr' : 'spanText'), of.node);
    default:
      return undefined;
  }
}
