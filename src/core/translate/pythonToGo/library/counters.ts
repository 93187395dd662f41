/** Python's `Counter`: how it is made, what its methods and operators do. */
import { int, none } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import { eachOf, setItem } from '../comprehensions';
import type { Context } from '../context';
import { expression } from '../expressions';
import { dictRounds } from '../iteration';
import { list, type DictType } from '../shapes';
import { pure, value, type Value } from '../value';

/** `Counter(…)`: counts of what comes, or the counts that are given. */
export function counterCall(c: Context, node: py.Call, type: DictType): Value {
  if (node.args.length === 0) return value(c.emptyDict(type), type);
  const result = c.resultVariable(type, 'counts');
  const target = g.ident(result.name);
  const { before } = c.capture(() => addCounts(c, target, type, node, '+'));
  c.emit(result.start(c.emptyDict(type)), ...before);
  return pure(target, type);
}

/** Adds to the counts, or takes from them, what a call of the constructor, `update` or `subtract` is given. */
function addCounts(c: Context, target: go.Expression, type: DictType, node: py.Call, op: '+' | '-'): void {
  const source = c.isOrdered(type) ? g.sel(target, 'Values') : target;
  const add = (key: go.Expression, n: go.Expression): go.Statement => {
    if (c.isOrdered(type)) return setItem(c, target, type, key, g.binary(g.index(source, key), op, n));
    if (n.kind === 'IntLit' && n.value === '1') return g.incDec(g.index(target, key), op === '+' ? '++' : '--');
    return g.assign(g.index(target, key), n, op === '+' ? '+=' : '-=');
  };
  for (const arg of node.args) {
    if (arg.kind === 'Keyword') {
      if (arg.arg?.kind !== 'Name') return c.gap('** in a call has no counterpart here', arg);
      c.emit(add(g.str(arg.arg.id), coerce(c, expression(c, arg.value), int).node));
      continue;
    }
    const given = c.typeOf(arg);
    if (given.kind === 'dict') {
      const whole = expression(c, arg);
      const rounds = dictRounds(c, whole, given, 'items', { names: [] });
      const [key, n] = rounds.values;
      if (key && n) c.emit(rounds.wrap([add(coerce(c, key, type.key).node, coerce(c, n, int).node)]));
    } else eachOf(c, arg as py.Expression, item => [add(coerce(c, item, type.key).node, g.int(1))]);
  }
}

/** A method that only a Counter has; undefined for those of every dict. */
export function counterMethod(c: Context, of: Value, type: DictType, name: string, node: py.Call): Value | undefined {
  if (type.form === 'OrderedDict' || name === 'popitem') return orderedMethod(c, of, type, name, node);
  if (type.form !== 'Counter') return undefined;
  switch (name) {
    case 'update':
    case 'subtract':
      addCounts(c, of.node, type, node, name === 'update' ? '+' : '-');
      return pure(g.nil(), none);
    case 'total': {
      const result = c.resultVariable(int, 'total');
      const rounds = dictRounds(c, of, type, 'values', { names: [] });
      c.emit(result.start(g.int(0)), rounds.wrap([g.assign(g.ident(result.name), rounds.values[0]!.node, '+=')]));
      return pure(g.ident(result.name), int);
    }
    case 'elements': {
      const to = list(type.key);
      const result = c.resultVariable(to, 'items');
      const rounds = dictRounds(c, of, type, 'items', { names: [] });
      const [key, n] = rounds.values;
      const append = g.assign(g.ident(result.name), g.call('append', g.ident(result.name), key!.node));
      c.emit(
        result.start(g.composite(c.goType(to), [])),
        rounds.wrap([g.rangeStmt(undefined, undefined, n!.node, [append])]),
      );
      return pure(g.ident(result.name), to);
    }
    default:
      return undefined;
  }
}

/** `move_to_end` and `popitem`, for which the order has to be known. */
function orderedMethod(c: Context, of: Value, type: DictType, name: string, node: py.Call): Value | undefined {
  const args = node.args.map(arg => (arg.kind === 'Keyword' ? arg.value : arg)) as py.Expression[];
  if (name !== 'move_to_end' && name !== 'popitem') return undefined;
  if (!c.isOrdered(type)) return c.gap('the order of this dict is not known here', node);
  const last = (at: number): boolean => {
    const given = args[at];
    if (given && given.kind !== 'Bool') return c.gap('last= that is not True or False has no counterpart here', node);
    return given?.kind !== 'Bool' || given.value;
  };
  if (name === 'move_to_end') {
    const [first] = positional(node);
    if (!first) return undefined;
    const key = coerce(c, expression(c, first, type.key), type.key).node;
    c.emit(g.exprStmt(g.call(c.helper('moveToEnd'), of.node, key, g.bool(last(1)))));
    return pure(g.nil(), none);
  }
  const keys = g.sel(of.node, 'Keys');
  if (c.isCaught('builtins.KeyError')) {
    const empty = c.model.exceptions.make(c, 'builtins.KeyError', g.str("'popitem(): dictionary is empty'"));
    c.emit(g.ifStmt(g.binary(g.call('len', keys), '==', g.int(0)), c.fail(empty)));
  }
  const key = c.freshLocal('key');
  const at = last(0) ? g.binary(g.call('len', keys), '-', g.int(1)) : g.int(0);
  c.emit(g.define(key, g.index(keys, at)));
  const item = c.freshLocal('value');
  c.emit(g.define(item, g.index(g.sel(of.node, 'Values'), g.ident(key))));
  c.emit(g.exprStmt(g.method(of.node, 'Delete', g.ident(key))));
  const pair = { kind: 'tuple' as const, elts: [type.key, type.value] };
  return value(g.composite(c.goType(pair), [g.ident(key), g.ident(item)]), pair, true);
}

/** `+`, `-`, `&` and `|` of two counters. */
export function counterArithmetic(c: Context, op: string, left: Value, right: Value): Value {
  const { type } = left;
  if (right.type.kind !== 'dict' || !c.isOrdered(type)) return c.gap(`${op} of these counts has no counterpart here`);
  const [x, y] = [g.ident('x'), g.ident('y')];
  const combined =
    op === '&' ? g.call('min', x, y) : op === '|' ? g.call('max', x, y) : g.binary(x, op === '+' ? '+' : '-', y);
  const combine = g.funcLit([g.field(['x', 'y'], g.ident('int'))], [g.ident('int')], [g.ret(combined)]);
  return value(g.call(c.helper('combinedCounts'), left.node, coerce(c, right, type).node, combine), type);
}
