/** Status codes of HTTP by the names that Go has for them. */
import { int } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { httpStatuses } from '../../httpStatus';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';

const names = new Map(Object.entries(httpStatuses).map(([name, code]) => [code, name]));

/** `http.StatusNotFound`; a number where Go has no name. */
export function statusNode(code: number): go.Expression {
  const name = names.get(code);
  return name === undefined ? g.int(code) : g.pkg('net/http', name);
}

/** A status that the source says. */
export function statusOf(c: Context, node: py.Expression): go.Expression {
  const code = statusCode(c, node);
  return code === undefined ? coerce(c, expression(c, node), int).node : statusNode(code);
}

/** The number, where it is known: `404`, `status.HTTP_404_NOT_FOUND`, `HTTPStatus.NOT_FOUND`. */
export function statusCode(c: Context, node: py.Expression): number | undefined {
  if (node.kind === 'Int') return Number(node.value);
  if (node.kind !== 'Attribute' || node.attr.kind !== 'Name') return undefined;
  const [, number] = /^HTTP_(\d{3})_/.exec(node.attr.id) ?? [];
  if (number !== undefined) return Number(number);
  if (!/(^|\.)HTTPStatus\./.test(c.facts.qualifiedName(node) ?? c.sourceOf(node))) return undefined;
  const wanted = node.attr.id === 'IM_A_TEAPOT' ? 'teapot' : node.attr.id.replaceAll('_', '').toLowerCase();
  const name = Object.keys(httpStatuses).find(one => one.slice('Status'.length).toLowerCase() === wanted);
  return name === undefined ? undefined : httpStatuses[name];
}
