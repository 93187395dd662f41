/** Declared types in the form of the contract. */
import { describeClass } from '../../library/library';
import type * as go from '../../syntax/go/ast';
import type { DeclaredField, DeclaredMethod, TypeDeclaration } from '../facts';
import type { Type } from '../types';
import type { GoContext } from './context';
import { deref, embeddedName, typeSpec, underlyingOf } from './members';
import { typeParamNames } from './typeExpressions';

/** The type of that qualified name, a struct without a name included; undefined where nothing declares it. */
export function typeDeclaration(cx: GoContext, name: string): TypeDeclaration | undefined {
  const anonymous = cx.anonymous.node(name);
  if (anonymous) return describe(cx, name, anonymous, [], anonymous);
  if (name === 'struct{}') return { name, kind: 'struct', typeParams: [], bases: [], fields: [], methods: [] };
  const declared = typeSpec(cx, name);
  if (declared) {
    const found = describe(cx, name, declared.type, typeParamNames(declared.typeParams), declared);
    found.methods.push(...declaredMethods(cx, name));
    return found;
  }
  const known = cx.library.class(name);
  return known && describeClass(known);
}

function describe(
  cx: GoContext,
  name: string,
  made: go.Expression,
  typeParams: string[],
  node: go.Expression | go.TypeSpec,
): TypeDeclaration {
  const declaration: TypeDeclaration = {
    name,
    kind: made.kind === 'StructType' ? 'struct' : made.kind === 'InterfaceType' ? 'interface' : 'named',
    typeParams,
    bases: [],
    fields: [],
    methods: [],
    node,
  };
  if (made.kind === 'StructType') addFields(cx, declaration, made);
  else if (made.kind === 'InterfaceType') addMethods(cx, declaration, made);
  else declaration.underlying = underlyingOf(cx, cx.typeNamedBy(made));
  return declaration;
}

function addFields(cx: GoContext, declaration: TypeDeclaration, made: go.StructType): void {
  for (const field of made.fields) {
    if (field.kind !== 'Field') continue;
    const type = cx.typeNamedBy(field.type);
    if (field.names.length === 0) {
      declaration.bases.push(deref(type));
      declaration.fields.push({ name: embeddedName(field.type), type, node: field, embedded: true });
    }
    for (const name of field.names) {
      if (name.kind !== 'Ident') continue;
      const entry: DeclaredField = { name: name.name, type, node: field };
      declaration.fields.push(entry);
    }
  }
}

function addMethods(cx: GoContext, declaration: TypeDeclaration, made: go.InterfaceType): void {
  for (const field of made.methods) {
    if (field.kind !== 'Field') continue;
    const type: Type = cx.typeNamedBy(field.type);
    const [name] = field.names;
    if (name?.kind === 'Ident' && type.kind === 'func') {
      declaration.methods.push({ name: name.name, type, node: field, binding: 'instance', abstract: true });
    } else if (field.names.length === 0 && type.kind !== 'unknown') declaration.bases.push(type);
  }
}

function declaredMethods(cx: GoContext, name: string): DeclaredMethod[] {
  return cx.module.methodsOf(name.slice(1)).flatMap(node => {
    if (node.name.kind !== 'Ident') return [];
    const method: DeclaredMethod = {
      name: node.name.name,
      type: cx.functionType(node.type),
      node,
      binding: 'instance',
    };
    if (node.recv?.type.kind === 'StarExpr') method.pointer = true;
    return [method];
  });
}
