/** Conditions and code in plain words, for what a match takes for granted. */
import type { Condition } from '../catalog/idiom';
import type { AnyNode, NodeBase } from '../syntax/node';
import type { Binding } from './match';
import { isName, isReference, memberOf, nameOf } from './resolve';

/** How the code calls it, where that is short; else the metavariable's name. */
export function describe(binding: Binding, name: string): string {
  if (Array.isArray(binding)) return name;
  return shortText(binding) ?? name;
}

/** A name or a chain of names; undefined for longer code. */
function shortText(node: NodeBase): string | undefined {
  if (isName(node)) return nameOf(node);
  const { value, x, func, fun } = node as AnyNode;
  if (isReference(node)) {
    const base = shortText((value ?? x) as NodeBase);
    const member = memberOf(node);
    return base === undefined || !member ? undefined : `${base}.${nameOf(member)}`;
  }
  if (node.kind === 'Call' || node.kind === 'CallExpr') {
    const callee = shortText((func ?? fun) as NodeBase);
    return callee === undefined ? undefined : `${callee}(…)`;
  }
  return undefined;
}

const nouns: Record<string, string> = {
  bool: 'a bool',
  int: 'an integer',
  float: 'a float',
  number: 'a number',
  str: 'a string',
  bytes: 'bytes',
  list: 'a list',
  tuple: 'a tuple',
  dict: 'a dict',
  set: 'a set',
  iterator: 'an iterator',
  func: 'a function',
  error: 'an error',
  none: 'None',
  any: 'anything',
  chan: 'a channel',
};

/** What a condition asks for, to stand behind what it is asked of: `is a list`. */
export function inWords(condition: Condition): string {
  switch (condition.test) {
    case 'type': {
      const [, name = '', inner] = /^([\w.-]+)(?:\[(.*)\])?$/.exec(condition.type) ?? [];
      return `is ${nouns[name] ?? name}${inner === undefined ? '' : ` of ${inner}`}`;
    }
    case 'instance':
      return `is a ${condition.of}`;
    case 'unused-after':
      return 'is not used afterwards';
    case 'without':
      return `does not mention ${condition.names.join(' or ')}`;
    case 'method':
      return `has a method ${condition.name}`;
    case 'not':
      return inWords(condition.of).replace(/^(?:is|has)\b/, '$& not');
    default:
      return `is ${condition.test}`;
  }
}
