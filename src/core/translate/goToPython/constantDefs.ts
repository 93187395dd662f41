/** Constants, in functions and at module level. */
import * as t from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { assign, bool, float, int, str } from './build';
import { constantSpecs, type ConstantSpec, type ConstantValue } from './constants';
import { variableOf, type Context } from './context';
import { expression } from './expressions';
import { nameOf } from './naming';
import { coerce } from './values';

/** A constant inside of a function. */
export function localConstants(cx: Context, decl: go.GenDecl, spec: go.ValueSpec): py.Statement[] {
  return constantSpecs(decl)
    .filter(one => one.spec === spec)
    .flatMap(one => {
      const variable = variableOf(cx, one.ident);
      return variable && variable.name !== '_' ? [assign(nameOf(cx, variable), constantValue(cx, one, undefined))] : [];
    });
}

/** The value of a constant: as it is written, or what it comes to where it counts. */
export function constantValue(cx: Context, spec: ConstantSpec, value: ConstantValue | undefined): py.Expression {
  if (!spec.counted && spec.value) {
    const made = expression(cx, spec.value);
    const type = spec.type && cx.typing.fromSyntax(spec.type);
    return type ? coerce(cx, made, type).value : made.value;
  }
  const known = value ?? (spec.counted ? BigInt(spec.iota) : undefined);
  const literal = known === undefined ? int(0) : literalOf(known);
  const type = spec.type && cx.typing.fromSyntax(spec.type);
  return type ? coerce(cx, { before: [], value: literal, type: t.int, pure: true }, type).value : literal;
}

export function literalOf(value: ConstantValue): py.Expression {
  if (typeof value === 'string') return str(value);
  if (typeof value === 'boolean') return bool(value);
  if (typeof value === 'number') return float(String(value));
  return value < 0n
    ? { kind: 'UnaryOp', op: '-', operand: int(String(-value)), start: -1, end: -1 }
    : int(String(value));
}
