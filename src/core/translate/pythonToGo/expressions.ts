/** Expressions: one function for each kind, and the order in which operands are evaluated. */
import { any, bool, bytes, float, int, none, str, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { attribute } from './attributes';
import { callExpression } from './calls';
import { coerce, unifyTypes } from './coerce';
import { comprehension, dictComprehension } from './comprehensions';
import { pure, value, type Context, type Value } from './context';
import { joinedText } from './formatting';
import { lambda } from './lambdas';
import { binOp, boolOp, compare, condition, unaryOp } from './operators';
import { subscript } from './subscripts';
import { expressionIdiom } from './templates';
import { isAny, join, tupleHelper } from './types';
import { nameValue } from './variables';
import { dict, list, set, tuple, type ListType, type DictType } from './shapes';

/**
 * The Go expression for a Python one. `want` is the type that the place wants, for displays that have none of their
 * own; the value may be of another type, and the caller coerces it.
 */
export function expression(c: Context, node: py.Expression, want?: Type): Value {
  const written = c.nested(() => expressionIdiom(c, node) ?? syntax(c, node, want));
  c.origins.mark(written.node, c.rangeOf(node));
  return written;
}

/** As `expression`, and of the wanted type. */
export function expressionAs(c: Context, node: py.Expression, type: Type): Value {
  return coerce(c, expression(c, node, type), type);
}

/**
 * Several operands in the order of Python. Where a later one needs statements before it, an earlier one that could be
 * changed by them goes to a temporary.
 */
export function operands(
  c: Context,
  nodes: readonly py.Expression[],
  wants: readonly (Type | undefined)[] = [],
): Value[] {
  const values: Value[] = [];
  nodes.forEach((node, i) => {
    const { before, result } = c.capture(() => expression(c, node, wants[i]));
    if (before.length > 0) {
      values.forEach((earlier, at) => {
        if (!earlier.pure) values[at] = c.temporary(earlier, 'value');
      });
      c.emit(...before);
    }
    values.push(result);
  });
  return values;
}

function syntax(c: Context, node: py.Expression, want: Type | undefined): Value {
  switch (node.kind) {
    case 'Int':
      return integer(c, node);
    case 'Float':
      return pure(g.float(/[.e]/.test(node.value) ? node.value : `${node.value}.0`), float);
    case 'Str':
      return pure({ ...g.str(node.value), ...(isBlock(node) && { style: 'raw' }) }, str);
    case 'Bytes':
      return value(g.call(g.sliceType(g.ident('byte')), g.str(byteText(node.value))), bytes);
    case 'JoinedStr':
      return joinedText(c, node);
    case 'Bool':
      return pure(g.bool(node.value), bool);
    case 'None':
      return pure(g.nil(), none);
    case 'Name':
      return nameValue(c, node);
    case 'List':
      return listDisplay(c, node, want);
    case 'Tuple':
      return tupleDisplay(c, node, want);
    case 'Set':
      return setDisplay(c, node, want);
    case 'Dict':
      return dictDisplay(c, node, want);
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return comprehension(c, node, want);
    case 'DictComp':
      return dictComprehension(c, node, want);
    case 'UnaryOp':
      return unaryOp(c, node);
    case 'BinOp':
      return binOp(c, node, want);
    case 'BoolOp':
      return boolOp(c, node, want);
    case 'Compare':
      return compare(c, node);
    case 'IfExp':
      return conditional(c, node, want);
    case 'NamedExpr':
      return namedExpression(c, node);
    case 'Call':
      return callExpression(c, node, want);
    case 'Attribute':
      return attribute(c, node);
    case 'Subscript':
      return subscript(c, node);
    case 'Lambda':
      return lambda(c, node, want);
    case 'Await':
      return c.gap('await has no counterpart in Go here', node);
    case 'Yield':
    case 'YieldFrom':
      return c.gap('a value that is sent into a generator has no counterpart in Go', node);
    case 'Starred':
      return c.gap('* has no counterpart in Go at this place', node);
    case 'Imaginary':
      return pure({ kind: 'ImagLit', start: -1, end: -1, value: node.value }, { kind: 'complex' });
    case 'Bad':
      return c.gap('this does not parse', node);
    default:
      return c.gap(`${node.kind} has no counterpart here`, node);
  }
}

const largest = 9223372036854775807n;

function integer(c: Context, node: py.Int): Value {
  if (BigInt(node.value) > largest) return c.gap('the number is too large for an int of Go', node);
  return pure({ kind: 'IntLit', start: -1, end: -1, value: node.value, ...(node.style && { style: node.style }) }, int);
}

/** Text of several lines reads better between back quotes. */
function isBlock(node: py.Str): boolean {
  return (
    node.style === 'triple' && node.value.includes('\n') && !node.value.includes('`') && !node.value.includes('\r')
  );
}

/** Bytes over 127 are no characters of UTF-8 by themselves; a Go string holds them as the surrogates that stand for bytes. */
function byteText(text: string): string {
  return Array.from(text, one => {
    const code = one.charCodeAt(0);
    return code < 128 ? one : String.fromCharCode(0xdc00 + code);
  }).join('');
}

// ---- displays ----

/** The type of a display: what the place wants, if it wants one of this kind, else what the facts say. */
function displayType<K extends Type['kind']>(
  c: Context,
  node: py.Expression,
  want: Type | undefined,
  kind: K,
): Extract<Type, { kind: K }> | undefined {
  const wanted = want?.kind === 'optional' ? want.of : want;
  if (wanted?.kind === kind) return wanted as Extract<Type, { kind: K }>;
  const type = c.typeOf(node);
  return type.kind === kind ? (type as Extract<Type, { kind: K }>) : undefined;
}

function listDisplay(c: Context, node: py.List, want: Type | undefined): Value {
  const type = displayType(c, node, want, 'list') ?? list(any);
  return sequence(c, node.elts, type);
}

/** A list that is written out; a `*part` in it is appended. */
export function sequence(c: Context, elts: readonly py.Expression[], type: ListType): Value {
  const first = elts.findIndex(elt => elt.kind === 'Starred');
  if (first < 0) {
    const items = operands(
      c,
      elts,
      elts.map(() => type.elt),
    ).map(item => coerce(c, item, type.elt));
    return value(
      g.composite(
        c.goType(type),
        items.map(item => bare(item.node, type.elt)),
      ),
      type,
      false,
    );
  }
  const parts: go.Expression[] = [];
  let run: py.Expression[] = [];
  const flush = (): void => {
    if (run.length > 0) parts.push(sequence(c, run, type).node);
    run = [];
  };
  for (const elt of elts) {
    if (elt.kind !== 'Starred') run.push(elt);
    else {
      flush();
      parts.push(coerce(c, asList(c, expression(c, elt.value)), type).node);
    }
  }
  flush();
  return value(g.pkgCall('slices', 'Concat', ...parts), type);
}

/** Inside a literal the type of an inner literal is left out. */
function bare(node: go.Expression, elt: Type): go.Expression {
  if (node.kind !== 'CompositeLit' || !node.type || isInterface(elt)) return node;
  return g.composite(undefined, node.elts);
}

const isInterface = (type: Type): boolean =>
  type.kind === 'any' || type.kind === 'instance' || type.kind === 'optional';

/** Any sequence as a list, for places that take one. */
export function asList(c: Context, from: Value): Value {
  const { type, node } = from;
  switch (type.kind) {
    case 'list':
      return from;
    case 'iterator':
      return value(g.pkgCall('slices', 'Collect', node), list(type.elt));
    case 'set':
      c.notes.assume('the order of a set does not matter');
      return value(g.pkgCall('slices', 'Collect', g.pkgCall('maps', 'Keys', node)), list(type.elt));
    case 'dict':
      if (c.isOrdered(type)) return value(g.pkgCall('slices', 'Clone', g.sel(node, 'Keys')), list(type.key));
      c.notes.assume('the order of the keys of a dict does not matter here');
      return value(g.pkgCall('slices', 'Collect', g.pkgCall('maps', 'Keys', node)), list(type.key));
    case 'str':
      return value(g.pkgCall('strings', 'Split', node, g.str('')), list(str), from.pure);
    case 'tuple':
      return coerce(c, from, list(unifyTypes(type.elts)));
    case 'optional':
      return asList(c, coerce(c, from, type.of));
    case 'bytes':
      return c.gap('the bytes of a bytes object as a list have no counterpart here');
    case 'any':
      return coerce(c, from, list(any));
    default:
      return c.gap(`a ${type.kind} cannot be taken for a list here`);
  }
}

function tupleDisplay(c: Context, node: py.Tuple, want: Type | undefined): Value {
  if (want?.kind === 'list') return sequence(c, node.elts, want);
  if (node.elts.some(elt => elt.kind === 'Starred')) {
    const elts = node.elts.map(elt => c.typeOf(elt.kind === 'Starred' ? elt.value : elt));
    return sequence(c, node.elts, list(unifyTypes(elts.map(type => (type.kind === 'list' ? type.elt : type)))));
  }
  const wants = want?.kind === 'tuple' && want.elts.length === node.elts.length ? want.elts : [];
  const values = operands(c, node.elts, wants).map((item, i) => {
    const to = wants[i];
    return to ? coerce(c, item, to) : item.type.kind === 'none' ? { ...item, type: any } : item;
  });
  return makeTuple(c, values);
}

/** A tuple of values; one that is too long for its own type is a list if its parts are alike. */
export function makeTuple(c: Context, values: readonly Value[]): Value {
  const isPure = values.every(one => one.pure);
  if (values.length === 0) return pure(g.composite(g.sliceType(g.ident('any')), []), tuple());
  if (!tupleHelper(values.length)) {
    const elt = values.map(one => one.type).reduce(join);
    const type = list(elt);
    return value(
      g.composite(
        c.goType(type),
        values.map(one => coerce(c, one, elt).node),
      ),
      type,
    );
  }
  const type = tuple(...values.map(one => one.type));
  return value(
    g.composite(
      c.goType(type),
      values.map(one => one.node),
    ),
    type,
    isPure,
  );
}

function setDisplay(c: Context, node: py.SetDisplay, want: Type | undefined): Value {
  const type = displayType(c, node, want, 'set') ?? set(any);
  if (node.elts.some(elt => elt.kind === 'Starred')) return c.gap('* inside of a set has no counterpart here', node);
  const items = operands(c, node.elts).map(item => coerce(c, item, type.elt));
  return value(
    g.composite(
      c.goType(type),
      items.map(item => g.keyValue(item.node, g.composite(undefined, []))),
    ),
    type,
  );
}

function dictDisplay(c: Context, node: py.Dict, want: Type | undefined): Value {
  const type = displayType(c, node, want, 'dict') ?? dict(any, any);
  const items: go.KeyValueExpr[] = [];
  const spreads: go.Expression[] = [];
  for (const item of node.items) {
    if (item.kind === 'DictItem') {
      const [key, one] = operands(c, [item.key, item.value], [type.key, type.value]);
      const entry = g.keyValue(coerce(c, key!, type.key).node, bare(coerce(c, one!, type.value).node, type.value));
      if (spreads.length > 0) return c.gap('an item behind ** in a dict has no counterpart here', item);
      items.push(entry);
    } else if (item.kind === 'DictSpread') {
      spreads.push(coerce(c, expression(c, item.value, type), type).node);
    } else return c.gap('this dict has no counterpart here', item);
  }
  if (c.isOrdered(type)) {
    if (spreads.length > 0) return c.gap('** in a dict that keeps its order has no counterpart here', node);
    return orderedDict(c, items, type);
  }
  const literal = g.composite(c.goType(type), items);
  if (spreads.length === 0) return value(literal, type);
  const name = c.freshLocal('merged');
  const [head, ...rest] = spreads;
  if (items.length === 0 && head) c.emit(g.define(name, g.pkgCall('maps', 'Clone', head)));
  else {
    c.emit(g.define(name, literal));
    if (head) c.emit(g.exprStmt(g.pkgCall('maps', 'Copy', g.ident(name), head)));
  }
  for (const spread of rest) c.emit(g.exprStmt(g.pkgCall('maps', 'Copy', g.ident(name), spread)));
  return pure(g.ident(name), type);
}

/** A dict that keeps its order is made from pairs. */
export function orderedDict(c: Context, items: readonly go.KeyValueExpr[], type: DictType): Value {
  c.helper('orderedMap');
  const [key, of] = [c.goType(type.key), c.goType(type.value)];
  const pair = tuple(type.key, type.value);
  const made = g.call(
    g.index(g.ident('newOrderedMap'), key, of),
    ...items.map(item => g.composite(c.goType(pair), [item.key, fullValue(c, item.value, type.value)])),
  );
  return value(made, type);
}

function fullValue(c: Context, node: go.Expression, type: Type): go.Expression {
  return node.kind === 'CompositeLit' && !node.type ? g.composite(c.goType(type), node.elts) : node;
}

// ---- the rest ----

function conditional(c: Context, node: py.IfExp, want: Type | undefined): Value {
  const type = want && !isAny(want, c) ? want : c.typeOf(node);
  const smallest = simpleMinMax(c, node);
  if (smallest) return smallest;
  const test = condition(c, node.test);
  const [offered] = c.takeResultNames([type]) ?? [];
  const name = offered ?? c.freshLocal(nameHint(type));
  const target = g.ident(name);
  if (offered === undefined) c.declareLocal(name, type);
  const arm = (one: py.Expression): go.Statement[] =>
    c.block(() => c.emit(g.assign(target, coerce(c, expression(c, one, type), type).node)));
  c.emit(g.ifStmt(test, arm(node.body), arm(node.orelse)));
  return pure(target, type);
}

/** `a if a > b else b` is what Go's built-ins say. */
function simpleMinMax(c: Context, node: py.IfExp): Value | undefined {
  const { test, body, orelse } = node;
  if (test.kind !== 'Compare' || test.ops.length !== 1) return undefined;
  const [op] = test.ops;
  const [right] = test.comparators;
  const names = [test.left, right, body, orelse].map(one => (one?.kind === 'Name' ? one.id : undefined));
  if (names.some(name => name === undefined)) return undefined;
  const [a, b, first, second] = names;
  const isBoth = (a === first && b === second) || (a === second && b === first);
  if (!isBoth || a === b || (op !== '<' && op !== '>' && op !== '<=' && op !== '>=')) return undefined;
  const [left, other] = operands(c, [test.left, right!]);
  if (!left || !other || left.type.kind !== 'int' || other.type.kind !== 'int') return undefined;
  const takesSmaller = op.startsWith('<') === (a === first);
  return value(g.call(takesSmaller ? 'min' : 'max', left.node, other.node), int, true);
}

/** A name for a temporary that tells a little. */
export function nameHint(type: Type): string {
  switch (type.kind) {
    case 'str':
      return 'word';
    case 'int':
    case 'float':
      return 'number';
    case 'list':
      return 'items';
    default:
      return 'value';
  }
}

function namedExpression(c: Context, node: py.NamedExpr): Value {
  if (node.target.kind !== 'Name') return c.gap('this has no counterpart here', node);
  const from = expression(c, node.value);
  const target = nameValue(c, node.target);
  c.emit(g.assign(target.node, coerce(c, from, target.type).node));
  return target;
}
