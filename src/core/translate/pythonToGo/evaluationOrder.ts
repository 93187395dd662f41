/** Which operands see what a later operand changes: Go calls functions in order, but reads fields and items when it likes. */
import type { Symbol } from '../../facts/facts';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { changedAttributes } from './classVariables';
import type { Context } from './context';
import { calledFunction } from './fallible';

const changing = new WeakMap<py.Expression, boolean>();

/** Methods of Python's containers that change them and give a value as well. */
const takesOut = new Set(['pop', 'popleft', 'popitem', 'setdefault', 'get_nowait']);

/** Whether evaluating an operand may change what another one reads. */
export function changesState(c: Context, node: py.Expression): boolean {
  const known = changing.get(node);
  if (known !== undefined) return known;
  let found = false;
  walk(node, child => {
    const one = child as unknown as py.Node;
    if (one.kind === 'Lambda') return false;
    if (one.kind === 'Call') found ||= changes(c, one);
    return !found;
  });
  changing.set(node, found);
  return found;
}

function changes(c: Context, node: py.Call): boolean {
  const own = calledFunction(node, c.model, c);
  if (own) {
    if (own.node.kind !== 'FunctionDef' || (own.node.name.kind === 'Name' && own.node.name.id === '__init__'))
      return false;
    const effects = c.facts.effectsOf(own.node);
    return effects.changes.length > 0 || effects.impure;
  }
  if (node.func.kind === 'Name') return node.func.id === 'next';
  if (node.func.kind !== 'Attribute' || node.func.attr.kind !== 'Name' || !takesOut.has(node.func.attr.id))
    return false;
  return /^(list|dict|set|instance)$/.test(c.facts.typeOf(node.func.value).kind);
}

/** Whether an operand reads what a call may have changed: fields, items, lengths, variables that functions assign to. */
export function readsState(c: Context, node: py.Expression): boolean {
  let found = false;
  walk(node, (child, parent) => {
    const one = child as unknown as py.Node;
    switch (one.kind) {
      case 'Lambda':
        return false;
      case 'Attribute': {
        const call = parent as unknown as py.Node | undefined;
        const isCalled = call?.kind === 'Call' && call.func === (one as py.Expression);
        if (!isCalled && one.attr.kind === 'Name' && changedAttributes(c).has(one.attr.id)) found = true;
        break;
      }
      case 'Subscript':
        if (/^(list|dict|instance|any|unknown)$/.test(c.facts.typeOf(one.value).kind)) found = true;
        break;
      case 'Call':
        found ||= one.args.some(arg => arg.kind !== 'Keyword' && isContainer(c, arg)) && one.func.kind === 'Name';
        break;
      case 'Name': {
        const symbol = c.facts.symbolOf(one);
        if (symbol && isAssignedElsewhere(symbol) && !isContainer(c, one)) found = true;
        break;
      }
    }
    return !found;
  });
  return found;
}

const isContainer = (c: Context, node: py.Expression): boolean => /^(list|dict|set)$/.test(c.facts.typeOf(node).kind);

const isAssignedElsewhere = (symbol: Symbol): boolean =>
  symbol.kind === 'variable' && symbol.captured && symbol.reassigned;
