/** Functions of the library as lines of a table: what they take, by position or by name, and the Go that is written. */
import { none, type Type } from '../../../facts/types';
import type { CallExpr, Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { operands } from '../expressions';
import { pure, value, type Value } from '../value';
import type { Call, Method } from './table';

/** One parameter; one without a fallback has to be given. */
export type Parameter = readonly [name: string, type: Type, fallback?: () => Expression];

export interface Binding {
  takes?: readonly Parameter[];
  /** Keywords that change nothing in Go. */
  ignores?: readonly string[];
  gives?: Type;
  /** The exception that the call can raise: what is written gives an error then. */
  raises?: string;
  /** What is written may be evaluated twice. */
  pure?: boolean;
  /** A helper that is called with the receiver, if there is one, and the arguments. */
  helper?: string;
  write?(args: Expression[], c: Context, of?: Expression): Expression;
}

/** The arguments in the order of the parameters; undefined where one has no place. */
export function argumentsFor(
  c: Context,
  node: py.Call,
  { takes = [], ignores = [] }: Binding,
): Expression[] | undefined {
  const given = new Map<string, py.Expression>();
  let at = 0;
  for (const arg of node.args) {
    if (arg.kind === 'Starred') return undefined;
    if (arg.kind !== 'Keyword') {
      const name = takes[at++]?.[0];
      if (name === undefined) return undefined;
      given.set(name, arg);
      continue;
    }
    const name = arg.arg?.kind === 'Name' ? arg.arg.id : '';
    if (takes.some(one => one[0] === name)) given.set(name, arg.value);
    else if (!ignores.includes(name)) return undefined;
  }
  const wanted = takes.filter(([name]) => given.has(name));
  const values = operands(
    c,
    wanted.map(([name]) => given.get(name)!),
    wanted.map(([, type]) => type),
  );
  const made: Expression[] = [];
  for (const [name, type, fallback] of takes) {
    const place = wanted.findIndex(one => one[0] === name);
    const one = values[place];
    if (one) made.push(coerce(c, one, type).node);
    else if (fallback) made.push(fallback());
    else return undefined;
  }
  return made;
}

function bound(c: Context, node: py.Call, binding: Binding, of?: Value): Value | undefined {
  const args = argumentsFor(c, node, binding);
  if (!args) return undefined;
  const written = binding.helper
    ? g.call(c.helper(binding.helper), ...(of ? [of.node] : []), ...args)
    : binding.write!(args, c, of?.node);
  const { gives = none, raises } = binding;
  if (raises !== undefined) {
    if (gives.kind !== 'none') return c.checkedCall(written as CallExpr, gives, raises);
    c.checkedStatement(written as CallExpr, raises);
    return pure(g.nil(), none);
  }
  if (gives.kind !== 'none') return value(written, gives, binding.pure);
  c.emit(g.exprStmt(written));
  return pure(g.nil(), none);
}

/** A function of a module. */
export const boundCall =
  (binding: Binding): Call =>
  (c, node) =>
    bound(c, node, binding);

/** A method of a value. */
export const boundMethod =
  (binding: Binding): Method =>
  (c, of, node) =>
    bound(c, node, binding, of);

const each = <T>(of: Record<string, Binding>, make: (binding: Binding) => T, prefix: string): Record<string, T> =>
  Object.fromEntries(Object.entries(of).map(([name, binding]) => [`${prefix}${name}`, make(binding)]));

/** Functions of one module by their names. */
export const boundCalls = (module: string, of: Record<string, Binding>): Record<string, Call> =>
  each(of, boundCall, `${module}.`);

/** Methods of one class by their names. */
export const boundMethods = (owner: string, of: Record<string, Binding>): Record<string, Method> =>
  each(of, boundMethod, `${owner}.`);
