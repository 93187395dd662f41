/** What the parts of the Python type engine share. Each part is functions over this; one object is made for a document. */
import type { Library, LibraryFunction } from '../../library/library';
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { CommonBase } from '../lattice';
import type { Memo } from '../memo';
import type { Tree } from '../tree';
import type { FunctionType, Type } from '../types';
import type { ClassInfo } from './classes';
import type { PythonModule } from './module';
import type { PythonSymbol } from './bindings';
import type { Trial } from './trial';

/** What a name, an attribute or a called expression means. */
export interface Resolved {
  /** As `Facts.qualifiedName` gives it. */
  qualified?: string;
  /** Worked out when it is asked for: a function's type needs all of its parameters. */
  type(): Type;
  /** Signatures of a library function, the receiver's type arguments put in. */
  overloads?: LibraryFunction[];
  /** A function of this file or of a neighbour, and the document it belongs to. */
  func?: { node: py.FunctionDef; cx: PythonContext };
}

export interface PythonContext {
  /** What stands before the names of this document's classes: empty, or `.shapes` for a neighbour. */
  readonly prefix: string;
  readonly module: PythonModule;
  readonly tree: Tree;
  readonly memo: Memo;
  readonly library: Library;
  /** The relatively imported module of that name; undefined where its declarations are not known. */
  neighbour(module: string): PythonContext | undefined;
  /** A class of this document or of a neighbour, by qualified name. */
  classNamed(name: string): ClassInfo | undefined;
  classOf(node: py.ClassDef): ClassInfo;
  typeOf(node: NodeBase): Type;
  resolve(node: NodeBase): Resolved | undefined;
  typeOfSymbol(symbol: PythonSymbol): Type;
  /** What calling the function gives: awaitable for `async`, an iterator for a generator. */
  resultOf(func: py.FunctionDef): Type;
  functionType(func: py.FunctionDef): FunctionType;
  readonly join: (a: Type, b: Type) => Type;
  readonly commonBase: CommonBase;
  readonly memories: Memories;
  /** What the program's own numbers come to. */
  readonly trial: () => Trial;
}

/** What was worked out so far. */
export interface Memories {
  types: Map<NodeBase, Type>;
  resolved: Map<NodeBase, Resolved | typeof nothing>;
  symbols: Map<PythonSymbol, Type>;
  results: Map<NodeBase, Type>;
  functions: Map<NodeBase, FunctionType>;
  fields: Map<object, Type>;
  demands: Map<object, Type>;
}

/** Stands in a memory for "there is none". */
export const nothing = { type: (): Type => ({ kind: 'unknown' }) } as Resolved;

/** Whether two names mean the same. Their types are answers of their own. */
export const sameResolved = (a: Resolved, b: Resolved): boolean =>
  a.qualified === b.qualified && a.func?.node === b.func?.node && !a.overloads === !b.overloads;

export const createMemories = (): Memories => ({
  types: new Map(),
  resolved: new Map(),
  symbols: new Map(),
  results: new Map(),
  functions: new Map(),
  fields: new Map(),
  demands: new Map(),
});

/** The node as one of the Python AST. */
export const asPython = (node: NodeBase): py.Node => node as py.Node;
