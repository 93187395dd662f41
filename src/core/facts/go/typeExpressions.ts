/** From what stands in a type's place to the type. */
import { iteratorType, sliceOf } from '../../library/go/types';
import { builtinType } from '../../library/go/types';
import type * as go from '../../syntax/go/ast';
import { sameType, substitute } from '../lattice';
import { any, dict, instance, none, pointer, tuple, unknown } from '../types';
import type { FunctionParam, FunctionType, Type } from '../types';
import { asGo, type GoContext } from './context';

/** The type; `unknown` where the expression names none. */
export function typeNamedBy(cx: GoContext, node: go.Expression): Type {
  return cx.memo.answer(cx.memories.named, node, unknown, () => compute(cx, node), sameType);
}

function compute(cx: GoContext, n: go.Expression): Type {
  switch (n.kind) {
    case 'Ident':
      return named(cx, n, []);
    case 'SelectorExpr':
      return selected(cx, n, []);
    case 'IndexExpr': {
      const args = n.indices.map(index => cx.typeNamedBy(index));
      if (n.x.kind === 'Ident') return named(cx, n.x, args);
      return n.x.kind === 'SelectorExpr' ? selected(cx, n.x, args) : unknown;
    }
    case 'StarExpr':
      return pointer(cx.typeNamedBy(n.x));
    case 'ArrayType': {
      const elt = cx.typeNamedBy(n.elt);
      if (!n.len) return sliceOf(elt);
      return { kind: 'array', elt, len: n.len === 'auto' ? '...' : lengthText(n.len) };
    }
    case 'MapType':
      return dict(cx.typeNamedBy(n.key), cx.typeNamedBy(n.value));
    case 'ChanType':
      return { kind: 'chan', dir: n.dir, elt: cx.typeNamedBy(n.value) };
    case 'FuncType':
      return cx.functionType(n);
    case 'StructType':
      return instance(cx.anonymous.nameOf(n));
    case 'InterfaceType':
      return n.methods.length === 0 ? any : instance(cx.anonymous.nameOf(n));
    default:
      return unknown;
  }
}

const lengthText = (n: go.Expression): string => (n.kind === 'IntLit' ? n.value : n.kind === 'Ident' ? n.name : '?');

function named(cx: GoContext, n: go.Ident, args: Type[]): Type {
  const symbol = cx.module.symbolOf(n);
  if (!symbol) return unknown;
  if (symbol.kind === 'builtin') return builtinType(symbol.name) ?? unknown;
  if (symbol.import?.name !== undefined) return libraryType(cx, `${symbol.import.module}.${symbol.import.name}`, args);
  const { binding } = symbol;
  if (binding?.kind === 'typevar') return { kind: 'typevar', name: symbol.name };
  if (binding?.kind !== 'type') return unknown;
  if (binding.node.alias) {
    const aliased = cx.typeNamedBy(binding.node.type);
    return args.length === 0 ? aliased : substitute(aliased, bindParams(typeParamNames(binding.node.typeParams), args));
  }
  return instance(`.${symbol.name}`, ...args);
}

function selected(cx: GoContext, n: go.SelectorExpr, args: Type[]): Type {
  const symbol = n.x.kind === 'Ident' ? cx.module.symbolOf(n.x) : undefined;
  if (symbol?.kind !== 'import' || !symbol.import || n.sel.kind !== 'Ident') return unknown;
  return libraryType(cx, `${symbol.import.module}.${n.sel.name}`, args);
}

function libraryType(cx: GoContext, name: string, args: Type[]): Type {
  const dot = name.lastIndexOf('.');
  const member = cx.library.module(name.slice(0, dot))?.members.get(name.slice(dot + 1));
  if (member && member.kind !== 'class') return unknown;
  // `os.FileInfo` is another name for `fs.FileInfo`, and has no members of its own.
  const alias = member?.class.underlying;
  if (alias?.kind === 'instance' && member?.class.members.size === 0) return alias;
  return iteratorType(name, args) ?? instance(name, ...args);
}

/** Type arguments by the names of the parameters. */
export const bindParams = (params: readonly string[], args: readonly Type[]): Map<string, Type> =>
  new Map(params.map((param, i) => [param, args[i] ?? unknown]));

/** The names of type parameters. */
export function typeParamNames(params: readonly (go.Field | go.Meta)[]): string[] {
  return params.flatMap(field =>
    field.kind === 'Field' ? field.names.flatMap(name => (name.kind === 'Ident' ? [name.name] : [])) : [],
  );
}

/** The signature that a function's type says. A parameter `S ~[]E` is a slice of E. */
export function functionType(cx: GoContext, n: go.FuncType): FunctionType {
  const results = fieldTypes(cx, n.results).map(param => param.type);
  const type: FunctionType = {
    kind: 'func',
    params: fieldTypes(cx, n.params),
    result: results.length === 0 ? none : results.length === 1 ? results[0]! : tuple(...results),
  };
  const cores = coreTypes(cx, n.typeParams);
  return cores.size === 0 ? type : (substitute(type, cores) as FunctionType);
}

function fieldTypes(cx: GoContext, fields: readonly (go.Field | go.Meta)[]): FunctionParam[] {
  return fields.flatMap(field => {
    if (field.kind !== 'Field') return [];
    const base: FunctionParam = { type: cx.typeNamedBy(field.type) };
    if (field.variadic) base.variadic = true;
    if (field.names.length === 0) return [base];
    return field.names.map(name => (name.kind === 'Ident' ? { name: name.name, ...base } : base));
  });
}

function coreTypes(cx: GoContext, params: readonly (go.Field | go.Meta)[]): Map<string, Type> {
  const cores = new Map<string, Type>();
  for (const field of params) {
    if (field.kind !== 'Field') continue;
    const constraint = field.type.kind === 'UnaryExpr' && field.type.op === '~' ? field.type.x : undefined;
    if (constraint?.kind !== 'ArrayType' && constraint?.kind !== 'MapType') continue;
    const core = cx.typeNamedBy(constraint);
    for (const name of field.names) if (name.kind === 'Ident') cores.set(name.name, core);
  }
  return cores;
}

/** Whether an expression names a type: what looks like a call of it is a conversion. */
export function isTypeExpression(cx: GoContext, node: go.Expression): boolean {
  const n = asGo(node);
  switch (n.kind) {
    case 'ArrayType':
    case 'MapType':
    case 'ChanType':
    case 'FuncType':
    case 'StructType':
    case 'InterfaceType':
      return true;
    case 'StarExpr':
      return isTypeExpression(cx, n.x);
    case 'IndexExpr':
      return isTypeExpression(cx, n.x);
    case 'Ident': {
      const symbol = cx.module.symbolOf(n);
      if (!symbol) return false;
      if (symbol.kind === 'builtin') return builtinType(symbol.name) !== undefined;
      return symbol.kind === 'class' || symbol.kind === 'typevar' || cx.resolve(n)?.isType === true;
    }
    case 'SelectorExpr':
      return cx.resolve(n)?.isType === true;
    default:
      return false;
  }
}
