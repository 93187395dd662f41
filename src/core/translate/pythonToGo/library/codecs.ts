/** Python's `hashlib`, `base64` and `html`. */
import { bytes, str } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import * as g from '../../goNodes';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { value, type Value } from '../value';
import { argumentsAs, direct, type LibraryModule, type Method } from './table';

const sums: Record<string, [path: string, name: string]> = {
  md5: ['crypto/md5', 'Sum'],
  sha1: ['crypto/sha1', 'Sum'],
  sha256: ['crypto/sha256', 'Sum256'],
  sha512: ['crypto/sha512', 'Sum512'],
};

/** `hashlib.sha256(data).hexdigest()`: the sum of data that is there as a whole. */
const hexDigest: Method = (_, of) => value(g.pkgCall('fmt', 'Sprintf', g.str('%x'), of.node), str, of.pure);

function dataOf(c: Context, of: Value): Expression {
  return of.type.kind === 'str' ? g.call(g.sliceType(g.ident('byte')), of.node) : coerce(c, of, bytes).node;
}

export const codecs: LibraryModule = {
  calls: {
    ...Object.fromEntries(
      Object.entries(sums).map(([name, [path, sum]]) => [
        `hashlib.${name}`,
        (c, node) => {
          const parent = c.facts.parentOf(node);
          const [data] = node.args;
          if (!data || data.kind === 'Keyword' || parent?.kind !== 'Attribute') return undefined;
          return value(g.pkgCall(path, sum, coerce(c, expression(c, data), bytes).node), c.typeOf(node));
        },
      ]),
    ),
    'base64.b64encode': (c, node) => {
      const args = argumentsAs(c, node, [bytes]);
      if (!args?.[0]) return undefined;
      const text = g.method(g.pkg('encoding/base64', 'StdEncoding'), 'EncodeToString', args[0]);
      return value(g.call(g.sliceType(g.ident('byte')), text), bytes);
    },
    'base64.b64decode': (c, node) => {
      const [data] = node.args;
      if (!data || data.kind === 'Keyword' || node.args.length > 1) return undefined;
      const given = expression(c, data);
      const text = given.type.kind === 'str' ? given.node : g.call('string', dataOf(c, given));
      const call = g.method(g.pkg('encoding/base64', 'StdEncoding'), 'DecodeString', text);
      return c.checkedCall(call, bytes, 'builtins.ValueError');
    },
    'html.escape': (c, node) => {
      const args = argumentsAs(c, node, [str]);
      return args?.[0] && value(g.call(c.helper('escapeHTML'), args[0]), str);
    },
    'html.unescape': direct('html', 'UnescapeString', [str], str),
  },
  methods: {
    'hashlib.HASH.hexdigest': hexDigest,
    'hashlib.Hash.hexdigest': hexDigest,
    'builtins.bytes.hex': (_, of, node) =>
      node.args.length > 0 ? undefined : value(g.pkgCall('encoding/hex', 'EncodeToString', of.node), str, of.pure),
  },
};
