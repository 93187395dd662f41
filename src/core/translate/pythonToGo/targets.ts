/** What is assigned to: names, items, fields, and tuples of them. */
import { type Type, any, str } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import { walk } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import { type Context } from './context';
import { type Value, value } from './value';
import { asList } from './displays';
import { expression, operands } from './expressions';
import { partsOf } from './iteration';
import { libraryOperator } from './library';
import { isEnvironment, setEnvironment } from './library/system';
import { type FieldTarget, assignSlice, fieldTarget, itemTarget } from './places';
import { sameType } from './settling';
import { kept } from './shownNumbers';
import { isSimple } from './subscripts';
import { isAny } from './types';
import { declareIfLocal, variableName, variableType } from './variables';

/** The Go names of the parts of a loop's target; undefined for a part that is no plain name. */
export function targetNames(c: Context, node: py.Expression): (string | undefined)[] {
  const parts = node.kind === 'Tuple' || node.kind === 'List' ? node.elts : [node];
  return parts.map(part => {
    if (part.kind !== 'Name') return undefined;
    const symbol = c.facts.symbolOf(part);
    if (!symbol || part.id === '_') return part.id === '_' ? '_' : undefined;
    if (symbol.scope.kind === 'module' && c.isPackageVariable(symbol)) return undefined;
    const name = variableName(c, symbol);
    declareIfLocal(c, symbol, name, variableType(c, symbol));
    return name;
  });
}

/**
 * Gives the parts of a target what a round of a loop or an assignment has. What has the right name already needs no
 * statement.
 */
export function bindTarget(c: Context, node: py.Expression, whole: Value, parts: readonly Value[] = [whole]): void {
  if (node.kind !== 'Tuple' && node.kind !== 'List') return bindOne(c, node, whole);
  if (parts.length === node.elts.length && parts.length > 1) {
    node.elts.forEach((elt, i) => bindTarget(c, elt, parts[i] ?? whole));
    return;
  }
  assignParts(c, node, whole);
}

function bindOne(c: Context, node: py.Expression, from: Value): void {
  if (node.kind === 'Name') {
    if (node.id === '_') return;
    const symbol = c.facts.symbolOf(node);
    if (!symbol) return c.gap(`nothing here says what ${node.id} is`, node);
    const name = variableName(c, symbol);
    const type = variableType(c, symbol);
    if (from.node.kind === 'Ident' && from.node.name === name) {
      // What the loop gives holds less than what is put into it later: the body has a wider one of its own.
      const isWider = type.kind === 'dict' && from.type.kind === 'dict' && !sameType(type, from.type);
      if (isWider) c.emit(g.define(name, coerce(c, from, type).node));
      return;
    }
    const isOwn = symbol.scope.kind === 'comprehension';
    const given = isAny(type, c) && isOwn ? from : coerce(c, from, type);
    if (isOwn) c.emit(g.define(name, given.node));
    else assignTo(c, node, from);
    return;
  }
  assignTo(c, node, from);
}

/** One assignment of a value to any target. */
export function assignTo(c: Context, node: py.Expression, from: Value): void {
  switch (node.kind) {
    case 'Name': {
      const symbol = c.facts.symbolOf(node);
      if (!symbol) return c.gap(`nothing here says what ${node.id} is`, node);
      if (symbol.scope.kind === 'comprehension') return bindOne(c, node, from);
      const type = variableType(c, symbol);
      const name = variableName(c, symbol);
      declareIfLocal(c, symbol, name, type);
      const given = coerce(c, from, type);
      const target = c.model.parameterOf(symbol)?.byPointer ? g.star(g.ident(name)) : g.ident(name);
      if (given.node.kind === 'Ident' && given.node.name === name) return;
      const sayType = needsType(c, given, type);
      c.emit(c.origins.mark(c.assignTyped(target, given.node, sayType), c.rangeOf(node)));
      return;
    }
    case 'Subscript':
      return assignItem(c, node, from);
    case 'Attribute': {
      const target = fieldTarget(c, node);
      c.emit(target.set(coerce(c, from, target.type).node));
      return;
    }
    case 'Tuple':
    case 'List':
      return assignParts(c, node, from);
    default:
      return c.gap('this cannot be assigned to in Go', node);
  }
}

/** Whether `x := value` would give x another type. */
function needsType(c: Context, given: Value, type: Type): boolean {
  if (given.node.kind === 'Ident' && given.node.name === 'nil') return true;
  if (isAny(type, c) || type.kind === 'error') return true;
  if (type.kind === 'instance' && type.name.startsWith('.')) {
    return c.model.classes.get(type.name.slice(1))?.goType.kind === 'interface';
  }

  return type.kind === 'float' && given.node.kind === 'IntLit';
}

function assignItem(c: Context, node: py.Subscript, from: Value): void {
  if (node.slice.kind === 'Slice') return assignSlice(c, node, node.slice, from);
  if (isEnvironment(c, node.value)) {
    const key = coerce(c, expression(c, node.slice), str).node;
    return setEnvironment(c, key, coerce(c, from, str).node);
  }
  const type = c.typeOf(node.value);
  if (type.kind === 'instance' && !type.name.startsWith('.')) {
    const [of, key] = operands(c, [node.value, node.slice]);
    if (libraryOperator(c, of!, '__setitem__', key!, from)) return;
  }
  if (!from.pure) from = c.temporary(from, 'value');
  const target = itemTarget(c, node);
  c.emit(target.set(kept(c, node, from, target.type).node));
}

/** Unpacking: Go assigns several at once where it can. */
function assignParts(c: Context, node: py.Tuple | py.List, from: Value): void {
  const star = node.elts.findIndex(elt => elt.kind === 'Starred');
  if (star >= 0) return assignStarred(c, node, star, from);
  const parts = partsOf(c, from, node.elts.length);
  if (parts) return assignAll(c, node.elts, parts);
  const items = listParts(c, from);
  const simple = isSimple(items.node) ? items : c.temporary(items, 'parts');
  const elt = simple.type.kind === 'list' ? simple.type.elt : any;
  checkLength(c, simple, node.elts.length);
  assignAll(
    c,
    node.elts,
    node.elts.map((_, i) => value(g.index(simple.node, g.int(i)), elt, true)),
  );
}

/** Python counts what it unpacks. Where nobody takes the error, the program is taken to be right. */
function checkLength(c: Context, of: Value, count: number, hasStar = false): void {
  const name = 'builtins.ValueError';
  if (of.node.kind === 'CompositeLit') return;
  if (!c.isCaught(name)) {
    if (!hasStar) c.notes.assume(`what is unpacked has exactly ${count} items`);
    return;
  }
  const length = g.call('len', of.node);
  const message = hasStar
    ? g.call(c.helper('tooFew'), length, g.int(count))
    : g.call(c.helper('unpackMessage'), length, g.int(count));
  c.emit(
    g.ifStmt(
      g.binary(length, hasStar ? '<' : '!=', g.int(count)),
      c.fail(c.model.exceptions.make(c, name, message), [name]),
    ),
  );
}

function listParts(c: Context, from: Value): Value {
  return isAny(from.type, c) ? coerce(c, from, { kind: 'list', elt: any }) : asList(c, from);
}

/** `a, b = b, a`: all values are there before the first is written. */
export function assignAll(c: Context, targets: readonly py.Expression[], values: readonly Value[]): void {
  if (targets.length === 0) return;
  const nested = targets.some(target => target.kind === 'Tuple' || target.kind === 'List' || target.kind === 'Starred');
  if (nested) {
    const kept = values.map(one => (one.pure ? one : c.temporary(one, 'part')));
    targets.forEach((target, i) => assignTo(c, target, kept[i]!));
    return;
  }
  const isDropped = (i: number): boolean => isBlank(targets[i]!) && values[i]!.pure;
  if (targets.some((_, i) => isDropped(i))) {
    const kept = targets.map((_, i) => i).filter(i => !isDropped(i));
    return assignAll(
      c,
      kept.map(i => targets[i]!),
      kept.map(i => values[i]!),
    );
  }
  const places = targets.map(target => place(c, target));
  if (targets.every(target => isComprehensionName(c, target))) {
    const named = targets.map((target, i) => (target.kind === 'Name' && target.id === '_' ? '_' : nameOf(places[i])));
    if (named.some(name => name !== '_'))
      c.emit(
        g.define(
          named,
          values.map((one, i) => {
            const target = targets[i];
            const symbol = target?.kind === 'Name' && target.id !== '_' ? c.facts.symbolOf(target) : undefined;
            return symbol && isAny(one.type, c) ? coerce(c, one, variableType(c, symbol)).node : one.node;
          }),
        ),
      );
    return;
  }
  if (places.every(one => one?.node)) {
    const right = values.map((one, i) => coerce(c, one, places[i]!.type));
    const isDone = right.every((one, i) => {
      const target = places[i]!.node!;
      return (
        one.node.kind === 'Ident' && target.kind === 'Ident' && (one.node.name === target.name || target.name === '_')
      );
    });
    if (isDone) return;
    const statement = g.assign(
      places.map(one => one!.node!),
      right.map(one => one.node),
    );
    const isNamed = (i: number): boolean => places[i]!.node?.kind === 'Ident';
    const sayTypes = right.some((one, i) => isNamed(i) && needsType(c, one, places[i]!.type));
    // `a, b = b, a` is one step: what is assigned first must not be read behind that.
    const isChain = places.some((one, i) => right.slice(i + 1).some(later => mentions(later.node, one!.node!)));
    if (sayTypes && !isChain) {
      right.forEach((one, i) => c.emit(c.assignTyped(places[i]!.node!, one.node, needsType(c, one, places[i]!.type))));
      return;
    }
    c.emit(statement);
    return;
  }
  const kept = values.map(one => c.temporary(one, 'part'));
  targets.forEach((target, i) => assignTo(c, target, kept[i]!));
}

/** Whether an expression reads a variable, or what hangs on it. */
function mentions(node: go.Expression, target: go.Expression): boolean {
  const name = rootName(target);
  let found = false;
  walk(node, one => {
    if (one.kind === 'Ident' && (one as unknown as go.Ident).name === name) found = true;
  });
  return found;
}

function rootName(node: go.Expression): string | undefined {
  switch (node.kind) {
    case 'Ident':
      return node.name;
    case 'SelectorExpr':
    case 'IndexExpr':
    case 'StarExpr':
      return rootName(node.x);
    default:
      return undefined;
  }
}

const isBlank = (node: py.Expression): boolean => node.kind === 'Name' && node.id === '_';

/** A variable of a comprehension, which is declared where it gets its value. */
function isComprehensionName(c: Context, node: py.Expression): boolean {
  if (node.kind !== 'Name') return false;
  return node.id === '_' || c.facts.symbolOf(node)?.scope.kind === 'comprehension';
}

const nameOf = (target: FieldTarget | undefined): string => (target?.node?.kind === 'Ident' ? target.node.name : '_');

export function place(c: Context, node: py.Expression): FieldTarget | undefined {
  switch (node.kind) {
    case 'Name': {
      if (node.id === '_') return { type: any, node: g.ident('_'), set: one => g.assign(g.ident('_'), one) };
      const symbol = c.facts.symbolOf(node);
      if (!symbol) return undefined;
      const type = variableType(c, symbol);
      const name = variableName(c, symbol);
      declareIfLocal(c, symbol, name, type);
      const target = c.model.parameterOf(symbol)?.byPointer ? g.star(g.ident(name)) : g.ident(name);
      return { type, node: target, set: one => g.assign(target, one) };
    }
    case 'Attribute':
      return fieldTarget(c, node);
    case 'Subscript':
      return node.slice.kind === 'Slice' ? undefined : itemTarget(c, node);
    default:
      return undefined;
  }
}

function assignStarred(c: Context, node: py.Tuple | py.List, star: number, from: Value): void {
  const items = listParts(c, from);
  const source = isSimple(items.node) ? items : c.temporary(items, 'items');
  const elt = source.type.kind === 'list' ? source.type.elt : any;
  const after = node.elts.length - star - 1;
  if (node.elts.length > 1) checkLength(c, source, node.elts.length - 1, true);
  const length = g.call('len', source.node);
  node.elts.forEach((target, i) => {
    if (i < star) return assignTo(c, target, value(g.index(source.node, g.int(i)), elt, true));
    if (i > star) {
      const back = node.elts.length - i;
      return assignTo(c, target, value(g.index(source.node, g.binary(length, '-', g.int(back))), elt, true));
    }
    const rest =
      after === 0
        ? g.slice(source.node, g.int(star))
        : g.slice(source.node, g.int(star), g.binary(length, '-', g.int(after)));
    const inner = target.kind === 'Starred' ? target.value : target;
    assignTo(c, inner, value(g.pkgCall('slices', 'Clone', rest), { kind: 'list', elt }));
  });
}
