/** Python's `secrets`, `uuid` and `shlex`. */
import { bytes, int, str } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { lengthOf } from '../conversions';
import { list } from '../shapes';
import { value } from '../value';
import { itemsOf } from './functions';
import { argumentsAs, type Call, type LibraryModule } from './table';

/** Random bytes: as many as are asked for, or 32. */
function randomBytes(c: Context, node: py.Call): Expression {
  const [count] = positional(node);
  const size = count && count.kind !== 'None' ? coerce(c, expression(c, count), int).node : g.int(32);
  return g.call(c.helper('randomBytes'), size);
}

const choice: Call = (c, node) => {
  const [from] = positional(node);
  if (!from) return undefined;
  if (c.typeOf(from).kind === 'str') {
    const text = c.temporary(expression(c, from), 'choices');
    const at = g.call(c.helper('randomBelow'), lengthOf(c, text, node).node);
    return value(g.call(c.helper('charAt'), text.node, at), str);
  }
  const items = itemsOf(c, from);
  const source = c.temporary(items, 'choices');
  return value(g.index(source.node, g.call(c.helper('randomBelow'), g.call('len', source.node))), items.type.elt);
};

export const secrets: LibraryModule = {
  calls: {
    'secrets.token_bytes': (c, node) => value(randomBytes(c, node), bytes),
    'secrets.token_hex': (c, node) => value(g.pkgCall('encoding/hex', 'EncodeToString', randomBytes(c, node)), str),
    'secrets.token_urlsafe': (c, node) =>
      value(g.method(g.pkg('encoding/base64', 'RawURLEncoding'), 'EncodeToString', randomBytes(c, node)), str),
    'secrets.randbelow': (c, node) => {
      const [limit] = argumentsAs(c, node, [int]) ?? [];
      return limit && value(g.call(c.helper('randomBelow'), limit), int);
    },
    'secrets.choice': choice,
    'uuid.uuid4': (c, node) => value(g.call(c.helper('newUUID')), c.typeOf(node)),
    'shlex.split': (c, node) => {
      const [text] = argumentsAs(c, node, [str]) ?? [];
      return text && c.checkedCall(g.call(c.helper('shellWords'), text), list(str), 'builtins.ValueError');
    },
    'shlex.quote': (c, node) => {
      const [text] = argumentsAs(c, node, [str]) ?? [];
      return text && value(g.call(c.helper('shellQuoted'), text), str);
    },
  },
  fields: {
    'uuid.UUID.hex': (_, of) => value(g.pkgCall('strings', 'ReplaceAll', of.node, g.str('-'), g.str('')), str),
  },
};
