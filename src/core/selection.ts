/** From a range of the text to the nodes that it means. */
import type { OffsetRange } from './index';
import { forEachChild, type AnyNode, type NodeBase, type SourceFile } from './syntax/node';

const declarations = new Set(['FunctionDef', 'ClassDef', 'FuncDecl', 'GenDecl']);
/** Fields whose items are statements, in either AST. */
const bodies = new Set(['body', 'orelse', 'finalbody', 'list']);

export interface SelectedNodes {
  kind: 'nodes';
  unit: number;
  nodes: NodeBase[];
}

/**
 * The statements or the one expression that the range covers; else the smallest statement around it. Blanks at its ends
 * do not count. Undefined where it lies in no unit, or covers several units.
 */
export function selectNodes(file: SourceFile<NodeBase>, range: OffsetRange): SelectedNodes | undefined {
  const touched = file.units.flatMap((unit, i) => (unit.start < range.end && range.start < unit.end ? [i] : []));
  const index =
    touched.length === 1
      ? touched[0]
      : file.units.findIndex(unit => unit.start <= range.start && range.end <= unit.end);
  const unit = index === undefined ? undefined : file.units[index];
  if (!unit || index === undefined) return undefined;
  const inside: OffsetRange = { start: range.start - unit.start, end: range.end - unit.start };
  const covers = (node: NodeBase): boolean => inside.start <= node.start && node.end <= inside.end;
  let found: NodeBase[] = [unit.node];
  const search = (node: NodeBase): void => {
    if (covers(node)) {
      found = [node];
      return;
    }
    const lists = new Map<string, AnyNode[]>();
    let next: AnyNode | undefined;
    forEachChild(node, (child, field) => {
      if (covers(child)) lists.set(field, [...(lists.get(field) ?? []), child]);
      else if (child.start <= inside.start && inside.end <= child.end) next ??= child;
    });
    const statements = [...lists].find(([field]) => bodies.has(field));
    if (statements) found = statements[1];
    else if (next) {
      if (isStatement(next)) found = [next];
      search(next);
    } else if (lists.size === 1) {
      const [only] = [...lists.values()];
      if (only?.length === 1 && !isPoint(inside)) found = only;
    }
  };
  search(unit.node);
  return { kind: 'nodes', unit: index, nodes: found };
}

const isPoint = (range: OffsetRange): boolean => range.start === range.end;

/** The smallest function or type around the offset; undefined at module level. */
export function enclosingDeclaration(file: SourceFile<NodeBase>, offset: number): OffsetRange | undefined {
  const unit = file.units.find(candidate => candidate.start <= offset && offset <= candidate.end);
  if (!unit) return undefined;
  let found: OffsetRange | undefined;
  const search = (node: NodeBase): void => {
    if (offset < unit.start + node.start || unit.start + node.end < offset) return;
    if (declarations.has(node.kind)) found = { start: unit.start + node.start, end: unit.start + node.end };
    forEachChild(node, search);
  };
  search(unit.node);
  return found;
}

const statementKinds = new Set(
  (
    'FunctionDef ClassDef Return Delete Assign AugAssign AnnAssign TypeAlias For While If With Match Raise Try Assert ' +
    'Import ImportFrom Global Nonlocal Expr Pass Break Continue BlockStmt ExprStmt SendStmt IncDecStmt AssignStmt ' +
    'GoStmt DeferStmt ReturnStmt BranchStmt LabeledStmt IfStmt SwitchStmt TypeSwitchStmt SelectStmt ForStmt RangeStmt ' +
    'DeclStmt EmptyStmt GenDecl FuncDecl'
  ).split(' '),
);

function isStatement(node: NodeBase): boolean {
  return statementKinds.has(node.kind);
}
