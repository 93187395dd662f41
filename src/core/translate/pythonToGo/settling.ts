/** What the lattice leaves open settled: every value has one Go type. */
import {
  type FunctionType,
  type Type,
  any,
  isExactNumber,
  float,
  infinity,
  int,
  optional,
  str,
} from '../../facts/types';
import { dict, isKeyName, keyType, list, tuple } from './shapes';

/** Python's classes of the library that are a plain type of Go. */
const plainTypes: Record<string, (args: Type[]) => Type> = {
  'collections.deque': args => ({ ...list(args[0] ?? any), form: 'deque' }),
  'collections.Counter': args => ({ ...dict(args[0] ?? any, int), form: 'Counter' }),
  'collections.defaultdict': args => ({ ...dict(args[0] ?? any, args[1] ?? any), form: 'defaultdict' }),
  'collections.OrderedDict': args => ({ ...dict(args[0] ?? any, args[1] ?? any), form: 'OrderedDict' }),
  'builtins.range': () => list(int),
  'csv.Reader': () => list(list(str)),
  'csv.DictReader': () => list(dict(str, str)),
  'pathlib.Path': () => ({ kind: 'str', form: 'path' }),
  'pathlib.PurePath': () => ({ kind: 'str', form: 'path' }),
  'pathlib.PosixPath': () => ({ kind: 'str', form: 'path' }),
  'pathlib.PurePosixPath': () => ({ kind: 'str', form: 'path' }),
};

const tupleNames = ['pair', 'triple', 'quadruple', 'quintuple', 'sextuple'];

/**
 * The type that a Go variable has for it: unknown and mixed types are `any`, `int | float` is a float, `X | None` an
 * optional.
 */
export function settle(type: Type, depth = 0): Type {
  if (depth > 8) return any;
  const inner = (one: Type): Type => {
    const made = settle(one, depth + 1);
    // None alone says nothing of what a container is for.
    return made.kind === 'none' && type.kind !== 'func' && type.kind !== 'tuple' ? any : made;
  };
  switch (type.kind) {
    case 'unknown':
    case 'typevar':
      return any;
    case 'list':
    case 'iterator':
      return { ...type, elt: isMixedTruth(type.elt) ? any : inner(type.elt) };
    case 'set':
      return { ...type, elt: keyType(inner(type.elt)) };
    case 'dict':
      return { ...type, key: keyType(inner(type.key)), value: isMixedTruth(type.value) ? any : inner(type.value) };
    case 'tuple': {
      const elts = type.elts.map(inner);
      // There is a helper for a few; more are kept as a list.
      return elts.length > tupleNames.length + 1
        ? { ...list(elts.reduce<Type>(join, elts[0] ?? any)), form: 'tuple' }
        : tuple(...elts);
    }
    case 'optional': {
      const of = inner(type.of);
      return of.kind === 'any' || of.kind === 'none' || of.kind === 'optional' ? of : optional(of);
    }
    case 'awaitable':
      return { kind: 'awaitable', of: settle(type.of, depth + 1) };
    case 'union':
      if (isMixedTruth(type)) return any;
      return settleUnion(type.types.map(inner));
    case 'func':
      return {
        ...type,
        params: type.params.map(param => ({ ...param, type: inner(param.type) })),
        result:
          type.result.kind === 'unknown' ? any : inner(type.result.kind === 'awaitable' ? type.result.of : type.result),
      };
    case 'instance': {
      const plain = plainTypes[type.name];
      if (!plain) return type;
      const made = plain(type.args.map(inner));
      if (made.kind === 'list' && type.detail !== undefined) return { ...made, detail: type.detail };
      return made.kind === 'dict' && type.factory ? { ...made, factory: type.factory } : made;
    }
    default:
      return type;
  }
}

/** The sets of classes for which the file that is being translated has an interface. */
let shared: ReadonlySet<string> = new Set();

/** Says which sets of classes have an interface, until another file is translated. */
export function settleAsInterfaces(names: ReadonlySet<string>): void {
  shared = names;
}

/** The name of a set of classes of the file; undefined where something else is among them. */
export function unionName(types: readonly Type[]): string | undefined {
  const names = types.flatMap(type =>
    type.kind === 'instance' && type.name.startsWith('.') ? memberNames(type.name.slice(1)) : [''],
  );
  return names.includes('') ? undefined : [...new Set(names)].sort().join('|');
}

/** The classes of such a set. */
export const memberNames = (name: string): string[] => name.split('|');

/** Numbers and truth values in one container: each is shown as what it is. */
function isMixedTruth(type: Type): boolean {
  const of = type.kind === 'optional' ? type.of : type;
  if (of.kind !== 'union') return false;
  const kinds = of.types.map(one => one.kind);
  return kinds.includes('bool') && kinds.some(kind => kind === 'int' || kind === 'float');
}

function settleUnion(types: Type[]): Type {
  const some = types.filter(type => type.kind !== 'none');
  const [first] = some;
  if (!first) return any;
  const name = unionName(some);
  if (name !== undefined && shared.has(name)) {
    const type: Type = { kind: 'instance', name: `.${name}`, args: [] };
    return some.length < types.length ? optional(type) : type;
  }
  const joined = some.reduce<Type>(join, first);
  return some.length < types.length && joined.kind !== 'any' ? optional(joined) : joined;
}

/** Any stream of text: a file, or a text in memory. */
const anyTextStream: Type = { kind: 'instance', name: 'io.TextIOBase', args: [] };
const isTextStream = (type: Type): boolean =>
  type.kind === 'instance' && /^io\.(TextIOBase|TextIOWrapper|StringIO)$/.test(type.name);

/** The type of a variable that holds both. */
export function join(a: Type, b: Type): Type {
  if (sameType(a, b)) return a;
  if (a.kind === 'any' || b.kind === 'any') return any;
  if (isNumber(a) && isNumber(b))
    return a.kind === 'float' || b.kind === 'float' ? (isWhole(a) && isWhole(b) ? infinity : float) : int;
  if (isExactNumber(a) && (b.kind === 'int' || b.kind === 'bool')) return a;
  if (isExactNumber(b) && (a.kind === 'int' || a.kind === 'bool')) return b;
  if (a.kind === 'none') return settle(optional(b));
  if (b.kind === 'none') return settle(optional(a));
  if (a.kind === 'optional' || b.kind === 'optional') {
    const of = join(a.kind === 'optional' ? a.of : a, b.kind === 'optional' ? b.of : b);
    return of.kind === 'any' ? any : optional(of);
  }
  if (a.kind === 'instance' && b.kind === 'instance') {
    const name = unionName([a, b]);
    return name !== undefined && shared.has(name) ? { kind: 'instance', name: `.${name}`, args: [] } : any;
  }
  if (a.kind === 'list' && b.kind === 'list') return list(joinElements(a.elt, b.elt));
  if (a.kind === 'dict' && b.kind === 'dict') return dict(joinElements(a.key, b.key), joinElements(a.value, b.value));
  if (isTextStream(a) && isTextStream(b)) return anyTextStream;
  if (a.kind === 'func' && b.kind === 'func') return joinFunctions(a, b);
  if (a.kind === 'set' && b.kind === 'set') return { kind: 'set', elt: joinElements(a.elt, b.elt) };
  return any;
}

/** Functions that take as many values are called alike; what gives nothing gives None among others. */
function joinFunctions(a: FunctionType, b: FunctionType): Type {
  const isAlike =
    a.params.length === b.params.length &&
    a.params.every((param, i) => (param.variadic ?? false) === (b.params[i]!.variadic ?? false));
  if (!isAlike) return any;
  const params = a.params.map((param, i) => ({ ...param, type: join(param.type, b.params[i]!.type) }));
  if (sameType(a.result, b.result)) return { ...a, params };
  const isNothing = a.result.kind === 'none' || b.result.kind === 'none';
  return { ...a, params, result: isNothing ? any : join(a.result, b.result) };
}

/** An empty display has no element type of its own, so the other one decides. */
function joinElements(a: Type, b: Type): Type {
  if (a.kind === 'unknown') return b;
  if (b.kind === 'unknown') return a;
  return join(a, b);
}

/** A whole number, or an infinity among whole numbers. */
export const isWhole = (type: Type): boolean => type.kind !== 'float' || type.whole === true;

export const isNumber = (type: Type): boolean => type.kind === 'int' || type.kind === 'float' || type.kind === 'bool';

/** Whether Go gives both the same type. */
export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'list':
    case 'set':
    case 'iterator':
      return sameType(a.elt, (b as typeof a).elt);
    case 'dict':
      return sameType(a.key, (b as typeof a).key) && sameType(a.value, (b as typeof a).value);
    case 'tuple': {
      const other = b as typeof a;
      return a.elts.length === other.elts.length && a.elts.every((elt, i) => sameType(elt, other.elts[i] ?? any));
    }
    case 'optional':
    case 'awaitable':
      return sameType(a.of, (b as typeof a).of);
    case 'pointer':
      return sameType(a.to, (b as typeof a).to);
    case 'int':
    case 'float':
      return a.go === (b as typeof a).go;
    case 'instance': {
      const other = b as typeof a;
      if (a.name !== other.name) return false;
      return !isKeyName(a.name) || a.args.every((arg, i) => sameType(arg, other.args[i] ?? any));
    }
    case 'class':
    case 'module':
      return a.name === (b as typeof a).name;
    case 'func': {
      const other = b as typeof a;
      return (
        a.params.length === other.params.length &&
        a.params.every((param, i) => sameType(param.type, other.params[i]?.type ?? any)) &&
        sameType(a.result, other.result)
      );
    }
    default:
      return true;
  }
}

/** Several results stand for a tuple. */
export function resultTypes(type: Type): Type[] {
  if (type.kind === 'none') return [];
  return type.kind === 'tuple' && type.elts.length > 1 ? type.elts : [type];
}

/** The helper that holds a tuple of so many; undefined for sizes that have none. */
export function tupleHelper(size: number): string | undefined {
  return tupleNames[size - 2];
}

export const tupleFields = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'] as const;
