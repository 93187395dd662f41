/** Variables that stand for several: a name that is given a value of another type begins a variable of its own. */
import type * as py from '../../syntax/python/ast';
import type { NodeBase } from '../../syntax/node';
import { hasUnknown, sameType, someType, withoutNone } from '../lattice';
import { unknown, type Type } from '../types';
import { originOf, type PythonSymbol } from './bindings';
import type { PythonContext } from './context';
import type { PythonModule } from './module';
import { websOf } from './webs';

type Groups = Map<PythonSymbol, py.Name[][]>;

/** The module with the variables apart that hold values of different types; undefined where none does. */
export function moduleInParts(
  cx: PythonContext,
  engineFor: (module: PythonModule) => PythonContext,
): PythonModule | undefined {
  const webs = websOf(cx.module);
  if (webs.size === 0) return undefined;
  const trial = apart(cx.module, webs);
  const typed = engineFor(trial);
  const kept: Groups = new Map();
  for (const [symbol, groups] of webs) {
    const parts = byType(typed, trial, groups);
    if (parts.length > 1) kept.set(symbol, parts);
  }
  return kept.size > 0 ? apart(cx.module, kept) : undefined;
}

/** Webs of one type are one variable again. */
function byType(cx: PythonContext, module: PythonModule, groups: readonly py.Name[][]): py.Name[][] {
  const parts: { names: py.Name[]; type: Type }[] = [];
  for (const names of groups) {
    const symbol = names[0] && module.symbolOf(names[0]);
    const type = symbol ? cx.typeOfSymbol(symbol) : unknown;
    const part = parts.find(one => isAlike(cx, one.type, type));
    if (!part) parts.push({ names: [...names], type });
    else {
      part.names.push(...names);
      part.type = cx.join(part.type, type);
    }
  }
  return parts.map(part => part.names.sort((a, b) => a.start - b.start));
}

const isOpen = (type: Type): boolean => ['unknown', 'any', 'none', 'union', 'typevar'].includes(type.kind);

function isAlike(cx: PythonContext, a: Type, b: Type): boolean {
  const [one, other] = [withoutNone(a), withoutNone(b)];
  if (isOpen(one) || isOpen(other)) return true;
  // A tuple that is as long as it likes is written as a tuple, whatever it is kept in.
  if (one.kind === 'list' && other.kind === 'list' && one.form !== other.form) return false;
  if (sameType(one, other)) return true;
  if (one.kind !== other.kind) return false;
  if (one.kind === 'func' || one.kind === 'error') return true;
  if (one.kind === 'instance') return cx.join(one, other).kind === 'instance';
  const isLoose = (type: Type): boolean => hasUnknown(type) || someType(type, part => part.kind === 'any');
  return isLoose(one) || isLoose(other);
}

function apart(module: PythonModule, all: Groups): PythonModule {
  const by = new Map<NodeBase, PythonSymbol>();
  for (const [symbol, groups] of all) {
    const parts = groups.map((names, i) => partOf(symbol, names, i));
    const [first] = parts;
    parts.forEach((part, i) => {
      // What is read where nothing comes by has no value of its own.
      const known = part.bindings.length > 0 || !first ? part : first;
      if (known !== part) known.uses.push(...part.uses);
      for (const name of groups[i] ?? []) by.set(name, known);
    });
  }
  return { ...module, symbolOf: node => by.get(node) ?? module.symbolOf(node) };
}

function partOf(symbol: PythonSymbol, names: readonly py.Name[], index: number): PythonSymbol {
  const bindings = symbol.bindings.filter(binding => {
    const name = originOf.get(binding)?.name;
    return name !== undefined && names.includes(name);
  });
  const [first] = bindings;
  const declaration = first && originOf.get(first)?.declaration;
  const part: PythonSymbol = {
    ...symbol,
    kind: first?.kind === 'parameter' ? 'parameter' : 'variable',
    bindings,
    uses: [...names],
    reassigned: bindings.length > 1,
  };
  if (declaration) part.declaration = declaration;
  if (index > 0) part.part = index + 1;
  return part;
}
