/** Variables that decorated functions keep, and how the functions that change them say so. */
import { walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as n from './nodes';
import { docOf } from './plans';

/** By name: of the module, or of the function around. */
export type States = ReadonlyMap<string, 'Global' | 'Nonlocal'>;

/** A function that says which of the kept variables it changes. */
export function withStates<T extends py.Statement>(node: T, states: States): T {
  if (node.kind !== 'FunctionDef') return node;
  const changed = { Global: new Set<string>(), Nonlocal: new Set<string>() };
  const said = new Set<string>();
  const add = (target: py.Expression): void => {
    const form = target.kind === 'Name' ? states.get(target.id) : undefined;
    if (form && target.kind === 'Name') changed[form].add(target.id);
  };
  for (const statement of node.body) {
    walk(statement, any => {
      const one = any as unknown as py.Node;
      if (one.kind === 'FunctionDef' || one.kind === 'ClassDef') return false;
      if (one.kind === 'Assign') one.targets.forEach(add);
      else if (one.kind === 'AugAssign') add(one.target);
      else if (one.kind === 'Global' || one.kind === 'Nonlocal') one.names.forEach(name => said.add(n.idOf(name)));
      return undefined;
    });
  }
  const lines = (['Global', 'Nonlocal'] as const).flatMap((kind): py.Statement[] => {
    const names = [...changed[kind]].filter(name => !said.has(name)).map(n.name);
    return names.length > 0 ? [{ kind, start: -1, end: -1, names }] : [];
  });
  if (lines.length === 0) return node;
  const at = docOf(node) === undefined ? 0 : 1;
  return { ...node, body: [...node.body.slice(0, at), ...lines, ...node.body.slice(at)] };
}
