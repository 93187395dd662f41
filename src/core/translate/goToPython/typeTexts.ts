/** `%T`: the name of a value's type, where only the running program knows it too. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import { attribute, call, dict, name, str, subscript } from './build';
import { gap, variableOf, type Context, type Value } from './context';
import { structsInAny } from './heldAsAny';
import type { TypeInfo } from './program';
import { implementsInterface } from './switches';
import { typeText } from './text';
import type { Part } from './verbs';
import { filled } from './verbs';

/** What `%T` writes of a value. */
export function typeParts(cx: Context, value: Value, arg: go.Expression): Part[] {
  const known = typeText(cx, value.type);
  if (known !== undefined) return [str(known)];
  const info = value.type.kind === 'instance' ? cx.typing.info(value.type) : undefined;
  if (info?.form === 'interface') return ofInterface(cx, info, value, arg);
  if (value.type.kind === 'any' || value.type.kind === 'error') return ofAny(cx, value, arg);
  return gap('%T of a value whose type is not known here', arg);
}

/** A value of an interface of the file is of one of the classes that have its methods. */
function ofInterface(cx: Context, info: TypeInfo, value: Value, arg: go.Expression): Part[] {
  const types = holders(cx, type => implementsInterface(cx, type, info.name));
  if (types.length === 0) gap('%T of a value whose type is not known here', arg);
  const needsPointer = (type: TypeInfo): boolean =>
    [...type.methods].some(([id, node]) => node.recv?.type.kind === 'StarExpr' && methodNames(cx, info).has(id));
  const texts = types.map(type => [type, heldText(cx, type, arg, needsPointer(type))] as const);
  const [first] = texts;
  const prefix = first![1].startsWith('*') ? '*main.' : 'main.';
  const cls = call('type', value.value);
  if (texts.every(([type, text]) => text === prefix + type.pyName)) {
    return [str(prefix), filled(attribute(cls, '__name__'))];
  }
  return [filled(subscript(dict(...texts.map(([type, text]) => pair(type, text))), cls))];
}

function methodNames(cx: Context, info: TypeInfo): Set<string> {
  const { type } = info.spec;
  const names = new Set<string>();
  if (type.kind !== 'InterfaceType') return names;
  for (const member of type.methods) {
    if (member.kind !== 'Field') continue;
    for (const own of member.names) if (own.kind === 'Ident') names.add(own.name);
    const embedded = member.names.length === 0 ? cx.typing.info(cx.typing.fromSyntax(member.type)) : undefined;
    if (embedded) for (const id of methodNames(cx, embedded)) names.add(id);
  }
  return names;
}

function ofAny(cx: Context, value: Value, arg: go.Expression): Part[] {
  const held = structsInAny(cx.program, cx.typing);
  const types = holders(cx, type =>
    value.type.kind === 'any' ? type.form !== 'struct' || type.isError || held.has(type) : type.isError,
  );
  const texts = types.map(type =>
    pair(type, heldText(cx, type, arg, type.isError && type.methods.get('Error')?.recv?.type.kind === 'StarExpr')),
  );
  if (value.type.kind === 'any' && readsJson(cx))
    texts.push([name('dict'), str('map[string]interface {}')], [name('list'), str('[]interface {}')]);
  if (value.type.kind === 'any') cx.notes.assume('what %T names is told from the class that the value has in Python');
  return [filled(call(cx.out.helper('type_text'), value.value, ...(texts.length > 0 ? [dict(...texts)] : [])))];
}

/** What JSON holds where nobody says its type. */
function readsJson(cx: Context): boolean {
  if (![...cx.program.imports.values()].includes('encoding/json')) return false;
  let found = false;
  for (const root of cx.program.roots)
    walk(root, at => {
      if (at.kind === 'SelectorExpr' && /^(Unmarshal|Decode)$/.test((at['sel'] as go.Ident).name)) found = true;
    });
  return found;
}

const pair = (type: TypeInfo, text: string): [ReturnType<typeof name>, ReturnType<typeof str>] => [
  name(type.pyName),
  str(text),
];

function holders(cx: Context, holds: (type: TypeInfo) => boolean): TypeInfo[] {
  return [...cx.program.types.values()].filter(
    type =>
      /^(struct|enum|scalar|container)$/.test(type.form) &&
      (type.form === 'struct' || type.methods.size > 0) &&
      holds(type),
  );
}

/** `main.Circle` or `*main.Circle`: Python does not tell a pointer from its struct, the file mostly makes one of them only. */
function heldText(cx: Context, type: TypeInfo, arg: go.Expression, needsPointer: boolean): string {
  if (type.typeParams.length > 0) gap('%T of a generic type', arg);
  if (needsPointer) return `*main.${type.name}`;
  const { asPointer, asValue } = madeAs(cx, type);
  if (!asPointer) return `main.${type.name}`;
  if (!asValue) return `*main.${type.name}`;
  return gap('%T of a value that may be a pointer', arg);
}

/** How the values of a struct come into being. */
function madeAs(cx: Context, type: TypeInfo): { asPointer: boolean; asValue: boolean } {
  const isOwn = (of: Type): boolean => cx.typing.info(of) === type && of.kind !== 'pointer';
  let asPointer = false;
  let asValue = false;
  for (const root of cx.program.roots)
    walk(root, node => {
      if (node.kind === 'UnaryExpr' && (node as unknown as go.UnaryExpr).op === '&') {
        const { x } = node as unknown as go.UnaryExpr;
        if (isOwn(cx.typing.of(x))) asPointer = true;
      } else if (node.kind === 'CallExpr') {
        const { fun, args } = node as unknown as go.CallExpr;
        if (fun.kind === 'Ident' && fun.name === 'new' && args[0] && isOwn(cx.typing.fromSyntax(args[0])))
          asPointer = true;
      } else if (node.kind === 'CompositeLit') {
        const literal = node as unknown as go.CompositeLit;
        const parent = cx.program.bindings.parent(node);
        const isPointed = parent?.kind === 'UnaryExpr' && parent['op'] === '&';
        if (isOwn(cx.typing.of(literal)) && !isPointed) asValue = true;
      } else if (node.kind === 'Ident') {
        const variable = variableOf(cx, node as unknown as go.Ident);
        if (
          variable &&
          variable.kind !== 'type' &&
          variable.kind !== 'receiver' &&
          isOwn(cx.typing.ofVariable(variable))
        )
          asValue = true;
      }
    });
  if (cx.typing.underlying(t.instance(`.${type.name}`)).kind !== 'instance') asValue = true;
  return { asPointer, asValue };
}
