/** The hints of an editor's document, less what the user has muted. */
import { languages, Range, type TextDocument } from 'vscode';
import { isMuted, mutedLines, type Document, type Hint, type OffsetRange } from '../core';
import { languageOf, type Documents } from './documents';
import { readSettings, type Settings } from './settings';

export interface VisibleHints {
  document: Document;
  hints: Hint[];
  settings: Settings;
}

/** Undefined for a document that has none by its language or by the settings. */
export async function visibleHints(documents: Documents, text: TextDocument): Promise<VisibleHints | undefined> {
  const language = languageOf(text);
  if (!language) return undefined;
  const settings = readSettings(text.uri, language);
  if (!settings.enabled || settings.mutedFiles.some(pattern => languages.match({ pattern }, text) > 0))
    return undefined;
  const document = await documents.get(text);
  if (!document) return undefined;
  const hints = await document.hints();
  const muted = mutedLines(text.getText(), language);
  return {
    document,
    settings,
    hints: hints.filter(
      hint => !isMuted(hint.idiom, settings.mutedIdioms) && !muted.has(text.positionAt(hint.range.start).line),
    ),
  };
}

/** The hints that cover the offset, the innermost first. */
export async function hintsAt(visible: VisibleHints, offset: number): Promise<Hint[]> {
  const covering = await visible.document.hintsAt(offset);
  return covering.filter(hint => visible.hints.includes(hint));
}

export function toRange(document: TextDocument, range: OffsetRange): Range {
  return new Range(document.positionAt(range.start), document.positionAt(range.end));
}
