/** Loops over anything that Python iterates over: one place for `for`, comprehensions and the built-ins that loop. */
import { any, int, str, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { walk } from '../../syntax/node';
import * as g from '../goNodes';
import { coerce, describe } from './coerce';
import { pure, value, type Context, type Value } from './context';
import { asList, expression, operands } from './expressions';
import { isNonNegative } from './ranges';
import { isSimple } from './subscripts';
import { tupleFields } from './types';
import type { DictType } from './shapes';

/**
 * What one round of a loop gives: names for the loop's head, and the value. A head name of `undefined` is not needed.
 * `wrap` makes the loop around a body.
 */
export interface Rounds {
  /** What the target is given in each round. A tuple of several values is not packed. */
  values: Value[];
  /** Puts the loop around the body. */
  wrap(body: go.Statement[]): go.Statement;
  /** Upper bound of the number of rounds, for `make`; undefined where it is not known at once. */
  length?: go.Expression;
}

/** Names that the target offers for what a round gives, so that no second variable is needed. */
export interface Wanted {
  names: (string | undefined)[];
  /** The body may change what is looped over. */
  body?: readonly py.Statement[];
}

/** The rounds of a loop over an expression. */
export function iterate(c: Context, node: py.Expression, wanted: Wanted): Rounds {
  if (node.kind === 'Call') {
    const special = callRounds(c, node, wanted);
    if (special) return special;
  }
  const changes = wanted.body !== undefined && node.kind === 'Name' && grows(wanted.body, node.id);
  const whole = expression(c, node);
  return changes && whole.type.kind === 'list'
    ? growingRounds(c, whole, whole.type.elt, wanted)
    : roundsOf(c, whole, wanted);
}

/** Go fixes the length of a slice at the start of the loop; Python looks at it in each round. */
function growingRounds(c: Context, whole: Value, elt: Type, wanted: Wanted): Rounds {
  const i = c.freshLocal('i');
  const item = (wanted.names.length === 1 ? wanted.names[0] : undefined) ?? c.freshLocal('item');
  return {
    values: [pure(g.ident(item), elt)],
    wrap: body =>
      g.forStmt(
        g.define(i, g.int(0)),
        g.binary(g.ident(i), '<', g.call('len', whole.node)),
        g.incDec(g.ident(i), '++'),
        [assignOrDefine(c, item, g.index(whole.node, g.ident(i))), ...body],
      ),
  };
}

/** A name that is a local variable of the function is assigned; the pass over declarations makes it `:=` if it can. */
function assignOrDefine(c: Context, name: string, node: go.Expression): go.AssignStmt {
  return c.func.locals.has(name) ? g.assign(g.ident(name), node) : g.define(name, node);
}

function grows(body: readonly py.Statement[], name: string): boolean {
  let found = false;
  for (const statement of body) {
    walk(statement, child => {
      const node = child as unknown as py.Node;
      if (node.kind !== 'Call' || node.func.kind !== 'Attribute' || node.func.attr.kind !== 'Name') return;
      const { value: of, attr } = node.func;
      if (of.kind === 'Name' && of.id === name && /^(append|extend|insert)$/.test(attr.id)) found = true;
    });
  }
  return found;
}

/** The rounds over a value, by its type. */
export function roundsOf(c: Context, whole: Value, wanted: Wanted): Rounds {
  const { type, node } = whole;
  const name = wanted.names.length === 1 ? wanted.names[0] : undefined;
  switch (type.kind) {
    case 'list': {
      const item = name ?? c.freshLocal('item');
      return {
        values: [pure(g.ident(item), type.elt)],
        wrap: body => g.rangeStmt(undefined, item, node, body),
        ...(isSimple(node) && { length: g.call('len', node) }),
      };
    }
    case 'bytes': {
      const item = c.freshLocal('b');
      return {
        values: [value(g.call('int', g.ident(item)), int, true)],
        wrap: body => g.rangeStmt(undefined, item, node, body),
      };
    }
    case 'str': {
      const rune = c.freshLocal('r');
      return {
        values: [value(g.call('string', g.ident(rune)), str, true)],
        wrap: body => g.rangeStmt(undefined, rune, node, body),
      };
    }
    case 'set': {
      c.notes.assume('the order in which the items of a set come does not matter');
      const item = name ?? c.freshLocal('item');
      return {
        values: [pure(g.ident(item), type.elt)],
        wrap: body => g.rangeStmt(item, undefined, node, body),
        length: g.call('len', node),
      };
    }
    case 'dict':
      return dictRounds(c, whole, type, 'keys', wanted);
    case 'iterator': {
      const item = name ?? c.freshLocal('item');
      return { values: [pure(g.ident(item), type.elt)], wrap: body => g.rangeStmt(item, undefined, node, body) };
    }
    case 'tuple':
      return roundsOf(c, asList(c, whole), wanted);
    case 'optional':
      return roundsOf(c, coerce(c, whole, type.of), wanted);
    case 'any':
      return roundsOf(c, coerce(c, whole, { kind: 'list', elt: any }), wanted);
    case 'instance': {
      const all = type.name.startsWith('.') ? c.model.method(type.name.slice(1), '__iter__') : undefined;
      if (all?.generator) return roundsOf(c, value(g.method(node, all.goName), all.result), wanted);
      if (/^io\./.test(type.name)) return lineRounds(c, whole, wanted);
      break;
    }
    case 'class': {
      const members = type.name.startsWith('.') ? c.model.enumMembers(type.name.slice(1)) : undefined;
      if (members) {
        const elt: Type = { kind: 'instance', name: type.name, args: [] };
        const items = g.composite(
          c.goType({ kind: 'list', elt }),
          members.map(member => g.ident(member)),
        );
        return roundsOf(c, value(items, { kind: 'list', elt }), wanted);
      }
      break;
    }
  }
  return c.gap(`a loop over a ${describe(type)} has no counterpart here`);
}

export function dictRounds(
  c: Context,
  whole: Value,
  type: DictType,
  what: 'keys' | 'values' | 'items',
  wanted: Wanted,
): Rounds {
  const key = what === 'values' ? '_' : (wanted.names[0] ?? c.freshLocal('key'));
  const item = what === 'keys' ? undefined : (wanted.names[what === 'items' ? 1 : 0] ?? c.freshLocal('value'));
  const values: Value[] = [];
  if (what !== 'values') values.push(pure(g.ident(key), type.key));
  if (item !== undefined) values.push(pure(g.ident(item), type.value));
  if (c.isOrdered(type)) {
    if (what === 'keys') {
      return {
        values,
        wrap: body => g.rangeStmt(undefined, key, g.sel(whole.node, 'Keys'), body),
        length: g.call('len', g.sel(whole.node, 'Keys')),
      };
    }
    return {
      values,
      wrap: body => g.rangeStmt(key, item, g.method(whole.node, 'All'), body),
      length: g.call('len', g.sel(whole.node, 'Keys')),
    };
  }
  return {
    values,
    wrap: body => g.rangeStmt(key, item, whole.node, body),
    length: g.call('len', whole.node),
  };
}

function lineRounds(c: Context, whole: Value, wanted: Wanted): Rounds {
  const scanner = c.freshLocal('scanner');
  c.emit(g.define(scanner, g.pkgCall('bufio', 'NewScanner', whole.node)));
  const line = wanted.names[0] ?? c.freshLocal('line');
  c.notes.assume('the last line of the file ends with a line break');
  return {
    values: [pure(g.ident(line), str)],
    wrap: body =>
      g.forStmt(undefined, g.method(g.ident(scanner), 'Scan'), undefined, [
        assignOrDefine(c, line, g.binary(g.method(g.ident(scanner), 'Text'), '+', g.str('\n'))),
        ...body,
      ]),
  };
}

// ---- built-ins that are looped over ----

function callRounds(c: Context, node: py.Call, wanted: Wanted): Rounds | undefined {
  const args = node.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
  if (args.some(arg => arg.kind === 'Starred')) return transposedRounds(c, node, args, wanted);
  const keyword = (name: string): py.Expression | undefined => {
    const found = node.args.find(arg => arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && arg.arg.id === name);
    return found?.kind === 'Keyword' ? found.value : undefined;
  };
  switch (c.facts.qualifiedName(node.func)) {
    case 'builtins.range':
      return rangeRounds(c, args, wanted);
    case 'builtins.enumerate':
      return args[0] && enumerateRounds(c, args[0], args[1] ?? keyword('start'), wanted);
    case 'builtins.zip':
      return args.length > 1 ? zipRounds(c, args) : undefined;
    case 'builtins.reversed':
      return args[0] && reversedRounds(c, args[0], wanted);
    case 'builtins.dict.items':
    case 'builtins.dict.keys':
    case 'builtins.dict.values':
      return methodRounds(c, node, wanted);
    default:
      if (node.func.kind === 'Attribute' && args.length === 0) return methodRounds(c, node, wanted);
      return undefined;
  }
}

/** `zip(*rows)`: the columns. */
function transposedRounds(
  c: Context,
  node: py.Call,
  args: readonly py.Expression[],
  wanted: Wanted,
): Rounds | undefined {
  const [only] = args;
  if (c.facts.qualifiedName(node.func) !== 'builtins.zip') return undefined;
  if (only?.kind !== 'Starred' || args.length !== 1)
    return c.gap('* among other arguments of zip has no counterpart here', node);
  const rows = asList(c, expression(c, only.value));
  const inner = rows.type.kind === 'list' ? rows.type.elt : any;
  if (inner.kind !== 'list') return c.gap('zip(*…) over this has no counterpart here', node);
  c.notes.assume('the columns that zip(*…) gives are not printed as tuples');
  return roundsOf(c, value(g.call(c.helper('transposed'), rows.node), rows.type), wanted);
}

function methodRounds(c: Context, node: py.Call, wanted: Wanted): Rounds | undefined {
  if (node.func.kind !== 'Attribute' || node.func.attr.kind !== 'Name') return undefined;
  const what = node.func.attr.id;
  if (what !== 'items' && what !== 'keys' && what !== 'values') return undefined;
  const type = c.typeOf(node.func.value);
  if (type.kind !== 'dict') return undefined;
  const whole = expression(c, node.func.value);
  return whole.type.kind === 'dict' ? dictRounds(c, whole, whole.type, what, wanted) : undefined;
}

function rangeRounds(c: Context, args: py.Expression[], wanted: Wanted): Rounds {
  const values = operands(c, args).map(one => coerce(c, one, int));
  const [first, second, third] = values;
  const name = wanted.names[0] ?? c.freshLocal('i');
  const given = pure(g.ident(name), int);
  if (first && !second) {
    return {
      values: [given],
      wrap: body => g.rangeStmt(name, undefined, first.node, body),
      ...((isNonNegative(c, args[0]!) || first.node.kind === 'Ident') &&
        isSimpleCount(first.node) && { length: first.node }),
    };
  }
  if (!first || !second) return c.gap('range without an end has no counterpart');
  const step = third ? literalInt(third.node) : 1;
  if (step === undefined && !(args[2] && isNonNegative(c, args[2]))) {
    return c.gap('a range with a step of which the sign is not known has no counterpart here');
  }
  const end =
    wanted.body && mayChange(c, args[1]!, wanted.body) ? c.temporary({ ...second, node: second.node }, 'end') : second;
  const i = g.ident(name);
  const post =
    step === 1
      ? g.incDec(i, '++')
      : step === -1
        ? g.incDec(i, '--')
        : step === undefined
          ? g.assign(i, third!.node, '+=')
          : step > 0
            ? g.assign(i, g.int(step), '+=')
            : g.assign(i, g.int(-step), '-=');
  return {
    values: [given],
    wrap: body =>
      g.forStmt(assignOrDefine(c, name, first.node), g.binary(i, (step ?? 1) > 0 ? '<' : '>', end.node), post, body),
  };
}

const isSimpleCount = (node: go.Expression): boolean =>
  isSimple(node) ||
  node.kind === 'IntLit' ||
  (node.kind === 'CallExpr' && node.fun.kind === 'Ident' && node.fun.name === 'len');

function literalInt(node: go.Expression): number | undefined {
  if (node.kind === 'IntLit') return Number(node.value);
  return node.kind === 'UnaryExpr' && node.op === '-' && node.x.kind === 'IntLit' ? -Number(node.x.value) : undefined;
}

/** Whether the body of a loop may change the value of its bound, which Go looks at in each round. */
function mayChange(c: Context, bound: py.Expression, body: readonly py.Statement[]): boolean {
  if (!c.facts.isPure(bound)) return true;
  const used = new Set<string>();
  walk(bound, node => void (node.kind === 'Name' && used.add((node as unknown as py.Name).id)));
  let changes = false;
  for (const statement of body) {
    walk(statement, child => {
      const node = child as unknown as py.Node;
      const targets =
        node.kind === 'Assign'
          ? node.targets
          : node.kind === 'AugAssign' || node.kind === 'For' || node.kind === 'AnnAssign'
            ? [node.target]
            : node.kind === 'Delete'
              ? node.targets
              : [];
      for (const target of targets) {
        walk(target, one => void (one.kind === 'Name' && used.has((one as unknown as py.Name).id) && (changes = true)));
      }
      if (node.kind === 'Call' && node.func.kind === 'Attribute') {
        const { value: of } = node.func;
        if (of.kind === 'Name' && used.has(of.id)) changes = true;
      }
    });
  }
  return changes;
}

function enumerateRounds(c: Context, node: py.Expression, start: py.Expression | undefined, wanted: Wanted): Rounds {
  const whole = expression(c, node);
  const [indexName, itemName] = wanted.names;
  const from = start ? coerce(c, expression(c, start), int) : undefined;
  const isZero = !from || (from.node.kind === 'IntLit' && from.node.value === '0');
  const source = whole.type.kind === 'list' ? whole : enumerable(c, whole);
  if (source.type.kind === 'list') {
    const i = isZero ? (indexName ?? c.freshLocal('i')) : c.freshLocal('i');
    const item = itemName ?? c.freshLocal('item');
    const position = isZero ? pure(g.ident(i), int) : value(shifted(g.ident(i), from), int, true);
    return {
      values: [position, pure(g.ident(item), source.type.elt)],
      wrap: body => g.rangeStmt(i, item, source.node, body),
      ...(isSimple(source.node) && { length: g.call('len', source.node) }),
    };
  }
  // What has no index is counted beside the loop.
  const count = c.freshLocal('count');
  c.emit(g.define(count, from?.node ?? g.int(0)));
  const inner = roundsOf(c, source, { names: [itemName] });
  const i = indexName ?? c.freshLocal('i');
  return {
    values: [pure(g.ident(i), int), ...inner.values],
    wrap: body => inner.wrap([assignOrDefine(c, i, g.ident(count)), g.incDec(g.ident(count), '++'), ...body]),
  };
}

function shifted(i: go.Expression, from: Value): go.Expression {
  return g.binary(i, '+', from.node);
}

/** As a list where an index is needed: the bytes that Go counts in a string are no characters. */
function enumerable(c: Context, whole: Value): Value {
  if (whole.type.kind === 'str' || whole.type.kind === 'tuple') return asList(c, whole);
  return whole;
}

function zipRounds(c: Context, args: py.Expression[]): Rounds {
  const lists = operands(c, args).map(one => {
    const whole = asList(c, one);
    return isSimple(whole.node) ? whole : c.temporary(whole, 'items');
  });
  const i = c.freshLocal('i');
  const values = lists.map(one =>
    value(g.index(one.node, g.ident(i)), one.type.kind === 'list' ? one.type.elt : any, true),
  );
  const lengths = lists.map(one => g.call('len', one.node));
  const count = g.call('min', ...lengths);
  return { values, wrap: body => g.rangeStmt(i, undefined, count, body), length: count };
}

function reversedRounds(c: Context, node: py.Expression, wanted: Wanted): Rounds {
  if (node.kind === 'Call' && c.facts.qualifiedName(node.func) === 'builtins.range') {
    const args = node.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
    const [first, second] = operands(c, args).map(one => coerce(c, one, int));
    if (first && args.length <= 2) {
      const i = wanted.names[0] ?? c.freshLocal('i');
      const [low, high] = second ? [first.node, second.node] : [g.int(0), first.node];
      return {
        values: [pure(g.ident(i), int)],
        wrap: body =>
          g.forStmt(
            assignOrDefine(c, i, g.binary(high, '-', g.int(1))),
            g.binary(g.ident(i), '>=', low),
            g.incDec(g.ident(i), '--'),
            body,
          ),
      };
    }
  }
  const whole = asList(c, expression(c, node));
  const item = (wanted.names.length === 1 ? wanted.names[0] : undefined) ?? c.freshLocal('item');
  return {
    values: [pure(g.ident(item), whole.type.kind === 'list' ? whole.type.elt : any)],
    wrap: body => g.rangeStmt(undefined, item, g.pkgCall('slices', 'Backward', whole.node), body),
    ...(isSimple(whole.node) && { length: g.call('len', whole.node) }),
  };
}

/** A round's values as one: several are a tuple. */
export function roundValue(c: Context, rounds: Rounds): Value {
  const [only] = rounds.values;
  if (rounds.values.length === 1 && only) return only;
  const type: Type = { kind: 'tuple', elts: rounds.values.map(one => one.type) };
  return value(
    g.composite(
      c.goType(type),
      rounds.values.map(one => one.node),
    ),
    type,
    true,
  );
}

/** The parts of a tuple value, without packing one that was just written. */
export function partsOf(c: Context, of: Value, count: number): Value[] | undefined {
  const { type, node } = of;
  if (type.kind === 'tuple') {
    if (type.elts.length !== count) return undefined;
    if (node.kind === 'CompositeLit') {
      return node.elts.map((elt, i) =>
        value(elt.kind === 'KeyValueExpr' ? elt.value : elt, type.elts[i] ?? any, of.pure),
      );
    }
    const source = of.pure || isSimple(node) ? of : c.temporary(of, 'items');
    return type.elts.map((elt, i) => value(g.sel(source.node, tupleFields[i] ?? 'First'), elt, true));
  }
  return undefined;
}
