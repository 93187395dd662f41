/**
 * Functions that hand on `*args` and `**kwargs` to functions that are values: Go's functions take what they name, so
 * each gets the parameters that its callers give.
 */
import type { Facts } from '../../../facts/facts';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import type { Env } from './known';
import * as n from './nodes';
import type { Calls } from './shapes';

/** A function for calls of one shape. */
export interface Variant {
  /** Parameters in the places of `*args` and `**kwargs`. */
  args: string[];
  keywords: string[];
  /** Another name than the function's, for all shapes but the first. */
  name: string | undefined;
}

export interface HandedOn {
  variants: Map<NodeBase, Variant[]>;
  /** Calls of other names. */
  called: Map<NodeBase, string>;
}

export function handedOn(
  facts: Facts,
  roots: readonly NodeBase[],
  calls: Calls,
  fresh: (wanted: string) => string,
): HandedOn {
  const made: HandedOn = { variants: new Map(), called: new Map() };
  for (const root of roots) {
    walk(root, any => {
      const func = any as unknown as py.Node;
      if (func.kind !== 'FunctionDef' || func.decorators.length > 0 || !handsOn(facts, func)) return;
      const parent = facts.parentOf(func) as py.Node | undefined;
      if (parent?.kind !== 'ClassDef' && parent !== undefined) return;
      plan(func, parent?.kind === 'ClassDef' ? parent : undefined, calls, fresh, made);
    });
  }
  return made;
}

/** `func(*args)` of a value, or `**kwargs` for anybody. */
function handsOn(facts: Facts, func: py.FunctionDef): boolean {
  const rest = func.params.flatMap(param =>
    param.kind === 'Param' && param.name && (param.form === 'star' || param.form === 'doubleStar') ? [param] : [],
  );
  if (rest.length === 0) return false;
  let found = false;
  let isOnlyHandedOn = true;
  for (const param of rest) {
    for (const use of facts.symbolOf(param.name!)?.uses ?? []) {
      if (use === param.name) continue;
      const spread = facts.parentOf(use) as py.Node | undefined;
      const call = spread && (facts.parentOf(spread) as py.Node | undefined);
      const isSpread = spread?.kind === 'Starred' || (spread?.kind === 'Keyword' && !spread.arg);
      if (!isSpread || call?.kind !== 'Call') isOnlyHandedOn = false;
      else if (spread.kind === 'Keyword' || isValue(facts, call.func)) found = true;
    }
  }
  return found && isOnlyHandedOn;
}

function isValue(facts: Facts, callee: py.Expression): boolean {
  const kind = callee.kind === 'Name' ? facts.symbolOf(callee)?.kind : undefined;
  if (callee.kind === 'Name') return kind === 'parameter' || kind === 'variable' || kind === 'constant';
  return callee.kind === 'Subscript' || facts.valueCalls().some(one => (one.call as py.Call).func === callee);
}

function plan(
  func: py.FunctionDef,
  owner: py.ClassDef | undefined,
  calls: Calls,
  fresh: (wanted: string) => string,
  made: HandedOn,
): void {
  const plain = func.params.flatMap(param =>
    param.kind === 'Param' && param.form === 'plain' ? [n.idOf(param.name)] : [],
  );
  const own = owner ? plain.slice(1) : plain;
  const isConstructor = owner !== undefined && n.idOf(func.name) === '__init__';
  const variants = new Map<string, Variant>();
  const called: [py.Call, Variant][] = [];
  const taken = new Set(plain);
  walk(func, node => void (node.kind === 'Name' && taken.add(String(node['id']))));
  let all;
  try {
    all = isConstructor ? calls.ofClass(owner) : calls.of(func, owner !== undefined);
  } catch {
    return;
  }
  for (const { call, shape } of all) {
    const count = Math.max(0, shape.positional - own.length);
    const keywords = shape.keywords.filter(one => !own.includes(one));
    const key = [count, ...keywords].join(' ');
    let variant = variants.get(key);
    if (!variant) {
      const names = Array.from({ length: count }, (_, i) => (count === 1 ? 'arg' : `arg${i + 1}`));
      if ([...names, ...keywords].some(one => taken.has(one))) return;
      const by = keywords.length > 0 ? `with_${keywords.join('_')}` : `with_${count}`;
      const name = variants.size === 0 ? undefined : `${n.idOf(func.name)}_${by}`;
      variants.set(key, (variant = { args: names, keywords, name }));
    }
    called.push([call, variant]);
  }
  if (variants.size === 0 || variants.size > 4 || (isConstructor && variants.size > 1)) return;
  for (const variant of variants.values()) if (variant.name !== undefined) variant.name = fresh(variant.name);
  made.variants.set(func, [...variants.values()]);
  for (const [call, { name }] of called) if (name !== undefined) made.called.set(call, name);
}

/** What `args` and `kwargs` are in a variant. */
export function environment(facts: Facts, func: py.FunctionDef, variant: Variant): Env {
  const env: Env = new Map();
  for (const param of func.params) {
    const symbol = param.kind === 'Param' && param.name ? facts.symbolOf(param.name) : undefined;
    if (!symbol || param.kind !== 'Param') continue;
    if (param.form === 'star') env.set(symbol, { kind: 'tuple', items: variant.args.map(n.name) });
    if (param.form === 'doubleStar') {
      env.set(symbol, { kind: 'dict', items: variant.keywords.map(name => ({ name, value: n.name(name) })) });
    }
  }
  return env;
}

/** The parameters of a variant. */
export function parametersOfVariant(func: py.FunctionDef, variant: Variant): py.Param[] {
  const made = func.params.flatMap((param): py.Param[] => {
    if (param.kind !== 'Param' || param.form === 'plain' || param.form === 'slash') return [param];
    if (param.form === 'star') {
      const annotation = param.annotation ? { annotation: param.annotation } : {};
      return variant.args.map(name => ({ ...n.param(name), ...annotation }));
    }
    return [];
  });
  return [...made, ...variant.keywords.map(n.param)];
}
