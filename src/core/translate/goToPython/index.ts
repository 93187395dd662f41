/** Go to Python: one walk for a match, a selection and a whole file. */
import type { Logger } from '../../index';
import type * as go from '../../syntax/go/ast';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { Origins } from '../correspond';
import type { Draft } from '../draft';
import { GapError, Notes } from '../gaps';
import { IdiomLayer } from '../idioms';
import type { TranslationInput } from '../translate';
import { findClasses } from './classes';
import { newFunction, type Context } from './context';
import { findErrorModes } from './errorModes';
import { findGenerics } from './generics';
import { findExceptions } from './exceptions';
import { libraryType } from './library';
import { moduleStatements, namesLaterClass, neededAtOnce } from './module';
import { Output } from './output';
import { readProgram } from './program';
import { findReceivers } from './receivers';
import { findSigns } from './signs';
import { comprehend } from './comprehensions';
import { createTyping } from './typing';
import { dropUnused } from './unused';
import { findUsage } from './usage';
import { matchNodes } from './matchScope';
import { selected } from './selection';

/** Writes Python for what `input.scope` names. What cannot be said is a gap of the draft; nothing is thrown. */
export function goToPython(input: TranslationInput, log: Logger): Draft {
  let notes = new Notes();
  let origins = new Origins();
  const learned = { zeroed: new Set<string>(), zeroParameters: new Set<string>() };
  try {
    let draft = write(createContext(input, notes, origins, learned), input);
    const count = (): number => learned.zeroed.size + learned.zeroParameters.size;
    // Classes stand before the code that showed which of them are made without values, and their fields may hold others.
    for (let before = 0; count() > before;) {
      before = count();
      notes = new Notes();
      origins = new Origins();
      draft = write(createContext(input, notes, origins, learned), input);
    }
    return draft;
  } catch (error) {
    const what = error instanceof GapError ? error.what : 'the translator failed here';
    if (!(error instanceof GapError))
      log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const source = input.text.split('\n').map(line => `# ${line}`.trimEnd());
    notes.gap({ start: 0, end: input.text.length, what });
    const comment: py.Statement = { kind: 'Bad', text: source.join('\n'), start: -1, end: -1 };
    return { nodes: [comment], imports: [], notes, origins };
  }
}

function createContext(
  input: TranslationInput,
  notes: Notes,
  origins: Origins,
  { zeroed, zeroParameters }: Pick<Context, 'zeroed' | 'zeroParameters'>,
): Context {
  const roots = input.file.units.map(unit => unit.node) as go.TopLevel[];
  const program = readProgram(roots, zeroed);
  const typing = createTyping(program, input.facts, libraryType);
  const generics = findGenerics(program, typing);
  const units = new Map<NodeBase, number>(input.file.units.map(unit => [unit.node, unit.start]));
  const cx: Context = {
    program,
    typing,
    facts: input.facts,
    text: input.text,
    target: input.target,
    notes,
    origins,
    out: new Output(program),
    usage: findUsage(program, typing),
    signs: findSigns(program, typing),
    exceptions: findExceptions(program, typing),
    errorModes: findErrorModes(program, typing),
    classes: findClasses(program, typing, generics),
    generics,
    receivers: findReceivers(program, typing),
    idioms: new IdiomLayer(input.matches, 'python', input.target, input.facts),
    units,
    literalsOf: literalFinder(program.roots, typing),
    zeroed,
    zeroParameters,
    isFragment: input.scope.kind !== 'file',
    usesFlask: { value: false },
    unitStart: 0,
    fn: undefined as unknown as Context['fn'],
  };
  cx.fn = newFunction(cx, { kind: 'module' });
  return cx;
}

/** The composite literals of each struct. */
function literalFinder(roots: readonly go.TopLevel[], typing: Context['typing']): Context['literalsOf'] {
  const found = new Map<string, go.CompositeLit[]>();
  for (const root of roots) {
    walk(root, node => {
      if (node.kind !== 'CompositeLit') return;
      const literal = node as unknown as go.CompositeLit;
      const info = typing.info(typing.of(literal));
      if (info?.form === 'struct') found.set(info.name, [...(found.get(info.name) ?? []), literal]);
    });
  }
  return name => found.get(name) ?? [];
}

function write(cx: Context, input: TranslationInput): Draft {
  const { scope } = input;
  if (scope.kind === 'file') {
    const body = moduleStatements(cx);
    comprehend(body);
    dropUnused(body);
    if (namesLaterClass(body)) cx.out.postponeAnnotations();
    const around = cx.out.around(body);
    const imports = around.imports;
    const lines: py.Statement[] = imports.map((text, i): py.Statement => ({
      kind: 'Bad',
      text,
      start: -1,
      end: -1,
      ...(i === 0 && { blank: true as const }),
    }));
    const first = body[0];
    const isDoc = first?.kind === 'Expr' && first.value.kind === 'Str';
    const rest = isDoc ? body.slice(1) : body;
    const { early, late } = placed(around.helpers, rest);
    const guard = rest.at(-1)?.kind === 'If' ? rest.splice(-1) : [];
    const nodes = [...(isDoc ? [first] : []), ...lines, ...around.typeVars, ...early, ...rest, ...late, ...guard];
    return { nodes: withClosingComments(nodes, input), imports, notes: cx.notes, origins: cx.origins };
  }
  const body =
    scope.kind === 'match' ? matchNodes(cx, input, scope.match) : selected(cx, input, scope.unit, scope.nodes);
  const around = cx.out.around(body);
  return {
    nodes: [...around.typeVars, ...body, ...around.helpers],
    imports: around.imports,
    notes: cx.notes,
    origins: cx.origins,
  };
}

/** Functions that help stand at the end; what is needed while the module is read stands at the top. */
function placed(
  helpers: readonly py.Statement[],
  body: readonly py.Statement[],
): { early: py.Statement[]; late: py.Statement[] } {
  const needs = neededAtOnce(body);
  const atOnce = new Set(body.flatMap(one => [...needs(one)]));
  // What is made while the module is read may run its methods then, and they what they call.
  const isMade = helpers.some(one => one.kind === 'Bad' && /^\w+ = \w+\(/.test(one.text) && atOnce.has(ownName(one)));
  if (isMade) for (const one of helpers) atOnce.add(ownName(one));
  const early = helpers.filter(one => {
    const text = one.kind === 'Bad' ? one.text : '';
    const own = ownName(one);
    return !text.startsWith('def') || atOnce.has(own) || body.some(one => annotated(one).has(own));
  });
  // A function that one of the early ones calls is needed as soon as that is.
  const isEarly = (one: py.Statement): boolean =>
    early.includes(one) ||
    early.some(
      other =>
        one.kind === 'Bad' && other.kind === 'Bad' && other.text.startsWith('def') && mentions(other.text, one.text),
    );
  return { early: helpers.filter(isEarly), late: helpers.filter(one => !isEarly(one)) };
}

/** The name that a helper defines. */
function ownName(helper: py.Statement): string {
  const own = helper.kind === 'Bad' ? /^(?:def|class) (\w+)|^(\w+) =/m.exec(helper.text) : undefined;
  return own?.[1] ?? own?.[2] ?? '';
}

const mentions = (text: string, helper: string): boolean =>
  new RegExp(`\\b${/def (\w+)/.exec(helper)?.[1] ?? '-'}\\(`).test(text);

/** Names in annotations, which are read with the definition. */
function annotated(node: py.Statement): Set<string> {
  const names = new Set<string>();
  walk(node, at => {
    for (const field of ['annotation', 'returns']) {
      const value = at[field];
      if (typeof value === 'object' && value !== null)
        walk(value as NodeBase, one => void (one.kind === 'Name' && names.add(String(one['id']))));
    }
  });
  return names;
}

/** Comments behind the last declaration. */
function withClosingComments(nodes: py.Statement[], input: TranslationInput): py.Statement[] {
  const { comments } = input.file;
  if (comments.length === 0) return nodes;
  const text = comments.flatMap(comment => comment.text.split('\n')).map(line => `#${line}`.trimEnd());
  return [...nodes, { kind: 'Bad', text: text.join('\n'), start: -1, end: -1 }];
}
