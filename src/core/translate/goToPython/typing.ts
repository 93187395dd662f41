/**
 * The type of every Go expression, as far as the file gives it. What a library function gives is asked of the facts.
 * `rune` stays apart from `int32`: in Python a rune is a string of one character.
 */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type { Facts } from '../../facts/facts';
import type * as go from '../../syntax/go/ast';
import type { NodeBase } from '../../syntax/node';
import { type Program, type TypeInfo, embeddedName } from './program';
import type { Variable } from './symbols';
import { createLookup } from './typeLookup';
import { byte, elementOf, isRune, rune, substitute } from './goTypes';

export interface Typing {
  of(expression: go.Expression): Type;
  /** Says what the type of a node is that stands in no source. */
  assume(expression: go.Expression, type: Type): void;
  /** What a type expression means. */
  fromSyntax(type: go.Expression): Type;
  ofVariable(variable: Variable): Type;
  /** The type below a named one: a struct's own instance stays. */
  underlying(type: Type): Type;
  info(type: Type): TypeInfo | undefined;
  /** A field of a struct, looked for in embedded structs too. `path` are the embedded fields on the way. */
  field(type: Type, name: string): { type: Type; owner: TypeInfo; pyName: string; path: string[] } | undefined;
  /** A method of a named type, looked for in embedded types too. */
  method(
    type: Type,
    name: string,
  ): { node?: go.FuncDecl; type: t.FunctionType; owner: TypeInfo; path: string[] } | undefined;
  /** The signature of what a call calls; undefined where it is a conversion or not known. */
  signature(call: go.CallExpr): t.FunctionType | undefined;
  /** The types that a call of a generic function gives to its parameters. */
  typeArguments(call: go.CallExpr, declared: go.FuncDecl): ReadonlyMap<string, Type>;
  /** A call that converts a value to a type. */
  isConversion(call: go.CallExpr): boolean;
  isType(expression: go.Expression): boolean;
  functionType(type: go.FuncType): t.FunctionType;
  /** The import path of the package that a name means. */
  packageOf(expression: go.Expression): string | undefined;
}

const builtinFunctions = new Set(
  'append cap clear close complex copy delete imag len make max min new panic print println real recover'.split(' '),
);

/** What the tables of library/ say of a member of a package; undefined where they do not know it. */
export type LibraryTypes = (name: string, args: readonly Type[] | undefined) => Type | undefined;

export function createTyping(program: Program, facts: Facts, libraryType: LibraryTypes): Typing {
  const memo = new WeakMap<NodeBase, Type>();
  const variableTypes = new Map<Variable, Type>();
  const { bindings } = program;
  const lookup = createLookup(program, facts);
  const { fromSyntax, functionType, info, underlying, field, method, packageOf, isType } = lookup;

  function isShadowed(ident: go.Ident): boolean {
    return bindings.variable(ident) !== undefined;
  }

  function isConversion(call: go.CallExpr): boolean {
    return call.args.length === 1 && isType(call.fun);
  }

  function signature(call: go.CallExpr): t.FunctionType | undefined {
    if (isConversion(call)) return undefined;
    const callee = call.fun.kind === 'IndexExpr' ? call.fun.x : call.fun;
    if (callee.kind === 'Ident') {
      const declared = program.functions.get(callee.name);
      const variable = bindings.variable(callee);
      if (declared && (!variable || variable.kind === 'func')) return inferred(call, declared);
      if (!variable) return undefined;
    }
    if (callee.kind === 'SelectorExpr' && callee.sel.kind === 'Ident' && packageOf(callee.x) === undefined) {
      const found = method(of(callee.x), callee.sel.name);
      if (found) return found.type;
    }
    const type = underlying(of(callee));
    return type.kind === 'func' ? type : facts.signatureOf(callee);
  }

  /** A generic function with its type parameters replaced by what the arguments say. */
  function inferred(call: go.CallExpr, declared: go.FuncDecl): t.FunctionType {
    const type = functionType(declared.type);
    if (declared.type.typeParams.length === 0) return type;
    return substitute(type, typeArguments(call, declared)) as t.FunctionType;
  }

  function typeArguments(call: go.CallExpr, declared: go.FuncDecl): Map<string, Type> {
    const type = functionType(declared.type);
    const by = new Map<string, Type>();
    const names = declared.type.typeParams.flatMap(one =>
      one.kind === 'Field' ? one.names.flatMap(ident => (ident.kind === 'Ident' ? [ident.name] : [])) : [],
    );
    if (call.fun.kind === 'IndexExpr')
      call.fun.indices.forEach((index, i) => by.set(names[i] ?? '', fromSyntax(index)));
    call.args.forEach((arg, i) => {
      const param = type.params[Math.min(i, type.params.length - 1)];
      if (!param) return;
      const given = param.variadic && call.ellipsis ? elementOf(of(arg)) : of(arg);
      infer(param.type, given, by);
    });
    return by;
  }

  function infer(param: Type, arg: Type, by: Map<string, Type>): void {
    if (param.kind === 'typevar') {
      if (!by.has(param.name) && arg.kind !== 'unknown') by.set(param.name, arg);
      return;
    }
    const given = param.kind === arg.kind ? arg : underlying(arg);
    const hasElements = /^(list|chan|array|iterator)$/.test(param.kind);
    if (hasElements && 'elt' in param && 'elt' in given) infer(param.elt, given.elt, by);
    else if (param.kind === 'dict' && given.kind === 'dict') {
      infer(param.key, given.key, by);
      infer(param.value, given.value, by);
    } else if (param.kind === 'pointer' && given.kind === 'pointer') infer(param.to, given.to, by);
    else if (param.kind === 'instance' && given.kind === 'instance')
      param.args.forEach((one, i) => infer(one, given.args[i] ?? t.unknown, by));
    else if (param.kind === 'func' && given.kind === 'func') {
      param.params.forEach((one, i) => infer(one.type, given.params[i]?.type ?? t.unknown, by));
      infer(param.result, given.result, by);
    } else if (param.kind === 'tuple' && given.kind === 'tuple')
      param.elts.forEach((one, i) => infer(one, given.elts[i] ?? t.unknown, by));
  }

  function ofVariable(variable: Variable): Type {
    const known = variableTypes.get(variable);
    if (known) return known;
    variableTypes.set(variable, t.unknown);
    const type = findVariableType(variable);
    variableTypes.set(variable, type);
    return type;
  }

  function findVariableType(variable: Variable): Type {
    if (variable.type) {
      const type = fromSyntax(variable.type);
      return variable.variadic ? t.list(type) : type;
    }
    if (variable.kind === 'func') {
      const declared = program.functions.get(variable.name);
      return declared ? functionType(declared.type) : t.unknown;
    }
    if (variable.kind === 'const') {
      const member = program.members.get(variable.name);
      if (member) return t.instance(`.${member.type.name}`);
      const constant = program.constants.get(variable.name);
      if (constant?.spec.type) return fromSyntax(constant.spec.type);
      if (constant?.spec.value && constant.spec.value.kind !== 'Ident') return of(constant.spec.value);
      if (typeof constant?.value === 'bigint') return t.int;
    }
    const first = variable.definitions[0];
    if (!first?.value) return t.unknown;
    const value = of(first.value);
    const below = underlying(value.kind === 'pointer' ? value.to : value);
    switch (first.how) {
      case 'range-key':
        return below.kind === 'dict'
          ? below.key
          : below.kind === 'chan'
            ? below.elt
            : below.kind === 'int'
              ? value
              : rangeOver(below, 0);
      case 'range-value':
        return below.kind === 'str'
          ? rune
          : below.kind === 'dict'
            ? below.value
            : (rangeOver(below, 1) ?? elementOf(below));
      case 'type-switch':
        return value;
      default:
        if (first.index === undefined) return value.kind === 'unknown' ? facts.typeOf(first.ident) : value;
        if (value.kind === 'tuple') return value.elts[first.index] ?? t.unknown;
        // The comma-ok forms.
        if (first.index === 1) return t.bool;
        return value;
    }
  }

  /** What an iterator function (`iter.Seq2`) or a slice gives at a place. */
  function rangeOver(type: Type, at: number): Type {
    if (type.kind === 'func') {
      const yields = type.params[0]?.type;
      return yields?.kind === 'func' ? (yields.params[at]?.type ?? t.unknown) : t.unknown;
    }
    if (type.kind === 'iterator') return type.elt.kind === 'tuple' ? (type.elt.elts[at] ?? t.unknown) : type.elt;
    return at === 0 ? t.int : elementOf(type);
  }

  function of(expression: go.Expression): Type {
    const known = memo.get(expression);
    if (known) return known;
    let type = find(expression);
    if (type.kind === 'unknown') type = facts.typeOf(expression);
    memo.set(expression, type);
    return type;
  }

  function find(node: go.Expression): Type {
    switch (node.kind) {
      case 'IntLit':
        return t.int;
      case 'FloatLit':
        return t.float;
      case 'ImagLit':
        return { kind: 'complex' };
      case 'CharLit':
        return rune;
      case 'StringLit':
        return t.str;
      case 'CompositeLit':
        return node.type ? fromSyntax(node.type) : elidedType(node);
      case 'FuncLit':
        return functionType(node.type);
      case 'Ident':
        return ofIdent(node);
      case 'UnaryExpr':
        return ofUnary(node);
      case 'StarExpr': {
        const inner = of(node.x);
        return inner.kind === 'pointer' ? inner.to : t.unknown;
      }
      case 'BinaryExpr':
        return ofBinary(node);
      case 'SelectorExpr':
        return ofSelector(node);
      case 'IndexExpr':
        return ofIndex(node);
      case 'SliceExpr': {
        const base = of(node.x);
        const below = underlying(base.kind === 'pointer' ? base.to : base);
        return below.kind === 'array' ? t.list(below.elt) : base.kind === 'pointer' ? base.to : base;
      }
      case 'TypeAssertExpr':
        return node.type ? fromSyntax(node.type) : of(node.x);
      case 'CallExpr':
        return ofCall(node);
      default:
        return t.unknown;
    }
  }

  /** `{1, 2}` inside another literal has the element's type. */
  function elidedType(node: go.CompositeLit): Type {
    let parent = bindings.parent(node);
    let isKey = false;
    if (parent?.kind === 'KeyValueExpr') {
      isKey = parent['key'] === node;
      parent = bindings.parent(parent);
    }
    if (parent?.kind !== 'CompositeLit') return t.unknown;
    const outer = underlying(of(parent as unknown as go.Expression));
    if (outer.kind === 'dict') return isKey ? outer.key : outer.value;
    return elementOf(outer);
  }

  function ofIdent(node: go.Ident): Type {
    const variable = bindings.variable(node);
    if (variable) return ofVariable(variable);
    if (node.name === 'true' || node.name === 'false') return t.bool;
    if (node.name === 'nil') return t.none;
    if (node.name === 'iota') return t.int;
    return t.unknown;
  }

  function ofUnary(node: go.UnaryExpr): Type {
    const x = of(node.x);
    switch (node.op) {
      case '&':
        return t.pointer(x);
      case '!':
        return t.bool;
      case '<-': {
        const below = underlying(x);
        return below.kind === 'chan' ? below.elt : t.unknown;
      }
      default:
        return x;
    }
  }

  function ofBinary(node: go.BinaryExpr): Type {
    if (/^(==|!=|<|<=|>|>=|&&|\|\|)$/.test(node.op)) return t.bool;
    const [x, y] = [of(node.x), of(node.y)];
    if (node.op === '<<' || node.op === '>>') return x;
    if (x.kind === 'unknown') return y;
    // An untyped constant takes the type of the other operand.
    if (isUntyped(node.x) && !isUntyped(node.y)) return y;
    if (isUntyped(node.x) && isUntyped(node.y)) {
      if (x.kind === 'float' || y.kind === 'float') return t.float;
      return isRune(x) ? x : isRune(y) ? y : x;
    }
    return x;
  }

  function isUntyped(node: go.Expression): boolean {
    switch (node.kind) {
      case 'IntLit':
      case 'FloatLit':
      case 'CharLit':
        return true;
      case 'UnaryExpr':
        return isUntyped(node.x);
      case 'BinaryExpr':
        return isUntyped(node.x) && isUntyped(node.y);
      case 'Ident': {
        const variable = bindings.variable(node);
        if (variable?.kind !== 'const' || variable.type || program.members.has(node.name)) return false;
        const value = program.constants.get(node.name)?.spec.value ?? variable.definitions[0]?.value;
        return value !== undefined && value !== node && (value.kind === 'Ident' || isUntyped(value));
      }
      default:
        return false;
    }
  }

  function ofSelector(node: go.SelectorExpr): Type {
    if (node.sel.kind !== 'Ident') return t.unknown;
    const path = packageOf(node.x);
    if (path !== undefined) return libraryType(`${path}.${node.sel.name}`, undefined) ?? t.unknown;
    const base = of(node.x);
    const found = field(base, node.sel.name)?.type ?? method(base, node.sel.name)?.type;
    if (found) return found;
    const held = base.kind === 'pointer' ? base.to : base;
    return held.kind === 'instance' && !held.name.startsWith('.')
      ? (libraryType(`${held.name}.${node.sel.name}`, undefined) ?? t.unknown)
      : t.unknown;
  }

  function ofIndex(node: go.IndexExpr): Type {
    if (isType(node.x)) return t.unknown;
    const base = of(node.x);
    const below = underlying(base.kind === 'pointer' ? base.to : base);
    if (below.kind === 'str' || below.kind === 'bytes') return byte;
    if (below.kind === 'dict') return below.value;
    if (below.kind === 'func') return below;
    return elementOf(below);
  }

  function ofCall(node: go.CallExpr): Type {
    if (isConversion(node)) return fromSyntax(node.fun);
    if (node.fun.kind === 'Ident' && builtinFunctions.has(node.fun.name) && !isShadowed(node.fun)) {
      return ofBuiltin(node, node.fun.name);
    }
    return ofLibrary(node) ?? signature(node)?.result ?? t.unknown;
  }

  /** What a function of a package, or a method of one of its types, gives. */
  function ofLibrary(node: go.CallExpr): Type | undefined {
    const fun = node.fun.kind === 'IndexExpr' ? node.fun.x : node.fun;
    if (fun.kind !== 'SelectorExpr' || fun.sel.kind !== 'Ident') return undefined;
    const path = packageOf(fun.x);
    const args = node.args.map(of);
    if (path !== undefined) return libraryType(`${path}.${fun.sel.name}`, args);
    const base = of(fun.x);
    const receiver = base.kind === 'pointer' ? base.to : base;
    return receiver.kind === 'instance' && !receiver.name.startsWith('.')
      ? libraryType(`${receiver.name}.${fun.sel.name}`, args)
      : undefined;
  }

  function ofBuiltin(node: go.CallExpr, name: string): Type {
    const [first] = node.args;
    switch (name) {
      case 'len':
      case 'cap':
      case 'copy':
        return t.int;
      case 'append':
        return first ? of(first) : t.unknown;
      case 'make':
        return first ? fromSyntax(first) : t.unknown;
      case 'new':
        return first ? t.pointer(fromSyntax(first)) : t.unknown;
      case 'min':
      case 'max':
        return node.args.map(of).find((_, i) => !isUntyped(node.args[i]!)) ?? (first ? of(first) : t.unknown);
      case 'recover':
        return t.any;
      case 'real':
      case 'imag':
        return t.float;
      case 'complex':
        return { kind: 'complex' };
      default:
        return t.none;
    }
  }

  return {
    of,
    assume: (node, type) => void memo.set(node, type),
    fromSyntax,
    ofVariable,
    underlying,
    info,
    field,
    method,
    signature,
    typeArguments,
    isConversion,
    isType,
    functionType,
    packageOf,
  };
}

/** The name of an embedded or named type expression. */
export const typeName = embeddedName;
