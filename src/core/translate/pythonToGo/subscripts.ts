/** `x[i]` and `x[a:b]`. */
import { fieldAt, fieldList, namedTupleOf, tupleFieldsOf } from './namedTuples';
import { any, str, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { finishCall } from './calls';
import { coerce, withArticle } from './coerce';
import { missingKeyText } from './plainTexts';
import { isLiteral, value, type Value } from './value';
import { type Context } from './context';
import { enumLookup, enumNamed } from './enumLookups';
import { expression, operands } from './expressions';
import { isPositive, mayBeNegative, type Negative } from './negativeIndices';
import { isNonNegative } from './ranges';
import { dict, list } from './shapes';
import { isAny } from './types';
import { group } from './library/regexps/matches';
import { libraryOperator } from './library';
import { environmentItem, isEnvironment } from './library/system';
import { isHandedOn, withDefault } from './library/defaultdicts';
import { ensureInner } from './places';
import { settle, tupleFields, sameType } from './settling';
import type { DictType } from './shapes';

export function subscript(c: Context, node: py.Subscript): Value {
  const enumeration = enumNamed(c, node.value);
  if (enumeration && node.slice.kind !== 'Slice') return enumLookup(c, enumeration, node.slice, 'Name');
  if (node.slice.kind === 'Slice') return sliced(c, node, node.slice);
  if (isEnvironment(c, node.value)) return environmentItem(c, coerce(c, expression(c, node.slice), str).node);
  const [whole, key] = operands(c, [node.value, node.slice]);
  return narrow(c, item(c, plain(c, whole!), key!, node), node);
}

function plain(c: Context, of: Value): Value {
  return of.type.kind === 'optional' ? coerce(c, of, of.type.of) : of;
}

function narrow(c: Context, of: Value, node: py.Subscript): Value {
  if (!isAny(of.type, c)) return of;
  const here = settle(c.facts.typeOf(node));
  return isAny(here, c) ? of : coerce(c, of, here);
}

/** One item, as a value. */
export function item(c: Context, of: Value, key: Value, node: py.Subscript): Value {
  const { type } = of;
  const isPure = of.pure && key.pure;
  switch (type.kind) {
    case 'dict':
      return made(c, node, dictItem(c, of, coerce(c, key, type.key), type));
    case 'list': {
      const [only] = of.node.kind === 'CompositeLit' && of.node.elts.length === 1 ? of.node.elts : [];
      if (only && only.kind !== 'KeyValueExpr' && constantIndex(node.slice, 1) === 0) {
        return value(only, type.elt, of.pure);
      }
      const at = position(c, of, key, node.slice);
      return value(g.index(at.of.node, at.index), type.elt, isPure);
    }
    case 'bytes': {
      const at = position(c, of, key, node.slice);
      return value(g.call('int', g.index(at.of.node, at.index)), { kind: 'int' }, isPure);
    }
    case 'str': {
      checkBounds(c, g.pkgCall('utf8', 'RuneCountInString', of.node), key, 'string index out of range', true);
      return value(g.call(c.helper('charAt'), of.node, coerce(c, key, { kind: 'int' }).node), str, isPure);
    }
    case 'tuple': {
      const fixed = constantIndex(node.slice, type.elts.length);
      const field = fixed === undefined ? undefined : tupleFields[fixed];
      const elt = fixed === undefined ? undefined : type.elts[fixed];
      if (field && elt) return value(g.sel(of.node, field), elt, of.pure);
      const [first] = type.elts;
      if (first && type.elts.every(one => sameType(one, first))) {
        const items = c.temporary(coerce(c, of, { kind: 'list', elt: first }), 'items');
        return item(c, items, key, node);
      }
      return c.gap('an item of a tuple at a place that is not known has no counterpart in Go', node);
    }
    case 'instance': {
      const method = type.name.startsWith('.') ? c.model.method(type.name.slice(1), '__getitem__') : undefined;
      if (method) {
        const [param] = method.params;
        const call = g.method(of.node, method.goName, param ? coerce(c, key, param.type).node : key.node);
        return finishCall(c, call, method.result, method.fallible);
      }
      const record = namedTupleOf(c, type);
      if (record) {
        const at = constantIndex(node.slice, tupleFieldsOf(c, record).length);
        const field = at === undefined ? undefined : fieldAt(c, of, at);
        return field ?? item(c, c.temporary(fieldList(c, of)!, 'items'), key, node);
      }
      if (type.name === 're.Match') return group(c, of, node.slice);
      return (
        libraryOperator(c, of, '__getitem__', key) ?? c.gap(`[ ] on ${withArticle(type)} has no counterpart here`, node)
      );
    }
    default:
      return anyItem(c, of, key, node);
  }
}

function anyItem(c: Context, of: Value, key: Value, node: py.Subscript): Value {
  if (!isAny(of.type, c)) return c.gap(`[ ] on ${withArticle(of.type)} has no counterpart here`, node);
  // A key that is a text is one of a dict; a number may count in a list, a tuple or a text, or be a key.
  if (key.type.kind === 'str') {
    const source = c.isCaught('builtins.TypeError') ? checkedDict(c, of) : of;
    return item(c, coerce(c, source, dict(str, any)), key, node);
  }
  if (c.isCaught('builtins.KeyError') || c.isCaught('builtins.IndexError') || c.isCaught('builtins.TypeError')) {
    return c.gap('an item of a value of any type, of which a handler takes the failure, has no counterpart here', node);
  }
  return value(g.call(c.helper('itemOf'), of.node, key.node), any, of.pure && key.pure);
}

/** Where a handler takes the TypeError, a key that is a text is asked of a dict only. */
function checkedDict(c: Context, of: Value): Value {
  const source = c.temporary(of, 'whole');
  c.notes.assume('the message of a TypeError is not shown');
  const name = g.call(c.helper('typeName'), source.node);
  const message = g.pkgCall('fmt', 'Sprintf', g.str("'%s' object is not subscriptable"), name);
  c.emit(
    g.ifStmt(
      g.not(g.call(c.helper('isKind'), source.node, g.str('dict'))),
      c.fail(c.model.exceptions.make(c, 'builtins.TypeError', message)),
    ),
  );
  return source;
}

/** What a defaultdict is asked for and handed on, or changed, has to be there. */
function made(c: Context, node: py.Subscript, of: Value): Value {
  if (isHandedOn(c, node)) ensureInner(c, node, of);
  return of;
}

function dictItem(c: Context, of: Value, key: Value, type: DictType): Value {
  const source = c.isOrdered(type) ? g.sel(of.node, 'Values') : of.node;
  if (type.form === 'Counter' || type.form === 'defaultdict') {
    return value(g.index(source, withDefault(c, of, key, type).node), type.value, of.pure && key.pure);
  }
  if (c.isCaught('builtins.KeyError')) {
    const found = g.ident(c.freshLocal('value'));
    const flag = c.flagName();
    c.declareLocal(found.name, type.value);
    c.emit(g.assign([found, g.ident(flag)], g.index(source, key.node)));
    const message = missingKeyText(c, key.node, type.key);
    c.emit(g.ifStmt(g.not(g.ident(flag)), c.fail(c.model.exceptions.make(c, 'builtins.KeyError', message))));
    return value(found, type.value, true);
  }
  c.notes.assume('a key that is looked up in a dict is there: Go gives a zero value where Python raises KeyError');
  return value(g.index(source, key.node), type.value, of.pure && key.pure);
}

/** The index of an item of a list; a negative one counts from the end. */
export function position(c: Context, of: Value, key: Value, node: py.Expression): { of: Value; index: go.Expression } {
  const back = negated(node);
  if (back) {
    const source = isSimple(of.node) ? of : c.temporary(of, 'items');
    const index = back.kind === 'Int' ? g.int(back.value) : coerce(c, expression(c, back), { kind: 'int' }).node;
    checkBounds(c, g.call('len', source.node), { ...key, node: index }, 'list index out of range', false);
    const length = g.call('len', source.node);
    const at = g.binary(length, '-', index);
    return { of: source, index: isPositive(c, back) ? at : g.binary(at, '%', length) };
  }
  const index = coerce(c, key, { kind: 'int' });
  const negative = mayBeNegative(c, node);
  if (negative) {
    const source = isSimple(of.node) ? of : c.temporary(of, 'items');
    const at = fromEnd(c, negative, index.node, g.call('len', source.node));
    if (negative === 'loop') return { of: source, index: at };
    checkBounds(c, g.call('len', source.node), value(at, index.type), 'list index out of range', true);
    return { of: source, index: at };
  }
  checkBounds(c, g.call('len', of.node), index, 'list index out of range', true);
  return { of, index: index.node };
}

/** A negative index counted from the end, as Go wants it. */
function fromEnd(c: Context, kind: Negative, index: go.Expression, length: go.Expression): go.Expression {
  if (kind === 'loop') return g.binary(g.binary(index, '+', length), '%', length);
  return g.call(c.helper('fromEnd'), index, length);
}

/** Where a `try` takes an IndexError, the bounds are looked at before. */
function checkBounds(c: Context, length: go.Expression, key: Value, message: string, forward: boolean): void {
  if (!c.isCaught('builtins.IndexError')) return;
  const test = g.binary(key.node, forward ? '>=' : '>', length);
  const isLow = isLiteral(key.node) ? undefined : g.binary(key.node, '<', g.int(0));
  c.emit(
    g.ifStmt(
      isLow && forward ? g.binary(isLow, '||', test) : test,
      c.fail(c.model.exceptions.make(c, 'builtins.IndexError', g.str(message))),
    ),
  );
}

function negated(node: py.Expression): py.Expression | undefined {
  return node.kind === 'UnaryOp' && node.op === '-' ? node.operand : undefined;
}

export function isSimple(node: go.Expression): boolean {
  if (node.kind === 'Ident') return true;
  return node.kind === 'SelectorExpr' ? isSimple(node.x) : node.kind === 'StarExpr' && isSimple(node.x);
}

/** The index that a literal means in so many items. */
export function constantIndex(node: py.Expression, length: number): number | undefined {
  if (node.kind === 'Int') return Number(node.value);
  const back = negated(node);
  return back?.kind === 'Int' ? length - Number(back.value) : undefined;
}

// ---- slices ----

function sliced(c: Context, node: py.Subscript, slice: py.Slice): Value {
  const of = plain(c, expression(c, node.value));
  const isText = of.type.kind === 'str';
  if (!isText && of.type.kind !== 'list' && of.type.kind !== 'bytes') {
    if (of.type.kind === 'tuple') return tupleSlice(c, of, slice, node);
    if (isAny(of.type, c) && !slice.step) {
      const [low, high] = [
        bound(c, slice.lower)?.node ?? g.int(0),
        bound(c, slice.upper)?.node ?? g.pkg('math', 'MaxInt'),
      ];
      return value(g.call(c.helper('partOf'), of.node, low, high), any, of.pure);
    }
    return c.gap(`a slice of ${withArticle(of.type)} has no counterpart here`, node);
  }
  const step = slice.step && stepOf(slice.step);
  if (slice.step && step === undefined) return stepped(c, of, slice, computedStep(c, slice, slice.step));
  if (step !== undefined && step !== 1) return stepped(c, of, slice, step);
  if (!slice.lower && !slice.upper) {
    return isText ? of : value(g.pkgCall('slices', 'Clone', of.node), of.type);
  }
  if (isText) return textSlice(c, of, slice);
  return listSlice(c, of, slice);
}

function stepOf(node: py.Expression): number | undefined {
  if (node.kind === 'Int') return Number(node.value);
  const back = negated(node);
  return back?.kind === 'Int' ? -Number(back.value) : undefined;
}

/** A step that is only known at run time; between bounds it has to run forwards. */
function computedStep(c: Context, slice: py.Slice, step: py.Expression): go.Expression {
  if ((slice.lower ?? slice.upper) && !isNonNegative(c, step)) c.notes.assume('the step of a slice is positive');
  return coerce(c, expression(c, step), { kind: 'int' }).node;
}

function stepped(c: Context, of: Value, slice: py.Slice, by: number | go.Expression): Value {
  const step = typeof by === 'number' ? by : 1;
  const written = typeof by === 'number' ? g.int(by) : by;
  const isWhole = !slice.lower && !slice.upper;
  if (of.type.kind === 'str') {
    if (isWhole && step === -1) return value(g.call(c.helper('reversedText'), of.node), str, of.pure);
    const characters = (text: go.Expression): go.Expression => g.call(g.sliceType(g.ident('rune')), text);
    if (!isWhole && step < 0) {
      const runes = c.temporary(value(characters(of.node), list(str)), 'runes');
      return value(g.call('string', backward(c, runes.node, slice, step)), str);
    }
    const source = isWhole ? of : textSlice(c, of, slice);
    const runes = g.call(g.sliceType(g.ident('rune')), source.node);
    return value(g.call('string', g.call(c.helper('everyNth'), runes, written)), str, of.pure);
  }
  if (!isWhole && step < 0) {
    const items = isSimple(of.node) ? of : c.temporary(of, 'items');
    return value(backward(c, items.node, slice, step), of.type);
  }
  const source = isWhole ? of : listSlice(c, of, slice);
  return value(g.call(c.helper('everyNth'), source.node, written), of.type);
}

/** `xs[high:low:-step]`: bounds are places from the start, where they are not negative. */
function backward(c: Context, items: go.Expression, slice: py.Slice, step: number): go.Expression {
  const place = (node: py.Expression | undefined, otherwise: go.Expression): go.Expression => {
    if (!node || node.kind === 'None') return otherwise;
    const back = negated(node);
    if (back?.kind === 'Int') {
      const at = g.binary(g.call('len', items), '-', g.int(back.value));
      return node === slice.upper ? g.call('max', at, g.int(-1)) : at;
    }
    const at = coerce(c, expression(c, node), { kind: 'int' }).node;
    if (isPositive(c, node) || node.kind === 'Int' || isNonNegative(c, node)) return at;
    const counted = g.call(c.helper('fromEnd'), at, g.call('len', items));
    return node === slice.upper ? g.call('max', counted, g.int(-1)) : counted;
  };
  const from = place(slice.lower, g.binary(g.call('len', items), '-', g.int(1)));
  const to = place(slice.upper, g.int(-1));
  return g.call(c.helper('backward'), items, from, to, g.int(-step));
}

/** A bound as an int, or undefined where it is left out. */
function bound(c: Context, node: py.Expression | undefined): Value | undefined {
  if (!node || node.kind === 'None') return undefined;
  return coerce(c, expression(c, node), { kind: 'int' });
}

/** `xs[a:b]` as a new list. Python's bounds never run over; Go's panic, so only bounds that surely fit are written plainly. */
function listSlice(c: Context, of: Value, slice: py.Slice): Value {
  const low = bound(c, slice.lower);
  const high = bound(c, slice.upper);
  const source = isSimple(of.node) ? of : c.temporary(of, 'items');
  const all = g.call('len', source.node);
  return value(g.call(c.helper('slicePart'), source.node, low?.node ?? g.int(0), high?.node ?? all), of.type, false);
}

function textSlice(c: Context, of: Value, slice: py.Slice): Value {
  const low = bound(c, slice.lower);
  const high = bound(c, slice.upper);
  const isPure = of.pure && (low?.pure ?? true) && (high?.pure ?? true);
  const source = high || isSimple(of.node) ? of : c.temporary(of, 'whole');
  const end = high?.node ?? g.call('len', source.node);
  return value(g.call(c.helper('textPart'), source.node, low?.node ?? g.int(0), end), str, isPure);
}

function tupleSlice(c: Context, of: Value, slice: py.Slice, node: py.Subscript): Value {
  if (of.type.kind !== 'tuple' || slice.step) return c.gap('this slice of a tuple has no counterpart in Go', node);
  const { elts } = of.type;
  const low = slice.lower ? constantIndex(slice.lower, elts.length) : 0;
  const high = slice.upper ? constantIndex(slice.upper, elts.length) : elts.length;
  if (low === undefined || high === undefined) return c.gap('this slice of a tuple has no counterpart in Go', node);
  const source = c.temporary(of, 'items');
  const type: Type = { kind: 'tuple', elts: elts.slice(low, high) };
  if (type.elts.length < 2) return c.gap('a tuple of fewer than two items has no counterpart in Go', node);
  return value(
    g.composite(
      c.goType(type),
      type.elts.map((_, i) => g.sel(source.node, tupleFields[low + i] ?? 'First')),
    ),
    type,
  );
}
