/**
 * Which functions a call of a value may run: values are followed back through variables, parameters, fields and
 * containers to the functions that were put there. It goes by names alone, so that types can be asked of it.
 */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { childrenOf } from '../tree';
import type { Binding, PythonSymbol } from './bindings';
import { asPython, type PythonContext } from './context';
import { lastName } from './module';

/** A call of something that is no name of a function or class. */
export interface ValueCall {
  call: py.Call;
  /** FunctionDef, Lambda, or what stands for another function: a built-in's name, `str.upper`, `partial(…)`. */
  origins: readonly NodeBase[];
}

interface Flow {
  calls: ValueCall[];
  byFunction: Map<NodeBase, py.Call[]>;
}

const flows = new WeakMap<PythonContext, Flow>();

/** Every call of a value in the document. */
export function valueCalls(cx: PythonContext): readonly ValueCall[] {
  return flowOf(cx).calls;
}

/** The calls that may run a function which is handed on as a value. */
export function callsByValue(cx: PythonContext, func: NodeBase): readonly py.Call[] {
  return flowOf(cx).byFunction.get(func) ?? [];
}

function flowOf(cx: PythonContext): Flow {
  let flow = flows.get(cx);
  if (!flow) flows.set(cx, (flow = new Tracer(cx).flow()));
  return flow;
}

const maxRounds = 3;

/** Files with more calls of values are not followed. */
const maxCalls = 400;

class Tracer {
  private readonly found: py.Call[] = [];
  private readonly fields = new Set<string>();
  private readonly methods = new Map<string, py.FunctionDef[]>();
  private byFunction = new Map<NodeBase, py.Call[]>();
  /** Callees that are being followed: what a function returns may be what it calls. */
  private readonly followed = new Set<NodeBase>();

  constructor(private readonly cx: PythonContext) {
    for (const { name } of cx.module.attributeBindings) this.fields.add(name);
    for (const owner of cx.module.classes) {
      for (const one of owner.body) {
        if (one.kind === 'FunctionDef') {
          const id = lastName(one.name as py.Expression);
          this.methods.set(id, [...(this.methods.get(id) ?? []), one]);
        } else if (one.kind === 'AnnAssign') this.fields.add(lastName(one.target));
      }
    }
  }

  /** A parameter may be given a function by a call of a value, so it goes in rounds. */
  flow(): Flow {
    for (const root of this.cx.module.roots) this.collect(root);
    let calls: ValueCall[] = [];
    for (let round = 0; round < maxRounds && this.found.length > 0 && this.found.length < maxCalls; round++) {
      const before = this.byFunction;
      calls = this.found.map(call => ({ call, origins: this.origins(call.func) }));
      this.byFunction = new Map();
      for (const { call, origins } of calls) {
        for (const one of origins) this.byFunction.set(one, [...(this.byFunction.get(one) ?? []), call]);
      }
      const isSame = [...this.byFunction].every(([one, list]) => before.get(one)?.length === list.length);
      if (isSame && before.size === this.byFunction.size) break;
    }
    return { calls: calls.filter(one => one.origins.length > 0), byFunction: this.byFunction };
  }

  private collect(node: NodeBase): void {
    const n = asPython(node);
    if (n.kind === 'Call') {
      if (this.isValue(n.func)) this.found.push(n);
      this.collectHandedOn(n);
    }
    for (const child of childrenOf(node)) this.collect(child);
  }

  private isValue(func: py.Expression): boolean {
    switch (func.kind) {
      case 'Name': {
        const kind = this.cx.module.symbolOf(func)?.kind;
        return kind === 'variable' || kind === 'constant' || kind === 'parameter';
      }
      case 'Subscript':
      case 'Call':
      case 'IfExp':
      case 'Lambda':
        return true;
      case 'Attribute': {
        const name = lastName(func);
        return this.fields.has(name) && !this.methods.has(name);
      }
      default:
        return false;
    }
  }

  /** `map(f, items)` and `sorted(items, key=f)` call what a variable or a field holds. */
  private collectHandedOn(n: py.Call): void {
    const name = n.func.kind === 'Name' ? n.func.id : lastName(n.func);
    const args = n.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
    const [first, ...rest] = args;
    const add = (func: py.Expression, items: readonly py.Expression[]): void => {
      if (func.kind === 'Name' || func.kind === 'Attribute') {
        if (this.isValue(func)) this.found.push({ ...n, func, args: items.map(elementNode) });
      }
    };
    if (name === 'map' && first) add(first, rest);
    if ((name === 'filter' || name === 'takewhile' || name === 'dropwhile') && first && rest[0]) add(first, [rest[0]]);
    if (name === 'reduce' && first && rest[0]) add(first, [rest[0], rest[0]]);
    const key = n.args.find(arg => arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && arg.arg.id === 'key');
    const items = name === 'sort' && n.func.kind === 'Attribute' ? n.func.value : first;
    if (key?.kind === 'Keyword' && items) add(key.value, [items]);
  }

  private origins(func: py.Expression): NodeBase[] {
    const out = new Set<NodeBase>();
    this.value(func, out, new Set());
    return [...out];
  }

  /** The functions that an expression may be. */
  private value(e: NodeBase, out: Set<NodeBase>, seen: Set<NodeBase>): void {
    if (seen.has(e)) return;
    seen.add(e);
    const n = asPython(e);
    switch (n.kind) {
      case 'Lambda':
        out.add(n);
        return;
      case 'Name': {
        const symbol = this.cx.module.symbolOf(n);
        if (symbol?.kind === 'builtin' || symbol?.kind === 'class' || symbol?.kind === 'import') out.add(n);
        else if (symbol) {
          // A caller may leave out what such a function has a default for.
          if (symbol.bindings.some(one => one.kind === 'function' && isOpen(one.node))) out.add(n);
          this.bindings(symbol.bindings, out, seen, false);
        }
        return;
      }
      case 'IfExp':
        this.value(n.body, out, seen);
        this.value(n.orelse, out, seen);
        return;
      case 'BoolOp':
        for (const one of n.values) this.value(one, out, seen);
        return;
      case 'NamedExpr':
        this.value(n.value, out, seen);
        return;
      case 'Subscript':
        this.element(n.value, out, seen);
        return;
      case 'Attribute':
        this.attribute(n, out, seen);
        return;
      case 'Call':
        this.result(n, out, seen, false);
        return;
      default:
    }
  }

  private attribute(n: py.Attribute, out: Set<NodeBase>, seen: Set<NodeBase>): void {
    const name = lastName(n);
    const methods = this.methods.get(name);
    if (methods) {
      for (const one of methods) out.add(one);
      return;
    }
    if (this.fields.has(name)) return this.field(name, out, seen, false);
    // `str.upper`, `operator.add`, `items.append`
    out.add(n);
  }

  /** What a field is given: by `self.x = …`, by the class, and by the calls of a constructor that nobody wrote. */
  private field(name: string, out: Set<NodeBase>, seen: Set<NodeBase>, isContainer: boolean): void {
    for (const one of this.cx.module.attributeBindings) {
      if (one.name === name) this.bindings([one.binding], out, seen, isContainer);
    }
    for (const owner of this.cx.module.classes) {
      const fields = owner.body.filter(one => one.kind === 'AnnAssign');
      const at = fields.findIndex(one => lastName(one.target) === name);
      if (at < 0) continue;
      const follow = (of: py.Expression): void =>
        isContainer ? this.element(of, out, seen) : this.value(of, out, seen);
      const given = fields[at]?.value;
      if (given) follow(given);
      const symbol = owner.name.kind === 'Name' ? this.cx.module.symbolOf(owner.name) : undefined;
      for (const call of this.callsOf(symbol?.uses ?? [])) {
        const arg = argument(call, at, name);
        if (arg) follow(arg);
      }
    }
    if (isContainer) for (const use of this.cx.module.attributesNamed(name)) this.stored(use, out, seen);
  }

  private bindings(bindings: readonly Binding[], out: Set<NodeBase>, seen: Set<NodeBase>, isContainer: boolean): void {
    for (const one of bindings) {
      switch (one.kind) {
        case 'function':
          if (!isContainer) out.add(one.node);
          break;
        case 'value': {
          const [step] = one.path;
          const part =
            step && 'index' in step && one.value.kind === 'Tuple' && one.path.length === 1
              ? one.value.elts[step.index]
              : undefined;
          if (part) this.follow(part, out, seen, isContainer);
          else this.follow(one.value, out, seen, isContainer || one.path.length > 0);
          break;
        }
        case 'element':
          this.element(one.of, out, seen);
          break;
        case 'parameter':
          this.parameter(one, out, seen, isContainer);
          break;
        default:
      }
    }
  }

  private follow(of: NodeBase, out: Set<NodeBase>, seen: Set<NodeBase>, isContainer: boolean): void {
    if (isContainer) this.element(of, out, seen);
    else this.value(of, out, seen);
  }

  private parameter(
    { param, func }: Binding & { kind: 'parameter' },
    out: Set<NodeBase>,
    seen: Set<NodeBase>,
    isContainer: boolean,
  ): void {
    if (param.default) this.follow(param.default, out, seen, isContainer);
    const plain = func.params.filter(one => one.kind === 'Param' && one.form === 'plain');
    const name = lastName(param.name as py.Name);
    const isRest = param.form === 'star';
    const at = isRest ? plain.length : plain.indexOf(param);
    for (const { call, skips } of this.callersOf(func)) {
      const from = at - skips;
      if (isRest) {
        const rest = call.args.filter(arg => arg.kind !== 'Keyword').slice(from);
        for (const arg of rest) {
          const one = arg as py.Expression;
          if (one.kind === 'Starred') this.element(one.value, out, seen);
          else this.value(one, out, seen);
        }
        continue;
      }
      const arg = argument(call, from, name);
      if (arg) this.follow(arg, out, seen, isContainer);
    }
  }

  /** Calls of a function, and how many of its parameters they do not give. */
  private *callersOf(func: py.FunctionDef | py.Lambda): Generator<{ call: py.Call; skips: number }> {
    const isMethod = func.kind === 'FunctionDef' && this.cx.tree.parentOf(func)?.kind === 'ClassDef';
    for (const call of this.byFunction.get(func) ?? []) yield { call, skips: isMethod ? 1 : 0 };
    if (func.kind === 'Lambda' || func.name.kind !== 'Name') return;
    if (!isMethod) {
      for (const call of this.callsOf(this.cx.module.symbolOf(func.name)?.uses ?? [])) yield { call, skips: 0 };
      return;
    }
    const isStatic = func.decorators.some(one => lastName(one) === 'staticmethod');
    if (func.name.id === '__init__') {
      const owner = this.cx.tree.parentOf(func) as py.ClassDef;
      const symbol = owner.name.kind === 'Name' ? this.cx.module.symbolOf(owner.name) : undefined;
      for (const call of this.callsOf(symbol?.uses ?? [])) yield { call, skips: 1 };
      // `super().__init__(…)` and `Base.__init__(self, …)` hand on what they were given.
      for (const node of this.cx.module.attributesNamed('__init__')) {
        const call = this.cx.tree.parentOf(node);
        if (call?.kind === 'Call' && node.value.kind === 'Call') yield { call: call as py.Call, skips: 1 };
      }
      return;
    }
    for (const node of this.cx.module.attributesNamed(func.name.id)) {
      const call = this.cx.tree.parentOf(node);
      if (call?.kind === 'Call' && (call as py.Call).func === node) {
        yield { call: call as py.Call, skips: isStatic ? 0 : 1 };
      }
    }
  }

  private callsOf(uses: readonly NodeBase[]): py.Call[] {
    return uses.flatMap(use => {
      const parent = this.cx.tree.parentOf(use);
      return parent?.kind === 'Call' && (parent as py.Call).func === use ? [parent as py.Call] : [];
    });
  }

  /** What a call gives: of what the functions return that it runs, or of what the container holds that it asks. */
  private result(n: py.Call, out: Set<NodeBase>, seen: Set<NodeBase>, isContainer: boolean): void {
    const name = lastName(n.func);
    if (/^(partial|itemgetter|attrgetter|methodcaller)$/.test(name)) return void out.add(n);
    for (const func of this.run(n)) {
      if (func.kind === 'Lambda') this.follow(func.body, out, seen, isContainer);
      else for (const one of returned(func.body)) this.follow(one, out, seen, isContainer);
    }
    if (n.func.kind === 'Attribute' && /^(get|pop|setdefault|items|values|popleft|copy|keys)$/.test(name)) {
      this.element(n.func.value, out, seen);
      const [, otherwise] = n.args;
      if (otherwise && otherwise.kind !== 'Keyword') this.follow(otherwise, out, seen, isContainer);
    } else if (/^(list|tuple|set|dict|sorted|reversed|enumerate|zip|iter|next|chain|deque)$/.test(name)) {
      for (const arg of n.args) {
        if (arg.kind === 'Keyword') this.value(arg.value, out, seen);
        else this.element(arg, out, seen);
      }
    }
  }

  /** The functions of the file that a call runs. */
  private run({ func }: py.Call): (py.FunctionDef | py.Lambda)[] {
    if (func.kind === 'Attribute' && this.methods.has(lastName(func))) return this.methods.get(lastName(func)) ?? [];
    const symbol = func.kind === 'Name' ? this.cx.module.symbolOf(func) : undefined;
    if (func.kind === 'Name' && symbol?.kind === 'function') {
      return symbol.bindings.flatMap(one => (one.kind === 'function' ? [one.node] : []));
    }
    if (!this.isValue(func) || this.followed.has(func)) return [];
    this.followed.add(func);
    try {
      return this.origins(func).filter(one => one.kind === 'FunctionDef' || one.kind === 'Lambda') as py.FunctionDef[];
    } finally {
      this.followed.delete(func);
    }
  }

  /** The functions that a container holds, however deep. */
  private element(e: NodeBase, out: Set<NodeBase>, seen: Set<NodeBase>): void {
    const key = containerKey(e);
    if (seen.has(key)) return;
    seen.add(key);
    const n = asPython(e);
    const both = (one: NodeBase): void => {
      this.value(one, out, seen);
      if (one.kind !== 'Name' && one.kind !== 'Attribute') this.element(one, out, seen);
    };
    switch (n.kind) {
      case 'Dict':
        for (const one of n.items) {
          if (one.kind === 'DictItem') both(one.value);
          else if (one.kind === 'DictSpread') this.element(one.value, out, seen);
        }
        return;
      case 'List':
      case 'Tuple':
      case 'Set':
        n.elts.forEach(both);
        return;
      case 'Starred':
        return this.element(n.value, out, seen);
      case 'ListComp':
      case 'GeneratorExp':
      case 'SetComp':
        return both(n.elt);
      case 'DictComp':
        return both(n.value);
      case 'BinOp':
      case 'BoolOp':
      case 'IfExp':
        for (const one of childrenOf(n)) this.element(one, out, seen);
        return;
      case 'Subscript':
        return this.element(n.value, out, seen);
      case 'Call':
        return this.result(n, out, seen, true);
      case 'Attribute':
        return this.field(lastName(n), out, seen, true);
      case 'Name': {
        const symbol = this.cx.module.symbolOf(n);
        if (!symbol || symbol.kind === 'builtin' || symbol.kind === 'import') return;
        this.bindings(symbol.bindings, out, seen, true);
        this.storedIn(symbol, out, seen);
        return;
      }
      default:
    }
  }

  private storedIn(symbol: PythonSymbol, out: Set<NodeBase>, seen: Set<NodeBase>): void {
    for (const use of symbol.uses) this.stored(use, out, seen);
  }

  /** `handlers[name] = f`, `handlers[name].append(f)`, `handlers.setdefault(name, []).append(f)`. */
  private stored(use: NodeBase, out: Set<NodeBase>, seen: Set<NodeBase>): void {
    const parent = this.cx.tree.parentOf(use) as py.Node | undefined;
    if (parent?.kind === 'Subscript' && parent.value === use) {
      const up = this.cx.tree.parentOf(parent) as py.Node | undefined;
      if (up?.kind === 'Assign' && up.targets.includes(parent)) {
        this.value(up.value, out, seen);
        if (up.value.kind !== 'Name') this.element(up.value, out, seen);
      } else this.stored(parent, out, seen);
    } else if (parent?.kind === 'Attribute' && parent.value === use) {
      const call = this.cx.tree.parentOf(parent) as py.Node | undefined;
      if (call?.kind !== 'Call' || call.func !== parent) return;
      const name = lastName(parent);
      if (!/^(append|add|insert|extend|update|setdefault|appendleft|register)$/.test(name)) return;
      for (const arg of call.args) {
        const one = arg.kind === 'Keyword' ? arg.value : arg;
        this.value(one, out, seen);
        if (one.kind !== 'Name') this.element(one, out, seen);
      }
      if (name === 'setdefault') this.stored(call, out, seen);
    }
  }
}

const isOpen = (func: py.FunctionDef): boolean =>
  func.params.some(param => param.kind === 'Param' && (param.default !== undefined || param.form !== 'plain'));

const keys = new WeakMap<NodeBase, NodeBase>();

/** A container is followed apart from the value that the same node is. */
function containerKey(node: NodeBase): NodeBase {
  let key = keys.get(node);
  if (!key) keys.set(node, (key = { kind: 'container', start: -1, end: -1 }));
  return key;
}

function argument(call: py.Call, at: number, name: string): py.Expression | undefined {
  const named = call.args.find(arg => arg.kind === 'Keyword' && arg.arg && lastName(arg.arg as py.Name) === name);
  if (named?.kind === 'Keyword') return named.value;
  const given = call.args.filter(arg => arg.kind !== 'Keyword');
  const arg = at < 0 || given.slice(0, at + 1).some(one => one.kind === 'Starred') ? undefined : given[at];
  return arg as py.Expression | undefined;
}

/** An expression for one element of another: what iterating gives is what its first index gives. */
function elementNode(iterable: py.Expression): py.Expression {
  const place = { start: -1, end: -1 };
  return { kind: 'Subscript', ...place, value: iterable, slice: { kind: 'Int', ...place, value: '0' } };
}

const returns = new WeakMap<readonly NodeBase[], py.Expression[]>();

/** What the statements of a function return. */
function returned(body: readonly py.Statement[]): py.Expression[] {
  let known = returns.get(body);
  if (known) return known;
  known = [];
  returns.set(body, known);
  const visit = (node: NodeBase): void => {
    const n = asPython(node);
    if (n.kind === 'FunctionDef' || n.kind === 'ClassDef' || n.kind === 'Lambda') return;
    if (n.kind === 'Return' && n.value) known!.push(n.value);
    for (const child of childrenOf(n)) visit(child);
  };
  body.forEach(visit);
  return known;
}
