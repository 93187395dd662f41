/**
 * Which functions give their error as a value, as Go does. Most raise it; one whose other results are read although
 * there is an error cannot, nor can one whose deferred function looks at the error that is about to be given.
 */
import type * as go from '../../syntax/go/ast';
import { walk, type AnyNode, type NodeBase } from '../../syntax/node';
import { isFallible } from './exceptions';
import { ends } from './guards';
import type { Program } from './program';
import type { FunctionNode, Variable } from './symbols';
import type { Typing } from './typing';
import { declaredFunction } from './usage';

export interface ErrorModes {
  /** The function gives its error among its results instead of raising it. */
  givesError(node: FunctionNode): boolean;
  /** The same of what a call calls: a method of an interface stands for all methods of its name. */
  callGivesError(call: go.CallExpr): boolean;
  /** Results beside an error are given, and may be read by callers that cannot be seen. */
  losesResults(node: FunctionNode): boolean;
  /** A function is handed on as a value, so that not all its calls can be seen. */
  isUsedAsValue(name: string): boolean;
  /** The same of a method of an interface. */
  methodGivesError(name: string): boolean;
}

export function findErrorModes(program: Program, typing: Typing): ErrorModes {
  const { bindings } = program;
  const functions: go.FuncDecl[] = [];
  const methodNames = new Set<string>();
  const calls = new Map<string, go.CallExpr[]>();
  const asValues = new Set<string>();
  for (const type of program.types.values()) {
    if (type.spec.type.kind !== 'InterfaceType') continue;
    for (const member of type.spec.type.methods)
      if (member.kind === 'Field') for (const one of member.names) if (one.kind === 'Ident') methodNames.add(one.name);
  }

  /** Functions of one key share their way: the methods of one name that an interface has. */
  function keyOf(node: go.FuncDecl): string {
    const own = node.name.kind === 'Ident' ? node.name.name : '_';
    if (!node.recv) return own;
    return methodNames.has(own) ? `.${own}` : `${receiverName(node)}.${own}`;
  }

  function keyOfCall(call: go.CallExpr): string | undefined {
    const declared = declaredFunction(program, typing, call);
    if (declared) return keyOf(declared);
    const { fun } = call;
    if (fun.kind !== 'SelectorExpr' || fun.sel.kind !== 'Ident' || typing.packageOf(fun.x) !== undefined)
      return undefined;
    return methodNames.has(fun.sel.name) && typing.method(typing.of(fun.x), fun.sel.name)
      ? `.${fun.sel.name}`
      : undefined;
  }

  for (const root of program.roots) {
    if (root.kind === 'FuncDecl' && root.body && isFallible(typing.functionType(root.type))) functions.push(root);
    walk(root, (node, parent) => {
      if (node.kind === 'CallExpr') {
        const key = keyOfCall(node as unknown as go.CallExpr);
        if (key !== undefined) calls.set(key, [...(calls.get(key) ?? []), node as unknown as go.CallExpr]);
      } else if (node.kind === 'Ident' && !isCallee(parent, node)) {
        if (bindings.variable(node)?.kind === 'func' && parent?.kind !== 'FuncDecl') asValues.add(String(node['name']));
      } else if (node.kind === 'SelectorExpr' && !isCallee(parent, node)) {
        const { x, sel } = node as unknown as go.SelectorExpr;
        if (sel.kind !== 'Ident' || typing.packageOf(x) !== undefined) return;
        const method = typing.isType(x)
          ? typing.method(typing.fromSyntax(x), sel.name)
          : typing.method(typing.of(x), sel.name);
        if (method?.node) asValues.add(keyOf(method.node));
        else if (method) asValues.add(`.${sel.name}`);
      }
    });
  }

  const both = new Set<string>();
  for (const node of functions) if (givesBoth(node)) both.add(keyOf(node));
  // What is handed on is given as well.
  for (let before = -1; before !== both.size;) {
    before = both.size;
    for (const node of functions) if (handsOn(node).some(key => both.has(key))) both.add(keyOf(node));
  }
  const valued = new Set<string>();
  for (const node of functions) {
    const key = keyOf(node);
    if (asValues.has(key)) continue;
    const isRead = (calls.get(key) ?? []).some(call => readsOnFailure(call) && (both.has(key) || isSpread(call)));
    if (isRead || defersOnError(node)) valued.add(key);
  }
  // Who only hands on what such a function gives has to give both as well, where its own callers read both.
  for (let before = -1; before !== valued.size;) {
    before = valued.size;
    for (const node of functions) {
      const key = keyOf(node);
      if (valued.has(key) && !asValues.has(key))
        for (const inner of handsOn(node)) if (both.has(inner) && !asValues.has(inner)) valued.add(inner);
    }
  }

  return {
    givesError: node => node.kind === 'FuncDecl' && valued.has(keyOf(node)),
    callGivesError(call) {
      const key = valued.size > 0 ? keyOfCall(call) : undefined;
      return key !== undefined && valued.has(key);
    },
    losesResults: node => node.kind === 'FuncDecl' && both.has(keyOf(node)) && asValues.has(keyOf(node)),
    isUsedAsValue: name => asValues.has(name),
    methodGivesError: name => valued.has(`.${name}`),
  };

  /** Some `return` gives both an error and something else than zero values. */
  function givesBoth(node: go.FuncDecl): boolean {
    if (typing.functionType(node.type).result.kind !== 'tuple') return false;
    let found = false;
    walk(node.body!, at => {
      if (at.kind === 'FuncLit' || found) return false;
      if (at.kind !== 'ReturnStmt') return;
      const { results } = at as unknown as go.ReturnStmt;
      const failure = results.at(-1);
      if (!failure) {
        const named = namedResults(node);
        const error = named.at(-1);
        found ||= error !== undefined && isSet(error) && named.slice(0, -1).some(isSet) && !isNilHere(at, error);
      } else if (results.length > 1 && !isNil(failure) && results.slice(0, -1).some(one => !isZero(one))) {
        const variable = bindings.variable(failure);
        found ||= !variable || !(isNilHere(at, variable) || comesWith(variable, results.slice(0, -1)));
      }
    });
    return found;
  }

  function isSet(variable: Variable): boolean {
    return variable.definitions.some(one => one.how !== 'declare' || one.value);
  }

  function namedResults(node: FunctionNode): Variable[] {
    return node.type.results.flatMap(field =>
      field.kind === 'Field' ? field.names.flatMap(ident => bindings.variable(ident) ?? []) : [],
    );
  }

  /** `v, err := f(); return v, err`: what is given is what `f` gave. */
  function comesWith(err: Variable, values: readonly go.Expression[]): boolean {
    return values.every(value => {
      const variable = bindings.variable(value);
      return (
        variable !== undefined &&
        variable.definitions.length > 0 &&
        variable.definitions.every(
          one => one.index !== undefined && err.definitions.some(other => other.value === one.value),
        ) &&
        err.definitions.every(one => one.index !== undefined)
      );
    });
  }

  /** The functions whose results a function gives as they are. */
  function handsOn(node: go.FuncDecl): string[] {
    const keys: string[] = [];
    const add = (value: go.Expression | undefined): void => {
      const key = value?.kind === 'CallExpr' ? keyOfCall(value) : undefined;
      if (key !== undefined) keys.push(key);
    };
    walk(node.body!, at => {
      if (at.kind === 'FuncLit') return false;
      if (at.kind !== 'ReturnStmt') return;
      const { results } = at as unknown as go.ReturnStmt;
      if (results.length === 1) add(results[0]);
      const variable = bindings.variable(results.at(-1) ?? at);
      if (results.length > 1 && variable && comesWith(variable, results.slice(0, -1)) && !isNilHere(at, variable))
        for (const one of variable.definitions) add(one.value);
    });
    return keys;
  }

  /** `if err != nil { return … }` stands before, and nothing has given it a value since. */
  function isNilHere(node: NodeBase, err: Variable): boolean {
    let child: NodeBase = node;
    for (let at = bindings.parent(node); at && at.kind !== 'FuncDecl'; at = bindings.parent(at)) {
      const list = statementsOf(at);
      for (const one of list?.slice(0, list.indexOf(child as AnyNode)).reverse() ?? []) {
        if (one.kind === 'IfStmt' && !one['else'] && tests(one['cond'] as go.Expression, err) === 'fails')
          if (ends(one['body'] as go.BlockStmt)) return true;
        if (err.definitions.some(({ ident }) => one.start <= ident.start && ident.start < one.end)) return false;
      }
      child = at;
    }
    return false;
  }

  function tests(cond: go.Expression, err: Variable): 'fails' | 'passes' | undefined {
    if (cond.kind !== 'BinaryExpr' || !isNil(cond.y) || bindings.variable(cond.x) !== err) return undefined;
    return cond.op === '!=' ? 'fails' : cond.op === '==' ? 'passes' : undefined;
  }

  /** All results go to the parameters of another call. */
  function isSpread(call: go.CallExpr): boolean {
    return bindings.parent(call)?.kind === 'CallExpr' && typing.of(call).kind === 'tuple';
  }

  /** Whether the results beside the error are read where there is one. */
  function readsOnFailure(call: go.CallExpr): boolean {
    const parent = bindings.parent(call);
    if (isSpread(call)) return true;
    if (parent?.kind !== 'AssignStmt' && parent?.kind !== 'ValueSpec') return false;
    const targets = (parent.kind === 'AssignStmt' ? parent['lhs'] : parent['names']) as go.Expression[];
    const isBlank = (one: go.Expression): boolean => one.kind === 'Ident' && one.name === '_';
    const given = targets.slice(0, -1).filter(one => !isBlank(one));
    if (given.length === 0) return false;
    const err = bindings.variable(targets.at(-1)!);
    const values = given.map(one => bindings.variable(one));
    if (!err || values.includes(undefined)) return true;
    return readAfter(parent, err, values as Variable[]);
  }

  function readAfter(assigned: NodeBase, err: Variable, values: readonly Variable[]): boolean {
    const outer = bindings.parent(assigned);
    if (!outer) return true;
    const isInit = outer.kind === 'IfStmt' && (outer['init'] as unknown) === assigned;
    const list = statementsOf(outer);
    const next = isInit ? outer : list?.[list.indexOf(assigned as AnyNode) + 1];
    if (next?.kind === 'ReturnStmt') {
      const { results } = next as unknown as go.ReturnStmt;
      // The callers of this function decide.
      if (bindings.variable(results.at(-1) ?? next) === err) return false;
    }
    if (next?.kind !== 'IfStmt' || (!isInit && next['init'])) return true;
    const test = tests(next['cond'] as go.Expression, err);
    if (!test) return true;
    const other = next['else'] as go.Statement | undefined;
    const failed = (test === 'fails' ? next['body'] : other) as go.Statement | undefined;
    if (failed && values.some(value => mentions(failed, value))) return true;
    const leaves =
      failed !== undefined &&
      ends(failed.kind === 'BlockStmt' ? failed : { kind: 'BlockStmt', list: [failed], start: -1, end: -1 });
    if (leaves) return false;
    return values.some(value => value.uses.some(use => use.start > next.end && !isWritten(value, use)));
  }

  function isWritten(variable: Variable, use: go.Ident): boolean {
    return variable.definitions.some(one => one.ident === use && one.how !== 'operate');
  }

  function mentions(node: NodeBase, variable: Variable): boolean {
    return variable.uses.some(use => node.start <= use.start && use.end <= node.end && !isWritten(variable, use));
  }

  /** A deferred function reads or sets the error, or recovers in a function that gives errors as well. */
  function defersOnError(node: go.FuncDecl): boolean {
    const error = namedResults(node).at(-1);
    let reads = false;
    let recovers = false;
    let fails = false;
    walk(node.body!, (at, parent) => {
      if (at.kind === 'ReturnStmt') {
        const last = (at as unknown as go.ReturnStmt).results.at(-1);
        if (last && !isNil(last) && bindings.functionOf(at) === node) fails = true;
      }
      if (at.kind === 'CallExpr' && isRecover(at as unknown as go.CallExpr)) recovers = true;
      if (at.kind !== 'FuncLit' || !error) return;
      const outer = parent && bindings.parent(parent);
      if (outer?.kind === 'DeferStmt' && error.uses.some(use => isReadIn(use, at))) reads = true;
    });
    return reads || (recovers && fails);

    function isReadIn(use: go.Ident, literal: NodeBase): boolean {
      return literal.start <= use.start && use.end <= literal.end && !isWritten(error!, use);
    }
  }

  function isRecover(call: go.CallExpr): boolean {
    return call.fun.kind === 'Ident' && call.fun.name === 'recover' && !bindings.variable(call.fun);
  }

  function isNil(node: go.Expression): boolean {
    return node.kind === 'Ident' && node.name === 'nil' && !bindings.variable(node);
  }

  /** What exceptions leave behind: a zero value. */
  function isZero(node: go.Expression): boolean {
    switch (node.kind) {
      case 'IntLit':
      case 'FloatLit':
        return Number(node.value) === 0;
      case 'StringLit':
        return node.value === '';
      case 'CompositeLit':
        return node.elts.length === 0 && typing.info(typing.of(node))?.form === 'struct';
      case 'Ident': {
        if (isNil(node) || (node.name === 'false' && !bindings.variable(node))) return true;
        const variable = bindings.variable(node);
        return variable?.kind === 'local' && variable.definitions.every(one => one.how === 'declare' && !one.value);
      }
      default:
        return false;
    }
  }
}

const isCallee = (parent: AnyNode | undefined, node: NodeBase): boolean =>
  (parent?.kind === 'CallExpr' && parent['fun'] === node) ||
  (parent?.kind === 'SelectorExpr' && parent['sel'] === node) ||
  (parent?.kind === 'KeyValueExpr' && parent['key'] === node) ||
  (parent?.kind === 'IndexExpr' && parent['x'] === node);

function statementsOf(node: AnyNode): AnyNode[] | undefined {
  if (node.kind === 'BlockStmt') return node['list'] as AnyNode[];
  return node.kind === 'CaseClause' || node.kind === 'CommClause' ? (node['body'] as AnyNode[]) : undefined;
}

function receiverName(node: go.FuncDecl): string {
  const type = node.recv?.type;
  const plain = type?.kind === 'StarExpr' ? type.x : type;
  const base = plain?.kind === 'IndexExpr' ? plain.x : plain;
  return base?.kind === 'Ident' ? base.name : '_';
}
