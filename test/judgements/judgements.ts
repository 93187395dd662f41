/** The hints that somebody looked at, as data: enough of the code to find them again without the file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certainty, LanguageId } from '../../src/core';

export interface JudgedHint {
  idiom: string;
  /** As it was when it was judged; facts may know more since. */
  certainty: Certainty;
  /** `CPython 3.11.7`, `Go 1.26.8` or `article`. */
  origin: string;
  /** Path in the library, and the line there, counted from 1. */
  file: string;
  line: number;
  verdict: 'right' | 'wrong';
  /** Why it is wrong. */
  reason?: string;
  /** What has to change so that the replay agrees: a wrong hint is still found, or a right one given up for wrong ones. */
  open?: string;
  /** The first line of what the hint is about. */
  code: string;
  /** The line of the hint in the excerpt, counted from 1. */
  at: number;
  excerpt: string[];
}

export function judgedHints(language: LanguageId): JudgedHint[] {
  return JSON.parse(readFileSync(join(__dirname, 'data', `${language}.json`), 'utf8')) as JudgedHint[];
}
