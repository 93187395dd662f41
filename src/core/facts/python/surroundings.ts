/** What the place of a container says of what is in it: `[]` in `queue = deque([(start, [])])`. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { list, unknown, type Type } from '../types';
import { asPython, type PythonContext } from './context';
import { demandedType } from './demands';
import { elementOf, tupleOf } from './iteration';

/** Calls whose argument holds what their result holds. */
const keeping = /^(builtins\.(list|set|tuple|sorted|iter|reversed|frozenset)|collections\.deque)$/;

/** The type that the place has for the value; `unknown` where it says nothing. */
export function surroundingType(cx: PythonContext, node: NodeBase): Type {
  const parent = cx.tree.parentOf(node);
  if (!parent) return unknown;
  const n = asPython(parent);
  switch (n.kind) {
    case 'Tuple': {
      const whole = surroundingType(cx, n);
      return tupleOf(cx, whole)?.[n.elts.indexOf(node as py.Expression)] ?? unknown;
    }
    case 'List':
    case 'Set':
      return elementOf(cx, surroundingType(cx, n)) ?? unknown;
    case 'DictItem': {
      const display = cx.tree.parentOf(n);
      const whole = display ? surroundingType(cx, display) : unknown;
      if (whole.kind !== 'dict') return unknown;
      return n.value === node ? whole.value : whole.key;
    }
    case 'Assign': {
      const [target] = n.targets;
      return n.value === node && target ? cx.typeOf(target) : unknown;
    }
    case 'Call':
      return n.func === node ? unknown : inCall(cx, n, node);
    case 'IfExp':
      return n.test === node ? unknown : surroundingType(cx, n);
    case 'Return':
    case 'Keyword':
      return demandedType(cx, node);
    default:
      return unknown;
  }
}

function inCall(cx: PythonContext, call: py.Call, node: NodeBase): Type {
  if (keeping.test(cx.resolve(call.func)?.qualified ?? '') && call.args[0] === node) {
    const held = elementOf(cx, surroundingType(cx, call));
    return held ? list(held) : unknown;
  }
  const demanded = demandedType(cx, node);
  return demanded.kind === 'unknown' ? putInto(cx, call, node) : demanded;
}

/** `queue.append((place, []))` */
function putInto(cx: PythonContext, call: py.Call, node: NodeBase): Type {
  const { func, args } = call;
  if (func.kind !== 'Attribute' || func.attr.kind !== 'Name') return unknown;
  if (!/^(append|appendleft|add)$/.test(func.attr.id) || args[0] !== node) return unknown;
  return elementOf(cx, cx.typeOf(func.value)) ?? unknown;
}
