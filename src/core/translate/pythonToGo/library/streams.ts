/** Files and texts in memory: what is read from them and written to them. */
import { bytes, instance, int, list, none, str, type Type } from '../../../facts/types';
import type { CallExpr, Expression } from '../../../syntax/go/ast';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { asList } from '../displays';
import { expression } from '../expressions';
import { assignOrDefine, type Rounds, type Wanted } from '../iteration';
import { pure, value, type Value } from '../value';
import { openedFile, textFile } from './opening';
import { isFreshText, isText, streamUses } from './streamUses';
import type { Call, Constant, LibraryModule, Method } from './table';

const osError = 'builtins.OSError';
const memory: Type = instance('io.StringIO');
const nothing = (): Value => pure(g.nil(), none);

const isBuffered = (c: Context, of: Value): boolean =>
  of.type.kind === 'instance' &&
  (of.type.name === 'io.StringIO' ? streamUses(c).memory : isText(of.type) && streamUses(c).lines);

const write: Method = (c, of, node) => {
  const [first] = positional(node);
  if (!first || node.args.length > 1) return undefined;
  const isBinary = !isText(of.type);
  if (isBinary) {
    const data = coerce(c, expression(c, first), bytes);
    const call = g.method(of.node, 'Write', data.node);
    if (!c.isStatement(node)) return c.checkedCall(call, int, osError);
    c.emit(g.exprStmt(call));
    return nothing();
  }
  const text = coerce(c, expression(c, first), str);
  if (c.isStatement(node)) {
    const isPlainBuffer = of.type.kind === 'instance' && of.type.name === 'io.StringIO' && !isBuffered(c, of);
    const call =
      isPlainBuffer && !isFormatted(text.node)
        ? g.method(of.node, 'WriteString', text.node)
        : written(of.node, text.node);
    c.emit(g.exprStmt(call));
    return nothing();
  }
  const kept = c.temporary(text, 'written');
  c.emit(g.exprStmt(g.pkgCall('fmt', 'Fprint', of.node, kept.node)));
  return value(g.pkgCall('unicode/utf8', 'RuneCountInString', kept.node), int);
};

const isFormatted = (node: Expression): node is CallExpr =>
  node.kind === 'CallExpr' &&
  node.fun.kind === 'SelectorExpr' &&
  g.importPathOf(node.fun.x) === 'fmt' &&
  node.fun.sel.kind === 'Ident' &&
  node.fun.sel.name === 'Sprintf';

/** A text to a stream: one that is formatted is formatted on its way. */
function written(to: Expression, text: Expression): Expression {
  return isFormatted(text) ? g.pkgCall('fmt', 'Fprintf', to, ...text.args) : g.pkgCall('fmt', 'Fprint', to, text);
}

/** All of the text that is left in a file. */
export function fileText(c: Context, file: Value): Expression {
  const data = c.checkedCall(g.pkgCall('io', 'ReadAll', file.node), bytes, osError);
  return g.call(c.goType(str), data.node);
}

const read: Method = (c, of, node) => {
  const [size] = positional(node);
  const isAll = !size || size.kind === 'None' || (size.kind === 'UnaryOp' && size.op === '-');
  if (!isText(of.type)) {
    if (!isAll) return value(g.call(c.helper('readBytes'), of.node, coerce(c, expression(c, size), int).node), bytes);
    return c.checkedCall(g.pkgCall('io', 'ReadAll', of.node), bytes, osError);
  }
  if (!isAll) return value(g.method(of.node, 'readText', coerce(c, expression(c, size), int).node), str);
  return value(fileText(c, of), str);
};

const readLine: Method = (_, of, node) =>
  node.args.length > 0 || !isText(of.type) ? undefined : value(g.method(of.node, 'readLine'), str);

const readLines: Method = (c, of, node) => {
  if (node.args.length > 0 || !isText(of.type)) return undefined;
  return value(g.pkgCall('slices', 'Collect', g.pkgCall('strings', 'Lines', fileText(c, of))), list(str));
};

const writeLines: Method = (c, of, node) => {
  const [lines] = positional(node);
  if (!lines || !isText(of.type)) return undefined;
  const made = coerce(c, asList(c, expression(c, lines)), list(str));
  c.emit(g.exprStmt(g.pkgCall('fmt', 'Fprint', of.node, g.pkgCall('strings', 'Join', made.node, g.str('')))));
  return nothing();
};

const seek: Method = (c, of, node) => {
  const [offset, whence] = positional(node);
  if (!offset) return undefined;
  const given = whence ? coerce(c, expression(c, whence), int).node : g.int(0);
  const to = coerce(c, expression(c, offset), int).node;
  const call = g.method(of.node, 'Seek', to.kind === 'IntLit' ? to : g.call('int64', to), given);
  if (!c.isStatement(node)) return undefined;
  c.emit(g.exprStmt(call));
  return nothing();
};

const close: Method = (c, of) => {
  const isMemory = of.type.kind === 'instance' && /^io\.(StringIO|BytesIO)$/.test(of.type.name);
  if (!isMemory) c.emit(g.exprStmt(g.method(of.node, 'Close')));
  return nothing();
};

/** `next(file)`: a line, and whether there was one. */
export function nextLine(c: Context, of: Value): CallExpr | undefined {
  return isBuffered(c, of) ? g.call(c.helper('nextLine'), of.node) : undefined;
}

/** Whether a loop over lines sees nothing of the line breaks: it strips each line before it looks at it. */
function cutsEnds(c: Context, body: readonly py.Statement[], line: string): boolean {
  let isStripped = false;
  let sees = false;
  const isLine = (node: py.Node): boolean => node.kind === 'Name' && c.nameOfTarget(node) === line;
  const visit = (root: NodeBase): void => {
    walk(root, child => {
      const node = child as unknown as py.Node;
      if (isStripped || sees) return false;
      if (node.kind === 'Assign') {
        visit(node.value);
        if (node.targets.some(isLine)) isStripped = true;
        return false;
      }
      if (node.kind === 'Call' && node.func.kind === 'Attribute' && node.func.attr.kind === 'Name') {
        const [only] = node.args;
        const cuts =
          (/^r?strip$/.test(node.func.attr.id) && (!only || (only.kind === 'Str' && only.value.includes('\n')))) ||
          (node.func.attr.id === 'split' && !only);
        if (cuts && isLine(node.func.value)) return false;
      }
      if (isLine(node)) sees = true;
      return undefined;
    });
  };
  for (const statement of body) visit(statement);
  return !sees;
}

/** The lines of a stream, each with its end. */
export function lineRounds(c: Context, whole: Value, wanted: Wanted): Rounds {
  const [given] = wanted.names;
  if (isBuffered(c, whole)) {
    const line = given === undefined || given === '_' ? c.freshLocal('line') : given;
    const of = c.temporary(whole, 'file');
    const next = g.method(of.node, 'readLine');
    return {
      values: [pure(g.ident(line), str)],
      wrap: body =>
        g.forStmt(
          assignOrDefine(c, line, next),
          g.binary(g.ident(line), '!=', g.str('')),
          g.assign(g.ident(line), next),
          body,
        ),
    };
  }
  const line = given ?? c.freshLocal('line');
  const scanner = c.freshLocal('scanner');
  c.emit(g.define(scanner, g.pkgCall('bufio', 'NewScanner', whole.node)));
  const text = g.method(g.ident(scanner), 'Text');
  const isCut = wanted.body !== undefined && given !== undefined && cutsEnds(c, wanted.body, given);
  if (!isCut && line !== '_') c.notes.assume('the last line of the file ends with a line break');
  const start = line === '_' ? [] : [assignOrDefine(c, line, isCut ? text : g.binary(text, '+', g.str('\n')))];
  return {
    values: [pure(g.ident(line), str)],
    wrap: body => g.forStmt(undefined, g.method(g.ident(scanner), 'Scan'), undefined, [...start, ...body]),
  };
}

/** `for line in io.StringIO(text)`: the lines of the text itself. */
const textRounds = (c: Context, node: py.Call, wanted: Wanted): Rounds | undefined => {
  if (!isFreshText(c, node)) return undefined;
  const line = wanted.names[0] ?? c.freshLocal('line');
  const text = coerce(c, expression(c, positional(node)[0]!), str).node;
  return {
    values: [pure(g.ident(line), str)],
    wrap: body => g.rangeStmt(line, undefined, g.pkgCall('strings', 'Lines', text), body),
  };
};

const standard =
  (name: string): Constant =>
  (c, node) => {
    const parent = c.facts.parentOf(node);
    const isWritten = name !== 'Stdin' && parent?.kind === 'Attribute';
    if (!streamUses(c).lines || isWritten) return value(g.pkg('os', name), textFile, true);
    return value(g.ident(c.helper(`${name.toLowerCase()}File`)), textFile, true);
  };

const newMemory: Call = (c, node) => {
  const [first] = positional(node);
  const text = first && first.kind !== 'None' ? coerce(c, expression(c, first), str).node : undefined;
  if (streamUses(c).memory) {
    const fields = text ? [g.keyValue(g.ident('content'), g.call(g.sliceType(g.ident('byte')), text))] : [];
    return value(g.unary('&', g.composite(g.ident(c.helper('textBuffer')), fields)), memory);
  }
  if (!text) return value(g.unary('&', g.composite(g.pkg('bytes', 'Buffer'), [])), memory);
  return value(g.pkgCall('bytes', 'NewBufferString', text), memory);
};

const newBytes: Call = (c, node) => {
  const [first] = positional(node);
  const type = instance('io.BytesIO');
  if (!first) return value(g.unary('&', g.composite(g.pkg('bytes', 'Buffer'), [])), type);
  return value(g.pkgCall('bytes', 'NewBuffer', coerce(c, expression(c, first), bytes).node), type);
};

const shared: Record<string, Method> = {
  write,
  read,
  readline: readLine,
  readlines: readLines,
  writelines: writeLines,
  seek,
  close,
  flush: () => nothing(),
  tell: (c, of) => (isBuffered(c, of) ? value(g.method(of.node, 'tell'), int) : undefined),
};

const owners = ['TextIOWrapper', 'TextIOBase', 'StringIO', 'BufferedReader', 'BufferedWriter', 'BytesIO'];

export const streams: LibraryModule = {
  constants: {
    'sys.stdin': standard('Stdin'),
    'sys.stdout': standard('Stdout'),
    'sys.stderr': standard('Stderr'),
  },
  rounds: { 'io.StringIO': textRounds },
  calls: { 'io.StringIO': newMemory, 'io.BytesIO': newBytes, 'io.open': openedFile },
  methods: {
    ...Object.fromEntries(
      owners.flatMap(owner => Object.entries(shared).map(([name, method]) => [`io.${owner}.${name}`, method])),
    ),
    'io.StringIO.getvalue': (_, of) => value(g.method(of.node, 'String'), str),
    'io.BytesIO.getvalue': (_, of) => value(g.method(of.node, 'Bytes'), bytes),
  },
  fields: {
    'io.TextIOWrapper.name': (_, of) => value(g.method(of.node, 'Name'), str, true),
  },
};
