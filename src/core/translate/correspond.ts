/**
 * Which source ranges correspond to which ranges of the laid-out code. The translators say which target node came from
 * which source range, the printer says where each node was printed, and the formatter moved the text: the tokens before
 * and after are paired to follow it.
 */
import type { NodeBase } from '../syntax/node';
import type { Translation } from './translate';

export interface Range {
  start: number;
  end: number;
}

/** Where a node was printed. */
export interface Span extends Range {
  node: NodeBase;
}

/** Remembers for target nodes which absolute range of the source they say. */
export class Origins {
  private readonly ranges = new WeakMap<NodeBase, Range>();

  /** Returns the node, so that it can be wrapped around an expression. The first origin stays: it is the innermost. */
  mark<T extends NodeBase>(target: T, source: Range | undefined): T {
    if (source && source.end > source.start && !this.ranges.has(target)) this.ranges.set(target, source);
    return target;
  }

  of(target: NodeBase): Range | undefined {
    return this.ranges.get(target);
  }
}

/** The pairs of ranges of an answer, in the order of the source, without doubles. */
export function correspondences(
  spans: readonly Span[],
  origins: Origins,
  move: (range: Range) => Range | undefined,
): Translation['correspondences'] {
  const found: Translation['correspondences'] = [];
  const seen = new Set<string>();
  for (const span of spans) {
    const source = origins.of(span.node);
    const target = source && move(span);
    if (!source || !target) continue;
    const key = `${source.start} ${source.end} ${target.start} ${target.end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push({ source: { start: source.start, end: source.end }, target });
  }
  return found.sort((a, b) => a.source.start - b.source.start || b.source.end - a.source.end);
}

interface Token extends Range {
  text: string;
}

const tokenPattern =
  /"""[\s\S]*?"""|`[^`]*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[\p{L}\p{N}_]+|\/\/[^\n]*|#[^\n]*|[^\s\p{L}\p{N}_]/gu;

function tokens(text: string): Token[] {
  return Array.from(text.matchAll(tokenPattern), match => {
    const [spelled] = match;
    // Formatters change quotes and the space behind a comment's mark.
    const plain = /^["']/.test(spelled) ? spelled.replace(/["'\\]/g, '') : spelled.replace(/\s+/g, '');
    return { start: match.index, end: match.index + spelled.length, text: plain };
  });
}

/** How far one text may run ahead before the two are taken for lost: a formatter adds or drops a few marks, no more. */
const window = 12;

/** A function that carries a range of `before` to `after`; undefined where nothing of the range was kept. */
export function followLayout(before: string, after: string): (range: Range) => Range | undefined {
  if (before === after) return range => ({ start: range.start, end: range.end });
  const left = tokens(before);
  const right = tokens(after);
  const pairs: [Token, Token][] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const [a, b] = nearest(left, right, i, j);
    i = a;
    j = b;
    const [from, to] = [left[i], right[j]];
    if (from && to) pairs.push([from, to]);
    i++;
    j++;
  }
  return range => {
    const first = pairs[firstAtOrAfter(pairs, range.start)];
    const last = pairs[firstEndingAfter(pairs, range.end) - 1];
    if (!first || !last || first[0].start >= range.end || last[0].end <= range.start) return undefined;
    return { start: first[1].start, end: last[1].end };
  };
}

function nearest(left: Token[], right: Token[], i: number, j: number): [number, number] {
  for (let distance = 0; distance <= window; distance++) {
    for (let step = 0; step <= distance; step++) {
      const [a, b] = [i + step, j + distance - step];
      const [from, to] = [left[a], right[b]];
      if (from && to && from.text === to.text) return [a, b];
    }
  }
  return [i, j];
}

function firstAtOrAfter(pairs: [Token, Token][], offset: number): number {
  return search(pairs.length, at => (pairs[at]?.[0].start ?? 0) >= offset);
}

function firstEndingAfter(pairs: [Token, Token][], offset: number): number {
  return search(pairs.length, at => (pairs[at]?.[0].end ?? 0) > offset);
}

function search(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
