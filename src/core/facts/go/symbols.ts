/** One pass over a Go unit: which names it declares and uses, in the scopes that Go has. */
import type { NodeBase } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import { childrenOf } from '../tree';
import type { Binding, GoScope, UnitSymbols } from './bindings';
import { lookup, UnitScopes } from './scopes';

type Where = GoScope | undefined;

const cache = new WeakMap<NodeBase, UnitSymbols>();

/** The symbols of a unit, from memory where the unit was seen before. */
export function unitSymbols(unit: NodeBase): UnitSymbols {
  let known = cache.get(unit);
  if (!known) {
    const pass = new SymbolPass();
    pass.visit(unit, undefined);
    cache.set(unit, (known = pass.scopes.result));
  }
  return known;
}

class SymbolPass {
  readonly scopes = new UnitScopes();

  visit(node: NodeBase, scope: Where): void {
    const n = node as go.Node;
    switch (n.kind) {
      case 'Ident':
        return this.scopes.use(n, scope);
      case 'SelectorExpr':
        return this.visitSelector(n, scope);
      case 'CompositeLit':
        return this.visitLiteral(n, scope, n.type);
      case 'FuncLit':
        return this.visitFunction(n.type, n.body, this.scopes.open('function', n, scope));
      case 'FuncDecl':
        return this.visitFuncDecl(n);
      case 'FuncType':
        // The names in a function's type are documentation.
        for (const field of [...n.params, ...n.results]) if (field.kind === 'Field') this.visit(field.type, scope);
        return;
      case 'StructType':
        for (const field of n.fields) if (field.kind === 'Field') this.visit(field.type, scope);
        return;
      case 'InterfaceType':
        for (const field of n.methods) if (field.kind === 'Field') this.visit(field.type, scope);
        return;
      case 'GenDecl':
        return this.visitGenDecl(n, scope);
      case 'PackageClause':
        return;
      default:
        this.visitStatement(n, scope);
    }
  }

  private visitAll(nodes: readonly NodeBase[], scope: Where): void {
    for (const node of nodes) this.visit(node, scope);
  }

  private visitStatement(n: go.Node, scope: Where): void {
    switch (n.kind) {
      case 'BlockStmt':
        return this.visitAll(n.list, this.scopes.open('block', n, scope));
      case 'AssignStmt':
        return this.visitAssign(n, scope);
      case 'IncDecStmt':
        return this.write(n.x, scope);
      case 'LabeledStmt':
        this.label(n, scope);
        return this.visit(n.stmt, scope);
      case 'BranchStmt':
        return this.branch(n, scope);
      case 'IfStmt':
      case 'ForStmt': {
        const inner = this.scopes.open('block', n, scope);
        return this.visitAll(childrenOf(n), inner);
      }
      case 'RangeStmt':
        return this.visitRange(n, scope);
      case 'SwitchStmt': {
        const inner = this.scopes.open('block', n, scope);
        if (n.init) this.visit(n.init, inner);
        if (n.tag) this.visit(n.tag, inner);
        for (const clause of n.cases) {
          if (clause.kind !== 'CaseClause') continue;
          this.visitAll(clause.list, inner);
          this.visitAll(clause.body, this.scopes.open('block', clause, inner));
        }
        return;
      }
      case 'TypeSwitchStmt':
        return this.visitTypeSwitch(n, scope);
      case 'CommClause': {
        const inner = this.scopes.open('block', n, scope);
        if (n.comm) this.visit(n.comm, inner);
        return this.visitAll(n.body, inner);
      }
      default:
        return this.visitAll(childrenOf(n), scope);
    }
  }

  private visitSelector(n: go.SelectorExpr, scope: Where): void {
    this.visit(n.x, scope);
    if (n.sel.kind !== 'Ident') return;
    const { selectors } = this.scopes.result;
    const known = selectors.get(n.sel.name);
    if (known) known.push(n);
    else selectors.set(n.sel.name, [n]);
  }

  /** `type` is the literal's own, or that of the elements of the literal around it. */
  private visitLiteral(n: go.CompositeLit, scope: Where, type: go.Expression | undefined): void {
    if (n.type) this.visit(n.type, scope);
    const elementType = type?.kind === 'ArrayType' ? type.elt : type?.kind === 'MapType' ? type.value : undefined;
    const keyType = type?.kind === 'MapType' ? type.key : undefined;
    const visitElement = (elt: go.Expression, of: go.Expression | undefined): void => {
      const inner = of?.kind === 'StarExpr' ? of.x : of;
      if (elt.kind === 'CompositeLit' && !elt.type) this.visitLiteral(elt, scope, inner);
      else this.visit(elt, scope);
    };
    for (const elt of n.elts) {
      if (elt.kind !== 'KeyValueExpr') visitElement(elt, elementType);
      else {
        if (elt.key.kind === 'Ident' && !elementType && !(type?.kind === 'StructType')) {
          this.literalKey(elt.key, type, scope);
        } else if (type?.kind !== 'StructType') visitElement(elt.key, keyType);
        visitElement(elt.value, elementType);
      }
    }
  }

  private literalKey(use: go.Ident, type: go.Expression | undefined, scope: Where): void {
    // Without a type to ask for, a key in an inner literal is a field far more often than a variable.
    if (!type) return;
    let inFunction = false;
    for (let at = scope; at; at = at.parent) inFunction ||= at.kind === 'function';
    const local = lookup(use.name, scope);
    this.scopes.result.literalKeys.push({ use, type, inFunction, ...(local && { local }) });
  }

  private visitFuncDecl(n: go.FuncDecl): void {
    if (n.recv) this.scopes.result.methods.push(n);
    else if (n.name.kind === 'Ident' && n.name.name !== 'init') {
      this.scopes.declare(n.name, undefined, 'function', { kind: 'function', node: n }, n);
    }
    const inner = this.scopes.open('function', n, undefined);
    if (n.recv) this.visitReceiver(n.recv, inner);
    this.visitFunction(n.type, n.body, inner);
  }

  /** `(s *Stack[T])` declares T, and s. */
  private visitReceiver(recv: go.Field, scope: GoScope): void {
    let type = recv.type;
    if (type.kind === 'StarExpr') type = type.x;
    if (type.kind === 'IndexExpr') {
      for (const index of type.indices) {
        if (index.kind === 'Ident') this.scopes.declare(index, scope, 'typevar', { kind: 'typevar' }, recv);
      }
      this.visit(type.x, scope);
    } else this.visit(type, scope);
    for (const name of recv.names) this.scopes.declare(name, scope, 'parameter', { kind: 'field', field: recv }, recv);
  }

  private visitFunction(type: go.FuncType, body: go.BlockStmt | undefined, scope: GoScope): void {
    this.typeParams(type.typeParams, scope);
    const fields = [...type.params, ...type.results].filter(field => field.kind === 'Field');
    for (const field of fields) this.visit(field.type, scope);
    for (const field of fields) {
      for (const name of field.names) this.scopes.declare(name, scope, 'parameter', { kind: 'field', field }, field);
    }
    // The body shares the function's scope, so that `x, err := f(x)` reuses a parameter x.
    if (body) this.visitAll(body.list, scope);
  }

  private typeParams(params: readonly (go.Field | go.Meta)[], scope: GoScope): void {
    for (const field of params) {
      if (field.kind !== 'Field') continue;
      for (const name of field.names) this.scopes.declare(name, scope, 'typevar', { kind: 'typevar', field }, field);
    }
    for (const field of params) if (field.kind === 'Field') this.visit(field.type, scope);
  }

  private visitGenDecl(n: go.GenDecl, scope: Where): void {
    /** A constant without a value repeats the one before, with its own iota. */
    let before: go.ValueSpec | undefined;
    n.specs.forEach((spec, iota) => {
      switch (spec.kind) {
        case 'ImportSpec':
          this.scopes.result.moduleBindings.push({
            name: spec.name ?? '',
            kind: 'import',
            binding: { kind: 'import', spec },
            declaration: spec,
            import: { module: spec.path },
          });
          return;
        case 'TypeSpec':
          return this.visitTypeSpec(spec, scope);
        case 'ValueSpec':
          if (n.tok === 'const' && (spec.values.length > 0 || spec.type)) before = spec;
          return this.visitValueSpec(spec, scope, n.tok === 'const' ? (before ?? spec) : undefined, iota);
        default:
      }
    });
  }

  private visitTypeSpec(n: go.TypeSpec, scope: Where): void {
    this.scopes.declare(n.name, scope, 'class', { kind: 'type', node: n }, n);
    if (n.typeParams.length === 0) return this.visit(n.type, scope);
    const inner = this.scopes.open('block', n, scope);
    this.typeParams(n.typeParams, inner);
    this.visit(n.type, inner);
  }

  private visitValueSpec(n: go.ValueSpec, scope: Where, constant: go.ValueSpec | undefined, iota: number): void {
    if (n.type) this.visit(n.type, scope);
    this.visitAll(n.values, scope);
    n.names.forEach((name, index) => {
      let binding: Binding;
      if (constant) {
        const value = constant.values[index];
        binding = { kind: 'constant', iota, ...(constant.type && { type: constant.type }), ...(value && { value }) };
      } else if (n.type) binding = { kind: 'typed', type: n.type };
      else binding = { kind: 'value', values: n.values, index, count: n.names.length };
      this.scopes.declare(name, scope, constant ? 'constant' : 'variable', binding, n);
    });
  }

  private visitAssign(n: go.AssignStmt, scope: Where): void {
    this.visitAll(n.rhs, scope);
    n.lhs.forEach((target, index) => {
      if (n.op !== ':=' || target.kind !== 'Ident') return this.write(target, scope);
      if (!this.scopes.isNew(target, scope)) return this.scopes.use(target, scope, true);
      this.scopes.declare(target, scope, 'variable', { kind: 'value', values: n.rhs, index, count: n.lhs.length }, n);
    });
  }

  private write(target: go.Expression, scope: Where): void {
    if (target.kind === 'Ident') this.scopes.use(target, scope, true);
    else this.visit(target, scope);
  }

  private visitRange(n: go.RangeStmt, scope: Where): void {
    this.visit(n.x, scope);
    const inner = this.scopes.open('block', n, scope);
    for (const part of ['key', 'value'] as const) {
      const target = n[part];
      if (!target) continue;
      if (n.tok === ':=' && target.kind === 'Ident') {
        this.scopes.declare(target, inner, 'variable', { kind: 'range', statement: n, part }, n);
      } else this.write(target, scope);
    }
    this.visit(n.body, inner);
  }

  private visitTypeSwitch(n: go.TypeSwitchStmt, scope: Where): void {
    const inner = this.scopes.open('block', n, scope);
    if (n.init) this.visit(n.init, inner);
    this.visit(n.x, inner);
    if (n.name) this.scopes.declare(n.name, inner, 'variable', { kind: 'switched', x: n.x, types: [] }, n);
    for (const clause of n.cases) {
      if (clause.kind !== 'CaseClause') continue;
      this.visitAll(clause.list, inner);
      const own = this.scopes.open('block', clause, inner);
      if (n.name?.kind === 'Ident') this.switched(n, n.name, clause, own);
      this.visitAll(clause.body, own);
    }
  }

  /** Each clause has a variable of its own, of the type that it asks for. */
  private switched(n: go.TypeSwitchStmt, name: go.Ident, clause: go.CaseClause, scope: GoScope): void {
    scope.symbols.set(name.name, {
      name: name.name,
      kind: 'variable',
      scope,
      declaration: n,
      uses: [],
      captured: false,
      reassigned: false,
      binding: { kind: 'switched', x: n.x, types: clause.list },
    });
  }

  private label(n: go.LabeledStmt, scope: Where): void {
    if (n.label.kind !== 'Ident') return;
    const around = functionScope(scope);
    if (around) this.scopes.declareLabel(n.label, around, n);
  }

  private branch(n: go.BranchStmt, scope: Where): void {
    if (n.label?.kind !== 'Ident') return;
    const around = functionScope(scope);
    if (around) this.scopes.useLabel(n.label, around);
  }
}

function functionScope(scope: Where): GoScope | undefined {
  let at = scope;
  while (at && at.kind !== 'function') at = at.parent;
  return at;
}
