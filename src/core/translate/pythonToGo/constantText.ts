/** The text of a literal, also through a name that is given it once. */
import type * as py from '../../syntax/python/ast';
import type { Facts } from '../../facts/facts';

/** Undefined where the text is not known. */
export function constantText(facts: Facts, node: py.Expression | undefined): string | undefined {
  if (!node) return undefined;
  if (node.kind === 'Str') return node.value;
  const symbol = node.kind === 'Name' ? facts.symbolOf(node) : undefined;
  const declared = symbol && !symbol.reassigned ? (symbol.declaration as py.Node | undefined) : undefined;
  if (declared?.kind !== 'Assign' && declared?.kind !== 'AnnAssign') return undefined;
  const target = declared.kind === 'Assign' ? declared.targets[0] : declared.target;
  return target?.kind === 'Name' && declared.value?.kind === 'Str' ? declared.value.value : undefined;
}
