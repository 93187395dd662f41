/** How control flows from the place where a list gets a second name to those where its length changes. */
import type { Symbol } from '../../facts/facts';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { Context } from './context';
import { calledFunction } from './fallible';
import { lengthChanging } from './modelFacts';

const simpleStatement = /^(Expr|Assign|AnnAssign|AugAssign|Delete|Return)$/;

/** The names of the lists whose length a simple statement changes. */
export function changedLists(c: Context, statement: py.Statement): py.Name[] {
  const found: py.Name[] = [];
  const add = (node: py.Expression): void => void (node.kind === 'Name' && found.push(node));
  if (!simpleStatement.test(statement.kind)) return found;
  walk(statement, one => {
    const node = one as unknown as py.Node;
    if (node.kind === 'Lambda') return false;
    if (node.kind === 'Call') {
      if (node.func.kind === 'Attribute' && node.func.attr.kind === 'Name' && lengthChanging.has(node.func.attr.id)) {
        add(node.func.value);
      }
      handedPointers(c, node).forEach(add);
    } else if (node.kind === 'AugAssign') add(node.target);
    else if (node.kind === 'Delete' || node.kind === 'Assign') {
      for (const target of node.targets) {
        if (target.kind === 'Subscript' && (node.kind === 'Delete' || target.slice.kind === 'Slice')) add(target.value);
      }
    }
    return undefined;
  });
  return found;
}

/** The arguments that a function of the file makes longer or shorter. */
function handedPointers(c: Context, node: py.Call): py.Expression[] {
  const params = node.args.some(arg => arg.kind === 'Name') ? calledFunction(node, c.model, c)?.params : undefined;
  return node.args.filter((arg, i): arg is py.Name => arg.kind === 'Name' && params?.[i]?.byPointer === true);
}

/** The simple statement in which a node stands. */
export function statementOf(c: Context, node: NodeBase): NodeBase {
  let at = node;
  for (let up = c.facts.parentOf(at); up && !simpleStatement.test(at.kind); up = c.facts.parentOf(at)) at = up;
  return at;
}

/** Whether the names of a key have the same values from the statement on until the list of the variable has changed. */
export function staysSame(c: Context, key: py.Expression, statement: NodeBase, symbol: Symbol): boolean {
  const names = new Set<Symbol>();
  walk(key, one => {
    const found = one.kind === 'Name' ? c.facts.symbolOf(one as unknown as py.Name) : undefined;
    if (found && found.kind !== 'builtin') names.add(found);
  });
  if (names.size === 0) return true;
  const parent = c.facts.parentOf(statement);
  const block = parent ? blockWith(parent, statement) : c.input.file.units.map(unit => unit.node);
  const after = block?.slice(block.indexOf(statement) + 1) ?? [];
  let inside = 0;
  let rebound = false;
  for (const one of after) {
    walk(one, node => {
      inside += changedLists(c, node as unknown as py.Statement).filter(
        name => c.facts.symbolOf(name) === symbol,
      ).length;
      const found = node.kind === 'Name' ? c.facts.symbolOf(node as unknown as py.Name) : undefined;
      if (found && names.has(found) && isBound(c, node)) rebound = true;
    });
  }
  return !rebound && inside === changesOf(c, symbol);
}

function changesOf(c: Context, symbol: Symbol): number {
  const seen = new Set<NodeBase>();
  for (const use of symbol.uses) {
    const statement = statementOf(c, use) as py.Statement;
    for (const name of changedLists(c, statement)) if (c.facts.symbolOf(name) === symbol) seen.add(name);
  }
  return seen.size;
}

/** Whether the name is given a value where it stands. */
function isBound(c: Context, node: NodeBase): boolean {
  let at = node;
  let up = c.facts.parentOf(at) as py.Node | undefined;
  while (up?.kind === 'Tuple' || up?.kind === 'List') {
    at = up;
    up = c.facts.parentOf(at) as py.Node | undefined;
  }
  if (up?.kind === 'Assign') return up.targets.some(target => target === at);
  return (up?.kind === 'For' || up?.kind === 'AugAssign' || up?.kind === 'AnnAssign') && up.target === at;
}

/** Whether the variable's list changes behind the statement before the variable gets another one. */
export function reaches(c: Context, from: NodeBase, symbol: Symbol): boolean {
  let at = from;
  for (let up = c.facts.parentOf(at); ; up = c.facts.parentOf(at)) {
    const list = up ? blockWith(up, at) : c.input.file.units.map(unit => unit.node);
    const after = list ? scan(c, list.slice(list.indexOf(at) + 1), symbol) : 'goes on';
    if (after !== 'goes on') return after === 'changes';
    if (up?.kind === 'For' || up?.kind === 'While') {
      const again = scan(c, list!.slice(0, list!.indexOf(at) + 1), symbol);
      if (again !== 'goes on') return again === 'changes';
    }
    if (!up || up.kind === 'FunctionDef' || up.kind === 'Lambda') return false;
    at = up;
  }
}

function blockWith(parent: NodeBase, child: NodeBase): NodeBase[] | undefined {
  for (const part of Object.values(parent)) {
    if (Array.isArray(part) && part.includes(child)) return part as NodeBase[];
  }
  return undefined;
}

/** What the statements do first: give the variable another list, or change its list. */
export function scan(c: Context, list: readonly NodeBase[], symbol: Symbol): 'changes' | 'ends' | 'goes on' {
  for (const node of list) {
    const statement = node as py.Statement;
    let changes = false;
    walk(statement, one => {
      for (const name of changedLists(c, one as unknown as py.Statement)) {
        if (c.facts.symbolOf(name) === symbol) changes = true;
      }
    });
    if (changes) return 'changes';
    if (statement.kind === 'Return' || statement.kind === 'Break' || statement.kind === 'Raise') return 'ends';
    if (statement.kind !== 'Assign') continue;
    const targets = statement.targets.flatMap(target => (target.kind === 'Tuple' ? target.elts : [target]));
    if (targets.some(target => target.kind === 'Name' && c.facts.symbolOf(target) === symbol)) return 'ends';
  }
  return 'goes on';
}

/** Whether the place runs again and again. */
export function isInLoop(c: Context, node: NodeBase): boolean {
  for (let up = c.facts.parentOf(node); up && up.kind !== 'FunctionDef'; up = c.facts.parentOf(up)) {
    if (up.kind === 'For' || up.kind === 'While') return true;
  }
  return false;
}
