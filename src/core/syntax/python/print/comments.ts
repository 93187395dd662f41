/** Which comments a line of code cannot carry itself, and how a comment is written. */
import { forEachChild, type AnyNode, type Comment, type NodeBase } from '../../node';
import type { PartComment } from '../ast';
import type { Printer } from './printer';

const none: PartComment[] = [];

/** The nodes that have comments and all around them. */
export function commentedNodes(roots: readonly NodeBase[]): Set<NodeBase> {
  const found = new Set<NodeBase>();
  const visit = (node: NodeBase): boolean => {
    let any = (node.comments?.length ?? 0) > 0;
    forEachChild(node, child => {
      if (visit(child)) any = true;
    });
    if (any) found.add(node);
    return any;
  };
  for (const root of roots) visit(root);
  return found;
}

/** The field of a node whose items stand in brackets and may each have a line, or undefined. */
export function bracketField(node: NodeBase): string | undefined {
  switch (node.kind) {
    case 'Call':
      return 'args';
    case 'List':
    case 'Tuple':
    case 'Set':
      return 'elts';
    case 'Dict':
      return 'items';
    case 'FunctionDef':
      return 'params';
    case 'ClassDef':
      return 'bases';
    case 'ImportFrom':
      return 'names';
    default:
      return undefined;
  }
}

const bodyFields = new Set(['body', 'orelse', 'finalbody', 'handlers', 'cases']);
const bodied = new Set('FunctionDef ClassDef For While If With Match Try MatchCase ExceptHandler'.split(' '));

/**
 * The comments of a node itself. A part that such a node does not have counts as none, so that a comment which came
 * with it from another kind of statement is not lost.
 */
export function ownComments(node: NodeBase): readonly PartComment[] {
  const own: readonly PartComment[] = node.comments ?? none;
  if (own.every(comment => comment.part === undefined)) return own;
  return own.map(comment => (hasPart(node, comment) ? comment : { text: comment.text, place: comment.place }));
}

function hasPart(node: NodeBase, comment: PartComment): boolean {
  if (comment.part === 'orelse') return ['If', 'For', 'While', 'Try'].includes(node.kind);
  if (comment.part === 'finalbody') return node.kind === 'Try';
  return bodied.has(node.kind) && comment.place === 'end';
}

/** Whether a field of a node holds statements. */
export function isBodyField(node: NodeBase, field: string): boolean {
  return bodied.has(node.kind) && bodyFields.has(field);
}

export function hasBodies(node: NodeBase): boolean {
  return bodied.has(node.kind);
}

/**
 * The comments at or below a node that no bracket inside it prints: whoever prints the node has to place them.
 * Nothing inside an f-string can be broken over lines, so everything there is loose.
 */
export function looseComments(p: Printer, node: NodeBase, flat = p.flat > 0): PartComment[] {
  if (!p.commented.has(node)) return none;
  const items = flat || node.kind === 'JoinedStr' ? undefined : bracketField(node);
  const own = ownComments(node);
  const found = own.filter(comment => comment.place === 'before');
  forEachChild(node, (child, field) => {
    if (field !== items) found.push(...looseComments(p, child, flat || node.kind === 'JoinedStr'));
  });
  // What is at the end of brackets is printed inside them.
  found.push(...own.filter(comment => comment.place === 'after' || (comment.place === 'end' && items === undefined)));
  return found;
}

/** The loose comments of the parts of a statement that stand on its first line, without its own. */
export function headerComments(p: Printer, node: NodeBase): PartComment[] {
  if (!p.commented.has(node)) return none;
  const found: PartComment[] = [];
  const items = bracketField(node);
  forEachChild(node, (child: AnyNode, field) => {
    if (field === items || field === 'decorators' || isBodyField(node, field)) return;
    found.push(...looseComments(p, child));
  });
  return found;
}

/** A comment of several lines has a mark on each. */
export function commentLines(comment: Comment): string[] {
  const [first = '', ...rest] = comment.text.split(/\r\n?|\n/);
  return [`#${first}`, ...rest.map(line => `# ${line.trim()}`.trimEnd())];
}

/** Whether a comment can stand behind code. */
export function fitsBehind(comment: Comment): boolean {
  return !/[\r\n]/.test(comment.text);
}
