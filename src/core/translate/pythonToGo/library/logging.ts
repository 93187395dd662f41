/** Python's `logging`: loggers with levels and handlers, which write the same lines. */
import { bool, int, str, instance, none, type Type } from '../../../facts/types';
import { strftime } from '../../../convert/strftime';
import type { Expression } from '../../../syntax/go/ast';
import { walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { textOf } from '../formatting';
import { recordFilter } from '../libraryBases';
import { pure, value, type Value } from '../value';
import { opening } from './opening';
import type { Call, Constant, LibraryModule, Method } from './table';

const logger: Type = instance('logging.Logger');
const nothing = (): Value => pure(g.nil(), none);
const levels = { DEBUG: 10, INFO: 20, WARNING: 30, WARN: 30, ERROR: 40, CRITICAL: 50, FATAL: 50, NOTSET: 0 };
const levelNames: Record<number, string> = {
  10: 'levelDebug',
  20: 'levelInfo',
  30: 'levelWarning',
  40: 'levelError',
  50: 'levelCritical',
};

function level(c: Context, number: number): Expression {
  const name = levelNames[number];
  if (name === undefined) return g.int(number);
  c.helper('levelLogger');
  return g.ident(name);
}

const root = (c: Context): Value => value(g.ident(c.helper('levelLogger') && 'baseLogger'), logger, true);

/** A level by its number or its name. */
export function levelOf(c: Context, node: py.Expression): Expression {
  if (node.kind === 'Str' && Object.hasOwn(levels, node.value)) return level(c, levels[node.value as 'INFO']);
  const of = expression(c, node);
  if (of.type.kind === 'str') return g.call(c.helper('levelNamed'), of.node);
  return coerce(c, of, int).node;
}

const fields = new Set(['asctime', 'levelname', 'levelno', 'name', 'message']);

/** The form of the lines, which is known when the program is written. */
function lineFormat(c: Context, node: py.Expression | undefined, style: py.Expression | undefined): Expression {
  if (!node || node.kind === 'None') return g.str('%(message)s');
  if (node.kind !== 'Str') return coerce(c, expression(c, node), str).node;
  const percent =
    style?.kind === 'Str' && style.value === '{'
      ? node.value.replace(
          /\{(\w+)(\[0\])?(?::([<>]?)(\d+))?\}/g,
          (_, name: string, first?: string, align?: string, width?: string) =>
            `%(${name})${width ? `${align === '>' ? '' : '-'}${width}` : ''}${first ? '.1' : ''}s`,
        )
      : node.value;
  if (style?.kind === 'Str' && style.value === '{' && /[{}]/.test(percent))
    return c.gap('this form of a log has no counterpart here', node);
  for (const [, name] of percent.matchAll(/%\((\w+)\)/g)) {
    if (!fields.has(name ?? '')) return c.gap(`${name} in the lines of a log has no counterpart here`, node);
  }
  if (style?.kind === 'Str' && style.value === '$') return c.gap('this style of a log has no counterpart here', style);
  return g.str(percent);
}

/** The layout of the time in the lines. */
function dateLayout(c: Context, node: py.Expression | undefined): Expression {
  if (!node || node.kind === 'None') return g.str('');
  return strftime.forward([node])?.value ?? c.gap('this format of times has no counterpart in Go', node);
}

/** Where the lines go. */
function streamOf(c: Context, node: py.Expression | undefined): Expression {
  return !node || node.kind === 'None' ? g.pkg('os', 'Stderr') : expression(c, node).node;
}

function fileOf(c: Context, node: py.Expression, call: py.Call): Expression {
  const mode = keywordArgument(call, 'filemode') ?? keywordArgument(call, 'mode');
  const append: py.Str = { kind: 'Str', start: -1, end: -1, value: 'a' };
  const path = coerce(c, expression(c, node), str).node;
  const plain: py.Call = { ...call, args: [] };
  const { call: opened, type } = opening(c, plain, path, mode ?? append);
  return c.checkedCall(opened, type, 'builtins.OSError').node;
}

const handlerOf = (c: Context, out: Expression, ...fields: [string, Expression][]): Expression => {
  c.helper('levelLogger');
  const all: [string, Expression][] = [['out', out], ...fields];
  return g.unary(
    '&',
    g.composite(
      g.ident('logHandler'),
      all.map(([name, one]) => g.keyValue(g.ident(name), one)),
    ),
  );
};

/** How the lines of a handler look. */
const formOf = (format: Expression, dates?: Expression): Expression =>
  g.unary(
    '&',
    g.composite(g.ident('lineForm'), [
      g.keyValue(g.ident('format'), format),
      ...(dates ? [g.keyValue(g.ident('dates'), dates)] : []),
    ]),
  );

const basicConfig: Call = (c, node) => {
  if (positional(node).length > 0 || keywordArgument(node, 'handlers')) return undefined;
  const { node: of } = root(c);
  const file = keywordArgument(node, 'filename');
  const format = keywordArgument(node, 'format');
  const out = file ? fileOf(c, file, node) : streamOf(c, keywordArgument(node, 'stream'));
  const form = format
    ? lineFormat(c, format, keywordArgument(node, 'style'))
    : g.str('%(levelname)s:%(name)s:%(message)s');
  const date = keywordArgument(node, 'datefmt');
  const handler = handlerOf(c, out, ['form', formOf(form, date && dateLayout(c, date))]);
  const handlers = g.composite(g.sliceType(g.star(g.ident('logHandler'))), [handler]);
  c.emit(g.assign(g.sel(of, 'handlers'), handlers));
  const least = keywordArgument(node, 'level');
  if (least) c.emit(g.assign(g.sel(of, 'level'), levelOf(c, least)));
  return nothing();
};

/** `logger.info("%s is %d", name, count)`: the text is made where it is logged. */
function message(c: Context, node: py.Call, from: number): Expression | undefined {
  const [first, ...rest] = positional(node).slice(from);
  if (!first) return undefined;
  if (keywordArgument(node, 'extra')) return c.gap('extra fields of a log have no counterpart here', node);
  const info = keywordArgument(node, 'exc_info');
  if (info && !(info.kind === 'Bool' && !info.value)) c.notes.assume('a log needs no stack of an exception');
  if (rest.length === 0) return textOf(c, expression(c, first));
  const items: py.Tuple = { kind: 'Tuple', start: -1, end: -1, elts: rest };
  const format: py.BinOp = { kind: 'BinOp', start: -1, end: -1, op: '%', left: first, right: items };
  return coerce(c, expression(c, format), str).node;
}

const write = (c: Context, of: Expression, name: string, text: Expression): Value => {
  c.emit(g.exprStmt(g.method(of, name, text)));
  return nothing();
};

const names = ['debug', 'info', 'warning', 'error', 'critical'];

const log = (name: string, c: Context, of: Expression, node: py.Call): Value | undefined => {
  const text = message(c, node, 0);
  if (name === 'exception') c.notes.assume('a log needs no stack of an exception');
  const known = name === 'warn' ? 'warning' : name === 'fatal' ? 'critical' : name === 'exception' ? 'error' : name;
  return text && write(c, of, known, text);
};

const logAt = (c: Context, of: Expression, node: py.Call): Value | undefined => {
  const [at] = positional(node);
  if (!at) return undefined;
  const number = levelOf(c, at);
  const text = message(c, node, 1);
  if (!text) return undefined;
  c.emit(g.exprStmt(g.method(of, 'log', number, text)));
  return nothing();
};

const allNames = [...names, 'warn', 'fatal', 'exception'];

/** The functions of the module make a handler where there is none. */
const onRoot =
  (name: string): Call =>
  (c, node) => {
    const { node: of } = root(c);
    if (!configures(c)) c.notes.assume('what is logged without a handler goes to standard error');
    return log(name, c, of, node);
  };

const configures = (c: Context): boolean => loggingCalls(c).has('logging.basicConfig');

/** The functions and methods of logging that the file calls. */
function loggingCalls(c: Context): Set<string> {
  const called = new Set<string>();
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      const name = node.kind === 'Call' ? c.facts.qualifiedName(node.func) : undefined;
      if (name?.startsWith('logging.')) called.add(name);
    });
  }
  return called;
}

/** Where the program itself logs nothing, it quiets a library that Go does not have. */
const disable: Call = c => {
  const isOthersLog = [...loggingCalls(c)].every(name => name === 'logging.disable');
  if (isOthersLog) c.notes.assume('the log of a library of Python has no counterpart and needs no quieting');
  return isOthersLog ? nothing() : undefined;
};

const setLevel: Method = (c, of, node) => {
  const [least] = positional(node);
  if (!least) return undefined;
  c.emit(g.assign(g.sel(of.node, 'level'), levelOf(c, least)));
  return nothing();
};

const constant =
  (number: number): Constant =>
  c =>
    value(level(c, number), int, true);

const formatter: Type = instance('logging.Formatter');

const addFilter: Method = (c, of, node) => {
  const [given] = positional(node);
  if (!given) return undefined;
  const filters = g.sel(of.node, 'filters');
  c.emit(g.assign(filters, g.call('append', filters, recordFilter(c, expression(c, given)))));
  return nothing();
};

const handler: Type = instance('logging.Handler');
const handlerClasses = ['Handler', 'StreamHandler', 'FileHandler', 'NullHandler'];

const handlerMethods: Record<string, Method> = {
  setLevel,
  setFormatter: (c, of, node) => {
    const [form] = positional(node);
    if (!form) return undefined;
    const given = coerce(c, expression(c, form), formatter).node;
    c.emit(g.assign(g.sel(of.node, 'form'), given));
    return nothing();
  },
  addFilter,
  format: (c, of, node) => {
    const [given] = positional(node);
    return given && value(g.method(of.node, 'formatted', expression(c, given).node), str);
  },
  close: () => nothing(),
  flush: () => nothing(),
};

export const logging: LibraryModule = {
  constants: Object.fromEntries(Object.entries(levels).map(([name, number]) => [`logging.${name}`, constant(number)])),
  calls: {
    'logging.basicConfig': basicConfig,
    'logging.disable': disable,
    'logging.getLogger': (c, node) => {
      const [name] = positional(node);
      if (!name || name.kind === 'None') return root(c);
      c.helper('levelLogger');
      return value(g.call('loggerNamed', coerce(c, expression(c, name), str).node), logger);
    },
    ...Object.fromEntries(allNames.map(name => [`logging.${name}`, onRoot(name)])),
    'logging.log': (c, node) => logAt(c, root(c).node, node),
    'logging.getLevelName': (c, node) => {
      const [number] = positional(node);
      return number && value(g.call(c.helper('levelLogger') && 'levelName', levelOf(c, number)), str);
    },
    'logging.StreamHandler': (c, node) =>
      value(handlerOf(c, streamOf(c, positional(node)[0] ?? keywordArgument(node, 'stream'))), c.typeOf(node)),
    'logging.FileHandler': (c, node) => {
      const [path] = positional(node);
      return path && value(handlerOf(c, fileOf(c, path, node)), c.typeOf(node));
    },
    'logging.NullHandler': (c, node) => value(handlerOf(c, g.pkg('io', 'Discard')), c.typeOf(node)),
    'logging.Formatter': (c, node) => {
      const [first, second] = positional(node);
      c.helper('levelLogger');
      const form = lineFormat(c, first ?? keywordArgument(node, 'fmt'), keywordArgument(node, 'style'));
      const dates = dateLayout(c, second ?? keywordArgument(node, 'datefmt'));
      const hasDates = dates.kind !== 'StringLit' || dates.value !== '';
      return value(formOf(form, hasDates ? dates : undefined), formatter);
    },
  },
  methods: {
    ...Object.fromEntries(
      allNames.map(name => [
        `logging.Logger.${name}`,
        (c: Context, of: Value, node: py.Call) => log(name, c, of.node, node),
      ]),
    ),
    'logging.Logger.log': (c, of, node) => logAt(c, of.node, node),
    'logging.Logger.setLevel': setLevel,
    'logging.Logger.addFilter': addFilter,
    'logging.LogRecord.getMessage': (_, of) => value(g.sel(of.node, 'message'), str),
    'logging.Formatter.format': (c, of, node) => {
      const [given] = positional(node);
      return given && value(g.method(of.node, 'formatted', expression(c, given).node), str);
    },
    'logging.Logger.addHandler': (c, of, node) => {
      const [given] = positional(node);
      if (!given) return undefined;
      const handlers = g.sel(of.node, 'handlers');
      c.emit(g.assign(handlers, g.call('append', handlers, coerce(c, expression(c, given), handler).node)));
      return nothing();
    },
    'logging.Logger.getEffectiveLevel': (_, of) => value(g.method(of.node, 'leastLevel'), int),
    'logging.Logger.isEnabledFor': (c, of, node) => {
      const [at] = positional(node);
      return at && value(g.binary(levelOf(c, at), '>=', g.method(of.node, 'leastLevel')), bool);
    },
    'logging.Logger.getChild': (c, of, node) => {
      const [name] = positional(node);
      if (!name) return undefined;
      const whole = g.binary(
        g.binary(g.sel(of.node, 'name'), '+', g.str('.')),
        '+',
        coerce(c, expression(c, name), str).node,
      );
      return value(g.call('loggerNamed', whole), logger);
    },
    ...Object.fromEntries(
      handlerClasses.flatMap(owner =>
        Object.entries(handlerMethods).map(([name, one]) => [`logging.${owner}.${name}`, one]),
      ),
    ),
  },
  fields: {
    ...Object.fromEntries(
      (['name', 'levelname', 'levelno', 'message', 'msg'] as const).map(name => [
        `logging.LogRecord.${name}`,
        (_: Context, of: Value) =>
          value(g.sel(of.node, name === 'msg' ? 'message' : name), name === 'levelno' ? int : str, true),
      ]),
    ),
    'logging.Logger.name': (_, of) => value(g.sel(of.node, 'name'), str, true),
    'logging.Logger.level': (_, of) => value(g.sel(of.node, 'level'), int, true),
    'logging.Logger.handlers': (_, of) => value(g.sel(of.node, 'handlers'), { kind: 'list', elt: handler }, true),
    'logging.Logger.propagate': (_, of) => value(g.sel(of.node, 'propagates'), bool, true),
  },
};
