/** Small functions that Go lacks. They are written only where they are used, once, at the end of the file. */
import type * as go from '../../syntax/go/ast';
import { walk, type NodeBase } from '../../syntax/node';
import { helperTexts } from './helperTexts';

/** Names that helpers bring with them, beside their own. */
export const besideHelpers = Object.values(helperTexts).flatMap(helper => helper.alsoNamed ?? []);

export class Helpers {
  /** Key in the table to the name in the answer. */
  private readonly used = new Map<string, string>();

  constructor(private readonly fresh: (name: string) => string) {}

  /** Marks a helper and what it stands on as needed; returns its name, which keeps clear of the user's. */
  use(key: string): string {
    const known = this.used.get(key);
    if (known !== undefined) return known;
    const helper = helperTexts[key];
    if (!helper) throw new Error(`There is no helper named ${key}.`);
    const name = this.fresh(key);
    this.used.set(key, name);
    for (const other of helper.needs ?? []) this.use(other);
    return name;
  }

  isUsed(key: string): boolean {
    return this.used.has(key);
  }

  /** The declarations of what the code uses in the end, in the order in which they were first needed. */
  written(code: readonly NodeBase[]): { nodes: go.Bad[]; imports: string[] } {
    const wanted = this.wantedBy(code);
    const imports = new Set<string>();
    const nodes: go.Bad[] = [];
    for (const key of this.used.keys()) {
      const helper = helperTexts[key];
      if (!helper || !wanted.has(key)) continue;
      for (const path of helper.imports ?? []) imports.add(path);
      nodes.push({ kind: 'Bad', start: -1, end: -1, blank: true, text: this.rename(helper.text.trim()) });
    }
    return { nodes, imports: [...imports] };
  }

  /** What was asked for may not be in the code any more: a trial that failed, a type that was left out. */
  private wantedBy(code: readonly NodeBase[]): Set<string> {
    const names = new Set<string>();
    for (const root of code) {
      walk(root, node => {
        if (node.kind === 'Ident') names.add((node as unknown as go.Ident).name);
      });
    }
    const wanted = new Set<string>();
    const add = (key: string): void => {
      if (wanted.has(key)) return;
      wanted.add(key);
      helperTexts[key]?.needs?.forEach(add);
    };
    for (const [key, name] of this.used) {
      const others = helperTexts[key]?.alsoNamed ?? [];
      if (names.has(name) || others.some(other => names.has(other))) add(key);
    }
    return wanted;
  }

  private rename(text: string): string {
    let result = text;
    for (const [key, name] of this.used) {
      if (key === name) continue;
      // Words of comments and of texts are no names, but for the name that a comment begins with.
      const token = new RegExp(
        `// ${key}\\b|//.*|"(?:\\\\.|[^"\\\\\n])*"|\`[^\`]*\`|(?<!\\w|(?<!\\.\\.)\\.)${key}\\b`,
        'g',
      );
      result = result.replace(token, found => (found === key ? name : found === `// ${key}` ? `// ${name}` : found));
    }
    return result;
  }
}
