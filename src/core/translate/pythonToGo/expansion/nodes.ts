/** Nodes of Python that an expansion writes itself. */
import type * as py from '../../../syntax/python/ast';

const nowhere = { start: -1, end: -1 } as const;

export const name = (id: string): py.Name => ({ kind: 'Name', ...nowhere, id });
export const text = (value: string): py.Str => ({ kind: 'Str', ...nowhere, value });
export const int = (value: number): py.Int => ({ kind: 'Int', ...nowhere, value: String(value) });
export const bool = (value: boolean): py.Bool => ({ kind: 'Bool', ...nowhere, value });
export const none = (): py.None => ({ kind: 'None', ...nowhere });
export const tuple = (elts: py.Expression[]): py.Tuple => ({ kind: 'Tuple', ...nowhere, elts });
export const list = (elts: py.Expression[]): py.List => ({ kind: 'List', ...nowhere, elts });

export const attribute = (value: py.Expression, attr: string): py.Attribute => ({
  kind: 'Attribute',
  ...nowhere,
  value,
  attr: name(attr),
});

export const call = (func: py.Expression, args: py.Call['args']): py.Call => ({ kind: 'Call', ...nowhere, func, args });

export const keyword = (arg: string, value: py.Expression): py.Keyword => ({
  kind: 'Keyword',
  ...nowhere,
  arg: name(arg),
  value,
});

export const dict = (items: py.Dict['items']): py.Dict => ({ kind: 'Dict', ...nowhere, items });

export const item = (key: py.Expression, value: py.Expression): py.DictItem => ({
  kind: 'DictItem',
  ...nowhere,
  key,
  value,
});

export const assign = (target: py.Expression, value: py.Expression): py.Assign => ({
  kind: 'Assign',
  ...nowhere,
  targets: [target],
  value,
});

export const statement = (value: py.Expression): py.ExprStmt => ({ kind: 'Expr', ...nowhere, value });
export const ret = (value?: py.Expression): py.Return => ({ kind: 'Return', ...nowhere, ...(value ? { value } : {}) });
export const param = (id: string): py.ParamNode => ({ kind: 'Param', ...nowhere, form: 'plain', name: name(id) });

export const lambda = (params: py.Param[], body: py.Expression): py.Lambda => ({
  kind: 'Lambda',
  ...nowhere,
  params,
  body,
});

/** The text of a plain identifier; empty for a hole of a pattern. */
export const idOf = (node: py.Identifier | undefined): string => (node?.kind === 'Name' ? node.id : '');

/** A node without one of its fields. */
export function without<T extends object, K extends keyof T>(node: T, field: K): Omit<T, K> {
  const copy = { ...node };
  delete copy[field];
  return copy;
}
