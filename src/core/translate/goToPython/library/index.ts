/** Finds what the tables say of a call, a member or a type of Go's library. */
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { zero } from '../values';
import type { Context, Value } from '../context';
import { collections } from './collections';
import { typeOf, type LibraryEntry } from './entry';
import { fmt } from './fmt';
import { numbers } from './numbers';
import { strings } from './strings';
import { sync } from './sync';
import { system } from './system';
import { text } from './text';
import { web } from './web';

const tables = new Map<string, LibraryEntry>(
  [fmt, strings, numbers, collections, system, sync, web, text].flatMap(table => Object.entries(table)),
);

/** `math/rand/v2` speaks as `math/rand` here. */
const aliases: Record<string, string> = {
  'math/rand/v2.IntN': 'math/rand.Intn',
  'math/rand/v2.Float64': 'math/rand.Float64',
};

/** The type of a member, or of what a function gives; undefined where no table has it. */
export function libraryType(id: string, args: readonly Type[]): Type | undefined {
  const entry = tables.get(aliases[id] ?? id);
  return entry && typeOf(entry, args);
}

function entryOf(cx: Context, fun: go.Expression): LibraryEntry | undefined {
  const callee = fun.kind === 'IndexExpr' ? fun.x : fun;
  if (callee.kind !== 'SelectorExpr' || callee.sel.kind !== 'Ident') return undefined;
  const path = cx.typing.packageOf(callee.x);
  if (path !== undefined) {
    const id = `${path}.${callee.sel.name}`;
    return tables.get(aliases[id] ?? id);
  }
  const type = cx.typing.of(callee.x);
  const receiver = type.kind === 'pointer' ? type.to : type;
  if (receiver.kind !== 'instance' || receiver.name.startsWith('.')) return undefined;
  return tables.get(`${receiver.name}.${callee.sel.name}`);
}

/** A call of the library as an expression; undefined where no table has it. */
export function libraryCall(cx: Context, node: go.CallExpr): Value | undefined {
  return entryOf(cx, node.fun)?.call?.(cx, node.args, node);
}

/** A call of the library that is statements. */
export function libraryStatement(cx: Context, node: go.CallExpr): py.Statement[] | undefined {
  return entryOf(cx, node.fun)?.statement?.(cx, node.args, node);
}

/** Whether the call gives an error that Python raises; undefined where no table has it. */
export function libraryFails(cx: Context, node: go.CallExpr): boolean | undefined {
  const entry = entryOf(cx, node.fun);
  return entry && (entry.fails ?? false);
}

/** A member of a package that is not called: a constant, a variable, a function as a value. */
export function libraryMember(
  cx: Context,
  place: { kind: 'selector'; node: go.SelectorExpr } | { kind: 'receive'; node: go.UnaryExpr },
): Value | undefined {
  return place.kind === 'selector' ? entryOf(cx, place.node)?.value?.(cx) : undefined;
}

/** `sync.WaitGroup{}` and the like. */
export function libraryLiteral(cx: Context, node: go.CompositeLit, _name: string): Value | undefined {
  if (node.elts.length > 0) return undefined;
  const type = cx.typing.of(node);
  return { before: [], value: zero(cx, type), type, pure: true };
}
