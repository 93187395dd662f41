/** The types of variables, constants, parameters and fields. */
import type * as go from '../../syntax/go/ast';
import { sameType } from '../lattice';
import { bool, int, unknown, type Type } from '../types';
import { sliceOf } from '../../library/go/types';
import type { Binding, GoSymbol } from './bindings';
import { asGo, type GoContext } from './context';
import { deref, underlyingOf } from './members';

/** The type of what a symbol stands for. */
export function typeOfSymbol(cx: GoContext, symbol: GoSymbol): Type {
  const { binding } = symbol;
  if (!binding) return unknown;
  return cx.memo.answer(cx.memories.symbols, symbol, unknown, () => bindingType(cx, binding, symbol), sameType);
}

function bindingType(cx: GoContext, binding: Binding, symbol: GoSymbol): Type {
  switch (binding.kind) {
    case 'typed':
      return cx.typeNamedBy(binding.type);
    case 'constant':
      if (binding.type) return cx.typeNamedBy(binding.type);
      return binding.value ? cx.typeOf(binding.value) : int;
    case 'value':
      return valueType(cx, binding.values, binding.index, binding.count);
    case 'range':
      return rangeType(cx, cx.typeOf(binding.statement.x), binding.part);
    case 'field': {
      const type = cx.typeNamedBy(binding.field.type);
      return binding.field.variadic ? sliceOf(type) : type;
    }
    case 'function':
      return cx.functionType(binding.node.type);
    case 'type':
      return { kind: 'class', name: `.${symbol.name}` };
    case 'switched':
      return switchedType(cx, binding.x, binding.types);
    default:
      return unknown;
  }
}

/** One of the values of `a, b := x, y` or of `a, b := f()`. */
function valueType(cx: GoContext, values: readonly go.Expression[], index: number, count: number): Type {
  if (values.length === count) return values[index] ? cx.typeOf(values[index]) : unknown;
  const [only] = values;
  if (!only || values.length !== 1) return unknown;
  const type = cx.typeOf(only);
  const n = asGo(only);
  if (n.kind === 'CallExpr') return type.kind === 'tuple' ? (type.elts[index] ?? unknown) : unknown;
  // `v, ok := m[k]`, `v, ok := x.(T)`, `v, ok := <-ch`.
  return index === 0 ? type : bool;
}

function switchedType(cx: GoContext, x: go.Expression, types: readonly go.Expression[]): Type {
  const [only, more] = types;
  if (!only || more) return cx.typeOf(x);
  return only.kind === 'Ident' && only.name === 'nil' ? cx.typeOf(x) : cx.typeNamedBy(only);
}

/** What `range` gives to its first or second name. */
export function rangeType(cx: GoContext, over: Type, part: 'key' | 'value'): Type {
  const type = underlyingOf(cx, over.kind === 'pointer' ? deref(over) : over);
  const isKey = part === 'key';
  switch (type.kind) {
    case 'list':
    case 'array':
      return isKey ? int : type.elt;
    case 'bytes':
      return isKey ? int : { kind: 'int', go: 'byte' };
    case 'str':
      return isKey ? int : { kind: 'int', go: 'rune' };
    case 'dict':
      return isKey ? type.key : type.value;
    case 'chan':
      return isKey ? type.elt : unknown;
    case 'int':
      return isKey ? over : unknown;
    case 'iterator':
      if (type.elt.kind === 'tuple') return (isKey ? type.elt.elts[0] : type.elt.elts[1]) ?? unknown;
      return isKey ? type.elt : unknown;
    case 'func': {
      const given = type.params[0]?.type;
      return given?.kind === 'func' ? (given.params[isKey ? 0 : 1]?.type ?? unknown) : unknown;
    }
    default:
      return unknown;
  }
}

/** What a container holds; undefined for what is none. */
export function elementOf(cx: GoContext, of: Type): Type | undefined {
  const type = underlyingOf(cx, of);
  switch (type.kind) {
    case 'list':
    case 'array':
    case 'iterator':
    case 'chan':
      return type.elt;
    case 'bytes':
      return { kind: 'int', go: 'byte' };
    case 'dict':
      return type.key;
    default:
      return undefined;
  }
}
