/** Types that stand inside of functions, and structs without a name. */
import type * as go from '../../syntax/go/ast';
import { equal, type NodeBase, walk } from '../../syntax/node';
import { type Program, describe } from './program';

/** Types that a function declares stand at module level in Python, as far as their names are free. */
export function readLocalTypes(program: Program, root: go.FuncDecl): void {
  walk(root, node => {
    if (node.kind !== 'TypeSpec') return;
    const spec = node as unknown as go.TypeSpec;
    if (spec.name.kind !== 'Ident' || program.types.has(spec.name.name)) return;
    program.types.set(spec.name.name, describe(spec, spec.name.name));
  });
}

/** A struct type without a name gets one from the variable that holds it: the rows of `tests` are of a class `Test`. */
export function nameAnonymous(program: Program, root: go.TopLevel): void {
  const wanted = (node: NodeBase): string => {
    for (let at = program.bindings.parent(node); at; at = program.bindings.parent(at)) {
      const ident = (at.kind === 'AssignStmt' ? at['lhs'] : at.kind === 'ValueSpec' ? at['names'] : undefined) as
        go.Expression[] | undefined;
      if (ident?.[0]?.kind === 'Ident') return singular(ident[0].name);
      if (at.kind === 'Field' && (at['names'] as go.Ident[])[0]?.name)
        return singular((at['names'] as go.Ident[])[0]!.name);
    }
    return 'Record';
  };
  walk(root, (node, parent) => {
    if (parent?.kind === 'TypeSpec') return;
    const type = node as unknown as go.StructType | go.InterfaceType;
    const own =
      type.kind === 'StructType' && type.fields.length > 0
        ? wanted(node)
        : type.kind === 'InterfaceType'
          ? capability(type)
          : undefined;
    if (own === undefined) return;
    let name = own;
    const known = program.types.get(own)?.spec.type;
    // The same interface, written once more.
    if (type.kind === 'InterfaceType' && known && equal(known, type)) return void program.anonymous.set(node, own);
    for (let i = 2; program.types.has(name); i++) name = `${own}${i}`;
    const ident: go.Ident = { kind: 'Ident', name, start: -1, end: -1 };
    const spec: go.TypeSpec = {
      kind: 'TypeSpec',
      name: ident,
      typeParams: [],
      alias: false,
      type,
      start: node.start,
      end: node.end,
    };
    program.types.set(name, describe(spec, name));
    program.anonymous.set(node, name);
  });
}

/** `interface{ Area() float64 }` is what has an area. */
function capability(type: go.InterfaceType): string | undefined {
  const methods = type.methods.map(one =>
    one.kind === 'Field' && one.type.kind === 'FuncType' && one.names[0]?.kind === 'Ident'
      ? one.names[0].name
      : undefined,
  );
  const [first] = methods;
  return first === undefined || methods.includes(undefined)
    ? undefined
    : `Has${first.charAt(0).toUpperCase()}${first.slice(1)}`;
}

function singular(name: string): string {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  if (/(ss|us|is)$/.test(type) || type.length < 4) return type.length < 4 ? `${type}Item` : type;
  return type
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|x|ss)es$/, '$1')
    .replace(/s$/, '');
}
