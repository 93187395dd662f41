/** Which whole numbers outgrow the 64 bits of a Go int: literals, and what a trial run of the program shows. */
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { mapType } from '../lattice';
import { bigInt, float, int, type Type } from '../types';
import { asPython, type PythonContext } from './context';
import { isLarge, seen, type Shape } from './trial/shapes';

/** The type of a literal. */
export const literalSize = (n: py.Int): Type => (n.value.length > 18 && isLarge(BigInt(n.value)) ? bigInt : int);

/** The type of an operation on whole numbers, by what it comes to. */
export function sizeOf(cx: PythonContext, n: NodeBase, type: Type): Type {
  if (type.kind !== 'int' || !mayGrow(cx)) return type;
  if (cx.trial().isFractional(n)) return float;
  if (!cx.trial().isLarge(n)) return type;
  return isCutOff(cx, n) ? type : bigInt;
}

/** A declared type, with numbers of any size where the program puts such. `holder` is who has the value. */
export function declaredSize(cx: PythonContext, type: Type, holder: unknown): Type {
  if (!hasInt(type) || !mayGrow(cx)) return type;
  const shape = cx.trial().held(holder);
  return shape ? widen(type, shape) : type;
}

function hasInt(type: Type): boolean {
  if (type.kind === 'int') return true;
  let found = false;
  mapType(type, part => {
    found ||= hasInt(part);
    return part;
  });
  return found;
}

function widen(type: Type, shape: Shape | undefined): Type {
  if (!shape) return type;
  switch (type.kind) {
    case 'int':
      return shape.numbers & seen.large ? bigInt : type;
    case 'list':
    case 'set':
    case 'iterator':
      return { ...type, elt: widen(type.elt, shape.items) };
    case 'tuple':
      return { ...type, elts: type.elts.map((elt, i) => widen(elt, shape.places?.[i])) };
    case 'dict':
      return { ...type, key: widen(type.key, shape.keys), value: widen(type.value, shape.values) };
    case 'optional':
      return { ...type, of: widen(type.of, shape) };
    default:
      return type;
  }
}

/**
 * Only the low bits of the result are kept: `h * 31 & 0xFFFFFFFF`, `x % 2**32`. Go's ints wrap around, so that those bits
 * are the same.
 */
function isCutOff(cx: PythonContext, node: NodeBase): boolean {
  let from = node;
  for (let at = cx.tree.parentOf(node); at; from = at, at = cx.tree.parentOf(at)) {
    const n = asPython(at);
    if (n.kind === 'UnaryOp' && n.op !== 'not') continue;
    if (n.kind !== 'BinOp') return false;
    const other = n.left === from ? n.right : n.left;
    const bits = constantOf(other);
    if (n.op === '&' && bits !== undefined && bits > 0n && !isLarge(bits)) return true;
    const isModulus = n.op === '%' && n.left === from && bits !== undefined && bits > 0n && (bits & (bits - 1n)) === 0n;
    if (isModulus && !isLarge(bits)) return true;
    if (!/^[-+*&|^]$/.test(n.op) && !(n.op === '<<' && n.left === from)) return false;
  }
  return false;
}

/** A number that is written out, also as a power or a shift. */
function constantOf(node: py.Expression): bigint | undefined {
  if (node.kind === 'Int') return BigInt(node.value);
  if (node.kind !== 'BinOp') return undefined;
  const [a, b] = [constantOf(node.left), constantOf(node.right)];
  if (a === undefined || b === undefined || b < 0n || b > 4096n) {
    return a !== undefined && b !== undefined && node.op === '-' ? a - b : undefined;
  }
  return node.op === '**' ? a ** b : node.op === '<<' ? a << b : node.op === '-' ? a - b : undefined;
}

const growing = new WeakMap<object, boolean>();

/** Whether the file multiplies or adds up at all in a way that can grow: most files do not need the trial run. */
function mayGrow(cx: PythonContext): boolean {
  const { roots } = cx.module;
  let all = false;
  for (const root of roots) {
    let known = growing.get(root);
    if (known === undefined) growing.set(root, (known = unitGrows(root)));
    all ||= known;
  }
  return all;
}

const isNamed = (n: py.Expression): boolean => n.kind !== 'Int' && n.kind !== 'Float' && n.kind !== 'Str';

function unitGrows(root: NodeBase): boolean {
  let found = false;
  walk(root, node => {
    if (found) return false;
    const n = asPython(node);
    switch (n.kind) {
      case 'BinOp':
        if (n.op === '**' || n.op === '<<') found = true;
        else if (n.op === '*') found = isNamed(n.left) && isNamed(n.right);
        else if (n.op === '+') found = grows(n.left) && grows(n.right);
        break;
      case 'AugAssign':
        if (n.op === '*' || n.op === '**' || n.op === '<<' || (n.op === '+' && n.value.kind === 'Call')) found = true;
        break;
      case 'Tuple':
        found = n.elts.some(elt => elt.kind === 'BinOp' && elt.op === '+');
        break;
      case 'Int':
        found = n.value.length > 15;
        break;
      case 'Name':
        found = /^(factorial|comb|perm|prod|pow|from_bytes|lcm|accumulate)$/.test(n.id);
        break;
    }
    return undefined;
  });
  return found;
}

const grows = (n: py.Expression): boolean => n.kind === 'Call' || n.kind === 'Subscript';
