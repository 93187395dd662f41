/** The form of the tables in this folder. */
import { float, int, str, type Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import { value, type Value } from '../value';
import { type Context } from '../context';
import { operands } from '../expressions';
import type { Rounds, Wanted } from '../iteration';

export type Constant = (c: Context, node: py.Expression) => Value;
export type Call = (c: Context, node: py.Call, want?: Type) => Value | undefined;
export type RoundsOf = (c: Context, node: py.Call, wanted: Wanted) => Rounds | undefined;
export type Field = (c: Context, of: Value) => Value;
export type Method = (c: Context, of: Value, node: py.Call) => Value | undefined;

/** Everything by its qualified name. */
export interface LibraryModule {
  constants?: Record<string, Constant>;
  calls?: Record<string, Call>;
  /** What a loop over a call is written as. */
  rounds?: Record<string, RoundsOf>;
  methods?: Record<string, Method>;
  /** Attributes of values, by the class and the name. */
  fields?: Record<string, Field>;
}

/** Arguments by position, each of the type that Go's function takes. */
export function argumentsAs(c: Context, node: py.Call, types: readonly Type[]): go.Expression[] | undefined {
  const args = positional(node);
  if (args.length !== node.args.length || args.length > types.length) return undefined;
  return operands(c, args, types).map((one, i) => coerce(c, one, types[i]!).node);
}

/** A function that Go has as well: its package, its name, what it takes and gives. */
export function direct(path: string, name: string, params: Type[], result: Type): Call {
  return (c, node) => {
    const args = argumentsAs(c, node, params);
    return args?.length === params.length ? value(g.pkgCall(path, name, ...args), result, true) : undefined;
  };
}

/** As `direct`, for functions of floats, whose result may have to be whole. */
export const ofFloats = (name: string, count = 1): Call => {
  const call = direct('math', name, Array<Type>(count).fill(float), float);
  if (exact.has(name)) return call;
  return (c, node, want) => {
    c.notes.assume("the last digit of powers, logarithms and angles may differ from Python's");
    return call(c, node, want);
  };
};

/** What every library gives to the last digit. */
const exact = new Set(['Sqrt', 'Abs', 'Mod', 'Copysign', 'Remainder']);

export const wholeOfFloat =
  (name: string): Call =>
  (c, node) => {
    const [first] = positional(node);
    const args = first && argumentsAs(c, node, [float]);
    return args?.[0] && value(g.call('int', g.pkgCall('math', name, args[0])), int, true);
  };

export const constant =
  (path: string, name: string, type: Type): Constant =>
  () =>
    value(g.pkg(path, name), type, true);
export const text = str;
