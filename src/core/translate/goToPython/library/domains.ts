/** Functions of math whose domain Python guards with an exception, and Go with NaN or an infinity. */
import * as t from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { equal } from '../../../syntax/node';
import { evaluate } from '../constants';
import type { Context } from '../context';
import type { LibraryEntry, LibraryTable } from './entry';
import { signatureOf } from './signatures';
import { filled, templates } from './table';

/** `math.sqrt`, or a function that gives what Go gives where the program can tell. */
function guarded(id: string, strict: string, inDomain: string, takesZero: boolean): LibraryTable {
  const signature = signatureOf(`math.${id}`)!;
  const entry: LibraryEntry = {
    ...templates('math', { [id]: strict })[`math.${id}`],
    type: t.float,
    call(cx, args, node) {
      const [x] = args;
      if (x && (isNegative(cx, x) || looksForNaN(cx))) return filled(cx, inDomain, signature, args, node);
      if (x && !isSafe(cx, x, takesZero))
        cx.notes.assume(
          `what math.${id} gets is ${takesZero ? 'not negative' : 'positive'}: Python fails where it is not`,
        );
      return filled(cx, strict, signature, args, node);
    },
  };
  return { [`math.${id}`]: entry };
}

const looksForNaN = (cx: Context): boolean => /\bmath\.(IsNaN|NaN|IsInf|Inf)\b/.test(cx.text);

const valueOf = (cx: Context, node: go.Expression): number | undefined => {
  const known = evaluate(node, id => cx.program.constants.get(id)?.value);
  return typeof known === 'bigint' || typeof known === 'number' ? Number(known) : undefined;
};

const isNegative = (cx: Context, node: go.Expression): boolean => (valueOf(cx, node) ?? 0) < 0;

/** Whether a number is seen to be in the domain: a constant, a square, a length, a sum of such. */
function isSafe(cx: Context, node: go.Expression, takesZero: boolean): boolean {
  const known = valueOf(cx, node);
  if (known !== undefined) return takesZero ? known >= 0 : known > 0;
  if (node.kind === 'BinaryExpr') {
    const both = (): boolean => isSafe(cx, node.x, takesZero) && isSafe(cx, node.y, takesZero);
    if (node.op === '*') return (takesZero && equal(node.x, node.y)) || both();
    return (node.op === '+' || node.op === '/') && both();
  }
  if (node.kind !== 'CallExpr') return cx.signs.atLeast(node, takesZero ? 0 : 1);
  if (cx.typing.isConversion(node) && node.args[0]) return isSafe(cx, node.args[0], takesZero);
  const id = node.fun.kind === 'SelectorExpr' && node.fun.sel.kind === 'Ident' ? node.fun.sel.name : '';
  const isSquare = id === 'Pow' && node.args[1] !== undefined && valueOf(cx, node.args[1]) === 2;
  return takesZero ? isSquare || /^(Abs|Hypot|Sqrt|Exp)$/.test(id) || cx.signs.atLeast(node, 0) : id === 'Exp';
}

export const domains: LibraryTable = {
  ...guarded('Sqrt', 'math::sqrt($0)', '::square_root($0)', true),
  ...guarded('Log', 'math::log($0)', '::logarithm($0, math::log)', false),
  ...guarded('Log2', 'math::log2($0)', '::logarithm($0, math::log2)', false),
  ...guarded('Log10', 'math::log10($0)', '::logarithm($0, math::log10)', false),
};
