/** Scopes of a unit while it is walked, and the resolution of its names when the walk is over. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { Scope, SymbolKind } from '../facts';
import type { Binding, ModuleBinding, PythonScope, PythonSymbol, UnitSymbols } from './bindings';

/** Symbols of the scopes inside a unit. They live as long as their nodes, so that an edit elsewhere costs nothing. */
export const localSymbols = new WeakMap<NodeBase, PythonSymbol>();

export interface Declare {
  kind: SymbolKind;
  use?: py.Name;
  declaration: NodeBase;
  import?: PythonSymbol['import'];
}

/** The names of one unit. `undefined` stands for the scope of the module, which is shared by all units. */
export class UnitScopes {
  readonly result: UnitSymbols = {
    roots: [],
    scopes: new Map(),
    moduleBindings: [],
    free: [],
    attributes: new Map(),
    attributeBindings: [],
    functions: [],
    classes: [],
    starImports: [],
  };
  private readonly pending: { use: py.Name; scope: PythonScope | undefined }[] = [];
  private readonly bound: { binding: Binding; scope: PythonScope | undefined; name: string; how: Declare }[] = [];

  /** Opens a scope inside another. */
  open(kind: Scope['kind'], node: NodeBase, parent: PythonScope | undefined): PythonScope {
    const scope: PythonScope = { kind, symbols: new Map(), node };
    if (parent) scope.parent = parent;
    else this.result.roots.push(scope);
    this.result.scopes.set(node, scope);
    return scope;
  }

  /** Notes that a name is read. */
  read(use: py.Name, scope: PythonScope | undefined): void {
    this.pending.push({ use, scope });
  }

  /** Notes that a name gets a value; where it belongs is known only when the whole function was seen. */
  bind(name: string, scope: PythonScope | undefined, binding: Binding, how: Declare): void {
    this.bound.push({ binding, scope, name, how });
  }

  /** Sends names of a function to the module or to a function around it. */
  elsewhere(names: readonly py.Identifier[], scope: PythonScope | undefined, where: 'global' | 'nonlocal'): void {
    for (const name of names) {
      if (name.kind !== 'Name') continue;
      if (scope) (scope.elsewhere ??= new Map()).set(name.id, where);
      this.read(name, scope);
    }
  }

  /** Resolves everything; to be called once, at the end of the walk. */
  finish(): UnitSymbols {
    for (const entry of this.bound) this.settle(entry.name, entry.scope, entry.binding, entry.how);
    for (const { use, scope } of this.pending) {
      const symbol = lookup(use.id, scope);
      if (symbol) this.addUse(symbol, use, scope);
      else this.result.free.push({ use, inFunction: functionOf(scope) !== undefined });
    }
    const touched = new Set<PythonSymbol>();
    for (const scope of this.result.scopes.values()) for (const symbol of scope.symbols.values()) touched.add(symbol);
    for (const symbol of touched) symbol.uses.sort((a, b) => a.start - b.start);
    return this.result;
  }

  private settle(name: string, from: PythonScope | undefined, binding: Binding, how: Declare): void {
    const scope = targetScope(name, from);
    if (!scope) {
      const entry: ModuleBinding = {
        name,
        binding,
        kind: how.kind,
        declaration: how.declaration,
        inFunction: functionOf(from) !== undefined,
      };
      if (how.use) entry.use = how.use;
      if (how.import) entry.import = how.import;
      this.result.moduleBindings.push(entry);
      return;
    }
    let symbol = scope.symbols.get(name);
    if (!symbol) {
      symbol = newSymbol(name, how.kind, scope);
      symbol.declaration = how.declaration;
      if (how.import) symbol.import = how.import;
      scope.symbols.set(name, symbol);
    }
    addBinding(symbol, binding);
    if (how.use) this.addUse(symbol, how.use, from);
  }

  private addUse(symbol: PythonSymbol, use: py.Name, from: PythonScope | undefined): void {
    if (localSymbols.get(use) === symbol && symbol.uses.includes(use)) return;
    localSymbols.set(use, symbol);
    symbol.uses.push(use);
    if (functionOf(from) !== functionOf(symbol.scope)) symbol.captured = true;
  }
}

/** A symbol without uses. */
export function newSymbol(name: string, kind: SymbolKind, scope: PythonScope): PythonSymbol {
  return { name, kind, scope, uses: [], captured: false, reassigned: false, bindings: [] };
}

/** Adds a way in which a symbol gets its value, and notes where that makes it change. */
export function addBinding(symbol: PythonSymbol, binding: Binding): void {
  const gives = (one: Binding): boolean => one.kind !== 'deleted' && (one.kind !== 'annotated' || one.hasValue);
  if (gives(binding) && binding.kind !== 'annotated') {
    if (symbol.bindings.some(other => gives(other) && other.kind !== 'annotated')) symbol.reassigned = true;
  }
  symbol.bindings.push(binding);
}

/** The scope in which a name that is bound in `from` lives; undefined for the module's. */
function targetScope(name: string, from: PythonScope | undefined): PythonScope | undefined {
  const where = from?.elsewhere?.get(name);
  if (where === 'global') return undefined;
  if (where === 'nonlocal') {
    for (let scope = from?.parent; scope; scope = scope.parent) {
      if (scope.kind !== 'class' && scope.symbols.has(name)) return scope;
    }
  }
  return from;
}

/** The symbol that a name means in a scope of the unit; undefined where it is a name of the module or a built-in one. */
export function lookup(name: string, from: PythonScope | undefined): PythonSymbol | undefined {
  for (let scope = from; scope && scope.kind !== 'module'; scope = scope.parent) {
    if (scope.elsewhere?.get(name) === 'global') return undefined;
    // The names of a class are seen in its body alone, not in its methods; comprehensions count as functions here.
    if (scope.kind === 'class' && scope !== from) continue;
    const symbol = scope.symbols.get(name);
    if (symbol) return symbol;
  }
  return undefined;
}

/** The scope of the function in which a scope stands, itself included; undefined at module level. */
export function functionOf(scope: Scope | undefined): Scope | undefined {
  for (let current = scope; current; current = current.parent) if (current.kind === 'function') return current;
  return undefined;
}
