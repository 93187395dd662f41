/** The `performance` of the front matter: exactly one kind of statement, each with what makes it one. */
import type { Figures } from './figures';
import type { MapReader } from './frontMatter';
import type { Performance } from './idiom';
import { didYouMean } from './problems';

const kinds = ['published', 'bench', 'complexity', 'none'] as const;

/** Undefined where it is absent or wrong, which is reported. */
export function readPerformance(front: MapReader, figures: Figures): Performance | undefined {
  const map = front.map('performance');
  if (!map) {
    if (!front.has('performance')) {
      front.report(undefined, 'Write "performance:" with published, complexity, none or bench: what the choice costs.');
    }
    return undefined;
  }
  const known = [...kinds, 'text', 'source'];
  for (const key of map.keys()) {
    if (!known.includes(key)) map.report(key, `performance has no "${key}".${didYouMean(key, known)}`);
  }
  const present = kinds.filter(kind => map.has(kind));
  const [kind] = present;
  if (!kind || present.length > 1) {
    front.report('performance', 'performance takes exactly one of published, complexity, none and bench.');
    return undefined;
  }
  const needed = { published: 'text', bench: 'text', complexity: 'source', none: undefined }[kind];
  const beside = needed && map.text(needed);
  if (needed && !beside) {
    map.report(kind, `performance: ${kind} needs "${needed}" beside it.`);
    return undefined;
  }
  if (kind === 'published') return readPublished(map, beside ?? '', figures);
  const value = map.text(kind);
  if (!value) {
    map.report(kind, `performance: ${kind} is empty.`);
    return undefined;
  }
  if (kind === 'bench') return { kind: 'measured', text: beside ?? '', bench: value };
  if (kind === 'complexity') return { kind, text: value, source: beside ?? '' };
  return { kind, text: value };
}

function readPublished(map: MapReader, text: string, figures: Figures): Performance {
  const found = map.texts('published').flatMap(id => {
    const figure = figures.get(id);
    if (!figure) {
      map.report('published', `catalog/figures.yaml has no figure "${id}".${didYouMean(id, figures.keys())}`);
    }
    return figure ? [figure] : [];
  });
  return { kind: 'published', text, figures: found };
}
