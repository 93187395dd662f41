/**
 * Iterators as values: `iter`, `next`, generators that are kept. What is asked for one value after the other, or looked
 * through in two steps, remembers where it stands; everything else is an `iter.Seq`.
 */
import type { Symbol } from '../../facts/facts';
import { str, any, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { nextLine } from './library/streams';
import { firstOf, firstThere } from './aggregates';
import { coerce, convert, withArticle } from './coerce';
import type { Context } from './context';
import { asList } from './displays';
import { expression } from './expressions';
import { nextRow } from './library/csv';
import { comparison } from './comparisons';
import { newFunction } from './functionState';
import { applyTo } from './lambdas';
import { scopeName } from '../passes/access';
import { isSimple } from './subscripts';
import { isInstanceOfFile } from './modelFacts';
import type { FunctionModel } from './models';
import { stopIteration } from './returns';
import { join, sameType } from './settling';
import { pure, value, type Value } from './value';

/** An iterator that remembers where it stands: the helper `iterator[T]`. */
export type Pulled = Type & { kind: 'instance' };

const pulledName = 'go.iterator';

export const pulled = (elt: Type): Pulled => ({ kind: 'instance', name: pulledName, args: [elt] });

/** What an iterator that remembers its place gives; undefined for other types. */
export function pulledElement(type: Type): Type | undefined {
  return type.kind === 'instance' && type.name === pulledName ? (type.args[0] ?? any) : undefined;
}

/** A sequence as an iterator that remembers its place, and back. */
export function convertIterator(c: Context, from: Value, to: Type): Value | undefined {
  const wanted = pulledElement(to);
  if (wanted) {
    const seq = convert(c, asSequence(c, from), { kind: 'iterator', elt: wanted });
    if (seq) c.helper('iterator');
    return seq && value(g.call('newIterator', seq.node), to);
  }
  const elt = pulledElement(from.type);
  return elt && convert(c, value(g.method(from.node, 'All'), { kind: 'iterator', elt }), to);
}

/** Anything that can be looped over, as an `iter.Seq`. */
function asSequence(c: Context, from: Value): Value {
  if (from.type.kind === 'iterator') return from;
  const own = sequenceOf(c, from);
  if (own) return own;
  const items = asList(c, from);
  const elt = items.type.kind === 'list' ? items.type.elt : any;
  return value(g.pkgCall('slices', 'Values', items.node), { kind: 'iterator', elt });
}

/** What looping over an instance gives, as an `iter.Seq`; undefined for what cannot be looped over. */
export function sequenceOf(c: Context, of: Value): Value | undefined {
  const elt = pulledElement(of.type);
  if (elt) return value(g.method(of.node, 'All'), { kind: 'iterator', elt });
  if (!isInstanceOfFile(of.type)) return undefined;
  const iter = c.model.method(of.type.name.slice(1), '__iter__');
  if (iter?.result.kind === 'iterator') return value(g.method(of.node, iter.goName), iter.result);
  if (iter && iter.result.kind !== 'instance') return undefined;
  const from = iter && !isPlainSelf(iter) ? value(g.method(of.node, iter.goName), iter.result) : of;
  const next = isInstanceOfFile(from.type) && c.model.method(from.type.name.slice(1), '__next__');
  if (!next) return undefined;
  return value(g.call(c.helper('sequence'), g.sel(from.node, next.goName)), { kind: 'iterator', elt: next.result });
}

/** `__iter__` that only gives the object itself. */
export function isPlainSelf(iter: FunctionModel): boolean {
  const body = iter.node.body.filter(one => !(one.kind === 'Expr' && one.value.kind === 'Str'));
  const [only] = body;
  return body.length === 1 && only?.kind === 'Return' && only.value?.kind === 'Name' && only.value.id === 'self';
}

export function iterCall(c: Context, node: py.Call, args: readonly py.Expression[]): Value {
  const [first, sentinel] = args;
  if (!first) return c.gap('iter of nothing has no counterpart', node);
  if (sentinel) return askedUntil(c, node, first, sentinel);
  const of = expression(c, first);
  if (pulledElement(of.type)) return of;
  return asSequence(c, of);
}

/** `iter(read, b"")`: what a function gives, up to the value that ends it. */
function askedUntil(c: Context, node: py.Call, func: py.Expression, sentinel: py.Expression): Value {
  const type = c.typeOf(node);
  const elt = type.kind === 'iterator' ? type.elt : any;
  const outer = c.func;
  c.func = { ...newFunction(outer, 'function'), names: outer.names, aliases: outer.aliases };
  try {
    const hand = c.scratch('yield');
    const body = c.block(() => {
      const made = coerce(c, applyTo(c, func, []), elt);
      const given = isSimple(made.node) ? made : c.temporary(made, 'item');
      const last = comparison(c, sentinel.kind === 'None' ? 'is' : '==', given, expression(c, sentinel));
      const isOver = g.binary(last, '||', g.not(g.call(hand, given.node)));
      c.emit(g.ifStmt(isOver, [g.ret()]));
    });
    const loop = g.forStmt(undefined, undefined, undefined, body);
    const takes = g.funcType([g.field('', c.goType(elt))], [g.ident('bool')]);
    const literal = g.funcLit([g.field(hand, takes)], [], [loop]);
    c.setLocals(literal.body, c.func.locals);
    for (const name of c.func.locals.keys()) scopeName(literal, name);
    return pure(literal, { kind: 'iterator', elt });
  } finally {
    c.func = outer;
  }
}

/** `next(it)` and `next(it, fallback)`. */
export function nextCall(c: Context, node: py.Call, args: readonly py.Expression[]): Value {
  const [first, fallback] = args;
  if (!first) return c.gap('next of nothing has no counterpart', node);
  const row = nextRow(c, first, fallback, node);
  if (row) return row;
  if (first.kind === 'GeneratorExp') {
    return fallback ? firstOf(c, first, fallback) : firstThere(c, first, () => exhausted(c));
  }
  const last = fallback ? undefined : lastOf(c, first);
  if (last) return last;
  const source = nextSource(c, first, node);
  const { elt } = source;
  const to = fallback ? join(elt, c.typeOf(fallback)) : elt;
  if (!sameType(to, elt)) return nextOr(c, source, fallback, to);
  const flag = c.flagName();
  const name = c.takeResultNames([elt])?.[0] ?? c.freshLocal('value');
  c.declareLocal(name, elt);
  c.emit(g.assign([g.ident(name), g.ident(flag)], source.call));
  const missing = fallback
    ? c.block(() => c.emit(g.assign(g.ident(name), coerce(c, expression(c, fallback, to), to).node)))
    : exhausted(c);
  c.emit(g.ifStmt(g.not(g.ident(flag)), missing));
  return pure(g.ident(name), elt);
}

/** `next(reversed(items))`; where nobody takes a StopIteration, an index that is too small ends the program as well. */
function lastOf(c: Context, node: py.Expression): Value | undefined {
  if (node.kind !== 'Call' || c.facts.qualifiedName(node.func) !== 'builtins.reversed') return undefined;
  const [only] = node.args;
  if (!only || only.kind === 'Keyword' || only.kind === 'Starred' || c.typeOf(only).kind !== 'list') return undefined;
  if (stopIteration(c) || c.isCaught('builtins.StopIteration')) return undefined;
  const given = expression(c, only);
  const items = isSimple(given.node) ? given : c.temporary(given, 'items');
  if (items.type.kind !== 'list') return undefined;
  return value(g.index(items.node, g.binary(g.call('len', items.node), '-', g.int(1))), items.type.elt, true);
}

function exhausted(c: Context): go.Statement[] {
  const stop = stopIteration(c);
  if (stop) return stop;
  if (!c.isCaught('builtins.StopIteration')) return [g.exprStmt(g.call('panic', g.str('StopIteration')))];
  return c.fail(c.model.exceptions.make(c, 'builtins.StopIteration', g.str('')), ['builtins.StopIteration']);
}

/** A fallback of another type: the variable has it until there is a value. */
function nextOr(
  c: Context,
  source: { call: go.CallExpr; elt: Type },
  fallback: py.Expression | undefined,
  to: Type,
): Value {
  const name = c.freshLocal('next');
  const one = c.scratch('value');
  const flag = c.freshLocal('ok');
  const start = fallback && coerce(c, expression(c, fallback, to), to).node;
  c.declareLocal(name, to);
  if (start) c.emit(c.assignTyped(g.ident(name), start, true));
  const given = coerce(c, pure(g.ident(one), source.elt), to);
  const taken = given.node.kind === 'CallExpr' && to.kind === 'optional' ? g.unary('&', g.ident(one)) : given.node;
  c.emit(g.ifStmt(g.ident(flag), [g.assign(g.ident(name), taken)], undefined, g.define([one, flag], source.call)));
  return pure(g.ident(name), to);
}

function nextSource(c: Context, node: py.Expression, call: py.Call): { call: go.CallExpr; elt: Type } {
  const of =
    node.kind === 'GeneratorExp'
      ? expression(c, node, { kind: 'iterator', elt: c.typeOf(node.elt) })
      : expression(c, node);
  const elt = pulledElement(of.type);
  if (elt) return { call: g.method(of.node, 'Next'), elt };
  const line = nextLine(c, of);
  if (line) return { call: line, elt: str };
  const next = isInstanceOfFile(of.type) && c.model.method(of.type.name.slice(1), '__next__');
  if (next) return { call: g.method(of.node, next.goName), elt: next.result };
  // `reversed(items)` is written as a list that is made at once.
  const isMade = of.type.kind === 'list' && c.typeOf(node).kind === 'iterator';
  if (isMade) return nextOf(c, asSequence(c, of), call);
  return nextOf(c, of, call);
}

function nextOf(c: Context, of: Value, call: py.Call): { call: go.CallExpr; elt: Type } {
  if (of.type.kind !== 'iterator') return c.gap(`next on ${withArticle(of.type)} has no counterpart here`, call);
  c.helper('iterator');
  return { call: g.method(g.call('newIterator', of.node), 'Next'), elt: of.type.elt };
}

const decided = new WeakMap<Symbol, boolean>();

/** Whether a variable that holds an iterator is used in more than one step. */
export function isPulled(c: Context, symbol: Symbol): boolean {
  const known = decided.get(symbol);
  if (known !== undefined) return known;
  const reads = symbol.uses.filter(use => !isWritten(c, use));
  const answer = reads.length > 1 || reads.some(use => isAskedForNext(c, use) || isRepeated(c, symbol, use));
  decided.set(symbol, answer);
  return answer;
}

function isWritten(c: Context, use: NodeBase): boolean {
  const parent = c.facts.parentOf(use) as py.Node | undefined;
  switch (parent?.kind) {
    case 'Assign':
      return parent.targets.some(target => target === use);
    case 'AnnAssign':
    case 'For':
      return parent.target === use;
    case 'Param':
    case 'Tuple':
      return true;
    default:
      return false;
  }
}

function isAskedForNext(c: Context, use: NodeBase): boolean {
  const parent = c.facts.parentOf(use) as py.Node | undefined;
  return parent?.kind === 'Call' && parent.args[0] === use && c.facts.qualifiedName(parent.func) === 'builtins.next';
}

/** A loop or a function around the use runs it again for the same iterator. */
function isRepeated(c: Context, symbol: Symbol, use: NodeBase): boolean {
  if (symbol.captured && symbol.kind !== 'parameter') return true;
  for (let at = c.facts.parentOf(use), from = use; at; from = at, at = c.facts.parentOf(at)) {
    const node = at as py.Node;
    if (node.kind === 'FunctionDef' || node.kind === 'Lambda') return false;
    if ((node.kind === 'For' && node.iter !== from) || node.kind === 'While') {
      return !symbol.uses.some(one => one.start >= node.start && one.end <= node.end && isWritten(c, one));
    }
  }
  return false;
}

/** The names of fields that `next(self.x)` asks. */
export function pulledFields(c: Context): ReadonlySet<string> {
  const found = new Set<string>();
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Attribute' && node.attr.kind === 'Name' && isAskedForNext(c, node)) found.add(node.attr.id);
    });
  }
  return found;
}
