/** Reading and writing of files and of streams in memory. */
import { str } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import * as g from '../../goNodes';
import type { Context } from '../context';
import { type Value } from '../value';

/** All of the text that is left in a file. */
export function fileText(c: Context, file: Value): Expression {
  const data = c.checkedCall(g.pkgCall('io', 'ReadAll', file.node), { kind: 'bytes' }, 'builtins.OSError');
  return g.call(c.goType(str), data.node);
}
