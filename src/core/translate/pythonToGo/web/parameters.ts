/** Parameters of FastAPI's views that do not come from the path: the address, the body, the request itself. */
import type { Symbol } from '../../../facts/facts';
import { str, type Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import type { ParamModel } from '../models';
import { pure } from '../value';
import { variableName } from '../variables';
import { isPydantic, readModel } from './bodies';
import { unprocessable } from './refusals';
import { requestOf } from './state';
import type { View } from './views';

/** A parameter from the address or the body of the request. */
export function bodyParameters(c: Context, symbol: Symbol, param: ParamModel, view: View): void {
  const { type } = param;
  if (view.framework !== 'fastapi') return c.gap(`nothing gives the parameter ${param.name} a value`, param.node);
  if (type.kind === 'instance' && /^(fastapi|starlette\.requests)\.Request$/.test(type.name)) {
    c.func.aliases.set(symbol, pure(requestOf(c), { kind: 'instance', name: 'fastapi.Request', args: [] }));
    return;
  }
  const model =
    type.kind === 'instance' && type.name.startsWith('.') ? c.model.classes.get(type.name.slice(1)) : undefined;
  const name = variableName(c, symbol);
  c.declareLocal(name, type);
  if (model && isPydantic(model)) return readModel(c, name, model, err => unprocessable(c, g.method(err, 'Error')));
  fromQuery(c, name, param, type);
}

/** `limit: int = 10`, `q: str | None = None`, `page: int = Query(1)`. */
function fromQuery(c: Context, name: string, param: ParamModel, type: Type): void {
  const given = defaultOf(c, param);
  const key = g.str(param.name);
  const values = g.method(g.sel(requestOf(c), 'URL'), 'Query');
  const of = type.kind === 'optional' ? type.of : type;
  if (of.kind !== 'str' && of.kind !== 'int' && of.kind !== 'float') {
    return c.gap(`a parameter of the address that is no text or number has no counterpart here`, param.node);
  }
  const set = (node: go.Expression): void => c.emit(g.assign(g.ident(name), node));
  if (of.kind === 'str') {
    if (type.kind === 'optional' && (!given || given.kind === 'None'))
      return set(g.call(c.helper('queryValue'), values, key));
    if (given) {
      const fallback = coerce(c, expression(c, given, str), str).node;
      const text = g.call(c.helper('queryOr'), values, key, fallback);
      return set(type.kind === 'optional' ? g.call(c.helper('pointerTo'), text) : text);
    }
    const missing = unprocessable(c, g.str(`${param.name} is missing`));
    c.emit(g.ifStmt(g.not(g.method(values, 'Has', key)), missing));
    return set(g.method(values, 'Get', key));
  }
  const err = c.errorName();
  const read = ((): go.Expression => {
    const text = g.method(values, 'Get', key);
    if (type.kind === 'optional') {
      if (given && given.kind !== 'None') return c.gap('this default has no counterpart here', param.node);
      return g.call(c.helper(of.kind === 'int' ? 'optionalInt' : 'optionalFloat'), values, key);
    }
    if (!given)
      return of.kind === 'int'
        ? g.pkgCall('strconv', 'Atoi', text)
        : g.pkgCall('strconv', 'ParseFloat', text, g.int(64));
    const fallback = coerce(c, expression(c, given, of), of).node;
    return g.call(c.helper(of.kind === 'int' ? 'intWithDefault' : 'floatWithDefault'), values, key, fallback);
  })();
  const words = of.kind === 'int' ? 'an integer' : 'a number';
  c.emit(
    g.assign([g.ident(name), g.ident(err)], read),
    g.ifStmt(g.binary(g.ident(err), '!=', g.nil()), unprocessable(c, g.str(`${param.name} must be ${words}`))),
  );
  const limit = given === param.default ? undefined : limitsOf(c, param, g.ident(name), type);
  if (limit) c.emit(g.ifStmt(limit, unprocessable(c, g.str(`${param.name} is out of range`))));
}

/** What `Query(…)` and its like say of the default. */
function defaultOf(c: Context, param: ParamModel): py.Expression | undefined {
  const node = param.default;
  if (node?.kind !== 'Call') return node;
  const name = c.facts.qualifiedName(node.func) ?? '';
  if (!/^fastapi\.(Query|Path|Depends|Header|Body|Cookie|Form|File)$/.test(name)) return node;
  if (name !== 'fastapi.Query') return c.gap(`${name.slice('fastapi.'.length)} has no counterpart here`, node);
  const given = positional(node)[0] ?? keywordArgument(node, 'default');
  return given?.kind === 'Ellipsis' ? undefined : given;
}

const limits: Record<string, go.BinaryOperator> = { ge: '<', gt: '<=', le: '>', lt: '>=' };

/** `Query(ge=1, le=100)` as the test that refuses. */
function limitsOf(c: Context, param: ParamModel, value: go.Expression, type: Type): go.Expression | undefined {
  const node = param.default;
  if (node?.kind !== 'Call') return undefined;
  const tests: go.Expression[] = [];
  for (const arg of node.args) {
    const name = arg.kind === 'Keyword' && arg.arg?.kind === 'Name' ? arg.arg.id : undefined;
    if (name === undefined || arg.kind !== 'Keyword' || /^(default|description|title|example)$/.test(name)) continue;
    const op = limits[name];
    if (!op || type.kind === 'optional') return c.gap(`the limit ${name} has no counterpart here`, arg);
    tests.push(g.binary(value, op, coerce(c, expression(c, arg.value, type), type).node));
  }
  return tests.length > 0 ? tests.reduce((all, test) => g.binary(all, '||', test)) : undefined;
}
