import { env, window } from 'vscode';
import { withImports } from '../../core';
import type { Documents } from '../documents';
import { findTarget } from './target';

/** Puts the counterpart with its imports on the clipboard. */
export async function copyEquivalent(documents: Documents, argument: unknown): Promise<void> {
  const target = await findTarget(documents, argument);
  if (!target) return;
  if (!target.counterpart.code) {
    void window.showInformationMessage(`${target.hint.idiom.title} has no counterpart to copy.`);
    return;
  }
  await env.clipboard.writeText(withImports(target.counterpart));
  window.setStatusBarMessage(`$(check) Copied: ${target.hint.idiom.title}`, 3000);
}
