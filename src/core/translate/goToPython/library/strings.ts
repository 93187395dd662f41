/** strings, unicode, unicode/utf8 and bytes as far as they speak of text. */
import * as t from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import {
  attribute,
  binary,
  call,
  compare,
  generator,
  generatorExp,
  int,
  listComp,
  method,
  name,
  str,
  subscript,
  tuple,
  unary,
} from '../build';
import { gap, simple, type Context } from '../context';
import { expression } from '../expressions';
import { rune } from '../goTypes';
import { constant, onReceiver, plain, type LibraryEntry, type LibraryTable } from './entry';

const isLiteral = (value: py.Expression, text: string): boolean => value.kind === 'Str' && value.value === text;

/** An index into the text: of bytes in Go, of characters in Python. */
function found(value: py.Expression, text: py.Expression, cx: Context): py.Expression {
  return cx.program.ascii ? value : call(cx.out.helper('byte_index'), text, value);
}

/** `strings.Map(f, s)`: a negative rune drops the character. */
const mapped: LibraryEntry = {
  type: t.str,
  call(cx, [fun, text], node) {
    if (!fun || !text) return gap('strings.Map without arguments', node);
    const [f, s] = [expression(cx, fun), expression(cx, text)];
    const char = name('char');
    const value =
      f.value.kind === 'Name' || f.value.kind === 'Lambda'
        ? method(str(''), 'join', call('map', f.value, s.value))
        : method(str(''), 'join', generatorExp(call(f.value, char), generator(char, s.value)));
    cx.notes.assume('The function that is given to strings.Map drops no character.');
    return { before: [...f.before, ...s.before], value, type: t.str, pure: false };
  },
};

/** A function over characters as a condition in a comprehension. */
function holds(cx: Context, fun: go.Expression, char: py.Expression): py.Expression {
  return call(expression(cx, fun).value, char);
}

export const strings: LibraryTable = {
  'strings.Contains': plain(t.bool, ([s, sub]) => compare(sub!, 'in', s!)),
  'strings.ContainsRune': plain(t.bool, ([s, r]) => compare(r!, 'in', s!)),
  'strings.ContainsAny': plain(t.bool, ([s, chars]) =>
    call('any', generatorExp(compare(name('char'), 'in', s!), generator(name('char'), chars!))),
  ),
  'strings.HasPrefix': plain(t.bool, ([s, p]) => method(s!, 'startswith', p!)),
  'strings.HasSuffix': plain(t.bool, ([s, p]) => method(s!, 'endswith', p!)),
  'strings.Index': plain(t.int, ([s, sub], cx) => found(method(s!, 'find', sub!), s!, cx)),
  'strings.IndexByte': plain(t.int, ([s, sub], cx) => found(method(s!, 'find', sub!), s!, cx)),
  'strings.IndexRune': plain(t.int, ([s, sub], cx) => found(method(s!, 'find', sub!), s!, cx)),
  'strings.LastIndex': plain(t.int, ([s, sub], cx) => found(method(s!, 'rfind', sub!), s!, cx)),
  'strings.Split': plain(t.list(t.str), ([s, sep]) =>
    isLiteral(sep!, '') ? call('list', s!) : method(s!, 'split', sep!),
  ),
  'strings.SplitN': {
    type: t.list(t.str),
    call(cx, [s, sep, n], node) {
      if (n?.kind !== 'IntLit' || !s || !sep)
        return gap('strings.SplitN with a number of parts that is computed', node);
      const [text, by] = [expression(cx, s), expression(cx, sep)];
      return {
        before: [...text.before, ...by.before],
        value: method(text.value, 'split', by.value, int(Number(n.value) - 1)),
        type: t.list(t.str),
        pure: true,
      };
    },
  },
  'strings.Fields': plain(t.list(t.str), ([s]) => method(s!, 'split')),
  'strings.Join': plain(t.str, ([xs, sep]) => method(sep!, 'join', xs!)),
  'strings.Repeat': plain(t.str, ([s, n]) => binary(s!, '*', n!)),
  'strings.Replace': {
    type: t.str,
    call(cx, args, node) {
      const [s, from, to, n] = args.map(arg => expression(cx, arg));
      if (!s || !from || !to || !n) return gap('strings.Replace', node);
      const all = n.value.kind === 'UnaryOp' && n.value.op === '-';
      return {
        before: [...s.before, ...from.before, ...to.before],
        value: method(s.value, 'replace', from.value, to.value, ...(all ? [] : [n.value])),
        type: t.str,
        pure: true,
      };
    },
  },
  'strings.ReplaceAll': plain(t.str, ([s, from, to]) => method(s!, 'replace', from!, to!)),
  'strings.ToUpper': plain(t.str, ([s]) => method(s!, 'upper'), {
    value: () => simple(attribute(name('str'), 'upper'), t.unknown),
  }),
  'strings.ToLower': plain(t.str, ([s]) => method(s!, 'lower'), {
    value: () => simple(attribute(name('str'), 'lower'), t.unknown),
  }),
  'strings.Title': plain(t.str, ([s]) => method(s!, 'title')),
  'strings.TrimSpace': plain(t.str, ([s]) => method(s!, 'strip'), {
    value: () => simple(attribute(name('str'), 'strip'), t.unknown),
  }),
  'strings.Trim': plain(t.str, ([s, cut]) => method(s!, 'strip', cut!)),
  'strings.TrimLeft': plain(t.str, ([s, cut]) => method(s!, 'lstrip', cut!)),
  'strings.TrimRight': plain(t.str, ([s, cut]) => method(s!, 'rstrip', cut!)),
  'strings.TrimPrefix': plain(t.str, ([s, p]) => method(s!, 'removeprefix', p!)),
  'strings.TrimSuffix': plain(t.str, ([s, p]) => method(s!, 'removesuffix', p!)),
  'strings.Count': plain(t.int, ([s, sub]) => method(s!, 'count', sub!)),
  'strings.EqualFold': plain(t.bool, ([a, b]) => compare(method(a!, 'casefold'), '==', method(b!, 'casefold'))),
  'strings.Compare': plain(t.int, ([a, b]) =>
    binary(call('int', compare(a!, '>', b!)), '-', call('int', compare(a!, '<', b!))),
  ),
  'strings.Map': mapped,
  'strings.IndexFunc': {
    type: t.int,
    call(cx, [s, f], node) {
      if (!s || !f) return gap('strings.IndexFunc', node);
      const text = expression(cx, s);
      const found = generatorExp(
        name('i'),
        generator(tuple(name('i'), name('char')), call('enumerate', text.value), holds(cx, f, name('char'))),
      );
      return { ...text, value: call('next', found, int(-1)), type: t.int };
    },
  },
  'strings.Cut': {
    // `before, separator, after` of partition, with the separator as the answer whether it was there.
    type: t.tuple(t.str, t.str, t.bool),
    call(cx, args, node) {
      const [s, sep] = args.map(arg => expression(cx, arg));
      if (!s || !sep) return gap('strings.Cut', node);
      const parts = method(s.value, 'partition', sep.value);
      const pick = (i: number): py.Expression => subscript(parts, int(i));
      const value = tuple(pick(0), pick(2), compare(sep.value, 'in', s.value));
      return { before: [...s.before, ...sep.before], value, type: t.tuple(t.str, t.str, t.bool), pure: true };
    },
  },
  'strings.FieldsFunc': {
    type: t.list(t.str),
    call(cx, [s, f], node) {
      if (!s || !f) return gap('strings.FieldsFunc', node);
      const [text, test] = [expression(cx, s), expression(cx, f)];
      const groups = call(cx.out.from('itertools', 'groupby'), text.value, test.value);
      const value = listComp(
        method(str(''), 'join', name('group')),
        generator(tuple(name('splits'), name('group')), groups, unary('not', name('splits'))),
      );
      return { before: [...text.before, ...test.before], value, type: t.list(t.str), pure: false };
    },
  },
  'strings.NewReader': plain(t.instance('strings.Reader'), ([s], cx) => call(cx.out.from('io', 'StringIO'), s!)),
  'strings.Builder.WriteString': onReceiver(t.none, (w, [s]) => method(w, 'write', s!)),
  'strings.Builder.WriteByte': { type: t.none, call: (cx, args, node) => writeCharacter(cx, args, node) },
  'strings.Builder.WriteRune': { type: t.none, call: (cx, args, node) => writeCharacter(cx, args, node) },
  'strings.Builder.String': onReceiver(t.str, w => method(w, 'getvalue')),
  'strings.Builder.Len': onReceiver(t.int, w => call('len', method(w, 'getvalue'))),
  'strings.Builder.Grow': { type: t.none, statement: () => [] },
  'strings.Builder.Reset': {
    type: t.none,
    statement(cx, _args, node) {
      const fun = node.fun as go.SelectorExpr;
      const value = expression(cx, fun.x).value;
      return [
        { kind: 'Expr', value: method(value, 'seek', int(0)), start: -1, end: -1 },
        { kind: 'Expr', value: method(value, 'truncate'), start: -1, end: -1 },
      ];
    },
  },

  'unicode.IsLetter': plain(t.bool, ([r]) => method(r!, 'isalpha'), {
    value: () => simple(attribute(name('str'), 'isalpha'), t.unknown),
  }),
  'unicode.IsDigit': plain(t.bool, ([r]) => method(r!, 'isdecimal'), {
    value: () => simple(attribute(name('str'), 'isdecimal'), t.unknown),
  }),
  'unicode.IsNumber': plain(t.bool, ([r]) => method(r!, 'isnumeric')),
  'unicode.IsSpace': plain(t.bool, ([r]) => method(r!, 'isspace'), {
    value: () => simple(attribute(name('str'), 'isspace'), t.unknown),
  }),
  'unicode.IsUpper': plain(t.bool, ([r]) => method(r!, 'isupper')),
  'unicode.IsLower': plain(t.bool, ([r]) => method(r!, 'islower')),
  'unicode.IsPunct': plain(t.bool, ([r], cx) =>
    method(call(cx.out.member('unicodedata', 'category'), r!), 'startswith', str('P')),
  ),
  'unicode.ToUpper': plain(rune, ([r]) => method(r!, 'upper'), {
    value: () => simple(attribute(name('str'), 'upper'), t.unknown),
  }),
  'unicode.ToLower': plain(rune, ([r]) => method(r!, 'lower'), {
    value: () => simple(attribute(name('str'), 'lower'), t.unknown),
  }),

  'unicode/utf8.RuneCountInString': plain(t.int, ([s]) => call('len', s!)),
  'unicode/utf8.RuneLen': plain(t.int, ([r]) => call('len', method(r!, 'encode'))),
  'unicode/utf8.ValidString': plain(t.bool, ([s]) => compare(s!, '==', s!)),
  'unicode/utf8.RuneError': constant(rune, () => str('\ufffd')),

  'bytes.Buffer.WriteString': onReceiver(t.none, (w, [s]) => method(w, 'write', s!)),
  'bytes.Buffer.WriteByte': { type: t.none, call: (cx, args, node) => writeCharacter(cx, args, node) },
  'bytes.Buffer.WriteRune': { type: t.none, call: (cx, args, node) => writeCharacter(cx, args, node) },
  'bytes.Buffer.String': onReceiver(t.str, w => method(w, 'getvalue')),
  'bytes.Buffer.Len': onReceiver(t.int, w => call('len', method(w, 'getvalue'))),
  'bytes.Contains': plain(t.bool, ([s, sub]) => compare(sub!, 'in', s!)),
  'bytes.Equal': plain(t.bool, ([a, b]) => compare(a!, '==', b!)),
};

function writeCharacter(
  cx: Context,
  args: readonly go.Expression[],
  node: go.CallExpr,
): ReturnType<NonNullable<LibraryEntry['call']>> {
  const [arg] = args;
  if (!arg || node.fun.kind !== 'SelectorExpr') return gap('a write of nothing', node);
  const [writer, value] = [expression(cx, node.fun.x), expression(cx, arg)];
  const isCharacter = value.type.kind === 'int' && value.type.go === 'rune';
  const text = isCharacter ? value.value : call('chr', value.value);
  return {
    before: [...writer.before, ...value.before],
    value: method(writer.value, 'write', text),
    type: t.none,
    pure: false,
  };
}
