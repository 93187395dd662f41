/** What a command is about: the place it was given, or the idiom at the cursor. */
import { Uri, window, workspace, type TextDocument } from 'vscode';
import type { Counterpart, Document, Hint } from '../../core';
import type { Documents } from '../documents';
import { hintsAt, visibleHints } from '../hints';
import { asPlace } from './names';

export interface Target {
  text: TextDocument;
  document: Document;
  hint: Hint;
  counterpart: Counterpart;
}

/** Undefined, after telling the user why, where there is no idiom. */
export async function findTarget(documents: Documents, argument: unknown): Promise<Target | undefined> {
  const place = asPlace(argument);
  const editor = window.activeTextEditor;
  const text = place ? await workspace.openTextDocument(Uri.parse(place.uri)) : editor?.document;
  if (!text) {
    void window.showInformationMessage('Open a Python or Go file and put the cursor on an idiom.');
    return undefined;
  }
  const visible = await visibleHints(documents, text);
  if (!visible) {
    void window.showInformationMessage(
      'There are no hints for this file: it is neither Python nor Go, or they are switched off for it.',
    );
    return undefined;
  }
  const offset = place?.offset ?? text.offsetAt(editor!.selection.active);
  const hints = await hintsAt(visible, offset);
  const hint = hints.find(candidate => !place || candidate.idiom.id === place.idiom);
  if (!hint) {
    void window.showInformationMessage('There is no idiom at the cursor. The panel lists those of this file.');
    return undefined;
  }
  return { text, document: visible.document, hint, counterpart: await visible.document.counterpart(hint) };
}
