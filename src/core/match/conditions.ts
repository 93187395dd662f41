/** Evaluates the conditions of `where` on what a match bound: each holds, fails, or cannot be known. */
import type { Condition, Conditions } from '../catalog/idiom';
import type { Facts, TypeDeclaration } from '../facts/facts';
import type { Type } from '../facts/types';
import { equal, forEachChild, type AnyNode, type NodeBase } from '../syntax/node';
import { describe, inWords } from './conditionWords';
import type { Binding } from './match';
import { isName, memberOf, nameOf } from './resolve';
import { allOf, anyOf, testInstance, testType, type Verdict } from './types';

export interface Judgement {
  verdict: Verdict;
  /** What was not known, in plain words: `xs is a list`. */
  assumes: string[];
  /** One of those that were not known asks for an instance of one class or type. */
  wantsInstance: boolean;
  /** How narrow the conditions are that were seen to hold. */
  narrowness: number;
}

/** What a match bound: metavariables, and the names that the pattern chose itself. */
export interface Bound {
  bindings: ReadonlyMap<string, Binding>;
  names: ReadonlyMap<string, NodeBase>;
}

/** Metavariables that the match does not bind are passed over: a condition is for both sides. */
export function judge(wheres: readonly Conditions[], match: Bound, facts: Facts, last: NodeBase): Judgement {
  if (failsByShape(wheres, match, facts, last)) return failed;
  const verdicts: Verdict[] = [];
  const assumes: string[] = [];
  let narrowness = 0;
  let wantsInstance = false;
  for (const where of wheres) {
    for (const [name, alternatives] of Object.entries(where)) {
      const binding = match.bindings.get(name);
      if (binding === undefined) continue;
      const each = alternatives.map(condition => test(condition, binding, facts, last, match));
      const verdict = anyOf(each);
      if (verdict === 'fails') return failed;
      verdicts.push(verdict);
      if (verdict === 'unknown') {
        const open = alternatives.filter((_, i) => each[i] === 'unknown');
        wantsInstance ||= open.some(condition => condition.test === 'instance');
        assumes.push(`${describe(binding, name)} ${open.map(inWords).join(' or ')}`);
      }
      alternatives.forEach((condition, i) => {
        if (each[i] === 'holds') narrowness = Math.max(narrowness, narrownessOf(condition));
      });
    }
  }
  return { verdict: allOf(verdicts), assumes: [...new Set(assumes)], wantsInstance, narrowness };
}

const failed: Judgement = { verdict: 'fails', assumes: [], wantsInstance: false, narrowness: 0 };

/** Conditions that look at the bound nodes alone cost nothing beside those that ask for a type, so they come first. */
function failsByShape(wheres: readonly Conditions[], match: Bound, facts: Facts, last: NodeBase): boolean {
  return wheres.some(where =>
    Object.entries(where).some(([name, alternatives]) => {
      const binding = match.bindings.get(name);
      if (binding === undefined || !alternatives.every(condition => byShape.has(condition.test))) return false;
      return alternatives.every(condition => test(condition, binding, facts, last, match) === 'fails');
    }),
  );
}

const byShape = new Set<Condition['test']>(['no', 'literal', 'name', 'fstring', 'text', 'without', 'constant']);

/** Whether one condition holds for what is bound; `last` is the last node of the match. */
export function test(
  condition: Condition,
  binding: Binding,
  facts: Facts,
  last: NodeBase,
  match: Bound = nothing,
): Verdict {
  if (condition.test === 'no')
    return (Array.isArray(binding) ? binding : [binding]).some(node => holds(node, condition.kinds))
      ? 'fails'
      : 'holds';
  if (Array.isArray(binding)) return allOf(binding.map(node => test(condition, node, facts, last, match)));
  const known = (yes: boolean): Verdict => (yes ? 'holds' : 'fails');
  switch (condition.test) {
    case 'type':
      return settled(testType(valueType(binding, facts), condition.type, facts), condition.known === true);
    case 'instance':
      return testInstance(valueType(binding, facts), condition.of, facts);
    case 'pure':
      return known(facts.isPure(binding));
    case 'constant':
      return known(isLiteral(binding) || facts.symbolOf(binding)?.kind === 'constant');
    case 'literal':
      return known(isLiteral(binding));
    case 'name':
      return known(isName(binding));
    case 'fstring':
      return known(binding.kind === 'JoinedStr');
    case 'text':
      return known(condition.values.some(word => isWord(textOf(binding), word)));
    case 'without':
      return known(!condition.names.some(name => mentions(binding, match.bindings.get(name) ?? match.names.get(name))));
    case 'keeps':
      return known(!condition.names.some(name => assigns(binding, match.bindings.get(name) ?? match.names.get(name))));
    case 'method': {
      const declared = facts.typeDeclaration(`.${nameOf(binding)}`);
      return declared ? known(hasMethod(declared, condition.name, facts)) : 'unknown';
    }
    case 'not':
      return opposite[test(condition.of, binding, facts, last, match)];
    case 'unused-after': {
      const symbol = facts.symbolOf(binding);
      return symbol ? known(facts.isUnusedAfter(symbol, last)) : 'unknown';
    }
  }
}

/** Its own method, or one of a base or of an embedded type. */
function hasMethod(declared: TypeDeclaration, name: string, facts: Facts, seen = new Set([declared])): boolean {
  if (declared.methods.some(method => method.name === name)) return true;
  return declared.bases.some(base => {
    if (base.kind === 'error') return name === 'Error';
    const of = base.kind === 'pointer' ? base.to : base;
    const above = of.kind === 'instance' ? facts.typeDeclaration(of.name) : undefined;
    if (!above || seen.has(above)) return false;
    return hasMethod(above, name, facts, seen.add(above));
  });
}

const opposite: Record<Verdict, Verdict> = { holds: 'fails', fails: 'holds', unknown: 'unknown' };

const nothing: Bound = { bindings: new Map(), names: new Map() };

/** Where it has to be known, not to know is to fail. */
function settled(verdict: Verdict, known: boolean): Verdict {
  return known && verdict === 'unknown' ? 'fails' : verdict;
}

const words = new Map<string, RegExp>();

function isWord(text: string, word: string): boolean {
  let form = words.get(word);
  if (!form) {
    const parts = word.split('*').map(part => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    words.set(word, (form = new RegExp(`^${parts.join('.*')}$`, 's')));
  }
  return form.test(text);
}

/** Whether one piece of code stands in another; a name does not stand in a selected member of that name. */
function mentions(node: NodeBase, other: Binding | undefined): boolean {
  if (other === undefined) return false;
  const pieces = Array.isArray(other) ? other : [other];
  if (pieces.some(piece => equal(piece, node))) return true;
  const member = memberOf(node);
  let found = false;
  forEachChild(node, child => void (found ||= child !== member && mentions(child, other)));
  return found;
}

/** What gives a variable another value, by the field that names it; Go's `:=` declares another one in its block. */
const targets: Record<string, string> = {
  Assign: 'targets',
  AnnAssign: 'target',
  AugAssign: 'target',
  NamedExpr: 'target',
  For: 'target',
  AssignStmt: 'lhs',
  IncDecStmt: 'x',
};

/** Whether the code gives a variable of this name another value. */
function assigns(node: NodeBase, other: Binding | undefined): boolean {
  if (other === undefined || Array.isArray(other) || !isName(other)) return false;
  const field = (node as AnyNode)['op'] === ':=' ? undefined : targets[node.kind];
  let found = false;
  forEachChild(node, (child, at) => {
    found ||= (at === field && isTarget(child, nameOf(other))) || assigns(child, other);
  });
  return found;
}

/** The name itself, or a tuple or list of targets with it. */
function isTarget(node: AnyNode, name: string): boolean {
  if (isName(node)) return nameOf(node) === name;
  let found = false;
  if (/^(Tuple|List|Starred)$/.test(node.kind)) forEachChild(node, child => void (found ||= isTarget(child, name)));
  return found;
}

function valueType(node: NodeBase, facts: Facts): Type {
  return facts.typeOf(node);
}

const literalKinds = new Set(
  'Str Int Float Imaginary Bytes Bool None Ellipsis StringLit IntLit FloatLit ImagLit CharLit'.split(' '),
);

function isLiteral(node: NodeBase): boolean {
  const { op, operand, x } = node as AnyNode;
  if ((node.kind === 'UnaryOp' || node.kind === 'UnaryExpr') && (op === '-' || op === '+')) {
    return isLiteral((operand ?? x) as NodeBase);
  }
  if (node.kind === 'Ident') return nameOf(node) === 'true' || nameOf(node) === 'false' || nameOf(node) === 'nil';
  return literalKinds.has(node.kind);
}

function textOf(node: NodeBase): string {
  const { value } = node as AnyNode;
  if (isName(node)) return nameOf(node);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

const functions = new Set(['FunctionDef', 'Lambda', 'ClassDef', 'FuncLit']);
const loops = new Set(['For', 'While', 'ForStmt', 'RangeStmt']);
const stops: Record<string, string> = {
  Return: 'return',
  ReturnStmt: 'return',
  Yield: 'yield',
  YieldFrom: 'yield',
  Await: 'await',
  Break: 'break',
  Continue: 'continue',
};

/** Whether one of the kinds stands in the node and means something outside of it. */
function holds(node: NodeBase, kinds: readonly string[]): boolean {
  const { tok, label } = node as AnyNode;
  const kind = node.kind === 'BranchStmt' ? String(tok) : stops[node.kind];
  if (kind !== undefined && (kinds.includes(kind) || (label !== undefined && kinds.includes(kind)))) return true;
  if (functions.has(node.kind)) return false;
  let inner = kinds;
  // A loop takes its own breaks; in Go so do `switch` and `select`.
  if (loops.has(node.kind)) inner = kinds.filter(one => one !== 'break' && one !== 'continue');
  else if (/^(Type)?SwitchStmt$|^SelectStmt$/.test(node.kind)) inner = kinds.filter(one => one !== 'break');
  if (inner.length === 0) return false;
  let found = false;
  forEachChild(node, child => void (found ||= holds(child, inner)));
  return found;
}

function narrownessOf(condition: Condition): number {
  if (condition.test === 'instance') return 3;
  if (condition.test !== 'type') return 1;
  return condition.type.includes('[') ? 3 : condition.type === 'any' ? 0 : 2;
}
