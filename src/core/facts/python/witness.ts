/** Types that a trial run of the program saw, where the text alone does not tell them. */
import type * as py from '../../syntax/python/ast';
import { hasUnknown, mapType, partsOf, sameType, someType } from '../lattice';
import { unknown, type Type } from '../types';
import type { PythonContext } from './context';
import { instanceOf } from './instances';
import { lambdaType } from './returns';
import { completed, type TypeMaker } from './trial/types';

const makers = new WeakMap<PythonContext, TypeMaker>();

function makerOf(cx: PythonContext): TypeMaker {
  let maker = makers.get(cx);
  if (!maker) {
    maker = {
      join: cx.join,
      classNamed(node) {
        const info = cx.classOf(node);
        return instanceOf(
          cx,
          info.name,
          info.typeParams.map(() => unknown),
        );
      },
      functionType: node => (node.kind === 'Lambda' ? lambdaType(cx, node) : cx.functionType(node)),
    };
    makers.set(cx, maker);
  }
  return maker;
}

const isOpen = (type: Type): boolean => type.kind === 'none' || hasUnknown(type);

/** The type with its unknown parts as the trial run saw them; `holder` is a symbol, a function, or `Class.field`. */
export function witnessed(cx: PythonContext, type: Type, holder: unknown): Type {
  if (!isOpen(type)) return type;
  return completed(type, cx.trial().typeHeld(makerOf(cx), holder));
}

/** The type of what `*args` or `**kwargs` holds. */
export function witnessedRest(cx: PythonContext, holder: unknown, form: 'star' | 'doubleStar'): Type {
  const seen = cx.trial().typeHeld(makerOf(cx), holder);
  if (form === 'doubleStar') return completed(unknown, seen.kind === 'dict' ? seen.value : unknown);
  const elts = seen.kind === 'tuple' ? seen.elts : seen.kind === 'list' ? [seen.elt] : [];
  return completed(
    unknown,
    elts.reduce((sum, elt) => cx.join(sum, elt), unknown),
  );
}

/** What a generator was seen to give. */
export function witnessedItems(cx: PythonContext, type: Type, func: py.FunctionDef): Type {
  if (!isOpen(type)) return type;
  return completed(type, cx.trial().typeHeld(makerOf(cx), func, true));
}

/**
 * A container that may hold several things as far as the text tells, and held one in a run that saw everything:
 * `waits = [c.waited for c in served]`, where all of them have waited.
 */
export function tightened(cx: PythonContext, type: Type, holder: unknown): Type {
  const isDeque = type.kind === 'instance' && type.name === 'collections.deque';
  if (!isDeque && type.kind !== 'list' && type.kind !== 'set') return type;
  if (!partsOf(type).some(isLoose)) return type;
  const seen = cx.trial().wholeType(makerOf(cx), holder);
  if (isDeque ? seen.kind !== 'list' : seen.kind !== type.kind) return type;
  const others = partsOf(seen);
  let at = 0;
  return mapType(type, part => {
    const other = others[at++];
    return other && isLoose(part) && isTighter(other, part) ? other : part;
  });
}

const isLoose = (type: Type): boolean => /^(any|union|optional)$/.test(type.kind);

function isTighter(seen: Type, type: Type): boolean {
  if (type.kind === 'optional') return sameType(seen, type.of);
  return (
    /^(instance|tuple|str|int)$/.test(seen.kind) && !someType(seen, part => isLoose(part) || part.kind === 'unknown')
  );
}
