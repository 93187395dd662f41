/** Classes that are keys of dicts or items of sets, and say themselves when two of them are equal. */
import type { Type } from '../../facts/types';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { ownFields } from './classModel';
import type { Context } from './context';
import type { FileModel } from './model';
import type { ClassModel } from './models';

/**
 * Go compares keys by their fields where they are values and by their address where they are pointers. A class that is
 * never changed and is equal by all of its fields is a value.
 */
export function findValueClasses(c: Context, file: FileModel): void {
  for (const model of file.classes.values()) {
    if (model.kind !== 'struct' || model.goType.kind !== 'pointer' || !model.methods.has('__hash__')) continue;
    if (isValue(c, file, model)) model.goType.kind = 'value';
    else model.isOddKey = true;
  }
}

function isValue(c: Context, file: FileModel, model: ClassModel): boolean {
  if (model.bases.length > 0 || model.subclasses.length > 0 || !model.methods.has('__eq__')) return false;
  const fields = ownFields(model, c).filter(field => field.isInstance);
  const names = new Set(fields.map(field => field.name));
  return (
    fields.every(field => isPlain(field.type)) &&
    !isChanged(c, model, names) &&
    [...names].every(name => looksAt(file, model, '__eq__', name))
  );
}

function isPlain(type: Type): boolean {
  return ['int', 'str', 'bool', 'float'].includes(type.kind) || (type.kind === 'tuple' && type.elts.every(isPlain));
}

/** Whether a field is assigned to anywhere but in the constructor of the class. */
function isChanged(c: Context, model: ClassModel, names: ReadonlySet<string>): boolean {
  const init: NodeBase | undefined = model.methods.get('__init__')?.node;
  let changed = false;
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      if (child === init) return false;
      const node = child as unknown as py.Node;
      const targets = node.kind === 'Assign' ? node.targets : node.kind === 'AugAssign' ? [node.target] : [];
      for (const target of targets) {
        if (target.kind === 'Attribute' && target.attr.kind === 'Name' && names.has(target.attr.id)) changed = true;
      }
      return undefined;
    });
  }
  return changed;
}

/** Whether a method reads a field, itself or by a method that it calls. */
function looksAt(file: FileModel, model: ClassModel, method: string, field: string, depth = 0): boolean {
  const body = model.methods.get(method)?.node.body ?? [];
  let found = false;
  for (const statement of body) {
    walk(statement, child => {
      const node = child as unknown as py.Node;
      if (node.kind !== 'Attribute' || node.attr.kind !== 'Name') return;
      if (node.attr.id === field) found = true;
      else if (depth < 3 && node.attr.id !== method) found ||= looksAt(file, model, node.attr.id, field, depth + 1);
    });
  }
  return found;
}
