/**
 * Which functions end with an error result. A raise that the user wrote leaves its function unless a `try` around it
 * takes it; so does a call of such a function; and so does an implicit failure that some `try` of the file can catch.
 */
import { any, type Type } from '../../facts/types';
import { splitQualified } from '../../library/library';
import { pythonLibrary } from '../../library/python';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { Context } from './context';
import { missingMethods } from './abstractClasses';
import { isAbstract } from './polymorphism';
import { exceptionName, handlerClasses, isNamedTuple } from './modelFacts';
import { type FileModel } from './model';
import { calledValues, type FunctionValues } from './functionValues';
import { enumNamed } from './enumLookups';
import { isContextManager } from './contextManagers';
import { isGoneThroughAtOnce } from './failingGenerators';
import { type ClassModel, type FunctionModel } from './models';
import { operatorCallees } from './operatorCallees';
import { isDay } from './library/datetime';
import { isAwaited, startedFunctions } from './starting';
import { handledClasses } from './web/errorHandlers';
import { webOf } from './web/views';
import { openArity } from './openCalls';
import { settle } from './settling';

interface CallSite {
  callee: FunctionModel;
  /** What the `try` statements around it take. */
  caught: string[];
}

interface Raised {
  name: string;
  caught: string[];
}

interface Summary {
  calls: CallSite[];
  raises: Raised[];
  implicit: Raised[];
}

export function findFallible(model: FileModel, c: Context): void {
  const summaries = new Map<FunctionModel, Summary>();
  for (const func of model.functions.values()) {
    const owner = func.className === undefined ? undefined : model.classes.get(func.className);
    summaries.set(func, summarize(isAbstract(c, func, owner) ? [] : func.node.body, model, c, caughtAround(func, c)));
  }
  for (const values of model.functionValues.values()) summaries.set(values.model, summaryOf(values, model, c));
  const top = summarize(
    c.input.file.units.map(unit => unit.node as py.Statement),
    model,
    c,
  );
  spreadCatchable(model, [...summaries.entries()], top);
  for (let changed = true; changed;) {
    changed = false;
    for (const [func, summary] of summaries) {
      if (func.fallible || !canReturnError(func, c)) continue;
      const fails = isPlainGenerator(func, c)
        ? failsForSomebody(func, summary, model)
        : summary.raises.some(raised => !model.catches(raised.caught, raised.name)) ||
          summary.implicit.some(
            raised => !model.catches(raised.caught, raised.name) && model.catches([...func.catchable], raised.name),
          ) ||
          summary.calls.some(site => site.callee.fallible && !takesAll(site.caught));
      if (fails) changed = markFallible(model, func) || changed;
    }
    for (const values of model.functionValues.values()) changed = shareFailure(values) || changed;
  }
}

/** What function values of one arity run. */
function summaryOf(values: FunctionValues, model: FileModel, c: Context): Summary {
  const bodies = values.lambdas.map(({ start, end, body }): py.Statement => ({
    kind: 'Expr',
    start,
    end,
    value: body,
  }));
  const summary = summarize(bodies, model, c);
  return { ...summary, calls: [...summary.calls, ...values.functions.map(callee => ({ callee, caught: [] }))] };
}

/** Where one function value fails, all of its arity give an error. */
function shareFailure({ model, functions, arity }: FunctionValues): boolean {
  if (!model.fallible || arity === openArity) return false;
  const others = functions.filter(one => !one.fallible && !one.generator);
  for (const one of others) one.fallible = true;
  return others.length > 0;
}

/** Methods of one name in one family of classes have one signature. */
function markFallible(model: FileModel, func: FunctionModel): boolean {
  func.fallible = true;
  for (const other of sameMethods(model, func)) other.fallible = true;
  return true;
}

/** The methods of its name in its family of classes: a call may run any of them. */
function sameMethods(model: FileModel, func: FunctionModel): FunctionModel[] {
  const { className } = func;
  const { name } = func.node;
  if (className === undefined || name.kind !== 'Name') return [];
  return [...model.classes.values()].flatMap(one => {
    const other = one.methods.get(name.id);
    return other && other !== func && related(model, one.name, className) ? [other] : [];
  });
}

function related(model: FileModel, a: string, b: string): boolean {
  const roots = (name: string): string[] => {
    const own = model.classes.get(name);
    const bases = [...(own?.bases ?? []), ...(own?.protocols ?? [])];
    return bases.length === 0 ? [name] : bases.flatMap(base => roots(base.name));
  };
  const other = roots(b);
  return roots(a).some(root => other.includes(root));
}

/** What Go calls by itself has a fixed signature. */
function canReturnError(func: FunctionModel, c: Context): boolean {
  if (webOf(c).views.has(func.node)) return false;
  const name = func.node.name.kind === 'Name' ? func.node.name.id : '';
  if (isPlainGenerator(func, c) && !isGoneThroughAtOnce(c, c.model, func)) return false;
  return !/^__(str|repr|len|eq|lt|le|gt|ge|hash|bool|iter|next|contains)__$/.test(name);
}

const isPlainGenerator = (func: FunctionModel, c: Context): boolean =>
  func.generator && !isContextManager(c, func.node);

/** A generator gives errors only where somebody takes them: else they end the program from wherever they are. */
function failsForSomebody(func: FunctionModel, summary: Summary, model: FileModel): boolean {
  const taken = [...func.catchable];
  const escapes = (raised: Raised): boolean =>
    !model.catches(raised.caught, raised.name) && model.catches(taken, raised.name);
  return (
    summary.raises.some(escapes) ||
    summary.implicit.some(escapes) ||
    (taken.length > 0 && summary.calls.some(site => site.callee.fallible && !takesAll(site.caught)))
  );
}

function takesAll(caught: readonly string[]): boolean {
  return caught.includes('builtins.Exception') || caught.includes('builtins.BaseException');
}

/** What a `try` around a call takes is catchable in all that the call runs. */
function spreadCatchable(model: FileModel, summaries: [FunctionModel, Summary][], top: Summary): void {
  const spread = (sites: readonly CallSite[], outer: ReadonlySet<string>): boolean => {
    let changed = false;
    for (const { callee, caught } of sites) {
      for (const name of [...caught, ...outer]) {
        if (callee.catchable.has(name)) continue;
        for (const one of [callee, ...sameMethods(model, callee)]) one.catchable.add(name);
        changed = true;
      }
    }
    return changed;
  };
  spread(top.calls, new Set());
  for (let changed = true; changed;) {
    changed = false;
    for (const [func, summary] of summaries) changed = spread(summary.calls, func.catchable) || changed;
  }
}

/** What is answered for a view by handlers of errors, as a `try` around its body. */
function caughtAround(func: FunctionModel, c: Context): string[] {
  const view = webOf(c).views.get(func.node);
  return view && !view.handles ? handledClasses(c) : [];
}

function summarize(body: readonly py.Statement[], model: FileModel, c: Context, around: string[] = []): Summary {
  const summary: Summary = { calls: [], raises: [], implicit: [] };
  const spreadStarted = (caught: string[]): void => {
    for (const callee of startedFunctions(model, c)) summary.calls.push({ callee, caught });
    const cancelled = 'asyncio.CancelledError';
    if (model.caughtClasses.has(cancelled)) summary.raises.push({ name: cancelled, caught });
  };
  const visit = (root: NodeBase, caught: string[]): void => {
    walk(root, child => {
      const node = child as unknown as py.Node;
      switch (node.kind) {
        case 'FunctionDef':
        case 'ClassDef':
        case 'Lambda':
          return child === root && node.kind !== 'FunctionDef' && node.kind !== 'ClassDef' ? undefined : false;
        case 'Try': {
          const handlers = node.handlers.filter(one => one.kind === 'ExceptHandler');
          const taken = handlers.flatMap(handler => handlerClasses(handler, c));
          // A handler that raises again lets through what it takes.
          node.body.forEach(statement => visit(statement, [...caught, ...taken]));
          for (const handler of handlers) {
            handler.body.forEach(statement => visit(statement, caught));
            if (reraises(handler)) {
              for (const name of handlerClasses(handler, c)) summary.raises.push({ name, caught });
            }
          }
          [...node.orelse, ...node.finalbody].forEach(statement => visit(statement, caught));
          return false;
        }
        case 'Raise':
          if (node.exc) summary.raises.push({ name: raisedName(node.exc, c), caught });
          return undefined;
        case 'Return':
          // What does not take an operand is an error where the file looks for one.
          if (
            node.value?.kind === 'Name' &&
            node.value.id === 'NotImplemented' &&
            model.caughtClasses.has('builtins.TypeError')
          ) {
            summary.raises.push({ name: 'builtins.TypeError', caught });
          }
          return undefined;
        case 'Await':
          if (!awaitsOwnCall(node, model, c)) spreadStarted(caught);
          return undefined;
        case 'Call': {
          if (waitsForStarted(node, c)) spreadStarted(caught);
          const callee = calledFunction(node, model, c);
          if (callee && runsHere(node, callee, c)) summary.calls.push({ callee, caught });
          const abstract = classCalled(node, model, c);
          if (abstract && missingMethods(c, abstract).length > 0) {
            summary.raises.push({ name: 'builtins.TypeError', caught });
          }
          const values = callee ? undefined : calledValues(c, model, node);
          if (values) summary.calls.push({ callee: values.model, caught });
          for (const name of implicitFailures(node, c)) summary.implicit.push({ name, caught });
          return undefined;
        }
        case 'Attribute': {
          const accessor = accessorOf(node, model, c);
          if (accessor) summary.calls.push({ callee: accessor, caught });
          const refused = refusedChange(node, model, c);
          if (refused !== undefined) summary.raises.push({ name: refused, caught });
          return undefined;
        }
        case 'Subscript':
        case 'BinOp':
        case 'AugAssign':
        case 'UnaryOp':
        case 'Compare':
          for (const callee of operatorCallees(node, model, c)) summary.calls.push({ callee, caught });
          for (const name of implicitFailures(node, c)) summary.implicit.push({ name, caught });
          return undefined;
        case 'Assert':
        case 'Assign':
        case 'For':
          for (const name of implicitFailures(node, c)) summary.implicit.push({ name, caught });
          return undefined;
        default:
          return undefined;
      }
    });
  };
  for (const statement of body) visit(statement, around);
  return summary;
}

/** `await f()`: the call runs here. */
function awaitsOwnCall(node: py.Await, model: FileModel, c: Context): boolean {
  if (node.value.kind !== 'Call') return false;
  if (calledFunction(node.value, model, c)) return true;
  return (
    !/^asyncio\.(gather|wait_for|shield|wait|to_thread)$/.test(c.facts.qualifiedName(node.value.func) ?? '') ||
    node.value.args.some(
      arg => arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && arg.arg.id === 'return_exceptions',
    )
  );
}

/** `future.result()`, `pool.map(f, items)`: an error of what was started comes out. */
function waitsForStarted(node: py.Call, c: Context): boolean {
  const name = c.facts.qualifiedName(node.func) ?? '';
  return /^(asyncio\.(Task|Future)\.result|concurrent\.futures\.Future\.result|concurrent\.futures\..*Executor\.map)$/.test(
    name,
  );
}

/** A call of an asynchronous function makes a coroutine: it runs where it is awaited. */
function runsHere(node: py.Call, callee: FunctionModel, c: Context): boolean {
  return !callee.node.async || callee.generator || isAwaited(c, node);
}

/** The property that an attribute reads, or the setter that an assignment to it runs. */
function accessorOf(node: py.Attribute, model: FileModel, c: Context): FunctionModel | undefined {
  const name = node.attr.kind === 'Name' ? node.attr.id : '';
  const type = c.facts.typeOf(node.value);
  const of = type.kind === 'optional' ? type.of : type;
  if (of.kind !== 'instance' || !of.name.startsWith('.')) return undefined;
  const owner = of.name.slice(1);
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  const isTarget =
    (parent?.kind === 'Assign' && parent.targets.includes(node)) ||
    (parent?.kind === 'AugAssign' && parent.target === node);
  if (isTarget) return model.setter(owner, name);
  const method = model.method(owner, name);
  return method?.binding === 'property' ? method : undefined;
}

function classCalled({ func }: py.Call, model: FileModel, c: Context): ClassModel | undefined {
  return func.kind === 'Name' && c.facts.symbolOf(func)?.kind === 'class' ? model.classes.get(func.id) : undefined;
}

/** An assignment to a field of what is frozen. */
function refusedChange(node: py.Attribute, model: FileModel, c: Context): string | undefined {
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  const isSet =
    parent?.kind === 'Assign' ? parent.targets.includes(node) : parent?.kind === 'AugAssign' && parent.target === node;
  const type = isSet ? c.facts.typeOf(node.value) : undefined;
  const owner = type?.kind === 'instance' ? model.classes.get(type.name.slice(1)) : undefined;
  if (!owner || node.attr.kind !== 'Name' || model.setter(owner.name, node.attr.id)) return undefined;
  if (isReadOnly(model.method(owner.name, node.attr.id))) return 'builtins.AttributeError';
  if (!owner.isFrozen) return undefined;
  return isNamedTuple(owner) ? 'builtins.AttributeError' : 'dataclasses.FrozenInstanceError';
}

/** A property; whether it has a setter is for who asks. */
export const isReadOnly = (method: FunctionModel | undefined): boolean =>
  method?.binding === 'property' && method.node.decorators.some(one => one.kind === 'Name' && one.id === 'property');

function reraises(handler: py.ExceptHandler): boolean {
  let found = false;
  for (const statement of handler.body) {
    walk(statement, node => {
      if (node.kind === 'Raise' && !(node as unknown as py.Raise).exc) found = true;
      return node.kind === 'FunctionDef' ? false : undefined;
    });
  }
  return found;
}

/** The class of what a `raise` raises. */
export function raisedName(exc: py.Expression, c: Context): string {
  if (exc.kind === 'Call') return exceptionName(exc.func, c);
  const held = c.facts.typeOf(exc);
  const type = held.kind === 'optional' ? held.of : held;
  if (type.kind === 'error' && type.name) return type.name;
  return type.kind === 'class' ? type.name : exceptionName(exc, c);
}

/** The function of this file that a call runs: also a constructor, and a method by the type of its receiver. */
export function calledFunction(node: py.Call, model: FileModel, c: Context): FunctionModel | undefined {
  const { func } = node;
  if (func.kind === 'Name') {
    const symbol = c.facts.symbolOf(func);
    const known = model.functionOf(symbol);
    if (known) return known;
    if (symbol?.kind === 'class') return model.method(func.id, '__init__') ?? model.method(func.id, '__post_init__');
    return callOf(c.facts.typeOf(func), model);
  }
  if (func.kind !== 'Attribute' || func.attr.kind !== 'Name') return undefined;
  const name = func.attr.id;
  if (func.value.kind === 'Call' && func.value.func.kind === 'Name' && func.value.func.id === 'super') {
    const owner = enclosingClass(node, c);
    for (const base of model.classes.get(owner ?? '')?.bases ?? []) {
      const found = model.method(base.name, name);
      if (found) return found;
    }
    return undefined;
  }
  const type = c.facts.typeOf(func.value);
  const inner = type.kind === 'optional' ? type.of : type;
  const of = inner.kind === 'union' ? settle(inner) : inner;
  const found =
    (of.kind === 'instance' || of.kind === 'class' || of.kind === 'error') && of.name?.startsWith('.')
      ? model.method(of.name.slice(1), name)
      : undefined;
  return found ?? callOf(c.facts.typeOf(func), model);
}

/** What runs where an object is called. */
const callOf = (type: Type, model: FileModel): FunctionModel | undefined =>
  type.kind === 'instance' && type.name.startsWith('.') ? model.method(type.name.slice(1), '__call__') : undefined;

export function enclosingClass(node: NodeBase, c: Context): string | undefined {
  for (let at = c.facts.parentOf(node); at; at = c.facts.parentOf(at)) {
    if (at.kind === 'ClassDef') {
      const { name } = at as py.ClassDef;
      return name.kind === 'Name' ? name.id : undefined;
    }
  }
  return undefined;
}

/** The classes of exceptions that Python itself raises here, as far as programs catch them. */
export function implicitFailures(node: py.Node, c: Context): string[] {
  switch (node.kind) {
    case 'Subscript': {
      if (node.slice.kind === 'Slice') return [];
      if (enumNamed(c, node.value)) return ['builtins.KeyError'];
      const type = c.typeOf(node.value);
      if (type.kind === 'dict') return ['builtins.KeyError'];
      return type.kind === 'list' || type.kind === 'str' || type.kind === 'tuple' ? ['builtins.IndexError'] : [];
    }
    case 'BinOp':
      if (!['/', '//', '%'].includes(node.op) || c.typeOf(node.left).kind === 'str') return [];
      return node.right.kind === 'Int' || node.right.kind === 'Float' ? [] : ['builtins.ZeroDivisionError'];
    case 'Assert':
      return ['builtins.AssertionError'];
    case 'Assign':
      return unpacksList(node.targets, c.typeOf(node.value), node.value) ? ['builtins.ValueError'] : [];
    case 'For': {
      const type = c.typeOf(node.iter);
      return unpacksList([node.target], 'elt' in type ? type.elt : any) ? ['builtins.ValueError'] : [];
    }
    case 'Call': {
      if (enumNamed(c, node.func)) return ['builtins.ValueError'];
      const name = c.facts.qualifiedName(node.func);
      if (name === undefined || isLiteralDate(node, name)) return [];
      return failingCalls[name] ?? libraryFailures(name);
    }
    default:
      return [];
  }
}

/** `a, b = line.split()`: how many there are shows when the program runs. */
const unpacksList = (targets: readonly py.Expression[], type: Type, from?: py.Expression): boolean =>
  targets.some(target => target.kind === 'Tuple' || target.kind === 'List') &&
  (type.kind === 'list' || type.kind === 'str') &&
  from?.kind !== 'List';

/** A date that is written out is there. */
const isLiteralDate = (node: py.Call, name: string): boolean =>
  /^datetime\.(date|datetime|time)$/.test(name) &&
  node.args.every(arg => arg.kind === 'Int') &&
  (name === 'datetime.time' ||
    isDay(...(node.args.map(arg => Number((arg as py.Int).value)) as [number, number, number])));

/** Modules whose functions fail as their tables say; a stream that was opened is taken to go on. */
const tellsFailures = /^(os|shutil|pathlib|posixpath|datetime|configparser)\./;
const knownFailures = new Map<string, string[]>();

/** What a function or a method of the library raises. */
function libraryFailures(name: string): string[] {
  if (!tellsFailures.test(name)) return [];
  const found = knownFailures.get(name) ?? [...raisesOf(name.replace(/^posixpath\./, 'os.path.'))];
  knownFailures.set(name, found);
  return found;
}

function raisesOf(name: string): readonly string[] {
  const { module, member } = splitQualified(name);
  const known = pythonLibrary.module(module)?.members.get(member) ?? pythonLibrary.class(module)?.members.get(member);
  const made = known?.kind === 'class' ? known.class.members.get('__init__') : known;
  return made?.kind === 'function' ? (made.overloads[0]?.effects.raises ?? []) : [];
}

const failingCalls: Record<string, string[]> = {
  'builtins.int': ['builtins.ValueError'],
  'builtins.float': ['builtins.ValueError'],
  'builtins.open': ['builtins.OSError', 'builtins.FileNotFoundError'],
  'builtins.next': ['builtins.StopIteration'],
  'builtins.input': ['builtins.EOFError'],
  'builtins.list.remove': ['builtins.ValueError'],
  'builtins.list.index': ['builtins.ValueError'],
  'builtins.list.pop': ['builtins.IndexError'],
  'builtins.dict.pop': ['builtins.KeyError'],
  'builtins.str.index': ['builtins.ValueError'],
  'string.Template.substitute': ['builtins.KeyError'],
  'shlex.split': ['builtins.ValueError'],
  'builtins.str.rindex': ['builtins.ValueError'],
  'builtins.str.encode': ['builtins.UnicodeEncodeError'],
  'builtins.bytes.decode': ['builtins.UnicodeDecodeError'],
  'builtins.bytearray.pop': ['builtins.IndexError'],
  'builtins.bytes.fromhex': ['builtins.ValueError'],
  'builtins.bytes.index': ['builtins.ValueError'],
  'base64.b64decode': ['binascii.Error'],
  'base64.urlsafe_b64decode': ['binascii.Error'],
  'base64.b32decode': ['binascii.Error'],
  'binascii.unhexlify': ['binascii.Error'],
  'struct.unpack': ['struct.error'],
  'struct.unpack_from': ['struct.error'],
  'struct.Struct.unpack': ['struct.error'],
  'struct.Struct.unpack_from': ['struct.error'],
  'json.loads': ['json.JSONDecodeError'],
  'urllib.request.urlopen': ['urllib.error.URLError', 'urllib.error.HTTPError'],
  'requests.get': ['requests.ConnectionError'],
  'requests.post': ['requests.ConnectionError'],
  'requests.put': ['requests.ConnectionError'],
  'requests.delete': ['requests.ConnectionError'],
  'requests.patch': ['requests.ConnectionError'],
  'requests.request': ['requests.ConnectionError'],
  'requests.Response.raise_for_status': ['requests.HTTPError'],
  'requests.Response.json': ['builtins.ValueError'],
  'asyncio.wait_for': ['builtins.TimeoutError'],
  'asyncio.Queue.get_nowait': ['asyncio.QueueEmpty'],
  'asyncio.Queue.put_nowait': ['asyncio.QueueFull'],
  'queue.Queue.get': ['queue.Empty'],
  'queue.Queue.get_nowait': ['queue.Empty'],
};
