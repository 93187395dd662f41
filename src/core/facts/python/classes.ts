/** The classes of a document: what they are made from, their fields and methods, and what they inherit. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { DeclaredMethod, TypeDeclaration } from '../facts';
import type { Type } from '../types';
import { annotationType } from './annotations';
import type { Binding, PythonScope, PythonSymbol } from './bindings';
import type { PythonContext } from './context';
import { lastName } from './module';

/** A class of this document or of a neighbour. */
export interface ClassInfo {
  name: string;
  node: py.ClassDef;
  cx: PythonContext;
  scope: PythonScope;
  kind: TypeDeclaration['kind'];
  typeParams: string[];
  /** Without `Generic`, `Protocol`, `ABC` and other words that only say what kind of class it is. */
  bases(): Type[];
  /** Fields that methods give to `self`, by name, in the order of the text. */
  instanceFields(): Map<string, InstanceField>;
}

export interface InstanceField {
  name: string;
  node: NodeBase;
  bindings: Binding[];
}

/** Bases that say what kind of class it is, and are nothing that a value could be used as. */
const markers = new Set(['Generic', 'Protocol', 'ABC', 'object', 'NamedTuple', 'TypedDict']);

/** Makes the class of a node; everything that needs types is worked out when it is asked for. */
export function createClass(cx: PythonContext, node: py.ClassDef): ClassInfo {
  const scope = cx.module.units[cx.tree.unitOf(node)]?.scopes.get(node) ?? cx.module.scope;
  let bases: Type[] | undefined;
  let fields: Map<string, InstanceField> | undefined;
  return {
    name: className(cx, node, scope),
    node,
    cx,
    scope,
    kind: kindOf(node),
    typeParams: typeParamsOf(cx, node),
    bases() {
      if (bases) return bases;
      bases = [];
      const found: Type[] = [];
      for (const base of node.bases) {
        if (base.kind === 'Keyword' || markers.has(lastName(base.kind === 'Subscript' ? base.value : base))) continue;
        const type = annotationType(cx, base, scope.parent ?? cx.module.scope);
        if (type.kind !== 'unknown' && type.kind !== 'any') found.push(type);
      }
      return (bases = found);
    },
    instanceFields: () => (fields ??= collectFields(cx, scope)),
  };
}

function className(cx: PythonContext, node: py.ClassDef, scope: PythonScope): string {
  let name = node.name.kind === 'Name' ? node.name.id : '_';
  for (let at = scope.parent; at; at = at.parent) {
    const outer = at.node as py.ClassDef | undefined;
    if (at.kind === 'class' && outer?.name.kind === 'Name') name = `${outer.name.id}.${name}`;
  }
  return `${cx.prefix}.${name}`;
}

function kindOf(node: py.ClassDef): TypeDeclaration['kind'] {
  const decorators = node.decorators.map(one => lastName(one.kind === 'Call' ? one.func : one));
  const bases = node.bases.map(base =>
    base.kind === 'Keyword' ? '' : lastName(base.kind === 'Subscript' ? base.value : base),
  );
  if (bases.some(base => /^(Int|Str)?(Enum|Flag)$/.test(base))) return 'enum';
  if (bases.includes('NamedTuple')) return 'namedtuple';
  if (decorators.includes('dataclass') || decorators.includes('define') || bases.includes('BaseModel')) {
    return 'dataclass';
  }
  if (bases.includes('Protocol')) return 'interface';
  return node.body.some(isAbstract) ? 'interface' : 'class';
}

const isAbstract = (node: NodeBase): boolean => {
  const func = node as py.FunctionDef;
  return func.kind === 'FunctionDef' && func.decorators.some(one => /^abstract/.test(lastName(one)));
};

function typeParamsOf(cx: PythonContext, node: py.ClassDef): string[] {
  const names = node.typeParams.flatMap(param =>
    param.kind === 'TypeParam' && param.name.kind === 'Name' ? [param.name.id] : [],
  );
  for (const base of node.bases) {
    if (base.kind !== 'Subscript') continue;
    const args = base.slice.kind === 'Tuple' ? base.slice.elts : [base.slice];
    for (const arg of args) {
      if (arg.kind !== 'Name' || names.includes(arg.id)) continue;
      if (cx.module.symbolOf(arg)?.kind === 'typevar') names.push(arg.id);
    }
  }
  return names;
}

function collectFields(cx: PythonContext, scope: PythonScope): Map<string, InstanceField> {
  return fieldsByClass(cx).get(scope) ?? new Map();
}

const collected = new WeakMap<PythonContext, Map<PythonScope, Map<string, InstanceField>>>();

/** All classes at once, for each would have to look at every assignment of the file. */
function fieldsByClass(cx: PythonContext): Map<PythonScope, Map<string, InstanceField>> {
  const known = collected.get(cx);
  if (known) return known;
  const all = new Map<PythonScope, Map<string, InstanceField>>();
  for (const entry of cx.module.attributeBindings) {
    const symbol = cx.module.symbolOf(entry.owner);
    const scope = symbol && selfClass(symbol);
    if (!scope || entry.binding.kind === 'deleted') continue;
    let fields = all.get(scope);
    if (!fields) all.set(scope, (fields = new Map()));
    const field = fields.get(entry.name);
    if (field) field.bindings.push(entry.binding);
    else fields.set(entry.name, { name: entry.name, node: entry.node, bindings: [entry.binding] });
  }
  collected.set(cx, all);
  return all;
}

/** The class that a parameter is an instance (or, in a class method, the class) of; undefined for others. */
export function selfClass(symbol: PythonSymbol): PythonScope | undefined {
  const binding = symbol.bindings[0];
  if (binding?.kind !== 'parameter' || binding.func.kind !== 'FunctionDef') return undefined;
  const { func, param } = binding;
  if (func.params[0] !== param || bindingOf(func) === 'static') return undefined;
  let around = symbol.scope.parent;
  if (around?.kind === 'block') around = around.parent;
  return around?.kind === 'class' ? around : undefined;
}

/** How a function in a class is bound, by its decorators. */
export function bindingOf(func: py.FunctionDef): DeclaredMethod['binding'] {
  for (const decorator of func.decorators) {
    const name = lastName(decorator);
    if (name === 'staticmethod') return 'static';
    if (name === 'classmethod') return 'class';
    if (name === 'property' || name === 'cached_property' || name === 'setter') return 'property';
  }
  const name = func.name.kind === 'Name' ? func.name.id : '';
  if (name === '__new__') return 'static';
  return name === '__init_subclass__' || name === '__class_getitem__' ? 'class' : 'instance';
}

/** The class in whose body a function stands directly; undefined for others. */
export function classAround(cx: PythonContext, func: py.FunctionDef): ClassInfo | undefined {
  let up = cx.tree.parentOf(func);
  // A method may stand under a condition in the body of its class.
  while (up && (up.kind === 'If' || up.kind === 'Try')) up = cx.tree.parentOf(up);
  return up?.kind === 'ClassDef' ? cx.classOf(up as py.ClassDef) : undefined;
}
