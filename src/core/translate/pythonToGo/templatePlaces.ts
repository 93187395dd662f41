/** Where the code of an idiom is put: in place, at file level, in `main`; and what a failure in it means there. */
import type { Place } from '../../catalog/idiom';
import type { Symbol } from '../../facts/facts';
import type { Type } from '../../facts/types';
import type { Binding } from '../../match/match';
import type * as go from '../../syntax/go/ast';
import type { NodeBase } from '../../syntax/node';
import * as g from '../goNodes';
import { type Instantiation, asStatement } from '../instantiate';
import { type Context } from './context';
import { setVariableType, variableName } from './variables';

/** Code that an idiom wants elsewhere than in place. */
export interface Elsewhere {
  file: go.TopLevel[];
  main: go.Statement[];
  enclosing: go.Statement[];
}

const elsewhere = new WeakMap<Context, Elsewhere>();

export function elsewhereOf(c: Context): Elsewhere {
  let places = elsewhere.get(c);
  if (!places) elsewhere.set(c, (places = { file: [], main: [], enclosing: [] }));
  return places;
}

/** Puts the parts where they belong. */
export function place(c: Context, made: Instantiation, isLast: boolean): void {
  placeElsewhere(c, made);
  const here = failing(c, (made.places.here ?? []).map(asStatement) as go.Statement[]);
  const last = here[here.length - 1];
  // A `return` without a value at the end of a function says nothing.
  if (isLast && last?.kind === 'ReturnStmt' && last.results.length === 0 && c.func.kind === 'handler') here.pop();
  c.emit(...here);
}

export function placeElsewhere(c: Context, made: Instantiation): void {
  const places = elsewhereOf(c);
  splitDeclarations(made);
  for (const at of ['file', 'main', 'enclosing'] as const satisfies readonly Place[]) {
    const nodes = made.places[at] ?? [];
    if (at === 'file') {
      for (const node of nodes as go.TopLevel[]) node.blank = true;
      places.file.push(...(nodes as go.TopLevel[]));
    } else if (
      at === 'main' &&
      (c.func.kind === 'main' || c.input.scope.kind !== 'file') &&
      c.func.parent === undefined
    ) {
      c.emit(...failing(c, nodes as go.Statement[]));
    } else places[at].push(...failing(c, nodes as go.Statement[]));
  }
}

/** A function is declared at top level, wherever its template stands. */
export function splitDeclarations(made: Instantiation): void {
  const isDeclaration = (node: NodeBase): boolean => node.kind === 'FuncDecl';
  for (const at of ['here', 'main', 'enclosing'] as const) {
    const nodes = made.places[at];
    if (!nodes?.some(isDeclaration)) continue;
    (made.places.file ??= []).push(...nodes.filter(isDeclaration));
    made.places[at] = nodes.filter(node => !isDeclaration(node));
  }
}

/**
 * `var X T` in a template, for a variable of the user's: the pass over declarations says where it is declared, and the
 * template which type it has.
 */
export function adoptVariables(
  c: Context,
  list: readonly go.Statement[],
  bindings: ReadonlyMap<string, Binding>,
): go.Statement[] {
  const symbols = new Map<string, Symbol>();
  for (const binding of [...bindings.values()].flat()) {
    const symbol = binding.kind === 'Name' ? c.facts.symbolOf(binding) : undefined;
    if (symbol && (symbol.kind === 'variable' || symbol.kind === 'constant'))
      symbols.set(variableName(c, symbol), symbol);
  }
  return list.filter(statement => {
    const spec = statement.kind === 'DeclStmt' && statement.decl.tok === 'var' ? statement.decl.specs[0] : undefined;
    const name =
      spec?.kind === 'ValueSpec' && spec.names.length === 1 && spec.values.length === 0 ? spec.names[0] : undefined;
    const symbol = name?.kind === 'Ident' ? symbols.get(name.name) : undefined;
    if (!symbol || name?.kind !== 'Ident' || spec?.kind !== 'ValueSpec' || !spec.type) return true;
    const type = typeOfGo(spec.type);
    if (type) setVariableType(symbol, type);
    else if (spec.type.kind === 'Ident') c.heldByValue.add(symbol);
    c.func.locals.set(name.name, spec.type);
    return false;
  });
}

/** The type that a Go type expression of a template means, as far as it is a plain one. */
function typeOfGo(node: go.Expression): Type | undefined {
  switch (node.kind) {
    case 'Ident':
      return (
        {
          any: { kind: 'any' },
          string: { kind: 'str' },
          int: { kind: 'int' },
          float64: { kind: 'float' },
          bool: { kind: 'bool' },
        } as const
      )[node.name as 'any'];
    case 'ArrayType': {
      const elt = node.len === undefined ? typeOfGo(node.elt) : undefined;
      return elt && { kind: 'list', elt };
    }
    case 'MapType': {
      const key = typeOfGo(node.key);
      const value = typeOfGo(node.value);
      return key && value && { kind: 'dict', key, value };
    }
    default:
      return undefined;
  }
}

/** `if err != nil { return err }` in a template means: fail here. */
export function failing(c: Context, list: readonly go.Statement[]): go.Statement[] {
  return list.map(statement => {
    if (statement.kind !== 'IfStmt' || statement.else) return statement;
    const { cond, body } = statement;
    const [only] = body.list;
    const isError = cond.kind === 'BinaryExpr' && cond.op === '!=' && cond.x.kind === 'Ident' && isIdent(cond.y, 'nil');
    if (!isError || body.list.length !== 1 || only?.kind !== 'ReturnStmt' || only.results.length !== 1)
      return statement;
    const [result] = only.results;
    const name = cond.kind === 'BinaryExpr' && cond.x.kind === 'Ident' ? cond.x.name : '';
    if (!isIdent(result, name)) return statement;
    return { ...statement, body: g.block(c.fail(g.ident(name))) };
  });
}

const isIdent = (node: go.Expression | undefined, name: string): boolean =>
  node?.kind === 'Ident' && node.name === name;
