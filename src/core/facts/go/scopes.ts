/** Scopes of a Go unit while it is walked. A name means what was declared last before it, so it is resolved at once. */
import type { NodeBase } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import type { Scope, SymbolKind } from '../facts';
import type { Binding, GoScope, GoSymbol, UnitSymbols } from './bindings';

/** Symbols of the scopes inside a unit; they live as long as their nodes. */
export const localSymbols = new WeakMap<NodeBase, GoSymbol>();

export class UnitScopes {
  readonly result: UnitSymbols = {
    roots: [],
    scopes: new Map(),
    moduleBindings: [],
    free: [],
    literalKeys: [],
    methods: [],
    selectors: new Map(),
  };

  /** Opens a scope; undefined stands for the file's. */
  open(kind: Scope['kind'], node: NodeBase, parent: GoScope | undefined): GoScope {
    const scope: GoScope = { kind, symbols: new Map(), node };
    if (parent) scope.parent = parent;
    else this.result.roots.push(scope);
    this.result.scopes.set(node, scope);
    return scope;
  }

  /** Declares a name in a scope; `_` declares nothing. */
  declare(
    name: go.Identifier,
    scope: GoScope | undefined,
    kind: SymbolKind,
    binding: Binding,
    declaration: NodeBase,
  ): void {
    if (name.kind !== 'Ident' || name.name === '_') return;
    if (!scope) {
      this.result.moduleBindings.push({ name: name.name, kind, binding, use: name, declaration });
      return;
    }
    const symbol: GoSymbol = {
      name: name.name,
      kind,
      scope,
      declaration,
      uses: [name],
      captured: false,
      reassigned: false,
      binding,
    };
    scope.symbols.set(name.name, symbol);
    localSymbols.set(name, symbol);
  }

  /** A label may be spelled like a variable, for it lives in a world of its own: its key ends in a colon. */
  declareLabel(name: go.Ident, scope: GoScope, declaration: NodeBase): void {
    const key = `${name.name}:`;
    const waiting = scope.symbols.get(key);
    const symbol: GoSymbol = waiting ?? {
      name: name.name,
      kind: 'label',
      scope,
      uses: [],
      captured: false,
      reassigned: false,
      binding: { kind: 'label' },
    };
    symbol.declaration = declaration;
    symbol.uses.push(name);
    localSymbols.set(name, symbol);
    scope.symbols.set(key, symbol);
  }

  /** `goto` may name a label that comes later. */
  useLabel(name: go.Ident, scope: GoScope): void {
    const key = `${name.name}:`;
    if (!scope.symbols.has(key)) {
      this.declareLabel(name, scope, name);
      return;
    }
    const symbol = scope.symbols.get(key)!;
    symbol.uses.push(name);
    localSymbols.set(name, symbol);
  }

  /** Notes a use. `written` says that it is given a value there. */
  use(name: go.Ident, scope: GoScope | undefined, written = false): void {
    if (name.name === '_') return;
    const symbol = lookup(name.name, scope);
    if (!symbol) {
      this.result.free.push({ use: name, inFunction: functionOf(scope) !== undefined, written });
      return;
    }
    addUse(symbol, name, scope, written);
  }

  /** Whether `:=` would declare the name anew. */
  isNew(name: go.Ident, scope: GoScope | undefined): boolean {
    if (name.name === '_') return false;
    if (scope) return !scope.symbols.has(name.name);
    return !this.result.moduleBindings.some(entry => entry.name === name.name);
  }
}

/** Notes a use of a symbol of the unit. */
export function addUse(symbol: GoSymbol, name: go.Ident, scope: GoScope | undefined, written: boolean): void {
  localSymbols.set(name, symbol);
  symbol.uses.push(name);
  if (written) symbol.reassigned = true;
  if (functionOf(scope) !== functionOf(symbol.scope)) symbol.captured = true;
}

/** The symbol of a name inside a unit; undefined for names of the package and of the language. */
export function lookup(name: string, from: GoScope | undefined): GoSymbol | undefined {
  for (let scope = from; scope && scope.kind !== 'module'; scope = scope.parent) {
    const symbol = scope.symbols.get(name);
    if (symbol && symbol.kind !== 'label') return symbol;
  }
  return undefined;
}

/** The scope of the function in which a scope stands, itself included; undefined at the top. */
export function functionOf(scope: Scope | undefined): Scope | undefined {
  for (let current = scope; current; current = current.parent) if (current.kind === 'function') return current;
  return undefined;
}
