/** Facts are made here, for either language. */
import type { GoFile } from '../syntax/go/ast';
import type { NodeBase, SourceFile } from '../syntax/node';
import type { LanguageId } from '../syntax/parser';
import type { PythonFile } from '../syntax/python/ast';
import type { Facts, NeighbourModule, Versions } from './facts';
import { createGoFacts } from './go/facts';
import { createPythonFacts } from './python/facts';

export interface FactsInput {
  file: SourceFile<NodeBase>;
  language: LanguageId;
  versions?: Versions;
  neighbours?: readonly NeighbourModule[];
}

/**
 * The facts of a lowered document. Names are bound at once, types and effects when they are asked for. Units that were
 * seen before are not walked again; only the newest facts of a document may be asked.
 */
export function createFacts({ file, language, versions = {}, neighbours = [] }: FactsInput): Facts {
  return language === 'python'
    ? createPythonFacts(file as PythonFile, versions, neighbours)
    : createGoFacts(file as GoFile, versions, neighbours);
}
