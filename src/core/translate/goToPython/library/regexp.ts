/** regexp: patterns of RE2 as those of re, matches as Go gives them. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { call, compare, method, none, str } from '../build';
import { gap, type Context, type Value } from '../context';
import { expression } from '../expressions';
import type { LibraryEntry, LibraryTable } from './entry';
import { signatureOf } from './signatures';
import { filled, templates } from './table';

const pattern: Type = t.pointer(t.instance('regexp.Regexp'));

/** Classes that RE2 has names for, as they stand inside of brackets. */
const classes: Record<string, string> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  digit: '0-9',
  lower: 'a-z',
  punct: '!-/:-@\\[-`{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '\\w',
  xdigit: '0-9A-Fa-f',
};

/** The pattern as re reads it; undefined where it has no counterpart. */
function rewritten(text: string): string | undefined {
  if (/\(\?[a-z]*U|\\[pPQEC]|\[\[:\^/.test(text) || /.\(\?[a-zA-Z]+\)/.test(text)) return undefined;
  const isMultiline = /\(\?[a-z]*m/.test(text);
  const named = text
    .replace(/\(\?<(?![=!])/g, '(?P<')
    .replace(/\[:(\w+):\]/g, (whole, id: string) => classes[id] ?? whole)
    .replace(/\\z/g, '\\Z');
  // `$` is the end of the text alone, not the place before a line break at its end.
  return isMultiline
    ? named
    : named.replace(/(\\.|\[\^?\]?(?:\\.|[^\]\\])*\])|\$/g, (_, kept?: string) => kept ?? '\\Z');
}

function compiled(cx: Context, node: go.Expression | undefined, at: go.CallExpr): Value {
  if (!node) return gap('a regular expression', at);
  const value = expression(cx, node);
  const compile = cx.out.member('re', 'compile');
  if (value.value.kind !== 'Str') {
    cx.notes.assume('A regular expression that is computed means the same to re.');
    return { ...value, value: call(compile, value.value), type: pattern };
  }
  const text = rewritten(value.value.value) ?? gap('a regular expression that Python reads in another way', at);
  return {
    ...value,
    value: call(compile, text.includes('\\') ? { ...str(text), style: 'raw' } : str(text)),
    type: pattern,
  };
}

/** With a number of matches: `-1` asks for all. */
function several(id: string, item: string): LibraryTable {
  const signature = signatureOf(`regexp.Regexp.${id}`)!;
  return {
    [`regexp.Regexp.${id}`]: {
      type: signature.result,
      call(cx, args, node) {
        const count = args[1];
        const isAll = count?.kind === 'UnaryExpr' && count.op === '-';
        const list = `[${item} for match in $r.finditer($0)]`;
        return filled(cx, isAll ? list : `${list}[:$1]`, signature, args, node);
      },
    },
  };
}

const groups = `[match.group(), *(group or '' for group in match.groups())]`;

const replaceAll: LibraryEntry = {
  type: t.str,
  call(cx, args, node) {
    const [, to] = args;
    const signature = signatureOf('regexp.Regexp.ReplaceAllString')!;
    if (to?.kind !== 'StringLit') return filled(cx, '$r.sub(::replacement($1), $0)', signature, args, node);
    // `$1` and `${name}` are Go's; a backslash is plain text there.
    const plain = !to.value.includes('$') && !to.value.includes('\\');
    if (plain) return filled(cx, '$r.sub($1, $0)', signature, args, node);
    const written = to.value
      .replace(/\\/g, '\\\\')
      .replace(/\$\$|\$\{(\w+)\}|\$(\w+)/g, (whole, named?: string, bare?: string) =>
        whole === '$$' ? '$' : `\\g<${named ?? bare ?? ''}>`,
      );
    const text: go.StringLit = { ...to, value: written, style: 'raw' };
    return filled(cx, '$r.sub($1, $0)', signature, [args[0]!, text], node);
  },
};

const split: LibraryEntry = {
  type: t.list(t.str),
  call(cx, args, node) {
    const count = args[1];
    const isAll = count?.kind === 'UnaryExpr' && count.op === '-';
    if (!isAll && count?.kind !== 'IntLit') return gap('a number of parts that is computed', node);
    const template = isAll ? '$r.split($0)' : `$r.split($0, maxsplit=${Number((count as go.IntLit).value) - 1})`;
    return filled(cx, template, signatureOf('regexp.Regexp.Split')!, args, node);
  },
};

export const regexp: LibraryTable = {
  'regexp.MustCompile': { type: pattern, call: (cx, [own], node) => compiled(cx, own, node) },
  'regexp.Compile': {
    type: t.tuple(pattern, t.error),
    fails: true,
    call: (cx, [own], node) => compiled(cx, own, node),
  },
  'regexp.MatchString': {
    type: t.tuple(t.bool, t.error),
    fails: true,
    call(cx, [own, text], node) {
      const re = compiled(cx, own, node);
      const subject = text ? expression(cx, text) : gap('regexp.MatchString', node);
      return {
        before: [...re.before, ...subject.before],
        value: compare(method(re.value, 'search', subject.value), 'is not', none()),
        type: t.bool,
        pure: true,
      };
    },
  },
  ...templates('regexp', { QuoteMeta: 're::escape($0)' }),
  ...templates('regexp.Regexp', {
    FindString: `match.group() if (match := $r.search($0)) else ''`,
    FindStringIndex: 'list(match.span()) if (match := $r.search($0)) else []',
    FindStringSubmatch: `${groups} if (match := $r.search($0)) else []`,
    Match: '$r.search($0.decode()) is not None',
    MatchString: '$r.search($0) is not None',
    NumSubexp: '$r.groups',
    ReplaceAllLiteralString: '$r.sub(lambda match: $1, $0)',
    ReplaceAllStringFunc: '$r.sub(lambda match: $1(match.group()), $0)',
    String: '$r.pattern',
    SubexpIndex: '$r.groupindex.get($0, -1)',
    SubexpNames: '::group_names($r)',
  }),
  ...several('FindAllString', 'match.group()'),
  ...several('FindAllStringIndex', 'list(match.span())'),
  ...several('FindAllStringSubmatch', groups),
  'regexp.Regexp.ReplaceAllString': replaceAll,
  'regexp.Regexp.Split': split,
};
