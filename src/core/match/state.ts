/** What is bound during one attempt to match. Bindings are undone when the attempt takes another way. */
import { equal, type Meta, type NodeBase } from '../syntax/node';
import type { Binding } from './match';
import { nameOf } from './resolve';

/** Goes on with the rest of the pattern; false where the rest does not match. */
export type Next = () => boolean;

/** Nodes that are no code of their own, only part of a list around them. */
const dependent = new Set(['Starred', 'Keyword', 'DictSpread', 'KeyValueExpr', 'Slice', 'Bad', 'Comprehension']);

export class State {
  /** By metavariable. */
  readonly bindings: Map<string, Binding>;
  /** What the pattern's own names are in the code. */
  readonly names: Map<string, NodeBase>;

  constructor(seed?: { bindings: ReadonlyMap<string, Binding>; names: ReadonlyMap<string, NodeBase> }) {
    this.bindings = new Map(seed?.bindings);
    this.names = new Map(seed?.names);
  }

  bind(meta: Meta, value: Binding, next: Next): boolean {
    if (!Array.isArray(value) && dependent.has(value.kind)) return false;
    if (meta.name === '_') return next();
    const known = this.bindings.get(meta.name);
    if (known !== undefined) return equal(known, value) && next();
    this.bindings.set(meta.name, value);
    if (next()) return true;
    this.bindings.delete(meta.name);
    return false;
  }

  /** Binds a name that the pattern chose itself. Two of these are never the same name in the code. */
  bindName(name: string, node: NodeBase, next: Next): boolean {
    const spelled = nameOf(node);
    const known = this.names.get(name);
    if (known) return nameOf(known) === spelled && next();
    for (const other of this.names.values()) if (nameOf(other) === spelled) return false;
    this.names.set(name, node);
    if (next()) return true;
    this.names.delete(name);
    return false;
  }
}
