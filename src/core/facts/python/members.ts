/** What stands behind a dot: attributes of modules, classes and instances, with what they inherit. */
import type { LibraryClass, LibraryFunction, LibraryMember } from '../../library/library';
import { mapFunction } from '../functions';
import { forgetTypevars, joinAll, substitute, type Substitution } from '../lattice';
import { dict, int, str, unknown, type Type } from '../types';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { bindingOf, type ClassInfo } from './classes';
import type { PythonContext, Resolved } from './context';
import { fieldType } from './fields';
import { tupleOf } from './iteration';
import { namespaceField } from './namespaces';
import { resolveSymbol } from './resolve';
import { argsOf, allBases, classNameOf } from './instances';

/** The attribute of a value; undefined where it cannot be known. */
export function memberOf(cx: PythonContext, type: Type, name: string): Resolved | undefined {
  switch (type.kind) {
    case 'module':
      return memberOfModule(cx, type.name, name);
    case 'class':
      return memberOfClass(cx, type.name, name);
    case 'optional':
      return memberOf(cx, type.of, name);
    case 'union':
      return memberOfUnion(cx, type.types, name);
    default:
      return memberOfInstance(cx, type, name);
  }
}

function memberOfModule(cx: PythonContext, module: string, name: string): Resolved | undefined {
  const beside = cx.neighbour(module);
  if (beside) {
    const symbol = beside.module.scope.symbols.get(name);
    return symbol && resolveSymbol(beside, symbol);
  }
  const qualified = `${module}.${name}`;
  const member = cx.library.module(module)?.members.get(name);
  if (member) return fromLibrary(member, qualified, new Map());
  if (cx.library.module(qualified)) return { qualified, type: () => ({ kind: 'module', name: qualified }) };
  return { qualified, type: () => unknown };
}

/** A member of a library class or module, the receiver's type arguments put in. */
export function fromLibrary(member: LibraryMember, qualified: string, by: Substitution): Resolved {
  switch (member.kind) {
    case 'module':
      return { qualified: member.name, type: () => ({ kind: 'module', name: member.name }) };
    case 'class':
      return { qualified: member.class.name, type: () => ({ kind: 'class', name: member.class.name }) };
    case 'value':
      return { qualified, type: () => forgetTypevars(substitute(member.type, by)) };
    case 'function': {
      const overloads = by.size === 0 ? member.overloads : member.overloads.map(one => specialized(one, by));
      return { qualified, overloads, type: () => overloads[0]!.type };
    }
  }
}

const specialized = (one: LibraryFunction, by: Substitution): LibraryFunction => ({
  ...one,
  type: mapFunction(one.type, part => substitute(part, by)),
});

function memberOfUnion(cx: PythonContext, types: readonly Type[], name: string): Resolved | undefined {
  const found = types.map(type => memberOf(cx, type, name));
  const [first] = found;
  if (!first || found.some(one => !one)) return undefined;
  const same = found.every(one => one!.qualified === first.qualified);
  if (same) return first;
  return { type: () => found.reduce((sum, one) => cx.join(sum, one!.type()), unknown as Type) };
}

function memberOfClass(cx: PythonContext, className: string, name: string): Resolved | undefined {
  const lookIn = (one: string): Resolved | undefined => {
    const own = cx.classNamed(one);
    if (own) return ownClassMember(own, name, className);
    const known = cx.library.class(one);
    const member = known?.members.get(name);
    return known && member ? fromLibrary(member, `${one}.${name}`, new Map()) : undefined;
  };
  const self: Type = { kind: 'instance', name: className, args: [] };
  for (const one of [className, ...allBases(cx, self).map(base => classNameOf(base)!)]) {
    const found = lookIn(one);
    if (found) return found;
  }
  // A class that no table tells of: its parts are still known by name.
  return cx.classNamed(className) || cx.library.class(className)
    ? undefined
    : { qualified: `${className}.${name}`, type: () => unknown };
}

function ownClassMember(info: ClassInfo, name: string, asked: string): Resolved | undefined {
  const symbol = info.scope.symbols.get(name);
  const { cx } = info;
  const qualified = `${info.name}.${name}`;
  const ofTuple = info.kind === 'namedtuple' ? namedTupleMember(info, name) : undefined;
  if (ofTuple) return { qualified, type: () => ofTuple };
  if (!symbol) return undefined;
  const binding = symbol.bindings[0];
  if (binding?.kind === 'function') {
    const { node } = binding;
    const bound = bindingOf(node) === 'class';
    return {
      qualified,
      func: { node, cx },
      type: () => (bound ? madeBy(info.name, asked, node, withoutSelf(cx.functionType(node))) : cx.functionType(node)),
    };
  }
  if (binding?.kind === 'class') return { qualified, type: () => cx.typeOfSymbol(symbol) };
  if (info.kind === 'enum' && !name.startsWith('_')) {
    return { qualified, type: () => ({ kind: 'instance', name: info.name, args: [] }) };
  }
  return { qualified, type: () => fieldType(info, name) ?? unknown };
}

/** A class method that makes an object by `cls(…)` makes one of the class that it is called on. */
function madeBy(own: string, asked: string, node: py.FunctionDef, type: Type): Type {
  if (own === asked || type.kind !== 'func' || type.result.kind !== 'instance' || type.result.name !== own) return type;
  const [first] = node.params;
  const cls = first?.kind === 'Param' && first.name?.kind === 'Name' ? first.name.id : undefined;
  let makes = false;
  for (const statement of node.body) {
    walk(statement, child => {
      const one = child as unknown as py.Node;
      if (one.kind === 'Call' && one.func.kind === 'Name' && one.func.id === cls) makes = true;
    });
  }
  return makes ? { ...type, result: { ...type.result, name: asked } } : type;
}

const withoutSelf = (type: Type): Type => (type.kind === 'func' ? { ...type, params: type.params.slice(1) } : type);

function memberOfInstance(cx: PythonContext, type: Type, name: string): Resolved | undefined {
  if (type.kind === 'instance' && type.name === 'argparse.Namespace')
    return { qualified: `argparse.Namespace.${name}`, type: () => namespaceField(cx, name) };
  // The parts of `day.isocalendar()` have names.
  if (type.kind === 'tuple' && type.elts.length === 3 && /^(year|week|weekday)$/.test(name)) {
    return { type: () => int };
  }
  for (const one of [type, ...allBases(cx, type)]) {
    const className = classNameOf(one);
    if (className === undefined) continue;
    const own = cx.classNamed(className);
    const found = own
      ? ownInstanceMember(own, one, name)
      : libraryInstanceMember(cx.library.class(className), one, className, name);
    if (found) return found;
  }
  const className = classNameOf(type);
  if (className === undefined || cx.classNamed(className) || cx.library.class(className)) return undefined;
  return { qualified: `${className}.${name}`, type: () => unknown };
}

function libraryInstanceMember(
  known: LibraryClass | undefined,
  type: Type,
  className: string,
  name: string,
): Resolved | undefined {
  const member = known?.members.get(name);
  if (!known || !member) return undefined;
  const args = argsOf(type);
  const by = new Map(known.typeParams.map((param, i) => [param, args[i] ?? unknown]));
  return fromLibrary(member, `${className}.${name}`, by);
}

function ownInstanceMember(info: ClassInfo, type: Type, name: string): Resolved | undefined {
  const { cx } = info;
  const qualified = `${info.name}.${name}`;
  const args = argsOf(type);
  const by = new Map(info.typeParams.map((param, i) => [param, args[i] ?? unknown]));
  const symbol = info.scope.symbols.get(name);
  const binding = symbol?.bindings[0];
  if (binding?.kind === 'function') {
    const { node } = binding;
    const how = bindingOf(node);
    if (how === 'property') return { qualified, type: () => substitute(cx.resultOf(node), by) };
    const method = (): Type => substitute(cx.functionType(node), by);
    return { qualified, func: { node, cx }, type: () => (how === 'static' ? method() : withoutSelf(method())) };
  }
  if (info.kind === 'enum') {
    if (name === 'name' || name === '_name_') return { qualified, type: () => str };
    if (name === 'value' || name === '_value_') return { qualified, type: () => enumValue(info) };
  }
  const ofTuple = info.kind === 'namedtuple' ? namedTupleMember(info, name) : undefined;
  if (ofTuple) return { qualified, type: () => ofTuple };
  if (!symbol && !info.instanceFields().has(name)) return undefined;
  return { qualified, type: () => substitute(fieldType(info, name) ?? unknown, by) };
}

/** What every named tuple has beside its fields. */
function namedTupleMember(info: ClassInfo, name: string): Type | undefined {
  const self: Type = { kind: 'instance', name: info.name, args: [] };
  const fields = tupleOf(info.cx, self) ?? [];
  switch (name) {
    case '_replace':
    case '_make':
      return { kind: 'func', params: [{ type: unknown, variadic: true }], result: self };
    case '_asdict':
      return { kind: 'func', params: [], result: dict(str, joinAll(fields, info.cx.commonBase)) };
    case '_fields':
      return { kind: 'tuple', elts: fields.map(() => str) };
    default:
      return undefined;
  }
}

/** What the members of an enum hold. */
function enumValue(info: ClassInfo): Type {
  let result: Type = unknown;
  for (const symbol of info.scope.symbols.values()) {
    if (symbol.name.startsWith('_')) continue;
    const value = symbol.bindings.find(binding => binding.kind === 'value');
    if (value?.kind !== 'value') continue;
    const type = info.cx.typeOf(value.value);
    const isAuto = type.kind === 'instance' && type.name === 'enum.auto';
    result = info.cx.join(result, isAuto ? int : type);
  }
  return result;
}
