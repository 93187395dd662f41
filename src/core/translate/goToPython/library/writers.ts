/** Writing to something: a text in memory, a file, the response of a request. */
import * as t from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { method } from '../build';
import { gap, variableOf, type Context, type Value } from '../context';
import { expression } from '../expressions';
import type { Formatted } from '../formatting';

/** `fmt.Fprintf(w, …)` and the like, with the text made already. */
export function writeTo(cx: Context, writer: go.Expression, text: Formatted, node: go.CallExpr): Value {
  const variable = variableOf(cx, writer);
  const fn = cx.fn.handler?.writer ? cx.fn : undefined;
  if (fn && variable === fn.handler?.writer) return gap('a response that is written in several places', node);
  const target = writer.kind === 'UnaryExpr' && writer.op === '&' ? writer.x : writer;
  const value = expression(cx, target);
  return {
    before: [...value.before, ...text.before],
    value: method(value.value, 'write', text.value),
    type: t.none,
    pure: false,
  };
}
