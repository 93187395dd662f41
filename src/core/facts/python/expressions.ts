/** The type of every kind of expression. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { bool, bytes, dict, float, iterator, list, none, set, str, tuple, unknown, type Type } from '../types';
import { bounded, hasUnknown, sameType } from '../lattice';
import { callType } from './calls';
import { asPython, type PythonContext } from './context';
import { displayType, elementOf, subscriptType } from './iteration';
import { binaryType, boolOpType, compareType, unaryType } from './operators';
import { lambdaType } from './returns';
import { literalSize, sizeOf } from './sizes';
import { surroundingType } from './surroundings';
import { completed } from './trial/types';

/** The type of an expression; `unknown` for what is none. */
export function typeOf(cx: PythonContext, node: NodeBase): Type {
  const n = asPython(node);
  return literalType(n) ?? cx.memo.answer(cx.memories.types, node, unknown, () => bounded(placed(cx, n)), sameType);
}

/** What a display does not tell of its items is told by where it stands. */
function placed(cx: PythonContext, n: py.Node): Type {
  const type = compute(cx, n);
  return isDisplay.test(n.kind) && hasUnknown(type) ? completed(type, surroundingType(cx, n)) : type;
}

const isDisplay = /^(List|Set|Dict|Tuple|ListComp|SetComp|DictComp)$/;

function literalType(n: py.Node): Type | undefined {
  switch (n.kind) {
    case 'Int':
      return literalSize(n);
    case 'Float':
      return float;
    case 'Imaginary':
      return { kind: 'complex' };
    case 'Str':
    case 'JoinedStr':
      return str;
    case 'Bytes':
      return bytes;
    case 'Bool':
      return bool;
    case 'None':
      return none;
    default:
      return undefined;
  }
}

function compute(cx: PythonContext, n: py.Node): Type {
  switch (n.kind) {
    case 'Name':
    case 'Attribute':
      return cx.resolve(n)?.type() ?? unknown;
    case 'List':
    case 'Set':
    case 'Dict':
      return displayType(cx, n);
    case 'Tuple':
      return tupleType(cx, n);
    case 'ListComp':
      return list(cx.typeOf(n.elt));
    case 'SetComp':
      return set(cx.typeOf(n.elt));
    case 'GeneratorExp':
      return iterator(cx.typeOf(n.elt));
    case 'DictComp':
      return dict(cx.typeOf(n.key), cx.typeOf(n.value));
    case 'UnaryOp':
      return unaryType(cx, n);
    case 'BinOp':
      return sizeOf(cx, n, binaryType(cx, n));
    case 'BoolOp':
      return boolOpType(cx, n);
    case 'Compare':
      return compareType(cx, n);
    case 'IfExp':
      return cx.join(cx.typeOf(n.body), cx.typeOf(n.orelse));
    case 'NamedExpr':
      return cx.typeOf(n.value);
    case 'Call':
      return sizeOf(cx, n, callType(cx, n));
    case 'Subscript':
      return subscriptType(cx, n);
    case 'Lambda':
      return lambdaType(cx, n);
    case 'Await':
      return awaitedType(cx.typeOf(n.value));
    case 'Starred':
    case 'FormattedValue':
      return cx.typeOf(n.value);
    case 'FunctionDef':
      return cx.functionType(n);
    case 'ClassDef':
      return { kind: 'class', name: cx.classOf(n).name };
    default:
      return unknown;
  }
}

function tupleType(cx: PythonContext, n: py.Tuple): Type {
  if (n.elts.some(elt => elt.kind === 'Starred')) {
    const elts = n.elts.map(elt =>
      elt.kind === 'Starred' ? (elementOf(cx, cx.typeOf(elt.value)) ?? unknown) : cx.typeOf(elt),
    );
    return list(elts.reduce((sum, elt) => cx.join(sum, elt), unknown));
  }
  return tuple(...n.elts.map(elt => cx.typeOf(elt)));
}

/** What `await` gives. */
export function awaitedType(type: Type): Type {
  if (type.kind === 'awaitable') return type.of;
  // Tasks and futures carry their result as their one argument.
  if (type.kind === 'instance' && type.args.length === 1) return type.args[0]!;
  return unknown;
}
