/** Lambdas with defaults: `lambda x, i=i: x + i` keeps what `i` is now, which a function of Go does by itself. */
import type { Facts, Symbol } from '../../../facts/facts';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';

/** What the uses of the parameters with defaults stand for; undefined where a caller may give them something else. */
export function keptDefaults(
  facts: Facts,
  node: py.Lambda,
  calls: readonly py.Call[],
): Map<Symbol, py.Expression> | undefined {
  const params = node.params.filter(param => param.kind === 'Param');
  const kept = params.filter(param => param.default);
  if (kept.length === 0 || params.some(param => param.form !== 'plain')) return undefined;
  const required = params.length - kept.length;
  if (calls.some(call => call.args.length > required)) return undefined;
  const made = new Map<Symbol, py.Expression>();
  for (const param of kept) {
    const symbol = param.name && facts.symbolOf(param.name);
    if (!symbol || !param.default || !isKept(facts, param.default)) return undefined;
    made.set(symbol, param.default);
  }
  return made;
}

/** A literal, or a name that has one value for each lambda: Go has a new variable in each round of a loop. */
function isKept(facts: Facts, node: py.Expression): boolean {
  if (node.kind !== 'Name') return ['Int', 'Float', 'Str', 'Bool', 'None'].includes(node.kind);
  const symbol = facts.symbolOf(node);
  if (!symbol) return false;
  if (symbol.scope.kind === 'comprehension' || !symbol.reassigned) return true;
  // Reassigned, but by its loop alone.
  return symbol.uses.every(use => {
    const parent = facts.parentOf(use) as py.Node | undefined;
    return parent?.kind !== 'Assign' && parent?.kind !== 'AugAssign';
  });
}

/** All lambdas of a part of the file. */
export function lambdasIn(root: NodeBase): py.Lambda[] {
  const found: py.Lambda[] = [];
  walk(root, node => {
    if (node.kind === 'Lambda') found.push(node as unknown as py.Lambda);
  });
  return found;
}

/** A lambda without its parameters that have defaults. */
export const withoutDefaults = (node: py.Lambda): py.Lambda => ({
  ...node,
  params: node.params.filter(param => param.kind === 'Param' && !param.default),
});
