/** What the side panel shows, as plain data: the page builds its elements from it and never takes HTML. */
import type { PublishedFigure } from '../catalog/idiom';
import type { Counterpart, Hint, IdiomSummary, LanguageId } from '../index';
import { withImports } from './hover';
import type { Token } from './highlight';
import { inlineRuns } from './inline';
import type { CodeView, FigureRow, OverviewModel, PanelModel } from './panelModel';
import { provenance } from './performance';

const homes = {
  python: 'This job is at home in Python.',
  go: 'This job is at home in Go.',
  even: 'Both languages do this job well.',
} as const;

export type Tokenizer = (language: LanguageId, code: string) => Promise<Token[]>;

/**
 * The comparison of one idiom; with a hint the code is the user's own, without one the catalog's. `indent` is the number
 * of blanks before the code on its first line.
 */
export async function panelModel(
  idiom: IdiomSummary,
  tokenizer: Tokenizer,
  live?: { hint: Hint; code: string; indent: number; counterpart: Counterpart },
): Promise<PanelModel> {
  const view = async (language: LanguageId, code: string): Promise<CodeView | undefined> =>
    code ? { language, tokens: await tokenizer(language, code) } : undefined;
  const common = {
    kind: 'comparison' as const,
    id: idiom.id,
    title: idiom.title,
    summary: inlineRuns(idiom.summary),
    traps: idiom.traps.map(inlineRuns),
    performance: {
      text: inlineRuns(idiom.performance.text),
      from: provenance(idiom.performance),
      figures: figureRows(idiom),
    },
    fit: homes[idiom.fit],
    sources: idiom.sources,
  };
  if (!live) {
    const instead = idiom.go.instead ?? idiom.python.instead ?? '';
    return {
      ...common,
      source: await view('python', idiom.python.code),
      target: await view('go', idiom.go.code),
      note: inlineRuns(instead),
      pairs: [],
      remarks: [],
      live: false,
    };
  }
  const { hint, counterpart } = live;
  const { code, shift } = dedent(live.code, live.indent);
  const target = counterpart.code ? withImports(counterpart) : '';
  const before = target.length - counterpart.code.length;
  return {
    ...common,
    source: await view(hint.language, code),
    target: await view(counterpart.language, target),
    note: counterpart.code ? [] : inlineRuns(counterpart.note ?? ''),
    pairs: counterpart.correspondences.flatMap(({ source, target: range }) =>
      source.start >= hint.range.start && source.end <= hint.range.end
        ? {
            source: { start: shift(source.start - hint.range.start), end: shift(source.end - hint.range.start) },
            target: { start: range.start + before, end: range.end + before },
          }
        : [],
    ),
    remarks: [
      ...hint.assumes.map(text => `Assumes ${text}.`),
      ...counterpart.assumptions.map(text => `Assumes: ${text}.`),
      ...counterpart.gaps.map(gap => `Left open: ${gap.what}.`),
      ...(hint.alternatives.length > 0
        ? [`May also be: ${hint.alternatives.map(other => other.title).join(', ')}.`]
        : []),
    ],
    live: true,
  };
}

/**
 * Code that was cut out of a line with `indent` blanks before it: the same number goes from each further line. `shift`
 * turns an offset of the old text to one of the new.
 */
function dedent(text: string, indent: number): { code: string; shift(offset: number): number } {
  const lines = text.split('\n');
  const cuts = lines.map((line, i) => (i === 0 ? 0 : Math.min(indent, /^[ \t]*/.exec(line)![0].length)));
  return {
    code: lines.map((line, i) => line.slice(cuts[i])).join('\n'),
    shift(offset) {
      const before = text.slice(0, offset).split('\n').length;
      return offset - cuts.slice(0, before).reduce((sum, cut) => sum + cut, 0);
    },
  };
}

export function figureRows(idiom: IdiomSummary): FigureRow[] {
  if (idiom.performance.kind !== 'published') return [];
  return idiom.performance.figures.map((figure: PublishedFigure) => ({
    what: figure.what,
    python: figure.python,
    go: figure.go,
    passport: `${figure.date}, ${figure.source}; ${figure.setup === 'not said' ? 'set-up not said' : figure.setup}`,
    doubt: figure.doubt,
  }));
}

/** The idioms of a file; `line` gives the zero-based line of an offset. */
export function overviewModel(file: string, hints: readonly Hint[], line: (offset: number) => number): OverviewModel {
  return {
    kind: 'overview',
    file,
    rows: hints.map(hint => ({
      id: hint.idiom.id,
      title: hint.idiom.title,
      line: line(hint.range.start),
      offset: hint.range.start,
    })),
  };
}
