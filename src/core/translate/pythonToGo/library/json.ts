import { someType } from '../../../facts/lattice';
import { any, none, str, type Type } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { dict } from '../shapes';
import { isAny } from '../types';
import { pure, value, type Value } from '../value';
import { fileText } from './streams';
import type { LibraryModule } from './table';

const object: Type = dict(str, any);

/** JSON text as the type that the place wants, or as what JSON is made of. */
function loaded(c: Context, text: Expression, node: py.Call, want: Type | undefined): Value {
  const known = want && !isAny(want, c) ? want : c.typeOf(node);
  if (!isAny(known, c) && !holdsAny(known)) return unmarshalled(c, text, known);
  const helper = c.isOrdered(object) ? 'readOrderedJSON' : 'readJSON';
  const made = c.checkedCall(g.call(c.helper(helper), text), any, 'json.JSONDecodeError');
  return isAny(known, c) ? made : coerce(c, made, known);
}

const holdsAny = (type: Type): boolean => someType(type, part => part.kind === 'any');

/** Into a type of its own: Go fills it by itself. */
function unmarshalled(c: Context, text: Expression, type: Type): Value {
  if (c.isOrdered(type)) return c.gap('JSON for a dict that keeps its order has no counterpart here');
  const name = c.freshLocal('data');
  c.emit(g.declare(g.varDecl(name, c.goType(type))));
  const err = c.errorName();
  const bytes = g.call(g.sliceType(g.ident('byte')), text);
  const call = g.pkgCall('encoding/json', 'Unmarshal', bytes, g.unary('&', g.ident(name)));
  c.notes.assume('the message of an error in JSON reads differently in Go');
  const failure = c.failOrPanic(g.ident(err), 'json.JSONDecodeError');
  c.emit(g.ifStmt(g.binary(g.ident(err), '!=', g.nil()), failure, undefined, g.define(err, call)));
  return value(g.ident(name), type, true);
}

/** What `dumps` is told of the layout, as the fields of the helper. */
function formOf(c: Context, node: py.Call): Expression {
  const flag = (name: string, otherwise: boolean): boolean => {
    const given = keywordArgument(node, name);
    if (given && given.kind !== 'Bool') return c.gap(`${name} that is not True or False has no counterpart`, node);
    return given?.kind === 'Bool' ? given.value : otherwise;
  };
  for (const arg of node.args) {
    const name = arg.kind === 'Keyword' && arg.arg?.kind === 'Name' ? arg.arg.id : undefined;
    if (arg.kind === 'Keyword' && !/^(indent|separators|sort_keys|ensure_ascii)$/.test(name ?? '')) {
      return c.gap(`${name ?? '**'} of json.dumps has no counterpart here`, node);
    }
  }
  const indent = keywordArgument(node, 'indent');
  const separators = keywordArgument(node, 'separators');
  const isIndented = indent !== undefined && indent.kind !== 'None';
  let marks: Expression[] = [g.str(isIndented ? ',' : ', '), g.str(': ')];
  if (separators && separators.kind !== 'None') {
    if (separators.kind !== 'Tuple' || separators.elts.length !== 2) {
      return c.gap('separators that are not a pair have no counterpart here', node);
    }
    marks = separators.elts.map(elt => coerce(c, expression(c, elt), str).node);
  }
  const fields = [g.keyValue(g.ident('ItemSeparator'), marks[0]!), g.keyValue(g.ident('KeySeparator'), marks[1]!)];
  if (isIndented) fields.unshift(g.keyValue(g.ident('Indent'), indentOf(c, indent)));
  if (flag('sort_keys', false)) fields.push(g.keyValue(g.ident('SortKeys'), g.bool(true)));
  if (!flag('ensure_ascii', true)) fields.push(g.keyValue(g.ident('Unicode'), g.bool(true)));
  return g.composite(g.ident(c.helper('jsonForm')), fields);
}

function indentOf(c: Context, node: py.Expression): Expression {
  if (node.kind === 'Int') return g.str(' '.repeat(Number(node.value)));
  const given = expression(c, node);
  return given.type.kind === 'int' ? g.pkgCall('strings', 'Repeat', g.str(' '), given.node) : given.node;
}

/** The text of a value as JSON. */
function dumped(c: Context, node: py.Call): Value {
  const [first] = positional(node);
  if (!first) return c.gap('this call has no counterpart here', node);
  const of = expression(c, first);
  if (!isPlain(of.type)) return c.gap('the JSON of this has no counterpart here', node);
  return value(g.method(formOf(c, node), 'Text', of.node), str);
}

/** Values that JSON has: an instance of a class is none of them. */
function isPlain(type: Type): boolean {
  switch (type.kind) {
    case 'list':
      return isPlain(type.elt);
    case 'dict':
      return isPlain(type.value);
    case 'tuple':
      return type.elts.every(isPlain);
    case 'optional':
      return isPlain(type.of);
    case 'instance':
    case 'set':
    case 'func':
    case 'error':
      return false;
    default:
      return true;
  }
}

/** Python's `json`. */
export const json: LibraryModule = {
  calls: {
    'json.loads': (c, node, want) => {
      const [first] = positional(node);
      if (!first || node.args.length > 1) return undefined;
      const text = expression(c, first);
      const source = text.type.kind === 'bytes' ? g.call('string', text.node) : coerce(c, text, str).node;
      return loaded(c, source, node, want);
    },
    'json.load': (c, node, want) => {
      const [first] = positional(node);
      if (!first || node.args.length > 1) return undefined;
      return loaded(c, fileText(c, expression(c, first)), node, want);
    },
    'json.dumps': dumped,
    'json.dump': (c, node) => {
      const [first, file] = positional(node);
      if (!first || !file) return undefined;
      const stream = expression(c, file);
      const text = dumped(c, { ...node, args: node.args.filter(arg => arg !== file) });
      c.emit(g.exprStmt(g.pkgCall('fmt', 'Fprint', stream.node, text.node)));
      return pure(g.nil(), none);
    },
  },
};
