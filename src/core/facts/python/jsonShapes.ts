/** What JSON is that is read: an object or an array, by its text where that is written out, else by how it is used. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { any, dict, list, str, unknown, type Type } from '../types';
import { asPython, type PythonContext } from './context';

const object = dict(str, any);

/** The type of `json.loads(…)` and `json.load(…)`; undefined where nothing tells. */
export function jsonType(cx: PythonContext, call: py.Call): Type | undefined {
  const [first] = call.args;
  const text = first && first.kind !== 'Keyword' ? literalText(cx, first as py.Expression) : undefined;
  if (text !== undefined) return shapeOfText(text);
  const parent = cx.tree.parentOf(call);
  if (!parent) return undefined;
  const n = asPython(parent);
  const [target] = n.kind === 'Assign' ? n.targets : [];
  const found = target?.kind === 'Name' ? shapeOfName(cx, target, 0) : shapeOfUse(cx, call, 0);
  return found.kind === 'unknown' ? undefined : found;
}

/** The text that a name or a literal is, where it is always the same. */
function literalText(cx: PythonContext, node: py.Expression): string | undefined {
  if (node.kind === 'Str') return node.value;
  if (node.kind !== 'Name') return undefined;
  const [binding, ...more] = cx.module.symbolOf(node)?.bindings ?? [];
  if (more.length > 0 || binding?.kind !== 'value') return undefined;
  return binding.value.kind === 'Str' ? binding.value.value : undefined;
}

function shapeOfText(text: string): Type | undefined {
  const start = /^\s*(\[\s*)?([{[]?)/.exec(text);
  const [, array, inner] = start ?? [];
  if (array !== undefined) return list(inner === '{' && isArrayOfObjects(text) ? object : any);
  return inner === '{' ? object : undefined;
}

function isArrayOfObjects(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every(one => typeof one === 'object' && one !== null && !Array.isArray(one));
  } catch {
    return false;
  }
}

const maxUses = 24;
/** An array of arrays of objects is told, and no deeper one. */
const maxDepth = 3;

function shapeOfName(cx: PythonContext, name: py.Name, depth: number): Type {
  const uses = cx.module.symbolOf(name)?.uses ?? [];
  let result: Type = unknown;
  for (const use of uses.slice(0, maxUses)) {
    if (use === name) continue;
    // A test of its type says that it may be something else.
    const parent = cx.tree.parentOf(use) as py.Node | undefined;
    if (parent?.kind === 'Call' && parent.func.kind === 'Name' && /^(isinstance|type)$/.test(parent.func.id))
      return unknown;
    const shape = shapeOfUse(cx, use, depth);
    if (shape.kind === 'unknown') continue;
    if (result.kind !== 'unknown' && result.kind !== shape.kind) return unknown;
    result = result.kind === 'unknown' || (result.kind === 'list' && result.elt.kind === 'any') ? shape : result;
  }
  return result;
}

/** What one use takes the value for. */
function shapeOfUse(cx: PythonContext, node: NodeBase, depth: number): Type {
  const parent = cx.tree.parentOf(node);
  if (!parent || depth > maxDepth) return unknown;
  const n = asPython(parent);
  switch (n.kind) {
    case 'Subscript':
      if (n.value !== node) return unknown;
      if (n.slice.kind === 'Str' || n.slice.kind === 'JoinedStr') return object;
      if (n.slice.kind === 'Slice') return list(any);
      return n.slice.kind === 'Int' ? list(elementShape(shapeOfUse(cx, n, depth + 1))) : unknown;
    case 'Attribute':
      if (n.attr.kind !== 'Name') return unknown;
      if (/^(get|items|keys|values|setdefault|update|popitem)$/.test(n.attr.id)) return object;
      return /^(append|extend|insert|sort|reverse)$/.test(n.attr.id) ? list(any) : unknown;
    case 'For':
    case 'Comprehension':
      // A loop over an object goes over its keys, which are texts.
      if (n.iter !== node || n.target.kind !== 'Name') return unknown;
      return shapeOfName(cx, n.target, depth + 1).kind === 'dict' ? list(object) : unknown;
    case 'DictItem':
    case 'DictSpread':
      return n.kind === 'DictSpread' ? object : unknown;
    default:
      return unknown;
  }
}

const elementShape = (shape: Type): Type => (shape.kind === 'unknown' ? any : shape);
