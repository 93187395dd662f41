import { int, str } from '../../../facts/types';
import type * as py from '../../../syntax/python/ast';
import type { Expression } from '../../../syntax/go/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import { dictFromKeys } from '../collecting';
import type { Context } from '../context';
import { expression } from '../expressions';
import { textOf } from '../formatting';
import { dictRounds } from '../iteration';
import { dict } from '../shapes';
import { translationTable } from '../translationTables';
import { pure, value } from '../value';
import { argumentsAs, type Call, type Constant, type LibraryModule, type Method } from './table';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const literal =
  (text: string): Constant =>
  () =>
    pure(g.str(text), str);

/** Arguments by position or by name, of which all but the first may be left out. */
function textArguments(c: Context, node: py.Call, names: readonly string[]): (py.Expression | undefined)[] {
  const args = positional(node);
  const known = node.args.every(
    arg => arg.kind !== 'Keyword' || (arg.arg?.kind === 'Name' && names.includes(arg.arg.id)),
  );
  if (!known) return c.gap('an argument of this call has no counterpart here', node);
  return names.map((name, i) => args[i] ?? keywordArgument(node, name));
}

const wrap =
  (isFilled: boolean): Call =>
  (c, node) => {
    const names = ['text', 'width', 'initial_indent', 'subsequent_indent'];
    const [text, width, first, rest] = textArguments(c, node, names);
    if (!text) return undefined;
    const room = width ? coerce(c, expression(c, width), int).node : g.int(70);
    const [before, later] = [first, rest].map(one => (one ? coerce(c, expression(c, one), str).node : g.str('')));
    const lines = g.call(c.helper('wrapped'), coerce(c, expression(c, text), str).node, room, before!, later!);
    if (isFilled) return value(g.pkgCall('strings', 'Join', lines, g.str('\n')), str);
    return value(lines, { kind: 'list', elt: str });
  };

/** Python's `textwrap`. */
export const textwrap: LibraryModule = {
  calls: {
    'textwrap.wrap': wrap(false),
    'textwrap.fill': wrap(true),
    'textwrap.dedent': (c, node) => {
      const args = argumentsAs(c, node, [str]);
      return args?.[0] && value(g.call(c.helper('dedented'), args[0]), str);
    },
    'textwrap.indent': (c, node) => {
      const args = argumentsAs(c, node, [str, str]);
      return args?.length === 2 ? value(g.call(c.helper('indented'), ...args), str) : undefined;
    },
    'textwrap.shorten': (c, node) => {
      const [text, width, mark] = textArguments(c, node, ['text', 'width', 'placeholder']);
      if (!text || !width) return undefined;
      const sign = mark ? coerce(c, expression(c, mark), str).node : g.str(' [...]');
      const [from, room] = [coerce(c, expression(c, text), str).node, coerce(c, expression(c, width), int).node];
      return value(g.call(c.helper('shortened'), from, room, sign), str);
    },
  },
};

/** The values of a template's names as texts: those of a mapping, then those that are given by name. */
function templateValues(c: Context, node: py.Call): Expression {
  const given = node.args.map(arg => (arg.kind === 'Keyword' ? arg : undefined));
  const [mapping] = node.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
  const spread = given.find(arg => arg && arg.arg?.kind !== 'Name')?.value;
  const source = mapping ?? spread;
  const texts = dict(str, str);
  const entries = given.flatMap(arg =>
    arg?.arg?.kind === 'Name' ? [g.keyValue(g.str(arg.arg.id), textOf(c, expression(c, arg.value)))] : [],
  );
  if (!source) return g.composite(c.goType(texts), entries);
  if (source.kind === 'Dict' && source.items.every(item => item.kind === 'DictItem' && item.key.kind === 'Str')) {
    const items = source.items.map(item => {
      if (item.kind !== 'DictItem') return c.gap('this mapping has no counterpart here', node);
      return g.keyValue(expression(c, item.key).node, textOf(c, expression(c, item.value)));
    });
    return g.composite(c.goType(texts), [...items, ...entries]);
  }
  const of = expression(c, source);
  if (of.type.kind !== 'dict') return c.gap('this mapping has no counterpart here', node);
  const name = c.freshLocal('texts');
  const rounds = dictRounds(c, of, of.type, 'items', { names: [] });
  const [key, item] = rounds.values;
  c.emit(
    g.define(name, g.composite(g.mapType(g.ident('string'), g.ident('string')), entries)),
    rounds.wrap([g.assign(g.index(g.ident(name), coerce(c, key!, str).node), textOf(c, item!))]),
  );
  return g.ident(name);
}

/** `template.substitute(…)`; the safe form keeps what has no value. */
const substituted =
  (isSafe: boolean): Method =>
  (c, of, node) => {
    const values = templateValues(c, node);
    if (isSafe) return value(g.call(c.helper('substitutedSafely'), of.node, values), str);
    return c.checkedCall(g.call(c.helper('substituted'), of.node, values), str, 'builtins.KeyError');
  };

/** Python's `string`: its constants, written out. */
export const string: LibraryModule = {
  calls: {
    'builtins.str.maketrans': translationTable,
    'builtins.dict.fromkeys': dictFromKeys,
    'string.Template': (c, node) => {
      const [text] = argumentsAs(c, node, [str]) ?? [];
      return text && value(text, c.typeOf(node), true);
    },
    'string.capwords': (c, node) => {
      const args = argumentsAs(c, node, [str]);
      if (!args?.[0]) return undefined;
      const words = c.freshLocal('words');
      c.emit(g.define(words, g.pkgCall('strings', 'Fields', args[0])));
      const [i, word] = [c.freshLocal('i'), c.freshLocal('word')];
      const capital = g.call(c.helper('capitalized'), g.ident(word));
      c.emit(g.rangeStmt(i, word, g.ident(words), [g.assign(g.index(g.ident(words), g.ident(i)), capital)]));
      return value(g.pkgCall('strings', 'Join', g.ident(words), g.str(' ')), str);
    },
  },
  methods: {
    'string.Template.substitute': substituted(false),
    'string.Template.safe_substitute': substituted(true),
  },
  fields: {
    'string.Template.template': (_, of) => value(of.node, str, of.pure),
  },
  constants: {
    'string.ascii_lowercase': literal(letters),
    'string.ascii_uppercase': literal(letters.toUpperCase()),
    'string.ascii_letters': literal(letters + letters.toUpperCase()),
    'string.digits': literal('0123456789'),
    'string.hexdigits': literal('0123456789abcdefABCDEF'),
    'string.octdigits': literal('01234567'),
    'string.punctuation': literal('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'),
    'string.printable': literal(
      `0123456789${letters}${letters.toUpperCase()}!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~ \t\n\r\u000b\u000c`,
    ),
    'string.whitespace': literal(' \t\n\r\u000b\u000c'),
  },
};
