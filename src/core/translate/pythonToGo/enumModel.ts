/** What is known of an enum before it is written: its members, what they stand for, and what its values can be used as. */
import { joinAll } from '../../facts/lattice';
import { any, int, str, type Type } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { goName } from '../names';
import type { Context } from './context';
import { settle } from './settling';
import type { ClassModel } from './models';
import { value, type Value } from './value';

export interface EnumMember {
  name: string;
  goName: string;
  value: py.Expression;
  /** The number or the text that it stands for, where that can be seen. */
  constant: number | string | undefined;
  /** A second name of an earlier member. */
  isAlias: boolean;
}

/** What the values of an enum are beside members of it. */
type EnumUse = 'plain' | 'number' | 'text' | 'flags';

const members = new WeakMap<ClassModel, EnumMember[]>();

/** All names of an enum, aliases too. */
export function enumMembers(model: ClassModel): EnumMember[] {
  const known = members.get(model);
  if (known) return known;
  const found: EnumMember[] = [];
  for (const statement of model.node.body) {
    if (statement.kind !== 'Assign') continue;
    const [target] = statement.targets;
    if (target?.kind !== 'Name' || target.id.startsWith('_')) continue;
    const constant = isAuto(statement.value) ? nextValue(model, target.id, found) : constantOf(statement.value, found);
    found.push({
      name: target.id,
      goName: `${model.goName}${goName(target.id.toLowerCase(), 'type', true)}`,
      value: statement.value,
      constant,
      isAlias: constant !== undefined && found.some(one => one.constant === constant),
    });
  }
  members.set(model, found);
  return found;
}

/** What `auto()` gives: the next number, the next bit, or the name in small letters. */
function nextValue(model: ClassModel, name: string, before: readonly EnumMember[]): number | string | undefined {
  if (bases(model).includes('enum.StrEnum')) return name.toLowerCase();
  const numbers = before.flatMap(one => (typeof one.constant === 'number' ? [one.constant] : []));
  const largest = Math.max(0, ...numbers);
  if (!isFlags(model)) return (numbers[numbers.length - 1] ?? 0) + 1;
  return largest === 0 ? 1 : 2 ** (Math.floor(Math.log2(largest)) + 1);
}

/** The value of a literal, or of arithmetic on literals and earlier members. */
function constantOf(node: py.Expression, before: readonly EnumMember[]): number | string | undefined {
  switch (node.kind) {
    case 'Int':
      return Number(node.value);
    case 'Str':
      return node.value;
    case 'Name':
      return before.find(one => one.name === node.id)?.constant;
    case 'UnaryOp': {
      const of = constantOf(node.operand, before);
      return node.op === '-' && typeof of === 'number' ? -of : undefined;
    }
    case 'BinOp': {
      const left = constantOf(node.left, before);
      const right = constantOf(node.right, before);
      if (typeof left !== 'number' || typeof right !== 'number') return undefined;
      return arithmetic[node.op]?.(left, right);
    }
    default:
      return undefined;
  }
}

const arithmetic: Partial<Record<py.BinaryOperator, (a: number, b: number) => number>> = {
  '|': (a, b) => a | b,
  '&': (a, b) => a & b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => a * 2 ** b,
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
};

function bases(model: ClassModel): string[] {
  return [...model.libraryBases, ...model.bases.flatMap(bases)];
}

export const isFlags = (model: ClassModel): boolean => bases(model).some(base => /^enum\.(Int)?Flag$/.test(base));

/** Python prints the value instead of the member. */
export const printsValue = (model: ClassModel): boolean =>
  bases(model).some(base => /^enum\.(IntEnum|StrEnum|IntFlag)$/.test(base));

export function enumUse(model: ClassModel): EnumUse {
  const all = bases(model);
  if (isFlags(model)) return 'flags';
  if (all.some(base => base === 'enum.IntEnum' || base === 'builtins.int')) return 'number';
  return all.some(base => base === 'enum.StrEnum' || base === 'builtins.str') ? 'text' : 'plain';
}

/** A member that has a value of its own; of flags those of a single bit. */
export function canonicalMembers(model: ClassModel): EnumMember[] {
  const all = enumMembers(model).filter(member => !member.isAlias);
  return isFlags(model) ? all.filter(member => isSingleBit(member.constant)) : all;
}

const isSingleBit = (constant: number | string | undefined): boolean =>
  typeof constant === 'number' && constant > 0 && Number.isInteger(Math.log2(constant));

/** What Go keeps a value as: the number or the text itself, or else the place among the members. */
export function enumForm(model: ClassModel): 'int' | 'str' | 'place' {
  const constants = enumMembers(model).map(member => member.constant);
  if (constants.length === 0) return 'place';
  if (constants.every(one => typeof one === 'number')) return 'int';
  return constants.every(one => typeof one === 'string') ? 'str' : 'place';
}

/** The type of what the members stand for. */
export function enumValueType(c: Context, model: ClassModel): Type {
  const form = enumForm(model);
  if (form !== 'place') return form === 'int' ? int : str;
  const type = settle(joinAll(enumMembers(model).map(member => c.facts.typeOf(member.value))));
  return type.kind === 'none' ? any : type;
}

export function isAuto(node: py.Expression): boolean {
  if (node.kind !== 'Call') return false;
  const callee = node.func.kind === 'Attribute' ? node.func.attr : node.func;
  return callee.kind === 'Name' && callee.id === 'auto';
}

/** The enum that a value is a member of. */
export function enumOf(c: Context, type: Type): ClassModel | undefined {
  if (type.kind !== 'instance' || !type.name.startsWith('.')) return undefined;
  const model = c.model.classes.get(type.name.slice(1));
  return model?.kind === 'enum' ? model : undefined;
}

/** The value of a member: a conversion where Go keeps the value itself. */
export function enumValue(c: Context, of: Value, model: ClassModel): Value {
  const type = enumValueType(c, model);
  const form = enumForm(model);
  if (form === 'place') return value(g.method(of.node, 'Value'), type, of.pure);
  return value(g.call(form === 'int' ? 'int' : 'string', of.node), type, of.pure);
}

/** A member of an `IntEnum` as the number, of a `StrEnum` as the text that it also is; anything else as it is. */
export function plainMember(c: Context, of: Value): Value {
  const model = enumOf(c, of.type);
  if (!model) return of;
  const use = enumUse(model);
  const isPlain = use === 'plain' || (use === 'flags' && !printsValue(model));
  return isPlain || enumForm(model) === 'place' ? of : enumValue(c, of, model);
}
