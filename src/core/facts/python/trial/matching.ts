/** `match` in a trial run. */
import type * as py from '../../../syntax/python/ast';
import { attributeOf, fieldNames } from './calls';
import type { Machine } from './machine';
import { equals } from './operate';
import { run, type Ended } from './statements';
import { isObject, keyOf, list, Lost, truth, type Frame, type Value } from './values';

export function matchStatement(m: Machine, node: py.Match, frame: Frame): Ended {
  const subject = m.evaluate(node.subject, frame);
  for (const one of node.cases) {
    if (one.kind !== 'MatchCase') throw new Lost();
    if (!matches(m, one.pattern, subject, frame)) continue;
    if (one.guard && !truth(m.evaluate(one.guard, frame))) continue;
    return run(m, one.body, frame);
  }
  return undefined;
}

function matches(m: Machine, pattern: py.MatchPattern, value: Value, frame: Frame): boolean {
  switch (pattern.kind) {
    case 'MatchValue': {
      const wanted = m.evaluate(pattern.value, frame);
      if (value === undefined || wanted === undefined) throw new Lost();
      const same = wanted === null || typeof wanted === 'boolean' ? wanted === value : equals(wanted, value);
      if (same === undefined) throw new Lost();
      return same;
    }
    case 'MatchAs':
      if (pattern.pattern && !matches(m, pattern.pattern, value, frame)) return false;
      if (pattern.name?.kind === 'Name') m.bindName(pattern.name, value, frame);
      return true;
    case 'MatchOr':
      return pattern.patterns.some(one => matches(m, one, value, frame));
    case 'MatchSequence':
      return matchesSequence(m, pattern, value, frame);
    case 'MatchMapping': {
      if (value === undefined) throw new Lost();
      if (!isObject(value) || value.kind !== 'dict') return false;
      const keys = pattern.keys.map(key => keyOf(m.evaluate(key, frame)));
      const isAll = keys.every((key, i) => {
        const entry = value.entries.get(key);
        return entry !== undefined && matches(m, pattern.patterns[i]!, entry[1], frame);
      });
      if (isAll && pattern.rest?.kind === 'Name') {
        const rest = [...value.entries].filter(([key]) => !keys.includes(key));
        m.bindName(pattern.rest, { kind: 'dict', entries: new Map(rest) }, frame);
      }
      return isAll;
    }
    case 'MatchClass':
      return matchesClass(m, pattern, value, frame);
    default:
      throw new Lost();
  }
}

function matchesSequence(m: Machine, pattern: py.MatchSequence, value: Value, frame: Frame): boolean {
  if (value === undefined) throw new Lost();
  if (!isObject(value) || (value.kind !== 'list' && value.kind !== 'tuple')) return false;
  const { items } = value;
  const star = pattern.patterns.findIndex(one => one.kind === 'MatchStar');
  const size = pattern.patterns.length;
  if (star < 0) {
    return items.length === size && pattern.patterns.every((one, i) => matches(m, one, items[i], frame));
  }
  if (items.length < size - 1) return false;
  const after = size - star - 1;
  const isAll = pattern.patterns.every((one, i) => {
    if (i === star) return true;
    return matches(m, one, i < star ? items[i] : items[items.length - size + i], frame);
  });
  const { name } = pattern.patterns[star] as py.MatchStar;
  if (isAll && name?.kind === 'Name') m.bindName(name, list(items.slice(star, items.length - after)), frame);
  return isAll;
}

function matchesClass(m: Machine, pattern: py.MatchClass, value: Value, frame: Frame): boolean {
  const of = m.evaluate(pattern.cls, frame);
  const is = m.call({ kind: 'library', name: 'isinstance' }, [value, of]);
  if (is === undefined) throw new Lost();
  if (is !== true) return false;
  if (isObject(of) && of.kind === 'library') {
    return pattern.patterns.every(one => matches(m, one, value, frame));
  }
  const names = isObject(of) && of.kind === 'class' ? fieldNames(of) : [];
  return (
    pattern.patterns.every((one, i) => {
      const name = names[i];
      if (name === undefined) throw new Lost();
      return matches(m, one, attributeOf(m, value, name), frame);
    }) &&
    pattern.keywords.every(
      one => one.name.kind === 'Name' && matches(m, one.pattern, attributeOf(m, value, one.name.id), frame),
    )
  );
}
