/** Seconds against Go's durations: 1.5 is `1500 * time.Millisecond`. */
import type { BinaryExpr, Expression as GoExpression } from '../syntax/go/ast';
import type { Expression as PythonExpression, Float, Int } from '../syntax/python/ast';
import type { ValueConverter } from './converter';
import { goBinary, goCall, goDotted, goInt, goSelector, pyInt } from './nodes';

const units: readonly (readonly [name: string, nanoseconds: bigint])[] = [
  ['Hour', 3_600_000_000_000n],
  ['Minute', 60_000_000_000n],
  ['Second', 1_000_000_000n],
  ['Millisecond', 1_000_000n],
  ['Microsecond', 1_000n],
  ['Nanosecond', 1n],
];
const byName = new Map(units.map(([name, nanoseconds]) => [`time.${name}`, nanoseconds]));
const second = 1_000_000_000n;

const imports = [{ module: 'time', local: 'time' }];

/** `duration(SECONDS)`. A number of seconds that is not spelled out becomes `time.Duration(n) * time.Second`. */
export const duration: ValueConverter = {
  kind: 'value',
  name: 'duration',
  sources: { min: 1, max: 1 },
  forward([seconds], carry) {
    if (!seconds) return undefined;
    const nanoseconds = toNanoseconds(seconds);
    if (nanoseconds !== undefined) return { value: writeDuration(nanoseconds), imports, assumes: [] };
    if (seconds.kind === 'Float' || seconds.kind === 'Int') return undefined;
    const carried = carry?.(seconds);
    if (!carried) return undefined;
    // A product with a float keeps the parts of a second, which a conversion alone would cut off.
    const value = goBinary(goCall(goSelector('time', 'Duration'), carried), '*', goSelector('time', 'Second'));
    return { value, imports, assumes: ['the number of seconds is whole'] };
  },
  backward(target, carry) {
    const nanoseconds = readDuration(target);
    if (nanoseconds !== undefined) return { values: [writeSeconds(nanoseconds)], imports: [], assumes: [] };
    // `time.Duration(n) * time.Second`
    if (target.kind !== 'BinaryExpr' || target.op !== '*') return undefined;
    const [x, y] = byName.has(goDotted(target.y) ?? '') ? [target.x, target.y] : [target.y, target.x];
    if (goDotted(y) !== 'time.Second' || x.kind !== 'CallExpr' || goDotted(x.fun) !== 'time.Duration') return undefined;
    const [argument] = x.args;
    const carried = argument && carry?.(argument);
    return carried && { values: [carried], imports: [], assumes: [] };
  },
};

/** Exact: `0.1` is 100 milliseconds, though no double is a tenth. Undefined beyond nanoseconds or a Duration's range. */
function toNanoseconds(seconds: PythonExpression): bigint | undefined {
  if (seconds.kind === 'UnaryOp' && seconds.op === '-') {
    const inner = toNanoseconds(seconds.operand);
    return inner === undefined ? undefined : -inner;
  }
  if (seconds.kind !== 'Int' && seconds.kind !== 'Float') return undefined;
  const [, whole = '0', fraction = '', exponent = '0'] =
    /^(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(seconds.value) ?? [];
  const shift = 9 + Number(exponent) - fraction.length;
  if (!/^\d/.test(seconds.value) || Math.abs(shift) > 30) return undefined;
  const digits = BigInt(whole + fraction);
  const scale = 10n ** BigInt(Math.abs(shift));
  if (shift < 0 && digits % scale !== 0n) return undefined;
  const nanoseconds = shift < 0 ? digits / scale : digits * scale;
  return nanoseconds < 2n ** 63n ? nanoseconds : undefined;
}

/** In the largest of seconds and below that divides it: `90 * time.Second`, as people write it. */
function writeDuration(nanoseconds: bigint): GoExpression {
  if (nanoseconds === 0n) return goBinary(goInt(0), '*', goSelector('time', 'Second'));
  const [name, unit] = units.find(([, size]) => size <= second && nanoseconds % size === 0n)!;
  const count = nanoseconds / unit;
  if (count === 1n) return goSelector('time', name);
  const number: GoExpression =
    count < 0n ? { kind: 'UnaryExpr', op: '-', x: goInt(String(-count)), start: -1, end: -1 } : goInt(String(count));
  return goBinary(number, '*', goSelector('time', name));
}

function readDuration(node: GoExpression): bigint | undefined {
  const named = byName.get(goDotted(node) ?? '');
  if (named !== undefined) return named;
  if (node.kind !== 'BinaryExpr') return undefined;
  if (node.op === '+') {
    const [x, y] = [readDuration(node.x), readDuration(node.y)];
    return x === undefined || y === undefined ? undefined : x + y;
  }
  return node.op === '*' ? product(node) : undefined;
}

function product({ x, y }: BinaryExpr): bigint | undefined {
  const [left, right] = [readInteger(x) ?? readDuration(x), readInteger(y) ?? readDuration(y)];
  // A product of two durations compiles, and is a mistake.
  const both = readInteger(x) === undefined && readInteger(y) === undefined;
  return left === undefined || right === undefined || both ? undefined : left * right;
}

function readInteger(node: GoExpression): bigint | undefined {
  if (node.kind === 'IntLit') return BigInt(node.value);
  if (node.kind === 'UnaryExpr' && node.op === '-' && node.x.kind === 'IntLit') return -BigInt(node.x.value);
  if (node.kind === 'CallExpr' && goDotted(node.fun) === 'time.Duration' && node.args[0]?.kind === 'IntLit') {
    return BigInt(node.args[0].value);
  }
  return undefined;
}

/** Whole seconds as an int, parts of a second as the shortest decimal. */
function writeSeconds(nanoseconds: bigint): PythonExpression {
  const sign = nanoseconds < 0n;
  const size = sign ? -nanoseconds : nanoseconds;
  const fraction = String(size % second)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const whole = String(size / second);
  // The text of a double is as JavaScript writes it; from 1e-7 on that has an exponent.
  const number: Int | Float =
    fraction === ''
      ? pyInt(whole)
      : { kind: 'Float', value: String(Number(`${whole}.${fraction}`)), start: -1, end: -1 };
  return sign ? { kind: 'UnaryOp', op: '-', operand: number, start: -1, end: -1 } : number;
}
