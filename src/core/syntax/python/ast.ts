/**
 * The Python AST. Kinds and fields have the names of CPython's `ast` module; where a field differs, the reason stands
 * beside it. Normal forms: no parentheses; literals decoded; adjacent strings joined; `not x in y` is `x not in y` and
 * `not x is y` is `x is not y`; `a and b and c` is one BoolOp; `elif` is an `If` alone in `orelse`; `Starred` in calls,
 * displays and targets.
 */
import type { Bad, Comment, Meta, NodeBase, SourceFile, Unit } from '../node';

export type { Bad, Meta } from '../node';

export interface Name extends NodeBase {
  kind: 'Name';
  id: string;
}
/** Every place where a name is declared or selected takes a Name, so that a pattern can have a hole there. */
export type Identifier = Name | Meta;

// ---- literals ----
export interface Int extends NodeBase {
  kind: 'Int';
  /** Decimal digits, of any length. `style`: `hex`, `octal` or `binary`. */
  value: string;
}
export interface Float extends NodeBase {
  kind: 'Float';
  /** As JavaScript writes the same double: `1.5`, `1e+100`. */
  value: string;
}
export interface Imaginary extends NodeBase {
  kind: 'Imaginary';
  /** The number before the `j`, as in Float. */
  value: string;
}
export interface Str extends NodeBase {
  kind: 'Str';
  /** Decoded text. `style`: `triple` for triple quotes, else `raw` for an `r`; of joined literals, that of the first. */
  value: string;
}
export interface Bytes extends NodeBase {
  kind: 'Bytes';
  /** One UTF-16 unit for each byte, 0 to 255. */
  value: string;
}
export interface JoinedStr extends NodeBase {
  kind: 'JoinedStr';
  /** Text and interpolations in turn, adjacent texts joined. */
  values: (Str | FormattedValue)[];
}
export interface FormattedValue extends NodeBase {
  kind: 'FormattedValue';
  value: Expression;
  conversion?: 's' | 'r' | 'a';
  formatSpec?: (Str | FormattedValue)[];
  /** The source text before the value in `{x = }`, with its `=` and blanks. */
  debug?: string;
}
export interface Bool extends NodeBase {
  kind: 'Bool';
  value: boolean;
}
export interface None extends NodeBase {
  kind: 'None';
}
export interface Ellipsis extends NodeBase {
  kind: 'Ellipsis';
}

// ---- displays and comprehensions ----
export interface List extends NodeBase {
  kind: 'List';
  elts: Expression[];
}
export interface Tuple extends NodeBase {
  kind: 'Tuple';
  elts: Expression[];
}
export interface SetDisplay extends NodeBase {
  kind: 'Set';
  elts: Expression[];
}
export interface Dict extends NodeBase {
  kind: 'Dict';
  items: (DictItem | DictSpread | Meta)[];
}
export interface DictItem extends NodeBase {
  kind: 'DictItem';
  key: Expression;
  value: Expression;
}
export interface DictSpread extends NodeBase {
  kind: 'DictSpread';
  value: Expression;
}
export interface ListComp extends NodeBase {
  kind: 'ListComp';
  elt: Expression;
  generators: Comprehension[];
}
export interface SetComp extends NodeBase {
  kind: 'SetComp';
  elt: Expression;
  generators: Comprehension[];
}
export interface GeneratorExp extends NodeBase {
  kind: 'GeneratorExp';
  elt: Expression;
  generators: Comprehension[];
}
export interface DictComp extends NodeBase {
  kind: 'DictComp';
  key: Expression;
  value: Expression;
  generators: Comprehension[];
}
export interface Comprehension extends NodeBase {
  kind: 'Comprehension';
  target: Expression;
  iter: Expression;
  ifs: Expression[];
  async: boolean;
}

// ---- operators ----
export type UnaryOperator = '-' | '+' | '~' | 'not';
export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**' | '@' | '&' | '|' | '^' | '<<' | '>>';
export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is' | 'is not';

export interface UnaryOp extends NodeBase {
  kind: 'UnaryOp';
  op: UnaryOperator;
  operand: Expression;
}
export interface BinOp extends NodeBase {
  kind: 'BinOp';
  op: BinaryOperator;
  left: Expression;
  right: Expression;
}
export interface BoolOp extends NodeBase {
  kind: 'BoolOp';
  op: 'and' | 'or';
  values: Expression[];
}
/** `a < b <= c` has two ops and two comparators. */
export interface Compare extends NodeBase {
  kind: 'Compare';
  left: Expression;
  ops: CompareOperator[];
  comparators: Expression[];
}
export interface IfExp extends NodeBase {
  kind: 'IfExp';
  test: Expression;
  body: Expression;
  orelse: Expression;
}
export interface NamedExpr extends NodeBase {
  kind: 'NamedExpr';
  target: Identifier;
  value: Expression;
}

// ---- calls, access ----
/** Positional and keyword arguments stand in one list, in the order of the text. */
export interface Call extends NodeBase {
  kind: 'Call';
  func: Expression;
  args: (Expression | Keyword)[];
}
/** `name=value`, or `**value` where `arg` is absent. */
export interface Keyword extends NodeBase {
  kind: 'Keyword';
  arg?: Identifier;
  value: Expression;
}
export interface Starred extends NodeBase {
  kind: 'Starred';
  value: Expression;
}
export interface Attribute extends NodeBase {
  kind: 'Attribute';
  value: Expression;
  attr: Identifier;
}
/** `x[a, b]` has a Tuple as its slice. */
export interface Subscript extends NodeBase {
  kind: 'Subscript';
  value: Expression;
  slice: Expression;
}
export interface Slice extends NodeBase {
  kind: 'Slice';
  lower?: Expression;
  upper?: Expression;
  step?: Expression;
}
export interface Lambda extends NodeBase {
  kind: 'Lambda';
  params: Param[];
  body: Expression;
}
export interface Await extends NodeBase {
  kind: 'Await';
  value: Expression;
}
export interface Yield extends NodeBase {
  kind: 'Yield';
  value?: Expression;
}
export interface YieldFrom extends NodeBase {
  kind: 'YieldFrom';
  value: Expression;
}

/**
 * One parameter. The bare `/` and `*` are parameters of kind `slash` and `star` without a name, in their place in the
 * list; `star` with a name is `*args`, `doubleStar` is `**kwargs`.
 */
export interface ParamNode extends NodeBase {
  kind: 'Param';
  form: 'plain' | 'slash' | 'star' | 'doubleStar';
  name?: Identifier;
  annotation?: Expression;
  default?: Expression;
}
export type Param = ParamNode | Meta;

export type Expression =
  | Name
  | Meta
  | Bad
  | Int
  | Float
  | Imaginary
  | Str
  | Bytes
  | JoinedStr
  | Bool
  | None
  | Ellipsis
  | List
  | Tuple
  | SetDisplay
  | Dict
  | ListComp
  | SetComp
  | GeneratorExp
  | DictComp
  | UnaryOp
  | BinOp
  | BoolOp
  | Compare
  | IfExp
  | NamedExpr
  | Call
  | Starred
  | Attribute
  | Subscript
  | Slice
  | Lambda
  | Await
  | Yield
  | YieldFrom;

// ---- statements ----
/** A comment that belongs to one part of a statement with several, or that stands apart. */
export interface PartComment extends Comment {
  /**
   * The part: `before` the line that begins it (`else:`), `after` that line's colon, or at the `end` of its body.
   * Without it, a comment is before the whole statement, behind its first line, or at the end of its last body.
   * `end` of a statement without a body is a line of its own after it.
   */
  part?: 'body' | 'orelse' | 'finalbody';
  /** A blank line lies between this comment and what it precedes (`before`) or follows (`end`). */
  gap?: true;
}

/** A body is never empty in parsed code; it may be in a template, where the printer writes `pass`. */
export type Body = Statement[];

export interface TypeParam extends NodeBase {
  kind: 'TypeParam';
  form: 'plain' | 'star' | 'doubleStar';
  name: Identifier;
  bound?: Expression;
  default?: Expression;
}
export interface FunctionDef extends NodeBase {
  kind: 'FunctionDef';
  name: Identifier;
  typeParams: (TypeParam | Meta)[];
  params: Param[];
  returns?: Expression;
  body: Body;
  decorators: Expression[];
  async: boolean;
}
export interface ClassDef extends NodeBase {
  kind: 'ClassDef';
  name: Identifier;
  typeParams: (TypeParam | Meta)[];
  /** Bases and keywords (`metaclass=M`). */
  bases: (Expression | Keyword)[];
  body: Body;
  decorators: Expression[];
}
export interface Return extends NodeBase {
  kind: 'Return';
  value?: Expression;
}
export interface Delete extends NodeBase {
  kind: 'Delete';
  targets: Expression[];
}
/** `a = b = value` has two targets. */
export interface Assign extends NodeBase {
  kind: 'Assign';
  targets: Expression[];
  value: Expression;
}
export interface AugAssign extends NodeBase {
  kind: 'AugAssign';
  op: BinaryOperator;
  target: Expression;
  value: Expression;
}
export interface AnnAssign extends NodeBase {
  kind: 'AnnAssign';
  target: Expression;
  annotation: Expression;
  value?: Expression;
}
export interface TypeAlias extends NodeBase {
  kind: 'TypeAlias';
  name: Identifier;
  typeParams: (TypeParam | Meta)[];
  value: Expression;
}
export interface For extends NodeBase {
  kind: 'For';
  target: Expression;
  iter: Expression;
  body: Body;
  orelse: Body;
  async: boolean;
}
export interface While extends NodeBase {
  kind: 'While';
  test: Expression;
  body: Body;
  orelse: Body;
}
/**
 * An `elif` is an `If` that stands alone in `orelse` and has `style: 'elif'`; so has a metavariable for any number of
 * such clauses, which may have the statements of the `else` behind it.
 */
export interface If extends NodeBase {
  kind: 'If';
  test: Expression;
  body: Body;
  orelse: Body;
}
export interface With extends NodeBase {
  kind: 'With';
  items: (WithItem | Meta)[];
  body: Body;
  async: boolean;
}
export interface WithItem extends NodeBase {
  kind: 'WithItem';
  context: Expression;
  target?: Expression;
}
export interface Match extends NodeBase {
  kind: 'Match';
  subject: Expression;
  cases: (MatchCase | Meta)[];
}
export interface MatchCase extends NodeBase {
  kind: 'MatchCase';
  pattern: MatchPattern;
  guard?: Expression;
  body: Body;
}
export interface Raise extends NodeBase {
  kind: 'Raise';
  exc?: Expression;
  cause?: Expression;
}
export interface Try extends NodeBase {
  kind: 'Try';
  body: Body;
  handlers: (ExceptHandler | Meta)[];
  orelse: Body;
  finalbody: Body;
  /** `except*`. */
  star: boolean;
}
export interface ExceptHandler extends NodeBase {
  kind: 'ExceptHandler';
  type?: Expression;
  name?: Identifier;
  body: Body;
}
export interface Assert extends NodeBase {
  kind: 'Assert';
  test: Expression;
  msg?: Expression;
}
export interface Import extends NodeBase {
  kind: 'Import';
  names: Alias[];
}
export interface ImportFrom extends NodeBase {
  kind: 'ImportFrom';
  /** Dotted; empty for `from . import x`. */
  module: string;
  /** Number of leading dots. */
  level: number;
  /** One alias named `*` for a star import. */
  names: Alias[];
}
export interface Alias extends NodeBase {
  kind: 'Alias';
  /** Dotted. */
  name: string;
  asname?: string;
}
export interface Global extends NodeBase {
  kind: 'Global';
  names: Identifier[];
}
export interface Nonlocal extends NodeBase {
  kind: 'Nonlocal';
  names: Identifier[];
}
export interface ExprStmt extends NodeBase {
  kind: 'Expr';
  value: Expression;
}
export interface Pass extends NodeBase {
  kind: 'Pass';
}
export interface Break extends NodeBase {
  kind: 'Break';
}
export interface Continue extends NodeBase {
  kind: 'Continue';
}

/** Patterns of `case`. A dotted name or a literal is a MatchValue. */
export type MatchPattern =
  MatchValue | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr | Meta | Bad;
/** Literals, None, True, False and dotted names. */
export interface MatchValue extends NodeBase {
  kind: 'MatchValue';
  value: Expression;
}
export interface MatchSequence extends NodeBase {
  kind: 'MatchSequence';
  patterns: MatchPattern[];
}
export interface MatchMapping extends NodeBase {
  kind: 'MatchMapping';
  keys: Expression[];
  patterns: MatchPattern[];
  rest?: Identifier;
}
export interface MatchClass extends NodeBase {
  kind: 'MatchClass';
  cls: Expression;
  patterns: MatchPattern[];
  keywords: MatchKeyword[];
}
export interface MatchKeyword extends NodeBase {
  kind: 'MatchKeyword';
  name: Identifier;
  pattern: MatchPattern;
}
export interface MatchStar extends NodeBase {
  kind: 'MatchStar';
  /** Absent for `*_`. */
  name?: Identifier;
}
/** `pattern as name`; a capture has no pattern; `_` has neither. */
export interface MatchAs extends NodeBase {
  kind: 'MatchAs';
  pattern?: MatchPattern;
  name?: Identifier;
}
export interface MatchOr extends NodeBase {
  kind: 'MatchOr';
  patterns: MatchPattern[];
}

export type Statement =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | TypeAlias
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue
  | Meta
  | Bad;

export type Node =
  | Expression
  | Statement
  | Keyword
  | Param
  | FormattedValue
  | DictItem
  | DictSpread
  | Comprehension
  | TypeParam
  | WithItem
  | MatchCase
  | MatchPattern
  | MatchKeyword
  | ExceptHandler
  | Alias;

export type PythonUnit = Unit<Statement>;
export type PythonFile = SourceFile<Statement>;
