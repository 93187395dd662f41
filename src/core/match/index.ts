/** Finds idioms in documents. */
import type { Idiom } from '../catalog/idiom';
import type { Facts } from '../facts/facts';
import type { NodeBase, SourceFile, Unit } from '../syntax/node';
import type { LanguageId } from '../syntax/parser';
import { judge, type Judgement } from './conditions';
import { findAcrossUnits, findInUnit, type OnCandidate, type UnitFindings } from './find';
import { languageOfDefault } from '../catalog/defaults';
import { joinParts, type JoinedParts, type PlacedPart } from './join';
import type { Certainty, Match, MatchedPart } from './match';
import { compilePattern, type Pattern } from './pattern';
import { createPatternIndex, type PatternIndex } from './patternIndex';
import { chooseMatches, type Ranked } from './rank';

export { matchInside, matchNodes, type InsideMatch, type NodesMatch } from './inside';
export type { UnitFindings } from './find';

export interface MatchOptions {
  /** Ids of the idioms to look for; all without it. */
  only?: readonly string[];
  /** Told of every part that the index offers at a node. */
  onCandidate?: OnCandidate;
}

export interface Matcher {
  /** All matches of a document, in the order of the text, outer before inner. */
  matchFile(file: SourceFile<NodeBase>, facts: Facts, options?: MatchOptions): Match[];
  /** The first half of `matchFile`: what one unit holds. It may be kept as long as the unit and its facts are the same. */
  matchUnit(unit: Unit<NodeBase>, facts: Facts, options?: MatchOptions): UnitFindings;
  /** The second half: the findings of all units, in order, to matches. */
  join(file: SourceFile<NodeBase>, findings: readonly UnitFindings[], facts: Facts, options?: MatchOptions): Match[];
}

/** Prepares the idioms for searching. The cost of a search follows the document, not the number of idioms. */
export function createMatcher(idioms: readonly Idiom[]): Matcher {
  const byPattern = new Map<Pattern, Idiom>();
  const indices: Partial<Record<LanguageId, PatternIndex>> = {};

  /** Made with the first document of a language. */
  const indexOf = (language: LanguageId): PatternIndex => {
    let index = indices[language];
    if (!index) {
      const patterns: Pattern[] = [];
      for (const idiom of idioms) {
        for (const fence of idiom[language].fences) {
          if (fence.use === 'write' || fence.parts.length === 0) continue;
          const pattern = compilePattern(fence, { defaults: defaultsOf(idiom, language), where: idiom.where });
          byPattern.set(pattern, idiom);
          patterns.push(pattern);
        }
      }
      indices[language] = index = createPatternIndex(patterns);
    }
    return index;
  };

  const matchUnit: Matcher['matchUnit'] = (unit, facts, options = {}) =>
    findInUnit(indexOf(facts.language), unit, facts, options.onCandidate);

  const join: Matcher['join'] = (file, findings, facts, options = {}) => {
    const found: PlacedPart[] = findings.flatMap((unit, i) =>
      unit.found.map(part => ({ found: part, units: part.nodes.map(() => i) })),
    );
    const unitOf = new Map(file.units.map((unit, i) => [unit.node, i]));
    const open = findings.map(unit => unit.open);
    for (const part of findAcrossUnits(file.units, open, facts)) {
      found.push({ found: part, units: part.nodes.map(node => unitOf.get(node) ?? 0) });
    }
    const ranked: Ranked[] = [];
    for (const [pattern, parts] of byPatternOf(found)) {
      const idiom = byPattern.get(pattern)!;
      if (options.only && !options.only.includes(idiom.id)) continue;
      const joins = pattern.fence.parts.length === 1 ? parts.map(alone) : joinParts(pattern, parts, facts);
      for (const joined of joins) {
        const one = toMatch(idiom, pattern, joined, file, facts);
        if (one) ranked.push(one);
      }
    }
    return chooseMatches(ranked);
  };

  return {
    matchUnit,
    join,
    matchFile: (file, facts, options) =>
      join(
        file,
        file.units.map(unit => matchUnit(unit, facts, options)),
        facts,
        options,
      ),
  };
}

function defaultsOf(idiom: Idiom, language: LanguageId): Record<string, NodeBase> {
  const fences = [...idiom.python.fences, ...idiom.go.fences];
  return Object.fromEntries(
    Object.entries(idiom.defaults).filter(([name]) => languageOfDefault(name, fences) === language),
  );
}

function byPatternOf(found: readonly PlacedPart[]): Map<Pattern, PlacedPart[]> {
  const groups = new Map<Pattern, PlacedPart[]>();
  for (const part of found) {
    const { pattern } = part.found.anchor;
    const list = groups.get(pattern);
    if (list) list.push(part);
    else groups.set(pattern, [part]);
  }
  return groups;
}

function alone(part: PlacedPart): JoinedParts {
  return { parts: [part], bindings: new Map(part.found.bindings), names: new Map(part.found.names) };
}

/** Undefined where a condition is known not to hold. */
function toMatch(
  idiom: Idiom,
  pattern: Pattern,
  joined: JoinedParts,
  file: SourceFile<NodeBase>,
  facts: Facts,
): Ranked | undefined {
  const { fence } = pattern;
  const last = joined.parts.at(-1)!.found.nodes.at(-1)!;
  const judgement = judge(pattern.wheres, joined, facts, last);
  if (judgement.verdict === 'fails') return undefined;
  // `with lock:` is any `with` where nothing is known; that it should be of one class is not to be assumed.
  const certainty = certaintyOf(pattern, judgement);
  if (certainty === 'shape' && judgement.wantsInstance) return undefined;
  // An alternative that has no such argument (`@app.get`) means what its absence means.
  for (const [name, value] of Object.entries(pattern.defaults)) {
    if (!joined.bindings.has(name)) joined.bindings.set(name, value);
  }
  const match: Match = {
    idiom,
    fence,
    language: fence.language,
    parts: joined.parts.map(part => placed(part, file)),
    bindings: joined.bindings,
    names: joined.names,
    certainty,
    assumes: judgement.assumes,
    alternatives: [],
  };
  return { match, pattern, narrowness: judgement.narrowness };
}

function certaintyOf(pattern: Pattern, judgement: Judgement): Certainty {
  if (judgement.verdict === 'holds') return 'exact';
  return pattern.named || judgement.narrowness > 0 ? 'assumes' : 'shape';
}

function placed({ found, units }: PlacedPart, file: SourceFile<NodeBase>): MatchedPart {
  const ranges = found.nodes.map((node, i) => {
    const base = file.units[units[i]!]!.start;
    return { start: base + node.start, end: base + node.end };
  });
  return {
    part: found.anchor.part,
    unit: units[0] ?? 0,
    units,
    nodes: found.nodes,
    start: Math.min(...ranges.map(range => range.start)),
    end: Math.max(...ranges.map(range => range.end)),
  };
}
