/** Built-ins that look through a whole sequence: `sum`, `min`, `max`, `any`, `all`, `next`. */
import { type Type, any, bigInt, bool, float, int, isBigInt, str } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { keywordArgument } from './arguments';
import { exactArithmetic, isExact } from './exactNumbers';
import { coerce, withArticle, promote, truth } from './coerce';
import { materialized } from './collecting';
import { eachOf } from './comprehensions';
import { closure } from './closures';
import { definesOperator } from './dynamicOperators';
import { type Context } from './context';
import { type Value, pure, value } from './value';
import { asList } from './displays';
import { expression, operands } from './expressions';
import { applyTo } from './lambdas';
import { threeWay } from './comparisons';
import { isInstanceOfFile } from './modelFacts';
import { arithmetic } from './operators';
import { list } from './shapes';
import { isNumber, join } from './settling';
import { isAny } from './types';

/** All loops over one sequence: a generator is written as the loop itself, so that no list is made for it. */
const isLazy = (node: py.Expression | undefined): boolean => node?.kind === 'GeneratorExp';

export function extreme(c: Context, node: py.Call, args: py.Expression[], which: 'min' | 'max'): Value {
  const key = keywordArgument(node, 'key');
  const fallback = keywordArgument(node, 'default');
  const capital = which === 'min' ? 'Min' : 'Max';
  if (args.length > 1 && !key) {
    const values = operands(c, args);
    if (values.every(one => one.type.kind === 'bool')) {
      const either = values.map(one => one.node).reduce((a, b) => g.binary(a, which === 'max' ? '||' : '&&', b));
      return value(either, bool);
    }
    if (values.every(one => isNumber(one.type))) {
      const lifted = values.slice(1).reduce<Value>((all, next) => {
        const { a, b, type } = promote(c, all, next);
        return value(g.call(which, a.node, b.node), type, all.pure && next.pure);
      }, values[0]!);
      return flatten(lifted, which);
    }
    if (values.every(one => one.type.kind === 'str')) return value(g.call(which, ...values.map(one => one.node)), str);
  }
  const [first] = args;
  if (!first) return c.gap(`${which} of nothing has no counterpart`, node);
  const items = args.length > 1 ? listOf(c, args) : asList(c, materialized(c, first));
  const elt = items.type.kind === 'list' ? items.type.elt : any;
  if (fallback) {
    const source = c.temporary(items, 'items');
    const name = c.freshLocal(which === 'min' ? 'least' : 'most');
    const to = join(elt, c.typeOf(fallback));
    c.declareLocal(name, to);
    c.emit(c.assignTyped(g.ident(name), coerce(c, expression(c, fallback, to), to).node, false));
    const inner = c.block(() => {
      const found = extremeOf(c, source, elt, key, capital);
      c.emit(g.assign(g.ident(name), coerce(c, found, to).node));
    });
    c.emit(g.ifStmt(g.binary(g.call('len', source.node), '>', g.int(0)), inner));
    return pure(g.ident(name), to);
  }
  return extremeOf(c, items, elt, key, capital);
}

function flatten(of: Value, which: string): Value {
  const args: go.Expression[] = [];
  const collect = (node: go.Expression): void => {
    if (node.kind === 'CallExpr' && node.fun.kind === 'Ident' && node.fun.name === which) node.args.forEach(collect);
    else args.push(node);
  };
  collect(of.node);
  return value(g.call(which, ...args), of.type, of.pure);
}

function listOf(c: Context, args: readonly py.Expression[]): Value {
  const values = operands(c, args);
  const elt = values.map(one => one.type).reduce(join);
  const type = list(elt);
  return value(
    g.composite(
      c.goType(type),
      values.map(one => coerce(c, one, elt).node),
    ),
    type,
  );
}

/** The first of the extreme items, as Python gives it. */
function extremeOf(c: Context, items: Value, elt: Type, key: py.Expression | undefined, capital: string): Value {
  if (!key && (elt.kind === 'int' || elt.kind === 'float' || elt.kind === 'str')) {
    return value(g.pkgCall('slices', capital, items.node), elt);
  }
  const [first, second] = [c.scratch('a'), c.scratch('b')];
  const a = pure(g.ident(first), elt);
  const b = pure(g.ident(second), elt);
  const compare = closure(c, [g.field([first, second], c.goType(elt))], g.ident('int'), () =>
    key ? threeWay(c, applyTo(c, key, [a]), applyTo(c, key, [b])) : threeWay(c, a, b),
  );
  return value(g.pkgCall('slices', `${capital}Func`, items.node, compare), elt);
}

/** `sum(prices, Money(0))`: the class says what adding is. */
function sumOfInstances(c: Context, items: py.Expression, start: py.Expression, type: Type): Value {
  const result = c.resultVariable(type, 'total');
  const total = pure(g.ident(result.name), type);
  c.emit(result.start(coerce(c, expression(c, start), type).node));
  eachOf(c, items, item => {
    const { before, result: sum } = c.capture(() => arithmetic(c, { op: '+', left: start, right: items }, total, item));
    return [...before, g.assign(total.node, coerce(c, sum, type).node)];
  });
  return total;
}

/** The sum of fractions or decimals. */
function sumOfExact(c: Context, items: py.Expression, start: py.Expression | undefined, type: Type): Value {
  const result = c.resultVariable(type, 'total');
  const total = pure(g.ident(result.name), type);
  const first = start ? expression(c, start, type) : pure(g.int(0), int);
  c.emit(result.start(coerce(c, first, type).node));
  eachOf(c, items, item => {
    const { before, result: sum } = c.capture(() => exactArithmetic(c, '+', total, item));
    return sum ? [...before, g.assign(total.node, sum.node)] : c.gap('this sum has no counterpart here', items);
  });
  return total;
}

/** Numbers of which some may be whole and some not. */
function sumOfAny(c: Context, first: py.Expression, start: py.Expression | undefined, given?: Value): Value {
  if (definesOperator(c, '+')) return c.gap('the sum of values of any type has no counterpart here', first);
  const items = coerce(c, given ?? asList(c, materialized(c, first)), list(any));
  const from = start ? expression(c, start).node : g.int(0);
  return value(g.call(c.helper('sumOfValues'), items.node, from), any);
}

export function sumCall(c: Context, node: py.Call, args: py.Expression[]): Value {
  const [first] = args;
  const start = args[1] ?? keywordArgument(node, 'start');
  if (!first) return c.gap('sum of nothing has no counterpart', node);
  if (isBigInt(c.typeOf(node)) && !start) {
    const items = asList(c, materialized(c, first));
    const isSmall = items.type.kind === 'list' && items.type.elt.kind === 'int';
    const numbers = isSmall ? g.call(c.helper('bigsOf'), items.node) : coerce(c, items, list(bigInt)).node;
    return value(g.call(c.helper('bigSum'), numbers), bigInt);
  }
  const sumType = c.typeOf(node);
  if (isExact(sumType)) return sumOfExact(c, first, start, sumType);
  if (!isLazy(first) && first.kind !== 'ListComp' && !start) {
    const items = asList(c, materialized(c, first));
    const elt = items.type.kind === 'list' ? items.type.elt : any;
    if (elt.kind === 'int' || elt.kind === 'float') return value(g.call(c.helper('sum'), items.node), elt);
    if (isAny(elt, c) && isAny(sumType, c)) return sumOfAny(c, first, start, items);
    if (elt.kind !== 'bool' && !isAny(elt, c))
      return c.gap(`the sum of ${withArticle(items.type)} has no counterpart here`, node);
  }
  if (start?.kind === 'List' && start.elts.length === 0) {
    const lists = asList(c, materialized(c, first));
    const elt = lists.type.kind === 'list' ? lists.type.elt : any;
    if (elt.kind === 'list') return value(g.spread(g.pkg('slices', 'Concat'), lists.node), elt);
  }
  const whole = c.typeOf(node);
  if (isAny(whole, c)) return sumOfAny(c, first, start);
  if (start && isInstanceOfFile(whole)) return sumOfInstances(c, first, start, whole);
  const isSpan = whole.kind === 'instance' && whole.name === 'datetime.timedelta';
  const type: Type = isSpan ? whole : whole.kind === 'float' ? float : int;
  const result = c.resultVariable(type, 'total');
  const total = g.ident(result.name);
  c.emit(
    result.start(
      start ? coerce(c, expression(c, start), type).node : type.kind === 'float' ? g.float('0.0') : g.int(0),
    ),
  );
  eachOf(c, first, item => {
    const isCount = item.type.kind === 'bool';
    if (isCount) return [g.ifStmt(truth(c, item), [g.incDec(total, '++')])];
    if (item.node.kind === 'IntLit' && item.node.value === '1') return [g.incDec(total, '++')];
    return [g.assign(total, coerce(c, item, type).node, '+=')];
  });
  return pure(total, type);
}

/** `any` and `all`: a flag and a loop that ends as soon as it is decided. */
export function quantifier(c: Context, args: readonly py.Expression[], wanted: boolean): Value {
  const [first] = args;
  if (!first) return c.gap('this call has no counterpart here');
  const result = c.resultVariable(bool, wanted ? 'found' : 'holds');
  const flag = g.ident(result.name);
  c.emit(result.start(g.bool(!wanted)));
  eachOf(c, first, item => {
    const { before, result: test } = c.capture(() => truth(c, item));
    return [...before, g.ifStmt(wanted ? test : g.not(test), [g.assign(flag, g.bool(wanted)), g.branch('break')])];
  });
  fixNestedBreaks(c, wanted ? 'search' : 'check', result.name);
  return pure(flag, bool);
}

/** A `break` inside of two loops leaves the inner one only, so the outer gets a label. */
function fixNestedBreaks(c: Context, label: string, result: string): void {
  const loop = c.out[c.out.length - 1];
  if (loop?.kind !== 'RangeStmt' && loop?.kind !== 'ForStmt') return;
  const breaks: go.BranchStmt[] = [];
  collectBreaks(loop.body.list, result, false, breaks);
  if (breaks.length === 0) return;
  const name = c.freshLocal(label);
  for (const one of breaks) one.label = g.ident(name);
  c.out[c.out.length - 1] = g.labeled(name, loop);
}

/** The breaks of inner loops that stand behind what decides the result. */
function collectBreaks(list: readonly go.Statement[], result: string, isInner: boolean, found: go.BranchStmt[]): void {
  list.forEach((statement, i) => {
    if (statement.kind === 'IfStmt') collectBreaks(statement.body.list, result, isInner, found);
    if (statement.kind === 'RangeStmt' || statement.kind === 'ForStmt')
      collectBreaks(statement.body.list, result, true, found);
    if (!isInner || statement.kind !== 'BranchStmt' || statement.tok !== 'break') return;
    const before = list[i - 1];
    const [target] = before?.kind === 'AssignStmt' ? before.lhs : [];
    if (target?.kind === 'Ident' && target.name === result) found.push(statement);
  });
}

/** `next((x for x in xs if p(x)), default)`: the first that fits. */
export function firstOf(c: Context, node: py.GeneratorExp, fallback: py.Expression): Value {
  const item = c.typeOf(node.elt);
  const other = c.typeOf(fallback);
  const type = join(item, other);
  const name = c.freshLocal('first');
  c.declareLocal(name, type);
  c.emit(c.assignTyped(g.ident(name), coerce(c, expression(c, fallback, type), type).node, other.kind === 'none'));
  eachOf(c, node, one => [g.assign(g.ident(name), coerce(c, one, type).node), g.branch('break')]);
  fixNestedBreaks(c, 'search', name);
  return pure(g.ident(name), type);
}

/** `next(x for x in xs if p(x))`: the first that fits, which has to be there. */
export function firstThere(c: Context, node: py.GeneratorExp, missing: () => go.Statement[]): Value {
  const type = c.typeOf(node.elt);
  const [name, found] = [c.freshLocal('first'), c.freshLocal('found')];
  c.declareLocal(name, type);
  c.emit(g.define(found, g.bool(false)));
  eachOf(c, node, one => [
    g.assign([g.ident(name), g.ident(found)], [coerce(c, one, type).node, g.bool(true)]),
    g.branch('break'),
  ]);
  fixNestedBreaks(c, 'search', name);
  c.emit(g.ifStmt(g.not(g.ident(found)), missing()));
  return pure(g.ident(name), type);
}
