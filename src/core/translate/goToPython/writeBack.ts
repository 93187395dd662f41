/** A part of a slice that a function changes: Python's part is a copy, which is put back. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { assign, expr, name } from './build';
import { plainCall } from './calls';
import { gap, type Context } from './context';
import { expression } from './expressions';
import { freshName } from './naming';
import { declaredFunction } from './usage';

/** `quickSort(xs[:p])` as a call on a copy that is put back; undefined for calls that change no part. */
export function writtenBack(cx: Context, node: go.CallExpr): py.Statement[] | undefined {
  const callee = declaredFunction(cx.program, cx.typing, node);
  if (!callee) return undefined;
  const written: py.Statement[] = [];
  const after: py.Statement[] = [];
  const args = node.args.map((arg, i): go.Expression => {
    if (arg.kind !== 'SliceExpr' || (!arg.low && !arg.high) || !cx.usage.changesElements(callee, i)) return arg;
    const part = expression(cx, arg);
    if (part.value.kind !== 'Subscript') return gap('a part of a slice that is changed in place', arg);
    const own = freshName(cx, 'part');
    written.push(...part.before, assign(own, part.value));
    after.push(assign(part.value, name(own)));
    const stand: go.Ident = { kind: 'Ident', name: own, start: -1, end: -1 };
    cx.typing.assume(stand, cx.typing.of(arg));
    return stand;
  });
  if (after.length === 0) return undefined;
  const value = plainCall(cx, { ...node, args });
  return [...written, ...value.before, expr(value.value), ...after];
}

/** Refuses a call that changes a part of a slice where its value is used: there is no place to put the part back. */
export function refusePart(cx: Context, node: go.CallExpr): void {
  const callee = declaredFunction(cx.program, cx.typing, node);
  if (!callee) return;
  node.args.forEach((arg, i) => {
    if (arg.kind === 'SliceExpr' && (arg.low || arg.high) && cx.usage.changesElements(callee, i))
      gap('a part of a slice that is changed in place', arg);
  });
}
