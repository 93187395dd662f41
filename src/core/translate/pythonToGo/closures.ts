/** Function literals that the translator writes itself: for orders, keys and tests. */
import type * as go from '../../syntax/go/ast';
import * as g from '../goNodes';
import { scopeName } from '../passes/access';
import type { Context } from './context';
import { newFunction } from './functionState';

/** A function that gives one expression. What the expression needs before it is inside, with variables of its own. */
export function closure(c: Context, params: go.Field[], result: go.Expression, write: () => go.Expression): go.FuncLit {
  const outer = c.func;
  c.func = { ...newFunction(outer, 'function'), names: outer.names };
  try {
    const { before, result: given } = c.capture(write);
    const literal = g.funcLit(params, [result], [...before, g.ret(given)]);
    c.setLocals(literal.body, c.func.locals);
    for (const name of c.func.locals.keys()) scopeName(literal, name);
    return literal;
  } finally {
    c.func = outer;
  }
}
