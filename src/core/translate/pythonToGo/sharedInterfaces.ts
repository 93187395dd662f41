/**
 * Classes that stand in one place without a base in common: `for shape in [Circle(1), Square(2)]`. Go wants an
 * interface for them, with the methods and fields that the file uses there.
 */
import { any, type Type } from '../../facts/types';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { FieldModel } from './classModel';
import type { Context } from './context';
import type { FileModel } from './model';
import type { ClassModel, FunctionModel } from './models';
import { join, memberNames, sameType, unionName } from './settling';

interface Found {
  /** Names of attributes that are used of values which may be of any of the classes. */
  used: Set<string>;
  /** What the file calls such values. */
  names: string[];
}

/** The sets of classes whose members stand in one place, by the name that the settled type has. */
export function findSharedUses(c: Context): Map<string, Found> {
  const all = new Map<string, Found>();
  const entry = (type: Type): Found | undefined => {
    const plain = type.kind === 'optional' ? type.of : type;
    const name = plain.kind === 'union' ? unionName(plain.types) : undefined;
    if (name === undefined || !memberNames(name).every(one => isPlainClass(c, one))) return undefined;
    const known = all.get(name) ?? { used: new Set<string>(), names: [] };
    all.set(name, known);
    return known;
  };
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Attribute' && node.attr.kind === 'Name') {
        entry(c.facts.typeOf(node.value))?.used.add(node.attr.id);
      } else if (node.kind === 'Name') {
        const type = c.facts.typeOf(node as NodeBase);
        if (type.kind === 'list' || type.kind === 'iterator') entry(type.elt)?.names.push(node.id.replace(/s$/, ''));
        else if (type.kind === 'dict') entry(type.value);
        else entry(type)?.names.push(node.id);
      }
    });
  }
  for (const [name, found] of all) if (found.used.size === 0) all.delete(name);
  return all;
}

function isPlainClass(c: Context, name: string): boolean {
  const kind = c.facts.typeDeclaration(`.${name}`)?.kind;
  return kind !== undefined && kind !== 'enum';
}

/** Makes the interfaces, and gives the methods behind them one signature. */
export function addSharedInterfaces(c: Context, file: FileModel, all: ReadonlyMap<string, Found>): void {
  const made = [...all].map(([name, found]) => addOne(c, file, name, found));
  for (const one of made) {
    for (const other of made) {
      if (one === other || !one.members?.every(member => other.members?.includes(member))) continue;
      // What the larger set can do, each smaller one can.
      one.protocols.push(other);
      for (const used of all.get(other.name)?.used ?? []) all.get(one.name)?.used.add(used);
    }
  }
  for (const one of made) {
    for (const name of [...(all.get(one.name)?.used ?? []), '__str__', '__repr__']) addMethod(file, one, name);
  }
}

function addOne(c: Context, file: FileModel, name: string, found: Found): ClassModel {
  const members = memberNames(name).flatMap(one => file.classes.get(one) ?? []);
  const [first] = members;
  const goName = c.nameFor(`class ${name}`, interfaceName(file, members, found), 'type', c.exports);
  const model: ClassModel = {
    ...first!,
    node: { ...first!.node, body: [], bases: [], decorators: [] },
    name,
    goName,
    structName: goName,
    declaration: undefined,
    goType: { goName, kind: 'interface', ownEquality: members.some(member => member.goType.ownEquality) },
    bases: [],
    libraryBases: [],
    subclasses: members,
    members,
    methods: new Map(),
    setters: new Map(),
    methodAliases: new Map(),
    isDataclass: false,
    isFrozen: false,
    needsSelf: false,
    needsText: false,
    isProtocol: false,
    protocols: [],
    getters: new Set(),
  };
  for (const member of members) member.protocols.push(model);
  file.classes.set(name, model);
  return model;
}

/** What the file calls such a value most often, in a word of its own; else what it can do. */
function interfaceName(file: FileModel, members: readonly ClassModel[], found: Found): string {
  const counts = new Map<string, number>();
  for (const name of found.names) {
    const word = name.replace(/^_+/, '');
    const isTaken = [...file.classes.keys()].some(one => one.toLowerCase() === word.replace(/_/g, '').toLowerCase());
    if (word.length > 2 && !isTaken && !/^(item|obj|one|value|result|best|other|self|current)$/.test(word)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? members.map(member => member.name).join('_or_');
}

function addMethod(file: FileModel, model: ClassModel, name: string): void {
  const members = model.members ?? [];
  const methods = members.flatMap(member => file.familyOf(member)).flatMap(one => file.method(one.name, name) ?? []);
  const [first] = methods;
  const isEverywhere = members.every(member => file.method(member.name, name));
  if (!first || !isEverywhere) return;
  const isAlike = methods.every(
    method =>
      method.goName === first.goName &&
      method.binding === first.binding &&
      method.generator === first.generator &&
      method.params.length === first.params.length &&
      method.params.every((param, i) => param.variadic === first.params[i]?.variadic),
  );
  if (!isAlike || (first.binding !== 'instance' && first.binding !== 'property')) return;
  share(methods);
  model.methods.set(name, { ...first, className: model.name, symbol: undefined });
}

/** One signature for all: each parameter and the result is of a type that holds those of all. */
function share(methods: readonly FunctionModel[]): void {
  const [first] = methods;
  first?.params.forEach((_, i) => {
    const params = methods.flatMap(method => method.params[i] ?? []);
    const type = params.map(param => param.type).reduce(join);
    const byPointer = params.some(param => param.byPointer);
    for (const param of params) Object.assign(param, { type, byPointer });
  });
  const results = methods.map(method => method.result);
  const isSame = results.every(one => sameType(one, results[0] ?? any));
  const result = isSame ? results[0] : results.reduce(join);
  for (const method of methods) method.result = result ?? any;
}

/** A field that all classes of the set have, with one type. */
export function sharedField(file: FileModel, model: ClassModel, name: string): FieldModel | undefined {
  const fields = (model.members ?? []).map(member => file.field(member.name, name));
  const [first] = fields;
  const isAlike = fields.every(one => one?.isInstance && !one.perClass && first && sameType(one.type, first.type));
  return first && isAlike ? { ...first, owner: model } : undefined;
}
