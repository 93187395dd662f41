/** Parameters of FastAPI's views that do not come from the path. */
import type { Symbol } from '../../../facts/facts';
import type { Context } from '../context';
import type { ParamModel } from '../models';
import type { View } from './views';

/** A parameter from the address or the body of the request. */
export function bodyParameters(c: Context, symbol: Symbol, param: ParamModel, view: View): void {
  void symbol;
  void view;
  c.gap(`nothing gives the parameter ${param.name} a value`, param.node);
}
