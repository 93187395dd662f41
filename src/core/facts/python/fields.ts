/** Fields of classes and the types of variables: the join of every value that they are given. */
import type { NodeBase } from '../../syntax/node';
import { hasUnknown, sameType } from '../lattice';
import type * as py from '../../syntax/python/ast';
import { any, dict, str, unknown, type Type } from '../types';
import { annotationType } from './annotations';
import type { Binding, PythonScope, PythonSymbol } from './bindings';
import type { ClassInfo } from './classes';
import type { PythonContext } from './context';
import { captureType } from './captures';
import { filled, widened } from './filling';
import { elementOf, enteredType, takePath } from './iteration';
import { augmentedType } from './operators';
import { typeGiven } from './namedTuples';
import { parameterType } from './parameters';
import { declaredSize } from './sizes';
import { tightened, witnessed } from './witness';

/** The type of a variable, parameter, function or class, by all that is assigned to it. */
export function typeOfSymbol(cx: PythonContext, symbol: PythonSymbol): Type {
  return cx.memo.answer(
    cx.memories.symbols,
    symbol,
    unknown,
    () => {
      const type = joinBindings(cx, symbol.bindings, symbol.scope, symbol);
      if (type.kind === 'none') return witnessed(cx, type, symbol);
      const whole = hasUnknown(type)
        ? witnessed(cx, filled(cx, type, symbol.uses), symbol)
        : isDeclared(symbol.bindings)
          ? type
          : widened(cx, type, symbol.uses);
      return isMadeHere(cx, symbol.bindings) ? tightened(cx, whole, symbol) : whole;
    },
    sameType,
  );
}

/** The type of a field, whether the class or its methods give it a value; undefined for no such field. */
export function fieldType(info: ClassInfo, name: string): Type | undefined {
  const symbol = info.scope.symbols.get(name);
  const field = info.instanceFields().get(name);
  const key: object | undefined = field ?? symbol;
  if (!key) return undefined;
  const { cx } = info;
  return cx.memo.answer(
    cx.memories.fields,
    key,
    unknown,
    () => {
      const bindings = [...(symbol?.bindings ?? []), ...(field?.bindings ?? [])];
      const own = joinBindings(cx, bindings, info.scope, `${info.name.slice(1)}.${name}`);
      const type = isVague(own) ? cx.join(own, givenFromOutside(info, name)) : own;
      const holder = `${info.name.slice(1)}.${name}`;
      if (type.kind === 'none') return witnessed(cx, type, holder);
      const uses = usesOfField(info, name);
      const whole = hasUnknown(type)
        ? witnessed(cx, filled(cx, type, uses), holder)
        : isDeclared(bindings)
          ? type
          : widened(cx, type, uses);
      return isMadeHere(cx, bindings) ? tightened(cx, whole, holder) : whole;
    },
    sameType,
  );
}

/** The class itself does not say what the field holds: `self.next = None`. */
const isVague = (type: Type): boolean => type.kind === 'none' || type.kind === 'unknown';

/** What is assigned to a field by way of other objects than `self`: `node.next = Node(value)`. */
function givenFromOutside(info: ClassInfo, name: string): Type {
  const { cx } = info;
  let result: Type = unknown;
  let seen = 0;
  for (const binding of cx.module.attributeBindings) {
    if (binding.name !== name) continue;
    const owner = cx.typeOf(binding.owner);
    const one = owner.kind === 'optional' ? owner.of : owner;
    if (one.kind !== 'instance' || one.name !== info.name) continue;
    if (seen++ >= maxBindings) break;
    result = cx.join(result, joinBindings(cx, [binding.binding], info.scope));
  }
  return result;
}

/** What a caller gives or an annotation says is not the body's to change. */
const isDeclared = (bindings: readonly Binding[]): boolean =>
  bindings.some(binding => binding.kind === 'annotated' || binding.kind === 'parameter');

/** A container that is written out where it gets its name: what it holds is for this file alone to say. */
const isMadeHere = (cx: PythonContext, bindings: readonly Binding[]): boolean =>
  bindings.length > 0 &&
  bindings.every(one => one.kind === 'value' && one.path.length === 0 && isNewContainer(cx, one.value));

function isNewContainer(cx: PythonContext, node: py.Expression): boolean {
  if (/^(List|Set)(Comp)?$/.test(node.kind)) return true;
  if (node.kind !== 'Call' || node.args.length > 0) return false;
  return /^(builtins\.(list|set)|collections\.deque)$/.test(cx.resolve(node.func)?.qualified ?? '');
}

/** Where a field is used by way of `self`; other objects are not asked, for that would need their types first. */
function usesOfField(info: ClassInfo, name: string): NodeBase[] {
  const { cx } = info;
  return cx.module.attributesNamed(name).filter(node => {
    if (node.value.kind !== 'Name') return false;
    const symbol = cx.module.symbolOf(node.value);
    return symbol !== undefined && symbol.kind === 'parameter' && symbol.scope.parent === info.scope;
  });
}

/** The join of what the bindings give; an annotation settles it alone. */
export function joinBindings(
  cx: PythonContext,
  bindings: readonly Binding[],
  scope: PythonScope,
  holder?: unknown,
): Type {
  for (const binding of bindings) {
    if (binding.kind !== 'annotated') continue;
    if (binding.annotation.kind === 'Ellipsis') return typeGiven(cx, scope, binding.annotation);
    const type = annotationType(cx, binding.annotation, scope);
    if (type.kind !== 'unknown') return declaredSize(cx, type, holder);
  }
  let result: Type = unknown;
  const some = bindings.slice(0, maxBindings);
  for (const binding of some) {
    if (binding.kind !== 'augmented') result = cx.join(result, bindingType(cx, binding, scope));
  }
  // What `x += y` makes depends on what x is.
  for (const binding of some) {
    if (binding.kind === 'augmented') result = cx.join(result, augmentedType(cx, binding.node, result));
  }
  return result.kind === 'any' && isDescent(cx, some) ? dict(str, any) : result;
}

/**
 * `node = node.setdefault(part, {})` or `node = node[part]` after `node = tree`: it walks down a tree of dicts that it makes, so it is a dict
 * at every step, however deep.
 */
function isDescent(cx: PythonContext, bindings: readonly Binding[]): boolean {
  const steps = bindings.map(one => (one.kind === 'value' ? stepOf(cx, one) : undefined));
  return steps.includes('down') && steps.every(step => step !== undefined);
}

/** Whether a binding takes the variable one level down, or starts with a dict. */
function stepOf(cx: PythonContext, binding: Binding & { kind: 'value' }): 'down' | 'start' | undefined {
  const { value } = binding;
  if (value.kind === 'Call' && value.func.kind === 'Attribute' && value.func.attr.kind === 'Name') {
    const [, made] = value.args;
    const isMade = value.func.attr.id === 'setdefault' && made?.kind === 'Dict' && made.items.length === 0;
    return isMade && value.func.value.kind === 'Name' ? 'down' : undefined;
  }
  if (value.kind === 'Subscript' && value.value.kind === 'Name' && getsEmptyDicts(cx, value.value)) return 'down';
  return cx.typeOf(value).kind === 'dict' ? 'start' : undefined;
}

/** `node[part] = {}` for a part that is missing. */
function getsEmptyDicts(cx: PythonContext, name: py.Name): boolean {
  const uses = cx.module.symbolOf(name)?.uses ?? [];
  return uses.some(use => {
    const item = cx.tree.parentOf(use) as py.Node | undefined;
    if (item?.kind !== 'Subscript' || item.value !== use) return false;
    const assign = cx.tree.parentOf(item) as py.Node | undefined;
    const made = assign?.kind === 'Assign' && assign.targets.includes(item) ? assign.value : undefined;
    return made?.kind === 'Dict' && made.items.length === 0;
  });
}

/** Generated code assigns one name thousands of times; the first ones tell enough. */
const maxBindings = 60;

/** What one binding gives. */
function bindingType(cx: PythonContext, binding: Binding, scope: PythonScope): Type {
  switch (binding.kind) {
    case 'value':
      return takePath(cx, cx.typeOf(binding.value), binding.path);
    case 'element':
      return takePath(cx, elementOf(cx, cx.typeOf(binding.of)) ?? unknown, binding.path);
    case 'enter':
      return takePath(cx, enteredType(cx, cx.typeOf(binding.context)), binding.path);
    case 'augmented':
      return augmentedType(cx, binding.node);
    case 'annotated':
      return annotationType(cx, binding.annotation, scope);
    case 'parameter':
      return parameterType(cx, binding.func, binding.param, scope);
    case 'function':
      return cx.functionType(binding.node);
    case 'class':
      return { kind: 'class', name: cx.classOf(binding.node).name };
    case 'caught':
      return caughtType(cx, binding.type, scope);
    case 'captured':
      return captureType(cx, cx.typeOf(binding.subject), binding.pattern, binding.name) ?? unknown;
    default:
      return unknown;
  }
}

function caughtType(cx: PythonContext, type: NodeBase | undefined, scope: PythonScope): Type {
  if (!type) return { kind: 'error' };
  const one = annotationType(cx, type as Parameters<typeof annotationType>[1], scope);
  // `except (A, B)` and what cannot be read: some exception.
  return one.kind === 'error' ? one : { kind: 'error' };
}
