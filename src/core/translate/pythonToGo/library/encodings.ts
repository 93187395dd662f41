/** Text as bytes and back, by the encoding that is named. */
import { bytes, str } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { value, type Value } from '../value';

type Encoding = 'utf-8' | 'ascii' | 'latin-1';

function encodingOf(c: Context, node: py.Expression | undefined, at: py.Node): Encoding {
  if (!node) return 'utf-8';
  const name = node.kind === 'Str' ? node.value.toLowerCase().replace(/[_ ]/g, '-') : undefined;
  switch (name) {
    case 'utf-8':
    case 'utf8':
      return 'utf-8';
    case 'ascii':
    case 'us-ascii':
      return 'ascii';
    case 'latin-1':
    case 'latin1':
    case 'iso-8859-1':
      return 'latin-1';
    default:
      return c.gap(
        name === undefined
          ? 'an encoding that is not a literal has no counterpart here'
          : `the encoding ${name} has no counterpart in Go's library`,
        at,
      );
  }
}

function errorsOf(c: Context, node: py.Expression | undefined, at: py.Node): 'strict' | 'ignore' | 'replace' {
  if (!node) return 'strict';
  const name = node.kind === 'Str' ? node.value : undefined;
  if (name === 'strict' || name === 'ignore' || name === 'replace') return name;
  return c.gap('this way to treat what cannot be encoded has no counterpart here', at);
}

const toBytes = (text: go.Expression): go.Expression => g.call(g.sliceType(g.ident('byte')), text);

/** `text.encode(…)`. */
export function encoded(
  c: Context,
  of: Value,
  encodingNode: py.Expression | undefined,
  errorsNode: py.Expression | undefined,
  at: py.Node,
): Value {
  const encoding = encodingOf(c, encodingNode, at);
  const errors = errorsOf(c, errorsNode, at);
  const text = coerce(c, of, str).node;
  const isPlain = text.kind === 'StringLit' && /^[\x00-\x7f]*$/.test(text.value);
  if (encoding === 'utf-8' || isPlain) return value(toBytes(text), bytes, of.pure);
  const limit = encoding === 'ascii' ? 128 : 256;
  if (errors !== 'strict') {
    const mark = g.str(errors === 'ignore' ? '' : '?');
    return value(g.call(c.helper('encodedAs'), text, g.int(limit), mark), bytes, of.pure);
  }
  if (encoding === 'ascii' && !c.isCaught('builtins.UnicodeEncodeError')) {
    c.notes.assume('what is encoded as ASCII has no other characters: Python would raise UnicodeEncodeError');
    return value(toBytes(text), bytes, of.pure);
  }
  const call = g.call(c.helper('encodedStrictly'), text, g.str(encoding), g.int(limit));
  return c.checkedCall(call, bytes, 'builtins.UnicodeEncodeError');
}

/** `data.decode(…)`. */
export function decoded(
  c: Context,
  of: Value,
  encodingNode: py.Expression | undefined,
  errorsNode: py.Expression | undefined,
  at: py.Node,
): Value {
  const encoding = encodingOf(c, encodingNode, at);
  const errors = errorsOf(c, errorsNode, at);
  const text = textOfBytes(of.node);
  if (encoding === 'latin-1') return value(g.call(c.helper('latinText'), of.node), str, of.pure);
  if (encoding === 'ascii' && errors !== 'strict') {
    return c.gap('bytes over 127 that are no ASCII have no counterpart here', at);
  }
  if (errors === 'ignore') return value(g.pkgCall('strings', 'ToValidUTF8', text, g.str('')), str, of.pure);
  if (errors === 'replace') {
    const runes = g.call(g.sliceType(g.ident('rune')), text);
    return value(g.call('string', runes), str, of.pure);
  }
  if (!c.isCaught('builtins.UnicodeDecodeError')) return value(text, str, of.pure);
  return c.checkedCall(g.call(c.helper('decodedStrictly'), of.node), str, 'builtins.UnicodeDecodeError');
}

/** Bytes as text; what was text just before is that text. */
export function textOfBytes(node: go.Expression): go.Expression {
  const isText = node.kind === 'CallExpr' && node.fun.kind === 'ArrayType' && node.args.length === 1;
  return isText ? node.args[0]! : g.call('string', node);
}
