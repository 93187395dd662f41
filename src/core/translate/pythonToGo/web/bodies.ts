/** Bodies of requests that FastAPI reads into models of pydantic. */
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { allFields, constructorOf, literalOf } from '../classModel';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import type { ClassModel } from '../models';
import { requestOf } from './state';

/** `class Book(BaseModel)`, or a class that stands on such a one. */
export const isPydantic = (model: ClassModel): boolean =>
  model.libraryBases.includes('pydantic.BaseModel') || model.bases.some(isPydantic);

/** Limits on fields would have to be checked. */
function refuseLimits(c: Context, model: ClassModel): void {
  for (const statement of model.node.body) {
    const isCalled = statement.kind === 'AnnAssign' && statement.value?.kind === 'Call' ? statement.value : undefined;
    if (!isCalled || !/^pydantic\.Field$/.test(c.facts.qualifiedName(isCalled.func) ?? '')) continue;
    const limit = isCalled.args.find(
      arg =>
        arg.kind === 'Keyword' &&
        arg.arg?.kind === 'Name' &&
        !/^(default|default_factory|description|title|examples?)$/.test(arg.arg.id),
    );
    if (limit) c.gap('a limit on a field has no counterpart here', limit);
  }
  for (const base of model.bases) refuseLimits(c, base);
}

/** Fills a struct with its defaults and then with the body; `name` is declared by the caller. */
export function readModel(
  c: Context,
  name: string,
  model: ClassModel,
  refused: (err: go.Expression) => go.Statement[],
): void {
  refuseLimits(c, model);
  const fields = allFields(model, c).filter(field => field.isInstance);
  const params = constructorOf(c.model, model, c)?.params ?? [];
  const required = fields.filter(field => params.find(param => param.name === field.name)?.default === undefined);
  const defaults = params.map(
    param => param.default && coerce(c, expression(c, param.default, param.type), param.type).node,
  );
  const literal = literalOf(c, model, defaults as go.Expression[]);
  c.emit(
    g.assign(g.ident(name), isGiven(defaults) ? literal : g.unary('&', g.composite(g.ident(model.structName), []))),
  );
  const err = c.errorName();
  const call = g.call(c.helper('readBody'), requestOf(c), g.ident(name), ...required.map(field => g.str(field.name)));
  c.emit(
    g.ifStmt(g.binary(g.ident(err), '!=', g.nil()), refused(g.ident(err)), undefined, g.assign(g.ident(err), call)),
  );
}

const isGiven = (defaults: readonly (py.Expression | go.Expression | undefined)[]): boolean =>
  defaults.some(one => one !== undefined);
