/**
 * The compiled form of an idiom file (`catalog/<domain>/<idiom>.md`, format 1; catalog/FORMAT.md describes the text).
 * It is plain data: the build stores the whole catalog as JSON, so that no pattern is parsed at activation.
 */
import type { LanguageId } from '../syntax/parser';
import type { NodeBase } from '../syntax/node';

export const formatVersion = 1;

/** `idiom`: hinted. `quiet`: listed, not hovered by default. `syntax`: used to translate only. */
export type Level = 'idiom' | 'quiet' | 'syntax';
/** Where this job is at home. */
export type Fit = 'python' | 'go' | 'even';

export interface Idiom {
  /** `domain.name`. */
  id: string;
  domain: string;
  title: string;
  level: Level;
  fit: Fit;
  /** Words of either language by which people look for it, beside the title and the code. */
  keywords: string[];
  /** A lens stands above it by default; without it, where it is a declaration or a launch. */
  lens?: boolean;
  /** One short paragraph of Markdown: what the one language does and what the other does. */
  summary: string;
  python: Side;
  go: Side;
  /** Conditions that hold for every fence, by metavariable. */
  where: Conditions;
  derive: Derivation[];
  /** What an argument that is absent from the code is bound to; the nodes are of the side that searches for it. */
  defaults: Record<string, NodeBase>;
  /** Role of a parameter that a template declares, for example `{ response: 'w' }`. */
  roles: Record<string, string>;
  /** Roles that have to be in scope for this idiom to be written. */
  needs: string[];
  /**
   * The metavariable that holds the value where one side is an expression and the other needs statements for it. It is
   * the assigned name where the expression is assigned, else a fresh name.
   */
  result?: string;
  /** Fences that hold only inside the statements bound to one metavariable. */
  inside: Inside[];
  /** Idioms that differ by type only share a group; the lower order is the likelier. */
  group?: { name: string; order: number };
  /** The sharpest first. */
  traps: Trap[];
  performance: Performance;
  proof: Proof;
  nearMisses: { language: LanguageId; code: string; line: number }[];
  sources: Source[];
}

export interface Side {
  /** Alternatives, in the order of the file. */
  fences: Fence[];
  /** Markdown: what people write instead, where this language has no counterpart. */
  instead?: string;
}

export interface Fence {
  language: LanguageId;
  /** `match`: searched for only; `write`: written only. */
  use: 'both' | 'match' | 'write';
  /** First version of the language that has it: `1.22`. */
  since?: string;
  /** Conditions for this fence alone. */
  where: Conditions;
  /** Imports that the code needs; they stand at the top of the fence. */
  imports: Requirement[];
  parts: Part[];
  /** The text between the fences, as written. */
  text: string;
  /** Zero-based line of the file where that text starts. */
  line: number;
}

/**
 * One import of a pattern. Python: `import flask` is `{ module: 'flask', local: 'flask' }`, `from flask import Flask`
 * is `{ module: 'flask', name: 'Flask', local: 'Flask' }`. Go: `{ module: 'net/http', local: 'http' }`.
 */
export interface Requirement {
  module: string;
  name?: string;
  local: string;
}

export type Place = 'here' | 'file' | 'main' | 'enclosing';

/** Statements (or one expression) that stand together. The first part of a fence carries the hover. */
export interface Part {
  at: Place;
  /** A match may be without this part. */
  optional?: true;
  form: 'expression' | 'statements';
  /** One node for an expression. `...` is a Meta named `_` with `many`. */
  nodes: NodeBase[];
}

export interface Inside {
  /** The metavariable whose statements these fences hold in. */
  hole: string;
  /** Each pair: alternatives of both languages over the same metavariables. */
  python: Fence[];
  go: Fence[];
  where: Conditions;
}

export type Conditions = Record<string, Condition[]>;

/** Any one of a list has to hold. The names of types are those of facts/types.ts. */
export type Condition =
  /** With `known`, what is not known to be of the type is not taken for it. */
  | { test: 'type'; type: string; known?: true }
  /** An instance of a class or named type: `flask.Flask`, `sync.Mutex`. */
  | { test: 'instance'; of: string }
  | { test: 'pure' }
  | { test: 'constant' }
  | { test: 'literal' }
  | { test: 'name' }
  /** An f-string, which no pattern can spell: a metavariable cannot stand inside a string. */
  | { test: 'fstring' }
  | { test: 'unused-after' }
  /** The bound statements hold none of these. */
  | { test: 'no'; kinds: ('break' | 'continue' | 'return' | 'yield' | 'await')[] }
  /** The bound code does not mention what these metavariables are bound to, or these names of the pattern's own. */
  | { test: 'without'; names: string[] }
  /** The bound statements give no new value to what these metavariables are bound to, or to these names. */
  | { test: 'keeps'; names: string[] }
  /** The class or type that the bound name declares has a method of this name. */
  | { test: 'method'; name: string }
  | { test: 'not'; of: Condition }
  /** The code of the bound node is one of these words; `*` in a word stands for any characters. */
  | { test: 'text'; values: string[] };

/** `GOPATH: route(PATH, METHODS)`: forward gives GOPATH from the others, backward gives those from GOPATH. */
export interface Derivation {
  target: string;
  converter: string;
  sources: string[];
}

export interface Trap {
  /** Markdown, one or two sentences. */
  text: string;
  /** Programs that show it, with what they print. */
  shown: Program[];
}

export interface Program {
  language: LanguageId;
  code: string;
  stdin?: string;
  /** Expected standard output; with `fails`, lines that each have to occur in what was printed. */
  output: string;
  /** The program must not compile, or must end with a non-zero status. */
  fails?: true;
  line: number;
}

export interface Proof {
  kind: 'both' | 'python' | 'go' | 'none';
  /** Why it is not `both`. */
  reason?: string;
  /** Packages that the Python program needs, as pip names them. */
  requires: string[];
  programs: Program[];
}

export interface Source {
  title: string;
  url: string;
}

/** What the choice costs. */
export type Performance =
  | { kind: 'published'; text: string; figures: PublishedFigure[] }
  | { kind: 'measured'; text: string; bench: string }
  | { kind: 'complexity'; text: string; source: string }
  | { kind: 'none'; text: string };

/** A figure that somebody else published. It is never mixed with one that this project measured. */
export interface PublishedFigure {
  id: string;
  what: string;
  python: string;
  go: string;
  /** Versions and machine, as far as the source says. */
  setup: string;
  source: string;
  /** As the source gives it. */
  date: string;
  doubt: string;
}
