/** Python's `defaultdict`: what a missing key gives. */

import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { coerce } from '../coerce';
import { setItem } from '../comprehensions';
import type { Context } from '../context';
import { expression } from '../expressions';
import type { DictType } from '../shapes';
import type { Value } from '../value';

/** The key, after the map has been given a value for it where it had none and Go's zero value would not do. */
export function withDefault(c: Context, of: Value, key: Value, type: DictType): Value {
  if (type.form !== 'defaultdict' || !needsDefault(c, type)) return key;
  const at = key.pure ? key : c.temporary(key, 'key');
  const flag = c.flagName();
  const { before, result } = c.capture(() => factoryValue(c, type));
  c.emit(
    g.ifStmt(
      g.not(g.ident(flag)),
      [...before, setItem(c, of.node, type, at.node, result)],
      undefined,
      g.assign([g.ident('_'), g.ident(flag)], g.index(c.isOrdered(type) ? g.sel(of.node, 'Values') : of.node, at.node)),
    ),
  );
  return at;
}

/** Whether Go's zero value is not what the factory gives, or cannot be used as it can. */
function needsDefault(c: Context, type: DictType): boolean {
  if (c.isOrdered(type.value)) return true;
  const factory = type.factory as py.Expression | undefined;
  return factory !== undefined && !givesZero(factory);
}

/** A factory whose values are empty or zero. */
function givesZero(factory: py.Expression): boolean {
  if (factory.kind === 'Lambda') return isZero(factory.body);
  if (factory.kind === 'None') return true;
  return factory.kind === 'Name' && /^(int|float|str|list|dict|set|bool|tuple|Counter|deque)$/.test(factory.id);
}

function isZero(node: py.Expression): boolean {
  switch (node.kind) {
    case 'Int':
    case 'Float':
      return Number(node.value) === 0;
    case 'Str':
      return node.value === '';
    case 'Bool':
      return !node.value;
    case 'Call':
      if (node.func.kind !== 'Name') return false;
      return node.func.id === 'defaultdict' || (node.args.length === 0 && givesZero(node.func));
    default:
      return (node.kind === 'List' && node.elts.length === 0) || (node.kind === 'Dict' && node.items.length === 0);
  }
}

function factoryValue(c: Context, type: DictType): Expression {
  const factory = type.factory as py.Expression | undefined;
  if (type.value.kind === 'dict' && (!factory || givesZero(factory))) return c.emptyDict(type.value);
  if (!factory) return c.gap('what this defaultdict gives is not known here');
  const made: py.Expression =
    factory.kind === 'Lambda'
      ? factory.body
      : { kind: 'Call', start: factory.start, end: factory.end, func: factory, args: [] };
  return coerce(c, expression(c, made, type.value), type.value).node;
}

/** Methods that leave a set or a dict as it is, and give another. */
const readingMethods =
  /^(get|items|keys|values|copy|union|intersection|difference|symmetric_difference|issubset|issuperset|isdisjoint)$/;
const readingFunctions =
  /^(len|sorted|list|set|tuple|dict|frozenset|sum|min|max|any|all|print|str|repr|enumerate|bool)$/;

/** Whether what is found at a key may be changed where it goes: an empty one that nobody keeps would be lost. */
export function isHandedOn(c: Context, node: py.Subscript): boolean {
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  switch (parent?.kind) {
    case 'Attribute':
      return parent.attr.kind === 'Name' && !readingMethods.test(parent.attr.id);
    case 'Call':
      return parent.func !== node && !(parent.func.kind === 'Name' && readingFunctions.test(parent.func.id));
    case 'Assign':
      return parent.value === node;
    case 'Subscript':
      return parent.value === node && isStoredBelow(c, parent);
    case 'Return':
    case 'Tuple':
    case 'List':
    case 'DictItem':
      return true;
    default:
      return false;
  }
}

/** `d[a][b][c] = x`: the place that is assigned to makes its own dict, those before it are made here. */
function isStoredBelow(c: Context, node: py.Subscript): boolean {
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  return parent?.kind === 'Subscript' ? parent.value === node : isHandedOn(c, node);
}
