/** What a test says of a name where the test has been passed: `is None`, truth, and `isinstance`. */
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { sameType, union, withoutNone } from '../lattice';
import { any, dict, list, none, str, unknown, type Type } from '../types';
import { annotationType } from './annotations';
import { allBases } from './instances';
import { asPython, type PythonContext } from './context';

/** The type of a name or `self.x` at its place; only types that leave a choice can be narrowed. */
export function narrowed(cx: PythonContext, node: NodeBase, type: Type): Type {
  const key = spelling(asPython(node));
  if (key === undefined) return type;
  // A type without a choice is narrowed only by a test for another class, where the place is never reached.
  if (!['optional', 'union', 'any', 'unknown'].includes(type.kind) && !testedNames(cx).has(key)) return type;
  let result = type;
  let from: NodeBase = node;
  for (let at = cx.tree.parentOf(node); at; from = at, at = cx.tree.parentOf(at)) {
    const n = asPython(at);
    // A test outside a function says nothing of the time when the function runs.
    if (n.kind === 'FunctionDef' || n.kind === 'Lambda' || n.kind === 'ClassDef') {
      return n.kind === 'FunctionDef' ? afterExits(cx, n.body, from, key, result) : result;
    }
    result = step(cx, n, from, key, result);
  }
  return result;
}

const tested = new WeakMap<PythonContext, Set<string>>();

/** The names that `isinstance` is asked of. */
function testedNames(cx: PythonContext): Set<string> {
  let names = tested.get(cx);
  if (names) return names;
  tested.set(cx, (names = new Set()));
  const { symbols } = cx.module.scope.parent ?? { symbols: undefined };
  for (const use of [...(symbols?.get('isinstance')?.uses ?? []), ...(symbols?.get('type')?.uses ?? [])]) {
    const call = cx.tree.parentOf(use);
    const subject = call?.kind === 'Call' ? (call as py.Call).args[0] : undefined;
    const key = subject && spelling(subject);
    if (key !== undefined) names.add(key);
  }
  return names;
}

function step(cx: PythonContext, n: py.Node, from: NodeBase, key: string, type: Type): Type {
  switch (n.kind) {
    case 'If':
    case 'While': {
      const inBody = n.body.includes(from as py.Statement);
      const inElse = n.orelse.includes(from as py.Statement);
      if (!inBody && !inElse) return type;
      const body = inBody ? n.body : n.orelse;
      const before = afterExits(cx, body, from, key, type);
      const result = given(cx, n.test, key, before, inBody);
      return result === before ? result : (afterAssignment(cx, body, from, key, before) ?? result);
    }
    case 'IfExp':
      if (n.body === from) return given(cx, n.test, key, type, true);
      return n.orelse === from ? given(cx, n.test, key, type, false) : type;
    case 'BoolOp': {
      let result = type;
      for (const value of n.values) {
        if (value === from) break;
        result = given(cx, value, key, result, n.op === 'and');
      }
      return result;
    }
    case 'Comprehension':
      return type;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
    case 'DictComp': {
      let result = type;
      if (from.kind === 'Comprehension') return result;
      for (const generator of n.generators)
        for (const test of generator.ifs ?? []) result = given(cx, test, key, result, true);
      return result;
    }
    case 'For':
    case 'With':
    case 'Try':
    case 'ExceptHandler':
    case 'MatchCase':
      return 'body' in n && n.body.includes(from as py.Statement) ? afterExits(cx, n.body, from, key, type) : type;
    default:
      return type;
  }
}

/** `if x is None: return` before a statement holds for what follows. */
function afterExits(cx: PythonContext, body: readonly NodeBase[], from: NodeBase, key: string, type: Type): Type {
  let result = type;
  // A parameter stands in front of the whole body.
  if (!body.includes(from)) return result;
  for (const statement of body) {
    if (statement === from) break;
    const n = asPython(statement);
    if (n.kind === 'Assert') result = given(cx, n.test, key, result, true);
    if (n.kind !== 'If') continue;
    const last = n.body.at(-1);
    const leaves = last !== undefined && ['Return', 'Raise', 'Continue', 'Break'].includes(last.kind);
    if (leaves) {
      if (n.orelse.length === 0) result = given(cx, n.test, key, result, false);
    } else if (n.orelse.length === 0 && assigns(n.body, key)) {
      // `if x is None: x = []` leaves no None behind.
      const without = given(cx, n.test, key, result, false);
      if (result.kind === 'optional' && without.kind !== 'optional') result = without;
      else if (result.kind === 'union' && without !== result) result = cx.join(without, assignedIn(cx, n.body, key));
    }
  }
  return result;
}

/** What a name holds in a branch that has given it a value since the test; undefined where none has. */
function afterAssignment(
  cx: PythonContext,
  body: readonly py.Statement[],
  from: NodeBase,
  key: string,
  type: Type,
): Type | undefined {
  const earlier = body.slice(0, body.indexOf(from as py.Statement));
  const last = earlier.findLast(statement => binds(statement, key));
  if (!last) return undefined;
  const isCertain = last.kind === 'Assign' && last.targets.some(one => spelling(one) === key);
  if (!isCertain || type.kind !== 'optional') return type;
  const value = cx.typeOf(last.value);
  return value.kind === 'optional' || value.kind === 'none' || value.kind === 'unknown' ? type : type.of;
}

/** Whether a statement gives a name a value, maybe in a part of it that does not always run. */
function binds(statement: py.Statement, key: string): boolean {
  let found = false;
  walk(statement, any => {
    const node = asPython(any);
    const targets = node.kind === 'Assign' ? node.targets : 'target' in node && node.target ? [node.target] : [];
    if (targets.some(one => namesIn(one as py.Expression).includes(key))) found = true;
    return node.kind === 'FunctionDef' || node.kind === 'Lambda' || node.kind === 'ClassDef' ? false : undefined;
  });
  return found;
}

function namesIn(node: py.Expression): string[] {
  if (node.kind === 'Tuple' || node.kind === 'List') return node.elts.flatMap(namesIn);
  if (node.kind === 'Starred') return namesIn(node.value);
  return [spelling(node) ?? ''];
}

function assignedIn(cx: PythonContext, body: readonly py.Statement[], key: string): Type {
  const last = body.findLast(n => n.kind === 'Assign' && n.targets.some(target => spelling(target) === key));
  return last?.kind === 'Assign' ? cx.typeOf(last.value) : unknown;
}

const assigns = (body: readonly py.Statement[], key: string): boolean =>
  body.some(n => n.kind === 'Assign' && n.value.kind !== 'None' && n.targets.some(target => spelling(target) === key));

/** What a test leaves of a type where it came out as `holds`. */
function given(cx: PythonContext, test: py.Expression, key: string, type: Type, holds: boolean): Type {
  if (spelling(test) === key) return holds ? (type.kind === 'optional' ? type.of : type) : type;
  switch (test.kind) {
    case 'NamedExpr':
      return given(cx, test.target as py.Expression, key, type, holds);
    case 'UnaryOp':
      return test.op === 'not' ? given(cx, test.operand, key, type, !holds) : type;
    case 'BoolOp':
      // All of `and` hold where it is true, none of `or` where it is false.
      if ((test.op === 'and') !== holds) return type;
      return test.values.reduce((result, value) => given(cx, value, key, result, holds), type);
    case 'Compare': {
      const [op] = test.ops;
      const ofType = typeTest(test);
      if (ofType && spelling(ofType.subject) === key) {
        return classGiven(cx, ofType.classes, type, ofType.positive === holds);
      }
      const alike = op === (holds ? 'is' : 'is not') || op === (holds ? '==' : '!=') ? sameClass(test, key) : undefined;
      if (alike) return likeOther(cx, alike, type);
      if (test.ops.length !== 1 || spelling(target(test.left)) !== key || test.comparators[0]?.kind !== 'None')
        return type;
      const isNone = op === 'is' || op === '==' ? holds : op === 'is not' || op === '!=' ? !holds : undefined;
      if (isNone === undefined) return type;
      return isNone ? (type.kind === 'optional' ? none : type) : withoutNoneOf(type);
    }
    case 'Call':
      return isinstanceGiven(cx, test, key, type, holds);
    default:
      return type;
  }
}

/** The other one in `type(self) is type(other)` and `other.__class__ == self.__class__`. */
function sameClass(test: py.Compare, key: string): py.Expression | undefined {
  const [left, right, ...more] = [test.left, ...test.comparators].map(classSubject);
  if (!left || !right || more.length > 0) return undefined;
  return spelling(right) === key ? left : spelling(left) === key ? right : undefined;
}

/** The `x` of `type(x)` and of `x.__class__`. */
function classSubject(node: py.Node): py.Expression | undefined {
  if (node.kind === 'Attribute')
    return node.attr.kind === 'Name' && node.attr.id === '__class__' ? node.value : undefined;
  if (node.kind !== 'Call' || node.func.kind !== 'Name' || node.func.id !== 'type') return undefined;
  const [subject, ...more] = node.args;
  return subject && subject.kind !== 'Keyword' && more.length === 0 ? (subject as py.Expression) : undefined;
}

/** What is of the class of another one has its type. */
function likeOther(cx: PythonContext, other: py.Expression, type: Type): Type {
  const of = cx.typeOf(other);
  if (of.kind !== 'instance') return type;
  const members = membersOf(type);
  return members.length === 0 || members.some(member => suits(member, of)) ? of : type;
}

const target = (node: py.Expression): py.Expression =>
  node.kind === 'NamedExpr' ? (node.target as py.Expression) : node;
const withoutNoneOf = (type: Type): Type => (type.kind === 'optional' ? withoutNone(type) : type);

function isinstanceGiven(cx: PythonContext, test: py.Call, key: string, type: Type, holds: boolean): Type {
  const [subject, classes] = test.args;
  if (!subject || !classes || test.func.kind !== 'Name' || test.func.id !== 'isinstance') return type;
  if (subject.kind === 'Keyword' || classes.kind === 'Keyword' || spelling(subject) !== key) return type;
  const other = holds ? classSubject(classes) : undefined;
  if (other) return likeOther(cx, other, type);
  return classGiven(cx, classes.kind === 'Tuple' ? classes.elts : [classes], type, holds);
}

/** `type(x) is C` and `type(x) in (C, D)`: what is tested, the classes, and whether it is one of them where it holds. */
export function typeTest(
  test: py.Compare,
): { subject: py.Expression; classes: readonly py.Expression[]; positive: boolean } | undefined {
  const [op] = test.ops;
  const [right] = test.comparators;
  const { left } = test;
  if (test.ops.length !== 1 || !right || left.kind !== 'Call' || left.func.kind !== 'Name') return undefined;
  const [subject] = left.args;
  if (left.func.id !== 'type' || left.args.length !== 1 || !subject || subject.kind === 'Keyword') return undefined;
  const isOneOf = op === 'in' || op === 'not in';
  if (!isOneOf && op !== 'is' && op !== 'is not' && op !== '==' && op !== '!=') return undefined;
  const classes = isOneOf
    ? right.kind === 'Tuple' || right.kind === 'List' || right.kind === 'Set'
      ? right.elts
      : []
    : [right];
  if (classes.length === 0 || classes.some(one => one.kind !== 'Name' && one.kind !== 'Attribute')) return undefined;
  return { subject: subject as py.Expression, classes, positive: op === 'is' || op === '==' || op === 'in' };
}

function classGiven(cx: PythonContext, names: readonly py.Expression[], type: Type, holds: boolean): Type {
  const tested = names.map(name => annotationType(cx, name, cx.module.scope));
  if (tested.some(one => one.kind === 'unknown')) return type;
  if (!holds) return without(type, tested);
  const members = membersOf(type);
  const kept = members.filter(member => tested.some(one => suits(member, one) || isKindOf(cx, member, one)));
  return kept.length > 0 ? union(kept) : union(tested.map(withContents));
}

/** A dict or a list of which a test alone tells: it holds anything, under names. */
function withContents(type: Type): Type {
  if (type.kind === 'dict' && type.key.kind === 'unknown') return dict(str, any);
  return type.kind === 'list' && type.elt.kind === 'unknown' ? list(any) : type;
}

function without(type: Type, tested: readonly Type[]): Type {
  const members = membersOf(type);
  if (members.length < 2) return type;
  const kept = members.filter(member => !tested.some(one => suits(member, one)));
  return kept.length > 0 ? union(kept) : type;
}

function membersOf(type: Type): Type[] {
  if (type.kind === 'union') return type.types;
  if (type.kind === 'optional') return [...membersOf(type.of), none];
  return type.kind === 'any' || type.kind === 'unknown' ? [] : [type];
}

const isKindOf = (cx: PythonContext, member: Type, tested: Type): boolean =>
  member.kind === 'instance' && allBases(cx, member).some(base => suits(base, tested));

/** The arguments of a class do not count: `isinstance(x, list)` holds for every list. */
function suits(member: Type, tested: Type): boolean {
  if (member.kind !== tested.kind) return false;
  return member.kind !== 'instance' || sameType({ ...member, args: [] }, { ...(tested as typeof member), args: [] });
}

/** `x` and `self.x` as text; undefined for what may change between the test and its use. */
function spelling(n: py.Node): string | undefined {
  if (n.kind === 'Name') return n.id;
  if (n.kind === 'Attribute' && n.attr.kind === 'Name') {
    const base = spelling(n.value);
    return base && `${base}.${n.attr.id}`;
  }
  return undefined;
}
