/** The application of a named function to values: for `key=len`, `map(str, xs)` and their like. */
import { callModel } from './calls';
import { isInstanceOfFile } from './modelFacts';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { lengthOf } from './conversions';
import { coerce } from './coerce';
import { value, type Value } from './value';
import { type Context } from './context';
import { expression } from './expressions';
import { textOf } from './formatting';
import { callOf } from './lambdas';
import { applyGetter, applyOperator } from './library/operator';
import { methodCall } from './methods';

export function applyNamed(c: Context, node: py.Expression, args: readonly Value[]): Value {
  const [first] = args;
  const symbol = node.kind === 'Name' ? c.facts.symbolOf(node) : undefined;
  if (node.kind === 'Name' && symbol?.kind === 'builtin' && first) return applyBuiltin(c, node, first, args);
  const qualified = c.facts.qualifiedName(node);
  if (node.kind === 'Call' && first) {
    const getter = applyGetter(c, node, first);
    if (getter) return getter;
    if (c.facts.qualifiedName(node.func) === 'functools.partial' && node.args[0]) {
      const [func, ...given] = node.args;
      const callee = func as py.Expression;
      const before = given.filter(arg => arg.kind !== 'Keyword');
      const after = given.filter(arg => arg.kind === 'Keyword');
      return calling(c, callee, [...before, ...args.map(one => c.standIn(one)), ...after]);
    }
  }
  const operator = /^operator\.(\w+)$/.exec(qualified ?? '')?.[1];
  const operated = operator === undefined ? undefined : applyOperator(c, operator, args);
  if (operated) return operated;
  if (node.kind === 'Attribute' && node.attr.kind === 'Name' && qualified?.startsWith('builtins.str.') && first) {
    const applied = methodCall(c, first, node.attr.id, { kind: 'Call', start: -1, end: -1, func: node, args: [] });
    if (applied) return applied;
  }
  if (node.kind === 'Attribute' && node.attr.kind === 'Name' && node.attr.id === 'get' && first) {
    const of = expression(c, node.value);
    if (of.type.kind === 'dict') {
      c.notes.assume('what is looked up in a dict by a key function is there');
      const key = coerce(c, first, of.type.key);
      return value(g.index(c.isOrdered(of.type) ? g.sel(of.node, 'Values') : of.node, key.node), of.type.value, true);
    }
  }
  if (node.kind === 'Attribute' && node.attr.kind === 'Name' && node.attr.id === '__getitem__' && first) {
    return expression(c, { kind: 'Subscript', start: -1, end: -1, value: node.value, slice: c.standIn(first) });
  }
  const isLibrary = symbol?.kind === 'import' && qualified !== undefined && !qualified.startsWith('.');
  if (node.kind === 'Attribute' || isLibrary) {
    return calling(
      c,
      node,
      args.map(one => c.standIn(one)),
    );
  }
  const isOwn = symbol?.kind === 'function' && c.model.functionOf(symbol) !== undefined;
  if (isOwn) {
    return calling(
      c,
      node,
      args.map(one => c.standIn(one)),
    );
  }
  const func = expression(c, node);
  if (func.type.kind === 'func') return callOf(func.node, func.type, args, c);
  const called = isInstanceOfFile(func.type) ? c.model.method(func.type.name.slice(1), '__call__') : undefined;
  if (called) {
    const given: py.Call = { kind: 'Call', start: -1, end: -1, func: node, args: args.map(one => c.standIn(one)) };
    return callModel(c, called, g.sel(func.node, called.goName), given);
  }
  return c.gap('this function as a value has no counterpart here', node);
}

/** The call of a function with these arguments. */
function calling(c: Context, func: py.Expression, args: py.Call['args']): Value {
  return expression(c, { kind: 'Call', start: -1, end: -1, func, args });
}

function applyBuiltin(c: Context, node: py.Name, of: Value, args: readonly Value[]): Value {
  switch (node.id) {
    case 'len':
      return lengthOf(c, of, node);
    case 'str':
      return value(textOf(c, of), { kind: 'str' }, of.pure);
    case 'int':
      if (of.type.kind === 'str')
        return c.checkedCall(g.call(c.helper('numberOf'), of.node), { kind: 'int' }, 'builtins.ValueError');
      if (of.type.kind === 'float') return value(g.call('int', of.node), { kind: 'int' }, of.pure);
      return coerce(c, of, { kind: 'int' });
    case 'float':
      if (of.type.kind === 'str')
        return c.checkedCall(g.call(c.helper('floatOf'), of.node), { kind: 'float' }, 'builtins.ValueError');
      return coerce(c, of, { kind: 'float' });
    case 'abs':
      if (of.type.kind === 'int') return value(g.call('max', of.node, g.unary('-', of.node)), of.type, of.pure);
      return value(g.pkgCall('math', 'Abs', of.node), of.type, of.pure);
    default:
      return calling(
        c,
        node,
        args.map(one => c.standIn(one)),
      );
  }
}
