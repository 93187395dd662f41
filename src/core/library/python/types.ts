/** Types as Python spells them in annotations, for the library tables and for annotations that stand in strings. */
import { dict, instance, iterator, list, optional, set, tuple, tupleOf, unknown } from '../../facts/types';
import * as types from '../../facts/types';
import type { FunctionParam, Type } from '../../facts/types';
import { union } from '../../facts/lattice';
import type { Scanner } from '../scanner';

/** Makes a type of a class by its name and arguments; used for every name that is not built into the lattice. */
export type NameResolver = (name: string, args: Type[]) => Type;

/** The types of the lattice by the last word of their name, whatever module that name came from. */
const builtinTypes: Record<string, (args: Type[]) => Type> = {
  int: () => types.int,
  float: () => types.float,
  infinity: () => types.infinity,
  complex: () => ({ kind: 'complex' }),
  bool: () => types.bool,
  str: () => types.str,
  bytes: () => types.bytes,
  bytearray: () => ({ kind: 'bytes', form: 'bytearray' }),
  memoryview: () => types.bytes,
  object: () => types.any,
  type: ([of]) => (of?.kind === 'instance' ? { kind: 'class', name: of.name } : types.any),
  list: ([elt]) => list(elt ?? unknown),
  set: ([elt]) => set(elt ?? unknown),
  frozenset: ([elt]) => set(elt ?? unknown),
  dict: ([key, value]) => dict(key ?? unknown, value ?? unknown),
  // Without anything said of its items it is as long as it likes.
  tuple: elts => (elts.length > 0 ? tuple(...elts) : tupleOf(unknown)),
};

/** What `typing` and `collections.abc` call them. Parameters of the wide kinds take what can be iterated over. */
const typingTypes: Record<string, (args: Type[]) => Type> = {
  Any: () => types.any,
  AnyStr: () => types.str,
  Text: () => types.str,
  LiteralString: () => types.str,
  Hashable: () => types.any,
  Sized: () => types.any,
  NoReturn: () => types.none,
  Never: () => types.none,
  List: builtinTypes.list!,
  MutableSequence: builtinTypes.list!,
  Sequence: builtinTypes.list!,
  Collection: builtinTypes.list!,
  Set: builtinTypes.set!,
  FrozenSet: builtinTypes.set!,
  AbstractSet: builtinTypes.set!,
  MutableSet: builtinTypes.set!,
  Dict: builtinTypes.dict!,
  Mapping: builtinTypes.dict!,
  MutableMapping: builtinTypes.dict!,
  Tuple: builtinTypes.tuple!,
  Type: builtinTypes.type!,
  Optional: ([of]) => optional(of ?? unknown),
  Union: args => union(args),
  Iterable: ([elt]) => iterator(elt ?? unknown),
  Iterator: ([elt]) => iterator(elt ?? unknown),
  Generator: ([elt]) => iterator(elt ?? unknown),
  Reversible: ([elt]) => iterator(elt ?? unknown),
  AsyncIterable: ([elt]) => iterator(elt ?? unknown),
  AsyncIterator: ([elt]) => iterator(elt ?? unknown),
  AsyncGenerator: ([elt]) => iterator(elt ?? unknown),
  Awaitable: ([of]) => ({ kind: 'awaitable', of: of ?? unknown }),
  Coroutine: args => ({ kind: 'awaitable', of: args[2] ?? args[0] ?? unknown }),
  Callable: () => ({ kind: 'func', params: [], result: unknown }),
  Final: ([of]) => of ?? unknown,
  ClassVar: ([of]) => of ?? unknown,
  Required: ([of]) => of ?? unknown,
  NotRequired: ([of]) => of ?? unknown,
  ReadOnly: ([of]) => of ?? unknown,
  Annotated: ([of]) => of ?? unknown,
  InitVar: ([of]) => of ?? unknown,
};

/** The type that a built-in name means in an annotation; undefined for a class that has a name of its own. */
export function builtinType(name: string, args: Type[]): Type | undefined {
  return Object.hasOwn(builtinTypes, name) ? builtinTypes[name]!(args) : undefined;
}

/** The same for what `typing` and `collections.abc` export. */
export function typingType(name: string, args: Type[]): Type | undefined {
  return Object.hasOwn(typingTypes, name) ? typingTypes[name]!(args) : undefined;
}

/** `Callable[[A, B], R]`; with `...` for the parameters it has one that takes the rest. */
export function callableType(params: Type[] | 'any', result: Type): Type {
  const list: FunctionParam[] =
    params === 'any' ? [{ name: 'args', type: types.any, variadic: true }] : params.map(type => ({ type }));
  return { kind: 'func', params: list, result };
}

/** Reads `A | B[C]`. Throws where the text is no type. */
export function parseType(scanner: Scanner, resolve: NameResolver): Type {
  const members = [parsePart(scanner, resolve)];
  while (scanner.take('|')) members.push(parsePart(scanner, resolve));
  return members.length === 1 ? members[0]! : union(members);
}

function parsePart(scanner: Scanner, resolve: NameResolver): Type {
  if (scanner.take('(')) {
    const inner = parseType(scanner, resolve);
    scanner.expect(')');
    return inner;
  }
  if (!scanner.atName) throw new Error(`"${scanner.text}": no type at ${scanner.peek() || 'the end'}`);
  let name = scanner.next();
  while (scanner.peek() === '.' && /^[\p{L}_]/u.test(scanner.peek(1))) {
    scanner.next();
    name += `.${scanner.next()}`;
  }
  if (name === 'None') return types.none;
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (!scanner.take('[')) return resolve(name, []);
  if (last === 'Callable') return parseCallable(scanner, resolve);
  if (last === 'Literal') return parseLiterals(scanner);
  const args: Type[] = [];
  while (!scanner.take(']')) {
    if (scanner.done) throw new Error(`"${scanner.text}": a bracket is not closed`);
    if (scanner.take('...')) {
      // `tuple[int, ...]` is as long as it likes, so it is a list in all but name.
      scanner.take(',');
      scanner.expect(']');
      return tupleOf(args[0] ?? unknown);
    }
    args.push(parseArgument(scanner, resolve, last));
    scanner.take(',');
  }
  return resolve(name, args);
}

/** What follows the type in `Annotated[int, Gt(0)]` is no type. */
function parseArgument(scanner: Scanner, resolve: NameResolver, of: string): Type {
  const type = parseType(scanner, resolve);
  if (of === 'Annotated') {
    for (let depth = 0; !scanner.done && (depth > 0 || scanner.peek() !== ']');) {
      const token = scanner.next();
      if ('[('.includes(token)) depth++;
      else if ('])'.includes(token)) depth--;
    }
  }
  return type;
}

function parseCallable(scanner: Scanner, resolve: NameResolver): Type {
  let params: Type[] | 'any' = [];
  if (scanner.take('...')) params = 'any';
  else {
    scanner.expect('[');
    while (!scanner.take(']')) {
      params.push(parseType(scanner, resolve));
      scanner.take(',');
    }
  }
  scanner.expect(',');
  const result = parseType(scanner, resolve);
  scanner.expect(']');
  return callableType(params, result);
}

function parseLiterals(scanner: Scanner): Type {
  const members: Type[] = [];
  while (!scanner.take(']')) {
    if (scanner.done) throw new Error(`"${scanner.text}": a bracket is not closed`);
    const token = scanner.next();
    if (/^["']/.test(token)) members.push(types.str);
    else if (/^\d/.test(token)) members.push(types.int);
    else if (token === 'None') members.push(types.none);
    else if (token === 'True' || token === 'False') members.push(types.bool);
  }
  return union(members);
}

/** An instance of a class that no table tells of. */
export const plainInstance: NameResolver = (name, args) => instance(name, ...args);
