/** Imports at the top of a fence: they are taken off the code and become requirements. */
import type { Alias, Import, ImportFrom } from '../syntax/python/ast';
import type { GenDecl } from '../syntax/go/ast';
import type { NodeBase } from '../syntax/node';
import type { Requirement } from './idiom';

/** Splits the statements of a fence. A package clause is dropped. `report` is told of imports that name nothing. */
export function requirementsOf(
  nodes: readonly NodeBase[],
  report: (node: NodeBase, message: string) => void,
): { requirements: Requirement[]; rest: NodeBase[] } {
  const requirements: Requirement[] = [];
  let first = 0;
  for (const node of nodes) {
    if (node.kind === 'Import') requirements.push(...fromImport(node as Import));
    else if (node.kind === 'ImportFrom') requirements.push(...fromImportFrom(node as ImportFrom, report));
    else if (isGoImport(node)) requirements.push(...fromGoImport(node, report));
    else if (node.kind !== 'PackageClause') break;
    first++;
  }
  return { requirements, rest: nodes.slice(first) };
}

/** `import a.b` declares `a`; `import a.b as c` declares c, which is a.b. */
function fromImport(node: Import): Requirement[] {
  return node.names.map(({ name, asname }) => ({ module: name, local: asname ?? name.split('.')[0]! }));
}

function fromImportFrom(node: ImportFrom, report: (node: NodeBase, message: string) => void): Requirement[] {
  if (node.level > 0) {
    report(node, 'A relative import resolves to nothing in a pattern: name the module.');
    return [];
  }
  return node.names.flatMap(({ name, asname }: Alias) => {
    if (name !== '*') return [{ module: node.module, name, local: asname ?? name }];
    report(node, 'A star import says no name: write the names that the pattern uses.');
    return [];
  });
}

function isGoImport(node: NodeBase): node is GenDecl {
  return node.kind === 'GenDecl' && (node as GenDecl).tok === 'import';
}

function fromGoImport(node: GenDecl, report: (node: NodeBase, message: string) => void): Requirement[] {
  return node.specs.flatMap(spec => {
    if (spec.kind !== 'ImportSpec') return [];
    if (spec.name !== '.') return [{ module: spec.path, local: spec.name ?? packageName(spec.path) }];
    report(node, 'A dot import says no name: import the package by its own.');
    return [];
  });
}

/** The name that a package most likely has: `math/rand/v2` is `rand`, `gopkg.in/yaml.v3` is `yaml`. */
export function packageName(path: string): string {
  const segments = path.split('/');
  const last = segments.at(-1) ?? path;
  const name = /^v\d+$/.test(last) && segments.length > 1 ? segments.at(-2)! : last;
  return name.replace(/\.v\d+$/, '').replace(/^go-|[-.]go$/g, '').replaceAll('-', '_');
}
