/** Code of a decorator with everything replaced that is known of its names. */
import type { Facts, Symbol } from '../../../facts/facts';
import type { AnyNode, NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { copied, copiedAll, type Change } from './copying';
import { testOf, type Follower } from './evaluation';
import { asExpression, Declined, type Closure, type Env, type Known, type Layer } from './known';
import { unrolled, withoutContainers } from './containers';
import { isKeyPlace, keyOf } from './keys';
import * as n from './nodes';

export interface Substituting extends Follower {
  facts: Facts;
  /** The shape of the calls for which the code is written. */
  shape: string;
  /** Writes a function of the decorator that is no wrapper beside the function, and gives its name. */
  lifted(closure: Closure): string;
  /** What is done with all code of the file. */
  rewrite: Change;
  /** A copy of code of the file with what is done with all of it. */
  rewritten<T extends NodeBase>(node: T): T;
  rewrittenParams(params: readonly py.Param[]): py.Param[];
  /** New names for variables of the wrapper, where the old ones would hide others. */
  renamed: Map<Symbol, string>;
}

export function substituted<T extends NodeBase>(x: Substituting, node: T, env: Env): T {
  return copied(node, change(x, env));
}

export function substitutedAll(x: Substituting, nodes: readonly NodeBase[], env: Env): py.Statement[] {
  return nodes.flatMap(node => copiedAll(node, change(x, env)) as py.Statement[]);
}

function knownOf(x: Substituting, node: NodeBase | undefined, env: Env): Known | undefined {
  if (node?.kind === 'Attribute') {
    const { value, attr } = node as py.Attribute;
    const owner = value.kind === 'Name' ? knownOf(x, value, env) : undefined;
    return owner?.kind === 'object' ? owner.fields.get(n.idOf(attr)) : undefined;
  }
  const symbol = node?.kind === 'Name' ? x.facts.symbolOf(node) : undefined;
  return symbol && env.get(symbol);
}

function change(x: Substituting, env: Env): Change {
  const next = (node: NodeBase): py.Expression => substituted(x, node as py.Expression, env);
  const of = (node: NodeBase | undefined): Known | undefined => knownOf(x, node, env);
  const change: Change = any => {
    const node = any as unknown as py.Node;
    if (isKeyPlace(x.facts, node, one => isArguments(of(one)))) {
      const key = keyOf(x.facts, node as py.Expression, of, next);
      if (key) return key;
    }
    switch (node.kind) {
      case 'Name': {
        const known = of(node);
        if (known) return named(x, known, node);
        const symbol = x.facts.symbolOf(node);
        const other = symbol && x.renamed.get(symbol);
        if (other !== undefined) return { ...node, id: other };
        break;
      }
      case 'Nonlocal':
      case 'Global': {
        const names = node.names.filter(one => !of(one));
        return names.length > 0 ? { ...node, names } : [];
      }
      case 'Attribute': {
        const whole = of(node);
        if (whole?.kind === 'target') return n.name(nameOf(whole.layer, x.shape));
        const known = of(node.value);
        const made = known && attributeOf(known, n.idOf(node.attr));
        if (made) return made;
        break;
      }
      case 'If': {
        const test = testOf(x, node.test, env);
        if (test === undefined) break;
        const body = test ? node.body : node.orelse;
        const list = body.flatMap(one => copiedAll(one, change));
        return list.length > 0 ? list : { kind: 'Pass', start: -1, end: -1 };
      }
      case 'IfExp': {
        const test = testOf(x, node.test, env);
        if (test !== undefined) return next(test ? node.body : node.orelse);
        break;
      }
      case 'Assign': {
        const made = emptyTexts(node, next);
        if (made) return made;
        break;
      }
      case 'Call': {
        const made = calling(x, node, of, next);
        if (made) return made;
        break;
      }
      case 'For':
      case 'ListComp':
      case 'GeneratorExp':
      case 'SetComp': {
        const made = unrolled(x, node, env, of, next, (one, inner) => copiedAll(one, changeIn(x, inner)));
        if (made) return made;
        break;
      }
    }
    return withoutContainers(x.facts, node, of, next) ?? x.rewrite(any);
  };
  return change;
}

/** A list of texts that has none says what it is a list of. */
function emptyTexts(node: py.Assign, next: (node: NodeBase) => py.Expression): NodeBase | undefined {
  const [target] = node.targets;
  const { value } = node;
  if (value.kind !== 'ListComp' || target?.kind !== 'Name' || node.targets.length > 1) return undefined;
  const isText =
    value.elt.kind === 'JoinedStr' ||
    (value.elt.kind === 'Call' && /^(repr|str)$/.test(n.idOf(value.elt.func as py.Name)));
  const made = isText ? next(value) : undefined;
  if (made?.kind !== 'List' || made.elts.length > 0) return undefined;
  const annotation: py.Subscript = {
    kind: 'Subscript',
    start: -1,
    end: -1,
    value: n.name('list'),
    slice: n.name('str'),
  };
  return { kind: 'AnnAssign', start: -1, end: -1, target: next(target), annotation, value: made } as py.AnnAssign;
}

const changeIn = (x: Substituting, env: Env): Change => change(x, env);

const isArguments = (known: Known | undefined): boolean => known?.kind === 'tuple' || known?.kind === 'dict';

/** A name that is known, alone. */
function named(x: Substituting, known: Known, node: py.Name): NodeBase {
  if (known.kind === 'target') return n.name(nameOf(known.layer, x.shape));
  if (known.kind === 'closure') return n.name(x.lifted(known));
  if (known.kind === 'object') return n.name(known.name);
  const made = asExpression(known);
  if (!made) throw new Declined('a name');
  return made.kind === 'Name' ? ({ ...made, comments: node.comments } as NodeBase) : made;
}

/** The function that holds a layer, for calls of a shape. */
export function nameOf(layer: Layer, shape: string): string {
  return layer.names.get(shape) ?? [...layer.names.values()][0] ?? layer.shownName;
}

/** `fn.__name__`, `wrapper.calls`. */
export function attributeOf(known: Known, attr: string): py.Expression | undefined {
  if (known.kind === 'target') {
    if (attr === '__name__' || attr === '__qualname__') return n.text(known.layer.shownName);
    if (attr === '__doc__') return known.layer.doc === undefined ? n.none() : n.text(known.layer.doc);
    if (attr === '__module__') return n.text('__main__');
    throw new Declined('an attribute of the function');
  }
  if (known.kind !== 'closure') return undefined;
  const found = known.attributes.get(attr);
  if (found) return found;
  if (attr === '__name__' && known.node.kind === 'FunctionDef') return n.text(n.idOf(known.node.name));
  if (known.isGlobal) return undefined;
  throw new Declined('an attribute of the wrapper');
}

/** A call with `*args` and `**kwargs` written out; of the decorated function, as it is called. */
function calling(
  x: Substituting,
  node: py.Call,
  of: (node: NodeBase) => Known | undefined,
  next: (node: NodeBase) => py.Expression,
): NodeBase | undefined {
  const spreads = node.args.some(arg => {
    const value = arg.kind === 'Starred' || (arg.kind === 'Keyword' && !arg.arg) ? arg.value : undefined;
    return value !== undefined && isArguments(of(value));
  });
  const callee = of(node.func);
  if (!spreads && callee?.kind !== 'target') return undefined;
  const args = node.args.flatMap((arg): py.Call['args'] => {
    const value = arg.kind === 'Starred' || (arg.kind === 'Keyword' && !arg.arg) ? of(arg.value) : undefined;
    if (value?.kind === 'tuple' && arg.kind === 'Starred') return value.items;
    if (value?.kind === 'dict' && arg.kind === 'Keyword') {
      return value.items.map(one => (one.name === '' ? { ...arg, value: one.value } : n.keyword(one.name, one.value)));
    }
    return [arg.kind === 'Keyword' ? { ...arg, value: next(arg.value) } : next(arg)];
  });
  if (callee?.kind !== 'target') return { ...node, func: next(node.func), args } as AnyNode;
  const { layer } = callee;
  const inner = nameOf(layer, x.shape);
  if (layer.binding === 'function') return n.call(n.name(inner), args);
  if (layer.binding === 'static') return n.call(n.attribute(n.name(layer.className), inner), args);
  const [self, ...rest] = args;
  if (!self || self.kind === 'Keyword' || self.kind === 'Starred') throw new Declined('a method without its object');
  return n.call(n.attribute(self, inner), rest);
}
