/** Classes that cannot be made, for they leave methods to the classes below: Python says so when one is called. */
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { bodyValue } from './classVariables';
import type { Context } from './context';
import type { ClassModel } from './models';

/** The methods that a class still has to get, by their names; none where it can be made. */
export function missingMethods(c: Context, model: ClassModel): string[] {
  if (!standsOnAbc(model)) return [];
  const missing = new Set<string>();
  const visit = (one: ClassModel): void => {
    for (const base of [...one.bases].reverse()) visit(base);
    for (const [name, method] of one.methods) {
      if (isMarked(c, method.node)) missing.add(name);
      else missing.delete(name);
    }
    for (const name of missing) if (bodyValue(one, name)) missing.delete(name);
  };
  visit(model);
  return [...missing].sort();
}

function standsOnAbc(model: ClassModel): boolean {
  const hasMetaclass = model.node.bases.some(base => base.kind === 'Keyword');
  return hasMetaclass || model.libraryBases.includes('abc.ABC') || model.bases.some(standsOnAbc);
}

const isMarked = (c: Context, node: py.FunctionDef): boolean =>
  node.kind === 'FunctionDef' && node.decorators.some(one => c.facts.qualifiedName(one) === 'abc.abstractmethod');

/** The failure that the call of such a class is. */
export function refuseAbstract(c: Context, model: ClassModel): void {
  const missing = missingMethods(c, model);
  if (missing.length === 0) return;
  const what = missing.length === 1 ? 'method' : 'methods';
  const message = `Can't instantiate abstract class ${model.name} with abstract ${what} ${missing.join(', ')}`;
  c.model.raised.add('builtins.TypeError');
  c.emit(...c.fail(c.model.exceptions.make(c, 'builtins.TypeError', g.str(message)), ['builtins.TypeError']));
}
