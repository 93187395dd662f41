/** From what leads a node to the few parts of patterns that can begin there. */
import type { Part } from '../catalog/idiom';
import type { NodeBase } from '../syntax/node';
import { createKeyTree, fileUnder, findFiled, keysOf, type Reader } from './keys';
import type { Pattern } from './pattern';
import { isMany } from './unify';

/** One part of a pattern, at the statement by which it is found. */
export interface Anchor {
  pattern: Pattern;
  part: Part;
  /** Position of the part in its fence. */
  index: number;
  /**
   * Position in the part of the node that is looked up; those before it are single nodes. -1 where a hole for any
   * number stands before it: the part then begins where its list begins.
   */
  offset: number;
}

export interface PatternIndex {
  /** The anchors that a node may be, each once. */
  lookUp(node: NodeBase, reader: Reader): ReadonlySet<Anchor>;
}

export function createPatternIndex(patterns: readonly Pattern[]): PatternIndex {
  const tree = createKeyTree<Anchor>();
  for (const pattern of patterns) {
    pattern.fence.parts.forEach((part, index) => {
      const found = anchorOf(pattern, part, index);
      if (found) fileUnder(tree, found.key, found.anchor);
    });
  }
  return {
    lookUp(node, reader) {
      const found = new Set<Anchor>();
      findFiled(tree, node, reader, found);
      return found;
    },
  };
}

/**
 * The part's node with the most telling key among those before its first `$$$NAME`, or behind it where the part begins
 * with one: the more telling, the fewer nodes of the code have it.
 */
function anchorOf(pattern: Pattern, part: Part, index: number): { key: string; anchor: Anchor } | undefined {
  const reader = patternReader(pattern);
  let best: { key: string; anchor: Anchor } | undefined;
  const from = part.nodes.findIndex(node => !isMany(node));
  for (let i = from; i >= 0 && i < part.nodes.length; i++) {
    const node = part.nodes[i]!;
    if (isMany(node)) break;
    // A hole alone is a pattern only where its condition asks for an f-string.
    const [key] = node.kind === 'Meta' ? ['JoinedStr'] : keysOf(node, reader);
    if (key === undefined || tellingness(key) <= tellingness(best?.key ?? '')) continue;
    if (node.kind === 'Meta' && part.nodes.length > 1) continue;
    best = { key, anchor: { pattern, part, index, offset: from === 0 ? i : -1 } };
  }
  return best;
}

/** Names resolve to what the fence imports and to built-ins. */
export function patternReader(pattern: Pattern): Reader {
  return {
    qualified(node) {
      const role = pattern.roles.get(node);
      return role?.kind === 'resolved' ? role.qualified : undefined;
    },
  };
}

function tellingness(key: string): number {
  if (key === '') return 0;
  return 1 + (key.includes('=') ? 4 : 0) + (/ \./.test(key) ? 3 : 0) + key.split(' ').length;
}
