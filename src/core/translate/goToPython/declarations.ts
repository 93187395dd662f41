/** Declarations inside of functions. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { annotation, mayBeNone } from './annotations';
import { annAssign } from './build';
import { type Context, gap, isNil, variableOf } from './context';
import { assignedError } from './errorChecks';
import { expression, isBoxed } from './expressions';
import { literalDef } from './functionLiterals';
import { nameOf } from './naming';
import type { Variable } from './symbols';
import { localConstants } from './constantDefs';
import { coerce, copied, zero } from './values';
import { assignment, blank, declare } from './assignments';
import { several } from './results';

export function declarations(cx: Context, decl: go.GenDecl): py.Statement[] {
  if (decl.tok === 'type') return [];
  if (decl.tok === 'import') return [];
  return decl.specs.flatMap(spec => {
    if (spec.kind === 'Bad') return gap('this does not parse', spec);
    if (spec.kind !== 'ValueSpec') return [];
    if (decl.tok === 'const') return localConstants(cx, decl, spec);
    if (spec.values.length === 0) return spec.names.flatMap(ident => zeroVariable(cx, ident, spec.type));
    const node: go.AssignStmt = {
      kind: 'AssignStmt',
      lhs: spec.names as go.Expression[],
      op: ':=',
      rhs: spec.values,
      start: spec.start,
      end: spec.end,
    };
    if (!spec.type) return assignment(cx, node);
    if (spec.names.length !== spec.values.length) return several(cx, node, spec.values[0]!);
    return spec.names.flatMap((ident, i) => typedVariable(cx, ident, spec.type!, spec.values[i]!));
  });
}

function zeroVariable(cx: Context, ident: go.Identifier, typeNode: go.Expression | undefined): py.Statement[] {
  const variable = variableOf(cx, ident as go.Expression);
  if (!variable || !typeNode) return gap('a declaration without a type', ident);
  const type = cx.typing.fromSyntax(typeNode);
  if (variable.definitions.length > 1 && isFilledLater(cx, variable)) return [];
  return declare(cx, variable, { before: [], value: zero(cx, type), type, pure: true });
}

/** `var fib func(int) int` stands only so that the literal can name itself; an error that errors.As fills needs no value. */
function isFilledLater(cx: Context, variable: Variable): boolean {
  const type = cx.typing.ofVariable(variable);
  return type.kind === 'func' && variable.definitions.some(one => one.value?.kind === 'FuncLit');
}

function typedVariable(
  cx: Context,
  ident: go.Identifier,
  typeNode: go.Expression,
  value: go.Expression,
): py.Statement[] {
  const variable = variableOf(cx, ident as go.Expression);
  const type = cx.typing.fromSyntax(typeNode);
  const error = assignedError(cx, [ident as go.Expression], value);
  if (error) return error;
  if (!variable) return blank(cx, value);
  if (value.kind === 'FuncLit') {
    const definition = functionVariable(cx, variable, value);
    if (definition) return definition;
  }
  const made = coerce(cx, copied(cx, expression(cx, value), value, variable), type);
  const own = declare(cx, variable, { ...made, type });
  const [only] = own.slice(-1);
  // What may be nil later is said where it is first given a value.
  if (only?.kind === 'Assign' && mayBeNone(cx, type) && isNil(cx, value))
    return [...own.slice(0, -1), annAssign(only.targets[0]!, annotation(cx, type, true), only.value)];
  return own;
}

/** `add := func(…) {…}` is a function of that name. */
export function functionVariable(cx: Context, variable: Variable, value: go.FuncLit): py.Statement[] | undefined {
  if (isBoxed(cx, variable)) return undefined;
  cx.fn.nilErrors.delete(variable);
  return [literalDef(cx, value, nameOf(cx, variable))];
}
