/** Calls of functions of which the type is known only when they are called: Go does these by reflection. */
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { Context } from './context';
import { standIn, type FunctionValues } from './functionValues';
import type { FileModel } from './model';
import type { FunctionModel } from './models';
import { resultTypes, settle } from './settling';

/** Stands among the numbers of arguments for calls that may be of any function. */
export const openArity = -1;

/** Whether nothing is known of the type of what is called. */
export function isOpenCall(c: Context, { func }: py.Call): boolean {
  if (func.kind === 'Name') {
    const kind = c.facts.symbolOf(func)?.kind;
    if (kind !== 'variable' && kind !== 'constant' && kind !== 'parameter') return false;
  } else if (func.kind !== 'Subscript' && func.kind !== 'Call') return false;
  if (!(c.facts.qualifiedName(func) ?? '.').startsWith('.')) return false;
  return settle(c.facts.typeOf(func)).kind === 'any';
}

/** The functions of the file that such calls may run; undefined where there are none. */
export function openValues(c: Context, model: FileModel): FunctionValues | undefined {
  const roots = c.input.file.units.map(unit => unit.node);
  let isCalled = false;
  const functions = new Set<FunctionModel>();
  for (const root of roots) {
    walk(root, one => {
      const node = one as unknown as py.Node;
      if (node.kind === 'Call' && isOpenCall(c, node)) isCalled = true;
      if (node.kind !== 'Name' && node.kind !== 'Attribute') return;
      for (const func of namedFunctions(c, model, node)) if (isValue(c, node)) functions.add(func);
    });
  }
  return isCalled ? { arity: openArity, model: standIn(), functions: [...functions], lambdas: [] } : undefined;
}

function namedFunctions(c: Context, model: FileModel, node: py.Name | py.Attribute): FunctionModel[] {
  if (node.kind === 'Name') {
    const own = model.functionOf(c.facts.symbolOf(node));
    return own ? [own] : [];
  }
  const name = node.attr.kind === 'Name' ? node.attr.id : '';
  return [...model.classes.values()].flatMap(one => one.methods.get(name) ?? []);
}

/** Whether a function that is named is handed on, and not called or declared. */
function isValue(c: Context, node: NodeBase): boolean {
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  if (parent?.kind === 'FunctionDef' || parent?.kind === 'ClassDef' || parent?.kind === 'Attribute') return false;
  return parent?.kind !== 'Call' || parent.func !== node;
}

/** Whether a call gives now whole numbers, now fractions: one type for both would show them alike. */
export function mixesNumbers(c: Context, { func }: py.Call): boolean {
  const type = c.facts.typeOf(func);
  const kinds = (type.kind === 'union' ? type.types : [type]).flatMap(one => {
    if (one.kind !== 'func') return [];
    return [one.result.kind === 'optional' ? one.result.of.kind : one.result.kind];
  });
  return kinds.includes('float') && (kinds.includes('int') || kinds.includes('bool'));
}

/** What a function that is handed on has and Go's reflection does not know. */
export function refusedValue(c: Context): string | undefined {
  for (const { params, result, generator } of c.model.functionValues.get(openArity)?.functions ?? []) {
    if (generator) return 'a generator';
    if (params.some(param => param.default)) return 'a function with defaults';
    if (params.some(param => param.keywords)) return 'a function with keywords of any name';
    if (params.some(param => param.byPointer)) return 'a function that makes a list longer';
    if (resultTypes(result).length > 1) return 'a function of several results';
  }
  return undefined;
}
