/** Statements of a trial run. */
import type * as py from '../../../syntax/python/ast';
import { methods as operatorMethods } from '../operators';
import { classValue } from './classes';
import type { Machine } from './machine';
import { matchStatement } from './matching';
import { placeIn } from './operate';
import { assign, replaceSlice } from './targets';
import {
  isObject,
  isSubclass,
  iterate,
  keyOf,
  Lost,
  memberOf,
  raise,
  Raised,
  remember,
  truth,
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
      if (node.async) m.sightings.isComplete = false;
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
    case 'Match':
      return matchStatement(m, node, frame);
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
    // What holds the list may see something new in it.
    assign(m, node.target, old, frame);
    return undefined;
  }
  if (isObject(old) && old.kind === 'object') {
    const own = memberOf(old.of, operatorMethods[node.op].replace('__', '__i'));
    if (own !== undefined) {
      assign(m, node.target, m.call(own, [old, given]), frame);
      return undefined;
    }
  }
  if (isObject(old) && isObject(given) && old.kind === 'set' && given.kind === 'set') {
    const made = m.binary(node, node.op, old, given);
    if (!isObject(made) || made.kind !== 'set') throw new Lost();
    old.entries = made.entries;
    assign(m, node.target, old, frame);
    return undefined;
  }
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
  let value: Value = m.func(node, frame);
  for (const decorator of [...node.decorators].reverse()) {
    if (isObject(value) && value.kind === 'function') value = decorated(m, value, decorator, frame);
    else value = m.call(m.evaluate(decorator, frame), [value]);
  }
  m.bindName(node.name, value, frame);
  return undefined;
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
      return { ...func, binding: 'property' };
    case 'cached_property':
      return { ...func, binding: 'property', cache: new Map() };
    case 'lru_cache':
    case 'cache':
      return { ...func, cache: new Map() };
    case 'contextmanager':
    case 'asynccontextmanager':
      return { ...func, isManager: true };
    case 'abstractmethod':
    case 'override':
    case 'final':
    case 'overload':
    case 'wraps':
      return func;
    default:
      return m.call(m.evaluate(node, frame), [func]);
  }
}

function attempt(m: Machine, node: py.Try, frame: Frame): Ended {
  let ended: Ended;
  let failure: unknown;
  try {
    ended = guarded(m, node, frame);
  } catch (error) {
    failure = error;
  }
  // What is not known is not known behind `finally` either.
  if (failure !== undefined && !(failure instanceof Raised)) throw failure;
  const last = run(m, node.finalbody, frame);
  if (last) return last;
  if (failure !== undefined) throw failure;
  return ended;
}

function guarded(m: Machine, node: py.Try, frame: Frame): Ended {
  try {
    const ended = run(m, node.body, frame);
    if (ended) return ended;
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    const handler = caughtBy(m, node, error.value, frame);
    if (!handler) throw error;
    m.handled.push(error);
    try {
      return run(m, handler.body, frame);
    } finally {
      m.handled.pop();
    }
  }
  return run(m, node.orelse, frame);
}

/** The handler that catches an exception, its name bound. */
export function caughtBy(m: Machine, node: py.Try, value: ObjectValue, frame: Frame): py.ExceptHandler | undefined {
  for (const handler of node.handlers) {
    if (handler.kind !== 'ExceptHandler') throw new Lost();
    if (!catches(m, handler.type, value, frame)) continue;
    if (handler.name?.kind === 'Name') m.bindName(handler.name, value, frame);
    return handler;
  }
  return undefined;
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
  const current = m.handled[m.handled.length - 1];
  if (!node.exc) throw current ?? new Lost();
  let value = m.evaluate(node.exc, frame);
  if (isObject(value) && (value.kind === 'class' || value.kind === 'library')) value = m.call(value, []);
  if (isObject(value) && value.kind === 'object') throw new Raised(value);
  throw new Lost();
}

function enter(m: Machine, node: py.With, frame: Frame): Ended {
  const opened = openContext(m, node, frame);
  let ended: Ended;
  try {
    ended = run(m, node.body, frame);
  } catch (error) {
    if (!(error instanceof Raised) || !closeContext(m, opened, error)) throw error;
    return undefined;
  }
  closeContext(m, opened, undefined);
  return ended;
}

/** Enters the contexts of a `with`; what is entered, the innermost first. */
export function openContext(m: Machine, node: py.With, frame: Frame): Value[] {
  const opened: Value[] = [];
  for (const item of node.items) {
    if (item.kind !== 'WithItem') throw new Lost();
    const value = m.evaluate(item.context, frame);
    opened.unshift(value);
    let result: Value = value;
    if (isObject(value) && value.kind === 'object') {
      const method = memberOf(value.of, '__enter__') ?? memberOf(value.of, '__aenter__');
      result = m.awaited(m.call(method, [value]));
    } else if (isObject(value) && value.kind === 'generator') {
      const first = value.items.next();
      result = first.done ? undefined : first.value;
    } else if (value === undefined) m.sightings.isComplete = false;
    if (item.target) assign(m, item.target, result, frame);
  }
  return opened;
}

/** Leaves the contexts; true where one of them took the exception. */
export function closeContext(m: Machine, opened: readonly Value[], error: Raised | undefined): boolean {
  let isTaken = false;
  for (const value of opened) {
    if (!isObject(value)) continue;
    const failure: Raised | undefined = isTaken ? undefined : error;
    if (value.kind === 'native') isTaken ||= failure !== undefined && truth(value.run([failure.value], new Map()));
    else if (value.kind === 'generator') {
      if (!failure) value.items.next();
      else {
        value.items.throw?.(failure);
        isTaken = true;
      }
    } else if (value.kind === 'object') {
      const method = memberOf(value.of, '__exit__') ?? memberOf(value.of, '__aexit__');
      const given: Value[] = failure ? [failure.value.of, failure.value, null] : [null, null, null];
      const result = m.awaited(m.call(method, [value, ...given]));
      if (failure && truth(result)) isTaken = true;
    }
  }
  return isTaken;
}

function remove(m: Machine, node: py.Delete, frame: Frame): Ended {
  for (const target of node.targets.flatMap(one => (one.kind === 'Tuple' ? one.elts : [one]))) {
    if (target.kind === 'Name') {
      m.bindName(target, undefined, frame);
      continue;
    }
    if (target.kind === 'Attribute') {
      const of = m.evaluate(target.value, frame);
      if (!isObject(of) || of.kind !== 'object' || target.attr.kind !== 'Name') throw new Lost();
      of.fields.delete(target.attr.id);
      continue;
    }
    if (target.kind !== 'Subscript') throw new Lost();
    const of = m.evaluate(target.value, frame);
    if (!isObject(of)) throw new Lost();
    if (target.slice.kind === 'Slice') {
      replaceSlice(m, of, target.slice, [], frame);
      continue;
    }
    const key = m.evaluate(target.slice, frame);
    if (of.kind === 'dict') {
      const entry = of.entries.get(keyOf(key)) ?? raise('KeyError');
      remember(of, entry);
      of.entries.delete(keyOf(key));
    } else if (of.kind === 'list') remember(of, of.items.splice(placeIn(key, of.items.length), 1)[0]);
    else if (of.kind === 'object') m.call(memberOf(of.of, '__delitem__'), [of, key]);
    else throw new Lost();
  }
  return undefined;
}
