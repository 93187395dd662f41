/** What a name or a selection in the code means. */
import type { Facts } from '../facts/facts';
import type { AnyNode, NodeBase } from '../syntax/node';

/** As `Facts.qualifiedName`, for names and selections only: a call is not what it calls. */
export function resolvedName(node: NodeBase, facts: Facts): string | undefined {
  if (!isReference(node)) return undefined;
  return facts.qualifiedName(node) ?? importedName(node as AnyNode, facts);
}

/** Whether the name means a built-in of the language that nothing shadows. */
export function isBuiltin(node: NodeBase, facts: Facts): boolean {
  return facts.symbolOf(node)?.kind === 'builtin';
}

export function isReference(node: NodeBase): boolean {
  return isName(node) || node.kind === 'Attribute' || node.kind === 'SelectorExpr';
}

export function isName(node: NodeBase): boolean {
  return node.kind === 'Name' || node.kind === 'Ident';
}

/** The spelling of a Name or Ident, or the empty text. */
export function nameOf(node: NodeBase): string {
  const { kind, id, name } = node as AnyNode;
  if (kind === 'Name') return String(id);
  return kind === 'Ident' ? String(name) : '';
}

/** The name that a selection ends with: `b` of `a.b`. */
export function memberOf(node: NodeBase): NodeBase | undefined {
  const { kind, attr, sel } = node as AnyNode;
  if (kind === 'Attribute') return attr as NodeBase;
  return kind === 'SelectorExpr' ? (sel as NodeBase) : undefined;
}

/** By the imports of the file alone, for libraries that the facts know nothing of. */
function importedName(node: AnyNode, facts: Facts): string | undefined {
  const imported = isName(node) ? facts.symbolOf(node)?.import : undefined;
  if (imported) return imported.name === undefined ? imported.module : `${imported.module}.${imported.name}`;
  const member = memberOf(node);
  const x = (node['value'] ?? node['x']) as NodeBase | undefined;
  if (!member || !x) return undefined;
  const base = isReference(x) ? importedName(x as AnyNode, facts) : undefined;
  return base === undefined ? undefined : `${base}.${nameOf(member)}`;
}
