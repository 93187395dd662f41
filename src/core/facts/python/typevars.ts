/** What type variables stand for in a program: the one type that all who use them give. */
import type * as py from '../../syntax/python/ast';
import { hasUnknown, join, sameType, someType } from '../lattice';
import { unify } from '../functions';
import { unknown, type Type } from '../types';
import { annotationType } from './annotations';
import type { PythonScope, PythonSymbol } from './bindings';
import { callersOf } from './callers';
import { asPython, type PythonContext } from './context';
import { elementOf } from './iteration';
import { argumentFor } from './parameters';

/** Variables whose uses are being looked at: annotations give them as they are meanwhile. */
const open = new WeakSet<PythonSymbol>();

/** The type that a type variable always stands for in this document; the variable itself where there are several. */
export function boundTypevar(cx: PythonContext, symbol: PythonSymbol): Type {
  const itself: Type = { kind: 'typevar', name: symbol.name };
  if (open.has(symbol)) return itself;
  return cx.memo.answer(
    cx.memories.fields,
    symbol,
    itself,
    () => {
      open.add(symbol);
      try {
        const found = given(cx, symbol);
        const isOpen = hasUnknown(found) || someType(found, part => ['any', 'union', 'typevar'].includes(part.kind));
        return isOpen ? itself : found;
      } finally {
        open.delete(symbol);
      }
    },
    sameType,
  );
}

/** Those of a class's type parameters that always stand for one type. */
export function boundParameters(cx: PythonContext, names: readonly string[], scope: PythonScope): Map<string, Type> {
  const by = new Map<string, Type>();
  for (const name of names) {
    const symbol = cx.module.lookup(name, scope);
    const type = symbol?.kind === 'typevar' ? boundTypevar(cx, symbol) : unknown;
    if (type.kind !== 'typevar' && type.kind !== 'unknown') by.set(name, type);
  }
  return by;
}

function given(cx: PythonContext, symbol: PythonSymbol): Type {
  const by = new Map<string, Type>();
  for (const use of symbol.uses) {
    const base = cx.tree.parentOf(use) as py.Node | undefined;
    const param = base && paramAround(cx, base);
    if (param) byCallers(cx, param, by);
    else if (base) byArguments(cx, base, use as py.Name, by);
  }
  return by.get(symbol.name) ?? unknown;
}

function paramAround(cx: PythonContext, node: py.Node): py.ParamNode | undefined {
  let at: py.Node | undefined = node;
  while (at && at.kind !== 'Param') {
    if (!['Subscript', 'Tuple', 'List', 'BinOp'].includes(at.kind)) return undefined;
    at = cx.tree.parentOf(at) as py.Node | undefined;
  }
  return at as py.ParamNode | undefined;
}

function byCallers(cx: PythonContext, param: py.ParamNode, by: Map<string, Type>): void {
  const parent = cx.tree.parentOf(param);
  const func = parent && asPython(parent);
  if (func?.kind !== 'FunctionDef' || !param.annotation) return;
  const wanted = annotationType(cx, param.annotation, cx.module.scopeOf(func));
  for (const { call, bound } of callersOf(cx, func)) {
    const type = argumentFor(cx, func, param, call, bound);
    // What is handed on inside of a generic class is the variable again.
    if (!someType(type, part => part.kind === 'typevar')) unify(wanted, type, by, one => elementOf(cx, one));
  }
}

/** `class Stack(Generic[T])` and `Stack[int]()`. */
function byArguments(cx: PythonContext, base: py.Node, use: py.Name, by: Map<string, Type>): void {
  const subscript = base.kind === 'Tuple' ? (cx.tree.parentOf(base) as py.Node | undefined) : base;
  const around = subscript && (cx.tree.parentOf(subscript) as py.Node | undefined);
  if (subscript?.kind !== 'Subscript' || around?.kind !== 'ClassDef' || around.name.kind !== 'Name') return;
  const at = base.kind === 'Tuple' ? base.elts.indexOf(use) : 0;
  for (const one of cx.module.symbolOf(around.name)?.uses ?? []) {
    const parent = cx.tree.parentOf(one) as py.Node | undefined;
    if (parent?.kind !== 'Subscript' || parent.value !== one) continue;
    const arg = parent.slice.kind === 'Tuple' ? parent.slice.elts[at] : at === 0 ? parent.slice : undefined;
    const type = arg && annotationType(cx, arg, cx.module.scopeOf(parent));
    if (type && !someType(type, part => part.kind === 'typevar')) by.set(use.id, join(by.get(use.id) ?? unknown, type));
  }
}
