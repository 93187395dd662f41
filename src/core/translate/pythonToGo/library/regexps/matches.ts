/** What a match is asked for. A match is Go's slice of the texts of its groups, or a helper that knows the places too. */
import { groupsOf } from '../../../../facts/python/patterns';
import { int, str, tuple, type Type } from '../../../../facts/types';
import type { Expression } from '../../../../syntax/go/ast';
import { walk } from '../../../../syntax/node';
import type * as py from '../../../../syntax/python/ast';
import * as g from '../../../goNodes';
import { positional } from '../../arguments';
import { coerce } from '../../coerce';
import type { Context } from '../../context';
import { makeTuple } from '../../displays';
import { expression } from '../../expressions';
import { dict } from '../../shapes';
import { pure, value, type Value } from '../../value';
import { groupNumber, hasOptionalGroup } from './pattern';
import { keepsPlaces } from './regexp';

function sourceOf(of: Value): string | undefined {
  const source = of.type.kind === 'instance' ? of.type.detail : undefined;
  return source === '' ? undefined : source;
}

/** Where the texts of the groups are. */
function texts(c: Context, of: Value): Expression {
  return keepsPlaces(c) ? g.sel(of.node, 'Texts') : of.node;
}

/** The patterns of the file; undefined among them for one that is not written out. */
function patternsOf(c: Context): (string | undefined)[] {
  const patterns = new Set<string | undefined>();
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind !== 'Call' || !/^re\.\w+$/.test(c.facts.qualifiedName(node.func) ?? '')) return;
      const [pattern] = node.args;
      if (pattern?.kind === 'Str') patterns.add(pattern.value);
      else if (pattern && c.facts.typeOf(pattern).kind === 'str') patterns.add(undefined);
    });
  }
  return [...patterns];
}

/** The number that a name has in every pattern of the file that has it. */
function commonNumber(c: Context, name: string): number | undefined {
  const patterns = patternsOf(c);
  if (patterns.includes(undefined)) return undefined;
  const numbers = new Set(patterns.map(one => groupNumber(one, name)).filter(at => at !== undefined));
  return numbers.size === 1 ? [...numbers][0] : undefined;
}

/** The only pattern of the file that names its groups. */
function namedPattern(c: Context): string | undefined {
  const patterns = patternsOf(c);
  if (patterns.includes(undefined)) return undefined;
  const named = patterns.filter(one => one !== undefined && groupsOf(one).some(group => group.name !== undefined));
  return named.length === 1 ? named[0] : undefined;
}

/** The number of the group that an argument names. */
export function groupIndex(c: Context, of: Value, node: py.Expression | undefined): Expression {
  if (!node) return g.int(0);
  if (node.kind === 'Str') {
    const at = groupNumber(sourceOf(of), node.value) ?? commonNumber(c, node.value);
    if (at !== undefined) return g.int(at);
    if (keepsPlaces(c)) return g.method(g.sel(of.node, 'Pattern'), 'SubexpIndex', g.str(node.value));
    return c.gap('a group whose number is not known has no counterpart here', node);
  }
  const given = expression(c, node);
  if (given.type.kind === 'str') {
    if (!keepsPlaces(c)) return c.gap('a group whose number is not known has no counterpart here', node);
    return g.method(g.sel(of.node, 'Pattern'), 'SubexpIndex', given.node);
  }
  return coerce(c, given, int).node;
}

const missing = 'a group that takes no part in a match is an empty text here, where Python has None';

/** Whether the pattern has groups that may take no part. */
export const mayBeMissing = (source: string | undefined): boolean => source === undefined || hasOptionalGroup(source);

/** The text of one group. */
export function group(c: Context, of: Value, node: py.Expression | undefined): Value {
  if (node && mayBeMissing(sourceOf(of))) c.notes.assume(missing);
  return value(g.index(texts(c, of), groupIndex(c, of, node)), str, of.pure);
}

export function groupCall(c: Context, of: Value, node: py.Call): Value {
  const args = positional(node);
  if (args.length < 2) return group(c, of, args[0]);
  return makeTuple(
    c,
    args.map(arg => group(c, of, arg)),
  );
}

/** `m.groups()`: a tuple where it is known how many there are. */
export function groups(c: Context, of: Value, node: py.Call): Value {
  const source = sourceOf(of);
  const [first] = node.args;
  const otherwise =
    first && coerce(c, expression(c, first.kind === 'Keyword' ? first.value : (first as py.Expression)), str).node;
  if (mayBeMissing(source)) c.notes.assume(missing);
  if (otherwise && source === undefined) return c.gap('groups with a default have no counterpart here', node);
  if (source === undefined) {
    const all = g.slice(texts(c, of), g.int(1));
    return value(all, { kind: 'list', elt: str, form: 'tuple' });
  }
  const count = groupsOf(source).length;
  return makeTuple(
    c,
    Array.from({ length: count }, (_, i) => {
      const text = g.index(texts(c, of), g.int(i + 1));
      return pure(otherwise ? g.pkgCall('cmp', 'Or', text, otherwise) : text, str);
    }),
  );
}

export function groupDict(c: Context, of: Value, node: py.Call): Value {
  const source = sourceOf(of) ?? namedPattern(c);
  if (source === undefined && keepsPlaces(c) && node.args.length === 0) return namedGroups(c, of, node);
  if (source === undefined || node.args.length > 0) {
    return c.gap('the groups of a pattern that is not known have no counterpart here', node);
  }
  const type = groupsType(c, node);
  const result = c.resultVariable(type, 'groups');
  c.emit(result.start(c.emptyDict(type)));
  groupsOf(source).forEach(({ name }, i) => {
    if (name === undefined) return;
    const text = pure(g.index(texts(c, of), g.int(i + 1)), str);
    c.emit(c.setItem(g.ident(result.name), type, g.str(name), coerce(c, text, type.value).node));
  });
  return pure(g.ident(result.name), type);
}

/** The type of the dict: that of the variable which it is made for, which may come to hold more than texts. */
function groupsType(c: Context, node: py.Call): Type & { kind: 'dict' } {
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  const [target] = parent?.kind === 'Assign' ? parent.targets : [];
  const known = c.typeOf(target?.kind === 'Name' ? target : node);
  return known.kind === 'dict' ? known : dict(str, str);
}

/** The groups of a pattern that is only known when the program runs. */
function namedGroups(c: Context, of: Value, node: py.Call): Value {
  const type = groupsType(c, node);
  const source = c.temporary(of, 'found');
  const result = c.resultVariable(type, 'groups');
  const [i, name] = [c.freshLocal('i'), c.freshLocal('name')];
  const text = pure(g.index(g.sel(source.node, 'Texts'), g.ident(i)), str);
  const set = c.setItem(g.ident(result.name), type, g.ident(name), coerce(c, text, type.value).node);
  c.emit(
    result.start(c.emptyDict(type)),
    g.rangeStmt(i, name, g.method(g.sel(source.node, 'Pattern'), 'SubexpNames'), [
      g.ifStmt(g.binary(g.ident(name), '!=', g.str('')), [set]),
    ]),
  );
  return pure(g.ident(result.name), type);
}

/** `m.start()`, `m.end()` and `m.span()`, in characters. */
export function place(c: Context, of: Value, name: 'Start' | 'End' | 'span', node: py.Call): Value {
  const at = groupIndex(c, of, positional(node)[0]);
  if (name !== 'span') return value(g.method(of.node, name, at), int, of.pure);
  const type: Type = tuple(int, int);
  return value(g.composite(c.goType(type), [g.method(of.node, 'Start', at), g.method(of.node, 'End', at)]), type);
}
