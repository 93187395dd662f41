/** `if` and the loops. */
import type * as go from '../../syntax/go/ast';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { assign, bool, call, fors, ifs, method, name, tuple, whiles } from './build';
import { countedRange } from './counting';
import { gap, typeOfVariable, variableOf, type Context, type LoopContext } from './context';
import { expression } from './expressions';
import { nameOf, noteWrite } from './naming';
import { overPairs } from './pairs';
import { block, statements } from './statements';
import { ifWithLookup } from './lookups';
import { scannerLoop } from './scanner';
import { withExits } from './loops';
import { copyOf, isStructValue, ord } from './values';
import { isRune } from './goTypes';
import { place } from './assignments';

export function ifStatement(cx: Context, node: go.IfStmt): py.Statement[] {
  const known = ifWithLookup(cx, node);
  if (known) return known;
  const init = node.init ? statements(cx, [node.init]) : [];
  return [...init, ...conditional(cx, node)];
}

function conditional(cx: Context, node: go.IfStmt): py.Statement[] {
  const test = expression(cx, node.cond);
  const body = block(cx, node.body);
  const orelse = node.else ? elseBranch(cx, node.else) : [];
  const isElif = node.else?.kind === 'IfStmt' && orelse.length === 1;
  return [...test.before, ifs(test.value, body, orelse, isElif)];
}

function elseBranch(cx: Context, node: go.Statement): py.Body {
  if (node.kind === 'BlockStmt') {
    const body = block(cx, node);
    return body.every(one => one.kind === 'Pass' && !one.comments) ? [] : body;
  }
  return block(cx, [node]);
}

function inLoop(cx: Context, loop: LoopContext, body: go.BlockStmt): py.Body {
  cx.fn.loops.push(loop);
  try {
    forgetAssigned(cx, body);
    return block(cx, body);
  } finally {
    cx.fn.loops.pop();
  }
}

/** An error that the loop gives another value is not known to be nil when the loop comes round. */
function forgetAssigned(cx: Context, body: NodeBase): void {
  walk(body, node => {
    if (node.kind !== 'AssignStmt') return;
    for (const target of (node as unknown as go.AssignStmt).lhs) {
      const variable = variableOf(cx, target);
      if (variable) cx.fn.nilErrors.delete(variable);
    }
  });
}

function newLoop(label: string | undefined, post: () => py.Statement[] = () => []): LoopContext {
  return { ...(label !== undefined && { label }), post, isSwitch: false };
}

const finish = (cx: Context, loop: LoopContext, written: py.Statement[]): py.Statement[] => {
  const around = cx.fn.loops.filter(one => !one.isSwitch);
  return withExits(loop, written, exit => around.at(-1) === exit.loop);
};

export function forStatement(cx: Context, node: go.ForStmt, label?: string): py.Statement[] {
  const scanned = scannerLoop(cx, node, body => inLoop(cx, newLoop(label), body));
  if (scanned) return scanned;
  const counted = node.init && node.cond && node.post ? countedRange(cx, node) : undefined;
  if (counted) {
    const loop = newLoop(label);
    const body = inLoop(cx, loop, node.body);
    return finish(cx, loop, [...counted.before, fors(name(counted.name), counted.iter, body)]);
  }
  const init = node.init ? statements(cx, [node.init]) : [];
  if (node.post) stripped(cx, node);
  const post = (): py.Statement[] => (node.post ? statements(cx, [node.post]) : []);
  const loop = newLoop(label, post);
  forgetAssigned(cx, node.body);
  const test = node.cond ? expression(cx, node.cond) : undefined;
  const body = inLoop(cx, loop, node.body).filter(
    (one, _, all) => one.kind !== 'Pass' || (all.length === 1 && !node.post) || one.comments,
  );
  return finish(cx, loop, [...init, ...(test?.before ?? []), whiles(test?.value ?? bool(true), [...body, ...post()])]);
}

/** Go makes the variable of such a loop anew each time round; a function that keeps it would see one in Python. */
function stripped(cx: Context, node: go.ForStmt): void {
  const [first] = node.init?.kind === 'AssignStmt' ? node.init.lhs : [];
  const variable = variableOf(cx, first);
  const isSteady = variable?.definitions.every(
    ({ ident }) => ident.start < node.body.start || ident.start >= node.body.end,
  );
  // A steady one is given to the function as it is made.
  if (variable && cx.usage.isCaptured(variable) && !isSteady)
    gap('a function that keeps the variable of a three-part loop', node);
}

export function rangeStatement(cx: Context, node: go.RangeStmt, label?: string): py.Statement[] {
  const loop = newLoop(label);
  const source = expression(cx, node.x);
  const type = cx.typing.underlying(source.type.kind === 'pointer' ? source.type.to : source.type);
  const [key, value] = [wanted(node.key), wanted(node.value)];
  if (node.tok === '=') for (const target of [key, value]) if (target) place(cx, target);
  const target = (one: go.Expression | undefined): py.Expression => (one ? targetName(cx, one, node.tok) : name('_'));
  const write = (to: py.Expression, iter: py.Expression, before: py.Statement[] = []): py.Statement[] => {
    const head = copies(cx, value);
    const body = inLoop(cx, loop, node.body);
    return finish(cx, loop, [
      ...source.before,
      ...before,
      fors(to, iter, head.length > 0 ? [...head, ...body.filter(one => one.kind !== 'Pass' || one.comments)] : body),
    ]);
  };
  switch (type.kind) {
    case 'list':
    case 'array':
    case 'bytes': {
      const items = type.kind === 'list' && growsIn(node) ? method(source.value, 'copy') : source.value;
      if (!value) {
        if (!key) return write(name('_'), type.kind === 'list' ? items : source.value);
        return write(target(key), call('range', call('len', source.value)));
      }
      return key ? write(tuple(target(key), target(value)), call('enumerate', items)) : write(target(value), items);
    }
    case 'str':
      return textRange(cx, source.value, key, value, target, write);
    case 'dict':
      return mapRange(cx, node, source.value, key, value, target, write);
    case 'int': {
      const count = isRune(source.type) ? ord(source.value) : source.value;
      return write(target(key), call('range', count));
    }
    case 'chan':
      return write(target(key), source.value);
    case 'iterator':
      if (type.elt.kind === 'tuple' && type.elt.elts.length === 2) {
        const pairs = overPairs(source.value, key && target(key), value && target(value));
        return write(pairs.target, pairs.iter);
      }
      return write(target(key ?? value), source.value);
    case 'func':
      return gap('a function as an iterator', node);
    default:
      return gap('a loop over a value whose type is not known here', node);
  }
}

const wanted = (node: go.Expression | undefined): go.Expression | undefined =>
  node?.kind === 'Ident' && node.name === '_' ? undefined : node;

function targetName(cx: Context, node: go.Expression, tok: go.RangeStmt['tok']): py.Expression {
  const variable = variableOf(cx, node);
  if (!variable) return place(cx, node).value;
  if (tok === '=') noteWrite(cx, variable);
  if (
    cx.usage.addressTaken(variable) &&
    !isStructValue(cx, cx.typing.ofVariable(variable)) &&
    cx.typing.ofVariable(variable).kind !== 'pointer'
  )
    gap('the address of a loop variable', node);
  return name(nameOf(cx, variable));
}

/** Python's loop gives the struct itself; where the body changes its copy, it needs one. */
function copies(cx: Context, value: go.Expression | undefined): py.Statement[] {
  const variable = variableOf(cx, value);
  if (!variable || !isStructValue(cx, typeOfVariable(cx, variable))) return [];
  if (!cx.usage.changesInPlace(variable) && !cx.usage.addressTaken(variable)) return [];
  const own = name(nameOf(cx, variable));
  return [assign(own, copyOf(cx, own, typeOfVariable(cx, variable)))];
}

/** The body appends to the slice it goes over: Go has taken its length before. */
function growsIn(node: go.RangeStmt): boolean {
  const text = JSON.stringify(stripPlaces(node.x));
  let grows = false;
  walk(node.body, at => {
    if (at.kind !== 'AssignStmt') return;
    const { lhs, rhs } = at as unknown as go.AssignStmt;
    if (
      lhs.some(one => JSON.stringify(stripPlaces(one)) === text) &&
      rhs.some(one => one.kind === 'CallExpr' || one.kind === 'SliceExpr')
    )
      grows = true;
  });
  return grows;
}

function stripPlaces(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(stripPlaces);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !/^(start|end|comments|blank)$/.test(key))
      .map(([key, value]) => [key, stripPlaces(value)]),
  );
}

type Write = (to: py.Expression, iter: py.Expression, before?: py.Statement[]) => py.Statement[];
type Target = (one: go.Expression | undefined) => py.Expression;

function textRange(
  cx: Context,
  text: py.Expression,
  key: go.Expression | undefined,
  value: go.Expression | undefined,
  target: Target,
  write: Write,
): py.Statement[] {
  if (!key) return write(target(value), text);
  if (!cx.program.ascii) return write(tuple(target(key), target(value)), call(cx.out.helper('runes'), text));
  if (!value) return write(target(key), call('range', call('len', text)));
  return write(tuple(target(key), target(value)), call('enumerate', text));
}

function mapRange(
  cx: Context,
  node: go.RangeStmt,
  map: py.Expression,
  key: go.Expression | undefined,
  value: go.Expression | undefined,
  target: Target,
  write: Write,
): py.Statement[] {
  const type = cx.typing.underlying(cx.typing.of(node.x));
  const isSet = type.kind === 'dict' && cx.typing.underlying(type.value).kind === 'tuple';
  const changes = changesMap(node);
  const over = (iter: py.Expression): py.Expression => (changes ? call('list', iter) : iter);
  const known = key ? { map, key: target(key) } : undefined;
  const loops = (): py.Statement[] => {
    if (value && key && !isSet) return write(tuple(target(key), target(value)), over(method(map, 'items')));
    if (value && !isSet) return write(target(value), over(method(map, 'values')));
    return write(target(key), over(map));
  };
  if (!known || changes || isSet) return loops();
  cx.fn.knownKeys.push(known);
  try {
    return loops();
  } finally {
    cx.fn.knownKeys.splice(cx.fn.knownKeys.indexOf(known), 1);
  }
}

/** Whether the body adds or deletes keys, which Python's loop over a dict refuses. */
function changesMap(node: go.RangeStmt): boolean {
  const text = JSON.stringify(stripPlaces(node.x));
  let changes = false;
  const same = (other: unknown): boolean => JSON.stringify(stripPlaces(other)) === text;
  walk(node.body, at => {
    if (at.kind === 'CallExpr' && (at['fun'] as go.Ident).name === 'delete' && same((at['args'] as unknown[])[0]))
      changes = true;
    if (at.kind === 'AssignStmt')
      for (const target of (at as unknown as go.AssignStmt).lhs)
        if (target.kind === 'IndexExpr' && same(target.x)) changes = true;
    if (
      at.kind === 'IncDecStmt' &&
      (at['x'] as go.Expression).kind === 'IndexExpr' &&
      same((at['x'] as go.IndexExpr).x)
    )
      changes = true;
  });
  return changes;
}
