/** The arguments of a call, by position and by name. */
import type * as py from '../../syntax/python/ast';

/** The arguments that are given by position. */
export function positional(node: py.Call): py.Expression[] {
  return node.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
}

/** An argument that is given by its name. */
export function keywordArgument(node: py.Call, name: string): py.Expression | undefined {
  const found = node.args.find(arg => arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && arg.arg.id === name);
  return found?.kind === 'Keyword' ? found.value : undefined;
}
