/** `struct`: what its formats make of the results. */
import type * as py from '../../syntax/python/ast';
import { instance, iterator, tuple, tupleOf, type Type } from '../types';
import type { PythonContext } from './context';
import { operandOf } from './operands';
import { patternText } from './patterns';
import { parseStructFormat, structFieldType } from './structFormats';

type Rule = (cx: PythonContext, n: py.Call) => Type | undefined;

/** What a format unpacks to; undefined where it is not known. */
export function unpackedType(format: string | undefined): Type | undefined {
  const parsed = format === undefined ? undefined : parseStructFormat(format);
  if (!parsed) return undefined;
  const elts = parsed.fields.map(structFieldType);
  return elts.length === 1 ? tupleOf(elts[0]!) : tuple(...elts);
}

const firstText = (cx: PythonContext, n: py.Call): string | undefined =>
  n.args[0] && patternText(cx, operandOf(n.args[0]));

const receiverText = (cx: PythonContext, n: py.Call): string | undefined => {
  const of = n.func.kind === 'Attribute' ? cx.typeOf(n.func.value) : undefined;
  return of?.kind === 'instance' ? of.detail : undefined;
};

const each = (type: Type | undefined): Type | undefined => type && iterator(type);

export const structRules: Record<string, Rule> = {
  'struct.unpack': (cx, n) => unpackedType(firstText(cx, n)),
  'struct.unpack_from': (cx, n) => unpackedType(firstText(cx, n)),
  'struct.iter_unpack': (cx, n) => each(unpackedType(firstText(cx, n))),
  'struct.Struct': (cx, n) => {
    const format = firstText(cx, n);
    const made = instance('struct.Struct');
    return format === undefined ? made : ({ ...made, detail: format } as Type);
  },
  'struct.Struct.unpack': (cx, n) => unpackedType(receiverText(cx, n)),
  'struct.Struct.unpack_from': (cx, n) => unpackedType(receiverText(cx, n)),
  'struct.Struct.iter_unpack': (cx, n) => each(unpackedType(receiverText(cx, n))),
};
