/** The idiom layer of this direction: a fence of the catalog written with the code of a match. */
import type { Fence } from '../../catalog/idiom';
import type { Type } from '../../facts/types';
import type { Binding, Match } from '../../match/match';
import type * as go from '../../syntax/go/ast';
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { GapError } from '../gaps';
import * as g from '../goNodes';
import type { FoundPart } from '../idioms';
import { type Filling, type Instantiation, asStatement, copyNode, instantiate, occurrences } from '../instantiate';
import { type Context } from './context';
import { type Value, pure, value } from './value';
import { fill } from './templateFillings';
import { adoptVariables, failing, place, placeElsewhere } from './templatePlaces';
import { variableName } from './variables';

const done = new WeakMap<Context, Map<Match, Instantiation>>();

function doneIn(c: Context): Map<Match, Instantiation> {
  let matches = done.get(c);
  if (!matches) done.set(c, (matches = new Map()));
  return matches;
}

/** Idioms that a whole file writes by how it uses what they give: what goes on beside something else hangs together. */
const byUse = /^(json\.loads$|conc\.|web\.|http\.)/;

/**
 * Whether the catalog goes before the syntax layer at a place: always for what was asked for, else for what the
 * syntax layer cannot know, which is all that stands on an imported library.
 */
function isPreferred(c: Context, { match }: FoundPart): boolean {
  if (c.rootMatch === match) return true;
  if (match.idiom.level === 'syntax' || match.certainty === 'shape') return false;
  if (c.input.scope.kind === 'file' && byUse.test(match.idiom.id)) return false;
  if (match.idiom.needs.some(role => c.func.roles[role] === undefined)) return false;
  return match.fence.imports.length > 0 && match.certainty === 'exact';
}

/** The value of an idiom that is an expression in Python; undefined where none is to be written. */
export function expressionIdiom(c: Context, node: py.Expression): Value | undefined {
  const within = insideExpression(c, node);
  if (within) return within;
  for (const found of c.idioms.at(node)) {
    if (found.part.part.form !== 'expression' || !isPreferred(c, found)) continue;
    const made = attempt(c, () => writeExpression(c, found.match));
    if (made) return made;
  }
  return undefined;
}

function insideExpression(c: Context, node: py.Expression): Value | undefined {
  if (c.func.within.length === 0) return undefined;
  const found = c.idioms.inside(c.func.within, node);
  if (!found || found.fence.parts[0]?.form !== 'expression') return undefined;
  return attempt(c, () => {
    const made = write(c, found.match, found.fence, found.bindings);
    return placedValue(c, made, c.typeOf(node));
  });
}

/**
 * Writes the idiom that begins at a statement. Gives how many statements it has taken; 0 where there is none.
 */
export function statementIdiom(c: Context, body: readonly py.Statement[], at: number): number {
  const node = body[at]!;
  if (c.func.within.length > 0) {
    const rest = body.slice(at);
    const found = c.idioms.inside(c.func.within, rest);
    if (found && found.fence.parts[0]?.form === 'statements') {
      const made = attempt(c, () => {
        place(c, write(c, found.match, found.fence, found.bindings), at + found.count >= body.length);
        return true;
      });
      if (made) return found.count;
    }
  }
  for (const found of c.idioms.at(node)) {
    const count = found.part.nodes.length;
    if (found.part.part.form !== 'statements' || !isPreferred(c, found)) continue;
    // Statements that `...` passed over are written as they are, which this place cannot do.
    if (!found.part.nodes.every((one, i) => body[at + i] === one)) continue;
    const start = c.out.length;
    if (attempt(c, () => (writePart(c, found), true))) {
      assignPackageVariables(c, c.out.slice(start));
      return count;
    }
  }
  return 0;
}

/** A template declares what it assigns; variables of the package are declared already. */
function assignPackageVariables(c: Context, written: readonly go.Statement[]): void {
  const names = new Set(
    [...c.facts.module.symbols.values()]
      .filter(symbol => (symbol.kind === 'variable' || symbol.kind === 'constant') && c.isPackageVariable(symbol))
      .map(symbol => variableName(c, symbol)),
  );
  for (const statement of written) {
    if (statement.kind !== 'AssignStmt' || statement.op !== ':=') continue;
    if (statement.lhs.every(one => one.kind === 'Ident' && names.has(one.name))) statement.op = '=';
  }
}

/** What fails leaves no trace: the syntax layer has its turn then. */
function attempt<T>(c: Context, write: () => T): T | undefined {
  const undo = c.mark();
  const { out, func } = c;
  const start = out.length;
  try {
    return write();
  } catch (error) {
    if (!(error instanceof GapError) && !(error instanceof Error)) throw error;
    if (!(error instanceof GapError)) c.log.debug(error.message);
    undo();
    c.out = out;
    c.func = func;
    out.length = start;
    return undefined;
  }
}

function writeExpression(c: Context, match: Match): Value {
  const fence = c.idioms.fenceFor(match);
  if (!fence) return c.gap('this idiom has no Go to write');
  const [node] = match.parts[0]?.nodes ?? [];
  const type = node ? c.typeOf(node) : ({ kind: 'any' } as const);
  const resultName = resultOf(c, match, type);
  const made = write(c, match, fence, match.bindings, resultName);
  return placedValue(c, made, type, resultName);
}

function resultOf(c: Context, match: Match, type: Type): string | undefined {
  const { result } = match.idiom;
  if (result === undefined) return undefined;
  return c.takeResultNames([type])?.[0] ?? c.freshLocal(result.toLowerCase());
}

/** The value of what was written: the expression itself, or the variable that the statements fill. */
function placedValue(c: Context, made: Instantiation, type: Type, resultName?: string): Value {
  const here = (made.places.here ?? []) as go.Node[];
  placeElsewhere(c, made);
  if (made.isExpression) {
    const [only] = here;
    if (here.length !== 1 || !only) return c.gap('this idiom has no Go to write');
    return value(only as go.Expression, type);
  }
  if (resultName !== undefined) {
    c.emit(...failing(c, here as go.Statement[]));
    return pure(g.ident(resultName), type);
  }
  const statementsOnly = here as go.Statement[];
  const last = statementsOnly[statementsOnly.length - 1];
  if (last?.kind === 'ExprStmt' && type.kind === 'none') {
    c.emit(...failing(c, statementsOnly.slice(0, -1)));
    return value(last.x, type);
  }
  c.emit(...failing(c, statementsOnly));
  return pure(g.nil(), { kind: 'none' });
}

/**
 * One part of a match. The whole is instantiated with the first part that is met; what belongs to `main` waits for the
 * part of the source that stands there, so that the order of the program is kept.
 */
function writePart(c: Context, { match, part, index }: FoundPart): void {
  const matches = doneIn(c);
  let made = matches.get(match);
  if (!made) {
    const fence = c.idioms.fenceFor(match);
    if (!fence) return c.gap('this idiom has no Go to write');
    made = write(c, match, fence, match.bindings);
    matches.set(match, made);
  }
  const laterMain = match.parts.some((other, at) => at > index && other.part.at === 'main' && other.nodes.length > 0);
  const { main, ...rest } = made.places;
  const waits = laterMain && part.part.at !== 'main';
  place(c, { ...made, places: waits ? rest : { ...rest, ...(main && { main }) } }, false);
  // Every place is written once.
  made.places = waits && main ? { main } : {};
}

// ---- instantiation ----

function write(
  c: Context,
  match: Match,
  fence: Fence,
  bindings: ReadonlyMap<string, Binding>,
  resultName?: string,
): Instantiation {
  const counts = occurrences(fence);
  const filled = new Map<string, Filling>();
  for (const what of match.assumes) c.notes.assume(what);
  const made = instantiate(fence, {
    fresh: name => freshFor(c, match, name),
    fill(name) {
      if (name === match.idiom.result && resultName !== undefined) return g.ident(resultName);
      const known = filled.get(name);
      if (known !== undefined) return Array.isArray(known) ? known.map(copyNode) : copyNode(known);
      const node = fill(c, match, bindings, name, counts.get(name) ?? { count: 1, repeated: false });
      filled.set(name, node);
      return node;
    },
  });
  const { here } = made.places;
  if (here && !made.isExpression) {
    made.places.here = failing(c, adoptVariables(c, here.map(asStatement) as go.Statement[], bindings));
  }
  return made;
}

/** Roles are known by their names in the template, so those are kept where they can be. */
function freshFor(c: Context, match: Match, name: string): string {
  if (Object.values(match.idiom.roles).includes(name)) return name;
  if (/^[A-Z]/.test(name) || name === 'main') return name;
  return c.freshLocal(name);
}

/** The variable that the statement around gives the value to. */
function assignedName(c: Context, node: NodeBase | undefined): string | undefined {
  const parent = node && (c.facts.parentOf(node) as py.Node | undefined);
  if (parent?.kind !== 'Assign' || parent.targets.length !== 1 || parent.value !== node) return undefined;
  const [target] = parent.targets;
  const symbol = target?.kind === 'Name' ? c.facts.symbolOf(target) : undefined;
  return symbol && variableName(c, symbol);
}

/** The counterpart of a match as fragments, for a hover. */
export function rootIdiom(c: Context, match: Match): Instantiation | undefined {
  const fence = c.idioms.fenceFor(match);
  if (!fence) return undefined;
  const [node] = match.parts[0]?.nodes ?? [];
  const type = node && match.parts[0]?.part.form === 'expression' ? c.typeOf(node) : ({ kind: 'any' } as const);
  const name = match.idiom.result === undefined ? undefined : (assignedName(c, node) ?? resultOf(c, match, type));
  return write(c, match, fence, match.bindings, name);
}
