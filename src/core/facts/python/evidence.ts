/** What the uses of a parameter say of its type, where nobody else says anything. Only what leaves no choice counts. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { sameType } from '../lattice';
import { dict, float, instance, int, list, set, str, unknown, type Type } from '../types';
import type { PythonSymbol } from './bindings';
import { asPython, type PythonContext } from './context';
import { demandedType } from './demands';
import { filled } from './filling';

/** Uses that are looked at. */
const maxUses = 24;

interface Seen {
  /** A method that only one type has, a parameter that wants a type. */
  strong: Type;
  /** A number beside an operator, a loop over it. */
  weak: Type;
}

/** The type that the body takes a parameter to be of; `unknown` where it may be of several. */
export function evidence(cx: PythonContext, symbol: PythonSymbol): Type {
  const uses = symbol.uses.slice(0, maxUses).filter(use => cx.tree.parentOf(use)?.kind !== 'Param');
  const seen: Seen = { strong: unknown, weak: unknown };
  const attributes = new Set<string>();
  for (const use of uses) {
    const parent = cx.tree.parentOf(use);
    if (parent) look(cx, asPython(parent), use, seen, attributes);
  }
  const byAttributes = attributes.size > 0 ? typeWithAttributes(cx, attributes) : unknown;
  const found = [byAttributes, seen.strong, seen.weak].find(type => type.kind !== 'unknown') ?? unknown;
  if (found.kind === 'union' || found.kind === 'optional') return unknown;
  return filled(cx, found, symbol.uses);
}

function look(cx: PythonContext, n: py.Node, use: NodeBase, seen: Seen, attributes: Set<string>): void {
  const strong = (type: Type): void => void (seen.strong = cx.join(seen.strong, type));
  const weak = (type: Type): void => void (seen.weak = cx.join(seen.weak, type));
  switch (n.kind) {
    case 'Attribute':
      if (n.attr.kind === 'Name') attributes.add(n.attr.id);
      return;
    case 'BinOp':
      return weak(besideOperator(n.op, cx.typeOf(n.left === use ? n.right : n.left), n.left === use));
    case 'AugAssign':
      if (n.target === use) weak(besideOperator(n.op, cx.typeOf(n.value), true));
      else weak(besideOperator(n.op, cx.typeOf(n.target), false));
      return;
    case 'UnaryOp':
      if (n.op === '-') weak(int);
      return;
    case 'Compare':
      return compared(cx, n, use, weak);
    case 'For':
      if (n.iter === use) weak(list(elementEvidence(cx, n.target)));
      return;
    case 'Comprehension':
      if (n.iter === use) weak(list(elementEvidence(cx, n.target)));
      return;
    case 'Subscript':
      if (n.value === use) weak(bySubscript(cx, n));
      else if (n.slice === use && cx.typeOf(n.value).kind === 'list') strong(int);
      else if (n.slice === use) {
        const container = cx.typeOf(n.value);
        if (container.kind === 'dict') weak(container.key);
      }
      return;
    case 'Slice':
      return strong(int);
    case 'FormattedValue':
      return weak(byFormat(n));
    case 'Call':
    case 'Keyword':
    case 'Return':
      return wanted(cx, n, use, strong);
    default:
  }
}

/** Parameters of every kind of value say nothing of this one. */
function wanted(
  cx: PythonContext,
  n: py.Call | py.Keyword | py.Return,
  use: NodeBase,
  strong: (type: Type) => void,
): void {
  if (n.kind === 'Call' && n.func === use) {
    return strong({
      kind: 'func',
      params: n.args.map(arg => ({ type: cx.typeOf(arg.kind === 'Keyword' ? arg.value : arg) })),
      result: unknown,
    });
  }
  const type = demandedType(cx, use);
  if (['unknown', 'any', 'union', 'optional', 'iterator', 'typevar', 'none'].includes(type.kind)) return;
  strong(type);
}

/** What stands on the other side of an operator. Ints stay ints: that is the likelier, and what Go wants to be told. */
function besideOperator(op: py.BinaryOperator, other: Type, isLeft: boolean): Type {
  if (other.kind === 'float') return float;
  if (other.kind === 'int') return op === '/' ? float : int;
  if (op === '+' && ['str', 'list', 'bytes'].includes(other.kind)) return other;
  if (op === '%' && other.kind === 'str' && isLeft) return str;
  return unknown;
}

function compared(cx: PythonContext, n: py.Compare, use: NodeBase, weak: (type: Type) => void): void {
  const operands = [n.left, ...n.comparators];
  const at = operands.indexOf(use as py.Expression);
  for (const [i, op] of n.ops.entries()) {
    if (i !== at && i + 1 !== at) continue;
    const other = cx.typeOf(operands[i === at ? i + 1 : i]!);
    if (op === 'in' || op === 'not in') {
      if (i === at && other.kind === 'str') weak(str);
      else if (i === at && (other.kind === 'list' || other.kind === 'set')) weak(other.elt);
      else if (i === at && other.kind === 'dict') weak(other.key);
    } else if (op !== 'is' && op !== 'is not' && ['int', 'float', 'str', 'bytes'].includes(other.kind)) weak(other);
  }
}

function elementEvidence(cx: PythonContext, target: py.Expression): Type {
  if (target.kind !== 'Name') return unknown;
  const symbol = cx.module.symbolOf(target);
  if (!symbol || symbol.bindings.length > 1) return unknown;
  return cx.memo.answer(cx.memories.demands, symbol, unknown, () => evidence(cx, symbol), sameType);
}

function bySubscript(cx: PythonContext, n: py.Subscript): Type {
  if (n.slice.kind === 'Slice') return unknown;
  const index = cx.typeOf(n.slice);
  if (index.kind === 'str') return dict(str, unknown);
  return index.kind === 'int' ? list(unknown) : unknown;
}

function byFormat(n: py.FormattedValue): Type {
  const [spec] = n.formatSpec ?? [];
  if (spec?.kind !== 'Str') return unknown;
  if (/[eEfFgG%]$/.test(spec.value)) return float;
  return /[bdoxX]$/.test(spec.value) ? int : unknown;
}

/** Methods that only one of the built-in types has. */
const onlyOf: Record<string, Type> = {};
for (const name of `upper lower strip lstrip rstrip split rsplit splitlines startswith endswith title capitalize casefold
  swapcase encode isdigit isalpha isalnum isspace isupper islower isnumeric isdecimal isidentifier isprintable zfill ljust rjust
  partition rpartition removeprefix removesuffix format replace find rfind`.split(/\s+/)) {
  onlyOf[name] = str;
}
for (const name of ['append', 'extend', 'sort', 'reverse', 'insert']) onlyOf[name] = list(unknown);
for (const name of ['items', 'keys', 'values', 'setdefault', 'popitem']) onlyOf[name] = dict(unknown, unknown);
for (const name of ['add', 'discard', 'union', 'issubset', 'issuperset', 'difference']) onlyOf[name] = set(unknown);
for (const name of ['decode']) onlyOf[name] = { kind: 'bytes' };

/** The one class of this file, or the one built-in type, that has all of these attributes. */
function typeWithAttributes(cx: PythonContext, attributes: ReadonlySet<string>): Type {
  const names = [...attributes];
  const classes = cx.module.classes
    .map(node => cx.classOf(node))
    .filter(info => names.every(name => info.scope.symbols.has(name) || info.instanceFields().has(name)));
  const builtin = names.map(name => (Object.hasOwn(onlyOf, name) ? onlyOf[name]! : undefined));
  const [first] = builtin;
  const isBuiltin = first !== undefined && builtin.every(type => type?.kind === first.kind);
  if (classes.length === 0) return isBuiltin ? first : unknown;
  if (isBuiltin) return unknown;
  if (classes.length === 1) return instance(classes[0]!.name, ...classes[0]!.typeParams.map(() => unknown));
  // Several that share a base which has them all: any of them, so the base.
  const roots = classes.filter(info => info.bases().length === 0);
  const [root] = roots;
  const shared =
    roots.length === 1 &&
    root &&
    classes.every(
      info => info === root || info.bases().some(base => base.kind === 'instance' && base.name === root.name),
    );
  return shared ? instance(root.name, ...root.typeParams.map(() => unknown)) : unknown;
}
