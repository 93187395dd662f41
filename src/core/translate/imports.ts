/** The imports of an answer, found by what its code uses. */
import type * as go from '../syntax/go/ast';
import { walk, type NodeBase } from '../syntax/node';
import { importPathOf, packageName } from './goNodes';

/**
 * The import paths of all package identifiers under `nodes`, the standard library first as `goimports` orders them.
 * A package that is not used is not imported: the list is made from the code that was written.
 */
export function usedImports(nodes: readonly NodeBase[]): { path: string; name?: string }[] {
  const paths = new Map<string, string>();
  for (const root of nodes) {
    walk(root, node => {
      const path = importPathOf(node);
      if (path !== undefined) paths.set(path, (node as unknown as go.Ident).name);
    });
  }
  const isStandard = (path: string): boolean => !(path.split('/')[0] ?? '').includes('.');
  return [...paths]
    .sort(([a], [b]) => Number(isStandard(b)) - Number(isStandard(a)) || (a < b ? -1 : 1))
    .map(([path, local]) => (local === packageName(path) ? { path } : { path, name: local }));
}

/** As the lines stand in a Go import block. */
export function importLines(imports: readonly { path: string; name?: string }[]): string[] {
  return imports.map(({ path, name }) => (name ? `${name} "${path}"` : `"${path}"`));
}
