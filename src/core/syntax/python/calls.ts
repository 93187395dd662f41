/** Calls and their arguments. */
import type { CstNode } from '../cst';
import type { Call, Expression, Keyword } from './ast';
import { identifier, isTrivia, onlyOperand, required, type Context } from './context';
import { lowerExpression, outsideStar } from './expressions';

export function lowerCall(cx: Context, node: CstNode): Expression {
  const list = required(node, 'arguments');
  // `f(x for x in y)`: the parentheses of the call are those of the generator.
  const args = list.type === 'argument_list' ? lowerArguments(cx, list) : [lowerExpression(cx, list)];
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  return outsideStar(lowerExpression(cx, required(node, 'function')), func => {
    const result: Call = { kind: 'Call', start, end, func, args };
    return result;
  });
}

/** The arguments of a call or the bases of a class, in the order of the text. */
export function lowerArguments(cx: Context, list: CstNode): (Expression | Keyword)[] {
  const args: (Expression | Keyword)[] = [];
  for (const child of list.children) {
    if (!child.named || isTrivia(child)) continue;
    const start = child.start - cx.base;
    const end = child.end - cx.base;
    if (child.type === 'keyword_argument') {
      const arg = identifier(cx, required(child, 'name'));
      args.push({ kind: 'Keyword', start, end, arg, value: lowerExpression(cx, required(child, 'value')) });
    } else if (child.type === 'dictionary_splat') {
      args.push({ kind: 'Keyword', start, end, value: lowerExpression(cx, onlyOperand(child)) });
    } else args.push(lowerExpression(cx, child));
  }
  return args;
}
