/**
 * The concrete syntax tree as plain objects. One cursor walk copies it out of the parser's memory, so that nothing
 * else holds a tree-sitter node, and lowering can be called with a tree from any source.
 */
export interface CstNode {
  /** tree-sitter's node type: `call`, `if_statement`, `(`, `ERROR`, … */
  type: string;
  /** The field of the parent in which it stands. */
  field?: string;
  named: boolean;
  /** Absolute UTF-16 offsets. */
  start: number;
  end: number;
  /** This node or one below it is an ERROR or is missing. */
  hasError: boolean;
  /** The parser invented this node; it has no text. */
  missing: boolean;
  children: CstNode[];
}

/** The first child in `field`, or undefined. */
export function childByField(node: CstNode, field: string): CstNode | undefined {
  return node.children.find(child => child.field === field);
}

/** All children in `field`. */
export function childrenByField(node: CstNode, field: string): CstNode[] {
  return node.children.filter(child => child.field === field);
}

/** The named children without comments. */
export function namedChildren(node: CstNode): CstNode[] {
  return node.children.filter(child => child.named && child.type !== 'comment');
}
