/** Small questions about calls. */
import type * as py from '../../syntax/python/ast';
import type { Argument } from '../functions';

/** The expression of an argument, whether it is given by place or by name. */
export const operandOf = (arg: py.Expression | py.Keyword): py.Expression => (arg.kind === 'Keyword' ? arg.value : arg);

/** The arguments of a call in the form that `matchArguments` takes. */
export function argumentsOf(call: py.Call): Argument<py.Expression>[] {
  return call.args.map(arg => {
    if (arg.kind === 'Starred') return { node: arg.value, spread: true };
    if (arg.kind !== 'Keyword') return { node: arg };
    if (arg.arg?.kind === 'Name') return { node: arg.value, keyword: arg.arg.id };
    return { node: arg.value, spread: true };
  });
}

/** The argument of that keyword, or at that place; undefined for none. */
export function argumentNamed(call: py.Call, name: string, place: number): py.Expression | undefined {
  const byName = call.args.find(arg => arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && arg.arg.id === name);
  if (byName) return operandOf(byName);
  const at = call.args[place];
  const before = call.args.slice(0, place + 1);
  if (!at || before.some(arg => arg.kind === 'Keyword' || arg.kind === 'Starred')) return undefined;
  return at as py.Expression;
}
