/** What is to become of one decorated function: which functions, variables and statements stand for it. */
import type { Facts } from '../../../facts/facts';
import type * as py from '../../../syntax/python/ast';
import type { Cache } from './caching';
import { type Closure, type Layer, type Shape } from './known';
import * as n from './nodes';
import type { DecoratingObject } from './objects';
import { parametersOf, type Parameters } from './shapes';

/** One wrapper around a function: one that the file declares, or a cache. */
export type Wrapping = {
  /** What it wraps. */
  inner: Layer;
  /** Known decorators that stand on the wrapped function, below the one that made the wrapper. */
  below: py.Expression[];
} & (
  | { wrapper: Closure; cache?: undefined }
  /** `wanted` is the limit that the source names. */
  | { wrapper?: undefined; cache: Cache; wanted: number | undefined }
);

export interface Plan {
  func: py.FunctionDef;
  owner: py.ClassDef | undefined;
  params: Parameters;
  layers: Wrapping[];
  shapes: (Shape | undefined)[];
  /** Variables that the wrappers keep, and functions that they use. */
  before: py.Statement[];
  /** What the decorators do with the function when it is declared. */
  after: py.Statement[];
  /** The decorators that stay. */
  kept: py.Expression[];
  /** A class of the file made an object of the function. */
  object?: DecoratingObject;
  /** What the function says of itself when all decorators are done with it. */
  shown?: Layer;
  /** The decorators that are written out. */
  expanded: py.Expression[];
}

export const bindingOf = (facts: Facts, func: py.FunctionDef, owner: py.ClassDef | undefined): Layer['binding'] => {
  if (!owner) return 'function';
  const names = func.decorators.map(one => facts.qualifiedName(one));
  if (names.includes('builtins.staticmethod')) return 'static';
  return names.includes('builtins.classmethod') ? 'class' : 'instance';
};

export function newPlan(facts: Facts, func: py.FunctionDef, owner: py.ClassDef | undefined): Plan {
  const binding = bindingOf(facts, func, owner);
  return {
    func,
    owner,
    params: parametersOf(func, binding === 'instance' || binding === 'class'),
    layers: [],
    shapes: [undefined],
    before: [],
    after: [],
    kept: [],
    expanded: [],
  };
}

/** The docstring of a function. */
export function docOf(func: py.FunctionDef): string | undefined {
  const [first] = func.body;
  return first?.kind === 'Expr' && first.value.kind === 'Str' ? first.value.value : undefined;
}

/** Gives back the function that it takes, whatever else it does. */
export function isTransparent(facts: Facts, func: py.FunctionDef, at: number): boolean {
  const param = func.params.filter(one => one.kind === 'Param')[at];
  const symbol = param?.name && facts.symbolOf(param.name);
  if (!symbol || symbol.reassigned) return false;
  const returned = returnsOf(func.body);
  return returned.length > 0 && returned.every(one => one?.kind === 'Name' && facts.symbolOf(one) === symbol);
}

/** The function of its own that a function returns, if it always returns that. */
export function returnedFunction(facts: Facts, func: py.FunctionDef): py.FunctionDef | undefined {
  const [only, ...others] = returnsOf(func.body);
  if (only?.kind !== 'Name' || others.length > 0) return undefined;
  const declared = facts.symbolOf(only)?.declaration as py.Node | undefined;
  return declared?.kind === 'FunctionDef' && func.body.includes(declared) ? declared : undefined;
}

function returnsOf(body: readonly py.Statement[]): (py.Expression | undefined)[] {
  return body.flatMap((one): (py.Expression | undefined)[] => {
    switch (one.kind) {
      case 'Return':
        return [one.value];
      case 'If':
      case 'For':
      case 'While':
        return [...returnsOf(one.body), ...returnsOf(one.orelse)];
      case 'With':
        return returnsOf(one.body);
      case 'Try':
        return [...returnsOf(one.body), ...returnsOf(one.orelse), ...returnsOf(one.finalbody)];
      default:
        return [];
    }
  });
}

/** The method of a class of the file that an attribute names. */
export function methodNamed(facts: Facts, node: py.Attribute): py.FunctionDef | undefined {
  const type = facts.typeOf(node.value);
  if ((type.kind !== 'instance' && type.kind !== 'class') || !type.name.startsWith('.')) return undefined;
  const owner = facts.module.symbols.get(type.name.slice(1))?.declaration as py.Node | undefined;
  return owner?.kind === 'ClassDef' ? methodOf(owner, n.idOf(node.attr)) : undefined;
}

export function methodOf(owner: py.ClassDef, name: string): py.FunctionDef | undefined {
  const found = owner.body.find(one => one.kind === 'FunctionDef' && n.idOf(one.name) === name);
  return found?.kind === 'FunctionDef' ? found : undefined;
}

/** A decorator that gives back the function; undefined where it is not known to. */
export function leavesFunction(facts: Facts, node: py.Expression): boolean {
  const callee = node.kind === 'Call' ? node.func : node;
  let func: py.FunctionDef | undefined;
  let at = 0;
  if (callee.kind === 'Attribute') {
    func = methodNamed(facts, callee);
    at = func?.decorators.some(one => facts.qualifiedName(one) === 'builtins.staticmethod') ? 0 : 1;
  } else if (callee.kind === 'Name') {
    const declared = facts.symbolOf(callee)?.declaration as py.Node | undefined;
    func = declared?.kind === 'FunctionDef' ? declared : undefined;
  }
  if (!func) return false;
  if (node.kind !== 'Call') return isTransparent(facts, func, at);
  const made = returnedFunction(facts, func);
  return made !== undefined && isTransparent(facts, made, 0);
}

/** The class of the file that a name means. */
export function classOf(facts: Facts, node: py.Expression): py.ClassDef | undefined {
  const symbol = node.kind === 'Name' ? facts.symbolOf(node) : undefined;
  const declared = symbol?.kind === 'class' ? (symbol.declaration as py.Node | undefined) : undefined;
  return declared?.kind === 'ClassDef' ? declared : undefined;
}

/** Whether a wrapper says of itself what the function inside says, as `functools.wraps` makes it. */
export const takesOver = (layer: Wrapping): boolean => layer.cache !== undefined || layer.wrapper.wraps;

/** What an attribute of the function inside so many wrappers has become. */
export function keptAttribute(plan: Plan, depth: number, attr: string): py.Expression | undefined {
  for (let at = depth - 1; at >= 0; at--) {
    const layer = plan.layers[at]!;
    const found = layer.wrapper?.attributes.get(attr);
    // A wrapper outside has what the attribute was when it was made: the same list or dict, but a number of its own.
    if (found) return at === depth - 1 || isContainer(plan, found) ? found : undefined;
    if (!takesOver(layer)) return undefined;
  }
  return undefined;
}

function isContainer(plan: Plan, node: py.Expression): boolean {
  const values = plan.before.flatMap(one =>
    one.kind === 'Assign' && node.kind === 'Name' && one.targets.some(to => to.kind === 'Name' && to.id === node.id)
      ? [one.value.kind]
      : [],
  );
  return values.length === 1 && values.every(kind => kind === 'List' || kind === 'Dict' || kind === 'Set');
}
