/** Functions as values: lambdas, and names of functions where a callback is wanted. */
import { any, none, type FunctionType, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import { newFunction } from './functionState';
import { pure, value, type Value } from './value';
import { type Context } from './context';
import { expression } from './expressions';
import { scopeName } from '../passes/access';
import type { Locals } from '../passes/declarations';
import type { FunctionModel } from './models';
import { isAny, zeroValue } from './types';
import { resultTypes, settle } from './settling';
import { setVariableType, variableName } from './variables';

export function lambda(c: Context, node: py.Lambda, want?: Type): Value {
  const known = settle(c.facts.typeOf(node));
  const wanted = want?.kind === 'func' ? want : undefined;
  const own = known.kind === 'func' ? known : undefined;
  const params = node.params.filter(param => param.kind === 'Param');
  if (params.some(param => param.form !== 'plain' || param.default)) {
    return c.gap('a lambda with defaults or * has no counterpart here', node);
  }
  const fields: go.Field[] = [];
  const types: Type[] = [];
  params.forEach((param, i) => {
    if (param.name?.kind !== 'Name') return;
    const symbol = c.facts.symbolOf(param.name);
    const type = firstKnown(c, wanted?.params[i]?.type, own?.params[i]?.type, settle(c.facts.typeOf(param.name)));
    if (symbol) setVariableType(symbol, type);
    types.push(type);
    fields.push(g.field(symbol ? variableName(c, symbol) : param.name.id, c.goType(type)));
  });
  const result = wanted && !isAny(wanted.result, c) ? wanted.result : undefined;
  const failing = c.valuesFail(types.length) ? c.model.functionValues.get(types.length)?.model : undefined;
  const { body, type, locals } = functionBody(c, node.body, result ?? (failing && own?.result), failing);
  const named = types.map((one, i): FunctionType['params'][number] => {
    const name = params[i]?.name;
    return { type: one, ...(name?.kind === 'Name' ? { name: name.id } : {}) };
  });
  const func: FunctionType = { kind: 'func', params: named, result: type };
  const results = resultTypes(type).map(one => c.goType(one));
  const literal = g.funcLit(fields, failing ? [...results, g.ident('error')] : results, body);
  c.setLocals(literal.body, locals);
  for (const name of locals.keys()) scopeName(literal, name);
  for (const field of fields) for (const name of field.names) if (name.kind === 'Ident') scopeName(literal, name.name);
  return pure(literal, func);
}

function firstKnown(c: Context, ...types: (Type | undefined)[]): Type {
  return types.find(type => type !== undefined && !isAny(type, c)) ?? any;
}

/** One expression as the body of a function. */
function functionBody(
  c: Context,
  node: py.Expression,
  want: Type | undefined,
  failing?: FunctionModel,
): { body: go.Statement[]; type: Type; locals: Locals } {
  const outer = c.func;
  c.func = { ...newFunction(outer, 'function'), names: outer.names, locals: new Map() };
  if (failing) {
    Object.assign(c.func, { fallible: true, model: failing, result: want ?? none, results: resultTypes(want ?? none) });
  }
  const completion = failing ? [g.nil()] : [];
  try {
    let type: Type = want ?? none;
    const body = c.block(() => {
      const result = expression(c, node, want);
      if (result.type.kind === 'none') {
        if (result.node.kind === 'CallExpr') c.emit(g.exprStmt(result.node));
        if (!want) type = none;
        if (type.kind !== 'none') c.emit(g.ret(zeroValue(type, c), ...completion));
        else if (failing) c.emit(g.ret(g.nil()));
        return;
      }
      const given = want && want.kind !== 'none' ? coerce(c, result, want) : result;
      type = given.type;
      c.emit(g.ret(given.node, ...completion));
    });
    return { body, type, locals: c.func.locals };
  } finally {
    c.func = outer;
  }
}

/**
 * The application of a function that was written in place or named, to values: the body of a lambda is written with
 * the values for its parameters.
 */
export function applyTo(c: Context, node: py.Expression, args: readonly Value[]): Value {
  if (node.kind === 'Lambda') {
    const params = node.params.filter(param => param.kind === 'Param');
    if (params.length === args.length && params.every(param => param.form === 'plain')) {
      const outer = c.func;
      c.func = { ...outer, aliases: new Map(outer.aliases) };
      try {
        params.forEach((param, i) => {
          const symbol = param.name && c.facts.symbolOf(param.name);
          if (symbol) c.func.aliases.set(symbol, args[i]!);
        });
        return expression(c, node.body);
      } finally {
        c.func = outer;
      }
    }
  }
  return c.applyNamed(node, args);
}

export const callOf = (fun: go.Expression, type: FunctionType, args: readonly Value[], c: Context): Value =>
  value(
    g.call(fun, ...args.map((one, i) => (type.params[i] ? coerce(c, one, type.params[i].type).node : one.node))),
    type.result,
  );
