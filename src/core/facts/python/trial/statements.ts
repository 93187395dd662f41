/** Statements of a trial run. */
import type * as py from '../../../syntax/python/ast';
import type { Machine } from './machine';
import { assign } from './targets';
import {
  exceptionClass,
  isObject,
  isSubclass,
  iterate,
  keyOf,
  Lost,
  memberOf,
  raise,
  Raised,
  truth,
  type ClassValue,
  type Frame,
  type FunctionValue,
  type ObjectValue,
  type Value,
} from './values';

/** How a statement ends, where it does not simply come to its end. */
export type Ended = 'break' | 'continue' | { result: Value } | undefined;

export function run(m: Machine, body: readonly py.Statement[], frame: Frame): Ended {
  for (const node of body) {
    const ended = execute(m, node, frame);
    if (ended) return ended;
  }
  return undefined;
}

export function execute(m: Machine, node: py.Statement, frame: Frame): Ended {
  m.step();
  switch (node.kind) {
    case 'Expr':
      if (node.value.kind !== 'Str') m.evaluate(node.value, frame);
      return undefined;
    case 'Assign': {
      const value = m.evaluate(node.value, frame);
      for (const target of node.targets) assign(m, target, value, frame);
      return undefined;
    }
    case 'AnnAssign':
      if (node.value) assign(m, node.target, m.evaluate(node.value, frame), frame);
      return undefined;
    case 'AugAssign':
      return augment(m, node, frame);
    case 'Return':
      return { result: node.value ? m.evaluate(node.value, frame) : null };
    case 'If':
      return run(m, truth(m.evaluate(node.test, frame)) ? node.body : node.orelse, frame);
    case 'While':
      return loop(m, node, frame, function* () {
        while (truth(m.evaluate(node.test, frame))) yield;
      });
    case 'For':
      return loop(m, node, frame, function* () {
        for (const item of iterate(m.evaluate(node.iter, frame))) {
          assign(m, node.target, item, frame);
          yield;
        }
      });
    case 'FunctionDef':
      return define(m, node, frame);
    case 'ClassDef':
      m.bindName(node.name as py.Name, classValue(m, node, frame), frame);
      return undefined;
    case 'Try':
      return attempt(m, node, frame);
    case 'Raise':
      return raised(m, node, frame);
    case 'With':
      return enter(m, node, frame);
    case 'Assert':
      return truth(m.evaluate(node.test, frame)) ? undefined : raise('AssertionError');
    case 'Delete':
      return remove(m, node, frame);
    case 'Break':
      return 'break';
    case 'Continue':
      return 'continue';
    case 'Pass':
    case 'Import':
    case 'ImportFrom':
    case 'Global':
    case 'Nonlocal':
    case 'TypeAlias':
      return undefined;
    default:
      throw new Lost();
  }
}

function augment(m: Machine, node: py.AugAssign, frame: Frame): Ended {
  const old = m.evaluate(node.target, frame);
  const given = m.evaluate(node.value, frame);
  if (node.op === '+' && isObject(old) && old.kind === 'list') {
    old.items.push(...iterate(given));
    return undefined;
  }
  const own = isObject(old) && old.kind === 'object' ? memberOf(old.of, '__iadd__') : undefined;
  if (own !== undefined) throw new Lost();
  assign(m, node.target, m.binary(node, node.op, old, given), frame);
  return undefined;
}

function loop(m: Machine, node: py.For | py.While, frame: Frame, rounds: () => Iterator<void>): Ended {
  const each = rounds();
  while (!each.next().done) {
    m.step();
    const ended = run(m, node.body, frame);
    if (ended === 'break') return undefined;
    if (ended && ended !== 'continue') return ended;
  }
  return run(m, node.orelse, frame);
}

function define(m: Machine, node: py.FunctionDef, frame: Frame): Ended {
  if (node.name.kind !== 'Name') throw new Lost();
  const isEndless = yields(node.body);
  let value: Value = node.async || isEndless ? undefined : m.func(node, frame);
  for (const decorator of [...node.decorators].reverse()) {
    if (isObject(value) && value.kind === 'function') value = decorated(m, value, decorator, frame);
    else value = undefined;
  }
  m.bindName(node.name, value, frame);
  return undefined;
}

/** A generator runs side by side with who asks it, which is not followed here. */
function yields(body: readonly py.Statement[]): boolean {
  const inside = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    if (Array.isArray(value)) return value.some(inside);
    const { kind } = value as { kind?: string };
    if (kind === 'Yield' || kind === 'YieldFrom') return true;
    if (kind === 'FunctionDef' || kind === 'Lambda' || kind === 'ClassDef') return false;
    return Object.values(value).some(inside);
  };
  return inside(body);
}

function decorated(m: Machine, func: FunctionValue, node: py.Expression, frame: Frame): Value {
  const target = node.kind === 'Call' ? node.func : node;
  const last = target.kind === 'Attribute' ? target.attr : target;
  const name = last.kind === 'Name' ? last.id : '';
  switch (name) {
    case 'staticmethod':
      return { ...func, binding: 'static' };
    case 'classmethod':
      return { ...func, binding: 'class' };
    case 'property':
    case 'cached_property':
      return { ...func, binding: 'property' };
    case 'lru_cache':
    case 'cache':
      return { ...func, cache: new Map() };
    case 'abstractmethod':
    case 'override':
    case 'wraps':
      return func;
    default:
      return m.call(m.evaluate(node, frame), [func]);
  }
}

function classValue(m: Machine, node: py.ClassDef, frame: Frame): ClassValue {
  const name = node.name.kind === 'Name' ? node.name.id : '';
  const made: ClassValue = { kind: 'class', name, bases: [], members: new Map(), isOpen: false };
  for (const base of node.bases) {
    if (base.kind === 'Keyword') continue;
    const value = m.evaluate(base.kind === 'Subscript' ? base.value : base, frame);
    const exception = isObject(value) && value.kind === 'library' ? exceptionClass(value.name) : undefined;
    if (isObject(value) && value.kind === 'class') made.bases.push(value);
    else if (exception) made.bases.push(exception);
    else if (!isObject(value) || value.kind !== 'library' || !/^(object|abc\.ABC|typing\.\w+)$/.test(value.name))
      made.isOpen = true;
    else if (value.name === 'typing.NamedTuple') made.isOpen = true;
  }
  const isData = node.decorators.some(one => /\bdataclass\b/.test(JSON.stringify(one)));
  const inner: Frame = { values: new Map(), parent: frame };
  if (isData) made.fields = [];
  for (const one of node.body) {
    if (one.kind === 'AnnAssign' && isData && one.target.kind === 'Name') {
      made.fields!.push({ name: one.target.id, frame: inner, ...(one.value && { value: one.value }) });
    } else if (one.kind === 'FunctionDef' && setterName(one) !== undefined) {
      made.members.set(`${setterName(one)}.setter`, { ...m.func(one, inner), owner: made });
    } else execute(m, one, inner);
  }
  for (const [symbol, value] of inner.values) {
    if (isObject(value) && value.kind === 'function') value.owner = made;
    made.members.set(
      symbol.name,
      made.isOpen ? (isObject(value) && value.kind === 'function' ? value : undefined) : value,
    );
  }
  return made;
}

/** `@size.setter` */
function setterName(node: py.FunctionDef): string | undefined {
  const [decorator] = node.decorators;
  if (decorator?.kind !== 'Attribute' || decorator.attr.kind !== 'Name' || decorator.attr.id !== 'setter')
    return undefined;
  return decorator.value.kind === 'Name' ? decorator.value.id : undefined;
}

function attempt(m: Machine, node: py.Try, frame: Frame): Ended {
  try {
    const ended = guarded(m, node, frame);
    return ended ?? undefined;
  } finally {
    const last = run(m, node.finalbody, frame);
    if (last) throw new Lost();
  }
}

function guarded(m: Machine, node: py.Try, frame: Frame): Ended {
  try {
    const ended = run(m, node.body, frame);
    if (ended) return ended;
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    for (const handler of node.handlers) {
      if (handler.kind !== 'ExceptHandler') throw new Lost();
      if (!catches(m, handler.type, error.value, frame)) continue;
      if (handler.name?.kind === 'Name') m.bindName(handler.name, error.value, frame);
      return run(m, handler.body, frame);
    }
    throw error;
  }
  return run(m, node.orelse, frame);
}

function catches(m: Machine, type: py.Expression | undefined, value: ObjectValue, frame: Frame): boolean {
  if (!type) return true;
  const caught = m.evaluate(type, frame);
  const each = isObject(caught) && caught.kind === 'tuple' ? caught.items : [caught];
  return each.some(one => {
    if (!isObject(one) || (one.kind !== 'class' && one.kind !== 'library')) throw new Lost();
    return isSubclass(value.of, one.name);
  });
}

function raised(m: Machine, node: py.Raise, frame: Frame): never {
  if (!node.exc) throw new Lost();
  let value = m.evaluate(node.exc, frame);
  if (isObject(value) && (value.kind === 'class' || value.kind === 'library')) value = m.call(value, []);
  if (isObject(value) && value.kind === 'object') throw new Raised(value);
  throw new Lost();
}

function enter(m: Machine, node: py.With, frame: Frame): Ended {
  const entered: ObjectValue[] = [];
  for (const item of node.items) {
    if (item.kind !== 'WithItem') throw new Lost();
    const value = m.evaluate(item.context, frame);
    if (!isObject(value) || value.kind !== 'object') throw new Lost();
    entered.unshift(value);
    const result = m.call(memberOf(value.of, '__enter__'), [value]);
    if (item.target) assign(m, item.target, result, frame);
  }
  const ended = run(m, node.body, frame);
  for (const value of entered) m.call(memberOf(value.of, '__exit__'), [value, null, null, null]);
  return ended;
}

function remove(m: Machine, node: py.Delete, frame: Frame): Ended {
  for (const target of node.targets) {
    if (target.kind !== 'Subscript') throw new Lost();
    const of = m.evaluate(target.value, frame);
    const key = m.evaluate(target.slice, frame);
    if (!isObject(of)) throw new Lost();
    if (of.kind === 'dict') of.entries.delete(keyOf(key));
    else if (of.kind === 'list' && typeof key === 'bigint') of.items.splice(Number(key), 1);
    else throw new Lost();
  }
  return undefined;
}
