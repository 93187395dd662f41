import { instance, int, list, str, type Type } from '../../../facts/types';
import { groupsOf } from '../../../facts/python/patterns';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument } from '../arguments';
import { coerce } from '../coerce';
import { constantText } from '../constantText';
import type { Context } from '../context';
import { expression, operands } from '../expressions';
import { applyTo } from '../lambdas';
import { makeTuple } from '../displays';
import { pure, value, type Value } from '../value';
import { groupCall, groupDict, groups, mayBeMissing, place } from './regexps/matches';
import { convertReplacement } from './regexps/pattern';
import { anchorOf, compiled, keepsPlaces, regexpOf, type Anchor, type Regexp } from './regexps/regexp';
import type { LibraryModule } from './table';

type Operation = (c: Context, node: py.Call, of?: Value) => Value | undefined;

function matchType(source: string | undefined): Type {
  return { ...instance('re.Match'), ...(source !== undefined && { detail: source }) };
}

/** `match`, `search` and `fullmatch`. */
const find =
  (anchor: Anchor): Operation =>
  (c, node, of) => {
    const { regexp, args } = regexpOf(c, node, of, anchor, 2);
    const [first, start] = args;
    if (!first || args.length > (of ? 2 : 3)) return undefined;
    const text = coerce(c, expression(c, first), str).node;
    const type: Type = { kind: 'optional', of: matchType(regexp.source) };
    const pattern = anchor === 'both' && !regexp.isAnchored ? g.call(c.helper('whole'), regexp.node) : regexp.node;
    const isFree = anchor !== 'start' || regexp.isAnchored;
    if (keepsPlaces(c)) {
      c.helper('match');
      const from = of && start ? coerce(c, expression(c, start), int).node : g.int(0);
      return value(g.call(isFree ? 'findMatch' : c.helper('findMatchAt'), pattern, text, from), type);
    }
    if (of && start) return undefined;
    if (!isFree) return value(g.call(c.helper('matchStart'), pattern, text), type);
    return value(g.method(pattern, 'FindStringSubmatch', text), type);
  };

const findAll: Operation = (c, node, of) => {
  const { regexp, args } = regexpOf(c, node, of, 'none', 2);
  const [first, second] = args;
  if (!first || (of && second)) return undefined;
  refuseEmpty(c, regexp, node);
  const text = coerce(c, expression(c, first), str).node;
  const count = regexp.source === undefined ? undefined : groupsOf(regexp.source).length;
  if (count === undefined) c.notes.assume('a pattern that findall is given has no groups');
  if (!count) return value(g.method(regexp.node, 'FindAllString', text, g.int(-1)), list(str));
  const elt: Type = count === 1 ? str : { kind: 'tuple', elts: Array.from({ length: count }, () => str) };
  const result = c.resultVariable(list(elt), 'found');
  const match = c.freshLocal('m');
  const texts = Array.from({ length: count }, (_, i) => g.index(g.ident(match), g.int(i + 1)));
  const item = count === 1 ? texts[0]! : g.composite(c.goType(elt), texts);
  c.emit(
    result.start(g.composite(c.goType(list(elt)), [])),
    g.rangeStmt(undefined, match, g.method(regexp.node, 'FindAllStringSubmatch', text, g.int(-1)), [
      g.assign(g.ident(result.name), g.call('append', g.ident(result.name), item)),
    ]),
  );
  return pure(g.ident(result.name), list(elt));
};

const findIter: Operation = (c, node, of) => {
  const { regexp, args } = regexpOf(c, node, of, 'none', 2);
  const [first, second] = args;
  if (!first || (of && second)) return undefined;
  refuseEmpty(c, regexp, node);
  const text = coerce(c, expression(c, first), str).node;
  const elt = matchType(regexp.source);
  if (keepsPlaces(c)) {
    c.helper('match');
    return value(g.call('findMatches', regexp.node, text), list(elt));
  }
  return value(g.method(regexp.node, 'FindAllStringSubmatch', text, g.int(-1)), list(elt));
};

const split: Operation = (c, node, of) => {
  const { regexp, args } = regexpOf(c, node, of, 'none', 3);
  const [first] = args;
  const most = keywordArgument(node, 'maxsplit') ?? args[1];
  if (!first) return undefined;
  refuseEmpty(c, regexp, node);
  if (regexp.source === undefined) c.notes.assume('a pattern that split is given has no groups');
  const text = coerce(c, expression(c, first), str).node;
  const count = most && coerce(c, expression(c, most), int).node;
  const pieces = !count
    ? g.int(-1)
    : count.kind === 'IntLit'
      ? g.int(Number(count.value) + 1)
      : g.binary(count, '+', g.int(1));
  if (regexp.source !== undefined && groupsOf(regexp.source).length > 0) {
    if (mayBeMissing(regexp.source)) {
      return c.gap('a split that keeps groups which may take no part has no counterpart in Go', node);
    }
    return value(g.call(c.helper('splitKeeping'), regexp.node, text, count ?? g.int(-1)), list(str));
  }
  return value(g.method(regexp.node, 'Split', text, pieces), list(str));
};

/** Go finds no empty match right behind another match, Python does. */
function refuseEmpty(c: Context, { source }: Regexp, node: py.Call): void {
  if (source === undefined || /^\^|\$$|\\[bBAZ]|\(\?/.test(source)) return;
  let matchesNothing = false;
  try {
    matchesNothing = new RegExp(`^(?:${source})$`, 'u').test('');
  } catch {
    // What only Python knows is looked at by the conversion.
  }
  if (matchesNothing) c.gap('a pattern that matches empty text finds other places in Go', node);
}

/** `subn`: the text, and how many places were replaced. */
const substituteCounted: Operation = (c, node, of) => {
  const made = substitute(c, node, of);
  if (!made) return undefined;
  const { regexp, args } = regexpOf(c, node, of, 'none', 4);
  const source = args[1];
  const most = keywordArgument(node, 'count') ?? args[2];
  if (!source) return undefined;
  const text = coerce(c, expression(c, source), str).node;
  const count = most ? coerce(c, expression(c, most), int).node : g.int(-1);
  const found = g.call('len', g.method(regexp.node, 'FindAllString', text, count));
  return makeTuple(c, [made, value(found, int)]);
};

const substitute: Operation = (c, node, of) => {
  const { regexp, args } = regexpOf(c, node, of, 'none', 4);
  const [replacement, source] = args;
  const most = keywordArgument(node, 'count') ?? args[2];
  if (!replacement || !source) return undefined;
  const [text] = operands(c, [source]).map(one => coerce(c, one, str).node);
  const count = most && coerce(c, expression(c, most), int).node;
  if (!text) return undefined;
  refuseEmpty(c, regexp, node);
  const known = constantText(c.facts, replacement);
  if (known !== undefined) {
    const template = convertReplacement(known);
    if (template === undefined) return c.gap('this replacement has no counterpart in Go', replacement);
    return value(replaced(c, regexp, text, g.str(template), count, !template.includes('$')), str);
  }
  const given = c.typeOf(replacement);
  if (given.kind === 'str') {
    const template = g.call(c.helper('groupTemplate'), expression(c, replacement).node);
    return value(replaced(c, regexp, text, template, count, false), str);
  }
  const helper = c.helper(keepsPlaces(c) ? 'replaceFound' : 'replaceMatches');
  const { args: parts, failed } = each(c, regexp, replacement, count);
  const call = g.call(helper, regexp.node, text, ...parts);
  if (failed === undefined) return value(call, str);
  c.emit(g.declare(g.varDecl([failed], g.ident('error'))));
  const made = c.temporary(value(call, str), 'text');
  c.emit(g.ifStmt(g.binary(g.ident(failed), '!=', g.nil()), c.fail(g.ident(failed))));
  return made;
};

function replaced(
  c: Context,
  { node }: Regexp,
  text: go.Expression,
  template: go.Expression,
  count: go.Expression | undefined,
  isLiteral: boolean,
): go.Expression {
  if (count) return g.call(c.helper('replaceFirst'), node, text, template, count);
  const method = isLiteral && template.kind !== 'StringLit' ? 'ReplaceAllLiteralString' : 'ReplaceAllString';
  return g.method(node, method, text, template);
}

/** The count, and the function that makes the replacement from the groups; where it fails it leaves its error behind. */
function each(
  c: Context,
  regexp: Regexp,
  replacement: py.Expression,
  count: go.Expression | undefined,
): { args: go.Expression[]; failed: string | undefined } {
  const type = c.goType(matchType(regexp.source));
  const name = c.scratch(keepsPlaces(c) ? 'found' : 'groups');
  let failed: string | undefined;
  const fail = (error: go.Expression): go.Statement[] => {
    failed ??= c.freshLocal('failed');
    return [g.assign(g.ident(failed), error), g.ret(g.str(''))];
  };
  c.func.catchers.push({ catches: [], fail });
  try {
    const { before, result } = c.capture(() => {
      const made = applyTo(c, replacement, [pure(g.ident(name), matchType(regexp.source))]);
      return coerce(c, made, str);
    });
    // What comes after the first error is not run in Python.
    const skip = failed === undefined ? [] : [g.ifStmt(g.binary(g.ident(failed), '!=', g.nil()), [g.ret(g.str(''))])];
    const func = g.funcLit([g.field(name, type)], [g.ident('string')], [...skip, ...before, g.ret(result.node)]);
    return { args: [count ?? g.int(-1), func], failed };
  } finally {
    c.func.catchers.pop();
  }
}

const operations: Record<string, Operation> = {
  match: find('start'),
  search: find('none'),
  fullmatch: find('both'),
  findall: findAll,
  finditer: findIter,
  split,
  sub: substitute,
  subn: substituteCounted,
};

const names = Object.keys(operations);

/** Python's `re`. */
export const re: LibraryModule = {
  calls: {
    're.compile': (c, node) => {
      const [pattern] = node.args;
      if (!pattern || pattern.kind === 'Keyword') return undefined;
      const second = node.args[1];
      const flags = second && second.kind !== 'Keyword' ? second : keywordArgument(node, 'flags');
      return value(compiled(c, pattern, flags, anchorOf(c, node)), c.typeOf(node));
    },
    're.escape': (c, node) => {
      const [text] = node.args;
      if (!text || text.kind === 'Keyword') return undefined;
      return value(g.pkgCall('regexp', 'QuoteMeta', coerce(c, expression(c, text), str).node), str);
    },
    ...Object.fromEntries(names.map(name => [`re.${name}`, (c: Context, node: py.Call) => operations[name]!(c, node)])),
  },
  methods: {
    ...Object.fromEntries(
      names.map(name => [
        `re.Pattern.${name}`,
        (c: Context, of: Value, node: py.Call) => operations[name]!(c, node, of),
      ]),
    ),
    're.Match.group': groupCall,
    're.Match.groups': groups,
    're.Match.groupdict': groupDict,
    're.Match.start': (c, of, node) => place(c, of, 'Start', node),
    're.Match.end': (c, of, node) => place(c, of, 'End', node),
    're.Match.span': (c, of, node) => place(c, of, 'span', node),
  },
  fields: {
    're.Match.string': (_, of) => pure(g.sel(of.node, 'Source'), str),
    're.Match.lastgroup': (_, of) => value(g.method(of.node, 'LastGroup'), str, of.pure),
    're.Pattern.pattern': (_, of) =>
      of.type.kind === 'instance' && of.type.detail
        ? pure(g.str(of.type.detail), str)
        : value(g.method(of.node, 'String'), str, of.pure),
  },
};
