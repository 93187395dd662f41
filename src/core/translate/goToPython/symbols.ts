/**
 * Who is who in a Go file: every identifier is bound to its variable, with all values that it is given. The facts say
 * what a name means; this says in addition where it is written, which decides how it may be written in Python.
 */
import type * as go from '../../syntax/go/ast';
import { forEachChild, walk, type AnyNode, type NodeBase } from '../../syntax/node';

export type FunctionNode = go.FuncDecl | go.FuncLit;

export interface Definition {
  ident: go.Ident;
  /** What is assigned; absent for zero values, parameters and increments. */
  value?: go.Expression;
  /** Which result of `value`, where one call gives several. */
  index?: number;
  how: 'declare' | 'assign' | 'operate' | 'range-key' | 'range-value' | 'receive' | 'type-switch';
  /** For `operate`: `+=`, `++`, … */
  op?: string;
}

export interface Variable {
  name: string;
  kind: 'local' | 'param' | 'result' | 'receiver' | 'global' | 'const' | 'func' | 'type' | 'typeparam' | 'import';
  ident: go.Ident;
  /** The function that declares it; undefined at package level. */
  owner?: FunctionNode;
  /** The innermost loop around its declaration. */
  loop?: NodeBase;
  /** The declared type, where it is written. */
  type?: go.Expression;
  variadic?: boolean;
  uses: go.Ident[];
  definitions: Definition[];
  /** The import path of an import. */
  path?: string;
}

/** The bound file. All look-ups are by node identity. */
export interface Bindings {
  variable(ident: NodeBase): Variable | undefined;
  parent(node: NodeBase): AnyNode | undefined;
  functionOf(node: NodeBase): FunctionNode | undefined;
  /** The variable that a clause of a type switch has; undefined where the switch names none. */
  clauseVariable(clause: go.CaseClause): Variable | undefined;
  /** The innermost loop around a node, within its function. */
  loopOf(node: NodeBase): NodeBase | undefined;
  readonly packageLevel: ReadonlyMap<string, Variable>;
  readonly all: readonly Variable[];
  readonly roots: readonly go.TopLevel[];
}

interface Scope {
  names: Map<string, Variable>;
  up?: Scope;
}

const loops = new Set(['ForStmt', 'RangeStmt']);

/** Binds the units of a file (or of a fragment) in their order. */
export function bind(roots: readonly go.TopLevel[]): Bindings {
  const parents = new WeakMap<NodeBase, AnyNode>();
  const variables = new WeakMap<NodeBase, Variable>();
  const clauses = new WeakMap<NodeBase, Variable>();
  const all: Variable[] = [];
  const packageScope: Scope = { names: new Map() };
  for (const root of roots) walk(root, (node, parent) => void (parent && parents.set(node, parent)));

  const up = (node: NodeBase, test: (node: AnyNode) => boolean): AnyNode | undefined => {
    let at = parents.get(node);
    while (at && !test(at)) at = parents.get(at);
    return at;
  };
  const isFunction = (node: AnyNode): boolean => node.kind === 'FuncDecl' || node.kind === 'FuncLit';
  const functionOf = (node: NodeBase): FunctionNode | undefined => up(node, isFunction) as FunctionNode | undefined;
  const loopOf = (node: NodeBase): NodeBase | undefined => {
    const found = up(node, at => isFunction(at) || loops.has(at.kind));
    return found && loops.has(found.kind) ? found : undefined;
  };

  function declare(scope: Scope, ident: go.Identifier, kind: Variable['kind'], more: Partial<Variable> = {}): void {
    if (ident.kind !== 'Ident') return;
    const known = kind === 'local' ? scope.names.get(ident.name) : undefined;
    const variable: Variable =
      known ??
      ({
        name: ident.name,
        kind,
        ident,
        // The name of a function is not one of its own variables.
        ...(scope !== packageScope && { owner: functionOf(ident), loop: loopOf(ident) }),
        uses: [],
        definitions: [],
        ...more,
      } as Variable);
    if (!known) {
      all.push(variable);
      if (ident.name !== '_') scope.names.set(ident.name, variable);
    }
    variables.set(ident, variable);
    variable.uses.push(ident);
  }

  function define(target: NodeBase | undefined, definition: Omit<Definition, 'ident'>): void {
    if (target?.kind !== 'Ident') return;
    variables.get(target)?.definitions.push({ ident: target as go.Ident, ...definition });
  }

  function use(ident: go.Ident, scope: Scope): void {
    for (let at: Scope | undefined = scope; at; at = at.up) {
      const variable = at.names.get(ident.name);
      if (variable) {
        variables.set(ident, variable);
        variable.uses.push(ident);
        return;
      }
    }
  }

  const inner = (scope: Scope): Scope => ({ names: new Map(), up: scope });

  function fields(list: readonly (go.Field | go.Meta)[], kind: Variable['kind'], scope: Scope): void {
    for (const field of list) {
      if (field.kind !== 'Field') continue;
      visit(field.type, scope);
      for (const ident of field.names) {
        declare(scope, ident, kind, { type: field.type, ...(field.variadic && { variadic: true }) });
      }
    }
  }

  function visitFunction(node: FunctionNode, scope: Scope): void {
    const own = inner(scope);
    fields(node.type.typeParams, 'typeparam', own);
    if (node.kind === 'FuncDecl' && node.recv) {
      // `func (s *Stack[T]) Push(…)` declares T.
      walk(node.recv.type, at => {
        if (at.kind !== 'IndexExpr') return;
        for (const index of (at as unknown as go.IndexExpr).indices) {
          if (index.kind === 'Ident') declare(own, index, 'typeparam');
        }
      });
      fields([node.recv], 'receiver', own);
    }
    fields(node.type.params, 'param', own);
    fields(node.type.results, 'result', own);
    if (node.body) visitAll(node.body.list, inner(own));
  }

  function assign(node: go.AssignStmt, scope: Scope): void {
    node.rhs.forEach(value => visit(value, scope));
    node.lhs.forEach((target, i) => {
      if (node.op === ':=' && target.kind === 'Ident') declare(scope, target, 'local');
      else visit(target, scope);
      const single = node.rhs.length === node.lhs.length;
      const value = single ? node.rhs[i] : node.rhs[0];
      const how = node.op === ':=' ? 'declare' : node.op === '=' ? 'assign' : 'operate';
      define(target, {
        how,
        ...(value && { value }),
        ...(!single && { index: i }),
        ...(how === 'operate' && { op: node.op }),
      });
    });
  }

  function declaration(node: go.GenDecl, scope: Scope): void {
    for (const spec of node.specs) {
      if (spec.kind === 'ValueSpec') {
        if (spec.type) visit(spec.type, scope);
        spec.values.forEach(value => visit(value, scope));
        spec.names.forEach((ident, i) => {
          const level = scope === packageScope ? 'global' : 'local';
          if (scope !== packageScope) {
            declare(scope, ident, node.tok === 'const' ? 'const' : level, spec.type ? { type: spec.type } : {});
          }
          const single = spec.values.length === spec.names.length;
          const value = single ? spec.values[i] : spec.values[0];
          define(ident, { how: 'declare', ...(value && { value }), ...(value && !single && { index: i }) });
        });
      } else if (spec.kind === 'TypeSpec') {
        if (scope !== packageScope) declare(scope, spec.name, 'type');
        const own = inner(scope);
        fields(spec.typeParams, 'typeparam', own);
        visit(spec.type, own);
      }
    }
  }

  function visitAll(nodes: readonly NodeBase[], scope: Scope): void {
    for (const node of nodes) visit(node, scope);
  }

  function visit(node: NodeBase, scope: Scope): void {
    switch (node.kind) {
      case 'Ident':
        return use(node as go.Ident, scope);
      case 'FuncDecl':
      case 'FuncLit':
        return visitFunction(node as FunctionNode, scope);
      case 'SelectorExpr':
        return visit((node as go.SelectorExpr).x, scope);
      case 'KeyValueExpr': {
        // The key of a struct literal is a field; that of a map may be a name. Binding it does no harm.
        const pair = node as go.KeyValueExpr;
        visit(pair.key, scope);
        return visit(pair.value, scope);
      }
      case 'GenDecl':
        return declaration(node as go.GenDecl, scope);
      case 'AssignStmt':
        return assign(node as go.AssignStmt, scope);
      case 'IncDecStmt': {
        const step = node as go.IncDecStmt;
        visit(step.x, scope);
        return define(step.x, { how: 'operate', op: step.op });
      }
      case 'BlockStmt':
        return visitAll((node as go.BlockStmt).list, inner(scope));
      case 'RangeStmt':
        return visitRange(node as go.RangeStmt, inner(scope));
      case 'TypeSwitchStmt':
        return visitTypeSwitch(node as go.TypeSwitchStmt, inner(scope));
      case 'LabeledStmt':
        return visit((node as go.LabeledStmt).stmt, scope);
      case 'BranchStmt':
        return;
      case 'Field': {
        const field = node as go.Field;
        return visit(field.type, scope);
      }
      case 'IfStmt':
      case 'ForStmt':
      case 'SwitchStmt':
      case 'SelectStmt':
      case 'CaseClause':
      case 'CommClause': {
        const own = inner(scope);
        return forEachChild(node, child => visit(child, own));
      }
      default:
        return forEachChild(node, child => visit(child, scope));
    }
  }

  function visitRange(node: go.RangeStmt, scope: Scope): void {
    visit(node.x, scope);
    for (const [target, how] of [
      [node.key, 'range-key'],
      [node.value, 'range-value'],
    ] as const) {
      if (!target) continue;
      if (node.tok === ':=' && target.kind === 'Ident') declare(scope, target, 'local');
      else visit(target, scope);
      define(target, { how, value: node.x });
    }
    visit(node.body, scope);
  }

  function visitTypeSwitch(node: go.TypeSwitchStmt, scope: Scope): void {
    if (node.init) visit(node.init, scope);
    visit(node.x, scope);
    for (const clause of node.cases) {
      if (clause.kind !== 'CaseClause') continue;
      const own = inner(scope);
      visitAll(clause.list, own);
      if (node.name?.kind === 'Ident') {
        // Each clause has its own variable; its declaration is the one name of the switch.
        const [only] = clause.list;
        declare(own, node.name, 'local', clause.list.length === 1 && only ? { type: only } : {});
        define(node.name, { how: 'type-switch', value: node.x });
        const variable = variables.get(node.name);
        if (variable) clauses.set(clause, variable);
      }
      visitAll(clause.body, own);
    }
  }

  for (const root of roots) {
    if (root.kind === 'FuncDecl' && !root.recv) declare(packageScope, root.name, 'func');
    if (root.kind !== 'GenDecl') continue;
    for (const spec of root.specs) {
      if (spec.kind === 'TypeSpec') declare(packageScope, spec.name, 'type');
      else if (spec.kind === 'ImportSpec') {
        const local =
          spec.name ??
          spec.path
            .replace(/\/v\d+$/, '')
            .split('/')
            .at(-1)!;
        const ident: go.Ident = { kind: 'Ident', name: local, start: spec.start, end: spec.end };
        declare(packageScope, ident, 'import', { path: spec.path });
      } else if (spec.kind === 'ValueSpec') {
        for (const ident of spec.names) {
          const type = spec.type ? { type: spec.type } : {};
          declare(packageScope, ident, root.tok === 'const' ? 'const' : 'global', type);
        }
      }
    }
  }
  const statements = inner(packageScope);
  for (const root of roots)
    visit(root, root.kind === 'GenDecl' || root.kind === 'FuncDecl' ? packageScope : statements);

  return {
    variable: ident => variables.get(ident),
    parent: node => parents.get(node),
    clauseVariable: clause => clauses.get(clause),
    functionOf,
    loopOf,
    packageLevel: packageScope.names,
    all,
    roots,
  };
}
