/** Which types the type parameters of a file stand for, as far as the file itself uses its generic functions and types. */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import { embeddedName, type Program } from './program';
import type { Typing } from './typing';
import { declaredFunction } from './usage';

export interface Generics {
  /** The types that a parameter has somewhere; `within` is the declaration that uses it. */
  typesOf(parameter: string, within: go.TopLevel | undefined): Type[];
  /** What stands for parameters that have to be comparable. */
  readonly comparable: readonly Type[];
}

/** A type parameter as `Owner.T`. */
type Key = string;

export function findGenerics(program: Program, typing: Typing): Generics {
  const given = new Map<Key, (Type | Key)[]>();

  const give = (key: Key, type: Type, within: go.TopLevel): void => {
    if (type.kind === 'unknown') return;
    const value = type.kind === 'typevar' ? keyOf(type.name, within) : type;
    if (value !== undefined && value !== key) given.set(key, [...(given.get(key) ?? []), value]);
  };

  /** What a name means in a declaration. */
  function keyOf(parameter: string, within: go.TopLevel): Key | undefined {
    if (within.kind !== 'FuncDecl') {
      const owner = [...program.types.values()].find(
        info => info.typeParams.includes(parameter) && holds(within, info.spec),
      );
      return owner && `${owner.name}.${parameter}`;
    }
    if (!within.recv) return within.name.kind === 'Ident' ? `${within.name.name}.${parameter}` : undefined;
    return `${embeddedName(within.recv.type)}.${parameter}`;
  }

  function visit(root: go.TopLevel): void {
    walk(root, node => {
      if (node.kind === 'IndexExpr') {
        const { x, indices } = node as unknown as go.IndexExpr;
        const info = x.kind === 'Ident' ? program.types.get(x.name) : undefined;
        info?.typeParams.forEach((own, i) => {
          const index = indices[i];
          if (index) give(`${info.name}.${own}`, typing.fromSyntax(index), root);
        });
      }
      if (node.kind !== 'CallExpr') return;
      const call = node as unknown as go.CallExpr;
      const declared = declaredFunction(program, typing, call);
      if (!declared || declared.recv || declared.name.kind !== 'Ident') return;
      for (const [own, type] of typing.typeArguments(call, declared)) give(`${declared.name.name}.${own}`, type, root);
    });
  }

  for (const root of program.roots) visit(root);

  function resolve(key: Key, seen = new Set<Key>()): Type[] {
    if (seen.has(key)) return [];
    seen.add(key);
    return (given.get(key) ?? []).flatMap(one => (typeof one === 'string' ? resolve(one, seen) : [one]));
  }

  const comparable = new Set<Key>();
  for (const root of program.roots) {
    walk(root, (node, parent) => {
      if (node.kind !== 'Field' || (node['type'] as go.Expression).kind !== 'Ident') return;
      if ((node['type'] as go.Ident).name !== 'comparable') return;
      const owner = root.kind === 'FuncDecl' ? root.name : parent?.kind === 'TypeSpec' ? parent['name'] : undefined;
      for (const own of node['names'] as go.Ident[])
        comparable.add(`${(owner as go.Ident | undefined)?.name}.${own.name}`);
    });
  }

  return {
    comparable: [...comparable].flatMap(key => resolve(key)),
    typesOf(parameter, within) {
      const own = within && keyOf(parameter, within);
      const keys = own ? [own] : [...given.keys()].filter(key => key.endsWith(`.${parameter}`));
      const types = new Map(keys.flatMap(key => resolve(key)).map(type => [JSON.stringify(type), type]));
      return [...types.values()];
    },
  };
}

function holds(root: go.TopLevel, spec: go.TypeSpec): boolean {
  let found = false;
  walk(root, node => void (node === (spec as unknown) && (found = true)));
  return found;
}
