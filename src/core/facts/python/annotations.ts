/** Types from annotations, also those that stand in strings. */
import { builtinType, callableType, parseType, typingType } from '../../library/python/types';
import { Scanner } from '../../library/scanner';
import { splitQualified } from '../../library/library';
import type * as py from '../../syntax/python/ast';
import { sameType, union } from '../lattice';
import { any, bool, bytes, int, none, str, tupleOf, unknown, type Type } from '../types';
import type { PythonScope, PythonSymbol } from './bindings';
import type { PythonContext } from './context';
import { instanceOf } from './instances';
import { boundTypevar } from './typevars';

/** The type that an annotation names; `unknown` where it cannot be read. */
export function annotationType(cx: PythonContext, node: py.Expression, scope: PythonScope): Type {
  switch (node.kind) {
    case 'None':
      return none;
    case 'Str':
      return stringAnnotation(cx, node.value, scope);
    case 'Name': {
      const symbol = cx.module.symbolOf(node) ?? cx.module.lookup(node.id, scope);
      if (node.id === 'Callable' && symbol?.kind === 'import') return unknown;
      return symbol ? typeNamed(cx, symbol, []) : unknown;
    }
    case 'Attribute': {
      const qualified = cx.resolve(node)?.qualified;
      return qualified === undefined ? unknown : typeOfQualified(cx, qualified, []);
    }
    case 'BinOp':
      if (node.op !== '|') return unknown;
      return union([annotationType(cx, node.left, scope), annotationType(cx, node.right, scope)]);
    case 'Subscript':
      return subscripted(cx, node, scope);
    case 'Starred':
      return annotationType(cx, node.value, scope);
    default:
      return unknown;
  }
}

function subscripted(cx: PythonContext, node: py.Subscript, scope: PythonScope): Type {
  const args = node.slice.kind === 'Tuple' ? node.slice.elts : [node.slice];
  const base = node.value;
  const word =
    base.kind === 'Name' ? base.id : base.kind === 'Attribute' && base.attr.kind === 'Name' ? base.attr.id : '';
  if (word === 'Literal') return union(args.map(literalType));
  if (word === 'Callable') {
    const [params, result] = args;
    // Which functions it takes is seen from those that it is given.
    if (params?.kind !== 'List') return unknown;
    const inner = params.elts.map(elt => annotationType(cx, elt, scope));
    return callableType(inner, result ? annotationType(cx, result, scope) : unknown);
  }
  const used = word === 'Annotated' ? args.slice(0, 1) : args;
  const types = used.map(arg => annotationType(cx, arg, scope));
  const last = args.at(-1);
  if (/^[Tt]uple$/.test(word) && last?.kind === 'Ellipsis') return tupleOf(types[0] ?? unknown);
  if (base.kind === 'Name') {
    const symbol = cx.module.symbolOf(base) ?? cx.module.lookup(base.id, scope);
    return symbol ? typeNamed(cx, symbol, types) : unknown;
  }
  const qualified = cx.resolve(base)?.qualified;
  return qualified === undefined ? unknown : typeOfQualified(cx, qualified, types);
}

function literalType(node: py.Expression): Type {
  switch (node.kind) {
    case 'Str':
      return str;
    case 'Bytes':
      return bytes;
    case 'Int':
    case 'UnaryOp':
      return int;
    case 'Bool':
      return bool;
    case 'None':
      return none;
    default:
      return unknown;
  }
}

function stringAnnotation(cx: PythonContext, text: string, scope: PythonScope): Type {
  try {
    const scanner = new Scanner(text);
    const type = parseType(scanner, (name, args) => {
      const [first, ...rest] = name.split('.');
      const symbol = cx.module.lookup(first!, scope);
      if (!symbol) return unknown;
      if (rest.length === 0) return typeNamed(cx, symbol, args);
      const root = symbol.import ? importedName(symbol.import) : `${cx.prefix}.${first}`;
      return typeOfQualified(cx, [root, ...rest].join('.'), args);
    });
    return scanner.done ? type : unknown;
  } catch {
    return unknown;
  }
}

/** The qualified name of what an import brings. */
export const importedName = (what: { module: string; name?: string }): string =>
  what.name === undefined ? what.module : `${what.module}${/^\.+$/.test(what.module) ? '' : '.'}${what.name}`;

/** The type that a symbol names in an annotation. */
function typeNamed(cx: PythonContext, symbol: PythonSymbol, args: Type[]): Type {
  switch (symbol.kind) {
    case 'builtin':
      return builtinType(symbol.name, args) ?? instanceOf(cx, `builtins.${symbol.name}`, args);
    case 'typevar':
      return boundTypevar(cx, symbol);
    case 'import':
      return symbol.import ? typeOfQualified(cx, importedName(symbol.import), args) : unknown;
    case 'class': {
      const binding = symbol.bindings[0];
      if (binding?.kind === 'class') return instanceOf(cx, cx.classOf(binding.node).name, args);
      return binding?.kind === 'alias' ? annotationType(cx, binding.node.value, symbol.scope) : unknown;
    }
    case 'variable':
    case 'constant': {
      const type = cx.typeOfSymbol(symbol);
      if (type.kind === 'class' && !isSubscripted(symbol)) return instanceOf(cx, type.name, args);
      return aliasType(cx, symbol);
    }
    default:
      return unknown;
  }
}

/** `Pair = tuple[int, str]` says more than its class. */
const isSubscripted = (symbol: PythonSymbol): boolean =>
  symbol.bindings.some(one => one.kind === 'value' && one.value.kind === 'Subscript');

/** `Matrix = list[list[float]]` and `UserId = NewType('UserId', int)`. */
function aliasType(cx: PythonContext, symbol: PythonSymbol): Type {
  const binding = symbol.bindings.find(one => one.kind === 'value');
  if (binding?.kind !== 'value' || symbol.reassigned) return unknown;
  const { value } = binding;
  if (value.kind === 'Call') {
    const second = value.args[1];
    const isNewType = cx.resolve(value.func)?.qualified === 'typing.NewType';
    return isNewType && second && second.kind !== 'Keyword' ? annotationType(cx, second, symbol.scope) : unknown;
  }
  // An alias of itself would never end.
  if (!['Subscript', 'BinOp', 'Attribute'].includes(value.kind)) return unknown;
  return cx.memo.answer(cx.memories.fields, binding, unknown, () => annotationType(cx, value, symbol.scope), sameType);
}

const typingModules = new Set(['typing', 'typing_extensions', 'collections.abc']);
/** What `typing` calls the classes of `collections` and others. */
const renamed: Record<string, string> = {
  Counter: 'collections.Counter',
  DefaultDict: 'collections.defaultdict',
  OrderedDict: 'collections.OrderedDict',
  Deque: 'collections.deque',
  ChainMap: 'collections.ChainMap',
  ContextManager: 'contextlib.AbstractContextManager',
  AsyncContextManager: 'contextlib.AbstractAsyncContextManager',
  Pattern: 're.Pattern',
  Match: 're.Match',
  TextIO: 'io.TextIOBase',
  BinaryIO: 'io.BufferedReader',
  IO: 'io.TextIOBase',
};

/** An instance of the class of that qualified name, as an annotation means it. */
export function typeOfQualified(cx: PythonContext, qualified: string, args: Type[]): Type {
  const { module, member } = splitQualified(qualified);
  if (typingModules.has(module)) {
    if (Object.hasOwn(renamed, member)) return instanceOf(cx, renamed[member]!, args);
    return typingType(member, args) ?? (member === 'Self' ? unknown : any);
  }
  if (qualified === 'dataclasses.InitVar') return args[0] ?? unknown;
  if (module === 'builtins') return builtinType(member, args) ?? instanceOf(cx, qualified, args);
  const known = cx.library.module(module)?.members.get(member);
  if (known && known.kind !== 'class') return unknown;
  return instanceOf(cx, qualified, args);
}
