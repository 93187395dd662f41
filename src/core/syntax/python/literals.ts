/** Numbers: every notation to one. */
import type { CstNode } from '../cst';
import { bad, source, type Context } from './context';
import type { Expression } from './ast';

/** Digits with single underscores between them; a decimal integer other than zero has no leading zero. */
const decimal = /^(?:[1-9](?:_?\d)*|0(?:_?0)*)$/;
const based = /^0(?:[xX](?:_?[\da-fA-F])+|[oO](?:_?[0-7])+|[bB](?:_?[01])+)$/;
const real = /^(?:\d(?:_?\d)*)?\.?(?:\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?$/;
const styles: Record<string, string> = { x: 'hex', o: 'octal', b: 'binary' };

/** `integer` and `float` of the grammar. What only Python 2 takes (`0777`, `10L`) is Bad. */
export function lowerNumber(cx: Context, node: CstNode): Expression {
  const spelled = source(cx, node);
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  const last = spelled.charCodeAt(spelled.length - 1) | 32;
  const plain = spelled.includes('_') ? spelled.replaceAll('_', '') : spelled;
  if (decimal.test(spelled)) return { kind: 'Int', start, end, value: plain.replace(/^0+(?=0)/, '') };
  if (based.test(spelled)) {
    return { kind: 'Int', start, end, value: BigInt(plain).toString(), style: styles[plain.charAt(1).toLowerCase()] };
  }
  if (last === 0x6a /* j */) {
    if (!real.test(spelled.slice(0, -1))) return bad(cx, node);
    return { kind: 'Imaginary', start, end, value: String(Number(plain.slice(0, -1))) };
  }
  if (!/[.eE]/.test(spelled) || !real.test(spelled)) return bad(cx, node);
  return { kind: 'Float', start, end, value: String(Number(plain)) };
}
