/** The type of every kind of Go expression. */
import type { NodeBase } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import { bounded, sameType } from '../lattice';
import { bool, float, int, none, pointer, str, unknown, type Type } from '../types';
import { callType } from './calls';
import { asGo, type GoContext } from './context';
import { deref, underlyingOf } from './members';
import { isTypeExpression } from './typeExpressions';
import { sliceOf } from '../../library/go/types';

/** The type of an expression; `unknown` for what is none. An expression that names a type is a `class`. */
export function typeOf(cx: GoContext, node: NodeBase): Type {
  return cx.memo.answer(cx.memories.types, node, unknown, () => bounded(compute(cx, asGo(node))), sameType);
}

function compute(cx: GoContext, n: go.Node): Type {
  switch (n.kind) {
    case 'IntLit':
      return int;
    case 'FloatLit':
      return float;
    case 'ImagLit':
      return { kind: 'complex' };
    case 'CharLit':
      return { kind: 'int', go: 'rune' };
    case 'StringLit':
      return str;
    case 'Ident':
      return identType(cx, n);
    case 'SelectorExpr':
      return cx.resolve(n)?.type() ?? unknown;
    case 'CompositeLit':
      return n.type ? literalType(cx, n, n.type) : innerLiteralType(cx, n);
    case 'FuncLit':
      return cx.functionType(n.type);
    case 'FuncDecl':
      return cx.functionType(n.type);
    case 'UnaryExpr':
      return unaryType(cx, n);
    case 'BinaryExpr':
      return binaryType(cx, n);
    case 'StarExpr': {
      if (isTypeExpression(cx, n)) return pointer(cx.typeNamedBy(n.x));
      const type = underlyingOf(cx, cx.typeOf(n.x));
      return type.kind === 'pointer' ? type.to : unknown;
    }
    case 'IndexExpr':
      return indexType(cx, n);
    case 'SliceExpr': {
      const type = cx.typeOf(n.x);
      const under = underlyingOf(cx, deref(type));
      return under.kind === 'array' ? sliceOf(under.elt) : type;
    }
    case 'TypeAssertExpr':
      return n.type ? cx.typeNamedBy(n.type) : cx.typeOf(n.x);
    case 'CallExpr':
      return callType(cx, n);
    case 'KeyValueExpr':
      return cx.typeOf(n.value);
    case 'ArrayType':
    case 'MapType':
    case 'ChanType':
    case 'FuncType':
    case 'StructType':
    case 'InterfaceType':
      return cx.typeNamedBy(n);
    default:
      return unknown;
  }
}

function identType(cx: GoContext, n: go.Ident): Type {
  const symbol = cx.module.symbolOf(n);
  if (symbol?.kind === 'builtin') {
    switch (n.name) {
      case 'true':
      case 'false':
        return bool;
      case 'nil':
        return none;
      case 'iota':
        return int;
    }
  }
  return cx.resolve(n)?.type() ?? unknown;
}

/** `[...]int{1, 2}` counts its own elements. */
function literalType(cx: GoContext, n: go.CompositeLit, type: go.Expression): Type {
  const made = cx.typeNamedBy(type);
  return made.kind === 'array' && made.len === '...' ? { ...made, len: String(n.elts.length) } : made;
}

/** A literal without a type has that of the elements of the literal around it. */
function innerLiteralType(cx: GoContext, n: go.CompositeLit): Type {
  let up = cx.tree.parentOf(n);
  let isKey = false;
  if (up?.kind === 'KeyValueExpr') {
    isKey = (up as go.KeyValueExpr).key === n;
    up = cx.tree.parentOf(up);
  }
  if (up?.kind !== 'CompositeLit') return unknown;
  const outer = underlyingOf(cx, deref(cx.typeOf(up)));
  if (outer.kind === 'dict') return isKey ? outer.key : outer.value;
  return outer.kind === 'list' || outer.kind === 'array' ? outer.elt : unknown;
}

function unaryType(cx: GoContext, n: go.UnaryExpr): Type {
  switch (n.op) {
    case '!':
      return bool;
    case '&':
      return pointer(cx.typeOf(n.x));
    case '<-': {
      const type = underlyingOf(cx, cx.typeOf(n.x));
      return type.kind === 'chan' ? type.elt : unknown;
    }
    default:
      return cx.typeOf(n.x);
  }
}

const comparisons = new Set(['==', '!=', '<', '<=', '>', '>=', '&&', '||']);

function binaryType(cx: GoContext, n: go.BinaryExpr): Type {
  if (comparisons.has(n.op)) return bool;
  if (n.op === '<<' || n.op === '>>') return cx.typeOf(n.x);
  const [left, right] = [isUntyped(cx, n.x), isUntyped(cx, n.y)];
  if (left && !right) return cx.typeOf(n.y);
  const type = cx.typeOf(n.x);
  if (left && right) return wider(type, cx.typeOf(n.y));
  return type.kind === 'unknown' ? cx.typeOf(n.y) : type;
}

/** Of two untyped constants the one further on in int, rune, float, complex gives its kind. */
function wider(a: Type, b: Type): Type {
  const rank = (type: Type): number =>
    type.kind === 'complex' ? 3 : type.kind === 'float' ? 2 : type.kind === 'int' && type.go === 'rune' ? 1 : 0;
  return rank(b) > rank(a) ? b : a;
}

/** A constant that has no type of its own yet: literals, and what is made of them alone. */
export function isUntyped(cx: GoContext, node: NodeBase, depth = 0): boolean {
  const n = asGo(node);
  if (depth > 50) return false;
  switch (n.kind) {
    case 'IntLit':
    case 'FloatLit':
    case 'ImagLit':
    case 'CharLit':
    case 'StringLit':
      return true;
    case 'Ident': {
      const symbol = cx.module.symbolOf(n);
      if (symbol?.kind === 'builtin') return ['true', 'false', 'iota'].includes(n.name);
      const binding = symbol?.binding;
      if (binding?.kind !== 'constant' || binding.type) return false;
      return !binding.value || isUntyped(cx, binding.value, depth + 1);
    }
    case 'UnaryExpr':
      return '+-^!'.includes(n.op) && isUntyped(cx, n.x, depth + 1);
    case 'BinaryExpr':
      if (n.op === '<<' || n.op === '>>') return isUntyped(cx, n.x, depth + 1);
      return isUntyped(cx, n.x, depth + 1) && isUntyped(cx, n.y, depth + 1);
    default:
      return false;
  }
}

function indexType(cx: GoContext, n: go.IndexExpr): Type {
  if (isTypeExpression(cx, n)) {
    const type = cx.typeNamedBy(n);
    return type.kind === 'instance' ? { kind: 'class', name: type.name } : unknown;
  }
  const named = cx.resolve(n);
  if (named) return named.type();
  const type = underlyingOf(cx, deref(cx.typeOf(n.x)));
  switch (type.kind) {
    case 'list':
    case 'array':
      return type.elt;
    case 'dict':
      return type.value;
    case 'str':
    case 'bytes':
      return { kind: 'int', go: 'byte' };
    default:
      return unknown;
  }
}
