/**
 * One interpolation of an f-string against one verb of package fmt. The translators call this for each `{value:spec}`
 * and each `%verb`; what a value has to go through first, so that the same text comes out, is `via`.
 */
import type { Type } from '../facts/types';

/** Stands in a spec for a width or precision that is an expression of its own: `{x:{width}}`, `%*d`. */
export const dynamic = '\u0000';

/**
 * What the value goes through before it is formatted. `value`: nothing. `str`, `repr`: Python's `str()` and `repr()`,
 * which a helper has to write for what Go prints otherwise (`True`, `1.0`, `[1, 2]`). `float`, `int`: a conversion.
 * `percent`: times a hundred, as a float.
 */
export type Via = 'value' | 'str' | 'repr' | 'float' | 'int' | 'percent';

export interface Verb {
  /** Ready for a format string: `%5d`. A dynamic width or precision is `*` and takes an argument before the value. */
  verb: string;
  via: Via;
  /** In plain words, what was taken for granted. */
  assumes: string[];
}

interface Spec {
  fill: string;
  align: string;
  sign: string;
  alternate: boolean;
  zero: boolean;
  width: string;
  grouping: string;
  precision: string | undefined;
  type: string;
}

const grammar = /^(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+|\u0000)?([_,])?(?:\.(\d+|\u0000))?([a-zA-Z%])?$/su;

function parseSpec(text: string): Spec | undefined {
  const parts = grammar.exec(text);
  if (!parts || parts[4] !== undefined) return undefined;
  const [, fill, align, sign, , alternate, zero, width, grouping, precision, type] = parts;
  return {
    fill: fill ?? ' ',
    align: align ?? '',
    sign: sign ?? '',
    alternate: alternate !== undefined,
    zero: zero !== undefined,
    width: width ?? '',
    grouping: grouping ?? '',
    precision,
    type: type ?? '',
  };
}

/** Text between interpolations, as it stands in a format string. */
export function escapeText(text: string): string {
  return text.replaceAll('%', '%%');
}

/**
 * The verb for `{value:spec}`, with `conversion` as in `{value!r}`. `spec` has `dynamic` where a part of it is an
 * expression. Undefined where fmt cannot say it (`^`, other fills than blanks, thousands, `z`), or where Python raises.
 */
export function verbFor(type: Type, spec = '', conversion?: 's' | 'r' | 'a'): Verb | undefined {
  const parsed = parseSpec(spec);
  if (!parsed || parsed.align === '^' || parsed.grouping !== '') return undefined;
  if (parsed.fill !== ' ' && !(parsed.fill === '0' && parsed.align === '=')) return undefined;
  if (conversion) return textVerb(parsed, conversion === 's' ? 'str' : 'repr', '-');
  if (parsed.type !== '') return typedVerb(parsed, type);
  switch (type.kind) {
    case 'str':
      return textVerb(parsed, 'value', '-');
    case 'int':
      return parsed.precision === undefined ? numberVerb(parsed, 'd', 'value') : undefined;
    case 'float':
      // Without a type a precision is that of `g`, but keeps `.0`.
      if (parsed.precision !== undefined || parsed.sign !== '' || padsZeros(parsed)) return undefined;
      return textVerb(parsed, 'str', '');
    case 'bool':
      // With a spec a bool is the number that it is.
      return spec === '' ? textVerb(parsed, 'str', '-') : numberVerb(parsed, 'd', 'int');
    default:
      return spec === '' ? textVerb(parsed, 'str', '-') : undefined;
  }
}

function typedVerb(spec: Spec, type: Type): Verb | undefined {
  const unknown = type.kind === 'unknown' || type.kind === 'any' || type.kind === 'typevar';
  const assume = (what: string): string[] => (unknown ? [`the formatted value is ${what}`] : []);
  switch (spec.type) {
    case 's':
      if (!unknown && type.kind !== 'str') return undefined;
      return { ...textVerb(spec, 'value', '-')!, assumes: assume('a string') };
    case 'd':
    case 'b':
    case 'o':
    case 'x':
    case 'X':
    case 'c':
      if (spec.precision !== undefined || (!unknown && type.kind !== 'int' && type.kind !== 'bool')) return undefined;
      return withAssumption(integerVerb(spec, type.kind === 'bool' ? 'int' : 'value'), assume('an integer'));
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
    case '%':
      if (!unknown && type.kind !== 'int' && type.kind !== 'float' && type.kind !== 'bool') return undefined;
      return withAssumption(floatVerb(spec, type.kind === 'float' || unknown ? 'value' : 'float'), assume('a float'));
    default:
      return undefined;
  }
}

function withAssumption(verb: Verb | undefined, assumes: string[]): Verb | undefined {
  return verb && { ...verb, assumes };
}

function integerVerb(spec: Spec, via: Via): Verb | undefined {
  if (!spec.alternate || spec.type === 'd') return numberVerb(spec, spec.type, via);
  // Go pads zeros behind the prefix without counting it.
  if (padsZeros(spec) || spec.type === 'c') return undefined;
  return spec.type === 'o' ? numberVerb(spec, 'O', via) : numberVerb(spec, `#${spec.type}`, via);
}

function floatVerb(spec: Spec, via: Via): Verb | undefined {
  if (spec.alternate) return undefined;
  if (spec.type === '%') {
    const verb = numberVerb({ ...spec, precision: spec.precision ?? '6' }, 'f', 'percent');
    // The sign of percent is one more character of the width.
    return spec.width === '' ? verb && { ...verb, verb: `${verb.verb}%%` } : undefined;
  }
  // fmt writes the shortest form where Python writes six digits.
  const precision = spec.precision ?? (/[gG]/.test(spec.type) ? '6' : undefined);
  return numberVerb({ ...spec, precision }, spec.type === 'F' ? 'f' : spec.type, via);
}

function padsZeros(spec: Spec): boolean {
  return spec.zero || (spec.fill === '0' && spec.align === '=');
}

/** Numbers stand to the right, as in fmt. `letter` may have the flag `#` before it. */
function numberVerb(spec: Spec, letter: string, via: Via): Verb | undefined {
  const zeros = padsZeros(spec);
  if (zeros && (spec.align === '<' || spec.align === '>')) return undefined;
  if (spec.align === '=' && !zeros) return undefined;
  const flags = `${letter.startsWith('#') ? '#' : ''}${spec.sign === '-' ? '' : spec.sign}${zeros ? '0' : ''}`;
  const left = spec.align === '<' ? '-' : '';
  return { verb: `%${left}${flags}${size(spec)}${letter.replace('#', '')}`, via, assumes: [] };
}

/** `align` is the flag for where a text stands by itself: to the left, unless it is a number in words. */
function textVerb(spec: Spec, via: Via, align: '-' | ''): Verb | undefined {
  if (spec.sign !== '' || spec.zero || spec.alternate || spec.align === '=') return undefined;
  const flag = spec.width === '' ? '' : spec.align === '' ? align : spec.align === '<' ? '-' : '';
  return { verb: `%${flag}${size(spec)}s`, via, assumes: [] };
}

function size(spec: Spec): string {
  const width = spec.width === dynamic ? '*' : spec.width;
  const precision = spec.precision === undefined ? '' : `.${spec.precision === dynamic ? '*' : spec.precision}`;
  return `${width}${precision}`;
}
