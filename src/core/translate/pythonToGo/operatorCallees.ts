/** The methods of classes of the file that operators run, where errors are followed. */
import type { Type } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import type { Context } from './context';
import type { FileModel } from './model';
import type { FunctionModel } from './models';
import { mirrors, operatorMethods } from './sequenceOperators';
import { settle } from './settling';

/** Nodes that may run a method without naming it. */
export type OperatorNode = py.Subscript | py.BinOp | py.AugAssign | py.UnaryOp | py.Compare;

export const unaryMethods: Record<'-' | '~' | '+', string> = { '-': '__neg__', '~': '__invert__', '+': '__pos__' };

/** The methods that an operator or an index runs. */
export function operatorCallees(node: OperatorNode, model: FileModel, c: Context): FunctionModel[] {
  const find = (of: Type, name: string | undefined): FunctionModel | undefined => {
    const owner = name === undefined ? undefined : classNamed(of);
    return owner === undefined ? undefined : model.method(owner, name!);
  };
  const binary = (op: string, left: py.Expression, right: py.Expression): FunctionModel | undefined => {
    const name = operatorMethods[op];
    const [a, b] = [c.facts.typeOf(left), c.facts.typeOf(right)];
    return find(a, name) ?? find(b, mirrors[op]) ?? find(b, name?.replace(/^__/, '__r'));
  };
  switch (node.kind) {
    case 'Subscript':
      return present(find(c.facts.typeOf(node.value), itemMethod(node, c)));
    case 'BinOp':
      return present(binary(node.op, node.left, node.right));
    case 'AugAssign': {
      const inPlace = find(c.facts.typeOf(node.target), operatorMethods[node.op]?.replace('__', '__i'));
      return present(inPlace ?? binary(node.op, node.target, node.value));
    }
    case 'UnaryOp':
      return node.op === 'not' ? [] : present(find(c.facts.typeOf(node.operand), unaryMethods[node.op]));
    case 'Compare':
      return node.ops.flatMap((op, i) => {
        const sides = [node.left, ...node.comparators];
        const [left, right] = [sides[i]!, sides[i + 1]!];
        if (op === 'in' || op === 'not in') return present(find(c.facts.typeOf(right), '__contains__'));
        return present(binary(op === '!=' ? '==' : op, left, right));
      });
  }
}

const present = (one: FunctionModel | undefined): FunctionModel[] => (one ? [one] : []);

function classNamed(given: Type): string | undefined {
  const inner = given.kind === 'optional' ? given.of : given;
  const of = inner.kind === 'union' ? settle(inner) : inner;
  return of.kind === 'instance' && of.name.startsWith('.') ? of.name.slice(1) : undefined;
}

function itemMethod(node: py.Subscript, c: Context): string {
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  if (parent?.kind === 'Assign' && parent.targets.includes(node)) return '__setitem__';
  return parent?.kind === 'Delete' ? '__delitem__' : '__getitem__';
}
