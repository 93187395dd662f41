/** The idiom layer: what the catalog has found is written as the catalog says. */
import type { Binding, Match } from '../../match/match';
import type * as go from '../../syntax/go/ast';
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { GapError } from '../gaps';
import type { FoundPart } from '../idioms';
import { instantiate, type Filling } from '../instantiate';
import { pythonName } from '../names';
import { place } from './assignments';
import { rangeOf, variableOf, type Context, type Value } from './context';
import { expression } from './expressions';
import { freshName, nameOf } from './naming';
import { statements, type Step } from './statements';

/** An expression that an idiom was found for; undefined where none can be written. */
export function idiomExpression(cx: Context, node: go.Expression, only?: Match): Value | undefined {
  for (const found of cx.idioms.at(node)) {
    if (only && found.match !== only) continue;
    if (found.index !== 0 || found.part.part.form !== 'expression' || found.match.parts.length > 1) continue;
    const value = attempt(cx, () => asExpression(cx, found, node));
    if (value) return value;
  }
  return undefined;
}

function asExpression(cx: Context, found: FoundPart, node: go.Expression): Value | undefined {
  const before: py.Statement[] = [];
  const made = write(cx, found, before);
  const here = made?.places.here;
  if (!made?.isExpression || here?.length !== 1) return undefined;
  return { before, value: here[0] as py.Expression, type: cx.typing.of(node), pure: cx.facts.isPure(node) };
}

/** Statements that an idiom was found for, from a place in a list on. */
export function idiomStatements(cx: Context, list: readonly go.Statement[], i: number, only?: Match): Step | undefined {
  for (const found of cx.idioms.at(list[i]!)) {
    if (only && found.match !== only) continue;
    if (found.index !== 0 || found.part.part.form !== 'statements') continue;
    const nodes = found.part.nodes;
    // What `...` passed over is not the idiom's to write.
    if (nodes.some((node, k) => list[i + k] !== node)) continue;
    const written = attempt(cx, () => {
      const before: py.Statement[] = [];
      const made = write(cx, found, before);
      if (!made || Object.keys(made.places).some(place => place !== 'here')) return undefined;
      const here = (made.places.here ?? []) as (py.Statement | py.Expression)[];
      return [...before, ...given(cx, found, made.isExpression, here)];
    });
    if (written) return { written, consumed: nodes.length };
  }
  return undefined;
}

/** Where Go needs statements for a value and Python does not, the value goes where Go puts it. */
function given(
  cx: Context,
  { match }: FoundPart,
  isExpression: boolean,
  here: (py.Statement | py.Expression)[],
): py.Statement[] {
  const [only] = here;
  const target = match.idiom.result ? match.bindings.get(match.idiom.result) : undefined;
  if (!isExpression || here.length !== 1 || !only || !target || Array.isArray(target)) return here.map(asStatement);
  return [
    {
      kind: 'Assign',
      targets: [place(cx, target as go.Expression).value],
      value: only as py.Expression,
      start: -1,
      end: -1,
    },
  ];
}

const statementKinds =
  /^(FunctionDef|ClassDef|Return|Delete|Assign|AugAssign|AnnAssign|For|While|If|With|Match|Raise|Try|Assert|Import|ImportFrom|Global|Nonlocal|Expr|Pass|Break|Continue|Bad)$/;

const asStatement = (node: py.Statement | py.Expression): py.Statement =>
  statementKinds.test(node.kind)
    ? (node as py.Statement)
    : { kind: 'Expr', value: node as py.Expression, start: -1, end: -1 };

function write(cx: Context, found: FoundPart, before: py.Statement[]): ReturnType<typeof instantiate> | undefined {
  const { match } = found;
  const fence = cx.idioms.fenceFor(match);
  if (!fence) return undefined;
  const made = instantiate(fence, {
    fill: name => fill(cx, match.bindings.get(name), name, before),
    fresh: name => freshName(cx, pythonName(name, 'variable')),
  });
  for (const { module, name, local } of fence.imports) {
    if (name) cx.out.from(module, name);
    else if (module.split('.')[0] === local || module === local) cx.out.module(module);
    else throw new GapError(`${module} under the name ${local}`);
  }
  for (const assumed of match.assumes) cx.notes.assume(assumed);
  return made;
}

function fill(cx: Context, binding: Binding | undefined, name: string, before: py.Statement[]): Filling {
  if (binding === undefined) throw new GapError(`the idiom says nothing for ${name}`);
  if (Array.isArray(binding)) return fillMany(cx, binding, before);
  return fillOne(cx, binding, before);
}

function fillMany(cx: Context, nodes: NodeBase[], before: py.Statement[]): Filling {
  if (nodes.some(isStatement)) return statements(cx, nodes as go.Statement[]);
  return nodes.map(node => fillOne(cx, node, before) as NodeBase);
}

const isStatement = (node: NodeBase): boolean => /Stmt$/.test(node.kind);

function fillOne(cx: Context, node: NodeBase, before: py.Statement[]): Filling {
  if (isStatement(node)) return statements(cx, [node as go.Statement]);
  if (node.kind === 'Ident') {
    const variable = variableOf(cx, node as go.Ident);
    if (variable) {
      const own: py.Name = { kind: 'Name', id: nameOf(cx, variable), start: -1, end: -1 };
      const isValue = variable.kind === 'const' || cx.program.sentinels.has(variable.name);
      return isValue ? expression(cx, node as go.Ident).value : cx.origins.mark(own, rangeOf(cx, node));
    }
  }
  const value = expression(cx, node as go.Expression);
  before.push(...value.before);
  return value.value;
}

/** What cannot be written falls back to the syntax layer, and leaves no trace. */
function attempt<T>(cx: Context, work: () => T | undefined): T | undefined {
  const takeBack = cx.notes.mark();
  const gaps = cx.notes.gaps().length;
  try {
    const result = work();
    if (result !== undefined && cx.notes.gaps().length === gaps) return result;
  } catch (error) {
    // A template that takes one node and gets several says so by an Error.
    if (!(error instanceof GapError) && !(error instanceof Error && /takes one node/.test(error.message))) throw error;
  }
  takeBack();
  return undefined;
}
