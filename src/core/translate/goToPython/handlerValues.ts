/** Handlers of net/http as values: functions of the response and the request. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { attribute, call } from './build';
import type { Context, Value } from './context';
import { expression, methodName } from './expressions';

const isNamed = (type: Type, id: string): boolean => type.kind === 'instance' && type.name === id;
const pointed = (type: Type): Type => (type.kind === 'pointer' ? type.to : type);

export const isHandlerType = (type: Type): boolean => isNamed(type, 'net/http.Handler');
export const isMuxType = (type: Type): boolean => isNamed(pointed(type), 'net/http.ServeMux');

/** The function that a handler is: that of a mux, the method of an object, or itself. */
export function handlerFunction(cx: Context, value: py.Expression, type: Type): py.Expression {
  if (isMuxType(type)) return call(cx.out.helper('handler_of'), value);
  return cx.typing.method(type, 'ServeHTTP') && cx.typing.info(type)?.form !== 'func'
    ? attribute(value, methodName(cx, 'ServeHTTP'))
    : value;
}

/** A handler that an expression gives, as a function; `http.HandlerFunc(f)` is `f`. */
export function handlerValue(cx: Context, node: go.Expression): Value {
  const own = expression(cx, node);
  return { ...own, value: handlerFunction(cx, own.value, cx.typing.of(node)), type: t.instance('net/http.Handler') };
}

/** The application behind a handler: that of the mux, or one that hands every request to a function. */
export function application(cx: Context, node: go.Expression): Value {
  if (isMuxType(cx.typing.of(node))) return expression(cx, node);
  const own = handlerValue(cx, node);
  return { ...own, value: call(cx.out.helper('app_of'), own.value) };
}
