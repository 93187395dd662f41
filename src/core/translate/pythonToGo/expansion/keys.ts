/** Keys of caches that a wrapper makes of its arguments. */
import type { Facts, Symbol } from '../../../facts/facts';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { isWhole, partsOf, type Next, type Of } from './containers';
import * as n from './nodes';

/** Whether a node is used as a key alone, and holds `args` or `kwargs`: any value that is one for one with them will do. */
export function isKeyPlace(facts: Facts, node: py.Node, isArguments: (node: NodeBase) => boolean): boolean {
  const parent = facts.parentOf(node) as py.Node | undefined;
  if (!parent || !isKeyed(facts, node, parent)) return false;
  let found = false;
  walk(node, one => {
    if (isArguments(one)) found = true;
    return found ? false : undefined;
  });
  return found;
}

function isKeyed(facts: Facts, node: py.Node, parent: py.Node): boolean {
  switch (parent.kind) {
    case 'Subscript':
      return parent.slice === node;
    case 'Compare':
      return parent.left === node && parent.ops.every(op => op === 'in' || op === 'not in');
    case 'Call':
      return (
        parent.args[0] === node &&
        parent.func.kind === 'Attribute' &&
        /^(get|pop|setdefault)$/.test(n.idOf(parent.func.attr)) &&
        facts.typeOf(parent.func.value).kind !== 'list'
      );
    case 'Assign': {
      const [target] = parent.targets;
      if (parent.value !== node || target?.kind !== 'Name' || parent.targets.length > 1) return false;
      const symbol: Symbol | undefined = facts.symbolOf(target);
      return (
        symbol?.uses.every(use => {
          const up = facts.parentOf(use) as py.Node | undefined;
          return use === target || (up !== undefined && up.kind !== 'Assign' && isKeyed(facts, use as py.Node, up));
        }) ?? false
      );
    }
    default:
      return false;
  }
}

/** The arguments that a key is made of, alone or as a tuple; undefined where it is made of something else too. */
export function keyOf(facts: Facts, node: py.Expression, of: Of, next: Next): py.Expression | undefined {
  const parts = keyParts(facts, node, of, next);
  if (!parts || parts.some(one => one.kind === 'Starred')) return undefined;
  const [only] = parts;
  if (!only) return n.text('');
  return parts.length === 1 ? only : n.tuple(parts);
}

function keyParts(facts: Facts, node: py.Expression, of: Of, next: Next): py.Expression[] | undefined {
  const known = of(node);
  if (known?.kind === 'tuple') return known.items;
  if (known?.kind === 'dict') return isWhole(known) ? known.items.map(one => one.value) : undefined;
  const all = (nodes: readonly py.Expression[]): py.Expression[] | undefined => {
    const lists = nodes.map(one => keyParts(facts, one, of, next));
    return lists.some(one => !one) ? undefined : lists.flatMap(one => one!);
  };
  switch (node.kind) {
    case 'Str':
      return [];
    case 'Tuple':
      return all(node.elts);
    case 'BinOp':
      return node.op === '+' ? all([node.left, node.right]) : undefined;
    case 'Attribute':
      return of(node.value)?.kind === 'target' ? [] : undefined;
    case 'Subscript':
      return of(node.value) && partsOf(facts, node, of, next);
    case 'Name':
      return known?.kind === 'expression' ? [known.node] : known?.kind === 'target' ? [] : undefined;
    case 'Call': {
      if (node.func.kind === 'Attribute' && n.idOf(node.func.attr) === 'items') {
        return of(node.func.value) ? keyParts(facts, node.func.value, of, next) : undefined;
      }
      const name = facts.qualifiedName(node.func) ?? '';
      const [first] = node.args;
      if (!first || node.args.length > 1 || first.kind === 'Keyword') return undefined;
      return /^builtins\.(tuple|sorted|frozenset|str|repr|hash)$/.test(name)
        ? keyParts(facts, first, of, next)
        : undefined;
    }
    default:
      return undefined;
  }
}
