/** Short spellings for nodes of the Python AST that stand in no source. */
import type * as py from '../../syntax/python/ast';

const nowhere = { start: -1, end: -1 } as const;

export const name = (id: string): py.Name => ({ kind: 'Name', id, ...nowhere });
export const int = (value: number | string): py.Expression =>
  typeof value === 'number' && value < 0
    ? unary('-', { kind: 'Int', value: String(-value), ...nowhere })
    : { kind: 'Int', value: String(value), ...nowhere };
export const float = (value: string): py.Float => ({ kind: 'Float', value, ...nowhere });
export const str = (value: string): py.Str => ({ kind: 'Str', value, ...nowhere });
export const bool = (value: boolean): py.Bool => ({ kind: 'Bool', value, ...nowhere });
export const none = (): py.None => ({ kind: 'None', ...nowhere });
export const ellipsis = (): py.Ellipsis => ({ kind: 'Ellipsis', ...nowhere });
export const list = (...elts: py.Expression[]): py.List => ({ kind: 'List', elts, ...nowhere });
export const tuple = (...elts: py.Expression[]): py.Tuple => ({ kind: 'Tuple', elts, ...nowhere });
export const set = (...elts: py.Expression[]): py.SetDisplay => ({ kind: 'Set', elts, ...nowhere });
export const dict = (...items: [py.Expression, py.Expression][]): py.Dict => ({
  kind: 'Dict',
  items: items.map(([key, value]) => ({ kind: 'DictItem', key, value, ...nowhere })),
  ...nowhere,
});

export const unary = (op: py.UnaryOperator, operand: py.Expression): py.UnaryOp => ({
  kind: 'UnaryOp',
  op,
  operand,
  ...nowhere,
});
export const binary = (left: py.Expression, op: py.BinaryOperator, right: py.Expression): py.BinOp => ({
  kind: 'BinOp',
  op,
  left,
  right,
  ...nowhere,
});
export const compare = (left: py.Expression, op: py.CompareOperator, right: py.Expression): py.Compare => ({
  kind: 'Compare',
  left,
  ops: [op],
  comparators: [right],
  ...nowhere,
});
/** `a and b` and `a or b`; operands of the same operator are flattened, as the AST has it. */
export const boolOp = (op: 'and' | 'or', ...values: py.Expression[]): py.Expression => {
  const flat = values.flatMap(value => (value.kind === 'BoolOp' && value.op === op ? value.values : [value]));
  return flat.length === 1 ? flat[0]! : { kind: 'BoolOp', op, values: flat, ...nowhere };
};
export const ifExp = (test: py.Expression, body: py.Expression, orelse: py.Expression): py.IfExp => ({
  kind: 'IfExp',
  test,
  body,
  orelse,
  ...nowhere,
});
export const named = (target: string, value: py.Expression): py.NamedExpr => ({
  kind: 'NamedExpr',
  target: name(target),
  value,
  ...nowhere,
});

export const call = (func: py.Expression | string, ...args: (py.Expression | py.Keyword)[]): py.Call => ({
  kind: 'Call',
  func: typeof func === 'string' ? dotted(func) : func,
  args,
  ...nowhere,
});
export const keyword = (arg: string, value: py.Expression): py.Keyword => ({
  kind: 'Keyword',
  arg: name(arg),
  value,
  ...nowhere,
});
export const starred = (value: py.Expression): py.Starred => ({ kind: 'Starred', value, ...nowhere });
export const attribute = (value: py.Expression, attr: string): py.Attribute => ({
  kind: 'Attribute',
  value,
  attr: name(attr),
  ...nowhere,
});
/** `value.method(args)`. */
export const method = (value: py.Expression, attr: string, ...args: (py.Expression | py.Keyword)[]): py.Call =>
  call(attribute(value, attr), ...args);
export const subscript = (value: py.Expression, slice: py.Expression): py.Subscript => ({
  kind: 'Subscript',
  value,
  slice,
  ...nowhere,
});
export const slice = (lower?: py.Expression, upper?: py.Expression, step?: py.Expression): py.Slice => ({
  kind: 'Slice',
  ...(lower && { lower }),
  ...(upper && { upper }),
  ...(step && { step }),
  ...nowhere,
});
export const lambda = (params: string[], body: py.Expression): py.Lambda => ({
  kind: 'Lambda',
  params: params.map(id => param(id)),
  body,
  ...nowhere,
});
export const param = (id: string, annotation?: py.Expression, defaultValue?: py.Expression): py.ParamNode => ({
  kind: 'Param',
  form: 'plain',
  name: name(id),
  ...(annotation && { annotation }),
  ...(defaultValue && { default: defaultValue }),
  ...nowhere,
});
export const starParam = (id: string, annotation?: py.Expression): py.ParamNode => ({
  ...param(id, annotation),
  form: 'star',
});

export const generator = (target: py.Expression, iter: py.Expression, ...ifs: py.Expression[]): py.Comprehension => ({
  kind: 'Comprehension',
  target,
  iter,
  ifs,
  async: false,
  ...nowhere,
});
export const listComp = (elt: py.Expression, ...generators: py.Comprehension[]): py.ListComp => ({
  kind: 'ListComp',
  elt,
  generators,
  ...nowhere,
});
export const generatorExp = (elt: py.Expression, ...generators: py.Comprehension[]): py.GeneratorExp => ({
  kind: 'GeneratorExp',
  elt,
  generators,
  ...nowhere,
});

export const expr = (value: py.Expression): py.ExprStmt => ({ kind: 'Expr', value, ...nowhere });
export const assign = (target: py.Expression | string, value: py.Expression): py.Assign => ({
  kind: 'Assign',
  targets: [typeof target === 'string' ? name(target) : target],
  value,
  ...nowhere,
});
export const annAssign = (target: py.Expression, annotation: py.Expression, value?: py.Expression): py.AnnAssign => ({
  kind: 'AnnAssign',
  target,
  annotation,
  ...(value && { value }),
  ...nowhere,
});
export const augAssign = (target: py.Expression, op: py.BinaryOperator, value: py.Expression): py.AugAssign => ({
  kind: 'AugAssign',
  op,
  target,
  value,
  ...nowhere,
});
export const returns = (value?: py.Expression): py.Return => ({ kind: 'Return', ...(value && { value }), ...nowhere });
export const raise = (exc?: py.Expression, cause?: py.Expression): py.Raise => ({
  kind: 'Raise',
  ...(exc && { exc }),
  ...(cause && { cause }),
  ...nowhere,
});
export const pass = (): py.Pass => ({ kind: 'Pass', ...nowhere });
export const breaks = (): py.Break => ({ kind: 'Break', ...nowhere });
export const continues = (): py.Continue => ({ kind: 'Continue', ...nowhere });
export const del = (...targets: py.Expression[]): py.Delete => ({ kind: 'Delete', targets, ...nowhere });
/** `if`; an `orelse` of one `if` is an `elif` where `elif` is asked for. */
export const ifs = (test: py.Expression, body: py.Body, orelse: py.Body = [], elif = false): py.If => {
  const [only] = orelse;
  const chained = elif && orelse.length === 1 && only?.kind === 'If' ? [{ ...only, style: 'elif' }] : orelse;
  return { kind: 'If', test, body, orelse: chained, ...nowhere };
};
export const whiles = (test: py.Expression, body: py.Body): py.While => ({
  kind: 'While',
  test,
  body,
  orelse: [],
  ...nowhere,
});
export const fors = (target: py.Expression, iter: py.Expression, body: py.Body): py.For => ({
  kind: 'For',
  target,
  iter,
  body,
  orelse: [],
  async: false,
  ...nowhere,
});
export const withs = (context: py.Expression, body: py.Body, target?: py.Expression): py.With => ({
  kind: 'With',
  items: [{ kind: 'WithItem', context, ...(target && { target }), ...nowhere }],
  body,
  async: false,
  ...nowhere,
});
export const handler = (type: py.Expression | undefined, id: string | undefined, body: py.Body): py.ExceptHandler => ({
  kind: 'ExceptHandler',
  ...(type && { type }),
  ...(id && { name: name(id) }),
  body,
  ...nowhere,
});
export const tries = (
  body: py.Body,
  handlers: py.ExceptHandler[],
  orelse: py.Body = [],
  finalbody: py.Body = [],
): py.Try => ({ kind: 'Try', body, handlers, orelse, finalbody, star: false, ...nowhere });
export const functionDef = (
  id: string,
  params: py.Param[],
  returnType: py.Expression | undefined,
  body: py.Body,
  decorators: py.Expression[] = [],
): py.FunctionDef => ({
  kind: 'FunctionDef',
  name: name(id),
  typeParams: [],
  params,
  ...(returnType && { returns: returnType }),
  body,
  decorators,
  async: false,
  ...nowhere,
});
export const classDef = (
  id: string,
  bases: (py.Expression | py.Keyword)[],
  body: py.Body,
  decorators: py.Expression[] = [],
): py.ClassDef => ({ kind: 'ClassDef', name: name(id), typeParams: [], bases, body, decorators, ...nowhere });
/** A docstring statement. */
export const docstring = (text: string): py.ExprStmt => expr({ ...str(text), style: 'triple' });
/** Python source that is written as it stands. */
export const verbatim = (text: string): py.Bad => ({ kind: 'Bad', text, ...nowhere });

/** `os.path.join` as attributes of a name. */
export function dotted(path: string): py.Expression {
  const [first = '', ...rest] = path.split('.');
  return rest.reduce<py.Expression>((value, part) => attribute(value, part), name(first));
}

/** The negation, written the way people write it: `x not in y`, `a != b`. */
export function negate(value: py.Expression): py.Expression {
  if (value.kind === 'UnaryOp' && value.op === 'not') return value.operand;
  if (value.kind === 'Bool') return bool(!value.value);
  const opposite: Partial<Record<py.CompareOperator, py.CompareOperator>> = {
    '==': '!=',
    '!=': '==',
    in: 'not in',
    'not in': 'in',
    is: 'is not',
    'is not': 'is',
  };
  if (value.kind === 'Compare' && value.ops.length === 1) {
    const op = opposite[value.ops[0]!];
    if (op) return { ...value, ops: [op] };
  }
  return unary('not', value);
}
export const globalStatement = (ids: string[]): py.Global => ({ kind: 'Global', names: ids.map(name), ...nowhere });
export const nonlocalStatement = (ids: string[]): py.Nonlocal => ({
  kind: 'Nonlocal',
  names: ids.map(name),
  ...nowhere,
});
