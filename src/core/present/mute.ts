/** What a user does not want to see: `idiom-bridge: off` in a comment, muted idioms and domains. */
import type { Hint, LanguageId } from '../index';

const marks = {
  python: /#.*\bidiom-bridge: *off\b/,
  go: /\/\/.*\bidiom-bridge: *off\b|\/\*.*\bidiom-bridge: *off\b/,
} as const;
const alone = { python: /^\s*#/, go: /^\s*\/[/*]/ } as const;

/**
 * Zero-based lines that are muted: the line of the comment, and where the comment stands alone the next line too.
 */
export function mutedLines(text: string, language: LanguageId): ReadonlySet<number> {
  const muted = new Set<number>();
  if (!text.includes('idiom-bridge:')) return muted;
  for (const [i, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (!marks[language].test(line)) continue;
    muted.add(i);
    if (alone[language].test(line)) muted.add(i + 1);
  }
  return muted;
}

/** Whether the idiom is muted by its id (`web.flask-route`) or its domain (`web`). */
export function isMuted(idiom: Hint['idiom'], muted: readonly string[]): boolean {
  return muted.includes(idiom.id) || muted.includes(idiom.domain);
}
