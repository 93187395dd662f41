/** Classes of the library that a class of the file can stand on: Go embeds what the library's class is. */
import { bool, instance, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { keywordArgument } from './arguments';
import { truth } from './coerce';
import type { Context } from './context';
import { levelOf } from './library/logging';
import type { ClassModel } from './models';
import { pure, value, type Value } from './value';

interface LibraryBase {
  /** The type that is embedded, and the helper that declares it; without one nothing is. */
  embedded?: readonly [type: string, helper: string];
  /** Methods that the library calls: each is told to the embedded struct by a field. */
  told?: Record<string, string>;
  /** Methods that Go finds in the embedded struct by itself. */
  promoted?: readonly string[];
  /** What a call of the library's own constructor sets. */
  init?(c: Context, part: go.Expression, node: py.Call): void;
}

const handler: LibraryBase = {
  embedded: ['logHandler', 'levelLogger'],
  told: { emit: 'emit' },
  init: (c, part, node) => {
    const level = node.args[0];
    const given = level?.kind === 'Keyword' ? keywordArgument(node, 'level') : level;
    if (given && given.kind !== 'Starred') c.emit(g.assign(g.sel(part, 'level'), levelOf(c, given)));
  },
};

const bases: Record<string, LibraryBase> = {
  'threading.Thread': {
    embedded: ['goThread', 'goThread'],
    told: { run: 'run' },
    promoted: ['start', 'join'],
    init: (c, _, node) => {
      const isPlain = node.args.every(
        arg => arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && /^(name|daemon)$/.test(arg.arg.id),
      );
      if (!isPlain) c.gap('this thread has no counterpart here', node);
    },
  },
  'logging.Handler': handler,
  'logging.Filter': {},
  'logging.Formatter': {
    embedded: ['lineForm', 'levelLogger'],
    told: { format: 'write' },
    init: (c, part, node) => {
      if (node.args.length > 0) c.emit(g.assign(part, g.star(c.libraryCallOf('logging.Formatter', node).node)));
    },
  },
};

/** Whether a class of the file can stand on it. */
export const isLibraryBase = (name: string): boolean => Object.hasOwn(bases, name);

/** The class of the library that a class of the file stands on, itself or by its bases. */
export function libraryBaseOf(model: ClassModel): string | undefined {
  for (const name of model.libraryBases) if (isLibraryBase(name)) return name;
  for (const base of model.bases) {
    const found = libraryBaseOf(base);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The fields of a struct for the library's classes that its class stands on. */
export function embeddedFields(c: Context, model: ClassModel): go.Field[] {
  return model.libraryBases.flatMap(name => {
    const embedded = bases[name]?.embedded;
    if (!embedded) return [];
    c.helper(embedded[1]);
    return [g.field('', g.ident(embedded[0]))];
  });
}

/** Tells the embedded struct which methods of the object it has to call. */
export function toldMethods(c: Context, model: ClassModel, name: string): go.Statement[] {
  const base = bases[libraryBaseOf(model) ?? ''];
  if (!base?.embedded) return [];
  const [type] = base.embedded;
  return Object.entries(base.told ?? {}).flatMap(([python, field]) => {
    const method = c.model.method(model.name, python);
    if (!method) return [];
    if (method.fallible) return c.gap(`a method ${python} that can fail has no counterpart here`, method.node);
    return [g.assign(g.sel(g.sel(g.ident(name), type), field), g.sel(g.ident(name), method.goName))];
  });
}

/** `super().__init__(…)` of such a class. */
export function libraryBaseInit(c: Context, model: ClassModel, self: string, node: py.Call): void {
  const base = bases[libraryBaseOf(model) ?? ''];
  if (base?.embedded) base.init?.(c, g.sel(g.ident(self), base.embedded[0]), node);
}

/** An object of the file as what it embeds of the library; undefined where it is no such object. */
export function asLibraryBase(c: Context, of: Value): Value | undefined {
  if (of.type.kind !== 'instance' || !of.type.name.startsWith('.')) return undefined;
  const model = c.model.classes.get(of.type.name.slice(1));
  const name = model && libraryBaseOf(model);
  const embedded = name === undefined ? undefined : bases[name]?.embedded;
  return embedded && value(g.sel(of.node, embedded[0]), instance(name!), of.pure);
}

/** The receiver of a method that the library's class has; undefined where it stands on none. */
export function libraryReceiver(c: Context, of: Value, name: string): Value | undefined {
  const part = asLibraryBase(c, of);
  const isPromoted = part?.type.kind === 'instance' && bases[part.type.name]?.promoted?.includes(name);
  return part && isPromoted ? { ...of, type: part.type } : part;
}

/** An object that the library's own constructor makes. */
export function madeByLibrary(c: Context, model: ClassModel, made: Value, node: py.Call): Value | undefined {
  const base = bases[libraryBaseOf(model) ?? ''];
  if (!base?.init) return undefined;
  const object = c.temporary(made, model.name.toLowerCase());
  const [type] = base.embedded ?? [''];
  base.init(c, g.sel(object.node, type), node);
  c.emit(...(object.node.kind === 'Ident' ? toldMethods(c, model, object.node.name) : []));
  return object;
}

/** A filter of a log, which is an object or a function, as a function that tells whether a record passes. */
export function recordFilter(c: Context, of: Value): go.Expression {
  const record: Type = instance('logging.LogRecord');
  const model = of.type.kind === 'instance' ? c.model.classes.get(of.type.name.slice(1)) : undefined;
  const method = model && c.model.method(model.name, 'filter');
  const result = method ? method.result : of.type.kind === 'func' ? of.type.result : undefined;
  if (!result || method?.fallible || (!method && c.valuesFail(1)))
    return c.gap('this filter of a log has no counterpart here');
  const test = method ? g.sel(of.node, method.goName) : of.node;
  if (result.kind === bool.kind) return test;
  const name = c.scratch('record');
  const { before, result: passes } = c.capture(() => truth(c, pure(g.call(test, g.ident(name)), result)));
  return g.funcLit([g.field(name, c.goType(record))], [g.ident('bool')], [...before, g.ret(passes)]);
}
