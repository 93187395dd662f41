/** fmt and log: printing, and text made from values. */
import * as t from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { binary, call, expr, int, keyword, method, starred, str } from '../build';
import { raises } from '../calls';
import { gap, type Context, type Value } from '../context';
import { errorValue } from '../errorValues';
import { expression } from '../expressions';
import { format, isSpread, join, joined, printedArguments, type Formatted } from '../formatting';
import { isRune } from '../goTypes';
import { exitsAtOnce } from './system';
import { writeTo } from './writers';
import { receiverOf, type LibraryEntry, type LibraryTable } from './entry';
import { templates } from './table';

type Args = readonly go.Expression[];

const value = (formatted: Formatted, type: t.Type = t.str): Value => ({
  before: formatted.before,
  value: formatted.value,
  type,
  pure: true,
});

/** `print` of a text that may end with a line break of its own. */
function printText(text: py.Expression, ...more: py.Keyword[]): py.Expression {
  const ending = withoutLineBreak(text);
  if (ending) return isEmptyText(ending) ? call('print', ...more) : call('print', ending, ...more);
  return call('print', text, keyword('end', str('')), ...more);
}

const isEmptyText = (text: py.Expression): boolean => text.kind === 'Str' && text.value === '';

/** The text without a line break at its end; undefined where it has none. */
export function withoutLineBreak(text: py.Expression): py.Expression | undefined {
  if (text.kind === 'Str') return text.value.endsWith('\n') ? str(text.value.slice(0, -1)) : undefined;
  if (text.kind !== 'JoinedStr') return undefined;
  const last = text.values.at(-1);
  if (last?.kind !== 'Str' || !last.value.endsWith('\n')) return undefined;
  const rest = last.value.slice(0, -1);
  return join([...text.values.slice(0, -1), ...(rest ? [str(rest)] : [])]);
}

function println(cx: Context, args: Args, ...more: py.Keyword[]): Value {
  const [only] = args;
  if (args.length === 1 && only?.kind === 'CallExpr' && cx.typing.of(only).kind === 'tuple')
    return printSeveral(cx, only, more);
  const { values, before } = printedArguments(cx, args);
  return { before, value: call('print', ...values, ...more), type: t.none, pure: false };
}

/** `Println(f())` where `f` has several results. */
function printSeveral(cx: Context, node: go.CallExpr, more: py.Keyword[]): Value {
  if (raises(cx, node)) return gap('results and an error printed at once', node);
  const made = expression(cx, node);
  const types = made.type.kind === 'tuple' ? made.type.elts : [];
  const isPlain = types.every(type => type.kind === 'str' || (type.kind === 'int' && !isRune(type)));
  const items = isPlain ? made.value : call('map', cx.out.helper('go_text'), made.value);
  return { ...made, value: call('print', starred(items), ...more), type: t.none, pure: false };
}

const toStandardError = (cx: Context): py.Keyword => keyword('file', cx.out.member('sys', 'stderr'));

const isMember = (cx: Context, node: go.Expression | undefined, path: string, id: string): boolean =>
  node?.kind === 'SelectorExpr' &&
  node.sel.kind === 'Ident' &&
  node.sel.name === id &&
  cx.typing.packageOf(node.x) === path;

/** `Fprintf(w, …)`: to the streams of the process, a builder, a response, or anything that can be written to. */
function toWriter(print: (cx: Context, args: Args) => Formatted, ln: boolean): LibraryEntry {
  return {
    type: t.none,
    call(cx, [writer, ...args], node) {
      if (!writer) return gap('a write to nothing', node);
      if (countIsRead(cx, node)) return gap('the number of bytes that were written', node);
      if (isMember(cx, writer, 'os', 'Stdout')) return ln ? println(cx, args) : printed(print(cx, args));
      if (isMember(cx, writer, 'os', 'Stderr'))
        return ln ? println(cx, args, toStandardError(cx)) : printed(print(cx, args), toStandardError(cx));
      const text = ln ? lineOf(cx, args) : print(cx, args);
      return writeTo(cx, writer, text, node);
    },
  };
}

/** `n, err := fmt.Fprint(…)` */
function countIsRead(cx: Context, node: go.CallExpr): boolean {
  const parent = cx.program.bindings.parent(node);
  const [count] = parent?.kind === 'AssignStmt' ? (parent as unknown as go.AssignStmt).lhs : [];
  return count !== undefined && !(count.kind === 'Ident' && count.name === '_');
}

function printed(text: Formatted, ...more: py.Keyword[]): Value {
  return { before: text.before, value: printText(text.value, ...more), type: t.none, pure: false };
}

/** What `Fprintln` and `Sprintln` give: values with spaces between and a line break. */
export function lineOf(cx: Context, args: Args): Formatted {
  if (isSpread(cx, args)) {
    const { values, before } = printedArguments(cx, args);
    const [only] = values;
    const all: py.Expression =
      values.length === 1 && only?.kind === 'Starred' ? only.value : { kind: 'List', elts: values, start: -1, end: -1 };
    const line = method(str(' '), 'join', all);
    return { value: binary(line, '+', str('\n')), before };
  }
  const verbs = args.map(() => '%v').join(' ');
  return format(cx, { kind: 'StringLit', value: `${verbs}\n`, start: -1, end: -1 }, args);
}

/** `Sprintf(format, args…)`, also with arguments that are spread. */
function formatted(cx: Context, [text, ...args]: Args): Formatted {
  return format(cx, text, args);
}

/** `log.Fatal` prints to standard error and ends the program with status 1; so does `sys.exit` of a text. */
function fatal(text: (cx: Context, args: Args) => Formatted): LibraryEntry {
  return {
    type: t.none,
    call(cx, args) {
      const made = text(cx, args);
      const words = withoutLineBreak(made.value) ?? made.value;
      if (exitsAtOnce(cx)) {
        const print: py.Statement = {
          kind: 'Expr',
          value: call('print', words, toStandardError(cx)),
          start: -1,
          end: -1,
        };
        return {
          before: [...made.before, print],
          value: call(cx.out.helper('exit_now'), int(1)),
          type: t.none,
          pure: false,
        };
      }
      return {
        before: made.before,
        value: call(cx.out.member('sys', 'exit'), words),
        type: t.none,
        pure: false,
      };
    },
  };
}

/** `log.Println` writes to standard error. */
function logged(text: (cx: Context, args: Args) => Formatted): LibraryEntry {
  return {
    type: t.none,
    call(cx, args) {
      const made = text(cx, args);
      return {
        before: made.before,
        value: call(cx.out.member('logging', 'info'), withoutLineBreak(made.value) ?? made.value),
        type: t.none,
        pure: false,
      };
    },
  };
}

/** A line of a logger of the file's own. */
function loggedBy(text: (cx: Context, args: Args) => Formatted): LibraryEntry {
  return {
    type: t.none,
    call(cx, args, node) {
      const own = receiverOf(cx, node);
      const made = text(cx, args);
      return {
        before: [...own.before, ...made.before],
        value: method(own.value, 'log', withoutLineBreak(made.value) ?? made.value),
        type: t.none,
        pure: false,
      };
    },
  };
}

/** The last line of a logger: the program ends with status 1. */
function fatalBy(text: (cx: Context, args: Args) => Formatted): LibraryEntry {
  const line = loggedBy(text).call!;
  return {
    type: t.none,
    call(cx, args, node) {
      const { before, value } = line(cx, args, node);
      const exit = exitsAtOnce(cx) ? cx.out.helper('exit_now') : cx.out.member('sys', 'exit');
      return { before: [...before, expr(value)], value: call(exit, int(1)), type: t.none, pure: false };
    },
  };
}

export const fmt: LibraryTable = {
  ...templates('log', {
    New: '::Logger($0, $1, $2)',
    Ldate: '1',
    Ltime: '2',
    Lmicroseconds: '4',
    LUTC: '32',
    LstdFlags: '3',
  }),
  ...templates('log.Logger', { SetPrefix: '$r.set_prefix($0)', SetFlags: '$r.set_flags($0)', Prefix: '$r.prefix' }),
  'log.Logger.Print': loggedBy(joined),
  'log.Logger.Printf': loggedBy(formatted),
  'log.Logger.Println': loggedBy(lineOf),
  'log.Logger.Fatal': fatalBy(joined),
  'log.Logger.Fatalf': fatalBy(formatted),
  'log.Logger.Fatalln': fatalBy(lineOf),
  'fmt.Println': { type: t.none, call: (cx, args) => println(cx, args) },
  'fmt.Printf': { type: t.none, call: (cx, args) => printed(formatted(cx, args)) },
  'fmt.Print': { type: t.none, call: (cx, args) => printed(joined(cx, args)) },
  'fmt.Sprintf': {
    type: t.str,
    call: (cx, args) => value(formatted(cx, args)),
  },
  'fmt.Sprint': { type: t.str, call: (cx, args) => value(joined(cx, args)) },
  'fmt.Sprintln': { type: t.str, call: (cx, args) => value(lineOf(cx, args)) },
  'fmt.Errorf': {
    type: t.error,
    givesError: 'always',
    call: (cx, _args, node) => errorValue(cx, node) ?? gap('an error without a format', node),
  },
  'fmt.Fprintf': toWriter(formatted, false),
  'fmt.Fprint': toWriter(joined, false),
  'fmt.Fprintln': toWriter(joined, true),
  'fmt.Stringer': { type: t.any },
  ...templates('fmt.Stringer', { String: 'str($r)' }),
  'log.Fatal': fatal(joined),
  'log.Fatalf': fatal(formatted),
  'log.Fatalln': fatal(lineOf),
  'log.Println': logged(lineOf),
  'log.Printf': logged(formatted),
  'log.Print': logged(joined),
  'log.SetFlags': { type: t.none, statement: () => [] },
  'log.SetPrefix': { type: t.none, statement: () => [] },
  'log.Panicf': {
    type: t.none,
    statement(cx, args) {
      const made = formatted(cx, args);
      return [...made.before, { kind: 'Raise', exc: call('RuntimeError', made.value), start: -1, end: -1 }];
    },
  },
};
