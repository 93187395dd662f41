/** One fence of the head or of an `Inside` section: its text to parts of AST and the imports that they stand on. */
import { languageNames } from '../languages';
import { walk, type AnyNode, type Meta, type NodeBase } from '../syntax/node';
import type { LanguageId, Parsers } from '../syntax/parser';
import { expandFence } from './expand';
import { readFenceInfo, splitParts } from './fenceInfo';
import type { Fence, Part, Requirement } from './idiom';
import { requirementsOf } from './imports';
import type { RawFence } from './markdown';
import { decode, encode, fill, gapName } from './metavariables';
import { parseFence, type ParsedFence } from './parse';
import type { Problems } from './problems';

/**
 * Compiles one fence. What comes back are the fence itself and, behind it, the alternatives that say the same in
 * another form (match only); nothing where it does not parse, which is reported.
 */
export async function compileFence(
  raw: RawFence & { language: LanguageId },
  parsers: Parsers,
  problems: Problems,
): Promise<Fence[]> {
  const before = problems.list().length;
  const info = readFenceInfo(raw, problems);
  checkSpelling(raw, problems);
  const { head, parts: rawParts } = splitParts(raw, problems);
  const imports: Requirement[] = [];
  const parts: Part[] = [];

  const lower = async (text: string): Promise<NodeBase[]> => {
    const { nodes, lineOf } = await parsePart(raw, text, parsers, problems);
    const split = requirementsOf(nodes, (node, message) => problems.report(lineOf(node), message));
    for (const requirement of split.requirements) {
      if (!imports.some(known => sameImport(known, requirement))) imports.push(requirement);
    }
    return split.rest;
  };

  const [stray] = await lower(head);
  if (stray) problems.report(raw.line, 'Only imports may stand before the first part.');
  for (const { at, optional, text } of rawParts) {
    const nodes = (await lower(text)).map(node => toPattern(node as AnyNode) as NodeBase);
    if (nodes.length === 0 && text.trim() !== '') problems.report(raw.line, 'Besides its imports this fence is empty.');
    const value = nodes.length === 1 ? expressionOf(nodes[0]!) : undefined;
    parts.push({
      at,
      ...(optional && { optional: true as const }),
      form: value ? 'expression' : 'statements',
      nodes: value ? [value] : nodes,
    });
  }
  if (raw.text.trim() === '') problems.report(raw.line - 1, 'This fence is empty.');
  if (problems.list().length > before) return [];
  const { language, text, line } = raw;
  const fence: Fence = { language, ...info, imports, parts, text, line };
  return [fence, ...expandFence(fence)];
}

function checkSpelling(raw: RawFence, problems: Problems): void {
  raw.text.split('\n').forEach((line, i) => {
    const at = raw.line + i;
    if (line.includes('µ')) problems.report(at, 'A fence may not contain "µ": it stands for "$" while parsing.');
    const lower = /\$+([a-z]\w*)/.exec(line.replace(/(["'`])(?:\\.|(?!\1).)*\1/g, ''));
    if (lower) problems.report(at, `Write a metavariable in upper case: $${lower[1]!.toUpperCase()}.`);
    const two = /(?<!\$)\$\$(?!\$)([A-Z_]\w*)/.exec(line);
    if (two) problems.report(at, `Write $${two[1]} for one node or $$$${two[1]} for any number.`);
  });
}

async function parsePart(
  raw: RawFence & { language: LanguageId },
  text: string,
  parsers: Parsers,
  problems: Problems,
): Promise<{ nodes: NodeBase[]; lineOf(node: NodeBase): number }> {
  const known = new Map<string, ParsedFence>();
  const parse = async (code: string): Promise<ParsedFence> => {
    const parsed = known.get(code) ?? (await parseFence(raw.language, code, parsers, { pattern: true }));
    known.set(code, parsed);
    return parsed;
  };
  const encoded = encode(text);
  const filled = await fill(raw.language, encoded, async code => countErrors(await parse(code)));
  const parsed = await parse(filled.code);
  const lineAt = (offset: number): number => raw.line + text.slice(0, filled.toText(offset)).split('\n').length - 1;

  for (const { start, end } of parsed.errors) {
    const shown = decode(filled.code.slice(start, end)).trim().split('\n')[0] ?? '';
    problems.report(lineAt(start), `This is no ${languageNames[raw.language]} here: "${shown}".${adviceFor(shown)}`);
  }
  for (const { start, end } of parsed.opaque) {
    const name = /µ+[A-Z_]\w*/.exec(filled.code.slice(start, end))?.[0];
    if (name === undefined) continue;
    const shown = decode(name);
    problems.report(lineAt(start), `${shown} stands inside a string or comment, where nothing is bound: take it out.`);
  }
  const starts = new Map(parsed.units.map(unit => [unit.node, unit.start]));
  for (const unit of parsed.units) {
    reportStrayHoles(unit.node as AnyNode, hole => {
      const shown = `$$$${hole.name}`;
      problems.report(
        lineAt(unit.start + hole.start),
        `${shown} stands where one node is expected: write $${hole.name}, or put it into a list.`,
      );
    });
    walk(unit.node, node => {
      if (node.kind !== 'Set' || !isHoleAlone(node['elts'])) return;
      problems.report(
        lineAt(unit.start + node.start),
        'A hole alone in braces is a set: write {**$$$PAIRS} for a dict, set($XS) for a set.',
      );
    });
  }
  return {
    nodes: parsed.units.map(unit => unit.node),
    lineOf: node => lineAt((starts.get(node) ?? 0) + node.start),
  };
}

/** A hole that stands where one node belongs is as wrong as what does not parse: `xs ** $$$IFS` is a power. */
function countErrors(parsed: ParsedFence): number {
  let strays = 0;
  for (const unit of parsed.units) reportStrayHoles(unit.node as AnyNode, () => strays++);
  return parsed.errors.length + strays;
}

function isHoleAlone(elts: unknown): boolean {
  return Array.isArray(elts) && elts.length === 1 && (elts[0] as Meta).kind === 'Meta' && (elts[0] as Meta).many;
}

/** Calls `report` for each `$$$NAME` that is not an item of a list. */
function reportStrayHoles(node: AnyNode, report: (hole: Meta) => void): void {
  for (const [field, value] of Object.entries(node)) {
    if (field === 'comments' || typeof value !== 'object' || value === null) continue;
    const items: unknown[] = Array.isArray(value) ? value : [value];
    for (const item of items) {
      if (typeof item !== 'object' || item === null || !('kind' in item)) continue;
      const child = item as AnyNode;
      const hole = child as unknown as Meta;
      if (hole.kind !== 'Meta') reportStrayHoles(child, report);
      else if (hole.many && !(Array.isArray(value) && takesMany(node.kind))) report(hole);
    }
  }
}

/** The operands of a comparison are a list in the AST, but each belongs to its operator. */
function takesMany(kind: string): boolean {
  return kind !== 'Compare' && kind !== 'IndexExpr';
}

/** Source offsets go, since a pattern stands in no document, and the name that stood for `...` becomes the gap. */
export function toPattern(node: AnyNode): AnyNode {
  const copy: AnyNode = { ...node, start: -1, end: -1 };
  if (node.kind === 'Meta' && node['name'] === gapName) return { ...copy, name: '_', many: true };
  for (const [field, value] of Object.entries(node)) {
    if (field === 'comments') continue;
    if (Array.isArray(value)) copy[field] = value.map((item: unknown) => (isNode(item) ? toPattern(item) : item));
    else if (isNode(value)) copy[field] = toPattern(value);
  }
  return copy;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** The value of a statement that is only an expression. A hole alone is taken for one. */
function expressionOf(node: NodeBase): NodeBase | undefined {
  const statement = node as AnyNode;
  if (node.kind === 'Meta') return statement['many'] === true ? undefined : node;
  if (node.kind === 'Expr') return withComments(statement['value'] as NodeBase, node);
  if (node.kind === 'ExprStmt') return withComments(statement['x'] as NodeBase, node);
  return undefined;
}

function withComments(value: NodeBase, from: NodeBase): NodeBase {
  return from.comments ? { ...value, comments: [...(value.comments ?? []), ...from.comments] } : value;
}

function sameImport(a: Requirement, b: Requirement): boolean {
  return a.module === b.module && a.name === b.name && a.local === b.local;
}

function adviceFor(shown: string): string {
  if (shown.includes('$$$')) return ' A $$$HOLE stands for items of a list: statements, arguments, elements, cases.';
  return '';
}
