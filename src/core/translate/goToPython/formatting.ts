/** Format strings with verbs as f-strings. */
import * as t from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { assign, call, method, name, starred, str } from './build';
import { gap, type Context, type Value } from './context';
import { expression } from './expressions';
import { freshName } from './naming';
import { asNumber } from './arithmetic';
import { printable, typeText, type Printable } from './text';
import { isByteSlice, isRune } from './goTypes';
import { chr, ord } from './values';

type Part = py.Str | py.FormattedValue;

interface Verb {
  flags: string;
  width: string;
  /** A width that is an argument. */
  widthArg?: py.Expression;
  precision: string | undefined;
  precisionArg?: py.Expression;
  letter: string;
}

export interface Formatted {
  value: py.Expression;
  before: py.Statement[];
  /** The error that `%w` wraps. */
  wrapped?: go.Expression;
}

const verbPattern = /%([-+# 0]*)(\*|\d+)?(?:\.(\*|\d*))?(?:\[(\d+)\])?([a-zA-Z%])/g;

/** `fmt.Sprintf(format, args…)`. */
export function format(cx: Context, node: go.Expression | undefined, args: readonly go.Expression[]): Formatted {
  if (node?.kind !== 'StringLit') {
    if (node && args.length === 0) {
      const value = expression(cx, node);
      return { value: value.value, before: value.before };
    }
    return node ? atRunTime(cx, node, args, false) : gap('a format that is missing', node);
  }
  const text = node.value;
  const parts: Part[] = [];
  const before: py.Statement[] = [];
  let wrapped: go.Expression | undefined;
  let next = 0;
  let at = 0;
  const take = (): go.Expression => args[next++] ?? gap('a verb without an argument', node);
  for (const match of text.matchAll(verbPattern)) {
    literal(parts, text.slice(at, match.index));
    at = match.index + match[0].length;
    const [, flags = '', width = '', precision, index, letter = ''] = match;
    if (letter === '%') {
      literal(parts, '%');
      continue;
    }
    const verb: Verb = {
      flags,
      width: width === '*' ? '' : width,
      precision: precision === '*' ? undefined : precision,
      letter,
    };
    if (width === '*') verb.widthArg = expression(cx, take()).value;
    if (precision === '*') verb.precisionArg = expression(cx, take()).value;
    if (index) next = Number(index) - 1;
    const arg = take();
    if (letter === 'w') wrapped = arg;
    for (const part of one(cx, verb, arg, before)) {
      if (part.kind === 'Str') literal(parts, part.value);
      else parts.push(part);
    }
  }
  literal(parts, text.slice(at));
  if (next < args.length && !/%\[/.test(text)) gap('more arguments than verbs', node);
  return { value: join(spelled(cx, parts, before)), before, ...(wrapped && { wrapped }) };
}

/** A format, or arguments, that only the running program knows. */
export function atRunTime(
  cx: Context,
  node: go.Expression,
  args: readonly go.Expression[],
  spread: boolean,
): Formatted {
  const before: py.Statement[] = [];
  const take = (one: go.Expression): py.Expression => {
    const value = expression(cx, one);
    before.push(...value.before);
    return isRune(value.type) ? ord(value.value) : value.value;
  };
  const text = take(node);
  const values = args.map((arg, i) => (spread && i === args.length - 1 ? starred(take(arg)) : take(arg)));
  return { value: call(cx.out.helper('go_format'), text, ...values), before };
}

function literal(parts: Part[], text: string): void {
  if (text === '') return;
  const last = parts.at(-1);
  if (last?.kind === 'Str') parts[parts.length - 1] = str(last.value + text);
  else parts.push(str(text));
}

/** The parts as one expression: a plain text where nothing is filled in. */
export function join(parts: readonly Part[]): py.Expression {
  const [first] = parts;
  if (!first) return str('');
  if (parts.length === 1 && first.kind === 'Str') return first;
  return { kind: 'JoinedStr', values: [...parts], start: -1, end: -1 };
}

function filled(
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

function one(cx: Context, verb: Verb, arg: go.Expression, before: py.Statement[]): Part[] {
  const { letter } = verb;
  const value = expression(cx, arg);
  before.push(...value.before);
  const below = cx.typing.underlying(value.type);
  const number = (): py.Expression => asNumber(cx, arg).value;
  switch (letter) {
    case 'd':
      if (below.kind !== 'int' && below.kind !== 'unknown' && below.kind !== 'any' && below.kind !== 'typevar')
        return general(cx, verb, value, arg);
      return [
        filled(
          number(),
          spec(verb, below.kind === 'int' && !verb.flags && !hasWidth(verb) && value.type.kind === 'int' ? '' : 'd'),
        ),
      ];
    case 'x':
    case 'X':
      if (below.kind === 'str')
        return [filled(cased(method(method(value.value, 'encode'), 'hex'), letter), spec(verb, '', '>'))];
      if (isByteSlice(below)) return [filled(cased(method(value.value, 'hex'), letter), spec(verb, '', '>'))];
      if (below.kind !== 'int') return gap(`%${letter} of this type`, arg);
      return [filled(number(), spec(verb, letter))];
    case 'o':
    case 'b':
      if (below.kind !== 'int') return gap(`%${letter} of this type`, arg);
      return [filled(number(), spec(verb, letter))];
    case 'c':
      return [filled(isRune(value.type) ? value.value : chr(value.value), spec(verb, '', '>'))];
    case 'U':
      return [str('U+'), filled(isRune(value.type) ? ord(value.value) : value.value, '04X')];
    case 'q':
      if (isRune(value.type)) return [str("'"), filled(value.value), str("'")];
      if (below.kind !== 'str') return gap('%q of this type', arg);
      return [filled(call(cx.out.helper('quoted'), value.value), spec(verb, '', '>'))];
    case 'f':
    case 'F':
    case 'e':
    case 'E':
      if (below.kind !== 'float' && below.kind !== 'unknown' && below.kind !== 'int')
        return gap(`%${letter} of this type`, arg);
      return [filled(value.value, spec(verb, letter))];
    case 'g':
    case 'G':
      if (verb.precision === undefined) return general(cx, { ...verb, letter: 'v' }, { ...value, type: t.float }, arg);
      return [filled(value.value, spec(verb, letter))];
    case 'T': {
      const text = typeText(cx, value.type);
      if (text === undefined) return gap('%T of a value whose type is not known here', arg);
      return hasWidth(verb) ? [filled(str(text), spec(verb, '', '>'))] : [str(text)];
    }
    case 's':
    case 'v':
    case 't':
    case 'w':
      return general(cx, verb, value, arg);
    default:
      return gap(`the verb %${letter} has no counterpart here yet`, arg);
  }
}

const cased = (value: py.Expression, letter: string): py.Expression =>
  letter === 'X' ? method(value, 'upper') : value;
const hasWidth = (verb: Verb): boolean => verb.width !== '' || verb.widthArg !== undefined;

/** `%v` and `%s`. */
function general(cx: Context, verb: Verb, value: Value, arg: go.Expression): Part[] {
  if (verb.letter === 's' && isByteSlice(cx.typing.underlying(value.type))) {
    return [filled(method(value.value, 'decode'), spec(verb, '', '>'))];
  }
  if (verb.flags.includes('#')) gap('%#v has no counterpart here', arg);
  const shown: Printable = printable(cx, value, arg, verb.flags.includes('+') && verb.letter === 'v');
  const plain = { ...verb, flags: verb.letter === 'v' ? verb.flags.replace('+', '') : verb.flags };
  const needsSpec = hasWidth(plain) || plain.precision !== undefined;
  if (!needsSpec) {
    if (shown.value.kind === 'Str') return [shown.value];
    if (shown.value.kind === 'JoinedStr') return shown.value.values;
    return [filled(shown.value, '', shown.conversion)];
  }
  if (shown.kind === 'int') return [filled(shown.value, spec(plain, ''))];
  return [filled(shown.value, spec(plain, '', '>'), shown.kind === 'other' ? 's' : shown.conversion)];
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
  } else if (precision !== undefined && !/[dxXob]/.test(type)) add(`.${precision || '0'}`);
  add(type);
  return parts;
}

/**
 * Before Python 3.12 an f-string holds no backslash in its expressions, and none of the quotes around it: what needs
 * them gets a name.
 */
function spelled(cx: Context, parts: readonly Part[], before: py.Statement[]): Part[] {
  const version = cx.target.python?.split('.').map(Number) ?? [3, 11];
  if ((version[0] ?? 3) > 3 || (version[1] ?? 11) >= 12) return [...parts];
  return parts.map(part => {
    if (part.kind === 'Str' || !needsName(part.value)) return part;
    const own = freshName(cx, 'text');
    before.push(assign(own, part.value));
    return { ...part, value: name(own) };
  });
}

function needsName(value: py.Expression): boolean {
  let found = false;
  walk(value, node => {
    if (node.kind === 'JoinedStr') found = true;

    if (node.kind === 'Str' && /[\x00-\x1f\\'"\x7f]/.test(String(node['value']))) found = true;
  });
  return found;
}

/** What `print` gets for the arguments of `Println`. */
export function printedArguments(
  cx: Context,
  args: readonly go.Expression[],
): { values: py.Expression[]; before: py.Statement[] } {
  const before: py.Statement[] = [];
  const values = args.map(arg => {
    const value = expression(cx, arg);
    before.push(...value.before);
    return printable(cx, value, arg).value;
  });
  return { values, before };
}

/** `Print` and `Sprint`: a space stands between two operands that are both no texts. */
export function joined(cx: Context, args: readonly go.Expression[]): Formatted {
  const parts: Part[] = [];
  const before: py.Statement[] = [];
  let lastIsText = true;
  for (const arg of args) {
    const value = expression(cx, arg);
    before.push(...value.before);
    const isText = cx.typing.underlying(value.type).kind === 'str';
    if (!lastIsText && !isText) literal(parts, ' ');
    lastIsText = isText;
    const shown = printable(cx, value, arg);
    if (shown.value.kind === 'Str') literal(parts, shown.value.value);
    else parts.push(filled(shown.value, '', shown.conversion));
  }
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'FormattedValue' && !only.conversion) {
    const isText = args.length === 1 && cx.typing.underlying(cx.typing.of(args[0]!)).kind === 'str';
    return { value: isText ? only.value : call(name('str'), only.value), before };
  }
  return { value: join(spelled(cx, parts, before)), before };
}
