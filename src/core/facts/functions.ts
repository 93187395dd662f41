/** Function types: changing them, matching arguments to parameters, and binding their type variables. */
import { forgetTypevars, join, substitute } from './lattice';
import { unknown, type FunctionParam, type FunctionType, type Type } from './types';

/** The function with `change` applied to its parameters and its result. */
export function mapFunction(type: FunctionType, change: (part: Type) => Type): FunctionType {
  return {
    ...type,
    params: type.params.map(param => ({ ...param, type: change(param.type) })),
    result: change(type.result),
  };
}

/** An argument of a call as the languages share it. */
export interface Argument<Node> {
  /** Python's `name=`; absent for positional ones. */
  keyword?: string;
  /** `*xs`, `**kw` or `xs...`: stands for any number. */
  spread?: true;
  node: Node;
}

/**
 * The parameter that each argument goes to; undefined for those that none takes, and for what follows a spread. Also
 * says whether a parameter without default got nothing.
 */
export function matchArguments<Node>(
  params: readonly FunctionParam[],
  args: readonly Argument<Node>[],
): { targets: (FunctionParam | undefined)[]; fits: boolean } {
  const taken = new Set<FunctionParam>();
  let next = 0;
  let fits = true;
  let spread = false;
  const targets = args.map(arg => {
    if (arg.spread) {
      spread = true;
      return undefined;
    }
    if (arg.keyword !== undefined) {
      const param =
        params.find(one => one.name === arg.keyword && !one.variadic && !one.positionalOnly) ??
        params.find(one => one.variadic && one.keywordOnly);
      if (!param || (taken.has(param) && !param.variadic)) fits = false;
      if (param) taken.add(param);
      return param;
    }
    if (spread) return undefined;
    const param = params[next];
    if (!param || param.keywordOnly) {
      fits = false;
      return undefined;
    }
    if (!param.variadic) next++;
    taken.add(param);
    return param;
  });
  if (!spread && params.some(param => !param.optional && !param.variadic && !taken.has(param))) fits = false;
  return { targets, fits };
}

/** Sees a value as something that is iterated over; undefined where it is not. */
export type ElementOf = (type: Type) => Type | undefined;

/** Finds type variables of `wanted` by laying it beside what is there. A variable that is met twice gets the join. */
export function unify(wanted: Type, given: Type, by: Map<string, Type>, elementOf: ElementOf): void {
  switch (wanted.kind) {
    case 'typevar':
      if (given.kind !== 'unknown') by.set(wanted.name, join(by.get(wanted.name) ?? unknown, given));
      return;
    case 'iterator': {
      const elt = elementOf(given);
      if (elt) unify(wanted.elt, elt, by, elementOf);
      return;
    }
    case 'optional':
      return unify(wanted.of, given.kind === 'optional' ? given.of : given, by, elementOf);
    case 'union':
      for (const member of wanted.types) {
        if (member.kind === given.kind || member.kind === 'typevar') unify(member, given, by, elementOf);
      }
      return;
    case 'func':
      if (given.kind !== 'func') return;
      wanted.params.forEach((param, i) => {
        const other = given.params[i];
        // What a function takes says less than what it is given: `len` takes anything.
        if (!other || other.type.kind === 'any') return;
        if (param.type.kind !== 'typevar' || !by.has(param.type.name)) unify(param.type, other.type, by, elementOf);
      });
      return unify(wanted.result, given.result, by, elementOf);
    case 'list':
    case 'set': {
      const elt = given.kind === wanted.kind || given.kind === 'array' ? given.elt : elementOf(given);
      if (elt) unify(wanted.elt, elt, by, elementOf);
      return;
    }
    default:
      unifyParts(wanted, given, by, elementOf);
  }
}

function unifyParts(wanted: Type, given: Type, by: Map<string, Type>, elementOf: ElementOf): void {
  if (wanted.kind !== given.kind) return;
  const go = (a: Type, b: Type): void => unify(a, b, by, elementOf);
  switch (wanted.kind) {
    case 'dict':
      go(wanted.key, (given as typeof wanted).key);
      go(wanted.value, (given as typeof wanted).value);
      return;
    case 'tuple':
      wanted.elts.forEach((elt, i) => go(elt, (given as typeof wanted).elts[i] ?? unknown));
      return;
    case 'awaitable':
      return go(wanted.of, (given as typeof wanted).of);
    case 'pointer':
      return go(wanted.to, (given as typeof wanted).to);
    case 'array':
    case 'chan':
      return go(wanted.elt, (given as typeof wanted).elt);
    case 'instance':
      if (wanted.name === (given as typeof wanted).name) {
        wanted.args.forEach((arg, i) => go(arg, (given as typeof wanted).args[i] ?? unknown));
      }
  }
}

/** The result with its type variables bound; those that nothing has bound are `unknown`. */
export const finish = (result: Type, by: Map<string, Type>): Type => forgetTypevars(substitute(result, by));
