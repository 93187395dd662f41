/**
 * Methods that change a number or a text through their receiver: Python's cannot be changed, so the method gives the
 * new value first, and who calls it keeps that.
 */
import * as t from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk, type AnyNode, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { assign, name, none, returns, tuple } from './build';
import { gap, variableOf, type Context, type Value } from './context';
import { ends } from './guards';
import { freshName, noteWrite } from './naming';
import type { Program } from './program';
import type { Typing } from './typing';
import { declaredFunction } from './usage';

export interface Receivers {
  /** The method gives the new value of its receiver. */
  changes(node: go.FuncDecl | undefined): boolean;
}

export function findReceivers(program: Program, typing: Typing): Receivers {
  const { bindings } = program;
  const changing = new Set<go.FuncDecl>();
  const methods = [...program.types.values()]
    .filter(info => info.form === 'scalar' || info.form === 'enum')
    .flatMap(info => [...info.methods.values()].filter(node => node.recv?.type.kind === 'StarExpr'));
  if (methods.length === 0) return { changes: () => false };

  const receiverVariable = (node: go.FuncDecl) => {
    const own = node.recv?.names[0];
    return own && bindings.variable(own);
  };

  /** `*p`, where `p` is the receiver of the method. */
  const isPointed = (node: NodeBase, method: go.FuncDecl): boolean =>
    node.kind === 'StarExpr' && bindings.variable(node['x' as never]) === receiverVariable(method);

  function writes(method: go.FuncDecl): boolean {
    let found = false;
    if (!method.body || !receiverVariable(method)) return false;
    walk(method.body, node => {
      const targets =
        node.kind === 'AssignStmt'
          ? (node['lhs'] as NodeBase[])
          : node.kind === 'IncDecStmt'
            ? [node['x'] as NodeBase]
            : [];
      if (targets.some(target => isPointed(target, method))) found = true;
      if (node.kind !== 'CallExpr') return;
      const call = node as unknown as go.CallExpr;
      const callee = declaredFunction(program, typing, call);
      if (callee && changing.has(callee) && isOn(call, method)) found = true;
    });
    return found;
  }

  const isOn = ({ fun }: go.CallExpr, method: go.FuncDecl): boolean =>
    fun.kind === 'SelectorExpr' && bindings.variable(fun.x) === receiverVariable(method);

  for (let before = -1; before !== changing.size;) {
    before = changing.size;
    for (const method of methods) if (!changing.has(method) && writes(method)) changing.add(method);
  }

  /** The receiver is only looked at, written and called: nobody keeps its address. */
  const staysInside = (method: go.FuncDecl): boolean =>
    (receiverVariable(method)?.uses ?? []).every(use => {
      if (use === receiverVariable(method)?.ident) return true;
      const parent = bindings.parent(use);
      if (bindings.functionOf(use) !== method) return false;
      return parent?.kind === 'StarExpr' || isCallee(parent);
    });

  const isCallee = (node: AnyNode | undefined): boolean => {
    const call = node?.kind === 'SelectorExpr' ? bindings.parent(node) : undefined;
    return call?.kind === 'CallExpr' && call['fun'] === node;
  };

  const refused = refusedNames(program);
  for (const root of program.roots) {
    walk(root, (node, parent) => {
      if (node.kind === 'SelectorExpr' && !isCallee(node) && !isCalled(parent, node)) {
        // A method as a value.
        const { x, sel } = node as unknown as go.SelectorExpr;
        if (sel.kind === 'Ident' && typing.packageOf(x) === undefined && typing.method(typing.of(x), sel.name))
          refused.add(sel.name);
      }
      if (node.kind === 'UnaryExpr' && node['op'] === '&' && !isKeptAsPointer(parent, node)) {
        const info = typing.info(typing.of(node['x'] as go.Expression));
        for (const id of info?.methods.keys() ?? []) refused.add(id);
      }
    });
  }

  /** The address goes where a pointer is wanted, not an interface. */
  function isKeptAsPointer(parent: AnyNode | undefined, node: NodeBase): boolean {
    if (parent?.kind === 'AssignStmt') return parent['op'] === ':=';
    if (parent?.kind !== 'CallExpr') return false;
    const call = parent as unknown as go.CallExpr;
    const at = call.args.indexOf(node as go.Expression);
    return (
      declaredFunction(program, typing, call) !== undefined &&
      typing.signature(call)?.params[at]?.type.kind === 'pointer'
    );
  }

  const nameOfMethod = (node: go.FuncDecl): string => (node.name.kind === 'Ident' ? node.name.name : '_');
  const answer = new Set([...changing].filter(node => staysInside(node) && !refused.has(nameOfMethod(node))));
  return { changes: node => node !== undefined && answer.has(node) };
}

const isCalled = (parent: AnyNode | undefined, node: NodeBase): boolean =>
  parent?.kind === 'CallExpr' && parent['fun'] === node;

/** Methods of interfaces: who calls them knows nothing of the new value. */
function refusedNames(program: Program): Set<string> {
  const names = new Set<string>(['Set', 'UnmarshalJSON', 'UnmarshalText', 'Write', 'Scan']);
  const libraries = [...program.imports.values()];
  if (!libraries.includes('flag')) names.delete('Set');
  for (const type of program.types.values()) {
    if (type.spec.type.kind !== 'InterfaceType') continue;
    for (const member of type.spec.type.methods)
      if (member.kind === 'Field') for (const one of member.names) if (one.kind === 'Ident') names.add(one.name);
  }
  return names;
}

/** The body of such a method: each `return` gives the receiver first. */
export function givingReceiver(cx: Context, node: go.FuncDecl, body: py.Body): py.Body {
  const self = name('self');
  const { results } = cx.fn;
  walkReturns(body, one => {
    if (!one.value || results.length === 0) one.value = self;
    else if (results.length > 1 && one.value.kind !== 'Tuple')
      gap('results that are handed on with the receiver', node);
    else one.value = tuple(self, ...(one.value.kind === 'Tuple' ? one.value.elts : [one.value]));
  });
  const last = body.at(-1);
  const isOpen = node.body && results.length === 0 && !(ends(node.body) && last?.kind === 'Return');
  const written = body.filter(one => one.kind !== 'Pass' || one.comments);
  return isOpen && last?.kind !== 'Return' ? [...written, returns(self)] : body;
}

function walkReturns(body: py.Body, visit: (node: py.Return) => void): void {
  for (const one of body)
    walk(one, at => {
      if (at.kind === 'FunctionDef' || at.kind === 'Lambda' || at.kind === 'ClassDef') return false;
      if (at.kind === 'Return') visit(at as unknown as py.Return);
    });
}

/** A call of such a method: what it gives first goes to where the receiver is kept. */
export function changedReceiver(cx: Context, node: go.CallExpr, made: Value): Value {
  if (!canStandBefore(cx, node))
    return gap(
      'a method that changes a number or a text through its receiver, called where no statement can stand',
      node,
    );
  const { value } = made;
  const place = value.kind === 'Call' && value.func.kind === 'Attribute' ? value.func.value : undefined;
  if (!place || !/^(Name|Attribute|Subscript)$/.test(place.kind))
    return gap('a method that changes a number or a text through its receiver', node);
  const variable = node.fun.kind === 'SelectorExpr' ? variableOf(cx, node.fun.x) : undefined;
  if (variable && place.kind === 'Name' && variable.kind !== 'receiver') noteWrite(cx, variable);
  const elts = made.type.kind === 'none' ? [] : made.type.kind === 'tuple' ? made.type.elts : [made.type];
  const isDropped = cx.program.bindings.parent(node)?.kind === 'ExprStmt';
  const names = elts.map(() => name(isDropped ? '_' : freshName(cx, 'value')));
  const step = assign(names.length === 0 ? place : tuple(place, ...names), value);
  return {
    before: [...made.before, step],
    value: names.length === 0 || isDropped ? none() : names.length === 1 ? names[0]! : tuple(...names),
    type: names.length === 0 ? t.none : made.type,
    pure: true,
  };
}

/** Whether a statement before the one around the call is run exactly when the call is. */
function canStandBefore(cx: Context, node: go.CallExpr): boolean {
  let child: NodeBase = node;
  for (let at = cx.program.bindings.parent(node); at; at = cx.program.bindings.parent(at)) {
    if (at.kind === 'BinaryExpr' && /^(&&|\|\|)$/.test(String(at['op'])) && at['y'] === child) return false;
    if (
      at.kind === 'CallExpr' &&
      (at['args'] as go.Expression[]).some(arg => arg.start < node.start && asksReceiver(cx, arg, node))
    )
      return false;
    if (/^(GoStmt|DeferStmt|CaseClause|CommClause|ForStmt)$/.test(at.kind)) return isBody(at, child);
    if (/(Stmt|Lit|Decl)$/.test(at.kind) && at.kind !== 'CompositeLit') return true;
    child = at;
  }
  return true;
}

/** A call that stands before asks the receiver for something that this one changes. */
function asksReceiver(cx: Context, arg: go.Expression, node: go.CallExpr): boolean {
  const receiver = node.fun.kind === 'SelectorExpr' ? variableOf(cx, node.fun.x) : undefined;
  let asks = false;
  walk(arg, at => {
    if (at.kind !== 'CallExpr' || at === (node as unknown)) return;
    const other = at as unknown as go.CallExpr;
    if (cx.receivers.changes(declaredFunction(cx.program, cx.typing, other))) return;
    walk(
      at,
      inner => void (inner.kind === 'Ident' && cx.program.bindings.variable(inner) === receiver && (asks = true)),
    );
  });
  return asks;
}

const isBody = (node: AnyNode, child: NodeBase): boolean =>
  node.kind === 'CaseClause' || node.kind === 'CommClause'
    ? (node['body'] as unknown[]).includes(child)
    : node['body'] === child || node['init'] === child;
