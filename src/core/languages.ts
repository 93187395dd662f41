/** What the two languages are called, and which is the other one. */
import type { LanguageId } from './syntax/parser';

export const languageNames = { python: 'Python', go: 'Go' } as const satisfies Record<LanguageId, string>;

/** The endings of their files, with the dot. */
export const fileEndings = { python: '.py', go: '.go' } as const satisfies Record<LanguageId, string>;

export const otherLanguage = { python: 'go', go: 'python' } as const satisfies Record<LanguageId, LanguageId>;
