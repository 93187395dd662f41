/** Formats of time: `%Y-%m-%d` against Go's layout `2006-01-02`, which is the reference time written out. */
import type { ValueConverter } from './converter';
import { goDotted, goString, pyStr } from './nodes';

/** Directives that both languages have, with the same result. */
const elements: readonly (readonly [directive: string, layout: string])[] = [
  ['%Y', '2006'],
  ['%y', '06'],
  ['%m', '01'],
  ['%B', 'January'],
  ['%b', 'Jan'],
  ['%d', '02'],
  ['%A', 'Monday'],
  ['%a', 'Mon'],
  ['%H', '15'],
  ['%I', '03'],
  ['%M', '04'],
  ['%S', '05'],
  ['%p', 'PM'],
  ['%z', '-0700'],
  ['%Z', 'MST'],
  ['%j', '002'],
  ['%-m', '1'],
  ['%-d', '2'],
  ['%-I', '3'],
  ['%-M', '4'],
  ['%-S', '5'],
  ['%e', '_2'],
  ['%:z', '-07:00'],
];

/** Directives that are short for others. */
const compounds: Record<string, string> = {
  '%F': '%Y-%m-%d',
  '%T': '%H:%M:%S',
  '%R': '%H:%M',
  '%D': '%m/%d/%y',
  '%r': '%I:%M:%S %p',
  '%h': '%b',
};

const toLayout = new Map(elements);
const toDirective = new Map(elements.map(([directive, layout]) => [layout, directive]));

/** What `time.Format` takes for an element; at one place the longest goes first, as in its own reader. */
const layoutElements =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|-070000|-07:00:00|-0700|-07:00|-07|Z070000|Z07:00:00|Z0700|Z07:00|Z07|2006|__2|002|_2(?!006)|0[1-6]|15|PM|pm|[.,](?:0+|9+)(?!\d)|[12345]/;

function forward(format: string): string | undefined {
  let layout = '';
  for (let i = 0; i < format.length;) {
    if (format[i] !== '%') {
      layout += format[i];
      i++;
      continue;
    }
    const directive = /^%[-:]?./.exec(format.slice(i))?.[0];
    if (directive === undefined) return undefined;
    const expanded = compounds[directive];
    if (expanded !== undefined) {
      layout += forward(expanded) ?? '';
    } else if (directive === '%%') layout += '%';
    else if (directive === '%f') {
      // Go has fractions only behind a full stop or a comma, which may already stand there.
      if (!/[.,]$/.test(layout)) return undefined;
      layout += '000000';
    } else {
      const element = toLayout.get(directive);
      if (element === undefined) return undefined;
      layout += element;
    }
    i += directive.length;
  }
  // Text that Go would read as an element changes the meaning: `2 o'clock`, `version 1`.
  return read(layout) === normalised(format) ? layout : undefined;
}

/** The format with the short directives written out, as `read` gives it back. */
function normalised(format: string): string {
  return format.replace(/%[FTRDrh]/g, short => compounds[short] ?? short);
}

/** A layout as a format; undefined for an element that strftime does not have. */
function read(layout: string): string | undefined {
  let format = '';
  for (let rest = layout; rest !== '';) {
    const found = layoutElements.exec(rest);
    if (!found) return format + rest.replaceAll('%', '%%');
    format += rest.slice(0, found.index).replaceAll('%', '%%');
    const element = found[0];
    rest = rest.slice(found.index + element.length);
    const directive = /^[.,]000000$/.test(element) ? `${element[0]}%f` : toDirective.get(element);
    if (directive === undefined) return undefined;
    format += directive;
  }
  return format;
}

/** `strftime(FORMAT)`. Declines what the other language has no element for (`%U`, `.000`, `%f` without its point). */
export const strftime: ValueConverter = {
  kind: 'value',
  name: 'strftime',
  sources: { min: 1, max: 1 },
  forward([format]) {
    if (format?.kind !== 'Str') return undefined;
    const layout = forward(format.value);
    return layout === undefined ? undefined : { value: goString(layout), imports: [], assumes: [] };
  },
  backward(target) {
    const layout = target.kind === 'StringLit' ? target.value : layouts[goDotted(target) ?? ''];
    const format = layout === undefined ? undefined : read(layout);
    if (format === undefined) return undefined;
    const assumes = /%-/.test(format) ? ['strftime takes numbers without zeros (%-d) on Linux and macOS only'] : [];
    return { values: [pyStr(format)], imports: [], assumes };
  },
};

/** The layouts that package time names. */
const layouts: Record<string, string> = {
  'time.DateOnly': '2006-01-02',
  'time.TimeOnly': '15:04:05',
  'time.DateTime': '2006-01-02 15:04:05',
  'time.Kitchen': '3:04PM',
  'time.ANSIC': 'Mon Jan _2 15:04:05 2006',
  'time.RFC822': '02 Jan 06 15:04 MST',
  'time.RFC822Z': '02 Jan 06 15:04 -0700',
  'time.RFC850': 'Monday, 02-Jan-06 15:04:05 MST',
  'time.RFC1123': 'Mon, 02 Jan 2006 15:04:05 MST',
  'time.RFC1123Z': 'Mon, 02 Jan 2006 15:04:05 -0700',
  'time.Stamp': 'Jan _2 15:04:05',
  'time.StampMicro': 'Jan _2 15:04:05.000000',
  'time.UnixDate': 'Mon Jan _2 15:04:05 MST 2006',
  'time.RubyDate': 'Mon Jan 02 15:04:05 -0700 2006',
};
