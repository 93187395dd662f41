/** Go refuses a variable that is never read. Such a one becomes `_`, so that what gave it its value still runs. */
import type * as go from '../../syntax/go/ast';
import { forEachChild, type AnyNode, type NodeBase } from '../../syntax/node';
import { bool, ident } from '../goNodes';
import { isStructLiteral } from './access';

interface Variable {
  name: string;
  reads: number;
  /** Every place where it is given a value or declared. */
  written: { node: AnyNode; field: string; position: number }[];
  /** The `var` that declares it, with the list in which that stands. */
  declaration?: { spec: go.ValueSpec; statement: go.Statement; list: go.Statement[] };
  parameter: boolean;
}

type Scope = Map<string, Variable>;

/** The variables that a `:=` makes; it has to make one. */
const madeBy = new WeakMap<go.AssignStmt, Set<string>>();

/** Blanks the variables of one function that nothing reads. Changes the body in place. */
export function blankUnused(func: go.FuncDecl | go.FuncLit): void {
  const all: Variable[] = [];
  if (func.body) new Resolver(all).func(func.type, func.body, []);
  for (const variable of all) {
    if (variable.reads > 0 || variable.parameter) continue;
    for (const { node, field, position } of variable.written) blank(node, field, position, variable.name);
    const declared = variable.declaration;
    if (declared) removeSpec(declared, variable.name);
  }
}

class Resolver {
  constructor(private readonly all: Variable[]) {}

  func(type: go.FuncType, body: go.BlockStmt, outer: Scope[]): void {
    const scope: Scope = new Map();
    for (const field of [...type.params, ...type.results]) {
      if (field.kind === 'Field') for (const name of field.names) this.declare(scope, name, true);
    }
    this.list(body.list, [...outer, scope, new Map()]);
  }

  private declare(scope: Scope, name: NodeBase | undefined, parameter = false): Variable | undefined {
    if (name?.kind !== 'Ident') return undefined;
    const text = (name as go.Ident).name;
    if (text === '_') return undefined;
    const known = scope.get(text);
    if (known) return known;
    const variable: Variable = { name: text, reads: 0, written: [], parameter };
    scope.set(text, variable);
    this.all.push(variable);
    return variable;
  }

  private list(list: go.Statement[], scopes: Scope[]): void {
    for (const statement of list) this.statement(statement, scopes, list);
  }

  private statement(node: go.Statement, scopes: Scope[], list: go.Statement[]): void {
    const scope = scopes[scopes.length - 1] ?? new Map();
    const inner = (): Scope[] => [...scopes, new Map()];
    switch (node.kind) {
      case 'AssignStmt':
        node.rhs.forEach(one => this.read(one, scopes));
        node.lhs.forEach((target, position) => {
          if (target.kind !== 'Ident') return this.read(target, scopes);
          if (node.op === ':=') {
            const isNew = target.name !== '_' && !scope.has(target.name);
            const made = madeBy.get(node) ?? new Set();
            if (isNew) made.add(target.name);
            madeBy.set(node, made);
            this.declare(scope, target);
          }
          const variable = find(scopes, target.name);
          if (variable && (node.op === '=' || node.op === ':=')) {
            variable.written.push({ node: node as unknown as AnyNode, field: 'lhs', position });
          } else if (variable) variable.reads++;
        });
        return;
      case 'DeclStmt':
        for (const spec of node.decl.specs) {
          if (spec.kind !== 'ValueSpec') continue;
          spec.values.forEach(one => this.read(one, scopes));
          for (const name of spec.names) {
            const variable = this.declare(scope, name);
            if (variable && node.decl.tok === 'var') variable.declaration = { spec, statement: node, list };
            else if (variable) variable.reads++;
          }
        }
        return;
      case 'BlockStmt':
        return this.list(node.list, inner());
      case 'LabeledStmt':
        return this.statement(node.stmt, scopes, list);
      case 'IfStmt': {
        const own = inner();
        if (node.init) this.statement(node.init, own, []);
        this.read(node.cond, own);
        this.list(node.body.list, [...own, new Map()]);
        if (node.else) this.statement(node.else, own, []);
        return;
      }
      case 'ForStmt': {
        const own = inner();
        if (node.init) this.statement(node.init, own, []);
        if (node.cond) this.read(node.cond, own);
        if (node.post) this.statement(node.post, own, []);
        return this.list(node.body.list, [...own, new Map()]);
      }
      case 'RangeStmt':
        return this.range(node, scopes);
      case 'SwitchStmt':
      case 'TypeSwitchStmt':
      case 'SelectStmt': {
        const own = inner();
        if (node.kind !== 'SelectStmt' && node.init) this.statement(node.init, own, []);
        if (node.kind === 'SwitchStmt' && node.tag) this.read(node.tag, own);
        if (node.kind === 'TypeSwitchStmt') {
          this.read(node.x, own);
          const bound = this.declare(own[own.length - 1] ?? new Map(), node.name);
          if (bound) bound.reads++;
        }
        for (const clause of node.cases) {
          if (clause.kind === 'Meta' || clause.kind === 'Bad') continue;
          const body = [...own, new Map()];
          if (clause.kind === 'CaseClause') clause.list.forEach(one => this.read(one, body));
          else if (clause.comm) this.statement(clause.comm, body, []);
          this.list(clause.body, body);
        }
        return;
      }
      default:
        this.read(node, scopes);
    }
  }

  private range(node: go.RangeStmt, scopes: Scope[]): void {
    this.read(node.x, scopes);
    const own: Scope = new Map();
    for (const field of ['key', 'value'] as const) {
      const target = node[field];
      if (!target) continue;
      if (target.kind !== 'Ident') {
        this.read(target, scopes);
        continue;
      }
      const variable = node.tok === ':=' ? this.declare(own, target) : find(scopes, target.name);
      variable?.written.push({ node: node as unknown as AnyNode, field, position: 0 });
    }
    this.list(node.body.list, [...scopes, own, new Map()]);
  }

  private read(node: NodeBase, scopes: Scope[]): void {
    const target = node as go.Node;
    if (target.kind === 'Ident') {
      const variable = find(scopes, target.name);
      if (variable) variable.reads++;
    } else if (target.kind === 'SelectorExpr') this.read(target.x, scopes);
    else if (isStructLiteral(target)) {
      for (const elt of target.elts)
        this.read(elt.kind === 'KeyValueExpr' && elt.key.kind === 'Ident' ? elt.value : elt, scopes);
    } else if (target.kind === 'FuncLit') this.func(target.type, target.body, scopes);
    else forEachChild(node, child => this.read(child, scopes));
  }
}

function find(scopes: readonly Scope[], name: string): Variable | undefined {
  for (let i = scopes.length - 1; i >= 0; i--) {
    const variable = scopes[i]?.get(name);
    if (variable) return variable;
  }
  return undefined;
}

function blank(node: AnyNode, field: string, position: number, name: string): void {
  const target = node as unknown as go.AssignStmt | go.RangeStmt;
  if (target.kind === 'AssignStmt') {
    target.lhs[position] = ident('_');
    const made = madeBy.get(target);
    made?.delete(name);
    if (made?.size === 0) target.op = '=';
    // `_ = nil` has no type and does not compile; it does nothing either.
    target.rhs = target.rhs.map(one => (one.kind === 'Ident' && one.name === 'nil' ? bool(false) : one));
    return;
  }
  if (field === 'value') delete target.value;
  else if (target.value) target.key = ident('_');
  else {
    delete target.key;
    delete target.tok;
  }
  if (target.key?.kind === 'Ident' && target.key.name === '_' && !target.value) {
    delete target.key;
    delete target.tok;
  }
}

function removeSpec({ spec, statement, list }: NonNullable<Variable['declaration']>, name: string): void {
  const values = spec.values;
  if (values.length > 0) {
    list.splice(list.indexOf(statement), 1, {
      kind: 'AssignStmt',
      start: -1,
      end: -1,
      lhs: spec.names.map(() => ident('_')),
      op: '=',
      rhs: values,
    });
    return;
  }
  spec.names = spec.names.filter(one => !(one.kind === 'Ident' && one.name === name));
  const at = list.indexOf(statement);
  if (spec.names.length === 0 && at >= 0) list.splice(at, 1);
}
