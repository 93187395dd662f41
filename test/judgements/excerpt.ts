/** Cuts a file down to what a hint needs: the declaration around it, and what tells the same types. */
import type { LanguageId } from '../../src/core';
import type { Match } from '../../src/core/match/match';
import { forEachChild, type AnyNode, type NodeBase, type SourceFile } from '../../src/core/syntax/node';
import { codeOf, lineAt, type Finder, lowerText } from './hints';

export interface Excerpt {
  text: string;
  /** The line of the hint in the excerpt, counted from 1. */
  at: number;
}

/** Longer functions lose statements that have no name in common with the hint. */
const mostLines = 24;

/**
 * The shortest excerpt in which the idiom is found as it is in the whole file: with the same code and certainty. The
 * whole text where no cut keeps it.
 */
export function excerptOf(find: Finder, language: LanguageId, text: string, match: Match): Excerpt {
  const hint: Hint = { idiom: match.idiom.id, certainty: match.certainty, code: codeOf(text, match) };
  const keep = match.parts.map(part => [part.start, part.end] as const);
  let current = text;
  let position = keep.map(([start]) => start);
  /** Takes the pieces out, each with its lines, if the hint survives. */
  const cut = (pieces: readonly Span[]): boolean => {
    let shorter = current;
    let moved = position;
    for (const { start, end } of pieces) {
      const from = shorter.lastIndexOf('\n', start - 1) + 1;
      const newline = shorter.indexOf('\n', end);
      const to = newline < 0 ? shorter.length : newline + 1;
      if (shorter.slice(from, start).trim() || shorter.slice(end, to).trim()) return false;
      if (moved.some(at => from <= at && at < to)) return false;
      shorter = shorter.slice(0, from) + shorter.slice(to);
      moved = moved.map(at => (at >= to ? at - (to - from) : at));
    }
    return accept(shorter, moved);
  };
  const accept = (shorter: string, moved: number[]): boolean => {
    const line = lineAt(shorter, moved[0]!);
    if (!find(language, shorter).some(other => isSame(other, shorter, hint) && startLine(shorter, other) === line)) {
      return false;
    }
    current = shorter;
    position = moved;
    return true;
  };
  /** Takes blank lines out. */
  const squeeze = (): void => {
    const without = (piece: string): string => piece.replace(/\n(?:[ \t]*\n)+/g, '\n');
    const moved = position.map(at => without(current.slice(0, at)).length);
    accept(without(current), moved);
  };

  const around = (node: Span): boolean => position.some(at => node.start <= at && at < node.end);
  cutAll(() => lowerText(language, current).units.filter(unit => !around(unit) && !isPackage(unit.node)), cut);
  const words = new Set(wordsOf(text.slice(keep[0]![0], keep[0]![1]).split('\n').slice(0, 3).join('\n')));
  cutAll(() => statementsOf(lowerText(language, current)).filter(one => !around(one) && one.kind === 'method'), cut);
  cutAll(() => statementsOf(lowerText(language, current)).filter(one => !around(one) && one.kind === 'docstring'), cut);
  cutAll(() => commentLines(current, language), cut);
  squeeze();
  const long = (): boolean => current.trim().split('\n').length > mostLines;
  const others = (): Piece[] => (long() ? statementsOf(lowerText(language, current)).filter(one => !around(one)) : []);
  const mentions = (one: Span): boolean => wordsOf(current.slice(one.start, one.end)).some(word => words.has(word));
  cutAll(() => others().filter(one => !mentions(one)), cut);
  // What is matched may be long itself: a class, a `try` of a hundred lines.
  cutAll(() => others().filter(one => one.start > position[0]!), cut);
  squeeze();
  return { text: `${current.trim()}\n`, at: lineAt(current.trimStart(), position[0]! - leading(current)) };
}

interface Hint {
  idiom: string;
  certainty: string;
  code: string;
}

function isSame(match: Match, text: string, hint: Hint): boolean {
  return match.idiom.id === hint.idiom && match.certainty === hint.certainty && codeOf(text, match) === hint.code;
}

function startLine(text: string, match: Match): number {
  return lineAt(text, match.parts[0]!.start);
}

interface Span {
  start: number;
  end: number;
}

interface Piece extends Span {
  kind: string;
}

/** All at once, else in halves, from the last to the first, so that the offsets of the others stay valid. */
function cutAll(pieces: () => Span[], cut: (pieces: readonly Span[]) => boolean): void {
  const sorted = pieces().sort((a, b) => b.start - a.start);
  const outer = sorted.filter(one => !sorted.some(other => other !== one && contains(other, one)));
  const step = (some: readonly Span[]): void => {
    if (some.length === 0 || cut(some) || some.length === 1) return;
    const half = some.length >> 1;
    step(some.slice(0, half));
    step(some.slice(half));
  };
  step(outer);
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

const functions = new Set(['FunctionDef', 'ClassDef', 'FuncDecl']);

/** Statements in a list of several. */
function statementsOf(file: SourceFile<NodeBase>): Piece[] {
  const found: Piece[] = [];
  for (const unit of file.units) {
    const visit = (node: NodeBase): void => {
      for (const [field, value] of Object.entries(node)) {
        if (!Array.isArray(value) || !/^(body|orelse|finalbody|stmts|list)$/.test(field)) continue;
        value.forEach((item: AnyNode, i) => {
          const docstring = i === 0 && isDocstring(item);
          // A body keeps its first statement, or it would not parse.
          if (value.length < 2 || (i === 0 && !docstring)) return;
          const kind = docstring ? 'docstring' : functions.has(item.kind) ? methodOf(item) : 'other';
          found.push({ start: unit.start + item.start, end: unit.start + item.end, kind });
        });
      }
      forEachChild(node, visit);
    };
    visit(unit.node);
  }
  return found;
}

/** What makes the fields tells their types. */
function methodOf(item: AnyNode): string {
  return (item['name'] as AnyNode | undefined)?.['id'] === '__init__' ? 'other' : 'method';
}

function isDocstring(node: AnyNode): boolean {
  return node.kind === 'Expr' && (node['value'] as NodeBase).kind === 'Str';
}

function isPackage(node: NodeBase): boolean {
  return node.kind === 'PackageClause';
}

function commentLines(text: string, language: LanguageId): Span[] {
  const mark = language === 'python' ? /^[ \t]*#.*$/gm : /^[ \t]*\/\/.*$/gm;
  return [...text.matchAll(mark)].map(found => ({
    start: found.index + found[0].search(/\S/),
    end: found.index + found[0].length,
  }));
}

function wordsOf(text: string): string[] {
  return text.match(/[A-Za-z_]\w*/g) ?? [];
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}
