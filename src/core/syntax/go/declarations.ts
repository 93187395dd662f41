/** Declarations: package, import, const, var, type, functions and methods. */
import type { CstNode } from '../cst';
import type { Bad, Declaration, Field, FuncDecl, GenDecl, ImportSpec, Meta, TypeSpec, ValueSpec } from './ast';
import {
  bad,
  field,
  hasToken,
  isBroken,
  lowerName,
  namedFields,
  need,
  onlyPart,
  textOf,
  Unlowerable,
  withBlank,
  type Lowering,
} from './context';
import { lowerExpression, lowerList } from './expressions';
import { decodeString } from './literals';
import { lowerBlock } from './statements';
import { funcType, parameters, typeParameters } from './fields';

type Spec = ImportSpec | ValueSpec | TypeSpec;
type LowerDeclaration = (c: Lowering, n: CstNode) => Declaration;

/** Lowers one top-level declaration. What does not parse comes back as Bad. */
export function lowerDeclaration(c: Lowering, n: CstNode): Declaration {
  const lower = lowerings.get(n.type);
  if (!n.hasError) return lower ? lower(c, n) : bad(c, n);
  // A function keeps its body whatever its signature looks like.
  if (!lower || (isBroken(n) && !field(n, 'body'))) return bad(c, n);
  try {
    return lower(c, n);
  } catch (error) {
    if (error instanceof Unlowerable) return bad(c, n);
    throw error;
  }
}

/** Whether `lowerDeclaration` knows this kind of node. */
export function isDeclaration(n: CstNode): boolean {
  return lowerings.has(n.type);
}

/** A `const`, `var`, `type` or `import` declaration. A spec with an error stands as Bad among the others. */
export function lowerGenDecl(c: Lowering, n: CstNode): GenDecl {
  const tok = n.type.slice(0, n.type.indexOf('_')) as GenDecl['tok'];
  const list = n.children.find(child => child.type === 'import_spec_list' || child.type === 'var_spec_list');
  const group = list ?? n;
  const specs: GenDecl['specs'] = [];
  for (const child of group.children) {
    if (child.type === 'ERROR') specs.push(withBlank(c, bad(c, child)));
    else if (child.named && child.type !== 'comment') specs.push(withBlank(c, lowerSpec(c, child)));
  }
  return { kind: 'GenDecl', tok, specs, grouped: hasToken(group, '('), start: n.start - c.base, end: n.end - c.base };
}

function lowerSpec(c: Lowering, n: CstNode): Spec | Meta | Bad {
  if (isBroken(n)) return bad(c, n);
  switch (n.type) {
    case 'import_spec':
      return importSpec(c, n);
    case 'const_spec':
    case 'var_spec':
      return valueSpec(c, n);
    case 'type_spec':
    case 'type_alias':
      return typeSpec(c, n);
    default:
      return bad(c, n);
  }
}

function importSpec(c: Lowering, n: CstNode): ImportSpec {
  const name = field(n, 'name');
  return {
    kind: 'ImportSpec',
    ...(name && { name: textOf(c, name) }),
    path: decodeString(textOf(c, need(n, 'path'))),
    start: n.start - c.base,
    end: n.end - c.base,
  };
}

function valueSpec(c: Lowering, n: CstNode): ValueSpec | Meta {
  const names = namedFields(n, 'name').map(name => lowerName(c, name));
  const type = field(n, 'type');
  const spec: ValueSpec = {
    kind: 'ValueSpec',
    names,
    ...(type && { type: lowerExpression(c, type) }),
    values: lowerList(c, field(n, 'value')),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  const [hole] = names;
  const filler = !spec.type || (spec.type.kind === 'Ident' && spec.type.name === 'any');
  const fold = hole?.kind === 'Meta' && hole.many && names.length === 1 && filler && spec.values.length === 0;
  return fold ? hole : spec;
}

function typeSpec(c: Lowering, n: CstNode): TypeSpec | Meta {
  const name = lowerName(c, need(n, 'name'));
  const spec: TypeSpec = {
    kind: 'TypeSpec',
    name,
    typeParams: typeParameters(c, field(n, 'type_parameters')),
    alias: n.type === 'type_alias',
    type: lowerExpression(c, need(n, 'type')),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  const filler = spec.type.kind === 'Ident' && spec.type.name === 'any' && !spec.alias;
  return name.kind === 'Meta' && name.many && filler ? name : spec;
}

function func(c: Lowering, n: CstNode): Declaration {
  const receiver = field(n, 'receiver');
  const body = field(n, 'body');
  const node: FuncDecl = {
    kind: 'FuncDecl',
    ...(receiver && { recv: receiverField(c, receiver) }),
    name: lowerName(c, need(n, 'name')),
    type: funcType(c, n),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  if (body) node.body = lowerBlock(c, body);
  return node;
}

function receiverField(c: Lowering, list: CstNode): Field {
  const [first, second] = parameters(c, list);
  if (first?.kind === 'Field' && !second) return first;
  // A hole for the whole receiver is a field of that type.
  if (first?.kind === 'Meta' && !second) {
    return { kind: 'Field', names: [], type: first, variadic: false, start: first.start, end: first.end };
  }
  throw new Unlowerable('A method has one receiver.');
}

const lowerings = new Map<string, LowerDeclaration>([
  [
    'package_clause',
    (c, n) => ({
      kind: 'PackageClause',
      name: lowerName(c, onlyPart(n)),
      start: n.start - c.base,
      end: n.end - c.base,
    }),
  ],
  ['function_declaration', func],
  ['method_declaration', func],
  ['import_declaration', lowerGenDecl],
  ['const_declaration', lowerGenDecl],
  ['var_declaration', lowerGenDecl],
  ['type_declaration', lowerGenDecl],
]);
