/** What is known of the sign of integers: it decides between Go's `/` and `%` and a helper that rounds down. */
import type { Symbol } from '../../facts/facts';
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { Context } from './context';

/** Whether the expression cannot be negative, as far as the code around shows it. */
export function isNonNegative(c: Context, node: py.Expression, seen: Set<Symbol> = new Set()): boolean {
  switch (node.kind) {
    case 'Int':
    case 'Float':
    case 'Bool':
      return !node.kind.startsWith('F') || Number(node.value) >= 0;
    case 'BinOp':
      switch (node.op) {
        case '+':
        case '*':
        case '//':
        case '/':
        case '**':
        case '<<':
        case '>>':
        case '|':
          return isNonNegative(c, node.left, seen) && isNonNegative(c, node.right, seen);
        case '%':
          return isNonNegative(c, node.right, seen);
        case '&':
          return isNonNegative(c, node.left, seen) || isNonNegative(c, node.right, seen);
        default:
          return false;
      }
    case 'IfExp':
      return isNonNegative(c, node.body, seen) && isNonNegative(c, node.orelse, seen);
    case 'Call':
      return isNonNegativeCall(c, node, seen);
    case 'Name': {
      const symbol = c.facts.symbolOf(node);
      if (!symbol || seen.has(symbol)) return symbol !== undefined;
      seen.add(symbol);
      return symbol.kind !== 'parameter' && variableStays(c, symbol, seen);
    }
    default:
      return false;
  }
}

const nonNegativeCalls = new Set([
  'builtins.len',
  'builtins.abs',
  'builtins.ord',
  'builtins.str.count',
  'builtins.list.count',
  'builtins.list.index',
  'math.gcd',
  'math.isqrt',
  'math.factorial',
  'math.comb',
]);

function isNonNegativeCall(c: Context, node: py.Call, seen: Set<Symbol>): boolean {
  const name = c.facts.qualifiedName(node.func) ?? '';
  if (nonNegativeCalls.has(name)) return true;
  if (name === 'builtins.max') return node.args.some(arg => arg.kind !== 'Keyword' && isNonNegative(c, arg, seen));
  if (name === 'builtins.min' || name === 'builtins.sum') {
    return node.args.length > 1 && node.args.every(arg => arg.kind !== 'Keyword' && isNonNegative(c, arg, seen));
  }
  return false;
}

/** Every value that a variable is given is known not to be negative. */
function variableStays(c: Context, symbol: Symbol, seen: Set<Symbol>): boolean {
  let known = false;
  for (const use of symbol.uses) {
    const given = givenAt(c, use);
    if (given === 'read') continue;
    if (given === 'unknown' || !given.every(one => isNonNegative(c, one, seen))) return false;
    known = true;
  }
  return known;
}

/** The values that a use of a name gives to it. */
function givenAt(c: Context, use: NodeBase): py.Expression[] | 'read' | 'unknown' {
  const parent = c.facts.parentOf(use) as py.Node | undefined;
  switch (parent?.kind) {
    case 'Assign':
      return parent.targets.some(target => target === use) ? [parent.value] : 'read';
    case 'AnnAssign':
      if (parent.target !== use) return 'read';
      return parent.value ? [parent.value] : 'read';
    case 'AugAssign': {
      if (parent.target !== use) return 'read';
      if (parent.op === '-') return 'unknown';
      return parent.op === '%'
        ? [parent.value]
        : ['+', '*', '//', '<<', '>>'].includes(parent.op)
          ? [parent.value]
          : 'unknown';
    }
    case 'For':
    case 'Comprehension':
      if (parent.target === use) return rangeStart(c, parent.iter);
      return 'read';
    case 'Tuple':
    case 'List':
    case 'Starred':
      return givenInTuple(c, use, parent);
    case 'NamedExpr':
      return parent.target === use ? [parent.value] : 'read';
    case 'Param':
    case 'WithItem':
    case 'ExceptHandler':
    case 'Global':
    case 'Nonlocal':
    case 'Delete':
      return 'unknown';
    default:
      return 'read';
  }
}

function givenInTuple(c: Context, use: NodeBase, tuple: py.Node): py.Expression[] | 'read' | 'unknown' {
  const outer = c.facts.parentOf(tuple) as py.Node | undefined;
  if (tuple.kind !== 'Tuple') return outer?.kind === 'Assign' && outer.value !== tuple ? 'unknown' : 'read';
  const position = tuple.elts.indexOf(use as py.Expression);
  if (outer?.kind === 'Assign' && outer.targets.some(target => target === tuple)) {
    const { value } = outer;
    const one = value.kind === 'Tuple' ? value.elts[position] : undefined;
    return one ? [one] : 'unknown';
  }
  if ((outer?.kind === 'For' || outer?.kind === 'Comprehension') && outer.target === tuple) {
    const name = outer.iter.kind === 'Call' ? c.facts.qualifiedName(outer.iter.func) : undefined;
    return name === 'builtins.enumerate' && position === 0 ? [] : 'unknown';
  }
  return 'read';
}

/** A loop over a range that starts at or above zero and counts upwards. */
function rangeStart(c: Context, iter: py.Expression): py.Expression[] | 'unknown' {
  if (iter.kind !== 'Call' || c.facts.qualifiedName(iter.func) !== 'builtins.range') return 'unknown';
  const args = iter.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
  const [first, second, step] = args;
  if (!second) return [];
  if (step) {
    if (step.kind === 'Int') return first ? [first] : 'unknown';
    // Counting down to -1 or above ends at zero.
    if (second.kind === 'UnaryOp' && second.operand.kind === 'Int' && second.operand.value === '1') return [];
    return isNonNegative(c, second) ? [second] : 'unknown';
  }
  return first ? [first] : 'unknown';
}
