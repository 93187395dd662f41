/** Joins the names of the units of a package: this file's, those of the files beside it, and the language's own. */
import type { NodeBase } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import type { Library } from '../../library/library';
import type { Tree } from '../tree';
import type { GoScope, GoSymbol, ModuleBinding, UnitSymbols } from './bindings';
import { packageName } from './imports';
import { addUse, localSymbols } from './scopes';
import { unitSymbols } from './symbols';

export interface GoModule {
  /** Imports and declarations of this file. */
  scope: GoScope;
  units: UnitSymbols[];
  symbolOf(node: NodeBase): GoSymbol | undefined;
  scopeOf(node: NodeBase): GoScope;
  /** The methods of a declared type, by the name of the type, of all files of the package. */
  methodsOf(type: string): readonly go.FuncDecl[];
  /** A declaration of the package. */
  declared(name: string): GoSymbol | undefined;
  selectorsNamed(name: string): go.SelectorExpr[];
}

/** Builds the scopes of a file and of what it shares a package with. */
export function linkModule(file: go.GoFile, beside: readonly go.GoFile[], tree: Tree, library: Library): GoModule {
  const universe: GoScope = { kind: 'builtin', symbols: new Map() };
  const others: GoScope = { kind: 'module', parent: universe, symbols: new Map() };
  const scope: GoScope = { kind: 'module', parent: others, symbols: new Map() };
  const shared = new Map<NodeBase, GoSymbol>();
  const methods = new Map<string, go.FuncDecl[]>();
  const files = [file, ...beside].map((one, i) => {
    const units = one.units.map(unit => unitSymbols(unit.node));
    const imports = new Map<string, GoSymbol>();
    const dots: string[] = [];
    for (const unit of units) {
      for (const root of unit.roots) root.parent = i === 0 ? scope : others;
      for (const entry of unit.moduleBindings) declare(entry, i === 0 ? scope : others, imports, dots);
      for (const method of unit.methods) addMethod(methods, method);
    }
    return { units, imports, dots };
  });
  for (const [name, symbol] of files[0]!.imports) if (!scope.symbols.has(name)) scope.symbols.set(name, symbol);

  function declare(entry: ModuleBinding, into: GoScope, imports: Map<string, GoSymbol>, dots: string[]): void {
    const symbol: GoSymbol = {
      name: entry.name,
      kind: entry.kind,
      scope: into,
      declaration: entry.declaration,
      uses: [],
      captured: false,
      reassigned: false,
      binding: entry.binding,
    };
    if (entry.binding.kind === 'import') {
      const { path, name } = entry.binding.spec;
      if (name === '.') dots.push(path);
      if (name === '.' || name === '_') return;
      symbol.name = name ?? packageName(path);
      symbol.import = { module: path };
      imports.set(symbol.name, symbol);
      return;
    }
    const known = into.symbols.get(entry.name);
    // A fragment may declare a name twice, as a notebook does; the later one is the same variable.
    if (known) known.reassigned = true;
    else into.symbols.set(entry.name, symbol);
    if (entry.use) shared.set(entry.use, known ?? symbol);
  }

  const builtin = (name: string): GoSymbol | undefined => {
    let symbol = universe.symbols.get(name);
    if (!symbol && library.module('builtin')?.members.has(name)) {
      symbol = { name, kind: 'builtin', scope: universe, uses: [], captured: false, reassigned: false };
      universe.symbols.set(name, symbol);
    }
    return symbol;
  };
  const find = (name: string, at: (typeof files)[number]): GoSymbol | undefined => {
    const known = at.imports.get(name) ?? scope.symbols.get(name) ?? others.symbols.get(name);
    if (known && (known.kind !== 'import' || at.imports.get(name) === known)) return known;
    const dot = at.dots.find(path => library.module(path)?.members.has(name));
    if (dot !== undefined) {
      const symbol: GoSymbol = {
        name,
        kind: 'import',
        scope,
        uses: [],
        captured: false,
        reassigned: false,
        import: { module: dot, name },
      };
      at.imports.set(name, symbol);
      return symbol;
    }
    return builtin(name);
  };
  for (const one of files) {
    for (const unit of one.units) {
      for (const free of unit.free) {
        const symbol = find(free.use.name, one);
        if (!symbol) continue;
        shared.set(free.use, symbol);
        if (free.inFunction) symbol.captured = true;
        if (free.written) symbol.reassigned = true;
      }
      for (const key of unit.literalKeys) {
        if (isStruct(key.type)) continue;
        const symbol = key.local ?? find(key.use.name, one);
        if (!symbol || shared.has(key.use)) continue;
        if (key.local) {
          if (!localSymbols.has(key.use)) addUse(key.local, key.use, key.local.scope, false);
        } else {
          shared.set(key.use, symbol);
          if (key.inFunction) symbol.captured = true;
        }
      }
    }
  }
  // Uses are those of this file, in the order of the text.
  for (const unit of files[0]!.units) {
    const declared = unit.moduleBindings.flatMap(entry => (entry.use ? [entry.use] : []));
    const uses = [...declared, ...unit.free.map(free => free.use), ...unit.literalKeys.map(key => key.use)];
    uses.sort((a, b) => a.start - b.start);
    for (const use of uses) shared.get(use)?.uses.push(use);
  }

  /** Whether a literal of the type has fields; what is not known is taken for a struct. */
  function isStruct(type: go.Expression): boolean {
    const base = type.kind === 'IndexExpr' ? type.x : type;
    if (base.kind === 'SelectorExpr') {
      const path = shared.get(base.x)?.import?.module;
      const name = base.sel.kind === 'Ident' ? base.sel.name : '';
      return path === undefined || library.class(`${path}.${name}`)?.underlying === undefined;
    }
    if (base.kind !== 'Ident') return base.kind !== 'ArrayType' && base.kind !== 'MapType';
    const symbol = shared.get(base) ?? localSymbols.get(base);
    const binding = symbol?.binding;
    if (binding?.kind !== 'type') return true;
    return binding.node.type.kind === 'Ident' || binding.node.type.kind === 'SelectorExpr'
      ? isStruct(binding.node.type)
      : binding.node.type.kind === 'StructType';
  }

  function scopeOf(node: NodeBase): GoScope {
    const scopes = files[0]!.units[tree.unitOf(node)]?.scopes;
    if (!scopes) return scope;
    let from: NodeBase = node;
    for (let at = tree.parentOf(node); at; from = at, at = tree.parentOf(at)) {
      const own = scopes.get(at);
      if (own && !standsOutside(at, from)) return own;
    }
    return scope;
  }

  return {
    scope,
    units: files[0]!.units,
    symbolOf: node => shared.get(node) ?? localSymbols.get(node),
    scopeOf,
    methodsOf: type => methods.get(type) ?? [],
    declared: name => {
      const symbol = scope.symbols.get(name) ?? others.symbols.get(name);
      return symbol?.kind === 'import' ? others.symbols.get(name) : symbol;
    },
    selectorsNamed: name => files[0]!.units.flatMap(unit => unit.selectors.get(name) ?? []),
  };
}

/** The expression that a `range` goes over, and the types of a case, stand outside the scope of their node. */
function standsOutside(node: NodeBase, child: NodeBase): boolean {
  if (node.kind === 'RangeStmt') return (node as go.RangeStmt).x === child;
  if (node.kind === 'CaseClause') return (node as go.CaseClause).list.includes(child as go.Expression);
  return node.kind === 'TypeSpec' && (node as go.TypeSpec).name === child;
}

function addMethod(methods: Map<string, go.FuncDecl[]>, method: go.FuncDecl): void {
  let type = method.recv?.type;
  if (type?.kind === 'StarExpr') type = type.x;
  if (type?.kind === 'IndexExpr') type = type.x;
  if (type?.kind !== 'Ident') return;
  const known = methods.get(type.name);
  if (known) known.push(method);
  else methods.set(type.name, [method]);
}
