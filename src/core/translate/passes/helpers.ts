/** Small functions that Go lacks. They are written only where they are used, once, at the end of the file. */
import type * as go from '../../syntax/go/ast';
import { helperTexts } from './helperTexts';

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

  /** The declarations, in the order in which they were first needed, and what they import. */
  written(): { nodes: go.Bad[]; imports: string[] } {
    const imports = new Set<string>();
    const nodes: go.Bad[] = [];
    for (const key of this.used.keys()) {
      const helper = helperTexts[key];
      if (!helper) continue;
      for (const path of helper.imports ?? []) imports.add(path);
      nodes.push({ kind: 'Bad', start: -1, end: -1, blank: true, text: this.rename(helper.text.trim()) });
    }
    return { nodes, imports: [...imports] };
  }

  private rename(text: string): string {
    let result = text;
    for (const [key, name] of this.used) {
      if (key !== name) result = result.replace(new RegExp(`(?<![.\\w])${key}\\b`, 'g'), name);
    }
    return result;
  }
}
