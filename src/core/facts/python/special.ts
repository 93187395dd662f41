/** Calls whose result no signature can say. */
import type * as py from '../../syntax/python/ast';
import { joinAll, sameType } from '../lattice';
import {
  dict,
  float,
  infinity,
  instance,
  int,
  iterator,
  list,
  none,
  set,
  str,
  tuple,
  tupleOf,
  unknown,
  type Type,
} from '../types';
import { classAround } from './classes';
import type { PythonContext } from './context';
import { asContainer, instanceOf } from './instances';
import { elementOf } from './iteration';
import { jsonType } from './jsonShapes';
import { memberOf } from './members';
import { argumentNamed, operandOf } from './operands';
import { patternRules } from './patterns';
import { structRules } from './structRules';
import { webRules } from './webRules';

/** The type of a call that needs a rule of its own; undefined for all others. */
export function specialCall(cx: PythonContext, n: py.Call): Type | undefined {
  const name = cx.resolve(n.func)?.qualified;
  if (name === undefined || !Object.hasOwn(rules, name)) return undefined;
  return rules[name]!(cx, n);
}

/** `super()` is the first base of the class around. */
export function superType(cx: PythonContext, n: py.Call): Type | undefined {
  if (n.func.kind !== 'Name' || n.func.id !== 'super') return undefined;
  for (let up = cx.tree.parentOf(n); up; up = cx.tree.parentOf(up)) {
    if (up.kind !== 'FunctionDef') continue;
    const info = classAround(cx, up as py.FunctionDef);
    if (info) return info.bases()[0] ?? instance('builtins.object');
  }
  return undefined;
}

type Rule = (cx: PythonContext, n: py.Call) => Type | undefined;

const firstType = (cx: PythonContext, n: py.Call): Type => {
  const [first] = n.args;
  return first ? cx.typeOf(operandOf(first)) : unknown;
};

const elementOfFirst = (cx: PythonContext, n: py.Call): Type => elementOf(cx, firstType(cx, n)) ?? unknown;

const rules: Record<string, Rule> = {
  ...patternRules,
  ...structRules,
  ...webRules,
  'builtins.list': (cx, n) => list(elementOfFirst(cx, n)),
  'builtins.set': (cx, n) => set(elementOfFirst(cx, n)),
  'builtins.frozenset': (cx, n) => set(elementOfFirst(cx, n)),
  'builtins.tuple': (cx, n) => {
    const given = firstType(cx, n);
    // A tuple made of something as long as it likes is a list in all but name.
    return n.args.length === 0 ? tuple() : given.kind === 'tuple' ? given : tupleOf(elementOf(cx, given) ?? unknown);
  },
  'builtins.dict': dictCall,
  'builtins.dict.fromkeys': (cx, n) => dict(elementOfFirst(cx, n), n.args[1] ? cx.typeOf(operandOf(n.args[1])) : none),
  'builtins.map': (cx, n) => {
    const [func, items, more] = n.args;
    if (func?.kind !== 'Name' || !items || more) return undefined;
    const columns = items.kind === 'Call' && cx.resolve(items.func)?.qualified === 'builtins.zip' && cx.typeOf(items);
    if (columns && columns.kind === 'tuple' && cx.resolve(func)?.qualified === 'builtins.list')
      return tuple(...columns.elts.map(one => list(elementOf(cx, one) ?? unknown)));
    const of = elementOf(cx, elementOf(cx, cx.typeOf(operandOf(items))) ?? unknown) ?? unknown;
    switch (cx.resolve(func)?.qualified) {
      case 'builtins.tuple':
        return iterator(tupleOf(of));
      case 'builtins.list':
      case 'builtins.sorted':
        return iterator(list(of));
      case 'builtins.set':
      case 'builtins.frozenset':
        return iterator(set(of));
      default:
        return undefined;
    }
  },
  'builtins.iter': (cx, n) => (n.args.length === 1 ? iterator(elementOfFirst(cx, n)) : undefined),
  'builtins.int': () => int,
  'builtins.str': () => str,
  'builtins.float': (_, n) => {
    const [first] = n.args;
    return first?.kind === 'Str' && /^[+-]?inf(inity)?$/i.test(first.value) ? infinity : float;
  },
  'builtins.super': superType,
  'builtins.zip': (cx, n) => {
    const elts = n.args
      .filter(arg => arg.kind !== 'Keyword')
      .map(arg => elementOf(cx, cx.typeOf(arg as py.Expression)) ?? unknown);
    if (!n.args.some(arg => arg.kind === 'Starred')) return iterator(tuple(...elts));
    const row = elementOf(cx, starredType(cx, n)) ?? unknown;
    return n.args.length === 1 && isMixed(row)
      ? tuple(...row.elts.map(tupleOf))
      : iterator(tupleOf(elementOf(cx, row) ?? unknown));
  },
  'builtins.open': openCall,
  'builtins.sum': (cx, n) => {
    const elt = elementOfFirst(cx, n);
    const start = argumentNamed(n, 'start', 1);
    return start ? cx.join(elt, cx.typeOf(start)) : elt.kind === 'bool' ? int : elt;
  },
  'builtins.abs': (cx, n) => {
    const given = firstType(cx, n);
    const own = given.kind === 'instance' ? memberOf(cx, given, '__abs__')?.func : undefined;
    if (own) return own.cx.resultOf(own.node);
    return given.kind === 'bool' ? int : given;
  },
  'builtins.type': (cx, n) => {
    const given = firstType(cx, n);
    return given.kind === 'instance' ? { kind: 'class', name: given.name } : undefined;
  },
  'builtins.next': (cx, n) => {
    const elt = elementOfFirst(cx, n);
    const fallback = n.args[1];
    return fallback ? cx.join(elt, cx.typeOf(operandOf(fallback))) : elt;
  },
  'builtins.filter': (cx, n) => {
    const second = n.args[1];
    return second ? iterator(elementOf(cx, cx.typeOf(operandOf(second))) ?? unknown) : undefined;
  },
  'collections.defaultdict': (cx, n) => {
    const [factory, rest] = n.args.map(operandOf);
    const given = rest ? asContainer(cx, cx.typeOf(rest)) : unknown;
    const value = factory ? calledWithNothing(cx, factory) : unknown;
    const made =
      given.kind === 'dict'
        ? instance('collections.defaultdict', given.key, cx.join(value, given.value))
        : instance('collections.defaultdict', unknown, value);
    return factory ? { ...made, factory } : made;
  },
  'collections.Counter': (cx, n) => {
    const words = n.args.some(arg => arg.kind === 'Keyword') ? str : unknown;
    const given = n.args[0]?.kind === 'Keyword' ? unknown : elementOfFirst(cx, n);
    return instance('collections.Counter', cx.join(given, words));
  },
  'collections.OrderedDict': (cx, n) => {
    const made = dictCall(cx, n);
    return made.kind === 'dict' ? instance('collections.OrderedDict', made.key, made.value) : undefined;
  },
  'collections.deque': (cx, n) => {
    const [first] = n.args;
    const given = first && first.kind !== 'Keyword' ? elementOfFirst(cx, n) : unknown;
    const made = instance('collections.deque', given);
    const limit = argumentNamed(n, 'maxlen', 1);
    if (!limit || limit.kind === 'None') return made;
    return { ...made, detail: limit.kind === 'Int' ? limit.value : limit.kind === 'Name' ? limit.id : '' };
  },
  'functools.partial': partialCall,
  'functools.reduce': (cx, n) => {
    const start = n.args[2];
    const second = n.args[1];
    if (start) return cx.typeOf(operandOf(start));
    return second ? (elementOf(cx, cx.typeOf(operandOf(second))) ?? unknown) : undefined;
  },
  'asyncio.gather': (cx, n) => {
    const types = n.args.filter(arg => arg.kind !== 'Keyword').map(arg => awaited(cx, arg as py.Expression));
    if (n.args.some(arg => arg.kind === 'Starred')) {
      const elt = elementOf(cx, starredType(cx, n)) ?? unknown;
      const isMixed = n.args.some(arg => arg.kind === 'Keyword');
      return { kind: 'awaitable', of: list(isMixed ? { kind: 'any' } : awaitedOf(elt)) };
    }
    if (n.args.some(arg => arg.kind === 'Keyword')) return { kind: 'awaitable', of: list({ kind: 'any' }) };
    const place = cx.tree.parentOf(cx.tree.parentOf(n) ?? n) as py.Node | undefined;
    const isUnpacked = place?.kind === 'Assign' && place.targets[0]?.kind === 'Tuple';
    return { kind: 'awaitable', of: isUnpacked ? tuple(...types) : list(joinAll(types, cx.commonBase)) };
  },
  ...Object.fromEntries(
    ['mean', 'median', 'variance', 'pvariance'].map((name): [string, Rule] => [
      `statistics.${name}`,
      (cx, n) => (elementOfFirst(cx, n).kind === 'int' ? infinity : float),
    ]),
  ),
  'builtins.str.maketrans': () => dict({ kind: 'int', go: 'rune' }, str),
  'copy.copy': firstType,
  'copy.deepcopy': firstType,
  'dataclasses.replace': firstType,
  'dataclasses.field': (cx, n) => {
    const value = argumentNamed(n, 'default', 9);
    const factory = argumentNamed(n, 'default_factory', 9);
    return value ? cx.typeOf(value) : factory ? calledWithNothing(cx, factory) : unknown;
  },
  'json.loads': jsonType,
  'json.load': jsonType,
  'typing.cast': (cx, n) => {
    const [type] = n.args;
    return type ? typeOfClass(cx, operandOf(type)) : undefined;
  },
  'itertools.product': (cx, n) => {
    const elts = n.args
      .filter(arg => arg.kind !== 'Keyword' && arg.kind !== 'Starred')
      .map(arg => elementOf(cx, cx.typeOf(arg as py.Expression)) ?? unknown);
    const repeat = n.args.some(arg => arg.kind === 'Keyword');
    return iterator(repeat || elts.length === 0 ? tupleOf(joinAll(elts, cx.commonBase)) : tuple(...elts));
  },
  'itertools.combinations': (cx, n) => {
    const elt = elementOfFirst(cx, n);
    const size = argumentNamed(n, 'r', 1);
    return size?.kind === 'Int' && Number(size.value) < 8
      ? iterator(tuple(...Array.from({ length: Number(size.value) }, () => elt)))
      : iterator(tupleOf(elt));
  },
};
rules['itertools.combinations_with_replacement'] = rules['itertools.combinations']!;
rules['itertools.permutations'] = rules['itertools.combinations']!;
rules['itertools.zip_longest'] = (cx, n) => {
  const fill = n.args.find(arg => arg.kind === 'Keyword');
  const rest = fill ? cx.typeOf(operandOf(fill)) : ({ kind: 'none' } as Type);
  const elts = n.args
    .filter(arg => arg.kind !== 'Keyword')
    .map(arg => cx.join(elementOf(cx, cx.typeOf(arg as py.Expression)) ?? unknown, rest));
  return iterator(tuple(...elts));
};

/** Rows of parts of several types: each of their columns has a type of its own. */
const isMixed = (row: Type): row is Type & { kind: 'tuple' } =>
  row.kind === 'tuple' && row.elts.length > 1 && row.elts.some(elt => !sameType(elt, row.elts[0]!));

const starredType = (cx: PythonContext, n: py.Call): Type => {
  const starred = n.args.find(arg => arg.kind === 'Starred');
  return starred?.kind === 'Starred' ? cx.typeOf(starred.value) : unknown;
};

const awaited = (cx: PythonContext, node: py.Expression): Type => awaitedOf(cx.typeOf(node));

function awaitedOf(type: Type): Type {
  if (type.kind === 'awaitable') return type.of;
  return type.kind === 'instance' && type.args.length === 1 ? type.args[0]! : unknown;
}

function dictCall(cx: PythonContext, n: py.Call): Type {
  let result: Type = dict(unknown, unknown);
  for (const arg of n.args) {
    if (arg.kind === 'Keyword' && arg.arg) {
      result = cx.join(result, dict(str, cx.typeOf(arg.value)));
      continue;
    }
    const given = asContainer(cx, cx.typeOf(operandOf(arg)));
    const pair = given.kind === 'dict' ? tuple(given.key, given.value) : elementOf(cx, given);
    if (pair?.kind === 'tuple' && pair.elts.length === 2) result = cx.join(result, dict(pair.elts[0]!, pair.elts[1]!));
    else if (pair?.kind === 'list') result = cx.join(result, dict(pair.elt, pair.elt));
  }
  return result;
}

function openCall(_cx: PythonContext, n: py.Call): Type {
  const mode = argumentNamed(n, 'mode', 1);
  return instance(mode?.kind === 'Str' && mode.value.includes('b') ? 'io.BufferedReader' : 'io.TextIOWrapper');
}

function partialCall(cx: PythonContext, n: py.Call): Type | undefined {
  const [func, ...given] = n.args;
  const type = func ? cx.typeOf(operandOf(func)) : unknown;
  if (type.kind !== 'func') return undefined;
  const byName = new Set(given.map(arg => (arg.kind === 'Keyword' && arg.arg?.kind === 'Name' ? arg.arg.id : '')));
  const byPlace = given.filter(arg => arg.kind !== 'Keyword').length;
  return { ...type, params: type.params.slice(byPlace).filter(param => !byName.has(param.name ?? ' ')) };
}

/** What a factory gives: `list`, `int`, `Point` or `lambda: 0`. */
export function calledWithNothing(cx: PythonContext, factory: py.Expression): Type {
  const type = cx.typeOf(factory);
  if (type.kind === 'func') return type.result;
  return type.kind === 'class' ? typeOfClass(cx, factory) : unknown;
}

function typeOfClass(cx: PythonContext, node: py.Expression): Type {
  const type = cx.typeOf(node);
  return type.kind === 'class' ? instanceOf(cx, type.name, []) : unknown;
}
