/** Methods of dicts. */
import { int, none, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { collected } from './collecting';
import { keywordArgument, positional } from './arguments';
import { coerce } from './coerce';
import { setItem } from './comprehensions';
import { missingKeyText } from './plainTexts';
import { pure, value, type Value } from './value';
import { type Context } from './context';
import { expression } from './expressions';
import { isAny, isNilable } from './types';
import { join } from './settling';
import { list, type DictType } from './shapes';

const nothing = (): Value => pure(g.nil(), none);

export function dictMethod(c: Context, of: Value, type: DictType, name: string, node: py.Call): Value | undefined {
  const args = positional(node);
  const [first, second] = args;
  const key = (one: py.Expression): go.Expression => coerce(c, expression(c, one, type.key), type.key).node;
  const source = c.isOrdered(type) ? g.sel(of.node, 'Values') : of.node;
  switch (name) {
    case 'get':
      return first && get(c, source, type, key(first), second);
    case 'setdefault': {
      if (!first) return undefined;
      const at = c.temporary(value(key(first), type.key, true), 'key').node;
      const flag = c.flagName();
      const start = second ? coerce(c, expression(c, second, type.value), type.value).node : g.nil();
      c.emit(
        g.ifStmt(
          g.not(g.ident(flag)),
          [setItem(c, of.node, type, at, start)],
          undefined,
          g.assign([g.ident('_'), g.ident(flag)], g.index(source, at)),
        ),
      );
      return value(g.index(source, at), type.value, true);
    }
    case 'pop':
      return first && pop(c, of, source, type, key(first), second, node);
    case 'keys':
    case 'values':
    case 'items':
      return collected(c, node);
    case 'update': {
      if (!first || args.length > 1) return undefined;
      const other = coerce(c, expression(c, first, type), type);
      if (c.isOrdered(type)) {
        copyInto(c, of.node, other.node);
        return nothing();
      }
      c.emit(g.exprStmt(g.pkgCall('maps', 'Copy', of.node, other.node)));
      return nothing();
    }
    case 'copy':
      if (c.isOrdered(type)) return orderedCopy(c, of, type);
      return value(g.pkgCall('maps', 'Clone', of.node), type);
    case 'clear':
      if (c.isOrdered(type)) {
        c.emit(g.assign(g.sel(of.node, 'Keys'), g.nil()), g.exprStmt(g.call('clear', g.sel(of.node, 'Values'))));
      } else c.emit(g.exprStmt(g.call('clear', of.node)));
      return nothing();
    case 'most_common':
      return mostCommon(c, of, source, type, first ?? keywordArgument(node, 'n'));
    default:
      return undefined;
  }
}

/** A dict that keeps its order, as a new one. */
export function orderedCopy(c: Context, of: Value, type: DictType): Value {
  const result = c.resultVariable(type, 'duplicate');
  c.emit(result.start(c.emptyDict(type)));
  copyInto(c, g.ident(result.name), of.node);
  return pure(g.ident(result.name), type);
}

/** Puts all that one ordered dict holds into another. */
export function copyInto(c: Context, target: go.Expression, source: go.Expression): void {
  const [key, item] = [c.scratch('key'), c.scratch('value')];
  const set = g.exprStmt(g.method(target, 'Set', g.ident(key), g.ident(item)));
  c.emit(g.rangeStmt(key, item, g.method(source, 'All'), [set]));
}

function get(
  c: Context,
  source: go.Expression,
  type: DictType,
  key: go.Expression,
  fallback: py.Expression | undefined,
): Value {
  const look = g.index(source, key);
  const isNone = !fallback || fallback.kind === 'None';
  if (isNone) {
    // A missing key and a nil value are the same thing to both languages' readers.
    if (isNilable(type.value, c)) return value(look, { kind: 'optional', of: type.value }, true);
    const to: Type = { kind: 'optional', of: type.value };
    const name = c.freshLocal('found');
    const flag = c.flagName();
    const one = c.freshLocal('value');
    c.declareLocal(name, to);
    c.emit(g.declare(g.varDecl(name, c.goType(to))));
    c.func.locals.delete(name);
    c.func.locals.delete(flag);
    c.emit(
      g.ifStmt(
        g.ident(flag),
        [g.assign(g.ident(name), g.unary('&', g.ident(one)))],
        undefined,
        g.define([one, flag], look),
      ),
    );
    return pure(g.ident(name), to);
  }
  if (isZero(fallback) && type.value.kind !== 'list' && !isAny(type.value, c)) return value(look, type.value, true);
  if (fallback.kind === 'List' && fallback.elts.length === 0 && type.value.kind === 'list')
    return value(look, type.value, true);
  const given = c.typeOf(fallback);
  const to = isAny(type.value, c) ? type.value : join(type.value, given);
  if (type.value.kind === 'int' && to.kind === 'float') return getAsFloat(c, look, type, to, fallback);
  const start = coerce(c, expression(c, fallback, type.value), to);
  const name = c.takeResultNames([type.value])?.[0] ?? c.freshLocal('value');
  const flag = c.flagName();
  c.declareLocal(name, type.value);
  c.emit(g.assign([g.ident(name), g.ident(flag)], look));
  c.emit(g.ifStmt(g.not(g.ident(flag)), [g.assign(g.ident(name), coerce(c, start, type.value).node)]));

  return pure(g.ident(name), type.value);
}

/** `distances.get(node, inf)`: the whole number that is there, or the infinity. */
function getAsFloat(c: Context, look: go.Expression, type: DictType, to: Type, fallback: py.Expression): Value {
  const result = c.resultVariable(to, 'value');
  const [found, flag] = [c.freshLocal('found'), c.freshLocal('ok')];
  c.emit(result.start(coerce(c, expression(c, fallback, to), to).node));
  const set = g.assign(g.ident(result.name), coerce(c, pure(g.ident(found), type.value), to).node);
  c.emit(g.ifStmt(g.ident(flag), [set], undefined, g.define([found, flag], look)));
  return pure(g.ident(result.name), to);
}

/** The value that Go gives for a missing key anyway. */
function isZero(node: py.Expression): boolean {
  switch (node.kind) {
    case 'Int':
      return node.value === '0';
    case 'Float':
      return Number(node.value) === 0;
    case 'Str':
      return node.value === '';
    case 'Bool':
      return !node.value;
    default:
      return false;
  }
}

function pop(
  c: Context,
  of: Value,
  source: go.Expression,
  type: DictType,
  key: go.Expression,
  fallback: py.Expression | undefined,
  node: py.Call,
): Value {
  const remove = c.isOrdered(type)
    ? g.exprStmt(g.method(of.node, 'Delete', key))
    : g.exprStmt(g.call('delete', of.node, key));
  if (c.isStatement(node)) {
    if (!fallback && c.isCaught('builtins.KeyError')) {
      const flag = c.flagName();
      c.emit(g.assign([g.ident('_'), g.ident(flag)], g.index(source, key)));
      c.emit(
        g.ifStmt(
          g.not(g.ident(flag)),
          c.fail(c.model.exceptions.make(c, 'builtins.KeyError', missingKeyText(c, key, type.key))),
        ),
      );
    }
    c.emit(remove);
    return nothing();
  }
  const name = c.takeResultNames([type.value])?.[0] ?? c.freshLocal('value');
  const flag = c.flagName();
  c.declareLocal(name, type.value);
  c.emit(g.assign([g.ident(name), g.ident(flag)], g.index(source, key)));
  const missing =
    fallback === undefined
      ? c.isCaught('builtins.KeyError')
        ? c.fail(c.model.exceptions.make(c, 'builtins.KeyError', missingKeyText(c, key, type.key)))
        : [g.exprStmt(g.call('panic', g.str('the key is not in the map')))]
      : c.block(() => c.emit(g.assign(g.ident(name), coerce(c, expression(c, fallback, type.value), type.value).node)));
  c.emit(g.ifStmt(g.not(g.ident(flag)), missing));
  c.emit(remove);
  return pure(g.ident(name), type.value);
}

/** The pairs by falling count; Python keeps the order of first occurrence among equals. */
function mostCommon(
  c: Context,
  of: Value,
  source: go.Expression,
  type: DictType,
  count: py.Expression | undefined,
): Value {
  const pair: Type = { kind: 'tuple', elts: [type.key, int] };
  const to = list(pair);
  const result = c.resultVariable(to, 'counts');
  const { name } = result;
  const [key, item] = [c.freshLocal('key'), c.freshLocal('n')];
  const loop = c.isOrdered(type) ? g.method(of.node, 'All') : source;
  if (!c.isOrdered(type)) c.notes.assume('among equal counts the order does not matter');
  c.emit(
    result.start(g.composite(c.goType(to), [])),
    g.rangeStmt(key, item, loop, [
      g.assign(
        g.ident(name),
        g.call('append', g.ident(name), g.composite(c.goType(pair), [g.ident(key), g.ident(item)])),
      ),
    ]),
    g.exprStmt(
      g.pkgCall(
        'slices',
        'SortStableFunc',
        g.ident(name),
        g.funcLit(
          [g.field(['a', 'b'], c.goType(pair))],
          [g.ident('int')],
          [g.ret(g.pkgCall('cmp', 'Compare', g.sel(g.ident('b'), 'Second'), g.sel(g.ident('a'), 'Second')))],
        ),
      ),
    ),
  );
  if (!count || count.kind === 'None') return pure(g.ident(name), to);
  const n = coerce(c, expression(c, count), int);
  return value(g.slice(g.ident(name), undefined, g.call('min', n.node, g.call('len', g.ident(name)))), to, true);
}
