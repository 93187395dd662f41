/** What every part of the translation from Go to Python shares. */
import type { Facts, Versions } from '../../facts/facts';
import type { Type } from '../../facts/types';
import type { Match } from '../../match/match';
import type * as go from '../../syntax/go/ast';
import { equal, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { Origins, Range } from '../correspond';
import { GapError, type Notes } from '../gaps';
import type { IdiomLayer } from '../idioms';
import type { Frame } from '../translate';
import type { Classes } from './classes';
import type { HandlerContext } from './handlers';
import type { ErrorModes } from './errorModes';
import type { Exceptions } from './exceptions';
import type { Generics } from './generics';
import type { Output } from './output';
import type { Program } from './program';
import type { Receivers } from './receivers';
import type { Signs } from './signs';
import type { FunctionNode, Variable } from './symbols';
import type { Typing } from './typing';
import type { Usage } from './usage';

export interface Context {
  readonly program: Program;
  readonly typing: Typing;
  readonly facts: Facts;
  readonly text: string;
  readonly target: Versions;
  readonly notes: Notes;
  readonly origins: Origins;
  readonly out: Output;
  readonly usage: Usage;
  readonly signs: Signs;
  readonly exceptions: Exceptions;
  readonly errorModes: ErrorModes;
  readonly classes: Classes;
  readonly generics: Generics;
  readonly receivers: Receivers;
  readonly idioms: IdiomLayer;
  /** Where each unit starts in the document. */
  readonly units: ReadonlyMap<NodeBase, number>;
  /** The composite literals of a struct. */
  readonly literalsOf: (name: string) => readonly go.CompositeLit[];
  /** Structs of which a zero value is written somewhere: each of their fields has a default. */
  readonly zeroed: Set<string>;
  /** Type parameters of functions (`Max.T`) whose zero value the callers give, for it differs. */
  readonly zeroParameters: Set<string>;
  /** Part of a program is written, not all of it. */
  readonly isFragment: boolean;
  /** The match whose counterpart is wanted: it is written as its idiom says. */
  shown?: Match;
  /** Whether the answer needs Flask's application object. */
  readonly usesFlask: { value: boolean };
  /** Where the unit that is being translated starts in the document. */
  unitStart: number;
  fn: FunctionContext;
}

/** The function whose body is being written, and what its statements mean. */
export interface FunctionContext {
  up?: FunctionContext;
  kind: Frame['kind'];
  node?: FunctionNode;
  /** The results, the error left out. */
  results: Type[];
  /** An error result is raised. */
  raises: boolean;
  /** Named results, the error's last. */
  named: Variable[];
  /** Variables of this function that a nested one has taken a name from. */
  names: Map<Variable, string>;
  /** Names that the body has to declare `global` or `nonlocal`. */
  globals: Set<string>;
  nonlocals: Set<string>;
  /** Errors that are known to be nil here. */
  nilErrors: Set<Variable>;
  /** Errors that an enclosing `except` has caught, the innermost last. */
  caught: Variable[];
  /** Expressions that another name or text stands for: the tag of a type switch, a value that was just looked up. */
  stands: Map<Variable, py.Expression>;
  /** Types that differ from the declared ones: a byte taken from a text is a character. */
  types: Map<Variable, Type>;
  /** Variables of this function that the Python function around this one declares. */
  outside?: ReadonlySet<Variable>;
  loops: LoopContext[];
  /** Idioms whose `inside` fences hold here, the innermost first. */
  within: Match[];
  /** What the line of a scanner is called inside of its loop. */
  lines: Map<Variable, string>;
  /** Keys that a map is known to have here. */
  knownKeys: { map: py.Expression; key: py.Expression }[];
  /** What a deferred function that recovers finds: the value of the panic, or None. */
  recovered?: string;
  /** In a generator: the parameter that takes each item. */
  yields?: Variable;
  /** Nobody looks at the words of an error: numbers are read in Python's way. */
  looseParsing?: boolean;
  /** Names that the code gave itself. */
  fresh: Set<string>;
  /** In a handler of net/http. */
  handler?: HandlerContext;
}

export interface LoopContext {
  label?: string;
  /** What `continue` has to run first, where a Go loop became a `while`. */
  post: () => py.Statement[];
  /** A flag that says that an outer loop was left. */
  flag?: string;
  /** A `switch` or `select`: `break` leaves it, not the loop. */
  isSwitch: boolean;
}

/** An expression of Python and the statements that have to run before it. */
export interface Value {
  before: py.Statement[];
  value: py.Expression;
  type: Type;
  pure: boolean;
}

export function newFunction(
  cx: Context,
  init: Partial<FunctionContext> & Pick<FunctionContext, 'kind'>,
): FunctionContext {
  return {
    results: [],
    raises: false,
    named: [],
    names: new Map(),
    globals: new Set(),
    nonlocals: new Set(),
    nilErrors: new Set(),
    caught: [],
    stands: new Map(),
    types: new Map(),
    loops: [],
    within: cx.fn?.within ?? [],
    lines: new Map(),
    knownKeys: [],
    fresh: new Set(),
    ...init,
  };
}

/** Runs `work` inside another function's context. */
export function inFunction<T>(cx: Context, fn: FunctionContext, work: () => T): T {
  const outer = cx.fn;
  cx.fn = fn;
  try {
    return work();
  } finally {
    cx.fn = outer;
  }
}

/** The absolute range of a node; undefined for one that stands in no source. */
export function rangeOf(cx: Context, node: NodeBase): Range | undefined {
  return node.start < 0 ? undefined : { start: cx.unitStart + node.start, end: cx.unitStart + node.end };
}

export function sourceOf(cx: Context, node: NodeBase): string {
  const range = rangeOf(cx, node);
  return range ? cx.text.slice(range.start, range.end) : '';
}

/** Ends the translation of the statement around a node: it cannot be said. */
export function gap(what: string, node?: NodeBase): never {
  throw new GapError(what, node && node.start >= 0 ? node : undefined);
}

export const simple = (value: py.Expression, type: Type, pure = true): Value => ({ before: [], value, type, pure });

/** The variable that an expression names; undefined for anything else. */
export function variableOf(cx: Context, node: go.Expression | undefined): Variable | undefined {
  return node?.kind === 'Ident' ? cx.program.bindings.variable(node) : undefined;
}

/** Whether a name is Go's own (`nil`, `true`, `len`), not one of the file. */
export function isPredeclared(cx: Context, node: go.Expression | undefined, name: string): boolean {
  return node?.kind === 'Ident' && node.name === name && cx.program.bindings.variable(node) === undefined;
}

export const isNil = (cx: Context, node: go.Expression | undefined): boolean => isPredeclared(cx, node, 'nil');

/** The type that a variable has in the Python that is written. */
export function typeOfVariable(cx: Context, variable: Variable): Type {
  for (let fn: FunctionContext | undefined = cx.fn; fn; fn = fn.up) {
    const known = fn.types.get(variable);
    if (known) return known;
  }
  return cx.typing.ofVariable(variable);
}

/** Whether a loop or a condition around this place says that the map has the key. */
export function isKnownKey(cx: Context, map: py.Expression, key: py.Expression): boolean {
  return cx.fn.knownKeys.some(known => equal(known.map, map) && equal(known.key, key));
}

/** The only type that a type parameter has in the file; undefined where there are several. */
export function onlyType(cx: Context, type: Type): Type | undefined {
  const types = type.kind === 'typevar' ? typesOfParameter(cx, type.name) : [];
  return types.length === 1 ? types[0] : undefined;
}

/** All types that a type parameter has in the file. */
export function typesOfParameter(cx: Context, name: string): Type[] {
  let { fn } = cx;
  while (fn.up?.node) fn = fn.up;
  return cx.generics.typesOf(name, fn.node?.kind === 'FuncDecl' ? fn.node : undefined);
}
