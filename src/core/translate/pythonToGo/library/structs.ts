/** Python's `struct`: each field is read or written by what encoding/binary has for it. */
import {
  parseStructFormat,
  structFieldType,
  type StructField,
  type StructFormat,
} from '../../../facts/python/structFormats';
import { bytes, float, int, str } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce, truth } from '../coerce';
import { constantText } from '../constantText';
import type { Context } from '../context';
import { makeTuple } from '../displays';
import { expression, operands } from '../expressions';
import { pure, value, type Value } from '../value';
import type { Call, LibraryModule, Method, RoundsOf } from './table';

const order = (format: StructFormat): Expression =>
  g.pkg('encoding/binary', format.isBig ? 'BigEndian' : 'LittleEndian');

function formatOf(c: Context, text: string | undefined, node: py.Node): StructFormat {
  if (text === undefined) return c.gap('a format of struct that is not a literal has no counterpart here', node);
  const parsed = parseStructFormat(text);
  return parsed ?? c.gap(`the format ${text} of struct has no counterpart here`, node);
}

/** The fields one after the other, appended to a slice. */
function packed(c: Context, format: StructFormat, args: readonly py.Expression[], node: py.Call): Value {
  if (args.length !== format.fields.length || args.some(arg => arg.kind === 'Starred')) {
    return c.gap('the values of this format are not known one by one', node);
  }
  const values = operands(c, args);
  const [only] = format.fields;
  if (format.fields.length === 1 && only!.size === format.size && only!.code !== 's') {
    return value(appended(c, format, only!, values[0]!, g.nil()), bytes);
  }
  const name = c.takeResultNames([bytes])?.[0];
  const data = g.ident(name ?? c.freshLocal('packed'));
  const made = g.call('make', g.sliceType(g.ident('byte')), g.int(0), g.int(format.size));
  const statements = [name === undefined ? g.define(data.name, made) : g.assign(data, made)];
  let at = 0;
  format.fields.forEach((field, i) => {
    if (field.offset > at) statements.push(g.assign(data, g.spread('append', data, zeros(field.offset - at))));
    statements.push(g.assign(data, appended(c, format, field, values[i]!, data)));
    at = field.offset + field.size;
  });
  if (format.size > at) statements.push(g.assign(data, g.spread('append', data, zeros(format.size - at))));
  c.emit(...statements);
  return value(data, bytes, true);
}

const zeros = (count: number): Expression => g.call('make', g.sliceType(g.ident('byte')), g.int(count));

const bitsOf = (field: StructField): string => String(8 * field.size);

function appended(c: Context, format: StructFormat, field: StructField, of: Value, data: Expression): Expression {
  switch (field.code) {
    case 's':
      return g.spread('append', data, g.call(c.helper('fixedBytes'), coerce(c, of, bytes).node, g.int(field.size)));
    case 'c':
      return g.spread('append', data, coerce(c, of, bytes).node);
    case '?':
      return g.call('append', data, g.call('byte', g.call(c.helper('intOf'), truth(c, of))));
    case 'f':
    case 'd': {
      const bits =
        field.code === 'd'
          ? g.pkgCall('math', 'Float64bits', coerce(c, of, float).node)
          : g.pkgCall('math', 'Float32bits', g.call('float32', coerce(c, of, float).node));
      return g.method(order(format), `AppendUint${bitsOf(field)}`, data, bits);
    }
    default: {
      const given = coerce(c, of, int).node;
      const isNegative = given.kind === 'UnaryExpr' && given.op === '-' && given.x.kind === 'IntLit';
      // Go refuses a negative constant where the type has no sign.
      const number = isNegative
        ? g.int(String(BigInt.asUintN(8 * field.size, -BigInt((given.x as { value: string }).value))))
        : given;
      const isLiteral = number.kind === 'IntLit';
      if (field.size === 1) {
        const start =
          data.kind === 'Ident' && data.name === 'nil' ? g.composite(g.sliceType(g.ident('byte')), []) : data;
        return g.call('append', start, isLiteral ? number : g.call('byte', number));
      }
      return g.method(
        order(format),
        `AppendUint${bitsOf(field)}`,
        data,
        isLiteral ? number : g.call(`uint${bitsOf(field)}`, number),
      );
    }
  }
}

/** The value of one field of data that is there as a whole. */
function fieldValue(format: StructFormat, field: StructField, data: Expression): Value {
  const from = field.offset === 0 ? undefined : g.int(field.offset);
  const type = structFieldType(field);
  const rest = from ? g.slice(data, from) : data;
  const raw =
    field.size === 1 ? g.index(data, g.int(field.offset)) : g.method(order(format), `Uint${bitsOf(field)}`, rest);
  switch (field.code) {
    case 's':
    case 'c':
      return pure(g.pkgCall('bytes', 'Clone', g.slice(data, from, g.int(field.offset + field.size))), type);
    case '?':
      return pure(g.binary(raw, '!=', g.int(0)), type);
    case 'f':
      return pure(g.call('float64', g.pkgCall('math', 'Float32frombits', raw)), type);
    case 'd':
      return pure(g.pkgCall('math', 'Float64frombits', raw), type);
    default: {
      const isSigned = field.code === field.code.toLowerCase();
      return pure(g.call('int', isSigned ? g.call(`int${bitsOf(field)}`, raw) : raw), type);
    }
  }
}

function unpacked(c: Context, format: StructFormat, given: Value, isWhole: boolean): Value {
  const data = c.temporary(coerce(c, given, bytes), 'data');
  if (c.isCaught('struct.error')) {
    const length = g.call('len', data.node);
    const message = isWhole
      ? `unpack requires a buffer of ${format.size} bytes`
      : `unpack_from requires a buffer of at least ${format.size} bytes`;
    const test = g.binary(length, isWhole ? '!=' : '<', g.int(format.size));
    c.emit(g.ifStmt(test, c.fail(c.model.exceptions.make(c, 'struct.error', g.str(message)))));
  } else c.notes.assume('data that is unpacked is as long as its format says');
  return makeTuple(
    c,
    format.fields.map(field => fieldValue(format, field, data.node)),
  );
}

const textOfFormat = (c: Context, node: py.Call): string | undefined => constantText(c.facts, positional(node)[0]);
const textOfStruct = (of: Value): string | undefined => (of.type.kind === 'instance' ? of.type.detail : undefined);

function unpackedFrom(
  c: Context,
  format: StructFormat,
  node: py.Call,
  args: readonly py.Expression[],
): Value | undefined {
  const [buffer] = args;
  const offset = args[1] ?? keywordArgument(node, 'offset');
  if (!buffer) return undefined;
  const whole = coerce(c, expression(c, buffer), bytes);
  if (!offset || (offset.kind === 'Int' && offset.value === '0')) return unpacked(c, format, whole, false);
  const from = coerce(c, expression(c, offset), int).node;
  return unpacked(c, format, value(g.slice(whole.node, from), bytes), false);
}

/** One record after the other. */
const records =
  (textOf: (c: Context, node: py.Call) => string | undefined, at: number): RoundsOf =>
  (c, node) => {
    const buffer = positional(node)[at];
    if (!buffer) return undefined;
    const format = formatOf(c, textOf(c, node), node);
    const data = c.temporary(coerce(c, expression(c, buffer), bytes), 'data');
    const record = c.freshLocal('record');
    const fields = format.fields.map(field => fieldValue(format, field, g.ident(record)));
    return {
      values: fields.length === 1 ? [makeTuple(c, fields)] : fields,
      wrap: body => g.rangeStmt(record, undefined, g.pkgCall('slices', 'Chunk', data.node, g.int(format.size)), body),
    };
  };

const onStruct =
  (write: (c: Context, format: StructFormat, node: py.Call) => Value | undefined): Method =>
  (c, of, node) =>
    write(c, formatOf(c, textOfStruct(of), node), node);

const unpack =
  (at: number, textOf: (c: Context, node: py.Call) => string | undefined): Call =>
  (c, node) => {
    const data = positional(node)[at];
    return data && unpacked(c, formatOf(c, textOf(c, node), node), expression(c, data), true);
  };

export const structs: LibraryModule = {
  calls: {
    'struct.calcsize': (c, node) => pure(g.int(formatOf(c, textOfFormat(c, node), node).size), int),
    'struct.pack': (c, node) => packed(c, formatOf(c, textOfFormat(c, node), node), positional(node).slice(1), node),
    'struct.unpack': unpack(1, textOfFormat),
    'struct.unpack_from': (c, node) =>
      unpackedFrom(c, formatOf(c, textOfFormat(c, node), node), node, positional(node).slice(1)),
    'struct.Struct': (c, node) => {
      const text = textOfFormat(c, node);
      formatOf(c, text, node);
      return pure(g.str(text ?? ''), c.typeOf(node));
    },
  },
  rounds: {
    'struct.iter_unpack': records(textOfFormat, 1),
  },
  methods: {
    'struct.Struct.pack': onStruct((c, format, node) => packed(c, format, positional(node), node)),
    'struct.Struct.unpack': onStruct((c, format, node) => {
      const [data] = positional(node);
      return data && unpacked(c, format, expression(c, data), true);
    }),
    'struct.Struct.unpack_from': onStruct((c, format, node) => unpackedFrom(c, format, node, positional(node))),
  },
  fields: {
    'struct.Struct.size': (c, of) =>
      pure(g.int(formatOf(c, textOfStruct(of), { kind: 'Pass', start: -1, end: -1 }).size), int),
    'struct.Struct.format': (_, of) => value(of.node, str, true),
  },
};
