import { window } from 'vscode';
import { languageNames, otherLanguage, type LanguageId, type OffsetRange } from '../../core';
import { languageOf, type Documents } from '../documents';
import type { Equivalents } from '../equivalents';
import { hintsAt, visibleHints } from '../hints';

/** Opens beside: the selection, else the idiom at the cursor, else the function around it, else the file. */
export async function showEquivalent(
  documents: Documents,
  equivalents: Equivalents,
  target: LanguageId,
): Promise<void> {
  const editor = window.activeTextEditor;
  const language = editor && languageOf(editor.document);
  if (!editor || !language || language === target) {
    const from = languageNames[otherLanguage[target]];
    void window.showInformationMessage(
      `Show ${languageNames[target]} Equivalent needs a ${from} file in the active editor.`,
    );
    return;
  }
  const text = editor.document;
  const document = await documents.get(text);
  if (!document) {
    void window.showErrorMessage('This file could not be read; the log of Idiom Bridge says why.');
    return;
  }
  let range: OffsetRange | undefined;
  if (!editor.selection.isEmpty) {
    range = { start: text.offsetAt(editor.selection.start), end: text.offsetAt(editor.selection.end) };
  } else {
    const offset = text.offsetAt(editor.selection.active);
    const visible = await visibleHints(documents, text);
    const hint = visible && (await hintsAt(visible, offset))[0];
    range = hint?.range ?? (await document.enclosingDeclaration(offset));
  }
  await equivalents.open(text.uri, target, range);
}
