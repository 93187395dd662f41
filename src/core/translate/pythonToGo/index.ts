/** Python to Go. */
import type { Logger } from '../../index';
import type * as go from '../../syntax/go/ast';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { Draft } from '../draft';
import { Notes } from '../gaps';
import * as g from '../goNodes';
import { IdiomLayer } from '../idioms';
import { importLines, usedImports } from '../imports';
import { renameHiddenPackages } from '../passes/imports';
import { lowerNumbers } from '../passes/numberedNames';
import type { TranslationInput } from '../translate';
import { Context } from './context';
import { expanded } from './expansion';
import { newFunction } from './functionState';
import { expression } from './expressions';
import { receiverName } from './classes';
import { finishFunction, stateFor } from './functions';
import { renameOtherMain } from './mainFunction';
import { FileModel } from './model';
import { finishTemplate, writeModule, writeUnit } from './module';
import { packageVariables } from './packageVariables';
import { findOrderedDicts } from './order';
import { fieldOfClassRoles } from './roles';
import { statements } from './statements';
import { elsewhereOf, splitDeclarations } from './templatePlaces';
import { pendingLocals } from './templateFillings';
import { rootIdiom } from './templates';

/** Writes Go for what the input's scope names. It does not throw, whatever the source is like. */
export function pythonToGo(given: TranslationInput, log: Logger): Draft {
  const plain = writtenOut(given, log);
  // A variable of Go has one type.
  const input: TranslationInput = { ...plain, facts: plain.facts.inParts?.() ?? plain.facts };
  const c = new Context(input, log);
  for (const one of input.assumed ?? []) c.notes.assume(one);
  try {
    c.idioms = new IdiomLayer(input.matches, 'go', input.target, input.facts);
    c.model = new FileModel(c);
    c.func = newFunction(undefined, input.scope.kind === 'file' ? 'main' : 'module');
    c.model.build();
    if (input.scope.kind === 'file') {
      renameOtherMain(c);
      findOrderedDicts(c);
      const { nodes, imports } = writeModule(c);
      const used = new Set(nodes.flatMap(node => [...identifiers(node)]));
      return draft(c, withVariables(nodes, packageVariables(c, used)), importLines(imports));
    }
    const [first] = input.scope.kind === 'match' ? (input.scope.match.parts[0]?.nodes ?? []) : input.scope.nodes;
    if (first) enterFragment(c, first);
    return input.scope.kind === 'match' ? matchDraft(c, input.scope.match) : nodesDraft(c, input.scope.nodes);
  } catch (error) {
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    c.notes.gap({ start: 0, end: input.text.length, what: 'this file could not be translated' });
    return draft(c, [], []);
  }
}

/** Decorated functions as plain ones; where that goes wrong, the file as it is. */
function writtenOut(input: TranslationInput, log: Logger): TranslationInput {
  try {
    return expanded(input);
  } catch (error) {
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return input;
  }
}

function identifiers(root: NodeBase): Set<string> {
  const names = new Set<string>();
  walk(root, node => {
    if (node.kind === 'Ident') names.add((node as unknown as go.Ident).name);
  });
  return names;
}

/** Variables of the package stand behind the imports. */
function withVariables(nodes: go.TopLevel[], variables: go.GenDecl[]): go.TopLevel[] {
  if (variables.length === 0) return nodes;
  const at = nodes.findIndex(
    node => node.kind !== 'PackageClause' && !(node.kind === 'GenDecl' && node.tok === 'import'),
  );
  const [first] = variables;
  if (first) first.blank = true;
  return at < 0 ? [...nodes, ...variables] : [...nodes.slice(0, at), ...variables, ...nodes.slice(at)];
}

/** A fragment means what it means in its function. */
function enterFragment(c: Context, node: NodeBase): void {
  c.fragmentStart = c.placeOf(node)?.start;
  for (let at = c.facts.parentOf(node); at; at = c.facts.parentOf(at)) {
    const model = at.kind === 'FunctionDef' ? c.model.functions.get(at) : undefined;
    if (!model) continue;
    c.func = stateFor(c, model, undefined);
    const owner = model.className === undefined ? undefined : c.model.classes.get(model.className);
    if (owner) fieldOfClassRoles(c, model, receiverName(owner));
    if (model.generator) c.func.yieldName = 'yield';
    return;
  }
}

function draft(c: Context, nodes: NodeBase[], imports: string[]): Draft {
  return { nodes, imports, notes: c.notes, origins: c.origins };
}

/** A hover: the idiom's own template, or what the syntax layer says where the idiom has none to write. */
function matchDraft(c: Context, match: NonNullable<Context['rootMatch']>): Draft {
  c.rootMatch = match;
  const undo = c.mark();
  try {
    const { before, result: made } = c.capture(() => rootIdiom(c, match));
    if (made) {
      splitDeclarations(made);
      const here = (made.places.here ?? []) as go.TopLevel[];
      const file = [...((made.places.file ?? []) as go.TopLevel[]), ...elsewhereOf(c).file.splice(0)];
      const main = [...((made.places.main ?? []) as go.Statement[]), ...elsewhereOf(c).main.splice(0)];
      const enclosing = (made.places.enclosing ?? []) as go.Statement[];
      for (const node of file) finishTemplate(c, node);
      const range = match.parts[0]?.nodes[0] && c.rangeOf(match.parts[0].nodes[0]);
      const [first] = [...file, ...here];
      if (first) c.origins.mark(first, range);
      const inPlace = wrapped(c, [...before, ...enclosing, ...(here as go.Statement[])]);
      const rest = [...main];
      if (rest[0] && file.length + inPlace.length > 0) rest[0].blank = true;
      return fragment(c, [...file, ...inPlace, ...rest]);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    c.log.debug(error.message);
    undo();
    elsewhereOf(c).file.length = 0;
    elsewhereOf(c).main.length = 0;
  }
  c.rootMatch = undefined;
  const plain = nodesDraft(c, match.parts[0]?.nodes ?? []);
  // Where people write something else instead, half an answer would be none.
  const hasInstead = match.idiom.go.instead !== undefined && plain.notes.gaps().length > 0;
  return hasInstead ? { nodes: [], imports: [], notes: new Notes(), origins: c.origins } : plain;
}

/** Statements of a fragment, with the variables that they declare. */
function wrapped(c: Context, list: (go.Statement | go.TopLevel)[]): go.TopLevel[] {
  const only = list[0];
  if (list.length === 1 && only && /(?:Expr|Lit|^Ident)$/.test(only.kind)) return list as go.TopLevel[];
  const body = g.block(list as go.Statement[]);
  const states = [c.func, ...pendingLocals(c).splice(0)];
  c.setLocals(body, new Map(states.flatMap(state => [...state.locals])));
  const func: go.FuncDecl = { ...g.funcDecl('fragment', g.funcType([], []), []), body };
  declareOnly(c, func);
  return body.list;
}

/** A fragment may declare what only the code behind it uses, so nothing is blanked. */
function declareOnly(c: Context, func: go.FuncDecl): void {
  finishFunction(c, func, true);
}

/** Statements or one expression of the source. */
function nodesDraft(c: Context, nodes: readonly NodeBase[]): Draft {
  const list = nodes as readonly (py.Statement | py.Expression)[];
  const isStatements = list.every(node => isStatement(node));
  const [first] = list;
  if (!first) return draft(c, [], []);
  const made: go.TopLevel[] = [];
  if (isStatements) {
    const declarations: go.TopLevel[] = [];
    const body = c.block(() => writeSelected(c, list as readonly py.Statement[], declarations));
    made.push(...declarations, ...wrapped(c, body));
  } else {
    const single = expressionAlone(c, first as py.Expression);
    const asStatement: py.ExprStmt = {
      kind: 'Expr',
      start: first.start,
      end: first.end,
      value: first as py.Expression,
    };
    made.push(
      ...(single ??
        wrapped(
          c,
          c.block(() => statements(c, [asStatement])),
        )),
    );
  }
  return fragment(c, made);
}

/** An expression that needs nothing before it stands alone. */
function expressionAlone(c: Context, node: py.Expression): go.TopLevel[] | undefined {
  const undo = c.mark();
  try {
    const { before, result } = c.capture(() => expression(c, node));
    // A call that is a statement in Go has no value.
    if (result.type.kind === 'none' && result.node.kind !== 'CallExpr') return wrapped(c, before);
    return wrapped(c, [
      ...before,
      ...(before.length > 0 ? [g.exprStmt(result.node)] : [result.node as unknown as go.Statement]),
    ]);
  } catch {
    undo();
    return undefined;
  }
}

function writeSelected(c: Context, list: readonly py.Statement[], declarations: go.TopLevel[]): void {
  for (const node of list) {
    const isDeclaration =
      (node.kind === 'FunctionDef' || node.kind === 'ClassDef') && c.facts.parentOf(node) === undefined;
    if (isDeclaration) writeUnit(c, node, declarations);
    else statements(c, [node]);
  }
}

function isStatement(node: NodeBase): boolean {
  return /^(FunctionDef|ClassDef|Return|Delete|Assign|AugAssign|AnnAssign|TypeAlias|For|While|If|With|Match|Raise|Try|Assert|Import|ImportFrom|Global|Nonlocal|Expr|Pass|Break|Continue|Bad)$/.test(
    node.kind,
  );
}

/** A part of a file: helpers follow it, imports are listed apart. */
function fragment(c: Context, nodes: go.TopLevel[]): Draft {
  const written = [...nodes, ...c.model.exceptions.written()];
  lowerNumbers(written, c.input.text);
  const helpers = c.helpers.written(written);
  const all = [...written, ...helpers.nodes];
  renameHiddenPackages(all);
  const imports = usedImports(all);
  for (const path of helpers.imports) if (!imports.some(one => one.path === path)) imports.push({ path });
  imports.sort((a, b) => (a.path < b.path ? -1 : 1));
  return draft(c, all, importLines(imports));
}
