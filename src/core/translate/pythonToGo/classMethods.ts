/** Class methods that are called on a class below the one that has them: Go has a function for each. */
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { goName } from '../names';
import type { Context } from './context';
import type { FileModel } from './model';
import type { FunctionModel } from './models';

/** The class that `cls` means in the method that is written now. */
export function classOfCls(c: Context, node: py.Expression): string | undefined {
  const { self, model } = c.func;
  if (node.kind !== 'Name' || model?.binding !== 'class' || !self?.symbol) return undefined;
  return c.facts.symbolOf(node) === self.symbol ? self.className : undefined;
}

/** Gives each class the class methods of its bases that are called on it and look at `cls`. */
export function copyClassMethods(c: Context, file: FileModel): void {
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind !== 'Call' || node.func.kind !== 'Attribute' || node.func.attr.kind !== 'Name') return;
      const of = c.facts.typeOf(node.func.value);
      const name = node.func.attr.id;
      const model = of.kind === 'class' && of.name.startsWith('.') ? file.classes.get(of.name.slice(1)) : undefined;
      const method = model && file.method(model.name, name);
      if (!model || method?.binding !== 'class' || method.className === model.name || !usesCls(method)) return;
      const base = `.${method.className ?? ''}`;
      const { result } = method;
      const copy: FunctionModel = {
        ...method,
        className: model.name,
        goName: c.nameFor(
          `${model.name}.${name}`,
          `${goName(model.goName, 'function')}_${name}`,
          'function',
          c.exports,
        ),
        result: result.kind === 'instance' && result.name === base ? { ...result, name: `.${model.name}` } : result,
        catchable: new Set(),
        escapes: new Set(),
      };
      model.methods.set(name, copy);
      // A key of its own: the body is that of the base.
      file.functions.set({ ...method.node }, copy);
    });
  }
}

function usesCls(method: FunctionModel): boolean {
  const [first] = method.node.params;
  const cls = first?.kind === 'Param' && first.name?.kind === 'Name' ? first.name.id : undefined;
  let found = false;
  for (const statement of method.node.body) {
    walk(statement, node => {
      if (node.kind === 'Name' && (node as unknown as py.Name).id === cls) found = true;
    });
  }
  return found;
}
