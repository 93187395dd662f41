/** Calls in a trial run: functions and classes of the file, and what the library offers. */
import type * as py from '../../../syntax/python/ast';
import { constants, library } from './library';
import type { Machine } from './machine';
import { callMethod } from './methods';
import {
  exceptionClass,
  forget,
  isObject,
  isOpen,
  keyOf,
  Lost,
  memberOf,
  raise,
  tuple,
  type ClassValue,
  type Frame,
  type FunctionValue,
  type ObjectValue,
  type Value,
} from './values';

/** Deeper recursion is not followed. */
const maxDepth = 220;

export function callValue(m: Machine, func: Value, args: Value[], keywords: Map<string, Value>): Value {
  if (!isObject(func)) return unknownCall(m, args);
  switch (func.kind) {
    case 'function':
      return callFunction(m, func, args, keywords);
    case 'bound':
      if (typeof func.func === 'string') return builtinMethod(m, func.self, func.func, args, keywords);
      return callFunction(m, func.func, [func.self, ...args], keywords);
    case 'class':
      return construct(m, func, args, keywords);
    case 'object': {
      const method = memberOf(func.of, '__call__');
      return isObject(method) && method.kind === 'function'
        ? callFunction(m, method, [func, ...args], keywords)
        : unknownCall(m, args);
    }
    case 'library': {
      const known = Object.hasOwn(library, func.name) ? library[func.name] : undefined;
      if (known) return quietly(() => known(m, args, keywords));
      const exception = exceptionClass(func.name);
      return exception ? { kind: 'object', of: exception, fields: new Map() } : unknownCall(m, args);
    }
    default:
      return unknownCall(m, args);
  }
}

/** A function of the library changes nothing: where it works with what is not known, its result is not known. */
function quietly(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof Lost) return undefined;
    throw error;
  }
}

function builtinMethod(m: Machine, of: Value, name: string, args: Value[], keywords: Map<string, Value>): Value {
  if (!isObject(of)) return quietly(() => callMethod(of, name, args, keywords, m));
  try {
    return callMethod(of, name, args, keywords, m);
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
    forget(of);
    m.sightings.isComplete = false;
    return undefined;
  }
}

/** Who is not known may change what is handed over. */
function unknownCall(m: Machine, args: readonly Value[]): undefined {
  if (args.some(arg => isObject(arg) && /^(list|dict|set|object)$/.test(arg.kind))) m.sightings.isComplete = false;
  for (const arg of args) forget(arg);
  return undefined;
}

function callFunction(m: Machine, func: FunctionValue, args: Value[], keywords: Map<string, Value>): Value {
  const { node } = func;
  const key = func.cache && keywords.size === 0 ? args.map(keyOf).join() : undefined;
  if (key !== undefined && func.cache!.has(key)) return func.cache!.get(key);
  if (m.depth >= maxDepth) throw new Lost();
  const frame: Frame = { values: new Map(), parent: func.frame, func };
  bind(m, func, args, keywords, frame);
  m.depth++;
  try {
    const result = node.kind === 'Lambda' ? m.evaluate(node.body, frame) : m.runBody(node, frame);
    m.sightings.hold(node, result);
    if (key !== undefined) func.cache!.set(key, result);
    return result;
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
    m.lose(node, frame);
    return undefined;
  } finally {
    m.depth--;
  }
}

function bind(m: Machine, func: FunctionValue, args: Value[], keywords: Map<string, Value>, frame: Frame): void {
  const left = new Map(keywords);
  let at = 0;
  let isKeywordOnly = false;
  for (const param of func.node.params) {
    if (param.kind !== 'Param') throw new Lost();
    if (param.form === 'star') isKeywordOnly = true;
    if (param.name?.kind !== 'Name') continue;
    const { id } = param.name;
    const take = (value: Value): void => m.bindName(param.name as py.Name, value, frame);
    if (param.form === 'star') {
      take(tuple(args.slice(at)));
      at = args.length;
    } else if (param.form === 'doubleStar') {
      take({ kind: 'dict', entries: new Map([...left].map(([name, value]) => [keyOf(name), [name, value]])) });
      left.clear();
    } else if (!isKeywordOnly && at < args.length) take(args[at++]);
    else if (left.has(id)) {
      take(left.get(id));
      left.delete(id);
    } else if (func.defaults.has(param)) take(func.defaults.get(param));
    else raise('TypeError');
  }
}

function construct(m: Machine, of: ClassValue, args: Value[], keywords: Map<string, Value>): Value {
  if (of.isOpen) return undefined;
  const made: ObjectValue = { kind: 'object', of, fields: new Map() };
  const init = memberOf(of, '__init__');
  if (isObject(init) && init.kind === 'function') callFunction(m, init, [made, ...args], keywords);
  else if (fieldsOf(of).length > 0) fill(m, made, args, keywords);
  else if (isOpen(of)) return undefined;
  return made;
}

function fieldsOf(of: ClassValue): NonNullable<ClassValue['fields']> {
  return [...of.bases.flatMap(fieldsOf), ...(of.fields ?? [])];
}

/** Makes an instance of a dataclass. */
function fill(m: Machine, made: ObjectValue, args: Value[], keywords: Map<string, Value>): void {
  fieldsOf(made.of).forEach((field, i) => {
    const value =
      i < args.length
        ? args[i]
        : keywords.has(field.name)
          ? keywords.get(field.name)
          : field.value
            ? defaultOf(m, field.value, field.frame)
            : raise('TypeError');
    setField(m, made, field.name, value);
  });
  const after = memberOf(made.of, '__post_init__');
  if (isObject(after) && after.kind === 'function') callFunction(m, after, [made], new Map());
}

function defaultOf(m: Machine, node: py.Expression, frame: FunctionValue['frame']): Value {
  if (node.kind !== 'Call' || node.func.kind !== 'Name' || node.func.id !== 'field') return m.evaluate(node, frame);
  for (const arg of node.args) {
    if (arg.kind !== 'Keyword' || arg.arg?.kind !== 'Name') continue;
    if (arg.arg.id === 'default') return m.evaluate(arg.value, frame);
    if (arg.arg.id === 'default_factory') return m.call(m.evaluate(arg.value, frame), []);
  }
  return undefined;
}

/** Gives a field of an object its value. */
export function setField(m: Machine, of: ObjectValue, name: string, value: Value): void {
  of.fields.set(name, value);
  m.sightings.hold(`${of.of.name}.${name}`, value);
}

/** `of.name` */
export function attributeOf(m: Machine, of: Value, name: string): Value {
  if (!isObject(of)) return of === undefined ? undefined : { kind: 'bound', self: of, func: name };
  switch (of.kind) {
    case 'library': {
      const qualified = `${of.name}.${name}`;
      return Object.hasOwn(constants, qualified) ? constants[qualified] : { kind: 'library', name: qualified };
    }
    case 'class': {
      const member = memberOf(of, name);
      if (isObject(member) && member.kind === 'function' && member.binding === 'class')
        return { kind: 'bound', self: of, func: member };
      if (name === '__name__') return of.name;
      return member;
    }
    case 'object': {
      if (of.fields.has(name)) return of.fields.get(name);
      if (name === '__class__') return of.of;
      const member = memberOf(of.of, name);
      if (!isObject(member) || member.kind !== 'function') return member;
      if (member.binding === 'property') return callFunction(m, member, [of], new Map());
      if (member.binding === 'static') return member;
      return { kind: 'bound', self: member.binding === 'class' ? of.of : of, func: member };
    }
    default:
      return { kind: 'bound', self: of, func: name };
  }
}

/** `super().name` in a method. */
export function superMember(m: Machine, frame: FunctionValue['frame'], name: string): Value {
  for (let at: FunctionValue['frame'] | undefined = frame; at; at = at.parent) {
    const owner = at.func?.owner;
    const [first] = at.func?.node.params ?? [];
    if (!owner || first?.kind !== 'Param' || first.name?.kind !== 'Name') continue;
    const self = m.lookUp(first.name, at);
    for (const base of owner.bases) {
      const member = memberOf(base, name);
      if (isObject(member) && member.kind === 'function') return { kind: 'bound', self, func: member };
      // A dataclass or an exception has a constructor that is not written.
      if (name === '__init__') return { kind: 'library', name: 'print' };
    }
    return name === '__init__' ? { kind: 'library', name: 'print' } : undefined;
  }
  return undefined;
}
