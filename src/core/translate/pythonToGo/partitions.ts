/** `partition` and `rpartition`: a text cut at a separator. */
import { str, type Type } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import type { Context } from './context';
import { expression, operands } from './expressions';
import { place } from './targets';
import { value, type Value } from './value';

/** `name, _, rest = line.partition(":")` is what `strings.Cut` does; false for other assignments. */
export function assignCut(c: Context, target: py.Expression, node: py.Expression): boolean {
  if (target.kind !== 'Tuple' || target.elts.length !== 3 || node.kind !== 'Call') return false;
  const [head, middle, tail] = target.elts as [py.Expression, py.Expression, py.Expression];
  if (middle.kind !== 'Name' || middle.id !== '_' || head.kind !== 'Name' || tail.kind !== 'Name') return false;
  const [sep] = node.args;
  if (c.facts.qualifiedName(node.func) !== 'builtins.str.partition' || node.func.kind !== 'Attribute') return false;
  if (!sep || sep.kind === 'Keyword' || sep.kind === 'Starred') return false;
  const places = [place(c, head), place(c, tail)];
  if (places.some((one, i) => !one?.node || (one.type.kind !== 'str' && !isBlank([head, tail][i]!)))) return false;
  const [of, mark] = operands(c, [node.func.value, sep]);
  const cut = g.pkgCall('strings', 'Cut', coerce(c, of!, str).node, coerce(c, mark!, str).node);
  c.emit(g.assign([...places.map(one => one!.node!), g.ident('_')], cut));
  return true;
}

const isBlank = (node: py.Expression): boolean => node.kind === 'Name' && node.id === '_';

export function partition(c: Context, of: Value, name: string, args: readonly py.Expression[]): Value {
  const [sep] = args;
  if (!sep) return c.gap(`${name} has no counterpart here`);
  if (name === 'rpartition') return lastPartition(c, of, sep);
  const mark = c.temporary(coerce(c, expression(c, sep), str), 'sep');
  const [head, tail] = [c.freshLocal('head'), c.freshLocal('tail')];
  const flag = c.flagName();
  const middle = c.freshLocal('middle');
  c.declareLocal(head, str);
  c.declareLocal(tail, str);
  c.emit(g.assign([g.ident(head), g.ident(tail), g.ident(flag)], g.pkgCall('strings', 'Cut', of.node, mark.node)));
  c.emit(g.define(middle, g.str('')));
  c.emit(g.ifStmt(g.ident(flag), [g.assign(g.ident(middle), mark.node)]));
  const type: Type = { kind: 'tuple', elts: [str, str, str] };
  return value(g.composite(c.goType(type), [head, middle, tail].map(g.ident)), type, true);
}

/** The parts around the last place of the separator; all is behind it where there is none. */
function lastPartition(c: Context, of: Value, sep: py.Expression): Value {
  const text = c.temporary(of, 'text');
  const mark = c.temporary(coerce(c, expression(c, sep), str), 'sep');
  const [head, middle, tail] = [c.freshLocal('head'), c.freshLocal('middle'), c.freshLocal('tail')];
  const at = g.ident(c.freshLocal('at'));
  c.emit(
    g.define([head, middle, tail], [g.str(''), g.str(''), text.node]),
    g.ifStmt(
      g.binary(at, '>=', g.int(0)),
      [
        g.assign([head, middle, tail].map(g.ident), [
          g.slice(text.node, undefined, at),
          mark.node,
          g.slice(text.node, g.binary(at, '+', g.call('len', mark.node))),
        ]),
      ],
      undefined,
      g.define(at.name, g.pkgCall('strings', 'LastIndex', text.node, mark.node)),
    ),
  );
  const type: Type = { kind: 'tuple', elts: [str, str, str] };
  return value(g.composite(c.goType(type), [head, middle, tail].map(g.ident)), type, true);
}
