/** Signatures, and the fields of parameter lists, structs and interfaces. */
import type { CstNode } from '../cst';
import type { Expression, Field, FuncType, Meta } from './ast';
import { bad, field, lowerName, namedFields, need, textOf, withBlank, type Lowering } from './context';
import { lowerExpression } from './expressions';
import { decodeString } from './literals';
import { union } from './types';

/**
 * The signature of a function, method, function literal, function type or interface method. Its range reaches from
 * the type parameters to the results, so that it does not overlap the name before it.
 */
export function funcType(c: Lowering, n: CstNode): FuncType {
  const typeParams = field(n, 'type_parameters');
  const params = need(n, 'parameters');
  const result = field(n, 'result');
  return {
    kind: 'FuncType',
    typeParams: typeParameters(c, typeParams),
    params: parameters(c, params),
    results: [...results(c, result), ...errorsOf(c, n)],
    start: (n.type === 'function_type' ? n : (typeParams ?? params)).start - c.base,
    end: (result ?? params).end - c.base,
  };
}

/** What does not parse in a signature stands behind its results. */
function errorsOf(c: Lowering, n: CstNode): Field[] {
  if (!n.hasError) return [];
  return n.children.filter(child => child.type === 'ERROR').map(child => unnamed(c, child, bad(c, child)));
}

/** `[T any, S ~[]T]`; nothing where there are none. */
export function typeParameters(c: Lowering, list: CstNode | undefined): (Field | Meta)[] {
  return list ? fieldsOf(c, list, true) : [];
}

/** The fields of `(…)`. An error between them stands as an unnamed field with a Bad type. */
export function parameters(c: Lowering, list: CstNode): (Field | Meta)[] {
  return fieldsOf(c, list, true);
}

function results(c: Lowering, result: CstNode | undefined): (Field | Meta)[] {
  if (!result) return [];
  if (result.type === 'parameter_list') return fieldsOf(c, result, true);
  return [foldMany(unnamed(c, result, lowerExpression(c, result)))];
}

/** The items of a list of parameters, fields or interface elements. */
export function fieldsOf(c: Lowering, list: CstNode, inline: boolean): (Field | Meta)[] {
  const fields: (Field | Meta)[] = [];
  for (const child of list.children) {
    if (!child.named || child.type === 'comment') continue;
    const item = child.type === 'ERROR' || child.missing ? unnamed(c, child, bad(c, child)) : lowerField(c, child);
    if (!inline) withBlank(c, item);
    fields.push(...splitMany(c, item));
  }
  return fields;
}

function unnamed(c: Lowering, n: CstNode, type: Expression): Field {
  return { kind: 'Field', names: [], type, variadic: false, start: n.start - c.base, end: n.end - c.base };
}

function lowerField(c: Lowering, n: CstNode): Field {
  // An error inside makes the whole field bad; types report their own errors as Bad.
  if (n.hasError && n.children.some(child => child.missing || child.type === 'ERROR')) {
    return unnamed(c, n, bad(c, n));
  }
  if (n.type === 'type_elem') return unnamed(c, n, union(c, n));
  if (n.type === 'method_elem') {
    const method = unnamed(c, n, funcType(c, n));
    method.names.push(lowerName(c, need(n, 'name')));
    return method;
  }
  const typeNode = need(n, 'type');
  const item = unnamed(c, n, lowerExpression(c, typeNode));
  item.names = namedFields(n, 'name').map(name => lowerName(c, name));
  item.variadic = n.type === 'variadic_parameter_declaration';
  if (n.type === 'field_declaration') {
    const star = item.names.length === 0 ? n.children.find(child => child.type === '*') : undefined;
    if (star) {
      item.type = { kind: 'StarExpr', x: item.type, start: star.start - c.base, end: typeNode.end - c.base };
    }
    const tag = field(n, 'tag');
    if (tag) item.tag = decodeString(textOf(c, tag));
  }
  return item;
}

function isMany(node: { kind: string; many?: boolean }): boolean {
  return node.kind === 'Meta' && node.many === true;
}

/** `$$$X` alone, or with the filler type `any`, stands for any number of fields. */
function foldMany(item: Field): Field | Meta {
  if (item.variadic || item.tag !== undefined || item.names.length > 1) return item;
  const [name] = item.names;
  if (!name) return item.type.kind === 'Meta' && item.type.many ? item.type : item;
  const filler = item.type.kind === 'Ident' && item.type.name === 'any';
  return filler && name.kind === 'Meta' && name.many ? name : item;
}

/** Go reads `($$$X, a int)` as two names of one type; the hole stands for whole fields. */
function splitMany(c: Lowering, item: Field): (Field | Meta)[] {
  if (!c.pattern) return [item];
  const split: (Field | Meta)[] = [];
  while (item.names.length > 1 && item.names[0] && isMany(item.names[0])) split.push(item.names.shift() as Meta);
  const first = split.length ? item.names[0] : undefined;
  if (first) item.start = first.start;
  return [...split, foldMany(item)];
}
