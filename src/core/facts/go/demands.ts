/** What a place wants of the value that stands there. */
import type { NodeBase } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import { matchArguments } from '../functions';
import { forgetTypevars } from '../lattice';
import { bool, unknown, type Type } from '../types';
import { callAround, signatureOf } from './calls';
import { asGo, type GoContext } from './context';
import { isUntyped } from './expressions';
import { deref, memberOf, underlyingOf } from './members';
import { isTypeExpression } from './typeExpressions';

/** What is wanted of an expression by its place; `unknown` where it takes anything. */
export function expectedType(cx: GoContext, node: NodeBase): Type {
  const call = callAround(cx, node);
  if (call) return ofArgument(cx, call, node);
  const up = cx.tree.parentOf(node);
  const n = up && asGo(up);
  if (!n) return unknown;
  switch (n.kind) {
    case 'ReturnStmt':
      return ofReturn(cx, n, node);
    case 'ValueSpec':
      return n.type && n.values.includes(node as go.Expression) ? cx.typeNamedBy(n.type) : unknown;
    case 'AssignStmt': {
      const at = n.rhs.indexOf(node as go.Expression);
      const target = n.lhs[at];
      return at >= 0 && target && n.op !== ':=' && n.lhs.length === n.rhs.length ? cx.typeOf(target) : unknown;
    }
    case 'SendStmt': {
      const type = underlyingOf(cx, cx.typeOf(n.chan));
      return n.value === node && type.kind === 'chan' ? type.elt : unknown;
    }
    case 'BinaryExpr': {
      const other = n.x === node ? n.y : n.x;
      if (n.op === '&&' || n.op === '||') return bool;
      return n.op === '<<' || n.op === '>>' || isUntyped(cx, other) ? unknown : cx.typeOf(other);
    }
    case 'IfStmt':
    case 'ForStmt':
      return n.cond === node ? bool : unknown;
    case 'KeyValueExpr':
      return ofElement(cx, n, node);
    case 'CompositeLit':
      return n.type === node ? unknown : ofLiteral(cx, n, node);
    default:
      return unknown;
  }
}

function ofArgument(cx: GoContext, call: go.CallExpr, node: NodeBase): Type {
  const at = call.args.indexOf(node as go.Expression);
  if (at < 0) return unknown;
  if (call.fun.kind === 'Ident' && call.fun.name === 'append' && cx.module.symbolOf(call.fun)?.kind === 'builtin') {
    const [first] = call.args;
    const type = first && first !== node ? underlyingOf(cx, cx.typeOf(first)) : unknown;
    return type.kind === 'list' ? type.elt : unknown;
  }
  if (isTypeExpression(cx, call.fun)) return unknown;
  const signature = signatureOf(cx, call.fun);
  if (!signature) return unknown;
  const { targets } = matchArguments(
    signature.params,
    call.args.map(arg => ({ node: arg })),
  );
  const type = forgetTypevars(targets[at]?.type ?? unknown);
  return type.kind === 'any' ? unknown : type;
}

function ofReturn(cx: GoContext, n: go.ReturnStmt, node: NodeBase): Type {
  const at = n.results.indexOf(node as go.Expression);
  for (let up = cx.tree.parentOf(n); up; up = cx.tree.parentOf(up)) {
    const func = asGo(up);
    if (func.kind !== 'FuncDecl' && func.kind !== 'FuncLit') continue;
    const { result } = cx.functionType(func.type);
    return result.kind === 'tuple' ? (result.elts[at] ?? unknown) : result;
  }
  return unknown;
}

function ofElement(cx: GoContext, n: go.KeyValueExpr, node: NodeBase): Type {
  const up = cx.tree.parentOf(n);
  if (up?.kind !== 'CompositeLit') return unknown;
  const type = deref(cx.typeOf(up));
  const under = underlyingOf(cx, type);
  if (under.kind === 'dict') return n.key === node ? under.key : under.value;
  if (under.kind === 'list' || under.kind === 'array') return n.value === node ? under.elt : unknown;
  if (n.value !== node || n.key.kind !== 'Ident') return unknown;
  return memberOf(cx, type, n.key.name)?.type() ?? unknown;
}

function ofLiteral(cx: GoContext, n: go.CompositeLit, node: NodeBase): Type {
  const type = deref(cx.typeOf(n));
  const under = underlyingOf(cx, type);
  if (under.kind === 'list' || under.kind === 'array') return under.elt;
  if (under.kind !== 'instance') return unknown;
  const made = cx.anonymous.node(under.name);
  const fields = made?.kind === 'StructType' ? made.fields : [];
  const types = fields.flatMap(field =>
    field.kind === 'Field' ? Array.from({ length: Math.max(1, field.names.length) }, () => field.type) : [],
  );
  const field = types[n.elts.indexOf(node as go.Expression)];
  return field ? cx.typeNamedBy(field) : unknown;
}
