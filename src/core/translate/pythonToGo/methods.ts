/** Methods of Python's own types: text, lists, dicts, sets. */
import type { Type } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import { coerce } from './coerce';
import type { Context } from './context';
import type { Value } from './value';
import { dictMethod } from './dicts';
import { bytesMethod } from './library/bytes';
import { counterMethod } from './library/counters';
import { dequeMethod } from './library/deques';
import { libraryMethod } from './library';
import { listMethod } from './lists';
import { setMethod } from './sets';
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
      return counterMethod(c, of, of.type, name, node) ?? dictMethod(c, of, of.type, name, node, want);
    case 'set':
      return setMethod(c, of, of.type, name, node);
    case 'bytes':
      return bytesMethod(c, of, name, node) ?? libraryMethod(c, of, name, node);
    case 'int':
    case 'float':
    case 'instance':
      return libraryMethod(c, of, name, node);
    default:
      if (isAny(of.type, c) && textMethods.has(name))
        return stringMethod(c, coerce(c, of, { kind: 'str' }), name, node);
      return undefined;
  }
}

/** Methods that only text has. */
const textMethods = new Set(['upper', 'lower', 'strip', 'split', 'startswith', 'endswith', 'splitlines', 'title']);
