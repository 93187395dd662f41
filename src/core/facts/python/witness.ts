/** Types that a trial run of the program saw, where the text alone does not tell them. */
import type * as py from '../../syntax/python/ast';
import { hasUnknown } from '../lattice';
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
