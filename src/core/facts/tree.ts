/** Ways up the tree. Nodes do not know their parents; whoever needs them asks here, and pays once for each unit. */
import type { AnyNode, NodeBase, SourceFile } from '../syntax/node';

export interface Tree {
  /** The node that holds this one; undefined for a unit's own node and for nodes that stand in no unit. */
  parentOf(node: NodeBase): NodeBase | undefined;
  /** The index of the unit in which the node stands; -1 for none. */
  unitOf(node: NodeBase): number;
}

/** Units are kept over edits, so what was worked out for one holds as long as its nodes live. */
const parents = new WeakMap<NodeBase, NodeBase>();
const walked = new WeakSet<NodeBase>();

/** The ways up in one document. */
export function createTree(file: SourceFile<NodeBase>): Tree {
  let next = 0;
  const indices = new Map<NodeBase, number>();
  file.units.forEach((unit, i) => indices.set(unit.node, i));

  const parentOf = (node: NodeBase): NodeBase | undefined => {
    let parent = parents.get(node);
    while (!parent && next < file.units.length && !indices.has(node)) {
      const { node: top } = file.units[next++]!;
      if (!walked.has(top)) {
        walked.add(top);
        link(top);
      }
      parent = parents.get(node);
    }
    return parent;
  };
  return {
    parentOf,
    unitOf(node) {
      let current = node;
      for (let up = parentOf(current); up; up = parentOf(current)) current = up;
      return indices.get(current) ?? -1;
    },
  };
}

function link(node: NodeBase): void {
  for (const field in node) {
    const value = (node as AnyNode)[field];
    if (typeof value !== 'object' || value === null || field === 'comments') continue;
    if (Array.isArray(value)) for (const item of value) if (isNode(item)) linkTo(item, node);
    if (isNode(value)) linkTo(value, node);
  }
}

function linkTo(child: NodeBase, parent: NodeBase): void {
  parents.set(child, parent);
  link(child);
}

/** The direct children, in the order of the fields. Faster than `forEachChild`, for passes that see every node. */
export function childrenOf(node: NodeBase): AnyNode[] {
  const children: AnyNode[] = [];
  for (const field in node) {
    const value = (node as AnyNode)[field];
    if (typeof value !== 'object' || value === null || field === 'comments') continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) children.push(item);
    } else if (isNode(value)) children.push(value);
  }
  return children;
}

/** Whether a value is a node. */
export function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
