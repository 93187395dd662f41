/** Parses again what an open bracket or string took along, from the next line that begins a declaration. */
import type { CstNode } from '../cst';

/** How often a broken text is parsed again from some line to its end, so that a keystroke costs a few parses at most. */
const mostParses = 4;

/** By convention nothing else begins so in the first column. */
const beginning = /^(?:func|type|var|const|import)\b/gm;

/**
 * The top-level nodes of a text. Where one of them is broken and swallowed further declarations, these are parsed
 * anew; the broken one is parsed alone, so that its error stays in it. Gives back `nodes` where there is no such thing.
 */
export function reparse(nodes: readonly CstNode[], text: string, parse: (text: string) => CstNode): CstNode[] {
  let result = [...nodes];
  for (let tries = 0; tries < mostParses; tries++) {
    const at = result.findIndex((n, i) => n.hasError && resumeIn(result, i, text) !== undefined);
    if (at < 0) break;
    const resume = resumeIn(result, at, text) as number;
    const first = at - (opensBody(result, at) ? 1 : 0);
    const start = (result[first] as CstNode).start;
    const others = result.slice(at + 1).some(n => n.hasError);
    const end = (others ? (result.at(-1) as CstNode) : (result[at] as CstNode)).end;
    const broken = parsePart(text, start, resume, parse);
    const rest = parsePart(text, resume, end, parse);
    // Only what is behind can be improved further: the broken part has no declaration inside.
    result = [...result.slice(0, first), ...broken, ...rest, ...(others ? [] : result.slice(at + 1))];
  }
  return result;
}

/** Whether this error is the body of the declaration before it. */
function opensBody(nodes: readonly CstNode[], at: number): boolean {
  const before = nodes[at - 1];
  if (!before || nodes[at]?.type !== 'ERROR' || nodes[at].children[0]?.type !== '{') return false;
  return before.type === 'function_declaration' || before.type === 'method_declaration';
}

/** Where to go on inside a broken node; undefined where it holds no further declaration. */
function resumeIn(nodes: readonly CstNode[], at: number, text: string): number | undefined {
  const n = nodes[at] as CstNode;
  beginning.lastIndex = n.start + 1;
  const found = beginning.exec(text)?.index;
  if (found === undefined || found >= n.end) return undefined;
  // Its comment goes with it.
  let resume = found;
  for (;;) {
    const line = text.lastIndexOf('\n', resume - 2) + 1;
    if (line >= resume || line <= n.start || !text.startsWith('//', line)) return resume;
    resume = line;
  }
}

function parsePart(text: string, start: number, end: number, parse: (text: string) => CstNode): CstNode[] {
  const part = parse(`${text.slice(start, end)}\n`);
  const move = (n: CstNode): void => {
    n.start = Math.min(n.start + start, end);
    n.end = Math.min(n.end + start, end);
    n.children.forEach(move);
  };
  part.children.forEach(move);
  return part.children;
}
