/** bufio, and fmt where it reads: from the input, from a text, from anything that is read. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { store } from '../assignments';
import { assign, call, int, method, name, str, subscript } from '../build';
import { gap, type Context } from '../context';
import { expression } from '../expressions';
import { freshName } from '../naming';
import type { LibraryEntry, LibraryTable } from './entry';
import { templates } from './table';

/** A word of the input as a value of the type that its place has. */
function converted(cx: Context, word: py.Expression, type: Type, node: go.Expression): py.Expression {
  const below = cx.typing.underlying(type);
  if (below.kind === 'str') return word;
  if (below.kind === 'int' && below.go !== 'rune') return call('int', word);
  if (below.kind === 'float') return call('float', word);
  return gap('reading a value of this type', node);
}

/** The places behind `&n, &m`. */
function targets(cx: Context, args: readonly go.Expression[]): { place: go.Expression; type: Type }[] {
  return args.map(arg => {
    const place = arg.kind === 'UnaryExpr' && arg.op === '&' ? arg.x : gap('reading into this place', arg);
    return { place, type: cx.typing.of(place) };
  });
}

type Source = (
  cx: Context,
  args: readonly go.Expression[],
) => { before: py.Statement[]; value: py.Expression; rest: readonly go.Expression[] };

const input: Source = (cx, args) => ({ before: [], value: cx.out.member('sys', 'stdin'), rest: args });
const reader: Source = (cx, [first, ...rest]) => {
  const own = first ? expression(cx, first) : gap('reading from nothing');
  return { before: own.before, value: own.value, rest };
};

/** Each place gets what `next` gives; the call gives their number. */
function scan(
  source: Source,
  read: (cx: Context, from: py.Expression, places: { place: go.Expression; type: Type }[]) => py.Statement[],
): LibraryEntry {
  const written = (cx: Context, args: readonly go.Expression[]): { statements: py.Statement[]; count: number } => {
    const { before, value, rest } = source(cx, args);
    const places = targets(cx, rest);
    return { statements: [...before, ...read(cx, value, places)], count: places.length };
  };
  return {
    type: t.tuple(t.int, t.error),
    fails: true,
    statement: (cx, args) => written(cx, args).statements,
    call(cx, args) {
      const { statements, count } = written(cx, args);
      return { before: statements, value: int(count), type: t.int, pure: false };
    },
  };
}

const give = (cx: Context, place: go.Expression, value: py.Expression, type: Type): py.Statement[] =>
  store(cx, place, { before: [], value, type, pure: false });

/** One word for each place. */
const words = (cx: Context, from: py.Expression, places: { place: go.Expression; type: Type }[]): py.Statement[] =>
  places.flatMap(({ place, type }) =>
    give(cx, place, converted(cx, call(cx.out.helper('next_word'), from), type, place), type),
  );

/** The words of a line or a text. */
function wordsOf(cx: Context, text: py.Expression, places: { place: go.Expression; type: Type }[]): py.Statement[] {
  const own = freshName(cx, 'words');
  const split = call(cx.out.helper('words_of'), text, int(places.length));
  return [
    assign(own, split),
    ...places.flatMap(({ place, type }, i) =>
      give(cx, place, converted(cx, subscript(name(own), int(i)), type, place), type),
    ),
  ];
}

const line = (cx: Context, from: py.Expression, places: { place: go.Expression; type: Type }[]): py.Statement[] =>
  wordsOf(cx, call(cx.out.helper('read_until'), from, str('\n')), places);

/** `Sscanf(text, format, …)`: the format says what is read. */
const formatted = (source: Source, isLine: boolean): LibraryEntry => {
  let format: go.Expression | undefined;
  return scan(
    (cx, args) => {
      const { before, value, rest } = source(cx, args);
      format = rest[0];
      return { before, value, rest: rest.slice(1) };
    },
    (cx, from, places) => {
      if (format?.kind !== 'StringLit') return gap('a format that is computed', format);
      const own = freshName(cx, 'items');
      const text = isLine ? method(call(cx.out.helper('read_until'), from, str('\n')), 'rstrip', str('\n')) : from;
      return [
        assign(own, call(cx.out.helper('scan_text'), text, str(format.value.replace(/\n$/, '')))),
        ...places.flatMap(({ place, type }, i) => give(cx, place, subscript(name(own), int(i)), type)),
      ];
    },
  );
};

export const reading: LibraryTable = {
  ...templates('bufio', { NewReader: '$0', NewReaderSize: '$0', NewWriter: '$0', NewWriterSize: '$0' }),
  ...templates('bufio.Writer', {
    Flush: '$r.flush()',
    Write: '$r.write($0.decode())',
    WriteByte: '$r.write($0)',
    WriteRune: '$r.write($0)',
    WriteString: '$r.write($0)',
  }),
  ...templates('bufio.Reader', {
    ReadBytes: '! ::read_until($r, $0).encode()',
    ReadRune: '! ::read_rune($r)',
    ReadString: '! ::read_until($r, $0)',
  }),
  'fmt.Scan': scan(input, words),
  'fmt.Scanln': scan(input, line),
  'fmt.Scanf': formatted(input, true),
  'fmt.Sscan': scan(reader, wordsOf),
  'fmt.Sscanln': scan(reader, wordsOf),
  'fmt.Sscanf': formatted(reader, false),
  'fmt.Fscan': scan(reader, words),
  'fmt.Fscanln': scan(reader, line),
  'fmt.Fscanf': formatted(reader, true),
};
