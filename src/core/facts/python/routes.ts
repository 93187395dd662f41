/** Parameters that a web framework fills from the path: `@app.route('/users/<int:id>')`, `@app.get('/users/{id}')`. */
import type * as py from '../../syntax/python/ast';
import { float, instance, int, str, type Type } from '../types';

const converters: Record<string, Type> = { int, float, string: str, path: str, uuid: instance('uuid.UUID') };

/** The type that a route gives to a parameter; undefined where no decorator names it in a path. */
export function routeType(func: py.FunctionDef, param: py.ParamNode): Type | undefined {
  if (param.name?.kind !== 'Name') return undefined;
  for (const decorator of func.decorators) {
    if (decorator.kind !== 'Call' || decorator.func.kind !== 'Attribute') continue;
    const [path] = decorator.args;
    if (path?.kind !== 'Str' || !path.value.includes(param.name.id)) continue;
    for (const found of path.value.matchAll(/<(?:(\w+)(?:\([^)]*\))?:)?(\w+)>/g)) {
      if (found[2] === param.name.id) return converters[found[1] ?? 'string'] ?? str;
    }
  }
  return undefined;
}
