/** Files that are opened: the modes of Python as the functions and flags of Go. */
import { instance, str, type Type } from '../../../facts/types';
import type { CallExpr, Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { streamUses } from './streamUses';
import type { Call } from './table';

export const textFile: Type = instance('io.TextIOWrapper');
const binaryFile: Type = instance('io.BufferedReader');

const openFlags: Record<string, string[]> = {
  a: ['O_APPEND', 'O_CREATE', 'O_WRONLY'],
  x: ['O_WRONLY', 'O_CREATE', 'O_EXCL'],
  'r+': ['O_RDWR'],
  'w+': ['O_RDWR', 'O_CREATE', 'O_TRUNC'],
  'a+': ['O_APPEND', 'O_CREATE', 'O_RDWR'],
  'x+': ['O_RDWR', 'O_CREATE', 'O_EXCL'],
};
export const fileMode: Expression = { kind: 'IntLit', start: -1, end: -1, value: '420', style: 'octal' };

function openerOf(c: Context, mode: string, path: Expression, call: py.Call): CallExpr {
  const kind = mode.replace(/[bt]/g, '');
  if (kind === 'r') return g.pkgCall('os', 'Open', path);
  if (kind === 'w') return g.pkgCall('os', 'Create', path);
  const flags = openFlags[kind]?.map(flag => g.pkg('os', flag));
  if (!flags) return c.gap(`the mode ${mode} of open has no counterpart here`, call);
  const all = flags.reduce<Expression>((sum, flag) => (sum === flag ? flag : g.binary(sum, '|', flag)), flags[0]!);
  return g.pkgCall('os', 'OpenFile', path, all, fileMode);
}

/** Go reads and writes UTF-8, with the line ends that are there. */
function checkForm(c: Context, call: py.Call): void {
  const encoding = keywordArgument(call, 'encoding');
  if (encoding && encoding.kind !== 'None') {
    const name = encoding.kind === 'Str' ? encoding.value.toLowerCase().replace(/_/g, '-') : '';
    if (!['utf-8', 'utf8', 'ascii', 'us-ascii'].includes(name))
      c.gap('this encoding of a file has no counterpart here', call);
  }
  const newline = keywordArgument(call, 'newline');
  if (newline && !(newline.kind === 'None' || (newline.kind === 'Str' && /^\n?$/.test(newline.value))))
    c.gap('these line ends of a file have no counterpart here', call);
  const buffering = keywordArgument(call, 'buffering');
  if (buffering?.kind === 'Int') c.notes.assume('it does not matter when what is written reaches the file');
}

/** The call of Go that opens a file, and what comes of it. */
export function opening(
  c: Context,
  call: py.Call,
  path: Expression,
  given: py.Expression | undefined,
): { call: CallExpr; type: Type } {
  checkForm(c, call);
  const mode = given ?? keywordArgument(call, 'mode');
  if (mode && mode.kind !== 'Str') return c.gap('a mode that is not a literal', call);
  const text = mode?.kind === 'Str' ? mode.value : 'r';
  const type = text.includes('b') ? binaryFile : textFile;
  const opened = openerOf(c, text, path, call);
  if (type === textFile && streamUses(c).lines) {
    c.helper('textFile');
    return { call: g.call('newTextFile', opened), type };
  }
  return { call: opened, type };
}

/** The path and the mode of `open(path, mode)`. */
export function openCall(c: Context, call: py.Call): { call: CallExpr; type: Type } {
  const [first, mode] = positional(call);
  const path = first ?? keywordArgument(call, 'file');
  if (!path) return c.gap('open without a path', call);
  return opening(c, call, coerce(c, expression(c, path), str).node, mode);
}

/** `open(path)` as a value. */
export const openedFile: Call = (c, node) => {
  const { call, type } = openCall(c, node);
  return c.checkedCall(call, type, 'builtins.FileNotFoundError');
};
