/** Lists that a function hands on to another one which makes them longer or shorter: both take them by pointer. */
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { Context } from './context';
import { calledFunction } from './fallible';
import type { FileModel } from './model';
import type { FunctionModel, ParamModel } from './models';

/** Marks the parameters until nothing changes: what is handed on may be handed on again. */
export function shareHandedLists(file: FileModel, c: Context): void {
  const handed: { from: ParamModel; to: ParamModel }[] = [];
  for (const func of file.functions.values()) collect(func, file, c, handed);
  for (let isOpen = true; isOpen;) {
    isOpen = false;
    for (const { from, to } of handed) {
      if (!to.byPointer || from.byPointer) continue;
      from.byPointer = true;
      isOpen = true;
    }
  }
}

function collect(
  func: FunctionModel,
  file: FileModel,
  c: Context,
  handed: { from: ParamModel; to: ParamModel }[],
): void {
  const own = new Map(func.params.filter(isList).map(param => [param.name, param]));
  if (own.size === 0) return;
  const given = (node: py.Expression, to: ParamModel | undefined): void => {
    const from = node.kind === 'Name' ? own.get(node.id) : undefined;
    if (from && to && isList(to) && isOwnParameter(c, node, from)) handed.push({ from, to });
  };
  for (const statement of func.node.body) {
    walk(statement, node => {
      if (node.kind !== 'Call') return;
      const call = node as unknown as py.Call;
      const callee = calledFunction(call, file, c);
      if (!callee) return;
      call.args.forEach((arg, i) => {
        if (arg.kind === 'Keyword') {
          const name = arg.arg?.kind === 'Name' ? arg.arg.id : undefined;
          given(
            arg.value,
            callee.params.find(param => param.name === name),
          );
        } else given(arg, callee.params[i]);
      });
    });
  }
}

const isList = (param: ParamModel): boolean =>
  !param.variadic && (param.type.kind === 'list' || param.type.kind === 'bytes');

/** The name means the parameter, which is never given another list. */
function isOwnParameter(c: Context, node: py.Expression, param: ParamModel): boolean {
  const symbol = c.facts.symbolOf(node);
  return (
    symbol !== undefined && symbol === (param.node.name && c.facts.symbolOf(param.node.name)) && !symbol.reassigned
  );
}
