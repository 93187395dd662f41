/**
 * Markdown to idiom. `compileIdiom` reads one file of `catalog/` or of a workspace's `.idioms/`; what is wrong in it is
 * told with its line and costs that file only.
 */
import type { CatalogProblem } from '../index';
import { languageNames } from '../languages';
import type { LanguageId, Parsers } from '../syntax/parser';
import { languageOfDefault } from './defaults';
import { compileFence, toPattern } from './fences';
import type { Figures } from './figures';
import { readFrontMatter, type FrontMatter } from './frontMatter';
import type { Fence, Idiom, Inside, Side } from './idiom';
import { rawFence, splitFile, type RawFile } from './markdown';
import { parseFence } from './parse';
import { createProblems, type Problems } from './problems';
import { readDocumentation, type Documentation } from './documentation';
import { languageOf, reportLanguage, sectionKind } from './sections';
import { validatePatterns } from './validate';
import type { AnyNode, NodeBase } from '../syntax/node';

export { readFigures, type Figures } from './figures';

export interface CompileTools {
  parsers: Parsers;
  /** Published figures by id; a workspace has none. */
  figures?: Figures;
}

/**
 * Compiles one idiom file. `id` is `domain.name`; without it the last two segments of the uri say. The idiom is absent
 * where it could not be used; it is there, beside the problems, where only documentation is missing. Rejects only where
 * a grammar cannot be loaded.
 */
export async function compileIdiom(
  file: { uri: string; text: string; id?: string },
  tools: CompileTools,
): Promise<{ idiom?: Idiom; problems: CatalogProblem[] }> {
  const problems = createProblems(file.uri);
  const raw = splitFile(file.text, problems);
  if (!raw.frontMatter) {
    problems.report(0, 'Start the file with front matter between two lines of "---".');
    return { problems: problems.list() };
  }
  const id = file.id ?? idOf(file.uri);
  if (!/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(id)) {
    problems.report(0, `Name the file in lower case, with hyphens: "${id}" is no id of the form domain.name.`);
  }
  const front = readFrontMatter(raw.frontMatter, tools.figures ?? new Map(), problems);
  if (!front) return { problems: problems.list() };

  const head = await compileHead(raw, tools.parsers, problems);
  const inside = await compileInside(raw, tools.parsers, problems);
  const documentation = readDocumentation(raw, front, head, problems);
  const python: Side = { fences: head.python, ...instead(documentation, 'python') };
  const go: Side = { fences: head.go, ...instead(documentation, 'go') };
  // A fence that did not compile would be reported again as missing.
  if (!problems.broken) validatePatterns(front, { python, go, inside }, problems);
  const defaults = await compileDefaults(front, [...head.python, ...head.go], tools.parsers, problems);
  if (problems.broken || !front.performance) return { problems: problems.list() };

  const [domain = ''] = id.split('.');
  const { title, level, fit, keywords, where, derive, roles, needs, result, group, lens, performance, reason } = front;
  const idiom: Idiom = {
    id,
    domain,
    title,
    level,
    fit,
    keywords,
    ...(lens !== undefined && { lens }),
    summary: documentation.summary,
    python,
    go,
    where,
    derive,
    defaults,
    roles,
    needs,
    ...(result !== undefined && { result }),
    inside: inside.map(({ hole, python, go, where }) => ({ hole, python, go, where })),
    ...(group && { group }),
    traps: documentation.traps,
    performance,
    proof: {
      kind: front.proof,
      ...(reason !== undefined && { reason }),
      requires: front.requires,
      programs: documentation.programs,
    },
    nearMisses: documentation.nearMisses,
    sources: documentation.sources,
  };
  return { idiom, problems: problems.list() };
}

/** `…/web/flask-route.md` is `web.flask-route`. */
function idOf(uri: string): string {
  const [name = '', domain = ''] = uri.split(/[\\/]/).reverse();
  return `${decodeURIComponent(domain).replace(/^\./, '')}.${decodeURIComponent(name).replace(/\.md$/, '')}`;
}

function instead(documentation: Documentation, language: LanguageId): { instead?: string } {
  const text = documentation.instead[language];
  return text === undefined ? {} : { instead: text };
}

async function compileHead(
  raw: RawFile,
  parsers: Parsers,
  problems: Problems,
): Promise<{ python: Fence[]; go: Fence[] }> {
  const fences: { python: Fence[]; go: Fence[] } = { python: [], go: [] };
  for (const node of raw.head) {
    if (node.type !== 'code') continue;
    const fence = rawFence(node);
    const language = languageOf(fence.language);
    if (language) fences[language].push(...(await compileFence({ ...fence, language }, parsers, problems)));
    else reportLanguage(fence, ['python', 'go'], problems);
  }
  return fences;
}

async function compileInside(raw: RawFile, parsers: Parsers, problems: Problems): Promise<(Inside & { line: number })[]> {
  const pairs: (Inside & { line: number })[] = [];
  for (const section of raw.sections) {
    const kind = sectionKind(section, problems);
    if (kind?.kind !== 'inside') continue;
    let pair: (Inside & { line: number }) | undefined;
    for (const node of section.content) {
      if (node.type !== 'code') continue;
      const fence = rawFence(node);
      const language = languageOf(fence.language);
      if (!language) {
        reportLanguage(fence, ['python', 'go'], problems);
        continue;
      }
      const compiled = await compileFence({ ...fence, language }, parsers, problems);
      // A Python fence behind a Go one starts the next pair.
      if (!pair || (language === 'python' && pair.go.length > 0)) {
        pair = { hole: kind.hole, python: [], go: [], where: compiled[0]?.where ?? {}, line: section.line };
        pairs.push(pair);
      }
      pair[language].push(...compiled);
    }
    if (!pair) problems.report(section.line, 'Write a Python fence and a Go fence under this heading.');
  }
  for (const { python, go, line } of problems.broken ? [] : pairs) {
    if (python.length && go.length) continue;
    problems.report((python[0] ?? go[0])?.line ?? line, 'A pair needs a fence in Python, then one in Go.');
  }
  return pairs;
}

async function compileDefaults(
  front: FrontMatter,
  fences: readonly Fence[],
  parsers: Parsers,
  problems: Problems,
): Promise<Record<string, NodeBase>> {
  const defaults: Record<string, NodeBase> = {};
  for (const [name, text] of Object.entries(front.defaults)) {
    const language = languageOfDefault(name, fences);
    const parsed = await parseFence(language, text, parsers, { pattern: false });
    const [unit, more] = parsed.units;
    const node = unit?.node as { kind: string; value?: NodeBase; x?: NodeBase } | undefined;
    const value = node?.kind === 'Expr' ? node.value : node?.kind === 'ExprStmt' ? node.x : undefined;
    if (value && !more && parsed.errors.length === 0) defaults[name] = toPattern(value as AnyNode);
    else {
      const called = languageNames[language];
      problems.report(front.lineOf(`defaults.${name}`), `Write one ${called} expression in quotes, not: ${text}`);
    }
  }
  return defaults;
}
