/** Writes the functions, variables and statements that stand for decorated functions. */
import type { Facts, Symbol } from '../../../facts/facts';
import type { AnyNode, NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import type { TranslationInput } from '../../translate';
import { hasBlocks, writtenBlock } from './blocks';
import { cachedBody, informationClass } from './caching';
import { choosing, dispatches, type Dispatches } from './dispatch';
import { copied, copiedAll, withChildren, type Change } from './copying';
import { shapeKey, type Closure, type Env, type Shape } from './known';
import { functionNames, type FunctionNames } from './names';
import * as n from './nodes';
import { environment, handedOn, parametersOfVariant, type HandedOn } from './handingOn';
import { keptDefaults, lambdasIn, withoutDefaults } from './lambdas';
import { objectClass } from './objects';
import { Planner } from './planning';
import { docOf, keptAttribute, takesOver, type Plan, type Wrapping } from './plans';
import { hasSpread, writtenArguments } from './spreads';
import { withStates } from './states';
import { nameOf, substituted, substitutedAll, type Substituting } from './substitution';
import { functionValues } from './values';
import { bodyOf, written } from './wrappers';

export class Expansion implements Substituting {
  readonly facts: Facts;
  readonly planner: Planner;
  readonly renamed = new Map<Symbol, string>();
  shape = '';
  /** Lambdas for functions that are values, by what they stand for. */
  private readonly values: Map<NodeBase, py.Lambda>;
  /** Lambdas whose defaults only keep a value, and the values. */
  private readonly bare = new Set<NodeBase>();
  private readonly defaults = new Map<Symbol, py.Expression>();
  private readonly dispatches: Dispatches | undefined;
  private readonly names: FunctionNames | undefined;
  private readonly handed: HandedOn | undefined;
  private readonly hasSpreads: boolean;
  private readonly hasBlocks: boolean;
  private readonly liftedNames = new Map<Closure, string>();
  /** Arguments whose second part is being written. */
  private readonly handling = new Set<NodeBase>();
  private hoisted: py.Statement[] = [];
  private information: string | undefined;

  constructor(input: TranslationInput) {
    this.facts = input.facts;
    const roots = input.file.units.map(unit => unit.node);
    this.planner = new Planner(this.facts, roots, this);
    this.values = functionValues(this.facts);
    const calls = this.facts.valueCalls();
    for (const lambda of roots.flatMap(lambdasIn)) {
      const reaching = calls.filter(one => one.origins.includes(lambda)).map(one => one.call as py.Call);
      const kept = keptDefaults(this.facts, lambda, reaching);
      if (!kept) continue;
      this.bare.add(lambda);
      for (const [symbol, value] of kept) this.defaults.set(symbol, value);
    }
    this.hasSpreads = roots.some(root => hasSpread(this.facts, root));
    this.hasBlocks = roots.some(root => hasBlocks(this.facts, root));
    this.planner.run();
    const fresh = (wanted: string): string => this.planner.fresh(wanted);
    this.dispatches = dispatches(this.facts, roots, fresh);
    const shownName = (func: py.FunctionDef): string =>
      this.planner.plans.get(func)?.shown?.shownName ?? n.idOf(func.name);
    this.handed = handedOn(this.facts, roots, this.planner.calls, fresh);
    this.names = functionNames({ facts: this.facts, fresh, shownName }, roots);
  }

  /** Functions got parameters for `*args` and `**kwargs`. */
  get handsOn(): boolean {
    return (this.handed?.variants.size ?? 0) > 0;
  }

  get hasPlans(): boolean {
    const { planner, values, bare, dispatches, names, handed } = this;
    if (this.hasSpreads || this.hasBlocks) return true;
    return [planner.plans, values, bare, dispatches?.bases, names?.texts, handed?.variants].some(
      one => one !== undefined && one.size > 0,
    );
  }

  // ---- what following the code of decorators asks for ----

  stateName(wanted: string): string {
    return this.planner.stateName(wanted);
  }

  emit(...statements: py.Statement[]): void {
    this.planner.current.before.push(...statements);
  }

  substituted(node: py.Expression, env: Env): py.Expression {
    return substituted(this, node, env);
  }

  substitutedStatement(node: py.Statement, env: Env): py.Statement[] {
    return substitutedAll(this, [node], env);
  }

  lifted(closure: Closure): string {
    const { current } = this.planner;
    const { node } = closure;
    if (closure.isGlobal && node.kind === 'FunctionDef') return n.idOf(node.name);
    if (current.layers.some(one => one.wrapper === closure)) return n.idOf(current.func.name);
    let name = this.liftedNames.get(closure);
    if (name !== undefined) return name;
    const own = node.kind === 'FunctionDef' ? n.idOf(node.name) : 'function';
    name = this.planner.fresh(`${n.idOf(current.func.name)}_${own}`);
    this.liftedNames.set(closure, name);
    const bare = n.without(current.func, 'returns');
    const made: py.FunctionDef = {
      ...(node.kind === 'FunctionDef' ? node : bare),
      name: n.name(name),
      params: node.params,
      body: substitutedAll(this, bodyOf(closure), closure.env),
      decorators: [],
      comments: [],
    };
    this.emit(this.stated(made));
    return name;
  }

  // ---- writing ----

  /** What is done with all code of the file. */
  readonly rewrite: Change = any => {
    const node = any as unknown as py.Node;
    if (this.planner.removed.has(any)) return [];
    const text = this.names?.args.get(any);
    if (text && !this.handling.has(any)) {
      this.handling.add(any);
      const made = copiedAll(any, this.rewrite);
      this.handling.delete(any);
      return [...made, this.rewritten(text)];
    }
    const lambda = this.values.get(any);
    if (lambda) {
      this.values.delete(any);
      const made = this.rewritten(lambda);
      this.values.set(any, lambda);
      return made;
    }
    const block = this.hasBlocks && writtenBlock(this.facts, node, wanted => this.planner.fresh(wanted));
    if (block) return block.flatMap(one => copiedAll(one, this.rewrite));
    switch (node.kind) {
      case 'Lambda':
        return this.bare.has(any) ? this.children(withoutDefaults(node)) : undefined;
      case 'Name': {
        const symbol = this.defaults.size > 0 ? this.facts.symbolOf(any) : undefined;
        const value = symbol && this.defaults.get(symbol);
        return value && this.rewritten(value);
      }
      case 'Param': {
        const name = this.names?.params.get(any);
        return name === undefined ? undefined : [this.children(any), n.param(name)];
      }
      case 'For':
      case 'Comprehension': {
        const loop = this.names?.loops.get(any);
        if (!loop) return undefined;
        const made = this.children(node);
        return { ...made, target: loop.target, iter: this.rewritten(loop.iter) } as typeof node;
      }
      case 'FunctionDef': {
        const others = this.dispatched(node) ?? this.variants(node);
        if (others) return others;
        const plan = this.planner.plans.get(any);
        if (plan) return this.writtenOut(plan);
        return this.planner.states.size === 0 ? undefined : this.stated(this.children(node));
      }
      case 'ClassDef': {
        const outer = this.hoisted;
        this.hoisted = [];
        const made = this.children(node);
        const all = [...this.hoisted, made];
        this.hoisted = outer;
        return all;
      }
      case 'Call': {
        const name = this.planner.calledNames.get(any) ?? this.handed?.called.get(any);
        const given = writtenArguments(this.facts, node);
        if (name === undefined) {
          const args = (given ?? []).flatMap(arg => copiedAll(arg, this.rewrite));
          return given && ({ ...node, func: this.rewritten(node.func), args } as AnyNode);
        }
        const func: py.Expression =
          node.func.kind === 'Attribute'
            ? { ...this.rewritten(node.func), attr: n.name(name) }
            : { ...node.func, kind: 'Name', id: name };
        return { ...node, func, args: (given ?? node.args).flatMap(arg => copiedAll(arg, this.rewrite)) } as AnyNode;
      }
      case 'Attribute':
        return this.names?.texts.get(any) ?? this.attributeOf(node);
      default:
        return undefined;
    }
  };

  private stated<T extends py.Statement>(node: T): T {
    return withStates(node, this.planner.states);
  }

  private children<T extends NodeBase>(node: T): T {
    return withChildren(node, child => copiedAll(child, this.rewrite)) as T;
  }

  rewritten<T extends NodeBase>(node: T): T {
    return copied(node, this.rewrite);
  }

  /** Behind a parameter for a function may come one for its name. */
  rewrittenParams(params: readonly py.Param[]): py.Param[] {
    return params.flatMap(param => copiedAll(param, this.rewrite) as py.Param[]);
  }

  rewrittenAll(node: py.Statement): py.Statement[] {
    return copiedAll(node, this.rewrite) as py.Statement[];
  }

  /** `fib.hits`, `fib.__wrapped__` of functions that are written out. */
  private attributeOf(node: py.Attribute): NodeBase | undefined {
    const found = this.writtenFunction(node.value);
    if (!found) return undefined;
    const { plan, depth } = found;
    const attr = n.idOf(node.attr);
    if (attr === '__wrapped__') {
      const inner = this.writtenFunction(node);
      return inner && n.name(nameOf(plan.layers[inner.depth]!.inner, ''));
    }
    const shown = plan.layers[depth]?.inner ?? plan.shown;
    if (attr === '__name__' && shown) return n.text(shown.shownName);
    if (attr === '__doc__' && shown) return shown.doc === undefined ? n.none() : n.text(shown.doc);
    const cache = plan.layers[depth - 1]?.cache;
    if (cache && attr === 'cache_clear') {
      return cache.hits === undefined ? n.attribute(n.name(cache.results), 'clear') : n.name(`${cache.results}_clear`);
    }
    if (cache && attr === 'cache_info') return n.name(`${cache.results}_info`);
    return keptAttribute(plan, depth, attr);
  }

  /** Which function of a plan an expression names: `fib`, or `fib.__wrapped__`, which has one wrapper less around it. */
  private writtenFunction(node: py.Expression): { plan: Plan; depth: number } | undefined {
    if (node.kind === 'Attribute' && n.idOf(node.attr) === '__wrapped__') {
      const outer = this.writtenFunction(node.value);
      const layer = outer?.plan.layers[outer.depth - 1];
      return outer && layer && takesOver(layer) ? { plan: outer.plan, depth: outer.depth - 1 } : undefined;
    }
    const symbol = node.kind === 'Name' ? this.facts.symbolOf(node) : undefined;
    const plan = symbol?.declaration && this.planner.plans.get(symbol.declaration);
    return plan && { plan, depth: plan.layers.length };
  }

  /** One function for each way in which it is called. */
  private variants(node: py.FunctionDef): py.FunctionDef[] | undefined {
    const variants = this.handed?.variants.get(node);
    return variants?.map((variant): py.FunctionDef => {
      const env = environment(this.facts, node, variant);
      const made: py.FunctionDef = {
        ...node,
        ...(variant.name === undefined ? {} : { name: n.name(variant.name), comments: [], blank: true }),
        params: this.rewrittenParams(parametersOfVariant(node, variant)),
        body: substitutedAll(this, node.body, env),
      };
      return this.stated(made);
    });
  }

  /** A function that chooses by the type of its first argument, or one that is chosen. */
  private dispatched(node: py.FunctionDef): py.FunctionDef | undefined {
    const chosen = this.dispatches?.bases.get(node);
    const implementation = this.dispatches?.implementations.get(node);
    if (!chosen && !implementation) return undefined;
    const func: py.FunctionDef = { ...this.children(node), decorators: [] };
    if (chosen) return { ...func, body: [...choosing(node, chosen), ...func.body] };
    const { name, type } = implementation!;
    const [first, ...others] = func.params;
    const isOpen = first?.kind === 'Param' && !first.annotation && type;
    return {
      ...func,
      name: n.name(name),
      params: isOpen ? [{ ...first, annotation: type }, ...others] : func.params,
    };
  }

  private writtenOut(plan: Plan): py.Statement[] {
    this.planner.current = plan;
    const { func, layers } = plan;
    const [first] = layers;
    const after = plan.after.map(one => this.rewritten(one));
    const copy = this.children(func);
    if (!first) return [this.stated({ ...copy, decorators: this.all(plan.kept) }), ...after];
    const doc = docOf(func);
    const plain: py.FunctionDef = {
      ...copy,
      name: n.name(nameOf(first.inner, shapeKey(plan.shapes[0]))),
      body: doc !== undefined && copy.body.length > 1 ? copy.body.slice(1) : copy.body,
      decorators: [...this.bindings(plan, first.below), ...this.all(first.below)],
    };
    const made: py.Statement[] = [this.stated(plain)];
    for (const [at, shape] of plan.shapes.entries()) {
      this.shape = shapeKey(shape);
      layers.forEach((layer, i) => {
        const next = layers[i + 1];
        const variant = at === 0 || !shape ? undefined : this.planner.variantName(plan, this.shape, shape.keywords);
        const name = next ? nameOf(next.inner, this.shape) : (variant ?? n.idOf(func.name));
        const one = this.stated(this.wrapping(plan, layer, shape, name, next ? next.below : plan.kept));
        if (!next && doc !== undefined && func.body[0]) one.body.unshift(this.rewritten(func.body[0]));
        one.blank = true;
        made.push(...(plan.object ? this.asObject(plan, one) : [one]));
      });
    }
    this.shape = '';
    const before = [...plan.before.map(one => copied(one, () => undefined)), ...this.cacheTools(layers)];
    if (!plan.owner) return [...before, ...made, ...after];
    this.hoisted.push(...before);
    return made;
  }

  private wrapping(
    plan: Plan,
    layer: Wrapping,
    shape: Shape | undefined,
    name: string,
    below: readonly py.Expression[],
  ): py.FunctionDef {
    const decorators = [...this.bindings(plan, below), ...this.all(below)];
    const { func, params } = plan;
    if (layer.wrapper) return written({ x: this, wrapper: layer.wrapper, func, params, shape, name, decorators });
    const inner = nameOf(layer.inner, this.shape);
    const { receiver } = params;
    const isStatic = layer.inner.binding === 'static';
    const owner = receiver ? n.idOf(receiver.name) : isStatic ? layer.inner.className : undefined;
    const plain = owner === undefined ? n.name(inner) : n.attribute(n.name(owner), inner);
    const bare = n.without(this.children(func), 'comments');
    return { ...bare, name: n.name(name), body: cachedBody(layer.cache, params, plain), decorators };
  }

  /** A class of its own for the function, and the object of it that stands for the function. */
  private asObject(plan: Plan, called: py.FunctionDef): py.Statement[] {
    const object = plan.object!;
    const own = n.idOf(object.owner.name);
    const others = [...this.planner.plans.values()].filter(one => one.object?.owner === object.owner);
    const word = n.idOf(plan.func.name).replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const name = others.length > 1 ? this.planner.fresh(`${own}${word}`) : own;
    const method: py.FunctionDef = { ...called, name: n.name('__call__'), decorators: [] };
    return [
      objectClass(this, object, name, method),
      n.assign(n.name(n.idOf(plan.func.name)), n.call(n.name(name), [])),
    ];
  }

  /** What `cache_info` and `cache_clear` run. */
  private cacheTools(layers: readonly Wrapping[]): py.Statement[] {
    return layers.flatMap((layer): py.Statement[] => {
      const { cache } = layer;
      if (!cache?.hits || !cache.misses) return [];
      const made: py.Statement[] = [];
      if (this.information === undefined) {
        this.information = this.planner.fresh('CacheInfo');
        made.push(
          { kind: 'ImportFrom', start: -1, end: -1, module: 'typing', level: 0, names: [namedTuple] },
          informationClass(this.information),
        );
      }
      const results = n.name(cache.results);
      const func = (word: string, body: py.Statement[]): py.FunctionDef => ({
        kind: 'FunctionDef',
        start: -1,
        end: -1,
        name: n.name(`${cache.results}_${word}`),
        typeParams: [],
        params: [],
        body,
        decorators: [],
        async: false,
        blank: true,
      });
      const info = n.call(n.name(this.information), [
        n.name(cache.hits),
        n.name(cache.misses),
        layer.wanted === undefined ? n.none() : n.int(layer.wanted),
        n.call(n.name('len'), [results]),
      ]);
      const clear = [
        n.statement(n.call(n.attribute(results, 'clear'), [])),
        n.assign(n.name(cache.hits), n.int(0)),
        n.assign(n.name(cache.misses), n.int(0)),
      ];
      made.push(func('info', [n.ret(info)]), this.stated(func('clear', clear)));
      return made;
    });
  }

  private all(nodes: readonly py.Expression[]): py.Expression[] {
    return nodes.map(one => this.rewritten(one));
  }

  /** `@staticmethod` stands on every function that the method became. */
  private bindings(plan: Plan, own: readonly py.Expression[]): py.Expression[] {
    const isBinding = (one: py.Expression): boolean =>
      /^builtins\.(static|class)method$/.test(this.facts.qualifiedName(one) ?? '');
    return own.some(isBinding) ? [] : this.all(plan.func.decorators.filter(isBinding));
  }
}

const namedTuple: py.Alias = { kind: 'Alias', start: -1, end: -1, name: 'NamedTuple' };
