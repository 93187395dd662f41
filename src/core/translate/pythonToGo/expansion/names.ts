/**
 * Names of functions that are values: Go's functions do not know theirs. A loop over functions goes over their names
 * too, and a function that asks for the name of its parameter is given it beside the function.
 */
import type { Facts, Symbol } from '../../../facts/facts';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as n from './nodes';

/** A loop that goes over functions and their names. */
export interface NamedLoop {
  target: py.Expression;
  iter: py.Expression;
}

export interface FunctionNames {
  /** What stands for `f.__name__`. */
  texts: Map<NodeBase, py.Expression>;
  /** Parameters behind which one more stands, for the name. */
  params: Map<NodeBase, string>;
  /** Arguments behind which one more stands. */
  args: Map<NodeBase, py.Expression | py.Keyword>;
  /** `For` and `Comprehension` nodes with other targets. */
  loops: Map<NodeBase, NamedLoop>;
}

interface Finder {
  facts: Facts;
  fresh(wanted: string): string;
  /** What the function says its name is, all decorators done. */
  shownName(func: py.FunctionDef): string;
}

/** The names that the file asks for, as far as they can be told. */
export function functionNames(x: Finder, roots: readonly NodeBase[]): FunctionNames {
  const made: FunctionNames = { texts: new Map(), params: new Map(), args: new Map(), loops: new Map() };
  const asked = new Map<Symbol, py.Attribute[]>();
  for (const root of roots) {
    walk(root, any => {
      const node = any as unknown as py.Node;
      if (node.kind !== 'Attribute' || n.idOf(node.attr) !== '__name__' || node.value.kind !== 'Name') return;
      const symbol = x.facts.symbolOf(node.value);
      if (symbol?.kind === 'parameter' || symbol?.kind === 'variable') {
        asked.set(symbol, [...(asked.get(symbol) ?? []), node]);
      }
    });
  }
  for (const [symbol, nodes] of asked) {
    const text = nameOfSymbol(x, symbol, made, 0);
    if (text) for (const node of nodes) made.texts.set(node, text);
  }
  return made;
}

const known = new WeakMap<Symbol, py.Expression>();

/** An expression for the name of the function that a variable holds. */
function nameOfSymbol(x: Finder, symbol: Symbol, made: FunctionNames, depth: number): py.Expression | undefined {
  const before = known.get(symbol);
  if (before) return before;
  if (depth > 4) return undefined;
  const text = ofParameter(x, symbol, made, depth) ?? ofLoop(x, symbol, made);
  if (text) known.set(symbol, text);
  return text;
}

function nameOf(x: Finder, node: py.Expression, made: FunctionNames, depth: number): py.Expression | undefined {
  if (node.kind === 'Lambda') return n.text('<lambda>');
  if (node.kind !== 'Name') return undefined;
  const symbol = x.facts.symbolOf(node);
  const declared = symbol?.declaration as py.Node | undefined;
  if (symbol?.kind === 'function' && declared?.kind === 'FunctionDef') return n.text(x.shownName(declared));
  if (symbol?.kind === 'class' || symbol?.kind === 'builtin') return n.text(node.id);
  return symbol && nameOfSymbol(x, symbol, made, depth + 1);
}

/** The parameter is given the name by each of its callers. */
function ofParameter(x: Finder, symbol: Symbol, made: FunctionNames, depth: number): py.Expression | undefined {
  const func = symbol.scope.node as py.Node | undefined;
  if (symbol.kind !== 'parameter' || func?.kind !== 'FunctionDef' || symbol.reassigned) return undefined;
  const owner = x.facts.parentOf(func)?.kind;
  if (owner === 'ClassDef' || func.decorators.length > 0) return undefined;
  const params = func.params.filter(param => param.kind === 'Param' && param.form === 'plain') as py.ParamNode[];
  const at = params.findIndex(param => param.name && x.facts.symbolOf(param.name) === symbol);
  const param = params[at];
  const self = x.facts.symbolOf(func.name);
  if (!param || param.default || !self) return undefined;
  const name = n.name(x.fresh(`${symbol.name}_name`));
  // A call of the function by itself hands on the name that it has.
  known.set(symbol, name);
  const given = new Map<NodeBase, py.Expression | py.Keyword>();
  for (const use of self.uses) {
    if (use === func.name) continue;
    const call = x.facts.parentOf(use) as py.Node | undefined;
    if (call?.kind !== 'Call' || call.func !== use || call.args.some(arg => arg.kind === 'Starred'))
      return forget(symbol);
    const named = call.args.find(arg => arg.kind === 'Keyword' && n.idOf(arg.arg) === symbol.name);
    const arg = named ?? call.args.filter(one => one.kind !== 'Keyword')[at];
    if (!arg) return forget(symbol);
    const text = nameOf(x, arg.kind === 'Keyword' ? arg.value : arg, made, depth);
    if (!text) return forget(symbol);
    given.set(arg, arg.kind === 'Keyword' ? n.keyword(name.id, text) : text);
  }
  if (given.size === 0) return forget(symbol);
  made.params.set(param, name.id);
  for (const [arg, text] of given) made.args.set(arg, text);
  return name;
}

function forget(symbol: Symbol): undefined {
  known.delete(symbol);
  return undefined;
}

/** `for sort in (bubble, quick)`: the loop goes over pairs. */
function ofLoop(x: Finder, symbol: Symbol, made: FunctionNames): py.Expression | undefined {
  for (const use of symbol.uses) {
    const loop = x.facts.parentOf(use) as py.Node | undefined;
    if ((loop?.kind !== 'For' && loop?.kind !== 'Comprehension') || loop.target !== use) continue;
    const items = displayed(x.facts, loop.iter);
    const names = items?.map(one =>
      one.kind === 'Name' || one.kind === 'Lambda' ? nameOf(x, one, made, 9) : undefined,
    );
    if (!items || !names || names.includes(undefined)) return undefined;
    const name = n.name(x.fresh(`${symbol.name}_name`));
    const isNameOnly = symbol.uses.every(one => {
      const parent = x.facts.parentOf(one) as py.Node | undefined;
      return one === use || (parent?.kind === 'Attribute' && n.idOf(parent.attr) === '__name__');
    });
    made.loops.set(
      loop,
      isNameOnly
        ? { target: name, iter: n.list(names as py.Expression[]) }
        : {
            target: n.tuple([n.name(symbol.name), name]),
            iter: n.list(items.map((one, i) => n.tuple([one, names[i]!]))),
          },
    );
    return name;
  }
  return undefined;
}

/** The parts of a list that is written out, here or where its variable gets its one value. */
function displayed(facts: Facts, node: py.Expression): py.Expression[] | undefined {
  if (node.kind === 'Tuple' || node.kind === 'List') return node.elts;
  const symbol = node.kind === 'Name' ? facts.symbolOf(node) : undefined;
  if (!symbol || symbol.reassigned || (symbol.kind !== 'variable' && symbol.kind !== 'constant')) return undefined;
  const isRead = symbol.uses.every(use => facts.parentOf(use)?.kind !== 'Attribute');
  const target = symbol.uses.find(use => facts.parentOf(use)?.kind === 'Assign');
  const assign = target && (facts.parentOf(target) as py.Assign);
  if (!isRead || !assign?.targets.includes(target as py.Expression)) return undefined;
  return assign.value.kind === 'Tuple' || assign.value.kind === 'List' ? assign.value.elts : undefined;
}
