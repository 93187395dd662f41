/** A whole file: imports, helpers, declarations in their order, and the guard that calls `main`. */
import { walk, type Comment } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { GapError } from '../gaps';
import {
  annAssign,
  assign,
  call,
  classDef,
  compare,
  expr,
  functionDef,
  handler,
  ifs,
  int,
  keyword,
  method,
  name,
  none,
  param,
  str,
  tries,
} from './build';
import { annotation } from './annotations';
import { constantSpecs } from './constants';
import { constantValue } from './constantDefs';
import { isPredeclared, rangeOf, type Context } from './context';
import { expression, isBoxed } from './expressions';
import { documentation, functionDeclaration } from './functions';
import { gapComment, statements } from './statements';
import { typeDeclaration } from './structs';
import { assignment } from './assignments';
import { coerce, zero } from './values';

/** All declarations as top-level statements, without imports and helpers. */
export function moduleStatements(cx: Context): py.Statement[] {
  const body: py.Statement[] = [];
  const loose: go.Statement[] = [];
  for (const root of cx.program.roots) {
    cx.unitStart = cx.units.get(root) ?? cx.unitStart;
    const written = declaration(cx, root, loose);
    const [first] = written;
    if (first && root.blank) first.blank = true;
    body.push(...localTypes(cx, root), ...written);
  }
  const run = statements(cx, loose);
  const main = cx.program.functions.get('main');
  if (main?.body) {
    const begin = expr(call(cx.program.moduleNames.get('main') ?? 'main'));
    const guard = ifs(compare(name('__name__'), '==', str('__main__')), panics(cx) ? endingAsGo(cx, begin) : [begin]);
    run.push({ ...guard, blank: true });
  }
  if (cx.usesFlask.value) {
    if (!cx.isFragment) cx.notes.assume('unknown paths and wrong methods are answered by pages of Flask');
    const app = assign('app', call(cx.out.from('flask', 'Flask'), name('__name__')));
    body.splice(body[0]?.kind === 'Expr' ? 1 : 0, 0, app);
  }
  return [...sorted(withoutUnnamed(cx, body)), ...run];
}

/** Interfaces without a name that are only asked for, by the classes that have their methods, are not written. */
function withoutUnnamed(cx: Context, body: readonly py.Statement[]): readonly py.Statement[] {
  const ids = new Set(
    [...cx.program.anonymous.values()].flatMap(id => {
      const info = cx.program.types.get(id);
      return info?.form === 'interface' ? [info.pyName] : [];
    }),
  );
  const isUnnamed = (one: py.Statement): one is py.ClassDef =>
    one.kind === 'ClassDef' && one.name.kind === 'Name' && ids.has(one.name.id);
  if (!body.some(isUnnamed)) return body;
  const used = new Set<string>();
  for (const root of body.filter(one => !isUnnamed(one)))
    walk(root, node => void (node.kind === 'Name' && used.add(String(node['id']))));
  return body.filter(one => !isUnnamed(one) || used.has((one.name as py.Name).id));
}

/** The program may end by a panic that is written in it: a call of `panic`, or an assertion of a type. */
function panics(cx: Context): boolean {
  let found = false;
  for (const root of cx.program.roots)
    walk(root, node => {
      if (node.kind === 'CallExpr' && isPredeclared(cx, node['fun'] as go.Expression, 'panic')) found = true;
    });
  return found || cx.out.uses('as_type');
}

/** Go ends with the status 2 where Python would end with 1. */
function endingAsGo(cx: Context, run: py.Statement): py.Body {
  const error = name('error');
  const text: py.Expression = {
    kind: 'JoinedStr',
    values: [str('panic: '), { kind: 'FormattedValue', value: error, start: -1, end: -1 }],
    start: -1,
    end: -1,
  };
  const sys = (id: string): py.Expression => cx.out.member('sys', id);
  const told = expr(call('print', text, keyword('file', sys('stderr'))));
  return [tries([run], [handler(name('Exception'), 'error', [told, expr(call(sys('exit'), int(2)))])])];
}

function declaration(cx: Context, root: go.TopLevel, loose: go.Statement[]): py.Statement[] {
  try {
    switch (root.kind) {
      case 'PackageClause':
        return packageComments(root);
      case 'GenDecl':
        return general(cx, root);
      case 'FuncDecl':
        return functionOf(cx, root);
      case 'Bad':
        throw new GapError('this does not parse');
      case 'Meta':
        return [];
      default:
        loose.push(root);
        return [];
    }
  } catch (error) {
    if (!(error instanceof GapError)) throw error;
    return gapComment(cx, root, error);
  }
}

/** The comment of the package is that of the module. */
function packageComments(root: go.PackageClause): py.Statement[] {
  return documentation(root);
}

function functionOf(cx: Context, root: go.FuncDecl): py.Statement[] {
  if (root.name.kind !== 'Ident') return [];
  if (root.recv) {
    // Methods stand in the class; one of a type that is declared elsewhere has no place.
    const owner = [...cx.program.types.values()].some(type => type.methods.get((root.name as go.Ident).name) === root);
    if (!owner) throw new GapError('a method of a type that another file declares');
    return [];
  }
  if (cx.classes.constructedBy(root.name.name)) return [];
  if (root.name.name === 'init') {
    const fn = functionDeclaration(cx, root) as py.FunctionDef;
    const id = cx.program.names.fresh('_init');
    return [{ ...fn, name: name(id) }, expr(call(id))];
  }
  const made = functionDeclaration(cx, root);
  return [cx.origins.mark(made, rangeOf(cx, root))];
}

function general(cx: Context, root: go.GenDecl): py.Statement[] {
  if (root.tok === 'import') return [];
  if (root.tok === 'const') return constants(cx, root);
  const own = root.comments ?? [];
  return root.specs.flatMap(spec => {
    if (spec.kind === 'Bad') throw new GapError('this does not parse', spec);
    if (spec.kind === 'TypeSpec') {
      const info = spec.name.kind === 'Ident' ? cx.program.types.get(spec.name.name) : undefined;
      if (!info) return [];
      const doc = [...own, ...(spec.comments ?? [])]
        .filter(comment => comment.place === 'before')
        .map(comment => comment.text);
      const start = cx.unitStart;
      const written = typeDeclaration(cx, info, doc);
      cx.unitStart = start;
      for (const one of written) cx.origins.mark(one, rangeOf(cx, root));
      return written;
    }
    return spec.kind === 'ValueSpec' ? variables(cx, root, spec) : [];
  });
}

const comments = (nodes: readonly ({ comments?: Comment[] } | undefined)[]): Comment[] =>
  nodes.flatMap(node => node?.comments ?? []);

function withComments(written: py.Statement[], own: Comment[]): py.Statement[] {
  const [first, ...rest] = written;
  if (!first || own.length === 0) return written;
  const fitting = own.map(comment => (comment.place === 'end' ? { ...comment, place: 'before' as const } : comment));
  return [{ ...first, comments: [...fitting, ...(first.comments ?? [])] }, ...rest];
}

function constants(cx: Context, root: go.GenDecl): py.Statement[] {
  const written = constantSpecs(root).flatMap((spec): py.Statement[] => {
    const id = spec.ident.name;
    if (id === '_' || cx.program.members.has(id)) return [];
    const known = cx.program.constants.get(id)?.value;
    const made = assign(cx.program.moduleNames.get(id) ?? id, constantValue(cx, spec, known));
    return withComments([made], comments([spec.spec]));
  });
  return written.length > 0 ? withComments(written, comments([root])) : [];
}

function variables(cx: Context, root: go.GenDecl, spec: go.ValueSpec): py.Statement[] {
  const own = comments([root.specs[0] === spec ? root : undefined, spec]);
  const written = spec.names.flatMap((ident, i): py.Statement[] => {
    if (ident.kind !== 'Ident' || ident.name === '_') return [];
    const sentinel = cx.program.sentinels.get(ident.name);
    if (sentinel) return [sentinelClass(cx, sentinel.className, sentinel.message)];
    if (spec.values.length > 0 && spec.values.length !== spec.names.length) {
      if (i > 0) return [];
      const node: go.AssignStmt = {
        kind: 'AssignStmt',
        lhs: spec.names as go.Expression[],
        op: '=',
        rhs: spec.values,
        start: spec.start,
        end: spec.end,
      };
      return assignment(cx, node);
    }
    const type = spec.type ? cx.typing.fromSyntax(spec.type) : undefined;
    const value = spec.values[i];
    const target = name(cx.program.moduleNames.get(ident.name) ?? ident.name);
    const made = value
      ? coerce(cx, expression(cx, value), type)
      : { before: [], value: zero(cx, type!), type: type!, pure: true };
    const variable = cx.program.bindings.packageLevel.get(ident.name);
    if (variable && isBoxed(cx, variable))
      return [...made.before, assign(target, call(cx.out.helper('Ref'), made.value))];
    const isBlank = /^(List|Dict|None)$/.test(made.value.kind) && JSON.stringify(made.value).length < 60;
    return [
      ...made.before,
      isBlank ? annAssign(target, annotation(cx, type ?? made.type, true), made.value) : assign(target, made.value),
    ];
  });
  return withComments(written, own);
}

/** `var ErrX = errors.New("…")` is a class with that text. */
function sentinelClass(cx: Context, id: string, message: go.Expression): py.Statement {
  const text = expression(cx, message).value;
  const init = functionDef('__init__', [param('self')], none(), [expr(method(call('super'), '__init__', text))]);
  return classDef(id, [name('Exception')], [init]);
}

/** Types that a function declares, and structs without a name, stand before what they are declared in. */
function localTypes(cx: Context, root: go.TopLevel): py.Statement[] {
  const written: py.Statement[] = [];
  walk(root, (node, parent) => {
    const isLocal = node.kind === 'TypeSpec' && cx.program.bindings.functionOf(node) !== undefined;
    const name = isLocal
      ? (node['name'] as go.Ident).name
      : /^(Struct|Interface)Type$/.test(node.kind) && parent?.kind !== 'TypeSpec'
        ? cx.program.anonymous.get(node)
        : undefined;
    const info = name === undefined ? undefined : cx.program.types.get(name);
    if (info && (isLocal || (info.spec.type as unknown) === node)) written.push(...typeDeclaration(cx, info, []));
  });
  return written;
}

/**
 * Python runs a module from top to bottom: what a statement needs at once (bases, values of variables, all that the
 * functions use which it calls) stands before it, and what `init` does comes last, as in Go. Otherwise the order of the
 * source stays.
 */
function sorted(body: readonly py.Statement[]): py.Statement[] {
  const needs = neededAtOnce(body);
  const declared = new Map<string, py.Statement>();
  for (const one of body) for (const id of declaredIn(one)) declared.set(id, one);
  const result: py.Statement[] = [];
  const placed = new Set<py.Statement>();
  const open: py.Statement[] = [];
  const place = (one: py.Statement): void => {
    if (placed.has(one)) return;
    placed.add(one);
    open.push(one);
    // A class or a function is only read, what it names is used later.
    const isDefinition = one.kind === 'ClassDef' || one.kind === 'FunctionDef';
    for (const id of isDefinition ? usedAtOnce(one) : needs(one)) {
      const needed = declared.get(id);
      // What a method of a class names may itself be made of this.
      if (needed && needed !== one && !open.some(part => isMadeOf(needed, part))) place(needed);
    }
    open.pop();
    result.push(one);
  };
  function isMadeOf(one: py.Statement, part: py.Statement, seen = new Set<py.Statement>()): boolean {
    if (one.kind === 'ClassDef' || one.kind === 'FunctionDef' || seen.has(one)) return false;
    seen.add(one);
    return [...usedAtOnce(one)].some(id => {
      const below = declared.get(id);
      return below !== undefined && (below === part || isMadeOf(below, part, seen));
    });
  }
  const isCall = (one: py.Statement): boolean => one.kind === 'Expr' && one.value.kind === 'Call';
  body.filter(one => !isCall(one)).forEach(place);
  body.filter(isCall).forEach(place);
  return result;
}

/** The names that a statement of a module needs when it runs, those in the functions among them that it reaches. */
export function neededAtOnce(body: readonly py.Statement[]): (one: py.Statement) => Set<string> {
  const functions = new Map<string, py.Statement>();
  for (const one of body)
    if (one.kind === 'FunctionDef' || one.kind === 'ClassDef') for (const id of declaredIn(one)) functions.set(id, one);
  const inside = new Map<string, Set<string>>();
  return one => {
    const found = usedAtOnce(one);
    // A set may grow while it is walked.
    for (const id of found) {
      const called = functions.get(id);
      if (!called || called === one) continue;
      let names = inside.get(id);
      if (!names) inside.set(id, (names = namesIn(called)));
      for (const other of names) found.add(other);
    }
    return found;
  };
}

function namesIn(root: py.Statement): Set<string> {
  const names = new Set<string>();
  walk(root, node => void (node.kind === 'Name' && names.add(String(node['id']))));
  return names;
}

function declaredIn(node: py.Statement): string[] {
  if ((node.kind === 'ClassDef' || node.kind === 'FunctionDef') && node.name.kind === 'Name') return [node.name.id];
  if (node.kind === 'Assign')
    return node.targets.flatMap(target =>
      target.kind === 'Name'
        ? [target.id]
        : target.kind === 'Tuple'
          ? target.elts.flatMap(one => (one.kind === 'Name' ? [one.id] : []))
          : [],
    );
  return node.kind === 'AnnAssign' && node.target.kind === 'Name' ? [node.target.id] : [];
}

/** Names that a statement needs when the module is loaded: not those in the bodies of functions. */
function usedAtOnce(node: py.Statement): Set<string> {
  const used = new Set<string>();
  const visit = (value: unknown, inFunction: boolean): void => {
    if (Array.isArray(value)) return value.forEach(one => visit(one, inFunction));
    if (typeof value !== 'object' || value === null) return;
    const at = value as py.Node & Record<string, unknown>;
    if (at.kind === 'Name') used.add(at.id);
    for (const [field, child] of Object.entries(at)) {
      if (at.kind === 'FunctionDef' && field === 'body') continue;
      // Annotations are read later, for they may name what is declared below.
      if (field === 'annotation' || field === 'returns') continue;
      if (at.kind === 'Lambda' && field === 'body') continue;
      if (field === 'name' || field === 'attr' || field === 'arg') continue;
      visit(child, inFunction);
    }
  };
  if (node.kind !== 'If') visit(node, false);
  return used;
}

/** Whether an annotation that is read with its definition names a class that comes later. */
export function namesLaterClass(body: readonly py.Statement[]): boolean {
  const later = new Set(body.flatMap(one => (one.kind === 'ClassDef' || one.kind === 'Assign' ? declaredIn(one) : [])));
  let found = false;
  const visit = (value: unknown, inAnnotation: boolean): void => {
    if (Array.isArray(value)) return value.forEach(one => visit(one, inAnnotation));
    if (typeof value !== 'object' || value === null) return;
    const at = value as py.Node & Record<string, unknown>;
    if (inAnnotation && at.kind === 'Name' && later.has(at.id)) found = true;
    for (const [field, child] of Object.entries(at)) {
      if (at.kind === 'FunctionDef' && field === 'body') continue;
      visit(child, inAnnotation || field === 'annotation' || field === 'returns');
    }
  };
  for (const one of body) {
    visit(one, false);
    for (const id of declaredIn(one)) later.delete(id);
  }
  return found;
}
