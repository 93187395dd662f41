/** Short names to build Go nodes with, for code that writes Go. */
import type * as go from '../syntax/go/ast';

const nowhere = { start: -1, end: -1 } as const;

export const ident = (name: string): go.Ident => ({ kind: 'Ident', ...nowhere, name });

const importMark = 'import:';

/** The package identifier of an import path; the imports pass finds it by its mark, whatever it is called. */
export function packageIdent(path: string, local = packageName(path)): go.Ident {
  return { ...ident(local), style: importMark + path };
}

/** The path that a package identifier stands for, or undefined for any other identifier. */
export function importPathOf(node: { kind: string; style?: string }): string | undefined {
  return node.kind === 'Ident' && node.style?.startsWith(importMark) ? node.style.slice(importMark.length) : undefined;
}

/** The name of a package by the habit of the standard library: the last element, a version left out. */
export function packageName(path: string): string {
  const parts = path.split('/').filter(part => !/^v\d+$/.test(part));
  return parts[parts.length - 1] ?? path;
}

/** `fmt.Println` by import path and name. */
export const pkg = (path: string, name: string): go.SelectorExpr => sel(packageIdent(path), name);
export const sel = (x: go.Expression, name: string): go.SelectorExpr => ({
  kind: 'SelectorExpr',
  ...nowhere,
  x,
  sel: ident(name),
});
export const call = (fun: go.Expression | string, ...args: go.Expression[]): go.CallExpr => ({
  kind: 'CallExpr',
  ...nowhere,
  fun: typeof fun === 'string' ? ident(fun) : fun,
  args,
  ellipsis: false,
});
export const spread = (fun: go.Expression | string, ...args: go.Expression[]): go.CallExpr => ({
  ...call(fun, ...args),
  ellipsis: true,
});
/** A call of a library function: `pkgCall('strings', 'Join', xs, sep)`. */
export const pkgCall = (path: string, name: string, ...args: go.Expression[]): go.CallExpr =>
  call(pkg(path, name), ...args);
export const method = (x: go.Expression, name: string, ...args: go.Expression[]): go.CallExpr =>
  call(sel(x, name), ...args);
export const int = (value: number | string): go.Expression => {
  const text = String(value);
  const literal: go.IntLit = { kind: 'IntLit', ...nowhere, value: text.replace(/^-/, '') };
  return text.startsWith('-') ? unary('-', literal) : literal;
};
export const float = (value: string): go.FloatLit => ({ kind: 'FloatLit', ...nowhere, value });
export const str = (value: string): go.StringLit => ({ kind: 'StringLit', ...nowhere, value });
export const char = (value: number): go.CharLit => ({ kind: 'CharLit', ...nowhere, value });
export const nil = (): go.Ident => ident('nil');
export const bool = (value: boolean): go.Ident => ident(value ? 'true' : 'false');
export const unary = (op: go.UnaryOperator, x: go.Expression): go.UnaryExpr => ({
  kind: 'UnaryExpr',
  ...nowhere,
  op,
  x,
});
export const star = (x: go.Expression): go.StarExpr => ({ kind: 'StarExpr', ...nowhere, x });
export const binary = (x: go.Expression, op: go.BinaryOperator, y: go.Expression): go.BinaryExpr => ({
  kind: 'BinaryExpr',
  ...nowhere,
  op,
  x,
  y,
});
export const index = (x: go.Expression, ...indices: go.Expression[]): go.IndexExpr => ({
  kind: 'IndexExpr',
  ...nowhere,
  x,
  indices,
});
export const slice = (x: go.Expression, low?: go.Expression, high?: go.Expression): go.SliceExpr => ({
  kind: 'SliceExpr',
  ...nowhere,
  x,
  ...(low && { low }),
  ...(high && { high }),
});
export const assertType = (x: go.Expression, type: go.Expression): go.TypeAssertExpr => ({
  kind: 'TypeAssertExpr',
  ...nowhere,
  x,
  type,
});
export const sliceType = (elt: go.Expression): go.ArrayType => ({ kind: 'ArrayType', ...nowhere, elt });
export const mapType = (key: go.Expression, value: go.Expression): go.MapType => ({
  kind: 'MapType',
  ...nowhere,
  key,
  value,
});
export const structType = (fields: go.Field[]): go.StructType => ({ kind: 'StructType', ...nowhere, fields });
export const field = (names: string | string[], type: go.Expression, variadic = false): go.Field => ({
  kind: 'Field',
  ...nowhere,
  names: (Array.isArray(names) ? names : [names]).filter(name => name !== '').map(ident),
  type,
  variadic,
});
export const funcType = (params: go.Field[], results: go.Expression[]): go.FuncType => ({
  kind: 'FuncType',
  ...nowhere,
  typeParams: [],
  params,
  results: results.map(type => field('', type)),
});
export const composite = (
  type: go.Expression | undefined,
  elts: (go.Expression | go.KeyValueExpr)[],
): go.CompositeLit => ({ kind: 'CompositeLit', ...nowhere, ...(type && { type }), elts });
export const keyValue = (key: go.Expression, value: go.Expression): go.KeyValueExpr => ({
  kind: 'KeyValueExpr',
  ...nowhere,
  key,
  value,
});
export const funcLit = (params: go.Field[], results: go.Expression[], body: go.Statement[]): go.FuncLit => ({
  kind: 'FuncLit',
  ...nowhere,
  type: funcType(params, results),
  body: block(body),
});

// ---- statements ----
export const block = (list: go.Statement[]): go.BlockStmt => ({ kind: 'BlockStmt', ...nowhere, list });
export const exprStmt = (x: go.Expression): go.ExprStmt => ({ kind: 'ExprStmt', ...nowhere, x });
export const assign = (
  lhs: go.Expression | go.Expression[],
  rhs: go.Expression | go.Expression[],
  op: go.AssignOperator = '=',
): go.AssignStmt => ({
  kind: 'AssignStmt',
  ...nowhere,
  lhs: Array.isArray(lhs) ? lhs : [lhs],
  op,
  rhs: Array.isArray(rhs) ? rhs : [rhs],
});
export const define = (names: string | string[], rhs: go.Expression | go.Expression[]): go.AssignStmt =>
  assign((Array.isArray(names) ? names : [names]).map(ident), rhs, ':=');
export const incDec = (x: go.Expression, op: '++' | '--'): go.IncDecStmt => ({ kind: 'IncDecStmt', ...nowhere, x, op });
export const ret = (...results: go.Expression[]): go.ReturnStmt => ({ kind: 'ReturnStmt', ...nowhere, results });
export const branch = (tok: 'break' | 'continue', label?: string): go.BranchStmt => ({
  kind: 'BranchStmt',
  ...nowhere,
  tok,
  ...(label && { label: ident(label) }),
});
export const labeled = (label: string, stmt: go.Statement): go.LabeledStmt => ({
  kind: 'LabeledStmt',
  ...nowhere,
  label: ident(label),
  stmt,
});
export const ifStmt = (
  cond: go.Expression,
  body: go.Statement[],
  orelse?: go.Statement[],
  init?: go.Statement,
): go.IfStmt => {
  const only = orelse?.length === 1 ? orelse[0] : undefined;
  const tail = only?.kind === 'IfStmt' && !only.comments ? only : orelse?.length ? block(orelse) : undefined;
  return {
    kind: 'IfStmt',
    ...nowhere,
    ...(init && { init }),
    cond,
    body: block(body),
    ...(tail && { else: tail }),
  };
};
export const forStmt = (
  init: go.Statement | undefined,
  cond: go.Expression | undefined,
  post: go.Statement | undefined,
  body: go.Statement[],
): go.ForStmt => ({
  kind: 'ForStmt',
  ...nowhere,
  ...(init && { init }),
  ...(cond && { cond }),
  ...(post && { post }),
  body: block(body),
});
const isNamed = (name: string | undefined): name is string => name !== undefined && name !== '_';

/** `for key, value := range x`; without names it is `for range x`. */
export const rangeStmt = (
  key: string | undefined,
  value: string | undefined,
  x: go.Expression,
  body: go.Statement[],
): go.RangeStmt => ({
  kind: 'RangeStmt',
  ...nowhere,
  ...(isNamed(key) || isNamed(value) ? { key: ident(key ?? '_'), tok: ':=' as const } : {}),
  ...(isNamed(value) && { value: ident(value) }),
  x,
  body: block(body),
});
export const defer = (fn: go.Expression): go.DeferStmt => ({ kind: 'DeferStmt', ...nowhere, call: fn });
/** A line that holds comments alone. */
export const commentLine = (...texts: string[]): go.Bad => ({
  kind: 'Bad',
  ...nowhere,
  text: texts
    .flatMap(text => text.split('\n'))
    .map(line => `//${line}`)
    .join('\n'),
});

// ---- declarations ----
export const declare = (decl: go.GenDecl): go.DeclStmt => ({ kind: 'DeclStmt', ...nowhere, decl });
export const varDecl = (
  names: string | string[],
  type: go.Expression | undefined,
  values: go.Expression[] = [],
): go.GenDecl => ({
  kind: 'GenDecl',
  ...nowhere,
  tok: 'var',
  specs: [valueSpec(names, type, values)],
  grouped: false,
});
export const valueSpec = (
  names: string | string[],
  type: go.Expression | undefined,
  values: go.Expression[] = [],
): go.ValueSpec => ({
  kind: 'ValueSpec',
  ...nowhere,
  names: (Array.isArray(names) ? names : [names]).map(ident),
  ...(type && { type }),
  values,
});
export const constDecl = (specs: go.ValueSpec[], grouped = specs.length > 1): go.GenDecl => ({
  kind: 'GenDecl',
  ...nowhere,
  tok: 'const',
  specs,
  grouped,
});
export const typeDecl = (name: string, type: go.Expression): go.GenDecl => ({
  kind: 'GenDecl',
  ...nowhere,
  tok: 'type',
  specs: [{ kind: 'TypeSpec', ...nowhere, name: ident(name), typeParams: [], alias: false, type }],
  grouped: false,
});
export const importDecl = (specs: { path: string; name?: string }[]): go.GenDecl => ({
  kind: 'GenDecl',
  ...nowhere,
  tok: 'import',
  specs: specs.map(({ path, name }) => ({ kind: 'ImportSpec', ...nowhere, path, ...(name && { name }) })),
  grouped: specs.length > 1,
});
export const funcDecl = (name: string, type: go.FuncType, body: go.Statement[], recv?: go.Field): go.FuncDecl => ({
  kind: 'FuncDecl',
  ...nowhere,
  ...(recv && { recv }),
  name: ident(name),
  type,
  body: block(body),
});
export const packageClause = (name: string): go.PackageClause => ({
  kind: 'PackageClause',
  ...nowhere,
  name: ident(name),
});

/** `!x`, with a comparison turned round and a double negation dropped. */
export function not(x: go.Expression): go.Expression {
  if (x.kind === 'UnaryExpr' && x.op === '!') return x.x;
  if (x.kind === 'Ident' && x.name === 'true') return bool(false);
  if (x.kind === 'Ident' && x.name === 'false') return bool(true);
  if (x.kind === 'BinaryExpr') {
    // The orders are left alone: with a NaN, `!(a < b)` is not `a >= b`.
    if (x.op === '==') return { ...x, op: '!=' };
    if (x.op === '!=') return { ...x, op: '==' };
    if (isLength(x.x)) {
      const isEmptiness = x.op === '>' && x.y.kind === 'IntLit' && x.y.value === '0';
      const op = isEmptiness ? '==' : opposites[x.op];
      if (op) return { ...x, op };
    }
  }
  return unary('!', x);
}

const isLength = (x: go.Expression): boolean => x.kind === 'CallExpr' && x.fun.kind === 'Ident' && x.fun.name === 'len';

const opposites: Partial<Record<go.BinaryExpr['op'], go.BinaryExpr['op']>> = {
  '>': '<=',
  '<': '>=',
  '>=': '<',
  '<=': '>',
};
