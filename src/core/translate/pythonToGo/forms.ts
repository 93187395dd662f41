/** The text of tuples as long as they like, deques, counters and their like, which Go keeps as slices and maps. */
import { any, str, type Type } from '../../facts/types';
import type { Expression } from '../../syntax/go/ast';
import * as g from '../goNodes';
import type { Context } from './context';
import { reprOf } from './formatting';
import { tupleFields } from './settling';
import type { DictType, ListType, TupleType } from './shapes';
import { pure, value, type Value } from './value';

/** Whether Python shows the value, or a part of it, in another way than a list or a dict. */
export function isFormed(type: Type, depth = 0): boolean {
  if (depth > 6) return false;
  switch (type.kind) {
    case 'list':
      return type.form !== undefined || isFormed(type.elt, depth + 1);
    case 'dict':
      return type.form !== undefined || isFormed(type.value, depth + 1) || isFormed(type.key, depth + 1);
    case 'bytes':
      return true;
    case 'str':
      return depth > 0 && type.form !== undefined;
    case 'instance':
      return depth > 0 && /^(datetime|fractions)\./.test(type.name);
    case 'optional':
      // A list that may be None is a slice that may be nil.
      return type.of.kind === 'list' || isFormed(type.of, depth + 1);
    case 'set':
      return isFormed(type.elt, depth + 1);
    case 'float':
      return type.whole === true && depth > 0;
    case 'tuple':
      return type.elts.length === 1 || type.elts.some(elt => isFormed(elt, depth + 1));
    default:
      return false;
  }
}

/** What Python prints for such a value. */
export function formedText(c: Context, from: Value): Expression {
  if (from.type.kind === 'list') return listForm(c, from.node, from.type);
  if (from.type.kind === 'dict') return dictForm(c, from.node, from.type);
  if (from.type.kind === 'tuple') return tupleForm(c, from.node, from.type);
  if (from.type.kind === 'set') {
    const items = g.pkgCall('slices', 'Collect', g.pkgCall('maps', 'Keys', from.node));
    return enclosed('{', g.call(c.helper('itemTexts'), items, itemText(c, from.type.elt)), '}');
  }
  if (from.type.kind === 'optional') return optionalForm(c, from.node, from.type.of);
  const text = g.call(c.helper('bytesText'), from.node);
  return from.type.kind === 'bytes' && from.type.form ? enclosed('bytearray(', text, ')') : text;
}

function tupleForm(c: Context, node: Expression, type: TupleType): Expression {
  if (type.elts.length === 1) {
    return g.call(c.helper('tupleText'), node, itemText(c, type.elts[0] ?? any, true));
  }
  const source = c.temporary(value(node, type), 'items');
  const parts = type.elts.map((elt, i) => reprOf(c, value(g.sel(source.node, tupleFields[i] ?? 'First'), elt, true)));
  const joined = parts.reduce((all, one) => g.binary(g.binary(all, '+', g.str(', ')), '+', one));
  return enclosed('(', joined, ')');
}

function optionalForm(c: Context, node: Expression, of: Type): Expression {
  if (of.kind !== 'list') return g.call(c.helper('text'), node);
  if (!isFormed(of)) return g.call(c.helper('repr'), g.call(c.helper('orNil'), node));
  return g.call(c.helper('textOrNone'), node, itemText(c, of));
}

function listForm(c: Context, node: Expression, type: ListType): Expression {
  const items = (helper: string): Expression => g.call(c.helper(helper), node, itemText(c, type.elt));
  if (type.form === 'tuple') return items('tupleText');
  const list = enclosed('[', items('itemTexts'), ']');
  if (type.form !== 'deque') return list;
  const limit = type.detail === undefined ? '' : `, maxlen=${limitText(c, type)}`;
  return enclosed('deque(', list, `${limit})`);
}

/** The limit of a deque as it is printed. */
function limitText(c: Context, type: ListType): string {
  return /^\d+$/.test(type.detail ?? '')
    ? type.detail!
    : c.gap('the text of a deque of this length has no counterpart');
}

function dictForm(c: Context, node: Expression, type: DictType): Expression {
  if (!c.isOrdered(type)) return c.gap('the order in which this dict is printed is not known here');
  const pairs = (helper: string, key: Expression, value: Expression): Expression =>
    g.call(c.helper(helper), node, key, value);
  const [key, item] = [itemText(c, type.key), itemText(c, type.value)];
  switch (type.form) {
    case 'Counter':
      return g.call(c.helper('counterText'), node, key);
    case 'OrderedDict':
      return pairs('orderedDictText', key, item);
    case 'defaultdict':
      return enclosed(`defaultdict(${factoryText(c, type)}, `, pairs('dictText', key, item), ')');
    default:
      return pairs('dictText', key, item);
  }
}

function factoryText(c: Context, type: DictType): string {
  const factory = type.factory as { kind: string; id?: string } | undefined;
  if (factory?.kind !== 'Name' || !/^(int|float|str|list|dict|set|bool)$/.test(factory.id ?? '')) {
    return c.gap('the text of this defaultdict has no counterpart in Go');
  }
  return `<class '${factory.id}'>`;
}

/** A function that gives the text of one item. */
function itemText(c: Context, type: Type, boxed = false): Expression {
  switch (boxed || (type.kind === 'str' && type.form) ? 'any' : type.kind) {
    case 'int':
      return g.pkg('strconv', 'Itoa');
    case 'str':
      return g.ident(c.helper('quoted'));
    case 'float':
      return g.ident(c.helper(type.kind === 'float' && type.whole ? 'wholeText' : 'floatText'));
    case 'bool':
      return g.ident(c.helper('boolText'));
    default: {
      const name = c.scratch('item');
      const { before, result } = c.capture(() => reprOf(c, pure(g.ident(name), boxed ? any : type)));
      return g.funcLit([g.field(name, c.goType(boxed ? any : type))], [c.goType(str)], [...before, g.ret(result)]);
    }
  }
}

function enclosed(open: string, text: Expression, close: string): Expression {
  return g.binary(g.binary(g.str(open), '+', text), '+', g.str(close));
}
