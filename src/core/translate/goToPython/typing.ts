/**
 * The type of every Go expression, as far as the file gives it. What a library function gives is asked of the facts.
 * `rune` stays apart from `int32`: in Python a rune is a string of one character.
 */
import * as t from '../../facts/types';
import type { Facts } from '../../facts/facts';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type { NodeBase } from '../../syntax/node';
import { embeddedName, type Program, type TypeInfo } from './program';
import type { Variable } from './symbols';

export const rune: Type = { kind: 'int', go: 'rune' };
export const byte: Type = { kind: 'int', go: 'uint8' };

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
  /** A call that converts a value to a type. */
  isConversion(call: go.CallExpr): boolean;
  isType(expression: go.Expression): boolean;
  functionType(type: go.FuncType): t.FunctionType;
  /** The import path of the package that a name means. */
  packageOf(expression: go.Expression): string | undefined;
}

const integers = new Set(['int', 'int8', 'int16', 'int32', 'int64', 'uint', 'uint16', 'uint32', 'uint64', 'uintptr']);

export function basicType(name: string): Type | undefined {
  if (name === 'int') return t.int;
  if (name === 'byte' || name === 'uint8') return byte;
  if (name === 'rune') return rune;
  if (integers.has(name)) return { kind: 'int', go: name };
  switch (name) {
    case 'float64':
      return t.float;
    case 'float32':
      return { kind: 'float', go: 'float32' };
    case 'string':
      return t.str;
    case 'bool':
      return t.bool;
    case 'error':
      return t.error;
    case 'any':
      return t.any;
    case 'complex128':
    case 'complex64':
      return { kind: 'complex' };
    default:
      return undefined;
  }
}

const builtinFunctions = new Set(
  'append cap clear close complex copy delete imag len make max min new panic print println real recover'.split(' '),
);

/** What the tables of library/ say of a member of a package; undefined where they do not know it. */
export type LibraryTypes = (name: string, args: readonly Type[]) => Type | undefined;

export function createTyping(program: Program, facts: Facts, libraryType: LibraryTypes): Typing {
  const memo = new WeakMap<NodeBase, Type>();
  const variableTypes = new Map<Variable, Type>();
  const { bindings } = program;

  function isShadowed(ident: go.Ident): boolean {
    return bindings.variable(ident) !== undefined;
  }

  function fromSyntax(type: go.Expression): Type {
    switch (type.kind) {
      case 'Ident': {
        const variable = bindings.variable(type);
        if (variable?.kind === 'typeparam') return { kind: 'typevar', name: type.name };
        const info = program.types.get(type.name);
        if (info && (!variable || variable.kind === 'type')) {
          return info.form === 'alias' && info.methods.size === 0 && info.spec.type.kind !== 'SelectorExpr'
            ? fromSyntax(info.spec.type)
            : t.instance(`.${type.name}`);
        }
        return basicType(type.name) ?? t.unknown;
      }
      case 'SelectorExpr': {
        const path = packageOf(type.x);
        return path && type.sel.kind === 'Ident' ? t.instance(`${path}.${type.sel.name}`) : t.unknown;
      }
      case 'StarExpr':
        return t.pointer(fromSyntax(type.x));
      case 'ArrayType':
        if (type.len === undefined) return t.list(fromSyntax(type.elt));
        return { kind: 'array', elt: fromSyntax(type.elt), len: type.len === 'auto' ? 'auto' : lengthText(type.len) };
      case 'MapType':
        return t.dict(fromSyntax(type.key), fromSyntax(type.value));
      case 'ChanType':
        return { kind: 'chan', elt: fromSyntax(type.value), dir: type.dir };
      case 'FuncType':
        return functionType(type);
      case 'InterfaceType':
        return t.any;
      case 'StructType':
        // `struct{}`, which channels and sets use.
        return type.fields.length === 0 ? t.tuple() : t.instance(`.${program.anonymous.get(type) ?? 'Record'}`);
      case 'IndexExpr': {
        const base = fromSyntax(type.x);
        if (base.kind === 'instance' && /^iter\.Seq2?$/.test(base.name)) {
          const elts = type.indices.map(fromSyntax);
          return t.iterator(elts.length === 1 ? elts[0]! : t.tuple(...elts));
        }
        return base.kind === 'instance' ? { ...base, args: type.indices.map(fromSyntax) } : base;
      }
      default:
        return t.unknown;
    }
  }

  function lengthText(length: go.Expression): string {
    if (length.kind === 'IntLit') return length.value;
    return length.kind === 'Ident' ? length.name : 'auto';
  }

  function functionType(type: go.FuncType): t.FunctionType {
    const params = type.params.flatMap((field): t.FunctionParam[] => {
      if (field.kind !== 'Field') return [];
      const of = fromSyntax(field.type);
      const variadic = field.variadic ? ({ variadic: true } as const) : {};
      if (field.names.length === 0) return [{ type: of, ...variadic }];
      return field.names.map(ident => ({ ...(ident.kind === 'Ident' && { name: ident.name }), type: of, ...variadic }));
    });
    const results = type.results.flatMap(field =>
      field.kind === 'Field'
        ? Array.from({ length: Math.max(1, field.names.length) }, () => fromSyntax(field.type))
        : [],
    );
    return {
      kind: 'func',
      params,
      result: results.length === 0 ? t.none : results.length === 1 ? results[0]! : t.tuple(...results),
    };
  }

  function info(type: Type): TypeInfo | undefined {
    if (type.kind === 'pointer') return info(type.to);
    return type.kind === 'instance' && type.name.startsWith('.') ? program.types.get(type.name.slice(1)) : undefined;
  }

  /** Puts the arguments of a generic type for its parameters. */
  function instantiate(type: Type, of: Type, owner: TypeInfo): Type {
    const args =
      of.kind === 'pointer' ? (of.to.kind === 'instance' ? of.to.args : []) : of.kind === 'instance' ? of.args : [];
    if (owner.typeParams.length === 0 || args.length === 0) return type;
    return substitute(type, new Map(owner.typeParams.map((name, i) => [name, args[i] ?? t.unknown])));
  }

  function underlying(type: Type): Type {
    const declared = type.kind === 'instance' ? info(type) : undefined;
    if (!declared || declared.form === 'struct' || declared.form === 'interface') return type;
    return instantiate(underlying(fromSyntax(declared.spec.type)), type, declared);
  }

  function field(type: Type, name: string): ReturnType<Typing['field']> {
    const owner = info(type);
    if (!owner) return undefined;
    const own = owner.fields.find(one => one.name === name);
    if (own) return { type: instantiate(fromSyntax(own.type), type, owner), owner, pyName: own.pyName, path: [] };
    for (const embedded of owner.fields.filter(one => one.embedded)) {
      const found = field(fromSyntax(embedded.type), name);
      if (found) return { ...found, path: [embedded.name, ...found.path] };
    }
    return undefined;
  }

  function method(type: Type, name: string): ReturnType<Typing['method']> {
    const owner = info(type);
    if (!owner) return undefined;
    const node = owner.methods.get(name);
    if (node) {
      const params = receiverParams(node);
      const args =
        type.kind === 'pointer'
          ? type.to.kind === 'instance'
            ? type.to.args
            : []
          : type.kind === 'instance'
            ? type.args
            : [];
      const by = new Map(
        params.map((param, i) => [param, args[i] ?? t.unknown] as const).filter(([, of]) => of.kind !== 'unknown'),
      );
      return { node, type: substitute(functionType(node.type), by) as t.FunctionType, owner, path: [] };
    }
    if (owner.spec.type.kind === 'InterfaceType') {
      for (const member of owner.spec.type.methods) {
        if (member.kind !== 'Field') continue;
        const named = member.names[0];
        if (named?.kind === 'Ident' && named.name === name && member.type.kind === 'FuncType') {
          return { type: instantiate(functionType(member.type), type, owner) as t.FunctionType, owner, path: [] };
        }
        if (member.names.length === 0) {
          const inherited = method(fromSyntax(member.type), name);
          if (inherited) return inherited;
        }
      }
    }
    for (const embedded of owner.fields.filter(one => one.embedded)) {
      const found = method(fromSyntax(embedded.type), name);
      if (found) return { ...found, path: [embedded.name, ...found.path] };
    }
    return undefined;
  }

  function receiverParams(node: go.FuncDecl): string[] {
    let type = node.recv?.type;
    if (type?.kind === 'StarExpr') type = type.x;
    return type?.kind === 'IndexExpr'
      ? type.indices.flatMap(index => (index.kind === 'Ident' ? [index.name] : []))
      : [];
  }

  function packageOf(expression: go.Expression): string | undefined {
    if (expression.kind !== 'Ident') return undefined;
    const variable = bindings.variable(expression);
    if (variable) return variable.path;
    return program.imports.get(expression.name) ?? facts.symbolOf(expression)?.import?.module;
  }

  function isType(expression: go.Expression): boolean {
    switch (expression.kind) {
      case 'ArrayType':
      case 'MapType':
      case 'ChanType':
      case 'FuncType':
      case 'StructType':
      case 'InterfaceType':
        return true;
      case 'Ident': {
        const variable = bindings.variable(expression);
        if (variable) return variable.kind === 'type' || variable.kind === 'typeparam';
        return program.types.has(expression.name) || basicType(expression.name) !== undefined;
      }
      case 'StarExpr':
        return isType(expression.x);
      case 'IndexExpr':
        return isType(expression.x);
      case 'SelectorExpr': {
        const path = packageOf(expression.x);
        if (!path || expression.sel.kind !== 'Ident') return false;
        return facts.typeOf(expression).kind === 'class' || knownTypes.has(`${path}.${expression.sel.name}`);
      }
      default:
        return false;
    }
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
    return substitute(type, by) as t.FunctionType;
  }

  function infer(param: Type, arg: Type, by: Map<string, Type>): void {
    if (param.kind === 'typevar') {
      if (!by.has(param.name) && arg.kind !== 'unknown') by.set(param.name, arg);
      return;
    }
    const given = param.kind === arg.kind ? arg : underlying(arg);
    if ((param.kind === 'list' || param.kind === 'chan' || param.kind === 'array') && 'elt' in given)
      infer(param.elt, given.elt, by);
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
    if (path !== undefined) return libraryType(`${path}.${node.sel.name}`, []) ?? t.unknown;
    const base = of(node.x);
    const found = field(base, node.sel.name)?.type ?? method(base, node.sel.name)?.type;
    if (found) return found;
    const held = base.kind === 'pointer' ? base.to : base;
    return held.kind === 'instance' && !held.name.startsWith('.')
      ? (libraryType(`${held.name}.${node.sel.name}`, []) ?? t.unknown)
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
    isConversion,
    isType,
    functionType,
    packageOf,
  };
}

/** Types of packages that conversions and composite literals name often. */
const knownTypes = new Set([
  'time.Duration',
  'time.Month',
  'time.Weekday',
  'os.FileMode',
  'sort.IntSlice',
  'sort.StringSlice',
  'net/http.HandlerFunc',
  'encoding/json.RawMessage',
]);

export function elementOf(type: Type): Type {
  switch (type.kind) {
    case 'list':
    case 'array':
    case 'chan':
    case 'set':
    case 'iterator':
      return type.elt;
    case 'bytes':
      return byte;
    case 'pointer':
      return elementOf(type.to);
    default:
      return t.unknown;
  }
}

export function isRune(type: Type): boolean {
  return type.kind === 'int' && type.go === 'rune';
}

export function isByteSlice(type: Type): boolean {
  return (
    type.kind === 'bytes' ||
    (type.kind === 'list' && type.elt.kind === 'int' && (type.elt.go === 'uint8' || type.elt.go === 'byte'))
  );
}

export function substitute(type: Type, by: ReadonlyMap<string, Type>): Type {
  if (by.size === 0) return type;
  switch (type.kind) {
    case 'typevar':
      return by.get(type.name) ?? type;
    case 'list':
    case 'array':
    case 'chan':
    case 'set':
    case 'iterator':
      return { ...type, elt: substitute(type.elt, by) };
    case 'dict':
      return { ...type, key: substitute(type.key, by), value: substitute(type.value, by) };
    case 'pointer':
      return { ...type, to: substitute(type.to, by) };
    case 'tuple':
      return { ...type, elts: type.elts.map(one => substitute(one, by)) };
    case 'instance':
      return { ...type, args: type.args.map(one => substitute(one, by)) };
    case 'func':
      return {
        ...type,
        params: type.params.map(one => ({ ...one, type: substitute(one.type, by) })),
        result: substitute(type.result, by),
      };
    default:
      return type;
  }
}

/** The name of an embedded or named type expression. */
export const typeName = embeddedName;
