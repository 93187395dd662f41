/** time: moments are datetimes, spans are seconds. */
import * as t from '../../../facts/types';
import { converters } from '../../../convert';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { asNumber } from '../arithmetic';
import { call, float, int, keyword, method, str } from '../build';
import { gap, type Context } from '../context';
import { expression } from '../expressions';
import { constant, receiverOf, type LibraryEntry, type LibraryTable } from './entry';
import { signatureOf } from './signatures';
import { filled, templates } from './table';

const duration: Type = t.instance('time.Duration');
const moment: Type = t.instance('time.Time');

const unit = (seconds: number): LibraryEntry =>
  constant(duration, () => (Number.isInteger(seconds) ? int(seconds) : float(String(seconds))));

const layouts: Record<string, string> = {
  ANSIC: 'Mon Jan _2 15:04:05 2006',
  DateOnly: '2006-01-02',
  DateTime: '2006-01-02 15:04:05',
  Kitchen: '3:04PM',
  RFC1123: 'Mon, 02 Jan 2006 15:04:05 MST',
  RFC1123Z: 'Mon, 02 Jan 2006 15:04:05 -0700',
  RFC3339: '2006-01-02T15:04:05Z07:00',
  RFC3339Nano: '2006-01-02T15:04:05.999999999Z07:00',
  RFC822: '02 Jan 06 15:04 MST',
  RFC850: 'Monday, 02-Jan-06 15:04:05 MST',
  Stamp: 'Jan _2 15:04:05',
  StampMilli: 'Jan _2 15:04:05.000',
  TimeOnly: '15:04:05',
  UnixDate: 'Mon Jan _2 15:04:05 MST 2006',
};

/** Whether the program has moments with a zone, which cannot be held against those without. */
function knowsZones(cx: Context): boolean {
  let found = false;
  for (const root of cx.program.roots)
    walk(root, node => {
      if (node.kind !== 'SelectorExpr') return;
      const { x, sel } = node as unknown as go.SelectorExpr;
      if (sel.kind === 'Ident' && /^(Date|Parse|Unix|UnixMilli|UTC|LoadLocation|FixedZone|Time)$/.test(sel.name))
        found ||= cx.typing.packageOf(x) === 'time' || sel.name === 'UTC';
    });
  return found;
}

const now = (cx: Context): string =>
  knowsZones(cx) ? 'datetime->datetime.now().astimezone()' : 'datetime->datetime.now()';

/** A template that says `NOW` for the present moment. */
const withNow = (id: string, template: string): LibraryTable => ({
  [id]: {
    ...templates('time', { [id.slice(5)]: template })[id],
    call: (cx, args, node) => filled(cx, template.replace('NOW', now(cx)), signatureOf(id)!, args, node),
  },
});

/** A layout of Go as a format of strftime; undefined where only Go's own reading will do. */
function formatOf(cx: Context, layout: go.Expression | undefined): py.Expression | undefined {
  const converter = converters.get('strftime');
  const value = layout && expression(cx, layout).value;
  const literal: go.Expression | undefined =
    value?.kind === 'Str' ? { kind: 'StringLit', value: value.value, start: -1, end: -1 } : layout;
  const back = literal && converter?.kind === 'value' ? converter.backward(literal) : undefined;
  const [format] = back?.values ?? [];
  if (!back || !format || back.assumes.length > 0) return undefined;
  return format;
}

const formatted: LibraryEntry = {
  type: t.str,
  call(cx, [layout], node) {
    if (!layout) return gap('a layout that is missing', node);
    const own = receiverOf(cx, node);
    const format = formatOf(cx, layout);
    const given = expression(cx, layout);
    const value = format
      ? method(own.value, 'strftime', format)
      : call(cx.out.helper('format_time'), own.value, given.value);
    return { before: [...own.before, ...given.before], value, type: t.str, pure: true };
  },
};

const parse: LibraryEntry = {
  type: t.tuple(moment, t.error),
  fails: true,
  call(cx, [layout, text], node) {
    if (!text || !layout) return gap('time.Parse', node);
    const own = expression(cx, text);
    const format = cx.fn.looseParsing ? formatOf(cx, layout) : undefined;
    if (!format) {
      const given = expression(cx, layout);
      return {
        before: [...given.before, ...own.before],
        value: call(cx.out.helper('parse_time'), given.value, own.value),
        type: moment,
        pure: false,
      };
    }
    const parsed = method(cx.out.from('datetime', 'datetime'), 'strptime', own.value, format);
    const utc = method(parsed, 'replace', keyword('tzinfo', { ...parsed, ...utcOf(cx) }));
    const hasZone = format.kind === 'Str' && format.value.includes('%z');
    return { ...own, value: hasZone ? parsed : utc, type: moment, pure: false };
  },
};

const utcOf = (cx: Context): py.Attribute => ({
  kind: 'Attribute',
  value: cx.out.from('datetime', 'timezone'),
  attr: { kind: 'Name', id: 'utc', start: -1, end: -1 },
  start: -1,
  end: -1,
});

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the parts of a date are numbers in their bounds: Go moves on by what is too much. */
function isValid(parts: readonly py.Expression[]): boolean {
  const [year = 0, month = 0, day = 0, ...clock] = parts.map(part => (part.kind === 'Int' ? Number(part.value) : -1));
  const isLeap = month === 2 && year % 4 === 0 && year % 100 !== 0;
  const [hour = 0, minute = 0, second = 0] = clock;
  return (
    year > 0 &&
    day > 0 &&
    day <= (days[month - 1] ?? 0) + (isLeap ? 1 : 0) &&
    clock.every(part => part >= 0) &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  );
}

const date: LibraryEntry = {
  type: moment,
  call(cx, args, node) {
    const [year, month, day, hour, minute, second, nanos, zone] = args;
    if (!year || !month || !day || !hour || !minute || !second || !nanos || !zone) return gap('time.Date', node);
    const values = [year, month, day, hour, minute, second].map(arg => asNumber(cx, arg));
    const before = values.flatMap(value => value.before);
    const parts = values.map(value => value.value);
    const place = keyword('tzinfo', expression(cx, zone).value);
    const isPlain = isValid(parts);
    while (parts.length > 3 && parts.at(-1)?.kind === 'Int' && (parts.at(-1) as py.Int).value === '0') parts.pop();
    const fraction = asNumber(cx, nanos).value;
    const micros: py.Keyword[] =
      fraction.kind === 'Int' && fraction.value === '0'
        ? []
        : [keyword('microsecond', { kind: 'BinOp', op: '//', left: fraction, right: int(1000), start: -1, end: -1 })];
    const made = isPlain ? cx.out.from('datetime', 'datetime') : cx.out.helper('make_date');
    if (!isPlain && micros.length > 0) gap('a date with parts of a second', node);
    return { before, value: call(made, ...parts, ...micros, place), type: moment, pure: true };
  },
};

const asName = (type: string, template: string): LibraryTable => templates(`time.${type}`, { String: template });

export const time: LibraryTable = {
  'time.Nanosecond': unit(1e-9),
  'time.Microsecond': unit(1e-6),
  'time.Millisecond': unit(0.001),
  'time.Second': unit(1),
  'time.Minute': unit(60),
  'time.Hour': unit(3600),
  ...Object.fromEntries(
    Object.entries(layouts).map(([id, layout]) => [`time.${id}`, constant(t.str, () => str(layout))]),
  ),
  ...Object.fromEntries(
    'January February March April May June July August September October November December'
      .split(' ')
      .map((id, i) => [`time.${id}`, constant(t.instance('time.Month'), () => int(i + 1))]),
  ),
  ...Object.fromEntries(
    'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'
      .split(' ')
      .map((id, i) => [`time.${id}`, constant(t.instance('time.Weekday'), () => int(i))]),
  ),
  ...withNow('time.Now', 'NOW'),
  ...withNow('time.Since', '(NOW - $0).total_seconds()'),
  ...withNow('time.Until', '($0 - NOW).total_seconds()'),
  ...templates('time', {
    FixedZone: 'datetime->timezone(datetime->timedelta(seconds=$1), $0)',
    LoadLocation: '! zoneinfo->ZoneInfo($0)',
    Local: 'datetime->datetime.now().astimezone().tzinfo',
    ParseDuration: '! ::parse_duration($0)',
    Sleep: 'time::sleep($0)',
    UTC: 'datetime->timezone.utc',
    Unix: 'datetime->datetime.fromtimestamp($0 + $1 / 1000000000, datetime->timezone.utc)',
    UnixMilli: 'datetime->datetime.fromtimestamp($0 / 1000, datetime->timezone.utc)',
  }),
  'time.Date': date,
  'time.Parse': parse,
  'time.Time.Format': formatted,
  ...templates('time.Time', {
    Add: '$r + datetime->timedelta(seconds=$0)',
    AddDate: '::add_date($r, $0, $1, $2)',
    After: '$r > $0',
    Before: '$r < $0',
    Clock: '($r.hour, $r.minute, $r.second)',
    Compare: '($r > $0) - ($r < $0)',
    Date: '($r.year, $r.month, $r.day)',
    Day: '$r.day',
    Equal: '$r == $0',
    Hour: '$r.hour',
    ISOWeek: '$r.isocalendar()[:2]',
    In: '$r.astimezone($0)',
    IsZero: '$r.year == 1',
    Local: '$r.astimezone()',
    Minute: '$r.minute',
    Month: '$r.month',
    Nanosecond: '$r.microsecond * 1000',
    Round: '::round_time($r, $0)',
    Second: '$r.second',
    String: '::time_text($r)',
    Sub: '($r - $0).total_seconds()',
    Truncate: '::truncate_time($r, $0)',
    UTC: '$r.astimezone(datetime->timezone.utc)',
    Unix: 'int($r.timestamp())',
    UnixMicro: 'round($r.timestamp() * 1000000)',
    UnixMilli: 'round($r.timestamp() * 1000)',
    UnixNano: 'round($r.timestamp() * 1000000) * 1000',
    Weekday: '$r.isoweekday() % 7',
    Year: '$r.year',
    YearDay: '$r.timetuple().tm_yday',
  }),
  ...asName('Month', 'calendar::month_name[$r]'),
  ...asName('Weekday', 'calendar::day_name[($r - 1) % 7]'),
  ...templates('time.Duration', {
    Abs: 'abs($r)',
    Hours: '$r / 3600',
    Microseconds: 'round($r * 1000000000) // 1000',
    Milliseconds: 'round($r * 1000000000) // 1000000',
    Minutes: '$r / 60',
    Nanoseconds: 'round($r * 1000000000)',
    Round: '::round_away($r / $0) * $0',
    Seconds: '$r',
    String: '::duration_text($r)',
    Truncate: '::truncate_span($r, $0)',
  }),
};
