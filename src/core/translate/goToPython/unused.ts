/** A pass over the answer: variables that nobody reads go, what their values do stays. */
import { forEachChild, walk, type AnyNode, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';

/** Changes the bodies of all functions below the nodes. */
export function dropUnused(nodes: readonly py.Statement[]): void {
  for (const root of nodes) {
    walk(root, node => {
      if (node.kind === 'FunctionDef') clean(node as unknown as py.FunctionDef);
    });
  }
}

function clean(fn: py.FunctionDef): void {
  // A value that goes may have been the only reader of another.
  for (let round = 0; round < 3; round++) {
    const { read, kept } = names(fn);
    const isUnused = (target: py.Expression): boolean =>
      target.kind === 'Name' && !read.has(target.id) && !kept.has(target.id);
    let changed = false;
    const visit = (body: py.Statement[]): void => {
      for (let i = body.length - 1; i >= 0; i--) {
        const one = body[i]!;
        if (one.kind === 'FunctionDef' || one.kind === 'ClassDef') continue;
        const [target] =
          one.kind === 'Assign' && one.targets.length === 1
            ? one.targets
            : one.kind === 'AnnAssign'
              ? [one.target]
              : [];
        if (target && isUnused(target)) {
          changed = true;
          replace(body, i, (one as py.Assign).value);
          continue;
        }
        if (one.kind === 'With') {
          for (const item of one.items)
            if (item.kind === 'WithItem' && item.target && isUnused(item.target)) delete item.target;
        }
        for (const inner of bodies(one)) visit(inner);
      }
    };
    visit(fn.body);
    if (!changed) return;
  }
}

/** The value stays where it does something. */
function replace(body: py.Statement[], i: number, value: py.Expression | undefined): void {
  const old = body[i]!;
  const comments = old.comments ? { comments: old.comments } : {};
  if (value && acts(value)) body[i] = { kind: 'Expr', value, start: -1, end: -1, ...comments };
  else if (body.length === 1 || old.comments) body[i] = { kind: 'Pass', start: -1, end: -1, ...comments };
  else body.splice(i, 1);
}

const acts = (value: py.Expression): boolean => {
  let found = false;
  walk(value, node => {
    if (node.kind === 'Lambda') return false;
    if (
      node.kind === 'Call' ||
      node.kind === 'Subscript' ||
      (node.kind === 'BinOp' && /[/%]/.test(String(node['op']))) ||
      node.kind === 'NamedExpr' ||
      node.kind === 'Await'
    )
      found = true;
  });
  return found;
};

function bodies(node: py.Statement): py.Statement[][] {
  switch (node.kind) {
    case 'If':
    case 'For':
    case 'While':
      return [node.body, node.orelse];
    case 'With':
      return [node.body];
    case 'Try':
      return [
        node.body,
        ...node.handlers.flatMap(one => (one.kind === 'ExceptHandler' ? [one.body] : [])),
        node.orelse,
        node.finalbody,
      ];
    default:
      return [];
  }
}

/** Names that are read somewhere in the function, and those that belong to somebody else. */
function names(fn: py.FunctionDef): { read: Set<string>; kept: Set<string> } {
  const read = new Set<string>();
  const kept = new Set<string>();
  const visit = (node: NodeBase, isTarget: boolean): void => {
    const at = node as AnyNode;
    if (at.kind === 'Global' || at.kind === 'Nonlocal') for (const one of at['names'] as py.Name[]) kept.add(one.id);
    if (at.kind === 'Name' && !isTarget) read.add(String(at['id']));
    if (at.kind === 'Bad') for (const word of String(at['text']).match(/\w+/g) ?? []) read.add(word);
    forEachChild(at, (child, field) => {
      const isOwn =
        (at.kind === 'Assign' && field === 'targets') ||
        (at.kind === 'AnnAssign' && field === 'target') ||
        (at.kind === 'WithItem' && field === 'target');
      // `a, b = f()` and `x.y = 1` read nothing of the names that are given values, but `x` itself.
      const target = isOwn && child.kind === 'Name';
      if (at.kind === 'FunctionDef' && field === 'name') return;
      visit(child, target);
    });
  };
  for (const one of fn.body) visit(one, false);
  return { read, kept };
}
