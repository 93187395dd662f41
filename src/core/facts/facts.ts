/** What is known of a document beside its tree. Both languages answer the same questions. */
import type { NodeBase, SourceFile } from '../syntax/node';
import type { LanguageId } from '../syntax/parser';
import type { Shape } from './python/trial/shapes';
import type { FunctionType, Type } from './types';

export type SymbolKind =
  'import' | 'function' | 'class' | 'variable' | 'constant' | 'parameter' | 'typevar' | 'builtin' | 'label';

export interface Symbol {
  name: string;
  kind: SymbolKind;
  scope: Scope;
  /** The node that declares it (FunctionDef, Assign, Param, Field, ValueSpec, …); none for built-ins. */
  declaration?: NodeBase;
  /** Every Name or Ident that means this symbol, the declaring ones too, in the order of the text. */
  uses: NodeBase[];
  /** Used in a function inside the one that declares it; for a module's symbol: used in any function. */
  captured: boolean;
  /** Given a value more than once. */
  reassigned: boolean;
  /** The second variable of this name, the third, …, where one name holds values of different types one after another. */
  part?: number;
  /** For imports: Python `{ module: 'flask', name: 'Flask' }`, Go `{ module: 'net/http' }`. */
  import?: { module: string; name?: string };
}

export interface Scope {
  kind: 'builtin' | 'module' | 'class' | 'function' | 'comprehension' | 'block';
  parent?: Scope;
  symbols: Map<string, Symbol>;
  /** The node that opens it; none for the built-in scope and the module's. */
  node?: NodeBase;
}

/** What calling or running a function may do beside giving its result. */
export interface Effects {
  /** Raises or panics by a statement of its own, or by a call to something that is known to. */
  raises: boolean;
  /** What is raised, qualified: `builtins.ValueError`, `.Refused`. Empty where nothing is, or where it is not known. */
  raisesTypes: string[];
  yields: boolean;
  awaits: boolean;
  /** Names of parameters that are changed in place. */
  changes: string[];
  /** Writes, reads, or changes something that outlives the call. */
  impure: boolean;
}

export interface Versions {
  /** `3.11`; absent where no requires-python says. */
  python?: string;
  /** `1.22`; absent where no go.mod says. */
  go?: string;
}

/** A class or a declared Go type, of this file, a neighbour or a known library. */
export interface TypeDeclaration {
  /** As in `Type`: `.Point`, `net/http.Request`. */
  name: string;
  /**
   * `interface`: Go's, a Protocol, or a class with abstract methods. `named`: a Go type that is neither struct nor
   * interface (`type Celsius float64`). `enum` is Python's alone.
   */
  kind: 'class' | 'dataclass' | 'namedtuple' | 'enum' | 'struct' | 'interface' | 'named';
  typeParams: string[];
  /** Python's bases, Go's embedded types, in order. */
  bases: Type[];
  /** Of this declaration alone, in the order of the text; `self.x = …` counts. Members of an enum have `constant`. */
  fields: DeclaredField[];
  /** Of this declaration alone. */
  methods: DeclaredMethod[];
  /** What a Go type is made of, where `kind` is `named`. */
  underlying?: Type;
  /** ClassDef or TypeSpec; none for libraries. */
  node?: NodeBase;
}

export interface DeclaredField {
  name: string;
  type: Type;
  /** Where it is first declared or assigned. */
  node?: NodeBase;
  /** Belongs to the class and not to its instances. */
  constant?: true;
  /** A constructor made of the fields (dataclass, NamedTuple) need not be given it. */
  optional?: true;
  /** Go: an embedded field. */
  embedded?: true;
}

export interface DeclaredMethod {
  name: string;
  /** Without the receiver. */
  type: FunctionType;
  /** FunctionDef, FuncDecl, or the Field of an interface. */
  node?: NodeBase;
  binding: 'instance' | 'class' | 'static' | 'property';
  /** Go: the receiver is a pointer. */
  pointer?: true;
  abstract?: true;
}

/** The declarations of a file beside the document; bodies are not looked at. */
export interface NeighbourModule {
  uri: string;
  /** Python: as it is imported, with its dots: `.shapes`. Go: empty, for it is the same package. */
  module: string;
  file: SourceFile<NodeBase>;
}

/** The facts of one document. Every answer is total: an unknown node gets `unknown`, `undefined` or an empty list. */
export interface Facts {
  readonly language: LanguageId;
  readonly versions: Versions;
  readonly module: Scope;
  /** The symbol that a Name or Ident means; undefined for attributes, fields and names that nothing declares. */
  symbolOf(name: NodeBase): Symbol | undefined;
  /** The innermost scope in which the node stands. */
  scopeOf(node: NodeBase): Scope;
  /**
   * The full name of what an expression means, aliases resolved: `flask.Flask`, `builtins.len`, `net/http.HandleFunc`,
   * `builtin.append`; methods by the type of their receiver: `flask.Flask.route`, `builtins.str.join`,
   * `sync.Mutex.Lock`. A name of this file is `.name`. Undefined where it cannot be known.
   */
  qualifiedName(expression: NodeBase): string | undefined;
  typeOf(expression: NodeBase): Type;
  /** The signature of what is called: of this file, of a neighbouring file, or of a known library. */
  signatureOf(callee: NodeBase): FunctionType | undefined;
  /** The class or type of that name, as `Type` writes it; undefined for names that nothing declares. */
  typeDeclaration(name: string): TypeDeclaration | undefined;
  /**
   * What else a value of the type can be taken for, nearest first: the bases of a class (`collections.Counter` is a
   * `dict`), what a named Go type is made of. Empty for none.
   */
  basesOf(type: Type): Type[];
  /** Calls of values, with the functions that they may run: declarations, lambdas, and names of other functions. */
  valueCalls(): readonly { call: NodeBase; origins: readonly NodeBase[] }[];
  /** What the place wants of an argument, a returned or an assigned value; `unknown` where it takes anything. */
  expectedType(expression: NodeBase): Type;
  /** The node it stands in; undefined for a top-level statement and for nodes of other files. */
  parentOf(node: NodeBase): NodeBase | undefined;
  /** Of a function declaration, a lambda or a function literal. */
  effectsOf(func: NodeBase): Effects;
  /** What one call does: of a function of this file or of a known library; `impure` where the callee is not known. */
  effectsOfCall(call: NodeBase): Effects;
  /** Evaluating it twice, or not at all, changes nothing. */
  isPure(expression: NodeBase): boolean;
  /** What became text at an expression, or of a field `Class.name` in the text of a dataclass, or in a division by zero (`divisionAt`), when the program's own values were worked out; undefined where nothing did. */
  shown?(expression: NodeBase | string): Shape | undefined;
  /** The whole program could be worked out, so that what was not seen does not happen. */
  readonly isTried?: boolean;
  /** The symbol is not read after this node in its function. */
  isUnusedAfter(symbol: Symbol, node: NodeBase): boolean;
  /** The same facts with names apart that hold values of different types one after another. Python's alone. */
  inParts?(): Facts;
}

/** Files beside the document, asked for by the facts. Answers may come late; the facts go on without them. */
export interface Neighbours {
  /** The texts of the other Go files of the same directory, or of one relatively imported Python module. Empty for none. */
  sources(request: { uri: string; language: LanguageId; module?: string }): Promise<{ uri: string; text: string }[]>;
  /** The nearest `go.mod`, `pyproject.toml`, `setup.cfg` or `.python-version` above the document; undefined for none. */
  project(
    uri: string,
    file: 'go.mod' | 'pyproject.toml' | 'setup.cfg' | '.python-version',
  ): Promise<string | undefined>;
}
