/**
 * What every node of the two ASTs has, and the walks that serve both.
 *
 * Nodes are plain objects, so that compiled patterns can be stored as JSON. A field is a scalar, a node, or a list of
 * nodes. Offsets are UTF-16 units from the start of the node's unit (a top-level statement or declaration), so that a
 * unit stays valid when the text before it changes; `Unit.start` makes them absolute.
 */

/** A comment without its mark: ` text` for `# text` and for `// text`. Block comments keep their line breaks. */
export interface Comment {
  /** What stands after `#` or `//`, or between `/*` and its end. */
  text: string;
  /**
   * `before`: on lines of its own before the node. `after`: behind the node on the same line.
   * `end`: inside the node, after its last child (the last lines of a block, of an argument list, …).
   */
  place: 'before' | 'after' | 'end';
}

export interface NodeBase {
  kind: string;
  /** UTF-16 offset from the start of the unit; -1 for nodes that stand in no source. */
  start: number;
  end: number;
  comments?: Comment[];
  /** A blank line stood before this statement or declaration. */
  blank?: true;
  /** How a literal was spelled (`hex`, `triple`, `raw`, …). It never changes what the node means. */
  style?: string;
}

/** A hole in a pattern or template: `$NAME` binds one node, `$$$NAME` any number of neighbours, `$_` binds nothing. */
export interface Meta extends NodeBase {
  kind: 'Meta';
  name: string;
  many: boolean;
}

/** Source that does not parse, kept as it was written. */
export interface Bad extends NodeBase {
  kind: 'Bad';
  text: string;
}

/** Any node of either AST, for code that does not care which. */
export interface AnyNode extends NodeBase {
  [field: string]: unknown;
}

/** One top-level statement or declaration: lowered, cached and dropped alone. */
export interface Unit<Statement extends NodeBase> {
  node: Statement;
  /** Absolute UTF-16 offsets in the document, leading comments included. */
  start: number;
  end: number;
  /** True where the parser found an error inside this unit. */
  hasError: boolean;
}

/** A lowered document. Units are in the order of the text. */
export interface SourceFile<Statement extends NodeBase> {
  units: Unit<Statement>[];
  /** Comments after the last unit, or of a file that has none. */
  comments: Comment[];
}

const insignificant = new Set(['start', 'end', 'comments', 'blank', 'style']);

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** Calls `visit` for each direct child in source order of the fields. */
export function forEachChild(node: NodeBase, visit: (child: AnyNode, field: string) => void): void {
  // Everything walks through here: this form makes no pairs, and passes over scalars at once.
  for (const field in node) {
    const value = (node as AnyNode)[field];
    if (typeof value !== 'object' || value === null || field === 'comments') continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visit(item, field);
    } else if (isNode(value)) visit(value, field);
  }
}

/** Calls `visit` for the node and all below it, parents first; returning `false` skips what is below. */
export function walk(node: NodeBase, visit: (node: AnyNode, parent: AnyNode | undefined) => boolean | void): void {
  const step = (current: AnyNode, parent: AnyNode | undefined): void => {
    if (visit(current, parent) === false) return;
    forEachChild(current, child => step(child, current));
  };
  step(node as AnyNode, undefined);
}

/** Whether two nodes mean the same: ranges, comments, blank lines and spelling do not count. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => equal(item, b[i]));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const fields = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const field of fields) if (!insignificant.has(field) && !equal(left[field], right[field])) return false;
  return true;
}

/** A copy in which `change` replaces nodes, children first. Returning several nodes is allowed inside a list only. */
export function transform<T extends NodeBase>(node: T, change: (node: AnyNode) => AnyNode | AnyNode[]): T | T[] {
  const copy: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(node)) {
    if (Array.isArray(value)) copy[field] = value.flatMap(item => (isNode(item) ? transform(item, change) : [item]));
    else if (isNode(value)) {
      const changed = transform(value, change);
      if (Array.isArray(changed)) throw new Error(`${node.kind}.${field} takes one node, not ${changed.length}`);
      copy[field] = changed;
    } else copy[field] = value;
  }
  return change(copy as AnyNode) as unknown as T | T[];
}
