/** From a name or a selection to what it means. */
import type { NodeBase } from '../../syntax/node';
import { unknown, type FunctionType } from '../types';
import type { GoSymbol } from './bindings';
import { asGo, nothing, sameResolved, type GoContext, type Resolved } from './context';
import { memberOf, memberOfPackage } from './members';
import { isTypeExpression } from './typeExpressions';

/** What an expression means; undefined for what is neither a name nor a selection, and where it cannot be known. */
export function resolve(cx: GoContext, node: NodeBase): Resolved | undefined {
  const n = asGo(node);
  if (n.kind === 'IndexExpr') {
    // `Map[int, string]` is the function with its types; `xs[0]` is a value and has no name.
    const base = n.x.kind === 'Ident' || n.x.kind === 'SelectorExpr' ? cx.resolve(n.x) : undefined;
    return base && (base.func || base.library || base.isType) ? base : undefined;
  }
  if (n.kind !== 'Ident' && n.kind !== 'SelectorExpr') return undefined;
  const found = cx.memo.answer(
    cx.memories.resolved,
    node,
    nothing,
    () => {
      if (n.kind === 'Ident') {
        const symbol = cx.module.symbolOf(n);
        return symbol ? resolveSymbol(cx, symbol) : nothing;
      }
      if (n.sel.kind !== 'Ident') return nothing;
      const symbol = n.x.kind === 'Ident' ? cx.module.symbolOf(n.x) : undefined;
      if (symbol?.kind === 'import' && symbol.import && symbol.import.name === undefined) {
        return memberOfPackage(cx, symbol.import.module, n.sel.name);
      }
      if (isTypeExpression(cx, n.x)) return methodExpression(cx, cx.typeNamedBy(n.x), n.sel.name) ?? nothing;
      return memberOf(cx, cx.typeOf(n.x), n.sel.name) ?? nothing;
    },
    sameResolved,
  );
  return found === nothing ? undefined : found;
}

/** `Point.Norm` as a function takes the receiver first. */
function methodExpression(cx: GoContext, self: ReturnType<GoContext['typeOf']>, name: string): Resolved | undefined {
  const method = memberOf(cx, self, name);
  if (!method) return undefined;
  return {
    ...(method.qualified !== undefined && { qualified: method.qualified }),
    ...(method.func && { func: method.func }),
    type() {
      const type = method.type();
      if (type.kind !== 'func') return type;
      const bound: FunctionType = { ...type, params: [{ type: self }, ...type.params] };
      return bound;
    },
  };
}

function resolveSymbol(cx: GoContext, symbol: GoSymbol): Resolved {
  if (symbol.kind === 'builtin') {
    const found = memberOfPackage(cx, 'builtin', symbol.name);
    return found;
  }
  if (symbol.kind === 'import') {
    const what = symbol.import;
    if (!what) return nothing;
    if (what.name !== undefined) return memberOfPackage(cx, what.module, what.name);
    return { qualified: what.module, type: () => ({ kind: 'module', name: what.module }) };
  }
  const qualified = `.${symbol.name}`;
  const { binding } = symbol;
  if (binding?.kind === 'type') return { qualified, isType: true, type: () => ({ kind: 'class', name: qualified }) };
  if (binding?.kind === 'typevar') return { qualified, isType: true, type: () => unknown };
  if (binding?.kind === 'function') {
    const { node } = binding;
    return { qualified, func: node, type: () => cx.functionType(node.type) };
  }
  return { qualified, type: () => cx.typeOfSymbol(symbol) };
}
