/** The figures that others published: `catalog/figures.yaml`, a list of maps with the fields of PublishedFigure. */
import { isMap, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { CatalogProblem } from '../index';
import type { PublishedFigure } from './idiom';
import { createProblems, didYouMean } from './problems';

/** Figures by id. */
export type Figures = ReadonlyMap<string, PublishedFigure>;

const fields = ['id', 'what', 'python', 'go', 'setup', 'source', 'date', 'doubt'] as const;

/** Reads every entry that is whole; an entry with a problem is left out. */
export function readFigures(file: { uri: string; text: string }): { figures: Figures; problems: CatalogProblem[] } {
  const problems = createProblems(file.uri);
  const figures = new Map<string, PublishedFigure>();
  const lines = new LineCounter();
  const lineAt = (node: Node | null | undefined): number => lines.linePos(node?.range?.[0] ?? 0).line - 1;
  const document = parseDocument(file.text, { lineCounter: lines });
  for (const error of document.errors) problems.report(lines.linePos(error.pos[0]).line - 1, error.message);
  const root = document.contents;
  if (!isSeq(root)) problems.report(0, 'Write a list of figures: "- id: …".');

  for (const item of isSeq(root) ? root.items : []) {
    const line = lineAt(item as Node);
    if (!isMap(item)) {
      problems.report(line, 'Each figure is a map with id, what, python, go, setup, source, date and doubt.');
      continue;
    }
    const values = new Map<string, string>();
    for (const pair of item.items) {
      const key = String(pair.key);
      if (!fields.some(field => field === key)) {
        problems.report(lineAt(pair.key as Node), `A figure has no "${key}".${didYouMean(key, fields)}`);
      }
      // Dates and numbers keep their spelling.
      const { source } = pair.value as { source?: string };
      values.set(key, source ?? String(pair.value));
    }
    const missing = fields.filter(field => !values.get(field)?.trim());
    if (missing.length) problems.report(line, `The figure lacks ${missing.join(', ')}. Say "not said" where nothing is.`);
    else {
      const figure = Object.fromEntries(fields.map(field => [field, values.get(field)!])) as unknown as PublishedFigure;
      if (figures.has(figure.id)) problems.report(line, `There are two figures "${figure.id}".`);
      figures.set(figure.id, figure);
    }
  }
  return { figures, problems: problems.list() };
}
