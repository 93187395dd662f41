/** `with` over objects of the file: classes with `__enter__` and `__exit__`. */
import type { Symbol } from '../../facts/facts';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { keepPlace } from './aliases';
import { finishCall } from './calls';
import type { Context } from './context';
import { expression } from './expressions';
import { runGuarded } from './finals';
import { scan } from './listFlow';
import { isInstanceOfFile } from './modelFacts';
import type { FunctionModel } from './models';
import { isSimple } from './subscripts';
import { assignTo } from './targets';
import { runTry } from './tries';
import type { Value } from './value';

/** The parameters of `__exit__` that its body looks at; without them the method takes nothing. */
export function exitReads(method: FunctionModel): boolean {
  const names = new Set(method.params.slice(0, 2).map(param => param.name));
  let found = false;
  for (const statement of method.node.body) {
    walk(statement, node => {
      if (node.kind === 'Name' && names.has((node as unknown as py.Name).id)) found = true;
    });
  }
  return found;
}

/** Whether `__exit__` may take the error for handled: it returns something that can be true. */
export function mayTakeError(method: FunctionModel): boolean {
  let found = false;
  for (const statement of method.node.body) {
    walk(statement, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'FunctionDef') return false;
      const { value: given } = node as py.Return;
      if (node.kind === 'Return' && given && given.kind !== 'None' && !(given.kind === 'Bool' && !given.value))
        found = true;
      return undefined;
    });
  }
  return found;
}

/** One item of a `with` over an instance of a class of the file, around a body; false where it is none. */
export function withInstance(c: Context, item: py.WithItem, node: py.With, body: () => void): boolean {
  const type = c.typeOf(item.context);
  if (!isInstanceOfFile(type)) return false;
  const enter = c.model.method(type.name.slice(1), node.async ? '__aenter__' : '__enter__');
  const exit = c.model.method(type.name.slice(1), node.async ? '__aexit__' : '__exit__');
  if (!enter || !exit) return false;
  const made = expression(c, item.context);
  const manager = isSimple(made.node) ? made : c.temporary(made, 'manager');
  const entered = finishCall(c, g.method(manager.node, enter.goName), enter.result, enter.fallible);
  keepEntered(c, item, node, enter, manager);
  if (item.target) assignTo(c, item.target, entered);
  else if (entered.node.kind === 'CallExpr') c.emit(g.exprStmt(entered.node));
  const reads = exitReads(exit);
  const leave = (error?: go.Expression): go.CallExpr =>
    g.method(manager.node, exit.goName, ...(reads ? [error ?? g.nil()] : []));
  if (exit.fallible) return c.gap('an __exit__ that raises has no counterpart here', exit.node);
  const final = (error?: go.Expression): go.Statement[] => [g.exprStmt(leave(error))];
  if (!mayTakeError(exit)) {
    runGuarded(c, body, final);
    return true;
  }
  runTry(c, {
    node,
    catches: ['builtins.BaseException'],
    body: () => runGuarded(c, body, final, false),
    orelse: () => undefined,
    handle: (error, classes) => [g.ifStmt(g.not(leave(error)), c.fail(error, classes))],
  });
  return true;
}

/** A list that `__enter__` gives stays the object's: what the body makes of it is put back there. */
function keepEntered(c: Context, item: py.WithItem, node: py.With, enter: FunctionModel, manager: Value): void {
  const symbol = grownTarget(c, item, node);
  const [self] = enter.node.params;
  if (!symbol || enter.result.kind !== 'list' || self?.kind !== 'Param' || !self.name) return;
  const own = c.facts.symbolOf(self.name);
  for (const statement of enter.node.body) {
    const given = statement.kind === 'Return' ? statement.value : undefined;
    if (given?.kind !== 'Attribute' && given?.kind !== 'Subscript') continue;
    const isField = given.kind === 'Attribute' && given.value.kind === 'Name' && c.facts.symbolOf(given.value) === own;
    if (!isField) c.gap('a list that is kept elsewhere too grows by another name', item.target ?? node);
    keepPlace(symbol, { ...given, value: c.standIn(manager) });
  }
}

/** The name that a `with` gives a list which its body makes longer or shorter. */
export function grownTarget(c: Context, { target }: py.WithItem, node: py.With): Symbol | undefined {
  const symbol = target?.kind === 'Name' ? c.facts.symbolOf(target) : undefined;
  return symbol && scan(c, node.body, symbol) === 'changes' ? symbol : undefined;
}
