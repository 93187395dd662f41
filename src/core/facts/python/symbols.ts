/** One pass over a unit: which names it declares, reads and changes, in the scopes that Python has. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { childrenOf } from '../tree';
import { originOf, type Binding, type PythonScope, type Step, type UnitSymbols } from './bindings';
import { UnitScopes, type Declare } from './scopes';

type Where = PythonScope | undefined;

const cache = new WeakMap<NodeBase, UnitSymbols>();

/** The symbols of a unit, from memory where the unit was seen before. */
export function unitSymbols(unit: NodeBase): UnitSymbols {
  let known = cache.get(unit);
  if (!known) {
    const pass = new SymbolPass();
    pass.visit(unit, undefined);
    cache.set(unit, (known = pass.scopes.finish()));
  }
  return known;
}

class SymbolPass {
  readonly scopes = new UnitScopes();

  visit(node: NodeBase, scope: Where): void {
    const n = node as py.Node;
    switch (n.kind) {
      case 'Name':
        return this.scopes.read(n, scope);
      case 'Attribute':
        this.noteAttribute(n);
        return this.visit(n.value, scope);
      case 'FunctionDef':
        return this.visitFunction(n, scope);
      case 'Lambda':
        return this.visitLambda(n, scope);
      case 'ClassDef':
        return this.visitClass(n, scope);
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
      case 'DictComp':
        return this.visitComprehension(n, scope);
      case 'Import':
      case 'ImportFrom':
        return this.visitImport(n, scope);
      case 'Global':
        return this.scopes.elsewhere(n.names, scope, 'global');
      case 'Nonlocal':
        return this.scopes.elsewhere(n.names, scope, 'nonlocal');
      case 'Keyword':
        return this.visit(n.value, scope);
      case 'MatchKeyword':
        return this.visit(n.pattern, scope);
      default:
        this.visitBinding(n, scope);
    }
  }

  private visitAll(nodes: readonly NodeBase[], scope: Where): void {
    for (const node of nodes) this.visit(node, scope);
  }

  private visitBinding(n: py.Node, scope: Where): void {
    switch (n.kind) {
      case 'Assign':
        this.visit(n.value, scope);
        for (const target of n.targets)
          this.target(target, scope, n, path => ({ kind: 'value', value: n.value, path }));
        return;
      case 'AugAssign':
        this.visit(n.value, scope);
        return this.target(n.target, scope, n, () => ({ kind: 'augmented', node: n }));
      case 'AnnAssign':
        return this.visitAnnotated(n, scope);
      case 'NamedExpr': {
        const { value } = n;
        this.visit(value, scope);
        let outside = scope;
        while (outside?.kind === 'comprehension') outside = outside.parent;
        return this.target(n.target, outside, n, path => ({ kind: 'value', value, path }));
      }
      case 'For':
        this.visit(n.iter, scope);
        this.target(n.target, scope, n, path => ({ kind: 'element', of: n.iter, async: n.async, path }));
        this.visitAll(n.body, scope);
        return this.visitAll(n.orelse, scope);
      case 'With':
        for (const item of n.items) {
          if (item.kind !== 'WithItem') continue;
          this.visit(item.context, scope);
          if (!item.target) continue;
          const { context } = item;
          this.target(item.target, scope, item, path => ({ kind: 'enter', context, async: n.async, path }));
        }
        return this.visitAll(n.body, scope);
      case 'Delete':
        for (const target of n.targets) this.target(target, scope, n, () => ({ kind: 'deleted' }));
        return;
      case 'Try':
        this.visitAll(n.body, scope);
        for (const handler of n.handlers)
          if (handler.kind === 'ExceptHandler') this.visitHandler(handler, n.star, scope);
        this.visitAll(n.orelse, scope);
        return this.visitAll(n.finalbody, scope);
      case 'Match':
        return this.visitMatch(n, scope);
      case 'TypeAlias': {
        const inner = this.typeParams(n.typeParams, n, scope);
        this.visit(n.value, inner);
        return this.declare(n.name, scope, { kind: 'alias', node: n }, 'class', n);
      }
      default:
        return this.visitAll(childrenOf(n), scope);
    }
  }

  private visitAnnotated(n: py.AnnAssign, scope: Where): void {
    this.visit(n.annotation, scope);
    const { value } = n;
    if (value) this.visit(value, scope);
    this.target(n.target, scope, n, () => ({
      kind: 'annotated',
      annotation: n.annotation,
      hasValue: value !== undefined,
    }));
    if (value) this.target(n.target, scope, n, path => ({ kind: 'value', value, path }));
  }

  private visitHandler(n: py.ExceptHandler, star: boolean, scope: Where): void {
    if (n.type) this.visit(n.type, scope);
    if (n.name) this.declare(n.name, scope, { kind: 'caught', type: n.type, star }, 'variable', n);
    this.visitAll(n.body, scope);
  }

  private visitFunction(n: py.FunctionDef, scope: Where): void {
    this.scopes.result.functions.push(n);
    this.visitAll(n.decorators, scope);
    this.declare(n.name, scope, { kind: 'function', node: n }, 'function', n);
    const around = this.typeParams(n.typeParams, n, scope);
    // The scope of the type parameters was noted for the node; the function's own takes its place.
    const inner = this.scopes.open('function', n, around);
    this.params(n.params, n, around, inner);
    if (n.returns) this.visit(n.returns, around);
    this.visitAll(n.body, inner);
  }

  private visitLambda(n: py.Lambda, scope: Where): void {
    this.scopes.result.functions.push(n);
    const inner = this.scopes.open('function', n, scope);
    this.params(n.params, n, scope, inner);
    this.visit(n.body, inner);
  }

  private params(
    params: readonly py.Param[],
    func: py.FunctionDef | py.Lambda,
    around: Where,
    inner: PythonScope,
  ): void {
    for (const param of params) {
      if (param.kind !== 'Param') continue;
      if (param.annotation) this.visit(param.annotation, around);
      if (param.default) this.visit(param.default, around);
      if (param.name) this.declare(param.name, inner, { kind: 'parameter', param, func }, 'parameter', param);
    }
  }

  private typeParams(params: readonly (py.TypeParam | py.Meta)[], node: NodeBase, scope: Where): Where {
    if (params.length === 0) return scope;
    const inner = this.scopes.open('block', node, scope);
    for (const param of params) {
      if (param.kind !== 'TypeParam') continue;
      if (param.bound) this.visit(param.bound, inner);
      if (param.default) this.visit(param.default, inner);
      this.declare(param.name, inner, { kind: 'typevar', node: param }, 'typevar', param);
    }
    return inner;
  }

  private visitClass(n: py.ClassDef, scope: Where): void {
    this.scopes.result.classes.push(n);
    this.visitAll(n.decorators, scope);
    this.declare(n.name, scope, { kind: 'class', node: n }, 'class', n);
    const around = this.typeParams(n.typeParams, n, scope);
    this.visitAll(n.bases, around);
    this.visitAll(n.body, this.scopes.open('class', n, around));
  }

  private visitComprehension(n: py.ListComp | py.SetComp | py.GeneratorExp | py.DictComp, scope: Where): void {
    const inner = this.scopes.open('comprehension', n, scope);
    n.generators.forEach((generator, i) => {
      if (generator.kind !== 'Comprehension') return;
      // The first iterable is looked up outside; `[x for x in x]` reads an outer x.
      this.visit(generator.iter, i === 0 ? scope : inner);
      const { iter, async } = generator;
      this.target(generator.target, inner, generator, path => ({ kind: 'element', of: iter, async, path }));
      this.visitAll(generator.ifs, inner);
    });
    if (n.kind === 'DictComp') {
      this.visit(n.key, inner);
      this.visit(n.value, inner);
    } else this.visit(n.elt, inner);
  }

  private visitMatch(n: py.Match, scope: Where): void {
    this.visit(n.subject, scope);
    for (const one of n.cases) {
      if (one.kind !== 'MatchCase') continue;
      this.capture(one.pattern, one.pattern, n.subject, scope);
      if (one.guard) this.visit(one.guard, scope);
      this.visitAll(one.body, scope);
    }
  }

  private capture(node: NodeBase, pattern: py.MatchPattern, subject: py.Expression, scope: Where): void {
    const n = node as py.Node;
    const name =
      n.kind === 'MatchAs' || n.kind === 'MatchStar' ? n.name : n.kind === 'MatchMapping' ? n.rest : undefined;
    if (name) this.declare(name, scope, { kind: 'captured', subject, pattern, name }, 'variable', n);
    for (const child of childrenOf(n)) {
      if (child === (name as NodeBase | undefined)) continue;
      if (child.kind.startsWith('Match')) {
        if (child.kind === 'MatchKeyword')
          this.capture((child as unknown as py.MatchKeyword).pattern, pattern, subject, scope);
        else this.capture(child, pattern, subject, scope);
      } else this.visit(child, scope);
    }
  }

  private visitImport(n: py.Import | py.ImportFrom, scope: Where): void {
    const from = n.kind === 'ImportFrom' ? '.'.repeat(n.level) + n.module : undefined;
    for (const alias of n.names) {
      if (from !== undefined && alias.name === '*') {
        this.scopes.result.starImports.push(from);
        continue;
      }
      const local = alias.asname ?? (from === undefined ? alias.name.split('.')[0]! : alias.name);
      // `import a.b` binds `a`; with a name of its own it binds the whole path.
      const module = from ?? (alias.asname ? alias.name : local);
      const how: Declare = {
        kind: 'import',
        declaration: alias,
        import: from === undefined ? { module } : { module, name: alias.name },
      };
      this.scopes.bind(local, scope, { kind: 'import', alias }, how);
    }
  }

  private declare(name: py.Identifier, scope: Where, binding: Binding, kind: Declare['kind'], node: NodeBase): void {
    if (name.kind !== 'Name') return;
    originOf.set(binding, { name, declaration: node });
    this.scopes.bind(name.id, scope, binding, { kind, use: name, declaration: node });
  }

  /** What stands left of `=`, or in any other place that gives values. */
  private target(
    node: py.Expression,
    scope: Where,
    statement: NodeBase,
    make: (path: readonly Step[]) => Binding,
    path: readonly Step[] = [],
  ): void {
    switch (node.kind) {
      case 'Name':
        return this.declare(node, scope, make(path), 'variable', statement);
      case 'Tuple':
      case 'List':
        return this.unpack(node.elts, scope, statement, make, path);
      case 'Starred':
        return this.target(node.value, scope, statement, make, path);
      case 'Attribute':
        this.noteAttribute(node);
        this.visit(node.value, scope);
        if (node.value.kind === 'Name' && node.attr.kind === 'Name') {
          const binding = make(path);
          this.scopes.result.attributeBindings.push({ owner: node.value, name: node.attr.id, node, binding });
        }
        return;
      default:
        return this.visit(node, scope);
    }
  }

  private unpack(
    elts: readonly py.Expression[],
    scope: Where,
    statement: NodeBase,
    make: (path: readonly Step[]) => Binding,
    path: readonly Step[],
  ): void {
    const star = elts.findIndex(elt => elt.kind === 'Starred');
    elts.forEach((elt, i) => {
      let step: Step;
      if (star < 0 || i < star) step = { index: i, of: elts.length };
      else if (i === star) step = { rest: true, before: star, after: elts.length - star - 1 };
      else step = { index: i - elts.length, of: elts.length };
      this.target(elt, scope, statement, make, [...path, step]);
    });
  }

  private noteAttribute(node: py.Attribute): void {
    if (node.attr.kind !== 'Name') return;
    const { attributes } = this.scopes.result;
    const known = attributes.get(node.attr.id);
    if (known) known.push(node);
    else attributes.set(node.attr.id, [node]);
  }
}
