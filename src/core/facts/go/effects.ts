/** What running a Go function may do, read from its body and from the functions of the package that it calls. */
import type { NodeBase } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import { addOnce, addRaised, fromLibraryEffects, noEffects, sameEffects } from '../effects';
import type { Effects } from '../facts';
import { childrenOf } from '../tree';
import type { GoSymbol } from './bindings';
import { asGo, type GoContext } from './context';
import { underlyingOf } from './members';
import { functionOf } from './scopes';
import { isTypeExpression } from './typeExpressions';

type Func = go.FuncDecl | go.FuncLit;

const memories = new WeakMap<GoContext, Map<NodeBase, Effects>>();
const memory = (cx: GoContext): Map<NodeBase, Effects> => {
  let known = memories.get(cx);
  if (!known) memories.set(cx, (known = new Map()));
  return known;
};

/**
 * The effects of a function. `raises` counts calls of `panic`, its own and those of the functions of the package that
 * it calls; an index that fails does not count. `yields` where it calls a parameter named `yield`; `awaits` where it
 * waits for a channel.
 */
export function effectsOf(cx: GoContext, func: Func): Effects {
  return cx.memo.answer(
    memory(cx),
    func,
    noEffects(),
    () => {
      const effects = noEffects();
      for (const node of func.body?.list ?? []) look(cx, func, node, effects);
      if (!func.body) effects.impure = true;
      return effects;
    },
    sameEffects,
  );
}

function look(cx: GoContext, func: Func, node: NodeBase, effects: Effects): void {
  const n = asGo(node);
  switch (n.kind) {
    case 'FuncLit':
      return;
    case 'AssignStmt':
      if (n.op !== ':=') for (const target of n.lhs) changeTarget(cx, func, target, effects);
      break;
    case 'IncDecStmt':
      changeTarget(cx, func, n.x, effects);
      break;
    case 'SendStmt':
    case 'SelectStmt':
      effects.awaits = true;
      effects.impure = true;
      break;
    case 'GoStmt':
      effects.impure = true;
      break;
    case 'UnaryExpr':
      if (n.op === '<-') {
        effects.awaits = true;
        effects.impure = true;
      }
      break;
    case 'Ident':
      readName(cx, func, n, effects);
      break;
    case 'CallExpr':
      called(cx, func, n, effects);
      break;
    default:
  }
  for (const child of childrenOf(n)) look(cx, func, child, effects);
}

/** What a change reaches: a parameter, where it goes through a pointer, a slice or a map; else something outside. */
function changeTarget(cx: GoContext, func: Func, target: go.Expression, effects: Effects): void {
  if (target.kind === 'Ident') {
    const symbol = cx.module.symbolOf(target);
    if (symbol && !isLocal(func, symbol)) effects.impure = true;
    return;
  }
  changed(cx, func, target, effects);
}

function changed(cx: GoContext, func: Func, node: go.Expression, effects: Effects): void {
  let at = node;
  let shared = false;
  for (;;) {
    if (at.kind === 'SelectorExpr') at = at.x;
    else if (at.kind === 'IndexExpr' || at.kind === 'SliceExpr') at = at.x;
    else if (at.kind === 'StarExpr' || (at.kind === 'UnaryExpr' && at.op === '&')) at = at.x;
    else break;
    const type = underlyingOf(cx, cx.typeOf(at));
    shared ||= type.kind === 'pointer' || type.kind === 'list' || type.kind === 'dict' || type.kind === 'bytes';
    shared ||= type.kind === 'unknown';
  }
  if (at.kind !== 'Ident') return;
  const symbol = cx.module.symbolOf(at);
  if (!symbol) return;
  if (symbol.kind === 'parameter' && isLocal(func, symbol)) {
    // A struct that is passed by value is a copy.
    if (shared) addOnce(effects.changes, symbol.name);
  } else if (!isLocal(func, symbol)) effects.impure = true;
}

function isLocal(func: Func, symbol: GoSymbol): boolean {
  return functionOf(symbol.scope)?.node === func;
}

function readName(cx: GoContext, func: Func, n: go.Ident, effects: Effects): void {
  const symbol = cx.module.symbolOf(n);
  if (symbol?.kind !== 'variable' || isLocal(func, symbol)) return;
  if (symbol.reassigned || functionOf(symbol.scope) !== undefined) effects.impure = true;
}

function called(cx: GoContext, func: Func, n: go.CallExpr, effects: Effects): void {
  const of = effectsOfCall(cx, n);
  if (of.impure) effects.impure = true;
  if (of.awaits) effects.awaits = true;
  if (of.raises) addRaised(effects, of.raisesTypes);
  if (n.fun.kind === 'Ident' && n.fun.name === 'yield' && cx.module.symbolOf(n.fun)?.kind === 'parameter') {
    effects.yields = true;
  }
  for (const node of changedArguments(cx, n, of)) changed(cx, func, node, effects);
}

/** The receiver and the arguments of a call that it changes. */
function changedArguments(cx: GoContext, n: go.CallExpr, of: Effects): go.Expression[] {
  if (of.changes.length === 0) return [];
  const resolved = cx.resolve(n.fun);
  const names: (string | undefined)[] = resolved?.library
    ? resolved.library.type.params.map(param => param.name)
    : fieldNames(resolved?.func?.type.params ?? []);
  const found = n.args.filter((_, i) => {
    const name = names[Math.min(i, names.length - 1)];
    return name !== undefined && of.changes.includes(name);
  });
  const [receiver] = fieldNames(resolved?.func?.recv ? [resolved.func.recv] : []);
  if (n.fun.kind === 'SelectorExpr' && of.changes.includes(resolved?.library ? 'self' : (receiver ?? ''))) {
    found.push(withPointer(n.fun.x));
  }
  return found;
}

/** A method that changes its receiver has it by pointer, whatever the variable is. */
const withPointer = (x: go.Expression): go.Expression => ({ kind: 'UnaryExpr', op: '&', x, start: -1, end: -1 });

const fieldNames = (fields: readonly (go.Field | go.Meta)[]): string[] =>
  fields.flatMap(field =>
    field.kind === 'Field' ? field.names.flatMap(name => (name.kind === 'Ident' ? [name.name] : [])) : [],
  );

/** What one call does. An unknown callee may do anything; a conversion does nothing. */
export function effectsOfCall(cx: GoContext, n: go.CallExpr): Effects {
  if (isTypeExpression(cx, n.fun)) return noEffects();
  if (n.fun.kind === 'FuncLit') return effectsOf(cx, n.fun);
  const resolved = cx.resolve(n.fun);
  if (resolved?.func) return effectsOf(cx, resolved.func);
  if (resolved?.library) return fromLibraryEffects(resolved.library.effects);
  if (n.fun.kind === 'Ident') {
    const symbol = cx.module.symbolOf(n.fun);
    const binding = symbol && !symbol.reassigned ? symbol.binding : undefined;
    const value = binding?.kind === 'value' && binding.count === 1 ? binding.values[0] : undefined;
    if (value?.kind === 'FuncLit') return effectsOf(cx, value);
  }
  return { ...noEffects(), impure: true };
}

const pureKinds = new Set(
  `Ident IntLit FloatLit ImagLit CharLit StringLit CompositeLit KeyValueExpr UnaryExpr StarExpr BinaryExpr SelectorExpr
  IndexExpr SliceExpr TypeAssertExpr ArrayType MapType ChanType FuncType StructType InterfaceType Field`.split(/\s+/),
);

/** Evaluating it twice, or not at all, changes nothing. What panics by a call is not pure; an index is. */
export function isPure(cx: GoContext, node: NodeBase): boolean {
  const n = asGo(node);
  if (n.kind === 'FuncLit') return true;
  if (n.kind === 'UnaryExpr' && n.op === '<-') return false;
  if (n.kind === 'CallExpr') {
    const of = effectsOfCall(cx, n);
    if (of.impure || of.raises || of.awaits || of.changes.length > 0) return false;
  } else if (!pureKinds.has(n.kind)) return false;
  return childrenOf(n).every(child => isPure(cx, child));
}
