/** Structs of the program that a value of any type may hold: only they can stand where JSON looks at the value itself. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk, type AnyNode, type NodeBase } from '../../syntax/node';
import type { Program, TypeInfo } from './program';
import type { Typing } from './typing';

/** Most of the library takes a value of any type to print, compare or fill it; these keep it. */
const keeps = /^(Push|Insert|Store|Swap|Put|WithValue|LoadOrStore)/;

const known = new WeakMap<Program, ReadonlySet<TypeInfo>>();

/** The structs that go into a place of type `any`, with those that they hold. */
export function structsInAny(program: Program, typing: Typing): ReadonlySet<TypeInfo> {
  let found = known.get(program);
  if (!found) known.set(program, (found = find(program, typing)));
  return found;
}

function find(program: Program, typing: Typing): Set<TypeInfo> {
  const found = new Set<TypeInfo>();
  const { bindings } = program;

  function add(type: Type): void {
    const info = typing.info(type);
    if (info?.form === 'struct') {
      if (found.has(info)) return;
      found.add(info);
      for (const field of info.fields) add(typing.fromSyntax(field.type));
      return;
    }
    // Whatever stands behind an interface of the file may be there.
    if (info?.form === 'interface') {
      for (const one of program.types.values())
        if (one.form === 'struct' && one.methods.size > 0) add(t.instance(`.${one.name}`));
      return;
    }
    const below = typing.underlying(type.kind === 'pointer' ? type.to : type);
    if (below.kind === 'list' || below.kind === 'array' || below.kind === 'chan') add(below.elt);
    else if (below.kind === 'dict') add(below.value);
    else if (type.kind === 'pointer') add(type.to);
  }

  const give = (to: Type | undefined, value: go.Expression | undefined): void => {
    if (value && to && /^(any|typevar)$/.test(typing.underlying(to).kind)) add(typing.of(value));
  };

  function intoCall(call: go.CallExpr): void {
    if (typing.isConversion(call)) return give(typing.fromSyntax(call.fun), call.args[0]);
    if (isLibrary(call) && !keeps.test(nameOf(call))) return;
    const isAppend = call.fun.kind === 'Ident' && call.fun.name === 'append' && !bindings.variable(call.fun);
    const first = call.args[0];
    const list = isAppend && first ? typing.underlying(typing.of(first)) : undefined;
    const params = typing.signature(call)?.params ?? [];
    call.args.forEach((arg, i) => {
      const param = params[Math.min(i, params.length - 1)];
      give(list ? (list.kind === 'list' && i > 0 ? list.elt : undefined) : param?.type, arg);
    });
  }

  const nameOf = ({ fun }: go.CallExpr): string =>
    fun.kind === 'SelectorExpr' && fun.sel.kind === 'Ident' ? fun.sel.name : '';

  function isLibrary({ fun }: go.CallExpr): boolean {
    if (fun.kind !== 'SelectorExpr') return false;
    if (typing.packageOf(fun.x) !== undefined) return true;
    const type = typing.of(fun.x);
    const held = type.kind === 'pointer' ? type.to : type;
    return held.kind === 'instance' && !held.name.startsWith('.');
  }

  function intoLiteral(literal: go.CompositeLit): void {
    const type = typing.of(literal);
    const below = typing.underlying(type);
    const info = typing.info(type);
    literal.elts.forEach((elt, i) => {
      const value = elt.kind === 'KeyValueExpr' ? elt.value : elt;
      const key = elt.kind === 'KeyValueExpr' && elt.key.kind === 'Ident' ? elt.key.name : info?.fields[i]?.name;
      if (below.kind === 'dict') give(below.value, value);
      else if (below.kind === 'list' || below.kind === 'array') give(below.elt, value);
      else if (info?.form === 'struct' && key !== undefined) give(typing.field(type, key)?.type, value);
    });
  }

  function visit(node: AnyNode): void {
    const at = node as NodeBase;
    switch (at.kind) {
      case 'CallExpr':
        return intoCall(at as go.CallExpr);
      case 'CompositeLit':
        return intoLiteral(at as go.CompositeLit);
      case 'AssignStmt': {
        const { lhs, rhs, op } = at as go.AssignStmt;
        if (op === '=' && lhs.length === rhs.length) lhs.forEach((to, i) => give(typing.of(to), rhs[i]));
        return;
      }
      case 'ValueSpec': {
        const { type, values } = at as go.ValueSpec;
        if (type) for (const value of values) give(typing.fromSyntax(type), value);
        return;
      }
      case 'ReturnStmt': {
        const owner = bindings.functionOf(at);
        const result = owner && typing.functionType(owner.type).result;
        const { results } = at as go.ReturnStmt;
        const types = result?.kind === 'tuple' ? result.elts : result ? [result] : [];
        if (types.length === results.length) results.forEach((value, i) => give(types[i], value));
        return;
      }
      case 'SendStmt': {
        const { chan, value } = at as go.SendStmt;
        const type = typing.underlying(typing.of(chan));
        return give(type.kind === 'chan' ? type.elt : undefined, value);
      }
      default:
    }
  }

  for (const root of program.roots) walk(root, visit);
  return found;
}
