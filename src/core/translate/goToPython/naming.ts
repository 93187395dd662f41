/** The Python name of every variable: Go's blocks end where Python's functions do not. */
import { walk, type NodeBase } from '../../syntax/node';
import type { FuncDecl } from '../../syntax/go/ast';
import { avoidPythonWords, pythonName } from '../names';
import type { Context, FunctionContext } from './context';
import type { FunctionNode, Variable } from './symbols';

/** Modules that answers import under their own name; a local variable of that name would hide them. */
const modules = new Set(
  'copy dataclasses functools itertools json math os queue random re string sys threading time'.split(' '),
);

/** The name by which the variable is known where the code is being written. */
export function nameOf(cx: Context, variable: Variable): string {
  if (variable.name === '_') return '_';
  if (!variable.owner && variable.kind !== 'local') return cx.program.moduleNames.get(variable.name) ?? local(variable);
  if (variable.kind === 'receiver') return 'self';
  for (let fn: FunctionContext | undefined = cx.fn; fn; fn = fn.up) {
    const known = fn.names.get(variable);
    if (known !== undefined) return known;
  }
  const fn = ownerContext(cx, variable);
  const chosen = choose(cx, fn, variable);
  fn.names.set(variable, chosen);
  return chosen;
}

function local(variable: Variable): string {
  const wanted = avoidPythonWords(pythonName(variable.name, variable.kind === 'const' ? 'constant' : 'variable'));
  // `l`, `O` and `I` look like digits, which linters refuse.
  return modules.has(wanted) || /^[lOI]$/.test(wanted) ? `${wanted}_` : wanted;
}

/** A name for what a comprehension goes through, which the expression does not use itself. */
export function unusedName(wanted: string, within: NodeBase): string {
  const used = new Set<unknown>();
  walk(within, node => void (node.kind === 'Name' && used.add(node['id'])));
  let id = wanted;
  for (let i = 2; used.has(id); i++) id = `${wanted}${i}`;
  return id;
}

/** The context of the function that declares a variable. */
export function ownerContext(cx: Context, variable: Variable): FunctionContext {
  for (let fn: FunctionContext | undefined = cx.fn; fn; fn = fn.up) if (fn.node === variable.owner) return fn;
  return cx.fn;
}

function choose(cx: Context, fn: FunctionContext, variable: Variable): string {
  const wanted = local(variable);
  let chosen = wanted;
  for (let i = 2; isTaken(cx, fn, variable, chosen); i++)
    chosen = /\d$/.test(wanted) ? `${wanted}_${i}` : `${wanted}${i}`;
  return chosen;
}

function isTaken(cx: Context, fn: FunctionContext, variable: Variable, wanted: string): boolean {
  for (let at: FunctionContext | undefined = fn; at; at = at.up) {
    if (at.fresh.has(wanted)) return true;
    for (const [other, name] of at.names) if (name === wanted && clash(cx, other, variable)) return true;
  }
  return wanted === 'self' || moduleNamesIn(cx, fn).has(wanted);
}

/** Whether the two could not share a name: the older one is still read after the newer one has got its value. */
function clash(cx: Context, older: Variable, newer: Variable): boolean {
  if (older.owner !== newer.owner) {
    // A nested function hides the outer name; that matters where it uses both.
    return (
      older.uses.some(use => isWithin(cx, use, newer.owner)) ||
      newer.uses.some(
        use => isWithin(cx, use, older.owner) && older.owner !== undefined && isNested(cx, older.owner, newer.owner),
      )
    );
  }
  if (cx.usage.isCaptured(older)) return true;
  const at = newer.ident;
  if (older.uses.some(use => use.start > at.start)) return true;
  for (
    let loop = cx.program.bindings.loopOf(at);
    loop && loop !== older.loop;
    loop = cx.program.bindings.loopOf(loop)
  ) {
    const { start, end } = loop;
    if (older.uses.some(use => use.start >= start && use.start < end) && older.ident.start < start) return true;
  }
  return false;
}

function isWithin(cx: Context, node: NodeBase, owner: FunctionNode | undefined): boolean {
  for (let at = cx.program.bindings.functionOf(node); at; at = cx.program.bindings.functionOf(at))
    if (at === owner) return true;
  return false;
}

const isNested = (cx: Context, inner: FunctionNode, outer: FunctionNode | undefined): boolean =>
  isWithin(cx, inner, outer);

const usedModuleNames = new WeakMap<object, Set<string>>();

/** The module-level names that the outermost function uses: a local variable may not hide them. */
function moduleNamesIn(cx: Context, fn: FunctionContext): Set<string> {
  let top: FunctionContext = fn;
  while (top.up?.node) top = top.up;
  const key: object = top.node ?? cx.program;
  let names = usedModuleNames.get(key);
  if (!names) {
    names = new Set();
    for (const [goName, variable] of cx.program.bindings.packageLevel) {
      const name = cx.program.moduleNames.get(goName);
      if (
        name &&
        variable.uses.some(use => !top.node || isWithin(cx, use, top.node) || use === (top.node as FuncDecl).name)
      )
        names.add(name);
    }
    usedModuleNames.set(key, names);
  }
  return names;
}

/** A name that the translation needs for itself. */
export function freshName(cx: Context, wanted: string): string {
  let chosen = avoidPythonWords(wanted);
  const taken = (name: string): boolean => {
    for (let fn: FunctionContext | undefined = cx.fn; fn; fn = fn.up) {
      if (fn.fresh.has(name) || [...fn.names.values()].includes(name)) return true;
    }
    // Names that the function will only come to later.
    return (
      cx.program.names.has(name) ||
      cx.program.bindings.all.some(one => one.owner && local(one) === name && sameTop(cx, one))
    );
  };
  for (let i = 2; taken(chosen); i++) chosen = `${wanted}${i}`;
  cx.fn.fresh.add(chosen);
  return chosen;
}

function sameTop(cx: Context, variable: Variable): boolean {
  for (let fn: FunctionContext | undefined = cx.fn; fn; fn = fn.up) if (fn.node === variable.owner) return true;
  return false;
}

/** Notes that a function gives a value to a variable that is not its own. */
export function noteWrite(cx: Context, variable: Variable): void {
  if (variable.kind === 'global') {
    if (cx.fn.node) cx.fn.globals.add(nameOf(cx, variable));
    return;
  }
  if ((variable.owner !== cx.fn.node && variable.owner) || cx.fn.outside?.has(variable))
    cx.fn.nonlocals.add(nameOf(cx, variable));
}
