/** `str.format` and `%`: formats that are kept as text. */
import { str } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { type Context } from './context';
import { type Value, value } from './value';
import { expression, operands } from './expressions';
import { asShown } from './shownNumbers';
import { formatted, specPieces } from './formatSpecs';
import { type Piece, assemble, plainPiece, reprOf, textOf } from './formatting';

// ---- str.format and % ----

export function formatMethod(c: Context, template: string, node: py.Call): Value {
  const positional = node.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
  if (positional.some(arg => arg.kind === 'Starred')) return c.gap('* in format has no counterpart here', node);
  const named = new Map<string, py.Expression>();
  for (const arg of node.args) {
    if (arg.kind === 'Keyword' && arg.arg?.kind === 'Name') named.set(arg.arg.id, arg.value);
  }
  const pieces: Piece[] = [];
  let automatic = 0;
  const pattern = /\{\{|\}\}|\{([^{}!:]*)(?:!([rsa]))?(?::([^{}]*))?\}|[^{}]+|[{}]/gsu;
  for (const match of template.matchAll(pattern)) {
    const [whole, name, conversion, spec] = match;
    if (whole === '{{' || whole === '}}') pieces.push({ text: whole.charAt(0) });
    else if (name === undefined) {
      if (whole === '{' || whole === '}') return c.gap('this format string has no counterpart here', node);
      pieces.push({ text: whole });
    } else {
      const arg =
        name === '' ? positional[automatic++] : /^\d+$/.test(name) ? positional[Number(name)] : named.get(name);
      if (!arg) return c.gap('this format string has no counterpart here', node);
      const given = expression(c, arg);
      const from = spec && /[a-zA-Z%]$|\./.test(spec) ? given : asShown(c, arg, given);
      const shown = conversion === 'r' ? value(reprOf(c, from), str) : from;
      pieces.push(
        ...(spec ? specPieces(c, shown, [{ kind: 'Str', start: -1, end: -1, value: spec }]) : [plainPiece(c, shown)]),
      );
    }
  }
  return value(assemble(pieces), str);
}

export function percentFormat(c: Context, node: py.BinOp): Value {
  if (node.left.kind !== 'Str') return c.gap('% with a format that is not a literal has no counterpart here', node);
  const args = node.right.kind === 'Tuple' ? node.right.elts : [node.right];
  const values = operands(c, args);
  const pieces: Piece[] = [];
  let next = 0;
  for (const match of node.left.value.matchAll(/%([-+ 0#]*)(\d*)(?:\.(\d+))?([a-zA-Z%])|[^%]+|%/gsu)) {
    const [whole, flags, width, precision, type] = match;
    if (type === undefined) pieces.push({ text: whole });
    else if (type === '%') pieces.push({ text: '%' });
    else {
      const from = values[next++];
      if (!from) return c.gap('% has fewer values than its format asks for', node);
      const isText = type === 's' || type === 'r';
      const plain = isText ? asShown(c, args[next - 1]!, from) : from;
      const shown = type === 's' ? value(textOf(c, plain), str) : type === 'r' ? value(reprOf(c, plain), str) : from;
      pieces.push(
        formatted(
          c,
          type === 'i' || type === 'd' || type === 'u' ? wholeNumber(shown) : shown,
          {
            fill: ' ',
            align: flags?.includes('-') ? '<' : isText ? '>' : '',
            sign: flags?.includes('+') ? '+' : '',
            alternate: flags?.includes('#') ?? false,
            zero: flags?.includes('0') ?? false,
            width: width ?? '',
            grouping: '',
            precision: precision ?? '',
            type: isText ? '' : type === 'i' || type === 'u' ? 'd' : type,
          },
          [],
        ),
      );
    }
  }
  return value(assemble(pieces), str);
}

function wholeNumber(from: Value): Value {
  return from.type.kind === 'float' ? value(g.call('int', from.node), { kind: 'int' }) : from;
}
