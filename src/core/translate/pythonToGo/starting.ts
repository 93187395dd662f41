/** Functions that are started now and awaited later: which ones they are, and each as a function of Go to be run. */
import { none, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { scopeName } from '../passes/access';
import { positional } from './arguments';
import { coerce } from './coerce';
import type { Context } from './context';
import { expression } from './expressions';
import { calledFunction } from './fallible';
import { applyTo } from './lambdas';
import { newFunction } from './functionState';
import type { FileModel } from './model';
import type { FunctionModel } from './models';
import { resultTypes, settle } from './settling';
import { callModelPlain } from './tailCalls';
import { zeroValue } from './types';
import { isLiteral, value, type Value } from './value';

/** Calls that start the function that is their first argument. */
const takesFunction = /\.(submit|to_thread)$|^(concurrent\.futures|multiprocessing)\..*\.(map|submit)$/;
const cancelled = 'asyncio.CancelledError';
const known = new WeakMap<FileModel, Set<FunctionModel>>();

/** The functions of the file whose end somebody waits for elsewhere. */
export function startedFunctions(model: FileModel, c: Context): Set<FunctionModel> {
  const found = known.get(model) ?? new Set<FunctionModel>();
  if (known.has(model)) return found;
  known.set(model, found);
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind !== 'Call') return;
      const callee = calledFunction(node, model, c);
      if (callee?.node.async && !isAwaited(c, node)) found.add(callee);
      const [first] = positional(node);
      if (!first || !takesFunction.test(c.facts.qualifiedName(node.func) ?? '')) return;
      const started = functionNamed(c, model, first);
      if (started) found.add(started);
    });
  }
  return found;
}

/** The function of the file that a name or an attribute is. */
export function functionNamed(c: Context, model: FileModel, node: py.Expression): FunctionModel | undefined {
  return calledFunction({ kind: 'Call', start: -1, end: -1, func: node, args: [] }, model, c);
}

/** What is awaited where it is called is an ordinary call. */
export function isAwaited(c: Context, node: NodeBase): boolean {
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  if (parent?.kind === 'Await') return true;
  return (
    parent?.kind === 'Call' && /^asyncio\.(run|.*run_until_complete)$/.test(c.facts.qualifiedName(parent.func) ?? '')
  );
}

/** Whether what is awaited later can fail: it gives an error then, everywhere in the file alike. */
export function startedFail(c: Context): boolean {
  return c.model.caughtClasses.has(cancelled) || [...startedFunctions(c.model, c)].some(one => one.fallible);
}

/** What awaiting gives. */
export function resultOf(type: Type): Type {
  if (type.kind === 'awaitable') return settle(type.of);
  if (type.kind === 'instance' && type.args[0]) return settledArgument(type);
  return type;
}

/** The type that a task, a queue or a future is of. */
export function settledArgument(type: Type): Type {
  const [first] = type.kind === 'instance' ? type.args : [];
  return first?.kind === 'none' ? none : settle(first ?? { kind: 'unknown' });
}

/** Calls that are being written as such: all others of asynchronous functions are values. */
const running = new WeakSet<NodeBase>();

/** Writes the call itself, where it is awaited. */
export function run(c: Context, node: py.Expression, want?: Type): Value {
  running.add(node);
  return expression(c, node, want);
}

/** A call of an asynchronous function that nobody awaits here. */
export function isCoroutine(c: Context, node: py.Call): boolean {
  return !running.has(node) && node.start >= 0 && c.facts.typeOf(node).kind === 'awaitable' && !isAwaited(c, node);
}

/** An awaitable as a function that gives its result; where something in the file fails, with an error. */
export function runner(c: Context, node: py.Expression): Value {
  if (node.kind !== 'Call' || !isCoroutine(c, node)) {
    const made = expression(c, node);
    if (made.type.kind === 'awaitable') return made;
    return c.gap('this cannot be awaited here', node);
  }
  const call = withFixedArguments(c, node);
  const type = settle(c.facts.typeOf(node));
  const result = resultOf(type);
  return value(functionOf(c, call, result, calledFunction(node, c.model, c)), type);
}

/** A call as a function literal of no parameters. */
export function functionOf(c: Context, call: py.Call, result: Type, model: FunctionModel | undefined): go.FuncLit {
  const fails = startedFail(c);
  return literal(c, result, fails, () => {
    const isWhole = result.kind !== 'none' && resultTypes(result).length === 1;
    if (fails && model?.fallible && isWhole) {
      running.add(call);
      const plain = callModelPlain(c, model, call);
      if (plain) return c.emit(g.ret(plain));
    }
    const made = run(c, call, result);
    if (result.kind === 'none') {
      if (made.node.kind === 'CallExpr') c.emit(g.exprStmt(made.node));
      c.emit(g.ret(g.composite(c.goType(none), []), ...(fails ? [g.nil()] : [])));
    } else c.emit(g.ret(coerce(c, made, result).node, ...(fails ? [g.nil()] : [])));
  });
}

/** A call as a function literal that a pool runs; the body of a lambda is written in it. */
export function jobOf(c: Context, call: py.Call, result: Type): go.FuncLit {
  const { func } = call;
  if (func.kind !== 'Lambda') return functionOf(c, call, result, calledFunction(call, c.model, c));
  const fails = startedFail(c);
  return literal(c, result, fails, () => {
    const made = coerce(
      c,
      applyTo(
        c,
        func,
        positional(call).map(arg => expression(c, arg)),
      ),
      result,
    );
    c.emit(g.ret(made.node, ...(fails ? [g.nil()] : [])));
  });
}

/** What a thread runs: an exception ends the thread alone, and is shown. */
export function threadBody(c: Context, func: py.Expression, args: py.Call['args']): go.Expression {
  const own = functionNamed(c, c.model, func);
  if (own && args.length === 0 && own.params.length === 0 && !own.fallible && own.result.kind === 'none') {
    return expression(c, func).node;
  }
  const call = withFixedArguments(c, { kind: 'Call', start: -1, end: -1, func, args: [...args] });
  const made = literal(c, none, false, () => {
    const show = (error: go.Expression): go.Statement[] => [
      g.exprStmt(g.pkgCall('fmt', 'Fprintln', g.pkg('os', 'Stderr'), error)),
      g.ret(),
    ];
    c.func.catchers.push({ catches: own?.fallible ? ['builtins.BaseException'] : [], fail: show });
    const run =
      func.kind === 'Lambda'
        ? applyTo(
            c,
            func,
            positional(call).map(arg => expression(c, arg)),
          )
        : expression(c, call);
    if (run.node.kind === 'CallExpr') c.emit(g.exprStmt(run.node));
    else if (!run.pure) c.emit(g.assign(g.ident('_'), run.node));
  });
  made.type.results = [];
  return made;
}

/** A function literal with a state of its own around what `write` writes. */
function literal(c: Context, result: Type, fails: boolean, write: () => void): go.FuncLit {
  const outer = c.func;
  c.func = {
    ...newFunction(outer, 'function'),
    names: outer.names,
    aliases: outer.aliases,
    model: outer.model,
    fallible: fails,
    result,
    results: [result],
    onReturn: values => [g.ret(zeroValue(result, c), ...values.slice(-1))],
  };
  try {
    const body = c.block(write);
    const made = g.funcLit([], [c.goType(result), ...(fails ? [g.ident('error')] : [])], body);
    c.setLocals(made.body, c.func.locals);
    for (const name of c.func.locals.keys()) scopeName(made, name);
    return made;
  } finally {
    c.func = outer;
  }
}

/** The call with arguments that mean later what they mean now. */
export function withFixedArguments(c: Context, node: py.Call): py.Call {
  const args = node.args.map(arg => {
    if (arg.kind === 'Keyword') return { ...arg, value: fixed(c, arg.value) };
    if (arg.kind === 'Starred') return { ...arg, value: fixed(c, arg.value) };
    return fixed(c, arg);
  });
  const call: py.Call = { ...node, start: -1, args };
  const { func } = node;
  if (func.kind === 'Attribute' && func.value.kind === 'Call') {
    return { ...call, func: { ...func, value: fixed(c, func.value) } };
  }
  return call;
}

function fixed(c: Context, node: py.Expression): py.Expression {
  if (isSettled(c, node)) return node;
  const made = expression(c, node);
  if (isLiteral(made.node) || made.node.kind === 'FuncLit') return c.standIn(made);
  const name = c.freshLocal('argument');
  c.emit(g.define(name, made.node));
  return c.standIn({ ...made, node: g.ident(name), pure: true });
}

/** Nothing that runs later changes the value. */
function isSettled(c: Context, node: py.Expression): boolean {
  switch (node.kind) {
    case 'Int':
    case 'Float':
    case 'Str':
    case 'Bool':
    case 'None':
    case 'Lambda':
      return true;
    case 'Name': {
      const symbol = c.facts.symbolOf(node);
      const isLoop = symbol?.scope.kind === 'comprehension' || symbol?.uses.some(use => isForTarget(c, use));
      return isLoop ? isLoopVariable(c, node) : !symbol?.reassigned;
    }
    case 'Attribute':
      return c.facts.typeOf(node.value).kind === 'module' || isFunction(c, node);
    case 'BinOp':
      return isSettled(c, node.left) && isSettled(c, node.right);
    case 'UnaryOp':
      return isSettled(c, node.operand);
    case 'JoinedStr':
      return node.values.every(one => one.kind !== 'FormattedValue' || isSettled(c, one.value));
    case 'Tuple':
      return node.elts.every(elt => isSettled(c, elt));
    default:
      return false;
  }
}

const isFunction = (c: Context, node: py.Attribute): boolean => c.facts.typeOf(node).kind === 'func';

/** Go has a new variable in each round. */
function isLoopVariable(c: Context, node: py.Name): boolean {
  const symbol = c.facts.symbolOf(node);
  if (symbol?.scope.kind === 'comprehension') return true;
  const targets = symbol?.uses.filter(use => isForTarget(c, use)) ?? [];
  const [only] = targets;
  if (!symbol || !only || targets.length > 1 || symbol.uses.some(use => isAssigned(c, use))) return false;
  let loop: NodeBase | undefined = only;
  while (loop && loop.kind !== 'For') loop = c.facts.parentOf(loop);
  const isInside = (use: NodeBase): boolean => {
    for (let at: NodeBase | undefined = use; at; at = c.facts.parentOf(at)) if (at === loop) return true;
    return false;
  };
  return symbol.uses.every(isInside);
}

function isForTarget(c: Context, use: NodeBase): boolean {
  const parent = c.facts.parentOf(use) as py.Node | undefined;
  if (parent?.kind === 'Tuple') return isForTarget(c, parent);
  return parent?.kind === 'For' && parent.target === (use as py.Expression);
}

function isAssigned(c: Context, use: NodeBase): boolean {
  const parent = c.facts.parentOf(use) as py.Node | undefined;
  if (parent?.kind === 'Assign') return parent.targets.includes(use as py.Expression);
  return parent?.kind === 'AugAssign' && parent.target === (use as py.Expression);
}
