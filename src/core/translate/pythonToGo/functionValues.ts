/** Functions as values: which of them can fail, and one function where another type of function is wanted. */
import type { FunctionType, Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { convert } from './coerce';
import { finishCall } from './calls';
import type { Context } from './context';
import type { FileModel } from './model';
import type { FunctionModel } from './models';
import { scopeName } from '../passes/access';
import { partsOf } from './iteration';
import { newFunction } from './functionState';
import { isOpenCall, openArity, openValues } from './openCalls';
import { resultTypes, sameType } from './settling';
import { isAny, zeroValue } from './types';
import { pure, value, type Value } from './value';

/** Function values that take as many arguments have one signature: if one of them can fail, all give an error. */
export interface FunctionValues {
  arity: number;
  /** Stands for each of them where errors are followed. */
  model: FunctionModel;
  functions: FunctionModel[];
  lambdas: py.Lambda[];
}

/** The functions of the file that are called as values, by the number of their arguments. */
export function findFunctionValues(c: Context, model: FileModel): Map<number, FunctionValues> {
  const found = new Map<number, FunctionValues>();
  for (const { call, origins } of c.facts.valueCalls()) {
    if (isOpenCall(c, call as py.Call)) continue;
    const arity = arityOf(c, call as py.Call);
    let values = found.get(arity);
    if (!values) found.set(arity, (values = { arity, model: standIn(), functions: [], lambdas: [] }));
    for (const origin of origins) {
      if (origin.kind === 'Lambda') values.lambdas.push(origin as py.Lambda);
      const own = origin.kind === 'FunctionDef' ? model.functions.get(origin) : undefined;
      if (own?.params.length === arity && !values.functions.includes(own)) values.functions.push(own);
    }
  }
  const open = openValues(c, model);
  if (open) found.set(open.arity, open);
  return found;
}

function arityOf(c: Context, call: py.Call): number {
  const type = c.typeOf(call.func);
  return type.kind === 'func' ? type.params.length : call.args.length;
}

export function standIn(): FunctionModel {
  const node: py.FunctionDef = {
    kind: 'FunctionDef',
    start: -1,
    end: -1,
    name: { kind: 'Name', start: -1, end: -1, id: '' },
    typeParams: [],
    params: [],
    body: [],
    decorators: [],
    async: false,
  };
  return {
    node,
    symbol: undefined,
    goName: '',
    className: undefined,
    binding: 'function',
    params: [],
    result: { kind: 'none' },
    fallible: false,
    catchable: new Set(),
    generator: false,
    escapes: new Set(),
  };
}

/** The function values that a call may run; undefined for calls of functions that have names. */
export function calledValues(c: Context, model: FileModel, node: py.Call): FunctionValues | undefined {
  const { func } = node;
  if (func.kind === 'Name') {
    const kind = c.facts.symbolOf(func)?.kind;
    if (kind !== 'variable' && kind !== 'constant' && kind !== 'parameter') return undefined;
  }
  if (isOpenCall(c, node)) return model.functionValues.get(openArity);
  const type = c.typeOf(func);
  return type.kind === 'func' ? model.functionValues.get(type.params.length) : undefined;
}

/** A function of the file as a value: it gives an error where the others do. */
export function asValue(c: Context, of: Value, own: FunctionModel, node: NodeBase): Value {
  const { type } = of;
  if (type.kind !== 'func' || c.facts.parentOf(node)?.kind === 'FunctionDef') return of;
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  if (parent?.kind === 'Call' && parent.func === node) return of;
  const fails = c.valuesFail(type.params.length);
  if (own.fallible === fails) return of;
  // A call of any function looks whether there is an error.
  if (own.fallible && c.model.functionValues.has(openArity) && !c.model.functionValues.has(type.params.length))
    return of;
  if (own.fallible) return c.gap('a function that can fail has no counterpart as a value here', node);
  const { fields, names } = parametersFor(c, type);
  const call = g.call(of.node, ...names.map(g.ident));
  const types = resultTypes(type.result);
  const made = literal(c, fields, [...types.map(one => c.goType(one)), g.ident('error')], () => {
    if (types.length === 0) return c.emit(g.exprStmt(call), g.ret(g.nil()));
    if (types.length === 1) return c.emit(g.ret(call, g.nil()));
    const parts = types.map(one => {
      const name = c.freshLocal('part');
      c.declareLocal(name, one);
      return g.ident(name);
    });
    c.emit(g.assign(parts, call), g.ret(...parts, g.nil()));
  });
  return pure(made, type);
}

function parametersFor(c: Context, type: FunctionType): { fields: go.Field[]; names: string[] } {
  const names = type.params.map((_, i) => c.scratch(letters[i] ?? `p${i}`));
  return { names, fields: type.params.map((param, i) => g.field(names[i]!, c.goType(param.type), param.variadic)) };
}

const letters = ['a', 'b', 'c', 'd', 'e'];

/** A function as one of another type: what it takes and gives is converted on the way. */
export function convertFunction(c: Context, from: Value, to: FunctionType): Value | undefined {
  const { type } = from;
  if (type.kind !== 'func' || type.params.length !== to.params.length) return undefined;
  if (JSON.stringify(c.goType(type)) === JSON.stringify(c.goType(to))) return { ...from, type: to };
  if (type.params.some((param, i) => param.variadic !== to.params[i]?.variadic)) return undefined;
  const fails = c.valuesFail(to.params.length);
  const { fields, names } = parametersFor(c, to);
  const args = names.map((name, i) => convert(c, pure(g.ident(name), to.params[i]!.type), type.params[i]!.type));
  if (args.includes(undefined)) return undefined;
  const results = resultTypes(to.result).map(one => c.goType(one));
  if (fails) results.push(g.ident('error'));
  const isSameButResult = type.params.every((param, i) => sameType(param.type, to.params[i]!.type));
  // A literal of which anything is wanted may say so itself.
  const isOneResult = resultTypes(type.result).length === 1;
  if (from.node.kind === 'FuncLit' && isSameButResult && isAny(to.result, c) && isOneResult) {
    from.node.type.results = results.map(one => g.field('', one));
    return { ...from, type: to };
  }
  const call = g.call(from.node, ...args.map(one => one!.node));
  return value(
    literal(c, fields, results, () => writeBody(c, call, type.result, to.result, fails), fails ? to.result : undefined),
    to,
    from.pure,
  );
}

/** A function literal with variables of its own. */
function literal(
  c: Context,
  fields: go.Field[],
  results: go.Expression[],
  write: () => void,
  failing?: Type,
): go.FuncLit {
  const outer = c.func;
  c.func = { ...newFunction(outer, 'function'), names: outer.names, aliases: outer.aliases };
  if (failing) Object.assign(c.func, { fallible: true, result: failing, results: resultTypes(failing) });
  try {
    const made = g.funcLit(fields, results, c.block(write));
    c.setLocals(made.body, c.func.locals);
    const own = fields.flatMap(field => field.names.flatMap(name => (name.kind === 'Ident' ? [name.name] : [])));
    for (const name of [...own, ...c.func.locals.keys()]) scopeName(made, name);
    return made;
  } finally {
    c.func = outer;
  }
}

function writeBody(c: Context, call: go.CallExpr, given: Type, wanted: Type, fails: boolean): void {
  const ends = (...values: go.Expression[]): void => c.emit(g.ret(...values, ...(fails ? [g.nil()] : [])));
  const types = resultTypes(wanted);
  const zeros = types.map(one => zeroValue(one, c));
  if (given.kind === 'none') {
    if (fails) return c.emit(g.ret(...zeros, call));
    c.emit(g.exprStmt(call));
    return zeros.length > 0 ? ends(...zeros) : undefined;
  }
  if (!fails && types.length === 0) return c.emit(g.exprStmt(call));
  const made = finishCall(c, call, given, fails);
  if (types.length === 0) return ends();
  const of = sameType(made.type, wanted) ? made : convert(c, made, wanted);
  const one = of ?? c.gap('this function gives something else than is wanted of it');
  const parts = types.length > 1 ? partsOf(c, one, types.length) : [one];
  if (!parts) return c.gap('this function gives something else than is wanted of it');
  ends(...parts.map(part => part.node));
}
