/** The helpers as Go source. Each is plain enough to be kept by the person who goes on with the code. */
import type { HelperText } from './helperText';
import { collections } from './collections';
import { forms } from './forms';
import { regexps } from './regexps';
import { iterators } from './iterators';
import { heaps } from './heaps';
import { times } from './times';
import { statistics } from './statistics';
import { jsonTexts } from './json';
import { searching } from './searching';
import { concurrency } from './concurrency';
import { csvTexts } from './csv';
import { numbers } from './numbers';
import { output } from './output';
import { strings } from './strings';
import { tuples } from './tuples';
import { values } from './values';

export const helperTexts: Record<string, HelperText> = {
  ...tuples,
  ...numbers,
  ...output,
  ...strings,
  ...collections,
  ...values,
  ...csvTexts,
  ...concurrency,
  ...searching,
  ...jsonTexts,
  ...statistics,
  ...times,
  ...heaps,
  ...iterators,
  ...regexps,
  ...forms,
};
