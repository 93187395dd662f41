/** Which functions give an error result, which Python raises, and which exceptions those may be. */
import type { FunctionType, Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type { Program } from './program';
import type { FunctionNode, Variable } from './symbols';
import type { Typing } from './typing';
import { declaredFunction } from './usage';
import { splitQualified } from '../../library/library';

export interface Exceptions {
  /** The exception classes that a call may raise, as Python names; `Exception` where that is not known. */
  classesOf(call: go.CallExpr): string[];
  /** Some error of the file wraps another, so that looking at one has to look at its causes. */
  readonly wraps: boolean;
  /** Some function of the file recovers from panics. */
  readonly recovers: boolean;
  /** Some error of the file wraps several others. */
  readonly joins: boolean;
  /** Some error of the file decides itself what it is (a method `Is`). */
  readonly decides: boolean;
  /** The file looks into the errors of strconv: at what was read, or at why it was refused. */
  readonly looksIntoNumErrors: boolean;
}

/** Whether a result list ends with an error. */
export function isFallible(type: FunctionType | undefined): boolean {
  if (!type) return false;
  const { result } = type;
  return result.kind === 'error' || (result.kind === 'tuple' && result.elts.at(-1)?.kind === 'error');
}

/** The results of a function without the error at the end. */
export function plainResults(type: FunctionType): Type[] {
  const { result } = type;
  if (result.kind === 'none' || result.kind === 'error') return [];
  if (result.kind !== 'tuple') return [result];
  return result.elts.at(-1)?.kind === 'error' ? result.elts.slice(0, -1) : result.elts;
}

/** All results, an error at the end among them. */
export function allResults({ result }: FunctionType): Type[] {
  return result.kind === 'none' ? [] : result.kind === 'tuple' ? result.elts : [result];
}

/** What fails in a package of the library. */
const byPackage: Record<string, string> = {
  strconv: 'ValueError',
  'encoding/json': 'ValueError',
  os: 'OSError',
  io: 'OSError',
  bufio: 'EOFError',
  'path/filepath': 'OSError',
  'encoding/base64': 'ValueError',
  'encoding/hex': 'ValueError',
  path: 're.error',
  'net/http': 'requests.RequestException',
  time: 'ValueError',
  regexp: 're.error',
};

export function findExceptions(program: Program, typing: Typing): Exceptions {
  const known = new Map<FunctionNode, Set<string>>();
  const { bindings } = program;

  function ofFunction(node: FunctionNode): Set<string> {
    const before = known.get(node);
    if (before) return before;
    const found = new Set<string>();
    known.set(node, found);
    if (node.body) {
      walk(node.body, at => {
        if (at.kind === 'FuncLit') return false;
        if (at.kind !== 'ReturnStmt') return;
        const last = (at as unknown as go.ReturnStmt).results.at(-1);
        if (last) for (const name of ofExpression(last, new Set())) found.add(name);
        else {
          const named = node.type.results.at(-1);
          const ident = named?.kind === 'Field' ? named.names.at(-1) : undefined;
          const variable = ident && bindings.variable(ident);
          if (variable) for (const name of ofVariable(variable, new Set())) found.add(name);
        }
      });
    }
    return found;
  }

  function ofVariable(variable: Variable, seen: Set<Variable>): string[] {
    if (seen.has(variable)) return [];
    seen.add(variable);
    const sentinel = program.sentinels.get(variable.name);
    if (sentinel && variable.kind === 'global') return [sentinel.className];
    if (variable.kind === 'param' || variable.kind === 'global') return ['Exception'];
    return variable.definitions.flatMap(({ value, how }) =>
      (how === 'declare' || how === 'assign') && value ? ofExpression(value, seen) : value ? ['Exception'] : [],
    );
  }

  function ofExpression(node: go.Expression, seen: Set<Variable>): string[] {
    switch (node.kind) {
      case 'Ident': {
        if (node.name === 'nil') return [];
        const variable = bindings.variable(node);
        return variable ? ofVariable(variable, seen) : ['Exception'];
      }
      case 'UnaryExpr':
        return ofExpression(node.x, seen);
      case 'CompositeLit': {
        const info = typing.info(typing.of(node));
        return [info?.isError ? info.pyName : 'Exception'];
      }
      case 'CallExpr':
        return ofCall(node);
      default:
        return ['Exception'];
    }
  }

  function ofCall(call: go.CallExpr): string[] {
    const { fun } = call;
    if (fun.kind === 'SelectorExpr' && fun.sel.kind === 'Ident') {
      const path = typing.packageOf(fun.x);
      const name = path && `${path}.${fun.sel.name}`;
      if (name === 'errors.New' || name === 'fmt.Errorf') return ['ValueError'];
      if (path === 'fmt') return ['EOFError', 'ValueError'];
      if (path) return [byPackage[path] ?? 'Exception'];
      const receiver = typing.of(fun.x);
      const held = receiver.kind === 'pointer' ? receiver.to : receiver;
      if (held.kind === 'instance' && !held.name.startsWith('.'))
        return held.name === 'encoding/csv.Reader'
          ? ['EOFError', 'ValueError']
          : [byPackage[splitQualified(held.name).module] ?? 'Exception'];
    }
    const converted = typing.isConversion(call) ? typing.info(typing.fromSyntax(call.fun)) : undefined;
    if (converted?.isError) return [converted.pyName];
    const callee = declaredFunction(program, typing, call);
    return callee?.body ? [...ofFunction(callee)] : ['Exception'];
  }

  const looksIntoNumErrors = program.roots.some(root => mentionsNumErrors(root, typing));

  return {
    looksIntoNumErrors,
    classesOf(call) {
      const names = [...new Set(ofCall(call))].sort();
      return names.length === 0 || names.length > 3 || names.includes('Exception') ? ['Exception'] : names;
    },
    wraps: looksIntoNumErrors || program.roots.some(root => mentionsWrapping(root)),
    recovers: program.roots.some(root => mentionsRecover(root)),
    joins: program.roots.some(root => mentionsJoining(root)),
    decides: [...program.types.values()].some(type => type.isError && type.methods.has('Is')),
  };
}

function mentionsNumErrors(root: go.TopLevel, typing: Typing): boolean {
  let found = false;
  walk(root, node => {
    if (node.kind !== 'SelectorExpr' || found) return;
    const { x, sel } = node as unknown as go.SelectorExpr;
    found =
      sel.kind === 'Ident' && /^(NumError|ErrSyntax|ErrRange)$/.test(sel.name) && typing.packageOf(x) === 'strconv';
  });
  return found;
}

function mentionsRecover(root: go.TopLevel): boolean {
  let found = false;
  walk(root, node => {
    if (node.kind === 'CallExpr' && (node['fun'] as go.Ident).name === 'recover') found = true;
  });
  return found;
}

function mentionsJoining(root: go.TopLevel): boolean {
  let found = false;
  walk(root, node => {
    if (node.kind === 'StringLit' && /%w[^]*%w/.test(String(node['value']))) found = true;
    if (node.kind !== 'SelectorExpr') return;
    const { x, sel } = node as unknown as go.SelectorExpr;
    if (x.kind === 'Ident' && x.name === 'errors' && sel.kind === 'Ident' && sel.name === 'Join') found = true;
  });
  return found;
}

function mentionsWrapping(root: go.TopLevel): boolean {
  let found = false;
  walk(root, node => {
    if (node.kind === 'FuncDecl' && (node['name'] as go.Ident).name === 'Unwrap') found = true;
    if (node.kind === 'SelectorExpr' && (node['sel'] as go.Ident).name === 'Join') found = true;
    if (node.kind !== 'CallExpr') return;
    const { fun, args } = node as unknown as go.CallExpr;
    const [format] = args;
    if (
      fun.kind === 'SelectorExpr' &&
      fun.sel.kind === 'Ident' &&
      fun.sel.name === 'Errorf' &&
      format?.kind === 'StringLit'
    ) {
      found ||= format.value.includes('%w');
    }
  });
  return found;
}
