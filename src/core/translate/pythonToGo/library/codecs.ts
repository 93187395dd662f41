/** Python's `base64`, `binascii`, `html` and their like: data as text. */
import { bytes, str } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import { expression } from '../expressions';
import { value } from '../value';
import { textOfBytes } from './encodings';
import { argumentsAs, direct, type Call, type LibraryModule } from './table';

const toBytes = (text: Expression): Expression => g.call(g.sliceType(g.ident('byte')), text);

/** What Go calls the alphabets. */
const alphabets: Record<string, [path: string, name: string]> = {
  b64: ['encoding/base64', 'StdEncoding'],
  standard_b64: ['encoding/base64', 'StdEncoding'],
  urlsafe_b64: ['encoding/base64', 'URLEncoding'],
  b32: ['encoding/base32', 'StdEncoding'],
};

const encode =
  ([path, name]: readonly [string, string]): Call =>
  (c, node) => {
    const [data] = argumentsAs(c, node, [bytes]) ?? [];
    return data && value(toBytes(g.method(g.pkg(path, name), 'EncodeToString', data)), bytes);
  };

const decode =
  ([path, name]: readonly [string, string]): Call =>
  (c, node) => {
    const [data] = positional(node);
    if (!data || node.args.length > 1) return undefined;
    const text = textOfData(expression(c, data));
    return c.checkedCall(g.method(g.pkg(path, name), 'DecodeString', text), bytes, 'binascii.Error');
  };

/** ASCII text may stand for bytes; what was text just before is text again. */
function textOfData(of: { node: Expression; type: { kind: string } }): Expression {
  return of.type.kind === 'str' ? of.node : textOfBytes(of.node);
}

const hexEncoded: Call = (c, node) => {
  const [data] = argumentsAs(c, node, [bytes]) ?? [];
  return data && value(toBytes(g.pkgCall('encoding/hex', 'EncodeToString', data)), bytes);
};

const hexDecoded: Call = (c, node) => {
  const [data] = positional(node);
  if (!data) return undefined;
  const call = g.pkgCall('encoding/hex', 'DecodeString', textOfData(expression(c, data)));
  return c.checkedCall(call, bytes, 'binascii.Error');
};

export const codecs: LibraryModule = {
  calls: {
    ...Object.fromEntries(
      Object.entries(alphabets).flatMap(([name, where]) => [
        [`base64.${name}encode`, encode(where)],
        [`base64.${name}decode`, decode(where)],
      ]),
    ),
    'base64.b16encode': (c, node) => {
      const [data] = argumentsAs(c, node, [bytes]) ?? [];
      return data && value(toBytes(g.pkgCall('fmt', 'Sprintf', g.str('%X'), data)), bytes);
    },
    'base64.b16decode': hexDecoded,
    'binascii.hexlify': hexEncoded,
    'binascii.b2a_hex': hexEncoded,
    'binascii.unhexlify': hexDecoded,
    'binascii.a2b_hex': hexDecoded,
    'html.escape': (c, node) => {
      const [text, ...more] = node.args;
      if (!text || text.kind === 'Keyword') return undefined;
      const given = coerce(c, expression(c, text), str).node;
      if (more.length === 0) return value(g.call(c.helper('escapeHTML'), given), str);
      const [quote] = more;
      const flag = quote?.kind === 'Keyword' ? quote.value : quote;
      if (flag?.kind !== 'Bool') return c.gap('quote that is not True or False has no counterpart here', node);
      return value(g.call(c.helper(flag.value ? 'escapeHTML' : 'escapeMarkup'), given), str);
    },
    'html.unescape': direct('html', 'UnescapeString', [str], str),
  },
};
