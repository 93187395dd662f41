/**
 * Statements that are short forms of others: `with` over the managers of `contextlib` is a `try`, and a loop over
 * `iter(f, sentinel)` asks before each round. Written out, they go the ways of the plain forms.
 */
import type { Facts } from '../../../facts/facts';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as n from './nodes';

const nowhere = { start: -1, end: -1 } as const;

/** What a statement is short for; undefined for one that stays as it is. */
export function writtenBlock(
  facts: Facts,
  node: py.Node,
  fresh: (wanted: string) => string,
): py.Statement[] | undefined {
  const made =
    node.kind === 'With' ? withBlock(facts, node, fresh) : node.kind === 'For' ? askingLoop(facts, node) : undefined;
  const [first] = made ?? [];
  const comments = (node as NodeBase).comments;
  if (first && comments && !first.comments) made![0] = { ...first, comments };
  return made;
}

/** Whether a part of the file has such statements. */
export function hasBlocks(facts: Facts, root: NodeBase): boolean {
  let found = false;
  walk(root, node => {
    if (!found && writtenBlock(facts, node as unknown as py.Node, wanted => wanted)) found = true;
    return !found;
  });
  return found;
}

// ---- with ----

function withBlock(facts: Facts, node: py.With, fresh: (wanted: string) => string): py.Statement[] | undefined {
  if (node.async) return undefined;
  const items = node.items.filter(item => item.kind === 'WithItem');
  const at = items.findIndex(item =>
    /^contextlib\.(suppress|closing|nullcontext|ExitStack)$/.test(managerOf(facts, item)),
  );
  const item = items[at];
  if (!item || items.length < node.items.length) return undefined;
  const rest = items.slice(at + 1);
  const body: py.Statement[] =
    rest.length > 0 ? [{ ...nowhere, kind: 'With', items: rest, body: node.body, async: false }] : node.body;
  const made = ofManager(facts, item, body, fresh);
  if (!made || at === 0) return made;
  return [{ ...nowhere, kind: 'With', items: items.slice(0, at), body: made, async: false }];
}

const managerOf = (facts: Facts, { context }: py.WithItem): string =>
  context.kind === 'Call' ? (facts.qualifiedName(context.func) ?? '') : '';

function ofManager(
  facts: Facts,
  item: py.WithItem,
  body: py.Statement[],
  fresh: (wanted: string) => string,
): py.Statement[] | undefined {
  const { args } = item.context as py.Call;
  const given = args.filter(arg => arg.kind !== 'Keyword' && arg.kind !== 'Starred') as py.Expression[];
  const [first] = given;
  const { target } = item;
  switch (managerOf(facts, item)) {
    case 'contextlib.suppress': {
      if (target || given.length < args.length) return undefined;
      if (!first) return body;
      return [suppressing(body, given.length === 1 ? first : n.tuple(given))];
    }
    case 'contextlib.closing': {
      if (!first || args.length !== 1) return undefined;
      const kept = target?.kind === 'Name' ? target : n.name(fresh('closed'));
      const closed = n.statement(n.call(n.attribute(n.name(kept.id), 'close'), []));
      return [
        n.assign(kept, first),
        ...(target && target.kind !== 'Name' ? [n.assign(target, n.name(kept.id))] : []),
        finishing(body, [closed]),
      ];
    }
    case 'contextlib.nullcontext': {
      const value = first ?? args.flatMap(arg => (arg.kind === 'Keyword' ? [arg.value] : []))[0];
      if (!target) return value ? [n.statement(value), ...body] : body;
      return [n.assign(target, value ?? n.none()), ...body];
    }
    default:
      if (args.length > 0) return undefined;
      return target?.kind === 'Name' ? stacked(facts, target.id, body) : target ? undefined : body;
  }
}

const suppressing = (body: py.Statement[], type: py.Expression): py.Try => ({
  ...finishing(body, []),
  handlers: [{ ...nowhere, kind: 'ExceptHandler', type, body: [{ ...nowhere, kind: 'Pass' }] }],
});

const finishing = (body: py.Statement[], finalbody: py.Statement[]): py.Try => ({
  ...nowhere,
  kind: 'Try',
  body,
  handlers: [],
  orelse: [],
  finalbody,
  star: false,
});

/** The body of `with ExitStack() as stack`: what is put on the stack is around all that follows. */
function stacked(facts: Facts, stack: string, body: readonly py.Statement[]): py.Statement[] | undefined {
  const at = body.findIndex(statement => mentions(statement, stack));
  const statement = body[at];
  if (!statement) return [...body];
  const after = stacked(facts, stack, body.slice(at + 1));
  if (!after) return undefined;
  const rest: py.Statement[] = after.length > 0 ? after : [{ ...nowhere, kind: 'Pass' }];
  const made = entering(facts, stack, statement, rest);
  return made && [...body.slice(0, at), ...made];
}

function entering(facts: Facts, stack: string, node: py.Statement, rest: py.Statement[]): py.Statement[] | undefined {
  const [target, value] =
    node.kind === 'Assign' && node.targets.length === 1
      ? [node.targets[0], node.value]
      : [undefined, node.kind === 'Expr' ? node.value : undefined];
  if (!value) return undefined;
  const entered = methodArguments(value, stack, 'enter_context');
  const [context] = entered ?? [];
  if (entered && context && context.kind !== 'Keyword' && !mentions(context, stack)) {
    const item: py.WithItem = { ...nowhere, kind: 'WithItem', context, ...(target && { target }) };
    return [{ ...nowhere, kind: 'With', items: [item], body: rest, async: false }];
  }
  const [func, ...args] = methodArguments(value, stack, 'callback') ?? [];
  if (func && func.kind !== 'Keyword' && !target && !args.some(arg => mentions(arg, stack))) {
    return [finishing(rest, [n.statement(n.call(func, args))])];
  }
  return target?.kind === 'Name' ? enteringAll(facts, stack, target, value, rest) : undefined;
}

/** `[stack.enter_context(open(name)) for name in names]`: all of them are closed in the end. */
function enteringAll(
  facts: Facts,
  stack: string,
  target: py.Name,
  value: py.Expression,
  rest: py.Statement[],
): py.Statement[] | undefined {
  if (value.kind !== 'ListComp' || value.generators.some(one => mentions(one, stack))) return undefined;
  const [context, ...others] = methodArguments(value.elt, stack, 'enter_context') ?? [];
  if (context?.kind !== 'Call' || others.length > 0 || mentions(context, stack)) return undefined;
  const name = facts.qualifiedName(context.func);
  const [closed] = context.args;
  const elt = name === 'contextlib.closing' && closed?.kind !== 'Keyword' ? closed : context;
  if (!elt || (elt === context && name !== 'builtins.open')) return undefined;
  const one = n.name('one');
  const items = n.call(n.name('reversed'), [n.name(target.id)]);
  const loop: py.For = {
    ...nowhere,
    kind: 'For',
    target: one,
    iter: items,
    body: [n.statement(n.call(n.attribute(one, 'close'), []))],
    orelse: [],
    async: false,
  };
  return [n.assign(target, { ...value, elt }), finishing(rest, [loop])];
}

function methodArguments(node: py.Expression, owner: string, method: string): py.Call['args'] | undefined {
  if (node.kind !== 'Call' || node.func.kind !== 'Attribute' || n.idOf(node.func.attr) !== method) return undefined;
  return node.func.value.kind === 'Name' && node.func.value.id === owner ? node.args : undefined;
}

function mentions(root: NodeBase, name: string): boolean {
  let found = false;
  walk(root, node => {
    if (node.kind === 'Name' && (node as unknown as py.Name).id === name) found = true;
    return !found;
  });
  return found;
}

// ---- iter(f, sentinel) ----

/** `for block in iter(read, b"")`: a loop that asks until it is given the last value. */
function askingLoop(facts: Facts, node: py.For): py.Statement[] | undefined {
  const { iter, target } = node;
  if (iter.kind !== 'Call' || iter.args.length !== 2 || facts.qualifiedName(iter.func) !== 'builtins.iter')
    return undefined;
  const [func, sentinel] = iter.args;
  if (target.kind !== 'Name' || !func || !sentinel || func.kind === 'Keyword' || sentinel.kind === 'Keyword')
    return undefined;
  const asked = callOf(facts, func);
  if (!asked) return undefined;
  const isNone = sentinel.kind === 'None';
  const test: py.Compare = {
    ...nowhere,
    kind: 'Compare',
    left: { ...nowhere, kind: 'NamedExpr', target, value: asked },
    ops: [isNone ? 'is not' : '!='],
    comparators: [sentinel],
  };
  return [{ ...nowhere, kind: 'While', test, body: node.body, orelse: node.orelse }];
}

/** The call of a function without arguments. */
function callOf(facts: Facts, func: py.Expression): py.Expression | undefined {
  if (func.kind === 'Lambda') return func.params.length === 0 ? func.body : undefined;
  if (func.kind === 'Name' || func.kind === 'Attribute') return n.call(func, []);
  if (func.kind !== 'Call' || facts.qualifiedName(func.func) !== 'functools.partial') return undefined;
  const [called, ...args] = func.args;
  return called && called.kind !== 'Keyword' && called.kind !== 'Starred' ? n.call(called, args) : undefined;
}
