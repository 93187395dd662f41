/** The catalog's Markdown as a list of runs, for surfaces that build their own elements and never take HTML. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, PhrasingContent } from 'mdast';

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong'; text: string }
  | { kind: 'link'; text: string; url: string };

/** The paragraphs of a Markdown text, run together. Only links to https are kept as links. */
export function inlineRuns(markdown: string): Inline[] {
  const runs: Inline[] = [];
  const add = (node: Nodes | PhrasingContent): void => {
    switch (node.type) {
      case 'text':
        runs.push({ kind: 'text', text: node.value.replace(/\s+/g, ' ') });
        break;
      case 'inlineCode':
        runs.push({ kind: 'code', text: node.value });
        break;
      case 'strong':
        runs.push({ kind: 'strong', text: plainText(node) });
        break;
      case 'link':
        runs.push(
          node.url.startsWith('https://')
            ? { kind: 'link', text: plainText(node), url: node.url }
            : { kind: 'text', text: plainText(node) },
        );
        break;
      default:
        if ('children' in node) node.children.forEach(add);
        else if ('value' in node) runs.push({ kind: 'text', text: node.value });
    }
  };
  add(fromMarkdown(markdown));
  return runs;
}

function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
