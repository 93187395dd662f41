import { int, str } from '../../../facts/types';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { translationTable } from '../translationTables';
import { pure, value } from '../value';
import { argumentsAs, type Call, type Constant, type LibraryModule } from './table';

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
    const [text, width] = textArguments(c, node, ['text', 'width']);
    if (!text) return undefined;
    const room = width ? coerce(c, expression(c, width), int).node : g.int(70);
    c.notes.assume('words are broken at blanks only');
    const lines = g.call(c.helper('wrapped'), coerce(c, expression(c, text), str).node, room);
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

/** Python's `string`: its constants, written out. */
export const string: LibraryModule = {
  calls: {
    'builtins.str.maketrans': translationTable,
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
  constants: {
    'string.ascii_lowercase': literal(letters),
    'string.ascii_uppercase': literal(letters.toUpperCase()),
    'string.ascii_letters': literal(letters + letters.toUpperCase()),
    'string.digits': literal('0123456789'),
    'string.hexdigits': literal('0123456789abcdefABCDEF'),
    'string.octdigits': literal('01234567'),
    'string.punctuation': literal('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'),
    'string.whitespace': literal(' \t\n\r\u000b\u000c'),
  },
};
