/** `print`, with `sep`, `end` and `file`. */
import { isBigInt, str } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import { constantText } from './constantText';
import { type Context } from './context';
import { type Value, value } from './value';
import { expression, operands } from './expressions';
import { asShown } from './shownNumbers';
import { type Piece, assemble, isFileError, plainPiece, textOf } from './formatting';

// ---- print ----

export function printCall(c: Context, node: py.Call): Value {
  const positional = node.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
  const keyword = (name: string): py.Expression | undefined => {
    const found = node.args.find(arg => arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && arg.arg.id === name);
    return found?.kind === 'Keyword' ? found.value : undefined;
  };
  const end = keyword('end');
  const sep = keyword('sep');
  const file = keyword('file');
  const stream = file ? streamOf(c, file) : undefined;
  const writer = (name: string, ...args: go.Expression[]): go.Expression =>
    stream
      ? g.pkgCall('fmt', `F${name.charAt(0).toLowerCase()}${name.slice(1)}`, stream, ...args)
      : g.pkgCall('fmt', name, ...args);
  if (positional.some(arg => arg.kind === 'Starred')) return printSpread(c, positional, sep, end, writer);
  const [only] = positional;
  if (!end && !sep && only?.kind === 'JoinedStr' && positional.length === 1) {
    const joined = expression(c, only);
    const inner = joined.node;
    if (inner.kind === 'CallExpr' && inner.fun.kind === 'SelectorExpr' && isSprintf(inner.fun)) {
      const [format, ...rest] = inner.args;
      if (format?.kind === 'StringLit')
        return value(writer('Printf', g.str(`${format.value}\n`), ...rest), { kind: 'none' });
    }
    return value(writer('Println', inner), { kind: 'none' });
  }
  const values = operands(c, positional).map((one, i) => asShown(c, positional[i]!, one));
  const separator = ending(c, sep, ' ');
  const last = ending(c, end, '\n');
  if (isText(separator, ' ') && isText(last, '\n')) {
    return value(writer('Println', ...values.map(one => printable(c, one))), { kind: 'none' });
  }
  const pieces: Piece[] = [];
  values.forEach((one, i) => {
    if (i > 0) pieces.push(separator);
    pieces.push(plainPiece(c, one));
  });
  pieces.push(last);
  const text = assemble(pieces);
  if (text.kind === 'CallExpr' && text.fun.kind === 'SelectorExpr' && isSprintf(text.fun)) {
    return value(writer('Printf', ...text.args), { kind: 'none' });
  }
  return value(writer('Print', text), { kind: 'none' });
}

const isSprintf = (fun: go.SelectorExpr): boolean =>
  g.importPathOf(fun.x) === 'fmt' && fun.sel.kind === 'Ident' && fun.sel.name === 'Sprintf';

/** An argument of Println that comes out as Python prints it. */
function printable(c: Context, from: Value): go.Expression {
  switch (from.type.kind) {
    case 'int':
    case 'str':
      return from.node;
    case 'error':
      return isFileError(c, from.type) ? textOf(c, from) : from.node;
    case 'instance':
      if (isBigInt(from.type)) return from.node;
      if (from.type.name.startsWith('.') && c.model.hasText(from.type.name.slice(1))) return from.node;
      break;
  }
  return textOf(c, from);
}

/** What `sep` or `end` is: a text, or what gives one. */
function ending(c: Context, node: py.Expression | undefined, usual: string): Piece {
  if (!node || node.kind === 'None') return { text: usual };
  const text = constantText(c.facts, node);
  if (text !== undefined) return { text };
  const given = coerce(c, expression(c, node), str);
  return plainPiece(c, given);
}

const isText = (piece: Piece, text: string): boolean => 'text' in piece && piece.text === text;
const textNode = (piece: Piece): go.Expression => ('text' in piece ? g.str(piece.text) : piece.node);

function streamOf(c: Context, node: py.Expression): go.Expression {
  const name = c.facts.qualifiedName(node);
  if (name === 'sys.stderr') return g.pkg('os', 'Stderr');
  if (name === 'sys.stdout') return g.pkg('os', 'Stdout');
  return expression(c, node).node;
}

/** `print(*xs)`: the items joined. */
function printSpread(
  c: Context,
  args: readonly py.Expression[],
  sep: py.Expression | undefined,
  end: py.Expression | undefined,
  writer: (name: string, ...args: go.Expression[]) => go.Expression,
): Value {
  const [only] = args;
  const items =
    args.length === 1 && only?.kind === 'Starred' ? c.textItems(expression(c, only.value)) : allTexts(c, args);
  const joined = g.pkgCall('strings', 'Join', items, textNode(ending(c, sep, ' ')));
  const last = ending(c, end, '\n');
  if (isText(last, '\n')) return value(writer('Println', joined), { kind: 'none' });
  return value(writer('Print', g.binary(joined, '+', textNode(last))), { kind: 'none' });
}

/** `print(a, *xs)`: the texts of all, in one list. */
function allTexts(c: Context, args: readonly py.Expression[]): go.Expression {
  const type = c.goType({ kind: 'list', elt: { kind: 'str' } });
  const parts: go.Expression[] = [];
  let run: go.Expression[] = [];
  const flush = (): void => {
    if (run.length > 0) parts.push(g.composite(type, run));
    run = [];
  };
  for (const arg of args) {
    if (arg.kind !== 'Starred') run.push(textOf(c, asShown(c, arg, expression(c, arg))));
    else {
      flush();
      parts.push(c.textItems(expression(c, arg.value)));
    }
  }
  flush();
  return g.pkgCall('slices', 'Concat', ...parts);
}
