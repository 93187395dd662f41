/** Fields and methods: of a type, of what it embeds, and of what it points to. */
import type { LibraryClass } from '../../library/library';
import type * as go from '../../syntax/go/ast';
import { mapFunction } from '../functions';
import { sameType, substitute, type Substitution } from '../lattice';
import { str, unknown, type FunctionType, type Type } from '../types';
import type { GoContext, Resolved } from './context';
import { bindParams, typeParamNames } from './typeExpressions';

/** Embedding deeper than this is a circle. */
const maxEmbedding = 8;

/** What a type is made of: a named type's own definition, any other type itself. */
export function underlyingOf(cx: GoContext, type: Type, depth = 0): Type {
  if (type.kind !== 'instance' || depth > maxEmbedding) return type;
  const declared = typeSpec(cx, type.name);
  if (declared) {
    const by = bindParams(typeParamNames(declared.typeParams), type.args);
    const made = cx.memo.answer(
      cx.memories.underlying,
      declared,
      unknown as Type,
      () => {
        const inner = cx.typeNamedBy(declared.type);
        // A struct stays known by the name of its type, by which its fields are found.
        return declared.type.kind === 'StructType' || declared.type.kind === 'InterfaceType'
          ? inner
          : underlyingOf(cx, inner);
      },
      sameType,
    );
    return substitute(made, by);
  }
  const known = cx.library.class(type.name);
  if (!known?.underlying) return type;
  return underlyingOf(cx, substitute(known.underlying, bindParams(known.typeParams, type.args)), depth + 1);
}

/** The declaration of a type of this package, by qualified name. */
export function typeSpec(cx: GoContext, name: string): go.TypeSpec | undefined {
  if (!name.startsWith('.')) return undefined;
  const binding = cx.module.declared(name.slice(1))?.binding ?? localType(cx, name.slice(1));
  return binding?.kind === 'type' ? binding.node : undefined;
}

/** A type that a function declares for itself. */
function localType(cx: GoContext, name: string): { kind: 'type'; node: go.TypeSpec } | undefined {
  for (const unit of cx.module.units) {
    for (const scope of unit.scopes.values()) {
      const binding = scope.symbols.get(name)?.binding;
      if (binding?.kind === 'type') return binding;
    }
  }
  return undefined;
}

/** The type without its pointer. */
export const deref = (type: Type): Type => (type.kind === 'pointer' ? type.to : type);

/** A field or method of a value, embedded ones included; undefined where there is none. */
export function memberOf(cx: GoContext, type: Type, name: string): Resolved | undefined {
  let level = [deref(type)];
  const seen = new Set<string>();
  for (let depth = 0; depth < maxEmbedding && level.length > 0; depth++) {
    const next: Type[] = [];
    for (const one of level) {
      const found = directMember(cx, one, name);
      if (found) return found;
      const key = one.kind === 'instance' ? one.name : '';
      if (key === '' || seen.has(key)) continue;
      seen.add(key);
      next.push(...embeddedIn(cx, one));
    }
    level = next;
  }
  return undefined;
}

function directMember(cx: GoContext, type: Type, name: string): Resolved | undefined {
  if (type.kind === 'error') {
    const result: FunctionType = { kind: 'func', params: [], result: str };
    return name === 'Error' ? { qualified: 'builtin.error.Error', type: () => result } : undefined;
  }
  if (type.kind === 'typevar') return undefined;
  if (type.kind !== 'instance') return undefined;
  const anonymous = cx.anonymous.node(type.name);
  if (anonymous) return fieldOrMethod(cx, anonymous, name, type.name, new Map());
  const declared = typeSpec(cx, type.name);
  if (declared) return declaredMember(cx, declared, type, name);
  const known = cx.library.class(type.name);
  if (known) return libraryMember(known, type, name);
  // A type of a package without a table: its methods are still known by name.
  return type.name.startsWith('.') || type.name.startsWith('struct')
    ? undefined
    : { qualified: `${type.name}.${name}`, type: () => unknown };
}

function declaredMember(
  cx: GoContext,
  declared: go.TypeSpec,
  type: Type & { kind: 'instance' },
  name: string,
): Resolved | undefined {
  const qualified = `${type.name}.${name}`;
  const method = cx.module
    .methodsOf(type.name.slice(1))
    .find(one => one.name.kind === 'Ident' && one.name.name === name);
  if (method) {
    const by = bindParams(receiverParams(method), type.args);
    return { qualified, func: method, type: () => substitute(cx.functionType(method.type), by) };
  }
  const by = bindParams(typeParamNames(declared.typeParams), type.args);
  const made = declared.type;
  if (made.kind === 'StructType' || made.kind === 'InterfaceType') return fieldOrMethod(cx, made, name, type.name, by);
  // `type A B` has the fields of B, not its methods.
  const base = cx.typeNamedBy(made);
  if (base.kind !== 'instance') return undefined;
  const found = memberOf(cx, substitute(base, by), name);
  return found && { ...found, qualified };
}

/** The names that a method gives to the type parameters of its receiver. */
export function receiverParams(method: go.FuncDecl): string[] {
  let type = method.recv?.type;
  if (type?.kind === 'StarExpr') type = type.x;
  if (type?.kind !== 'IndexExpr') return [];
  return type.indices.map(index => (index.kind === 'Ident' ? index.name : '_'));
}

function fieldOrMethod(
  cx: GoContext,
  node: go.StructType | go.InterfaceType,
  name: string,
  owner: string,
  by: Substitution,
): Resolved | undefined {
  const fields = node.kind === 'StructType' ? node.fields : node.methods;
  for (const field of fields) {
    if (field.kind !== 'Field') continue;
    const hit = field.names.some(one => one.kind === 'Ident' && one.name === name);
    const embedded = field.names.length === 0 && embeddedName(field.type) === name && node.kind === 'StructType';
    if (hit || embedded)
      return { qualified: `${owner}.${name}`, type: () => substitute(cx.typeNamedBy(field.type), by) };
  }
  return undefined;
}

/** The name of an embedded field is that of its type. */
export function embeddedName(type: go.Expression): string {
  switch (type.kind) {
    case 'Ident':
      return type.name;
    case 'SelectorExpr':
      return type.sel.kind === 'Ident' ? type.sel.name : '';
    case 'StarExpr':
      return embeddedName(type.x);
    case 'IndexExpr':
      return embeddedName(type.x);
    default:
      return '';
  }
}

function libraryMember(known: LibraryClass, type: Type & { kind: 'instance' }, name: string): Resolved | undefined {
  const member = known.members.get(name);
  const qualified = `${known.name}.${name}`;
  const by = bindParams(known.typeParams, type.args);
  if (member?.kind === 'value') return { qualified, type: () => substitute(member.type, by) };
  if (member?.kind !== 'function') return undefined;
  const [first] = member.overloads;
  const library = by.size === 0 ? first! : { ...first!, type: mapFunction(first!.type, part => substitute(part, by)) };
  return { qualified, library, type: () => library.type };
}

/** The types that a struct or an interface embeds. */
export function embeddedIn(cx: GoContext, type: Type): Type[] {
  if (type.kind !== 'instance') return [];
  const declared = typeSpec(cx, type.name);
  const made = cx.anonymous.node(type.name) ?? declared?.type;
  if (made?.kind === 'StructType' || made?.kind === 'InterfaceType') {
    const by = declared ? bindParams(typeParamNames(declared.typeParams), type.args) : new Map<string, Type>();
    const fields = made.kind === 'StructType' ? made.fields : made.methods;
    return fields.flatMap(field => {
      if (field.kind !== 'Field' || field.names.length > 0) return [];
      const embedded = substitute(deref(cx.typeNamedBy(field.type)), by);
      return embedded.kind === 'instance' || embedded.kind === 'error' ? [embedded] : [];
    });
  }
  return cx.library.class(type.name)?.bases ?? [];
}

/** A member of a package: `http.HandleFunc`. */
export function memberOfPackage(cx: GoContext, path: string, name: string): Resolved {
  const qualified = `${path}.${name}`;
  const member = cx.library.module(path)?.members.get(name);
  switch (member?.kind) {
    case 'class':
      return { qualified, isType: true, type: () => ({ kind: 'class', name: qualified }) };
    case 'value':
      return { qualified, type: () => member.type };
    case 'function': {
      const [library] = member.overloads;
      return { qualified, library: library!, type: () => library!.type };
    }
    default:
      return { qualified, type: () => unknown };
  }
}
