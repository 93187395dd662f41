/** What a file does with its streams of text, which decides what they are in Go. */
import type { Type } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import type { Context } from '../context';

const streamNames = /^io\.(TextIOWrapper|TextIOBase|StringIO)$/;

/** Whether a value is a stream of text. */
export const isText = (type: Type): boolean => type.kind === 'instance' && streamNames.test(type.name);

interface Uses {
  /** Something reads a line or some characters and something else goes on from there. */
  lines: boolean;
  /** Texts in memory are read, or read again. */
  memory: boolean;
  reads: boolean;
  writes: boolean;
}

const known = new WeakMap<Context, Uses>();

/** What the streams of a file are used for: it decides what they are in Go. */
export function streamUses(c: Context): Uses {
  const found = known.get(c);
  if (found) return found;
  const uses: Uses = { lines: false, memory: false, reads: false, writes: false };
  known.set(c, uses);
  const of = (node: py.Expression): string => {
    const type = c.facts.typeOf(node);
    const inner = type.kind === 'optional' ? type.of : type;
    return inner.kind === 'instance' ? inner.name : '';
  };
  let reading = false;
  let asking = false;
  const look = (child: NodeBase): void => {
    const node = child as unknown as py.Node;
    if (node.kind === 'For' || node.kind === 'Comprehension') {
      const name = of(node.iter);
      if (name === 'io.StringIO') uses.memory ||= !isFreshText(c, node.iter);
      if (streamNames.test(name)) uses.reads = true;
      if (c.facts.qualifiedName(node.iter) === 'sys.stdin') reading = true;
    }
    if (node.kind !== 'Call') return;
    const called = c.facts.qualifiedName(node.func) ?? '';
    if (called === 'builtins.input') asking = true;
    if (called === 'builtins.print' && keywordArgument(node, 'file')) uses.writes = true;
    if (called === 'builtins.next' && node.args[0] && node.args[0].kind !== 'Keyword') {
      const name = of(node.args[0] as py.Expression);
      if (streamNames.test(name)) uses.lines = true;
      if (name === 'io.StringIO') uses.memory = true;
    }
    if (node.func.kind !== 'Attribute' || node.func.attr.kind !== 'Name') return;
    const name = of(node.func.value);
    if (!streamNames.test(name)) return;
    const method = node.func.attr.id;
    if (/^write/.test(method)) uses.writes = true;
    if (/^read/.test(method)) uses.reads = true;
    if (/^(read|readlines)$/.test(method) && c.facts.qualifiedName(node.func.value) === 'sys.stdin') reading = true;
    if (/^(readline|seek|tell|truncate)$/.test(method) || (method === 'read' && node.args.length > 0))
      uses.lines = true;
    if (name === 'io.StringIO' && !/^(write|writelines|getvalue|close|flush)$/.test(method)) uses.memory = true;
  };
  for (const unit of c.input.file.units) walk(unit.node, look);
  if (uses.lines) uses.memory = true;
  if (reading && asking) uses.lines = true;
  return uses;
}

/** `for line in io.StringIO(text)`. */
export const isFreshText = (c: Context, node: py.Expression): node is py.Call =>
  node.kind === 'Call' && c.facts.qualifiedName(node.func) === 'io.StringIO' && positional(node).length === 1;

/** What a stream of any kind of text is in Go. */
export function anyStreamType(c: Context): Expression {
  const uses = streamUses(c);
  if (uses.lines) return g.ident(c.helper('textStream'));
  return g.pkg('io', uses.reads ? (uses.writes ? 'ReadWriter' : 'Reader') : 'Writer');
}

/** What a file or a text in memory is in Go. */
export function streamType(c: Context, name: string): Expression | undefined {
  if (name === 'io.TextIOBase') return anyStreamType(c);
  if (name === 'io.TextIOWrapper') return streamUses(c).lines ? g.star(g.ident(c.helper('textFile'))) : undefined;
  if (name === 'io.StringIO') return streamUses(c).memory ? g.star(g.ident(c.helper('textBuffer'))) : undefined;
  return undefined;
}

/** A stream where a stream of any kind is wanted. */
export const isStreamFor = (from: Type, to: Type): boolean =>
  isText(from) && to.kind === 'instance' && to.name === 'io.TextIOBase';
