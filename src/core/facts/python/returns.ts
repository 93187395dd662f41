/** Signatures of functions, and what calling them gives. */
import type * as py from '../../syntax/python/ast';
import { hasUnknown, sameType } from '../lattice';
import { childrenOf } from '../tree';
import { instance, iterator, none, unknown, type FunctionParam, type FunctionType, type Type } from '../types';
import { annotationType } from './annotations';
import { classAround } from './classes';
import { asPython, type PythonContext } from './context';
import { hasYield, terminates } from './flow';
import { elementOf } from './iteration';
import { memberOf } from './members';
import { lastName } from './module';
import { declaredSize } from './sizes';
import { witnessed, witnessedItems } from './witness';

/** The signature of a function, `self` included. */
export function functionType(cx: PythonContext, func: py.FunctionDef): FunctionType {
  const stand: FunctionType = { kind: 'func', params: [], result: unknown };
  return cx.memo.answer(
    cx.memories.functions,
    func,
    stand,
    () => ({
      kind: 'func',
      params: parametersOf(cx, func),
      result: resultOf(cx, func),
    }),
    sameType,
  );
}

/** The signature of a lambda. */
export function lambdaType(cx: PythonContext, n: py.Lambda): FunctionType {
  return { kind: 'func', params: parametersOf(cx, n), result: witnessed(cx, cx.typeOf(n.body), n) };
}

function parametersOf(cx: PythonContext, func: py.FunctionDef | py.Lambda): FunctionParam[] {
  const params: FunctionParam[] = [];
  let keywordOnly = false;
  for (const param of func.params) {
    if (param.kind !== 'Param') continue;
    if (param.form === 'slash') for (const before of params) before.positionalOnly = true;
    if (param.form === 'star') keywordOnly = true;
    if (param.name?.kind !== 'Name') continue;
    const symbol = cx.module.symbolOf(param.name);
    let type: Type = symbol ? cx.typeOfSymbol(symbol) : unknown;
    // The variable holds them all, the signature says what one is.
    if (param.form === 'star') type = elementOf(cx, type) ?? unknown;
    if (param.form === 'doubleStar') type = type.kind === 'dict' ? type.value : unknown;
    const entry: FunctionParam = { name: param.name.id, type };
    if (param.default) entry.optional = true;
    if (param.form === 'star' || param.form === 'doubleStar') entry.variadic = true;
    if (param.form === 'doubleStar' || (keywordOnly && param.form === 'plain')) entry.keywordOnly = true;
    params.push(entry);
  }
  return params;
}

/** What calling the function gives: awaitable for `async`, an iterator for a generator, managed for `@contextmanager`. */
export function resultOf(cx: PythonContext, func: py.FunctionDef): Type {
  return cx.memo.answer(
    cx.memories.results,
    func,
    unknown,
    () => {
      const inner = bodyResult(cx, func);
      for (const decorator of func.decorators) {
        const name = lastName(decorator);
        if (name === 'contextmanager') return managed('contextlib.AbstractContextManager', inner);
        if (name === 'asynccontextmanager') return managed('contextlib.AbstractAsyncContextManager', inner);
      }
      return func.async && !hasYield(func) ? { kind: 'awaitable', of: inner } : inner;
    },
    sameType,
  );
}

const managed = (name: string, type: Type): Type => instance(name, type.kind === 'iterator' ? type.elt : unknown);

function bodyResult(cx: PythonContext, func: py.FunctionDef): Type {
  if (func.returns) {
    const declared = annotationType(cx, func.returns, cx.module.scopeOf(func));
    if (declared.kind !== 'unknown') {
      // `-> dict` and `-> list` leave open what is in it.
      const told = hasUnknown(declared) && !isStub(func) ? cx.join(declared, inferredResult(cx, func)) : declared;
      return declaredSize(cx, told.kind === declared.kind ? told : declared, func);
    }
  }
  return inferredResult(cx, func);
}

function inferredResult(cx: PythonContext, func: py.FunctionDef): Type {
  if (hasYield(func)) return iterator(witnessedItems(cx, yielded(cx, func), func));
  if (func.body.length === 0) return unknown;
  if (isStub(func)) return overridden(cx, func);
  const results = returnsOf(func);
  let result: Type = unknown;
  for (const one of results.slice(0, maxReturns)) {
    // `return NotImplemented` hands the question on; it is no result.
    if (one.value?.kind === 'Name' && one.value.id === 'NotImplemented') continue;
    result = cx.join(result, one.value ? cx.typeOf(one.value) : none);
  }
  const fallsOff = !terminates(cx, func.body);
  // What only raises gives nothing either.
  if (results.length === 0) return none;
  return witnessed(cx, fallsOff ? cx.join(result, none) : result, func);
}

const maxReturns = 40;

function yielded(cx: PythonContext, func: py.FunctionDef): Type {
  let result: Type = unknown;
  const visit = (node: py.Node): void => {
    if (node.kind === 'FunctionDef' || node.kind === 'Lambda' || node.kind === 'ClassDef') return;
    if (node.kind === 'Yield') result = cx.join(result, node.value ? cx.typeOf(node.value) : none);
    else if (node.kind === 'YieldFrom') result = cx.join(result, elementOf(cx, cx.typeOf(node.value)) ?? unknown);
    for (const child of childrenOf(node)) visit(asPython(child));
  };
  func.body.forEach(visit);
  return result;
}

/** The `return` statements of a function, those of functions inside it left out. */
export function returnsOf(func: py.FunctionDef): py.Return[] {
  const found: py.Return[] = [];
  const visit = (node: py.Node): void => {
    if (node.kind === 'Return') found.push(node);
    else if (node.kind !== 'FunctionDef' && node.kind !== 'ClassDef' && !isExpressionStatement(node)) {
      for (const child of childrenOf(node)) visit(asPython(child));
    }
  };
  func.body.forEach(visit);
  return found;
}

const isExpressionStatement = (node: py.Node): boolean =>
  ['Expr', 'Assign', 'AugAssign', 'AnnAssign', 'Name', 'Call', 'Compare', 'Attribute'].includes(node.kind);

/** A body that only says what subclasses have to write: `...`, `pass` in an abstract method, `raise NotImplementedError`. */
export function isStub(func: py.FunctionDef): boolean {
  const body = func.body.filter(one => !(one.kind === 'Expr' && one.value.kind === 'Str'));
  const [only, more] = body;
  if (more) return false;
  const isAbstract = func.decorators.some(decorator => /^abstract/.test(lastName(decorator)));
  if (!only || only.kind === 'Pass') return isAbstract;
  if (only.kind === 'Expr') return only.value.kind === 'Ellipsis';
  if (only.kind !== 'Raise' || !only.exc) return false;
  return lastName(only.exc.kind === 'Call' ? only.exc.func : only.exc) === 'NotImplementedError';
}

/** The results of the methods of that name in the classes made from this one. */
function overridden(cx: PythonContext, func: py.FunctionDef): Type {
  const info = classAround(cx, func);
  if (!info || func.name.kind !== 'Name') return unknown;
  let result: Type = unknown;
  for (const unit of cx.module.units) {
    for (const node of unit.classes) {
      const other = cx.classOf(node);
      if (other === info || !other.scope.symbols.has(func.name.id)) continue;
      if (!other.bases().some(base => base.kind === 'instance' && base.name === info.name)) continue;
      const method = memberOf(cx, { kind: 'instance', name: other.name, args: [] }, func.name.id);
      const node2 = method?.func?.node;
      if (node2 && node2 !== func && !isStub(node2)) result = cx.join(result, bodyResult(cx, node2));
    }
  }
  return result;
}
