/** What the tables of Go's library say of a member, in the types of this direction. */
import type { FunctionType, Type } from '../../../facts/types';
import * as t from '../../../facts/types';
import { goLibrary } from '../../../library/go';
import type { LibraryMember } from '../../../library/library';
import { splitQualified } from '../../../library/library';
import { byte, rune, substitute } from '../goTypes';

/** `strings.Fields`, `net/http.Response.Body`; undefined where no table tells of it. */
function memberOf(id: string): LibraryMember | undefined {
  const { module, member } = splitQualified(id);
  return goLibrary.module(module)?.members.get(member) ?? goLibrary.class(module)?.members.get(member);
}

/** The signature of a function or a method of the library. */
export function signatureOf(id: string): FunctionType | undefined {
  const member = memberOf(id);
  const type = member?.kind === 'function' ? member.overloads[0]?.type : undefined;
  return type && (ownType(type) as FunctionType);
}

/** The type of a constant, a variable or a field, or of a function as a value. */
export function memberType(id: string): Type | undefined {
  const member = memberOf(id);
  return member?.kind === 'value' ? ownType(member.type) : signatureOf(id);
}

/** What a call gives, its type parameters found in the arguments. */
export function resultOf(signature: FunctionType, args: readonly Type[]): Type {
  const by = new Map<string, Type>();
  args.forEach((arg, i) => {
    const param = signature.params[Math.min(i, signature.params.length - 1)];
    if (param) infer(param.type, arg, by);
  });
  return substitute(signature.result, by);
}

/** Finds what the type parameters of `param` stand for. */
export function infer(param: Type, arg: Type, by: Map<string, Type>): void {
  if (param.kind === 'typevar') {
    if (!by.has(param.name) && arg.kind !== 'unknown') by.set(param.name, arg);
    return;
  }
  if ('elt' in param && 'elt' in arg) infer(param.elt, arg.elt, by);
  else if (param.kind === 'dict' && arg.kind === 'dict') {
    infer(param.key, arg.key, by);
    infer(param.value, arg.value, by);
  } else if (param.kind === 'pointer' && arg.kind === 'pointer') infer(param.to, arg.to, by);
  else if (param.kind === 'func' && arg.kind === 'func') {
    param.params.forEach((one, i) => infer(one.type, arg.params[i]?.type ?? t.unknown, by));
    infer(param.result, arg.result, by);
  } else if (param.kind === 'tuple' && arg.kind === 'tuple')
    param.elts.forEach((one, i) => infer(one, arg.elts[i] ?? t.unknown, by));
}

/** Here a slice of bytes is a list of them, and a byte is an `uint8`. */
function ownType(type: Type): Type {
  switch (type.kind) {
    case 'bytes':
      return t.list(byte);
    case 'int':
      return type.go === 'byte' ? byte : type.go === 'rune' ? rune : type;
    case 'list':
    case 'array':
    case 'chan':
    case 'set':
    case 'iterator':
      return { ...type, elt: ownType(type.elt) };
    case 'dict':
      return { ...type, key: ownType(type.key), value: ownType(type.value) };
    case 'pointer':
      return { ...type, to: ownType(type.to) };
    case 'tuple':
      return { ...type, elts: type.elts.map(ownType) };
    case 'instance':
      return type.name === 'struct{}' ? t.tuple() : { ...type, args: type.args.map(ownType) };
    case 'func':
      return {
        ...type,
        params: type.params.map(param => ({ ...param, type: ownType(param.type) })),
        result: ownType(type.result),
      };
    default:
      return type;
  }
}
