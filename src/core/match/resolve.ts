/** What a name or a selection in the code means. */
import type { Facts } from '../facts/facts';
import { builtinName } from './builtins';
import type { AnyNode, NodeBase } from '../syntax/node';

/**
 * The full name of what was imported or is built in, aliases resolved: `flask.Flask`, `net/http.Get`, `builtins.len`.
 * Unlike `Facts.qualifiedName` it never asks for a type: a pattern names what is imported, not a method of a receiver,
 * and this is asked of every call of a file.
 */
export function resolvedName(node: NodeBase, facts: Facts): string | undefined {
  if (isName(node)) {
    const symbol = facts.symbolOf(node);
    if (symbol?.kind === 'builtin') return builtinName(facts.language, symbol.name);
    const { module, name } = symbol?.import ?? {};
    return module === undefined || name === undefined ? module : `${module}.${name}`;
  }
  const member = memberOf(node);
  const { value, x } = node as AnyNode;
  const base = member ? resolvedName((value ?? x) as NodeBase, facts) : undefined;
  return base === undefined ? undefined : `${base}.${nameOf(member!)}`;
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
