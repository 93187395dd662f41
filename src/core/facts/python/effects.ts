/** What running a function may do, read from its body and from the functions that it calls. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { addOnce, addRaised, fromLibraryEffects, noEffects, sameEffects } from '../effects';
import type { Effects } from '../facts';
import { matchArguments } from '../functions';
import { childrenOf } from '../tree';
import type { PythonSymbol } from './bindings';
import { pickOverload } from './calls';
import { classAround } from './classes';
import { constructorOf } from './constructors';
import { asPython, type PythonContext } from './context';
import { allBases, classNameOf } from './instances';
import { argumentsOf } from './operands';
import { functionOf } from './scopes';

type Func = py.FunctionDef | py.Lambda;

const memories = new WeakMap<PythonContext, Map<NodeBase, Effects>>();
const memory = (cx: PythonContext): Map<NodeBase, Effects> => {
  let known = memories.get(cx);
  if (!known) memories.set(cx, (known = new Map()));
  return known;
};

/**
 * The effects of a function. `raises` counts `raise` statements, its own and those of the functions of this file that
 * it calls, where no `try` around catches them; an index or a library call that fails does not count.
 */
export function effectsOf(cx: PythonContext, func: Func): Effects {
  return cx.memo.answer(
    memory(cx),
    func,
    noEffects(),
    () => {
      const effects = noEffects();
      const body: readonly NodeBase[] = func.kind === 'FunctionDef' ? func.body : [func.body];
      const caught: py.Try[] = [];
      for (const node of body) look(cx, func, node, effects, caught);
      if (func.kind === 'FunctionDef' && func.async) effects.awaits ||= body.some(hasAwait);
      return effects;
    },
    sameEffects,
  );
}

const hasAwait = (node: NodeBase): boolean => {
  const n = asPython(node);
  if (n.kind === 'Await' || ((n.kind === 'For' || n.kind === 'With') && n.async)) return true;
  return n.kind !== 'FunctionDef' && n.kind !== 'Lambda' && n.kind !== 'ClassDef' && childrenOf(n).some(hasAwait);
};

function look(cx: PythonContext, func: Func, node: NodeBase, effects: Effects, tries: py.Try[]): void {
  const n = asPython(node);
  switch (n.kind) {
    case 'FunctionDef':
    case 'Lambda':
    case 'ClassDef':
      return;
    case 'Raise':
      raised(cx, n, effects, tries);
      break;
    case 'Yield':
    case 'YieldFrom':
      effects.yields = true;
      break;
    case 'Await':
      effects.awaits = true;
      break;
    case 'Assign':
      for (const target of n.targets) changeTarget(cx, func, target, effects);
      break;
    case 'AugAssign':
      changeTarget(cx, func, n.target, effects);
      if (n.target.kind === 'Name' && /^(list|set|dict)$/.test(cx.typeOf(n.target).kind))
        changed(cx, func, n.target, effects);
      break;
    case 'AnnAssign':
      if (n.value) changeTarget(cx, func, n.target, effects);
      break;
    case 'For':
      changeTarget(cx, func, n.target, effects);
      break;
    case 'Delete':
      for (const target of n.targets) changeTarget(cx, func, target, effects);
      break;
    case 'Name':
      readName(cx, func, n, effects);
      break;
    case 'Call':
      called(cx, func, n, effects, tries);
      break;
    case 'Try':
      for (const one of n.body) look(cx, func, one, effects, [...tries, n]);
      for (const one of [...n.handlers, ...n.orelse, ...n.finalbody]) look(cx, func, one, effects, tries);
      return;
    default:
  }
  for (const child of childrenOf(n)) look(cx, func, child, effects, tries);
}

function raised(cx: PythonContext, n: py.Raise, effects: Effects, tries: readonly py.Try[]): void {
  if (!n.exc) {
    // A bare `raise` hands on what the handler around it caught.
    for (let up = cx.tree.parentOf(n); up; up = cx.tree.parentOf(up)) {
      if (up.kind !== 'ExceptHandler') continue;
      const { type } = up as py.ExceptHandler;
      const known = type ? cx.resolve(type)?.qualified : undefined;
      if (!isCaught(cx, known, tries)) addRaised(effects, known === undefined ? [] : [known]);
      return;
    }
    return addRaised(effects, []);
  }
  const type = cx.typeOf(n.exc);
  const name = type.kind === 'error' || type.kind === 'class' || type.kind === 'instance' ? type.name : undefined;
  const known = name ?? (type.kind === 'error' ? exceptionName(cx, n.exc) : undefined);
  if (!isCaught(cx, known, tries)) addRaised(effects, known === undefined ? [] : [known]);
}

function exceptionName(cx: PythonContext, node: py.Expression): string | undefined {
  return cx.resolve(node.kind === 'Call' ? node.func : node)?.qualified;
}

/** Whether a `try` around catches exceptions of that class. */
function isCaught(cx: PythonContext, name: string | undefined, tries: readonly py.Try[]): boolean {
  const chain = name === undefined ? [] : [name, ...allBases(cx, { kind: 'error', name }).map(classNameOf)];
  return tries.some(one =>
    one.handlers.some(handler => {
      if (handler.kind !== 'ExceptHandler') return false;
      if (!handler.type) return true;
      const caught = (handler.type.kind === 'Tuple' ? handler.type.elts : [handler.type]).map(
        type => cx.resolve(type)?.qualified,
      );
      return caught.some(
        type => type === 'builtins.Exception' || type === 'builtins.BaseException' || chain.includes(type),
      );
    }),
  );
}

/** `p.x = 1` and `p[0] = 1` change p; a name of the module or of a function around outlives the call. */
function changeTarget(cx: PythonContext, func: Func, target: py.Expression, effects: Effects): void {
  switch (target.kind) {
    case 'Name': {
      const symbol = cx.module.symbolOf(target);
      if (symbol && symbol.scope !== cx.module.scopeOf(target) && !isLocal(func, symbol)) effects.impure = true;
      return;
    }
    case 'Tuple':
    case 'List':
      for (const elt of target.elts) changeTarget(cx, func, elt, effects);
      return;
    case 'Starred':
      return changeTarget(cx, func, target.value, effects);
    case 'Attribute':
    case 'Subscript':
      return changed(cx, func, target.value, effects);
    default:
  }
}

/** The object that an expression gives is changed in place. */
function changed(cx: PythonContext, func: Func, node: py.Expression, effects: Effects): void {
  let at = node;
  while (at.kind === 'Attribute' || at.kind === 'Subscript') at = at.value;
  if (at.kind !== 'Name') return;
  const symbol = cx.module.symbolOf(at);
  if (!symbol) return;
  if (symbol.kind === 'parameter' && isOwn(func, symbol)) addOnce(effects.changes, symbol.name);
  else if (!isLocal(func, symbol)) effects.impure = true;
}

const isOwn = (func: Func, symbol: PythonSymbol): boolean => functionOf(symbol.scope)?.node === func;

/** Whether the symbol lives in this function, comprehensions in it included. */
function isLocal(func: Func, symbol: PythonSymbol): boolean {
  return symbol.scope.kind !== 'module' && symbol.scope.kind !== 'builtin' && isOwn(func, symbol);
}

/** A variable of the module that changes makes the answer depend on when it is asked. */
function readName(cx: PythonContext, func: Func, n: py.Name, effects: Effects): void {
  const symbol = cx.module.symbolOf(n);
  if (!symbol || symbol.kind !== 'variable' || isLocal(func, symbol)) return;
  if (symbol.reassigned || symbol.scope.kind === 'function') effects.impure = true;
}

function called(cx: PythonContext, func: Func, n: py.Call, effects: Effects, tries: readonly py.Try[]): void {
  const of = effectsOfCall(cx, n);
  if (of.impure) effects.impure = true;
  const own = cx.resolve(n.func)?.func !== undefined || cx.typeOf(n.func).kind === 'class';
  if (of.raises && own) {
    const loose = of.raisesTypes.filter(
      type => (type.startsWith('.') || isExplicit(cx, n)) && !isCaught(cx, type, tries),
    );
    if (loose.length > 0) addRaised(effects, loose);
    else if (of.raisesTypes.length === 0 && !isCaught(cx, undefined, tries)) addRaised(effects, []);
  }
  for (const node of changedArguments(cx, n, of)) changed(cx, func, node, effects);
}

/** A function of this file raises by statements; a class of a library by itself. */
const isExplicit = (cx: PythonContext, n: py.Call): boolean => {
  const resolved = cx.resolve(n.func);
  return resolved?.func !== undefined || resolved?.qualified?.startsWith('.') === true;
};

/** The receiver and the arguments of a call that it changes. */
function changedArguments(cx: PythonContext, n: py.Call, of: Effects): py.Expression[] {
  if (of.changes.length === 0) return [];
  const found: py.Expression[] = [];
  const resolved = cx.resolve(n.func);
  const node = resolved?.func?.node;
  const self = node?.params[0];
  const isMethod = n.func.kind === 'Attribute' && node && classAround(resolved!.func!.cx, node) !== undefined;
  const selfName = isMethod && self?.kind === 'Param' && self.name?.kind === 'Name' ? self.name.id : 'self';
  if (n.func.kind === 'Attribute' && of.changes.includes(selfName)) found.push(n.func.value);
  const type = resolved?.overloads ? pickOverload(cx, resolved.overloads, n).type : cx.typeOf(n.func);
  if (type.kind !== 'func') return found;
  const args = argumentsOf(n);
  const { targets } = matchArguments(type.params, args);
  args.forEach((arg, i) => {
    if (targets[i]?.name !== undefined && of.changes.includes(targets[i].name)) found.push(arg.node);
  });
  return found;
}

/** What one call does. An unknown callee may do anything. */
export function effectsOfCall(cx: PythonContext, n: py.Call): Effects {
  const resolved = cx.resolve(n.func);
  if (resolved?.func) return effectsOf(resolved.func.cx, resolved.func.node);
  if (resolved?.overloads) return fromLibraryEffects(pickOverload(cx, resolved.overloads, n).effects);
  const type = cx.typeOf(n.func);
  if (type.kind === 'class') return constructing(cx, type.name, n);
  if (n.func.kind === 'Lambda') return effectsOf(cx, n.func);
  if (n.func.kind === 'Name') {
    const symbol = cx.module.symbolOf(n.func);
    const binding = symbol && !symbol.reassigned ? symbol.bindings[0] : undefined;
    if (binding?.kind === 'value' && binding.value.kind === 'Lambda') return effectsOf(cx, binding.value);
  }
  return { ...noEffects(), impure: true };
}

function constructing(cx: PythonContext, name: string, n: py.Call): Effects {
  const own = cx.classNamed(name);
  const init = own?.scope.symbols.get('__init__')?.bindings[0];
  if (own && init?.kind === 'function') {
    const effects = effectsOf(own.cx, init.node);
    const self = init.node.params[0];
    const selfName = self?.kind === 'Param' && self.name?.kind === 'Name' ? self.name.id : '';
    // A new object is nobody else's yet.
    return { ...effects, changes: effects.changes.filter(change => change !== selfName) };
  }
  if (own) return noEffects();
  if (!cx.library.class(name)) return { ...noEffects(), impure: true };
  const options = constructorOf(cx, name);
  return options.length > 0 ? fromLibraryEffects(pickOverload(cx, options, n).effects) : noEffects();
}

const pureKinds = new Set(
  `Name Int Float Imaginary Str Bytes JoinedStr FormattedValue Bool None Ellipsis List Tuple Set Dict DictItem DictSpread
  ListComp SetComp DictComp Comprehension UnaryOp BinOp BoolOp Compare IfExp Starred Attribute Subscript Slice Lambda Keyword
  GeneratorExp`.split(/\s+/),
);

/** Evaluating it twice, or not at all, changes nothing. What may raise by a call is not pure; an index is. */
export function isPure(cx: PythonContext, node: NodeBase): boolean {
  const n = asPython(node);
  if (n.kind === 'Lambda') return true;
  if (n.kind === 'Call') {
    const of = effectsOfCall(cx, n);
    if (of.impure || of.raises || of.changes.length > 0 || of.awaits || of.yields) return false;
  } else if (!pureKinds.has(n.kind)) return false;
  return childrenOf(n).every(child => isPure(cx, child));
}
