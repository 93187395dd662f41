/** The helpers as Go source. Each is plain enough to be kept by the person who goes on with the code. */
import type { HelperText } from './helperText';
import { bytesTexts } from './bytes';
import { commandLine } from './commandLine';
import { calendar } from './calendar';
import { bigNumbers } from './bigNumbers';
import { decimals } from './decimals';
import { collections } from './collections';
import { dynamicTexts } from './dynamic';
import { formats } from './formats';
import { forms } from './forms';
import { regexps } from './regexps';
import { iterators } from './iterators';
import { keys } from './keys';
import { heaps } from './heaps';
import { times } from './times';
import { statistics } from './statistics';
import { jsonTexts } from './json';
import { searching } from './searching';
import { csvTexts } from './csv';
import { logging } from './logging';
import { numbers } from './numbers';
import { powers } from './powers';
import { output } from './output';
import { randomness } from './randomness';
import { pathObjects } from './pathObjects';
import { paths } from './paths';
import { streams } from './streams';
import { system } from './system';
import { strings } from './strings';
import { tasks } from './tasks';
import { taskTools } from './taskTools';
import { threads } from './threads';
import { urlTexts } from './urls';
import { differences } from './differences';
import { tuples } from './tuples';
import { wrapping } from './wrapping';
import { values } from './values';
import { webTexts } from './web';
import { zones } from './zones';

export const helperTexts: Record<string, HelperText> = {
  ...tuples,
  ...keys,
  ...numbers,
  ...powers,
  ...output,
  ...strings,
  ...collections,
  ...values,
  ...dynamicTexts,
  ...bytesTexts,
  ...csvTexts,
  ...differences,
  ...wrapping,
  ...urlTexts,
  ...searching,
  ...jsonTexts,
  ...statistics,
  ...times,
  ...heaps,
  ...iterators,
  ...regexps,
  ...formats,
  ...forms,
  ...tasks,
  ...taskTools,
  ...threads,
  ...randomness,
  ...calendar,
  ...commandLine,
  ...logging,
  ...zones,
  ...bigNumbers,
  ...decimals,
  ...paths,
  ...pathObjects,
  ...streams,
  ...system,
  ...webTexts,
};
