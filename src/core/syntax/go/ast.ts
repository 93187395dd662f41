/**
 * The Go AST. Kinds and fields have the names of the standard library's `go/ast`; where a field differs, the reason
 * stands beside it. Normal forms: no ParenExpr; literals decoded; one spec for each name group of a `const`, `var`,
 * `type` or `import` declaration; a call and a conversion are both CallExpr, for the syntax alone cannot tell them
 * apart; the same holds for IndexExpr and a generic instantiation.
 */
import type { Bad, Comment, Meta, NodeBase, SourceFile, Unit } from '../node';

export type { Bad, Meta } from '../node';

/** What Go adds to a comment. The fields matter to printing only, and a comment without them is a plain one. */
export interface GoComment extends Comment {
  /** It was written between `/*` and its end. */
  block?: true;
  /** What it is attached to begins on the same line. */
  inline?: true;
  /** A blank line stands between it and what it is attached to, or the next comment on the way there. */
  detached?: true;
}

export interface Ident extends NodeBase {
  kind: 'Ident';
  name: string;
}
/** Every place where a name is declared or selected takes an Ident, so that a pattern can have a hole there. */
export type Identifier = Ident | Meta;

// ---- literals ----
export interface IntLit extends NodeBase {
  kind: 'IntLit';
  /** Decimal digits, of any length. `style`: `hex`, `octal` or `binary`. */
  value: string;
}
export interface FloatLit extends NodeBase {
  kind: 'FloatLit';
  /** As JavaScript writes the same double; its own digits where no double holds it. `style`: `exponent` for `1e6`. */
  value: string;
}
export interface ImagLit extends NodeBase {
  kind: 'ImagLit';
  value: string;
}
export interface CharLit extends NodeBase {
  kind: 'CharLit';
  /** The code point. */
  value: number;
}
export interface StringLit extends NodeBase {
  kind: 'StringLit';
  /**
   * Decoded text. A byte that is not part of valid UTF-8 (written `\xff`) stands as the unpaired surrogate U+DC00 plus
   * the byte, so that no text is lost. `style`: `raw` for back quotes.
   */
  value: string;
}
/** `Point{1, 2}`, `[]int{1}`, `map[string]int{"a": 1}`; without a type inside another literal. */
export interface CompositeLit extends NodeBase {
  kind: 'CompositeLit';
  type?: Expression;
  elts: (Expression | KeyValueExpr)[];
}
export interface KeyValueExpr extends NodeBase {
  kind: 'KeyValueExpr';
  key: Expression;
  value: Expression;
}
export interface FuncLit extends NodeBase {
  kind: 'FuncLit';
  type: FuncType;
  body: BlockStmt;
}

// ---- operators, calls, access ----
export type UnaryOperator = '+' | '-' | '!' | '^' | '&' | '<-' | '~';
export type BinaryOperator =
  | '||'
  | '&&'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '|'
  | '^'
  | '*'
  | '/'
  | '%'
  | '<<'
  | '>>'
  | '&'
  | '&^';

export interface UnaryExpr extends NodeBase {
  kind: 'UnaryExpr';
  op: UnaryOperator;
  x: Expression;
}
/** A dereference, or a pointer type. */
export interface StarExpr extends NodeBase {
  kind: 'StarExpr';
  x: Expression;
}
export interface BinaryExpr extends NodeBase {
  kind: 'BinaryExpr';
  op: BinaryOperator;
  x: Expression;
  y: Expression;
}
export interface SelectorExpr extends NodeBase {
  kind: 'SelectorExpr';
  x: Expression;
  sel: Identifier;
}
/** `a[i]`, and `f[int, string]` with two indices. */
export interface IndexExpr extends NodeBase {
  kind: 'IndexExpr';
  x: Expression;
  indices: Expression[];
}
export interface SliceExpr extends NodeBase {
  kind: 'SliceExpr';
  x: Expression;
  low?: Expression;
  high?: Expression;
  max?: Expression;
}
/** `x.(T)`; `x.(type)` has no type. */
export interface TypeAssertExpr extends NodeBase {
  kind: 'TypeAssertExpr';
  x: Expression;
  type?: Expression;
}
/** A call or a conversion. The first argument may be a type (`make([]int, n)`). */
export interface CallExpr extends NodeBase {
  kind: 'CallExpr';
  fun: Expression;
  args: Expression[];
  /** `f(xs...)`. */
  ellipsis: boolean;
}

// ---- types ----
/** `[]T` has no length, `[...]T` has `length: 'auto'`. */
export interface ArrayType extends NodeBase {
  kind: 'ArrayType';
  len?: Expression | 'auto';
  elt: Expression;
}
export interface MapType extends NodeBase {
  kind: 'MapType';
  key: Expression;
  value: Expression;
}
export interface ChanType extends NodeBase {
  kind: 'ChanType';
  dir: 'both' | 'send' | 'receive';
  value: Expression;
}
export interface FuncType extends NodeBase {
  kind: 'FuncType';
  typeParams: (Field | Meta)[];
  params: (Field | Meta)[];
  results: (Field | Meta)[];
}
export interface StructType extends NodeBase {
  kind: 'StructType';
  fields: (Field | Meta)[];
}
export interface InterfaceType extends NodeBase {
  kind: 'InterfaceType';
  /** A method is a Field with one name and a FuncType; an embedded type or a union has no name. */
  methods: (Field | Meta)[];
}
/** A parameter, a result, a struct field, a method or a type parameter. `a, b int` is one Field with two names. */
export interface Field extends NodeBase {
  kind: 'Field';
  names: Identifier[];
  type: Expression;
  /** Decoded struct tag. */
  tag?: string;
  /** `...T` of the last parameter. */
  variadic: boolean;
}

export type Expression =
  | Ident
  | Meta
  | Bad
  | IntLit
  | FloatLit
  | ImagLit
  | CharLit
  | StringLit
  | CompositeLit
  | KeyValueExpr
  | FuncLit
  | UnaryExpr
  | StarExpr
  | BinaryExpr
  | SelectorExpr
  | IndexExpr
  | SliceExpr
  | TypeAssertExpr
  | CallExpr
  | ArrayType
  | MapType
  | ChanType
  | FuncType
  | StructType
  | InterfaceType;

// ---- statements ----
export interface BlockStmt extends NodeBase {
  kind: 'BlockStmt';
  list: Statement[];
}
export interface ExprStmt extends NodeBase {
  kind: 'ExprStmt';
  x: Expression;
}
export interface SendStmt extends NodeBase {
  kind: 'SendStmt';
  chan: Expression;
  value: Expression;
}
export interface IncDecStmt extends NodeBase {
  kind: 'IncDecStmt';
  x: Expression;
  op: '++' | '--';
}
export type AssignOperator = '=' | ':=' | '+=' | '-=' | '*=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '&^=';
export interface AssignStmt extends NodeBase {
  kind: 'AssignStmt';
  lhs: Expression[];
  op: AssignOperator;
  rhs: Expression[];
}
export interface GoStmt extends NodeBase {
  kind: 'GoStmt';
  call: Expression;
}
export interface DeferStmt extends NodeBase {
  kind: 'DeferStmt';
  call: Expression;
}
export interface ReturnStmt extends NodeBase {
  kind: 'ReturnStmt';
  results: Expression[];
}
export interface BranchStmt extends NodeBase {
  kind: 'BranchStmt';
  tok: 'break' | 'continue' | 'goto' | 'fallthrough';
  label?: Identifier;
}
export interface LabeledStmt extends NodeBase {
  kind: 'LabeledStmt';
  label: Identifier;
  stmt: Statement;
}
export interface IfStmt extends NodeBase {
  kind: 'IfStmt';
  init?: Statement;
  cond: Expression;
  body: BlockStmt;
  else?: Statement;
}
/** The clauses of this and the next two may hold a Bad where one of them does not parse. */
export interface SwitchStmt extends NodeBase {
  kind: 'SwitchStmt';
  init?: Statement;
  tag?: Expression;
  cases: (CaseClause | Meta | Bad)[];
}
/** `switch name := x.(type)`. */
export interface TypeSwitchStmt extends NodeBase {
  kind: 'TypeSwitchStmt';
  init?: Statement;
  name?: Identifier;
  x: Expression;
  cases: (CaseClause | Meta | Bad)[];
}
/** `default` has `isDefault` and no list. */
export interface CaseClause extends NodeBase {
  kind: 'CaseClause';
  list: Expression[];
  isDefault: boolean;
  body: Statement[];
}
export interface SelectStmt extends NodeBase {
  kind: 'SelectStmt';
  cases: (CommClause | Meta | Bad)[];
}
/** `comm` is a send, a receive as an ExprStmt or an AssignStmt; absent for `default`. */
export interface CommClause extends NodeBase {
  kind: 'CommClause';
  comm?: Statement;
  body: Statement[];
}
export interface ForStmt extends NodeBase {
  kind: 'ForStmt';
  init?: Statement;
  cond?: Expression;
  post?: Statement;
  body: BlockStmt;
}
/** `for range x` has neither key nor value; `tok` is then absent. */
export interface RangeStmt extends NodeBase {
  kind: 'RangeStmt';
  key?: Expression;
  value?: Expression;
  tok?: ':=' | '=';
  x: Expression;
  body: BlockStmt;
}
export interface DeclStmt extends NodeBase {
  kind: 'DeclStmt';
  decl: GenDecl;
}

// ---- declarations ----
/** `grouped` is true where parentheses were written; it is kept, for `iota` counts within one group. */
export interface GenDecl extends NodeBase {
  kind: 'GenDecl';
  tok: 'import' | 'const' | 'var' | 'type';
  /** A Bad stands for one spec that does not parse, so that a half-typed import does not take the others along. */
  specs: (ImportSpec | ValueSpec | TypeSpec | Meta | Bad)[];
  grouped: boolean;
}
export interface ImportSpec extends NodeBase {
  kind: 'ImportSpec';
  /** `_`, `.` or a package name. */
  name?: string;
  path: string;
}
export interface ValueSpec extends NodeBase {
  kind: 'ValueSpec';
  names: Identifier[];
  type?: Expression;
  values: Expression[];
}
export interface TypeSpec extends NodeBase {
  kind: 'TypeSpec';
  name: Identifier;
  typeParams: (Field | Meta)[];
  /** `type A = B`. */
  alias: boolean;
  type: Expression;
}
export interface FuncDecl extends NodeBase {
  kind: 'FuncDecl';
  recv?: Field;
  name: Identifier;
  type: FuncType;
  /** Absent for functions written in assembly. */
  body?: BlockStmt;
}
export interface PackageClause extends NodeBase {
  kind: 'PackageClause';
  name: Identifier;
}

export type Statement =
  | BlockStmt
  | ExprStmt
  | SendStmt
  | IncDecStmt
  | AssignStmt
  | GoStmt
  | DeferStmt
  | ReturnStmt
  | BranchStmt
  | LabeledStmt
  | IfStmt
  | SwitchStmt
  | TypeSwitchStmt
  | SelectStmt
  | ForStmt
  | RangeStmt
  | DeclStmt
  | EmptyStmt
  | Meta
  | Bad;
export interface EmptyStmt extends NodeBase {
  kind: 'EmptyStmt';
}

export type Declaration = GenDecl | FuncDecl | PackageClause | Meta | Bad;
/**
 * What may stand at the top of a document. Statements may too: a selection, a notebook cell or a fence of an idiom
 * file is lowered as they are; a whole file has declarations only.
 */
export type TopLevel = Declaration | Statement;

export type Node =
  Expression | Statement | Declaration | Field | CaseClause | CommClause | ImportSpec | ValueSpec | TypeSpec;

export type GoUnit = Unit<TopLevel>;
export type GoFile = SourceFile<TopLevel>;
