/** regexp: patterns of `re`, whose groups that take no part are empty texts. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { asNumber } from '../arithmetic';
import { attribute, binary, call, lambda, method, name, str } from '../build';
import { gap, variableOf, type Context, type Value } from '../context';
import { expression, valueOf } from '../expressions';
import { combine } from '../operators';
import { pythonPattern, type PythonPattern } from '../regularExpressions';
import { receiverOf, type LibraryEntry, type LibraryTable } from './entry';
import { signatureOf } from './signatures';
import { filled, templates } from './table';

const pattern: Type = t.pointer(t.instance('regexp.Regexp'));

const raw = (text: string): py.Expression => (text.includes('\\') ? { ...str(text), style: 'raw' } : str(text));

/** The pattern that a literal or a constant says, as Python's. */
function known(cx: Context, node: go.Expression | undefined): PythonPattern | undefined {
  const constant = node?.kind === 'Ident' ? cx.program.constants.get(node.name)?.value : undefined;
  const source = node?.kind === 'StringLit' ? node.value : typeof constant === 'string' ? constant : undefined;
  if (source === undefined) return undefined;
  const made = pythonPattern(source);
  return typeof made === 'string' ? gap(`${made} in a regular expression has no counterpart in Python`, node) : made;
}

/** The text of a pattern: a literal, or one that is put together with `regexp.QuoteMeta`. */
function patternText(cx: Context, node: go.Expression): Value {
  const own = known(cx, node);
  if (own) return { before: [], value: raw(own.text), type: t.str, pure: true };
  if (node.kind === 'BinaryExpr' && node.op === '+')
    return combine([patternText(cx, node.x), patternText(cx, node.y)], ([a, b]) => binary(a!, '+', b!), t.str);
  const isQuoted = node.kind === 'CallExpr' && node.fun.kind === 'SelectorExpr' && isQuoteMeta(node.fun);
  if (!isQuoted) cx.notes.assume('regular expressions that are computed mean the same to Go and to Python');
  return valueOf(cx, node, t.str);
}

const isQuoteMeta = ({ sel }: go.SelectorExpr): boolean => sel.kind === 'Ident' && sel.name === 'QuoteMeta';

function compiled(cx: Context, node: go.Expression | undefined, at: go.CallExpr): Value {
  if (!node) return gap('a regular expression that is missing', at);
  const text = patternText(cx, node);
  const isAscii = (known(cx, node)?.hasClasses ?? true) && !cx.program.ascii;
  const flags = isAscii ? [cx.out.member('re', 'ASCII')] : [];
  return { ...text, value: call(cx.out.member('re', 'compile'), text.value, ...flags), type: pattern };
}

/** What the receiver was made of, where that is seen. */
function madeOf(cx: Context, node: go.CallExpr): PythonPattern | undefined {
  const receiver = (node.fun as go.SelectorExpr).x;
  const variable = variableOf(cx, receiver);
  const made =
    receiver.kind === 'CallExpr'
      ? receiver
      : variable?.definitions.length === 1
        ? variable.definitions[0]?.value
        : undefined;
  return made?.kind === 'CallExpr' ? known(cx, made.args[0]) : undefined;
}

/** Both languages go on in another way behind a match of nothing. */
function refuseEmpty(cx: Context, node: go.CallExpr): PythonPattern | undefined {
  const made = madeOf(cx, node);
  if (made?.matchesEmpty) gap('a regular expression that may match nothing, used for all matches', node);
  if (!made) cx.notes.assume('regular expressions match at least one character');
  return made;
}

const search = (id: string, template: string): LibraryTable => ({
  [`regexp.Regexp.${id}`]: {
    type: args => signatureOf(`regexp.Regexp.${id}`)!.result ?? args[0],
    call: (cx, args, node) => filled(cx, template, signatureOf(`regexp.Regexp.${id}`)!, args, node),
  },
});

/** `FindAllString(s, n)`: `match` is each match in the template. */
const all = (id: string, each: string): LibraryTable => ({
  [`regexp.Regexp.${id}`]: {
    type: signatureOf(`regexp.Regexp.${id}`)!.result,
    call(cx, args, node) {
      refuseEmpty(cx, node);
      const count = args[1];
      const isAll = count?.kind === 'UnaryExpr' && count.op === '-';
      const found = isAll ? '$r.finditer($0)' : 'itertools->islice($r.finditer($0), $1)';
      if (!isAll && count?.kind !== 'IntLit') gap('a number of matches that is computed', node);
      return filled(cx, `[${each} for match in ${found}]`, signatureOf(`regexp.Regexp.${id}`)!, args, node);
    },
  },
});

/** `$1` and `${name}` are Go's; a backslash is plain text there. */
function replacement(text: string, node: go.Expression): string {
  return text.replace(/\\/g, '\\\\').replace(/\$(?:\{(\w+)\}|(\w+)|(\$))/g, (_, braced: string, plain: string) => {
    const id = braced ?? plain;
    if (id === undefined) return '$';
    if (/^\d/.test(id) && !/^\d+$/.test(id)) gap('a group in a replacement that letters follow', node);
    return `\\g<${id}>`;
  });
}

const replaceAll: LibraryEntry = {
  type: t.str,
  call(cx, [text, to], node) {
    if (!text || !to) return gap('ReplaceAllString', node);
    refuseEmpty(cx, node);
    const written = to.kind === 'StringLit' ? raw(replacement(to.value, to)) : undefined;
    return combine(
      [receiverOf(cx, node), valueOf(cx, to), expression(cx, text)],
      ([re, by, subject]) => {
        const expanded = lambda(['match'], call(cx.out.helper('expand_groups'), name('match'), by!));
        return method(re!, 'sub', written ?? expanded, subject!);
      },
      t.str,
    );
  },
};

const replaceLiteral: LibraryEntry = {
  type: t.str,
  call(cx, [text, to], node) {
    if (!text || !to) return gap('ReplaceAllLiteralString', node);
    refuseEmpty(cx, node);
    const isPlain = to.kind === 'StringLit' && !to.value.includes('\\');
    return combine(
      [receiverOf(cx, node), valueOf(cx, to), expression(cx, text)],
      ([re, by, subject]) => method(re!, 'sub', isPlain ? by! : lambda(['_'], by!), subject!),
      t.str,
    );
  },
};

/** `ReplaceAllStringFunc(s, f)`: Python gives the match, Go its text. */
const replaceFunc: LibraryEntry = {
  type: t.str,
  call(cx, [text, change], node) {
    if (!text || !change) return gap('ReplaceAllStringFunc', node);
    refuseEmpty(cx, node);
    return combine(
      [receiverOf(cx, node), expression(cx, change), expression(cx, text)],
      ([re, by, subject]) => {
        const found = method(name('match'), 'group');
        const called = isUpper(by!)
          ? method(found, (by as py.Attribute & { attr: py.Name }).attr.id)
          : (withArgument(by!, found) ?? call(by!, found));
        return method(re!, 'sub', lambda(['match'], called), subject!);
      },
      t.str,
    );
  },
};

/** The body of a lambda with its parameter replaced; undefined where it is no lambda, or binds names itself. */
function withArgument(fun: py.Expression, arg: py.Expression): py.Expression | undefined {
  const [param, ...others] = fun.kind === 'Lambda' ? fun.params : [];
  if (fun.kind !== 'Lambda' || param?.kind !== 'Param' || param.name?.kind !== 'Name' || others.length > 0)
    return undefined;
  const { id } = param.name;
  if (/"kind":"(Lambda|Comprehension|NamedExpr)"/.test(JSON.stringify(fun.body))) return undefined;
  const replaced = (node: unknown, key = ''): unknown => {
    if (Array.isArray(node)) return node.map(one => replaced(one));
    if (typeof node !== 'object' || node === null) return node;
    const named = node as py.Name;
    if (named.kind === 'Name') return named.id === id && key !== 'attr' && key !== 'arg' ? arg : node;
    return Object.fromEntries(Object.entries(node).map(([own, value]) => [own, replaced(value, own)]));
  };
  return replaced(fun.body) as py.Expression;
}

/** `str.upper` and the like. */
const isUpper = (fun: py.Expression): boolean =>
  fun.kind === 'Attribute' && fun.value.kind === 'Name' && fun.value.id === 'str' && fun.attr.kind === 'Name';

const split: LibraryEntry = {
  type: t.list(t.str),
  call(cx, [text, count], node) {
    if (!text || !count) return gap('Split', node);
    const made = refuseEmpty(cx, node);
    const isAll = count.kind === 'UnaryExpr' && count.op === '-';
    if (made && made.groups > 0) gap('a split at a regular expression with groups', node);
    if (!isAll && (count.kind !== 'IntLit' || count.value === '0')) gap('a number of parts that is computed', node);
    const most = isAll
      ? []
      : [asNumber(cx, { kind: 'IntLit', value: String(Number((count as go.IntLit).value) - 1), start: -1, end: -1 })];
    if (!isAll && (count as go.IntLit).value === '1') return gap('a split into one part', node);
    return combine(
      [receiverOf(cx, node), expression(cx, text), ...most],
      ([re, subject, limit]) => method(re!, 'split', subject!, ...(limit ? [limit] : [])),
      t.list(t.str),
    );
  },
};

/** Offsets are those of bytes in Go. */
function inAscii(table: LibraryTable): LibraryTable {
  return Object.fromEntries(
    Object.entries(table).map(([id, entry]): [string, LibraryEntry] => [
      id,
      {
        ...entry,
        call(cx, args, node) {
          if (!cx.program.ascii) gap('offsets of matches in a text that is not ASCII', node);
          return entry.call!(cx, args, node);
        },
      },
    ]),
  );
}

const found = '(match := $r.search($0))';

export const regexp: LibraryTable = {
  'regexp.MustCompile': { type: pattern, call: (cx, [own], node) => compiled(cx, own, node) },
  'regexp.Compile': {
    type: t.tuple(pattern, t.error),
    fails: true,
    call(cx, [own], node) {
      if (!known(cx, own) && !cx.fn.looseParsing) gap('the words of an error in a regular expression', node);
      return compiled(cx, own, node);
    },
  },
  'regexp.MatchString': {
    type: t.tuple(t.bool, t.error),
    fails: true,
    call(cx, [own, text], node) {
      if (!own || !text) return gap('regexp.MatchString', node);
      return combine(
        [patternText(cx, own), expression(cx, text)],
        ([re, subject]) => call('bool', call(cx.out.member('re', 'search'), re!, subject!)),
        t.bool,
      );
    },
  },
  ...templates('regexp', { QuoteMeta: 're::escape($0)' }),
  ...search('MatchString', '$r.search($0) is not None'),
  ...search('Match', '$r.search($0.decode()) is not None'),
  ...search('FindString', `match.group() if ${found} else ''`),
  ...search('FindStringSubmatch', `[match.group(), *match.groups('')] if ${found} else []`),
  ...inAscii(search('FindStringIndex', `list(match.span()) if ${found} else []`)),
  ...inAscii(search('FindStringSubmatchIndex', `::group_spans(match) if ${found} else []`)),
  ...all('FindAllString', 'match.group()'),
  ...all('FindAllStringSubmatch', `[match.group(), *match.groups('')]`),
  ...inAscii(all('FindAllStringIndex', 'list(match.span())')),
  ...inAscii(all('FindAllStringSubmatchIndex', '::group_spans(match)')),
  'regexp.Regexp.ReplaceAllString': replaceAll,
  'regexp.Regexp.ReplaceAllLiteralString': replaceLiteral,
  'regexp.Regexp.ReplaceAllStringFunc': replaceFunc,
  'regexp.Regexp.Split': split,
  'regexp.Regexp.String': {
    type: t.str,
    call(cx, _args, node) {
      const own = receiverOf(cx, node);
      cx.notes.assume('the text of a regular expression is the same in both languages');
      return { ...own, value: attribute(own.value, 'pattern'), type: t.str };
    },
  },
  ...search('NumSubexp', '$r.groups'),
  ...search('SubexpIndex', '$r.groupindex.get($0, -1)'),
  ...search('SubexpNames', '::group_names($r)'),
};
