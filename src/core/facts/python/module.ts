/** Joins the symbols of the units to those of the document: the module's scope and the built-in one. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { AttributeBinding, PythonScope, PythonSymbol, UnitSymbols } from './bindings';
import { addBinding, localSymbols, lookup, newSymbol } from './scopes';
import { unitSymbols } from './symbols';
import type { Tree } from '../tree';

/** The names of one document. */
export interface PythonModule {
  scope: PythonScope;
  units: UnitSymbols[];
  /** The statements of the document. */
  roots: readonly NodeBase[];
  symbolOf(node: NodeBase): PythonSymbol | undefined;
  scopeOf(node: NodeBase): PythonScope;
  /** What a spelled name means in a scope, for annotations that stand in strings. */
  lookup(name: string, scope: PythonScope): PythonSymbol | undefined;
  /** Every attribute access of that name, in the order of the text. */
  attributesNamed(name: string): py.Attribute[];
  classes: readonly py.ClassDef[];
  /** `self.x = …` by the name of the attribute. */
  attributeBindings: AttributeBinding[];
}

/** Which names are built in, and which a star import brings; the library knows. */
export interface KnownNames {
  isBuiltin(name: string): boolean;
  exports(module: string, name: string): boolean;
}

/**
 * Builds the module's scope. The scopes inside the units are kept from one state of the document to the next; they
 * hang below the newest module scope, so only the newest facts of a document may be asked.
 */
export function linkModule(file: py.PythonFile, tree: Tree, known: KnownNames): PythonModule {
  const units = file.units.map(unit => unitSymbols(unit.node));
  const builtins: PythonScope = { kind: 'builtin', symbols: new Map() };
  const scope: PythonScope = { kind: 'module', parent: builtins, symbols: new Map() };
  const shared = new Map<NodeBase, PythonSymbol>();
  const stars = units.flatMap(unit => unit.starImports);

  const use = (symbol: PythonSymbol, node: py.Name, inFunction: boolean): void => {
    shared.set(node, symbol);
    symbol.uses.push(node);
    if (inFunction) symbol.captured = true;
  };
  for (const unit of units) {
    for (const root of unit.roots) root.parent = scope;
    for (const entry of unit.moduleBindings) {
      let symbol = scope.symbols.get(entry.name);
      if (!symbol) {
        scope.symbols.set(entry.name, (symbol = newSymbol(entry.name, entry.kind, scope)));
        symbol.declaration = entry.declaration;
        if (entry.import) symbol.import = entry.import;
      }
      addBinding(symbol, entry.binding);
    }
  }
  // A name that is assigned in a function by `global` but nowhere else is found here too, for all bindings are in.
  for (const unit of units) {
    const uses: { node: py.Name; inFunction: boolean }[] = unit.free.map(free => ({
      node: free.use,
      inFunction: free.inFunction,
    }));
    for (const entry of unit.moduleBindings) {
      if (entry.use) uses.push({ node: entry.use, inFunction: entry.inFunction });
    }
    uses.sort((a, b) => a.node.start - b.node.start);
    for (const { node, inFunction } of uses) {
      if (shared.has(node)) continue;
      const symbol = scope.symbols.get(node.id) ?? outside(node.id);
      if (symbol) use(symbol, node, inFunction);
    }
  }
  for (const symbol of scope.symbols.values()) markConstant(symbol);

  function outside(name: string): PythonSymbol | undefined {
    const star = stars.find(module => known.exports(module, name));
    if (star !== undefined) {
      const symbol = newSymbol(name, 'import', scope);
      symbol.import = { module: star, name };
      scope.symbols.set(name, symbol);
      return symbol;
    }
    let symbol = builtins.symbols.get(name);
    if (!symbol && known.isBuiltin(name)) {
      builtins.symbols.set(name, (symbol = newSymbol(name, 'builtin', builtins)));
    }
    return symbol;
  }

  function scopeOf(node: NodeBase): PythonScope {
    const scopes = units[tree.unitOf(node)]?.scopes;
    if (!scopes) return scope;
    let outside = false;
    let from: NodeBase = node;
    for (let at = tree.parentOf(node); at; from = at, at = tree.parentOf(at)) {
      const n = at as py.Node;
      // A default or an annotation stands outside the function whose parameter it belongs to.
      if (n.kind === 'Param') outside = n.name !== from;
      else if (n.kind === 'Comprehension') outside = n.iter === from;
      const own = scopes.get(at);
      if (!own) continue;
      const skipped = outside && isFirst(n, from);
      outside = false;
      if (!skipped && !standsOutside(n, from)) return own;
    }
    return scope;
  }

  let attributes: Map<string, py.Attribute[]> | undefined;
  return {
    scope,
    units,
    roots: file.units.map(unit => unit.node),
    symbolOf: node => shared.get(node) ?? localSymbols.get(node),
    scopeOf,
    lookup: (name, from) => lookup(name, from) ?? scope.symbols.get(name) ?? outside(name),
    attributesNamed(name) {
      if (!attributes) {
        attributes = new Map();
        for (const unit of units) {
          for (const [key, nodes] of unit.attributes) attributes.set(key, [...(attributes.get(key) ?? []), ...nodes]);
        }
      }
      return attributes.get(name) ?? [];
    },
    classes: units.flatMap(unit => unit.classes),
    attributeBindings: units.flatMap(unit => unit.attributeBindings),
  };
}

/** Only the first iterable of a comprehension stands outside of it. */
const isFirst = (node: py.Node, generator: NodeBase): boolean =>
  !('generators' in node) || node.generators[0] === generator;

/** Decorators, defaults, annotations and bases stand outside the scope that their node opens. */
function standsOutside(node: py.Node, child: NodeBase): boolean {
  switch (node.kind) {
    case 'FunctionDef':
      return node.decorators.includes(child as py.Expression) || node.returns === child || node.name === child;
    case 'ClassDef':
      return (
        node.decorators.includes(child as py.Expression) ||
        node.bases.includes(child as py.Expression) ||
        node.name === child
      );
    default:
      return false;
  }
}

/** By custom a name in capitals does not change; `Final` says so. */
function markConstant(symbol: PythonSymbol): void {
  const value = symbol.bindings.find(binding => binding.kind === 'value');
  if (symbol.kind !== 'variable' || !value) return;
  if (value.value.kind === 'Call' && /^(TypeVar|ParamSpec|TypeVarTuple)$/.test(lastName(value.value.func))) {
    symbol.kind = 'typevar';
  } else if (!symbol.reassigned && (/^_*[A-Z][A-Z0-9_]*$/.test(symbol.name) || isFinal(symbol))) {
    symbol.kind = 'constant';
  }
}

function isFinal(symbol: PythonSymbol): boolean {
  return symbol.bindings.some(binding => {
    if (binding.kind !== 'annotated') return false;
    const { annotation } = binding;
    return lastName(annotation.kind === 'Subscript' ? annotation.value : annotation) === 'Final';
  });
}

/** The last word of a dotted name; empty for anything else. */
export function lastName(node: py.Expression): string {
  if (node.kind === 'Name') return node.id;
  return node.kind === 'Attribute' && node.attr.kind === 'Name' ? node.attr.id : '';
}
