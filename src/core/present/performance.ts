/** The one line of a performance note, and its figures as rows. */
import type { Performance, PublishedFigure } from '../catalog/idiom';

/** Where the statement of a note is from: `published 2026-04-27, …`; empty where it claims no figure. */
export function provenance(performance: Performance): string {
  switch (performance.kind) {
    case 'published':
      return performance.figures.map(figure => `published ${figure.date}: ${figure.source}`).join('; ');
    case 'complexity':
      return performance.source;
    case 'measured':
      return performance.bench;
    case 'none':
      return '';
  }
}

/** Plain text on one line: the statement, its kind, and for a published figure source, date and doubt. */
export function performanceLine(performance: Performance): string {
  const text = performance.text.replace(/\s+/g, ' ').trim();
  if (performance.kind === 'none') return text;
  if (performance.kind !== 'published') return `${text} (${provenance(performance)})`;
  const figure = performance.figures[0];
  return figure ? `${text} ${figureLine(figure)}` : text;
}

/** `Requests per second: Python 341, Go 2,584 · published 2026-04-27: … · doubt: …`. */
export function figureLine(figure: PublishedFigure): string {
  const what = figure.what.charAt(0).toUpperCase() + figure.what.slice(1);
  return `${what}: Python ${figure.python}, Go ${figure.go} · published ${figure.date}: ${figure.source} · doubt: ${figure.doubt}`;
}
