/** Methods of Python's own types: text, lists, dicts, sets. */
import { any, str, type Type } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { positional } from './arguments';
import { coerce } from './coerce';
import type { Context } from './context';
import { value, type Value } from './value';
import { dictMethod } from './dicts';
import { bytesMethod } from './library/bytes';
import { counterMethod } from './library/counters';
import { dequeMethod } from './library/deques';
import { libraryMethod } from './library';
import { libraryReceiver } from './libraryBases';
import { listMethod } from './lists';
import { setMethod } from './sets';
import { dict, list } from './shapes';
import { stringMethod } from './strings';
import { isAny } from './types';

/** The call of a method by the type of its receiver; undefined where nothing is known of it. */
export function methodCall(c: Context, of: Value, name: string, node: py.Call, want?: Type): Value | undefined {
  switch (of.type.kind) {
    case 'str':
      if (of.type.form === 'path') return libraryMethod(c, of, name, node);
      return stringMethod(c, of, name, node);
    case 'list':
      return dequeMethod(c, of, name, node) ?? listMethod(c, of, name, node);
    case 'dict':
      return counterMethod(c, of, of.type, name, node) ?? dictMethod(c, of, of.type, name, node);
    case 'set':
      return setMethod(c, of, of.type, name, node);
    case 'bytes':
      return bytesMethod(c, of, name, node) ?? libraryMethod(c, of, name, node);
    case 'int':
    case 'float':
    case 'instance': {
      return libraryMethod(c, libraryReceiver(c, of, name) ?? of, name, node);
    }
    default:
      return isAny(of.type, c) ? anyMethod(c, of, name, node, want) : undefined;
  }
}

/** A method of a value of any type: its name tells what has it. */
function anyMethod(c: Context, of: Value, name: string, node: py.Call, want: Type | undefined): Value | undefined {
  if ([...c.model.classes.values()].some(model => model.methods.has(name))) return undefined;
  const [first] = positional(node);
  const as = (type: Type): Value | undefined => methodCall(c, coerce(c, of, type), name, node, want);
  if (textMethods.has(name)) return as(str);
  if (name === 'get' || name === 'keys' || name === 'values' || name === 'items') return as(dict(str, any));
  const isKey = first?.kind === 'Str' || (first && c.typeOf(first).kind === 'str');
  if (name === 'setdefault' || name === 'popitem' || (name === 'pop' && isKey)) {
    // What is changed has to be the map itself, not a copy of another type.
    const type = dict(str, any);
    return methodCall(c, value(g.assertType(of.node, c.goType(type)), type, of.pure), name, node, want);
  }
  const isAt = !first || first.kind === 'Int' || first.kind === 'UnaryOp' || c.typeOf(first).kind === 'int';
  return listMethods.has(name) || (name === 'pop' && isAt) ? as(list(any)) : undefined;
}

const listMethods = new Set(['append', 'extend', 'insert', 'sort', 'reverse']);

/** Methods that only text has. */
const textMethods = new Set(
  `upper lower strip lstrip rstrip split rsplit startswith endswith splitlines title capitalize casefold swapcase ljust
   rjust center zfill partition rpartition join replace encode format isdigit isnumeric isdecimal isalpha isalnum isupper
   islower isspace istitle isidentifier isprintable find rfind removeprefix removesuffix expandtabs`.split(/\s+/),
);
