/** regexp, path/filepath and what of strings takes functions or tables. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { boolOp, call, compare, generator, int, listComp, method, name, none, str, subscript } from '../build';
import { gap, type Context, type Value } from '../context';
import { expression } from '../expressions';
import { onReceiver, plain, receiverOf, type LibraryEntry, type LibraryTable } from './entry';

const pattern: Type = t.pointer(t.instance('regexp.Regexp'));

/** What RE2 and Python's re read alike: no possessive forms, no flags in the middle, no classes of their own. */
function compiled(cx: Context, node: go.Expression | undefined, at: go.CallExpr): Value {
  if (node?.kind !== 'StringLit') return gap('a regular expression that is computed', at);
  if (/\(\?[^:P]|\\[pPzQEC]|\[\[:/.test(node.value))
    return gap('a regular expression that Python reads in another way', at);
  const text: py.Expression = { ...str(node.value), style: 'raw' };
  return { before: [], value: call(cx.out.member('re', 'compile'), text), type: pattern, pure: true };
}

/** A group of the first match; empty where there is none. */
const firstMatch: LibraryEntry = onReceiver(t.str, (re, [s]) => {
  const found = name('match');
  return {
    kind: 'IfExp',
    test: { kind: 'NamedExpr', target: found, value: method(re, 'search', s!), start: -1, end: -1 },
    body: method(found, 'group'),
    orelse: str(''),
    start: -1,
    end: -1,
  };
});

/** `-1` asks for all. */
const all = (build: (found: py.Expression) => py.Expression, type: Type): LibraryEntry => ({
  type,
  call(cx, [text, count], node) {
    const re = receiverOf(cx, node);
    const isAll = count?.kind === 'UnaryExpr' && count.op === '-';
    if (!text || !isAll) return gap('a number of matches', node);
    const own = expression(cx, text);
    return {
      before: [...re.before, ...own.before],
      value: build(method(re.value, 'finditer', own.value)),
      type,
      pure: false,
    };
  },
});

const path = (build: (parts: py.Expression[], cx: Context) => py.Expression): LibraryEntry => plain(t.str, build);

export const text: LibraryTable = {
  'regexp.MustCompile': { type: pattern, call: (cx, [own], node) => compiled(cx, own, node) },
  'regexp.Compile': {
    type: t.tuple(pattern, t.error),
    fails: true,
    call: (cx, [own], node) => compiled(cx, own, node),
  },
  'regexp.MatchString': {
    type: t.tuple(t.bool, t.error),
    fails: true,
    call(cx, [own, s], node) {
      const re = compiled(cx, own, node);
      const subject = s ? expression(cx, s) : gap('regexp.MatchString', node);
      return {
        before: subject.before,
        value: compare(method(re.value, 'search', subject.value), 'is not', none()),
        type: t.bool,
        pure: true,
      };
    },
  },
  'regexp.Regexp.MatchString': onReceiver(t.bool, (re, [s]) => compare(method(re, 'search', s!), 'is not', none())),
  'regexp.Regexp.FindString': firstMatch,
  'regexp.Regexp.FindAllString': all(
    found => listComp(method(name('match'), 'group'), generator(name('match'), found)),
    t.list(t.str),
  ),
  'regexp.Regexp.FindStringSubmatch': onReceiver(t.list(t.str), (re, [s]) => {
    const found = name('match');
    const groups = listComp(boolOp('or', name('group'), str('')), generator(name('group'), method(found, 'groups')));
    const whole: py.Expression = {
      kind: 'List',
      elts: [method(found, 'group'), { kind: 'Starred', value: groups, start: -1, end: -1 }],
      start: -1,
      end: -1,
    };
    return {
      kind: 'IfExp',
      test: { kind: 'NamedExpr', target: found, value: method(re, 'search', s!), start: -1, end: -1 },
      body: whole,
      orelse: { kind: 'List', elts: [], start: -1, end: -1 },
      start: -1,
      end: -1,
    };
  }),
  'regexp.Regexp.ReplaceAllString': {
    type: t.str,
    call(cx, [s, to], node) {
      if (!s || to?.kind !== 'StringLit') return gap('a replacement that is computed', node);
      const re = receiverOf(cx, node);
      const own = expression(cx, s);
      // `$1` and `${name}` are Go's; a backslash is plain text there.
      const written = to.value
        .replace(/\\/g, '\\\\')
        .replace(/\$\{(\w+)\}|\$(\d+)/g, (_, named: string, number: string) => `\\g<${named ?? number}>`);
      const value: py.Expression = written.includes('\\') ? { ...str(written), style: 'raw' } : str(written);
      return {
        before: [...re.before, ...own.before],
        value: method(re.value, 'sub', value, own.value),
        type: t.str,
        pure: true,
      };
    },
  },
  'regexp.Regexp.Split': {
    type: t.list(t.str),
    call(cx, [s], node) {
      if (!s) return gap('Split', node);
      const re = receiverOf(cx, node);
      const own = expression(cx, s);
      return {
        before: [...re.before, ...own.before],
        value: method(re.value, 'split', own.value),
        type: t.list(t.str),
        pure: true,
      };
    },
  },
  'path/filepath.Join': path((parts, cx) => call(cx.out.member('os.path', 'join'), ...parts)),
  'path/filepath.Base': path(([p], cx) => call(cx.out.member('os.path', 'basename'), p!)),
  'path/filepath.Dir': path(([p], cx) => call(cx.out.member('os.path', 'dirname'), p!)),
  'path/filepath.Ext': path(([p], cx) => subscript(call(cx.out.member('os.path', 'splitext'), p!), int(1))),
  'os.MkdirTemp': plain(t.tuple(t.str, t.error), (_, cx) => call(cx.out.member('tempfile', 'mkdtemp')), {
    fails: true,
  }),
  'os.RemoveAll': plain(t.error, ([p], cx) =>
    call(cx.out.member('shutil', 'rmtree'), p!, {
      kind: 'Keyword',
      arg: name('ignore_errors'),
      value: { kind: 'Bool', value: true, start: -1, end: -1 },
      start: -1,
      end: -1,
    }),
  ),
};
