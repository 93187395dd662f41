/**
 * Runs the program for a trial, as far as what it works with is known: to see which whole numbers outgrow 64 bits and
 * where whole numbers and floats become text. Nothing is printed, nothing outside is read, and the steps are counted.
 */
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import type { PythonModule } from '../module';
import { methods as operatorMethods } from '../operators';
import { attributeOf, callValue, superMember } from './calls';
import { contains, equals, operate, order, placeIn, sliced } from './operate';
import { Sightings } from './sightings';
import { execute, run } from './statements';
import { assign } from './targets';
import {
  forget,
  isObject,
  iterate,
  keyOf,
  list,
  Lost,
  memberOf,
  OutOfTime,
  raise,
  truth,
  tuple,
  type Frame,
  type FunctionValue,
  type ObjectValue,
  type Value,
} from './values';

/** Expressions and statements that one run works out. */
const maxSteps = 50_000;

export class Machine {
  readonly sightings = new Sightings();
  readonly top: Frame = { values: new Map(), parent: undefined };
  depth = 0;
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
    } catch {
      // An exception that ends the program, or the end of patience.
      this.sightings.isComplete = false;
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

  call(func: Value, args: Value[], keywords = new Map<string, Value>()): Value {
    return callValue(this, func, args, keywords);
  }

  text(value: Value): string | undefined {
    if (typeof value === 'string') return value;
    if (typeof value === 'bigint') return String(value);
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    if (!isObject(value)) return undefined;
    if (value.kind === 'object') {
      const method = memberOf(value.of, '__str__') ?? memberOf(value.of, '__repr__');
      const made = method === undefined ? this.showFields(value) : this.call(method, [value]);
      return typeof made === 'string' ? made : undefined;
    }
    if (value.kind === 'list' || value.kind === 'tuple') {
      for (const item of value.items) if (isObject(item)) this.text(item);
    } else if (value.kind === 'dict') {
      for (const [, item] of value.entries.values()) if (isObject(item)) this.text(item);
    }
    return undefined;
  }

  /** The text that a dataclass has by itself shows all of its fields. */
  private showFields(value: ObjectValue): undefined {
    for (const [name, field] of value.fields) {
      this.sightings.show(`${value.of.name}.${name}`, field);
      if (isObject(field)) this.text(field);
    }
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
        return list(Array.from(node.value, one => BigInt(one.charCodeAt(0))));
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
      case 'ListComp':
      case 'GeneratorExp':
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
        return node.attr.kind === 'Name' ? this.attribute(node, node.attr.id, frame) : undefined;
      case 'Subscript':
        return this.subscript(node, frame);
      case 'Lambda':
        return this.func(node, frame);
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

  private attribute(node: py.Attribute, name: string, frame: Frame): Value {
    const { value } = node;
    if (value.kind === 'Call' && value.func.kind === 'Name' && value.func.id === 'super')
      return superMember(this, frame, name);
    return attributeOf(this, this.evaluate(value, frame), name);
  }

  private items(nodes: readonly py.Expression[], frame: Frame): Value[] {
    return nodes.flatMap(node =>
      node.kind === 'Starred' ? [...iterate(this.evaluate(node.value, frame))] : [this.evaluate(node, frame)],
    );
  }

  private display(node: py.Dict, frame: Frame): Value {
    const entries = new Map<string, [Value, Value]>();
    for (const item of node.items) {
      if (item.kind === 'DictItem') {
        const key = this.evaluate(item.key, frame);
        entries.set(keyOf(key), [key, this.evaluate(item.value, frame)]);
      } else if (item.kind === 'DictSpread') {
        const more = this.evaluate(item.value, frame);
        if (!isObject(more) || more.kind !== 'dict') throw new Lost();
        for (const [key, entry] of more.entries) entries.set(key, [...entry]);
      }
    }
    return { kind: 'dict', entries };
  }

  private comprehension(node: py.ListComp | py.GeneratorExp | py.SetComp | py.DictComp, frame: Frame): Value {
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
    return undefined;
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
    const result = operate(op, left, right);
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
    for (const arg of node.args) {
      if (arg.kind === 'Starred') args.push(...iterate(this.evaluate(arg.value, frame)));
      else if (arg.kind !== 'Keyword') {
        const value = this.evaluate(arg, frame);
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
        return { kind: of.kind, items: sliced(of.items, from, to, by) };
      return undefined;
    }
    const key = this.evaluate(node.slice, frame);
    if (typeof of === 'string') return [...of][placeIn(key, [...of].length)];
    if (!isObject(of)) return undefined;
    if (of.kind === 'list' || of.kind === 'tuple') return of.items[placeIn(key, of.items.length)];
    if (of.kind === 'object') {
      const method = memberOf(of.of, '__getitem__');
      return method === undefined ? undefined : this.call(method, [of, key]);
    }
    if (of.kind !== 'dict') return undefined;
    const name = keyOf(key);
    const entry = of.entries.get(name);
    if (entry) return entry[1];
    if (of.missing === undefined || of.missing === null) return raise('KeyError');
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
      for (const inner of part.formatSpec ?? []) if (inner.kind === 'FormattedValue') this.evaluate(inner.value, frame);
      const isPlain = !part.formatSpec?.length && !part.conversion && part.debug === undefined;
      this.show(part.value, value);
      const made = isPlain ? this.text(value) : undefined;
      text = text === undefined || made === undefined ? undefined : text + made;
    }
    return text;
  }
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
