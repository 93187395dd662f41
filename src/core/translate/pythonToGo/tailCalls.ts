/** A call whose results are handed on as they are. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { callModel, methodOf } from './calls';
import type { Context } from './context';
import type { FunctionModel } from './models';
import * as g from '../goNodes';
import { receiver } from './attributes';

/** The call without any handling of its error; undefined where it is no plain call. */
export function callModelPlain(c: Context, model: FunctionModel, node: py.Call): go.CallExpr | undefined {
  const { func } = node;
  if (model.node.name.kind === 'Name' && /^__(post_)?init__$/.test(model.node.name.id)) return undefined;
  let fun: go.Expression;
  if (func.kind === 'Name') fun = g.ident(model.goName);
  else if (func.kind === 'Attribute' && func.attr.kind === 'Name' && model.binding === 'instance') {
    if (isSuper(func.value)) return undefined;
    fun = methodOf(c, receiver(c, func.value), model, func.attr.id);
  } else return undefined;
  const written = callModel(c, { ...model, fallible: false, result: { kind: 'none' } }, fun, node);
  return written.node.kind === 'CallExpr' ? written.node : undefined;
}

const isSuper = (node: py.Expression): boolean =>
  node.kind === 'Call' && node.func.kind === 'Name' && node.func.id === 'super';
