/**
 * Runs the program for a trial, as far as what it works with is known: to see which whole numbers outgrow 64 bits and
 * where whole numbers and floats become text. Nothing is printed, nothing outside is read, and the steps are counted.
 */
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import type { PythonModule } from '../module';
import { methods as operatorMethods } from '../operators';
import { attributeOf, callValue, setField, superMember } from './calls';
import { contains, equals, operate, order, placeIn, sliced } from './operate';
import { divisionAt } from './shapes';
import { Sightings } from './sightings';
import { execute, run } from './statements';
import { assign } from './targets';
import { formatted, reprOf, textOf } from './texts';
import {
  forget,
  generator,
  isObject,
  iterate,
  keyOf,
  list,
  Lost,
  memberOf,
  native,
  OutOfTime,
  raise,
  Raised,
  some,
  spanLength,
  truth,
  tuple,
  type Frame,
  type FunctionValue,
  type Value,
} from './values';

/** Expressions and statements that one run works out. */
const maxSteps = 100_000;

export class Machine {
  readonly sightings = new Sightings();
  readonly top: Frame = { values: new Map(), parent: undefined };
  depth = 0;
  /** The exceptions that are being handled, the newest last. */
  readonly handled: Raised[] = [];
  private steps = 0;

  constructor(readonly module: PythonModule) {}

  /** Runs the statements of the module. */
  runModule(): Sightings {
    try {
      for (const node of this.module.roots) {
        try {
          const ended = execute(this, node as py.Statement, this.top);
          if (ended) break;
        } catch (error) {
          if (!(error instanceof Lost)) throw error;
          this.lose(node, this.top);
        }
      }
    } catch (error) {
      // An exception that ends the program, or the end of patience.
      const isExit = error instanceof Raised && error.value.of.name === 'SystemExit';
      if (!isExit) this.sightings.isComplete = false;
    }
    return this.sightings;
  }

  step(): void {
    if (++this.steps > maxSteps) throw new OutOfTime();
  }

  /** Code was left in its middle: what it may have changed is forgotten. */
  lose(node: NodeBase, frame: Frame, done = new Set<NodeBase>()): void {
    this.sightings.isComplete = false;
    if (done.has(node)) return;
    done.add(node);
    walk(node, (inner, parent) => {
      if (inner.kind !== 'Name') return;
      const name = inner as unknown as py.Name;
      const symbol = this.module.symbolOf(name);
      const value = symbol && this.lookUp(name, frame);
      forget(value);
      if (isObject(value) && value.kind === 'function') this.lose(value.node, value.frame, done);
      const isTarget =
        parent !== undefined && /^(Assign|AugAssign|AnnAssign|For|Tuple|List|Comprehension)$/.test(parent.kind);
      if (symbol && isTarget && symbol.kind === 'variable' && symbol.scope.kind === 'module')
        this.top.values.set(symbol, undefined);
    });
  }

  runBody(func: py.FunctionDef, frame: Frame): Value {
    const ended = run(this, func.body, frame);
    return ended && typeof ended === 'object' ? ended.result : null;
  }

  // ---- names ----

  lookUp(node: py.Name, frame: Frame): Value {
    if (node.id === '__name__') return '__main__';
    const symbol = this.module.symbolOf(node);
    if (!symbol) return undefined;
    for (let at: Frame | undefined = frame; at; at = at.parent) {
      if (at.values.has(symbol)) return at.values.get(symbol);
    }
    if (symbol.kind === 'builtin') return { kind: 'library', name: symbol.name };
    if (symbol.import) {
      const { module, name } = symbol.import;
      return attributeOrModule(this, module, name);
    }
    return undefined;
  }

  bindName(node: py.Name, value: Value, frame: Frame): void {
    const symbol = this.module.symbolOf(node);
    if (!symbol) throw new Lost();
    let at: Frame | undefined = frame;
    if (symbol.scope.kind === 'module') at = this.top;
    else if (symbol.scope.kind === 'function') {
      while (at && at.func?.node !== symbol.scope.node) at = at.parent;
    }
    (at ?? frame).values.set(symbol, value);
    this.sightings.hold(symbol, value);
  }

  // ---- calls ----

  add(one: Value, other: Value): Value {
    return this.binary({ kind: 'BinOp', start: -1, end: -1 }, '+', one, other);
  }

  attribute(of: Value, name: string): Value {
    return attributeOf(this, of, name);
  }

  setAttribute(of: Value, name: string, value: Value): void {
    if (!isObject(of) || of.kind !== 'object') throw new Lost();
    setField(this, of, name, value);
  }

  call(func: Value, args: Value[], keywords = new Map<string, Value>()): Value {
    return callValue(this, func, args, keywords);
  }

  text(value: Value): string | undefined {
    if (isObject(value)) this.showParts(value, new Set());
    return textOf(value);
  }

  repr(value: Value): string | undefined {
    if (isObject(value)) this.showParts(value, new Set());
    return reprOf(value);
  }

  /** Texts of containers and dataclasses show what is in them. */
  private showParts(value: Value, done: Set<object>): void {
    if (!isObject(value) || done.has(value) || done.size > 200) return;
    done.add(value);
    if (value.kind === 'list' || value.kind === 'tuple') for (const item of value.items) this.showParts(item, done);
    else if (value.kind === 'dict') for (const [, item] of value.entries.values()) this.showParts(item, done);
    else if (value.kind === 'object' && !memberOf(value.of, '__str__') && !memberOf(value.of, '__repr__')) {
      for (const [name, field] of value.fields) {
        this.sightings.show(`${value.of.name}.${name}`, field);
        this.showParts(field, done);
      }
    }
  }

  /** What runs when somebody waits for it. */
  later(run: () => Value): Value {
    let done = false;
    let result: Value;
    const value = native(() => {
      if (!done) {
        done = true;
        result = run();
      }
      return result;
    });
    this.tasks.add(value);
    return value;
  }

  private readonly tasks = new WeakSet<object>();

  /** `await value` */
  awaited(value: Value): Value {
    return isObject(value) && value.kind === 'native' && this.tasks.has(value) ? value.run([], new Map()) : value;
  }

  // ---- expressions ----

  evaluate(node: py.Expression, frame: Frame): Value {
    this.step();
    switch (node.kind) {
      case 'Int':
        return BigInt(node.value);
      case 'Float':
        return Number(node.value);
      case 'Str':
        return node.value;
      case 'Bytes':
        return { ...list(Array.from(node.value, one => BigInt(one.charCodeAt(0)))), form: 'bytes' };
      case 'Bool':
        return node.value;
      case 'None':
        return null;
      case 'Name':
        return this.lookUp(node, frame);
      case 'JoinedStr':
        return this.joined(node, frame);
      case 'List':
        return list(this.items(node.elts, frame));
      case 'Tuple':
        return tuple(this.items(node.elts, frame));
      case 'Set':
        return { kind: 'set', entries: new Map(this.items(node.elts, frame).map(item => [keyOf(item), item])) };
      case 'Dict':
        return this.display(node, frame);
      case 'GeneratorExp':
        return this.lazy(node, frame);
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
        return this.comprehension(node, frame);
      case 'UnaryOp':
        return this.unary(node, this.evaluate(node.operand, frame));
      case 'BinOp':
        return this.binaryNode(node, frame);
      case 'BoolOp': {
        let result: Value;
        for (const one of node.values) {
          result = this.evaluate(one, frame);
          if (truth(result) === (node.op === 'or')) return result;
        }
        return result;
      }
      case 'Compare':
        return this.compare(node, frame);
      case 'IfExp':
        return this.evaluate(truth(this.evaluate(node.test, frame)) ? node.body : node.orelse, frame);
      case 'NamedExpr': {
        const value = this.evaluate(node.value, frame);
        if (node.target.kind === 'Name') this.bindName(node.target, value, frame);
        return value;
      }
      case 'Call':
        return this.sightings.result(node, this.callNode(node, frame));
      case 'Attribute':
        return node.attr.kind === 'Name' ? this.attributeNode(node, node.attr.id, frame) : undefined;
      case 'Subscript':
        return this.subscript(node, frame);
      case 'Lambda':
        return this.func(node, frame);
      case 'Await':
        return this.awaited(this.evaluate(node.value, frame));
      case 'Ellipsis':
        return undefined;
      default:
        throw new Lost();
    }
  }

  func(node: py.FunctionDef | py.Lambda, frame: Frame): FunctionValue {
    const defaults = new Map<py.ParamNode, Value>();
    for (const param of node.params) {
      if (param.kind === 'Param' && param.default) defaults.set(param, this.evaluate(param.default, frame));
    }
    return { kind: 'function', node, frame, binding: 'plain', defaults };
  }

  private attributeNode(node: py.Attribute, name: string, frame: Frame): Value {
    const { value } = node;
    if (value.kind === 'Call' && value.func.kind === 'Name' && value.func.id === 'super')
      return superMember(this, frame, name);
    return attributeOf(this, this.evaluate(value, frame), name);
  }

  private items(nodes: readonly py.Expression[], frame: Frame): Value[] {
    return nodes.flatMap(node =>
      node.kind === 'Starred' ? [...iterate(this.evaluate(node.value, frame))] : [this.keptNumber(node, frame)],
    );
  }

  /** What goes into a container: a number that is kept among values of any type is shown as what it is. */
  private keptNumber(node: py.Expression, frame: Frame): Value {
    const value = this.evaluate(node, frame);
    if (typeof value === 'bigint' || typeof value === 'number') this.sightings.show(node, value);
    return value;
  }

  private display(node: py.Dict, frame: Frame): Value {
    const entries = new Map<string, [Value, Value]>();
    for (const item of node.items) {
      if (item.kind === 'DictItem') {
        const key = this.evaluate(item.key, frame);
        entries.set(keyOf(key), [key, this.keptNumber(item.value, frame)]);
      } else if (item.kind === 'DictSpread') {
        const more = this.evaluate(item.value, frame);
        if (!isObject(more) || more.kind !== 'dict') throw new Lost();
        for (const [key, entry] of more.entries) entries.set(key, [...entry]);
      }
    }
    return { kind: 'dict', entries };
  }

  /** Its items are made as they are asked for; what it goes through is known at once. */
  private lazy(node: py.GeneratorExp, frame: Frame): Value {
    const first = node.generators[0] && this.evaluate(node.generators[0].iter, frame);
    if (first === undefined) return undefined;
    const rounds = function* (m: Machine, at: number): Iterable<Value> {
      const round = node.generators[at];
      if (!round) {
        yield m.evaluate(node.elt, frame);
        return;
      }
      for (const item of iterate(at === 0 ? first : m.evaluate(round.iter, frame))) {
        m.step();
        assign(m, round.target, item, frame);
        if (round.ifs.every(test => truth(m.evaluate(test, frame)))) yield* rounds(m, at + 1);
      }
    };
    return generator(rounds(this, 0));
  }

  private comprehension(node: py.ListComp | py.SetComp | py.DictComp, frame: Frame): Value {
    const made: Value[] = [];
    const entries = new Map<string, [Value, Value]>();
    const loop = (at: number): void => {
      const generator = node.generators[at];
      if (!generator) {
        if (node.kind === 'DictComp') {
          const key = this.evaluate(node.key, frame);
          entries.set(keyOf(key), [key, this.evaluate(node.value, frame)]);
        } else made.push(this.evaluate(node.elt, frame));
        return;
      }
      const source = this.evaluate(generator.iter, frame);
      if (source === undefined && at === 0) isKnown = false;
      else
        for (const item of iterate(source)) {
          this.step();
          assign(this, generator.target, item, frame);
          if (generator.ifs.every(test => truth(this.evaluate(test, frame)))) loop(at + 1);
        }
    };
    let isKnown = true;
    loop(0);
    if (!isKnown) return undefined;
    if (node.kind === 'DictComp') return { kind: 'dict', entries };
    return node.kind === 'SetComp'
      ? { kind: 'set', entries: new Map(made.map(item => [keyOf(item), item])) }
      : list(made);
  }

  private unary(node: py.UnaryOp, operand: Value): Value {
    if (node.op === 'not') return !truth(operand);
    const value = typeof operand === 'boolean' ? (operand ? 1n : 0n) : operand;
    if (typeof value === 'bigint') return node.op === '-' ? -value : node.op === '~' ? ~value : value;
    if (typeof value === 'number') return node.op === '-' ? -value : value;
    if (isObject(value) && value.kind === 'some') return value.type === 'str' ? undefined : value;
    if (!isObject(value) || value.kind !== 'object') return undefined;
    const method = memberOf(value.of, node.op === '-' ? '__neg__' : '__invert__');
    return method === undefined ? undefined : this.call(method, [value]);
  }

  private binaryNode(node: py.BinOp, frame: Frame): Value {
    const left = this.evaluate(node.left, frame);
    if (node.op !== '%' || typeof left !== 'string')
      return this.binary(node, node.op, left, this.evaluate(node.right, frame));
    const parts = node.right.kind === 'Tuple' ? node.right.elts : [node.right];
    for (const part of parts) this.show(part, this.evaluate(part, frame));
    return some('str');
  }

  /** An operator, with what classes say of it. */
  binary(node: NodeBase, op: py.BinaryOperator, left: Value, right: Value): Value {
    for (const [one, other, prefix] of [
      [left, right, '__'],
      [right, left, '__r'],
    ] as const) {
      if (!isObject(one) || one.kind !== 'object') continue;
      const method = memberOf(one.of, operatorMethods[op].replace('__', prefix));
      if (method !== undefined) return this.call(method, [one, other]);
    }
    // Which numbers were divided tells the message of the error.
    if (right === 0n || right === 0) this.sightings.show(divisionAt(node), typeof left === 'number' ? left : right);
    const result = operate(op, left, right) ?? vague(op, left, right);
    if (op === '**' && typeof left === 'bigint' && typeof right === 'bigint' && typeof result === 'number')
      this.sightings.fractionalPowers.add(node);
    return this.sightings.result(node, result);
  }

  private compare(node: py.Compare, frame: Frame): Value {
    let left = this.evaluate(node.left, frame);
    for (const [i, op] of node.ops.entries()) {
      const right = this.evaluate(node.comparators[i]!, frame);
      const holds = this.compared(op, left, right);
      if (holds === undefined) return undefined;
      if (!holds) return false;
      left = right;
    }
    return true;
  }

  private compared(op: py.CompareOperator, left: Value, right: Value): boolean | undefined {
    const own = comparisonNames[op];
    if (own && isObject(left) && left.kind === 'object') {
      const method = memberOf(left.of, own);
      if (method !== undefined) return truth(this.call(method, [left, right]));
    }
    switch (op) {
      case 'is':
        return left === undefined || right === undefined ? undefined : left === right;
      case 'is not':
        return left === undefined || right === undefined ? undefined : left !== right;
      case 'in':
        return contains(right, left);
      case 'not in': {
        const has = contains(right, left);
        return has === undefined ? undefined : !has;
      }
      case '==':
        return equals(left, right);
      case '!=': {
        const same = equals(left, right);
        return same === undefined ? undefined : !same;
      }
      default: {
        const by = order(left, right);
        if (by === undefined) return undefined;
        return op === '<' ? by < 0 : op === '<=' ? by <= 0 : op === '>' ? by > 0 : by >= 0;
      }
    }
  }

  private callNode(node: py.Call, frame: Frame): Value {
    const func = this.evaluate(node.func, frame);
    const args: Value[] = [];
    const keywords = new Map<string, Value>();
    const shows = isObject(func) && func.kind === 'library' && /^(print|str|repr|format)$/.test(func.name);
    const formats = isObject(func) && func.kind === 'bound' && func.func === 'format';
    const keeps = isObject(func) && func.kind === 'bound' && func.func === 'append';
    for (const arg of node.args) {
      if (arg.kind === 'Starred') args.push(...iterate(this.evaluate(arg.value, frame)));
      else if (arg.kind !== 'Keyword') {
        const value = keeps ? this.keptNumber(arg, frame) : this.evaluate(arg, frame);
        if (shows || formats) this.show(arg, value);
        args.push(value);
      } else if (arg.arg?.kind === 'Name') {
        const value = this.evaluate(arg.value, frame);
        if (formats) this.show(arg.value, value);
        keywords.set(arg.arg.id, value);
      } else {
        const spread = this.evaluate(arg.value, frame);
        if (!isObject(spread) || spread.kind !== 'dict') throw new Lost();
        for (const [key, value] of spread.entries.values()) if (typeof key === 'string') keywords.set(key, value);
      }
    }
    return this.call(func, args, keywords);
  }

  /** The value becomes text here. The texts of objects are worked out, for they show what the objects hold. */
  show(node: NodeBase, value: Value): string | undefined {
    this.sightings.show(node, value);
    return isObject(value) ? this.text(value) : undefined;
  }

  private subscript(node: py.Subscript, frame: Frame): Value {
    const of = this.evaluate(node.value, frame);
    if (node.slice.kind === 'Slice') {
      const part = (one: py.Expression | undefined): Value => (one ? this.evaluate(one, frame) : null);
      const { lower, upper, step } = node.slice;
      const [from, to, by] = [part(lower), part(upper), part(step)];
      if (typeof of === 'string') return sliced([...of], from, to, by).join('');
      if (isObject(of) && (of.kind === 'list' || of.kind === 'tuple'))
        return { kind: of.kind, items: sliced(of.items, from, to, by), ...(of.form && { form: of.form }) };
      if (isObject(of) && of.kind === 'range') return list(sliced([...iterate(of)], from, to, by));
      return isObject(of) && of.kind === 'some' ? of : undefined;
    }
    const key = this.evaluate(node.slice, frame);
    if (typeof of === 'string') return [...of][placeIn(key, [...of].length)];
    if (!isObject(of))
      return of === null || typeof of === 'number' || typeof of === 'bigint' ? raise('TypeError') : undefined;
    if (of.kind === 'some') return of.type === 'str' ? of : undefined;
    if (of.kind === 'range') {
      const at = BigInt(placeIn(key, Number(spanLength(of))));
      return of.start + at * of.step;
    }
    if (of.kind === 'class' && of.form === 'enum') {
      const member = typeof key === 'string' ? of.members.get(key) : undefined;
      return member ?? raise('KeyError');
    }
    if (of.kind === 'list' || of.kind === 'tuple') return of.items[placeIn(key, of.items.length)];
    if (of.kind === 'object') {
      const method = memberOf(of.of, '__getitem__');
      if (method === undefined && of.of.form === 'tuple') {
        const fields = [...of.fields.values()];
        return fields[placeIn(key, fields.length)];
      }
      return method === undefined ? undefined : this.call(method, [of, key]);
    }
    if (of.kind === 'class' || of.kind === 'library') return of;
    if (of.kind !== 'dict') return undefined;
    const name = keyOf(key);
    const entry = of.entries.get(name);
    if (entry) return entry[1];
    if (of.missing === undefined || of.missing === null) return raise('KeyError', key);
    if (of.form === 'Counter') return 0n;
    const made = this.call(of.missing, []);
    of.entries.set(name, [key, made]);
    return made;
  }

  private joined(node: py.JoinedStr, frame: Frame): Value {
    let text: string | undefined = '';
    for (const part of node.values) {
      if (part.kind === 'Str') {
        if (text !== undefined) text += part.value;
        continue;
      }
      const value = this.evaluate(part.value, frame);
      let spec: string | undefined = '';
      for (const inner of part.formatSpec ?? []) {
        const one = inner.kind === 'Str' ? inner.value : textOf(this.evaluate(inner.value, frame));
        spec = spec === undefined || one === undefined ? undefined : spec + one;
      }
      this.show(part.value, value);
      const isRepr = part.conversion === 'r' || part.debug !== undefined;
      const plain: Value = isRepr ? this.repr(value) : part.conversion === 's' ? this.text(value) : value;
      const made = spec === undefined || part.debug !== undefined ? undefined : formatted(plain, spec);
      text = text === undefined || made === undefined ? undefined : text + made;
    }
    return text ?? some('str');
  }
}

/** Of what type a result is where its operands are not known. */
function vague(op: py.BinaryOperator, left: Value, right: Value): Value {
  const [a, b] = [typeName(left), typeName(right)];
  if (a === undefined || b === undefined) return undefined;
  if (a === 'str' || b === 'str') return op === '+' || op === '*' ? some('str') : undefined;
  return some(a === 'float' || b === 'float' || op === '/' ? 'float' : 'int');
}

function typeName(value: Value): string | undefined {
  if (isObject(value)) return value.kind === 'some' ? value.type : undefined;
  return { string: 'str', bigint: 'int', number: 'float', boolean: 'int' }[typeof value as string];
}

function attributeOrModule(m: Machine, module: string, name: string | undefined): Value {
  const whole: Value = { kind: 'library', name: module };
  return name === undefined ? whole : attributeOf(m, whole, name);
}

const comparisonNames: Partial<Record<py.CompareOperator, string>> = {
  '==': '__eq__',
  '!=': '__ne__',
  '<': '__lt__',
  '<=': '__le__',
  '>': '__gt__',
  '>=': '__ge__',
};
