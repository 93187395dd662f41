/**
 * Index keys. A pattern has one key, a node of the code has the few that a pattern for it could have: its kind, and
 * behind it what leads it (the callee, the operator, the iterated expression) as `=module.name`, `.member` or `*`.
 */
import type { NodeBase } from '../syntax/node';
import { isReference, memberOf, nameOf } from './resolve';

/** A node of either AST, read field by field. */
type Fields = NodeBase & Record<string, unknown>;

/** The expression that leads a statement or clause: what is called, assigned, tested, iterated over. */
function leader(node: Fields): unknown {
  switch (node.kind) {
    case 'Expr':
    case 'Assign':
    case 'AnnAssign':
    case 'AugAssign':
    case 'Return':
    case 'Await':
    case 'Yield':
    case 'YieldFrom':
    case 'NamedExpr':
    case 'Subscript':
      return node['value'];
    case 'For':
    case 'Comprehension':
      return node['iter'];
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return leader((node['generators'] as Fields[])[0]!);
    case 'While':
    case 'If':
    case 'Assert':
      return node['test'];
    case 'With':
      return (node['items'] as Fields[])[0]?.['context'];
    case 'Raise':
      return node['exc'];
    case 'Match':
      return node['subject'];
    case 'ClassDef':
      return (node['bases'] as Fields[])[0];
    case 'ExprStmt':
    case 'StarExpr':
    case 'UnaryExpr':
    case 'RangeStmt':
    case 'IndexExpr':
    case 'SliceExpr':
    case 'TypeAssertExpr':
    case 'TypeSwitchStmt':
      return node['x'];
    case 'AssignStmt':
      return (node['rhs'] as Fields[])[0];
    case 'GoStmt':
    case 'DeferStmt':
      return node['call'];
    case 'ReturnStmt':
      return (node['results'] as Fields[])[0];
    case 'IfStmt':
      return node['init'] ?? node['cond'];
    case 'SwitchStmt':
      return node['tag'];
    case 'SendStmt':
      return node['chan'];
    case 'CompositeLit':
      return node['type'];
    case 'FuncDecl':
      return ((node['type'] as Fields)['params'] as Fields[])[0]?.['type'];
    case 'IncDecStmt':
      return { kind: 'IntLit' };
    default:
      return undefined;
  }
}

/** The operator or keyword that is part of a node's kind, behind a colon. */
function mark(node: Fields): string {
  const text = operator(node);
  return text === '' ? '' : `:${text}`;
}

function operator(node: Fields): string {
  switch (node.kind) {
    case 'BinOp':
    case 'BoolOp':
    case 'UnaryOp':
    case 'AugAssign':
    case 'BinaryExpr':
    case 'UnaryExpr':
      return String(node['op']);
    case 'Compare':
      return (node['ops'] as string[]).join(',').replaceAll(' ', '-');
    case 'FuncDecl':
      return node['recv'] === undefined ? '' : 'method';
    case 'GenDecl':
    case 'BranchStmt':
      return String(node['tok']);
    default:
      return '';
  }
}

/** How names are read: in a pattern by their roles, in code by the facts. */
export interface Reader {
  /** The full name that a name or selection means; undefined where it is free or not known. */
  qualified(node: NodeBase): string | undefined;
}

/** A leader has a leader; more than three tell no more and would make long keys of long chains. */
const maxDepth = 3;

/** The keys under which a pattern's node may be filed, the most specific first; never empty. */
export function keysOf(node: NodeBase, reader: Reader, depth = 0): string[] {
  const fields = node as Fields;
  if (isReference(node)) return [...reference(node, reader), '*'].map(key => `Ref ${key}`);
  if (node.kind === 'Call' || node.kind === 'CallExpr') {
    const callee = (fields['func'] ?? fields['fun']) as NodeBase;
    return [...reference(callee, reader), '*'].map(key => `Call ${key}`);
  }
  const head = `${kindOf(node)}${mark(fields)}`;
  const below = (inner: NodeBase): string[] => keysOf(inner, reader, depth + 1).map(key => `${head} ${key}`);
  const decorators = decoratorsOf(fields).flatMap(below);
  const led = leader(fields) as NodeBase | undefined;
  const leaders = led && led.kind !== 'Meta' && depth < maxDepth ? below(led) : [];
  return [...decorators, ...leaders, head];
}

/** What was filed under keys, by their words. */
export interface KeyTree<Value> {
  values: Value[];
  below: Map<string, KeyTree<Value>>;
  /** One of the words below is a full name. */
  qualified: boolean;
}

export const createKeyTree = <Value>(): KeyTree<Value> => ({ values: [], below: new Map(), qualified: false });

/** Files a value under a key. */
export function fileUnder<Value>(tree: KeyTree<Value>, key: string, value: Value): void {
  let at = tree;
  for (const word of key.split(' ')) {
    let next = at.below.get(word);
    if (!next) at.below.set(word, (next = createKeyTree()));
    at.qualified ||= word.startsWith('=');
    at = next;
  }
  at.values.push(value);
}

/**
 * Finds what is filed under the keys of a code node, and of what it may be taken for as well, the most specific first.
 * No key is written out for that: this is asked of every node of a file.
 */
export function findFiled<Value>(tree: KeyTree<Value>, node: NodeBase, reader: Reader, into: Set<Value>): void {
  collect(tree, unwrapped(node), reader, 0, into);
  const values = declaredValues(node);
  if (values) collect(tree, declaration(values), reader, 0, into);
}

/** The walk of `keysOf` along what is filed. */
function collect<Value>(tree: KeyTree<Value>, node: NodeBase, reader: Reader, depth: number, into: Set<Value>): void {
  const fields = node as Fields;
  if (isReference(node)) return collectNamed(tree.below.get('Ref'), node, reader, into);
  if (node.kind === 'Call' || node.kind === 'CallExpr') {
    return collectNamed(tree.below.get('Call'), (fields['func'] ?? fields['fun']) as NodeBase, reader, into);
  }
  const own = tree.below.get(`${kindOf(node)}${mark(fields)}`);
  if (!own) return;
  if (own.below.size > 0) {
    for (const decorator of decoratorsOf(fields)) collect(own, decorator, reader, depth + 1, into);
    const led = depth < maxDepth ? (leader(fields) as NodeBase | undefined) : undefined;
    if (led) collect(own, led, reader, depth + 1, into);
  }
  addAll(own, into);
}

function collectNamed<Value>(tree: KeyTree<Value> | undefined, node: NodeBase, reader: Reader, into: Set<Value>): void {
  if (!tree) return;
  if (isReference(node)) {
    const qualified = tree.qualified ? reader.qualified(node) : undefined;
    if (qualified !== undefined) addAll(tree.below.get(`=${qualified}`), into);
    const member = memberOf(node);
    if (member) addAll(tree.below.get(`.${nameOf(member)}`), into);
  }
  addAll(tree.below.get('*'), into);
}

function addAll<Value>(tree: KeyTree<Value> | undefined, into: Set<Value>): void {
  if (tree) for (const value of tree.values) into.add(value);
}

function declaration(values: readonly NodeBase[]): NodeBase {
  return { kind: 'AssignStmt', rhs: values, start: -1, end: -1 } as NodeBase;
}

/** A declaration is the same as a statement and at the top of a file. */
export function unwrapped(node: NodeBase): NodeBase {
  return node.kind === 'DeclStmt' ? ((node as Fields)['decl'] as NodeBase) : node;
}

/** The values of `var x = …` where it says no more than `x := …`. */
export function declaredValues(node: NodeBase): NodeBase[] | undefined {
  const decl = unwrapped(node) as Fields;
  if (decl.kind !== 'GenDecl' || decl['tok'] !== 'var') return undefined;
  const [spec, more] = decl['specs'] as Fields[];
  if (!spec || more || spec.kind !== 'ValueSpec' || spec['type'] !== undefined) return undefined;
  const values = spec['values'] as NodeBase[];
  return values.length ? values : undefined;
}

function decoratorsOf(node: Fields): NodeBase[] {
  const list = node['decorators'];
  return Array.isArray(list) ? (list as NodeBase[]).filter(decorator => decorator.kind !== 'Meta') : [];
}

function reference(node: NodeBase, reader: Reader): string[] {
  if (!isReference(node)) return [];
  const qualified = reader.qualified(node);
  const member = memberOf(node);
  const spelled = member && member.kind !== 'Meta' ? [`.${nameOf(member)}`] : [];
  return qualified === undefined ? spelled : [`=${qualified}`, ...spelled];
}

/** Kinds that the matcher takes for one another share a key. */
function kindOf(node: NodeBase): string {
  switch (node.kind) {
    case 'AnnAssign':
      return 'Assign';
    case 'IncDecStmt':
      return 'AssignStmt';
    default:
      return node.kind;
  }
}
