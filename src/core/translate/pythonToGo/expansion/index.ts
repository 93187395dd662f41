/**
 * Writes out in Python what Go has no form for, before anything is translated: a decorated function becomes the
 * function itself and its wrapper as a plain function with the same parameters. The rest of the translator then sees
 * calls like any other: types, errors and defaults go the ways that they always go.
 */
import type { NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import type { TranslationInput } from '../../translate';
import { plainClasses } from './classForms';
import { placed } from './copying';
import { Expansion } from './expansion';

/** The input with everything written out; the same input where there is nothing to write out. */
export function expanded(given: TranslationInput): TranslationInput {
  const input = withPlainClasses(given);
  const once = expandedOnce(input);
  // What is handed on is seen as a value when it has parameters of its own.
  return once.handsOn ? expandedOnce(once.input).input : once.input;
}

function withPlainClasses(input: TranslationInput): TranslationInput {
  if (!input.analyse) return input;
  const plain = plainClasses(input);
  if (!plain) return input;
  const { file, made, ranges } = plain;
  const { facts, matches } = input.analyse(file);
  const scope = movedScope(input.scope, made, matches);
  return scope ? { ...input, file, facts, matches, scope, ranges } : input;
}

function expandedOnce(input: TranslationInput): { input: TranslationInput; handsOn: boolean } {
  const same = { input, handsOn: false };
  if (!input.analyse) return same;
  const expansion = new Expansion(input);
  if (!expansion.hasPlans) return same;
  const units = input.file.units.flatMap(from =>
    expansion.rewrittenAll(from.node as py.Statement).map(node => ({ node, from })),
  );
  const made = placed(input.file, units, input.ranges);
  const { facts, matches } = input.analyse(made.file);
  const scope = movedScope(input.scope, made.made, matches);
  if (!scope) return same;
  const assumed = [...(input.assumed ?? []), ...expansion.planner.assumptions];
  return {
    input: { ...input, file: made.file, facts, matches, scope, ranges: made.ranges, assumed },
    handsOn: expansion.handsOn,
  };
}

function movedScope(
  scope: TranslationInput['scope'],
  made: ReadonlyMap<NodeBase, NodeBase[]>,
  matches: TranslationInput['matches'],
): TranslationInput['scope'] | undefined {
  if (scope.kind === 'file') return scope;
  if (scope.kind === 'nodes') {
    const nodes = scope.nodes.flatMap(node => made.get(node)?.[0] ?? []);
    return nodes.length === scope.nodes.length ? { ...scope, nodes } : undefined;
  }
  const [first] = scope.match.parts[0]?.nodes ?? [];
  const moved = first && made.get(first)?.[0];
  const match = matches.find(one => one.idiom.id === scope.match.idiom.id && one.parts[0]?.nodes[0] === moved);
  return match && { kind: 'match', match };
}
