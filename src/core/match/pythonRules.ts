/** Where code of Python may say more than the pattern, or say it in another form. */
import type { AnyNode, Meta, NodeBase } from '../syntax/node';
import type * as py from '../syntax/python/ast';
import { unifyArguments } from './calls';
import type { Next } from './state';
import { isMany, unify, unifyFields, unifyList, unifyValue, type Attempt } from './unify';

/** Whether they match by a rule of their own; undefined where the general rules hold. */
export function unifyPython(at: Attempt, pattern: NodeBase, code: NodeBase, next: Next): boolean | undefined {
  const [wanted, found] = [pattern, code] as py.Node[];
  switch (wanted?.kind) {
    case 'Assign':
      return found?.kind === 'AnnAssign' ? unifyAnnotated(at, wanted, found, next) : undefined;
    case 'FunctionDef':
      return found?.kind === 'FunctionDef' ? unifyFunction(at, wanted, found, next) : false;
    case 'ClassDef':
      return found?.kind === 'ClassDef' ? unifyClass(at, wanted, found, next) : false;
    case 'Param':
      if (found?.kind !== 'Param') return false;
      return unifyFields(at, wanted, found, ['form', 'name', 'default', ...annotationOf(wanted)], next);
    default:
      return undefined;
  }
}

/** `x: int = 3` is `x = 3` that says more. */
function unifyAnnotated(at: Attempt, pattern: py.Assign, code: py.AnnAssign, next: Next): boolean {
  const [target, more] = pattern.targets;
  if (!target || more || !code.value) return false;
  return unifyList(at, [target, pattern.value], [code.target, code.value], next);
}

/** Annotations that the pattern does not have are allowed. */
function annotationOf(param: py.ParamNode): string[] {
  return param.annotation ? ['annotation'] : [];
}

function unifyFunction(at: Attempt, pattern: py.FunctionDef, code: py.FunctionDef, next: Next): boolean {
  const fields = ['async', 'name', 'typeParams', 'params', ...(pattern.returns ? ['returns'] : [])];
  return unifyDecorators(at, pattern.decorators, code.decorators, () =>
    unifyFields(at, pattern, code, fields, () => unifyBody(at, pattern.body, code.body, next)),
  );
}

function unifyClass(at: Attempt, pattern: py.ClassDef, code: py.ClassDef, next: Next): boolean {
  return unifyDecorators(at, pattern.decorators, code.decorators, () =>
    unifyFields(at, pattern, code, ['name', 'typeParams'], () =>
      unifyArguments(at, pattern.bases, code.bases, undefined, () => unifyBody(at, pattern.body, code.body, next)),
    ),
  );
}

/** Those of the pattern have to be there, in their order; the others go to its `@$$$NAME`, or refuse the match. */
function unifyDecorators(at: Attempt, patterns: readonly NodeBase[], codes: readonly NodeBase[], next: Next): boolean {
  const hole = patterns.find(isMany) as Meta | undefined;
  const wanted = patterns.filter(pattern => !isMany(pattern));
  const step = (i: number, j: number, others: NodeBase[]): boolean => {
    const pattern = wanted[i];
    const code = codes[j];
    if (!code) return !pattern && (hole ? at.state.bind(hole, others, next) : next());
    if (pattern && unify(at, pattern, code, () => step(i + 1, j + 1, others))) return true;
    return hole !== undefined && step(i, j + 1, [...others, code]);
  };
  return step(0, 0, []);
}

/** A docstring is a comment, and `pass` is nothing. A hole that comes first takes the docstring along. */
function unifyBody(at: Attempt, patterns: readonly NodeBase[], codes: readonly NodeBase[], next: Next): boolean {
  const [first] = patterns;
  const keeps = isMany(first) || (first !== undefined && isDocstring(first));
  const body = keeps || !codes[0] || !isDocstring(codes[0]) ? codes : codes.slice(1);
  return unifyValue(at, withoutPass(patterns), withoutPass(body), next);
}

function isDocstring(node: NodeBase): boolean {
  return node.kind === 'Expr' && ((node as AnyNode)['value'] as NodeBase).kind === 'Str';
}

function withoutPass(body: readonly NodeBase[]): readonly NodeBase[] {
  const [only, more] = body;
  if (!only || more) return body;
  const isNothing = only.kind === 'Pass' || (only.kind === 'Expr' && (only as py.ExprStmt).value.kind === 'Ellipsis');
  return isNothing ? [] : body;
}
