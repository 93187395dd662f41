/** Format strings with verbs as f-strings. */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { assign, call, name, starred, str } from './build';
import { gap, type Context } from './context';
import { expression } from './expressions';
import { freshName } from './naming';
import { printable, typeText } from './text';
import { isRune } from './goTypes';
import { ord } from './values';
import { filled, literal, verbParts, type Part, type Verb } from './verbs';

export interface Formatted {
  value: py.Expression;
  before: py.Statement[];
  /** The errors that `%w` wraps. */
  wrapped?: go.Expression[];
}

const verbPattern = /%([-+# 0]*)(\*|\d+)?(?:\.(\*|\d*))?(?:\[(\d+)\])?([a-zA-Z%])/g;

/** `args...`: how many arguments there are only the running program knows. */
export function isSpread(cx: Context, args: readonly go.Expression[]): boolean {
  const last = args.at(-1);
  const parent = last && cx.program.bindings.parent(last);
  if (parent?.kind !== 'CallExpr') return false;
  const call = parent as unknown as go.CallExpr;
  return call.ellipsis === true && call.args.at(-1) === last;
}

/** `fmt.Sprintf(format, args…)`. */
export function format(cx: Context, node: go.Expression | undefined, args: readonly go.Expression[]): Formatted {
  if (node && isSpread(cx, args)) {
    if (node.kind === 'StringLit' && node.value.includes('%w')) gap('an error that wraps what is spread', node);
    return atRunTime(cx, node, args, true);
  }
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
  const wrapped: go.Expression[] = [];
  let next = 0;
  let at = 0;
  const take = (): go.Expression | undefined => args[next++];
  const number = (): py.Expression => {
    const arg = take();
    return arg ? expression(cx, arg).value : gap('a width without an argument', node);
  };
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
    if (width === '*') verb.widthArg = number();
    if (precision === '*') verb.precisionArg = number();
    if (index) next = Number(index) - 1;
    const arg = take();
    if (!arg) {
      literal(parts, `%!${letter}(MISSING)`);
      continue;
    }
    if (letter === 'w') wrapped.push(arg);
    for (const part of verbParts(cx, verb, arg, before)) {
      if (part.kind === 'Str') literal(parts, part.value);
      else parts.push(part);
    }
  }
  literal(parts, text.slice(at));
  if (!/%\[/.test(text)) tooMany(cx, parts, args.slice(next), before);
  return { value: join(spelled(cx, parts, before)), before, ...(wrapped.length > 0 && { wrapped }) };
}

/** What Go prints of arguments that no verb asks for. */
function tooMany(cx: Context, parts: Part[], args: readonly go.Expression[], before: py.Statement[]): void {
  args.forEach((arg, i) => {
    const type = typeText(cx, cx.typing.of(arg)) ?? gap('more arguments than verbs', arg);
    literal(parts, `${i > 0 ? ', ' : '%!(EXTRA '}${type}=`);
    const plain: Verb = { flags: '', width: '', precision: undefined, letter: 'v' };
    for (const part of verbParts(cx, plain, arg, before)) {
      if (part.kind === 'Str') literal(parts, part.value);
      else parts.push(part);
    }
  });
  if (args.length > 0) literal(parts, ')');
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

/** The parts as one expression: a plain text where nothing is filled in. */
export function join(parts: readonly Part[]): py.Expression {
  const [first] = parts;
  if (!first) return str('');
  if (parts.length === 1 && first.kind === 'Str') return first;
  return { kind: 'JoinedStr', values: [...parts], start: -1, end: -1 };
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
  const spread = isSpread(cx, args) ? args.at(-1) : undefined;
  const values = args.map(arg => {
    const value = expression(cx, arg);
    before.push(...value.before);
    if (arg === spread) return starred(call('map', cx.out.helper('go_text'), value.value));
    return printable(cx, value, arg).value;
  });
  return { values, before };
}

/** `Print` and `Sprint`: a space stands between two operands that are both no texts. */
export function joined(cx: Context, args: readonly go.Expression[]): Formatted {
  if (isSpread(cx, args)) gap('arguments spread over a print', args.at(-1));
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
