/** Whether a type is what a condition asks for. Both languages share the lattice, so one test serves both. */
import type { Facts } from '../facts/facts';
import type { Type } from '../facts/types';
import { splitTop } from '../catalog/conditions';

/** `holds` and `fails` are known; `unknown` is neither. */
export type Verdict = 'holds' | 'fails' | 'unknown';

/** All have to hold. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fails')) return 'fails';
  return verdicts.includes('unknown') ? 'unknown' : 'holds';
}

/** One has to hold. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('holds')) return 'holds';
  return verdicts.includes('unknown') ? 'unknown' : 'fails';
}

/** `list`, `dict[str, int]`, …: the names of catalog/FORMAT.md. */
export function testType(type: Type, wanted: string, facts: Facts): Verdict {
  const [, name = wanted, inner] = /^([\w.-]+)(?:\[(.*)\])?$/.exec(wanted) ?? [];
  if (name === 'any') return 'holds';
  switch (type.kind) {
    case 'unknown':
    case 'any':
    case 'typevar':
      return 'unknown';
    case 'optional':
      // Code that uses the value as it stands has seen to it that it is not None.
      return name === 'none' ? 'unknown' : testType(type.of, wanted, facts);
    case 'union':
      return sameVerdict(type.types.map(member => testType(member, wanted, facts)));
    case 'pointer':
      return testType(type.to, wanted, facts);
    default:
      break;
  }
  // Go's sets are maps whose values say nothing.
  if (name === 'set' && type.kind === 'dict')
    return isNothing(type.value) ? testElements(type, inner === undefined ? [] : splitTop(inner), facts) : 'fails';
  if (isKind(type, name)) return inner === undefined ? 'holds' : testElements(type, splitTop(inner), facts);
  // A bool can be counted with in Python, but nobody who asks for a number means it.
  if (type.kind !== 'instance') return 'fails';
  // A class that is a dict underneath, a Go type that is made of a slice.
  return anyOf(facts.basesOf(type).map(base => testType(base, wanted, facts)));
}

function isNothing(type: Type): boolean {
  return type.kind === 'instance' && type.name === 'struct{}';
}

function isKind(type: Type, name: string): boolean {
  if (name === 'number') return type.kind === 'int' || type.kind === 'float' || type.kind === 'complex';
  if (name === 'list') return type.kind === 'list' || type.kind === 'array';
  return type.kind === name;
}

function testElements(type: Type, wanted: readonly string[], facts: Facts): Verdict {
  const elements = elementsOf(type);
  // `tuple[int]` says what all elements are.
  const pairs =
    type.kind === 'tuple' && wanted.length === 1
      ? elements.map(element => [element, wanted[0]!] as const)
      : elements.map((element, i) => [element, wanted[i] ?? 'any'] as const);
  return allOf(pairs.map(([element, name]) => testType(element, name, facts)));
}

function elementsOf(type: Type): Type[] {
  switch (type.kind) {
    case 'list':
    case 'array':
    case 'set':
    case 'iterator':
    case 'chan':
      return [type.elt];
    case 'dict':
      return [type.key, type.value];
    case 'tuple':
      return type.elts;
    default:
      return [];
  }
}

function sameVerdict(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  return first !== undefined && verdicts.every(verdict => verdict === first) ? first : 'unknown';
}

/** `instance flask.Flask`: of that class or type, of one made from it, or a pointer to one. */
export function testInstance(type: Type, wanted: string, facts: Facts): Verdict {
  switch (type.kind) {
    case 'unknown':
    case 'any':
    case 'typevar':
      return 'unknown';
    case 'optional':
      return testInstance(type.of, wanted, facts);
    case 'pointer':
      return testInstance(type.to, wanted, facts);
    case 'union':
      return sameVerdict(type.types.map(member => testInstance(member, wanted, facts)));
    default:
      break;
  }
  if ('name' in type && type.kind !== 'class' && type.kind !== 'module' && type.name === wanted) return 'holds';
  if (`builtins.${type.kind}` === wanted) return 'holds';
  if (type.kind === 'bool') return 'fails';
  const above = facts.basesOf(type);
  return anyOf(above.map(base => testInstance(base, wanted, facts)));
}
