/**
 * While a function is written, a fresh name gets a number as soon as its word was used anywhere before. Once all scopes
 * are known, most of the numbers say nothing: `item3` of one loop may be called `item` beside the `item` of another.
 */
import type * as go from '../../syntax/go/ast';
import { forEachChild, walk, type NodeBase } from '../../syntax/node';
import { importPathOf } from '../goNodes';
import { avoidGoWords, goName } from '../names';
import { isStructLiteral } from './access';

interface Variable {
  name: string;
  scope: Scope;
  /** Every place of the name, with the scope in which it stands. */
  uses: { node: go.Ident; scope: Scope }[];
  /** A node that stands in the tree for two variables can have one name only. */
  fixed: boolean;
}

/** Mentioned, but declared outside of the function. */
const outside = 'outside';

class Scope {
  readonly variables = new Map<string, Variable>();
  /** What the names in this scope and in those inside of it mean. */
  readonly mentions = new Map<string, Set<Variable | typeof outside>>();

  constructor(readonly parent?: Scope) {}

  find(name: string): Variable | undefined {
    return this.variables.get(name) ?? this.parent?.find(name);
  }

  mention(name: string, meant: Variable | typeof outside): void {
    const known = this.mentions.get(name);
    if (known) known.add(meant);
    else this.mentions.set(name, new Set([meant]));
    this.parent?.mention(name, meant);
  }

  isIn(other: Scope): boolean {
    return this === other || (this.parent?.isIn(other) ?? false);
  }
}

/**
 * Gives the variables of all functions the lowest number that their scopes allow; numbers that the user's text has
 * stay. Changes the nodes in place.
 */
export function lowerNumbers(nodes: readonly NodeBase[], userText: string): void {
  const kept = new Set([...userText.matchAll(/\b[A-Za-z_]\w*\d\b/g)].map(([name]) => goName(name, 'variable')));
  const packages = new Set<string>();
  for (const root of nodes) {
    walk(root, node => {
      if (node.kind === 'Ident' && importPathOf(node as unknown as go.Ident) !== undefined) {
        packages.add(String(node['name']));
      }
    });
  }
  // All functions are read before the first name changes: they may share nodes.
  const resolver = new Resolver();
  for (const node of nodes) {
    if (node.kind !== 'FuncDecl') continue;
    const { recv, type, body } = node as go.FuncDecl;
    if (body) resolver.func([...(recv ? [recv] : []), ...type.params, ...type.results], body, new Scope());
  }
  for (const variable of resolver.all) {
    const [, word, number] = /^(.*[A-Za-z])(\d+)$/.exec(variable.name) ?? [];
    if (word === undefined || variable.fixed || kept.has(variable.name)) continue;
    const name = freeName(variable, word, Number(number), packages);
    if (name !== undefined) rename(variable, name);
  }
}

function freeName(variable: Variable, word: string, number: number, packages: ReadonlySet<string>): string | undefined {
  for (let next = 1; next < number; next++) {
    const name = next === 1 ? word : `${word}${next}`;
    if (avoidGoWords(name) === name && !packages.has(name) && isFree(variable, name)) return name;
  }
  return undefined;
}

function isFree(variable: Variable, name: string): boolean {
  const { scope, uses } = variable;
  if (scope.variables.has(name)) return false;
  for (const meant of scope.mentions.get(name) ?? []) {
    if (meant === outside || meant.scope === scope || !meant.scope.isIn(scope)) return false;
  }
  return uses.every(use => {
    for (let at: Scope | undefined = use.scope; at && at !== scope; at = at.parent) {
      if (at.variables.has(name)) return false;
    }
    return true;
  });
}

function rename(variable: Variable, name: string): void {
  variable.scope.variables.delete(variable.name);
  variable.scope.variables.set(name, variable);
  for (const { node, scope } of variable.uses) {
    for (let at: Scope | undefined = scope; at; at = at.parent) at.mentions.get(variable.name)?.delete(variable);
    scope.mention(name, variable);
    node.name = name;
  }
  variable.name = name;
}

class Resolver {
  readonly all: Variable[] = [];
  private readonly meanings = new Map<NodeBase, Variable | typeof outside>();

  /** Parameters and the body's own variables share one block. */
  func(fields: readonly NodeBase[], body: go.BlockStmt, scope: Scope): void {
    for (const one of fields) {
      if (one.kind !== 'Field') continue;
      const field = one as go.Field;
      this.visit(field.type, scope);
      for (const name of field.names) this.declare(scope, name);
    }
    this.list(body.list, scope);
  }

  private declare(scope: Scope, name: NodeBase | undefined): void {
    if (name?.kind !== 'Ident') return;
    const node = name as go.Ident;
    if (node.name === '_') return;
    if (!scope.variables.has(node.name)) {
      const variable: Variable = { name: node.name, scope, uses: [], fixed: false };
      scope.variables.set(node.name, variable);
      this.all.push(variable);
    }
    this.use(node, scope);
  }

  private use(node: go.Ident, scope: Scope): void {
    const meant = scope.find(node.name) ?? outside;
    const before = this.meanings.get(node);
    if (before !== undefined && before !== meant) {
      for (const one of [before, meant]) if (one !== outside) one.fixed = true;
    }
    this.meanings.set(node, meant);
    scope.mention(node.name, meant);
    if (meant !== outside) meant.uses.push({ node, scope });
  }

  private list(list: readonly NodeBase[], scope: Scope): void {
    for (const statement of list) this.visit(statement, scope);
  }

  private visit(given: NodeBase | undefined, scope: Scope): void {
    const node = given as go.Node | undefined;
    if (!node) return;
    if (isStructLiteral(node)) {
      this.visit(node.type, scope);
      for (const elt of node.elts) {
        this.visit(elt.kind === 'KeyValueExpr' && elt.key.kind === 'Ident' ? elt.value : elt, scope);
      }
      return;
    }
    switch (node.kind) {
      case 'Ident':
        return this.use(node, scope);
      case 'SelectorExpr':
        return this.visit(node.x, scope);
      case 'BranchStmt':
        return;
      case 'LabeledStmt':
        return this.visit(node.stmt, scope);
      case 'FuncLit':
        return this.func([...node.type.params, ...node.type.results], node.body, new Scope(scope));
      case 'FuncType':
        for (const one of [...node.params, ...node.results]) {
          if (one.kind === 'Field') this.visit(one.type, scope);
        }
        return;
      case 'AssignStmt':
        this.list(node.rhs, scope);
        for (const target of node.lhs) {
          if (node.op === ':=' && target.kind === 'Ident') this.declare(scope, target);
          else this.visit(target, scope);
        }
        return;
      case 'DeclStmt':
        for (const spec of node.decl.specs) {
          if (spec.kind === 'ValueSpec') {
            this.visit(spec.type, scope);
            this.list(spec.values, scope);
            for (const name of spec.names) this.declare(scope, name);
          } else if (spec.kind === 'TypeSpec') {
            this.declare(scope, spec.name);
            this.visit(spec.type, scope);
          }
        }
        return;
      case 'BlockStmt':
        return this.list(node.list, new Scope(scope));
      case 'IfStmt': {
        const own = new Scope(scope);
        this.visit(node.init, own);
        this.visit(node.cond, own);
        this.visit(node.body, own);
        return this.visit(node.else, own);
      }
      case 'ForStmt': {
        const own = new Scope(scope);
        for (const part of [node.init, node.cond, node.post, node.body]) this.visit(part, own);
        return;
      }
      case 'RangeStmt': {
        this.visit(node.x, scope);
        const own = new Scope(scope);
        for (const target of [node.key, node.value]) {
          if (node.tok === ':=') this.declare(own, target);
          else this.visit(target, own);
        }
        return this.visit(node.body, own);
      }
      case 'SwitchStmt':
      case 'TypeSwitchStmt':
      case 'SelectStmt':
        return this.choice(node, new Scope(scope));
      default:
        forEachChild(node, child => this.visit(child, scope));
    }
  }

  private choice(node: go.SwitchStmt | go.TypeSwitchStmt | go.SelectStmt, own: Scope): void {
    if (node.kind !== 'SelectStmt') this.visit(node.init, own);
    if (node.kind === 'SwitchStmt') this.visit(node.tag, own);
    if (node.kind === 'TypeSwitchStmt') {
      this.visit(node.x, own);
      this.declare(own, node.name);
    }
    for (const clause of node.cases) {
      if (clause.kind === 'Meta' || clause.kind === 'Bad') continue;
      const inner = new Scope(own);
      if (clause.kind === 'CaseClause') this.list(clause.list, own);
      else this.visit(clause.comm, inner);
      this.list(clause.body, inner);
    }
  }
}
