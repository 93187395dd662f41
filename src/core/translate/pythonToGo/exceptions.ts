/** Exceptions as errors: how one is made, and how a handler knows it. */

import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { goName } from '../names';
import { value, type Value } from './value';
import { type Context } from './context';
import { reprOf, textOf } from './formatting';
import { operands } from './expressions';
import { builtinParents } from './builtinExceptions';
import type { FileModel } from './model';

/** Errors of Go's own library that stand for an exception. */
const sentinels: Record<string, string> = {
  'builtins.FileNotFoundError': 'ErrNotExist',
  'builtins.FileExistsError': 'ErrExist',
  'builtins.PermissionError': 'ErrPermission',
};

/** What the operating system says where Python has a class of its own. */
const systemErrors: Record<string, string> = {
  'builtins.IsADirectoryError': 'EISDIR',
  'builtins.NotADirectoryError': 'ENOTDIR',
};

/** What indexing and division raise by themselves. */
const raisedByOperations = new Set(['builtins.ZeroDivisionError', 'builtins.KeyError', 'builtins.IndexError']);

const catchAll = new Set(['builtins.Exception', 'builtins.BaseException']);

/** What an exception says that is made with these values: several are shown as a tuple. */
export function messageOf(c: Context, args: py.Call['args'], node: py.Node, name?: string): go.Expression | undefined {
  const given = args.filter((arg): arg is py.Expression => arg.kind !== 'Keyword' && arg.kind !== 'Starred');
  if (given.length < args.length)
    return c.gap('an exception that is made with keywords or * has no counterpart here', node);
  const isSystem =
    name !== undefined && c.model.isSubclass(name, 'builtins.OSError') && builtinParents[name] !== undefined;
  if (given.length > 1 && isSystem) return c.gap('an OSError with a number has no counterpart here', node);
  const values = operands(c, given);
  const [only] = values;
  if (values.length > 1) {
    const parts = values.map(one => reprOf(c, one));
    return g.binary(
      g.binary(
        g.str('('),
        '+',
        parts.reduce((all, one) => g.binary(g.binary(all, '+', g.str(', ')), '+', one)),
      ),
      '+',
      g.str(')'),
    );
  }
  // A KeyError shows the key as it is written in code.
  return only && (name === 'builtins.KeyError' ? reprOf(c, only) : textOf(c, only));
}

export class Exceptions {
  /** Python's own classes that got a type in the answer, with its name. */
  private readonly types = new Map<string, string>();

  constructor(private readonly model: FileModel) {}

  isException(name: string): boolean {
    return name === 'builtins.BaseException' || name in builtinParents;
  }

  /** Some handler has to tell this class from others. */
  private isToldApart(name: string): boolean {
    // A fragment shows the plain form: what its handlers tell apart is elsewhere.
    if (!this.model.isWhole) return false;
    if (this.model.showsTypeNames) return true;
    return [...this.model.caughtClasses].some(caught => !catchAll.has(caught) && this.model.isSubclass(name, caught));
  }

  /** An error for an exception of Python's own classes. */
  make(c: Context, name: string, message: go.Expression): go.Expression {
    if (!this.isToldApart(name)) return this.plain(message);
    const sentinel = sentinels[name];
    if (sentinel) {
      return g.pkgCall('fmt', 'Errorf', g.str('%s%.0w'), message, g.pkg('io/fs', sentinel));
    }
    const type = this.typeOf(c, name);
    return g.unary('&', g.composite(g.ident(type), [message]));
  }

  /** An error of Go's library as one of a class that handlers tell apart. */
  wrap(c: Context, name: string, error: go.Expression): go.Expression {
    const isOfSystem = name.startsWith('builtins.') && this.model.isSubclass(name, 'builtins.OSError');
    if (!this.isToldApart(name) || sentinels[name] || isOfSystem) return error;
    return this.make(c, name, g.method(error, 'Error'));
  }

  private plain(message: go.Expression): go.Expression {
    if (message.kind === 'CallExpr' && message.fun.kind === 'SelectorExpr' && g.importPathOf(message.fun.x) === 'fmt') {
      if (message.fun.sel.kind === 'Ident' && message.fun.sel.name === 'Sprintf') {
        return g.pkgCall('fmt', 'Errorf', ...message.args);
      }
    }
    return g.pkgCall('errors', 'New', message);
  }

  private typeOf(c: Context, name: string): string {
    const known = this.types.get(name);
    if (known !== undefined) return known;
    const [short, module] = name.split('.').reverse();
    // `struct.error` and `csv.Error` are named by their modules.
    const spoken = /^error$/i.test(short ?? '') ? `${module}Error` : (short ?? name);
    const type = c.fileNames.fresh(goName(spoken, 'variable'));
    this.types.set(name, type);
    return type;
  }

  /** `ValueError("…")`: as a value of the type error. */
  construct(c: Context, name: string, node: py.Call): Value {
    const own = this.model.classes.get(name);
    if (own) return c.model.constructOwn(c, own, node);
    const message = messageOf(c, node.args, node, name);
    return value(this.make(c, name, message ?? g.str('')), { kind: 'error', name });
  }

  /** The test of a handler, as a Go condition; undefined for one that takes everything. */
  test(c: Context, err: go.Expression, classes: readonly string[]): go.Expression | undefined {
    if (classes.some(name => catchAll.has(name)) || !this.model.isWhole) return undefined;
    const tests = classes.flatMap(name => this.testsFor(c, err, name));
    return tests.reduce((all, one) => g.binary(all, '||', one));
  }

  private testsFor(c: Context, err: go.Expression, name: string): go.Expression[] {
    const sentinel = sentinels[name];
    if (sentinel) return [g.pkgCall('errors', 'Is', err, g.pkg('io/fs', sentinel))];
    const number = systemErrors[name];
    if (number) return [g.pkgCall('errors', 'Is', err, g.pkg('syscall', number))];
    if (name === 'requests.Timeout') c.notes.assume('a request that takes too long counts as a failed connection');
    if (name === 'fastapi.HTTPException') return [asTest(err, g.star(g.ident(c.helper('httpError'))))];
    if (name === 'asyncio.CancelledError') {
      c.helper('asyncTask');
      return [g.pkgCall('errors', 'Is', err, g.ident('errCancelled'))];
    }
    const own = name.startsWith('.') ? this.model.classes.get(name.slice(1)) : undefined;
    if (own) {
      const all = this.model.familyOf(own).map(one => asTest(err, g.star(g.ident(one.structName))));
      return all;
    }
    // The class and what was raised of the classes below it; each has a type of its own.
    const below = Object.keys(builtinParents).filter(
      one =>
        one !== name && this.model.isSubclass(one, name) && (this.model.raised.has(one) || raisedByOperations.has(one)),
    );
    const ownBelow = [...this.model.classes.values()].filter(
      one => one.kind === 'exception' && this.model.isSubclass(`.${one.name}`, name),
    );
    const isSystem = name === 'builtins.OSError';
    const known = isSystem && !this.model.raised.has(name) ? below : [name, ...below];
    return [
      ...(isSystem ? [asTest(err, g.star(g.pkg('io/fs', 'PathError')))] : []),
      ...known.map(one =>
        sentinels[one]
          ? g.pkgCall('errors', 'Is', err, g.pkg('io/fs', sentinels[one]))
          : asTest(err, g.star(g.ident(this.typeOf(c, one)))),
      ),
      ...ownBelow.map(one => asTest(err, g.star(g.ident(one.structName)))),
    ];
  }

  /** The types of Python's own exceptions that the answer uses. */
  written(): go.TopLevel[] {
    return [...this.types].flatMap(([name, type]): go.TopLevel[] => {
      const short = name.replace(/^.*\./, '');
      const struct = g.typeDecl(type, g.structType([g.field('message', g.ident('string'))]));
      struct.comments = [{ text: ` ${type} is what Python calls a ${short}.`, place: 'before' }];
      struct.blank = true;
      const error = g.funcDecl(
        'Error',
        g.funcType([], [g.ident('string')]),
        [g.ret(g.sel(g.ident('e'), 'message'))],
        g.field('e', g.star(g.ident(type))),
      );
      error.blank = true;
      return [struct, error];
    });
  }
}

/** `errors.As` with a target that nobody looks at. */
function asTest(err: go.Expression, type: go.Expression): go.Expression {
  return g.pkgCall('errors', 'As', err, g.call('new', type));
}
