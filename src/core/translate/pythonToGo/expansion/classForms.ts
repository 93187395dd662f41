/**
 * Classes that are written in another form than Go's writer knows: `namedtuple('Point', 'x y')`, a class inside of a
 * class, a variable of a class that stands for a property of its base. They become ordinary classes first.
 */
import type { Facts } from '../../../facts/facts';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import type { TranslationInput } from '../../translate';
import { makerOf } from './classValues';
import { copied, placed, type Expanded } from './copying';
import { leftToOthers } from './mixins';
import * as n from './nodes';

/** The input with every class in the ordinary form; undefined where all are. */
export function plainClasses(input: TranslationInput): Expanded | undefined {
  const forms = new ClassForms(input);
  const units = input.file.units.flatMap(from =>
    forms.rewritten(from.node as py.Statement).map(node => ({ node, from })),
  );
  if (!forms.changed) return undefined;
  return placed(input.file, units, input.ranges);
}

const nowhere = { start: -1, end: -1 } as const;

/** A field says by it that what its class is called with tells its type. */
const unwritten = (): py.Expression => ({ kind: 'Ellipsis', ...nowhere });

class ClassForms {
  changed = false;
  private readonly facts: Facts;
  private readonly classes = new Map<string, py.ClassDef>();
  /** Names of classes that stand inside of others, by the class around and the name that they have there. */
  private readonly nested = new Map<string, Map<string, string>>();
  private readonly names = new Set<string>();
  private importsNamedTuple = false;

  constructor(input: TranslationInput) {
    this.facts = input.facts;
    for (const { node } of input.file.units) {
      const statement = node as py.Statement;
      if (statement.kind === 'ClassDef') this.classes.set(n.idOf(statement.name), statement);
      walk(node, one => {
        if (one.kind === 'Name') this.names.add((one as unknown as py.Name).id);
      });
    }
    for (const [name, node] of this.classes) this.findNested(name, node);
  }

  rewritten(given: py.Statement): py.Statement[] {
    const statement = this.withMakers(given);
    if (statement.kind === 'Assign')
      return this.assignedTuple(statement) ?? this.assignedEnum(statement) ?? [this.named(statement)];
    if (statement.kind !== 'ClassDef') return [this.named(statement)];
    return this.ordinary(statement);
  }

  /** Tables of classes become tables of functions. */
  private withMakers(statement: py.Statement): py.Statement {
    if (statement.kind === 'Assign') {
      const value = this.makers(statement.value);
      return value ? { ...statement, value } : statement;
    }
    if (statement.kind !== 'AnnAssign' || !statement.value) return statement;
    const value = this.makers(statement.value);
    // The annotation speaks of classes.
    return value
      ? { ...n.without(statement, 'annotation'), kind: 'Assign', targets: [statement.target], value }
      : statement;
  }

  private makers(table: py.Expression): py.Expression | undefined {
    if (table.kind !== 'Dict' || table.items.length === 0) return undefined;
    const made = table.items.map(one =>
      one.kind === 'DictItem' ? makerOf(this.facts, this.classes, one.value) : undefined,
    );
    if (made.some(one => !one)) return undefined;
    this.changed = true;
    return {
      ...table,
      items: table.items.map((one, i) => (one.kind === 'DictItem' ? { ...one, value: made[i]! } : one)),
    };
  }

  private ordinary(node: py.ClassDef): py.Statement[] {
    const around = n.idOf(node.name);
    const inner = this.nested.get(around);
    const lifted = node.body.flatMap(one => {
      const name = one.kind === 'ClassDef' ? inner?.get(n.idOf(one.name)) : undefined;
      if (one.kind !== 'ClassDef' || name === undefined) return [];
      this.changed = true;
      return this.ordinary({ ...one, name: n.name(name) });
    });
    const rest = node.body.filter(one => one.kind !== 'ClassDef' || !inner?.has(n.idOf(one.name)));
    const others = leftToOthers(this.classes, node);
    if (others.length > 0) this.changed = true;
    const body = [...rest.map(one => this.property(node, one) ?? one), ...others];
    const made = this.basedOnTuple({ ...node, body: body.length > 0 ? body : [{ kind: 'Pass', ...nowhere }] });
    return [...lifted, ...made.slice(0, -1), this.named(made.at(-1)!, around)];
  }

  // ---- classes inside of classes ----

  private findNested(around: string, node: py.ClassDef): void {
    // Members of an enum and fields of a dataclass are no classes: a class in there is one all the same.
    for (const one of node.body) {
      if (one.kind !== 'ClassDef' || one.name.kind !== 'Name' || /^(Meta|Config)$/.test(one.name.id)) continue;
      const { id } = one.name;
      const bare = id.replace(/^_+/, '');
      const isFree = (name: string): boolean => !this.names.has(name) && !this.classes.has(name);
      const name = [bare, `${around}${bare}`].find(
        wanted => isFree(wanted) || (wanted === id && this.classesNamed(id) === 1),
      );
      if (name === undefined) continue;
      this.names.add(name);
      this.nested.set(around, (this.nested.get(around) ?? new Map<string, string>()).set(id, name));
    }
  }

  private classesNamed(id: string): number {
    const inner = [...this.classes.values()]
      .flatMap(one => one.body)
      .filter(one => one.kind === 'ClassDef' && n.idOf(one.name) === id);
    return inner.length + (this.classes.has(id) ? 1 : 0);
  }

  /** `Tree.Node`, `self.Node`, `cls.Node`, and `Node` in the body of the class itself: by the name of the class outside. */
  private named<T extends NodeBase>(root: T, around?: string): T {
    if (this.nested.size === 0) return root;
    return copied(root, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Attribute' && node.attr.kind === 'Name') {
        const name = this.ownerOf(node.value, around)?.get(node.attr.id);
        if (name !== undefined) return n.name(name);
      }
      const own = around === undefined ? undefined : this.nested.get(around);
      if (node.kind === 'Name' && own?.has(node.id) && this.facts.symbolOf(node)?.kind === 'class') {
        return n.name(own.get(node.id)!);
      }
      if (node.kind === 'Str' && own) return this.annotation(node, own);
      return undefined;
    });
  }

  /** `'Node'` as an annotation. */
  private annotation(node: py.Str, own: ReadonlyMap<string, string>): py.Expression | undefined {
    const parent = this.facts.parentOf(node);
    if (!parent || !/^(Param|AnnAssign|FunctionDef|Subscript)$/.test(parent.kind) || !own.has(node.value))
      return undefined;
    return n.text(own.get(node.value)!);
  }

  private ownerOf(value: py.Expression, around: string | undefined): ReadonlyMap<string, string> | undefined {
    if (value.kind !== 'Name') return undefined;
    if (this.nested.has(value.id)) return this.nested.get(value.id);
    return around !== undefined && /^(self|cls)$/.test(value.id) ? this.nested.get(around) : undefined;
  }

  // ---- variables of classes ----

  /** `kind = 'round'` below a class with a property `kind` is that property. */
  private property(owner: py.ClassDef, one: py.Statement): py.Statement | undefined {
    const target =
      one.kind === 'Assign' && one.targets.length === 1
        ? one.targets[0]
        : one.kind === 'AnnAssign'
          ? one.target
          : undefined;
    const given = one.kind === 'Assign' || one.kind === 'AnnAssign' ? one.value : undefined;
    if (target?.kind !== 'Name' || !given || !this.inheritsProperty(owner, target.id)) return undefined;
    this.changed = true;
    const annotation = one.kind === 'AnnAssign' ? one.annotation : undefined;
    return {
      kind: 'FunctionDef',
      ...nowhere,
      name: target,
      typeParams: [],
      params: [n.param('self')],
      ...(annotation && annotation.kind !== 'Subscript' && { returns: annotation }),
      body: [n.ret(given)],
      decorators: [n.name('property')],
      async: false,
    };
  }

  private inheritsProperty(owner: py.ClassDef, name: string, depth = 0): boolean {
    return owner.bases.some(base => {
      const above = base.kind === 'Name' ? this.classes.get(base.id) : undefined;
      if (!above || above === owner || depth > 20) return false;
      const has = above.body.some(one => one.kind === 'FunctionDef' && n.idOf(one.name) === name && isProperty(one));
      return has || this.inheritsProperty(above, name, depth + 1);
    });
  }

  // ---- named tuples ----

  private assignedTuple(node: py.Assign): py.Statement[] | undefined {
    const [target] = node.targets;
    const fields = this.fieldsOf(node.value);
    if (node.targets.length !== 1 || target?.kind !== 'Name' || !fields) return undefined;
    return [...this.imported(), this.tupleClass(target.id, fields, node)];
  }

  /** `Color = Enum('Color', 'RED GREEN')`. */
  private assignedEnum(node: py.Assign): py.Statement[] | undefined {
    const [target] = node.targets;
    const { value } = node;
    if (node.targets.length !== 1 || target?.kind !== 'Name' || value.kind !== 'Call' || value.args.length !== 2) {
      return undefined;
    }
    const members = /^enum\.(Int)?Enum$/.test(this.facts.qualifiedName(value.func) ?? '') && membersOf(value.args[1]!);
    if (!members) return undefined;
    this.changed = true;
    const body = members.map(([name, given]) => n.assign(n.name(name), given));
    return [{ ...this.tupleClass(target.id, body, node), bases: [value.func] }];
  }

  /** `class Point(namedtuple('Point', 'x y')):` with methods of its own. */
  private basedOnTuple(node: py.ClassDef): py.Statement[] {
    const [base] = node.bases;
    const fields = base && base.kind !== 'Keyword' && node.bases.length === 1 ? this.fieldsOf(base) : undefined;
    if (!fields) return [node];
    const rest = node.body.filter(one => one.kind !== 'Pass' && !isSlots(one));
    const docs = rest[0]?.kind === 'Expr' && rest[0].value.kind === 'Str' ? [rest[0]] : [];
    return [
      ...this.imported(),
      { ...node, bases: [n.name('NamedTuple')], body: [...docs, ...fields, ...rest.slice(docs.length)] },
    ];
  }

  private tupleClass(name: string, fields: py.Statement[], from: py.Assign): py.ClassDef {
    return {
      kind: 'ClassDef',
      ...nowhere,
      name: n.name(name),
      typeParams: [],
      bases: [n.name('NamedTuple')],
      body: fields,
      decorators: [],
      ...(from.comments && { comments: from.comments }),
    };
  }

  private imported(): py.Statement[] {
    this.changed = true;
    if (this.importsNamedTuple) return [];
    this.importsNamedTuple = true;
    return [
      {
        kind: 'ImportFrom',
        ...nowhere,
        module: 'typing',
        level: 0,
        names: [{ kind: 'Alias', ...nowhere, name: 'NamedTuple' }],
      },
    ];
  }

  /** The fields that a call of `namedtuple` or `NamedTuple` lists; undefined for other expressions. */
  private fieldsOf(node: py.Expression): py.Statement[] | undefined {
    if (node.kind !== 'Call') return undefined;
    const maker = this.facts.qualifiedName(node.func);
    if (maker !== 'collections.namedtuple' && maker !== 'typing.NamedTuple') return undefined;
    const [, given] = node.args;
    const listed = given?.kind === 'Keyword' ? given.value : given;
    if (!listed) return undefined;
    const defaults = defaultsOf(node);
    const fields = maker === 'typing.NamedTuple' ? typedFields(listed) : plainFields(listed);
    if (!fields || !defaults || fields.length === 0) return undefined;
    return fields.map(({ name, annotation }, i): py.AnnAssign => {
      const value = defaults[i - fields.length + defaults.length];
      return { kind: 'AnnAssign', ...nowhere, target: n.name(name), annotation, ...(value && { value }) };
    });
  }
}

interface Field {
  name: string;
  annotation: py.Expression;
}

function plainFields(node: py.Expression): Field[] | undefined {
  const names = node.kind === 'Str' ? node.value.split(/[\s,]+/).filter(Boolean) : textsOf(node);
  return names?.map(name => ({ name, annotation: unwritten() }));
}

/** The members that a call of `Enum` lists, and their values; undefined where they are computed. */
function membersOf(node: py.Expression | py.Keyword): [string, py.Expression][] | undefined {
  if (node.kind === 'Keyword') return undefined;
  if (node.kind === 'Dict') {
    const items = node.items.flatMap((one): [string, py.Expression][] =>
      one.kind === 'DictItem' && one.key.kind === 'Str' ? [[one.key.value, one.value]] : [],
    );
    return items.length === node.items.length ? items : undefined;
  }
  const names = plainFields(node)?.map(field => field.name);
  if (names) return names.map((name, i) => [name, n.int(i + 1)]);
  return typedFields(node)?.map(field => [field.name, field.annotation]);
}

function textsOf(node: py.Expression): string[] | undefined {
  if (node.kind !== 'List' && node.kind !== 'Tuple') return undefined;
  const texts = node.elts.flatMap(elt => (elt.kind === 'Str' ? [elt.value] : []));
  return texts.length === node.elts.length ? texts : undefined;
}

function typedFields(node: py.Expression): Field[] | undefined {
  if (node.kind !== 'List' && node.kind !== 'Tuple') return undefined;
  const fields = node.elts.flatMap((elt): Field[] => {
    const [name, annotation] = elt.kind === 'Tuple' || elt.kind === 'List' ? elt.elts : [];
    return name?.kind === 'Str' && annotation ? [{ name: name.value, annotation }] : [];
  });
  return fields.length === node.elts.length ? fields : undefined;
}

/** The defaults of the last fields; undefined where another option is given. */
function defaultsOf(node: py.Call): py.Expression[] | undefined {
  let found: py.Expression[] = [];
  for (const arg of node.args.slice(2)) {
    const name = arg.kind === 'Keyword' ? n.idOf(arg.arg) : '';
    if (name === 'module') continue;
    if (arg.kind !== 'Keyword' || name !== 'defaults') return undefined;
    if (arg.value.kind !== 'Tuple' && arg.value.kind !== 'List') return undefined;
    found = arg.value.elts;
  }
  return found;
}

const isProperty = (node: py.FunctionDef): boolean =>
  node.decorators.some(one => one.kind === 'Name' && /^(property|cached_property)$/.test(one.id));

const isSlots = (node: py.Statement): boolean =>
  node.kind === 'Assign' && node.targets[0]?.kind === 'Name' && node.targets[0].id === '__slots__';
