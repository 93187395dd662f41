/** Comprehensions become loops in front of the statement; the value is the variable that they fill. */
import { any, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import { newFunction } from './functionState';
import { pure, value, type Value } from './value';
import { type Context } from './context';
import { expression } from './expressions';
import { iterate, roundValue, type Rounds } from './iteration';
import { condition } from './logic';
import { bindTarget, targetNames } from './targets';
import { scopeName } from '../passes/access';
import { isAny } from './types';
import { variableName } from './variables';
import { dict, list, set, type DictType } from './shapes';

type Comprehension = py.ListComp | py.SetComp | py.GeneratorExp;

export function comprehension(c: Context, node: Comprehension, want?: Type): Value {
  if (node.kind === 'SetComp') return setComprehension(c, node, want);
  if (node.kind === 'GeneratorExp' && want?.kind === 'iterator') return lazyGenerator(c, node, want);
  const wanted = want?.kind === 'list' || want?.kind === 'iterator' ? want.elt : undefined;
  const type = c.typeOf(node);
  const elt = wanted && !isAny(wanted, c) ? wanted : 'elt' in type ? type.elt : any;
  const to = list(elt);
  const result = c.resultVariable(to, 'result');
  const target = g.ident(result.name);
  let made: go.Expression | undefined;
  const loops = loopsOver(c, node.generators, rounds => {
    made ??= node.generators.length === 1 && node.generators[0]?.ifs.length === 0 ? rounds.length : undefined;
    return c.block(() => {
      const item = coerce(c, expression(c, node.elt, elt), elt);
      c.emit(g.assign(target, g.call('append', target, item.node)));
    });
  });
  const start = made ? g.call('make', c.goType(to), g.int(0), made) : g.composite(c.goType(to), []);
  c.emit(...loops.before, result.start(start), loops.loop);
  return pure(target, to);
}

/** A generator that is handed on: what it gives is made when it is asked for. */
function lazyGenerator(c: Context, node: py.GeneratorExp, want: Type & { kind: 'iterator' }): Value {
  const type = c.typeOf(node);
  const elt = isAny(want.elt, c) && type.kind === 'iterator' ? type.elt : want.elt;
  const outer = c.func;
  const hand = c.scratch('yield');
  c.func = { ...newFunction(outer, 'generator'), names: outer.names, scope: outer.scope, aliases: outer.aliases };
  try {
    const loops = loopsOver(c, node.generators, () =>
      c.block(() => {
        const item = coerce(c, expression(c, node.elt, elt), elt);
        c.emit(g.ifStmt(g.not(g.call(hand, item.node)), [g.ret()]));
      }),
    );
    c.emit(...loops.before);
    const literal = g.funcLit(
      [g.field(hand, g.funcType([g.field('', c.goType(elt))], [g.ident('bool')]))],
      [],
      [loops.loop],
    );
    c.setLocals(literal.body, c.func.locals);
    return value(literal, { kind: 'iterator', elt });
  } finally {
    c.func = outer;
  }
}

function setComprehension(c: Context, node: py.SetComp, want?: Type): Value {
  const type = want?.kind === 'set' ? want : c.typeOf(node);
  const elt = type.kind === 'set' ? type.elt : any;
  const to = set(elt);
  const result = c.resultVariable(to, 'result');
  const { name } = result;
  const loops = loopsOver(c, node.generators, () =>
    c.block(() => {
      const item = coerce(c, expression(c, node.elt, elt), elt);
      c.emit(g.assign(g.index(g.ident(name), item.node), g.composite(g.structType([]), [])));
    }),
  );
  c.emit(...loops.before, result.start(g.composite(c.goType(to), [])), loops.loop);
  return pure(g.ident(name), to);
}

export function dictComprehension(c: Context, node: py.DictComp, want?: Type): Value {
  const known = want?.kind === 'dict' ? want : c.typeOf(node);
  const type = known.kind === 'dict' ? known : dict(any, any);
  const result = c.resultVariable(type, 'result');
  const { name } = result;
  const loops = loopsOver(c, node.generators, () =>
    c.block(() => {
      const key = coerce(c, expression(c, node.key, type.key), type.key);
      const item = coerce(c, expression(c, node.value, type.value), type.value);
      c.emit(setItem(c, g.ident(name), type, key.node, item.node));
    }),
  );
  const start = c.isOrdered(type) ? newOrdered(c, type) : g.composite(c.goType(type), []);
  c.emit(...loops.before, result.start(start), loops.loop);
  return pure(g.ident(name), type);
}

function newOrdered(c: Context, type: DictType): go.Expression {
  c.helper('orderedMap');
  return g.call(g.index(g.ident('newOrderedMap'), c.goType(type.key), c.goType(type.value)));
}

/** `m[k] = v`, by the form that the dict has. */
export function setItem(
  c: Context,
  target: go.Expression,
  type: DictType,
  key: go.Expression,
  item: go.Expression,
): go.Statement {
  return c.isOrdered(type) ? g.exprStmt(g.method(target, 'Set', key, item)) : g.assign(g.index(target, key), item);
}

/**
 * The loops of the clauses, from the outer to the inner. What the first iterable needs stands before all of them; the
 * variables of a comprehension are its own.
 */
export function loopsOver(
  c: Context,
  generators: readonly py.Comprehension[],
  body: (rounds: Rounds) => go.Statement[],
): { before: go.Statement[]; loop: go.Statement } {
  const [head, ...rest] = generators;
  if (!head) return c.gap('a comprehension without a for');
  const { before, result: rounds } = c.capture(() => iterate(c, head.iter, { names: targetNames(c, head.target) }));
  const inner = c.block(() => {
    bindTarget(c, head.target, roundValue(c, rounds), rounds.values);
    const write = (): void => {
      if (rest.length > 0) {
        const next = loopsOver(c, rest, body);
        c.emit(...next.before, next.loop);
      } else c.emit(...body(rounds));
    };
    writeGuarded(c, head.ifs, write);
  });
  const loop = rounds.wrap(inner);
  for (const name of boundNames(c, head.target)) {
    scopeName(loop, name);
    defineIn(loop, name);
  }
  return { before, loop };
}

/** A variable of the function may be called the same: the one of the loop is another. */
function defineIn(loop: go.Statement, name: string): void {
  const first =
    loop.kind === 'ForStmt' ? [loop.init, ...loop.body.list] : loop.kind === 'RangeStmt' ? loop.body.list : [];
  for (const statement of first) {
    if (statement?.kind !== 'AssignStmt' || statement.op !== '=') continue;
    const [target] = statement.lhs;
    if (statement.lhs.length === 1 && target?.kind === 'Ident' && target.name === name) {
      statement.op = ':=';
      return;
    }
  }
}

/** The Go names that a target binds: in a comprehension they are variables of its loop alone. */
function boundNames(c: Context, target: py.Expression): string[] {
  const names: string[] = [];
  walk(target, node => {
    const symbol = node.kind === 'Name' ? c.facts.symbolOf(node) : undefined;
    if (symbol?.scope.kind === 'comprehension') names.push(variableName(c, symbol));
  });
  return names;
}

/** `if` clauses around what they guard. */
function writeGuarded(c: Context, ifs: readonly py.Expression[], write: () => void): void {
  if (ifs.length === 0) return write();
  const test = ifs.map(one => condition(c, one)).reduce((all, one) => g.binary(all, '&&', one));
  c.emit(g.ifStmt(test, c.block(write)));
}

/** A loop over a generator's items that has no list: for `sum`, `any`, `all`, `join` and their like. */
export function eachOf(c: Context, node: py.Expression, body: (item: Value) => go.Statement[]): void {
  if (node.kind === 'GeneratorExp' || node.kind === 'ListComp') {
    const loops = loopsOver(c, node.generators, () => {
      const statements: go.Statement[] = [];
      const { before, result } = c.capture(() => expression(c, node.elt));
      statements.push(...before, ...body(result));
      return statements;
    });
    c.emit(...loops.before, loops.loop);
    return;
  }
  const { before, result: rounds } = c.capture(() => iterate(c, node, { names: [] }));
  c.emit(...before, rounds.wrap(body(roundValue(c, rounds))));
}
