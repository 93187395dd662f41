/**
 * The contract of the two translators (pythonToGo/, goToPython/). A hover, a selection and a whole file are the same
 * walk started at another node. The idiom layer (matches) is asked first at each node; what no idiom says, the syntax
 * layer of the direction says.
 */
import type { Facts, Versions } from '../facts/facts';
import type { Type } from '../facts/types';
import type { Match } from '../match/match';
import type { NodeBase, SourceFile } from '../syntax/node';
import type { LanguageId } from '../syntax/parser';

/** What `return`, `raise`, `yield`, `await`, `self`, request and response mean at a place. */
export interface Frame {
  kind: 'module' | 'function' | 'method' | 'main' | 'handler' | 'generator' | 'test' | 'contextManager';
  /** The function ends with an error result (Go), or may raise (Python). */
  fallible: boolean;
  /** Types of the results, the error left out. */
  results: Type[];
  /** Names in scope by role: `{ request: 'r', response: 'w', self: 'p' }`. */
  roles: Record<string, string>;
  /** Matches whose `inside` fences hold here, the innermost first. */
  within: Match[];
}

/** An expression of the other language, and the statements that have to run before it. */
export interface Translated<Expression, Statement> {
  before: Statement[];
  value: Expression;
  type: Type;
  pure: boolean;
}

/** Something that could not be said. It stands in the answer as a comment with the original text. */
export interface Gap {
  /** Absolute UTF-16 offsets in the source. */
  start: number;
  end: number;
  /** In plain words, for a person: `yield from has no counterpart here yet`. */
  what: string;
}

export interface TranslationInput {
  file: SourceFile<NodeBase>;
  text: string;
  /** Name of the file without its ending: a Go file that is no program takes its package from it. */
  name?: string;
  facts: Facts;
  /** Every match of the document, for the idiom layer. */
  matches: readonly Match[];
  /** Versions of the target to write for. */
  target: Versions;
  /** Facts and matches of another state of the file: one in which the translator has written out what it stands for. */
  analyse?: (file: SourceFile<NodeBase>) => { facts: Facts; matches: readonly Match[] };
  /** Where nodes come from in the text, if the file was written out; all others stand nowhere. */
  ranges?: ReadonlyMap<NodeBase, { start: number; end: number }>;
  /** What writing out the file took for granted. */
  assumed?: readonly string[];
  /** What to translate. `file` writes a whole program or module; the others a fragment. */
  scope:
    | { kind: 'file' }
    | { kind: 'match'; match: Match }
    /** Statements or one expression that stand in `unit`. */
    | { kind: 'nodes'; unit: number; nodes: NodeBase[] };
}

export interface Translation {
  language: LanguageId;
  /** Laid out by the formatter; without imports for a fragment. Empty where there is no counterpart. */
  code: string;
  /** The import lines that the code needs, as source: `"net/http"`, `import json`. In order, no doubles. */
  imports: string[];
  gaps: Gap[];
  /** What was taken for granted, in plain words, no doubles. */
  assumptions: string[];
  /** Pairs of ranges that say the same: UTF-16 offsets in the source and in `code`. In the order of the source. */
  correspondences: { source: { start: number; end: number }; target: { start: number; end: number } }[];
}
