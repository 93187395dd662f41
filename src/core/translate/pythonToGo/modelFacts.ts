/** Questions on declarations of the source, asked while the model of a file is built. */
import { any, type Type, none } from '../../facts/types';
import { type NodeBase, walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { avoidGoKeywords, goName } from '../names';
import { builtinParents } from './builtinExceptions';
import type { Context } from './context';
import { isPlainLiteral } from './literals';
import { type ClassModel, type FunctionModel } from './models';
import { type FileModel } from './model';
import { settle } from './settling';

export function elementOf(type: Type): Type {
  return type.kind === 'list' ? type.elt : type;
}

export function asFunction(type: Type): { result: Type } | undefined {
  return type.kind === 'func' ? type : undefined;
}

/** The result of a function in Go; what nothing is known of is any value, where a value is returned at all. */
export function settleResult(given: Type, generator: boolean, node: py.FunctionDef): Type {
  const type = given.kind === 'awaitable' ? given.of : given;
  if (generator) {
    const settled = settle(type);
    return settled.kind === 'iterator' ? settled : { kind: 'iterator', elt: { kind: 'any' } };
  }
  if (type.kind === 'unknown') return returnsValue(node) ? any : none;
  return type.kind === 'none' ? none : settle(type);
}

function returnsValue(node: py.FunctionDef): boolean {
  let found = false;
  for (const statement of node.body) {
    walk(statement, one => {
      const { kind, value } = one as unknown as py.Return;
      if (kind === 'Return' && value && value.kind !== 'None') found = true;
      return one.kind === 'FunctionDef' || one.kind === 'ClassDef' ? false : undefined;
    });
  }
  return found;
}

/** An instance of a class of the file. */
export const isInstanceOfFile = (type: Type): type is Type & { kind: 'instance' } =>
  type.kind === 'instance' && type.name.startsWith('.');

/** `__next__` gives a value and whether there was one. */
export const isNextMethod = (node: py.FunctionDef): boolean => node.kind === 'FunctionDef' && isNamed(node, '__next__');

export function isNamed(node: py.Statement, name: string): boolean {
  return node.kind === 'FunctionDef' && node.name.kind === 'Name' && node.name.id === name;
}

export const specialMethods: Record<string, string> = {
  __str__: 'String',
  __repr__: 'GoString',
  __len__: 'Len',
  __aenter__: 'Enter',
  __aexit__: 'Exit',
  __eq__: 'Equal',
  __lt__: 'Less',
  __le__: 'LessOrEqual',
  __gt__: 'Greater',
  __ge__: 'GreaterOrEqual',
  __add__: 'Add',
  __sub__: 'Sub',
  __mul__: 'Mul',
  __truediv__: 'Div',
  __neg__: 'Neg',
  __pos__: 'Pos',
  __radd__: 'AddTo',
  __rsub__: 'SubFrom',
  __rmul__: 'MulBy',
  __rtruediv__: 'DivInto',
  __floordiv__: 'FloorDiv',
  __mod__: 'Mod',
  __pow__: 'Pow',
  __matmul__: 'MatMul',
  __and__: 'And',
  __or__: 'Or',
  __xor__: 'Xor',
  __iadd__: 'AddInPlace',
  __isub__: 'SubInPlace',
  __imul__: 'MulInPlace',
  __itruediv__: 'DivInPlace',
  __ior__: 'OrInPlace',
  __iand__: 'AndInPlace',
  __lshift__: 'ShiftLeft',
  __rshift__: 'ShiftRight',
  __rfloordiv__: 'FloorDivInto',
  __rmod__: 'ModInto',
  __rpow__: 'PowOf',
  __abs__: 'Abs',
  __int__: 'Int',
  __float__: 'Float',
  __invert__: 'Invert',
  __delitem__: 'Delete',
  __next__: 'Next',
  __ne__: 'NotEqual',
  __reversed__: 'Backward',
  __format__: 'Format',
  __contains__: 'Contains',
  __getitem__: 'At',
  __setitem__: 'Set',
  __call__: 'Call',
  __iter__: 'All',
  __bool__: 'IsTrue',
  __enter__: 'Enter',
  __exit__: 'Exit',
  __hash__: 'Hash',
};

/** A method must not have the name of a field: Go has one space for both. */
export function methodName(name: string, exported: boolean, owner: ClassModel): string {
  const wanted = avoidGoKeywords(goName(name, 'method', exported));
  const fields = new Set(owner.declaration?.fields.map(field => goName(field.name, 'field', exported)) ?? []);
  // `run` and `_run` would both be `run`: what is for the class alone gets the longer name.
  const isTaken =
    name.startsWith('_') &&
    owner.node.body.some(
      one => one.kind === 'FunctionDef' && one.name.kind === 'Name' && one.name.id === name.replace(/^_+/, ''),
    );
  if (isTaken && !exported) return `${wanted}Inner`;
  return fields.has(wanted) ? `get${wanted.charAt(0).toUpperCase()}${wanted.slice(1)}` : wanted;
}

export const isTrue = (node: py.Expression): boolean => node.kind === 'Bool' && node.value;

export function isNamedTuple(model: ClassModel): boolean {
  return model.libraryBases.includes('typing.NamedTuple');
}

export function isException(file: FileModel, model: ClassModel): boolean {
  return (
    model.libraryBases.some(base => base === 'builtins.BaseException' || base in builtinParents) ||
    model.bases.some(base => isException(file, base))
  );
}

export function bindingOf(node: py.FunctionDef, c: Context): FunctionModel['binding'] {
  for (const decorator of node.decorators) {
    const name = c.facts.qualifiedName(decorator) ?? (decorator.kind === 'Name' ? `builtins.${decorator.id}` : '');
    if (decorator.kind === 'Attribute' && decorator.attr.kind === 'Name' && decorator.attr.id === 'setter')
      return 'setter';
    if (name === 'builtins.staticmethod') return 'static';
    if (name === 'builtins.classmethod') return 'class';
    if (name === 'builtins.property' || name === 'functools.cached_property') return 'property';
  }
  return 'instance';
}

export function containsYield(func: py.FunctionDef): boolean {
  let found = false;
  for (const statement of func.body) {
    walk(statement, node => {
      if (node.kind === 'FunctionDef' || node.kind === 'Lambda') return false;
      if (node.kind === 'Yield' || node.kind === 'YieldFrom') found = true;
      return undefined;
    });
  }
  return found;
}

/** Methods that make a list longer or shorter. */
export const lengthChanging = new Set([
  'append',
  'extend',
  'insert',
  'pop',
  'remove',
  'clear',
  'appendleft',
  'popleft',
]);

/** Whether the list that a parameter names grows or shrinks in the function, and is not another list by then. */
export function changesLength(func: py.FunctionDef, name: string): boolean {
  let changes = false;
  let rebound = false;
  const isIt = (node: NodeBase): boolean => node.kind === 'Name' && (node as py.Name).id === name;
  for (const statement of func.body) {
    // `if out is None: out = []`: who gave none sees nothing of the new one.
    if (fillsNone(statement, isIt)) continue;
    walk(statement, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Call' && node.func.kind === 'Attribute' && isIt(node.func.value)) {
        if (node.func.attr.kind === 'Name' && lengthChanging.has(node.func.attr.id)) changes = true;
      }
      if (node.kind === 'Delete') {
        for (const target of node.targets) if (target.kind === 'Subscript' && isIt(target.value)) changes = true;
      }
      if (node.kind === 'AugAssign' && isIt(node.target)) changes = true;
      if (node.kind === 'Assign') {
        for (const target of node.targets) {
          if (isIt(target)) rebound = true;
          if (target.kind === 'Subscript' && isIt(target.value) && target.slice.kind === 'Slice') changes = true;
        }
      }
    });
  }
  return changes && !rebound;
}

/** `if out is None: out = []` */
function fillsNone(statement: py.Statement, isIt: (node: NodeBase) => boolean): boolean {
  if (statement.kind !== 'If' || statement.orelse.length > 0 || statement.test.kind !== 'Compare') return false;
  const { left, ops, comparators } = statement.test;
  if (!isIt(left) || ops.length !== 1 || ops[0] !== 'is' || comparators[0]?.kind !== 'None') return false;
  const [only, ...more] = statement.body;
  return more.length === 0 && only?.kind === 'Assign' && only.targets.length === 1 && isIt(only.targets[0]!);
}

/** Whether a top-level statement runs something, beside declaring. */
export function isModuleCode(node: py.Statement, c: Context): boolean {
  switch (node.kind) {
    case 'Import':
    case 'ImportFrom':
    case 'FunctionDef':
    case 'ClassDef':
    case 'TypeAlias':
    case 'Pass':
    case 'Bad':
    case 'Meta':
      return false;
    case 'Expr':
      return node.value.kind !== 'Str';
    case 'AnnAssign':
      return node.value !== undefined && !c.facts.isPure(node.value);
    case 'Assign':
      return !c.facts.isPure(node.value) && !isPlainLiteral(node.value);
    default:
      return true;
  }
}

/** The qualified names of the classes that a handler takes. */
export function handlerClasses(handler: py.ExceptHandler, c: Context): string[] {
  if (!handler.type) return ['builtins.BaseException'];
  const types = handler.type.kind === 'Tuple' ? handler.type.elts : [handler.type];
  return types.map(type => exceptionName(type, c));
}

/** The exception classes that a comparison or `isinstance` tells from others. */
export function testedClasses(node: NodeBase, c: Context): string[] {
  const one = node as unknown as py.Node;
  const asked =
    one.kind === 'Compare'
      ? one.comparators
      : one.kind === 'Call' && one.func.kind === 'Name' && /^(isinstance|issubclass)$/.test(one.func.id)
        ? one.args.slice(1).filter((arg): arg is py.Expression => arg.kind !== 'Keyword')
        : [];
  return asked
    .flatMap(arg => (arg.kind === 'Tuple' ? arg.elts : [arg]))
    .filter(arg => arg.kind === 'Name' || arg.kind === 'Attribute')
    .map(arg => exceptionName(arg, c))
    .filter(name => name in builtinParents);
}

/** The qualified name of an exception class. `IOError` and its like are the `OSError` that they stand for. */
export function exceptionName(type: py.Expression, c: Context): string {
  const name = c.facts.qualifiedName(type) ?? (type.kind === 'Name' ? `builtins.${type.id}` : c.sourceOf(type));
  if (name === 'asyncio.TimeoutError' || name === 'concurrent.futures.TimeoutError') return 'builtins.TimeoutError';
  if (name.startsWith('requests.exceptions.')) return name.replace('exceptions.', '');
  return name === 'builtins.IOError' || name === 'builtins.EnvironmentError' ? 'builtins.OSError' : name;
}
