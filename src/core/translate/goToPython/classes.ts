/** How structs become classes: which embedded structs are base classes, and which functions are constructors. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { type NodeBase, walk } from '../../syntax/node';
import type { Generics } from './generics';
import type { Program, TypeInfo } from './program';
import type { Typing } from './typing';

export interface Classes {
  /** An embedded struct is a base class of the struct that embeds it. */
  inherits(type: string, field: string): boolean;
  /** The function whose body becomes `__init__`. */
  constructorOf(type: string): ConstructorInfo | undefined;
  /** The struct that a function constructs, where its body became an `__init__`. */
  constructedBy(name: string): TypeInfo | undefined;
  /** Values of the struct are keys of maps. */
  isKey(type: string): boolean;
  /** Pointers to the struct are keys of maps. */
  isPointerKey(type: string): boolean;
  /** Values of the struct are compared with `==`. */
  isCompared(type: string): boolean;
}

export interface ConstructorInfo {
  node: go.FuncDecl;
  literal: go.CompositeLit;
  /** Statements before the `return`. */
  before: go.Statement[];
}

export function findClasses(program: Program, typing: Typing, generics: Generics): Classes {
  const inherited = new Set<string>();
  const constructors = new Map<string, ConstructorInfo>();
  const keys = new Set<string>();
  const pointerKeys = new Set<string>();
  const literals = new Map<string, go.CompositeLit[]>();
  /** Values that are compared, or that come to be without a constructor. */
  const compared = new Set<string>();
  const equated = new Set<string>();
  /** Structs that values are asked for: Go does not find the outer struct by the one that it embeds. */
  const asked = new Set<string>();

  for (const root of program.roots) {
    walk(root, node => {
      if (node.kind === 'CompositeLit') {
        const info = typing.info(typing.of(node as unknown as go.CompositeLit));
        if (info) literals.set(info.name, [...(literals.get(info.name) ?? []), node as unknown as go.CompositeLit]);
      } else if (node.kind === 'MapType') {
        addKey(typing.fromSyntax(node['key'] as go.Expression));
      } else if (node.kind === 'BinaryExpr' && (node['op'] === '==' || node['op'] === '!=')) {
        const type = typing.of(node['x'] as go.Expression);
        const info = type.kind === 'instance' ? typing.info(type) : undefined;
        if (info) {
          compared.add(info.name);
          equated.add(info.name);
        }
      } else if (node.kind === 'ValueSpec' && (node['values'] as unknown[]).length === 0 && node['type']) {
        const info = typing.info(typing.fromSyntax(node['type'] as go.Expression));
        // `var s Stack` makes one without its constructor.
        if (info && (node['type'] as go.Expression).kind === 'Ident') compared.add(info.name);
      } else if (node.kind === 'CallExpr' && isBuiltin(node as unknown as go.CallExpr, 'new')) {
        const info = typing.info(typing.fromSyntax((node['args'] as go.Expression[])[0]!));
        if (info) compared.add(info.name);
      }
      for (const type of askedTypes(node, typing)) {
        const info = typing.info(type);
        if (info) asked.add(info.name);
      }
    });
  }

  // What a generic function or type keeps as keys.
  for (const type of generics.comparable) addKey(type);

  /** A key, with all that stands in it. */
  function addKey(type: Type): void {
    const below = typing.underlying(type);
    if (below.kind === 'array') return addKey(below.elt);
    const pointed = below.kind === 'pointer' ? typing.info(below.to) : undefined;
    if (pointed) return void pointerKeys.add(pointed.name);
    if (below.kind === 'any' || typing.info(below)?.form === 'interface') {
      for (const info of program.types.values())
        if (info.form === 'struct' && !keys.has(info.name) && isComparable(info)) addKey(t.instance(`.${info.name}`));
      return;
    }
    const info = below.kind === 'instance' ? typing.info(below) : undefined;
    if (info?.form !== 'struct' || keys.has(info.name)) return;
    keys.add(info.name);
    for (const field of info.fields) {
      const of = typing.fromSyntax(field.type);
      if (of.kind !== 'any' && typing.info(of)?.form !== 'interface') addKey(of);
    }
  }

  /** Whether Go lets values of the struct be compared. */
  function isComparable(info: TypeInfo, seen: ReadonlySet<string> = new Set()): boolean {
    return (
      !seen.has(info.name) &&
      info.fields.every(field => {
        const of = typing.underlying(typing.fromSyntax(field.type));
        const inner = of.kind === 'instance' ? typing.info(of) : undefined;
        if (of.kind === 'instance' && of.name.startsWith('sync.')) return false;
        return inner?.form === 'struct'
          ? isComparable(inner, new Set([...seen, info.name]))
          : !/^(list|dict|func|bytes|unknown)$/.test(of.kind);
      })
    );
  }

  for (const type of program.types.values()) {
    if (type.form !== 'struct') continue;
    for (const field of type.fields.filter(one => one.embedded)) {
      const base = typing.info(typing.fromSyntax(field.type));
      if (base?.form === 'struct' && mayInherit(type, base, field.name)) inherited.add(`${type.name}.${field.name}`);
    }
  }

  for (const node of program.functions.values()) {
    const found = asConstructor(node);
    if (!found) continue;
    const { type, info } = found;
    const others = (literals.get(type.name) ?? []).filter(one => one !== info.literal);
    // Values that are made in other places, compared or printed by their fields are dataclasses.
    if (others.length > 0 || compared.has(type.name) || keys.has(type.name) || constructors.has(type.name)) continue;
    if (usesAsField(type.name) || type.fields.some(field => inherited.has(`${type.name}.${field.name}`))) continue;
    constructors.set(type.name, info);
  }

  /** Inheritance calls the methods of the outer struct where Go calls those of the inner one. */
  function mayInherit(outer: TypeInfo, base: TypeInfo, field: string): boolean {
    if (asked.has(base.name)) return false;
    const overridden = [...outer.methods.keys()].filter(name => base.methods.has(name));
    for (const method of base.methods.values()) {
      const receiver = method.recv?.names[0];
      const variable = receiver && program.bindings.variable(receiver);
      for (const use of variable?.uses ?? []) {
        const parent = program.bindings.parent(use);
        if (parent?.kind === 'SelectorExpr' && overridden.includes((parent['sel'] as go.Ident).name)) return false;
      }
    }
    if (outer.fields.some(one => base.fields.some(other => other.name === one.name))) return false;
    const made = (literals.get(outer.name) ?? []).every(literal => {
      const index = outer.fields.findIndex(one => one.name === field);
      const given = literal.elts.find((elt, i) =>
        elt.kind === 'KeyValueExpr' ? elt.key.kind === 'Ident' && elt.key.name === field : i === index,
      );
      const value = given?.kind === 'KeyValueExpr' ? given.value : given;
      const plain = value?.kind === 'UnaryExpr' ? value.x : value;
      return !plain || plain.kind === 'CompositeLit';
    });
    return made && !takesPart(outer.name, field);
  }

  /** `dog.Animal` is used as a value of its own: it needs a field. */
  function takesPart(outer: string, field: string): boolean {
    let found = false;
    for (const root of program.roots) {
      walk(root, (node, parent) => {
        if (node.kind !== 'SelectorExpr' || (node['sel'] as go.Ident).name !== field) return;
        const info = typing.info(typing.of(node['x'] as go.Expression));
        if (info?.name === outer && parent?.kind !== 'SelectorExpr') found = true;
      });
    }
    return found;
  }

  function usesAsField(name: string): boolean {
    return [...program.types.values()].some(type =>
      type.fields.some(field => {
        const of = typing.fromSyntax(field.type);
        return of.kind === 'instance' && of.name === `.${name}`;
      }),
    );
  }

  function asConstructor(node: go.FuncDecl): { type: TypeInfo; info: ConstructorInfo } | undefined {
    const { results, typeParams } = node.type;
    const [result] = results;
    if (node.name.kind !== 'Ident' || results.length !== 1 || result?.kind !== 'Field' || result.names.length > 0)
      return undefined;
    const made = typing.fromSyntax(result.type);
    const type = typing.info(made);
    if (type?.form !== 'struct' || type.isError || node.name.name.toLowerCase() !== `new${type.name.toLowerCase()}`)
      return undefined;
    if (typeParams.length !== type.typeParams.length) return undefined;
    const list = node.body?.list ?? [];
    const last = list.at(-1);
    const value = last?.kind === 'ReturnStmt' ? last.results[0] : undefined;
    const literal = value?.kind === 'UnaryExpr' && value.op === '&' ? value.x : value;
    if (literal?.kind !== 'CompositeLit' || typing.info(typing.of(literal)) !== type) return undefined;
    const before = list.slice(0, -1);
    // An early `return` would have to leave `__init__` with another object.
    if (before.some(statement => JSON.stringify(statement).includes('"ReturnStmt"'))) return undefined;
    return { type, info: { node, literal, before } };
  }

  const byFunction = new Map(
    [...constructors].map(([type, info]) => [(info.node.name as go.Ident).name, program.types.get(type)]),
  );
  return {
    inherits: (type, field) => inherited.has(`${type}.${field}`),
    constructorOf: type => constructors.get(type),
    constructedBy: name => byFunction.get(name),
    isKey: type => keys.has(type),
    isPointerKey: type => pointerKeys.has(type),
    isCompared: type => equated.has(type),
  };

  function isBuiltin(call: go.CallExpr, name: string): boolean {
    return call.fun.kind === 'Ident' && call.fun.name === name && !program.bindings.variable(call.fun);
  }
}

/** The types that a type switch, an assertion or `errors.As` asks for. */
function askedTypes(node: NodeBase, typing: Typing): Type[] {
  switch (node.kind) {
    case 'TypeAssertExpr': {
      const { type } = node as go.TypeAssertExpr;
      return type ? [typing.fromSyntax(type)] : [];
    }
    case 'TypeSwitchStmt':
      return (node as go.TypeSwitchStmt).cases.flatMap(one =>
        one.kind === 'CaseClause' ? one.list.map(typing.fromSyntax) : [],
      );
    case 'CallExpr': {
      const { fun, args } = node as go.CallExpr;
      const callee = fun.kind === 'IndexExpr' ? fun.x : fun;
      if (callee.kind !== 'SelectorExpr' || callee.sel.kind !== 'Ident' || typing.packageOf(callee.x) !== 'errors')
        return [];
      const [, target] = args;
      if (fun.kind === 'IndexExpr') return fun.indices.map(typing.fromSyntax);
      const type = target && typing.of(target);
      return callee.sel.name === 'As' && type?.kind === 'pointer' ? [type.to] : [];
    }
    default:
      return [];
  }
}
