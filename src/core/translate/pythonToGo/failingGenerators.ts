/** Generators that fail while they are gone through: `iter.Seq2` of a value and an error. */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import type { Context } from './context';
import { isContextManager } from './contextManagers';
import { calledFunction } from './fallible';
import type { FileModel } from './model';
import type { FunctionModel } from './models';
import { zeroValue } from './types';

/** A generator whose rounds give an error beside the value. */
export function failsInRounds(c: Context, model: FunctionModel): boolean {
  return model.generator && model.fallible && !isContextManager(c, model.node);
}

const failing = new WeakSet<go.Expression>();

/** A call of such a generator: it may stand at the head of a loop only. */
export function failingRounds(call: go.Expression): go.Expression {
  failing.add(call);
  return call;
}

export const isFailing = (node: go.Expression): boolean => failing.has(node);

/** `func(yield func(T, error) bool)`: the parameters of the yield function. */
export const yieldFields = (elt: go.Expression, fails: boolean): go.Field[] => [
  g.field('', elt),
  ...(fails ? [g.field('', g.ident('error'))] : []),
];

/** Hands the error to whoever goes through the generator, and ends. */
export function failRound(c: Context, error: go.Expression): go.Statement[] {
  const { yieldName, result, onReturn } = c.func;
  const elt: Type = result.kind === 'iterator' ? result.elt : { kind: 'any' };
  return [g.exprStmt(g.call(yieldName ?? 'yield', zeroValue(elt, c), error)), ...(onReturn ? onReturn([]) : [g.ret()])];
}

const handedOn = new WeakMap<FileModel, Set<FunctionModel>>();

/** Whether every call of the generator is gone through where it stands, so that its errors have a place to go. */
export function isGoneThroughAtOnce(c: Context, model: FileModel, func: FunctionModel): boolean {
  let others = handedOn.get(model);
  if (!others) handedOn.set(model, (others = findHandedOn(c, model)));
  return !others.has(func);
}

function findHandedOn(c: Context, model: FileModel): Set<FunctionModel> {
  const found = new Set<FunctionModel>();
  const generators = [...model.functions.values()].filter(one => one.generator);
  if (generators.length === 0) return found;
  for (const one of generators) {
    const owner = one.className === undefined ? undefined : model.classes.get(one.className);
    if (owner && (owner.bases.length > 0 || owner.protocols.length > 0 || owner.subclasses.length > 0)) found.add(one);
    if (/^__\w+__$/.test(one.node.name.kind === 'Name' ? one.node.name.id : '')) found.add(one);
  }
  const calls = new Set<unknown>();
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Call') {
        calls.add(node.func);
        const callee = calledFunction(node, model, c);
        if (callee?.generator && !isAtHead(c, node)) found.add(callee);
      } else if ((node.kind === 'Name' || node.kind === 'Attribute') && !calls.has(node)) {
        const id = node.kind === 'Name' ? node.id : node.attr.kind === 'Name' ? node.attr.id : '';
        for (const one of generators) {
          const isOwn = one.node.name.kind === 'Name' && one.node.name.id === id && one.node.name !== node;
          if (isOwn && (one.className === undefined) === (node.kind === 'Name')) found.add(one);
        }
      }
    });
  }
  return found;
}

/** At the head of a loop, or in a call that makes a list of all. */
function isAtHead(c: Context, call: py.Call): boolean {
  const parent = c.facts.parentOf(call) as py.Node | undefined;
  switch (parent?.kind) {
    case 'For':
      return parent.iter === call;
    case 'YieldFrom':
      return true;
    case 'Comprehension':
      return parent.iter === call && c.facts.parentOf(parent)?.kind !== 'GeneratorExp';
    case 'Call':
      return (
        /^builtins\.(list|tuple|sorted|set|sum)$/.test(c.facts.qualifiedName(parent.func) ?? '') &&
        parent.args[0] === call
      );
    default:
      return false;
  }
}
