/** The code of a fence to top-level nodes of the AST, with the places where it does not parse. */
import type { CstNode } from '../syntax/cst';
import { lowerGoFragment } from '../syntax/go/fragment';
import { walk, type NodeBase, type SourceFile } from '../syntax/node';
import type { LanguageId, Parsers } from '../syntax/parser';
import { lowerPython } from '../syntax/python/lower';

export interface ParsedFence {
  /** Offsets of the nodes are relative to the start of their unit. */
  units: { node: NodeBase; start: number }[];
  /** What does not parse, as offsets in the text. */
  errors: { start: number; end: number }[];
  /** The text of strings and comments, as offsets in the text. */
  opaque: { start: number; end: number }[];
}

const opaqueTypes = new Set([
  'string_content',
  'format_specifier',
  'interpreted_string_literal_content',
  'interpreted_string_literal',
  'raw_string_literal',
  'rune_literal',
  'comment',
]);

/** Parses statements, declarations or one expression; with `pattern`, names that begin with `µ` are metavariables. */
export async function parseFence(
  language: LanguageId,
  text: string,
  parsers: Parsers,
  options: { pattern: boolean },
): Promise<ParsedFence> {
  await parsers.load(language);
  const parse = (source: string): CstNode => {
    const tree = parsers.parseNow(language, source);
    if (!tree) throw new Error(`The ${language} grammar is not loaded.`);
    try {
      return tree.cst();
    } finally {
      tree.dispose();
    }
  };
  // Strings and comments are found in a parse of their own: a Go fragment is parsed piece by piece.
  const whole = parse(language === 'go' ? `func _() {\n${text}\n}\n` : text);
  const shift = language === 'go' ? 'func _() {\n'.length : 0;
  const file: SourceFile<NodeBase> =
    language === 'go' ? lowerGoFragment(parse, text, options) : lowerPython(whole, text, options);
  return { units: file.units, errors: errorsOf(file), opaque: opaqueParts(whole, shift) };
}

function errorsOf(file: SourceFile<NodeBase>): { start: number; end: number }[] {
  const errors: { start: number; end: number }[] = [];
  for (const unit of file.units) {
    const before = errors.length;
    walk(unit.node, node => {
      if (node.kind === 'Bad') errors.push({ start: unit.start + node.start, end: unit.start + node.end });
    });
    if (unit.hasError && errors.length === before) {
      errors.push({ start: unit.start + unit.node.start, end: unit.start + unit.node.end });
    }
  }
  return errors;
}

function opaqueParts(root: CstNode, shift: number): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  const visit = (node: CstNode): void => {
    if (opaqueTypes.has(node.type)) parts.push({ start: node.start - shift, end: node.end - shift });
    else node.children.forEach(visit);
  };
  visit(root);
  return parts;
}
