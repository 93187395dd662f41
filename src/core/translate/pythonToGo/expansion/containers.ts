/** What the code of a wrapper does with `args` and `kwargs` themselves, where their parts are known. */
import type { Facts } from '../../../facts/facts';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import type { Env, Known } from './known';
import { Declined } from './known';
import * as n from './nodes';

export type Of = (node: NodeBase) => Known | undefined;
export type Next = (node: NodeBase) => py.Expression;

/** `args[0]`, `len(args)`, `kwargs.get("depth", 0)` and their like; undefined for what is no such thing. */
export function withoutContainers(facts: Facts, node: py.Node, of: Of, next: Next): NodeBase | undefined {
  switch (node.kind) {
    case 'Subscript':
      return item(of(node.value), node.slice);
    case 'Compare':
      return membership(node, of);
    case 'FormattedValue': {
      const known = node.formatSpec ? undefined : of(node.value);
      const empty = known && emptyText(known);
      return empty === undefined ? undefined : n.text(empty);
    }
    case 'BinOp': {
      if (node.op !== '+') return undefined;
      const [left, right] = [next(node.left), next(node.right)];
      const isList = left.kind === 'List' && right.kind === 'List';
      if (isList || (left.kind === 'Tuple' && right.kind === 'Tuple')) {
        return { ...left, elts: [...left.elts, ...right.elts] } as py.List;
      }
      return { ...node, left, right } as py.BinOp;
    }
    case 'Starred':
      if (of(node.value)) throw new Declined('a spread');
      return undefined;
    case 'Call':
      return call(facts, node, of, next);
    default:
      return undefined;
  }
}

function item(known: Known | undefined, slice: py.Expression): NodeBase | undefined {
  if (known?.kind === 'dict') {
    const found = slice.kind === 'Str' ? known.items.find(one => one.name === slice.value) : undefined;
    if (known.items.some(one => one.name === '')) return undefined;
    return found?.value ?? declined('a part of kwargs');
  }
  if (known?.kind !== 'tuple' || known.items.some(one => one.kind === 'Starred')) return undefined;
  if (slice.kind === 'Slice') {
    const [low, high] = [numberOf(slice.lower) ?? 0, numberOf(slice.upper) ?? known.items.length];
    const isPlain = !slice.step && isNumberOrNone(slice.lower) && isNumberOrNone(slice.upper);
    return isPlain ? n.tuple(known.items.slice(low, high)) : undefined;
  }
  const at = numberOf(slice);
  return at === undefined ? undefined : (known.items.at(at) ?? declined('a part of args'));
}

function declined(what: string): never {
  throw new Declined(what);
}

const isNumberOrNone = (node: py.Expression | undefined): boolean => !node || numberOf(node) !== undefined;

function numberOf(node: py.Expression | undefined): number | undefined {
  if (node?.kind === 'Int') return Number(node.value);
  return node?.kind === 'UnaryOp' && node.op === '-' && node.operand.kind === 'Int'
    ? -Number(node.operand.value)
    : undefined;
}

/** `"depth" in kwargs`. */
function membership(node: py.Compare, of: Of): NodeBase | undefined {
  const [op] = node.ops;
  const [right] = node.comparators;
  const known = right && of(right);
  if (known?.kind !== 'dict' || node.left.kind !== 'Str' || node.ops.length > 1) return undefined;
  const { value } = node.left;
  const isIn = known.items.some(one => one.name === value);
  return n.bool(isIn === (op === 'in'));
}

/** What Python shows for an empty tuple or dict, of which Go would not know the type. */
function emptyText(known: Known): string | undefined {
  if (known.kind === 'tuple') return known.items.length === 0 ? '()' : undefined;
  return known.kind === 'dict' && known.items.length === 0 ? '{}' : undefined;
}

function call(facts: Facts, node: py.Call, of: Of, next: Next): NodeBase | undefined {
  const { func } = node;
  const args = node.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
  const [first, second] = args;
  const parts = func.kind === 'Attribute' ? of(func.value) : undefined;
  if (parts?.kind === 'dict' && func.kind === 'Attribute') return dictMethod(parts, n.idOf(func.attr), args, next);
  switch (facts.qualifiedName(func)) {
    case 'builtins.len': {
      const known = first && of(first);
      if (known?.kind !== 'tuple' && known?.kind !== 'dict') return undefined;
      return isWhole(known) ? n.int(known.items.length) : undefined;
    }
    case 'builtins.map': {
      const items = second && args.length === 2 ? partsOf(facts, second, of, next) : undefined;
      return items && n.list(items.map(one => n.call(next(func === first ? func : first!), [one])));
    }
    case 'builtins.list':
    case 'builtins.tuple':
    case 'builtins.frozenset':
    case 'builtins.sorted': {
      const items = first && node.args.length === 1 ? partsOf(facts, first, of, next) : undefined;
      if (!items) return undefined;
      const isPairs = items.every(one => one.kind === 'Tuple' && one.elts[0]?.kind === 'Str');
      const name = facts.qualifiedName(func)!;
      if (name === 'builtins.sorted' && !isPairs) return undefined;
      const key = (one: py.Expression): string =>
        one.kind === 'Tuple' && one.elts[0]?.kind === 'Str' ? one.elts[0].value : '';
      const ordered = /sorted|frozenset/.test(name) ? [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1)) : items;
      return /sorted|list/.test(name) ? n.list(ordered) : n.tuple(ordered);
    }
    case 'builtins.print':
    case 'builtins.str':
    case 'builtins.repr': {
      if (!args.some(arg => emptyText(of(arg) ?? { kind: 'target', layer: undefined as never }) !== undefined))
        return undefined;
      const shown = node.args.map(arg => {
        const known = of(arg);
        const empty = known && emptyText(known);
        return empty !== undefined
          ? n.text(empty)
          : arg.kind === 'Keyword'
            ? { ...arg, value: next(arg.value) }
            : next(arg);
      });
      return facts.qualifiedName(func) === 'builtins.print'
        ? ({ ...node, func: next(func), args: shown } as py.Call)
        : (shown[0] as py.Expression);
    }
    case 'builtins.str.join': {
      const made = first && next(first);
      return made?.kind === 'List' && made.elts.length === 0
        ? n.text('')
        : made && ({ ...node, func: next(func), args: [made] } as py.Call);
    }
    default:
      return undefined;
  }
}

export const isWhole = (known: Known): boolean =>
  (known.kind === 'tuple' && known.items.every(one => one.kind !== 'Starred')) ||
  (known.kind === 'dict' && known.items.every(one => one.name !== ''));

function dictMethod(
  known: Known & { kind: 'dict' },
  name: string,
  args: py.Expression[],
  next: Next,
): NodeBase | undefined {
  if (!isWhole(known)) return undefined;
  const [key, otherwise] = args;
  switch (name) {
    case 'get': {
      if (key?.kind !== 'Str') return undefined;
      const found = known.items.find(one => one.name === key.value);
      return found?.value ?? (otherwise ? next(otherwise) : n.none());
    }
    case 'items':
      return n.list(known.items.map(one => n.tuple([n.text(one.name), one.value])));
    case 'keys':
      return n.list(known.items.map(one => n.text(one.name)));
    case 'values':
      return n.list(known.items.map(one => one.value));
    default:
      return declined(`kwargs.${name}`);
  }
}

/** The parts of what is iterated over; undefined where they are not known. */
export function partsOf(facts: Facts, node: py.Expression, of: Of, next: Next): py.Expression[] | undefined {
  const known = of(node);
  if (known && !isWhole(known)) return undefined;
  if (known?.kind === 'tuple') return known.items;
  if (known?.kind === 'dict') return known.items.map(one => n.text(one.name));
  if (node.kind !== 'Call') {
    if (node.kind !== 'Subscript' || !of(node.value)) return undefined;
    const made = next(node);
    return made.kind === 'Tuple' ? made.elts : undefined;
  }
  const args = node.args as py.Expression[];
  const [first] = args;
  if (node.func.kind === 'Attribute' && of(node.func.value)) {
    const made = next(node);
    return made.kind === 'List' ? made.elts : undefined;
  }
  switch (facts.qualifiedName(node.func)) {
    case 'builtins.enumerate': {
      const items = first && partsOf(facts, first, of, next);
      const from = node.args.length > 1 ? node.args[1] : undefined;
      const start = from === undefined ? 0 : numberOf(from.kind === 'Keyword' ? from.value : from);
      return start === undefined ? undefined : items?.map((one, i) => n.tuple([n.int(start + i), one]));
    }
    case 'builtins.zip': {
      const lists = args.map(arg => partsOf(facts, arg, of, next));
      const length = Math.min(...lists.map(one => one?.length ?? -1));
      if (length < 0) return undefined;
      return Array.from({ length }, (_, i) => n.tuple(lists.map(one => one![i]!)));
    }
    case 'builtins.sorted':
    case 'builtins.list':
    case 'builtins.tuple': {
      const made = next(node);
      return made.kind === 'List' || made.kind === 'Tuple' ? made.elts : undefined;
    }
    default:
      return undefined;
  }
}

/** A loop or a comprehension over known parts, written out: the parts may be of different types. */
export function unrolled(
  x: { facts: Facts },
  node: py.For | py.ListComp | py.GeneratorExp | py.SetComp,
  env: Env,
  of: Of,
  next: Next,
  write: (node: NodeBase, env: Env) => NodeBase[],
): NodeBase | NodeBase[] | undefined {
  if (node.kind === 'For') {
    const items = partsOf(x.facts, node.iter, of, next);
    if (!items || node.orelse.length > 0 || jumps(node.body)) return undefined;
    const made = items.flatMap(one => {
      const inner = boundTo(x.facts, env, node.target, one);
      return node.body.flatMap(statement => write(statement, inner));
    });
    return made.length > 0 ? made : { kind: 'Pass', start: -1, end: -1 };
  }
  const [only] = node.generators;
  const items =
    only && node.generators.length === 1 && only.ifs.length === 0 ? partsOf(x.facts, only.iter, of, next) : undefined;
  if (!items || node.kind === 'SetComp') return undefined;
  return n.list(items.map(one => write(node.elt, boundTo(x.facts, env, only!.target, one))[0] as py.Expression));
}

function jumps(body: readonly py.Statement[]): boolean {
  let found = false;
  for (const one of body) {
    walk(one, node => {
      if (node.kind === 'Break' || node.kind === 'Continue') found = true;
      return node.kind === 'For' || node.kind === 'While' ? false : undefined;
    });
  }
  return found;
}

function boundTo(facts: Facts, env: Env, target: py.Expression, value: py.Expression): Env {
  const inner: Env = new Map(env);
  const bind = (to: py.Expression, one: py.Expression): void => {
    if (to.kind === 'Name') {
      const symbol = facts.symbolOf(to);
      if (symbol) inner.set(symbol, { kind: 'expression', node: one });
    } else if (to.kind === 'Tuple' && one.kind === 'Tuple' && to.elts.length === one.elts.length) {
      to.elts.forEach((elt, i) => bind(elt, one.elts[i]!));
    } else declined('a loop');
  };
  bind(target, value);
  return inner;
}
