/**
 * Follows the code of a decorator as it runs when a function is decorated: what it keeps becomes variables beside the
 * function, and what it returns is the wrapper, or the function itself.
 */
import type { Facts, Symbol } from '../../../facts/facts';
import type * as py from '../../../syntax/python/ast';
import { Declined, truthOf, type Closure, type Env, type Known } from './known';
import * as n from './nodes';

/** What following the code needs from the expansion around it. */
export interface Follower {
  facts: Facts;
  /** The expression with all names replaced that are known. */
  substituted(node: py.Expression, env: Env): py.Expression;
  substitutedStatement(node: py.Statement, env: Env): py.Statement[];
  /** A name for a variable that the decorated function keeps. */
  stateName(wanted: string): string;
  /** Statements that run where the function is declared. */
  emit(...statements: py.Statement[]): void;
}

/** What a decorator gives for its arguments. */
export function apply(
  f: Follower,
  closure: Closure,
  args: readonly Known[],
  keywords: ReadonlyMap<string, Known> = new Map(),
): Known {
  const env: Env = new Map(closure.env);
  bind(f, closure, env, args, keywords);
  const { node } = closure;
  if (node.kind === 'Lambda') return evaluate(f, node.body, env);
  const result = run(f, node.body, env);
  if (!result) throw new Declined('nothing is returned');
  return result;
}

function bind(
  f: Follower,
  closure: Closure,
  env: Env,
  args: readonly Known[],
  keywords: ReadonlyMap<string, Known>,
): void {
  const named = new Map([...(closure.given ?? []), ...keywords]);
  let at = 0;
  let keywordOnly = false;
  for (const param of closure.node.params) {
    if (param.kind !== 'Param') throw new Declined('a parameter');
    if (param.form === 'star') keywordOnly = true;
    if (param.name?.kind !== 'Name') continue;
    const symbol = f.facts.symbolOf(param.name);
    if (!symbol) throw new Declined('a parameter');
    if (param.form === 'star') {
      const items = args.slice(at).map(one => expressionOf(one));
      at = args.length;
      env.set(symbol, { kind: 'tuple', items });
    } else if (param.form === 'doubleStar') {
      env.set(symbol, {
        kind: 'dict',
        items: [...named].map(([name, one]) => ({ name, value: expressionOf(one) })),
      });
      named.clear();
    } else if (!keywordOnly && at < args.length) env.set(symbol, settled(f, symbol, args[at++]!));
    else {
      const given = named.get(param.name.id) ?? (param.default && evaluate(f, param.default, closure.env));
      if (!given) throw new Declined('an argument is missing');
      named.delete(param.name.id);
      env.set(symbol, settled(f, symbol, given));
    }
  }
  if (at < args.length || named.size > 0) throw new Declined('arguments');
}

function expressionOf(known: Known): py.Expression {
  if (known.kind === 'expression') return known.node;
  throw new Declined('a function among the arguments');
}

/** A value that changes, or that is made anew at each use, is kept in a variable. */
function settled(f: Follower, symbol: Symbol, known: Known): Known {
  if (known.kind !== 'expression') {
    if (symbol.reassigned) throw new Declined('a function is replaced');
    return known;
  }
  if (!symbol.reassigned && isConstant(known.node)) return known;
  return keep(f, symbol.name, known.node);
}

function keep(f: Follower, wanted: string, value: py.Expression): Known {
  const name = f.stateName(wanted);
  f.emit(n.assign(n.name(name), value));
  return { kind: 'expression', node: n.name(name) };
}

/** What means the same wherever it stands. */
function isConstant(node: py.Expression): boolean {
  switch (node.kind) {
    case 'Int':
    case 'Float':
    case 'Str':
    case 'Bool':
    case 'None':
    case 'Name':
    case 'Lambda':
      return true;
    case 'Attribute':
      return isConstant(node.value);
    case 'UnaryOp':
      return isConstant(node.operand);
    case 'BinOp':
      return isConstant(node.left) && isConstant(node.right);
    case 'Tuple':
      return node.elts.every(isConstant);
    default:
      return false;
  }
}

/** Follows statements; gives what they return. */
function run(f: Follower, body: readonly py.Statement[], env: Env): Known | undefined {
  for (const node of body) {
    switch (node.kind) {
      case 'FunctionDef': {
        const symbol = f.facts.symbolOf(node.name);
        if (!symbol || node.decorators.some(one => !isWraps(f, one))) throw new Declined('a function in a decorator');
        env.set(symbol, { kind: 'closure', node, env, wraps: node.decorators.length > 0, attributes: new Map() });
        break;
      }
      case 'Return':
        return node.value && evaluate(f, node.value, env);
      case 'Assign':
      case 'AnnAssign':
        assign(f, node, env);
        break;
      case 'If': {
        const test = testOf(f, node.test, env);
        if (test === undefined) throw new Declined('a condition');
        const result = run(f, test ? node.body : node.orelse, env);
        if (result) return result;
        break;
      }
      case 'Expr':
        if (node.value.kind === 'Str') break;
        if (isUpdate(f, node.value)) {
          const [wrapper] = node.value.args;
          const known = wrapper && evaluate(f, wrapper as py.Expression, env);
          if (known?.kind === 'closure') known.wraps = true;
          break;
        }
        f.emit(...f.substitutedStatement(node, env));
        break;
      case 'AugAssign':
        f.emit(...f.substitutedStatement(node, env));
        break;
      case 'Pass':
      case 'Nonlocal':
      case 'Global':
        break;
      default:
        throw new Declined(`a statement in a decorator`);
    }
  }
  return undefined;
}

function assign(f: Follower, node: py.Assign | py.AnnAssign, env: Env): void {
  const target = node.kind === 'Assign' ? node.targets[0] : node.target;
  if (!node.value || !target || (node.kind === 'Assign' && node.targets.length > 1))
    throw new Declined('an assignment');
  if (target.kind === 'Attribute' && target.value.kind === 'Name' && target.attr.kind === 'Name') {
    const symbol = f.facts.symbolOf(target.value);
    const owner = symbol && env.get(symbol);
    if (owner?.kind === 'closure') {
      if (target.attr.id.startsWith('__')) return setName(f, owner, target.attr.id);
      const value = evaluate(f, node.value, env);
      const made = value.kind === 'expression' ? value.node : f.substituted(node.value, env);
      const isAlias = made.kind === 'Name' || made.kind === 'Attribute';
      owner.attributes.set(target.attr.id, isAlias ? made : expressionOf(keep(f, target.attr.id, made)));
      return;
    }
    if (owner?.kind === 'target') throw new Declined('an attribute of the function');
  }
  const symbol = target.kind === 'Name' ? f.facts.symbolOf(target) : undefined;
  if (!symbol) return f.emit(...f.substitutedStatement(node, env));
  const value = evaluate(f, node.value, env);
  if (env.has(symbol)) {
    const name = env.get(symbol);
    if (name?.kind !== 'expression' || name.node.kind !== 'Name') throw new Declined('an assignment');
    return f.emit(n.assign(name.node, expressionOf(value)));
  }
  if (node.kind === 'AnnAssign' && value.kind === 'expression') {
    const name = n.name(f.stateName(symbol.name));
    f.emit({ ...node, start: -1, end: -1, target: name, value: value.node });
    env.set(symbol, { kind: 'expression', node: name });
    return;
  }
  env.set(symbol, settled(f, symbol, value));
}

/** `wrapper.__name__ = fn.__name__` does what `functools.wraps` does. */
function setName(_f: Follower, owner: Closure, attr: string): void {
  if (attr === '__name__') owner.wraps = true;
}

function isWraps(f: Follower, node: py.Expression): boolean {
  return node.kind === 'Call' && f.facts.qualifiedName(node.func) === 'functools.wraps';
}

function isUpdate(f: Follower, node: py.Expression): node is py.Call {
  return node.kind === 'Call' && f.facts.qualifiedName(node.func) === 'functools.update_wrapper';
}

/** The value of an expression in the code of a decorator. */
export function evaluate(f: Follower, node: py.Expression, env: Env): Known {
  switch (node.kind) {
    case 'Name': {
      const symbol = f.facts.symbolOf(node);
      const known = symbol && env.get(symbol);
      if (known) return known;
      return functionOf(symbol) ?? { kind: 'expression', node: f.substituted(node, env) };
    }
    case 'Lambda':
      return { kind: 'closure', node, env, wraps: false, attributes: new Map() };
    case 'IfExp': {
      const test = testOf(f, node.test, env);
      if (test !== undefined) return evaluate(f, test ? node.body : node.orelse, env);
      break;
    }
    case 'BoolOp': {
      const [first, second] = node.values;
      const known = first && evaluate(f, first, env);
      const truth = known && truthOf(known);
      if (known && second && node.values.length === 2 && truth !== undefined) {
        return truth === (node.op === 'or') ? known : evaluate(f, second, env);
      }
      break;
    }
    case 'Call':
      return called(f, node, env) ?? { kind: 'expression', node: f.substituted(node, env) };
  }
  return { kind: 'expression', node: f.substituted(node, env) };
}

/** A function of the file at top level. */
export function functionOf(symbol: Symbol | undefined): Closure | undefined {
  const node = symbol?.declaration as py.Node | undefined;
  if (node?.kind !== 'FunctionDef' || symbol?.kind !== 'function' || node.decorators.length > 0) return undefined;
  return { kind: 'closure', node, env: new Map(), wraps: false, attributes: new Map(), isGlobal: true };
}

/** A call that makes a wrapper; undefined for a call that is only code. */
function called(f: Follower, node: py.Call, env: Env): Known | undefined {
  const [first, ...rest] = node.args;
  if (isUpdate(f, node) && first) {
    const wrapper = evaluate(f, first as py.Expression, env);
    if (wrapper.kind === 'closure') wrapper.wraps = true;
    return wrapper;
  }
  if (node.func.kind === 'Call' && isWraps(f, node.func) && first) {
    const wrapper = evaluate(f, first as py.Expression, env);
    if (wrapper.kind === 'closure') wrapper.wraps = true;
    return wrapper;
  }
  if (f.facts.qualifiedName(node.func) === 'functools.partial' && first && first.kind !== 'Keyword') {
    const of = evaluate(f, first, env);
    if (of.kind !== 'closure') return undefined;
    const { args, keywords } = argumentsOf(f, rest, env);
    if (args.length > 0) throw new Declined('partial');
    return { ...of, given: new Map([...(of.given ?? []), ...keywords]) };
  }
  const callee = node.func.kind === 'Name' || node.func.kind === 'Call' ? evaluate(f, node.func, env) : undefined;
  if (callee?.kind !== 'closure') return undefined;
  if (!makesFunction(callee)) return undefined;
  const { args, keywords } = argumentsOf(f, node.args, env);
  return apply(f, callee, args, keywords);
}

/** A function that holds functions of its own may give one of them; any other is called where the code runs. */
function makesFunction({ node }: Closure): boolean {
  if (node.kind === 'Lambda') return node.body.kind === 'Lambda' || node.body.kind === 'Call';
  return node.body.some(one => one.kind === 'FunctionDef' || (one.kind === 'Return' && one.value?.kind === 'Lambda'));
}

/** The arguments of a call as values. */
export function argumentsOf(
  f: Follower,
  nodes: py.Call['args'],
  env: Env,
): { args: Known[]; keywords: Map<string, Known> } {
  const args: Known[] = [];
  const keywords = new Map<string, Known>();
  for (const node of nodes) {
    if (node.kind === 'Keyword') {
      if (node.arg?.kind !== 'Name') throw new Declined('keywords');
      keywords.set(node.arg.id, evaluate(f, node.value, env));
    } else if (node.kind === 'Starred') throw new Declined('a starred argument');
    else args.push(evaluate(f, node, env));
  }
  return { args, keywords };
}

/** A condition that is known when the function is decorated. */
export function testOf(f: Follower, node: py.Expression, env: Env): boolean | undefined {
  switch (node.kind) {
    case 'Bool':
      return node.value;
    case 'Name': {
      const symbol = f.facts.symbolOf(node);
      const known = symbol && env.get(symbol);
      return known && truthOf(known);
    }
    case 'UnaryOp': {
      const operand = node.op === 'not' ? testOf(f, node.operand, env) : undefined;
      return operand === undefined ? undefined : !operand;
    }
    case 'BoolOp': {
      const tests = node.values.map(one => testOf(f, one, env));
      if (tests.some(test => test === (node.op === 'or'))) return node.op === 'or';
      return tests.includes(undefined) ? undefined : node.op === 'and';
    }
    case 'Compare': {
      const [op] = node.ops;
      const [right] = node.comparators;
      if (node.ops.length > 1 || (op !== 'is' && op !== 'is not') || right?.kind !== 'None') return undefined;
      const symbol = node.left.kind === 'Name' ? f.facts.symbolOf(node.left) : undefined;
      const known = symbol && env.get(symbol);
      if (!known) return undefined;
      if (known.kind === 'expression' && !isValue(known.node)) return undefined;
      return (known.kind === 'expression' && known.node.kind === 'None') === (op === 'is');
    }
    case 'Call': {
      const [first] = node.args;
      if (f.facts.qualifiedName(node.func) !== 'builtins.callable' || first?.kind !== 'Name') return undefined;
      const symbol = f.facts.symbolOf(first);
      const known = symbol && env.get(symbol);
      if (!known) return undefined;
      if (known.kind !== 'expression') return known.kind === 'closure' || known.kind === 'target';
      return isValue(known.node) ? false : undefined;
    }
    default:
      return undefined;
  }
}

/** A literal, of which it is known whether it is None. */
const isValue = (node: py.Expression): boolean =>
  ['None', 'Int', 'Float', 'Str', 'Bool', 'Tuple', 'List', 'Dict'].includes(node.kind);
