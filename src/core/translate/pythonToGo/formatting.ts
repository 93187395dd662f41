/** Values as text: f-strings, `str.format`, `%`, `print`. What Go's verbs write differently goes through a helper. */
import { type Type, float, isBigInt, str } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { exactRepr, exactText } from './exactNumbers';
import { withArticle } from './coerce';
import { finishCall } from './calls';
import { wholeError } from './causes';
import { type Context } from './context';
import { type Value, value } from './value';
import { enumOf, enumValue, printsValue } from './enumModel';
import { operands } from './expressions';
import { timeText } from './library/datetime';
import { formedText, isFormed } from './forms';
import { fromKey, holdsKey } from './keys';
import { plainContainerText } from './plainTexts';
import { specPieces } from './formatSpecs';
import { formattedAtRunTime } from './dynamicFormats';
import { asShown, mayBeInfinite } from './shownNumbers';

/** One piece of a formatted text. */
export type Piece = { text: string } | { verb: string; node: go.Expression; isText: boolean };

/** An error of the operating system, which Python words in its own way. */
export const isFileError = (c: Context, type: Type): boolean =>
  type.kind === 'error' && type.name !== undefined && c.model.isSubclass(type.name, 'builtins.OSError');

/** A value of the library's whose text Go does not know by itself. */
const needsOwnText = (type: Type): boolean =>
  (type.kind === 'instance' && type.name.startsWith('datetime.')) || (type.kind === 'str' && type.form !== undefined);

/** The text of a value that may be missing; `of` writes that of one that is there. */
function optionalText(c: Context, from: Value, inner: Type, asRepr = false): go.Expression {
  const item = c.scratch('item');
  const one = value(g.ident(item), inner, true);
  const { before, result } = c.capture(() => (asRepr ? reprOf(c, one) : textOf(c, one)));
  const write = g.funcLit([g.field(item, c.goType(inner))], [g.ident('string')], [...before, g.ret(result)]);
  return g.call(c.helper('optionalText'), from.node, write);
}

/** How `str(x)` comes out: as a Go string. */
export function textOf(c: Context, from: Value): go.Expression {
  const { node, type } = from;
  switch (type.kind) {
    case 'str':
      return node;
    case 'int':
      return g.pkgCall('strconv', 'Itoa', node);
    case 'bool':
      return g.call(c.helper('boolText'), node);
    case 'float':
      return g.call(c.helper(type.whole ? 'wholeText' : 'floatText'), node);
    case 'none':
      return g.str('None');
    case 'error':
      if (isFileError(c, type)) return g.call(c.helper('fileErrorText'), node);
      return g.method(node, 'Error');
    case 'instance': {
      if (holdsKey(type)) return textOf(c, fromKey(c, from));
      const own = exactText(from) ?? instanceText(c, from, type.name);
      if (own) return own;
      break;
    }
    case 'optional':
      if (type.of.kind === 'error') return g.method(node, 'Error');
      if (needsOwnText(type.of)) return optionalText(c, from, type.of);
      break;
    case 'set':
      c.notes.assume('the order in which the items of a set are printed does not matter');
      break;
  }
  if (type.kind === 'func' || type.kind === 'iterator' || type.kind === 'module' || type.kind === 'class') {
    return c.gap(`the text of ${withArticle(type)} has no counterpart in Go`);
  }
  if (isFormed(type)) return formedText(c, from);
  needTexts(c, type);
  if (type.kind === 'optional' && /^(list|dict|set)$/.test(type.of.kind)) return g.call(c.helper('nilText'), node);
  const plain = plainContainerText(c, from);
  if (plain) return plain;
  return g.call(c.helper(type.kind === 'any' || type.kind === 'optional' ? 'text' : 'repr'), node);
}

function instanceText(c: Context, from: Value, name: string): go.Expression | undefined {
  const model = enumOf(c, from.type);
  if (model && printsValue(model) && !model.methods.has('__str__')) return textOf(c, enumValue(c, from, model));
  const className = name.startsWith('.') ? name.slice(1) : undefined;
  if (name === 'uuid.UUID') return from.node;
  if (className === undefined) {
    const time = timeText(c, from, name, false);
    if (time) return time;
    return c.gap(`the text of ${withArticle(from.type)} has no counterpart here`);
  }
  if (c.model.hasText(className)) return g.method(from.node, 'String');
  return c.gap(`the text of ${className}, which has no __str__, is an address that changes from run to run`);
}

/** What is printed inside of a list or a dict needs a text of its own. */
function needTexts(c: Context, type: Type, depth = 0): void {
  if (depth > 6) return;
  const inner = (...types: Type[]): void => types.forEach(one => needTexts(c, one, depth + 1));
  switch (type.kind) {
    case 'list':
    case 'set':
      return inner(type.elt);
    case 'dict':
      return inner(type.key, type.value);
    case 'tuple':
      return inner(...type.elts);
    case 'optional':
      return inner(type.of);
    case 'instance':
      if (type.name.startsWith('.')) c.model.hasText(type.name.slice(1));
  }
}

/** `ValueError('too small')`: the class, and what the exception was made with. */
function errorRepr(c: Context, from: Value): go.Expression {
  const own = from.type.kind === 'error' && from.type.name?.startsWith('.') ? from.type.name.slice(1) : undefined;
  if (own !== undefined && c.model.method(own, '__repr__')) return g.method(from.node, 'GoString');
  if (own !== undefined && c.model.method(own, '__str__')) {
    return c.gap(`the values that a ${own} was made with have no counterpart here`);
  }
  c.notes.assume('an exception that is shown with its class was made with its message alone');
  return g.call(c.helper('errorRepr'), wholeError(from.node));
}

/** How `repr(x)` comes out. */
export function reprOf(c: Context, from: Value): go.Expression {
  switch (from.type.kind) {
    case 'str': {
      const text = g.call(c.helper('quoted'), from.node);
      return from.type.form ? g.binary(g.binary(g.str('PosixPath('), '+', text), '+', g.str(')')) : text;
    }
    case 'int':
    case 'bool':
    case 'float':
    case 'none':
      return textOf(c, from);
    case 'error':
      return errorRepr(c, from);
    case 'instance': {
      if (holdsKey(from.type)) return reprOf(c, fromKey(c, from));
      const exact = exactRepr(c, from);
      if (exact) return exact;
      const className = from.type.name.startsWith('.') ? from.type.name.slice(1) : undefined;
      if (enumOf(c, from.type)) return g.method(from.node, 'GoString');
      if (className !== undefined && c.model.method(className, '__repr__')) {
        return g.method(from.node, c.model.method(className, '__repr__')?.goName ?? 'String');
      }
      if (className === undefined)
        return (
          timeText(c, from, from.type.name, true) ??
          c.gap(`the text of ${withArticle(from.type)} has no counterpart here`)
        );
      const own = className === undefined ? undefined : c.model.classes.get(className);
      if (own?.isDataclass && c.model.method(own.name, '__str__')) {
        own.needsRepr = true;
        return g.method(from.node, 'GoString');
      }
      return textOf(c, from);
    }
    default:
      if (from.type.kind === 'optional' && from.type.of.kind === 'error') return errorRepr(c, from);
      if (from.type.kind === 'optional' && needsOwnText(from.type.of)) return optionalText(c, from, from.type.of, true);
      if (isFormed(from.type)) return formedText(c, from);
      needTexts(c, from.type);
      return plainContainerText(c, from) ?? g.call(c.helper('repr'), from.node);
  }
}

/** What `fmt` writes for a value as Python does, as an argument and its verb. */
export function plainPiece(c: Context, from: Value): Piece {
  switch (from.type.kind) {
    case 'int':
      return { verb: '%d', node: from.node, isText: false };
    case 'str':
      return from.node.kind === 'StringLit' ? { text: from.node.value } : { verb: '%s', node: from.node, isText: true };
    case 'error':
      if (isFileError(c, from.type)) break;
      return { verb: '%v', node: from.node, isText: false };
    case 'instance':
      if (isBigInt(from.type)) return { verb: '%d', node: from.node, isText: false };
      if (!textIsOwn(c, from.type)) break;
      if (from.type.name.startsWith('.') && c.model.hasText(from.type.name.slice(1))) {
        return { verb: '%v', node: from.node, isText: false };
      }
      break;
  }
  return { verb: '%s', node: textOf(c, from), isText: true };
}

/** An IntEnum prints its number, though it may have methods for text. */
function textIsOwn(c: Context, type: Type): boolean {
  const model = enumOf(c, type);
  return !model || !printsValue(model) || model.methods.has('__str__');
}

// ---- f-strings ----

export function joinedText(c: Context, node: py.JoinedStr): Value {
  const values = operands(
    c,
    node.values.flatMap(part => (part.kind === 'FormattedValue' ? [part.value] : [])),
  );
  let next = 0;
  const pieces = node.values.flatMap((part): Piece[] => {
    if (part.kind === 'Str') return [{ text: part.value }];
    const spec = part.formatSpec;
    const given = values[next++]!;
    const from = showsWhole(spec) ? asShown(c, part.value, given) : given;
    const label: Piece[] = part.debug === undefined ? [] : [{ text: part.debug }];
    const asRepr =
      part.conversion === 'r' || part.conversion === 'a' || (part.debug !== undefined && !spec && !part.conversion);
    const format = literalFormat(spec);
    if (format !== undefined && /[feEgG%]$/.test(format) && mayBeInfinite(c, part.value, given)) {
      const text = formattedAtRunTime(c, { ...given, type: float }, g.str(format)).node;
      return [...label, { verb: '%s', node: text, isText: true }];
    }
    const shown = asRepr ? value(reprOf(c, from), str) : part.conversion === 's' ? value(textOf(c, from), str) : from;
    const own = !part.conversion && !asRepr ? ownFormat(c, shown, spec ?? []) : undefined;
    if (own) return [...label, own];
    return [...label, ...(spec && spec.length > 0 ? specPieces(c, shown, spec) : [plainPiece(c, shown)])];
  });
  return value(
    assemble(pieces),
    str,
    values.every(one => one.pure),
  );
}

/** What the `__format__` of a class makes of a value. */
function ownFormat(c: Context, of: Value, spec: readonly (py.Str | py.FormattedValue)[]): Piece | undefined {
  if (of.type.kind !== 'instance' || !of.type.name.startsWith('.')) return undefined;
  const method = c.model.method(of.type.name.slice(1), '__format__');
  if (!method) return undefined;
  const text = joinedText(c, { kind: 'JoinedStr', start: -1, end: -1, values: [...spec] });
  const made = finishCall(c, g.method(of.node, method.goName, text.node), str, method.fallible);
  return { verb: '%s', node: made.node, isText: true };
}

/** The format where all of it is written out. */
function literalFormat(spec: py.FormattedValue['formatSpec']): string | undefined {
  const [only] = spec ?? [];
  return spec?.length === 1 && only?.kind === 'Str' ? only.value : undefined;
}

/** A spec without a kind or a precision leaves it to the number whether it has a fraction. */
function showsWhole(spec: py.FormattedValue['formatSpec']): boolean {
  const last = spec?.[spec.length - 1];
  return last?.kind !== 'Str' || !/[a-zA-Z%]$|\./.test(last.value);
}

/** The shortest Go for the pieces: a literal, one string, a sum of two, or Sprintf. */
export function assemble(pieces: readonly Piece[]): go.Expression {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged[merged.length - 1];
    if ('text' in piece && last && 'text' in last) merged[merged.length - 1] = { text: last.text + piece.text };
    else if (!('text' in piece) || piece.text !== '') merged.push(piece);
  }
  const args = merged.flatMap(piece => ('text' in piece ? [] : [piece]));
  if (args.length === 0) return g.str(merged.map(piece => ('text' in piece ? piece.text : '')).join(''));
  const [only] = args;
  if (only && merged.length === 1 && only.verb === '%s' && only.isText) return only.node;
  if (args.length === 1 && merged.length === 2 && only?.verb === '%s' && only.isText) {
    const [a, b] = merged.map(piece => ('text' in piece ? g.str(piece.text) : piece.node));
    if (a && b) return g.binary(a, '+', b);
  }
  const format = merged.map(piece => ('text' in piece ? piece.text.replace(/%/g, '%%') : piece.verb)).join('');
  return g.pkgCall('fmt', 'Sprintf', g.str(format), ...args.map(piece => piece.node));
}
