/** What calls the special methods of classes without naming them: `box[key]`, `key in box`, `a + b`, `box(1)`. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { childrenOf } from '../tree';
import { asPython, type PythonContext } from './context';
import { methods as operatorMethods } from './operators';

interface Use {
  receiver: py.Expression;
  args: readonly py.Expression[];
}

const found = new WeakMap<PythonContext, Map<string, Use[]>>();

/** The places that call a special method of that name, as calls with the receiver as their callee. */
export function usesOf(cx: PythonContext, method: string): readonly Use[] {
  let uses = found.get(cx);
  if (!uses) {
    uses = new Map();
    for (const root of cx.module.roots) collect(cx, root, uses);
    found.set(cx, uses);
  }
  return uses.get(method) ?? [];
}

const comparisons: Record<string, [left: string, right: string]> = {
  '==': ['__eq__', '__eq__'],
  '!=': ['__eq__', '__eq__'],
  '<': ['__lt__', '__gt__'],
  '>': ['__gt__', '__lt__'],
  '<=': ['__le__', '__ge__'],
  '>=': ['__ge__', '__le__'],
};

function collect(cx: PythonContext, node: NodeBase, uses: Map<string, Use[]>): void {
  const n = asPython(node);
  const add = (method: string, receiver: py.Expression, ...args: py.Expression[]): void => {
    const known = uses.get(method);
    if (known) known.push({ receiver, args });
    else uses.set(method, [{ receiver, args }]);
  };
  if (n.kind === 'Subscript') {
    const parent = cx.tree.parentOf(n) as py.Node | undefined;
    if (parent?.kind === 'Assign' && parent.targets.includes(n)) add('__setitem__', n.value, n.slice, parent.value);
    else if (parent?.kind === 'Delete') add('__delitem__', n.value, n.slice);
    else add('__getitem__', n.value, n.slice);
    if (parent?.kind === 'AugAssign' && parent.target === n) add('__setitem__', n.value, n.slice, parent.value);
  } else if (n.kind === 'BinOp') {
    const name = operatorMethods[n.op];
    add(name, n.left, n.right);
    add(name.replace('__', '__r'), n.right, n.left);
  } else if (n.kind === 'AugAssign') {
    const inPlace = operatorMethods[n.op].replace('__', '__i');
    add(inPlace, n.target, n.value);
    // A class that changes in place does not come to make another one.
    const isDefined = cx.module.classes.some(one => cx.classOf(one).scope.symbols.has(inPlace));
    if (!isDefined) add(operatorMethods[n.op], n.target, n.value);
  } else if (n.kind === 'Compare') {
    const operands = [n.left, ...n.comparators];
    n.ops.forEach((op, i) => {
      const [left, right] = [operands[i]!, operands[i + 1]!];
      if (op === 'in' || op === 'not in') return add('__contains__', right, left);
      const names = comparisons[op];
      if (!names) return;
      add(names[0], left, right);
      add(names[1], right, left);
    });
  } else if (n.kind === 'Call') {
    const args = n.args.filter(arg => arg.kind !== 'Keyword' && arg.kind !== 'Starred');
    add('__call__', n.func, ...(args as py.Expression[]));
  }
  for (const child of childrenOf(n)) collect(cx, child, uses);
}
