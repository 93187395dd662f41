/** strings: texts, their parts, and what reads and writes them in memory. */
import * as t from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { attribute, call, expr, int, method, name } from '../build';
import { gap, simple, type Context } from '../context';
import { expression } from '../expressions';
import { type LibraryEntry, type LibraryTable, receiverOf } from './entry';
import { filled, templates } from './table';
import { signatureOf } from './signatures';

/** An index into a text: of bytes in Go, of characters in Python. */
function indexed(id: string, template: string): LibraryTable {
  const signature = signatureOf(id)!;
  return {
    [id]: {
      type: t.int,
      call: (cx, args, node) =>
        filled(cx, cx.program.ascii ? template : `::byte_index($0, ${template})`, signature, args, node),
    },
  };
}

/** `strings.Split(s, "")` gives the characters. */
const split: LibraryEntry = {
  type: t.list(t.str),
  call: (cx, args, node) =>
    filled(
      cx,
      args[1]?.kind === 'StringLit' && args[1].value === '' ? 'list($0)' : '$0.split($1)',
      signatureOf('strings.Split')!,
      args,
      node,
    ),
};

const splitN: LibraryEntry = {
  type: t.list(t.str),
  call(cx, args, node) {
    const n = args[2];
    const isAll = n?.kind === 'UnaryExpr' && n.op === '-';
    if (n?.kind === 'IntLit' && n.value !== '0') {
      const made = filled(cx, '$0.split($1, $2)', signatureOf('strings.SplitN')!, args, node);
      const { value } = made;
      if (value.kind === 'Call')
        return { ...made, value: { ...value, args: [value.args[0]!, int(Number(n.value) - 1)] } };
    }
    return filled(cx, isAll ? '$0.split($1)' : '::split_n($0, $1, $2)', signatureOf('strings.SplitN')!, args, node);
  },
};

const replace: LibraryEntry = {
  type: t.str,
  call(cx, args, node) {
    const n = args[3];
    const isAll = n?.kind === 'UnaryExpr' && n.op === '-';
    return filled(
      cx,
      isAll ? '$0.replace($1, $2)' : '$0.replace($1, $2, $3)',
      signatureOf('strings.Replace')!,
      args,
      node,
    );
  },
};

/** Single characters are `str.translate`; other replacers are a function. */
const newReplacer: LibraryEntry = {
  type: t.pointer(t.instance('strings.Replacer')),
  call(cx, args, node) {
    const replacer = t.pointer(t.instance('strings.Replacer'));
    if (node.ellipsis || args.length === 0) return gap('a replacer of a list', node);
    const values = args.map(arg => expression(cx, arg));
    const before = values.flatMap(value => value.before);
    if (!usesTables(cx)) {
      const made = call(cx.out.helper('replacer'), ...values.map(value => value.value));
      return { before, value: made, type: replacer, pure: true };
    }
    const items = values
      .filter((_, i) => i % 2 === 0)
      .map(({ value }, i): py.DictItem => ({
        kind: 'DictItem',
        key: value,
        value: values[i * 2 + 1]!.value,
        start: -1,
        end: -1,
      }));
    const table = call(attribute(name('str'), 'maketrans'), { kind: 'Dict', items, start: -1, end: -1 });
    return { before, value: table, type: replacer, pure: true };
  },
};

const isTable = (args: readonly go.Expression[]): boolean =>
  args.every((arg, i) => i % 2 === 1 || (arg.kind === 'StringLit' && [...arg.value].length === 1));

/** Whether the replacers of a file are all tables of characters. */
function usesTables(cx: Context): boolean {
  let all = true;
  for (const root of cx.program.roots)
    walk(root, node => {
      if (node.kind !== 'CallExpr') return;
      const { fun, args } = node as unknown as go.CallExpr;
      if (fun.kind === 'SelectorExpr' && fun.sel.kind === 'Ident' && fun.sel.name === 'NewReplacer' && !isTable(args))
        all = false;
    });
  return all;
}

/** `b.Reset()` of a text that is written in memory. */
export const reset: LibraryEntry = {
  type: t.none,
  statement(cx, _args, node) {
    const { before, value } = receiverOf(cx, node);
    return [...before, expr(method(value, 'seek', int(0))), expr(method(value, 'truncate', int(0)))];
  },
};

/** What strings.Builder and bytes.Buffer have in common: both are a StringIO. */
export const inMemory = (path: string): LibraryTable => ({
  ...templates(path, {
    WriteString: '$r.write($0)',
    WriteByte: '$r.write($0)',
    WriteRune: '$r.write($0)',
    Write: '$r.write($0.decode())',
    String: '$r.getvalue()',
    Cap: 'len($r.getvalue())',
  }),
  [`${path}.Len`]: {
    type: t.int,
    call: (cx, args, node) =>
      filled(
        cx,
        cx.program.ascii ? 'len($r.getvalue())' : 'len($r.getvalue().encode())',
        signatureOf(`${path}.Len`)!,
        args,
        node,
      ),
  },
  [`${path}.Grow`]: { type: t.none, statement: () => [] },
  [`${path}.Reset`]: reset,
});

/** Letters whose upper case is several in Python, and one or themselves in Go. */
const growingLetters = /[ßŉǰΐΰևẖ-ẚὐ-ὖᾀ-ῼﬀ-ﬗ]/u;

export const strings: LibraryTable = {
  ...templates('strings', {
    Clone: '$0',
    Compare: '($0 > $1) - ($0 < $1)',
    Contains: '$1 in $0',
    ContainsAny: 'any(char in $0 for char in $1)',
    ContainsFunc: 'any($1(char) for char in $0)',
    ContainsRune: '$1 in $0',
    Count: '$0.count($1)',
    Cut: '::cut($0, $1)',
    CutPrefix: '$0.removeprefix($1), $0.startswith($1)',
    CutSuffix: '$0.removesuffix($1), $0.endswith($1)',
    EqualFold: '$0.casefold() == $1.casefold()',
    Fields: '$0.split()',
    FieldsFunc: '::fields_func($0, $1)',
    FieldsSeq: '$0.split()',
    HasPrefix: '$0.startswith($1)',
    HasSuffix: '$0.endswith($1)',
    Join: '$1.join($0)',
    Lines: '$0.splitlines(keepends=True)',
    NewReader: 'io->StringIO($0)',
    Repeat: '$0 * $1',
    ReplaceAll: '$0.replace($1, $2)',
    SplitAfter: '::split_after($0, $1)',
    SplitSeq: '$0.split($1)',
    Title: '::title_case($0)',
    ToLower: '$0.lower()',
    ToTitle: '$0.upper()',
    Trim: '$0.strip($1)',
    TrimFunc: '::trim_left(::trim_right($0, $1), $1)',
    TrimLeft: '$0.lstrip($1)',
    TrimLeftFunc: '::trim_left($0, $1)',
    TrimPrefix: '$0.removeprefix($1)',
    TrimRight: '$0.rstrip($1)',
    TrimRightFunc: '::trim_right($0, $1)',
    TrimSpace: '$0.strip()',
    TrimSuffix: '$0.removesuffix($1)',
  }),
  'strings.ToUpper': {
    type: t.str,
    call(cx, args, node) {
      const template = growingLetters.test(cx.text) ? '::upper($0)' : '$0.upper()';
      return filled(cx, template, signatureOf('strings.ToUpper')!, args, node);
    },
    value: cx =>
      simple(
        growingLetters.test(cx.text) ? cx.out.helper('upper') : attribute(name('str'), 'upper'),
        signatureOf('strings.ToUpper')!,
      ),
  },
  'strings.Map': {
    type: t.str,
    call(cx, args, node) {
      const isNamed = args[0]?.kind === 'Ident';
      const template = isNamed ? `''.join(map($0, $1))` : `''.join($0(char) for char in $1)`;
      return filled(cx, template, signatureOf('strings.Map')!, args, node);
    },
  },
  ...indexed('strings.Index', '$0.find($1)'),
  ...indexed('strings.IndexByte', '$0.find($1)'),
  ...indexed('strings.IndexRune', '$0.find($1)'),
  ...indexed('strings.IndexAny', 'next((i for i, char in enumerate($0) if char in $1), -1)'),
  ...indexed('strings.IndexFunc', 'next((i for i, char in enumerate($0) if $1(char)), -1)'),
  ...indexed('strings.LastIndex', '$0.rfind($1)'),
  ...indexed('strings.LastIndexByte', '$0.rfind($1)'),
  ...indexed('strings.LastIndexAny', 'max((i for i, char in enumerate($0) if char in $1), default=-1)'),
  ...indexed('strings.LastIndexFunc', 'max((i for i, char in enumerate($0) if $1(char)), default=-1)'),
  'strings.Split': split,
  'strings.SplitN': splitN,
  'strings.Replace': replace,
  'strings.NewReplacer': newReplacer,
  'strings.Replacer.Replace': {
    type: t.str,
    call: (cx, args, node) =>
      filled(cx, usesTables(cx) ? '$0.translate($r)' : '$r($0)', signatureOf('strings.Replacer.Replace')!, args, node),
  },
  ...inMemory('strings.Builder'),
};
