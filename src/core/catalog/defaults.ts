/** Which language a default is written in. */
import { walk } from '../syntax/node';
import type { LanguageId } from '../syntax/parser';
import type { Fence, Part } from './idiom';

/**
 * The side that searches for the metavariable. Only Python has arguments that may be absent, so it comes first where
 * both have it.
 */
export function languageOfDefault(name: string, fences: readonly Fence[]): LanguageId {
  const has = (language: LanguageId): boolean =>
    fences.some(fence => fence.language === language && metavariablesOf(fence.parts).has(name));
  return has('go') && !has('python') ? 'go' : 'python';
}

/** The names of all metavariables of a fence, `_` left out. */
export function metavariablesOf(parts: readonly Part[]): Set<string> {
  const names = new Set<string>();
  for (const part of parts) {
    for (const root of part.nodes) {
      walk(root, node => {
        if (node.kind === 'Meta' && node['name'] !== '_') names.add(String(node['name']));
      });
    }
  }
  return names;
}
