/** Methods that a class calls on itself and leaves to the classes below: a mixin says nothing of them, Go wants them said. */
import { walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as n from './nodes';

const methodOf = (owner: py.ClassDef, name: string): py.FunctionDef | undefined =>
  owner.body.find((one): one is py.FunctionDef => one.kind === 'FunctionDef' && n.idOf(one.name) === name);

/** A method for each of them, which only says that the classes below have it. */
export function leftToOthers(classes: ReadonlyMap<string, py.ClassDef>, owner: py.ClassDef): py.FunctionDef[] {
  const below = subclassesOf(classes, owner);
  if (below.length === 0) return [];
  const called = new Set<string>();
  for (const method of owner.body) {
    if (method.kind !== 'FunctionDef') continue;
    const [self] = method.params;
    const object = self?.kind === 'Param' ? n.idOf(self.name) : '';
    walk(method, child => {
      const node = child as unknown as py.Node;
      if (node.kind !== 'Call' || node.func.kind !== 'Attribute') return;
      const { value, attr } = node.func;
      if (value.kind === 'Name' && value.id === object && attr.kind === 'Name') called.add(attr.id);
    });
  }
  return [...called].flatMap(name => {
    if (hasAttribute(classes, owner, name)) return [];
    const found = below.map(one => inherited(classes, one, name));
    const [first] = found;
    if (!first || found.some(one => !one || one.decorators.length > 0)) return [];
    return [stub(first)];
  });
}

function stub(method: py.FunctionDef): py.FunctionDef {
  const body: py.Raise = { kind: 'Raise', start: -1, end: -1, exc: n.name('NotImplementedError') };
  return { ...n.without(method, 'comments'), body: [body] };
}

function subclassesOf(classes: ReadonlyMap<string, py.ClassDef>, owner: py.ClassDef): py.ClassDef[] {
  const id = n.idOf(owner.name);
  return [...classes.values()].filter(one => one.bases.some(base => base.kind === 'Name' && base.id === id));
}

function basesOf(classes: ReadonlyMap<string, py.ClassDef>, owner: py.ClassDef): py.ClassDef[] {
  return owner.bases.flatMap(base => {
    const own = base.kind === 'Name' ? classes.get(base.id) : undefined;
    return own && own !== owner ? [own] : [];
  });
}

function inherited(
  classes: ReadonlyMap<string, py.ClassDef>,
  owner: py.ClassDef,
  name: string,
  depth = 0,
): py.FunctionDef | undefined {
  if (depth > 20) return undefined;
  return (
    methodOf(owner, name) ??
    basesOf(classes, owner)
      .map(base => inherited(classes, base, name, depth + 1))
      .find(one => one)
  );
}

/** The class or one of its bases has something of that name: a method, a variable, or a field of `self`. */
function hasAttribute(classes: ReadonlyMap<string, py.ClassDef>, owner: py.ClassDef, name: string, depth = 0): boolean {
  if (depth > 20) return true;
  let found = false;
  walk(owner, child => {
    const node = child as unknown as py.Node;
    const targets = node.kind === 'Assign' ? node.targets : node.kind === 'AnnAssign' ? [node.target] : [];
    if (node.kind === 'FunctionDef' && n.idOf(node.name) === name) found = true;
    for (const target of targets) {
      if (target.kind === 'Name' && target.id === name) found = true;
      if (target.kind === 'Attribute' && n.idOf(target.attr) === name) found = true;
    }
  });
  if (found) return true;
  const isOther = owner.bases.some(
    base => base.kind === 'Name' && !classes.has(base.id) && !/^(object|ABC)$/.test(base.id),
  );
  return isOther || basesOf(classes, owner).some(base => hasAttribute(classes, base, name, depth + 1));
}
