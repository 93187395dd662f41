/** `f(**options)` and `f(*point)` where the parts are known: written out as arguments. */
import type { Facts } from '../../../facts/facts';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { asTuple } from './tuples';
import * as n from './nodes';

/** The arguments of a call of a function or class of the file, spreads written out; undefined where there are none. */
export function writtenArguments(facts: Facts, node: py.Call): py.Call['args'] | undefined {
  const kind = node.func.kind === 'Name' ? facts.symbolOf(node.func)?.kind : undefined;
  if (kind !== 'function' && kind !== 'class') return undefined;
  let changed = false;
  const args = node.args.flatMap((arg): py.Call['args'] => {
    if (arg.kind === 'Keyword' && !arg.arg) {
      const items = itemsOf(facts, arg.value, 0);
      if (!items) return [arg];
      changed = true;
      return [...items].map(([name, value]) => n.keyword(name, value));
    }
    const parts = arg.kind === 'Starred' ? asTuple(facts, arg.value) : undefined;
    if (!parts) return [arg];
    changed = true;
    return parts;
  });
  return changed ? args : undefined;
}

/** Whether a statement has a call with spreads that can be written out. */
export function hasSpread(facts: Facts, root: NodeBase): boolean {
  let found = false;
  walk(root, any => {
    const node = any as unknown as py.Node;
    if (node.kind !== 'Call' || found) return !found;
    const mayHave = node.args.some(arg => arg.kind === 'Starred' || (arg.kind === 'Keyword' && !arg.arg));
    if (mayHave && writtenArguments(facts, node)) found = true;
    return undefined;
  });
  return found;
}

/** The items of a dict that is written out, here or where its variable gets its one value. */
function itemsOf(facts: Facts, node: py.Expression, depth: number): Map<string, py.Expression> | undefined {
  if (depth > 3) return undefined;
  if (node.kind === 'Dict') {
    const made = new Map<string, py.Expression>();
    for (const item of node.items) {
      if (item.kind === 'DictSpread') {
        const inner = itemsOf(facts, item.value, depth + 1);
        if (!inner) return undefined;
        for (const [key, value] of inner) made.set(key, value);
      } else if (item.kind === 'DictItem' && item.key.kind === 'Str') made.set(item.key.value, item.value);
      else return undefined;
    }
    return made;
  }
  const symbol = node.kind === 'Name' ? facts.symbolOf(node) : undefined;
  if (node.kind !== 'Name' || !symbol || symbol.reassigned) return undefined;
  if (symbol.kind !== 'variable' && symbol.kind !== 'constant') return undefined;
  let value: py.Expression | undefined;
  for (const use of symbol.uses) {
    const parent = facts.parentOf(use) as py.Node | undefined;
    if (parent?.kind === 'Assign' && parent.targets.includes(use as py.Expression)) value = parent.value;
    else if (parent?.kind === 'AnnAssign' && parent.target === use) value = parent.value;
    // What is handed on as a whole may be changed.
    else if (!isRead(facts, use as py.Expression, parent)) return undefined;
  }
  const items = value && itemsOf(facts, value, depth + 1);
  if (!items) return undefined;
  for (const [key, one] of items) {
    if (!isLiteral(one)) items.set(key, { kind: 'Subscript', start: -1, end: -1, value: node, slice: n.text(key) });
  }
  return items;
}

function isRead(facts: Facts, use: py.Expression, parent: py.Node | undefined): boolean {
  switch (parent?.kind) {
    case 'Keyword':
      return !parent.arg;
    case 'DictSpread':
      return true;
    case 'Subscript': {
      const up = facts.parentOf(parent) as py.Node | undefined;
      if (parent.value !== use) return false;
      return (
        up?.kind !== 'Delete' && up?.kind !== 'AugAssign' && !(up?.kind === 'Assign' && up.targets.includes(parent))
      );
    }
    case 'FormattedValue':
      return true;
    case 'Call':
      return /^builtins\.(print|len|str|repr|sorted)$/.test(facts.qualifiedName(parent.func) ?? '');
    default:
      return false;
  }
}

const isLiteral = (node: py.Expression): boolean => ['Int', 'Float', 'Str', 'Bool', 'None'].includes(node.kind);
