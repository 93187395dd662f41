/** Operators in a trial run. */
import type * as py from '../../../syntax/python/ast';
import {
  callOn,
  isObject,
  iterate,
  keyOf,
  list,
  Lost,
  memberOf,
  raise,
  truth,
  tuple,
  type Dict,
  type Value,
} from './values';

type Number_ = bigint | number;

/** Whether a whole number and a float are the same: `===` tells them apart. */
const sameNumber = (a: Number_, b: Number_): boolean => a <= b && a >= b;

const isNumber = (value: Value): value is Number_ | boolean =>
  typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean';

const plain = (value: Number_ | boolean): Number_ => (typeof value === 'boolean' ? (value ? 1n : 0n) : value);

/** Numbers of more bits than this are not worked with. */
const maxBits = 40_000n;

/** `left op right`; undefined where it is not known. */
export function operate(op: py.BinaryOperator, left: Value, right: Value): Value {
  if (isNumber(left) && isNumber(right)) {
    if (typeof left === 'boolean' && typeof right === 'boolean' && '&|^'.includes(op)) {
      return op === '&' ? left && right : op === '|' ? left || right : left !== right;
    }
    const [a, b] = [plain(left), plain(right)];
    return typeof a === 'bigint' && typeof b === 'bigint' ? integers(op, a, b) : floats(op, Number(a), Number(b));
  }
  if (op === '+') {
    if (typeof left === 'string' && typeof right === 'string') return left + right;
    if (isObject(left) && isObject(right)) {
      if (left.kind === 'list' && right.kind === 'list')
        return { ...list([...left.items, ...right.items]), ...(left.form && { form: left.form }) };
      if (left.kind === 'tuple' && right.kind === 'tuple') return tuple([...left.items, ...right.items]);
    }
  }
  if (op === '*') return repeat(left, right) ?? repeat(right, left);
  if (isObject(left) && isObject(right) && left.kind === 'dict' && right.kind === 'dict') return dicts(op, left, right);
  if (isObject(left) && isObject(right) && left.kind === 'set' && right.kind === 'set') {
    const entries = new Map<string, Value>();
    const all = op === '|' || op === '^' ? [...left.entries, ...right.entries] : [...left.entries];
    for (const [key, value] of all) {
      const [a, b] = [left.entries.has(key), right.entries.has(key)];
      if (op === '|' || (op === '&' && a && b) || (op === '-' && a && !b) || (op === '^' && a !== b))
        entries.set(key, value);
    }
    return { kind: 'set', entries };
  }
  return undefined;
}

/** `|` of dicts, and what counters do. */
function dicts(op: py.BinaryOperator, left: Dict, right: Dict): Value {
  if (left.form !== 'Counter' && op === '|') return { ...left, entries: new Map([...left.entries, ...right.entries]) };
  if (left.form !== 'Counter' || !/^[-+&|]$/.test(op)) return undefined;
  const entries = new Map<string, [Value, Value]>();
  for (const [name, [key]] of [...left.entries, ...right.entries]) {
    const a = left.entries.get(name)?.[1] ?? 0n;
    const b = right.entries.get(name)?.[1] ?? 0n;
    if (typeof a !== 'bigint' || typeof b !== 'bigint') return undefined;
    const count = op === '+' ? a + b : op === '-' ? a - b : (op === '&') === a < b ? a : b;
    if (count > 0n) entries.set(name, [key, count]);
  }
  return { ...left, entries };
}

function repeat(one: Value, times: Value): Value {
  if (typeof times !== 'bigint' || times > 10_000n) return undefined;
  const count = Math.max(0, Number(times));
  if (typeof one === 'string') return one.repeat(count);
  if (!isObject(one) || (one.kind !== 'list' && one.kind !== 'tuple')) return undefined;
  const items: Value[] = [];
  for (let i = 0; i < count; i++) items.push(...one.items);
  return { kind: one.kind, items };
}

const bitsOf = (value: bigint): bigint => BigInt(value.toString(16).length * 4);

export function floorDivide(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q;
}

function integers(op: py.BinaryOperator, a: bigint, b: bigint): Value {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return bitsOf(a) + bitsOf(b) > maxBits ? undefined : a * b;
    case '/':
      return b === 0n ? raise('ZeroDivisionError') : Number(a) / Number(b);
    case '//':
      return b === 0n ? raise('ZeroDivisionError') : floorDivide(a, b);
    case '%':
      return b === 0n ? raise('ZeroDivisionError') : a - floorDivide(a, b) * b;
    case '**':
      if (b < 0n) return Number(a) ** Number(b);
      return bitsOf(a) * b > maxBits ? undefined : a ** b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '<<':
      return b < 0n ? raise('ValueError') : bitsOf(a) + b > maxBits ? undefined : a << b;
    case '>>':
      return b < 0n ? raise('ValueError') : a >> (b > maxBits ? maxBits : b);
    default:
      return undefined;
  }
}

function floats(op: py.BinaryOperator, a: number, b: number): Value {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? raise('ZeroDivisionError') : a / b;
    case '//':
      return b === 0 ? raise('ZeroDivisionError') : Math.floor(a / b);
    case '%': {
      if (b === 0) return raise('ZeroDivisionError');
      const rest = a % b;
      return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
    }
    case '**':
      return a < 0 && !Number.isInteger(b) ? undefined : a ** b;
    default:
      return undefined;
  }
}

/** Less than, equal or greater as a number; undefined where it is not known. */
export function order(left: Value, right: Value): number | undefined {
  if (isNumber(left) && isNumber(right)) {
    const [a, b] = [plain(left), plain(right)];
    return a < b ? -1 : a > b ? 1 : a >= b ? 0 : NaN;
  }
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  if (
    isObject(left) &&
    isObject(right) &&
    left.kind === right.kind &&
    (left.kind === 'list' || left.kind === 'tuple')
  ) {
    const others = (right as typeof left).items;
    for (const [i, item] of left.items.entries()) {
      if (i >= others.length) return 1;
      const one = order(item, others[i]);
      if (one !== 0) return one;
    }
    return left.items.length - others.length;
  }
  if (isObject(left) && isObject(right) && left.kind === 'set' && right.kind === 'set') return undefined;
  return objectOrder(left, right);
}

function objectOrder(left: Value, right: Value): number | undefined {
  if (!isObject(left) || left.kind !== 'object') return undefined;
  if (
    isObject(right) &&
    right.kind === 'object' &&
    (left.of.isOrdered || left.of.form === 'tuple') &&
    right.of === left.of
  ) {
    return order(tuple([...left.fields.values()]), tuple([...right.fields.values()]));
  }
  const less = memberOf(left.of, '__lt__');
  if (less !== undefined) {
    if (truth(callOn(left, less, right))) return -1;
    return equals(left, right) ? 0 : 1;
  }
  const more = memberOf(left.of, '__gt__');
  return more === undefined ? undefined : truth(callOn(left, more, right)) ? 1 : -1;
}

const isVague = (value: Value): boolean => isObject(value) && (value.kind === 'lost' || value.kind === 'some');

/** Python's `==`; undefined where it is not known. */
export function equals(left: Value, right: Value): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (isNumber(left) && isNumber(right)) return sameNumber(plain(left), plain(right));
  if (isVague(left) || isVague(right)) return undefined;
  if (!isObject(left) || !isObject(right)) return left === right;
  if (left === right) return true;
  if (left.kind === 'object' || right.kind === 'object') return sameObjects(left, right);
  if (left.kind !== right.kind) return false;
  if (left.kind === 'list' || left.kind === 'tuple') {
    const others = (right as typeof left).items;
    if (left.items.length !== others.length) return false;
    const parts = left.items.map((item, i) => equals(item, others[i]));
    return parts.includes(undefined) ? undefined : parts.every(Boolean);
  }
  if (left.kind === 'set') {
    const { entries } = right as typeof left;
    return left.entries.size === entries.size && [...left.entries.keys()].every(key => entries.has(key));
  }
  if (left.kind === 'dict') {
    const { entries } = right as typeof left;
    if (left.entries.size !== entries.size) return false;
    for (const [key, [, one]] of left.entries) {
      const other = entries.get(key);
      const same = other ? equals(one, other[1]) : false;
      if (!same) return same;
    }
    return true;
  }
  if (left.kind === 'library') return left.name === (right as typeof left).name;
  return undefined;
}

function sameObjects(left: Value, right: Value): boolean | undefined {
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (!isObject(one) || one.kind !== 'object') continue;
    const own = memberOf(one.of, '__eq__');
    if (own !== undefined) {
      const same = callOn(one, own, other);
      if (isObject(same) && same.kind === 'library') continue;
      return same === undefined ? undefined : truth(same);
    }
    if (
      one.of.form === 'tuple' ||
      (one.of.fields && isObject(other) && other.kind === 'object' && other.of === one.of)
    ) {
      const fields = tuple([...one.fields.values()]);
      if (isObject(other) && other.kind === 'object') return equals(fields, tuple([...other.fields.values()]));
      return equals(fields, other);
    }
  }
  return false;
}

export function contains(whole: Value, item: Value): boolean | undefined {
  if (item === undefined || isVague(item)) return undefined;
  if (typeof whole === 'string') return typeof item === 'string' ? whole.includes(item) : undefined;
  if (!isObject(whole)) return undefined;
  if (whole.kind === 'dict' || whole.kind === 'set') return whole.entries.has(keyOf(item));
  if (whole.kind === 'some') return undefined;
  if (whole.kind === 'object') {
    const own = memberOf(whole.of, '__contains__');
    if (own !== undefined) return truth(callOn(whole, own, item));
  }
  for (const one of iterate(whole)) {
    const same = equals(one, item);
    if (same === undefined) return undefined;
    if (same) return true;
  }
  return false;
}

/** The place of a subscript, from the front; an index out of range is Python's error. */
export function placeIn(index: Value, length: number): number {
  if (index === undefined || isObject(index)) throw new Lost();
  if (typeof index !== 'bigint' && typeof index !== 'boolean') return raise('TypeError');
  const at = Number(index) < 0 ? Number(index) + length : Number(index);
  return at < 0 || at >= length ? raise('IndexError') : at;
}

/** The items of a slice. */
export function sliced<T>(items: readonly T[], lower: Value, upper: Value, step: Value): T[] {
  const whole = (value: Value): number | undefined => {
    if (value === null) return undefined;
    if (typeof value !== 'bigint') throw new Lost();
    return Number(value);
  };
  const by = whole(step) ?? 1;
  if (by === 0) return raise('ValueError');
  const bound = (value: number | undefined, otherwise: number): number => {
    if (value === undefined) return otherwise;
    const at = value < 0 ? value + items.length : value;
    return by > 0 ? Math.min(Math.max(at, 0), items.length) : Math.min(Math.max(at, -1), items.length - 1);
  };
  const from = bound(whole(lower), by > 0 ? 0 : items.length - 1);
  const to = bound(whole(upper), by > 0 ? items.length : -1);
  const result: T[] = [];
  for (let at = from; by > 0 ? at < to : at > to; at += by) result.push(items[at]!);
  return result;
}
