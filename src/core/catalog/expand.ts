/**
 * Further forms of a Go pattern. `v, err := f()` with `if err != nil {…}` behind it and `if v, err := f(); err != nil`
 * say the same, but the names live for different lengths, so the AST keeps them apart. A fence that has the pair is
 * searched for in the other form too, unless what stands behind the pair uses the names.
 */
import type { IfStmt, Statement } from '../syntax/go/ast';
import { walk, type AnyNode, type NodeBase } from '../syntax/node';
import type { Fence, Part } from './idiom';

/** The other forms, to be searched for only. Empty for a fence of Python and for one that is only written. */
export function expandFence(fence: Fence): Fence[] {
  if (fence.language !== 'go' || fence.use === 'write') return [];
  const pairs = fence.parts.reduce((count, part) => count + countPairs(part), 0);
  const forms: Fence[] = [];
  // Every choice of pairs; a pattern with more than three is left as it is rather than doubled again.
  for (let choice = 1; pairs <= 3 && choice < 2 ** pairs; choice++) {
    let index = 0;
    const folds = (): boolean => (choice & (1 << index++)) !== 0;
    forms.push({ ...fence, use: 'match', parts: fence.parts.map(part => foldPart(part, folds)) });
  }
  return forms;
}

function countPairs(part: Part): number {
  let count = 0;
  foldPart(part, () => {
    count++;
    return false;
  });
  return count;
}

function foldPart(part: Part, folds: () => boolean): Part {
  if (part.form === 'expression') return { ...part, nodes: part.nodes.map(node => foldInside(node as AnyNode, folds)) };
  return { ...part, nodes: foldList(part.nodes, folds) };
}

function foldInside(node: AnyNode, folds: () => boolean): AnyNode {
  const copy: AnyNode = { ...node };
  for (const [field, value] of Object.entries(node)) {
    if (field === 'comments') continue;
    if (Array.isArray(value)) copy[field] = foldList(value as NodeBase[], folds);
    else if (isNode(value)) copy[field] = foldInside(value, folds);
  }
  return copy;
}

function foldList(list: readonly NodeBase[], folds: () => boolean): NodeBase[] {
  const result: NodeBase[] = [];
  for (let i = 0; i < list.length; i++) {
    const node = list[i]!;
    const next = list[i + 1];
    if (isPair(node, next, list.slice(i + 2)) && folds()) {
      const folded: IfStmt = { ...next, init: node as Statement };
      result.push(foldInside(folded as unknown as AnyNode, folds));
      i++;
    } else result.push(isNode(node) ? foldInside(node, folds) : node);
  }
  return result;
}

function isPair(first: NodeBase, second: NodeBase | undefined, rest: readonly NodeBase[]): second is IfStmt {
  const declaration = first as Statement;
  if (declaration.kind !== 'AssignStmt' || second?.kind !== 'IfStmt' || (second as IfStmt).init) return false;
  if (declaration.op !== ':=' && declaration.op !== '=') return false;
  const names = new Set(declaration.lhs.map(spelling).filter(name => name !== undefined));
  const uses = (node: NodeBase): boolean => {
    let found = false;
    walk(node, child => void (found ||= names.has(spelling(child) ?? '')));
    return found;
  };
  return uses((second as IfStmt).cond) && (declaration.op === '=' || !rest.some(uses));
}

function spelling(node: NodeBase): string | undefined {
  const { kind, name } = node as AnyNode;
  if (kind === 'Meta') return `$${String(name)}`;
  return kind === 'Ident' && name !== '_' ? String(name) : undefined;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
