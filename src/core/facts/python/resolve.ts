/** From a name or an attribute to what it means: the qualified name, the type, and the function that it is. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { unknown, type Type } from '../types';
import { importedName } from './annotations';
import type { PythonSymbol } from './bindings';
import { asPython, nothing, sameResolved, type PythonContext, type Resolved } from './context';
import { fromLibrary, memberOf } from './members';
import { narrowed } from './narrowing';
import { superType } from './special';

/** What an expression means; undefined for what is neither a name nor an attribute, and where it cannot be known. */
export function resolve(cx: PythonContext, node: NodeBase): Resolved | undefined {
  const n = asPython(node);
  if (n.kind !== 'Name' && n.kind !== 'Attribute') return undefined;
  const found = cx.memo.answer(
    cx.memories.resolved,
    node,
    nothing,
    () => {
      if (n.kind === 'Name') {
        const symbol = cx.module.symbolOf(n);
        return (symbol && narrowedSymbol(cx, resolveSymbol(cx, symbol), n)) ?? nothing;
      }
      if (n.attr.kind !== 'Name') return nothing;
      const before = n.value.kind === 'Call' ? superType(cx, n.value) : undefined;
      const base = before ?? cx.typeOf(n.value);
      const member = memberOf(cx, base, n.attr.id);
      if (member) return member.overloads || member.func ? member : narrowedSymbol(cx, member, n);
      return beyond(cx, n.value, n.attr.id) ?? nothing;
    },
    sameResolved,
  );
  return found === nothing ? undefined : found;
}

function narrowedSymbol(cx: PythonContext, found: Resolved, node: NodeBase): Resolved {
  return found.overloads || found.func ? found : { ...found, type: () => narrowed(cx, node, found.type()) };
}

/** `np.random.rand`: nothing tells of the types, but the dotted name is still what it says. */
function beyond(cx: PythonContext, base: NodeBase, name: string): Resolved | undefined {
  const before = cx.resolve(base);
  if (!before?.qualified || before.type().kind !== 'unknown') return undefined;
  const symbol = cx.module.symbolOf(leftmost(base));
  if (symbol?.kind !== 'import') return undefined;
  return { qualified: `${before.qualified}.${name}`, type: () => unknown };
}

function leftmost(node: NodeBase): NodeBase {
  let at = asPython(node);
  while (at.kind === 'Attribute') at = at.value;
  return at;
}

/** What a symbol means. */
export function resolveSymbol(cx: PythonContext, symbol: PythonSymbol): Resolved {
  const around = symbol.scope.kind === 'class' ? symbol.scope.node : undefined;
  const owner = around ? cx.classOf(around as py.ClassDef).name : cx.prefix;
  const own = `${owner}.${symbol.name}`;
  switch (symbol.kind) {
    case 'builtin': {
      const member = cx.library.module('builtins')?.members.get(symbol.name);
      const qualified = `builtins.${symbol.name}`;
      return member ? fromLibrary(member, qualified, new Map()) : { qualified, type: () => unknown };
    }
    case 'import':
      // `try: import x except ImportError: x = None` is still the import.
      return symbol.import ? resolveImport(cx, symbol.import) : { qualified: own, type: () => unknown };
    case 'function': {
      const last = symbol.bindings.findLast(binding => binding.kind === 'function');
      if (last?.kind !== 'function') break;
      return { qualified: own, func: { node: last.node, cx }, type: () => cx.functionType(last.node) };
    }
    case 'class': {
      const binding = symbol.bindings[0];
      if (binding?.kind !== 'class') break;
      const { name } = cx.classOf(binding.node);
      return { qualified: name, type: () => ({ kind: 'class', name }) };
    }
  }
  return { qualified: own, type: () => cx.typeOfSymbol(symbol) };
}

function resolveImport(cx: PythonContext, what: NonNullable<PythonSymbol['import']>): Resolved {
  if (what.name === undefined) {
    const type: Type = { kind: 'module', name: what.module };
    return { qualified: what.module, type: () => type };
  }
  const asModule = importedName(what);
  if (cx.neighbour(asModule)) return { qualified: asModule, type: () => ({ kind: 'module', name: asModule }) };
  return memberOf(cx, { kind: 'module', name: what.module }, what.name) ?? { qualified: asModule, type: () => unknown };
}
