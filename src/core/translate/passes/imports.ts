/** Packages whose name the code uses for something of its own get another name. */
import type * as go from '../../syntax/go/ast';
import { walk, type NodeBase } from '../../syntax/node';
import { importPathOf } from '../goNodes';

/**
 * Renames the identifiers of packages that a variable or function of the code would hide. Changes the nodes in place,
 * helpers included, which are kept as text.
 */
export function renameHiddenPackages(nodes: readonly NodeBase[]): void {
  const packages = new Map<string, go.Ident[]>();
  const names = new Set<string>();
  const selected = new Set<unknown>();
  for (const root of nodes) {
    walk(root, node => {
      if (node.kind === 'SelectorExpr') selected.add(node['sel']);
      if (node.kind !== 'Ident' || selected.has(node)) return;
      const ident = node as unknown as go.Ident;
      if (importPathOf(ident) === undefined) names.add(ident.name);
      else packages.set(ident.name, [...(packages.get(ident.name) ?? []), ident]);
    });
  }
  for (const [name, idents] of packages) {
    if (!names.has(name)) continue;
    for (const ident of idents) ident.name = `go${name}`;
  }
}
