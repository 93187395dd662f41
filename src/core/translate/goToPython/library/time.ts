/** time: moments are `datetime` with a zone, time spans are seconds. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { attribute, binary, call, float, int, keyword, lambda, method, str } from '../build';
import { dayName, monthName } from '../calendar';
import { gap, simple, type Context, type Value } from '../context';
import { expression } from '../expressions';
import { asNumber } from '../arithmetic';
import { unitOf } from '../durations';
import { combine } from '../operators';
import type { Program } from '../program';
import { constant, onReceiver, receiverOf, type LibraryEntry, type LibraryTable } from './entry';
import { filled, templates } from './table';
import { signatureOf } from './signatures';
import { fillTemplate } from './template';
import { format, layouts, parse } from './timeLayouts';

const duration: Type = t.instance('time.Duration');
const moment: Type = t.instance('time.Time');

const template = (cx: Context, text: string): py.Expression => fillTemplate(cx, text, new Map(), []);

const unit = (seconds: number): LibraryEntry =>
  constant(duration, () => (Number.isInteger(seconds) ? int(seconds) : float(String(seconds))));

const zoned = new WeakMap<Program, boolean>();

/** Whether the file has times of other sources than the clock: they have a zone, and only such can be compared. */
function usesZones(cx: Context): boolean {
  let known = zoned.get(cx.program);
  if (known !== undefined) return known;
  known = false;
  for (const root of cx.program.roots)
    walk(root, node => {
      if (node.kind !== 'SelectorExpr') return;
      const { x, sel } = node as unknown as go.SelectorExpr;
      if (sel.kind !== 'Ident') return;
      const isPackage = cx.typing.packageOf(x) === 'time';
      if (isPackage ? /^(Date|Parse|ParseInLocation|Unix\w*|UTC|Time|Local)$/.test(sel.name) : sel.name === 'UTC')
        known = true;
    });
  zoned.set(cx.program, known);
  return known;
}

const now = (cx: Context): py.Expression => {
  const here = call(attribute(cx.out.from('datetime', 'datetime'), 'now'));
  return usesZones(cx) ? method(here, 'astimezone') : here;
};

const isInt = (node: py.Expression, value?: string): boolean =>
  node.kind === 'Int' && (value === undefined || node.value === value);

/** `time.Date(…)`: the parts as they are where they are written out and lie in their ranges. */
const date: LibraryEntry = {
  type: moment,
  call(cx, args, node) {
    if (args.length !== 8) return gap('time.Date', node);
    const zone = expression(cx, args[7]!);
    const numbers = args.slice(0, 7).map(arg => asNumber(cx, arg));
    return combine(
      [...numbers, zone],
      own => {
        const [nanoseconds, zoneOf] = [own[6]!, own[7]!];
        const parts = own.slice(0, 6);
        const ranges = [9999, 12, 28, 23, 59, 59];
        const isUsual = parts.every(
          (part, i) => part.kind === 'Int' && Number(part.value) <= ranges[i]! && Number(part.value) >= (i < 3 ? 1 : 0),
        );
        const [year, month, day] = parts.map(part => (part.kind === 'Int' ? Number(part.value) : NaN));
        const isLate = parts
          .slice(3)
          .every((part, i) => isInt(part) && Number((part as py.Int).value) <= ranges[i + 3]!);
        const exists = isLate && new Date(Date.UTC(year!, month! - 1, day)).getUTCDate() === day && month! <= 12;
        if (!isInt(nanoseconds, '0') && !(nanoseconds.kind === 'Int' && nanoseconds.value.endsWith('000')))
          gap('a time with nanoseconds', node);
        if (!isUsual && !exists) {
          if (!isInt(nanoseconds, '0')) gap('a time with nanoseconds whose parts are computed', node);
          return call(cx.out.helper('make_time'), ...parts, zoneOf);
        }
        if (isInt(nanoseconds, '0')) {
          while (parts.length > 3 && isInt(parts.at(-1)!, '0')) parts.pop();
        } else parts.push(int((nanoseconds as py.Int).value.slice(0, -3)));
        return call(cx.out.from('datetime', 'datetime'), ...parts, keyword('tzinfo', zoneOf));
      },
      moment,
    );
  },
};

const words: Record<number, string> = {
  86400: 'days',
  3600: 'hours',
  60: 'minutes',
  1: 'seconds',
  0.001: 'milliseconds',
  0.000001: 'microseconds',
};

/** A time span as a timedelta: `3 * time.Hour` is `timedelta(hours=3)`. */
function timedelta(cx: Context, node: go.Expression): { span: Value; negative: boolean } {
  const negative = node.kind === 'UnaryExpr' && node.op === '-';
  const inner = negative ? node.x : node;
  const counted = unitOf(cx, inner);
  const word = counted && words[counted.seconds];
  const value = counted && word ? asNumber(cx, counted.count) : expression(cx, inner);
  const span = call(cx.out.from('datetime', 'timedelta'), keyword(word ?? 'seconds', value.value));
  return { span: { ...value, value: span }, negative };
}

/** Arithmetic on times of a place counts what its clocks show, so it is done in UTC. */
const hasPlaces = (cx: Context): boolean =>
  [...cx.program.roots].some(root => /"LoadLocation"/.test(JSON.stringify(root)));

const add: LibraryEntry = {
  type: moment,
  call(cx, [arg], node) {
    if (!arg) return gap('Add', node);
    const { span, negative } = timedelta(cx, arg);
    return combine(
      [receiverOf(cx, node), span],
      ([start, by]) => {
        if (!hasPlaces(cx)) return binary(start!, negative ? '-' : '+', by!);
        const utc = method(start!, 'astimezone', template(cx, 'datetime->timezone.utc'));
        return method(binary(utc, negative ? '-' : '+', by!), 'astimezone', attribute(start!, 'tzinfo'));
      },
      moment,
    );
  },
};

const sub: LibraryEntry = {
  type: duration,
  call(cx, args, node) {
    const utc = '.astimezone(datetime->timezone.utc)';
    const text = hasPlaces(cx) ? `($r${utc} - $0${utc}).total_seconds()` : '($r - $0).total_seconds()';
    return filled(cx, text, signatureOf('time.Time.Sub')!, args, node);
  },
};

const addDate: LibraryEntry = {
  type: moment,
  call(cx, args, node) {
    const values = [receiverOf(cx, node), ...args.map(arg => asNumber(cx, arg))];
    return combine(
      values,
      ([start, years, months, days]) => {
        if (!isInt(years!, '0') || !isInt(months!, '0'))
          return call(cx.out.helper('add_date'), start!, years!, months!, days!);
        const minus = days!.kind === 'UnaryOp' && days!.op === '-' ? days!.operand : undefined;
        const span = call(cx.out.from('datetime', 'timedelta'), keyword('days', minus ?? days!));
        return binary(start!, minus ? '-' : '+', span);
      },
      moment,
    );
  },
};

/** `time.Unix(s, 0)`; `.UTC()` behind it says the zone. */
const fromUnix = (seconds: (values: py.Expression[]) => py.Expression): LibraryEntry => ({
  type: moment,
  call(cx, args, node) {
    const values = args.map(arg => asNumber(cx, arg));
    const parent = cx.program.bindings.parent(node);
    const isUtc = parent?.kind === 'SelectorExpr' && (parent['sel'] as go.Ident).name === 'UTC';
    const zone = isUtc ? [template(cx, 'datetime->timezone.utc')] : [];
    return combine(
      values,
      own => {
        const made = method(cx.out.from('datetime', 'datetime'), 'fromtimestamp', seconds(own), ...zone);
        const start = isUtc ? made : method(made, 'astimezone');
        const [, nanoseconds] = own;
        if (!nanoseconds || isInt(nanoseconds, '0')) return start;
        const micro = keyword('microseconds', binary(nanoseconds, '//', int(1000)));
        return binary(start, '+', call(cx.out.from('datetime', 'timedelta'), micro));
      },
      moment,
    );
  },
});

const utc: LibraryEntry = {
  type: moment,
  call(cx, _args, node) {
    const own = receiverOf(cx, node);
    const { value } = own;
    const inner = (node.fun as go.SelectorExpr).x;
    const isUnix =
      inner.kind === 'CallExpr' && inner.fun.kind === 'SelectorExpr' && cx.typing.packageOf(inner.fun.x) === 'time';
    const id = isUnix && inner.fun.kind === 'SelectorExpr' && inner.fun.sel.kind === 'Ident' ? inner.fun.sel.name : '';
    if (id.startsWith('Unix')) return own;
    const zone = template(cx, 'datetime->timezone.utc');
    if (id === 'Now') return simple(method(cx.out.from('datetime', 'datetime'), 'now', zone), moment, false);
    return { ...own, value: method(value, 'astimezone', zone) };
  },
};

const monthNames = 'January February March April May June July August September October November December'.split(' ');
const dayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const numbered = (kind: string, ids: readonly string[], first: number): LibraryTable =>
  Object.fromEntries(ids.map((id, i) => [`time.${id}`, constant(t.instance(kind), () => int(i + first))]));

export const time: LibraryTable = {
  'time.Nanosecond': unit(1e-9),
  'time.Microsecond': unit(1e-6),
  'time.Millisecond': unit(0.001),
  'time.Second': unit(1),
  'time.Minute': unit(60),
  'time.Hour': unit(3600),
  'time.Now': {
    type: moment,
    call: cx => simple(now(cx), moment, false),
    value: cx => simple(lambda([], now(cx)), { kind: 'func', params: [], result: moment }),
  },
  'time.Since': {
    type: duration,
    call: (cx, [start], node) =>
      start
        ? combine([expression(cx, start)], ([from]) => method(binary(now(cx), '-', from!), 'total_seconds'), duration)
        : gap('time.Since', node),
  },
  'time.Until': {
    type: duration,
    call: (cx, [end], node) =>
      end
        ? combine([expression(cx, end)], ([to]) => method(binary(to!, '-', now(cx)), 'total_seconds'), duration)
        : gap('time.Until', node),
  },
  'time.Date': date,
  'time.Parse': parse,
  'time.Unix': fromUnix(([seconds]) => seconds!),
  'time.UnixMilli': fromUnix(([milliseconds]) => binary(milliseconds!, '/', int(1000))),
  'time.UTC': constant(t.pointer(t.instance('time.Location')), cx => template(cx, 'datetime->timezone.utc')),
  ...templates('time', {
    FixedZone: 'datetime->timezone(datetime->timedelta(seconds=$1), $0)',
    LoadLocation: '! ::load_zone($0)',
    ParseDuration: '! ::parse_duration($0)',
    Sleep: 'time::sleep($0)',
  }),
  ...Object.fromEntries(
    Object.entries(layouts).map(([id, layout]) => [`time.${id}`, constant(t.str, () => str(layout))]),
  ),
  ...numbered('time.Month', monthNames, 1),
  ...numbered('time.Weekday', dayNames, 0),
  'time.Month.String': onReceiver(t.str, (month, _, cx) => monthName(cx, month)),
  'time.Weekday.String': onReceiver(t.str, (day, _, cx) => dayName(cx, day)),
  ...templates('time.Location', { String: 'str($r)' }),
  ...templates('time.Time', {
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
    IsZero: '$r == datetime->datetime(1, 1, 1, tzinfo=datetime->timezone.utc)',
    Local: '$r.astimezone()',
    Location: '$r.tzinfo',
    Minute: '$r.minute',
    Month: '$r.month',
    Nanosecond: '$r.microsecond * 1000',
    Round: '::round_time($r, $0)',
    Second: '$r.second',
    String: '::time_text($r)',
    Truncate: '::truncate_time($r, $0)',
    Unix: 'int($r.timestamp())',
    UnixMicro: 'round($r.timestamp() * 1000000)',
    UnixMilli: 'round($r.timestamp() * 1000)',
    UnixNano: 'round($r.timestamp() * 1000000) * 1000',
    Weekday: '$r.isoweekday() % 7',
    Year: '$r.year',
    YearDay: '$r.timetuple().tm_yday',
  }),
  'time.Time.Add': add,
  'time.Time.AddDate': addDate,
  'time.Time.Format': format,
  'time.Time.Sub': sub,
  'time.Time.UTC': utc,
  ...templates('time.Duration', {
    Abs: 'abs($r)',
    Hours: '$r / 3600',
    Microseconds: 'int(round($r * 1000000, 3))',
    Milliseconds: 'int(round($r * 1000, 6))',
    Minutes: '$r / 60',
    Nanoseconds: 'round($r * 1000000000)',
    Round: '::round_span($r, $0)',
    Seconds: '$r',
    String: '::duration_text($r)',
    Truncate: '::truncate_span($r, $0)',
  }),
};
