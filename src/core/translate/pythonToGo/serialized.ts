/** Classes whose instances are made from JSON text: Go fills their structs by reflection. */
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { ownFields } from './classModel';
import type { Context } from './context';
import type { FileModel } from './model';

/** Marks the fields of classes that are called with `**json.loads(…)`. */
export function findSerialized(c: Context, file: FileModel): void {
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind !== 'Call' || node.func.kind !== 'Name') return;
      const model = file.classes.get(node.func.id);
      const isFromJson = node.args.some(
        arg =>
          arg.kind === 'Keyword' &&
          arg.arg === undefined &&
          arg.value.kind === 'Call' &&
          /^json\.loads?$/.test(c.facts.qualifiedName(arg.value.func) ?? ''),
      );
      if (!model || !isFromJson) return;
      for (const field of ownFields(model, c)) file.serializedFields.add(field.name);
    });
  }
}
