/** Fields of named tuples that say nothing of their types: what the class is called with does. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { matchArguments } from '../functions';
import { unknown, type FunctionParam, type Type } from '../types';
import type { PythonScope } from './bindings';
import { asPython, type PythonContext } from './context';
import { elementOf, tupleOf } from './iteration';
import { argumentsOf } from './operands';

/** Calls that are looked at. */
const maxCalls = 60;

/** The type of the field with that annotation, by the calls of the class around it. */
export function typeGiven(cx: PythonContext, scope: PythonScope, annotation: NodeBase): Type {
  const owner = scope.node as py.ClassDef | undefined;
  if (owner?.kind !== 'ClassDef' || owner.name.kind !== 'Name') return unknown;
  const fields = owner.body.flatMap(one => (one.kind === 'AnnAssign' && one.target.kind === 'Name' ? [one] : []));
  const at = fields.findIndex(one => one.annotation === annotation);
  const field = fields[at];
  if (!field) return unknown;
  const names = fields.map(one => (one.target as py.Name).id);
  let result: Type = field.value ? cx.typeOf(field.value) : unknown;
  for (const use of (cx.module.symbolOf(owner.name)?.uses ?? []).slice(0, maxCalls)) {
    result = cx.join(result, typeFromUse(cx, use, names, at));
  }
  for (const node of cx.module.attributesNamed('_replace')) {
    const call = cx.tree.parentOf(node) as py.Call | undefined;
    const given = call?.kind === 'Call' ? keywordNamed(call, names[at]!) : undefined;
    if (given) result = cx.join(result, cx.typeOf(given));
  }
  return result;
}

function typeFromUse(cx: PythonContext, use: NodeBase, names: readonly string[], at: number): Type {
  const parent = asPython(cx.tree.parentOf(use) ?? use);
  if (parent.kind === 'Call' && parent.func === use) return argument(cx, parent, names, at);
  // `map(Point, xs, ys)` and `Point._make(row)`.
  if (parent.kind === 'Call' && parent.args[0] === use) {
    const given = parent.args[at + 1];
    const isMap = cx.resolve(parent.func)?.qualified === 'builtins.map';
    return isMap && given && given.kind !== 'Keyword' ? (elementOf(cx, cx.typeOf(given)) ?? unknown) : unknown;
  }
  const call = parent.kind === 'Attribute' ? asPython(cx.tree.parentOf(parent) ?? parent) : undefined;
  const isMake = parent.kind === 'Attribute' && parent.attr.kind === 'Name' && parent.attr.id === '_make';
  const [row] = isMake && call?.kind === 'Call' && call.func === parent ? call.args : [];
  return row && row.kind !== 'Keyword' ? partOf(cx, cx.typeOf(row), at) : unknown;
}

function argument(cx: PythonContext, call: py.Call, names: readonly string[], at: number): Type {
  const params = names.map((name): FunctionParam => ({ name, type: unknown }));
  const spread = call.args.findIndex(arg => arg.kind === 'Starred');
  if (spread >= 0 && spread <= at) {
    const arg = call.args[spread] as py.Starred;
    return partOf(cx, cx.typeOf(arg.value), at - spread);
  }
  const args = argumentsOf(call);
  const { targets } = matchArguments(params, args);
  const found = args.findIndex((_, i) => targets[i]?.name === names[at]);
  return found < 0 ? unknown : cx.typeOf(args[found]!.node);
}

const partOf = (cx: PythonContext, type: Type, at: number): Type =>
  tupleOf(cx, type)?.[at] ?? elementOf(cx, type) ?? unknown;

function keywordNamed(call: py.Call, name: string): py.Expression | undefined {
  for (const arg of call.args) {
    if (arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && arg.arg.id === name) return arg.value;
  }
  return undefined;
}
