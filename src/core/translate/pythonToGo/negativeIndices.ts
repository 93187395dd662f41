/** Indices that may be negative, which in Python count from the end. */
import type { Symbol } from '../../facts/facts';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { Context } from './context';
import { isNonNegative } from './ranges';

/** `loop`: one below the first round of a loop; `given`: some caller gives a negative one. */
export type Negative = 'loop' | 'given';

/** Whether the code around shows that an index is negative at times. */
export function mayBeNegative(c: Context, node: py.Expression): Negative | undefined {
  if (node.kind === 'UnaryOp' && node.op === '~') return 'given';
  if (node.kind === 'Name') return isGivenNegative(c, node) || isSetNegative(c, node) ? 'given' : undefined;
  if (startsNegative(node)) return 'given';
  if (node.kind !== 'BinOp' || node.op !== '-' || node.left.kind !== 'Name') return undefined;
  const symbol = c.facts.symbolOf(node.left);
  const first = symbol && firstValue(c, symbol);
  if (first === undefined) return undefined;
  const least = node.right.kind === 'Int' ? first - Number(node.right.value) : isNonNegative(c, node.right) ? -1 : 0;
  return least < 0 && !isGuarded(c, node, node.left.id) ? 'loop' : undefined;
}

/** `-i - 1`. */
function startsNegative(node: py.Expression): boolean {
  if (node.kind !== 'BinOp' || (node.op !== '-' && node.op !== '+')) return false;
  return isNegative(node.left) || startsNegative(node.left);
}

/** A variable that is given a negative number somewhere, where nothing around the place looks at it. */
function isSetNegative(c: Context, node: py.Name): boolean {
  const symbol = c.facts.symbolOf(node);
  const isSet = symbol?.uses.some(use => {
    const up = c.facts.parentOf(use) as py.Node | undefined;
    return up?.kind === 'Assign' && up.targets.some(target => target === use) && isNegative(up.value);
  });
  return isSet === true && !isGuarded(c, node, node.id);
}

/** Whether a number that is counted from the end is surely one or more: `xs[-0]` is the first item. */
export function isPositive(c: Context, node: py.Expression): boolean {
  if (node.kind === 'Int') return Number(node.value) > 0;
  if (node.kind === 'BinOp' && node.op === '+') {
    const [a, b] = [node.left, node.right];
    return (isPositive(c, a) && isNonNegative(c, b)) || (isNonNegative(c, a) && isPositive(c, b));
  }
  const symbol = node.kind === 'Name' ? c.facts.symbolOf(node) : undefined;
  return symbol !== undefined && (firstValue(c, symbol) ?? 0) > 0;
}

/** What a loop over a range gives a variable first. */
function firstValue(c: Context, symbol: Symbol): number | undefined {
  const values = symbol.uses.map(use => startAt(c, use)).filter(one => one !== 'read');
  const [only] = values;
  return values.length === 1 && typeof only === 'number' ? only : undefined;
}

function startAt(c: Context, use: NodeBase): number | 'read' | undefined {
  let target = use;
  let parent = c.facts.parentOf(use) as py.Node | undefined;
  if (parent?.kind === 'Tuple' && parent.elts[0] === use) {
    target = parent;
    parent = c.facts.parentOf(parent) as py.Node | undefined;
  }
  if (parent?.kind === 'Assign') return parent.targets.some(one => one === target) ? undefined : 'read';
  if (parent?.kind === 'AugAssign') return parent.target === use ? undefined : 'read';
  if ((parent?.kind !== 'For' && parent?.kind !== 'Comprehension') || parent.target !== target) return 'read';
  if (parent.iter.kind !== 'Call') return undefined;
  const name = c.facts.qualifiedName(parent.iter.func);
  if (target !== use) return name === 'builtins.enumerate' && parent.iter.args.length === 1 ? 0 : undefined;
  if (name !== 'builtins.range') return undefined;
  const [first, second, ...rest] = parent.iter.args;
  if (!second) return 0;
  return rest.length === 0 && first?.kind === 'Int' ? Number(first.value) : undefined;
}

/** A test around the place, or one that leaves before it, looks at the variable. */
function isGuarded(c: Context, node: NodeBase, name: string): boolean {
  for (let at = c.facts.parentOf(node), from = node; at; from = at, at = c.facts.parentOf(at)) {
    const up = at as py.Node;
    if (up.kind === 'FunctionDef' || up.kind === 'Lambda') return false;
    const isBranch = up.kind === 'If' || up.kind === 'While' || up.kind === 'IfExp';
    if (isBranch && up.test !== from && mentions(up.test, name)) return true;
    if (up.kind === 'BoolOp' && up.values.some(one => one !== from && mentions(one, name))) return true;
    if ('generators' in up && up.generators.some(one => one.ifs.some(test => mentions(test, name)))) return true;
    if ((up.kind === 'For' || up.kind === 'If') && leavesBefore(up.body, from, name)) return true;
  }
  return false;
}

/** `if i == 0: continue` before the place. */
function leavesBefore(body: readonly py.Statement[], from: NodeBase, name: string): boolean {
  const before = body.slice(0, Math.max(0, body.indexOf(from as py.Statement)));
  return before.some(one => one.kind === 'If' && mentions(one.test, name));
}

function mentions(root: NodeBase, name: string): boolean {
  let found = false;
  walk(root, node => {
    if (node.kind === 'Name' && (node as unknown as py.Name).id === name) found = true;
  });
  return found;
}

/** A parameter that some call gives a negative literal. */
function isGivenNegative(c: Context, node: py.Name): boolean {
  const symbol = c.facts.symbolOf(node);
  if (!symbol || !c.model.parameterOf(symbol)) return false;
  const func = functionAround(c, node);
  const name = func?.name.kind === 'Name' ? func.name.id : undefined;
  const isItem = name !== undefined && /^__[gsd]e[tl]item__$/.test(name);
  let found = false;
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const one = child as unknown as py.Node;
      if (one.kind === 'Subscript' && isItem)
        found ||= isNegative(one.slice) && c.typeOf(one.value).kind === 'instance';
      if (one.kind === 'Call' && calledName(one) === name)
        found ||= one.args.some(arg => isNegative(arg.kind === 'Keyword' ? arg.value : arg));
    });
  }
  return found;
}

function calledName({ func }: py.Call): string | undefined {
  if (func.kind === 'Name') return func.id;
  return func.kind === 'Attribute' && func.attr.kind === 'Name' ? func.attr.id : undefined;
}

const isNegative = (node: py.Expression): boolean => node.kind === 'UnaryOp' && node.op === '-';

function functionAround(c: Context, node: NodeBase): py.FunctionDef | undefined {
  for (let at = c.facts.parentOf(node); at; at = c.facts.parentOf(at)) {
    if (at.kind === 'FunctionDef') return at as py.FunctionDef;
  }
  return undefined;
}
