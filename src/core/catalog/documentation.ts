/** Everything of an idiom file that is not a pattern, and what of it is missing. */
import { languageNames } from '../languages';
import type { LanguageId } from '../syntax/parser';
import type { FrontMatter } from './frontMatter';
import type { Fence, Idiom, Program, Source, Trap } from './idiom';
import type { RawFile } from './markdown';
import type { Problems } from './problems';
import {
  readInstead,
  readNearMisses,
  readProof,
  readSources,
  readSummary,
  readTraps,
  sectionKind,
} from './sections';

export interface Documentation {
  summary: string;
  instead: Partial<Record<LanguageId, string>>;
  traps: Trap[];
  programs: Program[];
  nearMisses: Idiom['nearMisses'];
  sources: Source[];
}

const languages: readonly LanguageId[] = ['python', 'go'];

export function readDocumentation(
  raw: RawFile,
  front: FrontMatter,
  fences: Record<LanguageId, Fence[]>,
  problems: Problems,
): Documentation {
  const documentation: Documentation = {
    summary: readSummary(raw, problems),
    instead: {},
    traps: [],
    programs: [],
    nearMisses: [],
    sources: [],
  };
  const seen = new Map<string, number>();
  for (const section of raw.sections) {
    const kind = sectionKind(section, problems);
    if (!kind || kind.kind === 'inside') continue;
    if (seen.has(section.title)) problems.report(section.line, `There are two sections "${section.title}".`);
    seen.set(section.title, section.line);
    if (kind.kind === 'instead') documentation.instead[kind.language] = readInstead(raw, section, problems);
    else if (kind.kind === 'traps') documentation.traps = readTraps(raw, section, problems);
    else if (kind.kind === 'proof') documentation.programs = readProof(section, problems);
    else if (kind.kind === 'nearMisses') documentation.nearMisses = readNearMisses(section, problems);
    else documentation.sources = readSources(section, problems);
  }
  const last = raw.text.split('\n').length - 1;
  const lineOf = (title: string): number => seen.get(title) ?? last;
  reportMissing(documentation, front, fences, lineOf, problems);
  return documentation;
}

function reportMissing(
  found: Documentation,
  front: FrontMatter,
  fences: Record<LanguageId, Fence[]>,
  lineOf: (title: string) => number,
  problems: Problems,
): void {
  if (!found.summary) {
    problems.incomplete(front.lineOf('title'), 'Write a paragraph before the first fence: what each language does.');
  }
  // What the translator alone uses is shown nowhere.
  if (front.level !== 'syntax' && found.traps.length === 0) {
    problems.incomplete(lineOf('Traps'), 'Write "## Traps": a list of differences that bite, the sharpest first.');
  }
  if (found.sources.length === 0) {
    problems.incomplete(lineOf('Sources'), 'Write "## Sources": a list of links to documentation pages.');
  }
  reportProof(found, front, lineOf, problems);
  const searched = languages.filter(language => fences[language].some(fence => fence.use !== 'write'));
  for (const language of searched) {
    if (found.nearMisses.some(miss => miss.language === language)) continue;
    problems.incomplete(lineOf('Near misses'), `Write "## Near misses" with ${languageNames[language]} in which it must not be found.`);
  }
}

function reportProof(
  found: Documentation,
  front: FrontMatter,
  lineOf: (title: string) => number,
  problems: Problems,
): void {
  const wanted = front.proof === 'both' ? languages : languages.filter(language => language === front.proof);
  for (const language of languages) {
    const has = found.programs.some(program => program.language === language);
    if (has === wanted.includes(language)) continue;
    const message = has
      ? `proof: ${front.proof} has no ${languageNames[language]} program: take it out, or say so in the front matter.`
      : `Write "## Proof" with a ${languageNames[language]} program and its output, or another "proof:" with a reason.`;
    problems.incomplete(lineOf('Proof'), message);
  }
  if (front.proof !== 'both' && !front.reason) {
    problems.incomplete(front.lineOf('proof'), 'Write "reason:": why the proof is not in both languages.');
  }
}
