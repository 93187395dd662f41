/** os, io, bufio, time, errors, context: what a program asks of the machine around it. */
import * as t from '../../../facts/types';
import { converters } from '../../../convert';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { attribute, binary, call, compare, float, int, keyword, method, none, starred, str } from '../build';
import { gap, simple, type Context } from '../context';
import { errorsAs, errorsIs, errorValue } from '../errorValues';
import { expression } from '../expressions';
import { asNumber } from '../arithmetic';
import { combine } from '../operators';
import { byte } from '../goTypes';
import { scannedLine } from '../scanner';
import { responseOf } from './httpClient';
import { constant, onReceiver, plain, receiverOf, type LibraryEntry, type LibraryTable } from './entry';

const duration: Type = t.instance('time.Duration');
const moment: Type = t.instance('time.Time');
const file: Type = t.pointer(t.instance('os.File'));

const opened = (mode: string): LibraryEntry =>
  plain(
    t.tuple(file, t.error),
    ([path]) => call('open', path!, ...(mode ? [str(mode)] : []), keyword('encoding', str('utf-8'))),
    { fails: true },
  );

/** A time span in a unit: `d.Seconds()`. */
const spanIn = (perSecond: number, type: Type): LibraryEntry =>
  onReceiver(type, d => {
    const scaled =
      perSecond === 1
        ? d
        : perSecond > 1
          ? binary(d, '*', int(perSecond))
          : binary(d, '/', int(Math.round(1 / perSecond)));
    return type.kind === 'int' ? call('int', scaled) : scaled;
  });

const unit = (seconds: number): LibraryEntry =>
  constant(duration, () => (Number.isInteger(seconds) ? int(seconds) : float(String(seconds))));

const names = (...list: string[]): LibraryTable => Object.fromEntries(list.map(id => [id, {} satisfies LibraryEntry]));

/** Numbers of the months and weekdays are those of Go. */
const timePart = (id: string): LibraryEntry => onReceiver(t.int, d => attribute(d, id));

/** `sys.exit` runs what is deferred, and in a thread ends that only. */
export function exitsAtOnce(cx: Context): boolean {
  if (cx.isFragment) return false;
  let found = false;
  for (const root of cx.program.bindings.roots) {
    walk(root, node => {
      if (node.kind === 'GoStmt' && cx.fn.kind !== 'main') found = true;
      if (node.kind !== 'DeferStmt') return;
      const { fun } = node['call'] as go.CallExpr;
      const harmless =
        fun.kind === 'SelectorExpr' &&
        fun.sel.kind === 'Ident' &&
        /^(Close|R?Unlock|Done|Stop|Flush)$/.test(fun.sel.name);
      const isCancel = fun.kind === 'Ident' && fun.name === 'cancel';
      if (!harmless && !isCancel) found = true;
    });
  }
  return found;
}

/** A layout of Go as a format of strftime. */
function layoutOf(cx: Context, layout: go.Expression | undefined, node: go.CallExpr): py.Expression {
  const converter = converters.get('strftime');
  const value = layout && expression(cx, layout).value;
  const literal: go.Expression | undefined =
    value?.kind === 'Str' ? { kind: 'StringLit', value: value.value, start: -1, end: -1 } : layout;
  const back = literal && converter?.kind === 'value' ? converter.backward(literal) : undefined;
  const [format] = back?.values ?? [];
  if (!back || !format) return gap('this layout of a time', node);
  for (const what of back.assumes) cx.notes.assume(what);
  return format;
}

export const system: LibraryTable = {
  'errors.New': {
    type: t.error,
    givesError: 'always',
    call: (cx, _args, node) => errorValue(cx, node) ?? gap('errors.New', node),
  },
  'errors.Is': {
    type: t.bool,
    call: (cx, [err, target], node) => (err && target ? errorsIs(cx, err, target) : gap('errors.Is', node)),
  },
  'errors.As': {
    type: t.bool,
    call: (cx, [err, target], node) => (err && target ? errorsAs(cx, err, target) : gap('errors.As', node)),
  },
  'errors.Join': {
    type: t.error,
    givesError: 'maybe',
    call(cx, args, node) {
      const values = args.map((arg, i) => {
        const value = expression(cx, arg);
        return node.ellipsis && i === args.length - 1 ? { ...value, value: starred(value.value) } : value;
      });
      return combine(values, own => call(cx.out.helper('join_errors'), ...own), t.error);
    },
  },
  'errors.AsType': {
    type: t.tuple(t.any, t.bool),
    call: (_cx, _args, node) => gap('errors.AsType in this place', node),
  },
  'errors.Unwrap': plain(t.error, ([err]) => attribute(err!, '__cause__'), { givesError: 'maybe' }),

  'os.Exit': plain(t.none, ([code], cx) =>
    exitsAtOnce(cx)
      ? call(cx.out.helper('exit_now'), code!)
      : call(cx.out.member('sys', 'exit'), ...(code!.kind === 'Int' && code!.value === '0' ? [] : [code!])),
  ),
  'os.Args': constant(t.list(t.str), cx => cx.out.member('sys', 'argv')),
  'os.Stdin': constant(file, cx => cx.out.member('sys', 'stdin')),
  'os.Stdout': constant(file, cx => cx.out.member('sys', 'stdout')),
  'os.Stderr': constant(file, cx => cx.out.member('sys', 'stderr')),
  'os.Getenv': plain(t.str, ([key], cx) => method(cx.out.member('os', 'environ'), 'get', key!, str(''))),
  'os.Setenv': plain(t.error, ([key, value], cx) =>
    method(cx.out.member('os', 'environ'), '__setitem__', key!, value!),
  ),
  'os.ReadFile': plain(
    t.tuple(t.list({ kind: 'int', go: 'uint8' }), t.error),
    ([path], cx) => method(call(cx.out.from('pathlib', 'Path'), path!), 'read_bytes'),
    { fails: true },
  ),
  'os.WriteFile': plain(
    t.error,
    ([path, data], cx) => method(call(cx.out.from('pathlib', 'Path'), path!), 'write_bytes', data!),
    { fails: true },
  ),
  'os.Open': opened(''),
  'os.Create': opened('w'),
  'os.Remove': plain(t.error, ([path], cx) => call(cx.out.member('os', 'remove'), path!), { fails: true }),
  'os.MkdirAll': plain(
    t.error,
    ([path], cx) =>
      call(
        cx.out.member('os', 'makedirs'),
        path!,
        keyword('exist_ok', { kind: 'Bool', value: true, start: -1, end: -1 }),
      ),
    { fails: true },
  ),
  'os.File.Close': onReceiver(t.none, f => method(f, 'close')),
  'os.File.WriteString': onReceiver(t.none, (f, [s]) => method(f, 'write', s!)),

  'io.EOF': { type: t.error, value: () => simple(call('EOFError'), t.error) },
  'io.ReadAll': {
    type: t.tuple(t.list(byte), t.error),
    fails: true,
    call(cx, [reader], node) {
      if (!reader) return gap('io.ReadAll', node);
      const response = responseOf(cx, reader);
      const own = expression(cx, response ?? reader);
      const value = response ? attribute(own.value, 'content') : method(method(own.value, 'read'), 'encode');
      return { ...own, value, type: t.list(byte), pure: false };
    },
  },
  'io.WriteString': plain(t.none, ([w, s]) => method(w!, 'write', s!)),

  'bufio.NewReader': plain(t.pointer(t.instance('bufio.Reader')), ([r]) => r!),
  'bufio.NewWriter': plain(t.pointer(t.instance('bufio.Writer')), ([w]) => w!),
  'bufio.NewScanner': plain(t.pointer(t.instance('bufio.Scanner')), ([r]) => r!),
  'bufio.Writer.Flush': onReceiver(t.none, w => method(w, 'flush')),
  'bufio.Writer.WriteString': onReceiver(t.none, (w, [s]) => method(w, 'write', s!)),
  'bufio.Writer.WriteByte': onReceiver(t.none, (w, [s]) => method(w, 'write', s!)),
  'bufio.Writer.WriteRune': onReceiver(t.none, (w, [s]) => method(w, 'write', s!)),
  'bufio.Scanner.Buffer': { type: t.none, statement: () => [] },
  'bufio.Scanner.Err': { type: t.error, call: () => simple(none(), t.error) },
  'bufio.Scanner.Scan': { type: t.bool, call: (_cx, _args, node) => gap('a scanner outside of the usual loop', node) },
  'bufio.Scanner.Text': { type: t.str, call: (cx, _args, node) => scannedLine(cx, node) },
  'bufio.Reader.ReadString': {
    type: t.tuple(t.str, t.error),
    fails: true,
    call(cx, [end], node) {
      if (end?.kind !== 'CharLit' || end.value !== 10)
        return gap('reading up to something else than a line break', node);
      return { before: [], value: call(cx.out.helper('read_line')), type: t.str, pure: false };
    },
  },

  'time.Nanosecond': unit(1e-9),
  'time.Microsecond': unit(1e-6),
  'time.Millisecond': unit(0.001),
  'time.Second': unit(1),
  'time.Minute': unit(60),
  'time.Hour': unit(3600),
  'time.Sleep': plain(t.none, ([d], cx) => call(cx.out.member('time', 'sleep'), d!)),
  'time.Now': plain(moment, (_, cx) => method(cx.out.from('datetime', 'datetime'), 'now')),
  'time.Since': plain(duration, ([start], cx) =>
    method(binary(method(cx.out.from('datetime', 'datetime'), 'now'), '-', start!), 'total_seconds'),
  ),
  'time.UTC': constant(t.any, cx => attribute(cx.out.from('datetime', 'timezone'), 'utc')),
  'time.Date': {
    type: moment,
    call(cx, args, node) {
      const [year, month, day, hour, minute, second, , zone] = args;
      if (!year || !month || !day || !hour || !minute || !second || !zone) return gap('time.Date', node);
      const values = [year, month, day, hour, minute, second].map(arg => asNumber(cx, arg));
      const parts = values.map(value => value.value);
      while (parts.length > 3 && parts.at(-1)?.kind === 'Int' && (parts.at(-1) as py.Int).value === '0') parts.pop();
      const utc = expression(cx, zone).value;
      return {
        before: values.flatMap(value => value.before),
        value: call(cx.out.from('datetime', 'datetime'), ...parts, keyword('tzinfo', utc)),
        type: moment,
        pure: true,
      };
    },
  },
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
  'time.Time.Year': timePart('year'),
  'time.Time.Day': timePart('day'),
  'time.Time.Hour': timePart('hour'),
  'time.Time.Minute': timePart('minute'),
  'time.Time.Second': timePart('second'),
  'time.Time.Unix': onReceiver(t.int, d => call('int', method(d, 'timestamp'))),
  'time.Time.UnixNano': onReceiver(t.int, d => call('int', binary(method(d, 'timestamp'), '*', int(1_000_000_000)))),
  'time.Time.Sub': onReceiver(duration, (a, [b]) => method(binary(a, '-', b!), 'total_seconds')),
  'time.Time.Before': onReceiver(t.bool, (a, [b]) => compare(a, '<', b!)),
  'time.Time.After': onReceiver(t.bool, (a, [b]) => compare(a, '>', b!)),
  'time.Time.Equal': onReceiver(t.bool, (a, [b]) => compare(a, '==', b!)),
  'time.Time.Add': onReceiver(moment, (a, [d], cx) =>
    binary(a, '+', call(cx.out.from('datetime', 'timedelta'), keyword('seconds', d!))),
  ),
  'time.Time.UTC': onReceiver(moment, (d, _, cx) =>
    method(d, 'astimezone', attribute(cx.out.from('datetime', 'timezone'), 'utc')),
  ),
  'time.Time.Month': {
    type: t.instance('time.Month'),
    call: (cx, _args, node) => ({
      ...receiverOf(cx, node),
      value: attribute(receiverOf(cx, node).value, 'month'),
      type: t.instance('time.Month'),
    }),
  },
  'time.Time.Weekday': {
    type: t.instance('time.Weekday'),
    call: (cx, _args, node) => ({
      ...receiverOf(cx, node),
      value: binary(method(receiverOf(cx, node).value, 'isoweekday'), '%', int(7)),
      type: t.instance('time.Weekday'),
    }),
  },
  'time.Time.YearDay': onReceiver(t.int, d => attribute(method(d, 'timetuple'), 'tm_yday')),
  'time.Time.AddDate': { type: moment, call: (_cx, _args, node) => gap('adding months and years to a date', node) },
  'time.Time.Format': {
    type: t.str,
    call(cx, [layout], node) {
      const own = receiverOf(cx, node);
      return { ...own, value: method(own.value, 'strftime', layoutOf(cx, layout, node)), type: t.str };
    },
  },
  'time.Parse': {
    type: t.tuple(moment, t.error),
    fails: true,
    call(cx, [layout, text], node) {
      if (!text) return gap('time.Parse', node);
      const own = expression(cx, text);
      const parsed = method(cx.out.from('datetime', 'datetime'), 'strptime', own.value, layoutOf(cx, layout, node));
      return {
        ...own,
        value: method(parsed, 'replace', keyword('tzinfo', attribute(cx.out.from('datetime', 'timezone'), 'utc'))),
        type: moment,
        pure: false,
      };
    },
  },
  'time.RFC3339': constant(t.str, () => str('2006-01-02T15:04:05Z07:00')),
  'time.DateOnly': constant(t.str, () => str('2006-01-02')),
  'time.Duration.Seconds': spanIn(1, t.float),
  'time.Duration.Minutes': spanIn(1 / 60, t.float),
  'time.Duration.Hours': spanIn(1 / 3600, t.float),
  'time.Duration.Milliseconds': spanIn(1000, t.int),
  'time.Duration.Microseconds': spanIn(1_000_000, t.int),
  'time.Duration.Nanoseconds': spanIn(1_000_000_000, t.int),
  'time.Duration.String': onReceiver(t.str, (d, _, cx) => call(cx.out.helper('duration_text'), d)),
  ...names('time.Duration', 'time.Time', 'time.Month'),
};
