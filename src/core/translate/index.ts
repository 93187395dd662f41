/** One call translates a match, a selection or a file in either direction. */
import type { Logger } from '../index';
import { printGo } from '../syntax/go/print';
import type { TopLevel } from '../syntax/go/ast';
import type { Assets, LanguageId } from '../syntax/parser';
import type { Printed } from '../syntax/printed';
import type { Statement } from '../syntax/python/ast';
import { printPython } from '../syntax/python/print';
import { correspondences, followLayout, Origins } from './correspond';
import type { Draft } from './draft';
import { Notes } from './gaps';
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
  const language: LanguageId = input.facts.language === 'python' ? 'go' : 'python';
  const draft = write(input, language, tools.log);
  const printed = print(language, draft);
  let layout = layouts.get(tools.assets);
  if (!layout) layouts.set(tools.assets, (layout = createLayout(tools.assets)));
  const laidOut = await layout.format(language, printed.text);
  if (laidOut.problem) tools.log.warn(`The ${language} formatter refused an answer: ${laidOut.problem}`);
  return {
    language,
    code: laidOut.text,
    imports: draft.imports,
    gaps: draft.notes.gaps(),
    assumptions: draft.notes.assumptions(),
    correspondences: correspondences(printed.spans, draft.origins, followLayout(printed.text, laidOut.text)),
  };
}

function write(input: TranslationInput, language: LanguageId, log: Logger): Draft {
  return language === 'go' ? pythonToGo(input, log) : goToPython(input, log);
}

function print(language: LanguageId, draft: Draft): Printed {
  return language === 'go'
    ? printGo(draft.nodes as TopLevel[], { spans: true })
    : printPython(draft.nodes as Statement[], { spans: true });
}

/** Until that direction is there, its answer is one gap. */
function goToPython(input: TranslationInput, log: Logger): Draft {
  log.debug('Go to Python was asked for.');
  const notes = new Notes();
  notes.gap({ start: 0, end: input.text.length, what: 'Go to Python is not there yet' });
  return { nodes: [], imports: [], notes, origins: new Origins() };
}
