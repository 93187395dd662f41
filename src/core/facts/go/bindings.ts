/** What the one pass over a Go unit finds. */
import type { NodeBase } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import type { Scope, Symbol, SymbolKind } from '../facts';

/** How a name gets its type. Go's variables have one declaration, so one is enough. */
export type Binding =
  | { kind: 'value'; values: readonly go.Expression[]; index: number; count: number }
  | { kind: 'typed'; type: go.Expression }
  | { kind: 'constant'; type?: go.Expression; value?: go.Expression; iota: number }
  | { kind: 'range'; statement: go.RangeStmt; part: 'key' | 'value' }
  | { kind: 'field'; field: go.Field }
  | { kind: 'function'; node: go.FuncDecl }
  | { kind: 'type'; node: go.TypeSpec }
  | { kind: 'typevar'; field?: go.Field }
  | { kind: 'import'; spec: go.ImportSpec }
  /** The variable of a type switch, in one of its clauses; without types it is that of the whole. */
  | { kind: 'switched'; x: go.Expression; types: readonly go.Expression[] }
  | { kind: 'label' };

export interface GoSymbol extends Symbol {
  scope: GoScope;
  /** None for what the language declares itself. */
  binding?: Binding;
}

export interface GoScope extends Scope {
  parent?: GoScope;
  symbols: Map<string, GoSymbol>;
}

export interface FreeName {
  use: go.Ident;
  inFunction: boolean;
  /** It is given a value there. */
  written: boolean;
}

/** `Point{X: 1}`: whether X is a field or a variable depends on what Point is. */
export interface LiteralKey {
  use: go.Ident;
  type: go.Expression;
  /** What the name means if it is no field; undefined for a name of the package. */
  local?: GoSymbol;
  inFunction: boolean;
}

export interface ModuleBinding {
  name: string;
  kind: SymbolKind;
  binding: Binding;
  use?: go.Ident;
  declaration: NodeBase;
  import?: Symbol['import'];
}

export interface UnitSymbols {
  /** Scopes whose parent is the file's. */
  roots: GoScope[];
  scopes: Map<NodeBase, GoScope>;
  moduleBindings: ModuleBinding[];
  free: FreeName[];
  literalKeys: LiteralKey[];
  methods: go.FuncDecl[];
  selectors: Map<string, go.SelectorExpr[]>;
}
