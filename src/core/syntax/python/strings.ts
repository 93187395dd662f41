/** String, bytes and f-string literals, adjacent ones joined. */
import { childByField, type CstNode } from '../cst';
import type { Bytes, Expression, FormattedValue, JoinedStr, Str } from './ast';
import { bad, cannotLower, isTrivia, source, type Context } from './context';
import { decodeBytes, decodeText, isAscii, isHighSurrogate, isLowSurrogate, unifyNewlines } from './escapes';
import { lowerExpression } from './expressions';

interface Prefix {
  raw: boolean;
  bytes: boolean;
  format: boolean;
  triple: boolean;
}

type Piece = Str | FormattedValue;

/** `string` and `concatenated_string`. Bad where the text cannot be known; see `decodeText`. */
export function lowerString(cx: Context, node: CstNode): Expression {
  const parts = node.type === 'string' ? [node] : node.children.filter(child => child.type === 'string');
  const prefixes = parts.map(part => prefixOf(cx, part));
  const first = prefixes[0];
  if (!first || prefixes.some(prefix => !prefix || prefix.bytes !== first.bytes)) return bad(cx, node);
  const pieces: Piece[] = [];
  for (let i = 0; i < parts.length; i++) if (!lowerPart(cx, parts[i]!, prefixes[i]!, pieces)) return bad(cx, node);

  const start = node.start - cx.base;
  const end = node.end - cx.base;
  let result: Str | Bytes | JoinedStr;
  if (prefixes.some(prefix => prefix!.format)) result = { kind: 'JoinedStr', start, end, values: pieces };
  else {
    const only = pieces[0] as Str | undefined;
    result = { kind: first.bytes ? 'Bytes' : 'Str', start, end, value: only?.value ?? '' };
  }
  if (first.triple) result.style = 'triple';
  else if (first.raw) result.style = 'raw';
  return result;
}

/** Undefined for what is no string of the AST (a template string, a prefix that does not exist). */
function prefixOf(cx: Context, part: CstNode): Prefix | undefined {
  const opening = part.children[0];
  if (opening?.type !== 'string_start') return undefined;
  const [, letters = '', quotes = ''] = /^([a-z]*)(.*)$/i.exec(source(cx, opening)) ?? [];
  const prefix = letters.toLowerCase();
  if (!/^(?:|u|r|b|f|br|rb|fr|rf)$/.test(prefix)) return undefined;
  return {
    raw: prefix.includes('r'),
    bytes: prefix.includes('b'),
    format: prefix.includes('f'),
    triple: quotes.length === 3,
  };
}

/** Adds what one literal says to `pieces`; false where it cannot be known. */
function lowerPart(cx: Context, part: CstNode, prefix: Prefix, pieces: Piece[]): boolean {
  const opening = part.children[0]!;
  if (part.children[part.children.length - 1]!.type !== 'string_end') return false;
  // Not where `string_end` begins: of `r'\\'` the grammar gives it the backslashes too.
  const close = part.end - (prefix.triple ? 3 : 1);
  if (!prefix.format) return addText(cx, prefix, pieces, opening.end, close);
  let at = opening.end;
  for (const child of part.children) {
    if (child.type !== 'interpolation') continue;
    if (!addText(cx, prefix, pieces, at, child.start)) return false;
    if (!addInterpolation(cx, child, prefix, pieces)) return false;
    at = child.end;
  }
  return addText(cx, prefix, pieces, at, close);
}

function addText(cx: Context, prefix: Prefix, pieces: Piece[], start: number, end: number): boolean {
  if (start >= end) return true;
  let raw = cx.text.slice(start, end);
  // Doubled braces go first: `\x7b` is a brace that counts once. Nothing to undo inside `\N{…}`, which is refused.
  if (prefix.format && /[{}]/.test(raw)) raw = raw.replaceAll('{{', '{').replaceAll('}}', '}');
  const value = decode(raw, prefix);
  if (value === undefined) return false;
  const last = pieces[pieces.length - 1];
  if (last?.kind === 'Str') {
    // Halves of a pair that two literals bring together are one character here, but two in Python.
    if (isHighSurrogate(last.value.charCodeAt(last.value.length - 1)) && isLowSurrogate(value.charCodeAt(0)))
      return false;
    last.value += value;
    last.end = end - cx.base;
  } else pieces.push({ kind: 'Str', start: start - cx.base, end: end - cx.base, value });
  return true;
}

function decode(raw: string, prefix: Prefix): string | undefined {
  if (prefix.raw || !raw.includes('\\')) {
    if (prefix.bytes && !isAscii(raw)) return undefined;
    return unifyNewlines(raw);
  }
  return prefix.bytes ? decodeBytes(raw) : decodeText(raw);
}

function addInterpolation(cx: Context, node: CstNode, prefix: Prefix, pieces: Piece[]): boolean {
  const expression = childByField(node, 'expression');
  if (!expression) throw cannotLower;
  if (expression.type === 'named_expression') return addAligned(cx, node, expression, prefix, pieces);
  const value = lowerExpression(cx, expression);
  const result: FormattedValue = {
    kind: 'FormattedValue',
    start: node.start - cx.base,
    end: node.end - cx.base,
    value,
  };
  let specifier: CstNode | undefined;
  for (const child of node.children) {
    if (child.type === '=') result.debug = debugText(cx, node, child);
    else if (child.field === 'format_specifier') specifier = child;
    else if (child.field === 'type_conversion') {
      const letter = source(cx, child).slice(1);
      if (letter !== 's' && letter !== 'r' && letter !== 'a') return false;
      result.conversion = letter;
    }
  }
  if (specifier) {
    const spec = lowerSpecifier(cx, specifier, prefix);
    if (!spec) return false;
    result.formatSpec = spec;
  }
  pieces.push(result);
  return true;
}

/** `{x:=10}` is a specifier `=10`; only in parentheses is it a walrus, as which the grammar takes it. */
function addAligned(cx: Context, node: CstNode, expression: CstNode, prefix: Prefix, pieces: Piece[]): boolean {
  const name = childByField(expression, 'name');
  const sign = expression.children.find(child => child.type === ':=');
  const close = node.children[node.children.length - 1]!;
  if (!name || !sign || expression.hasError || close.type !== '}') return false;
  const spec = cx.text.slice(sign.start + 1, close.start);
  const formatSpec: Piece[] = [];
  if (/[{}]/.test(spec) || !addText(cx, prefix, formatSpec, sign.start + 1, close.start)) return false;
  const value = lowerExpression(cx, name);
  pieces.push({ kind: 'FormattedValue', start: node.start - cx.base, end: node.end - cx.base, value, formatSpec });
  return true;
}

/** From the opening brace to the `=`, with the blanks behind it: what `{x = }` prints before the value. */
function debugText(cx: Context, node: CstNode, sign: CstNode): string {
  const next = node.children.find(child => child.start >= sign.end && !isTrivia(child));
  return unifyNewlines(cx.text.slice(node.start + 1, next?.start ?? sign.end));
}

/** The text of a specifier is no node of the grammar: it is what stands between the replacement fields. */
function lowerSpecifier(cx: Context, node: CstNode, prefix: Prefix): Piece[] | undefined {
  const pieces: Piece[] = [];
  let at = node.start + 1;
  for (const child of node.children) {
    if (child.type !== 'format_expression') continue;
    if (!addText(cx, prefix, pieces, at, child.start)) return undefined;
    if (!addInterpolation(cx, child, prefix, pieces)) return undefined;
    at = child.end;
  }
  return addText(cx, prefix, pieces, at, node.end) ? pieces : undefined;
}
