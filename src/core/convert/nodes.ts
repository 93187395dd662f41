/** The few nodes that converters read and make. Made nodes stand in no source. */
import type * as go from '../syntax/go/ast';
import type * as py from '../syntax/python/ast';

const nowhere = { start: -1, end: -1 };

export const pyStr = (value: string): py.Str => ({ kind: 'Str', value, ...nowhere });
export const pyInt = (value: number | string): py.Int => ({ kind: 'Int', value: String(value), ...nowhere });
export const pyName = (id: string): py.Name => ({ kind: 'Name', id, ...nowhere });
export const pyList = (elts: py.Expression[]): py.List => ({ kind: 'List', elts, ...nowhere });
export const pyCall = (func: py.Expression, ...args: py.Call['args']): py.Call => ({
  kind: 'Call',
  func,
  args,
  ...nowhere,
});
export const pyAttribute = (value: py.Expression, attr: string): py.Attribute => ({
  kind: 'Attribute',
  value,
  attr: pyName(attr),
  ...nowhere,
});

export const goString = (value: string): go.StringLit => ({ kind: 'StringLit', value, ...nowhere });
export const goInt = (value: number | string): go.IntLit => ({ kind: 'IntLit', value: String(value), ...nowhere });
export const goIdent = (name: string): go.Ident => ({ kind: 'Ident', name, ...nowhere });
/** `http.HandleFunc` from its two names. */
export const goSelector = (x: string, sel: string): go.SelectorExpr => ({
  kind: 'SelectorExpr',
  x: goIdent(x),
  sel: goIdent(sel),
  ...nowhere,
});
export const goCall = (fun: go.Expression, ...args: go.Expression[]): go.CallExpr => ({
  kind: 'CallExpr',
  fun,
  args,
  ellipsis: false,
  ...nowhere,
});
export const goBinary = (x: go.Expression, op: go.BinaryOperator, y: go.Expression): go.BinaryExpr => ({
  kind: 'BinaryExpr',
  op,
  x,
  y,
  ...nowhere,
});

/** The dotted spelling of a name or a selection of names: `time.Second`; undefined for anything else. */
export function goDotted(node: go.Expression): string | undefined {
  if (node.kind === 'Ident') return node.name;
  if (node.kind !== 'SelectorExpr' || node.sel.kind !== 'Ident') return undefined;
  const x = goDotted(node.x);
  return x === undefined ? undefined : `${x}.${node.sel.name}`;
}
