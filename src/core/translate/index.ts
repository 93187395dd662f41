/** One call translates a match, a selection or a file in either direction. */
import type { Logger } from '../index';
import { otherLanguage } from '../languages';
import { printGo } from '../syntax/go/print';
import type { TopLevel } from '../syntax/go/ast';
import type { Bad, NodeBase } from '../syntax/node';
import type { Assets, LanguageId } from '../syntax/parser';
import type { Printed } from '../syntax/printed';
import type { Statement } from '../syntax/python/ast';
import { printPython } from '../syntax/python/print';
import { correspondences, followLayout } from './correspond';
import type { Draft } from './draft';
import { goToPython } from './goToPython';
import { createLayout, type Layout } from './layout';
import { pythonToGo } from './pythonToGo';
import type { Translation, TranslationInput } from './translate';

export type { Gap, Translation, TranslationInput } from './translate';

/** What the translators ask of the program around them. */
export interface TranslationTools {
  /** For the formatters; they are loaded with the first translation. */
  assets: Assets;
  log: Logger;
}

const layouts = new WeakMap<Assets, Layout>();

/**
 * Writes the other language for what `input.scope` names. It never rejects for what the source is like: what cannot be
 * said is a gap of the answer.
 */
export async function translate(input: TranslationInput, tools: TranslationTools): Promise<Translation> {
  const language: LanguageId = otherLanguage[input.facts.language];
  const draft = write(input, language, tools.log);
  let layout = layouts.get(tools.assets);
  if (!layout) layouts.set(tools.assets, (layout = createLayout(tools.assets)));
  let code = '';
  const pairs: Translation['correspondences'] = [];
  for (const nodes of pieces(language, draft.nodes)) {
    const printed = printSafely(language, nodes, draft, input, tools.log);
    const prefix = prefixOf(language, nodes);
    const formatted = await layout.format(language, prefix + printed.text);
    const laidOut = { ...formatted, text: formatted.text.slice(prefix.length) };
    if (laidOut.problem) tools.log.warn(`The ${language} formatter refused an answer: ${laidOut.problem}`);
    if (code !== '') code += '\n';
    const follow = followLayout(printed.text, laidOut.text);
    const start = code.length;
    pairs.push(
      ...correspondences(printed.spans, draft.origins, range => {
        const moved = follow(range);
        return moved && { start: moved.start + start, end: moved.end + start };
      }),
    );
    code += laidOut.text;
  }
  return {
    language,
    code,
    imports: draft.imports,
    gaps: draft.notes.gaps(),
    assumptions: draft.notes.assumptions(),
    correspondences: pairs.sort((a, b) => a.source.start - b.source.start || b.source.end - a.source.end),
  };
}

/** Helpers are kept as text. */
function isBadDeclaration(node: NodeBase): boolean {
  return node.kind === 'Bad' && /^(func|type|var|const) /m.test((node as Bad).text);
}

/** An expression alone is laid out as a value: a function literal would be taken for a declaration. */
const valuePrefix = 'var _ = ';

function prefixOf(language: LanguageId, nodes: readonly NodeBase[]): string {
  const [only] = nodes;
  return language === 'go' && nodes.length === 1 && only && /(?:Expr|Lit|^Ident)$/.test(only.kind) ? valuePrefix : '';
}

/** What cannot be printed is a fault of this folder; the user is told that the answer is not whole. */
function printSafely(
  language: LanguageId,
  nodes: readonly NodeBase[],
  draft: Draft,
  input: TranslationInput,
  log: Logger,
): Printed {
  try {
    return print(language, nodes);
  } catch (error) {
    log.error(error instanceof Error ? (error.stack ?? error.message).slice(0, 2000) : String(error));
    draft.notes.gap({ start: 0, end: input.text.length, what: 'a part of the answer could not be written' });
    return { text: '', spans: [] };
  }
}

/** gofmt takes declarations or statements; a fragment that has both is laid out in pieces. */
function pieces(language: LanguageId, nodes: readonly NodeBase[]): NodeBase[][] {
  if (language !== 'go' || nodes[0]?.kind === 'PackageClause') return [[...nodes]];
  const made: NodeBase[][] = [];
  let last: boolean | undefined;
  for (const node of nodes) {
    const isDeclaration =
      /^(FuncDecl|GenDecl)$/.test(node.kind) || isBadDeclaration(node) || (node.kind === 'Bad' && last === true);
    if (isDeclaration !== last) made.push([]);
    made[made.length - 1]?.push(node);
    last = isDeclaration;
  }
  return made;
}

function write(input: TranslationInput, language: LanguageId, log: Logger): Draft {
  return language === 'go' ? pythonToGo(input, log) : goToPython(input, log);
}

function print(language: LanguageId, nodes: readonly NodeBase[]): Printed {
  return language === 'go'
    ? printGo(nodes as TopLevel[], { spans: true })
    : printPython(nodes as Statement[], { spans: true });
}
