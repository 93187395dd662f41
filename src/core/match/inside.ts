/** Fences that hold only inside the statements of a match, asked for by the translators at each place of that body. */
import type { Conditions, Fence, Inside } from '../catalog/idiom';
import type { Facts } from '../facts/facts';
import type { NodeBase } from '../syntax/node';
import { judge } from './conditions';
import type { Binding, Match } from './match';
import { compilePattern, type Pattern } from './pattern';
import { State } from './state';
import { unify, unifySequence, type Attempt } from './unify';

export interface NodesMatch {
  bindings: Map<string, Binding>;
  /** What the fence's own names are in the code. */
  names: Map<string, NodeBase>;
  /** How many statements were taken, from the first; 1 for an expression. */
  count: number;
  /** Conditions that could not be checked, in plain words. */
  assumes: string[];
}

export interface InsideMatch extends NodesMatch {
  inside: Inside;
  fence: Fence;
}

/** What is bound already: that of the match around. */
export interface Seed {
  bindings: ReadonlyMap<string, Binding>;
  names: ReadonlyMap<string, NodeBase>;
}

const patterns = new WeakMap<Fence, Pattern>();

/**
 * Matches the first part of a fence against one expression, or against statements from the first of them. Undefined
 * where it does not match, or a condition of the fence (or of `where`, always the same for one fence) is known not to hold.
 */
export function matchNodes(
  fence: Fence,
  code: NodeBase | readonly NodeBase[],
  facts: Facts,
  seed?: Seed,
  where?: Conditions,
): NodesMatch | undefined {
  const [part] = fence.parts;
  const list: readonly NodeBase[] = Array.isArray(code) ? (code as readonly NodeBase[]) : [code as NodeBase];
  const first = list[0];
  if (!part || !first) return undefined;
  let pattern = patterns.get(fence);
  if (!pattern) patterns.set(fence, (pattern = compilePattern(fence, where && { where })));
  const state = new State(seed);
  const at: Attempt = { pattern, facts, state };
  let count = 1;
  let assumes: string[] = [];
  const accept = (): boolean => {
    const judgement = judge(pattern.wheres, state, facts, list[count - 1] ?? first);
    assumes = judgement.assumes;
    return judgement.verdict !== 'fails';
  };
  const matched =
    part.form === 'expression'
      ? unify(at, part.nodes[0]!, expressionOf(first), accept)
      : unifySequence(at, part.nodes, list, 0, end => ((count = end), accept()));
  return matched ? { bindings: state.bindings, names: state.names, count, assumes } : undefined;
}

/** An expression fence also is the statement of that expression. */
function expressionOf(node: NodeBase): NodeBase {
  const { kind, value, x } = node as NodeBase & { value?: NodeBase; x?: NodeBase };
  return (kind === 'Expr' ? value : kind === 'ExprStmt' ? x : undefined) ?? node;
}

/**
 * The `Inside` pair of a match that holds for an expression, or for the first of some statements, in its body. The
 * fence is that of the match's language; what the match bound stays bound. Undefined for none.
 */
export function matchInside(match: Match, code: NodeBase | readonly NodeBase[], facts: Facts): InsideMatch | undefined {
  for (const inside of match.idiom.inside) {
    for (const fence of inside[match.language]) {
      if (fence.use === 'write') continue;
      const found = matchNodes(fence, code, facts, match, inside.where);
      if (found) return { ...found, inside, fence };
    }
  }
  return undefined;
}
