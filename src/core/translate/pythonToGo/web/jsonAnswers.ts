/** Values as JSON in answers. */
import { any, dict, str, type Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { allFields } from '../classModel';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { value, type Value } from '../value';
import { viewOf, writerOf } from './state';

/** `writeJSON(w, status, value)`, or by the helper that writes JSON to the letter where Go's own would differ. */
export function answerAsJSON(c: Context, node: py.Expression, status: go.Expression): void {
  const of = jsonValue(c, node, viewOf(c).framework === 'flask');
  if (!isExact(c, node)) {
    c.emit(g.exprStmt(g.call(c.helper('writeText'), writerOf(c), status, g.str('application/json'), textOf(c, of))));
    return;
  }
  c.emit(g.exprStmt(g.call(c.helper(jsonWriter(c)), writerOf(c), status, of.node)));
}

/** Flask ends JSON with a line break, as Go's encoder does; the others do not. */
export function jsonWriter(c: Context): string {
  const { framework } = viewOf(c);
  if (framework === 'django') c.notes.assume('Django puts a blank behind the commas and colons of JSON, Go none');
  return framework === 'flask' ? 'writeJSON' : 'sendJSON';
}

/** As Flask lays out JSON: keys sorted, nothing between the marks, a line break at the end. */
function textOf(c: Context, of: Value): go.Expression {
  const isFlask = viewOf(c).framework === 'flask';
  const fields = [
    g.keyValue(g.ident('ItemSeparator'), g.str(',')),
    g.keyValue(g.ident('KeySeparator'), g.str(':')),
    ...(isFlask ? [g.keyValue(g.ident('SortKeys'), g.bool(true))] : [g.keyValue(g.ident('Unicode'), g.bool(true))]),
  ];
  const text = g.method(g.composite(g.ident(c.helper('jsonForm')), fields), 'Text', of.node);
  return isFlask ? g.binary(text, '+', g.str('\n')) : text;
}

/** Whether encoding/json says the same: a float without a fraction, a tuple and an ordered dict read otherwise. */
function isExact(c: Context, node: py.Expression): boolean {
  switch (node.kind) {
    case 'Dict':
      return node.items.every(item => item.kind === 'DictItem' && isExact(c, item.value));
    case 'List':
    case 'Tuple':
      return node.elts.every(elt => isExact(c, elt));
    default:
      return isExactType(c, c.typeOf(node));
  }
}

function isExactType(c: Context, type: Type, depth = 0): boolean {
  if (depth > 6) return true;
  const inner = (one: Type): boolean => isExactType(c, one, depth + 1);
  switch (type.kind) {
    case 'float':
    case 'tuple':
      return false;
    case 'list':
      return inner(type.elt);
    case 'dict':
      return !c.isOrdered(type) && inner(type.value);
    case 'optional':
      return inner(type.of);
    case 'instance':
      noteFloats(c, type.name, depth);
      return true;
    default:
      return true;
  }
}

function noteFloats(c: Context, name: string, depth: number): void {
  const model = name.startsWith('.') ? c.model.classes.get(name.slice(1)) : undefined;
  if (!model || depth > 3) return;
  const holds = allFields(model, c).some(field => field.isInstance && !isExactType(c, field.type, depth + 1));
  if (holds) c.notes.assume('a float of an object that has no fraction is written as 10 in JSON, not as 10.0');
}

/** A value of which encoding/json makes what the framework makes of the original; with `sorts` keys come sorted. */
export function jsonValue(c: Context, node: py.Expression, sorts: boolean): Value {
  if (node.kind === 'Dict' && node.items.every(isPlainItem)) {
    if (!sorts && !areSorted(node)) return structValue(c, node);
    const items = node.items.map(item => {
      const { key, value: given } = item as py.DictItem;
      return g.keyValue(coerce(c, expression(c, key), str).node, jsonValue(c, given, sorts).node);
    });
    return value(g.composite(g.mapType(g.ident('string'), g.ident('any')), items), dict(str, any));
  }
  if (node.kind === 'List' || node.kind === 'Tuple') {
    const type = c.typeOf(node);
    const isMixed = node.kind === 'Tuple' || node.elts.length === 0 || node.elts.some(elt => elt.kind === 'Dict');
    if (isMixed && node.elts.every(elt => elt.kind !== 'Starred')) {
      const items = node.elts.map(elt => jsonValue(c, elt, sorts).node);
      return value(g.composite(g.sliceType(g.ident('any')), items), { kind: 'list', elt: any });
    }
    return refused(c, expression(c, node, type), node);
  }
  return refused(c, expression(c, node), node);
}

const isPlainItem = (item: py.Dict['items'][number]): boolean => item.kind === 'DictItem' && item.key.kind === 'Str';

function keysOf(node: py.Dict): string[] {
  return node.items.flatMap(item => (item.kind === 'DictItem' && item.key.kind === 'Str' ? [item.key.value] : []));
}

function areSorted(node: py.Dict): boolean {
  const keys = keysOf(node);
  return keys.every((key, i) => i === 0 || keys[i - 1]! <= key);
}

/** FastAPI keeps the order of keys, which a struct does as well. */
function structValue(c: Context, node: py.Dict): Value {
  const names = new Set<string>();
  const fields: go.Field[] = [];
  const items: go.Expression[] = [];
  for (const item of node.items) {
    if (item.kind !== 'DictItem' || item.key.kind !== 'Str') continue;
    const words = item.key.value.split(/[^A-Za-z0-9]+/).filter(word => word !== '');
    let name = words.map(word => (word === 'id' ? 'ID' : word[0]!.toUpperCase() + word.slice(1))).join('');
    if (!/^[A-Z]/.test(name) || names.has(name)) name = `Field${names.size + 1}`;
    names.add(name);
    const of = jsonValue(c, item.value, false);
    const type = of.node.kind === 'CompositeLit' && of.node.type ? of.node.type : c.goType(of.type);
    fields.push({ ...g.field(name, type), tag: `json:"${item.key.value}"` });
    items.push(of.node);
  }
  return value(g.composite(g.structType(fields), items), dict(str, any));
}

/** What JSON has no form for. */
function refused(c: Context, of: Value, node: py.Expression): Value {
  const bad = strange(c, of.type);
  return bad ? c.gap(`${bad} as JSON has no counterpart here`, node) : of;
}

function strange(c: Context, type: Type, depth = 0): string | undefined {
  if (depth > 6) return undefined;
  switch (type.kind) {
    case 'list':
      return strange(c, type.elt, depth + 1);
    case 'dict':
      return strange(c, type.value, depth + 1);
    case 'optional':
      return strange(c, type.of, depth + 1);
    case 'tuple':
      return type.elts.map(elt => strange(c, elt, depth + 1)).find(Boolean);
    case 'set':
      return 'a set';
    case 'bytes':
      return 'a value of bytes';
    case 'func':
    case 'error':
    case 'iterator':
      return 'this value';
    case 'instance': {
      const model = type.name.startsWith('.') ? c.model.classes.get(type.name.slice(1)) : undefined;
      if (!model?.isDataclass || model.kind === 'enum') return 'an object';
      const hidden = allFields(model, c).some(field => field.isInstance && !c.model.serializedFields.has(field.name));
      return hidden ? 'an object' : undefined;
    }
    default:
      return undefined;
  }
}
