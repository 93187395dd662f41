/** The sections of an idiom file to typed values: traps, proof, near misses, sources, what people write instead. */
import type { Link, ListItem, RootContent } from 'mdast';
import type { LanguageId } from '../syntax/parser';
import type { Program, Source, Trap } from './idiom';
import { lineOf, plainText, rawFence, sourceOf, sourceOfAll, type RawFence, type RawFile, type RawSection } from './markdown';
import { didYouMean, type Problems } from './problems';

export type SectionKind =
  | { kind: 'inside'; hole: string }
  | { kind: 'instead'; language: LanguageId }
  | { kind: 'traps' | 'proof' | 'nearMisses' | 'sources' };

const titles = ['Inside NAME', 'Instead in Python', 'Instead in Go', 'Traps', 'Proof', 'Near misses', 'Sources'];

/** What a section is, by its heading; undefined for an unknown one, which is reported. */
export function sectionKind(section: RawSection, problems: Problems): SectionKind | undefined {
  const inside = /^Inside \$*([A-Z][A-Z0-9_]*)$/.exec(section.title);
  if (inside) return { kind: 'inside', hole: inside[1]! };
  switch (section.title) {
    case 'Instead in Python':
      return { kind: 'instead', language: 'python' };
    case 'Instead in Go':
      return { kind: 'instead', language: 'go' };
    case 'Traps':
      return { kind: 'traps' };
    case 'Proof':
      return { kind: 'proof' };
    case 'Near misses':
      return { kind: 'nearMisses' };
    case 'Sources':
      return { kind: 'sources' };
    default: {
      const hint = didYouMean(section.title, titles) || ` The sections are ${titles.join(', ')}.`;
      problems.report(section.line, `There is no section "${section.title}".${hint}`);
      return undefined;
    }
  }
}

export function readTraps(file: RawFile, section: RawSection, problems: Problems): Trap[] {
  const traps: Trap[] = [];
  for (const node of section.content) {
    if (node.type !== 'list') {
      problems.report(lineOf(node), 'Traps are a list: start each with "- " and indent its programs under it.');
      continue;
    }
    for (const item of node.children) traps.push(readTrap(file, item, problems));
  }
  return traps;
}

function readTrap(file: RawFile, item: ListItem, problems: Problems): Trap {
  const text = item.children.filter(child => child.type !== 'code');
  if (text.length === 0) problems.report(lineOf(item), 'Say the trap in a sentence or two before its programs.');
  return { text: sourceOfAll(file, text), shown: readPrograms(fencesOf(item.children), problems) };
}

function fencesOf(nodes: readonly RootContent[]): RawFence[] {
  return nodes.flatMap(node => (node.type === 'code' ? [rawFence(node)] : []));
}

/** The programs of a `Proof` section. Text between the fences is allowed and has no meaning. */
export function readProof(section: RawSection, problems: Problems): Program[] {
  return readPrograms(fencesOf(section.content), problems);
}

interface Pending {
  program: Program;
  answered: boolean;
}

/**
 * Programs with what they print. An `output` fence belongs to every program before it that has none yet;
 * `output go` to those in Go. A `stdin` fence belongs to the programs before the next output.
 */
function readPrograms(fences: readonly RawFence[], problems: Problems): Program[] {
  const programs: Pending[] = [];
  let stdin: string | undefined;
  for (const fence of fences) {
    const language = languageOf(fence.language);
    if (language) {
      if (fence.text.trim() === '') problems.report(fence.line - 1, 'This program is empty.');
      if (language === 'go' && !/^package \w/m.test(fence.text)) {
        problems.report(fence.line - 1, 'A Go program is a whole file: start it with "package main".');
      }
      const program: Program = { language, code: `${fence.text}\n`, output: '', line: fence.line };
      if (stdin !== undefined) program.stdin = stdin;
      programs.push({ program, answered: false });
    } else if (fence.language === 'stdin') stdin = `${fence.text}\n`;
    else if (fence.language === 'output') {
      answer(programs, fence, problems);
      stdin = programs.every(pending => pending.answered) ? undefined : stdin;
    } else reportLanguage(fence, ['python', 'go', 'output', 'stdin'], problems);
  }
  for (const { program, answered } of programs) {
    if (!answered) problems.report(program.line - 1, 'This program has no "output" fence behind it: say what it prints.');
  }
  return programs.map(({ program }) => program);
}

function answer(programs: readonly Pending[], fence: RawFence, problems: Problems): void {
  const words = fence.info.split(/\s+/).filter(word => word !== '');
  const languages = words.flatMap(word => languageOf(word) ?? []);
  for (const word of words) {
    if (word !== 'fails' && !languageOf(word)) {
      problems.report(fence.line - 1, `"output" takes fails, python or go, not "${word}".`);
    }
  }
  const open = programs.filter(
    ({ program, answered }) => !answered && (languages.length === 0 || languages.includes(program.language)),
  );
  if (open.length === 0) problems.report(fence.line - 1, 'No program stands before this output.');
  for (const pending of open) {
    pending.answered = true;
    pending.program.output = fence.text === '' ? '' : `${fence.text}\n`;
    if (words.includes('fails')) pending.program.fails = true;
  }
}

export function readNearMisses(
  section: RawSection,
  problems: Problems,
): { language: LanguageId; code: string; line: number }[] {
  return fencesOf(section.content).flatMap(fence => {
    const language = languageOf(fence.language);
    if (language) return [{ language, code: `${fence.text}\n`, line: fence.line }];
    reportLanguage(fence, ['python', 'go'], problems);
    return [];
  });
}

export function readSources(section: RawSection, problems: Problems): Source[] {
  const sources: Source[] = [];
  for (const node of section.content) {
    const items = node.type === 'list' ? node.children : [];
    if (node.type !== 'list') problems.report(lineOf(node), 'Sources are a list of links: "- [Title](https://…)".');
    for (const item of items) {
      const link = item.children.flatMap((child): RootContent[] => ('children' in child ? child.children : [])).find(isLink);
      if (link && /^https:\/\/\S+$/.test(link.url)) sources.push({ title: plainText(link), url: link.url });
      else problems.report(lineOf(item), 'Write a source as a link to a page: "- [Title](https://…)".');
    }
  }
  return sources;
}

function isLink(node: RootContent): node is Link {
  return node.type === 'link';
}

export function readInstead(file: RawFile, section: RawSection, problems: Problems): string {
  const text = sourceOfAll(file, section.content);
  if (text === '') problems.report(section.line, 'Say what people write instead.');
  return text;
}

/** The first paragraph of the file. */
export function readSummary(file: RawFile, problems: Problems): string {
  const paragraphs = file.head.filter(node => node.type !== 'code');
  const [first, second] = paragraphs;
  if (second) problems.report(lineOf(second), 'One paragraph stands before the first heading; say the rest in Traps.');
  return first?.type === 'paragraph' ? sourceOf(file, first) : '';
}

export function languageOf(word: string): LanguageId | undefined {
  return word === 'python' || word === 'go' ? word : undefined;
}

export function reportLanguage(fence: RawFence, allowed: readonly string[], problems: Problems): void {
  const found = fence.language ? `not "${fence.language}"` : 'and this one has none';
  problems.report(
    fence.line - 1,
    `The word behind a fence's back quotes is one of ${allowed.join(', ')}, ${found}.${didYouMean(fence.language, allowed)}`,
  );
}
