/** The verbs of a format string, each with its argument, as parts of an f-string. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { binary, boolOp, call, generator, generatorExp, int, method, name, str } from './build';
import { gap, onlyType, simple, type Context, type Value } from './context';
import { expression } from './expressions';
import { goSyntax } from './goSyntax';
import { isByteSlice, isRune } from './goTypes';
import { isBigInteger } from './library/bigNumbers';
import { isKnownNotNil } from './notNil';
import { hasText, printable, typeText, type Printable } from './text';
import { typeParts } from './typeTexts';
import { chr, ord } from './values';

export type Part = py.Str | py.FormattedValue;

export interface Verb {
  flags: string;
  width: string;
  /** A width that is an argument. */
  widthArg?: py.Expression;
  precision: string | undefined;
  precisionArg?: py.Expression;
  letter: string;
}

/** Adds text that stands in the format itself. */
export function literal(parts: Part[], text: string): void {
  if (text === '') return;
  const last = parts.at(-1);
  if (last?.kind === 'Str') parts[parts.length - 1] = str(last.value + text);
  else parts.push(str(text));
}

/** A value in braces. */
export function filled(
  value: py.Expression,
  spec: (py.Str | py.FormattedValue)[] | string = '',
  conversion?: 's',
): py.FormattedValue {
  const parts = typeof spec === 'string' ? (spec ? [str(spec)] : []) : spec;
  return {
    kind: 'FormattedValue',
    value,
    ...(conversion && { conversion }),
    ...(parts.length > 0 && { formatSpec: parts }),
    start: -1,
    end: -1,
  };
}

/** What a verb writes of its argument. */
export function verbParts(cx: Context, verb: Verb, arg: go.Expression, before: py.Statement[]): Part[] {
  const value = expression(cx, arg);
  before.push(...value.before);
  if (isBigInteger(value.type) && verb.letter !== 'T')
    return partsOf(cx, verb.letter === 's' ? { ...verb, letter: 'v' } : verb, { ...value, type: t.int }, arg);
  const only = onlyType(cx, value.type);
  return partsOf(cx, verb, only && !isRune(only) ? { ...value, type: only } : value, arg);
}

function partsOf(cx: Context, verb: Verb, value: Value, arg: go.Expression): Part[] {
  const { letter } = verb;
  const below = cx.typing.underlying(value.type);
  const isAny = below.kind === 'any' || below.kind === 'unknown' || cx.typing.info(value.type)?.form === 'interface';
  if (isAny && /[dxXqobcfFeEgGt]/.test(letter))
    return [filled(call(cx.out.helper('go_format'), formatOf(verb, arg), value.value))];
  if (hasElements(verb, below)) return elements(cx, verb, value, below.elt, arg);
  const isOpen = below.kind === 'unknown' || below.kind === 'any' || below.kind === 'typevar';
  const refuse = (): Part[] => complaint(cx, verb, value, arg);
  const number = (): py.Expression => (isRune(value.type) ? ord(value.value) : value.value);
  switch (letter) {
    case 'd':
      if (value.type.kind === 'instance' && /^time\.(Month|Weekday)$/.test(value.type.name))
        return [filled(value.value, spec(verb, 'd'))];
      if (value.type.kind === 'instance' && value.type.name === 'time.Duration')
        return [filled(call('round', binary(value.value, '*', int(1_000_000_000))), spec(verb, 'd'))];
      if (/^(str|bool|float|error)$/.test(below.kind)) return refuse();
      if (below.kind !== 'int' && !isOpen) return general(cx, verb, value, arg);
      return [
        filled(
          number(),
          spec(verb, below.kind === 'int' && !verb.flags && !hasWidth(verb) && value.type.kind === 'int' ? '' : 'd'),
        ),
      ];
    case 'x':
    case 'X': {
      const bytes = bytesOf(cx, value);
      if (bytes) return hexadecimal(verb, bytes, arg);
      return below.kind === 'int' ? digits(cx, verb, number(), arg) : refuse();
    }
    case 'o':
    case 'b':
      return below.kind === 'int' ? digits(cx, verb, number(), arg) : refuse();
    case 'c':
      if (below.kind !== 'int') return refuse();
      return [filled(isRune(value.type) ? value.value : chr(value.value), spec(verb, '', '>'))];
    case 'U':
      if (below.kind !== 'int') return refuse();
      return unicodePoint(verb, value, arg);
    case 'q':
      return [filled(quotedText(cx, verb, value, arg), spec({ ...verb, precision: undefined }, '', '>'))];
    case 'f':
    case 'F':
    case 'e':
    case 'E':
      if (below.kind !== 'float' && !isOpen && !isUntypedConstant(arg)) return refuse();
      if (mentionsNonFinite(cx) && isPlainFloat(verb)) return [nonFinite(cx, verb, value.value)];
      return [filled(value.value, spec(verb, letter))];
    case 'g':
    case 'G':
      if (below.kind !== 'float' && !isOpen && !isUntypedConstant(arg)) return refuse();
      if (verb.precision === undefined && !verb.precisionArg)
        return general(cx, { ...verb, letter: 'v' }, { ...value, type: t.float }, arg);
      return [filled(value.value, spec(verb, letter))];
    case 'T': {
      const parts = typeParts(cx, value, arg);
      if (!hasWidth(verb)) return parts;
      const [only] = parts;
      const whole: py.Expression =
        parts.length === 1 && only?.kind === 'Str' ? only : { kind: 'JoinedStr', values: parts, start: -1, end: -1 };
      return [filled(whole, spec(verb, '', '>'))];
    }
    case 't':
      return below.kind === 'bool' || isOpen ? general(cx, verb, value, arg) : refuse();
    case 's':
      if (!isWord(cx, value.type)) return refuse();
      return general(cx, verb, value, arg);
    case 'v':
    case 'w':
      return general(cx, verb, value, arg);
    default:
      return gap(`the verb %${letter} has no counterpart here yet`, arg);
  }
}

const hasWidth = (verb: Verb): boolean => verb.width !== '' || verb.widthArg !== undefined;
const isUntypedConstant = (arg: go.Expression): boolean => arg.kind === 'IntLit';

/** Whether `%s` has something to write: Go complains of numbers. */
function isWord(cx: Context, type: Type): boolean {
  if (hasText(cx, type)) return true;
  const below = cx.typing.underlying(type);
  if (below.kind === 'list' || below.kind === 'array') return isByteSlice(below) || isWord(cx, below.elt);
  return !/^(int|float|bool|complex)$/.test(below.kind) || (type.kind === 'instance' && !type.name.startsWith('.'));
}

/** Whether the verb is meant for each element of a list: where it says more than `%v` of the list does. */
function hasElements(verb: Verb, type: Type): type is Type & { kind: 'list' | 'array' } {
  if (type.kind !== 'list' && type.kind !== 'array') return false;
  const isBytes = isByteSlice({ kind: 'list', elt: type.elt });
  if (verb.letter === 's' || verb.letter === 'q' || verb.letter.toLowerCase() === 'x')
    return !isBytes && isFormed(verb);
  return isFormed(verb);
}

const isFormed = (verb: Verb): boolean =>
  /[a-zA-Z]/.test(verb.letter.replace(/[vsdtTw]/, '')) ||
  (verb.letter !== 'T' && (hasWidth(verb) || verb.precision !== undefined || verb.precisionArg !== undefined));

/** `[1.50 2.25]`: the verb fills in each element. */
function elements(cx: Context, verb: Verb, value: Value, elt: Type, arg: go.Expression): Part[] {
  const item = isRune(elt) ? 'char' : 'item';
  const parts = partsOf(cx, verb, simple(name(item), elt), arg);
  const [only] = parts;
  const shown = parts.length === 1 && only?.kind === 'FormattedValue' ? spelledOut(only) : undefined;
  const each = shown ?? gap(`%${verb.letter} of the elements of a list`, arg);
  const isMap =
    each.kind === 'Call' && each.args.length === 1 && each.args[0]!.kind === 'Name' && each.func.kind === 'Name';
  const items = isMap ? call('map', each.func, value.value) : generatorExp(each, generator(name(item), value.value));
  return [str('['), filled(method(str(' '), 'join', items)), str(']')];
}

/** A value in braces outside of an f-string. */
function spelledOut({ value, conversion, formatSpec = [] }: py.FormattedValue): py.Expression | undefined {
  const text = conversion === 's' ? call('str', value) : value;
  if (formatSpec.length === 0) return conversion === 's' || value.kind === 'Call' ? text : call('str', value);
  const [only] = formatSpec;
  return formatSpec.length === 1 && only?.kind === 'Str' ? call('format', text, only) : undefined;
}

/** The bytes that `%x` of a text or of bytes shows; undefined for numbers. */
function bytesOf(cx: Context, value: Value): py.Expression | undefined {
  const below = cx.typing.underlying(value.type);
  if (below.kind === 'str') return method(value.value, 'encode');
  if (isByteSlice(below)) return value.value;
  if (below.kind === 'array' && isByteSlice({ kind: 'list', elt: below.elt })) return call('bytes', value.value);
  return undefined;
}

/** `%x`, `% x` and `%#x` of bytes. */
function hexadecimal(verb: Verb, bytes: py.Expression, arg: go.Expression): Part[] {
  const spaced = verb.flags.includes(' ');
  const value = method(bytes, 'hex', ...(spaced ? [str(' ')] : []));
  const shown = filled(
    verb.letter === 'X' ? method(value, 'upper') : value,
    spec({ ...verb, flags: verb.flags.replace(' ', '') }, '', '>'),
  );
  if (!verb.flags.includes('#')) return [shown];
  return spaced || hasWidth(verb) ? gap('%#x of bytes with more flags', arg) : [str(`0${verb.letter}`), shown];
}

/** Digits of another base. Go counts the prefix not as a part of the width where it fills with zeros. */
function digits(cx: Context, verb: Verb, number: py.Expression, arg: go.Expression): Part[] {
  if (!verb.flags.includes('#')) return [filled(number, spec(verb, verb.letter))];
  const isPadded = hasWidth(verb) && verb.flags.includes('0');
  if (!isPadded && verb.letter !== 'o') return [filled(number, spec(verb, verb.letter))];
  if (hasWidth(verb) && !isPadded) gap('%#o with a width', arg);
  if (!cx.signs.atLeast(arg, 0)) gap(`%#${verb.letter} of a number that may be negative`, arg);
  const prefix = verb.letter === 'o' ? '0' : `0${verb.letter}`;
  return [str(prefix), filled(number, spec({ ...verb, flags: verb.flags.replace('#', '') }, verb.letter))];
}

/** `U+0041`, and `U+0041 'A'` with the flag `#`. */
function unicodePoint(verb: Verb, value: Value, arg: go.Expression): Part[] {
  if (hasWidth(verb) || /[^#]/.test(verb.flags)) gap('%U with a width', arg);
  const char = isRune(value.type) ? value.value : chr(value.value);
  const point = [str('U+'), filled(ord(char), '04X')];
  return verb.flags ? [...point, str(" '"), filled(char), str("'")] : point;
}

/** What `%q` writes. */
function quotedText(cx: Context, verb: Verb, value: Value, arg: go.Expression): py.Expression {
  const below = cx.typing.underlying(value.type);
  const quoted = cx.out.helper('quoted');
  if (/[#+]/.test(verb.flags)) gap('%q with these flags', arg);
  if (verb.precisionArg) gap('%q with a precision that is computed', arg);
  if (isRune(value.type)) return call(quoted, value.value, str("'"));
  if (hasText(cx, value.type) || below.kind === 'error') return call(quoted, call('str', value.value));
  if (below.kind === 'str') return call(quoted, firstOf(value.value, verb.precision));
  if (below.kind === 'int') return call(quoted, chr(value.value), str("'"));
  if (isByteSlice(below)) return call(quoted, method(value.value, 'decode'));
  return gap('%q of this type', arg);
}

const nonFiniteFiles = new WeakMap<Context['program'], boolean>();

/** The file makes floats that are no number or infinite, which the two languages spell differently. */
function mentionsNonFinite(cx: Context): boolean {
  const known = nonFiniteFiles.get(cx.program);
  if (known !== undefined) return known;
  let found = false;
  for (const unit of cx.units.keys()) {
    walk(unit, node => {
      const isName =
        node.kind === 'SelectorExpr' && cx.typing.packageOf((node as unknown as go.SelectorExpr).x) === 'math';
      const { sel } = node as unknown as go.SelectorExpr;
      if (isName && sel.kind === 'Ident' && /^(NaN|Inf)$/.test(sel.name)) found = true;
    });
  }
  nonFiniteFiles.set(cx.program, found);
  return found;
}

const isPlainFloat = (verb: Verb): boolean => !verb.flags.includes('0') && !verb.precisionArg;

function nonFinite(cx: Context, verb: Verb, value: py.Expression): py.FormattedValue {
  const { flags, precision, letter } = verb;
  const sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const form = `${sign}${precision === undefined ? '' : `.${precision || '0'}`}${letter}`;
  const plain = { ...verb, flags: flags.includes('-') ? '-' : '', precision: undefined };
  return filled(call(cx.out.helper('float_format'), value, str(form)), spec(plain, '', '>'));
}

/** The first characters of a text, for a verb with a precision. */
function firstOf(text: py.Expression, precision: string | undefined): py.Expression {
  if (precision === undefined) return text;
  const slice: py.Expression = { kind: 'Slice', upper: int(Number(precision)), start: -1, end: -1 };
  return { kind: 'Subscript', value: text, slice, start: -1, end: -1 };
}

/** `%v` and `%s`. */
function general(cx: Context, verb: Verb, value: Value, arg: go.Expression): Part[] {
  const below = cx.typing.underlying(value.type);
  if (verb.letter === 's' && isByteSlice(below)) {
    return [filled(method(value.value, 'decode'), spec(verb, '', '>'))];
  }
  if (verb.flags.includes('#')) {
    const plain = { ...verb, flags: verb.flags.replace('#', '') };
    return [filled(goSyntax(cx, value, arg), hasWidth(verb) ? spec(plain, '', '>') : '')];
  }
  const isName = /^(Name|Attribute)$/.test(value.value.kind);
  if (verb.letter === 's' && below.kind === 'error' && isName && !isKnownNotNil(cx, arg)) {
    const text = boolOp('or', value.value, str('%!s(<nil>)'));
    return [hasWidth(verb) ? filled(text, spec(verb, '', '>'), 's') : filled(text)];
  }
  if (below.kind === 'float' && (verb.precision !== undefined || verb.precisionArg) && !hasText(cx, value.type))
    return [filled(value.value, spec(verb, 'g'))];
  const shown: Printable = printable(cx, value, arg, verb.flags.includes('+') && verb.letter === 'v');
  const plain = { ...verb, flags: verb.letter === 'v' ? verb.flags.replace('+', '') : verb.flags };
  const needsSpec = hasWidth(plain) || plain.precision !== undefined || plain.precisionArg !== undefined;
  if (!needsSpec) {
    if (shown.value.kind === 'Str') return [shown.value];
    if (shown.value.kind === 'JoinedStr') return shown.value.values;
    return [filled(shown.value, '', shown.conversion)];
  }
  if (shown.kind === 'int') return [filled(shown.value, spec(plain, ''))];
  return [filled(shown.value, spec(plain, '', '>'), shown.kind === 'other' ? 's' : shown.conversion)];
}

/** `%!d(string=x)`: what Go prints where verb and value do not fit. */
function complaint(cx: Context, verb: Verb, value: Value, arg: go.Expression): Part[] {
  const text = typeText(cx, value.type);
  if (text === undefined || hasWidth(verb) || cx.typing.underlying(value.type).kind === 'error')
    return gap(`%${verb.letter} of this type`, arg);
  const shown = general(cx, { flags: '', width: '', precision: undefined, letter: 'v' }, value, arg);
  return [str(`%!${verb.letter}(${text}=`), ...shown, str(')')];
}

/** The verb as text, for a value whose type only the running program knows. */
function formatOf(verb: Verb, arg: go.Expression): py.Expression {
  if (verb.widthArg || verb.precisionArg) return gap('a width that is computed for a value of any type', arg);
  const precision = verb.precision === undefined ? '' : `.${verb.precision}`;
  return str(`%${verb.flags}${verb.width}${precision}${verb.letter}`);
}

/** The format specification; `align` is what Go does where Python would do otherwise. */
function spec(verb: Verb, type: string, align = ''): (py.Str | py.FormattedValue)[] {
  const { flags, width, widthArg, precision, precisionArg } = verb;
  const left = flags.includes('-');
  const isNumber = align === '';
  const sign = isNumber ? (flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '') : '';
  const zeros = isNumber && flags.includes('0') && !left && hasWidth(verb) ? '0' : '';
  const parts: (py.Str | py.FormattedValue)[] = [];
  const add = (text: string): void => literal(parts, text);
  if (hasWidth(verb)) {
    // Texts stand on the left in Python already.
    if (left) add(isNumber ? '<' : '');
    else add(align);
  }
  add(sign);
  if (isNumber && flags.includes('#') && /[xob]/i.test(type)) add('#');
  add(zeros);
  add(width);
  if (widthArg) parts.push(filled(widthArg));
  if (precisionArg) {
    add('.');
    parts.push(filled(precisionArg));
  } else if (precision !== undefined && isNumber && (type === '' || /[dxXob]/.test(type))) {
    // The number of digits, which Python has as a width only.
    if (hasWidth(verb) || /[-+ ]/.test(flags)) gap('a number of digits with a width or a sign');
    add(precision === '' ? '' : `0${precision}`);
  } else if (precision !== undefined) add(`.${precision || '0'}`);
  add(type);
  return parts;
}
