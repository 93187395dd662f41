/** Types of the lattice as Go types, and what the lattice leaves open settled: every value has one Go type. */
import { any, float, int, optional, str, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import {
  field,
  funcType,
  ident,
  index,
  mapType,
  nil,
  pkg,
  sliceType,
  star,
  str as text,
  bool as truth,
  int as whole,
  structType,
  composite,
} from '../goNodes';
import { dict, list, tuple } from './shapes';

/** Python's classes of the library that are a plain type of Go. */
const plainTypes: Record<string, (args: Type[]) => Type> = {
  'collections.deque': args => list(args[0] ?? any),
  'collections.Counter': args => dict(args[0] ?? any, int),
  'collections.defaultdict': args => dict(args[0] ?? any, args[1] ?? any),
  'collections.OrderedDict': args => dict(args[0] ?? any, args[1] ?? any),
  'pathlib.Path': () => str,
  'decimal.Decimal': () => any,
};

/** Types of the library with a counterpart: import path and name; a star for a pointer. */
const libraryTypes: Record<string, [path: string, name: string, pointer: boolean]> = {
  'datetime.datetime': ['time', 'Time', false],
  'datetime.date': ['time', 'Time', false],
  'datetime.timedelta': ['time', 'Duration', false],
  're.Pattern': ['regexp', 'Regexp', true],
  'threading.Lock': ['sync', 'Mutex', true],
  'threading.Thread': ['sync', 'WaitGroup', true],
  'random.Random': ['math/rand', 'Rand', true],
  'io.TextIOWrapper': ['os', 'File', true],
  'io.BufferedReader': ['os', 'File', true],
  'io.BufferedWriter': ['os', 'File', true],
  'io.StringIO': ['strings', 'Builder', true],
};

const tupleNames = ['pair', 'triple', 'quadruple', 'quintuple', 'sextuple'];

/** What an enclosing file knows of its own classes. */
export interface OwnTypes {
  /** Go's name of a class of the file, and whether its values are pointers. */
  classNamed(name: string): { goName: string; kind: 'pointer' | 'value' | 'interface' | 'error' } | undefined;
  /** Dicts of this type keep their order. */
  isOrdered(type: Type): boolean;
  /** Marks a helper as needed and gives its name. */
  helper(name: string): string;
}

/**
 * The type that a Go variable has for it: unknown and mixed types are `any`, `int | float` is a float, `X | None` an
 * optional.
 */
export function settle(type: Type, depth = 0): Type {
  if (depth > 8) return any;
  const inner = (one: Type): Type => settle(one, depth + 1);
  switch (type.kind) {
    case 'unknown':
    case 'typevar':
      return any;
    case 'list':
    case 'set':
    case 'iterator':
      return { ...type, elt: inner(type.elt) };
    case 'dict':
      return dict(inner(type.key), inner(type.value));
    case 'tuple': {
      const elts = type.elts.map(inner);
      // There is a helper for a few; more are kept as a list.
      return elts.length > tupleNames.length + 1 ? list(elts.reduce<Type>(join, elts[0] ?? any)) : tuple(...elts);
    }
    case 'optional': {
      const of = inner(type.of);
      return of.kind === 'any' || of.kind === 'none' || of.kind === 'optional' ? of : optional(of);
    }
    case 'awaitable':
      return inner(type.of);
    case 'union':
      return settleUnion(type.types.map(inner));
    case 'func':
      return {
        ...type,
        params: type.params.map(param => ({ ...param, type: inner(param.type) })),
        result: type.result.kind === 'unknown' ? any : inner(type.result),
      };
    case 'instance': {
      const plain = plainTypes[type.name];
      return plain ? plain(type.args.map(inner)) : type;
    }
    default:
      return type;
  }
}

function settleUnion(types: Type[]): Type {
  const some = types.filter(type => type.kind !== 'none');
  const [first] = some;
  if (!first) return any;
  const joined = some.reduce<Type>(join, first);
  return some.length < types.length && joined.kind !== 'any' ? optional(joined) : joined;
}

/** The type of a variable that holds both. */
export function join(a: Type, b: Type): Type {
  if (sameType(a, b)) return a;
  if (a.kind === 'any' || b.kind === 'any') return any;
  if (isNumber(a) && isNumber(b)) return a.kind === 'float' || b.kind === 'float' ? float : int;
  if (a.kind === 'none') return settle(optional(b));
  if (b.kind === 'none') return settle(optional(a));
  if (a.kind === 'optional' || b.kind === 'optional') {
    const of = join(a.kind === 'optional' ? a.of : a, b.kind === 'optional' ? b.of : b);
    return of.kind === 'any' ? any : optional(of);
  }
  if (a.kind === 'list' && b.kind === 'list') return list(joinElements(a.elt, b.elt));
  if (a.kind === 'dict' && b.kind === 'dict') return dict(joinElements(a.key, b.key), joinElements(a.value, b.value));
  if (a.kind === 'set' && b.kind === 'set') return { kind: 'set', elt: joinElements(a.elt, b.elt) };
  return any;
}

/** An empty display has no element type of its own, so the other one decides. */
function joinElements(a: Type, b: Type): Type {
  if (a.kind === 'unknown') return b;
  if (b.kind === 'unknown') return a;
  return join(a, b);
}

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
      return sameType(a.of, (b as typeof a).of);
    case 'pointer':
      return sameType(a.to, (b as typeof a).to);
    case 'int':
    case 'float':
      return a.go === (b as typeof a).go;
    case 'instance':
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

/** Go's spelling of a settled type. */
export function goType(type: Type, own: OwnTypes): go.Expression {
  switch (type.kind) {
    case 'none':
      return structType([]);
    case 'bool':
      return ident('bool');
    case 'int':
      return ident(type.go ?? 'int');
    case 'float':
      return ident(type.go ?? 'float64');
    case 'complex':
      return ident('complex128');
    case 'str':
      return ident('string');
    case 'bytes':
      return sliceType(ident('byte'));
    case 'list':
      return sliceType(goType(type.elt, own));
    case 'array':
      return { kind: 'ArrayType', start: -1, end: -1, len: whole(type.len), elt: goType(type.elt, own) };
    case 'tuple':
      return tupleType(type.elts, own);
    case 'dict':
      if (own.isOrdered(type)) {
        return star(index(ident(own.helper('orderedMap')), goType(type.key, own), goType(type.value, own)));
      }
      return mapType(goType(type.key, own), goType(type.value, own));
    case 'set':
      return mapType(goType(type.elt, own), structType([]));
    case 'iterator':
      return index(pkg('iter', 'Seq'), goType(type.elt, own));
    case 'pointer':
      return star(goType(type.to, own));
    case 'error':
      return ident('error');
    case 'func':
      return funcType(
        type.params.map(param => field('', goType(param.type, own))),
        type.result.kind === 'none' ? [] : resultTypes(type.result).map(one => goType(one, own)),
      );
    case 'instance':
      return instanceType(type.name, own);
    case 'optional':
      return isNilable(type.of, own) ? goType(type.of, own) : star(goType(type.of, own));
    default:
      return ident('any');
  }
}

function instanceType(name: string, own: OwnTypes): go.Expression {
  const known = name.startsWith('.') ? own.classNamed(name.slice(1)) : undefined;
  if (known) {
    if (known.kind === 'error') return ident('error');
    return known.kind === 'pointer' ? star(ident(known.goName)) : ident(known.goName);
  }
  const library = libraryTypes[name];
  if (!library) return ident('any');
  const [path, type, pointer] = library;
  return pointer ? star(pkg(path, type)) : pkg(path, type);
}

/** Whether the type is written as `any` for want of something better. */
export function isAny(type: Type, own: OwnTypes): boolean {
  const written = goType(type, own);
  return written.kind === 'Ident' && written.name === 'any';
}

/** Several results stand for a tuple. */
export function resultTypes(type: Type): Type[] {
  if (type.kind === 'none') return [];
  return type.kind === 'tuple' && type.elts.length > 1 ? type.elts : [type];
}

/** Go's nil is a value of the type as it is. */
export function isNilable(type: Type, own: OwnTypes): boolean {
  switch (type.kind) {
    case 'list':
    case 'dict':
    case 'set':
    case 'func':
    case 'any':
    case 'error':
    case 'pointer':
    case 'iterator':
    case 'bytes':
      return true;
    case 'instance': {
      const written = goType(type, own);
      if (written.kind === 'StarExpr') return true;
      const known = type.name.startsWith('.') ? own.classNamed(type.name.slice(1)) : undefined;
      return known ? known.kind !== 'value' : written.kind === 'Ident';
    }
    default:
      return false;
  }
}

/** The helper that holds a tuple of so many; undefined for sizes that have none. */
export function tupleHelper(size: number): string | undefined {
  return tupleNames[size - 2];
}

function tupleType(elts: readonly Type[], own: OwnTypes): go.Expression {
  const helper = tupleHelper(elts.length);
  if (!helper) return sliceType(ident('any'));
  return index(ident(own.helper(helper)), ...elts.map(elt => goType(elt, own)));
}

export const tupleFields = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'] as const;

/** The zero value, as one writes it in a `return`. */
export function zeroValue(type: Type, own: OwnTypes): go.Expression {
  switch (type.kind) {
    case 'bool':
      return truth(false);
    case 'int':
    case 'float':
      return whole(0);
    case 'str':
      return text('');
    case 'tuple':
    case 'none':
      return composite(goType(type, own), []);
    case 'instance': {
      const written = goType(type, own);
      if (isNilable(type, own)) return nil();
      return composite(written, []);
    }
    default:
      return nil();
  }
}

/** Whether values can be keys of a map and be compared with `==` as Python compares them. */
export function isComparable(type: Type, own: OwnTypes): boolean {
  switch (type.kind) {
    case 'bool':
    case 'int':
    case 'float':
    case 'str':
    case 'error':
      return true;
    case 'tuple':
      return type.elts.every(elt => isComparable(elt, own));
    case 'instance':
      return type.name.startsWith('.') && own.classNamed(type.name.slice(1)) !== undefined;
    case 'any':
      return true;
    default:
      return false;
  }
}
