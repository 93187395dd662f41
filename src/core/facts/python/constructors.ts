/** What a class takes when it is called: its own `__init__`, its fields where a decorator makes one of them, or its base's. */
import type { LibraryFunction } from '../../library/library';
import { none, type FunctionParam, type Type } from '../types';
import type { ClassInfo } from './classes';
import type { PythonContext } from './context';
import { allBases, classNameOf } from './instances';

const pure = { impure: false, changes: [], raises: [] };

/** Signatures of the constructor, without `self`; empty where it is not known. */
export function constructorOf(cx: PythonContext, name: string): LibraryFunction[] {
  const self: Type = { kind: 'instance', name, args: [] };
  for (const one of [name, ...allBases(cx, self).map(base => classNameOf(base)!)]) {
    const own = cx.classNamed(one);
    if (own) {
      const init = own.scope.symbols.get('__init__')?.bindings[0];
      if (init?.kind === 'function') {
        const type = own.cx.functionType(init.node);
        return [{ type: { ...type, params: type.params.slice(1) }, effects: pure }];
      }
      if (own.kind === 'dataclass' || own.kind === 'namedtuple') {
        return [{ type: { kind: 'func', params: fieldParams(cx, own), result: none }, effects: pure }];
      }
      continue;
    }
    const member = cx.library.class(one)?.members.get('__init__');
    if (member?.kind === 'function') return member.overloads;
  }
  return cx.classNamed(name) ? [{ type: { kind: 'func', params: [], result: none }, effects: pure }] : [];
}

/** The fields of a dataclass as parameters, those of its bases first. */
function fieldParams(cx: PythonContext, info: ClassInfo, depth = 0): FunctionParam[] {
  const params = new Map<string, FunctionParam>();
  for (const base of depth > 20 ? [] : info.bases()) {
    const own = cx.classNamed(classNameOf(base) ?? '');
    if (own?.kind === 'dataclass') for (const param of fieldParams(cx, own, depth + 1)) params.set(param.name!, param);
  }
  for (const symbol of info.scope.symbols.values()) {
    const declared = symbol.bindings.find(binding => binding.kind === 'annotated');
    if (declared?.kind !== 'annotated' || isClassVar(declared.annotation)) continue;
    const param: FunctionParam = { name: symbol.name, type: info.cx.typeOfSymbol(symbol) };
    if (declared.hasValue) param.optional = true;
    params.set(symbol.name, param);
  }
  return [...params.values()];
}

/** `ClassVar[int]` belongs to the class. */
export function isClassVar(annotation: { kind: string }): boolean {
  const text = JSON.stringify(annotation, ['kind', 'id', 'value', 'attr']);
  return text.includes('"id":"ClassVar"');
}
