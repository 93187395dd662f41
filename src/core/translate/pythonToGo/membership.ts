/** `x in xs`, by the type of what is looked through. */
import { bytesContain } from './library/bytes';
import { str, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce, withArticle } from './coerce';
import { value, type Value } from './value';
import { type Context } from './context';
import { asList } from './displays';
import { flagIn } from './enumOperators';
import { equality } from './comparisons';
import { sequenceOf } from './iterators';
import { libraryOperator } from './library';
import { environmentHas, isEnvironment } from './library/system';
import { isAny, isComparable, isNilable } from './types';

export function contains(c: Context, item: Value, whole: Value, wholeNode?: py.Expression): go.Expression {
  const literal = literalItems(wholeNode);
  if (literal && literal.length <= 4) {
    return anyOf(c, item.pure ? item : c.temporary(item, 'one'), whole, literal.length);
  }
  if (item.type.kind === 'optional' && !isNilable(item.type.of, c)) return optionalIn(c, item, item.type.of, whole);
  if (wholeNode && isEnvironment(c, wholeNode)) return environmentHas(c, coerce(c, item, str).node);
  const { type } = whole;
  switch (type.kind) {
    case 'str':
      return g.pkgCall('strings', 'Contains', whole.node, coerce(c, item, str).node);
    case 'bytes':
      return bytesContain(c, item, whole);
    case 'list': {
      const one = coerce(c, item, type.elt);
      if (isComparable(type.elt, c)) return g.pkgCall('slices', 'Contains', whole.node, one.node);
      const name = c.freshLocal('one');
      const same = equality(c, value(g.ident(name), type.elt, true), one);
      return g.pkgCall(
        'slices',
        'ContainsFunc',
        whole.node,
        g.funcLit([g.field(name, c.goType(type.elt))], [g.ident('bool')], [g.ret(same)]),
      );
    }
    case 'set':
      return hasKey(c, whole.node, coerce(c, item, type.elt).node);
    case 'dict': {
      const source = c.isOrdered(type) ? g.sel(whole.node, 'Values') : whole.node;
      return hasKey(c, source, coerce(c, item, type.key).node);
    }
    case 'tuple':
      return contains(c, item, coerce(c, whole, { kind: 'list', elt: type.elts[0] ?? item.type }), undefined);
    case 'optional':
      if (isNilable(type.of, c)) return contains(c, item, { ...whole, type: type.of }, wholeNode);
      return contains(c, item, coerce(c, whole, type.of), wholeNode);
    case 'instance': {
      const isSet = flagIn(c, item, whole);
      if (isSet) return isSet;
      const method = type.name.startsWith('.') ? c.model.method(type.name.slice(1), '__contains__') : undefined;
      if (method) {
        const [param] = method.params;
        return g.method(whole.node, method.goName, param ? coerce(c, item, param.type).node : item.node);
      }
      const known = libraryOperator(c, whole, '__contains__', item);
      if (known) return known.node;
      // Without a method of its own, Python looks through what iterating gives.
      const items = sequenceOf(c, whole) ?? c.gap(`"in" on ${withArticle(type)} has no counterpart here`);
      return contains(c, item, asList(c, items));
    }
    case 'iterator':
      return contains(c, item, asList(c, whole));
    case 'class':
      if (item.type.kind === 'instance' && item.type.name === type.name) return g.bool(true);
      return c.gap(`"in" on ${withArticle(type)} has no counterpart here`);
    default:
      if (isAny(type, c)) return g.call(c.helper('containsValue'), whole.node, item.node);
      return c.gap(`"in" on ${withArticle(type)} has no counterpart here`);
  }
}

/** None is in no list of anything else, and must not be looked into. */
function optionalIn(c: Context, item: Value, of: Type, whole: Value): go.Expression {
  const found = c.temporary(item, 'found');
  const { before, result } = c.capture(() => contains(c, value(g.star(found.node), of, true), whole));
  if (before.length > 0) return c.gap(`"in" with a value that can be None has no counterpart here`);
  return g.binary(g.binary(found.node, '!=', g.nil()), '&&', result);
}

function literalItems(node: py.Expression | undefined): readonly py.Expression[] | undefined {
  if (node?.kind !== 'List' && node?.kind !== 'Tuple' && node?.kind !== 'Set') return undefined;
  return node.elts.length > 0 && node.elts.every(elt => elt.kind !== 'Starred') ? node.elts : undefined;
}

/** `x in ("a", "b")` is two comparisons. */
function anyOf(c: Context, item: Value, whole: Value, count: number): go.Expression {
  const { node, type } = whole;
  const elts = node.kind === 'CompositeLit' ? node.elts : [];
  if (elts.length !== count) return contains(c, item, whole);
  const tests = elts.map((elt, i) => {
    const of: Type = type.kind === 'tuple' ? (type.elts[i] ?? item.type) : 'elt' in type ? type.elt : item.type;
    const one = elt.kind === 'KeyValueExpr' ? elt.key : elt;
    // In a list of them the type of each may be left out.
    const whole = one.kind === 'CompositeLit' && !one.type ? { ...one, type: c.goType(of) } : one;
    return equality(c, item, value(whole, isAny(of, c) ? item.type : of, true));
  });
  return tests.reduce((all, test) => g.binary(all, '||', test));
}

/** Go says in a second result whether a key is there. */
export function hasKey(c: Context, map: go.Expression, key: go.Expression): go.Expression {
  const name = c.flagName();
  c.emit(g.assign([g.ident('_'), g.ident(name)], g.index(map, key)));
  return g.ident(name);
}
