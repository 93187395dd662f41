/** From a class to its instances and back, and to what a class is a kind of. */
import { builtinType } from '../../library/python/types';
import { isExceptionName } from '../../library/python/notation';
import { substitute } from '../lattice';
import { dict, instance, list, unknown, type Type } from '../types';
import type { PythonContext } from './context';

/** A value of the class of that qualified name. Exceptions are `error`, the classes of the lattice are themselves. */
export function instanceOf(cx: PythonContext, name: string, args: Type[]): Type {
  if (name.startsWith('builtins.')) {
    const known = builtinType(name.slice('builtins.'.length), args);
    if (known) return known;
  }
  if (name === 'builtins.Exception' || name === 'builtins.BaseException') return { kind: 'error' };
  if (isException(cx, name)) return { kind: 'error', name };
  const own = cx.classNamed(name);
  const params = own ? own.typeParams : (cx.library.class(name)?.typeParams ?? []);
  return instance(name, ...(args.length || params.length === 0 ? args : params.map(() => unknown)));
}

/** Whether a class is an exception, by what it is made from. */
export function isException(cx: PythonContext, name: string, depth = 0): boolean {
  if (name.startsWith('builtins.')) return isExceptionName(name);
  if (depth > 20) return false;
  const own = cx.classNamed(name);
  if (own) {
    return cx.memo.answer(exceptionMemory(cx), own, false, () => own.bases().some(base => base.kind === 'error'));
  }
  const known = cx.library.class(name);
  return known ? known.bases.some(base => base.kind === 'error') : /(?:Error|Exception)$/.test(name);
}

const exceptionMemories = new WeakMap<PythonContext, Map<object, boolean>>();
function exceptionMemory(cx: PythonContext): Map<object, boolean> {
  let memory = exceptionMemories.get(cx);
  if (!memory) exceptionMemories.set(cx, (memory = new Map()));
  return memory;
}

/** The qualified name of the class that a value is an instance of; undefined for what has no class here. */
export function classNameOf(type: Type): string | undefined {
  switch (type.kind) {
    case 'instance':
      return type.name;
    case 'error':
      return type.name ?? 'builtins.BaseException';
    case 'list':
    case 'tuple':
    case 'dict':
    case 'set':
    case 'int':
    case 'float':
    case 'complex':
    case 'bool':
    case 'str':
      return `builtins.${type.kind}`;
    case 'bytes':
      return `builtins.${type.form ?? 'bytes'}`;
    case 'iterator':
      return 'builtins.Iterator';
    default:
      return undefined;
  }
}

/** The type arguments of a value, in the order of its class's parameters. */
export function argsOf(type: Type): Type[] {
  switch (type.kind) {
    case 'instance':
      return type.args;
    case 'list':
    case 'set':
    case 'iterator':
      return [type.elt];
    case 'dict':
      return [type.key, type.value];
    default:
      return [];
  }
}

/** The direct bases of a value's class, its type arguments put in. */
export function basesOf(cx: PythonContext, type: Type): Type[] {
  const name = classNameOf(type);
  if (name === undefined) return [];
  if (type.kind === 'bool') return [{ kind: 'int' }];
  const own = cx.classNamed(name);
  const known = own ? undefined : cx.library.class(name);
  const params = own?.typeParams ?? known?.typeParams ?? [];
  const args = argsOf(type);
  const by = new Map(params.map((param, i) => [param, args[i] ?? unknown]));
  return (own?.bases() ?? known?.bases ?? []).map(base => substitute(base, by));
}

/** All bases, nearest first, in the order in which attributes are looked up; without the type itself. */
export function allBases(cx: PythonContext, type: Type): Type[] {
  const found: Type[] = [];
  const seen = new Set<string>();
  const visit = (of: Type): void => {
    for (const base of basesOf(cx, of)) {
      const name = classNameOf(base);
      if (name === undefined || seen.has(name) || seen.size > 50) continue;
      seen.add(name);
      found.push(base);
      visit(base);
    }
  };
  visit(type);
  return found;
}

/** The value seen as one of the lattice's own containers, where its class is made from one; else the type itself. */
export function asContainer(cx: PythonContext, type: Type): Type {
  if (type.kind !== 'instance') return type;
  const own = cx.classNamed(type.name);
  if (own?.kind === 'namedtuple') return type;
  return (
    allBases(cx, type).find(base => ['list', 'dict', 'set', 'str', 'tuple', 'bytes', 'int'].includes(base.kind)) ?? type
  );
}

/** The same container with other contents: what was learned of the elements is put into the class's arguments. */
export function refill(type: Type, container: Type): Type {
  if (type.kind !== 'instance') return container;
  if (type.args.length === 2 && container.kind === 'dict') return { ...type, args: [container.key, container.value] };
  if (type.args.length === 1 && container.kind === 'dict') return { ...type, args: [container.key] };
  if (type.args.length === 1 && container.kind === 'list') return { ...type, args: [container.elt] };
  return type;
}

/** An empty container of the kind that a class is made from, to be filled. */
export function emptyLike(cx: PythonContext, type: Type): Type {
  const container = asContainer(cx, type);
  if (container.kind === 'dict') return dict(unknown, unknown);
  return container.kind === 'instance' ? list(unknown) : container;
}
