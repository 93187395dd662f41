/** What the parts of the Go type engine share. */
import type { Library, LibraryFunction } from '../../library/library';
import type { NodeBase } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import type { Memo } from '../memo';
import type { Tree } from '../tree';
import type { FunctionType, Type } from '../types';
import type { GoSymbol } from './bindings';
import type { GoModule } from './module';

/** What a name or a selection means. */
export interface Resolved {
  qualified?: string;
  type(): Type;
  /** Set for library functions and methods. */
  library?: LibraryFunction;
  /** A function or method of the package. */
  func?: go.FuncDecl;
  /** It names a type, not a value. */
  isType?: true;
}

export interface GoContext {
  readonly module: GoModule;
  readonly tree: Tree;
  readonly memo: Memo;
  readonly library: Library;
  typeOf(node: NodeBase): Type;
  resolve(node: NodeBase): Resolved | undefined;
  typeOfSymbol(symbol: GoSymbol): Type;
  /** The type that an expression in a type's place names. */
  typeNamedBy(node: go.Expression): Type;
  functionType(type: go.FuncType): FunctionType;
  /** Structs and interfaces without a name, by the name that the facts give them. */
  readonly anonymous: Anonymous;
  readonly memories: Memories;
}

export interface Anonymous {
  nameOf(node: go.StructType | go.InterfaceType): string;
  node(name: string): go.StructType | go.InterfaceType | undefined;
}

export interface Memories {
  types: Map<NodeBase, Type>;
  named: Map<NodeBase, Type>;
  symbols: Map<GoSymbol, Type>;
  resolved: Map<NodeBase, Resolved | typeof nothing>;
  underlying: Map<object, Type>;
}

/** Stands in a memory for "there is none". */
export const nothing = { type: (): Type => ({ kind: 'unknown' }) } as Resolved;

/** Whether two names mean the same. Their types are answers of their own. */
export const sameResolved = (a: Resolved, b: Resolved): boolean =>
  a.qualified === b.qualified && a.func === b.func && a.library === b.library && a.isType === b.isType;

export const createMemories = (): Memories => ({
  types: new Map(),
  named: new Map(),
  symbols: new Map(),
  resolved: new Map(),
  underlying: new Map(),
});

/** Numbers the structs and interfaces without a name; a node keeps its number as long as it lives. */
export function createAnonymous(): Anonymous {
  const nodes = new Map<string, go.StructType | go.InterfaceType>();
  return {
    nameOf(node) {
      if (node.kind === 'StructType' && node.fields.length === 0) return 'struct{}';
      let number = numbers.get(node);
      if (number === undefined) numbers.set(node, (number = ++last));
      const name = `${node.kind === 'StructType' ? 'struct' : 'interface'}#${number}`;
      nodes.set(name, node);
      return name;
    },
    node: name => nodes.get(name),
  };
}

let last = 0;
const numbers = new WeakMap<NodeBase, number>();

/** The node as one of the Go AST. */
export const asGo = (node: NodeBase): go.Node => node as go.Node;
