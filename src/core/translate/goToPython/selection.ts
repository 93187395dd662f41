/** A selection: statements, declarations or one expression, with the types of their surroundings. */
import type * as go from '../../syntax/go/ast';
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { GapError } from '../gaps';
import type { TranslationInput } from '../translate';
import type { Context } from './context';
import { expression } from './expressions';
import { declarationContext } from './functions';
import { moduleStatements } from './module';
import { statements } from './statements';

/** Statements, declarations or one expression, with the types of their surroundings. */
export function selected(
  cx: Context,
  input: TranslationInput,
  unit: number,
  nodes: readonly NodeBase[],
): py.Statement[] {
  cx.unitStart = input.file.units[unit]?.start ?? 0;
  const [first] = nodes;
  if (!first) return [];
  enter(cx, first);
  if (nodes.every(node => /^(FuncDecl|GenDecl|PackageClause)$/.test(node.kind))) return declarations(cx, nodes);
  if (nodes.length === 1 && !/(Stmt|Bad)$/.test(first.kind)) {
    try {
      const value = expression(cx, first as go.Expression);
      return [...value.before, { kind: 'Expr', value: value.value, start: -1, end: -1 }];
    } catch (error) {
      if (!(error instanceof GapError)) throw error;
      return statements(cx, [{ kind: 'ExprStmt', x: first as go.Expression, start: first.start, end: first.end }]);
    }
  }
  return statements(cx, nodes as go.Statement[]);
}

/** The function around a node says what `return` means there. */
export function enter(cx: Context, node: NodeBase): void {
  const owner = cx.program.bindings.functionOf(node);
  if (owner?.kind === 'FuncDecl') cx.fn = declarationContext(cx, owner);
}

/** Declarations alone, with the whole file around them. */
export function declarations(cx: Context, nodes: readonly NodeBase[]): py.Statement[] {
  const functions = new Map([...cx.program.functions].filter(([, node]) => nodes.includes(node)));
  return moduleStatements({ ...cx, program: { ...cx.program, roots: nodes as go.TopLevel[], functions } });
}
