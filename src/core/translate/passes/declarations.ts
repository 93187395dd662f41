/**
 * Declaration or assignment. Python's variables belong to the function, Go's to the block. The translator writes `=`
 * for both; this pass finds the innermost block that holds all that happens to a value, declares the variable there
 * with `:=` where it gets its first value, and hoists it as `var` where that is not possible.
 */
import type * as go from '../../syntax/go/ast';
import { walk, type NodeBase } from '../../syntax/node';
import { declare, ident, varDecl } from '../goNodes';
import { captured, declaredBy, firstAccess, firstAccessIn, isNamed, mentioned } from './access';

/** The variables of one function body: Go name to its type. The type is written where a value does not show it. */
export type Locals = Map<string, go.Expression>;

export interface LocalTable {
  /** The variables that belong to a function's body. */
  of(body: go.BlockStmt): Locals | undefined;
  /** The value does not have the type of its variable (`nil`, a concrete value for an interface). */
  needsType(assignment: go.AssignStmt): boolean;
  fresh(name: string): string;
  /** The function only stands for a block of its surroundings: what nothing else uses is declared in it. */
  adopts(body: go.BlockStmt): boolean;
}

type Action =
  | { kind: 'define'; at: go.AssignStmt; list: go.Statement[]; name: string }
  | { kind: 'range'; at: go.RangeStmt; name: string }
  | { kind: 'hoist'; list: go.Statement[]; before: go.Statement; name: string };

/** Declares the variables of a function and of the functions in it. Changes the body in place. */
export function declareLocals(body: go.BlockStmt, table: LocalTable): void {
  const locals = table.of(body);
  if (locals) {
    adopt(body, locals, table);
    declareIn(body, locals, table);
  }
  walk(body, node => {
    if (node.kind !== 'FuncLit') return undefined;
    declareLocals((node as unknown as go.FuncLit).body, table);
    return false;
  });
}

/** Moves variables into the functions that stand for blocks, where nothing outside uses them. */
function adopt(body: go.BlockStmt, locals: Locals, table: LocalTable): void {
  walk(body, node => {
    const literal = node as unknown as go.FuncLit;
    if (literal.kind !== 'FuncLit') return undefined;
    const inner = table.adopts(literal.body) ? table.of(literal.body) : undefined;
    for (const [name, type] of inner ? [...locals] : []) {
      const count = uses(literal, name);
      if (count === 0 || count < uses(body, name) || inner?.has(name)) continue;
      inner?.set(name, type);
      locals.delete(name);
    }
    return false;
  });
}

function uses(root: NodeBase, name: string): number {
  let count = 0;
  walk(root, node => {
    if (isNamed(node, name)) count++;
  });
  return count;
}

function declareIn(body: go.BlockStmt, locals: Locals, table: LocalTable): void {
  const shared = captured(body);
  const actions: Action[] = [];
  for (const name of locals.keys()) {
    if (!mentioned(body).has(name)) continue;
    const planned = plan(body.list, name, false, shared.has(name));
    // Nothing is outside of the body, so the last resort is its own start.
    const [first] = body.list;
    if (planned) actions.push(...planned);
    else if (first) actions.push({ kind: 'hoist', list: body.list, before: first, name });
  }
  apply(actions, locals, table);
  const ranged = new Set(actions.flatMap(action => (action.kind === 'range' ? [action.at] : [])));
  walk(body, node => {
    const statement = node as unknown as go.Statement | go.FuncLit;
    if (statement.kind === 'FuncLit') return false;
    // All of its names live on after it.
    if (statement.kind === 'RangeStmt' && !ranged.has(statement)) declareRange(statement, new Set(), locals, table);
    return undefined;
  });
}

/** Where to declare a name within a list; undefined where it has to be declared outside of it. */
function plan(list: go.Statement[], name: string, inLoop: boolean, shared: boolean): Action[] | undefined {
  const actions: Action[] = [];
  // An earlier segment has declared it in this very list: Go takes no second declaration there.
  let isDeclared = false;
  for (const segment of segments(list, name, shared)) {
    const [first] = segment;
    if (!first) continue;
    if (segment.length === 1) {
      const sunk = sink(first, name, inLoop, shared);
      if (sunk) {
        actions.push(...sunk);
        continue;
      }
    }
    if (isDeclared) continue;
    isDeclared = true;
    const access = firstAccess(first, name);
    if (first.kind === 'AssignStmt' && access === 'write' && first.lhs.some(target => isNamed(target, name))) {
      actions.push({ kind: 'define', at: first, list, name });
    } else if (inLoop && access !== 'write') {
      return undefined;
    } else {
      actions.push({ kind: 'hoist', list, before: first, name });
    }
  }
  return actions;
}

/** Groups of statements in which one value of the name lives. */
function segments(list: readonly go.Statement[], name: string, shared: boolean): go.Statement[][] {
  const result: go.Statement[][] = [];
  list.forEach((child, position) => {
    if (!mentioned(child).has(name)) return;
    const current = result[result.length - 1];
    const startsAnew = current !== undefined && !shared && isSeparate(list, position, child, current, name);
    if (current && !startsAnew) current.push(child);
    else result.push([child]);
  });
  return result;
}

function isSeparate(
  list: readonly go.Statement[],
  position: number,
  child: go.Statement,
  current: readonly go.Statement[],
  name: string,
): boolean {
  const access = firstAccess(child, name);
  if (access === 'read' || access === 'none') return false;
  const declaredHere = current[0]?.kind === 'AssignStmt' || current.length > 1;
  // A second plain assignment in the block of the first is the same variable.
  if (child.kind === 'AssignStmt') return !declaredHere && access === 'write';
  const after = firstAccessIn(list.slice(position + 1), name);
  return after !== 'read';
}

/** Declares a name inside one statement; undefined where it is needed outside of the statement's blocks. */
function sink(node: go.Statement, name: string, inLoop: boolean, shared: boolean): Action[] | undefined {
  const within = (nodes: (NodeBase | undefined)[]): boolean => nodes.some(one => one && mentioned(one).has(name));
  switch (node.kind) {
    case 'IfStmt': {
      const { init } = node;
      if (init?.kind === 'AssignStmt' && init.op === '=' && init.lhs.some(target => isNamed(target, name))) {
        return within(init.rhs) || shared ? undefined : [{ kind: 'define', at: init, list: [], name }];
      }
      if (within([init, node.cond])) return undefined;
      const body = within([node.body]) ? plan(node.body.list, name, inLoop, shared) : [];
      const other = node.else && within([node.else]) ? sink(node.else, name, inLoop, shared) : [];
      return body && other && [...body, ...other];
    }
    case 'BlockStmt':
      return plan(node.list, name, inLoop, shared);
    case 'LabeledStmt':
      return sink(node.stmt, name, inLoop, shared);
    case 'RangeStmt':
      if (within([node.x])) return undefined;
      if (isNamed(node.key, name) || isNamed(node.value, name)) return [{ kind: 'range', at: node, name }];
      return plan(node.body.list, name, true, shared);
    case 'ForStmt': {
      const { init } = node;
      if (init?.kind === 'AssignStmt' && init.lhs.some(target => isNamed(target, name))) {
        return within(init.rhs) ? undefined : [{ kind: 'define', at: init, list: [], name }];
      }
      if (within([init, node.cond, node.post])) return undefined;
      return plan(node.body.list, name, true, shared);
    }
    case 'SwitchStmt':
    case 'TypeSwitchStmt':
    case 'SelectStmt': {
      if (node.kind !== 'SelectStmt' && within([node.init])) return undefined;
      if (node.kind === 'SwitchStmt' && within([node.tag])) return undefined;
      if (node.kind === 'TypeSwitchStmt' && within([node.x])) return undefined;
      const actions: Action[] = [];
      for (const clause of node.cases) {
        if (clause.kind === 'Meta' || clause.kind === 'Bad' || !mentioned(clause).has(name)) continue;
        if (clause.kind === 'CaseClause' && within(clause.list)) return undefined;
        if (clause.kind === 'CommClause' && within([clause.comm])) return undefined;
        const planned = plan(clause.body, name, inLoop, shared);
        if (!planned) return undefined;
        actions.push(...planned);
      }
      return actions;
    }
    default:
      return undefined;
  }
}

function apply(actions: readonly Action[], locals: Locals, table: LocalTable): void {
  const defined = new Map<go.AssignStmt, { list: go.Statement[]; names: Set<string> }>();
  const ranged = new Map<go.RangeStmt, Set<string>>();
  const declaredIn = new Map<go.Statement[], Set<string>>();
  for (const action of actions) {
    if (action.kind === 'define') {
      const entry = defined.get(action.at) ?? { list: action.list, names: new Set<string>() };
      entry.names.add(action.name);
      defined.set(action.at, entry);
      addTo(declaredIn, action.list, action.name);
    } else if (action.kind === 'range') addTo(ranged, action.at, action.name);
    else addTo(declaredIn, action.list, action.name);
  }
  const hoisted = new Map<go.Statement[], Set<string>>();
  for (const action of actions) {
    if (action.kind === 'hoist') {
      // A second value of a block is the same variable.
      if (hoisted.get(action.list)?.has(action.name)) continue;
      addTo(hoisted, action.list, action.name);
      insertVar(action.list, action.before, action.name, locals);
    }
    if (action.kind === 'range') {
      declareRange(action.at, ranged.get(action.at) ?? new Set(), locals, table);
    }
  }
  for (const [at, { list, names }] of defined) {
    for (const name of hoisted.get(list) ?? []) names.delete(name);
    if (names.size > 0) declareAssignment(at, list, names, locals, table, declaredIn.get(list));
  }
}

function addTo<K>(map: Map<K, Set<string>>, key: K, name: string): void {
  const names = map.get(key) ?? new Set<string>();
  names.add(name);
  map.set(key, names);
}

function insertVar(list: go.Statement[], before: go.Statement, name: string, locals: Locals): void {
  const at = Math.max(0, list.indexOf(before));
  const statement = declare(varDecl(name, locals.get(name)));
  const previous = list[at - 1];
  // Neighbours of one type share a line, as people write it.
  if (previous?.kind === 'DeclStmt' && previous.decl.tok === 'var') {
    const [spec] = previous.decl.specs;
    const type = locals.get(name);
    if (spec?.kind === 'ValueSpec' && spec.values.length === 0 && sameType(spec.type, type)) {
      spec.names.push(ident(name));
      return;
    }
  }
  if (before.blank) {
    statement.blank = true;
    delete before.blank;
  }
  list.splice(at, 0, statement);
}

function sameType(a: go.Expression | undefined, b: go.Expression | undefined): boolean {
  return a?.kind === 'Ident' && b?.kind === 'Ident' && a.name === b.name;
}

function declareAssignment(
  at: go.AssignStmt,
  list: go.Statement[],
  names: ReadonlySet<string>,
  locals: Locals,
  table: LocalTable,
  sameBlock: ReadonlySet<string> = new Set(),
): void {
  // A template that declares its names itself is left as it is.
  if (at.op === ':=') return;
  const idents = at.lhs.flatMap(target => (target.kind === 'Ident' && target.name !== '_' ? [target.name] : []));
  const plainTargets = at.lhs.every(target => target.kind === 'Ident');
  const [only] = idents;
  if (table.needsType(at) && at.lhs.length === 1 && only !== undefined && list.includes(at)) {
    const value = at.rhs.filter(one => !(one.kind === 'Ident' && one.name === 'nil'));
    const statement = declare(varDecl(only, locals.get(only), value));
    if (at.comments) statement.comments = at.comments;
    if (at.blank) statement.blank = true;
    list.splice(list.indexOf(at), 1, statement);
    return;
  }
  const others = idents.filter(name => !names.has(name));
  if (plainTargets && !table.needsType(at) && others.every(name => sameBlock.has(name))) {
    at.op = ':=';
    return;
  }
  for (const name of names) insertVar(list, at, name, locals);
}

/** Both names of a range are declared by it or none: one that lives on gets its value in the body. */
function declareRange(at: go.RangeStmt, declared: ReadonlySet<string>, locals: Locals, table: LocalTable): void {
  if (!at.tok || declaredBy(at).size > 0) return;
  const named = [at.key, at.value].filter(node => node?.kind === 'Ident' && node.name !== '_') as go.Ident[];
  if (!named.some(node => locals.has(node.name))) return;
  at.tok = named.every(node => locals.has(node.name) && !declared.has(node.name)) ? '=' : ':=';
  if (at.tok === '=') return;
  const keep = (node: go.Expression | undefined): go.Expression | undefined => {
    if (node?.kind !== 'Ident' || node.name === '_' || declared.has(node.name) || !locals.has(node.name)) return node;
    let temporary = table.fresh(node.name);
    while (locals.has(temporary)) temporary = table.fresh(node.name);
    at.body.list.unshift({
      kind: 'AssignStmt',
      start: -1,
      end: -1,
      lhs: [ident(node.name)],
      op: '=',
      rhs: [ident(temporary)],
    });
    return ident(temporary);
  };
  const key = keep(at.key);
  const value = keep(at.value);
  if (key) at.key = key;
  if (value) at.value = value;
}
