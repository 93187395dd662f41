/** The operations on types that both languages share. All are pure; types are never changed in place. */
import { any, isExactNumber, none, optional, tupleOf, unknown, type FunctionType, type Type } from './types';

/** More members than this, and a union says no more than `any`. */
const maxUnion = 6;
/** Types deeper than this come from a cycle (`x = [x]`) and are cut. */
const maxDepth = 8;

/** Go writes the same type in two ways. */
const sameInteger: Record<string, string> = { byte: 'uint8', rune: 'int32' };

/** Whether two types are the same. */
export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'int':
    case 'float':
      return normalGo(a.go) === normalGo((b as { go?: string }).go);
    case 'list':
    case 'set':
    case 'iterator':
      return sameType(a.elt, (b as typeof a).elt);
    case 'array':
      return a.len === (b as typeof a).len && sameType(a.elt, (b as typeof a).elt);
    case 'chan':
      return a.dir === (b as typeof a).dir && sameType(a.elt, (b as typeof a).elt);
    case 'tuple':
      return sameTypes(a.elts, (b as typeof a).elts);
    case 'dict':
      return sameType(a.key, (b as typeof a).key) && sameType(a.value, (b as typeof a).value);
    case 'awaitable':
    case 'optional':
      return sameType(a.of, (b as typeof a).of);
    case 'pointer':
      return sameType(a.to, (b as typeof a).to);
    case 'union':
      return (
        a.types.length === (b as typeof a).types.length &&
        a.types.every(type => (b as typeof a).types.some(other => sameType(type, other)))
      );
    case 'func':
      return (
        sameType(a.result, (b as FunctionType).result) &&
        sameTypes(
          a.params.map(param => param.type),
          (b as FunctionType).params.map(param => param.type),
        )
      );
    case 'instance':
      return a.name === (b as typeof a).name && sameTypes(a.args, (b as typeof a).args);
    case 'class':
    case 'module':
    case 'typevar':
    case 'error':
      return a.name === (b as typeof a).name;
    default:
      return true;
  }
}

function normalGo(go: string | undefined): string | undefined {
  return go === undefined ? undefined : (sameInteger[go] ?? go);
}

function sameTypes(a: readonly Type[], b: readonly Type[]): boolean {
  return a.length === b.length && a.every((type, i) => sameType(type, b[i]!));
}

/** Finds a type that both of two classes are, for example a base that they share; undefined for none. */
export type CommonBase = (a: string, b: string) => Type | undefined;

/** The smallest type that both are. `int` and `float` give `float`, `None` gives an optional, the rest a union. */
export function join(a: Type, b: Type, base?: CommonBase): Type {
  if (a === b || b.kind === 'unknown') return a;
  if (a.kind === 'unknown') return b;
  if (a.kind === 'any' || b.kind === 'any') return any;
  if (a.kind === 'optional' || b.kind === 'optional') {
    return optional(join(withoutNone(a), withoutNone(b), base));
  }
  if (a.kind === 'none') return b.kind === 'none' ? a : optional(b);
  if (b.kind === 'none') return optional(a);
  return joinSameShape(a, b, base) ?? union([a, b], base);
}

/** The type without its None: `T` of an optional, `unknown` of None itself. */
export function withoutNone(type: Type): Type {
  if (type.kind === 'optional') return type.of;
  return type.kind === 'none' ? unknown : type;
}

/** The join of all; `unknown` of none. */
export function joinAll(types: Iterable<Type>, base?: CommonBase): Type {
  let result: Type = unknown;
  for (const type of types) result = join(result, type, base);
  return result;
}

/** Tuples of several lengths are one sequence, if what they hold is alike. */
function ofAnyLength(elts: readonly Type[], base: CommonBase | undefined): Type | undefined {
  const elt = joinAll(elts, base);
  return elt.kind === 'union' || elt.kind === 'any' ? undefined : tupleOf(elt);
}

function joinSameShape(a: Type, b: Type, base?: CommonBase): Type | undefined {
  if (a.kind === 'tuple' && b.kind === 'list' && b.form === 'tuple') return ofAnyLength([...a.elts, b.elt], base);
  if (b.kind === 'tuple' && a.kind === 'list' && a.form === 'tuple') return ofAnyLength([...b.elts, a.elt], base);
  if (isExactNumber(a) && (b.kind === 'int' || b.kind === 'bool')) return a;
  if (isExactNumber(b) && (a.kind === 'int' || a.kind === 'bool')) return b;
  if (a.kind === 'int' && b.kind === 'float') return b;
  if (a.kind === 'float' && b.kind === 'int') return a;
  if (a.kind !== b.kind) return undefined;
  switch (a.kind) {
    case 'float':
      return sameType(a, b) ? (a.whole ? b : a) : undefined;
    case 'list': {
      const other = b as typeof a;
      const elt = join(a.elt, other.elt, base);
      return a.form !== undefined && a.form === other.form ? { ...a, elt } : { kind: 'list', elt };
    }
    case 'set':
    case 'iterator':
      return { kind: a.kind, elt: join(a.elt, (b as typeof a).elt, base) };
    case 'dict': {
      const other = b as typeof a;
      const key = join(a.key, other.key, base);
      const value = join(a.value, other.value, base);
      return { kind: 'dict', key, value: isEndless(value) ? any : value };
    }
    case 'tuple': {
      const other = b as typeof a;
      if (a.elts.length !== other.elts.length) return ofAnyLength([...a.elts, ...other.elts], base);
      return { kind: 'tuple', elts: a.elts.map((elt, i) => join(elt, other.elts[i]!, base)) };
    }
    case 'awaitable':
      return { kind: 'awaitable', of: join(a.of, (b as typeof a).of, base) };
    case 'pointer': {
      const to = joinSameShape(a.to, (b as typeof a).to, base);
      return to && { kind: 'pointer', to };
    }
    case 'error':
      return a.name === (b as typeof a).name ? a : { kind: 'error' };
    case 'func':
      return joinFunctions(a, b as FunctionType, base);
    case 'instance': {
      const other = b as typeof a;
      if (a.name !== other.name) return base?.(a.name, other.name);
      const [long, short] = a.args.length >= other.args.length ? [a, other] : [other, a];
      const args = long.args.map((arg, i) => join(arg, short.args[i] ?? unknown, base));
      const detail = (a.detail ?? other.detail) === (other.detail ?? a.detail) ? (a.detail ?? other.detail) : '';
      return { ...long, args, ...(detail !== undefined && { detail }) };
    }
    default:
      return sameType(a, b) ? a : undefined;
  }
}

function joinFunctions(a: FunctionType, b: FunctionType, base?: CommonBase): Type | undefined {
  if (a.params.length !== b.params.length) return undefined;
  return {
    kind: 'func',
    params: a.params.map((param, i) => ({ ...param, type: join(param.type, b.params[i]!.type, base) })),
    result: join(a.result, b.result, base),
  };
}

/** A union, flat and without doubles; one member is that member, None makes an optional, too many make `any`. */
export function union(types: readonly Type[], base?: CommonBase): Type {
  const members: Type[] = [];
  let nullable = false;
  const add = (type: Type): void => {
    if (type.kind === 'union') return type.types.forEach(add);
    if (type.kind === 'optional' || type.kind === 'none') nullable = true;
    const plain = withoutNone(type);
    if (plain !== type) return add(plain);
    if (type.kind === 'unknown') return;
    for (const [i, member] of members.entries()) {
      const joined = sameType(member, type) ? member : joinSameShape(member, type, base);
      if (joined) {
        members[i] = joined;
        return;
      }
    }
    members.push(type);
  };
  types.forEach(add);
  if (members.some(type => type.kind === 'any') || members.length > maxUnion) return any;
  const [only] = members;
  if (!only) return nullable ? none : unknown;
  const whole: Type = members.length === 1 ? only : { kind: 'union', types: members };
  return nullable ? optional(whole) : whole;
}

/** Rebuilds a type with `change` applied to each direct part. */
export function mapType(type: Type, change: (part: Type) => Type): Type {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'iterator':
    case 'array':
    case 'chan':
      return { ...type, elt: change(type.elt) };
    case 'tuple':
      return { ...type, elts: type.elts.map(change) };
    case 'dict':
      return { ...type, key: change(type.key), value: change(type.value) };
    case 'awaitable':
      return { ...type, of: change(type.of) };
    case 'optional':
      return optional(change(type.of));
    case 'pointer':
      return { ...type, to: change(type.to) };
    case 'func':
      return {
        ...type,
        params: type.params.map(param => ({ ...param, type: change(param.type) })),
        result: change(type.result),
      };
    case 'instance':
      return type.args.length ? { ...type, args: type.args.map(change) } : type;
    case 'union':
      return union(type.types.map(change));
    default:
      return type;
  }
}

/** The direct parts of a type. */
export function partsOf(type: Type): Type[] {
  const parts: Type[] = [];
  mapType(type, part => {
    parts.push(part);
    return part;
  });
  return parts;
}

/** Whether `test` holds for the type or a part of it. */
export function someType(type: Type, test: (part: Type) => boolean): boolean {
  return test(type) || partsOf(type).some(part => someType(part, test));
}

/** Whether any part is still unknown. */
export const hasUnknown = (type: Type): boolean => someType(type, part => part.kind === 'unknown');

/** Type variables by name. */
export type Substitution = ReadonlyMap<string, Type>;

/** Puts types for type variables; a variable without one stays. */
export function substitute(type: Type, by: Substitution): Type {
  if (by.size === 0) return type;
  if (type.kind === 'typevar') return by.get(type.name) ?? type;
  return mapType(type, part => substitute(part, by));
}

/** Type variables that nothing has bound become `unknown`. */
export function forgetTypevars(type: Type): Type {
  return type.kind === 'typevar' ? unknown : mapType(type, forgetTypevars);
}

/** Cuts what is nested too deep, so that a type which holds itself ends. */
export function bounded(type: Type): Type {
  if (type.kind === 'dict' && isEndless(type.value)) return { ...type, value: any };
  return isDeeper(type, maxDepth) ? cut(type, maxDepth) : type;
}

/** Asked of every type and nearly always false, so it builds nothing. */
/** A tree of dicts without a leaf, `node = node.setdefault(part, {})`: its type would grow with each look at it. */
function isEndless(type: Type, depth = 2): boolean {
  if (depth === 0) return type.kind === 'dict';
  return type.kind === 'dict' && isEndless(type.value, depth - 1);
}

function isDeeper(type: Type, depth: number): boolean {
  if (depth === 0) return true;
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'iterator':
    case 'array':
    case 'chan':
      return isDeeper(type.elt, depth - 1);
    case 'dict':
      return isDeeper(type.key, depth - 1) || isDeeper(type.value, depth - 1);
    case 'awaitable':
    case 'optional':
      return isDeeper(type.of, depth - 1);
    case 'pointer':
      return isDeeper(type.to, depth - 1);
    case 'tuple':
      return type.elts.some(part => isDeeper(part, depth - 1));
    case 'union':
      return type.types.some(part => isDeeper(part, depth - 1));
    case 'instance':
      return type.args.some(part => isDeeper(part, depth - 1));
    case 'func':
      return isDeeper(type.result, depth - 1) || type.params.some(param => isDeeper(param.type, depth - 1));
    default:
      return false;
  }
}

function cut(type: Type, depth: number): Type {
  if (depth === 0) return unknown;
  return mapType(type, part => cut(part, depth - 1));
}
