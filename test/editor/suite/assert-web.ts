// The part of node:assert/strict that tests use, for the web worker, which has no Node. What is missing here does not
// build.

class AssertionError extends Error {
  constructor(
    message: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(message);
    this.name = 'AssertionError';
  }
}

function check(
  holds: unknown,
  given: string | undefined,
  otherwise: string,
  actual?: unknown,
  expected?: unknown,
): void {
  if (!holds) throw new AssertionError(given ?? otherwise, actual, expected);
}

export function ok(value: unknown, message?: string): void {
  check(value, message, `${String(value)} is not truthy`, value, true);
}

export function equal(actual: unknown, expected: unknown, message?: string): void {
  check(Object.is(actual, expected), message, 'not equal', actual, expected);
}

export function notEqual(actual: unknown, expected: unknown, message?: string): void {
  check(!Object.is(actual, expected), message, 'equal, but should not be', actual, expected);
}

export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  check(sameDeep(actual, expected), message, 'not deeply equal', actual, expected);
}

export function match(text: string, pattern: RegExp, message?: string): void {
  check(pattern.test(text), message, `does not match ${String(pattern)}: ${text}`, text, String(pattern));
}

export function doesNotMatch(text: string, pattern: RegExp, message?: string): void {
  check(!pattern.test(text), message, `matches ${String(pattern)}: ${text}`, text, String(pattern));
}

export function fail(message = 'failed'): never {
  throw new AssertionError(message);
}

export function throws(act: () => unknown, expected?: RegExp): void {
  try {
    act();
  } catch (error) {
    if (expected) match(String(error), expected);
    return;
  }
  fail('nothing was thrown');
}

export async function rejects(act: Promise<unknown> | (() => Promise<unknown>), expected?: RegExp): Promise<void> {
  try {
    await (typeof act === 'function' ? act() : act);
  } catch (error) {
    if (expected) match(String(error), expected);
    return;
  }
  fail('nothing was rejected');
}

function sameDeep(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false;
  if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  if (left instanceof Date) return left.getTime() === (right as Date).getTime();
  if (left instanceof Set || left instanceof Map) return sameDeep([...left], [...(right as Set<unknown>)]);
  const keys = Object.keys(left);
  const other = right as Record<string, unknown>;
  return (
    keys.length === Object.keys(right).length &&
    keys.every(key => Object.hasOwn(other, key) && sameDeep((left as Record<string, unknown>)[key], other[key]))
  );
}

const assert = Object.assign(ok, {
  ok,
  equal,
  strictEqual: equal,
  notEqual,
  notStrictEqual: notEqual,
  deepEqual,
  deepStrictEqual: deepEqual,
  match,
  doesNotMatch,
  fail,
  throws,
  rejects,
  AssertionError,
});
export default assert;
