/** Generators in a trial run: their bodies run as far as the next value that somebody asks for. */
import type * as py from '../../../syntax/python/ast';
import type { Machine } from './machine';
import { caughtBy, closeContext, execute, openContext, type Ended } from './statements';
import { assign } from './targets';
import { isObject, iterate, Lost, Raised, truth, type Frame, type FunctionValue, type Value } from './values';

type Running = Generator<Value, Ended, Value>;

const known = new WeakMap<object, boolean>();

/** Whether a part of the code gives values to who asks, functions inside it left out. */
export function yields(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const { kind } = part as { kind?: string };
  if (kind === 'Yield' || kind === 'YieldFrom') return true;
  if (kind === 'FunctionDef' || kind === 'Lambda' || kind === 'ClassDef') return false;
  let found = known.get(part);
  if (found === undefined) {
    found = Array.isArray(part) ? part.some(yields) : Object.values(part).some(yields);
    known.set(part, found);
  }
  return found;
}

/** What a call of a generator gives. */
export function startGenerator(m: Machine, func: FunctionValue, node: py.FunctionDef, frame: Frame): Value {
  const body = function* (): Generator<Value, Value, Value> {
    try {
      const ended = yield* runYielding(m, node.body, frame, func);
      return ended && typeof ended === 'object' ? ended.result : null;
    } catch (error) {
      if (error instanceof Lost) m.lose(node, frame);
      throw error;
    }
  };
  return { kind: 'generator', items: body() };
}

function* runYielding(m: Machine, body: readonly py.Statement[], frame: Frame, func: FunctionValue): Running {
  for (const node of body) {
    const ended = yields(node) ? yield* executeYielding(m, node, frame, func) : execute(m, node, frame);
    if (ended) return ended;
  }
  return undefined;
}

function* executeYielding(m: Machine, node: py.Statement, frame: Frame, func: FunctionValue): Running {
  m.step();
  switch (node.kind) {
    case 'Expr':
      yield* given(m, node.value, frame, func);
      return undefined;
    case 'Assign': {
      const value = yield* given(m, node.value, frame, func);
      for (const target of node.targets) assign(m, target, value, frame);
      return undefined;
    }
    case 'AnnAssign':
      if (node.value) assign(m, node.target, yield* given(m, node.value, frame, func), frame);
      return undefined;
    case 'AugAssign': {
      const value = yield* given(m, node.value, frame, func);
      assign(m, node.target, m.binary(node, node.op, m.evaluate(node.target, frame), value), frame);
      return undefined;
    }
    case 'Return':
      return { result: node.value ? yield* given(m, node.value, frame, func) : null };
    case 'If':
      return yield* runYielding(m, truth(m.evaluate(node.test, frame)) ? node.body : node.orelse, frame, func);
    case 'While':
      while (truth(m.evaluate(node.test, frame))) {
        const ended = yield* runYielding(m, node.body, frame, func);
        if (ended === 'break') return undefined;
        if (ended && ended !== 'continue') return ended;
      }
      return yield* runYielding(m, node.orelse, frame, func);
    case 'For':
      for (const item of iterate(m.evaluate(node.iter, frame))) {
        assign(m, node.target, item, frame);
        const ended = yield* runYielding(m, node.body, frame, func);
        if (ended === 'break') return undefined;
        if (ended && ended !== 'continue') return ended;
      }
      return yield* runYielding(m, node.orelse, frame, func);
    case 'Try':
      return yield* attempt(m, node, frame, func);
    case 'With':
      return yield* enter(m, node, frame, func);
    default:
      throw new Lost();
  }
}

/** The value of an expression that may be a `yield`. */
function* given(m: Machine, node: py.Expression, frame: Frame, func: FunctionValue): Generator<Value, Value, Value> {
  if (node.kind === 'Yield') {
    const value = node.value ? m.evaluate(node.value, frame) : null;
    m.sightings.give(func.node, value);
    return (yield value) ?? null;
  }
  if (node.kind === 'YieldFrom') {
    const from = m.evaluate(node.value, frame);
    const items = isObject(from) && from.kind === 'generator' ? from.items : iterate(from)[Symbol.iterator]();
    for (let sent: Value = undefined; ;) {
      const { done, value } = items.next(sent);
      if (done) return (value as Value) ?? null;
      m.sightings.give(func.node, value as Value);
      sent = yield value as Value;
    }
  }
  if (yields(node)) throw new Lost();
  return m.evaluate(node, frame);
}

function* attempt(m: Machine, node: py.Try, frame: Frame, func: FunctionValue): Running {
  let ended: Ended;
  try {
    try {
      ended = yield* runYielding(m, node.body, frame, func);
      ended ??= yield* runYielding(m, node.orelse, frame, func);
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      const handler = caughtBy(m, node, error.value, frame);
      if (!handler) throw error;
      m.handled.push(error);
      try {
        ended = yield* runYielding(m, handler.body, frame, func);
      } finally {
        m.handled.pop();
      }
    }
  } finally {
    if (node.finalbody.length > 0) yield* runYielding(m, node.finalbody, frame, func);
  }
  return ended;
}

function* enter(m: Machine, node: py.With, frame: Frame, func: FunctionValue): Running {
  const opened = openContext(m, node, frame);
  let ended: Ended;
  try {
    ended = yield* runYielding(m, node.body, frame, func);
  } catch (error) {
    if (!(error instanceof Raised) || !closeContext(m, opened, error)) throw error;
    return undefined;
  }
  closeContext(m, opened, undefined);
  return ended;
}
