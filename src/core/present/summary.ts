import type { Idiom, Side } from '../catalog/idiom';
import type { IdiomSummary, SideSummary } from '../index';

const summaries = new WeakMap<Idiom, IdiomSummary>();

/** What surfaces show of an idiom. The same idiom always gives the same object. */
export function summarize(idiom: Idiom): IdiomSummary {
  let summary = summaries.get(idiom);
  if (!summary) {
    summary = {
      id: idiom.id,
      domain: idiom.domain,
      title: idiom.title,
      level: idiom.level,
      fit: idiom.fit,
      keywords: idiom.keywords,
      summary: idiom.summary,
      python: summarizeSide(idiom.python),
      go: summarizeSide(idiom.go),
      traps: idiom.traps.map(trap => trap.text),
      performance: idiom.performance,
      sources: idiom.sources,
    };
    summaries.set(idiom, summary);
  }
  return summary;
}

function summarizeSide(side: Side): SideSummary {
  const fence = side.fences.find(candidate => candidate.use !== 'match') ?? side.fences[0];
  return {
    code: fence?.text ?? '',
    patterns: side.fences.map(each => each.text),
    ...(fence?.since ? { since: fence.since } : {}),
    ...(side.instead ? { instead: side.instead } : {}),
  };
}
