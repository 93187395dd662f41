/** What calls and conversions give. */
import type { NodeBase } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import { finish, matchArguments, unify } from '../functions';
import { joinAll, someType, substitute } from '../lattice';
import { any, float, int, none, pointer, unknown, type FunctionType, type Type } from '../types';
import { asGo, type GoContext } from './context';
import { isUntyped } from './expressions';
import { deref, underlyingOf } from './members';
import { isTypeExpression, typeParamNames } from './typeExpressions';
import { elementOf } from './variables';

/** The type of a call or a conversion; a tuple where a function has several results. */
export function callType(cx: GoContext, n: go.CallExpr): Type {
  if (n.fun.kind === 'Ident' && cx.module.symbolOf(n.fun)?.kind === 'builtin') {
    const special = builtinCall(cx, n.fun.name, n);
    if (special) return special;
  }
  if (isTypeExpression(cx, n.fun)) return cx.typeNamedBy(n.fun);
  const type = signatureOf(cx, n.fun);
  if (!type) return unknown;
  if (!someType(type.result, part => part.kind === 'typevar')) return type.result;
  const own = ownTypevars(cx, n.fun);
  const by = bindings(cx, type, n);
  // Inside a generic function its own type parameters stay what they are.
  return own ? finish(type.result, by) : substitute(type.result, by);
}

/** Whether the callee is generic itself; undefined where its type variables are those of a function around. */
function ownTypevars(cx: GoContext, fun: NodeBase): boolean {
  const resolved = cx.resolve(fun);
  if (resolved?.library) return true;
  return resolved?.func !== undefined && resolved.func.type.typeParams.length > 0;
}

function bindings(cx: GoContext, type: FunctionType, n: go.CallExpr): Map<string, Type> {
  const by = explicitArguments(cx, n.fun);
  const args = n.args.map((node, i) => ({
    node,
    ...(n.ellipsis && i === n.args.length - 1 && { spread: true as const }),
  }));
  const { targets } = matchArguments(type.params, args);
  args.forEach((arg, i) => {
    const param = targets[i] ?? (arg.spread ? type.params.at(-1) : undefined);
    if (!param) return;
    const given = cx.typeOf(arg.node);
    const wanted: Type = arg.spread ? { kind: 'list', elt: param.type } : param.type;
    if (given.kind === 'none') return;
    const known = wanted.kind === 'typevar' && isUntyped(cx, arg.node) ? by.get(wanted.name) : undefined;
    // An untyped constant takes the type that the other arguments give.
    if (known && known.kind !== 'unknown' && !(known.kind === 'int' && given.kind === 'float')) return;
    const view = wanted.kind === 'typevar' || wanted.kind === given.kind ? given : underlyingOf(cx, given);
    if (wanted.kind === 'typevar' && known === undefined && by.get(wanted.name)?.kind === 'int')
      by.set(wanted.name, view);
    else unify(wanted, view, by, one => elementOf(cx, one));
  });
  return by;
}

/** `Map[int, string](…)` says what its type parameters are. */
function explicitArguments(cx: GoContext, fun: go.Expression): Map<string, Type> {
  const by = new Map<string, Type>();
  if (fun.kind !== 'IndexExpr') return by;
  const func = cx.resolve(fun)?.func;
  const names = func ? typeParamNames(func.type.typeParams) : [];
  fun.indices.forEach((index, i) => {
    if (names[i] !== undefined) by.set(names[i], cx.typeNamedBy(index));
  });
  return by;
}

/** The signature of what an expression gives, were it called; undefined for what is no function. */
export function signatureOf(cx: GoContext, fun: NodeBase): FunctionType | undefined {
  const type = underlyingOf(cx, deref(cx.typeOf(fun)));
  return type.kind === 'func' ? type : undefined;
}

function builtinCall(cx: GoContext, name: string, n: go.CallExpr): Type | undefined {
  const [first] = n.args;
  switch (name) {
    case 'append': {
      if (!first) return unknown;
      const type = cx.typeOf(first);
      const other = n.args[1];
      // `append([]T(nil), …)` and `append(nil…)` alike: what is known of the rest tells.
      return type.kind === 'none' && other ? { kind: 'list', elt: cx.typeOf(other) } : type;
    }
    case 'len':
    case 'cap':
    case 'copy':
      return int;
    case 'make':
      return first ? cx.typeNamedBy(first) : unknown;
    case 'new':
      // Go 1.26 lets `new` take a value.
      return first ? pointer(isTypeExpression(cx, first) ? cx.typeNamedBy(first) : cx.typeOf(first)) : unknown;
    case 'min':
    case 'max': {
      const typed = n.args.find(arg => !isUntyped(cx, arg));
      return typed ? cx.typeOf(typed) : joinAll(n.args.map(arg => cx.typeOf(arg)));
    }
    case 'complex':
      return { kind: 'complex' };
    case 'real':
    case 'imag':
      return float;
    case 'recover':
      return any;
    case 'panic':
    case 'print':
    case 'println':
    case 'delete':
    case 'close':
    case 'clear':
      return none;
    default:
      return undefined;
  }
}

/** The call that an expression is an argument of. */
export function callAround(cx: GoContext, node: NodeBase): go.CallExpr | undefined {
  const up = cx.tree.parentOf(node);
  const n = up && asGo(up);
  return n?.kind === 'CallExpr' && n.fun !== node ? n : undefined;
}
