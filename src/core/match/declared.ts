/** The names that a piece of code declares itself. Those of a pattern stand for any name. */
import type * as go from '../syntax/go/ast';
import { walk, type AnyNode, type NodeBase } from '../syntax/node';
import type * as py from '../syntax/python/ast';

/** Names declared anywhere in the nodes, `_` left out. Metavariables are none. */
export function declaredNames(roots: readonly NodeBase[]): Set<string> {
  const names = new Set<string>();
  const add = (node: AnyNode | py.Node | go.Node | undefined): void => {
    if (!node) return;
    if (node.kind === 'Ident') names.add((node as go.Ident).name);
    else if (node.kind === 'Name') names.add((node as py.Name).id);
    else if (node.kind === 'Tuple' || node.kind === 'List') (node as py.Tuple).elts.forEach(add);
    else if (node.kind === 'Starred') add((node as py.Starred).value);
  };
  for (const root of roots) walk(root, node => declarations(node as unknown as py.Node | go.Node).forEach(add));
  names.delete('_');
  return names;
}

/** What a node declares by itself: its targets, its name, its parameters. */
function declarations(node: py.Node | go.Node): (py.Node | go.Node | undefined)[] {
  switch (node.kind) {
    case 'Assign':
      return node.targets;
    case 'AnnAssign':
    case 'For':
    case 'Comprehension':
    case 'WithItem':
    case 'NamedExpr':
      return [node.target];
    case 'FunctionDef':
    case 'ClassDef':
    case 'Param':
    case 'ExceptHandler':
    case 'MatchAs':
    case 'MatchStar':
    case 'TypeParam':
    case 'TypeSpec':
      return [node.name];
    case 'AssignStmt':
      return node.op === ':=' ? node.lhs : [];
    case 'RangeStmt':
      return node.tok === ':=' ? [node.key, node.value] : [];
    case 'ValueSpec':
      return node.names;
    case 'FuncDecl':
      return node.recv ? [...node.recv.names] : [node.name];
    case 'FuncType':
      return [...node.typeParams, ...node.params, ...node.results].flatMap(field =>
        field.kind === 'Field' ? field.names : [],
      );
    case 'TypeSwitchStmt':
      return [node.name];
    case 'LabeledStmt':
      return [node.label];
    default:
      return [];
  }
}
