/** Python's `bytes` and `bytearray`: both are a slice of bytes. */
import { bool, bytes, int, str, type Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce, withArticle } from '../coerce';
import { materialized } from '../collecting';
import type { Context } from '../context';
import { asList } from '../displays';
import { expression, operands } from '../expressions';
import { listMethod } from '../lists';
import { list } from '../shapes';
import { pure, value, type Value } from '../value';
import { decoded, encoded } from './encodings';
import type { Call, LibraryModule } from './table';

const byte: Type = { kind: 'int', go: 'byte' };
const byteSlice = (): go.Expression => g.sliceType(g.ident('byte'));

/** The same memory as a list of small numbers, for what lists can do as well. */
export const asByteList = (of: Value): Value => ({ ...of, type: list(byte) });

/** `bytes(…)` and `bytearray(…)`. */
export function bytesCall(c: Context, node: py.Call, args: readonly py.Expression[], form?: 'bytearray'): Value {
  const type: Type = form ? { kind: 'bytes', form } : bytes;
  const [source] = args;
  if (!source) return value(g.composite(byteSlice(), []), type);
  const encoding = args[1] ?? keywordArgument(node, 'encoding');
  if (encoding || c.typeOf(source).kind === 'str') {
    return { ...encoded(c, expression(c, source), encoding, keywordArgument(node, 'errors'), node), type };
  }
  return bytesFrom(c, source, type);
}

/** New bytes: of other bytes, of numbers, or so many zeros. */
export function bytesFrom(c: Context, source: py.Expression, type: Type): Value {
  const made = (written: go.Expression): Value => value(written, type);
  if (
    source.kind === 'List' ||
    source.kind === 'Tuple' ||
    source.kind === 'ListComp' ||
    source.kind === 'GeneratorExp'
  ) {
    return made(coerce(c, expression(c, source, list(byte)), list(byte)).node);
  }
  const given = materialized(c, source);
  switch (given.type.kind) {
    case 'int':
    case 'bool':
      return made(g.call('make', byteSlice(), coerce(c, given, int).node));
    case 'bytes':
      return given.node.kind === 'CallExpr' ? { ...given, type } : made(g.pkgCall('bytes', 'Clone', given.node));
    default: {
      const items = coerce(c, asList(c, given), list(int));
      return made(g.call(c.helper('bytesOf'), items.node));
    }
  }
}

/** What is joined, searched for or put in: bytes, or one byte as a number. */
function bytesArgument(c: Context, of: Value): go.Expression {
  if (of.type.kind === 'int') return g.composite(byteSlice(), [coerce(c, of, byte).node]);
  return coerce(c, of, bytes).node;
}

/** `x in data`. */
export function bytesContain(c: Context, item: Value, whole: Value): go.Expression {
  if (item.type.kind === 'int') return g.pkgCall('slices', 'Contains', whole.node, coerce(c, item, byte).node);
  return g.pkgCall('bytes', 'Contains', whole.node, coerce(c, item, bytes).node);
}

/** Methods that Go's package has under another name, by how many arguments they take. */
const sameMethods: Record<string, [name: string, params: number, result: Type]> = {
  upper: ['ToUpper', 0, bytes],
  lower: ['ToLower', 0, bytes],
  find: ['Index', 1, int],
  rfind: ['LastIndex', 1, int],
  count: ['Count', 1, int],
  startswith: ['HasPrefix', 1, bool],
  endswith: ['HasSuffix', 1, bool],
  removeprefix: ['TrimPrefix', 1, bytes],
  removesuffix: ['TrimSuffix', 1, bytes],
};

const changing = /^(append|extend|insert|pop|remove|reverse|clear)$/;

export function bytesMethod(c: Context, of: Value, name: string, node: py.Call): Value | undefined {
  if (changing.test(name)) return changed(c, of, name, node);
  const args = positional(node);
  const same = sameMethods[name];
  const [first] = args;
  if (same && args.length === same[1] && node.args.length === args.length && first?.kind !== 'Tuple') {
    const given = operands(c, args).map(one => bytesArgument(c, one));
    return value(g.pkgCall('bytes', same[0], of.node, ...given), same[2], of.pure);
  }
  switch (name) {
    case 'decode':
      return decoded(
        c,
        of,
        first ?? keywordArgument(node, 'encoding'),
        args[1] ?? keywordArgument(node, 'errors'),
        node,
      );
    case 'hex': {
      if (!first && node.args.length === 0) {
        return value(g.pkgCall('encoding/hex', 'EncodeToString', of.node), str, of.pure);
      }
      if (first?.kind !== 'Str' || args.length > 1 || first.value !== ' ') {
        return first && args.length === 1
          ? value(g.call(c.helper('hexText'), of.node, coerce(c, expression(c, first), str).node), str)
          : undefined;
      }
      return value(g.pkgCall('fmt', 'Sprintf', g.str('% x'), of.node), str, of.pure);
    }
    case 'tobytes':
    case 'copy':
      return value(g.pkgCall('bytes', 'Clone', of.node), name === 'copy' ? of.type : bytes);
    case 'startswith':
    case 'endswith':
      return affixed(c, of, sameMethods[name]![0], first);
    case 'index': {
      if (!first || args.length > 1) return undefined;
      const at = c.freshLocal('at');
      c.emit(g.define(at, g.pkgCall('bytes', 'Index', of.node, bytesArgument(c, expression(c, first)))));
      const message = g.str('subsection not found');
      const failure = c.isCaught('builtins.ValueError')
        ? c.fail(c.model.exceptions.make(c, 'builtins.ValueError', message))
        : [g.exprStmt(g.call('panic', message))];
      c.emit(g.ifStmt(g.binary(g.ident(at), '<', g.int(0)), failure));
      return pure(g.ident(at), int);
    }
    case 'join': {
      if (!first) return undefined;
      const items = coerce(c, asList(c, materialized(c, first, list(bytes))), list(bytes));
      return value(g.pkgCall('bytes', 'Join', items.node, of.node), bytes);
    }
    case 'replace': {
      if (args.length !== 2) return undefined;
      const [from, to] = operands(c, args).map(one => coerce(c, one, bytes).node);
      return value(g.pkgCall('bytes', 'ReplaceAll', of.node, from!, to!), bytes);
    }
    case 'strip':
    case 'lstrip':
    case 'rstrip':
      return stripped(c, of, name, first);
    case 'split':
      return split(c, of, args);
    case 'splitlines':
      return undefined;
    case 'ljust':
    case 'rjust':
      return justified(c, of, name, args);
    case 'isdigit':
    case 'isalpha':
    case 'isspace':
    case 'isupper':
    case 'islower':
      return c.gap(`${name} of bytes has no counterpart here`, node);
    default:
      return undefined;
  }
}

/** What changes a bytearray in place does so to a slice, as for lists. */
function changed(c: Context, of: Value, name: string, node: py.Call): Value | undefined {
  const [first] = positional(node);
  if (name === 'extend' && first && c.typeOf(first).kind === 'bytes') {
    const more = expression(c, first);
    return listMethod(c, asByteList(of), name, { ...node, args: [c.standIn({ ...more, type: list(byte) })] });
  }
  if (name === 'extend' && first) {
    const items = bytesFrom(c, first, bytes);
    return listMethod(c, asByteList(of), name, { ...node, args: [c.standIn({ ...items, type: list(byte) })] });
  }
  const made = listMethod(c, asByteList(of), name, node);
  return made && made.type.kind !== 'none' ? value(g.call('int', made.node), int, made.pure) : made;
}

function affixed(c: Context, of: Value, name: string, first: py.Expression | undefined): Value | undefined {
  if (first?.kind !== 'Tuple') return undefined;
  const tests = operands(c, first.elts).map(one => g.pkgCall('bytes', name, of.node, coerce(c, one, bytes).node));
  const [test, ...rest] = tests as go.Expression[];
  return (
    test &&
    value(
      rest.reduce((all, one) => g.binary(all, '||', one), test),
      bool,
      of.pure,
    )
  );
}

function stripped(c: Context, of: Value, name: string, chars: py.Expression | undefined): Value {
  const side = name === 'strip' ? '' : name === 'lstrip' ? 'Left' : 'Right';
  if (!chars || chars.kind === 'None') {
    const node =
      side === ''
        ? g.pkgCall('bytes', 'TrimSpace', of.node)
        : g.pkgCall('bytes', `Trim${side}`, of.node, g.str(' \t\n\r\v\f'));
    return value(node, bytes, of.pure);
  }
  const cut = coerce(c, expression(c, chars), bytes).node;
  const text = isByteLiteral(cut) ? cut.args[0]! : g.call('string', cut);
  return value(g.pkgCall('bytes', `Trim${side}`, of.node, text), bytes, of.pure);
}

const isByteLiteral = (node: go.Expression): node is go.CallExpr =>
  node.kind === 'CallExpr' && node.fun.kind === 'ArrayType' && node.args[0]?.kind === 'StringLit';

function split(c: Context, of: Value, args: readonly py.Expression[]): Value {
  const to = list(bytes);
  const [sep, limit] = args;
  if (!sep || sep.kind === 'None') {
    if (limit) return c.gap('a split of bytes at so many blanks has no counterpart here');
    return value(g.pkgCall('bytes', 'Fields', of.node), to);
  }
  const mark = coerce(c, expression(c, sep), bytes).node;
  if (!limit) return value(g.pkgCall('bytes', 'Split', of.node, mark), to);
  const count = coerce(c, expression(c, limit), int).node;
  const pieces = count.kind === 'IntLit' ? g.int(Number(count.value) + 1) : g.binary(count, '+', g.int(1));
  return value(g.pkgCall('bytes', 'SplitN', of.node, mark, pieces), to);
}

function justified(c: Context, of: Value, name: string, args: readonly py.Expression[]): Value | undefined {
  const [width, fill] = operands(c, args);
  if (!width) return undefined;
  const mark = fill ? coerce(c, fill, bytes).node : g.call(byteSlice(), g.str(' '));
  const source = c.temporary(of, 'data');
  const room = g.call('max', g.binary(coerce(c, width, int).node, '-', g.call('len', source.node)), g.int(0));
  const padding = g.pkgCall('bytes', 'Repeat', mark, room);
  const parts = name === 'ljust' ? [source.node, padding] : [padding, source.node];
  return value(g.pkgCall('slices', 'Concat', ...parts), bytes);
}

const isTrue = (c: Context, node: py.Expression | undefined): boolean => {
  if (node && node.kind !== 'Bool') return c.gap('signed that is not True or False has no counterpart here', node);
  return node?.kind === 'Bool' && node.value;
};

/** Whether the most significant byte comes first. */
function isBig(c: Context, node: py.Expression | undefined): go.Expression {
  if (!node) return g.bool(true);
  if (node.kind === 'Str') return g.bool(node.value === 'big');
  return g.binary(coerce(c, expression(c, node), str).node, '==', g.str('big'));
}

const fromBytes: Call = (c, node) => {
  const [data, order] = positional(node);
  if (!data) return undefined;
  const given = expression(c, data);
  const source = given.type.kind === 'bytes' ? given : bytesFrom(c, data, bytes);
  const big = isBig(c, order ?? keywordArgument(node, 'byteorder'));
  const helper = isTrue(c, keywordArgument(node, 'signed')) ? 'signedFromBytes' : 'intFromBytes';
  return value(g.call(c.helper(helper), source.node, big), int, true);
};

export const bytesModule: LibraryModule = {
  calls: {
    'builtins.bytes.fromhex': (c, node) => {
      const [text] = positional(node);
      if (!text) return undefined;
      const given = coerce(c, expression(c, text), str).node;
      const isPlain = given.kind === 'StringLit' && !/\s/.test(given.value);
      const digits = isPlain ? given : g.pkgCall('strings', 'Join', g.pkgCall('strings', 'Fields', given), g.str(''));
      return c.checkedCall(g.pkgCall('encoding/hex', 'DecodeString', digits), bytes, 'builtins.ValueError');
    },
    'builtins.int.from_bytes': fromBytes,
  },
  methods: {
    'builtins.int.to_bytes': (c, of, node) => {
      const [first, second] = positional(node);
      const length = first ?? keywordArgument(node, 'length');
      const order = second ?? keywordArgument(node, 'byteorder');
      const size = length ? coerce(c, expression(c, length), int).node : g.int(1);
      c.notes.assume('the number fits into so many bytes');
      return value(g.call(c.helper('bytesOfInt'), of.node, size, isBig(c, order)), bytes, of.pure);
    },
  },
};

/** `memoryview(data)`: the bytes themselves. */
export function memoryView(c: Context, node: py.Call, args: readonly py.Expression[]): Value {
  const [source] = args;
  if (!source) return c.gap('this call has no counterpart here', node);
  const of = expression(c, source);
  if (of.type.kind !== 'bytes') return c.gap(`a memoryview of ${withArticle(of.type)} has no counterpart here`, node);
  c.notes.assume('a memoryview is only read');
  return { ...of, type: bytes };
}
