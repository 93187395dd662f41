/** What the matcher returns. */
import type { Fence, Idiom, Part } from '../catalog/idiom';
import type { NodeBase } from '../syntax/node';
import type { LanguageId } from '../syntax/parser';

/**
 * `exact`: every condition was seen to hold. `assumes`: some could not be checked, but a name, a literal or another
 * condition speaks for it. `shape`: there are conditions, none could be checked, and the syntax alone matched.
 */
export type Certainty = 'exact' | 'assumes' | 'shape';

/** One node, or several neighbours for `$$$NAME`. */
export type Binding = NodeBase | NodeBase[];

export interface Match {
  idiom: Idiom;
  fence: Fence;
  language: LanguageId;
  /** What each part of the fence matched, in the order of the parts. The first carries the hover. */
  parts: MatchedPart[];
  bindings: Map<string, Binding>;
  /** What the names that the pattern declares itself (`err`, `w`) are in the code. */
  names: Map<string, NodeBase>;
  certainty: Certainty;
  /** In plain words, what was taken for granted: `XS is a list`. Empty for `exact`. */
  assumes: string[];
  /** The other idioms of the group that may be meant as well. */
  alternatives: Idiom[];
}

export interface MatchedPart {
  part: Part;
  /** Index of the unit in the file; of the first, where statements of the top level are units of their own. */
  unit: number;
  /** The unit of each node. */
  units: number[];
  /** The matched statements in order, those that `...` passed over left out; or the one expression. */
  nodes: NodeBase[];
  /** Absolute UTF-16 offsets in the document. */
  start: number;
  end: number;
}
