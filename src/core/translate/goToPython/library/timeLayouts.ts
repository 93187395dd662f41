/** Layouts of times: formats of strftime where they say the same, else a helper that reads Go's layouts. */
import { converters } from '../../../convert';
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { call, keyword, method, str } from '../build';
import { gap, type Context, type Value } from '../context';
import { expression } from '../expressions';
import { combine } from '../operators';
import { receiverOf, type LibraryEntry } from './entry';
import { fillTemplate } from './template';

const moment: Type = t.instance('time.Time');

/** The layouts that package time names. */
export const layouts: Record<string, string> = {
  ANSIC: 'Mon Jan _2 15:04:05 2006',
  DateOnly: '2006-01-02',
  DateTime: '2006-01-02 15:04:05',
  Kitchen: '3:04PM',
  Layout: "01/02 03:04:05PM '06 -0700",
  RFC1123: 'Mon, 02 Jan 2006 15:04:05 MST',
  RFC1123Z: 'Mon, 02 Jan 2006 15:04:05 -0700',
  RFC3339: '2006-01-02T15:04:05Z07:00',
  RFC3339Nano: '2006-01-02T15:04:05.999999999Z07:00',
  RFC822: '02 Jan 06 15:04 MST',
  RFC822Z: '02 Jan 06 15:04 -0700',
  RFC850: 'Monday, 02-Jan-06 15:04:05 MST',
  RubyDate: 'Mon Jan 02 15:04:05 -0700 2006',
  Stamp: 'Jan _2 15:04:05',
  StampMicro: 'Jan _2 15:04:05.000000',
  StampMilli: 'Jan _2 15:04:05.000',
  TimeOnly: '15:04:05',
  UnixDate: 'Mon Jan _2 15:04:05 MST 2006',
};

/** The layout that a literal or a constant says; undefined where it is computed. */
function layoutText(cx: Context, node: go.Expression): string | undefined {
  if (node.kind === 'StringLit') return node.value;
  if (node.kind === 'Ident') {
    const known = cx.program.constants.get(node.name)?.value;
    return typeof known === 'string' ? known : undefined;
  }
  const isMember = node.kind === 'SelectorExpr' && node.sel.kind === 'Ident' && cx.typing.packageOf(node.x) === 'time';
  return isMember ? layouts[(node.sel as go.Ident).name] : undefined;
}

/** A layout as a format of strftime; undefined where it has elements that strftime does not have. */
function formatOf(layout: string | undefined): py.Expression | undefined {
  const converter = converters.get('strftime');
  if (layout === undefined || converter?.kind !== 'value') return undefined;
  const [format] = converter.backward({ kind: 'StringLit', value: layout, start: -1, end: -1 })?.values ?? [];
  // %:z is of Python 3.12; the name of a zone that has none is its offset in Go.
  return format?.kind === 'Str' && !/%:z|%Z/.test(format.value) ? format : undefined;
}

/** `t.Format(layout)` */
export const format: LibraryEntry = {
  type: t.str,
  call(cx, [layout], node) {
    if (!layout) return gap('Format', node);
    const text = layoutText(cx, layout);
    const own = receiverOf(cx, node);
    const write = (build: (moment: py.Expression) => py.Expression): Value => ({
      ...own,
      value: build(own.value),
      type: t.str,
    });
    if (text === layouts.DateOnly) return write(at => method(method(at, 'date'), 'isoformat'));
    if (text === layouts.RFC3339) {
      const seconds = keyword('timespec', str('seconds'));
      return write(at => method(method(at, 'isoformat', seconds), 'replace', str('+00:00'), str('Z')));
    }
    if (text === layouts.RFC3339Nano) return write(at => call(cx.out.helper('rfc3339'), at));
    const written = formatOf(text);
    if (written) return write(at => method(at, 'strftime', written));
    const value = expression(cx, layout);
    return combine([own, value], ([at, by]) => call(cx.out.helper('format_time'), at!, by!), t.str);
  },
};

/** `time.Parse(layout, text)` */
export const parse: LibraryEntry = {
  type: t.tuple(moment, t.error),
  fails: true,
  call(cx, [layout, text], node) {
    if (!layout || !text) return gap('time.Parse', node);
    const [known, own, by] = [layoutText(cx, layout), expression(cx, text), expression(cx, layout)];
    const written = formatOf(known);
    if (known !== undefined && /MST|__2|002/.test(known)) gap('reading a time by the name of its zone', node);
    if (!cx.fn.looseParsing || !written || /[-+]?0700|\.|_2|pm/.test(known ?? ''))
      return { ...combine([by, own], args => call(cx.out.helper('parse_time'), ...args), moment), pure: false };
    cx.notes.assume('dates that are read have all their digits, which strptime does not ask for');
    const parsed = method(cx.out.from('datetime', 'datetime'), 'strptime', own.value, written);
    const utc = keyword('tzinfo', fillTemplate(cx, 'datetime->timezone.utc', new Map(), []));
    return { ...own, value: method(parsed, 'replace', utc), type: moment, pure: false };
  },
};
