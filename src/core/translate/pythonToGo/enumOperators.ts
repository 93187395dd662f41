/** What operators, tests and loops do with members of enums: flags are sets of bits, members of an IntEnum are numbers. */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import * as g from '../goNodes';
import { sameType } from './settling';
import type { Context } from './context';
import { canonicalMembers, enumOf, isFlags, plainMember, printsValue } from './enumModel';
import { list } from './shapes';
import { value, type Value } from './value';

/** `|`, `&` and `^` of flags; a number beside a flag is taken for flags as well. */
export function flagArithmetic(op: string, c: Context, left: Value, right: Value): Value | undefined {
  const model = enumOf(c, left.type) ?? enumOf(c, right.type);
  if (!model || !isFlags(model) || !isBitwise(op)) return undefined;
  const type: Type = { kind: 'instance', name: `.${model.name}`, args: [] };
  const isFlag = (of: Value): boolean => sameType(of.type, type);
  const isOwn = (of: Value): boolean => isFlag(of) || (of.type.kind === 'int' && printsValue(model));
  if (!isOwn(left) || !isOwn(right)) return undefined;
  const lift = (of: Value): go.Expression => (isFlag(of) ? of.node : g.call(model.goName, of.node));
  // Go clears bits by one operator: `flags & ~Perm.READ`.
  const cleared = op === '&' ? inverted.get(right.node) : undefined;
  const node = cleared ? g.binary(lift(left), '&^', cleared) : g.binary(lift(left), op, lift(right));
  return value(node, type, left.pure && right.pure);
}

const isBitwise = (op: string): op is '|' | '&' | '^' => op === '|' || op === '&' || op === '^';

/** What `~` was written for, with the flags that it was before. */
const inverted = new WeakMap<go.Expression, go.Expression>();

/** `~flags`: all flags that the class has but these. */
export function invertFlags(c: Context, of: Value): Value | undefined {
  const model = enumOf(c, of.type);
  if (!model || !isFlags(model)) return undefined;
  const [first, ...rest] = canonicalMembers(model).map((member): go.Expression => g.ident(member.goName));
  if (!first) return undefined;
  const all = rest.reduce((sum, one) => g.binary(sum, '|', one), first);
  const node = g.binary(all, '&^', of.node);
  inverted.set(node, of.node);
  return value(node, of.type, of.pure);
}

/** `Perm.READ in flags`. */
export function flagIn(c: Context, item: Value, whole: Value): go.Expression | undefined {
  const model = enumOf(c, whole.type);
  if (!model || !isFlags(model) || !sameType(item.type, whole.type)) return undefined;
  const one = item.pure ? item : c.temporary(item, 'flag');
  return g.binary(g.binary(whole.node, '&', one.node), '==', one.node);
}

/** The single flags that are set, in the order of the class. */
export function flagsOf(c: Context, of: Value): Value | undefined {
  const model = enumOf(c, of.type);
  if (!model || !isFlags(model)) return undefined;
  const all = canonicalMembers(model).map(member => g.ident(member.goName));
  return value(g.call(c.helper('flagsIn'), of.node, ...all), list(of.type));
}

/** All members, where an enum stands as a whole: `for color in Color`, `list(Color)`. */
export function membersOf(c: Context, type: Type): Value | undefined {
  const names =
    type.kind === 'class' && type.name.startsWith('.') ? c.model.enumMembers(type.name.slice(1)) : undefined;
  if (!names || type.kind !== 'class') return undefined;
  const items = list({ kind: 'instance', name: type.name, args: [] });
  return value(g.composite(c.goType(items), names.map(g.ident)), items);
}

/** Python's truth of a member; undefined where the value is no member. */
export function memberTruth(c: Context, of: Value): go.Expression | undefined {
  const model = enumOf(c, of.type);
  if (!model) return undefined;
  if (isFlags(model)) return g.binary(of.node, '!=', g.int(0));
  const plain = plainMember(c, of);
  if (plain === of) return g.bool(true);
  return g.binary(plain.node, '!=', plain.type.kind === 'int' ? g.int(0) : g.str(''));
}

/** Both sides of a comparison: numbers and texts where members are compared with such or put in order. */
export function comparedMembers(c: Context, left: Value, right: Value): [Value, Value] {
  const plain = plainMember(c, left);
  if (plain === left || !sameType(left.type, right.type)) return [plain, plainMember(c, right)];
  // Members of one class are compared as Go keeps them.
  return [
    { ...left, type: plain.type },
    { ...right, type: plain.type },
  ];
}
