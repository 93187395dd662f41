/**
 * Puts a broken tree back together at the top level. One open brace makes the parser give up the function around it:
 * it leaves a declaration without its body, or takes the functions that follow for literals inside. By convention only
 * top-level declarations begin in the first column, which is enough to find them again.
 */
import type { CstNode } from '../cst';
import { field } from './context';

const declarations = new Set([
  'function_declaration',
  'method_declaration',
  'import_declaration',
  'const_declaration',
  'var_declaration',
  'type_declaration',
]);

/** The nodes at the top level: errors are replaced by what is in them, and functions are whole again. */
export function repair(nodes: readonly CstNode[], text: string): CstNode[] {
  if (!nodes.some(n => n.hasError)) return [...nodes];
  const flat = nodes.flatMap(n => separate(n, text));
  const repaired: CstNode[] = [];
  for (let at = 0; at < flat.length;) {
    const header = openFunction(flat, at);
    if (!header) {
      repaired.push(asFunction(flat[at] as CstNode));
      at++;
      continue;
    }
    let depth = 1;
    let end = header.next;
    for (; end < flat.length && depth > 0; end++) {
      const n = flat[end] as CstNode;
      if (n.type === '{') depth++;
      else if (n.type === '}') depth--;
      else if (startsDeclaration(n, text)) break;
    }
    // Comments in the first column belong to the declaration that follows, not to the body without an end.
    while (depth > 0 && end < flat.length && isOuterComment(flat[end - 1] as CstNode, text)) end--;
    repaired.push(withBody(header, flat.slice(header.next - 1, end)));
    at = end;
  }
  return repaired;
}

/** A node without its errors around, and cut where a top-level declaration begins inside it. */
function separate(n: CstNode, text: string): CstNode[] {
  if (n.type === 'ERROR' && n.children.length) return n.children.flatMap(child => separate(child, text));
  if (!n.hasError) return [n];
  const offset = declarationInside(n, text);
  if (offset === undefined) return [n];
  const [left, right] = cut(n, offset);
  return [left, ...right.flatMap(part => separate(part, text))];
}

/** The offset at which the first declaration in the first column begins, below but not at the start of `n`. */
function declarationInside(n: CstNode, text: string): number | undefined {
  for (const child of n.children) {
    if (child.start > n.start && startsDeclaration(child, text)) return child.start;
    const inside = child.children.length ? declarationInside(child, text) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function startsDeclaration(n: CstNode, text: string): boolean {
  if (n.start > 0 && text.charCodeAt(n.start - 1) !== 10) return false;
  return n.type === 'func' || declarations.has(n.type) || named(n) !== undefined;
}

function isOuterComment(n: CstNode, text: string): boolean {
  return n.type === 'comment' && text.charCodeAt(n.start - 1) === 10;
}

/** What stands before and from an offset; nodes around it lose what is on the right. */
function cut(n: CstNode, offset: number): [CstNode, CstNode[]] {
  const left: CstNode[] = [];
  const right: CstNode[] = [];
  for (const child of n.children) {
    if (child.start >= offset) right.push(child);
    else if (child.end <= offset) left.push(child);
    else {
      const [before, after] = cut(child, offset);
      left.push(before);
      right.push(...after);
    }
  }
  const end = left.at(-1)?.end ?? n.start;
  return [{ ...n, end, hasError: true, children: left }, right];
}

interface OpenFunction {
  node: CstNode;
  /** Index behind its opening brace. */
  next: number;
}

/** A function whose body begins at an open brace: a declaration without body, or its parts one by one. */
function openFunction(nodes: readonly CstNode[], at: number): OpenFunction | undefined {
  const first = nodes[at];
  if (!first) return undefined;
  if (first.type === 'function_declaration' || first.type === 'method_declaration') {
    const bodiless = !field(first, 'body') && nodes[at + 1]?.type === '{';
    return bodiless ? { node: first, next: at + 2 } : undefined;
  }
  if (first.type !== 'func') return undefined;
  const children: CstNode[] = [first];
  let next = at + 1;
  const take = (name: string, types: RegExp): boolean => {
    const n = nodes[next];
    if (!n || !types.test(n.type)) return false;
    children.push({ ...n, field: name });
    next++;
    return true;
  };
  const receiver = take('receiver', /^parameter_list$/);
  if (!take('name', /identifier$/)) return undefined;
  take('type_parameters', /^type_parameter_list$/);
  if (!take('parameters', /^parameter_list$/)) return undefined;
  take('result', /^(?:parameter_list|.*_type|type_identifier)$/);
  if (nodes[next]?.type !== '{') return undefined;
  const end = (children.at(-1) as CstNode).end;
  const type = receiver ? 'method_declaration' : 'function_declaration';
  const node: CstNode = { ...first, type, named: true, end, hasError: true, children };
  return { node, next: next + 1 };
}

/** The function with what follows it as its body; the body is an error, from which statements are recovered. */
function withBody(header: OpenFunction, body: readonly CstNode[]): CstNode {
  const start = (body[0] as CstNode).start;
  const end = (body.at(-1) as CstNode).end;
  const closed = body.length > 1 && body.at(-1)?.type === '}';
  const inner = body.slice(1, closed ? -1 : undefined);
  const error: CstNode = {
    type: 'ERROR',
    named: true,
    start: inner[0]?.start ?? end,
    end: inner.at(-1)?.end ?? end,
    hasError: true,
    missing: false,
    children: inner,
  };
  const block: CstNode = { ...error, type: 'block', field: 'body', start, end, children: inner.length ? [error] : [] };
  return { ...header.node, end, hasError: true, children: [...header.node.children, block] };
}

/** The name of a function that was taken for a literal: an error behind `func`. */
function named(n: CstNode): CstNode | undefined {
  const literal = n.type === 'expression_statement' ? n.children[0] : n;
  if (literal?.type !== 'func_literal') return undefined;
  const error = literal.children[1];
  const [name] = error?.type === 'ERROR' ? error.children : [];
  return error?.children.length === 1 && name?.type === 'identifier' ? name : undefined;
}

function asFunction(n: CstNode): CstNode {
  const name = named(n);
  const literal = n.type === 'expression_statement' ? n.children[0] : n;
  if (!name || !literal) return n;
  const children = literal.children.map(child => (child.type === 'ERROR' ? { ...name, field: 'name' } : child));
  const hasError = children.some(child => child.hasError);
  return { ...literal, type: 'function_declaration', hasError, children };
}
