/** `for` and `while`, with `else`, `break` and `continue`. */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import type { Context } from './context';
import type { Jump, LoopState } from './functionState';
import { keepItems } from './aliases';
import { iterate, roundValue } from './iteration';
import { condition } from './logic';
import { bindTarget, targetNames } from './targets';
import { statements } from './statements';

export function forStatement(c: Context, node: py.For): void {
  const names = safeNames(c, node);
  let index: string | undefined;
  keepItems(c, node, () => (index ??= c.freshLocal('i')));
  const { before, result: rounds } = c.capture(() => iterate(c, node.iter, { names, body: node.body, index }));
  c.emit(...before);
  runLoop(c, node.orelse, node.body, () => {
    const body = c.block(() => {
      bindTarget(c, node.target, roundValue(c, rounds), rounds.values);
      statements(c, node.body);
    });
    return rounds.wrap(body);
  });
}

/**
 * The loop's own names. A three-clause loop counts its variable on, so one that the body changes, or that is read
 * after the loop, gets its value from a counter of its own.
 */
function safeNames(c: Context, node: py.For): (string | undefined)[] {
  const names = targetNames(c, node.target);
  const isRange =
    node.iter.kind === 'Call' && /^builtins\.(range|reversed)$/.test(c.facts.qualifiedName(node.iter.func) ?? '');
  if (!isRange || node.target.kind !== 'Name') return names;
  const args = node.iter.kind === 'Call' ? node.iter.args : [];
  const isCounted = args.length > 1 || c.facts.qualifiedName((node.iter as py.Call).func) === 'builtins.reversed';
  return isCounted && (assigns(node.body, node.target.id) || isReadAfter(c, node, node.target)) ? [undefined] : names;
}

function assigns(body: readonly py.Statement[], name: string): boolean {
  let found = false;
  const isIt = (one: py.Expression): boolean => one.kind === 'Name' && one.id === name;
  for (const statement of body) {
    walk(statement, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Assign')
        found ||= node.targets.some(one => isIt(one) || (one.kind === 'Tuple' && one.elts.some(isIt)));
      if (node.kind === 'AugAssign' || node.kind === 'For') found ||= isIt(node.target);
    });
  }
  return found;
}

/** Whether the variable is read behind the loop before it is given another value. */
function isReadAfter(c: Context, loop: py.For, target: py.Name): boolean {
  const symbol = c.facts.symbolOf(target);
  const end = c.placeOf(loop)?.end;
  if (!symbol || end === undefined) return false;
  const after = symbol.uses.find(use => (c.placeOf(use)?.start ?? -1) >= end);
  if (!after) return false;
  const parent = c.facts.parentOf(after) as py.Node | undefined;
  if ((parent?.kind === 'For' || parent?.kind === 'Comprehension') && parent.target === after) return false;
  if (parent?.kind === 'Assign' && parent.targets.some(one => one === after)) return false;
  return true;
}

export function whileStatement(c: Context, node: py.While): void {
  runLoop(c, node.orelse, node.body, () => {
    const isEndless =
      (node.test.kind === 'Bool' && node.test.value) || (node.test.kind === 'Int' && node.test.value !== '0');
    if (isEndless)
      return g.forStmt(
        undefined,
        undefined,
        undefined,
        c.block(() => statements(c, node.body)),
      );
    const { before, result: test } = c.capture(() => condition(c, node.test));
    const body = c.block(() => statements(c, node.body));
    if (before.length === 0) return g.forStmt(undefined, test, undefined, body);
    const leave = g.ifStmt(g.not(test), [g.branch('break')]);
    return g.forStmt(undefined, undefined, undefined, [...before, leave, ...body]);
  });
}

/** Writes a loop with its `else`, and a label where a jump inside needs one. */
function runLoop(
  c: Context,
  orelse: readonly py.Statement[],
  body: readonly py.Statement[],
  write: () => go.Statement,
): void {
  const state: LoopState = { label: undefined, needsLabel: false };
  const hasBreak = orelse.length > 0 && breaks(body);
  let flag: string | undefined;
  if (hasBreak) {
    flag = c.freshLocal('broke');
    const name = flag;
    state.onBreak = () => [g.assign(g.ident(name), g.bool(true))];
    c.emit(g.define(flag, g.bool(false)));
  }
  c.func.loops.push(state);
  let loop: go.Statement;
  try {
    loop = write();
  } finally {
    c.func.loops.pop();
  }
  c.emit(state.label === undefined ? loop : g.labeled(state.label, loop));
  if (orelse.length === 0) return;
  if (flag === undefined) return statements(c, orelse);
  c.emit(
    g.ifStmt(
      g.not(g.ident(flag)),
      c.block(() => statements(c, orelse)),
    ),
  );
}

/** Whether a `break` leaves this loop, and not one inside of it. */
function breaks(body: readonly py.Statement[]): boolean {
  let found = false;
  for (const statement of body) {
    walk(statement, node => {
      if (node.kind === 'Break') found = true;
      return node.kind === 'For' || node.kind === 'While' || node.kind === 'FunctionDef' ? false : undefined;
    });
  }
  return found;
}

export const writeBreak = (c: Context): void => c.emit(...jump(c, { kind: 'break', inSwitch: false }));

export const writeContinue = (c: Context): void => c.emit(...jump(c, { kind: 'continue', inSwitch: false }));

/** The way out of the innermost loop, or on to its next round. */
export function jump(c: Context, { kind, inSwitch }: Jump): go.Statement[] {
  const state = innermost(c);
  if (!state) return c.gap(`${kind} outside of a loop`);
  const isInSwitch = inSwitch || c.func.loops.at(-1) !== state;
  const before = exits(c, state);
  if (state.onJump) return [...before, ...state.onJump({ kind, inSwitch: isInSwitch })];
  if (kind === 'continue') return [...before, g.branch('continue')];
  if (isInSwitch) state.label ??= c.freshLocal('loop');
  return [...(state.onBreak?.() ?? []), ...before, g.branch('break', isInSwitch ? state.label : undefined)];
}

const innermost = (c: Context): LoopState | undefined => c.func.loops.findLast(loop => !loop.isSwitch);

/** What has to run before a jump leaves: the `finally` parts between here and the loop. */
function exits(c: Context, loop: LoopState): go.Statement[] {
  return c.func.loops
    .slice(c.func.loops.indexOf(loop))
    .reverse()
    .flatMap(state => state.onExit?.() ?? []);
}

/** Writes what stands between a loop and a `try` in it; jumps out of it are taken by `onJump`. */
export function takingJumps<T>(c: Context, onJump: (jump: Jump) => go.Statement[], write: () => T): T {
  const loop = innermost(c);
  if (!loop) return write();
  const states = c.func.loops.slice(c.func.loops.indexOf(loop));
  const before = states.map(state => ({ ...state }));
  for (const state of states) delete state.onExit;
  loop.onJump = onJump;
  try {
    return write();
  } finally {
    states.forEach((state, i) => {
      const { onExit, onJump: outer } = before[i]!;
      delete state.onJump;
      Object.assign(state, onExit && { onExit }, outer && { onJump: outer });
    });
  }
}
