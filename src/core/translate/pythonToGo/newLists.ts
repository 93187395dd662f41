/** Which lists are new: what is done to such a list is seen by nobody else, so it needs no copy. */
import type * as py from '../../syntax/python/ast';
import type { Context } from './context';

/** Library calls whose list is made for the caller. `dict.get`, `list.pop` and the like give what is kept elsewhere. */
const makers = new RegExp(
  [
    'builtins\\.(list|sorted|range|zip|enumerate|reversed|map|filter|set|frozenset|dict|tuple)',
    'builtins\\.(list\\.copy|dict\\.(items|keys|values)|(str|bytes|set)\\.\\w+)',
    '(re|os|itertools|glob|csv|pathlib)\\..*',
    'heapq\\.(nlargest|nsmallest|merge)',
    'random\\.(sample|choices)',
    'collections\\.Counter\\.(most_common|elements)',
  ]
    .map(one => `^${one}$`)
    .join('|'),
);

/** Whether evaluating the expression makes a list that nothing else holds. False where that is not known. */
export function makesNew(c: Context, node: py.Expression): boolean {
  switch (node.kind) {
    case 'List':
    case 'ListComp':
    case 'GeneratorExp':
      return true;
    case 'BinOp':
      return node.op === '+' || node.op === '*';
    case 'IfExp':
      return makesNew(c, node.body) && makesNew(c, node.orelse);
    case 'Call':
      return makers.test(c.facts.qualifiedName(node.func) ?? '');
    default:
      return false;
  }
}
