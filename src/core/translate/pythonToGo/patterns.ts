/** Patterns of `case` as conditions, and what they take out of the subject. */
import { tellApart } from './interfaces';
import { any, bool, float, int, str, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { fieldOf } from './attributes';
import { allFields } from './classModel';
import { coerce } from './coerce';
import { comparison } from './comparisons';
import type { Context } from './context';
import { expression } from './expressions';
import { dict, list } from './shapes';
import { sameType, tupleFields } from './settling';
import { isAny } from './types';
import { pure, value, type Value } from './value';

export interface Compiled {
  tests: go.Expression[];
  binds: { name: py.Name; of: Value }[];
  /** The subject with the type that it has where the pattern holds. */
  of: Value;
}

export function compilePattern(c: Context, pattern: py.MatchPattern, of: Value): Compiled {
  switch (pattern.kind) {
    case 'MatchValue':
      return { tests: [valueTest(c, pattern.value, of)], binds: [], of };
    case 'MatchAs': {
      const inner: Compiled = pattern.pattern ? compilePattern(c, pattern.pattern, of) : { tests: [], binds: [], of };
      if (pattern.name?.kind === 'Name') inner.binds.push({ name: pattern.name, of: inner.of });
      return inner;
    }
    case 'MatchOr':
      return alternatives(c, pattern, of);
    case 'MatchSequence':
      return sequencePattern(c, pattern, of);
    case 'MatchClass':
      return classPattern(c, pattern, of);
    case 'MatchMapping':
      return mappingPattern(c, pattern, of);
    default:
      return c.gap('this pattern has no counterpart here', pattern);
  }
}

function valueTest(c: Context, node: py.Expression, of: Value): go.Expression {
  const given = expression(c, node);
  if (node.kind === 'Bool' && isAny(of.type, c)) return g.binary(of.node, '==', given.node);
  const isOne = node.kind === 'None' || node.kind === 'Bool';
  return comparison(c, isOne && of.type.kind !== 'any' ? 'is' : '==', of, given, undefined, node);
}

function alternatives(c: Context, pattern: py.MatchOr, of: Value): Compiled {
  const all = pattern.patterns.map(one => compilePattern(c, one, of));
  const [first] = all;
  if (!all.every(one => sameBinds(one, first!)))
    return c.gap('alternatives that take something out have no counterpart here', pattern);
  const isAlways = all.some(one => one.tests.length === 0);
  const tests = all.map(one => one.tests.reduce((left, right) => g.binary(left, '&&', right), g.bool(true)));
  const type = first && all.every(one => sameType(one.of.type, first.of.type)) ? first.of : of;
  const plain = all.map((one, i) =>
    one.tests.slice(1).reduce((l, r) => g.binary(l, '&&', r), one.tests[0] ?? tests[i]!),
  );
  return {
    tests: isAlways ? [] : [plain.reduce((left, right) => g.binary(left, '||', right))],
    binds: first?.binds ?? [],
    of: type,
  };
}

/** Whether two patterns take the same parts out under the same names. */
function sameBinds(one: Compiled, other: Compiled): boolean {
  const shown = ({ binds }: Compiled): string =>
    JSON.stringify(binds.map(({ name, of }) => [name.id, of.node, of.type]).sort());
  return one === other || shown(one) === shown(other);
}

/** Alternatives that take the same names out of different places: each is a case of its own. */
export function isSplit(c: Context, pattern: py.MatchPattern, of: Value): pattern is py.MatchOr {
  if (pattern.kind !== 'MatchOr') return false;
  const all = pattern.patterns.map(one => c.capture(() => compilePattern(c, one, of)).result);
  return !all.every(one => sameBinds(one, all[0]!));
}

function sequencePattern(c: Context, pattern: py.MatchSequence, of: Value): Compiled {
  const { patterns } = pattern;
  if (of.type.kind === 'optional')
    return sequenceOf(c, pattern, coerce(c, of, of.type.of), [g.binary(of.node, '!=', g.nil())]);
  if (of.type.kind === 'tuple') return tuplePattern(c, pattern, of, of.type.elts);
  if (isAny(of.type, c)) {
    const isSequence = g.binary(isKind(c, of, 'list'), '||', isKind(c, of, 'tuple'));
    return sequenceOf(c, pattern, pureCoerced(c, of, list(any)), [isSequence]);
  }
  if (of.type.kind !== 'list') return { tests: [g.bool(false)], binds: patterns.flatMap(() => []), of };
  return sequenceOf(c, pattern, of, []);
}

function tuplePattern(c: Context, pattern: py.MatchSequence, of: Value, elts: readonly Type[]): Compiled {
  const { patterns } = pattern;
  if (patterns.some(one => one.kind === 'MatchStar')) {
    const [first] = elts;
    if (!first || !elts.every(one => sameType(one, first))) return c.gap('* over a tuple of several types', pattern);
    return sequenceOf(c, pattern, coerce(c, of, list(first)), []);
  }
  if (patterns.length !== elts.length) return { tests: [g.bool(false)], binds: [], of };
  const parts = patterns.map((one, i) => {
    const item = of.node.kind === 'CompositeLit' ? of.node.elts[i] : undefined;
    const node = item && item.kind !== 'KeyValueExpr' ? item : g.sel(of.node, tupleFields[i] ?? 'First');
    return compilePattern(c, one, value(node, elts[i] ?? any, true));
  });
  return { tests: parts.flatMap(one => one.tests), binds: parts.flatMap(one => one.binds), of };
}

function sequenceOf(c: Context, pattern: py.MatchSequence, of: Value, before: go.Expression[]): Compiled {
  const { patterns } = pattern;
  const elt = of.type.kind === 'list' ? of.type.elt : any;
  const star = patterns.findIndex(one => one.kind === 'MatchStar');
  const length = g.call('len', of.node);
  const count = g.int(star < 0 ? patterns.length : patterns.length - 1);
  const tests = [...before];
  if (star < 0) tests.push(g.binary(length, '==', count));
  else if (patterns.length > 1) tests.push(g.binary(length, '>=', count));
  const binds: Compiled['binds'] = [];
  patterns.forEach((one, i) => {
    const back = patterns.length - i;
    if (one.kind === 'MatchStar') {
      if (one.name?.kind !== 'Name') return;
      const end = back === 1 ? undefined : g.binary(length, '-', g.int(back - 1));
      const rest = value(g.pkgCall('slices', 'Clone', g.slice(of.node, g.int(i), end)), list(elt));
      binds.push({ name: one.name, of: rest });
      return;
    }
    const at = star >= 0 && i > star ? g.binary(length, '-', g.int(back)) : g.int(i);
    const part = compilePattern(c, one, value(g.index(of.node, at), elt, true));
    tests.push(...part.tests);
    binds.push(...part.binds);
  });
  return { tests, binds, of };
}

const builtinClasses: Record<string, Type> = { int, float, str, bool, list: list(any), dict: dict(str, any) };

function classPattern(c: Context, pattern: py.MatchClass, of: Value): Compiled {
  const name = pattern.cls.kind === 'Name' ? pattern.cls.id : '';
  const model = c.model.classes.get(name);
  const type: Type | undefined = model ? { kind: 'instance', name: `.${name}`, args: [] } : builtinClasses[name];
  if (!type) return c.gap(`a pattern of the class ${name} has no counterpart here`, pattern);
  const { tests, of: known } = typed(c, of, type);
  const binds: Compiled['binds'] = [];
  const add = (part: Compiled): void => {
    tests.push(...part.tests);
    binds.push(...part.binds);
  };
  if (!model) {
    for (const one of pattern.patterns) add(compilePattern(c, one, known));
    return { tests, binds, of: known };
  }
  const fields = matchFields(c, model.name);
  pattern.patterns.forEach((one, i) => {
    const field = fields[i] ?? c.gap(`${name} has not so many fields by position`, one);
    add(compilePattern(c, one, fieldValue(c, known, field)));
  });
  for (const one of pattern.keywords) {
    const field = one.name.kind === 'Name' ? one.name.id : '';
    add(compilePattern(c, one.pattern, fieldValue(c, known, field)));
  }
  return { tests, binds, of: known };
}

function fieldValue(c: Context, of: Value, name: string): Value {
  const attr: py.Name = { kind: 'Name', start: -1, end: -1, id: name };
  const node: py.Attribute = { kind: 'Attribute', start: -1, end: -1, value: c.standIn(of), attr };
  const field = fieldOf(c, of, name, node);
  return value(field.node, field.type, true);
}

/** The fields that positions mean: `__match_args__`, or those of a dataclass. */
function matchFields(c: Context, name: string): string[] {
  const model = c.model.classes.get(name);
  if (!model) return [];
  const said = model.node.body.find(
    (one): one is py.Assign =>
      one.kind === 'Assign' && one.targets.some(target => target.kind === 'Name' && target.id === '__match_args__'),
  );
  if (said?.value.kind === 'Tuple') return said.value.elts.flatMap(one => (one.kind === 'Str' ? [one.value] : []));
  return allFields(model, c)
    .filter(field => field.isInstance)
    .map(field => field.name);
}

/** The subject as a value of a class, with the test that it is one where that is not known beforehand. */
function typed(c: Context, of: Value, type: Type): { tests: go.Expression[]; of: Value } {
  if (of.type.kind === 'optional') {
    const inner = typed(c, coerce(c, of, of.type.of), type);
    return { tests: [g.binary(of.node, '!=', g.nil()), ...inner.tests], of: inner.of };
  }
  if (sameType(of.type, type)) return { tests: [], of };
  if (isAny(of.type, c) && (type.kind === 'list' || type.kind === 'dict')) {
    return { tests: [isKind(c, of, type.kind)], of: pureCoerced(c, of, type) };
  }
  if (isAny(of.type, c) || c.isInterface(of.type)) {
    if (c.isInterface(type) && c.isInterface(of.type))
      return { tests: [isType(c, of, type)], of: asserted(c, of, type) };
    return { tests: [isType(c, of, type)], of: asserted(c, of, type) };
  }
  if (of.type.kind === 'instance' && type.kind === 'instance' && c.model.isSubclass(of.type.name, type.name))
    return { tests: [], of };
  return { tests: [g.bool(false)], of: pure(of.node, type) };
}

const asserted = (c: Context, of: Value, type: Type): Value => value(g.assertType(of.node, c.goType(type)), type, true);

/** A value of any type as a list or dict, once it is known to be one. */
const pureCoerced = (c: Context, of: Value, type: Type): Value => value(coerce(c, of, type).node, type, true);

const isKind = (c: Context, of: Value, kind: string): go.Expression => g.call(c.helper('isKind'), of.node, g.str(kind));

function isType(c: Context, of: Value, type: Type): go.Expression {
  tellApart(c, type);
  return g.call(g.index(g.ident(c.helper('isType')), c.goType(type)), of.node);
}

function mappingPattern(c: Context, pattern: py.MatchMapping, of: Value): Compiled {
  const type: Type = of.type.kind === 'dict' ? of.type : dict(str, any);
  const tests: go.Expression[] = [];
  let source = of;
  if (isAny(of.type, c)) {
    tests.push(isKind(c, of, 'dict'));
    source = pureCoerced(c, of, type);
  } else if (of.type.kind !== 'dict') return { tests: [g.bool(false)], binds: [], of };
  if (type.kind !== 'dict') return c.gap('this pattern has no counterpart here', pattern);
  const items = c.isOrdered(type) ? g.sel(source.node, 'Values') : source.node;
  const binds: Compiled['binds'] = [];
  pattern.keys.forEach((key, i) => {
    const at = coerce(c, expression(c, key), type.key).node;
    tests.push(g.call(c.helper('hasKey'), items, at));
    const part = compilePattern(c, pattern.patterns[i]!, value(g.index(items, at), type.value, true));
    tests.push(...part.tests);
    binds.push(...part.binds);
  });
  if (pattern.rest?.kind === 'Name') {
    const keys = pattern.keys.map(key => coerce(c, expression(c, key), type.key).node);
    const others = g.call(c.helper(c.isOrdered(type) ? 'orderedRest' : 'restOf'), source.node, ...keys);
    binds.push({ name: pattern.rest, of: value(others, type) });
  }
  return { tests, binds, of: source };
}

/** The names of a pattern that its body reads. */
export function boundNames(c: Context, node: py.MatchCase): Set<string> {
  const names = new Set<string>();
  const collect = (pattern: py.MatchPattern): void => {
    walk(pattern, child => {
      const one = child as unknown as py.Node;
      const bound =
        one.kind === 'MatchAs' || one.kind === 'MatchStar'
          ? one.name
          : one.kind === 'MatchMapping'
            ? one.rest
            : undefined;
      if (bound?.kind === 'Name') {
        const symbol = c.facts.symbolOf(bound);
        const [start] = node.body;
        if (symbol && start && symbol.uses.some(use => use.start >= start.start)) names.add(bound.id);
      }
    });
  };
  collect(node.pattern);
  return names;
}
