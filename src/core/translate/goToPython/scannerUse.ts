/** How a file uses its scanners: as a loop over lines or words, which Python says itself, or in ways that need a class. */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import { variableOf, type Context } from './context';
import type { Variable } from './symbols';

const known = new WeakMap<object, boolean>();

/** Whether some scanner of the file is more than a loop over what it reads. */
export function usesScannerClass(cx: Context): boolean {
  let answer = known.get(cx.program);
  if (answer === undefined) {
    answer = cx.program.roots.some(root => needsClass(cx, root));
    known.set(cx.program, answer);
  }
  return answer;
}

function needsClass(cx: Context, root: go.TopLevel): boolean {
  let found = false;
  walk(root, node => {
    if (node.kind !== 'SelectorExpr') return;
    const { x, sel } = node as unknown as go.SelectorExpr;
    if (sel.kind !== 'Ident' || cx.typing.packageOf(x) !== 'bufio') return;
    // The type is written where a scanner is passed on or kept.
    if (sel.name === 'Scanner') found = true;
    if (sel.name !== 'NewScanner') return;
    const call = cx.program.bindings.parent(node);
    const holder = call && cx.program.bindings.parent(call);
    const target = holder?.kind === 'AssignStmt' ? (holder as unknown as go.AssignStmt).lhs[0] : undefined;
    const variable = variableOf(cx, target);
    if (!variable || variable.kind !== 'local' || !isLoopOnly(cx, variable)) found = true;
  });
  return found;
}

/** The scanner has one loop, reads its texts there, and nothing else. */
function isLoopOnly(cx: Context, scanner: Variable): boolean {
  if (scanner.definitions.length !== 1) return false;
  const loops: go.ForStmt[] = [];
  const texts: go.Ident[] = [];
  for (const use of scanner.uses) {
    if (use === scanner.ident) continue;
    const selector = cx.program.bindings.parent(use);
    if (selector?.kind !== 'SelectorExpr') return false;
    const called = (selector['sel'] as go.Ident).name;
    const call = cx.program.bindings.parent(selector);
    if (called === 'Scan') {
      const loop = call && cx.program.bindings.parent(call);
      if (loop?.kind !== 'ForStmt' || loop['cond'] !== call) return false;
      const node = loop as unknown as go.ForStmt;
      if ((node.init || node.post) && !countsLines(cx, node)) return false;
      loops.push(node);
    } else if (called === 'Text') texts.push(use);
    else if (called === 'Split') {
      if (!/^Scan(Words|Lines)$/.test(splitOf(call as unknown as go.CallExpr))) return false;
    } else if (called !== 'Err' && called !== 'Buffer') return false;
  }
  const [loop] = loops;
  return (
    loop !== undefined &&
    loops.length === 1 &&
    texts.every(use => loop.body.start <= use.start && use.end <= loop.body.end && sameFunction(cx, use, scanner))
  );
}

const sameFunction = (cx: Context, use: go.Ident, scanner: Variable): boolean =>
  cx.program.bindings.functionOf(use) === scanner.owner;

/** The name of the split function that a call of `Split` gives. */
export function splitOf(call: go.CallExpr): string {
  const [split] = call.args;
  return split?.kind === 'SelectorExpr' && split.sel.kind === 'Ident' ? split.sel.name : '';
}

/** `for n := 1; scanner.Scan(); n++` counts what is read; the counter and its first value. */
export function countsLines(cx: Context, node: go.ForStmt): { counter: Variable; from: go.IntLit } | undefined {
  const { init, post } = node;
  if (init?.kind !== 'AssignStmt' || init.op !== ':=' || init.lhs.length !== 1) return undefined;
  const counter = variableOf(cx, init.lhs[0]);
  const [from] = init.rhs;
  if (!counter || from?.kind !== 'IntLit' || post?.kind !== 'IncDecStmt' || post.op !== '++') return undefined;
  const isOnlyCounted = variableOf(cx, post.x) === counter && counter.definitions.length === 2;
  return isOnlyCounted && !cx.usage.isCaptured(counter) ? { counter, from } : undefined;
}
