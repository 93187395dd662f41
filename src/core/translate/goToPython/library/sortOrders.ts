/** What a function that compares two items asks of them: the same part of both, one part after the other. */
import type * as go from '../../../syntax/go/ast';
import { equal, walk, type AnyNode, type NodeBase } from '../../../syntax/node';
import { variableOf, type Context } from '../context';
import { parameterVariables } from '../functionLiterals';

/** One part of the items, as the code that gives it for the first item. */
export interface Order {
  node: go.Expression;
  descending: boolean;
  /** A flag: true comes first where it is descending. */
  flag?: boolean;
}

export interface Comparison {
  /** The statements of the function, without those that only name the items. */
  body: readonly go.Statement[];
  /** Which item a node stands for: 0 and 1. */
  itemOf(node: NodeBase): 0 | 1 | undefined;
}

/** The items of `less(i, j int)` over a list, or of `compare(a, b T)` without one; undefined where others are meant. */
export function comparisonOf(cx: Context, less: go.FuncLit, list?: go.Expression): Comparison | undefined {
  const items = parameterVariables(cx, less.type);
  if (items.length !== 2) return undefined;
  const named = new Map(list ? [] : items.map((variable, i) => [variable, i as 0 | 1]));
  const itemOf = (node: NodeBase): 0 | 1 | undefined => {
    if (node.kind === 'Ident') {
      const variable = variableOf(cx, node as go.Ident);
      return variable && named.get(variable);
    }
    if (!list || node.kind !== 'IndexExpr') return undefined;
    const { x, indices } = node as go.IndexExpr;
    const at = items.indexOf(variableOf(cx, indices[0])!);
    return at >= 0 && equal(x, list) ? (at as 0 | 1) : undefined;
  };
  let body: readonly go.Statement[] = less.body.list;
  for (let [first] = body; first?.kind === 'AssignStmt' && first.op === ':='; [first] = body) {
    const own = first.rhs.map(itemOf);
    const variables = first.lhs.map(one => variableOf(cx, one));
    if (!own.every(one => one !== undefined) || !variables.every(one => one?.definitions.length === 1)) break;
    variables.forEach((variable, i) => named.set(variable!, own[i]!));
    body = body.slice(1);
  }
  return list && mentionsIndex(cx, body, items, itemOf) ? undefined : { body, itemOf };
}

/** An index that is used for something else than its item. */
function mentionsIndex(
  cx: Context,
  body: readonly go.Statement[],
  items: readonly unknown[],
  itemOf: Comparison['itemOf'],
): boolean {
  let found = false;
  for (const one of body)
    walk(one, node => {
      if (itemOf(node) !== undefined) return false;
      if (node.kind === 'Ident' && items.includes(variableOf(cx, node as unknown as go.Ident))) found = true;
      return undefined;
    });
  return found;
}

/** The comparison as orders, the most important first; undefined where it is more than that. */
export function ordersOf(cx: Context, { body, itemOf }: Comparison): Order[] | undefined {
  return ofStatements(body);

  function ofStatements(list: readonly go.Statement[]): Order[] | undefined {
    const [first, ...rest] = list;
    if (first?.kind === 'ReturnStmt') return rest.length === 0 ? ofExpression(first.results[0]) : undefined;
    if (first?.kind === 'SwitchStmt' && !first.tag && !first.init && rest.length <= 1) return ofSwitch(first, rest);
    if (first?.kind === 'AssignStmt') {
      const [test, ...others] = rest;
      return test?.kind === 'IfStmt' && !test.init ? ofStatements([{ ...test, init: first }, ...others]) : undefined;
    }
    if (first?.kind !== 'IfStmt') return undefined;
    const otherwise = first.else?.kind === 'BlockStmt' ? first.else.list : first.else ? [first.else] : [];
    return ofBranch(first, [...otherwise, ...rest]);
  }

  function ofSwitch(node: go.SwitchStmt, rest: readonly go.Statement[]): Order[] | undefined {
    const clauses = node.cases.filter(one => one.kind === 'CaseClause');
    const fallback = clauses.find(clause => clause.isDefault)?.body ?? [];
    const tests = clauses.filter(clause => !clause.isDefault);
    if (tests.some(clause => clause.list.length !== 1)) return undefined;
    const ifs = tests.map((clause): go.IfStmt => ({
      kind: 'IfStmt',
      cond: clause.list[0]!,
      body: { kind: 'BlockStmt', list: [...clause.body], start: -1, end: -1 },
      start: -1,
      end: -1,
    }));
    return ofStatements([...ifs, ...fallback, ...rest]);
  }

  function ofBranch({ init, cond, body: then }: go.IfStmt, rest: readonly go.Statement[]): Order[] | undefined {
    const [only] = then.list;
    if (then.list.length !== 1 || only?.kind !== 'ReturnStmt' || cond.kind !== 'BinaryExpr') return undefined;
    const [result] = only.results;
    if (init) {
      // `if c := cmp.Compare(a.n, b.n); c != 0 { return c }`
      if (init.kind !== 'AssignStmt' || init.lhs.length !== 1 || cond.op !== '!=' || !result) return undefined;
      const isChecked = equal(init.lhs[0]!, cond.x) && equal(init.lhs[0]!, result) && isZero(cond.y);
      return isChecked ? append(ofExpression(init.rhs[0]), ofStatements(rest)) : undefined;
    }
    if (cond.op === '!=' && isSamePart(cond.x, cond.y)) {
      const decided = ofExpression(result);
      return decided?.every(one => isPartOf(one, cond.x)) ? append(decided, ofStatements(rest)) : undefined;
    }
    if (cond.op === '==' && isSamePart(cond.x, cond.y)) {
      const decided = ofStatements(rest);
      return decided?.length === 1 && isPartOf(decided[0]!, cond.x) ? append(decided, ofExpression(result)) : undefined;
    }
    // `if a.n < b.n { return true }` and the opposite behind it
    const [next, ...others] = rest;
    const order = ofExpression(cond);
    if (!order || !isYes(result) || next?.kind !== 'IfStmt' || next.init || next.else) return undefined;
    const opposite = ofExpression(next.cond);
    const [answer] = next.body.list;
    const isOpposite =
      order.length === 1 &&
      opposite?.length === 1 &&
      isPartOf(opposite[0]!, order[0]!.node) &&
      opposite[0]!.descending !== order[0]!.descending;
    if (!isOpposite || answer?.kind !== 'ReturnStmt' || !isNo(answer.results[0])) return undefined;
    const [last] = others;
    if (others.length === 1 && last?.kind === 'ReturnStmt' && isZero(last.results[0])) return order;
    return append(order, ofStatements(others));
  }

  function ofExpression(node: go.Expression | undefined): Order[] | undefined {
    switch (node?.kind) {
      case 'BinaryExpr':
        return ofOperator(node);
      case 'UnaryExpr': {
        if (node.op === '-') return ofExpression(node.x)?.map(one => ({ ...one, descending: !one.descending }));
        return node.op === '!' ? flag(node.x, false) : undefined;
      }
      case 'CallExpr':
        return ofCall(node) ?? flag(node, true);
      case 'SelectorExpr':
      case 'IndexExpr':
      case 'Ident':
        return flag(node, true);
      default:
        return undefined;
    }
  }

  function ofOperator({ op, x, y }: go.BinaryExpr): Order[] | undefined {
    if (op === '<' || op === '>') return pair(x, y, op === '>');
    if (op === '-') return pair(x, y, false);
    // `a.n < b.n || a.n == b.n && a.m < b.m`
    if (op !== '||' || y.kind !== 'BinaryExpr' || y.op !== '&&') return undefined;
    const first = ofExpression(x);
    const same = y.x;
    if (first?.length !== 1 || same.kind !== 'BinaryExpr' || same.op !== '==') return undefined;
    if (!isSamePart(same.x, same.y) || !isPartOf(first[0]!, same.x)) return undefined;
    return append(first, ofExpression(y.y));
  }

  function ofCall({ fun, args }: go.CallExpr): Order[] | undefined {
    if (fun.kind !== 'SelectorExpr' || fun.sel.kind !== 'Ident') return undefined;
    const path = cx.typing.packageOf(fun.x);
    const { name } = fun.sel;
    if (path === 'cmp' && name === 'Or') {
      return args.reduce<Order[] | undefined>((all, arg) => append(all, ofExpression(arg)), []);
    }
    if (path !== undefined) {
      const compares =
        (path === 'cmp' && (name === 'Compare' || name === 'Less')) || (path === 'strings' && name === 'Compare');
      return compares && args.length === 2 ? pair(args[0]!, args[1]!, false) : undefined;
    }
    const type = cx.typing.of(fun.x);
    if (type.kind !== 'instance' || type.name !== 'time.Time' || args.length !== 1) return undefined;
    return /^(Before|After|Compare)$/.test(name) ? pair(fun.x, args[0]!, name === 'After') : undefined;
  }

  function flag(node: go.Expression, descending: boolean): Order[] | undefined {
    if (cx.typing.underlying(cx.typing.of(node)).kind !== 'bool') return undefined;
    const item = onlyItem(node);
    return item === undefined ? undefined : [{ node, descending: descending === (item === 0), flag: true }];
  }

  function pair(x: go.Expression, y: go.Expression, descending: boolean): Order[] | undefined {
    if (!isSamePart(x, y)) return undefined;
    return onlyItem(x) === 0 ? [{ node: x, descending }] : [{ node: y, descending: !descending }];
  }

  /** Both are the same part, one of each item. */
  function isSamePart(x: go.Expression, y: go.Expression): boolean {
    const [left, right] = [onlyItem(x), onlyItem(y)];
    return left !== undefined && right !== undefined && left !== right && shape(x) === shape(y);
  }

  function isPartOf(order: Order, node: go.Expression): boolean {
    return shape(order.node) === shape(node);
  }

  function onlyItem(node: go.Expression): 0 | 1 | undefined {
    const found = new Set<0 | 1>();
    walk(node, at => {
      const item = itemOf(at);
      if (item === undefined) return undefined;
      found.add(item);
      return false;
    });
    return found.size === 1 ? [...found][0] : undefined;
  }

  /** The code without positions and with both items alike. */
  function shape(node: go.Expression): string {
    return JSON.stringify(node, (key, value: unknown) => {
      if (key === 'start' || key === 'end' || key === 'comments') return undefined;
      const isItem =
        typeof value === 'object' && value !== null && 'kind' in value && itemOf(value as AnyNode) !== undefined;
      return isItem ? 'item' : value;
    });
  }

  function isYes(node: go.Expression | undefined): boolean {
    if (node?.kind === 'Ident') return node.name === 'true';
    return node?.kind === 'UnaryExpr' && node.op === '-' && node.x.kind === 'IntLit';
  }

  function isNo(node: go.Expression | undefined): boolean {
    return node?.kind === 'Ident' ? node.name === 'false' : node?.kind === 'IntLit' && node.value !== '0';
  }
}

const isZero = (node: go.Expression | undefined): boolean =>
  (node?.kind === 'IntLit' && node.value === '0') || (node?.kind === 'Ident' && node.name === 'false');

const append = (first: Order[] | undefined, rest: Order[] | undefined): Order[] | undefined =>
  first && rest && [...first, ...rest];
