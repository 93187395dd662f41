/** What stands behind a fence's language (`match where="X: str" since=1.22`), and the parts of its text. */
import { readFenceConditions } from './conditions';
import type { Conditions, Fence, Place } from './idiom';
import type { RawFence } from './markdown';
import { didYouMean, type Problems } from './problems';

export interface FenceInfo {
  use: Fence['use'];
  since?: string;
  where: Conditions;
}

export function readFenceInfo(raw: RawFence, problems: Problems): FenceInfo {
  const info: FenceInfo = { use: 'both', where: {} };
  const line = raw.line - 1;
  for (const word of raw.info.match(/[^\s=]+(?:=(?:"[^"]*"|\S*))?/g) ?? []) {
    const [, key = word, quoted, plain] = /^([^=]+)(?:=(?:"([^"]*)"|(\S*)))?$/.exec(word) ?? [];
    const value = quoted ?? plain;
    if ((key === 'match' || key === 'write') && value === undefined) {
      if (info.use !== 'both') problems.report(line, 'A fence is "match" or "write", not both: leave both words out.');
      info.use = key;
    } else if (key === 'since' && /^\d+(\.\d+){1,2}$/.test(value ?? '')) info.since = value!;
    else if (key === 'since') problems.report(line, 'Write the first version that has it: since=1.22.');
    else if (key === 'where' && quoted !== undefined) {
      const read = readFenceConditions(quoted);
      if ('refused' in read) problems.report(line, String(read.refused));
      else info.where = read;
    } else if (key === 'where') problems.report(line, 'Quote the conditions: where="X: str; Y: list".');
    else {
      const known = ['match', 'write', 'since', 'where'];
      problems.report(line, `A fence takes ${known.join(', ')}, not "${key}".${didYouMean(key, known)}`);
    }
  }
  return info;
}

/** A part of a fence's text. Everything outside of it is blank, so that offsets are those of the whole. */
export interface RawPart {
  at: Place;
  optional: boolean;
  text: string;
}

const places: readonly Place[] = ['here', 'file', 'main', 'enclosing'];

/**
 * Splits at the lines `#: part at=…`. What stands before the first of them (imports) comes as `head`; without any such
 * line the whole text is one part, `here`.
 */
export function splitParts(raw: RawFence, problems: Problems): { head: string; parts: RawPart[] } {
  const lines = raw.text.split('\n');
  const starts: { line: number; at: Place; optional: boolean }[] = [];
  lines.forEach((line, i) => {
    const words = /^\s*(?:#|\/\/):\s*(.*?)\s*$/.exec(line)?.[1];
    if (words === undefined) return;
    const [, place, optional] = /^part\s+at=(\S+)(\s+optional)?$/.exec(words) ?? [];
    const at = places.find(known => known === place);
    if (at) starts.push({ line: i, at, optional: optional !== undefined });
    else {
      const mark = raw.language === 'go' ? '//:' : '#:';
      const found = place === undefined ? '' : didYouMean(place, places);
      problems.report(raw.line + i, `Write "${mark} part at=" with one of ${places.join(', ')}.${found}`);
    }
  });
  const between = (from: number, to: number): string =>
    lines.map((line, i) => (i >= from && i < to ? line : line.replace(/[^\r]/g, ' '))).join('\n');
  const [first] = starts;
  if (!first) return { head: '', parts: [{ at: 'here', optional: false, text: raw.text }] };
  const parts = starts.map(({ line, at, optional }, i) => {
    const end = starts[i + 1]?.line ?? lines.length;
    const text = between(line + 1, end);
    if (text.trim() === '') problems.report(raw.line + line, 'This part is empty.');
    return { at, optional, text };
  });
  return { head: between(0, first.line), parts };
}
