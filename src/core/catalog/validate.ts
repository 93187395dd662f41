/** What must hold between the parts of an idiom: each side can be written from what the other binds, names are known. */
import { converters } from '../convert';
import { languageNames, otherLanguage } from '../languages';
import { walk, type AnyNode, type NodeBase } from '../syntax/node';
import type { LanguageId } from '../syntax/parser';
import { metavariablesOf } from './defaults';
import type { FrontMatter } from './frontMatter';
import type { Conditions, Fence, Inside, Side } from './idiom';
import { didYouMean, type Problems } from './problems';

export interface Patterns {
  python: Side;
  go: Side;
  /** With the zero-based line of each section's heading. */
  inside: (Inside & { line: number })[];
}

const languages: readonly LanguageId[] = ['python', 'go'];

export function validatePatterns(front: FrontMatter, patterns: Patterns, problems: Problems): void {
  const heads = [...patterns.python.fences, ...patterns.go.fences];
  const all = [...heads, ...patterns.inside.flatMap(pair => [...pair.python, ...pair.go])];
  const known = new Set<string>(front.derive.flatMap(({ target, sources }) => [target, ...sources]));
  for (const fence of all) for (const name of metavariablesOf(fence.parts)) known.add(name);

  for (const language of languages) validateSide(language, patterns[language], problems);
  for (const fence of all) validateFence(fence, front.where, known, problems);
  validateNames(front, known, all, problems);
  validateDerivations(front, known, problems);
  validateBindings(front, patterns, new Set(), problems);
  for (const pair of patterns.inside) validateInside(front, pair, heads, problems);
}

function validateSide(language: LanguageId, side: Side, problems: Problems): void {
  const written = side.fences.find(fence => fence.use !== 'match');
  if (written && side.instead !== undefined) {
    problems.report(written.line - 1, `With "## Instead in ${languageNames[language]}" this fence is not written: add "match".`);
  }
  // A side that is only searched for is translated by the syntax layer.
  if (side.fences.length === 0 && side.instead === undefined) {
    problems.report(0, `Nothing says it in ${languageNames[language]}: add a fence, or "## Instead in ${languageNames[language]}".`);
  }
}

function validateFence(fence: Fence, where: Conditions, known: ReadonlySet<string>, problems: Problems): void {
  const line = fence.line - 1;
  checkConditions(fence.where, known, () => line, problems);
  if (fence.use !== 'write') {
    for (const part of fence.parts) {
      if (part.nodes.some(node => node.kind !== 'Meta' || isSpelled(node, [where, fence.where]))) continue;
      problems.report(line, 'This part is all metavariables and would match everything: give it some code, or "write".');
    }
    if (fence.parts[0]?.optional) problems.report(line, 'The first part carries the hover and cannot be optional.');
  }
  if (fence.use !== 'match') {
    let anonymous = false;
    for (const part of fence.parts) {
      for (const node of part.nodes) {
        walk(node, ({ kind, name, many }) => void (anonymous ||= kind === 'Meta' && name === '_' && many !== true));
      }
    }
    if (anonymous) problems.report(line, '$_ cannot be written: name it, or mark the fence "match".');
  }
}

/** A hole whose condition alone says what code it is: an f-string cannot be written as a pattern. */
function isSpelled(hole: NodeBase, wheres: readonly Conditions[]): boolean {
  const conditions = wheres.map(where => where[String((hole as AnyNode)['name'])] ?? []);
  return conditions.some(list => list.length > 0 && list.every(condition => condition.test === 'fstring'));
}

function validateNames(front: FrontMatter, known: ReadonlySet<string>, fences: Fence[], problems: Problems): void {
  checkConditions(front.where, known, name => front.lineOf(`where.${name}`), problems);
  for (const name of Object.keys(front.defaults)) {
    if (known.has(name)) continue;
    problems.report(front.lineOf(`defaults.${name}`), `No fence has $${name}.${didYouMean(name, known)}`);
  }
  const { result } = front;
  if (result !== undefined && !known.has(result)) {
    problems.report(front.lineOf('result'), `No fence has $${result}.${didYouMean(result, known)}`);
  }
  const plain = new Set<string>();
  for (const part of fences.flatMap(fence => fence.parts)) {
    for (const root of part.nodes) {
      walk(root, node => {
        if (node.kind === 'Ident') plain.add(String(node['name']));
        if (node.kind === 'Name') plain.add(String(node['id']));
      });
    }
  }
  for (const [role, name] of Object.entries(front.roles)) {
    if (plain.has(name) || known.has(name)) continue;
    problems.report(front.lineOf(`roles.${role}`), `No fence declares "${name}".${didYouMean(name, plain)}`);
  }
}

function checkConditions(
  where: Conditions,
  known: ReadonlySet<string>,
  lineOf: (name: string) => number,
  problems: Problems,
): void {
  for (const name of Object.keys(where)) {
    if (!known.has(name)) problems.report(lineOf(name), `where: no fence has $${name}.${didYouMean(name, known)}`);
  }
}

function validateDerivations(front: FrontMatter, known: ReadonlySet<string>, problems: Problems): void {
  for (const { target, converter: name, sources } of front.derive) {
    const line = front.lineOf(`derive.${target}`);
    const converter = converters.get(name);
    if (!converter) {
      const all = [...converters.keys()];
      problems.report(line, `There is no converter "${name}".${didYouMean(name, all) || ` There are ${all.join(', ')}.`}`);
      continue;
    }
    const { min, max } = converter.sources;
    if (sources.length < min || sources.length > max) {
      const count = min === max ? String(min) : `${min} to ${max}`;
      problems.report(line, `${name} takes ${count} source(s), not ${sources.length}.`);
    }
    for (const used of [target, ...sources]) {
      if (!known.has(used)) problems.report(line, `No fence has $${used}.${didYouMean(used, known)}`);
    }
  }
}

/** Each fence that is searched for must give whatever a fence of the other language needs to be written. */
function validateBindings(
  front: FrontMatter,
  fences: { python: { fences: Fence[] }; go: { fences: Fence[] } },
  outer: ReadonlySet<string>,
  problems: Problems,
): void {
  for (const from of languages) {
    const to = otherLanguage[from];
    for (const searched of fences[from].fences) {
      if (searched.use === 'write') continue;
      const bound = available(front, new Set([...metavariablesOf(searched.parts), ...outer]));
      for (const written of fences[to].fences) {
        if (written.use === 'match') continue;
        const missing = [...metavariablesOf(written.parts)].filter(name => !bound.has(name));
        if (missing.length === 0) continue;
        problems.report(
          searched.line - 1,
          `This fence binds no ${missing.map(name => `$${name}`).join(', ')}, which the ${languageNames[to]} fence at line ` +
            `${written.line} needs: bind it, or give it by derive, defaults or result.`,
        );
      }
    }
  }
}

/** What is known where these names are bound: closed under derive (both ways), defaults and result. */
function available(front: FrontMatter, bound: Set<string>): Set<string> {
  for (const name of Object.keys(front.defaults)) bound.add(name);
  if (front.result !== undefined) bound.add(front.result);
  for (let size = -1; size !== bound.size; ) {
    size = bound.size;
    for (const { target, converter, sources } of front.derive) {
      if (sources.every(source => bound.has(source))) bound.add(target);
      if (bound.has(target) && converters.get(converter)?.kind === 'value') sources.forEach(source => bound.add(source));
    }
  }
  return bound;
}

function validateInside(
  front: FrontMatter,
  pair: Inside & { line: number },
  heads: readonly Fence[],
  problems: Problems,
): void {
  const holes = new Set<string>();
  const outer = new Set<string>();
  for (const fence of heads) {
    for (const part of fence.parts) {
      for (const root of part.nodes) {
        walk(root, node => {
          if (node.kind !== 'Meta') return;
          outer.add(String(node['name']));
          if (node['many'] === true) holes.add(String(node['name']));
        });
      }
    }
  }
  if (!holes.has(pair.hole)) {
    problems.report(pair.line, `No fence above has $$$${pair.hole}.${didYouMean(pair.hole, holes)}`);
  }
  const { python, go } = pair;
  validateBindings(front, { python: { fences: python }, go: { fences: go } }, outer, problems);
}
