/** Python's `hashlib`, `hmac` and the checksums of `zlib` and `binascii`. */
import { bool, bytes, int, str } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { value, type Value } from '../value';
import { argumentsAs, type Call, type Field, type LibraryModule, type Method } from './table';

interface Algorithm {
  path: string;
  make: string;
  sum: string;
  size: number;
}

const algorithms: Record<string, Algorithm> = {
  md5: { path: 'crypto/md5', make: 'New', sum: 'Sum', size: 16 },
  sha1: { path: 'crypto/sha1', make: 'New', sum: 'Sum', size: 20 },
  sha224: { path: 'crypto/sha256', make: 'New224', sum: 'Sum224', size: 28 },
  sha256: { path: 'crypto/sha256', make: 'New', sum: 'Sum256', size: 32 },
  sha384: { path: 'crypto/sha512', make: 'New384', sum: 'Sum384', size: 48 },
  sha512: { path: 'crypto/sha512', make: 'New', sum: 'Sum512', size: 64 },
};

/** The call that makes a hash, where its digest is asked for at once. */
function sumCall(c: Context, node: py.Call): Value | undefined {
  const made = node.func.kind === 'Attribute' ? node.func.value : undefined;
  if (made?.kind !== 'Call') return undefined;
  const [name, data] = algorithmOf(c, made);
  const known = name === undefined ? undefined : algorithms[name];
  if (!known || !data) return undefined;
  return value(g.pkgCall(known.path, known.sum, coerce(c, expression(c, data), bytes).node), bytes);
}

/** `hashlib.sha256(data)` and `hashlib.new("sha256", data)`: the name of the algorithm and the data. */
function algorithmOf(c: Context, node: py.Call): [name: string | undefined, data: py.Expression | undefined] {
  const name = /^hashlib\.(\w+)$/.exec(c.facts.qualifiedName(node.func) ?? '')?.[1];
  const [first, second] = positional(node);
  if (name !== 'new') return [name, first ?? keywordArgument(node, 'string') ?? keywordArgument(node, 'data')];
  return [first?.kind === 'Str' ? first.value.toLowerCase().replace('-', '') : undefined, second];
}

/** A hash that is fed piece by piece. */
const hash: Call = (c, node) => {
  const [name, data] = algorithmOf(c, node);
  const known = name === undefined ? undefined : algorithms[name];
  if (name === undefined) return namedHash(c, node, data);
  if (!known) return c.gap("this hash has no counterpart in Go's library", node);
  const made = value(g.pkgCall(known.path, known.make), c.typeOf(node));
  if (!data) return made;
  const given = coerce(c, expression(c, data), bytes);
  const name2 = c.takeResultNames([made.type])?.[0];
  const kept = name2 ?? c.freshLocal('hasher');
  c.emit(name2 === undefined ? g.define(kept, made.node) : g.assign(g.ident(kept), made.node));
  c.emit(g.exprStmt(g.method(g.ident(kept), 'Write', given.node)));
  return value(g.ident(kept), made.type, true);
};

/** A hash whose name is only known when the program runs. */
function namedHash(c: Context, node: py.Call, data: py.Expression | undefined): Value {
  const [name] = positional(node);
  if (!name || data) return c.gap("this hash has no counterpart in Go's library", node);
  const call = g.call(c.helper('hashNamed'), coerce(c, expression(c, name), str).node);
  return c.checkedCall(call, c.typeOf(node), 'builtins.ValueError');
}

const hexDigest: Method = (_, of) =>
  value(g.pkgCall('encoding/hex', 'EncodeToString', g.method(of.node, 'Sum', g.nil())), str);
const digest: Method = (_, of) => value(g.method(of.node, 'Sum', g.nil()), bytes);
const update: Method = (c, of, node) => {
  const [data] = argumentsAs(c, node, [bytes]) ?? [];
  if (!data) return undefined;
  c.emit(g.exprStmt(g.method(of.node, 'Write', data)));
  return value(g.nil(), { kind: 'none' }, true);
};
const size: Field = (_, of) => value(g.method(of.node, 'Size'), int, true);

/** `.hexdigest()` and `.digest()` right behind the making of the hash need no object. */
export function digestAtOnce(c: Context, node: py.Call): Value | undefined {
  const name = node.func.kind === 'Attribute' && node.func.attr.kind === 'Name' ? node.func.attr.id : undefined;
  if ((name !== 'hexdigest' && name !== 'digest') || node.args.length > 0) return undefined;
  const sum = sumCall(c, node);
  if (!sum) return undefined;
  if (name === 'hexdigest') return value(g.pkgCall('fmt', 'Sprintf', g.str('%x'), sum.node), str);
  const kept = c.freshLocal('sum');
  c.emit(g.define(kept, sum.node));
  return value(g.slice(g.ident(kept)), bytes, true);
}

/** The function that makes the hash which `hmac` is told of. */
function maker(c: Context, node: py.Expression | undefined): Expression {
  const name =
    node?.kind === 'Str'
      ? node.value.toLowerCase()
      : /^hashlib\.(\w+)$/.exec((node && c.facts.qualifiedName(node)) ?? '')?.[1];
  const known = name === undefined ? undefined : algorithms[name];
  if (!known) return c.gap('an HMAC with this hash has no counterpart here', node);
  return g.pkg(known.path, known.make);
}

const keyed: Call = (c, node) => {
  const [key, message, mode] = positional(node);
  if (!key) return undefined;
  const data = message ?? keywordArgument(node, 'msg');
  const make = maker(c, mode ?? keywordArgument(node, 'digestmod'));
  const made = g.pkgCall('crypto/hmac', 'New', make, coerce(c, expression(c, key), bytes).node);
  const type = c.typeOf(node);
  if (!data || data.kind === 'None') return value(made, type);
  const given = coerce(c, expression(c, data), bytes);
  const kept = c.takeResultNames([type])?.[0];
  const name = kept ?? c.freshLocal('mac');
  c.emit(kept === undefined ? g.define(name, made) : g.assign(g.ident(name), made));
  c.emit(g.exprStmt(g.method(g.ident(name), 'Write', given.node)));
  return value(g.ident(name), type, true);
};

const checksum =
  (path: string, name: string): Call =>
  (c, node) => {
    if (positional(node).length !== 1)
      return c.gap('a checksum that goes on from another has no counterpart here', node);
    const [data] = argumentsAs(c, node, [bytes]) ?? [];
    return data && value(g.call('int', g.pkgCall(path, name, data)), int, true);
  };

export const hashes: LibraryModule = {
  calls: {
    ...Object.fromEntries([...Object.keys(algorithms), 'new'].map(name => [`hashlib.${name}`, hash])),
    'hmac.new': keyed,
    'hmac.compare_digest': (c, node) => {
      const [a, b] = positional(node);
      if (!a || !b) return undefined;
      const type = c.typeOf(a).kind === 'bytes' ? bytes : str;
      const [x, y] = argumentsAs(c, node, [type, type]) ?? [];
      if (!x || !y) return undefined;
      const raw = (one: Expression): Expression =>
        type.kind === 'bytes' ? one : g.call(g.sliceType(g.ident('byte')), one);
      return value(g.pkgCall('crypto/hmac', 'Equal', raw(x), raw(y)), bool);
    },
    'zlib.crc32': checksum('hash/crc32', 'ChecksumIEEE'),
    'binascii.crc32': checksum('hash/crc32', 'ChecksumIEEE'),
    'zlib.adler32': checksum('hash/adler32', 'Checksum'),
  },
  methods: {
    'hashlib.Hash.hexdigest': hexDigest,
    'hashlib.Hash.digest': digest,
    'hashlib.Hash.update': update,
    'hmac.HMAC.hexdigest': hexDigest,
    'hmac.HMAC.digest': digest,
    'hmac.HMAC.update': update,
  },
  fields: {
    'hashlib.Hash.digest_size': size,
    'hmac.HMAC.digest_size': size,
    'hashlib.Hash.block_size': (_, of) => value(g.method(of.node, 'BlockSize'), int, true),
  },
};
