/** What the metavariables of a template become: translated code, derived values, types. */
import type { Derivation } from '../../catalog/idiom';
import { converters } from '../../convert';
import type { Binding, Match } from '../../match/match';
import type * as go from '../../syntax/go/ast';
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { type Filling, type Occurrences, copyNode } from '../instantiate';
import { nameHint } from './conditionals';
import { type Context } from './context';
import { newFunction } from './functionState';
import { expression } from './expressions';
import { statements } from './statements';
import { resultTypes, settle } from './settling';
import { variableName } from './variables';

export function fill(
  c: Context,
  match: Match,
  bindings: ReadonlyMap<string, Binding>,
  name: string,
  where: Occurrences,
): Filling {
  const binding = bindings.get(name);
  if (binding === undefined) {
    const derived = derive(c, match, bindings, name);
    if (derived) return derived;
    const fallback = match.idiom.defaults[name];
    if (fallback) return fillOne(c, fallback, where);
    return c.gap(`nothing says what ${name} is`);
  }
  if (Array.isArray(binding)) return fillMany(c, match, binding);
  return fillOne(c, binding, where);
}

/** One node: a name that is declared or used, a type, or an expression. */
function fillOne(c: Context, node: NodeBase, where: Occurrences): Filling {
  const source = node as py.Node;
  if (source.kind === 'Name') {
    const symbol = c.facts.symbolOf(source);
    const model = c.model.functionOf(symbol);
    if (model) return c.origins.mark(g.ident(model.goName), c.rangeOf(node));
    const owner = symbol && c.model.classes.get(symbol.name);
    if (symbol?.kind === 'class' && owner) return g.ident(owner.goName);
    const parent = c.facts.parentOf(node) as py.Node | undefined;
    const isTarget = (parent?.kind === 'For' || parent?.kind === 'Comprehension') && parent.target === node;
    if (symbol && isTarget) return g.ident(variableName(c, symbol));
  }
  if (source.kind === 'FunctionDef' || /^(Assign|If|For|Return|Expr|While|With|Try|Raise)$/.test(source.kind)) {
    const list = c.block(() => statements(c, [source as py.Statement]));
    return list;
  }
  const { before, result: of } = c.capture(() => expression(c, source as py.Expression));
  const isOnce = where.count === 1 || of.pure || of.node.kind === 'Ident';
  if (where.repeated && (before.length > 0 || !isOnce))
    return c.gap('statements would be needed inside of the template');
  c.emit(...before);
  return isOnce ? of.node : c.temporary(of, nameHint(of.type)).node;
}

const statementKinds =
  /^(FunctionDef|ClassDef|Return|Delete|Assign|AugAssign|AnnAssign|For|While|If|With|Match|Raise|Try|Assert|Import|ImportFrom|Global|Nonlocal|Expr|Pass|Break|Continue)$/;

/** Several nodes: statements run with the roles of the idiom; others are expressions or parameters in a row. */
function fillMany(c: Context, match: Match, nodes: readonly NodeBase[]): Filling {
  if (nodes.length === 0) return [];
  if (!nodes.every(node => statementKinds.test(node.kind))) {
    return nodes.map(node => expression(c, node as py.Expression).node);
  }
  const outer = c.func;
  const hasRoles = Object.keys(match.idiom.roles).length > 0;
  if (!hasRoles && match.idiom.inside.length === 0) return c.block(() => statements(c, nodes as py.Statement[]));
  const [first] = nodes;
  c.func = {
    ...newFunction(undefined, 'handler'),
    scope: first && c.facts.scopeOf(first),
    roles: { ...outer.roles, ...match.idiom.roles },
    within: [match, ...outer.within],
  };
  for (const name of Object.values(match.idiom.roles)) c.func.names.reserve(name);
  try {
    const list = c.block(() => statements(c, nodes as py.Statement[]));
    pendingLocals(c).push(c.func);
    return list;
  } finally {
    c.func = outer;
  }
}

const pending = new WeakMap<Context, ReturnType<typeof newFunction>[]>();

/** Functions whose bodies were written into a template: their variables still have to be declared. */
export function pendingLocals(c: Context): ReturnType<typeof newFunction>[] {
  let list = pending.get(c);
  if (!list) pending.set(c, (list = []));
  return list;
}

// ---- converters ----

function derive(c: Context, match: Match, bindings: ReadonlyMap<string, Binding>, name: string): Filling | undefined {
  const derivation = match.idiom.derive.find(one => one.target === name);
  if (!derivation) return undefined;
  const converter = converters.get(derivation.converter);
  const sources = derivation.sources.map(source => sourceOf(match, bindings, source));
  if (!converter) return c.gap(`there is no converter named ${derivation.converter}`);
  if (converter.kind === 'type') return typeFor(c, converter.name, sources[0]);
  const made = converter.forward(sources as (py.Expression | undefined)[]);
  if (!made) return c.gap(`${derivationText(derivation)} cannot be worked out here`);
  for (const what of made.assumes) c.notes.assume(what);
  return withImports(made.value, made.imports);
}

const derivationText = (derivation: Derivation): string => `${derivation.converter}(${derivation.sources.join(', ')})`;

function sourceOf(match: Match, bindings: ReadonlyMap<string, Binding>, name: string): NodeBase | undefined {
  const binding = bindings.get(name) ?? match.idiom.defaults[name];
  return Array.isArray(binding) ? binding[0] : binding;
}

/** Names of packages in what a converter gives are marked, so that they are imported. */
function withImports(node: go.Expression, imports: readonly { module: string; local: string }[]): go.Expression {
  if (imports.length === 0) return node;
  const paths = new Map(imports.map(one => [one.local, one.module]));
  const mark = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    const inner = one as go.Node & Record<string, unknown>;
    if (inner.kind === 'SelectorExpr' && inner.x.kind === 'Ident') {
      const path = paths.get(inner.x.name);
      if (path !== undefined) inner.x = g.packageIdent(path, inner.x.name);
    }
    for (const field of Object.values(inner)) {
      if (Array.isArray(field)) field.forEach(mark);
      else if (typeof field === 'object') mark(field);
    }
  };
  const copy = copyNode(node);
  mark(copy);
  return copy;
}

function typeFor(c: Context, name: string, source: NodeBase | undefined): go.Expression {
  if (!source) return g.ident('any');
  const type = settle(c.facts.typeOf(source));
  switch (name) {
    case 'elementOf':
      return c.goType('elt' in type ? type.elt : { kind: 'any' });
    case 'keyOf':
      return c.goType(type.kind === 'dict' ? type.key : { kind: 'any' });
    case 'valueOf':
      return c.goType(type.kind === 'dict' ? type.value : { kind: 'any' });
    case 'resultOf':
      return c.goType(type.kind === 'func' ? (resultTypes(type.result)[0] ?? { kind: 'any' }) : { kind: 'any' });
    default:
      return c.goType(type);
  }
}

/** A converter called by the syntax layer; undefined where it declines. */
export function convertForward(c: Context, name: string, sources: readonly py.Expression[]): go.Expression | undefined {
  const converter = converters.get(name);
  if (!converter || converter.kind !== 'value') return undefined;
  const made = converter.forward(sources);
  if (!made) return undefined;
  for (const what of made.assumes) c.notes.assume(what);
  return withImports(made.value, made.imports);
}
