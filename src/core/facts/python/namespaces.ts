/** What `argparse` puts into a namespace: the types of its attributes, by what the parsers of a file declare. */
import type * as py from '../../syntax/python/ast';
import type { DeclaredField } from '../facts';
import { bool, int, instance, list, none, optional, str, unknown, type Type } from '../types';
import { asPython, type PythonContext } from './context';
import { argumentNamed } from './operands';

export const namespace: Type = instance('argparse.Namespace');

/** The calls of a method of that name, whatever it is called on. */
function callsOf(cx: PythonContext, name: string): py.Call[] {
  return cx.module.attributesNamed(name).flatMap(attribute => {
    const found = cx.tree.parentOf(attribute);
    const parent = found && asPython(found);
    return parent?.kind === 'Call' && parent.func === attribute ? [parent] : [];
  });
}

/** The name under which an argument stands in the namespace. */
export function destination(call: py.Call): { dest: string; isPositional: boolean } | undefined {
  const names = call.args.flatMap(arg => (arg.kind === 'Str' ? [arg.value] : []));
  const [first] = names;
  if (first === undefined) return undefined;
  const isPositional = !first.startsWith('-');
  const given = argumentNamed(call, 'dest', 99);
  const long = names.find(name => name.startsWith('--')) ?? first;
  const dest =
    given?.kind === 'Str' ? given.value : isPositional ? first : long.replace(/^-+/, '').replaceAll('-', '_');
  return { dest, isPositional };
}

/** What one value of an argument is, by its `type=`. */
function itemType(cx: PythonContext, call: py.Call): Type {
  const reader = argumentNamed(call, 'type', 99);
  if (!reader) return str;
  const type = cx.typeOf(reader);
  if (type.kind === 'class') return cx.typeOf(reader).kind === 'class' ? classType(type.name) : unknown;
  return type.kind === 'func' ? type.result : unknown;
}

function classType(name: string): Type {
  const builtin: Record<string, Type> = { int, float: { kind: 'float' }, str, bool };
  return builtin[name.replace('builtins.', '')] ?? instance(name);
}

function declaredType(cx: PythonContext, call: py.Call, isPositional: boolean): Type {
  const literal = (name: string): string | undefined => {
    const given = argumentNamed(call, name, 99);
    return given?.kind === 'Str' ? given.value : undefined;
  };
  const initial = argumentNamed(call, 'default', 99);
  const required = argumentNamed(call, 'required', 99);
  const isSure = required?.kind === 'Bool' && required.value;
  const withDefault = (type: Type): Type => {
    if (isSure) return type;
    if (!initial || initial.kind === 'None') return optional(type);
    const given = cx.typeOf(initial);
    return given.kind === 'list' && type.kind === 'list' ? type : cx.join(type, given);
  };
  switch (literal('action')) {
    case 'store_true':
    case 'store_false':
      return bool;
    case 'count':
      return withDefault(int);
    case 'append':
      return withDefault(list(itemType(cx, call)));
    case 'store_const': {
      const constant = argumentNamed(call, 'const', 99);
      return withDefault(constant ? cx.typeOf(constant) : unknown);
    }
  }
  const item = itemType(cx, call);
  const count = argumentNamed(call, 'nargs', 99);
  if (count?.kind === 'Int' || (count?.kind === 'Str' && count.value !== '?')) {
    return isPositional ? list(item) : withDefault(list(item));
  }
  return isPositional && !count ? item : withDefault(item);
}

const known = new WeakMap<object, Map<string, Type>>();

function fieldsOf(cx: PythonContext): Map<string, Type> {
  const found = known.get(cx.module);
  if (found) return found;
  const fields = new Map<string, Type>();
  known.set(cx.module, fields);
  const add = (name: string, type: Type): void => {
    const before = fields.get(name);
    fields.set(name, before ? cx.join(before, type) : type);
  };
  for (const call of callsOf(cx, 'add_argument')) {
    const made = destination(call);
    if (made) add(made.dest, declaredType(cx, call, made.isPositional));
  }
  for (const call of callsOf(cx, 'add_subparsers')) {
    const dest = argumentNamed(call, 'dest', 99);
    const required = argumentNamed(call, 'required', 99);
    if (dest?.kind === 'Str') add(dest.value, required?.kind === 'Bool' && required.value ? str : optional(str));
  }
  for (const call of callsOf(cx, 'set_defaults')) {
    for (const arg of call.args) {
      if (arg.kind !== 'Keyword' || arg.arg?.kind !== 'Name') continue;
      const type = arg.value.kind === 'None' ? none : cx.typeOf(arg.value);
      add(arg.arg.id, type);
    }
  }
  return fields;
}

/** All attributes that the parsers of the file declare. */
export const namespaceFields = (cx: PythonContext): DeclaredField[] =>
  [...fieldsOf(cx)].map(([name, type]) => ({ name, type }));

/** The type of an attribute of a namespace. */
export const namespaceField = (cx: PythonContext, name: string): Type => fieldsOf(cx).get(name) ?? unknown;

/** `set_defaults(func=run)`: the function is called with the namespace. */
export function commandType(cx: PythonContext, func: py.FunctionDef, param: py.ParamNode): Type | undefined {
  if (func.params[0] !== param || func.params.length !== 1 || func.name.kind !== 'Name') return undefined;
  const { id } = func.name;
  const isCommand = callsOf(cx, 'set_defaults').some(call =>
    call.args.some(arg => arg.kind === 'Keyword' && arg.value.kind === 'Name' && arg.value.id === id),
  );
  return isCommand ? namespace : undefined;
}
