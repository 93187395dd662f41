/** Classes in the form of the contract. */
import { describeClass } from '../../library/library';
import type * as py from '../../syntax/python/ast';
import type { DeclaredField, DeclaredMethod, TypeDeclaration } from '../facts';
import { unknown } from '../types';
import { bindingOf, type ClassInfo } from './classes';
import { isClassVar } from './constructors';
import type { PythonContext } from './context';
import { fieldType } from './fields';
import { lastName } from './module';
import { namespaceFields } from './namespaces';

/** The class of that qualified name; undefined where nothing declares it. */
export function typeDeclaration(cx: PythonContext, name: string): TypeDeclaration | undefined {
  const own = cx.classNamed(name);
  if (own) return describe(own);
  const known = cx.library.class(name);
  const declared = known && describeClass(known);
  return declared && name === 'argparse.Namespace' ? { ...declared, fields: namespaceFields(cx) } : declared;
}

function describe(info: ClassInfo): TypeDeclaration {
  const fields = new Map<string, DeclaredField>();
  const methods: DeclaredMethod[] = [];
  for (const symbol of info.scope.symbols.values()) {
    const last = symbol.bindings.findLast(binding => binding.kind === 'function');
    const first = symbol.bindings.find(binding => binding.kind === 'function');
    if (last?.kind === 'function' && first?.kind === 'function') {
      // A property and its setter have one name; the getter is the method.
      const node = bindingOf(first.node) === 'property' ? first.node : last.node;
      methods.push(describeMethod(info, symbol.name, node));
    } else if (symbol.bindings.some(binding => binding.kind === 'value' || binding.kind === 'annotated')) {
      fields.set(symbol.name, describeClassField(info, symbol.name));
    }
  }
  for (const [name, field] of info.instanceFields()) {
    // `self.size = …` may be the call of a setter.
    if (info.scope.symbols.get(name)?.bindings.some(binding => binding.kind === 'function')) continue;
    const known = fields.get(name);
    // What the class gives and methods change is a field with a default.
    if (known) delete known.constant;
    else fields.set(name, { name, type: fieldType(info, name) ?? unknown, node: field.node });
  }
  return {
    name: info.name,
    kind: info.kind,
    typeParams: info.typeParams,
    bases: info.bases(),
    fields: [...fields.values()],
    methods,
    node: info.node,
  };
}

function describeClassField(info: ClassInfo, name: string): DeclaredField {
  const symbol = info.scope.symbols.get(name)!;
  const declared = symbol.bindings.find(binding => binding.kind === 'annotated');
  const field: DeclaredField = { name, type: fieldType(info, name) ?? unknown };
  if (symbol.declaration) field.node = symbol.declaration;
  const isField =
    declared?.kind === 'annotated' &&
    !isClassVar(declared.annotation) &&
    ['dataclass', 'namedtuple', 'interface', 'class'].includes(info.kind);
  if (!isField) field.constant = true;
  else if (symbol.bindings.some(binding => binding.kind === 'value')) field.optional = true;
  return field;
}

function describeMethod(info: ClassInfo, name: string, node: py.FunctionDef): DeclaredMethod {
  const binding = bindingOf(node);
  const type = info.cx.functionType(node);
  const method: DeclaredMethod = {
    name,
    type: binding === 'static' ? type : { ...type, params: type.params.slice(1) },
    node,
    binding,
  };
  if (node.decorators.some(decorator => /^abstract/.test(lastName(decorator)))) method.abstract = true;
  return method;
}
