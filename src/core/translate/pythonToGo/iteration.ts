/** Loops over anything that Python iterates over: one place for `for`, comprehensions and the built-ins that loop. */
import { fieldList } from './namedTuples';
import { type Type, any, int, str } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce, commonType, withArticle } from './coerce';
import { fieldName } from './attributes';
import { allFields } from './classModel';
import { type Context } from './context';
import { type Value, pure, value } from './value';
import { uniqueItems } from './collecting';
import { asList } from './displays';
import { flagsOf, membersOf } from './enumOperators';
import { expression } from './expressions';
import { isFailing } from './failingGenerators';
import { sequenceOf } from './iterators';
import { fromKey, holdsKey } from './keys';
import { isNamedTuple } from './modelFacts';
import { enumerateRounds, transposedRounds, zipRounds } from './pairedLoops';
import { libraryRounds } from './library';
import { lineRounds } from './library/streams';
import { rangeRounds, reversedRounds } from './rangeLoops';
import { dict, type DictType } from './shapes';
import { isSimple } from './subscripts';
import { settle, tupleFields } from './settling';
import { isAny, isComparable } from './types';

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
  /** What the number of the round is called, where the body needs it. */
  index?: string | undefined;
}

/** The rounds of a loop over an expression. */
export function iterate(c: Context, node: py.Expression, wanted: Wanted): Rounds {
  if (node.kind === 'Call') {
    const special = callRounds(c, node, wanted);
    if (special) return special;
  }
  const changes = wanted.body !== undefined && node.kind === 'Name' && grows(wanted.body, node.id);
  const whole = asOneList(c, node, expression(c, node, tupleAsList(c, node)));
  return changes && whole.type.kind === 'list'
    ? growingRounds(c, whole, whole.type.elt, wanted)
    : roundsOf(c, whole, wanted);
}

/** A list in one call and a tuple in another have items of one type all the same. */
export function asOneList(c: Context, node: py.Expression, whole: Value): Value {
  const known = c.facts.typeOf(node);
  if (whole.type.kind !== 'any' || known.kind !== 'union') return whole;
  const items = known.types.flatMap((type): Type[] => {
    if (type.kind === 'list' || type.kind === 'iterator' || type.kind === 'set') return [settle(type.elt)];
    return type.kind === 'tuple' ? type.elts.map(settle) : [any];
  });
  const elt = commonType(c, items);
  return isAny(elt, c) ? whole : coerce(c, whole, { kind: 'list', elt });
}

/** `for n in (1, 2)`: a tuple that is only looped over is a list. */
function tupleAsList(c: Context, node: py.Expression): Type | undefined {
  if (node.kind !== 'Tuple' || node.elts.some(elt => elt.kind === 'Starred')) return undefined;
  return {
    kind: 'list',
    elt: commonType(
      c,
      node.elts.map(elt => c.typeOf(elt)),
    ),
  };
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
export function assignOrDefine(c: Context, name: string, node: go.Expression): go.AssignStmt {
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

/** A loop over a generator that gives an error beside each value. */
function failingLoop(c: Context, node: go.Expression, item: string, values: Value[]): Rounds {
  const err = c.freshLocal('err');
  return {
    values,
    wrap: body =>
      g.rangeStmt(item, err, node, [g.ifStmt(g.binary(g.ident(err), '!=', g.nil()), c.fail(g.ident(err))), ...body]),
  };
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
        wrap: body => g.rangeStmt(wanted.index, item, node, body),
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
      const isKey = holdsKey(type.elt);
      const item = isKey ? c.freshLocal('key') : (name ?? c.freshLocal('item'));
      return {
        values: [fromKey(c, pure(g.ident(item), type.elt))],
        wrap: body => g.rangeStmt(item, undefined, node, body),
        length: g.call('len', node),
      };
    }
    case 'dict':
      return dictRounds(c, whole, type, 'keys', wanted);
    case 'iterator': {
      const item = name ?? c.freshLocal('item');
      const values = [pure(g.ident(item), type.elt)];
      if (isFailing(node)) return failingLoop(c, node, item, values);
      return { values, wrap: body => g.rangeStmt(item, undefined, node, body) };
    }
    case 'tuple':
      return roundsOf(c, asList(c, whole), wanted);
    case 'optional':
      return roundsOf(c, coerce(c, whole, type.of), wanted);
    case 'any':
      return roundsOf(c, coerce(c, whole, { kind: 'list', elt: any }), wanted);
    case 'instance': {
      const all = flagsOf(c, whole) ?? sequenceOf(c, whole) ?? fieldList(c, whole);
      if (all) return roundsOf(c, all, wanted);
      if (/^io\./.test(type.name)) return lineRounds(c, whole, wanted);
      break;
    }
    case 'class': {
      const members = membersOf(c, type);
      if (members) return roundsOf(c, members, wanted);
      break;
    }
  }
  return c.gap(`a loop over ${withArticle(type)} has no counterpart here`);
}

export function dictRounds(
  c: Context,
  whole: Value,
  type: DictType,
  what: 'keys' | 'values' | 'items',
  wanted: Wanted,
): Rounds {
  // The parts of a key or of a value get their names when it is taken apart.
  const names = what === 'items' || wanted.names.length === 1 ? wanted.names : [];
  const offered = holdsKey(type.key) ? undefined : names[0];
  const key = what === 'values' ? '_' : (offered ?? c.freshLocal('key'));
  const item = what === 'keys' ? undefined : (names[what === 'items' ? 1 : 0] ?? c.freshLocal('value'));
  const values: Value[] = [];
  if (what !== 'values') values.push(fromKey(c, pure(g.ident(key), type.key)));
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

// ---- built-ins that are looped over ----

function callRounds(c: Context, node: py.Call, wanted: Wanted): Rounds | undefined {
  const args = node.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
  if (args.some(arg => arg.kind === 'Starred')) {
    return libraryRounds(c, node, wanted) ?? transposedRounds(c, node, args, wanted);
  }
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
    case 'builtins.dict.fromkeys': {
      const unique = uniqueItems(c, node);
      return unique && roundsOf(c, unique, wanted);
    }
    case 'builtins.dict.items':
    case 'builtins.dict.keys':
    case 'builtins.dict.values':
      return methodRounds(c, node, wanted);
    default:
      if (node.func.kind === 'Attribute' && args.length === 0) return methodRounds(c, node, wanted);
      return libraryRounds(c, node, wanted);
  }
}

function methodRounds(c: Context, node: py.Call, wanted: Wanted): Rounds | undefined {
  if (node.func.kind !== 'Attribute' || node.func.attr.kind !== 'Name') return undefined;
  const what = node.func.attr.id;
  if (what !== 'items' && what !== 'keys' && what !== 'values') return undefined;
  const type = c.typeOf(node.func.value);
  if (isAny(type, c) && ![...c.model.classes.values()].some(model => model.methods.has(what))) {
    const entries = dict(str, any);
    return dictRounds(c, coerce(c, expression(c, node.func.value), entries), entries, what, wanted);
  }
  if (type.kind !== 'dict') return undefined;
  const whole = expression(c, node.func.value);
  if (whole.type.kind === 'dict') return dictRounds(c, whole, whole.type, what, wanted);
  if (!isAny(whole.type, c)) return undefined;
  // The variable holds other values too, but here it is a dict.
  const entries = isComparable(type.value, c) ? type : dict(type.key, any);
  return dictRounds(c, coerce(c, whole, entries), entries, what, wanted);
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
  // None cannot be unpacked: a nil pointer ends the program as well.
  if (type.kind === 'optional' && type.of.kind === 'tuple')
    return partsOf(c, c.temporary(value(g.star(node), type.of), 'items'), count);
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
  const model = type.kind === 'instance' ? c.model.classes.get(type.name.slice(1)) : undefined;
  if (!model || !isNamedTuple(model)) return undefined;
  const fields = allFields(model, c).filter(field => field.isInstance);
  if (fields.length !== count) return undefined;
  const source = of.pure || isSimple(node) ? of : c.temporary(of, 'record');
  return fields.map(field => value(g.sel(source.node, fieldName(c, field.name)), field.type, true));
}
