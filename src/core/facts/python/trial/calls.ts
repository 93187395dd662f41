/** Calls in a trial run: functions and classes of the file, and what the library offers. */
import type * as py from '../../../syntax/python/ast';
import { containers } from './containers';
import { startGenerator, yields } from './generators';
import { constants, library, type Library } from './library';
import type { Machine } from './machine';
import { callMethod } from './methods';
import { equals } from './operate';
import { flags, regexps } from './regexps';
import {
  exceptionClass,
  forget,
  isObject,
  isOpen,
  isSubclass,
  iterate,
  keyOf,
  Lost,
  memberOf,
  membersOf,
  native,
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
    case 'native':
      return quietly(() => func.run(args, keywords));
    case 'object': {
      const method = memberOf(func.of, '__call__');
      return isObject(method) && method.kind === 'function'
        ? callFunction(m, method, [func, ...args], keywords)
        : unknownCall(m, args);
    }
    case 'library': {
      const known = libraryFunction(func.name);
      if (known) return quietly(() => known(m, args, keywords));
      const exception = exceptionClass(func.name);
      return exception
        ? { kind: 'object', of: exception, fields: new Map([['args', tuple(args)]]) }
        : unknownCall(m, args);
    }
    default:
      return unknownCall(m, args);
  }
}

function libraryFunction(name: string): Library | undefined {
  const plain = name.replace(/^builtins\./, '');
  if (Object.hasOwn(library, plain)) return library[plain];
  if (Object.hasOwn(regexps, plain)) return regexps[plain];
  return Object.hasOwn(containers, plain) ? containers[plain] : undefined;
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
  if (!isObject(of) || of.kind === 'some') return quietly(() => callMethod(of, name, args, keywords, m));
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
  if (args.some(arg => isObject(arg) && /^(list|dict|set|object|function|bound)$/.test(arg.kind)))
    m.sightings.isComplete = false;
  for (const arg of args) forget(arg);
  return undefined;
}

function callFunction(m: Machine, func: FunctionValue, args: Value[], keywords: Map<string, Value>): Value {
  const { node } = func;
  const key = func.cache && keywords.size === 0 ? args.map(keyOf).join() : undefined;
  if (key !== undefined && func.cache!.has(key)) return func.cache!.get(key);
  const frame: Frame = { values: new Map(), parent: func.frame, func };
  bind(m, func, args, keywords, frame);
  if (node.kind === 'FunctionDef' && yields(node.body)) return startGenerator(m, func, node, frame);
  if (node.kind === 'FunctionDef' && node.async) {
    // Who waits for it runs it, which is not always the order in which tasks run.
    m.sightings.isComplete = false;
    return m.later(() => runFunction(m, func, frame));
  }
  const result = runFunction(m, func, frame);
  if (key !== undefined) func.cache!.set(key, result);
  return result;
}

function runFunction(m: Machine, func: FunctionValue, frame: Frame): Value {
  const { node } = func;
  if (m.depth >= maxDepth) throw new Lost();
  m.depth++;
  try {
    const result = node.kind === 'Lambda' ? m.evaluate(node.body, frame) : m.runBody(node, frame);
    m.sightings.hold(node, result);
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
  if (of.form === 'enum') return memberByValue(of, args[0]);
  const made: ObjectValue = { kind: 'object', of, fields: new Map() };
  if (isSubclass(of, 'BaseException')) made.fields.set('args', tuple(args));
  const init = memberOf(of, '__init__');
  if (isObject(init) && init.kind === 'function') callFunction(m, init, [made, ...args], keywords);
  else if (fieldsOf(of).length > 0) fill(m, made, args, keywords);
  else if (isOpen(of)) return undefined;
  return made;
}

function memberByValue(of: ClassValue, value: Value): Value {
  for (const member of membersOf(of)) if (equals(member.fields.get('value'), value) === true) return member;
  return value === undefined ? undefined : raise('ValueError');
}

function fieldsOf(of: ClassValue): NonNullable<ClassValue['fields']> {
  const own = of.fields ?? [];
  const inherited = of.bases.flatMap(fieldsOf).filter(field => !own.some(one => one.name === field.name));
  return [...inherited, ...own];
}

/** What stands for the positions of a class in a pattern. */
export function fieldNames(of: ClassValue): string[] {
  const args = memberOf(of, '__match_args__');
  if (isObject(args) && args.kind === 'tuple') return args.items.filter(one => typeof one === 'string');
  return fieldsOf(of).map(field => field.name);
}

/** Makes an instance of a dataclass. */
function fill(m: Machine, made: ObjectValue, args: Value[], keywords: Map<string, Value>): void {
  let at = 0;
  for (const field of fieldsOf(made.of)) {
    const options = fieldOptions(field.value);
    const takes = options?.get('init')?.kind !== 'Bool' || (options.get('init') as py.Bool).value;
    const value =
      takes && at < args.length
        ? args[at++]
        : takes && keywords.has(field.name)
          ? keywords.get(field.name)
          : field.value
            ? defaultOf(m, field.value, field.frame)
            : field.given !== undefined
              ? field.given
              : takes
                ? raise('TypeError')
                : undefined;
    if (takes || value !== undefined) setField(m, made, field.name, value);
  }
  const after = memberOf(made.of, '__post_init__');
  if (isObject(after) && after.kind === 'function') callFunction(m, after, [made], new Map());
}

/** The arguments of `field(…)`. */
function fieldOptions(node: py.Expression | undefined): Map<string, py.Expression> | undefined {
  if (node?.kind !== 'Call' || node.func.kind !== 'Name' || node.func.id !== 'field') return undefined;
  const options = new Map<string, py.Expression>();
  for (const arg of node.args) {
    if (arg.kind === 'Keyword' && arg.arg?.kind === 'Name') options.set(arg.arg.id, arg.value);
  }
  return options;
}

function defaultOf(m: Machine, node: py.Expression, frame: FunctionValue['frame']): Value {
  const options = fieldOptions(node);
  if (!options) return m.evaluate(node, frame);
  const plain = options.get('default');
  if (plain) return m.evaluate(plain, frame);
  const factory = options.get('default_factory');
  return factory ? m.call(m.evaluate(factory, frame), []) : undefined;
}

/** Gives a field of an object its value. */
export function setField(m: Machine, of: ObjectValue, name: string, value: Value): void {
  of.fields.set(name, value);
  holdField(m, of.of, name, value);
}

/** The field may be that of a base. */
function holdField(m: Machine, of: ClassValue, name: string, value: Value): void {
  m.sightings.hold(`${of.name}.${name}`, value);
  for (const base of of.bases) holdField(m, base, name, value);
}

/** `of.name` */
export function attributeOf(m: Machine, of: Value, name: string): Value {
  if (!isObject(of)) return of === undefined ? undefined : { kind: 'bound', self: of, func: name };
  switch (of.kind) {
    case 'library': {
      if (name === '__name__') return of.name.split('.').pop();
      const qualified = `${of.name}.${name}`;
      if (Object.hasOwn(flags, qualified)) return flags[qualified];
      return Object.hasOwn(constants, qualified) ? constants[qualified] : { kind: 'library', name: qualified };
    }
    case 'class': {
      const member = memberOf(of, name);
      if (isObject(member) && member.kind === 'function' && member.binding === 'class')
        return { kind: 'bound', self: of, func: member };
      if (name === '__name__' || name === '__qualname__') return of.name;
      if (name === '__members__') return undefined;
      if (member === undefined && of.form === 'tuple' && name === '_make')
        return native(([items]) => construct(m, of, [...iterate(items)], new Map()));
      return member;
    }
    case 'object': {
      if (of.fields.has(name)) return of.fields.get(name);
      if (name === '__class__') return of.of;
      const member = memberOf(of.of, name);
      if (member === undefined) return missingAttribute(m, of, name);
      if (!isObject(member) || member.kind !== 'function') return member;
      if (member.binding === 'property') {
        const result = callFunction(m, member, [of], new Map());
        if (member.cache) setField(m, of, name, result);
        return result;
      }
      if (member.binding === 'static') return member;
      return { kind: 'bound', self: member.binding === 'class' ? of.of : of, func: member };
    }
    case 'function':
      if (name === '__name__')
        return of.node.kind === 'FunctionDef' && of.node.name.kind === 'Name' ? of.node.name.id : '<lambda>';
      return of.attributes?.get(name);
    default:
      return { kind: 'bound', self: of, func: name };
  }
}

function missingAttribute(m: Machine, of: ObjectValue, name: string): Value {
  const get = memberOf(of.of, '__getattr__');
  if (get !== undefined) return m.call(get, [of, name]);
  if (of.of.form === 'tuple') {
    if (name === '_replace') {
      return native((_, keywords) => {
        const fields = new Map([...of.fields, ...keywords]);
        return { kind: 'object', of: of.of, fields };
      });
    }
    if (name === '_asdict') {
      return native(() => ({
        kind: 'dict',
        entries: new Map([...of.fields].map(([field, value]) => [keyOf(field), [field, value]])),
      }));
    }
  }
  return isOpen(of.of) || name.startsWith('__') ? undefined : raise('AttributeError');
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
