/** What type expressions mean, and what named types have: fields, methods, the type below. */
import type { Facts } from '../../facts/facts';
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { evaluate } from './constants';
import { basicType, substitute } from './goTypes';
import { embeddedName, type Program, type TypeInfo } from './program';
import type { Variable } from './symbols';
import type { Typing } from './typing';

export type Lookup = Pick<
  Typing,
  'fromSyntax' | 'functionType' | 'info' | 'underlying' | 'field' | 'method' | 'packageOf' | 'isType'
>;

/** Types of packages that conversions and composite literals name often. */
const knownTypes = new Set([
  'time.Duration',
  'time.Month',
  'time.Weekday',
  'os.FileMode',
  'sort.IntSlice',
  'sort.StringSlice',
  'net/http.HandlerFunc',
  'net/url.Values',
  'encoding/json.RawMessage',
]);

/** The look-ups of one file; none of them needs the type of an expression of its own. */
export function createLookup(program: Program, facts: Facts): Lookup {
  const { bindings } = program;

  function fromSyntax(type: go.Expression): Type {
    switch (type.kind) {
      case 'Ident': {
        const variable = bindings.variable(type);
        if (variable?.kind === 'typeparam')
          return coreType(variable) ?? { kind: 'typevar', name: declaredParameter(variable) };
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
      case 'InterfaceType': {
        const own = program.anonymous.get(type);
        return own === undefined ? t.any : t.instance(`.${own}`);
      }
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

  /** `S ~[]E` is a slice of `E`: Python has one kind of list. */
  function coreType({ type }: Variable): Type | undefined {
    const core = type?.kind === 'UnaryExpr' && type.op === '~' ? type.x : type;
    return core && /^(ArrayType|MapType|ChanType|FuncType)$/.test(core.kind) ? fromSyntax(core) : undefined;
  }

  /** A method may call the parameters of its type as it likes; they are those of the type. */
  function declaredParameter({ name, owner }: Variable): string {
    const recv = owner?.kind === 'FuncDecl' ? owner.recv?.type : undefined;
    const type = recv?.kind === 'StarExpr' ? recv.x : recv;
    if (type?.kind !== 'IndexExpr') return name;
    const at = type.indices.findIndex(one => one.kind === 'Ident' && one.name === name);
    return program.types.get(embeddedName(type))?.typeParams[at] ?? name;
  }

  function lengthText(length: go.Expression): string {
    if (length.kind === 'IntLit') return length.value;
    if (length.kind === 'Ident') return length.name;
    const value = evaluate(length, id => program.constants.get(id)?.value);
    return typeof value === 'bigint' ? String(value) : 'auto';
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
    if (type.kind === 'instance' && type.name === 'net/url.Values') return t.dict(t.str, t.list(t.str));
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
      const of = fromSyntax(embedded.type);
      if (of.kind === 'error' && name === 'Error')
        return { type: { kind: 'func', params: [], result: t.str }, owner, path: [embedded.name] };
      const found = method(of, name);
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

  return { fromSyntax, functionType, info, underlying, field, method, packageOf, isType };
}
