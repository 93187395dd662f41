/** In which order a piece of Go reads and writes one variable. The other passes decide by it where a name is declared. */
import type * as go from '../../syntax/go/ast';
import { forEachChild, walk, type AnyNode, type NodeBase } from '../../syntax/node';

/**
 * How a name is first touched: `write`: on every way it is given a value first; `maybe`: on some ways it is, and on
 * none is it read first; `read`: its older value may be read.
 */
export type Access = 'none' | 'read' | 'write' | 'maybe';

const mentionCache = new WeakMap<NodeBase, Set<string>>();

/** All identifiers under a node, selected names left out. */
export function mentioned(node: NodeBase): Set<string> {
  const known = mentionCache.get(node);
  if (known) return known;
  const names = new Set<string>();
  walk(node, child => {
    if (child === node) return own(child, names);
    for (const name of mentioned(child)) names.add(name);
    return false;
  });
  for (const name of declaredBy(node)) names.delete(name);
  // What is looped over stands outside of the loop's own names.
  if (node.kind === 'RangeStmt') for (const name of mentioned((node as go.RangeStmt).x)) names.add(name);
  mentionCache.set(node, names);
  return names;
}

/** `Point{x: 1}`: what stands before the colon is a field and no variable. */
export function isStructLiteral(node: AnyNode | NodeBase): node is go.CompositeLit {
  const { kind, type } = node as go.CompositeLit;
  return kind === 'CompositeLit' && /^(Ident|IndexExpr|SelectorExpr)$/.test(type?.kind ?? '');
}

function own(node: AnyNode, names: Set<string>): false | undefined {
  if (isStructLiteral(node)) {
    for (const elt of [...node.elts, ...(node.type ? [node.type] : [])]) {
      const part = elt.kind === 'KeyValueExpr' && elt.key.kind === 'Ident' ? elt.value : elt;
      for (const name of mentioned(part)) names.add(name);
    }
    return false;
  }
  if (node.kind === 'Ident') names.add(String(node['name']));
  if (node.kind !== 'SelectorExpr') return undefined;
  for (const name of mentioned(node['x'] as NodeBase)) names.add(name);
  return false;
}

/** Declared in a block with `:=` by the translator itself: another variable, whatever is called so outside. */
const scoped = new WeakMap<NodeBase, Set<string>>();

/** Makes a name belong to a block or a loop: what is called so outside of it is another variable. */
export function scopeName(node: NodeBase, name: string): void {
  const names = scoped.get(node) ?? new Set();
  names.add(name);
  scoped.set(node, names);
}

export const declaredBy = (node: NodeBase): ReadonlySet<string> => scoped.get(node) ?? new Set();

/** Names that a function literal under the node uses: their variables outlive the statement. */
export function captured(node: NodeBase): Set<string> {
  const names = new Set<string>();
  walk(node, child => {
    if (child.kind !== 'FuncLit') return undefined;
    for (const name of mentioned(child)) names.add(name);
    return false;
  });
  return names;
}

/** The first touch of a name in neighbouring statements. */
export function firstAccessIn(list: readonly NodeBase[], name: string): Access {
  let result: Access = 'none';
  for (const node of list) {
    const access = firstAccess(node, name);
    if (access === 'none') continue;
    if (access === 'read') return 'read';
    result = 'maybe';
    if (access === 'write') return 'write';
  }
  return result;
}

/** The first touch of a name in a node, in the order in which Go evaluates it. */
export function firstAccess(node: NodeBase, name: string): Access {
  if (!mentioned(node).has(name)) return 'none';
  const target = node as go.Node;
  switch (target.kind) {
    case 'Ident':
    case 'FuncLit':
      return 'read';
    case 'AssignStmt':
      return assignment(target, name);
    case 'IfStmt': {
      const head = firstAccessIn(present(target.init, target.cond), name);
      if (head !== 'none' && head !== 'maybe') return head;
      return merge(
        firstAccess(target.body, name),
        target.else ? firstAccess(target.else, name) : 'none',
        head === 'maybe',
      );
    }
    case 'RangeStmt': {
      const head = firstAccess(target.x, name);
      if (head !== 'none') return head;
      if (isNamed(target.key, name) || isNamed(target.value, name)) return 'maybe';
      return atMostMaybe(firstAccess(target.body, name));
    }
    case 'ForStmt': {
      const head = firstAccessIn(present(target.init, target.cond), name);
      if (head === 'read' || head === 'write') return head;
      return atMostMaybe(firstAccessIn(present(target.body, target.post), name));
    }
    case 'SwitchStmt':
    case 'TypeSwitchStmt':
    case 'SelectStmt': {
      const heads: NodeBase[] = [];
      if (target.kind !== 'SelectStmt') heads.push(...present(target.init));
      if (target.kind === 'SwitchStmt') heads.push(...present(target.tag));
      if (target.kind === 'TypeSwitchStmt') heads.push(target.x);
      const head = firstAccessIn(heads, name);
      if (head !== 'none') return head;
      return target.cases.some(one => firstAccess(one, name) === 'read') ? 'read' : 'maybe';
    }
    case 'BlockStmt':
      return firstAccessIn(target.list, name);
    case 'LabeledStmt':
      return firstAccess(target.stmt, name);
    case 'BranchStmt':
      return 'none';
    default: {
      const children: NodeBase[] = [];
      forEachChild(node, child => void children.push(child));
      return firstAccessIn(children, name);
    }
  }
}

function assignment(node: go.AssignStmt, name: string): Access {
  const right = firstAccessIn(node.rhs, name);
  if (right !== 'none') return right;
  if (node.lhs.some(target => !isNamed(target, name) && mentioned(target).has(name))) return 'read';
  if (node.op !== '=' && node.op !== ':=') return 'read';
  return 'write';
}

export function isNamed(node: NodeBase | undefined, name: string): boolean {
  return node?.kind === 'Ident' && (node as go.Ident).name === name;
}

function present(...nodes: (NodeBase | undefined)[]): NodeBase[] {
  return nodes.filter(node => node !== undefined);
}

function atMostMaybe(access: Access): Access {
  return access === 'write' ? 'maybe' : access;
}

function merge(a: Access, b: Access, written: boolean): Access {
  if (a === 'read' || b === 'read') return 'read';
  if (a === 'write' && b === 'write') return 'write';
  return a === 'none' && b === 'none' && !written ? 'none' : 'maybe';
}
