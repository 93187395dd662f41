/** Copies of parts of the source, with changes; and the file that is made of them, with places of its own. */
import type { SourceFile, Unit } from '../../../syntax/node';
import { type AnyNode, type NodeBase, walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { isNode } from '../../../facts/tree';
import type { Range } from '../../correspond';

/** Gives what stands for a node of the source; undefined copies it with what is below. */
export type Change = (node: AnyNode) => NodeBase | NodeBase[] | undefined;

/** From each copy to what it was copied from. */
const sources = new WeakMap<NodeBase, NodeBase>();

/** A copy in which `change` replaces nodes, parents first. Several nodes for one are allowed in lists only. */
export function copied<T extends NodeBase>(node: T, change: Change): T {
  const made = copiedAll(node, change);
  if (made.length !== 1) throw new Error(`${node.kind} takes one node, not ${made.length}`);
  return made[0] as T;
}

export function copiedAll(node: NodeBase, change: Change): NodeBase[] {
  const changed = change(node as AnyNode);
  if (changed !== undefined) {
    const all = Array.isArray(changed) ? changed : [changed];
    for (const one of all) if (one !== node && !sources.has(one)) sources.set(one, node);
    return all;
  }
  return [withChildren(node, child => copiedAll(child, change))];
}

/** A node like this one, with other children. */
export function withChildren(node: NodeBase, of: (child: NodeBase) => NodeBase[]): NodeBase {
  const copy: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(node)) {
    if (field === 'comments') copy[field] = value;
    else if (Array.isArray(value)) copy[field] = value.flatMap(one => (isNode(one) ? of(one) : [one]));
    else copy[field] = isNode(value) ? of(value)[0] : value;
  }
  sources.set(copy as unknown as NodeBase, node);
  return copy as unknown as NodeBase;
}

/** What an expansion makes of a file. */
export interface Expanded {
  file: SourceFile<NodeBase>;
  /** Where each node comes from in the text. */
  ranges: Map<NodeBase, Range>;
  /** What became of a node of the source. */
  made: Map<NodeBase, NodeBase[]>;
}

/** Gives every node a place of its own, in the order in which they stand now; `before` are ranges of an earlier state. */
export function placed(
  file: SourceFile<NodeBase>,
  units: { node: py.Statement; from: Unit<NodeBase> }[],
  before?: ReadonlyMap<NodeBase, Range>,
): Expanded {
  const starts = new Map<NodeBase, number>();
  for (const unit of file.units) walk(unit.node, node => void starts.set(node, unit.start));
  const ranges = new Map<NodeBase, Range>();
  const made = new Map<NodeBase, NodeBase[]>();
  let place = 0;
  let unitStart = 0;
  const clone = (node: NodeBase): NodeBase => {
    const start = place++ - unitStart;
    const copy = withChildren(node, child => [clone(child)]);
    copy.start = start;
    copy.end = place++ - unitStart;
    const source = sourceOf(node, starts);
    if (!source) return copy;
    const at = starts.get(source) ?? 0;
    const range = before ? before.get(source) : { start: at + source.start, end: at + source.end };
    if (range) ranges.set(copy, range);
    made.set(source, [...(made.get(source) ?? []), copy]);
    return copy;
  };
  const all = units.map(({ node, from }): Unit<NodeBase> => {
    unitStart = place;
    const copy = clone(node);
    return { ...from, node: copy, start: unitStart, end: place++ };
  });
  return { file: { ...file, units: all }, ranges, made };
}

function sourceOf(node: NodeBase, starts: ReadonlyMap<NodeBase, number>): NodeBase | undefined {
  for (let at: NodeBase | undefined = node; at; at = sources.get(at)) if (starts.has(at)) return at;
  return undefined;
}
