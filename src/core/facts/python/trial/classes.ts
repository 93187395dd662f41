/** Classes of the file in a trial run. */
import type * as py from '../../../syntax/python/ast';
import { lastName } from '../module';
import type { Machine } from './machine';
import { execute } from './statements';
import { exceptionClass, isObject, type ClassValue, type Frame, type ObjectValue, type Value } from './values';

export function classValue(m: Machine, node: py.ClassDef, frame: Frame): Value {
  const name = node.name.kind === 'Name' ? node.name.id : '';
  const made: ClassValue = { kind: 'class', name, bases: [], members: new Map(), isOpen: false, node, caller: m };
  for (const base of node.bases) if (base.kind !== 'Keyword') addBase(m, made, base, frame);
  const named = node.decorators.map(one => lastName(one.kind === 'Call' ? one.func : one));
  const isData = named.includes('dataclass') || (made.form === 'tuple' && !made.bases.some(base => base.form));
  const inner: Frame = { values: new Map(), parent: frame };
  if (isData) made.fields = [];
  if (node.decorators.some(one => saysOrder(one))) made.isOrdered = true;
  for (const one of node.body) {
    if (one.kind === 'AnnAssign' && isData && one.target.kind === 'Name' && !isOfClass(one.annotation)) {
      made.fields!.push({ name: one.target.id, frame: inner, ...(one.value && { value: one.value }) });
      if (one.value && one.value.kind !== 'Call') execute(m, one, inner);
    } else if (one.kind === 'FunctionDef' && setterName(one) !== undefined) {
      made.members.set(`${setterName(one)}.setter`, { ...m.func(one, inner), owner: made });
    } else execute(m, one, inner);
  }
  for (const [symbol, value] of inner.values) {
    const isMethod = isObject(value) && value.kind === 'function';
    if (isMethod) value.owner = made;
    made.members.set(symbol.name, made.isOpen && !isMethod ? undefined : value);
    m.sightings.hold(`${name}.${symbol.name}`, value);
  }
  if (made.form === 'enum') nameMembers(m, made);
  let result: Value = made;
  for (const [i, decorator] of [...node.decorators.entries()].reverse()) {
    if (!/^(dataclass|total_ordering|final|runtime_checkable|unique)$/.test(named[i] ?? '')) {
      result = m.call(m.evaluate(decorator, frame), [result]);
    }
  }
  return result;
}

function addBase(m: Machine, made: ClassValue, base: py.Expression, frame: Frame): void {
  const value = m.evaluate(base.kind === 'Subscript' ? base.value : base, frame);
  if (!isObject(value)) made.isOpen = true;
  else if (value.kind === 'class') {
    made.bases.push(value);
    if (value.form) made.form = value.form;
    if (value.isOrdered) made.isOrdered = true;
  } else if (value.kind !== 'library') made.isOpen = true;
  else {
    const exception = exceptionClass(value.name);
    if (exception) made.bases.push(exception);
    else if (/^enum\.(Int|Str)?(Enum|Flag)$/.test(value.name)) made.form = 'enum';
    else if (value.name === 'typing.NamedTuple') made.form = 'tuple';
    else if (!/^(object|abc\.ABC|typing\.\w+|collections\.abc\.\w+)$/.test(value.name)) made.isOpen = true;
  }
}

/** `ClassVar[int]` */
const isOfClass = (annotation: py.Expression): boolean =>
  lastName(annotation.kind === 'Subscript' ? annotation.value : annotation) === 'ClassVar';

const saysOrder = (node: py.Expression): boolean =>
  node.kind === 'Call' &&
  node.args.some(
    arg =>
      arg.kind === 'Keyword' &&
      arg.arg?.kind === 'Name' &&
      arg.arg.id === 'order' &&
      arg.value.kind === 'Bool' &&
      arg.value.value,
  );

/** The values of an enum become its members. */
function nameMembers(m: Machine, made: ClassValue): void {
  let last = 0n;
  for (const [name, value] of made.members) {
    if (name.startsWith('_') || (isObject(value) && value.kind === 'function')) continue;
    const isAuto = isObject(value) && value.kind === 'some';
    const given: Value = isAuto ? last + 1n : value;
    if (typeof given === 'bigint') last = given;
    const member: ObjectValue = {
      kind: 'object',
      of: made,
      fields: new Map<string, Value>([
        ['name', name],
        ['value', given],
      ]),
    };
    made.members.set(name, member);
    m.sightings.hold(`${made.name}.value`, given);
  }
}

/** `@size.setter` */
function setterName(node: py.FunctionDef): string | undefined {
  const [decorator] = node.decorators;
  if (decorator?.kind !== 'Attribute' || decorator.attr.kind !== 'Name' || decorator.attr.id !== 'setter')
    return undefined;
  return decorator.value.kind === 'Name' ? decorator.value.id : undefined;
}
