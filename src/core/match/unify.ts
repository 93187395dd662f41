/**
 * Whether code has the shape of a pattern. The rest of the pattern is passed along as a function to call, so that a
 * `$$$NAME` can try another length when what stands behind it does not match.
 */
import type { Facts } from '../facts/facts';
import { forEachChild, type AnyNode, type Meta, type NodeBase } from '../syntax/node';
import { unifyCall } from './calls';
import { unifyGo } from './goRules';
import type { Pattern } from './pattern';
import { unifyPython } from './pythonRules';
import { isBuiltin, isName, isReference, nameOf, resolvedName } from './resolve';
import type { Next, State } from './state';

export interface Attempt {
  pattern: Pattern;
  facts: Facts;
  state: State;
}

const insignificant = new Set(['kind', 'start', 'end', 'comments', 'blank', 'style']);

/** One node of the pattern against one of the code. Never matches what does not parse. */
export function unify(at: Attempt, pattern: NodeBase, code: NodeBase, next: Next): boolean {
  if (code.kind === 'Bad') return false;
  if (pattern.kind === 'Meta') return bindHole(at, pattern as Meta, code, next);
  const role = at.pattern.roles.get(pattern);
  if (role?.kind === 'free') {
    return isName(code) && isOwnName(code, at.facts) && at.state.bindName(role.name, code, next);
  }
  if (role) return isMeant(role.qualified, role.builtin, code, at.facts) && next();
  const special =
    at.pattern.language === 'go' ? unifyGo(at, pattern, code, next) : unifyPython(at, pattern, code, next);
  if (special !== undefined) return special;
  if (pattern.kind !== code.kind) return false;
  if (pattern.kind === 'Call' || pattern.kind === 'CallExpr') return unifyCall(at, pattern, code, next);
  const fields = fieldsOf(pattern);
  for (const field in code) {
    if ((code as AnyNode)[field] !== undefined && !insignificant.has(field) && !fields.includes(field)) return false;
  }
  return unifyFields(at, pattern, code, fields, next);
}

const significant = new WeakMap<NodeBase, readonly string[]>();

/** The fields of a pattern's node that have to be the same in the code; asked again and again of the same few nodes. */
function fieldsOf(pattern: NodeBase): readonly string[] {
  let fields = significant.get(pattern);
  if (!fields) significant.set(pattern, (fields = Object.keys(pattern).filter(field => !insignificant.has(field))));
  return fields;
}

function bindHole(at: Attempt, hole: Meta, code: NodeBase, next: Next): boolean {
  return (hole.name === '_' || !isBlank(code)) && at.state.bind(hole, code, next);
}

/** A name that the code could have chosen: not one that is imported or built in. */
function isOwnName(code: NodeBase, facts: Facts): boolean {
  if (isBlank(code)) return false;
  const kind = facts.symbolOf(code)?.kind;
  return kind !== 'builtin' && kind !== 'import';
}

/** Go's `_` is no name: nothing is declared by it, and nothing has it. */
function isBlank(code: NodeBase): boolean {
  return code.kind === 'Ident' && nameOf(code) === '_';
}

function isMeant(qualified: string, builtin: boolean, code: NodeBase, facts: Facts): boolean {
  if (builtin && isName(code)) return qualified.endsWith(`.${nameOf(code)}`) && isBuiltin(code, facts);
  // Before `any` there was only the empty interface.
  if (qualified === 'builtin.any' && code.kind === 'InterfaceType') {
    return ((code as AnyNode)['methods'] as unknown[]).length === 0;
  }
  return isReference(code) && resolvedName(code, facts) === qualified;
}

/** The given fields of two nodes of one kind. Those that never change what a node means are passed over. */
export function unifyFields(
  at: Attempt,
  pattern: NodeBase,
  code: NodeBase,
  fields: readonly string[],
  next: Next,
): boolean {
  // Most candidates differ in an operator or in how many there are of something: seen before anything is bound.
  for (const field of fields) {
    if (!insignificant.has(field) && differs((pattern as AnyNode)[field], (code as AnyNode)[field])) return false;
  }
  const step = (i: number): boolean => {
    const field = fields[i];
    if (field === undefined) return next();
    if (insignificant.has(field)) return step(i + 1);
    const wanted = (pattern as AnyNode)[field];
    const found = (code as AnyNode)[field];
    return unifyValue(at, wanted, found, () => step(i + 1));
  };
  return step(0);
}

function differs(pattern: unknown, code: unknown): boolean {
  if (Array.isArray(pattern)) {
    if (!Array.isArray(code)) return true;
    return pattern.length !== code.length && !pattern.some(isMany);
  }
  return typeof pattern !== 'object' && pattern !== code;
}

/** The value of a field: nothing, a scalar, a node or a list. */
export function unifyValue(at: Attempt, pattern: unknown, code: unknown, next: Next): boolean {
  if (pattern === undefined) return code === undefined && next();
  if (Array.isArray(pattern)) return Array.isArray(code) && unifyList(at, pattern, code, next);
  if (!isNode(pattern)) return pattern === code && next();
  if (code === undefined) return bindDefault(at, pattern, next);
  return isNode(code) && unify(at, pattern, code, next);
}

/** What is absent from the code has its default, where the pattern has a metavariable that has one. */
export function bindDefault(at: Attempt, pattern: NodeBase, next: Next): boolean {
  if (pattern.kind !== 'Meta') return false;
  const value = at.pattern.defaults[(pattern as Meta).name];
  return value !== undefined && at.state.bind(pattern as Meta, value, next);
}

/** A whole list: every item of the code has to be taken. */
export function unifyList(at: Attempt, patterns: readonly unknown[], codes: readonly unknown[], next: Next): boolean {
  return unifySequence(at, patterns, codes, 0, end => end === codes.length && next());
}

/**
 * Neighbours of a list from `start`. `next` gets the index behind the last item that was taken. A `$$$NAME` takes the
 * fewest items with which the rest matches; at the end it takes all. `taken` collects the indices that something other
 * than a gap matched.
 */
export function unifySequence(
  at: Attempt,
  patterns: readonly unknown[],
  codes: readonly unknown[],
  start: number,
  next: (end: number) => boolean,
  taken: number[] = [],
): boolean {
  const step = (i: number, j: number): boolean => {
    if (i === patterns.length) return next(j);
    const pattern = patterns[i];
    if (isMany(pattern)) return spread(pattern, i, j);
    if (j >= codes.length) return false;
    const rest = (): boolean => step(i + 1, j + 1);
    if (take([j], () => unifyValue(at, pattern, codes[j], rest))) return true;
    const value = at.pattern.fence.use === 'match' && i > 0 && isGap(patterns[i - 1]) ? valueOf(pattern) : undefined;
    return value !== undefined && take([j], () => expressionsOf(codes[j]).some(code => unify(at, value, code, rest)));
  };
  const spread = (hole: Meta, i: number, j: number): boolean => {
    const needed = patterns.slice(i + 1).filter(pattern => !isMany(pattern)).length;
    const most = Math.min(codes.length - j - needed, hole.name === '_' ? maxGap : Infinity);
    if (most < 0) return false;
    const last = i === patterns.length - 1;
    for (let length = last && hole.name !== '_' ? most : 0; length <= most; length++) {
      const run = codes.slice(j, j + length) as NodeBase[];
      if (run.some(node => isNode(node) && node.kind === 'Bad')) return false;
      const indices = hole.name === '_' ? [] : run.map((_, k) => j + k);
      if (take(indices, () => at.state.bind(hole, run, () => step(i + 1, j + length)))) return true;
    }
    return false;
  };
  const take = (indices: readonly number[], rest: Next): boolean => {
    taken.push(...indices);
    if (rest()) return true;
    taken.length -= indices.length;
    return false;
  };
  return couldFollow(at, patterns, codes, start) && step(0, start);
}

/** Statements that only one of their kind can match, and what else is one for the matcher. */
const statements: Record<string, readonly string[]> = {
  Assign: ['AnnAssign'],
  AssignStmt: ['IncDecStmt', 'GenDecl', 'DeclStmt'],
  IncDecStmt: ['AssignStmt'],
};
for (const kind of `AnnAssign AugAssign For While If With Try Match FunctionDef ClassDef Return Raise Assert Delete Import
  ImportFrom IfStmt ForStmt RangeStmt SwitchStmt TypeSwitchStmt SelectStmt ReturnStmt GoStmt DeferStmt SendStmt BranchStmt
  FuncDecl`.split(/\s+/)) {
  statements[kind] = [];
}

/**
 * Whether statements of the right kinds follow each other at all. A gap tries every length, so a pattern with gaps would
 * else try every combination of places in a long list before it gives up.
 */
function couldFollow(at: Attempt, patterns: readonly unknown[], codes: readonly unknown[], start: number): boolean {
  if (!patterns.some(isMany)) return true;
  let j = start;
  for (const pattern of patterns) {
    if (isMany(pattern)) continue;
    const others = isNode(pattern) && !at.pattern.roles.has(pattern) ? statements[pattern.kind] : undefined;
    if (!others) {
      j++;
      continue;
    }
    const { kind } = pattern as NodeBase;
    while (j < codes.length && !isOneOf(codes[j], kind, others)) j++;
    if (j++ >= codes.length) return false;
  }
  return true;
}

function isOneOf(code: unknown, kind: string, others: readonly string[]): boolean {
  return isNode(code) && (code.kind === kind || others.includes(code.kind));
}

/** Statements that a `...` passes over at most: two that stand further apart are no idiom, and long tables would cost. */
const maxGap = 200;

function isGap(value: unknown): boolean {
  return isMany(value) && value.name === '_';
}

/** The expression of a statement that is nothing else. */
function valueOf(statement: unknown): NodeBase | undefined {
  const { kind, value, x } = statement as AnyNode;
  return (kind === 'Expr' ? value : kind === 'ExprStmt' ? x : undefined) as NodeBase | undefined;
}

const bodies = new Set(['body', 'orelse', 'finalbody', 'handlers', 'cases', 'else']);

/** What a statement evaluates itself, outside of its bodies and of functions in it. */
function expressionsOf(statement: unknown): NodeBase[] {
  const found: NodeBase[] = [];
  const visit = (node: NodeBase): void => {
    forEachChild(node, (child, field) => {
      if (bodies.has(field)) return;
      found.push(child);
      visit(child);
    });
  };
  if (isNode(statement)) visit(statement);
  return found;
}

export function isMany(value: unknown): value is Meta {
  return isNode(value) && value.kind === 'Meta' && (value as Meta).many;
}

export function isNode(value: unknown): value is NodeBase {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
