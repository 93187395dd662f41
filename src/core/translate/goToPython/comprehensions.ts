/** A pass over the answer: an empty list or dict and the loop that fills it are a comprehension. */
import { equal, walk, type AnyNode, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';

/** Changes all lists of statements below the nodes. */
export function comprehend(nodes: py.Statement[]): void {
  inList(nodes);
  for (const root of nodes) {
    walk(root, node => {
      for (const field of ['body', 'orelse', 'finalbody']) {
        const list = node[field];
        if (Array.isArray(list)) inList(list as py.Statement[]);
      }
    });
  }
}

function inList(body: py.Statement[]): void {
  for (let i = 0; i + 1 < body.length; i++) {
    const [first, loop] = [body[i]!, body[i + 1]!];
    const made = loop.kind === 'For' ? joined(first, loop) : undefined;
    if (made) body.splice(i, 2, made);
  }
}

function joined(first: py.Statement, loop: py.For): py.Statement | undefined {
  const target =
    first.kind === 'Assign' && first.targets.length === 1
      ? first.targets[0]
      : first.kind === 'AnnAssign'
        ? first.target
        : undefined;
  const empty = first.kind === 'Assign' || first.kind === 'AnnAssign' ? first.value : undefined;
  // A comment inside of the loop has no place in one expression.
  if (target?.kind !== 'Name' || !empty || loop.orelse.length > 0 || loop.comments || loop.blank || hasComments(loop))
    return undefined;
  const [only] = loop.body;
  if (loop.body.length !== 1 || !only) return undefined;
  const filtered = only.kind === 'If' && only.orelse.length === 0 && only.body.length === 1 ? only : undefined;
  const step = filtered ? filtered.body[0]! : only;
  const generator: py.Comprehension = {
    kind: 'Comprehension',
    target: loop.target,
    iter: loop.iter,
    ifs: filtered ? [filtered.test] : [],
    async: false,
    start: -1,
    end: -1,
  };
  const value = listOf(step, target, empty, generator) ?? dictOf(step, target, empty, generator);
  if (!value || [loop.iter, filtered?.test, ...parts(value)].some(part => part && mentions(part, target.id)))
    return undefined;
  const comments = first.comments ? { comments: first.comments } : {};
  return {
    kind: 'Assign',
    targets: [target],
    value,
    start: -1,
    end: -1,
    ...comments,
    ...(first.blank && { blank: true }),
  };
}

/** `xs.append(x)` */
function listOf(
  step: py.Statement,
  target: py.Name,
  empty: py.Expression,
  generator: py.Comprehension,
): py.ListComp | undefined {
  if (empty.kind !== 'List' || empty.elts.length > 0 || step.kind !== 'Expr' || step.value.kind !== 'Call')
    return undefined;
  const { func, args } = step.value;
  const [elt] = args;
  if (func.kind !== 'Attribute' || !equal(func.value, target) || func.attr.kind !== 'Name' || func.attr.id !== 'append')
    return undefined;
  if (args.length !== 1 || !elt || elt.kind === 'Keyword' || elt.kind === 'Starred') return undefined;
  return { kind: 'ListComp', elt, generators: [generator], start: -1, end: -1 };
}

/** `d[k] = v` */
function dictOf(
  step: py.Statement,
  target: py.Name,
  empty: py.Expression,
  generator: py.Comprehension,
): py.DictComp | undefined {
  if (empty.kind !== 'Dict' || empty.items.length > 0 || step.kind !== 'Assign' || step.targets.length !== 1)
    return undefined;
  const [place] = step.targets;
  if (place?.kind !== 'Subscript' || !equal(place.value, target) || place.slice.kind === 'Slice') return undefined;
  return { kind: 'DictComp', key: place.slice, value: step.value, generators: [generator], start: -1, end: -1 };
}

const parts = (value: py.ListComp | py.DictComp): py.Expression[] =>
  value.kind === 'ListComp' ? [value.elt] : [value.key, value.value];

function mentions(node: NodeBase, id: string): boolean {
  let found = false;
  walk(node, at => void (at.kind === 'Name' && (at as AnyNode)['id'] === id && (found = true)));
  return found;
}

function hasComments(loop: py.For): boolean {
  let found = false;
  walk(loop, node => void (node.comments && node.comments.length > 0 && (found = true)));
  return found;
}
