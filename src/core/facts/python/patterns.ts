/** Regular expressions: what their groups make of the results. */
import type * as py from '../../syntax/python/ast';
import { instance, iterator, list, optional, str, tuple, type Type } from '../types';
import type { PythonContext } from './context';
import { operandOf } from './operands';

/** The groups of a pattern in their order, each with its name if it has one. */
export function groupsOf(pattern: string): { name?: string }[] {
  const groups: { name?: string }[] = [];
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i];
    if (char === '\\') i++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') {
      inClass = true;
      // A bracket that comes first is one of the characters.
      if (pattern[i + 1] === '^') i++;
      if (pattern[i + 1] === ']') i++;
    } else if (char === '(') {
      const name = /^\(\?P<(\w+)>/.exec(pattern.slice(i))?.[1];
      if (name !== undefined) groups.push({ name });
      else if (pattern[i + 1] !== '?') groups.push({});
    }
  }
  return groups;
}

/** The text of a pattern that is written out, through the variable that holds it. */
export function patternText(cx: PythonContext, node: py.Expression): string | undefined {
  if (node.kind === 'Str') return node.value;
  if (node.kind !== 'Name') return undefined;
  const symbol = cx.module.symbolOf(node);
  const [binding, ...others] = symbol?.bindings ?? [];
  return binding?.kind === 'value' && others.length === 0 && binding.value.kind === 'Str'
    ? binding.value.value
    : undefined;
}

function withPattern(type: Type, pattern: string | undefined): Type {
  if (type.kind !== 'instance' || pattern === undefined) return type;
  return { ...type, detail: pattern };
}

/** What `findall` gives for each place. */
function foundAt(pattern: string | undefined): Type {
  const groups = pattern === undefined ? [] : groupsOf(pattern);
  return groups.length < 2 ? str : tuple(...groups.map(() => str));
}

type Rule = (cx: PythonContext, n: py.Call) => Type | undefined;

/** The pattern of `re.match(pattern, …)` or of `pattern.match(…)`. */
function patternOf(cx: PythonContext, n: py.Call, isMethod: boolean): string | undefined {
  if (!isMethod) return n.args[0] && patternText(cx, operandOf(n.args[0]));
  if (n.func.kind !== 'Attribute') return undefined;
  const of = cx.typeOf(n.func.value);
  return of.kind === 'instance' ? of.detail : undefined;
}

function rulesOf(prefix: string, isMethod: boolean): Record<string, Rule> {
  const match: Rule = (cx, n) => optional(withPattern(instance('re.Match'), patternOf(cx, n, isMethod)));
  return {
    [`${prefix}.match`]: match,
    [`${prefix}.search`]: match,
    [`${prefix}.fullmatch`]: match,
    [`${prefix}.finditer`]: (cx, n) => iterator(withPattern(instance('re.Match'), patternOf(cx, n, isMethod))),
    [`${prefix}.findall`]: (cx, n) => list(foundAt(patternOf(cx, n, isMethod))),
  };
}

/** The rules of `re` by qualified name. */
export const patternRules: Record<string, Rule> = {
  ...rulesOf('re', false),
  ...rulesOf('re.Pattern', true),
  're.compile': (cx, n) => withPattern(instance('re.Pattern'), n.args[0] && patternText(cx, operandOf(n.args[0]))),
  're.Match.groups': (cx, n) => {
    const pattern = patternOf(cx, n, true);
    return pattern === undefined ? undefined : tuple(...groupsOf(pattern).map(() => str));
  },
};
