/** `for scanner.Scan() { … scanner.Text() … }`: a loop over the lines of what is read. */
import * as t from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { assign, call, fors, int, keyword, method, name, pass, str, tuple } from './build';
import { gap, variableOf, type Context } from './context';
import { freshName, nameOf } from './naming';
import { countsLines, splitOf, usesScannerClass } from './scannerUse';
import type { Variable } from './symbols';

/** The loop over the lines; undefined for any other loop. */
export function scannerLoop(
  cx: Context,
  node: go.ForStmt,
  body: (block: go.BlockStmt) => py.Body,
): py.Statement[] | undefined {
  if (node.cond?.kind !== 'CallExpr' || node.cond.fun.kind !== 'SelectorExpr') return undefined;
  const { x, sel } = node.cond.fun;
  const scanner = variableOf(cx, x);
  if (!scanner || sel.kind !== 'Ident' || sel.name !== 'Scan' || !isScanner(cx, scanner)) return undefined;
  if (usesScannerClass(cx)) return undefined;
  const counted = countsLines(cx, node);
  const isWords = splitsWords(cx, scanner);
  const [first, ...others] = node.body.list;
  // `line := scanner.Text()` names the line.
  const target = first?.kind === 'AssignStmt' && first.op === ':=' && first.lhs.length === 1 ? first.lhs[0] : undefined;
  const named = target && isText(cx, (first as go.AssignStmt).rhs[0], scanner) ? variableOf(cx, target) : undefined;
  const own = named ? nameOf(cx, named) : freshName(cx, isWords ? 'word' : 'line');
  cx.fn.lines.set(scanner, own);
  const inner = body(named ? { ...node.body, list: others } : node.body);
  cx.fn.lines.delete(scanner);
  const stripped = assign(own, method(name(own), 'rstrip', str('\r\n')));
  const rest = inner.filter(one => one.kind !== 'Pass' || one.comments);
  const read = name(nameOf(cx, scanner));
  const items = isWords ? method(method(read, 'read'), 'split') : read;
  const loop = isWords ? (rest.length > 0 ? rest : [pass()]) : [stripped, ...rest];
  if (!counted) return [fors(name(own), items, loop)];
  const { counter, from } = counted;
  const start = from.value === '0' ? [] : [keyword('start', int(from.value))];
  return [fors(tuple(name(nameOf(cx, counter)), name(own)), call('enumerate', items, ...start), loop)];
}

function isScanner(cx: Context, variable: Variable): boolean {
  const type = cx.typing.ofVariable(variable);
  return type.kind === 'pointer' && type.to.kind === 'instance' && type.to.name === 'bufio.Scanner';
}

function isText(cx: Context, node: go.Expression | undefined, scanner: Variable): boolean {
  return (
    node?.kind === 'CallExpr' &&
    node.fun.kind === 'SelectorExpr' &&
    node.fun.sel.kind === 'Ident' &&
    node.fun.sel.name === 'Text' &&
    variableOf(cx, node.fun.x) === scanner
  );
}

function splitsWords(cx: Context, scanner: Variable): boolean {
  return scanner.uses.some(use => {
    const parent = cx.program.bindings.parent(use);
    const call = parent && cx.program.bindings.parent(parent);
    return (
      parent?.kind === 'SelectorExpr' &&
      (parent['sel'] as go.Ident).name === 'Split' &&
      splitOf(call as unknown as go.CallExpr) === 'ScanWords'
    );
  });
}

/** What `scanner.Text()` is inside of the loop. */
export function scannedLine(
  cx: Context,
  node: go.CallExpr,
): { before: py.Statement[]; value: py.Expression; type: t.Type; pure: boolean } {
  const scanner = node.fun.kind === 'SelectorExpr' ? variableOf(cx, node.fun.x) : undefined;
  for (let fn: Context['fn'] | undefined = cx.fn; fn; fn = fn.up) {
    const own = scanner && fn.lines.get(scanner);
    if (own) return { before: [], value: name(own), type: t.str, pure: true };
  }
  return gap('a scanner outside of the usual loop', node);
}
