/** Methods of text. */
import { bool, int, str } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { keywordArgument, positional } from './arguments';
import { materialized } from './collecting';
import { coerce } from './coerce';
import { value, type Value } from './value';
import { type Context } from './context';
import { asList } from './displays';
import { expression, operands } from './expressions';
import { formatMapMethod, formatMethod } from './formatCalls';
import { encoded } from './library/encodings';
import { partition } from './partitions';
import { list } from './shapes';
import { tableOf } from './translationTables';

/** Methods without arguments that are one call. */
const plain: Record<string, [path: string, name: string]> = {
  upper: ['strings', 'ToUpper'],
  lower: ['strings', 'ToLower'],
};
const helped: Record<string, string> = {
  casefold: 'caseFolded',
  capitalize: 'capitalized',
  title: 'titled',
  swapcase: 'swappedCase',
};
const helpedTests: Record<string, string> = {
  isupper: 'isUpperText',
  islower: 'isLowerText',
  istitle: 'isTitle',
  isidentifier: 'isIdentifier',
};
const tests: Record<string, string> = {
  isdigit: 'IsDigit',
  isdecimal: 'IsDigit',
  isnumeric: 'IsNumber',
  isalpha: 'IsLetter',
  isspace: 'IsSpace',
};

export function stringMethod(c: Context, of: Value, name: string, node: py.Call): Value | undefined {
  const args = positional(node);
  const text = (result: go.Expression): Value => value(result, str, of.pure);
  const simple = plain[name];
  if (simple && args.length === 0) return text(g.pkgCall(simple[0], simple[1], of.node));
  const helper = helped[name];
  if (helper && args.length === 0) return text(g.call(c.helper(helper), of.node));
  const test = tests[name];
  if (test) return value(g.call(c.helper('isEach'), of.node, g.pkg('unicode', test)), bool, of.pure);
  switch (name) {
    case 'isalnum': {
      const r = g.ident('r');
      const body = g.binary(g.pkgCall('unicode', 'IsLetter', r), '||', g.pkgCall('unicode', 'IsNumber', r));
      return value(
        g.call(
          c.helper('isEach'),
          of.node,
          g.funcLit([g.field('r', g.ident('rune'))], [g.ident('bool')], [g.ret(body)]),
        ),
        bool,
        of.pure,
      );
    }
    case 'isupper':
    case 'islower':
    case 'istitle':
    case 'isidentifier':
      return value(g.call(c.helper(helpedTests[name]!), of.node), bool, of.pure);
    case 'isascii': {
      const isHigh = g.binary(g.ident('r'), '>', g.pkg('unicode', 'MaxASCII'));
      const test = g.funcLit([g.field('r', g.ident('rune'))], [g.ident('bool')], [g.ret(isHigh)]);
      return value(g.not(g.pkgCall('strings', 'ContainsFunc', of.node, test)), bool, of.pure);
    }
    case 'isprintable': {
      const isHidden = g.not(g.pkgCall('unicode', 'IsPrint', g.ident('r')));
      const test = g.funcLit([g.field('r', g.ident('rune'))], [g.ident('bool')], [g.ret(isHidden)]);
      return value(g.not(g.pkgCall('strings', 'ContainsFunc', of.node, test)), bool, of.pure);
    }
    case 'strip':
    case 'lstrip':
    case 'rstrip':
      return stripped(c, of, name, args);
    case 'split':
    case 'rsplit':
      return split(c, of, name, node, args);
    case 'splitlines':
      return value(g.call(c.helper(keepsEnds(c, node) ? 'keepLines' : 'splitLines'), of.node), list(str));
    case 'join':
      return joined(c, of, args, node);
    case 'replace': {
      const [from, to, count] = texts(c, args, 2);
      if (!from || !to) return undefined;
      if (count) return text(g.pkgCall('strings', 'Replace', of.node, from, to, count));
      return text(g.pkgCall('strings', 'ReplaceAll', of.node, from, to));
    }
    case 'startswith':
    case 'endswith':
      return affixed(c, of, name === 'startswith' ? 'HasPrefix' : 'HasSuffix', args, node);
    case 'removeprefix':
    case 'removesuffix': {
      const [affix] = texts(c, args, 1);
      return affix && text(g.pkgCall('strings', name === 'removeprefix' ? 'TrimPrefix' : 'TrimSuffix', of.node, affix));
    }
    case 'find':
    case 'index':
    case 'rfind':
    case 'rindex':
      return find(c, of, name, args, node);
    case 'count': {
      const source = args.length === 2 ? c.temporary(of, 'text') : of;
      const [sub, low, high] = texts(c, args, 1);
      if (!sub) return undefined;
      const part = low
        ? g.call(c.helper('textPart'), source.node, low, high ?? g.call('len', source.node))
        : source.node;
      return value(g.pkgCall('strings', 'Count', part, sub), int, of.pure);
    }
    case 'partition':
    case 'rpartition':
      return partition(c, of, name, args);
    case 'zfill': {
      const [width] = numbers(c, args);
      return width && text(g.call(c.helper('zeroFilled'), of.node, width));
    }
    case 'center':
    case 'ljust':
    case 'rjust':
      return justified(c, of, name, args);
    case 'format':
      return formatMethod(c, node);
    case 'format_map':
      return formatMapMethod(c, node);
    case 'encode':
      return encoded(
        c,
        of,
        args[0] ?? keywordArgument(node, 'encoding'),
        args[1] ?? keywordArgument(node, 'errors'),
        node,
      );
    case 'expandtabs': {
      const [size] = args.length > 0 ? numbers(c, args) : [g.int(8)];
      return size && text(g.call(c.helper('expandTabs'), of.node, size));
    }
    case 'translate': {
      const [table] = args;
      return table && text(g.call(c.helper('translated'), of.node, tableOf(c, table)));
    }
    default:
      return undefined;
  }
}

function texts(c: Context, args: readonly py.Expression[], count: number): go.Expression[] {
  return operands(c, args).map((one, i) => coerce(c, one, i < count ? str : int).node);
}

function numbers(c: Context, args: readonly py.Expression[]): go.Expression[] {
  return operands(c, args).map(one => coerce(c, one, int).node);
}

function stripped(c: Context, of: Value, name: string, args: readonly py.Expression[]): Value {
  const side = name === 'strip' ? '' : name === 'lstrip' ? 'Left' : 'Right';
  const [first] = args;
  if (!first || first.kind === 'None') {
    const node =
      side === ''
        ? g.pkgCall('strings', 'TrimSpace', of.node)
        : g.pkgCall('strings', `Trim${side}Func`, of.node, g.pkg('unicode', 'IsSpace'));
    return value(node, str, of.pure);
  }
  const cut = coerce(c, expression(c, first), str);
  return value(g.pkgCall('strings', `Trim${side}`, of.node, cut.node), str, of.pure);
}

function split(c: Context, of: Value, name: string, node: py.Call, args: readonly py.Expression[]): Value {
  const sep = args[0] ?? keywordArgument(node, 'sep');
  const limit = args[1] ?? keywordArgument(node, 'maxsplit');
  const to = list(str);
  const count = limit ? coerce(c, expression(c, limit), int).node : undefined;
  if (!sep || sep.kind === 'None') {
    if (!count) return value(g.pkgCall('strings', 'Fields', of.node), to);
    if (name === 'rsplit') return value(g.call(c.helper('splitLastWords'), of.node, count), to);
    return value(g.call(c.helper('splitWords'), of.node, count), to);
  }
  const mark = coerce(c, expression(c, sep), str).node;
  if (!count) return value(g.pkgCall('strings', 'Split', of.node, mark), to);
  if (name === 'rsplit') return value(g.call(c.helper('splitLast'), of.node, mark, count), to);
  // Python counts the cuts, Go the pieces.
  const pieces = count.kind === 'IntLit' ? g.int(Number(count.value) + 1) : g.binary(count, '+', g.int(1));
  return value(g.pkgCall('strings', 'SplitN', of.node, mark, pieces), to);
}

function joined(c: Context, of: Value, args: readonly py.Expression[], node: py.Call): Value {
  const [first] = args;
  if (!first) return c.gap('join takes one argument', node);
  if (first.kind === 'GeneratorExp' || first.kind === 'ListComp') {
    return value(g.pkgCall('strings', 'Join', expression(c, first, list(str)).node, of.node), str);
  }
  const items = materialized(c, first);
  if (items.type.kind === 'str') {
    return value(g.pkgCall('strings', 'Join', asList(c, items).node, of.node), str);
  }
  const texts = asList(c, items);
  return value(g.pkgCall('strings', 'Join', coerce(c, texts, list(str)).node, of.node), str);
}

function affixed(c: Context, of: Value, name: string, args: readonly py.Expression[], node: py.Call): Value {
  const [first] = args;
  if (!first) return c.gap('this call has no counterpart here', node);
  if (args[1]) {
    const source = args[2] ? of : c.temporary(of, 'text');
    const [start, end] = operands(c, args.slice(1)).map(one => coerce(c, one, int).node);
    const rest = g.call(c.helper('textPart'), source.node, start!, end ?? g.call('len', source.node));
    return affixed(c, value(rest, str, of.pure), name, [first], node);
  }
  if (first.kind !== 'Tuple' && c.typeOf(first).kind !== 'str') {
    const all = coerce(c, asList(c, expression(c, first)), list(str)).node;
    const helper = c.helper(name === 'HasPrefix' ? 'hasAnyPrefix' : 'hasAnySuffix');
    return value(g.spread(helper, of.node, all), bool, of.pure);
  }
  const affixes = first.kind === 'Tuple' ? first.elts : [first];
  const source = affixes.length > 1 ? c.temporary(of, 'text') : of;
  const all = operands(c, affixes).map(one => g.pkgCall('strings', name, source.node, coerce(c, one, str).node));
  return value(
    all.reduce<go.Expression>((left, right) => g.binary(left, '||', right), all.shift()!),
    bool,
    of.pure,
  );
}

function find(c: Context, of: Value, name: string, args: readonly py.Expression[], node: py.Call): Value {
  const source = args.length === 2 ? c.temporary(of, 'text') : of;
  const [sub, low, high] = texts(c, args, 1);
  if (!sub) return c.gap('this call has no counterpart here', node);
  const isLast = name.startsWith('r');
  const call = low
    ? g.call(c.helper(isLast ? 'findLastIn' : 'findIn'), source.node, sub, low, high ?? g.call('len', source.node))
    : g.call(c.helper(isLast ? 'findLast' : 'charIndex'), of.node, sub);
  const found = value(call, int, of.pure);
  if (name === 'find' || name === 'rfind') return found;
  const at = c.temporary(found, 'at');
  const failure = c.isCaught('builtins.ValueError')
    ? c.fail(c.model.exceptions.make(c, 'builtins.ValueError', g.str('substring not found')))
    : [g.exprStmt(g.call('panic', g.str('substring not found')))];
  c.emit(g.ifStmt(g.binary(at.node, '<', g.int(0)), failure));
  return at;
}

function keepsEnds(c: Context, node: py.Call): boolean {
  const [given] = node.args.map(arg => (arg.kind === 'Keyword' ? arg.value : arg));
  if (given && given.kind !== 'Bool') return c.gap('keepends that is not True or False has no counterpart here', node);
  return given?.kind === 'Bool' && given.value;
}

function justified(c: Context, of: Value, name: string, args: readonly py.Expression[]): Value | undefined {
  const [width, fill] = operands(c, args);
  if (!width) return undefined;
  const mark = fill ? coerce(c, fill, str).node : g.str(' ');
  const room = coerce(c, width, int).node;
  if (name === 'center') return value(g.call(c.helper('centered'), of.node, room, mark), str, of.pure);
  if (!fill) {
    return value(g.pkgCall('fmt', 'Sprintf', g.str(name === 'ljust' ? '%-*s' : '%*s'), room, of.node), str, of.pure);
  }
  return value(g.call(c.helper('padded'), of.node, room, mark, g.bool(name === 'rjust')), str, of.pure);
}
