/** Python's library: what is a constant, a call or a method of Go's, by qualified name. One file per module. */
import type { Type } from '../../../facts/types';
import type * as py from '../../../syntax/python/ast';
import type { Context } from '../context';
import type { Rounds, Wanted } from '../iteration';
import type { Value } from '../value';
import { collections } from './collections';
import { datetime } from './datetime';
import { functools } from './functools';
import { heapq } from './heapq';
import { itertools } from './itertools';
import { json } from './json';
import { math } from './math';
import { operator } from './operator';
import { os } from './system';
import { random } from './random';
import { re } from './re';
import { string } from './string';
import { sys } from './sys';
import type { LibraryModule } from './table';
import { time } from './time';

const modules: LibraryModule[] = [
  collections,
  datetime,
  functools,
  heapq,
  itertools,
  json,
  math,
  operator,
  os,
  random,
  re,
  string,
  sys,
  time,
];

const constants = new Map(modules.flatMap(module => Object.entries(module.constants ?? {})));
const calls = new Map(modules.flatMap(module => Object.entries(module.calls ?? {})));
const methods = new Map(modules.flatMap(module => Object.entries(module.methods ?? {})));

/** `math.pi`, `sys.argv`: an attribute of a module. */
export function moduleAttribute(c: Context, qualified: string, node: py.Attribute): Value | undefined {
  return constants.get(qualified)?.(c, node);
}

/** A call of a function of the library; undefined where none is known. */
export function libraryCall(c: Context, qualified: string, node: py.Call, want?: Type): Value | undefined {
  return calls.get(qualified)?.(c, node, want);
}

const fields = new Map(modules.flatMap(module => Object.entries(module.fields ?? {})));

const rounds = new Map(modules.flatMap(module => Object.entries(module.rounds ?? {})));

/** The rounds of a loop over a call of the library. */
export function libraryRounds(c: Context, node: py.Call, wanted: Wanted): Rounds | undefined {
  return rounds.get(c.facts.qualifiedName(node.func) ?? '')?.(c, node, wanted);
}

/** Whether a call gives rounds of its own to a loop. */
export function hasRounds(qualified: string | undefined): boolean {
  return qualified !== undefined && rounds.has(qualified);
}

/** An attribute of a value of the library. */
export function libraryField(c: Context, of: Value, name: string): Value | undefined {
  return of.type.kind === 'instance' ? fields.get(`${of.type.name}.${name}`)?.(c, of) : undefined;
}

/** A method of a value of the library. */
export function libraryMethod(c: Context, of: Value, name: string, node: py.Call): Value | undefined {
  const owner = of.type.kind === 'instance' ? of.type.name : of.type.kind === 'bytes' ? 'builtins.bytes' : '';
  return methods.get(`${owner}.${name}`)?.(c, of, node);
}
