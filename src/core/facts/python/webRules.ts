/** Calls of web frameworks whose result depends on their arguments: `request.args.get('page', 1, type=int)`. */
import type * as py from '../../syntax/python/ast';
import { bool, bytes, float, int, optional, str, type Type } from '../types';
import type { PythonContext } from './context';
import { argumentNamed } from './operands';

type Rule = (cx: PythonContext, n: py.Call) => Type | undefined;

const converted: Record<string, Type> = { int, float, str, bool };

/** A parameter of a request: text, or what `type` makes of it, or its default. */
const parameter: Rule = (cx, n) => {
  const wanted = argumentNamed(n, 'type', 2);
  const otherwise = argumentNamed(n, 'default', 1);
  const type = wanted?.kind === 'Name' ? converted[wanted.id] : str;
  if (!type) return undefined;
  if (!otherwise || otherwise.kind === 'None') return optional(type);
  return cx.join(type, cx.typeOf(otherwise));
};

const text: Rule = (_cx, n) => {
  const asText = argumentNamed(n, 'as_text', -1);
  return asText?.kind === 'Bool' && asText.value ? str : bytes;
};

export const webRules: Record<string, Rule> = {
  'flask.Args.get': parameter,
  'flask.Form.get': parameter,
  'flask.Values.get': parameter,
  'flask.Headers.get': parameter,
  'django.http.QueryDict.get': parameter,
  'django.http.RequestHeaders.get': parameter,
  'fastapi.testclient.TestHeaders.get': parameter,
  'flask.TestResponse.get_data': text,
  'flask.Response.get_data': text,
  'flask.Request.get_data': text,
};
