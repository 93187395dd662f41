/** Python's `difflib`. */
import { float, int, list as listOf, str, tuple } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { list } from '../shapes';
import { value } from '../value';
import { itemsOf } from './functions';
import type { Call, LibraryModule } from './table';

/** Characters or lines: both are texts. */
function parts(c: Context, node: py.Expression): Expression {
  const items = itemsOf(c, node);
  return coerce(c, items, list(str)).node;
}

const matcher: Call = (c, node) => {
  const args = positional(node);
  const junk = args[0] ?? keywordArgument(node, 'isjunk');
  const [a, b] = [args[1] ?? keywordArgument(node, 'a'), args[2] ?? keywordArgument(node, 'b')];
  if (!a || !b || (junk && junk.kind !== 'None') || keywordArgument(node, 'autojunk')) {
    return c.gap('this way to compare sequences has no counterpart here', node);
  }
  c.helper('sequenceMatcher');
  return value(g.call('newSequenceMatcher', parts(c, a), parts(c, b)), c.typeOf(node));
};

const closeMatches: Call = (c, node) => {
  const [word, among, third, fourth] = positional(node);
  if (!word || !among) return undefined;
  const [count, cutoff] = [third ?? keywordArgument(node, 'n'), fourth ?? keywordArgument(node, 'cutoff')];
  const call = g.call(
    c.helper('closeMatches'),
    coerce(c, expression(c, word), str).node,
    parts(c, among),
    count ? coerce(c, expression(c, count), int).node : g.int(3),
    cutoff ? coerce(c, expression(c, cutoff), float).node : g.float('0.6'),
  );
  return value(call, list(str));
};

const unifiedDiff: Call = (c, node) => {
  const [a, b, ...more] = positional(node);
  if (!a || !b) return undefined;
  const dates = more[2] ?? more[3] ?? keywordArgument(node, 'fromfiledate') ?? keywordArgument(node, 'tofiledate');
  if (dates) return c.gap('dates in a diff have no counterpart here', node);
  const text = (at: number, name: string, otherwise: string): Expression => {
    const given = more[at] ?? keywordArgument(node, name);
    return given ? coerce(c, expression(c, given), str).node : g.str(otherwise);
  };
  const around = more[4] ?? keywordArgument(node, 'n');
  const call = g.call(
    c.helper('unifiedDiff'),
    parts(c, a),
    parts(c, b),
    text(0, 'fromfile', ''),
    text(1, 'tofile', ''),
    around ? coerce(c, expression(c, around), int).node : g.int(3),
    text(5, 'lineterm', '\n'),
  );
  return value(call, list(str));
};

export const difflib: LibraryModule = {
  calls: {
    'difflib.SequenceMatcher': matcher,
    'difflib.get_close_matches': closeMatches,
    'difflib.unified_diff': unifiedDiff,
  },
  methods: {
    'difflib.SequenceMatcher.ratio': (_, of) => value(g.method(of.node, 'Ratio'), float),
    'difflib.SequenceMatcher.get_opcodes': (_, of) =>
      value(g.method(of.node, 'Steps'), listOf(tuple(str, int, int, int, int))),
  },
};
