/** Functions that are no functions of the file, where they are handed on as values: each becomes a lambda. */
import type { Facts } from '../../../facts/facts';
import type { NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as n from './nodes';
import { classOf, methodOf } from './plans';

/** How a value is called. */
interface Use {
  positional: number;
  keywords: string[];
}

/** Lambdas by the nodes that they stand for. */
export function functionValues(facts: Facts): Map<NodeBase, py.Lambda> {
  const uses = new Map<NodeBase, Use | undefined>();
  for (const { call, origins } of facts.valueCalls()) {
    const use = useOf(call as py.Call);
    for (const origin of origins) {
      if (origin.kind === 'FunctionDef' || origin.kind === 'Lambda') continue;
      const known = uses.get(origin);
      const isSame = !uses.has(origin) || (known && use && sameUse(known, use));
      uses.set(origin, isSame ? use : undefined);
    }
  }
  const made = new Map<NodeBase, py.Lambda>();
  for (const [origin, use] of uses) {
    const lambda = use && lambdaFor(facts, origin as py.Expression, use);
    if (lambda) made.set(origin, lambda);
  }
  return made;
}

function useOf(call: py.Call): Use | undefined {
  const use: Use = { positional: 0, keywords: [] };
  for (const arg of call.args) {
    if (arg.kind === 'Starred' || (arg.kind === 'Keyword' && !arg.arg)) return undefined;
    if (arg.kind === 'Keyword') use.keywords.push(n.idOf(arg.arg));
    else use.positional++;
  }
  return use;
}

const sameUse = (a: Use, b: Use): boolean =>
  a.positional === b.positional && [...a.keywords].sort().join() === [...b.keywords].sort().join();

function lambdaFor(facts: Facts, origin: py.Expression, use: Use): py.Lambda | undefined {
  // The name of a class may be looked at too.
  if (origin.kind === 'Name' && facts.symbolOf(origin)?.kind === 'class') return ofClass(facts, origin, use);
  if (origin.kind === 'Call') return ofCall(facts, origin, use);
  if (origin.kind === 'Name' && facts.symbolOf(origin)?.kind === 'function') return ofFunction(facts, origin, use);
  if (use.keywords.length > 0) return undefined;
  const qualified = facts.qualifiedName(origin) ?? '';
  const names = parameterNames(qualified, use.positional);
  const params = names.map(n.param);
  const [first, ...rest] = names.map(n.name);
  if (origin.kind === 'Attribute' && /^builtins\.(str|list|dict|set)\.\w+$/.test(qualified) && isType(facts, origin)) {
    if (!first) return undefined;
    return n.lambda(params, n.call(n.attribute(first, n.idOf(origin.attr)), rest));
  }
  const operator = /^operator\.(\w+)$/.exec(qualified)?.[1];
  const [second] = rest;
  if (operator !== undefined && first && second && use.positional === 2) {
    const op = operators[operator];
    if (op) return n.lambda(params, { kind: 'BinOp', start: -1, end: -1, op, left: first, right: second });
  }
  const isKnown = /^builtins\.\w+$/.test(qualified) ? callable.test(qualified) : true;
  const isReceiver = origin.kind === 'Attribute' && isSteady(facts, origin.value);
  if (origin.kind === 'Attribute' && !isReceiver) return undefined;
  return isKnown && (qualified !== '' || isReceiver) ? n.lambda(params, n.call(origin, names.map(n.name))) : undefined;
}

const callable =
  /^builtins\.(int|float|str|bool|len|abs|max|min|sum|print|repr|sorted|round|ord|chr|hex|bin|oct|list|tuple|set|any|all|input|pow|divmod|dict|type)$/;

const operators: Record<string, py.BinaryOperator> = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
};

/** `str.upper` of the class, not of a text. */
const isType = (facts: Facts, node: py.Attribute): boolean => facts.typeOf(node.value).kind === 'class';

/** What the receiver of a method is now it is when the method is called, too. */
function isSteady(facts: Facts, node: py.Expression): boolean {
  if (node.kind === 'Name') {
    const symbol = facts.symbolOf(node);
    return symbol !== undefined && !symbol.reassigned;
  }
  return node.kind === 'Str' || (node.kind === 'Attribute' && isSteady(facts, node.value));
}

function parameterNames(qualified: string, count: number): string[] {
  if (count === 1) {
    if (/^builtins\.(int|float|str\.\w+|ord)$/.test(qualified)) return ['text'];
    return [/^builtins\.(len|sum|sorted|max|min|any|all|list|tuple|set)$/.test(qualified) ? 'items' : 'value'];
  }
  return letters(count);
}

const letters = (count: number): string[] => ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, count);

/** A function with defaults, of which its callers leave some out or name some. */
function ofFunction(facts: Facts, origin: py.Name, use: Use): py.Lambda | undefined {
  const declared = facts.symbolOf(origin)?.declaration as py.Node | undefined;
  if (declared?.kind !== 'FunctionDef') return undefined;
  const params = declared.params.filter(param => param.kind === 'Param');
  const plain = params.filter(param => param.form === 'plain' && param.name);
  const isWhole = plain.length === use.positional && params.length === plain.length && use.keywords.length === 0;
  if (isWhole || use.positional > plain.length) return undefined;
  return handingOn(
    origin,
    [],
    [],
    plain.map(param => n.idOf(param.name)),
    use,
  );
}

/** `{"circle": Circle}`: a class that is called makes an object. */
function ofClass(facts: Facts, origin: py.Name, use: Use): py.Lambda | undefined {
  const owner = classOf(facts, origin);
  if (!owner) return undefined;
  const init = methodOf(owner, '__init__');
  const fields = init
    ? init.params.slice(1).flatMap(param => (param.kind === 'Param' && param.name ? [n.idOf(param.name)] : []))
    : owner.body.flatMap(one => (one.kind === 'AnnAssign' && one.target.kind === 'Name' ? [one.target.id] : []));
  return handingOn(origin, [], [], fields, use);
}

/** `partial(power, exponent=2)`, `itemgetter(1)`. */
function ofCall(facts: Facts, origin: py.Call, use: Use): py.Lambda | undefined {
  const name = facts.qualifiedName(origin.func);
  const [first, ...given] = origin.args;
  if (name === 'functools.partial') {
    if (!first || first.kind === 'Keyword' || given.some(arg => arg.kind === 'Starred')) return undefined;
    if (!given.every(arg => isFixed(facts, arg.kind === 'Keyword' ? arg.value : arg))) return undefined;
    const before = given.filter(arg => arg.kind !== 'Keyword');
    const after = given.filter(arg => arg.kind === 'Keyword');
    const declared = first.kind === 'Name' ? (facts.symbolOf(first)?.declaration as py.Node | undefined) : undefined;
    const names =
      declared?.kind === 'FunctionDef'
        ? declared.params.flatMap(param => (param.kind === 'Param' && param.name ? [n.idOf(param.name)] : []))
        : [];
    return handingOn(first, before as py.Expression[], after as py.Keyword[], names.slice(before.length), use);
  }
  const kind = /^operator\.(itemgetter|attrgetter|methodcaller)$/.exec(name ?? '')?.[1];
  if (kind === undefined || use.positional !== 1 || use.keywords.length > 0) return undefined;
  const item = n.name('item');
  if (kind === 'methodcaller') {
    if (first?.kind !== 'Str') return undefined;
    return n.lambda([n.param('item')], n.call(n.attribute(item, first.value), given));
  }
  const parts = origin.args.map((arg): py.Expression | undefined => {
    if (arg.kind === 'Keyword') return undefined;
    if (kind === 'itemgetter') return { kind: 'Subscript', start: -1, end: -1, value: item, slice: arg };
    if (arg.kind !== 'Str') return undefined;
    return arg.value.split('.').reduce<py.Expression>((base, one) => n.attribute(base, one), item);
  });
  const [only] = parts;
  if (!only || parts.includes(undefined)) return undefined;
  return n.lambda([n.param('item')], parts.length === 1 ? only : n.tuple(parts as py.Expression[]));
}

/** A value that later is what it is now. */
function isFixed(facts: Facts, node: py.Expression): boolean {
  switch (node.kind) {
    case 'Name':
      return facts.symbolOf(node)?.reassigned !== true;
    case 'UnaryOp':
      return isFixed(facts, node.operand);
    case 'Attribute':
      return isFixed(facts, node.value);
    default:
      return ['Int', 'Float', 'Str', 'Bool', 'None', 'Lambda'].includes(node.kind);
  }
}

/** A lambda that calls a function with what is given already and with its own parameters. */
function handingOn(
  func: py.Expression,
  before: readonly py.Expression[],
  after: readonly py.Keyword[],
  names: readonly string[],
  use: Use,
): py.Lambda | undefined {
  const fallback = letters(use.positional);
  const positional = Array.from({ length: use.positional }, (_, i) => names[i] ?? fallback[i] ?? 'value');
  const all = [...positional, ...use.keywords];
  if (new Set(all).size < all.length) return undefined;
  // A keyword at the call goes before one that was given already.
  const kept = after.filter(arg => !use.keywords.includes(n.idOf(arg.arg)));
  return n.lambda(
    all.map(n.param),
    n.call(func, [
      ...before,
      ...positional.map(n.name),
      ...kept,
      ...use.keywords.map(one => n.keyword(one, n.name(one))),
    ]),
  );
}
