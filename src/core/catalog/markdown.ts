/** Takes an idiom file apart: front matter, first paragraph, fences, sections. It knows nothing of what they mean. */
import type { Code, Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Problems } from './problems';

/** A fenced block, as written. */
export interface RawFence {
  language: string;
  /** What stands after the language. */
  info: string;
  text: string;
  /** Zero-based line of the file where the text starts. */
  line: number;
}

/** What stands between one heading and the next. */
export interface RawSection {
  title: string;
  /** Zero-based line of the heading. */
  line: number;
  content: RootContent[];
}

export interface RawFile {
  /** The text of the front matter and the zero-based line where it starts; undefined for a file without one. */
  frontMatter?: { text: string; line: number };
  /** Before the first heading. */
  head: RootContent[];
  sections: RawSection[];
  /** The file's text, for slices of Markdown. */
  text: string;
}

/** Splits the file at its headings. Headings of another level than the second are reported and taken as text. */
export function splitFile(text: string, problems: Problems): RawFile {
  const opening = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  const found = opening?.index === 0 ? opening : undefined;
  // The front matter is blanked out, so that every position in the rest is one of the file.
  const rest = found ? found[0].replace(/[^\n]/g, ' ') + text.slice(found[0].length) : text;
  const file: RawFile = { head: [], sections: [], text };
  if (found) file.frontMatter = { text: found[1] ?? '', line: 1 };

  for (const node of fromMarkdown(rest).children) {
    refuseImages(node, problems);
    if (node.type !== 'heading') {
      (file.sections.at(-1)?.content ?? file.head).push(node);
      continue;
    }
    const title = plainText(node).trim();
    if (node.depth !== 2) problems.report(lineOf(node), `Write the heading as "## ${title}": a file has one level.`);
    file.sections.push({ title, line: lineOf(node), content: [] });
  }
  return file;
}

/** A hover would fetch an image from its address, and nothing of the extension goes to a network. */
function refuseImages(node: Nodes, problems: Problems): void {
  if (node.type === 'image' || node.type === 'imageReference') {
    problems.report(lineOf(node), 'Take the image out, or write a link to it: hovers show text and code.');
  }
  if ('children' in node) for (const child of node.children) refuseImages(child, problems);
}

/** Zero-based line where a node starts. */
export function lineOf(node: Nodes): number {
  return (node.position?.start.line ?? 1) - 1;
}

export function rawFence(node: Code): RawFence {
  return { language: node.lang ?? '', info: node.meta ?? '', text: node.value, line: lineOf(node) + 1 };
}

/** The Markdown of a node as it stands in the file, on one line per line and without the list's indentation. */
export function sourceOf(file: RawFile, node: Nodes): string {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return '';
  const indent = new RegExp(`^[ \\t]{0,${start.column - 1}}`, 'gm');
  return file.text.slice(start.offset, end.offset).replace(/\r\n/g, '\n').replace(indent, '').trim();
}

/** The Markdown of neighbours, blank lines between them kept. */
export function sourceOfAll(file: RawFile, nodes: RootContent[]): string {
  return nodes.map(node => sourceOf(file, node)).join('\n\n');
}

export function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
