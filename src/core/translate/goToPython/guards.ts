/** What the conditions around an expression say of it: `i >= 0` in a loop's head, `if n < 2 { return }` before it. */
import type * as go from '../../syntax/go/ast';
import { equal, walk, type AnyNode, type NodeBase } from '../../syntax/node';
import type { Program } from './program';

export type AtLeast = (expression: go.Expression, bound: number) => boolean;

export class Guards {
  constructor(private readonly program: Program) {}

  /** A condition around `node` says that it is at least `bound`. */
  say(node: go.Expression, bound: number, atLeast: AtLeast): boolean {
    if (!/^(Ident|SelectorExpr|CallExpr|IndexExpr)$/.test(node.kind)) return false;
    if (node.kind === 'CallExpr' && !(node.fun.kind === 'Ident' && node.fun.name === 'len')) return false;
    for (const cond of this.around(node)) {
      const { x, y, op } = cond;
      const [mine, other, turned] = equal(x, node) ? [x, y, op] : equal(y, node) ? [y, x, flip[op] ?? op] : [];
      if (!mine || !other || mine === node || other === node || this.changed(node, cond)) continue;
      if (turned === '>' && atLeast(other, bound - 1)) return true;
      if ((turned === '>=' || turned === '==') && atLeast(other, bound)) return true;
      if (turned === '!=' && bound === 1 && isZero(other) && atLeast(node, 0)) return true;
    }
    return false;
  }

  /** A condition around `at` says that `x` is not less than `y`. */
  notLess(at: go.Expression, x: go.Expression, y: go.Expression): boolean {
    for (const cond of this.around(at)) {
      if (this.changed(x, cond, at) || this.changed(y, cond, at)) continue;
      if (equal(cond.x, x) && equal(cond.y, y) && /^(>|>=|==)$/.test(cond.op)) return true;
      if (equal(cond.x, y) && equal(cond.y, x) && /^(<|<=|==)$/.test(cond.op)) return true;
    }
    return false;
  }

  /** The comparisons that hold where a node stands, each with the place from which it holds. */
  private *around(node: NodeBase): Generator<Comparison> {
    const { bindings } = this.program;
    let child: NodeBase = node;
    for (
      let at = bindings.parent(node);
      at && at.kind !== 'FuncDecl' && at.kind !== 'FuncLit';
      at = bindings.parent(at)
    ) {
      if (at.kind === 'BinaryExpr' && at['y'] === child) {
        if (at['op'] === '&&') yield* comparisons(at['x'] as go.Expression, true, at['y'] as NodeBase);
        if (at['op'] === '||') yield* comparisons(at['x'] as go.Expression, false, at['y'] as NodeBase);
      }
      if ((at.kind === 'IfStmt' || at.kind === 'ForStmt') && at['cond'] && at['body'] === child) {
        yield* comparisons(at['cond'] as go.Expression, true, at['body'] as NodeBase);
      }
      if (at.kind === 'IfStmt' && at['else'] === child)
        yield* comparisons(at['cond'] as go.Expression, false, at['else'] as NodeBase);
      const list = (at.kind === 'BlockStmt' ? at['list'] : at.kind === 'CaseClause' ? at['body'] : undefined) as
        AnyNode[] | undefined;
      if (list) yield* this.before(list, child);
      child = at;
    }
  }

  /** `if n < 0 { return }`: behind it the opposite holds. */
  private *before(list: AnyNode[], child: NodeBase): Generator<Comparison> {
    const index = list.indexOf(child as AnyNode);
    for (let i = index - 1; i >= 0; i--) {
      const statement = list[i]!;
      if (statement.kind !== 'IfStmt' || statement['else'] || statement['init']) continue;
      const body = statement['body'] as go.BlockStmt;
      if (ends(body)) yield* comparisons(statement['cond'] as go.Expression, false, list[i + 1] ?? statement);
    }
  }

  /** Whether what the condition speaks of is given another value between it and the node. */
  private changed(subject: go.Expression, cond: Comparison, at: NodeBase = subject): boolean {
    const { bindings } = this.program;
    // A loop between the condition and the node may change it after the node as well.
    let until = at.start;
    for (let loop = bindings.parent(at); loop; loop = bindings.parent(loop)) {
      if (loop === cond.from || loop.start < cond.from.start) break;
      if (loop.kind === 'ForStmt' || loop.kind === 'RangeStmt') until = Math.max(until, loop.end);
    }
    let changes = false;
    let root: NodeBase = at;
    for (let up = bindings.parent(at); up && up.kind !== 'FuncDecl'; up = bindings.parent(up)) root = up;
    walk(root, node => {
      if (changes || node.end < cond.from.start || node.start > until) return false;
      if (node.start < cond.from.start) return;
      const targets =
        node.kind === 'AssignStmt'
          ? (node['lhs'] as go.Expression[])
          : node.kind === 'IncDecStmt'
            ? [node['x'] as go.Expression]
            : [];
      // What stands in the statement itself is read before it is given its new value.
      if (node.start <= at.start && at.end <= node.end && until === at.start) return;
      for (const target of targets) if (mentions(subject, target)) changes = true;
    });
    return changes;
  }
}

interface Comparison {
  x: go.Expression;
  y: go.Expression;
  op: string;
  /** The comparison holds from the start of this node on. */
  from: NodeBase;
}

const flip: Record<string, string> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const opposite: Record<string, string> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '==': '!=', '!=': '==' };

function* comparisons(cond: go.Expression, holds: boolean, from: NodeBase): Generator<Comparison> {
  if (cond.kind === 'UnaryExpr' && cond.op === '!') return yield* comparisons(cond.x, !holds, from);
  if (cond.kind !== 'BinaryExpr') return;
  if (cond.op === (holds ? '&&' : '||')) {
    yield* comparisons(cond.x, holds, from);
    yield* comparisons(cond.y, holds, from);
    return;
  }
  const op = holds ? cond.op : opposite[cond.op];
  if (op && op in opposite) yield { x: cond.x, y: cond.y, op, from };
}

const isZero = (node: go.Expression): boolean => node.kind === 'IntLit' && node.value === '0';

/** Whether a block never goes on behind itself. */
export function ends(block: go.BlockStmt): boolean {
  const last = block.list.at(-1);
  if (!last) return false;
  switch (last.kind) {
    case 'ReturnStmt':
    case 'BranchStmt':
      return true;
    case 'BlockStmt':
      return ends(last);
    case 'IfStmt':
      return (
        ends(last.body) &&
        last.else !== undefined &&
        (last.else.kind === 'IfStmt'
          ? ends({ ...last.body, list: [last.else] })
          : last.else.kind === 'BlockStmt' && ends(last.else))
      );
    case 'ForStmt':
      return last.cond === undefined && !hasBreak(last.body);
    case 'SwitchStmt':
      return (
        last.cases.some(one => one.kind === 'CaseClause' && one.isDefault) &&
        last.cases.every(
          one =>
            one.kind === 'CaseClause' && ends({ ...block, list: one.body }) && !hasBreak({ ...block, list: one.body }),
        )
      );
    case 'ExprStmt':
      return endsProgram(last.x);
    default:
      return false;
  }
}

function hasBreak(block: go.BlockStmt): boolean {
  let found = false;
  walk(block, (node, parent) => {
    if (node.kind === 'FuncLit') return false;
    if (parent && /^(ForStmt|RangeStmt|SwitchStmt|SelectStmt|TypeSwitchStmt)$/.test(node.kind)) {
      walk(node, inner => void (inner.kind === 'BranchStmt' && inner['label'] && (found = true)));
      return false;
    }
    if (node.kind === 'BranchStmt' && node['tok'] === 'break') found = true;
  });
  return found;
}

function endsProgram(node: go.Expression): boolean {
  if (node.kind !== 'CallExpr') return false;
  if (node.fun.kind === 'Ident') return node.fun.name === 'panic';
  if (node.fun.kind !== 'SelectorExpr' || node.fun.x.kind !== 'Ident' || node.fun.sel.kind !== 'Ident') return false;
  const name = `${node.fun.x.name}.${node.fun.sel.name}`;
  return /^(os\.Exit|log\.(Fatal|Panic)(f|ln)?|[tb]\.(Fatal|Skip)f?|[tb]\.FailNow|runtime\.Goexit)$/.test(name);
}

function mentions(subject: go.Expression, target: go.Expression): boolean {
  let found = false;
  walk(subject, node => void (equal(node, target) && (found = true)));
  return found;
}
