/**
 * The webs of a variable: the values that it is given and the places that may read them, put together where they meet.
 * `line = line.split()` is two variables of one name; `total += 1` goes on with the one that is there.
 */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { childrenOf } from '../tree';
import type { PythonSymbol } from './bindings';
import type { PythonModule } from './module';

/** Which values may be in a variable at a place: the names that were bound. `undefined` where nothing comes by. */
type State = Map<PythonSymbol, Set<py.Name>> | undefined;

interface Loop {
  breaks: State[];
  continues: State[];
}

/** Ways of getting a value that say nothing of other places. */
const plainBindings = new Set(['value', 'element', 'enter', 'augmented', 'caught', 'parameter']);

/** The names of each variable of the document that falls apart, by web, in the order of the text. */
export function websOf(module: PythonModule): Map<PythonSymbol, py.Name[][]> {
  const pass = new WebPass(module);
  pass.run(module.roots);
  return pass.webs();
}

class WebPass {
  private state: State = new Map();
  private loops: Loop[] = [];
  /** All that is bound inside of each `try` around. */
  private bound: Map<PythonSymbol, Set<py.Name>>[] = [];
  private readonly parents = new Map<py.Name, py.Name>();
  private readonly seen = new Map<PythonSymbol, Set<py.Name>>();
  private readonly refused = new Set<PythonSymbol>();

  constructor(private readonly module: PythonModule) {}

  run(body: readonly NodeBase[]): void {
    const { state, loops, bound } = this;
    this.state = new Map();
    this.loops = [];
    this.bound = [];
    this.visitAll(body);
    this.state = state;
    this.loops = loops;
    this.bound = bound;
  }

  webs(): Map<PythonSymbol, py.Name[][]> {
    const found = new Map<PythonSymbol, py.Name[][]>();
    for (const [symbol, names] of this.seen) {
      if (this.refused.has(symbol) || symbol.uses.some(use => !names.has(use as py.Name))) continue;
      const groups = new Map<py.Name, py.Name[]>();
      for (const use of symbol.uses as py.Name[]) {
        const root = this.rootOf(use);
        groups.set(root, [...(groups.get(root) ?? []), use]);
      }
      if (groups.size > 1) found.set(symbol, [...groups.values()]);
    }
    return found;
  }

  private candidate(node: NodeBase): PythonSymbol | undefined {
    if (node.kind !== 'Name') return undefined;
    const symbol = this.module.symbolOf(node);
    if (!symbol || symbol.captured || symbol.bindings.length < 2) return undefined;
    if (symbol.kind !== 'variable' && symbol.kind !== 'parameter') return undefined;
    if (symbol.scope.kind !== 'function' && symbol.scope.kind !== 'module') return undefined;
    return symbol.bindings.every(binding => plainBindings.has(binding.kind)) ? symbol : undefined;
  }

  private rootOf(name: py.Name): py.Name {
    let root = name;
    for (let up = this.parents.get(root); up; up = this.parents.get(root)) root = up;
    return root;
  }

  private unite(a: py.Name, b: py.Name): void {
    const [one, other] = [this.rootOf(a), this.rootOf(b)];
    if (one !== other) this.parents.set(one, other);
  }

  private note(symbol: PythonSymbol, name: py.Name): void {
    const names = this.seen.get(symbol);
    if (names) names.add(name);
    else this.seen.set(symbol, new Set([name]));
  }

  private read(name: py.Name): void {
    const symbol = this.candidate(name);
    if (!symbol) return;
    this.note(symbol, name);
    if (!this.state) return;
    const values = this.state.get(symbol);
    if (!values || values.size === 0) this.refused.add(symbol);
    for (const one of values ?? []) this.unite(name, one);
  }

  private bind(name: NodeBase, mayBeSkipped = false): void {
    const symbol = this.candidate(name);
    if (!symbol) return;
    this.note(symbol, name as py.Name);
    const before = mayBeSkipped ? (this.state?.get(symbol) ?? []) : [];
    (this.state ??= new Map()).set(symbol, new Set([...before, name as py.Name]));
    for (const bound of this.bound) bound.set(symbol, new Set([...(bound.get(symbol) ?? []), name as py.Name]));
  }

  private visitAll(nodes: readonly NodeBase[]): void {
    for (const node of nodes) this.visit(node);
  }

  private target(node: py.Node): void {
    switch (node.kind) {
      case 'Name':
        return this.bind(node);
      case 'Tuple':
      case 'List':
        return node.elts.forEach(elt => this.target(elt));
      case 'Starred':
        return this.target(node.value);
      default:
        return this.visit(node);
    }
  }

  private visit(node: NodeBase): void {
    const n = node as py.Node;
    switch (n.kind) {
      case 'Name':
        return this.read(n);
      case 'Lambda':
        return;
      case 'Attribute':
        return this.visit(n.value);
      case 'Keyword':
        return this.visit(n.value);
      case 'NamedExpr':
        this.visit(n.value);
        return this.bind(n.target, true);
      case 'FunctionDef':
        return this.visitFunction(n);
      case 'Assign':
        this.visit(n.value);
        return n.targets.forEach(one => this.target(one));
      case 'AugAssign':
        this.visit(n.value);
        this.visit(n.target);
        return n.target.kind === 'Name' ? this.bind(n.target) : undefined;
      case 'If':
        this.visit(n.test);
        return this.branches([() => this.visitAll(n.body), () => this.visitAll(n.orelse)]);
      case 'For':
        this.visit(n.iter);
        return this.loop(() => this.target(n.target), n.body, n.orelse);
      case 'While':
        return this.loop(undefined, n.body, n.orelse, n.test);
      case 'With':
        for (const item of n.items) {
          if (item.kind !== 'WithItem') continue;
          this.visit(item.context);
          if (item.target) this.target(item.target);
        }
        return this.visitManaged(n.body);
      case 'Try':
        return this.visitTry(n);
      case 'Match':
        this.visit(n.subject);
        return this.branches([...n.cases.map(one => () => this.visitAll(childrenOf(one))), () => undefined]);
      case 'Return':
      case 'Raise':
        this.visitAll(childrenOf(n));
        this.state = undefined;
        return;
      case 'Break':
        this.loops.at(-1)?.breaks.push(this.state);
        this.state = undefined;
        return;
      case 'Continue':
        this.loops.at(-1)?.continues.push(this.state);
        this.state = undefined;
        return;
      default:
        return this.visitAll(childrenOf(n));
    }
  }

  private visitFunction(n: py.FunctionDef): void {
    this.visitAll(n.decorators);
    for (const param of n.params) {
      if (param.kind !== 'Param') continue;
      if (param.default) this.visit(param.default);
    }
    const outer = { state: this.state, loops: this.loops, bound: this.bound };
    this.state = new Map();
    this.loops = [];
    this.bound = [];
    for (const param of n.params) if (param.kind === 'Param' && param.name) this.bind(param.name);
    this.visitAll(n.body);
    Object.assign(this, outer);
  }

  /** Each way starts from here; behind them, whatever any of them left may be there. */
  /** A body that ends with a raise: its manager may take the error, and what stands behind runs all the same. */
  private visitManaged(body: readonly py.Statement[]): void {
    const start = copyOf(this.state);
    this.visitAll(body);
    this.state ??= start;
  }

  private branches(ways: readonly (() => void)[]): void {
    const start = this.state;
    const ends: State[] = [];
    for (const way of ways) {
      this.state = copyOf(start);
      way();
      ends.push(this.state);
    }
    this.state = merged(ends);
  }

  private loop(
    start: (() => void) | undefined,
    body: readonly py.Statement[],
    orelse: readonly py.Statement[],
    test?: py.Expression,
  ): void {
    let head = this.state;
    let breaks: State[] = [];
    // The second round sees what the first one left; a third would see nothing new.
    for (let round = 0; round < 2; round++) {
      const loop: Loop = { breaks: [], continues: [] };
      this.loops.push(loop);
      this.state = copyOf(head);
      if (test) this.visit(test);
      start?.();
      this.visitAll(body);
      this.loops.pop();
      head = merged([head, this.state, ...loop.continues]);
      breaks = loop.breaks;
    }
    this.state = copyOf(head);
    if (test) this.visit(test);
    this.visitAll(orelse);
    this.state = merged([this.state, ...breaks]);
  }

  private visitTry(n: py.Try): void {
    const before = copyOf(this.state);
    const inside = new Map<PythonSymbol, Set<py.Name>>();
    this.bound.push(inside);
    const last = n.body.at(-1);
    // What fails in the last assignment has not been assigned.
    if (last?.kind === 'Assign') {
      this.visitAll([...n.body.slice(0, -1), last.value]);
      this.bound.pop();
      last.targets.forEach(one => this.target(one));
    } else {
      this.visitAll(n.body);
      this.bound.pop();
    }
    const failed = merged([before, inside]);
    this.visitAll(n.orelse);
    const ends: State[] = [this.state];
    for (const handler of n.handlers) {
      if (handler.kind !== 'ExceptHandler') continue;
      this.state = copyOf(failed);
      if (handler.type) this.visit(handler.type);
      if (handler.name) this.bind(handler.name);
      this.visitAll(handler.body);
      ends.push(this.state);
    }
    this.state = merged(n.finalbody.length > 0 ? [...ends, failed] : ends);
    this.visitAll(n.finalbody);
  }
}

const copyOf = (state: State): State => state && new Map(state);

function merged(states: readonly State[]): State {
  const live = states.filter(state => state !== undefined);
  if (live.length < 2) return copyOf(live[0]);
  const all: NonNullable<State> = new Map();
  for (const state of live) {
    for (const [symbol, names] of state) all.set(symbol, new Set([...(all.get(symbol) ?? []), ...names]));
  }
  return all;
}
