import { any, float, int, list as listOf, none, type Type } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import { walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { asList } from '../displays';
import { expression, operands } from '../expressions';
import { list } from '../shapes';
import { isSimple } from '../subscripts';
import { pure, value, type Value } from '../value';
import { itemsOf } from './functions';
import type { Call, LibraryModule, Method } from './table';

const path = 'math/rand';

const seeds = new WeakMap<Context, boolean>();

/** The file gives a seed, so that the numbers that it prints are always the same. */
function isSeeded(c: Context): boolean {
  const known = seeds.get(c);
  if (known !== undefined) return known;
  let found = false;
  for (const unit of c.input.file.units) {
    walk(unit.node, node => {
      const call = node as NodeOfCall;
      if (call.kind !== 'Call' || call.args.length === 0) return;
      if (c.facts.qualifiedName(call.func) === 'random.seed') found = true;
    });
  }
  seeds.set(c, found);
  return found;
}

type NodeOfCall = py.Call | { kind: '' };

/** What gives the numbers: a generator, or Go's own, where they differ from run to run in Python too. */
interface Source {
  call(name: string, ...args: Expression[]): Expression;
  func(name: string): Expression;
  generator?: Expression;
}

function sourceOf(generator: Expression | undefined): Source {
  if (!generator) return { call: (name, ...args) => g.pkgCall(path, name, ...args), func: name => g.pkg(path, name) };
  return {
    call: (name, ...args) => g.method(generator, name, ...args),
    func: name => g.sel(generator, name),
    generator,
  };
}

type Draw = (c: Context, from: Source, node: py.Call) => Value | undefined;

/** Arguments by position or by name, each of the type that is wanted. */
function given(c: Context, node: py.Call, params: readonly [name: string, type: Type][]): (Expression | undefined)[] {
  const places = positional(node);
  const found = params.map(([name], i) => places[i] ?? keywordArgument(node, name));
  const present = found.filter(one => one !== undefined);
  const types = params.flatMap(([, type], i) => (found[i] ? [type] : []));
  const written = operands(c, present, types).map((one, i) => coerce(c, one, types[i]!).node);
  return found.map(one => (one ? written.shift() : undefined));
}

function choice(c: Context, from: Source, node: py.Call): Value | undefined {
  const [first] = positional(node);
  if (!first) return undefined;
  const items = asList(c, expression(c, first));
  const source = isSimple(items.node) ? items : c.temporary(items, 'items');
  const elt = items.type.kind === 'list' ? items.type.elt : any;
  return value(g.index(source.node, from.call('Intn', g.call('len', source.node))), elt);
}

function shuffle(c: Context, from: Source, node: py.Call): Value | undefined {
  const [first] = positional(node);
  if (!first) return undefined;
  const items = expression(c, first).node;
  const [i, j] = [g.ident('i'), g.ident('j')];
  const swap = g.assign([g.index(items, i), g.index(items, j)], [g.index(items, j), g.index(items, i)]);
  const swapper = g.funcLit([g.field(['i', 'j'], g.ident('int'))], [], [swap]);
  c.emit(g.exprStmt(from.call('Shuffle', g.call('len', items), swapper)));
  return pure(g.nil(), none);
}

function choices(c: Context, from: Source, node: py.Call): Value | undefined {
  const [first, second] = positional(node);
  if (!first || keywordArgument(node, 'cum_weights')) return undefined;
  const items = itemsOf(c, first);
  const weights = second ?? keywordArgument(node, 'weights');
  const count = keywordArgument(node, 'k');
  const written = weights && weights.kind !== 'None' ? floats(c, weights) : g.nil();
  const size = count ? coerce(c, expression(c, count), int).node : g.int(1);
  return value(g.call(c.helper('chosen'), from.func('Float64'), items.node, written, size), list(items.type.elt));
}

function floats(c: Context, node: py.Expression): Expression {
  const want = listOf(float);
  const items = asList(c, expression(c, node, want));
  const isWhole = items.type.kind === 'list' && items.type.elt.kind === 'int';
  return isWhole ? g.call(c.helper('floatsOf'), items.node) : coerce(c, items, want).node;
}

function between(low: Expression, high: Expression, from: Source, extra: number): Expression {
  const isZero = low.kind === 'IntLit' && low.value === '0';
  const sum = (x: Expression): Expression => (extra ? g.binary(x, '+', g.int(1)) : x);
  const span =
    low.kind === 'IntLit' && high.kind === 'IntLit'
      ? g.int(String(BigInt(high.value) - BigInt(low.value) + BigInt(extra)))
      : low.kind === 'IntLit' && low.value === String(extra) && extra === 1
        ? high
        : sum(isZero ? high : g.binary(high, '-', low));
  const drawn = from.call('Intn', span);
  return isZero ? drawn : g.binary(low, '+', drawn);
}

function gaussian(helper: string): Draw {
  return (c, from, node) => {
    const [mu, sigma] = given(c, node, [
      ['mu', float],
      ['sigma', float],
    ]);
    const [middle, spread] = [mu ?? g.float('0.0'), sigma ?? g.float('1.0')];
    if (from.generator) {
      c.notes.assume("the last digit of powers, logarithms and angles may differ from Python's");
      return value(g.call(c.helper(helper), from.generator, middle, spread), float);
    }
    return value(g.binary(middle, '+', g.binary(from.call('NormFloat64'), '*', spread)), float);
  };
}

const draws: Record<string, Draw> = {
  random: (_, from) => value(from.call('Float64'), float),
  randint(c, from, node) {
    const [low, high] = given(c, node, [
      ['a', int],
      ['b', int],
    ]);
    return low && high && value(between(low, high, from, 1), int);
  },
  randrange(c, from, node) {
    const [low, high, step] = given(c, node, [
      ['start', int],
      ['stop', int],
      ['step', int],
    ]);
    if (!low) return undefined;
    if (!high) return value(from.call('Intn', low), int);
    if (!step) return value(between(low, high, from, 0), int);
    if (step.kind !== 'IntLit') return undefined;
    const steps = g.binary(g.binary(g.binary(high, '-', low), '+', g.int(String(BigInt(step.value) - 1n))), '/', step);
    return value(g.binary(low, '+', g.binary(step, '*', from.call('Intn', steps))), int);
  },
  getrandbits(c, from, node) {
    const [count] = given(c, node, [['k', int]]);
    if (!count || (count.kind === 'IntLit' && BigInt(count.value) > 62n)) return undefined;
    if (!from.generator) return value(from.call('Intn', g.binary(g.int(1), '<<', count)), int);
    return value(from.call('Bits', count), int);
  },
  uniform(c, from, node) {
    const [low, high] = given(c, node, [
      ['a', float],
      ['b', float],
    ]);
    if (!low || !high) return undefined;
    const drawn = from.call('Float64');
    const isZero = low.kind === 'FloatLit' && Number(low.value) === 0;
    if (isZero) return value(g.binary(high, '*', drawn), float);
    return value(g.binary(low, '+', g.binary(g.binary(high, '-', low), '*', drawn)), float);
  },
  gauss: gaussian('gauss'),
  normalvariate: gaussian('normal'),
  expovariate(c, from, node) {
    const [lambda] = given(c, node, [['lambd', float]]);
    if (!lambda) return undefined;
    c.notes.assume("the last digit of powers, logarithms and angles may differ from Python's");
    const log = g.pkgCall('math', 'Log', g.binary(g.int(1), '-', from.call('Float64')));
    return value(g.binary(g.unary('-', log), '/', lambda), float);
  },
  choice,
  choices,
  shuffle,
  sample(c, from, node) {
    const [first, second] = positional(node);
    const count = second ?? keywordArgument(node, 'k');
    if (!first || !count || keywordArgument(node, 'counts')) return undefined;
    const items = itemsOf(c, first);
    const size = coerce(c, expression(c, count), int).node;
    return value(g.call(c.helper('sampled'), from.func('Intn'), items.node, size), list(items.type.elt));
  },
  seed(c, from, node) {
    const [first] = positional(node);
    if (!first || first.kind === 'None' || !from.generator) return pure(g.nil(), none);
    c.emit(g.exprStmt(from.call('Seed', seedOf(c, first))));
    return pure(g.nil(), none);
  },
};

function seedOf(c: Context, node: py.Expression): Expression {
  const given = expression(c, node);
  const seed = given.type.kind === 'optional' ? coerce(c, given, given.type.of) : given;
  if (seed.type.kind !== 'int' && seed.type.kind !== 'bool') {
    return c.gap('a seed that is no whole number gives other numbers in Go than in Python', node);
  }
  return coerce(c, seed, int).node;
}

const ofModule =
  (draw: Draw): Call =>
  (c, node) =>
    draw(c, sourceOf(isSeeded(c) ? g.ident(c.helper('seeded')) : undefined), node);
const ofGenerator =
  (draw: Draw): Method =>
  (c, of, node) =>
    draw(c, sourceOf(of.node), node);

/**
 * Python's `random`. After a seed the numbers are Python's own; without one they differ from Python's as they differ
 * from run to run.
 */
export const random: LibraryModule = {
  calls: {
    ...Object.fromEntries(Object.entries(draws).map(([name, draw]) => [`random.${name}`, ofModule(draw)])),
    'random.Random': (c, node) => {
      const [first] = positional(node);
      const hasSeed = first && first.kind !== 'None';
      c.helper('mersenne');
      const made = g.call('newMersenne', hasSeed ? seedOf(c, first) : g.pkgCall(path, 'Int'));
      return value(made, { kind: 'instance', name: 'random.Random', args: [] });
    },
  },
  methods: Object.fromEntries(
    Object.entries(draws).map(([name, draw]) => [`random.Random.${name}`, ofGenerator(draw)]),
  ),
};
