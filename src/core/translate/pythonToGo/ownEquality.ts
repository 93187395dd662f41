/** `vector == 5` where the class of the vector asks first whether the other one is a vector. */
import type { Type } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import type { FunctionModel } from './models';

const builtinKinds = new Set(['int', 'float', 'bool', 'str', 'bytes', 'list', 'tuple', 'dict', 'set', 'complex']);

/**
 * Whether an `__eq__` says no to a value of a built-in type. Those have no reflected comparison with classes of the
 * file, so NotImplemented comes to the same.
 */
export function refusesBuiltin(method: FunctionModel, given: Type): boolean {
  const { node } = method;
  if (node.name.kind !== 'Name' || node.name.id !== '__eq__' || !builtinKinds.has(given.kind)) return false;
  const other = method.params[0]?.name;
  const [first, ...rest] = node.body.filter(one => !(one.kind === 'Expr' && one.value.kind === 'Str'));
  if (!first || other === undefined) return false;
  // `return isinstance(other, Vector) and …`
  if (first.kind === 'Return') return first.value !== undefined && isOnlyForOwn(first.value, other, method);
  if (first.kind !== 'If' || first.orelse.length > 0) return false;
  const { test, body } = first;
  // `if not isinstance(other, Vector): return False`
  if (test.kind === 'UnaryOp' && test.op === 'not') return asksOwn(test.operand, other, method) && refuses(body);
  if (test.kind === 'Compare' && /^(is not|!=)$/.test(test.ops[0] ?? '')) return comparesClasses(test) && refuses(body);
  // `if isinstance(other, Vector): return …` and nothing but no behind it.
  return isOnlyForOwn(test, other, method) && refuses(rest);
}

function isOnlyForOwn(test: py.Expression, other: string, method: FunctionModel): boolean {
  const [first] = test.kind === 'BoolOp' && test.op === 'and' ? test.values : [test];
  if (!first) return false;
  if (first.kind === 'Compare') return /^(is|==)$/.test(first.ops[0] ?? '') && comparesClasses(first);
  return asksOwn(first, other, method);
}

/** `isinstance(other, Vector)`, `isinstance(other, type(self))` */
function asksOwn(test: py.Expression, other: string, method: FunctionModel): boolean {
  if (test.kind !== 'Call' || test.func.kind !== 'Name' || test.func.id !== 'isinstance') return false;
  const [subject, asked] = test.args;
  if (subject?.kind !== 'Name' || subject.id !== other || !asked) return false;
  return (asked.kind === 'Name' && asked.id === method.className) || isClassOf(asked);
}

/** `type(self) is type(other)`, `self.__class__ == other.__class__` */
const comparesClasses = (test: py.Compare): boolean => [test.left, ...test.comparators].every(isClassOf);

/** `type(self)`, `other.__class__` */
const isClassOf = (node: py.Node): boolean =>
  (node.kind === 'Call' && node.func.kind === 'Name' && node.func.id === 'type') ||
  (node.kind === 'Attribute' && node.attr.kind === 'Name' && node.attr.id === '__class__');

function refuses(body: readonly py.Statement[]): boolean {
  const [only, ...more] = body;
  if (!only || more.length > 0 || only.kind !== 'Return') return false;
  const given = only.value;
  return (given?.kind === 'Bool' && !given.value) || (given?.kind === 'Name' && given.id === 'NotImplemented');
}
