/** Python's built-in functions. */
import { any, bool, float, int, str, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { orderedCopy } from './dicts';
import { coerce, describe, promote, truth } from './coerce';
import { eachOf } from './comprehensions';
import { pure, value, type Context, type Value } from './context';
import { asList, expression, nameHint, operands } from './expressions';
import { printCall, reprOf, textOf } from './formatting';
import { applyTo } from './lambdas';
import { arithmetic, threeWay } from './operators';
import { sortedCall } from './sorting';
import { isAny, isNumber, join, sameType } from './types';
import { dict, list, set } from './shapes';

type Builtin = (c: Context, node: py.Call, args: py.Expression[], want?: Type) => Value;

/** The arguments that are given by position. */
export function positional(node: py.Call): py.Expression[] {
  return node.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
}

/** An argument that is given by its name. */
export function keywordArgument(node: py.Call, name: string): py.Expression | undefined {
  const found = node.args.find(arg => arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && arg.arg.id === name);
  return found?.kind === 'Keyword' ? found.value : undefined;
}

export function builtinCall(c: Context, node: py.Call, name: string, want?: Type): Value {
  const known = builtins[name];
  if (!known) {
    if (c.model.exceptions.isException(`builtins.${name}`))
      return c.model.exceptions.construct(c, `builtins.${name}`, node);
    return c.gap(`${name} has no counterpart here`, node);
  }
  return known(c, node, positional(node), want);
}

/** All loops over one sequence: a generator is written as the loop itself, so that no list is made for it. */
const isLazy = (node: py.Expression | undefined): boolean => node?.kind === 'GeneratorExp';

const builtins: Record<string, Builtin> = {
  print: (c, node) => printCall(c, node),
  len(c, node, args) {
    const of = one(c, node, args);
    return lengthOf(c, of, node);
  },
  str(c, node, args) {
    if (args.length === 0) return pure(g.str(''), str);
    const of = one(c, node, args);
    return value(textOf(c, of), str, of.pure);
  },
  repr: (c, node, args) => value(reprOf(c, one(c, node, args)), str),
  int: intCall,
  float: floatCall,
  bool: (c, node, args) => (args.length === 0 ? pure(g.bool(false), bool) : value(truth(c, one(c, node, args)), bool)),
  abs(c, node, args) {
    const of = one(c, node, args);
    if (of.type.kind === 'int') {
      return value(g.call('max', of.node, g.unary('-', of.node)), int, of.pure);
    }
    return value(g.pkgCall('math', 'Abs', coerce(c, of, float).node), float, of.pure);
  },
  round: roundCall,
  min: (c, node, args) => extreme(c, node, args, 'min'),
  max: (c, node, args) => extreme(c, node, args, 'max'),
  sum: sumCall,
  any: (c, _, args) => quantifier(c, args, true),
  all: (c, _, args) => quantifier(c, args, false),
  sorted: (c, node, args) => sortedCall(c, node, args),
  list(c, node, args, want) {
    if (args.length === 0) {
      const type = want?.kind === 'list' ? want : c.typeOf(node);
      const to = type.kind === 'list' ? type : list(any);
      return value(g.composite(c.goType(to), []), to);
    }
    return collected(c, args[0]!, want);
  },
  tuple(c, _, args, want) {
    if (args.length === 0) return pure(g.composite(g.sliceType(g.ident('any')), []), list(any));
    const type = c.typeOf(args[0]!);
    if (type.kind === 'tuple') return expression(c, args[0]!);
    return collected(c, args[0]!, want);
  },
  set(c, node, args, want) {
    const type = want?.kind === 'set' ? want : c.typeOf(node);
    if (args.length === 0) {
      const to = type.kind === 'set' ? type : set(any);
      return value(g.composite(c.goType(to), []), to);
    }
    return setFrom(c, args[0]!);
  },
  frozenset: (c, _, args) => (args[0] ? setFrom(c, args[0]) : c.gap('an empty frozenset has no counterpart here')),
  dict: dictCall,
  range: (c, node) => collected(c, node),
  enumerate: (c, node) => collected(c, node),
  zip: (c, node) => collected(c, node),
  reversed: (c, node) => collected(c, node),
  map: mapCall,
  filter: filterCall,
  ord(c, node, args) {
    const of = one(c, node, args);
    if (of.node.kind === 'StringLit') return pure(g.call('int', g.char(of.node.value.codePointAt(0) ?? 0)), int);
    // The string of one character that a loop made from a rune is that rune.
    if (of.node.kind === 'CallExpr' && of.node.fun.kind === 'Ident' && of.node.fun.name === 'string') {
      return value(g.call('int', of.node.args[0]!), int, of.pure);
    }
    return value(g.call('int', g.index(g.call(g.sliceType(g.ident('rune')), of.node), g.int(0))), int, of.pure);
  },
  chr: (c, node, args) => {
    const of = coerce(c, one(c, node, args), int);
    return value(g.call('string', g.call('rune', of.node)), str, of.pure);
  },
  hex: (c, node, args) =>
    value(g.pkgCall('fmt', 'Sprintf', g.str('%#x'), coerce(c, one(c, node, args), int).node), str),
  oct: (c, node, args) => value(g.pkgCall('fmt', 'Sprintf', g.str('%O'), coerce(c, one(c, node, args), int).node), str),
  bin: (c, node, args) =>
    value(g.pkgCall('fmt', 'Sprintf', g.str('%#b'), coerce(c, one(c, node, args), int).node), str),
  divmod(c, node, args) {
    const [a, b] = operands(c, args);
    if (!a || !b || !args[0] || !args[1]) return c.gap('divmod takes two numbers', node);
    const [left, right] = [c.temporary(a, 'a'), c.temporary(b, 'b')];
    const quotient = arithmetic(c, { op: '//', left: args[0], right: args[1] }, left, right);
    const remainder = arithmetic(c, { op: '%', left: args[0], right: args[1] }, left, right);
    const type: Type = { kind: 'tuple', elts: [quotient.type, remainder.type] };
    return value(g.composite(c.goType(type), [quotient.node, remainder.node]), type, true);
  },
  pow(c, node, args) {
    const values = operands(c, args);
    const [a, b, m] = values;
    if (!a || !b || !args[0] || !args[1]) return c.gap('pow takes two numbers', node);
    if (m) return value(g.call(c.helper('powMod'), a.node, b.node, m.node), int);
    return arithmetic(c, { op: '**', left: args[0], right: args[1] }, a, b);
  },
  isinstance: isInstance,
  input: inputCall,
  open: (c, node) => c.gap('open outside of a with statement has no counterpart here', node),
  next(c, node, args) {
    const [first, fallback] = args;
    if (first?.kind === 'GeneratorExp' && fallback) return firstOf(c, first, fallback);
    return c.gap('next on this iterator has no counterpart here', node);
  },
  iter: (c, node) => c.gap('an iterator by itself has no counterpart here', node),
  callable: (c, node) => c.gap('callable has no counterpart in Go', node),
  type: (c, node) => c.gap('the type of a value, as a value, has no counterpart here', node),
  hash: (c, node) => c.gap('hash has no counterpart in Go', node),
  id: (c, node) => c.gap('id has no counterpart in Go', node),
};

function one(c: Context, node: py.Call, args: readonly py.Expression[], want?: Type): Value {
  const [first] = args;
  if (!first || first.kind === 'Starred') return c.gap('this call has no counterpart here', node);
  return expression(c, first, want);
}

export function lengthOf(c: Context, of: Value, node: py.Node): Value {
  const { type } = of;
  switch (type.kind) {
    case 'str':
      if (of.node.kind === 'StringLit') return pure(g.int([...of.node.value].length), int);
      return value(g.pkgCall('unicode/utf8', 'RuneCountInString', of.node), int, of.pure);
    case 'list':
    case 'set':
    case 'bytes':
      return value(g.call('len', of.node), int, of.pure);
    case 'dict':
      return value(g.call('len', c.isOrdered(type) ? g.sel(of.node, 'Keys') : of.node), int, of.pure);
    case 'tuple':
      return pure(g.int(type.elts.length), int);
    case 'optional':
      return lengthOf(c, coerce(c, of, type.of), node);
    case 'instance': {
      const method = type.name.startsWith('.') ? c.model.method(type.name.slice(1), '__len__') : undefined;
      if (method) return value(g.method(of.node, method.goName), int);
      return c.gap(`the length of a ${describe(type)} has no counterpart here`, node);
    }
    case 'iterator':
      return value(g.call('len', g.pkgCall('slices', 'Collect', of.node)), int);
    default:
      return c.gap(`the length of a ${describe(type)} has no counterpart here`, node);
  }
}

function intCall(c: Context, node: py.Call, args: py.Expression[]): Value {
  if (args.length === 0) return pure(g.int(0), int);
  const of = one(c, node, args);
  const base = args[1] ?? keywordArgument(node, 'base');
  switch (of.type.kind) {
    case 'int':
      return of;
    case 'float': {
      const literal = floatLiteral(of.node);
      return literal === undefined
        ? value(g.call('int', of.node), int, of.pure)
        : pure(g.int(String(BigInt(Math.trunc(literal)))), int);
    }
    case 'bool':
      return coerce(c, of, int);
    case 'str':
      return parsed(c, of, base ? coerce(c, expression(c, base), int) : undefined);
    default:
      if (isAny(of.type, c)) return parsed(c, coerce(c, of, str), undefined);
      return c.gap(`int of a ${describe(of.type)} has no counterpart here`, node);
  }
}

/** The number that a literal stands for; Go would refuse to convert one with a fraction. */
export function floatLiteral(node: go.Expression): number | undefined {
  if (node.kind === 'FloatLit' || node.kind === 'IntLit') return Number(node.value);
  if (node.kind !== 'UnaryExpr' || node.op !== '-') return undefined;
  const inner = floatLiteral(node.x);
  return inner === undefined ? undefined : -inner;
}

/** Text to a number: an error where it can be caught, a panic where Python would end. */
function parsed(c: Context, of: Value, base: Value | undefined): Value {
  const call = base
    ? g.pkgCall('strconv', 'ParseInt', of.node, base.node, g.int(64))
    : g.call(c.helper('numberOf'), of.node);
  if (!base) return c.checkedCall(call, int, 'builtins.ValueError');
  const wide = c.checkedCall(call, { kind: 'int', go: 'int64' }, 'builtins.ValueError');
  return value(g.call('int', wide.node), int, wide.pure);
}

function floatCall(c: Context, node: py.Call, args: py.Expression[]): Value {
  if (args.length === 0) return pure(g.float('0.0'), float);
  const of = one(c, node, args);
  if (isNumber(of.type)) return coerce(c, of, float);
  if (of.node.kind === 'StringLit') {
    const special = /^[+]?(inf|infinity)$/i.test(of.node.value) ? 1 : /^-(inf|infinity)$/i.test(of.node.value) ? -1 : 0;
    if (special !== 0) return value(g.pkgCall('math', 'Inf', g.int(special)), float, true);
    if (/^nan$/i.test(of.node.value)) return value(g.pkgCall('math', 'NaN'), float, true);
  }
  return c.checkedCall(g.call(c.helper('floatOf'), coerce(c, of, str).node), float, 'builtins.ValueError');
}

function roundCall(c: Context, node: py.Call, args: py.Expression[]): Value {
  const of = one(c, node, args);
  const digits = args[1] ?? keywordArgument(node, 'ndigits');
  if (of.type.kind === 'int' && !digits) return of;
  const number = coerce(c, of, float);
  if (!digits || digits.kind === 'None') {
    return value(g.call('int', g.pkgCall('math', 'RoundToEven', number.node)), int, of.pure);
  }
  const places = coerce(c, expression(c, digits), int);
  return value(g.call(c.helper('rounded'), number.node, places.node), float, of.pure);
}

function extreme(c: Context, node: py.Call, args: py.Expression[], which: 'min' | 'max'): Value {
  const key = keywordArgument(node, 'key');
  const fallback = keywordArgument(node, 'default');
  const capital = which === 'min' ? 'Min' : 'Max';
  if (args.length > 1 && !key) {
    const values = operands(c, args);
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
  const { before, result: test } = c.capture(() =>
    key ? threeWay(c, applyTo(c, key, [a]), applyTo(c, key, [b])) : threeWay(c, a, b),
  );
  const compare = g.funcLit([g.field([first, second], c.goType(elt))], [g.ident('int')], [...before, g.ret(test)]);
  return value(g.pkgCall('slices', `${capital}Func`, items.node, compare), elt);
}

function sumCall(c: Context, node: py.Call, args: py.Expression[]): Value {
  const [first] = args;
  const start = args[1] ?? keywordArgument(node, 'start');
  if (!first) return c.gap('sum of nothing has no counterpart', node);
  if (!isLazy(first) && first.kind !== 'ListComp' && !start) {
    const items = asList(c, materialized(c, first));
    const elt = items.type.kind === 'list' ? items.type.elt : any;
    if (elt.kind === 'int' || elt.kind === 'float') return value(g.call(c.helper('sum'), items.node), elt);
    if (elt.kind !== 'bool') return c.gap(`the sum of a ${describe(items.type)} has no counterpart here`, node);
  }
  if (start?.kind === 'List' && start.elts.length === 0) {
    const lists = asList(c, materialized(c, first));
    const elt = lists.type.kind === 'list' ? lists.type.elt : any;
    if (elt.kind === 'list') return value(g.spread(g.pkg('slices', 'Concat'), lists.node), elt);
  }
  const whole = c.typeOf(node);
  const type: Type = whole.kind === 'float' ? float : int;
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
function quantifier(c: Context, args: readonly py.Expression[], wanted: boolean): Value {
  const [first] = args;
  if (!first) return c.gap('this call has no counterpart here');
  const result = c.resultVariable(bool, wanted ? 'found' : 'holds');
  const flag = g.ident(result.name);
  c.emit(result.start(g.bool(!wanted)));
  eachOf(c, first, item => {
    const { before, result: test } = c.capture(() => truth(c, item));
    return [...before, g.ifStmt(wanted ? test : g.not(test), [g.assign(flag, g.bool(wanted)), g.branch('break')])];
  });
  fixNestedBreaks(c, wanted ? 'search' : 'check');
  return pure(flag, bool);
}

/** A `break` inside of two loops leaves the inner one only, so the outer gets a label. */
function fixNestedBreaks(c: Context, label: string): void {
  const loop = c.out[c.out.length - 1];
  if (loop?.kind !== 'RangeStmt' && loop?.kind !== 'ForStmt') return;
  const inner = deepest(loop);
  if (inner === loop) return;
  const name = c.freshLocal(label);
  markBreaks(inner, name);
  c.out[c.out.length - 1] = g.labeled(name, loop);
}

function deepest(loop: go.RangeStmt | go.ForStmt): go.RangeStmt | go.ForStmt {
  const find = (list: readonly go.Statement[]): go.RangeStmt | go.ForStmt | undefined => {
    for (const statement of list) {
      if (statement.kind === 'RangeStmt' || statement.kind === 'ForStmt') return deepest(statement);
      if (statement.kind === 'IfStmt') {
        const found = find(statement.body.list);
        if (found) return found;
      }
    }
    return undefined;
  };
  return find(loop.body.list) ?? loop;
}

function markBreaks(loop: go.RangeStmt | go.ForStmt, label: string): void {
  const mark = (list: go.Statement[]): void => {
    for (const statement of list) {
      if (statement.kind === 'IfStmt') mark(statement.body.list);
      if (statement.kind === 'BranchStmt' && statement.tok === 'break' && !statement.label) {
        statement.label = g.ident(label);
      }
    }
  };
  mark(loop.body.list);
}

/** A lazy value as something that can be looked through: `map`, `zip` and generators as lists. */
export function materialized(c: Context, node: py.Expression, want?: Type): Value {
  if (node.kind === 'GeneratorExp') return expression(c, node, want);
  if (node.kind === 'Call') {
    const name = c.facts.qualifiedName(node.func);
    const isView =
      node.func.kind === 'Attribute' &&
      node.func.attr.kind === 'Name' &&
      /^(items|keys|values)$/.test(node.func.attr.id);
    if (name && /^builtins\.(range|zip|enumerate|reversed)$/.test(name)) return collected(c, node, want);
    if (isView && c.typeOf((node.func as py.Attribute).value).kind === 'dict') return collected(c, node, want);
  }
  return expression(c, node, want);
}

/** `list(…)`: a new list of all that comes. */
export function collected(c: Context, node: py.Expression, want?: Type): Value {
  if (node.kind === 'GeneratorExp') return expression(c, node, want);
  const name = node.kind === 'Call' ? c.facts.qualifiedName(node.func) : undefined;
  const isMap = name === 'builtins.map' || name === 'builtins.filter';
  const isRounds =
    name !== undefined && /^builtins\.(range|zip|enumerate|reversed|dict\.(items|values|keys))$/.test(name);
  if (!isRounds && !isMap) {
    const of = expression(c, node);
    if (of.type.kind === 'list') {
      return isFresh(of.node) ? of : value(g.pkgCall('slices', 'Clone', of.node), of.type);
    }
    if (of.type.kind !== 'set' && of.type.kind !== 'dict' && of.type.kind !== 'instance') return asList(c, of);
  }
  if (isMap) return expression(c, node);
  const offered = c.resultVariable(want?.kind === 'list' ? want : c.typeOf(node), nameHint(list(any)));
  const result = offered.name;
  let elt: Type | undefined;
  const loop = c.block(() =>
    eachOf(c, node, item => {
      elt = want?.kind === 'list' ? want.elt : item.type;
      return [g.assign(g.ident(result), g.call('append', g.ident(result), coerce(c, item, elt).node))];
    }),
  );
  const to = list(elt ?? any);
  const last = loop.pop();
  c.emit(...loop, offered.start(g.composite(c.goType(to), [])));
  if (last) c.emit(last);
  return pure(g.ident(result), to);
}

/** A list that nothing else holds needs no copy. */
function isFresh(node: go.Expression): boolean {
  return node.kind === 'CallExpr' || node.kind === 'CompositeLit';
}

function setFrom(c: Context, node: py.Expression): Value {
  if (node.kind === 'GeneratorExp') {
    const made = expression(c, { ...node, kind: 'SetComp' } as py.SetComp, set(elementType(c, node)));
    return made;
  }
  const items = asList(c, materialized(c, node));
  const elt = items.type.kind === 'list' ? items.type.elt : any;
  if (items.node.kind === 'CompositeLit')
    return value(g.call(c.helper('setOf'), ...literalItems(items.node)), set(elt));
  return value(g.spread(c.helper('setOf'), items.node), set(elt));
}

function literalItems(node: go.CompositeLit): go.Expression[] {
  return node.elts.map(elt => (elt.kind === 'KeyValueExpr' ? elt.value : elt));
}

function elementType(c: Context, node: py.GeneratorExp): Type {
  return c.typeOf(node.elt);
}

function dictCall(c: Context, node: py.Call, args: py.Expression[], want?: Type): Value {
  const known = want?.kind === 'dict' ? want : c.typeOf(node);
  const type = known.kind === 'dict' ? known : dict(any, any);
  const [first] = args;
  if (!first) {
    const items = node.args.map((arg): py.DictItem | undefined =>
      arg.kind === 'Keyword' && arg.arg?.kind === 'Name'
        ? {
            kind: 'DictItem',
            start: -1,
            end: -1,
            key: { kind: 'Str', start: -1, end: -1, value: arg.arg.id },
            value: arg.value,
          }
        : undefined,
    );
    if (items.some(item => item === undefined)) return c.gap('this dict has no counterpart here', node);
    return expression(c, { kind: 'Dict', start: -1, end: -1, items: items as py.DictItem[] }, type);
  }
  if (node.args.length > 1) return c.gap('this dict has no counterpart here', node);
  const source = c.typeOf(first);
  if (source.kind === 'dict') {
    const of = expression(c, first);
    if (of.type.kind === 'dict' && c.isOrdered(of.type)) return orderedCopy(c, of, of.type);
    return value(g.pkgCall('maps', 'Clone', of.node), of.type);
  }
  const name = c.freshLocal('result');
  const loop = c.block(() =>
    eachOf(c, first, item => {
      const parts = item.type.kind === 'tuple' ? item : c.gap('this dict has no counterpart here', node);
      const [key, of] = c.pairParts(parts);
      return [c.setItem(g.ident(name), type, coerce(c, key, type.key).node, coerce(c, of, type.value).node)];
    }),
  );
  c.emit(g.define(name, c.emptyDict(type)), ...loop);
  return pure(g.ident(name), type);
}

function mapCall(c: Context, node: py.Call, args: py.Expression[]): Value {
  const [func, items, more] = args;
  if (!func || !items || more) return c.gap('map over several sequences has no counterpart here', node);
  const result = c.freshLocal('items');
  let elt: Type = any;
  const loop = c.block(() =>
    eachOf(c, items, item => {
      const { before, result: made } = c.capture(() => applyTo(c, func, [item]));
      elt = made.type;
      return [...before, g.assign(g.ident(result), g.call('append', g.ident(result), made.node))];
    }),
  );
  const to = list(elt);
  const last = loop.pop();
  c.emit(...loop, g.define(result, g.composite(c.goType(to), [])));
  if (last) c.emit(last);
  return pure(g.ident(result), to);
}

function filterCall(c: Context, node: py.Call, args: py.Expression[]): Value {
  const [func, items] = args;
  if (!func || !items) return c.gap('this call has no counterpart here', node);
  const result = c.freshLocal('items');
  let elt: Type = any;
  const loop = c.block(() =>
    eachOf(c, items, item => {
      elt = item.type;
      const { before, result: test } = c.capture(() =>
        func.kind === 'None' ? truth(c, item) : truth(c, applyTo(c, func, [item])),
      );
      return [...before, g.ifStmt(test, [g.assign(g.ident(result), g.call('append', g.ident(result), item.node))])];
    }),
  );
  const to = list(elt);
  const last = loop.pop();
  c.emit(...loop, g.define(result, g.composite(c.goType(to), [])));
  if (last) c.emit(last);
  return pure(g.ident(result), to);
}

/** `next((x for x in xs if p(x)), default)`: the first that fits. */
function firstOf(c: Context, node: py.GeneratorExp, fallback: py.Expression): Value {
  const item = c.typeOf(node.elt);
  const other = c.typeOf(fallback);
  const type = join(item, other);
  const name = c.freshLocal('first');
  c.declareLocal(name, type);
  c.emit(c.assignTyped(g.ident(name), coerce(c, expression(c, fallback, type), type).node, other.kind === 'none'));
  eachOf(c, node, one => [g.assign(g.ident(name), coerce(c, one, type).node), g.branch('break')]);
  fixNestedBreaks(c, 'search');
  return pure(g.ident(name), type);
}

function isInstance(c: Context, node: py.Call, args: py.Expression[]): Value {
  const [first, second] = args;
  if (!first || !second) return c.gap('this call has no counterpart here', node);
  const of = expression(c, first);
  const classes = second.kind === 'Tuple' ? second.elts : [second];
  const tests = classes.map(one => instanceTest(c, of, one, node));
  return value(
    tests.reduce((all, test) => g.binary(all, '||', test)),
    bool,
  );
}

const builtinClasses: Record<string, Type> = {
  int,
  float,
  str,
  bool,
  bytes: { kind: 'bytes' },
};

function instanceTest(c: Context, of: Value, node: py.Expression, whole: py.Call): go.Expression {
  const name = node.kind === 'Name' ? node.id : '';
  const wanted: Type | undefined =
    builtinClasses[name] ?? (c.model.classes.has(name) ? { kind: 'instance', name: `.${name}`, args: [] } : undefined);
  if (!wanted) {
    const plain = name === 'list' || name === 'dict' || name === 'set' || name === 'tuple' ? name : undefined;
    if (plain && !isAny(of.type, c)) return g.bool(of.type.kind === plain);
    return c.gap(`isinstance with ${c.sourceOf(node)} has no counterpart here`, whole);
  }
  const from = of.type.kind === 'optional' ? of.type.of : of.type;
  if (sameType(from, wanted)) return of.type.kind === 'optional' ? g.binary(of.node, '!=', g.nil()) : g.bool(true);
  const written = c.goType(of.type);
  const isInterface = (written.kind === 'Ident' && written.name === 'any') || c.isInterface(of.type);
  if (!isInterface) {
    if (from.kind === 'instance' && wanted.kind === 'instance' && c.model.isSubclass(from.name, wanted.name))
      return g.bool(true);
    if (from.kind === 'bool' && wanted.kind === 'int') return g.bool(true);
    return g.bool(false);
  }
  const flag = c.flagName();
  c.emit(g.assign([g.ident('_'), g.ident(flag)], g.assertType(of.node, c.goType(wanted))));
  return g.ident(flag);
}

function inputCall(c: Context, _: py.Call, args: py.Expression[]): Value {
  const [prompt] = args;
  if (prompt) c.emit(g.exprStmt(g.pkgCall('fmt', 'Print', textOf(c, expression(c, prompt)))));
  const call = g.call(c.helper('readLine'));
  return c.checkedCall(call, str, 'builtins.EOFError');
}
