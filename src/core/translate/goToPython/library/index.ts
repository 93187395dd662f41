/** Finds what the tables say of a call, a member or a type of Go's library. */
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { expression } from '../expressions';
import { isFallible } from '../exceptions';
import { call } from '../build';
import { zero } from '../values';
import { gap, type Context, type Value } from '../context';
import { atomic } from './atomic';
import { bigNumbers } from './bigNumbers';
import { characters } from './characters';
import { collections } from './collections';
import { typeOf, type LibraryEntry } from './entry';
import { files } from './files';
import { flag } from './flag';
import { fmt } from './fmt';
import { contexts } from './contexts';
import { formats } from './formats';
import { httpClient, responseOf } from './httpClient';
import { json } from './json';
import { numbers } from './numbers';
import { paths } from './paths';
import { random } from './random';
import { reading } from './reading';
import { regexp } from './regexp';
import { memberType, resultOf, signatureOf } from './signatures';
import { scanners } from './scanners';
import { slices } from './slices';
import { strings } from './strings';
import { sync } from './sync';
import { system } from './system';
import { time } from './time';
import { urlLiteral, urls } from './urls';
import { web } from './web';

const tables = new Map<string, LibraryEntry>(
  [
    fmt,
    strings,
    characters,
    numbers,
    bigNumbers,
    collections,
    files,
    flag,
    formats,
    paths,
    random,
    reading,
    slices,
    system,
    scanners,
    sync,
    atomic,
    contexts,
    urls,
    web,
    httpClient,
    json,
    regexp,
    time,
  ].flatMap(table => Object.entries(table)),
);

/** `math/rand/v2` speaks as `math/rand` here. */
const aliases: Record<string, string> = {};

/**
 * What a function gives for arguments, or the type of a member where there are none; undefined where no table tells of
 * it.
 */
export function libraryType(name: string, args: readonly Type[] | undefined): Type | undefined {
  const id = aliases[name] ?? name;
  const entry = tables.get(id);
  if (args) {
    const signature = entry?.type === undefined ? signatureOf(id) : undefined;
    return signature ? resultOf(signature, args) : entry && typeOf(entry, args);
  }
  const declared = typeof entry?.type === 'function' ? undefined : entry?.type;
  return declared && entry?.value ? declared : (memberType(id) ?? declared);
}

/** The qualified name of what is called or selected; undefined where it is not the library's. */
export function idOf(cx: Context, fun: go.Expression): string | undefined {
  const callee = fun.kind === 'IndexExpr' ? fun.x : fun;
  if (callee.kind !== 'SelectorExpr' || callee.sel.kind !== 'Ident') return undefined;
  const path = cx.typing.packageOf(callee.x);
  if (path !== undefined) {
    const id = `${path}.${callee.sel.name}`;
    return aliases[id] ?? id;
  }
  const type = cx.typing.of(callee.x);
  const receiver = type.kind === 'pointer' ? type.to : type;
  if (receiver.kind !== 'instance' || receiver.name.startsWith('.')) return undefined;
  return `${receiver.name}.${callee.sel.name}`;
}

function entryOf(cx: Context, fun: go.Expression): LibraryEntry | undefined {
  const id = idOf(cx, fun);
  return id === undefined ? undefined : tables.get(id);
}

/** A call of the library as an expression; undefined where no table has it. */
export function libraryCall(cx: Context, node: go.CallExpr): Value | undefined {
  const entry = entryOf(cx, node.fun);
  if (entry?.call && node.args.some(arg => pushes(cx.typing.underlying(cx.typing.of(arg)))))
    gap('a function as an iterator', node);
  return entry?.call?.(cx, node.args, node);
}

/** A function that calls another for each item: for Python, no iterable. */
function pushes(type: Type): boolean {
  const [yields] = type.kind === 'func' && type.result.kind === 'none' ? type.params : [];
  return yields?.type.kind === 'func' && yields.type.result.kind === 'bool';
}

/** A call of the library that is statements. */
export function libraryStatement(cx: Context, node: go.CallExpr): py.Statement[] | undefined {
  return entryOf(cx, node.fun)?.statement?.(cx, node.args, node);
}

/** Whether the call gives an error that Python raises; undefined where no table has it. */
export function libraryFails(cx: Context, node: go.CallExpr): boolean | undefined {
  const entry = entryOf(cx, node.fun);
  return entry && (entry.fails ?? false) && !readsResponse(cx, node);
}

/** Whether the call gives an error in Go that Python cannot have: writing to a text in memory. */
export function libraryNeverFails(cx: Context, node: go.CallExpr): boolean {
  const id = idOf(cx, node.fun);
  const entry = id === undefined ? undefined : tables.get(id);
  if (id === undefined || !entry || entry.givesError || !isFallible(signatureOf(id))) return false;
  return !entry.fails || readsResponse(cx, node);
}

/** Whether the call gives an error that is a value in Python too, or None. */
export function libraryGivesError(cx: Context, node: go.CallExpr): 'always' | 'maybe' | undefined {
  return entryOf(cx, node.fun)?.givesError;
}

/** The body of a response was read with it. */
function readsResponse(cx: Context, node: go.CallExpr): boolean {
  const [reader] = node.args;
  return idOf(cx, node.fun) === 'io.ReadAll' && reader !== undefined && responseOf(cx, reader) !== undefined;
}

/** A member of a package that is not called: a constant, a variable, a function as a value. */
export function libraryMember(
  cx: Context,
  place: { kind: 'selector'; node: go.SelectorExpr } | { kind: 'receive'; node: go.UnaryExpr },
): Value | undefined {
  return place.kind === 'selector' ? entryOf(cx, place.node)?.value?.(cx, place.node) : undefined;
}

/** `sync.WaitGroup{}` and the like. */
export function libraryLiteral(cx: Context, node: go.CompositeLit, _name: string): Value | undefined {
  const type = cx.typing.of(node);
  if (type.kind === 'instance' && type.name === 'net/http.Client')
    return { before: [], value: call(cx.out.member('requests', 'Session')), type, pure: true };
  if (type.kind === 'instance' && type.name === 'net/url.URL') return urlLiteral(cx, node);
  const [only] = node.elts;
  if (type.kind === 'instance' && type.name === 'sync.Pool' && only?.kind === 'KeyValueExpr') {
    const made = expression(cx, only.value);
    return { ...made, value: call(cx.out.helper('Pool'), made.value), type };
  }
  if (node.elts.length > 0) return undefined;
  return { before: [], value: zero(cx, type), type, pure: true };
}
