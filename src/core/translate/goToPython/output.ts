/** What an answer needs around its code: imports, helpers, type variables. Only what is used in the end is written. */
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { dotted, name, verbatim } from './build';
import { helperOf, type HelperName } from './helpers';
import type { Program } from './program';

export class Output {
  private readonly modules = new Set<string>();
  private readonly froms = new Map<string, string>();
  private readonly wanted = new Map<HelperName, string>();
  private readonly typeVars = new Map<string, string>();
  private postponed = false;

  constructor(private readonly program: Program) {}

  /** `import os.path` and the name to use it by. */
  module(path: string): py.Expression {
    this.modules.add(path);
    return dotted(path);
  }

  /** A member of a module, as `math.sqrt`. */
  member(module: string, member: string): py.Expression {
    return dotted(`${this.moduleName(module)}.${member}`);
  }

  /** `from module import member`; where the file has that name itself, the member of the module. */
  from(module: string, member: string): py.Expression {
    if (this.program.names.has(member) || this.isLocal(member)) return this.member(module, member);
    this.froms.set(member, module);
    return name(member);
  }

  /** A variable of some function has that name. */
  private isLocal(member: string): boolean {
    return (
      /^[a-z]/.test(member) && this.program.bindings.all.some(one => one.owner !== undefined && one.name === member)
    );
  }

  /** A function or class that is written once at the top of the answer. */
  helper(id: HelperName): py.Expression {
    return name(this.helperName(id));
  }

  /** Whether the answer calls a helper. */
  uses(id: HelperName): boolean {
    return this.wanted.has(id);
  }

  private helperName(id: HelperName): string {
    const known = this.wanted.get(id);
    if (known !== undefined) return known;
    const own = this.program.names.has(id) ? this.program.names.fresh(`go_${id}`) : id;
    const uses = helperOf(id).uses ?? [];
    this.wanted.set(id, own);
    // A class is named in annotations, which are read with what has them: it stands before that.
    for (const other of uses) this.helperName(other);
    if (uses.some(other => helperOf(other).text.startsWith('\nclass'))) {
      this.wanted.delete(id);
      this.wanted.set(id, own);
    }
    for (const line of helperOf(id).imports ?? []) this.addLine(line);
    return own;
  }

  private addLine(line: string): void {
    const from = /^from (\S+) import (\w+)$/.exec(line);
    if (from) this.froms.set(from[2]!, from[1]!);
    else this.modules.add(line.replace(/^import /, ''));
  }

  /** A type variable; `bound` is the source of what it stands for. */
  typeVar(id: string, args: string): py.Expression {
    const spelled = `TypeVar("${id}"${args ? `, ${args}` : ''})`;
    const known = this.typeVars.get(id);
    if (known === undefined || known === spelled) {
      this.typeVars.set(id, spelled);
      this.froms.set('TypeVar', 'typing');
    }
    return name(id);
  }

  /** Annotations name classes that are declared further down. */
  postponeAnnotations(): void {
    this.postponed = true;
  }

  private moduleName(module: string): string {
    this.modules.add(module);
    return module;
  }

  /** Import lines for what `nodes` and the helpers use, the helpers and the type variables. */
  around(nodes: readonly NodeBase[]): { imports: string[]; typeVars: py.Statement[]; helpers: py.Statement[] } {
    const used = usedNames(nodes);
    const texts: string[] = [];
    for (const [id, own] of this.wanted) {
      let text: string = helperOf(id).text;
      for (const [other, name] of this.wanted)
        if (other !== name) text = text.replaceAll(new RegExp(`\\b${other}\\b`, 'g'), name);
      if (
        !used.has(own) &&
        ![...this.wanted.keys()].some(other => used.has(this.wanted.get(other)!) && reaches(other, id))
      )
        continue;
      texts.push(text.trim());
    }
    const typeVars = [...this.typeVars].filter(([id]) => used.has(id)).map(([id, spelled]) => `${id} = ${spelled}`);
    const words = new Set([...used, ...[...texts, ...typeVars].flatMap(text => text.match(/\w+/g) ?? [])]);
    const imports: string[] = [];
    for (const module of [...this.modules].sort())
      if (words.has(module.split('.')[0]!)) imports.push(`import ${module}`);
    const byModule = new Map<string, string[]>();
    for (const [member, module] of this.froms) {
      if (words.has(member)) byModule.set(module, [...(byModule.get(module) ?? []), member]);
    }
    for (const [module, members] of [...byModule].sort(([a], [b]) => (a < b ? -1 : 1))) {
      imports.push(`from ${module} import ${members.sort().join(', ')}`);
    }
    const standard = (line: string): boolean => !/^(import|from) (flask|pytest|requests)\b/.test(line);
    const ordered = [...imports.filter(standard), ...imports.filter(line => !standard(line))];
    if (this.postponed) ordered.unshift('from __future__ import annotations');
    return { imports: ordered, typeVars: typeVars.map(verbatim), helpers: texts.map(verbatim) };
  }
}

/** Whether one helper needs another. */
function reaches(from: HelperName, to: HelperName, seen = new Set<HelperName>()): boolean {
  seen.add(from);
  return (helperOf(from).uses ?? []).some(next => next === to || (!seen.has(next) && reaches(next, to, seen)));
}

function usedNames(nodes: readonly NodeBase[]): Set<string> {
  const used = new Set<string>();
  for (const root of nodes) {
    walk(root, node => {
      if (node.kind === 'Name') used.add(String(node['id']));
      // Annotations may be spelled in text.
      if (node.kind === 'Str' && node['style'] === 'annotation')
        for (const word of String(node['value']).match(/\w+/g) ?? []) used.add(word);
      if (node.kind === 'Bad') for (const word of String(node['text']).match(/\w+/g) ?? []) used.add(word);
    });
  }
  return used;
}
