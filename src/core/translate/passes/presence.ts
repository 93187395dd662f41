/** `d.get(key)` that is compared with None before it is read: `value, ok := d[key]` instead of a pointer. */
import type * as go from '../../syntax/go/ast';
import { forEachChild, walk, type AnyNode, type NodeBase } from '../../syntax/node';
import * as g from '../goNodes';
import { endsWithJump } from '../pythonToGo/exits';

/**
 * Where a pointer is made for a key that may be missing, and all that follows only asks whether it is nil and reads it
 * behind that question, the key's value and a flag take its place. Changes the body in place.
 */
export function readPresence(func: go.FuncDecl | go.FuncLit): void {
  if (!func.body) return;
  const lists: go.Statement[][] = [];
  walk(func.body, node => {
    const list = listOf(node);
    if (list) lists.push(list);
  });
  for (const list of lists) {
    for (let at = list.length - 3; at >= 0; at--) settle(func.body, list, at);
  }
}

function listOf(node: AnyNode): go.Statement[] | undefined {
  if (node.kind === 'BlockStmt') return (node as unknown as go.BlockStmt).list;
  if (node.kind === 'CaseClause' || node.kind === 'CommClause') return (node as unknown as go.CaseClause).body;
  return undefined;
}

/** `var found *T; if value, ok := m[key]; ok { found = &value }`. */
interface Lookup {
  pointer: string;
  source: go.Expression;
}

function settle(body: go.BlockStmt, list: go.Statement[], at: number): void {
  const lookup = lookupAt(list, at);
  if (!lookup) return;
  const copy = copyOf(list[at + 2], lookup.pointer);
  const rest = list.slice(at + (copy ? 3 : 2));
  if (copy && mentions(rest, lookup.pointer)) return;
  const name = copy ?? lookup.pointer;
  const uses = usesIn(rest, name);
  const flag = uses && uses.questions.length > 0 ? flagFor(body, list, at, rest, uses, name) : undefined;
  if (!uses || flag === undefined) {
    if (copy) takeName(list, at, lookup, copy);
    return;
  }
  for (const { node, isNil } of uses.questions) replace(node, isNil ? g.not(g.ident(flag)) : g.ident(flag));
  for (const node of uses.reads) replace(node, g.ident(name));
  const made = g.define([uses.reads.length > 0 ? name : '_', flag], lookup.source);
  const [declaration] = list.slice(at);
  if (declaration?.blank) made.blank = true;
  const comments = list.slice(at, at + (copy ? 3 : 2)).flatMap(one => one.comments ?? []);
  if (comments.length > 0) made.comments = comments;
  const next = rest[0];
  const isOnlyThere = !mentions(rest.slice(1), name) && !readsFlag(rest.slice(1), uses, flag);
  if (next?.kind === 'IfStmt' && !next.init && isOnlyThere && comments.length === 0) {
    next.init = made;
    if (made.blank) next.blank = true;
    delete made.blank;
    list.splice(at, copy ? 3 : 2);
  } else list.splice(at, copy ? 3 : 2, made);
}

/** `var name *T` instead of `var found *T`, and `name := found` later. */
function takeName(list: go.Statement[], at: number, lookup: Lookup, name: string): void {
  const [declared, asked, copied] = list.slice(at);
  if (!declared || !asked || !copied || mentions([lookup.source], name)) return;
  for (const one of [declared, asked]) {
    walk(one, node => {
      if (nameOf(node) === lookup.pointer) (node as unknown as go.Ident).name = name;
    });
  }
  if (copied.comments) declared.comments = [...(declared.comments ?? []), ...copied.comments];
  list.splice(at + 2, 1);
}

function lookupAt(list: readonly go.Statement[], at: number): Lookup | undefined {
  const [declared, asked] = list.slice(at);
  if (declared?.kind !== 'DeclStmt' || declared.decl.tok !== 'var' || declared.decl.specs.length !== 1)
    return undefined;
  const [spec] = declared.decl.specs;
  if (spec?.kind !== 'ValueSpec' || spec.names.length !== 1 || spec.values.length > 0) return undefined;
  const pointer = nameOf(spec.names[0]);
  if (pointer === undefined || spec.type?.kind !== 'StarExpr') return undefined;
  if (asked?.kind !== 'IfStmt' || asked.else || asked.body.list.length !== 1) return undefined;
  const { init, cond } = asked;
  if (init?.kind !== 'AssignStmt' || init.op !== ':=' || init.lhs.length !== 2 || init.rhs.length !== 1)
    return undefined;
  const [one, flag] = init.lhs.map(nameOf);
  if (one === undefined || flag === undefined || nameOf(cond) !== flag) return undefined;
  const [given] = asked.body.list;
  if (given?.kind !== 'AssignStmt' || given.op !== '=' || nameOf(given.lhs[0]) !== pointer) return undefined;
  const [address] = given.rhs;
  if (address?.kind !== 'UnaryExpr' || address.op !== '&' || nameOf(address.x) !== one) return undefined;
  const [source] = init.rhs;
  return source && !mentions([source], pointer) ? { pointer, source } : undefined;
}

const nameOf = (node: NodeBase | undefined): string | undefined =>
  node?.kind === 'Ident' ? (node as go.Ident).name : undefined;

/** `name := found`. */
function copyOf(node: go.Statement | undefined, pointer: string): string | undefined {
  if (node?.kind !== 'AssignStmt' || node.op !== ':=' || node.lhs.length !== 1) return undefined;
  return nameOf(node.rhs[0]) === pointer ? nameOf(node.lhs[0]) : undefined;
}

function mentions(nodes: readonly NodeBase[], name: string): boolean {
  let found = false;
  for (const node of nodes) walk(node, child => void (found ||= nameOf(child) === name));
  return found;
}

interface Uses {
  questions: { node: AnyNode; isNil: boolean }[];
  reads: AnyNode[];
}

/** Every use of the pointer; undefined where one is anything but a question, or a read that no question stands before. */
function usesIn(list: readonly go.Statement[], name: string): Uses | undefined {
  const uses: Uses = { questions: [], reads: [] };
  let fits = true;

  const statements = (body: readonly NodeBase[], known: boolean): void => {
    for (const one of body) known = visit(one, known);
  };

  /** Says whether the pointer is known not to be nil behind the node. */
  function visit(node: NodeBase, known: boolean): boolean {
    const n = node as go.Node;
    const question = asQuestion(n, name);
    if (question !== undefined) {
      uses.questions.push({ node: n as unknown as AnyNode, isNil: question });
      return known;
    }
    switch (n.kind) {
      case 'Ident':
        if (n.name === name) fits = false;
        return known;
      case 'SelectorExpr':
        visit(n.x, known);
        return known;
      case 'StarExpr':
        if (nameOf(n.x) !== name) break;
        if (known) uses.reads.push(n as unknown as AnyNode);
        else fits = false;
        return known;
      case 'UnaryExpr':
        // The address of what is read would be that of another variable.
        if (n.op === '&' && n.x.kind === 'StarExpr' && nameOf(n.x.x) === name) fits = false;
        break;
      case 'AssignStmt':
        if (n.lhs.some(one => nameOf(one) === name || (one.kind === 'StarExpr' && nameOf(one.x) === name)))
          fits = false;
        break;
      case 'IncDecStmt':
        if (n.x.kind === 'StarExpr' && nameOf(n.x.x) === name) fits = false;
        break;
      case 'BinaryExpr':
        if (n.op !== '&&' && n.op !== '||') break;
        visit(n.x, known);
        visit(n.y, known || shows(n.x, name, n.op === '&&'));
        return known;
      case 'IfStmt': {
        if (n.init) visit(n.init, known);
        visit(n.cond, known);
        const [inside, beside] = [shows(n.cond, name, true), shows(n.cond, name, false)];
        statements(n.body.list, known || inside);
        if (n.else) visit(n.else, known || beside);
        return known || (beside && endsWithJump(n.body.list));
      }
      case 'ForStmt':
        if (n.init) visit(n.init, known);
        if (n.cond) visit(n.cond, known);
        if (n.post) visit(n.post, known);
        statements(n.body.list, known || (n.cond !== undefined && shows(n.cond, name, true)));
        return known;
      case 'BlockStmt':
        statements(n.list, known);
        return known;
      case 'CaseClause':
        for (const one of n.list) visit(one, known);
        statements(n.body, known);
        return known;
      default:
    }
    forEachChild(n, child => void visit(child, known));
    return known;
  }

  statements(list, false);
  return fits ? uses : undefined;
}

/** `name == nil` is true, `name != nil` false; undefined for anything else. */
function asQuestion(node: go.Node, name: string): boolean | undefined {
  if (node.kind !== 'BinaryExpr' || (node.op !== '==' && node.op !== '!=')) return undefined;
  return nameOf(node.x) === name && nameOf(node.y) === 'nil' ? node.op === '==' : undefined;
}

/** Where the condition comes out as `outcome`, the pointer is not nil. */
function shows(cond: go.Expression, name: string, outcome: boolean): boolean {
  const question = asQuestion(cond, name);
  if (question !== undefined) return question !== outcome;
  if (cond.kind === 'UnaryExpr' && cond.op === '!') return shows(cond.x, name, !outcome);
  if (cond.kind !== 'BinaryExpr') return false;
  const isPassed = (cond.op === '&&' && outcome) || (cond.op === '||' && !outcome);
  return isPassed && (shows(cond.x, name, outcome) || shows(cond.y, name, outcome));
}

/** A name for the flag: `ok` where no other `ok` is meant by a question of ours or of later code. */
function flagFor(
  body: go.BlockStmt,
  list: readonly go.Statement[],
  at: number,
  rest: readonly go.Statement[],
  uses: Uses,
  name: string,
): string | undefined {
  const before = list.slice(0, at);
  // `_, ok :=` makes no variable where there is an `ok`.
  const makesOne = uses.reads.length > 0 || !mentions(before, 'ok');
  if (makesOne && isFree(before, rest, uses)) return 'ok';
  const own = `has${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return mentions([body], own) ? undefined : own;
}

/** The first other `ok` behind our place, if there is one, is made anew after our last question. */
function isFree(before: readonly go.Statement[], rest: readonly go.Statement[], uses: Uses): boolean {
  let inClosure = false;
  for (const one of before) walk(one, node => void (inClosure ||= node.kind === 'FuncLit' && mentions([node], 'ok')));
  if (inClosure) return false;
  const asked = new Set(uses.questions.map(one => one.node));
  let open = asked.size;
  let free = true;
  let isSettled = false;
  const enter = (node: NodeBase): void => {
    if (isSettled) return;
    if (asked.has(node as AnyNode)) {
      open--;
      return;
    }
    if (node.kind === 'AssignStmt' && (node as go.AssignStmt).op === ':=') {
      const made = node as go.AssignStmt;
      made.rhs.forEach(enter);
      if (made.lhs.some(one => nameOf(one) === 'ok')) {
        isSettled = true;
        free &&= open === 0;
      }
      return;
    }
    if (nameOf(node) === 'ok') {
      isSettled = true;
      free = false;
      return;
    }
    forEachChild(node, enter);
  };
  rest.forEach(enter);
  return free;
}

/** One of the questions stands in these statements. */
function readsFlag(list: readonly go.Statement[], uses: Uses, flag: string): boolean {
  // The questions have become the flag by now.
  const names = new Set<unknown>(uses.questions.map(one => one.node));
  let found = false;
  for (const one of list) walk(one, node => void (found ||= names.has(node) || nameOf(node) === flag));
  return found;
}

/** Makes one node into another where it stands. */
function replace(node: AnyNode, by: go.Expression): void {
  for (const field of Object.keys(node)) delete node[field];
  Object.assign(node, by);
}
