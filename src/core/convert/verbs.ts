/** Format strings of package fmt, taken apart, and each verb as what an f-string has between its braces. */
import type { Type } from '../facts/types';
import { dynamic } from './format';

/**
 * `text`: as it stands in an f-string or a string. `verb`: one argument; `args` are the indices of the arguments that it
 * takes, the value last, before it those of a width or precision that is `*`.
 */
export type FormatPiece =
  | { kind: 'text'; text: string }
  | { kind: 'verb'; flags: string; width: string; precision?: string; verb: string; args: number[] };

/** Splits a format string. Undefined for what fmt itself would complain about (`%!`, a verb at the end). */
export function parseFormat(format: string): FormatPiece[] | undefined {
  const pieces: FormatPiece[] = [];
  const pattern = /%([-+# 0]*)(?:\[(\d+)\])?(\d+|\*)?(?:\.(?:\[(\d+)\])?(\d+|\*)?)?(?:\[(\d+)\])?([a-zA-Z%])|[^%]+|%/gy;
  let next = 0;
  for (const found of format.matchAll(pattern)) {
    const [whole, flags = '', widthIndex, width, precisionIndex, precision, index, verb] = found;
    if (whole === '%') return undefined;
    if (verb === undefined || verb === '%') {
      const text = verb === undefined ? whole : '%';
      const last = pieces.at(-1);
      if (last?.kind === 'text') last.text += text;
      else pieces.push({ kind: 'text', text });
      continue;
    }
    const args: number[] = [];
    const take = (given: string | undefined): void => {
      if (given !== undefined) next = Number(given) - 1;
      args.push(next++);
    };
    if (width === '*') take(widthIndex);
    if (precision === '*') take(precisionIndex);
    take(index ?? (width === '*' || precision === '*' ? undefined : (precisionIndex ?? widthIndex)));
    const hasPrecision = /\./.test(whole);
    pieces.push({
      kind: 'verb',
      flags,
      width: width ?? '',
      ...(hasPrecision && { precision: precision ?? '0' }),
      verb,
      args,
    });
  }
  return pieces;
}

/**
 * What a value goes through to print as Go prints it. `value`: nothing. `goText`: Go's own spelling, where Python's
 * `str()` differs (`true`, `1` for 1.0, `[1 2]`). `quoted`: in double quotes with escapes. `typeName`: its type.
 */
export type Interpolation = { spec: string; via: 'value' | 'goText' | 'quoted' | 'typeName'; assumes: string[] };

/** The spec for a verb; `dynamic` stands in it for `*`. Undefined where Python has none (`%p`, `%U`, `%#v`). */
export function specFor(piece: Extract<FormatPiece, { kind: 'verb' }>, type: Type): Interpolation | undefined {
  const { flags, verb } = piece;
  const sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const left = flags.includes('-');
  // A minus takes the zeros away.
  const zero = flags.includes('0') && !left ? '0' : '';
  const width = piece.width === '*' ? dynamic : piece.width;
  const precision = piece.precision === undefined ? '' : `.${piece.precision === '*' ? dynamic : piece.precision}`;
  const alternate = flags.includes('#');
  const number = (letter: string, prefix = ''): Interpolation => ({
    spec: `${left && width ? '<' : ''}${sign}${prefix}${width ? zero : ''}${width}${precision}${letter}`,
    via: 'value',
    assumes: [],
  });
  const text = (via: Interpolation['via']): Interpolation | undefined => {
    if (zero !== '' || sign !== '') return undefined;
    return { spec: `${width ? (left ? '<' : '>') : ''}${width}${precision}`, via, assumes: [] };
  };
  switch (verb) {
    case 'd':
      return precision === '' && !alternate ? number(sign || zero || width ? 'd' : '') : undefined;
    case 'x':
    case 'X':
      if (type.kind !== 'int' || precision !== '' || (alternate && zero !== '')) return undefined;
      return number(verb, alternate ? '#' : '');
    case 'b':
    case 'o':
      return precision === '' && !alternate ? number(verb) : undefined;
    case 'O':
      return precision === '' && zero === '' ? number('o', '#') : undefined;
    case 'c':
      return precision === '' && sign === '' && zero === '' ? number('c') : undefined;
    case 'f':
    case 'F':
    case 'e':
    case 'E':
      return alternate ? undefined : number(verb === 'F' ? 'f' : verb);
    case 'g':
    case 'G':
      // Without a precision Go writes the shortest form, which Python's g does not.
      if (alternate) return undefined;
      return precision === '' ? text('goText') : number(verb);
    case 's':
    case 'v':
    case 'w':
      if (alternate || (verb !== 's' && sign === '+' && type.kind !== 'str')) return undefined;
      if (type.kind === 'int' && verb === 'v' && precision === '') return number(sign || zero || width ? 'd' : '');
      return text(type.kind === 'str' ? 'value' : 'goText');
    case 't':
      return text('goText');
    case 'q':
      return alternate ? undefined : text('quoted');
    case 'T':
      return text('typeName');
    default:
      return undefined;
  }
}
