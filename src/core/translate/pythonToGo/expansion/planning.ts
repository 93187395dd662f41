/** Looks at every decorated function of a file and plans what is to stand for it. */
import type { Facts, Symbol } from '../../../facts/facts';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { isCache, limitOf } from './caching';
import { apply, argumentsOf, evaluate, functionOf, type Follower } from './evaluation';
import { Declined, shapeKey, type Closure, type Env, type Known, type Layer } from './known';
import * as n from './nodes';
import { objectOf } from './objects';
import { bindingOf, classOf, docOf, leavesFunction, methodOf, newPlan, type Plan } from './plans';
import { Calls, distinctShapes } from './shapes';
import { looksAt } from './wrappers';

export class Planner {
  readonly plans = new Map<NodeBase, Plan>();
  /** Calls that a function of another name answers: they give their arguments in another way. */
  readonly calledNames = new Map<NodeBase, string>();
  /** What nothing uses any more. */
  readonly removed = new Set<NodeBase>();
  /** Variables that functions keep, by how a function that changes them says so. */
  readonly states = new Map<string, 'Global' | 'Nonlocal'>();
  readonly assumptions = new Set<string>();
  current!: Plan;
  private readonly taken = new Set<string>();
  private readonly variants = new Map<Plan, Map<string, string>>();
  readonly calls: Calls;

  constructor(
    private readonly facts: Facts,
    private readonly roots: readonly NodeBase[],
    private readonly follower: Follower,
  ) {
    for (const root of roots) {
      walk(root, node => {
        if (node.kind === 'Name') this.taken.add(String(node['id']));
      });
    }
    this.calls = new Calls(facts, roots);
  }

  /** Fills the plans. */
  run(): void {
    for (const root of this.roots) {
      walk(root, any => {
        const node = any as unknown as py.Node;
        if (node.kind === 'FunctionDef' && node.decorators.length > 0) this.planFunction(node);
      });
    }
    this.removeDecorators();
  }

  private planFunction(func: py.FunctionDef): void {
    const parent = this.facts.parentOf(func) as py.Node | undefined;
    const owner = parent?.kind === 'ClassDef' ? parent : undefined;
    const states = new Map(this.states);
    try {
      const plan = (this.current = newPlan(this.facts, func, owner));
      let layer = this.innermost(func, owner);
      for (const decorator of [...func.decorators].reverse()) layer = this.decorate(plan, decorator, layer);
      if (plan.expanded.length === 0) return;
      this.findShapes(plan);
      this.nameLayers(plan);
      plan.shown = layer;
      this.plans.set(func, plan);
    } catch (error) {
      if (!(error instanceof Declined)) throw error;
      this.states.clear();
      for (const [name, form] of states) this.states.set(name, form);
    }
  }

  private innermost(func: py.FunctionDef, owner: py.ClassDef | undefined): Layer {
    return {
      shownName: n.idOf(func.name),
      doc: docOf(func),
      names: new Map(),
      binding: bindingOf(this.facts, func, owner),
      className: owner ? n.idOf(owner.name) : '',
    };
  }

  private decorate(plan: Plan, decorator: py.Expression, layer: Layer): Layer {
    if (plan.object) throw new Declined('a decorator around an object');
    if (isCache(this.facts, decorator)) return this.cache(plan, decorator, layer);
    if (this.facts.qualifiedName(decorator) === 'functools.cached_property') {
      const cached = this.cache(plan, decorator, layer);
      plan.kept.unshift(n.name('property'));
      return cached;
    }
    if (leavesFunction(this.facts, decorator)) {
      if (plan.owner || plan.layers.length > 0) throw new Declined('what is registered is no plain function');
      plan.expanded.push(decorator);
      plan.after.push(n.statement(n.call(decorator, [n.name(n.idOf(plan.func.name))])));
      return layer;
    }
    if (!this.isOwn(decorator)) {
      plan.kept.unshift(decorator);
      return layer;
    }
    if (plan.after.length > 0) throw new Declined('a wrapper around what is registered');
    const target: Known = { kind: 'target', layer };
    if (decorator.kind === 'Name' && classOf(this.facts, decorator)) {
      if (plan.owner || plan.layers.length > 0) throw new Declined('an object that is no plain function');
      plan.object = objectOf(this.facts, classOf(this.facts, decorator)!, target);
      return this.wrap(plan, decorator, layer, plan.object.call);
    }
    const made = this.resultOf(decorator, target);
    if (made.kind !== 'closure' || made.isGlobal) throw new Declined('no wrapper');
    return this.wrap(plan, decorator, layer, made);
  }

  private wrap(plan: Plan, decorator: py.Expression, inner: Layer, wrapper: Closure): Layer {
    plan.expanded.push(decorator);
    plan.layers.push({ wrapper, inner, below: plan.kept.splice(0) });
    const own = wrapper.node.kind === 'FunctionDef' ? n.idOf(wrapper.node.name) : '<lambda>';
    const names = wrapper.wraps ? {} : { shownName: own, doc: undefined };
    return { ...inner, ...names, names: new Map() };
  }

  private cache(plan: Plan, decorator: py.Expression, inner: Layer): Layer {
    if (plan.func.async) throw new Declined('a cache for coroutines');
    const wanted = limitOf(this.facts, decorator);
    const symbol = this.facts.symbolOf(plan.func.name);
    const isCounted = symbol?.uses.some(use => {
      const parent = this.facts.parentOf(use) as py.Node | undefined;
      return parent?.kind === 'Attribute' && n.idOf(parent.attr) === 'cache_info';
    });
    // A large limit is seen by programs alone that ask how full the cache is.
    const limit = wanted !== undefined && (wanted < 128 || isCounted) ? wanted : undefined;
    if (wanted !== undefined && limit === undefined) {
      this.assumptions.add(`a cache never holds more than ${wanted} results`);
    }
    const results = this.stateName('cache');
    plan.before.push(n.assign(n.name(results), n.dict([])));
    const counter = (word: string): string | undefined => {
      if (!isCounted) return undefined;
      const name = this.stateName(word);
      plan.before.push(n.assign(n.name(name), n.int(0)));
      return name;
    };
    const cache = { results, hits: counter('hits'), misses: counter('misses'), limit };
    plan.expanded.push(decorator);
    plan.layers.push({ cache, wanted, inner, below: plan.kept.splice(0) });
    return { ...inner, names: new Map() };
  }

  /** A decorator that a function or a class of the file makes. */
  private isOwn(decorator: py.Expression): boolean {
    const callee = decorator.kind === 'Call' ? decorator.func : decorator;
    if (callee.kind !== 'Name') return false;
    return functionOf(this.facts.symbolOf(callee)) !== undefined || classOf(this.facts, callee) !== undefined;
  }

  private resultOf(decorator: py.Expression, target: Known): Known {
    const env: Env = new Map();
    if (decorator.kind !== 'Call') {
      const closure = evaluate(this.follower, decorator, env);
      return closure.kind === 'closure' ? apply(this.follower, closure, [target]) : closure;
    }
    const made = classOf(this.facts, decorator.func);
    if (made) return this.objectResult(made, decorator, target);
    const maker = evaluate(this.follower, decorator.func, env);
    if (maker.kind !== 'closure') throw new Declined('no function');
    const { args, keywords } = argumentsOf(this.follower, decorator.args, env);
    const closure = apply(this.follower, maker, args, keywords);
    return closure.kind === 'closure' ? apply(this.follower, closure, [target]) : closure;
  }

  /** `@Retry(times=3)`: an object of the class that is called with the function. */
  private objectResult(owner: py.ClassDef, decorator: py.Call, target: Known): Known {
    const called = methodOf(owner, '__call__');
    if (!called) throw new Declined('an object that is not called');
    const name = this.stateName(n.idOf(owner.name).toLowerCase());
    this.follower.emit(n.assign(n.name(name), this.follower.substituted(decorator, new Map())));
    this.removed.add(called);
    const closure: Closure = { kind: 'closure', node: called, env: new Map(), wraps: false, attributes: new Map() };
    return apply(this.follower, closure, [{ kind: 'object', name, fields: new Map() }, target]);
  }

  // ---- shapes ----

  /** What the callers write is seen where a wrapper looks at its arguments. */
  private findShapes(plan: Plan): void {
    const looks = plan.layers.map(({ wrapper }) =>
      wrapper ? looksAt(this.facts, wrapper, node => isTarget(this.facts, node, wrapper)) : 'key',
    );
    const { params } = plan;
    if (looks.every(one => one === 'nothing') || params.star || params.doubleStar) return;
    const calls = this.calls.of(plan.func, plan.owner !== undefined);
    const shapes = distinctShapes(calls, params);
    const all = params.positional.length;
    const isWhole = params.keywordOnly.length === 0;
    if (isWhole && shapes.every(one => one.positional === all && one.keywords.length === 0)) return;
    if (!looks.includes('parts')) {
      if (shapes.length > 1) {
        this.assumptions.add('calls that give the same arguments in different ways share a result in a cache');
      }
      return;
    }
    if (plan.object && shapes.length > 1) throw new Declined('an object that is called in several ways');
    plan.shapes = shapes;
    for (const { call, shape } of calls) {
      const key = shapeKey(shape);
      if (key !== shapeKey(shapes[0])) this.calledNames.set(call, this.variantName(plan, key, shape.keywords));
    }
  }

  /** The name of the function for calls of another shape. */
  variantName(plan: Plan, key: string, keywords: readonly string[]): string {
    let known = this.variants.get(plan);
    if (!known) this.variants.set(plan, (known = new Map()));
    let name = known.get(key);
    if (name === undefined) {
      const by = keywords.length > 0 ? `with_${keywords.join('_')}` : `of_${key}`;
      known.set(key, (name = this.fresh(`${n.idOf(plan.func.name)}_${by}`)));
    }
    return name;
  }

  /** Names for the function itself and the wrappers below the outermost one. */
  private nameLayers(plan: Plan): void {
    const own = n.idOf(plan.func.name);
    plan.layers.forEach(({ inner }, i) => {
      if (i === 0) {
        const name = this.fresh(own.startsWith('_') ? `_plain${own}` : `plain_${own}`);
        for (const shape of plan.shapes) inner.names.set(shapeKey(shape), name);
        return;
      }
      const by = plan.expanded[i - 1]!;
      const callee = by.kind === 'Call' ? by.func : by;
      const word = callee.kind === 'Name' ? callee.id : callee.kind === 'Attribute' ? n.idOf(callee.attr) : 'wrapper';
      plan.shapes.forEach((shape, at) => {
        const base = at === 0 || !shape ? own : this.variantName(plan, shapeKey(shape), shape.keywords);
        inner.names.set(shapeKey(shape), this.fresh(`${base}_with_${word}`));
      });
    });
  }

  fresh(wanted: string): string {
    let name = wanted;
    for (let i = 2; this.taken.has(name); i++) name = `${wanted}_${i}`;
    this.taken.add(name);
    return name;
  }

  stateName(wanted: string): string {
    const own = n.idOf(this.current.func.name).replace(/^_+/, '');
    const name = this.fresh(`${own}_${wanted}`);
    const around = this.facts.parentOf(this.current.owner ?? this.current.func);
    this.states.set(name, around ? 'Nonlocal' : 'Global');
    return name;
  }

  // ---- what is left over ----

  /** Decorators that nobody uses but functions that are written out now. */
  private removeDecorators(): void {
    const plans = [...this.plans.values()];
    const written = plans.flatMap(plan => plan.after.map(one => (one as py.ExprStmt).value));
    const kept = new Set<NodeBase>(written.map(one => (one.kind === 'Call' ? one.func : one)));
    const gone = new Set<NodeBase>(plans.flatMap(plan => plan.expanded.filter(one => !kept.has(one))));
    const named = [...gone].map(one => (one.kind === 'Call' ? (one as py.Call).func : one));
    const used = named.map(one => (one.kind === 'Name' ? this.facts.symbolOf(one) : undefined));
    const local = used.filter(one => one !== undefined);
    const candidates = new Set<Symbol>([...this.facts.module.symbols.values(), ...local]);
    for (let changed = true; changed;) {
      changed = false;
      for (const symbol of candidates) {
        const node = symbol.declaration;
        const isCandidate = symbol.kind === 'function' || (symbol.kind === 'class' && this.isOnlyDecorator(symbol));
        if (!isCandidate || !node || this.removed.has(node) || !this.isUnused(symbol, gone)) continue;
        this.removed.add(node);
        changed = true;
      }
    }
  }

  /** A class that stands above functions without being called: each has its own class now. */
  private isOnlyDecorator(symbol: Symbol): boolean {
    return [...this.plans.values()].some(plan => plan.object?.owner === symbol.declaration);
  }

  private isUnused(symbol: Symbol, gone: ReadonlySet<NodeBase>): boolean {
    const declaration = symbol.declaration as py.FunctionDef | py.ClassDef;
    const uses = symbol.uses.filter(use => use !== declaration.name);
    return (
      uses.length > 0 &&
      uses.every(use => {
        for (let at: NodeBase | undefined = use; at; at = this.facts.parentOf(at)) {
          if (gone.has(at) || this.removed.has(at) || at === declaration) return true;
        }
        return false;
      })
    );
  }
}

function isTarget(facts: Facts, node: NodeBase, { env }: Closure): boolean {
  if (node.kind === 'Attribute') {
    const { value, attr } = node as py.Attribute;
    const symbol = value.kind === 'Name' ? facts.symbolOf(value) : undefined;
    const owner = symbol && env.get(symbol);
    return owner?.kind === 'object' && owner.fields.get(n.idOf(attr))?.kind === 'target';
  }
  const symbol = node.kind === 'Name' ? facts.symbolOf(node) : undefined;
  return symbol !== undefined && env.get(symbol)?.kind === 'target';
}
