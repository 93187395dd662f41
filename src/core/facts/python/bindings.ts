/** What the one pass over a unit finds: scopes, the ways in which names get values, and names to be found elsewhere. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { Scope, Symbol, SymbolKind } from '../facts';

/** How the value of a target is taken out of a whole: by place, or the rest between `before` and `after`. */
export type Step = { index: number; of: number } | { rest: true; before: number; after: number };

/** One way in which a name or an attribute gets a value. */
export type Binding =
  | { kind: 'value'; value: py.Expression; path: readonly Step[] }
  | { kind: 'element'; of: py.Expression; async: boolean; path: readonly Step[] }
  | { kind: 'enter'; context: py.Expression; async: boolean; path: readonly Step[] }
  | { kind: 'augmented'; node: py.AugAssign }
  | { kind: 'annotated'; annotation: py.Expression; hasValue: boolean }
  | { kind: 'parameter'; param: py.ParamNode; func: py.FunctionDef | py.Lambda }
  | { kind: 'function'; node: py.FunctionDef }
  | { kind: 'class'; node: py.ClassDef }
  | { kind: 'import'; alias: py.Alias }
  | { kind: 'caught'; type: py.Expression | undefined; star: boolean }
  | { kind: 'captured'; subject: py.Expression; pattern: py.MatchPattern; name: py.Identifier }
  | { kind: 'typevar'; node: py.TypeParam }
  | { kind: 'alias'; node: py.TypeAlias }
  | { kind: 'deleted' };

/** The name that a binding gives its value to, and the statement or parameter in which it stands. */
export const originOf = new WeakMap<Binding, { name: py.Name; declaration: NodeBase }>();

/** A symbol with what the facts need beside the contract. */
export interface PythonSymbol extends Symbol {
  scope: PythonScope;
  bindings: Binding[];
}

export interface PythonScope extends Scope {
  parent?: PythonScope;
  symbols: Map<string, PythonSymbol>;
  /** Names that `global` and `nonlocal` send elsewhere. */
  elsewhere?: Map<string, 'global' | 'nonlocal'>;
}

/** A name of the module that a unit gives a value to. */
export interface ModuleBinding {
  name: string;
  binding: Binding;
  kind: SymbolKind;
  /** The Name that is bound; absent for imports, which are spelled as text. */
  use?: py.Name;
  declaration: NodeBase;
  import?: Symbol['import'];
  inFunction: boolean;
}

/** A name that no scope of its unit declares. */
export interface FreeName {
  use: py.Name;
  inFunction: boolean;
}

/** `self.x = value`, with the method's own scope, whose first parameter decides whether it declares a field. */
export interface AttributeBinding {
  owner: py.Name;
  name: string;
  node: py.Attribute;
  binding: Binding;
}

/** All that one pass over a unit gives. It is kept as long as the unit is. */
export interface UnitSymbols {
  /** Scopes whose parent is the module's. */
  roots: PythonScope[];
  scopes: Map<NodeBase, PythonScope>;
  moduleBindings: ModuleBinding[];
  free: FreeName[];
  attributes: Map<string, py.Attribute[]>;
  attributeBindings: AttributeBinding[];
  functions: (py.FunctionDef | py.Lambda)[];
  classes: py.ClassDef[];
  starImports: string[];
}
