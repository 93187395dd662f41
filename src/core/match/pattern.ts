/** A fence made ready for searching: what each of its names has to be, how specific it is, what it assumes. */
import type { Conditions, Fence, Part, Requirement } from '../catalog/idiom';
import { forEachChild, walk, type AnyNode, type NodeBase } from '../syntax/node';
import type { LanguageId } from '../syntax/parser';
import { builtinName, isBuiltinName } from './builtins';
import { declaredNames } from './declared';

/**
 * What a name of a pattern matches. `resolved`: only what means this, under whatever name. `free`: any name, the same
 * one everywhere in the match; it is the pattern's own (`err`, `w`). A name that is neither is matched by its spelling.
 */
export type NameRole = { kind: 'resolved'; qualified: string; builtin: boolean } | { kind: 'free'; name: string };

export interface Pattern {
  fence: Fence;
  language: LanguageId;
  /** By node; for a selection (`http.HandleFunc`) the node of the whole selection. */
  roles: ReadonlyMap<NodeBase, NameRole>;
  /** What an absent argument is bound to, by metavariable; of this language only. */
  defaults: Readonly<Record<string, NodeBase>>;
  /** All of them have to hold for what is bound. */
  wheres: readonly Conditions[];
  /** Nodes that are no metavariables: the more, the more specific. */
  fixed: number;
  /** Names that have to resolve to an import. */
  imported: number;
  /** Something in it tells more than the shape of the code: a name, a literal, a selected member. */
  named: boolean;
}

export interface PatternContext {
  /** Those of the fence's language. */
  defaults?: Readonly<Record<string, NodeBase>>;
  /** Conditions beside those of the fence itself. */
  where?: Conditions;
}

/** Prepares a fence. */
export function compilePattern(fence: Fence, context: PatternContext = {}): Pattern {
  const roots = fence.parts.flatMap((part: Part) => part.nodes);
  const naming = new Naming(fence.language, fence.imports, declaredNames(roots));
  for (const root of roots) naming.visit(root as AnyNode, undefined, undefined);
  let fixed = 0;
  let named = false;
  for (const root of roots) {
    walk(root, node => {
      if (node.kind === 'Meta') return;
      fixed++;
      named ||= literalKinds.has(node.kind) || isMember(node);
    });
  }
  const roles = [...naming.roles.values()];
  return {
    fence,
    language: fence.language,
    roles: naming.roles,
    defaults: context.defaults ?? {},
    wheres: [context.where ?? {}, fence.where],
    fixed,
    imported: roles.filter(role => role.kind === 'resolved' && !role.builtin).length,
    named: named || roles.some(role => role.kind === 'resolved'),
  };
}

const literalKinds = new Set(['Str', 'Int', 'Float', 'Bytes', 'StringLit', 'IntLit', 'FloatLit', 'CharLit']);

function isMember(node: AnyNode): boolean {
  const member = (node['attr'] ?? node['sel']) as NodeBase | undefined;
  return member !== undefined && (member.kind === 'Name' || member.kind === 'Ident');
}

/** Walks a pattern and gives its names their roles. */
class Naming {
  readonly roles = new Map<NodeBase, NameRole>();
  private readonly imports: ReadonlyMap<string, Requirement>;
  private readonly members = new Set<NodeBase>();

  constructor(
    private readonly language: LanguageId,
    imports: readonly Requirement[],
    private readonly declared: ReadonlySet<string>,
  ) {
    this.imports = new Map(imports.map(requirement => [requirement.local, requirement]));
  }

  visit(node: AnyNode, parent: AnyNode | undefined, field: string | undefined): void {
    const qualified = this.importedName(node);
    if (qualified !== undefined) {
      this.roles.set(node, { kind: 'resolved', qualified, builtin: false });
      return;
    }
    if (node.kind === 'Name' || node.kind === 'Ident') {
      const name = spelling(node);
      if (this.isSpelled(name, parent, field)) return;
      const builtin = isBuiltinName(this.language, name) && !this.declared.has(name);
      const role: NameRole = builtin
        ? { kind: 'resolved', qualified: builtinName(this.language, name), builtin }
        : { kind: 'free', name };
      this.roles.set(node, role);
      return;
    }
    this.noteMembers(node);
    forEachChild(node, (child, childField) => this.visit(child, node, childField));
  }

  /** The full name of a name or selection that begins with an import of the fence. */
  private importedName(node: AnyNode): string | undefined {
    if (node.kind === 'Name' || node.kind === 'Ident') {
      const name = spelling(node);
      const requirement = this.declared.has(name) ? undefined : this.imports.get(name);
      if (!requirement) return undefined;
      const { module, local } = requirement;
      if (requirement.name !== undefined) return `${module}.${requirement.name}`;
      // `import a.b` declares a; `import a.b as c` declares c, which is a.b.
      return this.language === 'python' && module.startsWith(`${local}.`) ? local : module;
    }
    const [x, member] =
      node.kind === 'Attribute'
        ? [node['value'], node['attr']]
        : node.kind === 'SelectorExpr'
          ? [node['x'], node['sel']]
          : [];
    if (!x || (member as AnyNode).kind === 'Meta') return undefined;
    const base = this.importedName(x as AnyNode);
    return base === undefined ? undefined : `${base}.${spelling(member as AnyNode)}`;
  }

  /** Whether a name in this place is matched by its spelling: it is not one that the code could choose otherwise. */
  private isSpelled(name: string, parent: AnyNode | undefined, field: string | undefined): boolean {
    if (name === '_' || /^__\w+__$/.test(name)) return true;
    switch (parent?.kind) {
      case 'Attribute':
        return field === 'attr';
      case 'SelectorExpr':
        return field === 'sel';
      case 'Keyword':
        return field === 'arg';
      case 'MatchKeyword':
        return field === 'name';
      case 'KeyValueExpr':
        return field === 'key' && this.members.has(parent);
      case 'FunctionDef':
        return field === 'name' && this.members.has(parent);
      case 'Field':
        return field === 'names' && this.members.has(parent);
      case 'FuncDecl':
        return field === 'name' && (parent['recv'] !== undefined || name === 'main' || name === 'init');
      default:
        return false;
    }
  }

  /** Methods and fields are members, whose names the code around them uses too. */
  private noteMembers(node: AnyNode): void {
    const note = (list: unknown): void => (list as NodeBase[]).forEach(member => this.members.add(member));
    if (node.kind === 'ClassDef') note(node['body']);
    else if (node.kind === 'StructType') note(node['fields']);
    else if (node.kind === 'InterfaceType') note(node['methods']);
    else if (node.kind === 'CompositeLit' && (node['type'] as NodeBase | undefined)?.kind !== 'MapType')
      note(node['elts']);
  }
}

function spelling(node: AnyNode): string {
  return String(node['id'] ?? node['name']);
}
