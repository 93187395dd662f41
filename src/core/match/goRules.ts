/** Where Go has several forms for what a pattern says in one. */
import type * as go from '../syntax/go/ast';
import type { NodeBase } from '../syntax/node';
import { declaredValues, unwrapped } from './keys';
import { nameOf } from './resolve';
import type { Next } from './state';
import { isMany, unify, unifyFields, unifyList, unifyValue, type Attempt } from './unify';

/** Whether they match by a rule of their own; undefined where the general rules hold. */
export function unifyGo(at: Attempt, pattern: NodeBase, code: NodeBase, next: Next): boolean | undefined {
  const [wanted, found] = [unwrapped(pattern), unwrapped(code)] as [go.Node, go.Node];
  switch (wanted.kind) {
    case 'AssignStmt':
    case 'IncDecStmt':
      return unifyAssignment(at, assignment(wanted), found, next);
    case 'GenDecl':
      // Parentheres around one spec say nothing.
      return found.kind === 'GenDecl' && unifyFields(at, wanted, found, ['tok', 'specs'], next);
    case 'FuncType':
      return found.kind === 'FuncType' && unifySignature(at, wanted, found, next);
    case 'StructType':
      return found.kind === 'StructType' && unifyMembers(at, wanted.fields, found.fields, next);
    case 'CompositeLit':
      return found.kind === 'CompositeLit' ? unifyComposite(at, wanted, found, next) : false;
    case 'Field':
      return found.kind === 'Field' ? unifyField(at, wanted, found, next) : false;
    case 'ForStmt':
      return found.kind === 'ForStmt' ? unifyLoop(at, wanted, found, next) : false;
    default:
      return undefined;
  }
}

/** `x++` is `x += 1`. */
function assignment(node: go.AssignStmt | go.IncDecStmt): go.AssignStmt {
  if (node.kind === 'AssignStmt') return node;
  const { start, end } = node;
  const one: go.IntLit = { kind: 'IntLit', value: '1', start, end };
  return { kind: 'AssignStmt', lhs: [node.x], op: node.op === '++' ? '+=' : '-=', rhs: [one], start, end };
}

/**
 * A pattern that declares is found where the code only assigns, for the name may have been declared before, and in
 * `var x = …`. The other way round would take a new variable for an old one.
 */
function unifyAssignment(at: Attempt, pattern: go.AssignStmt, code: go.Node, next: Next): boolean {
  if (code.kind === 'AssignStmt' || code.kind === 'IncDecStmt') {
    const found = assignment(code);
    if (found.op !== pattern.op && !(pattern.op === ':=' && found.op === '=')) return false;
    return unifyFields(at, pattern, found, ['lhs', 'rhs'], next);
  }
  const values = pattern.op === ':=' ? declaredValues(code) : undefined;
  if (!values) return false;
  const [spec] = (code as go.GenDecl).specs as go.ValueSpec[];
  return unifyList(at, pattern.lhs, spec!.names, () => unifyList(at, pattern.rhs, values, next));
}

/** The first clause of a `for` has to declare where the pattern's does, since the name then lives for the loop only. */
function unifyLoop(at: Attempt, pattern: go.ForStmt, code: go.ForStmt, next: Next): boolean {
  if (pattern.init?.kind === 'AssignStmt' && code.init?.kind === 'AssignStmt' && pattern.init.op !== code.init.op) {
    return false;
  }
  return unifyFields(at, pattern, code, ['init', 'cond', 'post', 'body'], next);
}

function unifySignature(at: Attempt, pattern: go.FuncType, code: go.FuncType, next: Next): boolean {
  return unifyMembers(at, pattern.typeParams, code.typeParams, () =>
    unifyMembers(at, pattern.params, code.params, () => unifyMembers(at, pattern.results, code.results, next)),
  );
}

/** A parameter that the code does not use may be called `_`. */
function unifyField(at: Attempt, pattern: go.Field, code: go.Field, next: Next): boolean {
  const rest = (): boolean => unifyFields(at, pattern, code, ['type', 'tag', 'variadic'], next);
  const [name, more] = pattern.names;
  const [given, others] = code.names;
  const blank = name?.kind === 'Ident' && given !== undefined && nameOf(given) === '_' && !more && !others;
  return blank ? rest() : unifyList(at, pattern.names, code.names, rest);
}

type Fields = readonly (go.Field | go.Meta)[];

/** `a, b int` are two fields. A hole for all of them is bound to the fields as they are written. */
function unifyMembers(at: Attempt, patterns: Fields, codes: Fields, next: Next): boolean {
  const [only, more] = patterns;
  if (!more && isMany(only)) return unifyList(at, patterns, codes, next);
  return unifyList(at, patterns.flatMap(oneName), codes.flatMap(oneName), next);
}

function oneName(field: go.Field | go.Meta): (go.Field | go.Meta)[] {
  if (field.kind === 'Meta' || field.names.length < 2) return [field];
  // A comment belongs to the whole; the first name keeps it.
  return field.names.map((name, i) => ({ ...field, names: [name], comments: i === 0 ? (field.comments ?? []) : [] }));
}

/** Fields of a struct may be given in any order. */
function unifyComposite(at: Attempt, pattern: go.CompositeLit, code: go.CompositeLit, next: Next): boolean {
  return unifyValue(at, pattern.type, code.type, () => {
    const keyed = pattern.elts.filter(isKeyed);
    const hole = pattern.elts.find(isMany);
    const others = pattern.elts.length - keyed.length - (hole ? 1 : 0);
    if (keyed.length === 0 || others > 0 || pattern.type?.kind === 'MapType') {
      return unifyList(at, pattern.elts, code.elts, next);
    }
    const step = (i: number, left: readonly go.Expression[]): boolean => {
      const wanted = keyed[i];
      if (!wanted) return hole ? at.state.bind(hole as go.Meta, [...left], next) : left.length === 0 && next();
      const found = left.find(elt => isKeyed(elt) && nameOf(elt.key) === nameOf(wanted.key));
      if (!found || !isKeyed(found)) return false;
      return unify(at, wanted.value, found.value, () =>
        step(
          i + 1,
          left.filter(elt => elt !== found),
        ),
      );
    };
    return step(0, code.elts);
  });
}

function isKeyed(elt: NodeBase): elt is go.KeyValueExpr & { key: go.Ident } {
  return elt.kind === 'KeyValueExpr' && (elt as go.KeyValueExpr).key.kind === 'Ident';
}
