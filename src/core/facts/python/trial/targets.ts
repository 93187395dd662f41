/** What assignments change in a trial run. */
import type * as py from '../../../syntax/python/ast';
import { setField } from './calls';
import type { Machine } from './machine';
import { placeIn, sliced } from './operate';
import { isObject, iterate, keyOf, list, Lost, memberOf, raise, remember, type Frame, type Value } from './values';

export function assign(m: Machine, target: py.Expression, value: Value, frame: Frame): void {
  switch (target.kind) {
    case 'Name':
      return m.bindName(target, value, frame);
    case 'Tuple':
    case 'List':
      return unpack(m, target.elts, value, frame);
    case 'Attribute':
      if (target.attr.kind !== 'Name') throw new Lost();
      return setAttribute(m, m.evaluate(target.value, frame), target.attr.id, value);
    case 'Subscript':
      return setItem(m, target, value, frame);
    default:
      throw new Lost();
  }
}

function unpack(m: Machine, targets: readonly py.Expression[], value: Value, frame: Frame): void {
  const items = [...iterate(value)];

  const star = targets.findIndex(target => target.kind === 'Starred');
  if (star < 0) {
    if (items.length !== targets.length) raise('ValueError');
    return targets.forEach((target, i) => assign(m, target, items[i], frame));
  }
  const after = targets.length - star - 1;
  const starred = targets[star] as py.Starred;
  targets.slice(0, star).forEach((target, i) => assign(m, target, items[i], frame));
  assign(m, starred.value, list(items.slice(star, items.length - after)), frame);
  targets.slice(star + 1).forEach((target, i) => assign(m, target, items[items.length - after + i], frame));
}

function setAttribute(m: Machine, of: Value, name: string, value: Value): void {
  if (!isObject(of)) throw new Lost();
  if (of.kind === 'class') {
    of.members.set(name, value);
    m.sightings.hold(`${of.name}.${name}`, value);
  } else if (of.kind === 'function') (of.attributes ??= new Map()).set(name, value);
  else if (of.kind === 'object') {
    const member = memberOf(of.of, name);
    if (isObject(member) && member.kind === 'function' && member.binding === 'property') {
      const setter = memberOf(of.of, `${name}.setter`);
      if (setter === undefined) throw new Lost();
      m.call(setter, [of, value]);
      return;
    }
    setField(m, of, name, value);
  } else throw new Lost();
}

function setItem(m: Machine, target: py.Subscript, value: Value, frame: Frame): void {
  const of = m.evaluate(target.value, frame);
  if (!isObject(of)) throw new Lost();
  if (target.slice.kind === 'Slice') return replaceSlice(m, of, target.slice, [...iterate(value)], frame);
  const key = m.evaluate(target.slice, frame);
  if (typeof value === 'bigint' || typeof value === 'number') m.sightings.show(target, value);
  if (of.kind === 'list') {
    const at = placeIn(key, of.items.length);
    remember(of, of.items[at]);
    of.items[at] = value;
  } else if (of.kind === 'dict') {
    const name = keyOf(key);
    const old = of.entries.get(name);
    if (old && typeof old[1] !== typeof value) remember(of, old);
    of.entries.set(name, [old ? old[0] : key, value]);
  } else if (of.kind === 'object') {
    const method = memberOf(of.of, '__setitem__');
    if (method === undefined) throw new Lost();
    m.call(method, [of, key, value]);
  } else throw new Lost();
}

/** `items[1:3] = values` */
export function replaceSlice(m: Machine, of: Value, slice: py.Slice, values: Value[], frame: Frame): void {
  if (!isObject(of) || of.kind !== 'list') throw new Lost();
  const part = (one: py.Expression | undefined): Value => (one ? m.evaluate(one, frame) : null);
  const step = part(slice.step);
  const places = sliced([...of.items.keys()], part(slice.lower), part(slice.upper), step);
  if (step === null || step === 1n) {
    const start = part(slice.lower);
    const from = places[0] ?? (typeof start === 'bigint' ? Math.min(Number(start), of.items.length) : 0);
    for (const old of of.items.splice(from, places.length, ...values)) remember(of, old);
  } else if (values.length === 0) of.items = of.items.filter((_, i) => !places.includes(i));
  else places.forEach((place, i) => (of.items[place] = values[i]));
}
