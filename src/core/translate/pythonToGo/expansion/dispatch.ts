/** `functools.singledispatch`: the function asks itself of which type its first argument is. */
import type { Facts } from '../../../facts/facts';
import type { NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as n from './nodes';

export interface Implementation {
  name: string;
  types: py.Expression[];
}

export interface Dispatches {
  /** The implementations by the function that chooses, those of nearer types first. */
  bases: Map<NodeBase, Implementation[]>;
  /** The new name of each implementation, and the type of its first parameter. */
  implementations: Map<NodeBase, { name: string; type: py.Expression | undefined }>;
}

export function dispatches(facts: Facts, roots: readonly NodeBase[], fresh: (wanted: string) => string): Dispatches {
  const made: Dispatches = { bases: new Map(), implementations: new Map() };
  for (const root of roots) {
    const func = root as py.Node;
    if (func.kind !== 'FunctionDef' || func.decorators.length !== 1) continue;
    if (facts.qualifiedName(func.decorators[0]!) === 'functools.singledispatch') made.bases.set(func, []);
  }
  if (made.bases.size === 0) return made;
  for (const root of roots) {
    const func = root as py.Node;
    if (func.kind === 'FunctionDef') implementation(facts, func, made, fresh);
  }
  for (const [base, list] of made.bases) {
    if (list.length === 0) made.bases.delete(base);
    else list.sort((a, b) => depthOf(facts, b.types[0]!) - depthOf(facts, a.types[0]!));
  }
  return made;
}

function implementation(facts: Facts, func: py.FunctionDef, made: Dispatches, fresh: (wanted: string) => string): void {
  const types: py.Expression[] = [];
  let base: NodeBase | undefined;
  for (const decorator of func.decorators) {
    const callee = decorator.kind === 'Call' ? decorator.func : decorator;
    if (callee.kind !== 'Attribute' || n.idOf(callee.attr) !== 'register' || callee.value.kind !== 'Name') return;
    base = facts.symbolOf(callee.value)?.declaration;
    const [given] = decorator.kind === 'Call' ? decorator.args : [];
    const [param] = func.params;
    const annotation = param?.kind === 'Param' ? param.annotation : undefined;
    const type = given && given.kind !== 'Keyword' ? given : annotation;
    if (!type) return;
    types.push(...alternatives(type));
  }
  const list = base && made.bases.get(base);
  if (!list || types.length === 0) return;
  const word = types[0]!.kind === 'Name' ? types[0]!.id.toLowerCase() : 'other';
  const name = fresh(`${n.idOf((base as py.FunctionDef).name)}_${word}`);
  list.push({ name, types });
  made.implementations.set(func, { name, type: types.length === 1 ? types[0] : undefined });
}

/** `int | float` and `list[int]` as classes that can be asked for. */
function alternatives(type: py.Expression): py.Expression[] {
  if (type.kind === 'BinOp' && type.op === '|') return [...alternatives(type.left), ...alternatives(type.right)];
  return [type.kind === 'Subscript' ? type.value : type];
}

/** Of classes below each other the lowest is asked for first; a bool is an int too. */
function depthOf(facts: Facts, type: py.Expression): number {
  if (type.kind !== 'Name') return 0;
  if (type.id === 'bool') return 1;
  const declared = facts.symbolOf(type)?.declaration as py.Node | undefined;
  if (declared?.kind !== 'ClassDef') return type.id === 'object' ? -1 : 0;
  return 1 + Math.max(0, ...declared.bases.map(base => (base.kind === 'Name' ? depthOf(facts, base) : 0)));
}

/** The tests that stand before the body of the function. */
export function choosing(func: py.FunctionDef, list: readonly Implementation[]): py.Statement[] {
  const params = func.params.flatMap(param =>
    param.kind === 'Param' && param.form === 'plain' ? [n.idOf(param.name)] : [],
  );
  const [first] = params;
  return list.map(({ name, types }): py.If => {
    const type = types.length === 1 ? types[0]! : n.tuple(types);
    return {
      kind: 'If',
      start: -1,
      end: -1,
      test: n.call(n.name('isinstance'), [n.name(first ?? ''), type]),
      body: [n.ret(n.call(n.name(name), params.map(n.name)))],
      orelse: [],
    };
  });
}
