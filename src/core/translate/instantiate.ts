/**
 * A fence of the catalog written with the code of one match: metavariables are replaced by nodes that were translated
 * already, and names that the template declares itself keep clear of the user's.
 */
import type { Fence, Place } from '../catalog/idiom';
import { forEachChild, transform, walk, type AnyNode, type Meta, type NodeBase } from '../syntax/node';
import type { LanguageId } from '../syntax/parser';

/** What a metavariable stands for in the target: one node, or several neighbours. */
export type Filling = NodeBase | NodeBase[];

export interface Instantiation {
  /** Nodes by the place where they are to be written. An expression fence gives its one expression under `here`. */
  places: Partial<Record<Place, NodeBase[]>>;
  /** The `here` part is one expression. */
  isExpression: boolean;
}

export interface Fillings {
  /** The translated code of a metavariable. Throws where it has none. */
  fill(name: string, many: boolean): Filling;
  /** A name for something that the template declares itself. */
  fresh(name: string): string;
}

/** Writes all parts of a fence. Throws what `fill` throws; nothing is shared with the fence afterwards. */
export function instantiate(fence: Fence, fillings: Fillings): Instantiation {
  const renamed = new Map<string, string>();
  for (const part of fence.parts) {
    for (const node of part.nodes) {
      for (const name of declaredNames(node, fence.language)) {
        if (!renamed.has(name)) renamed.set(name, fillings.fresh(name));
      }
    }
  }
  const places: Instantiation['places'] = {};
  for (const part of fence.parts) {
    const written = part.nodes.flatMap(node => substitute(node, fence, renamed, fillings));
    (places[part.at] ??= []).push(...(part.at === 'here' || part.at === 'file' ? written : written.map(asStatement)));
  }
  const here = fence.parts.find(part => part.at === 'here');
  return { places, isExpression: here?.form === 'expression' };
}

/** An expression as a statement of its own; a statement stays what it is. */
export function asStatement(node: NodeBase): NodeBase {
  if (/\w(?:Expr|Lit)$|^Ident$/.test(node.kind)) return { kind: 'ExprStmt', start: -1, end: -1, x: node } as NodeBase;
  // At the top of a fence a declaration is one of the file; in a body it is a statement.
  if (node.kind === 'GenDecl') return { kind: 'DeclStmt', start: -1, end: -1, decl: node } as NodeBase;
  return pythonExpressions.has(node.kind) ? ({ kind: 'Expr', start: -1, end: -1, value: node } as NodeBase) : node;
}

const pythonExpressions = new Set(['Call', 'Name', 'Attribute', 'Subscript', 'Await', 'Yield', 'YieldFrom']);

export interface Occurrences {
  count: number;
  /** One of them is in a loop or a function, where nothing can be put before the template. */
  repeated: boolean;
}

/** Where each metavariable occurs. */
export function occurrences(fence: Fence): Map<string, Occurrences> {
  const counts = new Map<string, Occurrences>();
  const count = (node: AnyNode, repeated: boolean): void => {
    if (node.kind === 'Meta') {
      const { name } = node as unknown as Meta;
      const known = counts.get(name);
      counts.set(name, { count: (known?.count ?? 0) + 1, repeated: repeated || (known?.repeated ?? false) });
    }
    forEachChild(node, (child, field) => count(child, repeated || repeats(node.kind, field)));
  };
  for (const part of fence.parts) for (const node of part.nodes) count(node as AnyNode, false);
  return counts;
}

/** What a loop evaluates once is not repeated: the range of a `for`, the start of a three-clause loop. */
function repeats(kind: string, field: string): boolean {
  switch (kind) {
    case 'ForStmt':
      return field !== 'init';
    case 'RangeStmt':
      return field !== 'x';
    case 'For':
      return field !== 'iter';
    case 'While':
    case 'FuncLit':
    case 'Lambda':
    case 'FunctionDef':
      return true;
    default:
      return false;
  }
}

function substitute(
  root: NodeBase,
  fence: Fence,
  renamed: ReadonlyMap<string, string>,
  fillings: Fillings,
): NodeBase[] {
  const importPaths = new Map(fence.imports.map(({ local, module }) => [local, module]));
  const change = (node: AnyNode): AnyNode | AnyNode[] => {
    switch (node.kind) {
      case 'Meta': {
        const { name, many } = node as unknown as Meta;
        if (name === '_') return many ? [] : node;
        return fillings.fill(name, many) as AnyNode | AnyNode[];
      }
      case 'Ident': {
        const name = String(node['name']);
        const to = renamed.get(name);
        if (to !== undefined) return { ...node, name: to, start: -1, end: -1 };
        const path = importPaths.get(name);
        return { ...node, start: -1, end: -1, ...(path !== undefined && { style: `import:${path}` }) };
      }
      case 'Name': {
        const to = renamed.get(String(node['id']));
        return { ...node, ...(to !== undefined && { id: to }), start: -1, end: -1 };
      }
      default:
        return unwrap({ ...node, start: -1, end: -1 });
    }
  };
  // Selected names (`x.name`, keyword arguments, field keys) are no uses of what the template declares.
  const changed = transformScoped(root as AnyNode, change);
  return Array.isArray(changed) ? changed : [changed];
}

/** Fields that hold statements, in either AST. */
const statementLists = new Set(['list', 'body', 'orelse', 'finalbody']);

/** As `transform`, but names that are selected from something are left as they are. */
function transformScoped(root: AnyNode, change: (node: AnyNode) => AnyNode | AnyNode[]): AnyNode | AnyNode[] {
  const selected = new Set<unknown>();
  walk(root, node => {
    if (node.kind === 'SelectorExpr') selected.add(node['sel']);
    if (node.kind === 'Attribute') selected.add(node['attr']);
    if (node.kind === 'Keyword') selected.add(node['arg']);
  });
  const step = (node: AnyNode): AnyNode | AnyNode[] => {
    if (selected.has(node) && node.kind !== 'Meta') return { ...node, start: -1, end: -1 };
    const copy: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(node)) {
      if (name === 'comments') copy[name] = value;
      else if (Array.isArray(value)) {
        const items = value.flatMap((item: unknown) => (isNode(item) ? step(item) : [item]));
        copy[name] = statementLists.has(name) ? items.map(item => (isNode(item) ? asStatement(item) : item)) : items;
      } else if (isNode(value)) {
        const one = step(value);
        copy[name] = Array.isArray(one) ? single(one, node.kind, name) : one;
      } else copy[name] = value;
    }
    return change(copy as AnyNode);
  };
  return step(root);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function single(nodes: AnyNode[], kind: string, name: string): AnyNode {
  const [first] = nodes;
  if (nodes.length === 1 && first) return first;
  throw new Error(`${kind}.${name} takes one node, not ${nodes.length}`);
}

/** A metavariable that stood as a statement and was filled with an expression, or the other way round. */
function unwrap(node: AnyNode): AnyNode {
  const inner = node.kind === 'ExprStmt' ? node['x'] : node.kind === 'Expr' ? node['value'] : undefined;
  if (
    isNode(inner) &&
    /Stmt$|^(Assign|AugAssign|AnnAssign|Return|For|While|If|With|Try|Raise|Expr|Pass)$/.test(inner.kind)
  ) {
    return inner;
  }
  return node;
}

/** The names that a node of a template declares: they are the template's own, not the user's. */
export function declaredNames(root: NodeBase, language: LanguageId): Set<string> {
  const names = new Set<string>();
  const add = (node: unknown): void => {
    if (!isNode(node)) return;
    if (node.kind === 'Ident') names.add(String(node['name']));
    else if (node.kind === 'Name') names.add(String(node['id']));
    else if (node.kind === 'Tuple' || node.kind === 'List') (node['elts'] as unknown[]).forEach(add);
    else if (node.kind === 'Starred') add(node['value']);
  };
  const addAll = (nodes: unknown): void => (Array.isArray(nodes) ? nodes.forEach(add) : add(nodes));
  walk(root, node => {
    if (language === 'go') declaredInGo(node, addAll);
    else declaredInPython(node, addAll);
  });
  names.delete('_');
  return names;
}

function declaredInGo(node: AnyNode, add: (names: unknown) => void): void {
  switch (node.kind) {
    case 'AssignStmt':
      if (node['op'] === ':=') add(node['lhs']);
      break;
    case 'RangeStmt':
      if (node['tok'] === ':=') add([node['key'], node['value']]);
      break;
    case 'ValueSpec':
      add(node['names']);
      break;
    case 'FuncDecl':
      if (!node['recv']) add(node['name']);
      add((node['recv'] as AnyNode | undefined)?.['names']);
      addFields(node['type'], add);
      break;
    case 'FuncLit':
      addFields(node['type'], add);
      break;
    case 'TypeSpec':
    case 'TypeSwitchStmt':
      add(node['name']);
      break;
    case 'LabeledStmt':
      add(node['label']);
      break;
    case 'CommClause': {
      const comm = node['comm'];
      if (isNode(comm) && comm.kind === 'AssignStmt' && comm['op'] === ':=') add(comm['lhs']);
      break;
    }
  }
}

function addFields(type: unknown, add: (names: unknown) => void): void {
  if (!isNode(type)) return;
  for (const list of [type['params'], type['results'], type['typeParams']]) {
    if (!Array.isArray(list)) continue;
    for (const one of list as AnyNode[]) if (one.kind === 'Field') add(one['names']);
  }
}

function declaredInPython(node: AnyNode, add: (names: unknown) => void): void {
  switch (node.kind) {
    case 'Assign':
      add(node['targets']);
      break;
    case 'AnnAssign':
    case 'For':
    case 'Comprehension':
    case 'WithItem':
    case 'NamedExpr':
      add(node['target']);
      break;
    case 'FunctionDef':
    case 'ClassDef':
    case 'Param':
    case 'ExceptHandler':
      add(node['name']);
      break;
  }
}

/** Kept here so that both directions copy filled nodes the same way: a node that is written twice is two nodes. */
export function copyNode<T extends NodeBase>(node: T): T {
  return transform(node, copy => copy) as T;
}
