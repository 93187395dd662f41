/** `super()`: a constructor of the base fills the embedded struct, another method is that struct's. */
import { instance, none, str } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { callModel, construct } from './calls';
import { writeFamilyStarts, writeStartValues } from './classVariables';
import { asLibraryBase, libraryBaseInit } from './libraryBases';
import { libraryMethod } from './library';
import { pure, value, type Value } from './value';
import { type Context } from './context';
import { messageOf } from './exceptions';
import { baseInitializer } from './initializers';
import type { FunctionModel } from './models';

export const isSuper = (node: py.Expression): boolean =>
  node.kind === 'Call' && node.func.kind === 'Name' && node.func.id === 'super';

/** A call through `super()`, or `Base.method(self, …)` with the receiver taken off. */
export function superCall(c: Context, node: py.Call, name: string, own: FunctionModel | undefined): Value {
  const self = c.func.roles['self'];
  const className = c.func.self?.className;
  if (self === undefined || className === undefined) return c.gap('super() has no counterpart here', node);
  const model = c.model.classes.get(className);
  if (!own) return libraryInit(c, node, name, self);
  const base = c.model.classes.get(own.className ?? '');
  if (!model || !base) return c.gap('super() has no counterpart here', node);
  if (name !== '__init__') return callModel(c, own, g.sel(g.sel(g.ident(self), base.structName), own.goName), node);
  // The nearest base that is embedded takes what the one with the constructor makes.
  const embedded = model.bases[0] ?? base;
  if (baseInitializer(c, embedded)) {
    return callModel(c, { ...own, result: none }, g.sel(g.sel(g.ident(self), embedded.structName), 'init'), node);
  }
  const made = construct(c, embedded.name, node, true);
  c.emit(g.assign(g.sel(g.ident(self), embedded.structName), g.star(made.node)));
  writeStartValues(c, model, self, true);
  return pure(g.nil(), none);
}

/** The constructor of a class of Python itself: an exception takes its message by it. */
function libraryInit(c: Context, node: py.Call, name: string, self: string): Value {
  const model = c.model.classes.get(c.func.self?.className ?? '');
  if (model?.kind === 'exception' && name === '__str__') return value(g.sel(g.ident(self), 'message'), str);
  if (name !== '__init__') {
    const part = model && asLibraryBase(c, value(g.ident(self), instance(`.${model.name}`), true));
    const called = part && libraryMethod(c, part, name, node);
    return called ?? c.gap(`${name} of the base has no counterpart here`, node);
  }
  if (model) libraryBaseInit(c, model, self, node);
  // With several bases the next of them may take what `**kwargs` hands on.
  if (model?.kind !== 'exception' && node.args.some(arg => arg.kind === 'Keyword' && !arg.arg))
    return c.gap('what is handed on to the next base has no counterpart here', node);
  if (model?.kind !== 'exception') return pure(g.nil(), none);
  const message = messageOf(c, node.args, node);
  if (message) c.emit(g.assign(g.sel(g.ident(self), 'message'), message));
  // No constructor of a base runs: what its objects start with is set here.
  writeFamilyStarts(c, model, self);
  return pure(g.nil(), none);
}
