/** Python's `csv`. */
import { instance, none, str } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import { constantText } from '../constantText';
import type { Context } from '../context';
import { asList } from '../displays';
import { expression, operands } from '../expressions';
import { textOf } from '../formatting';
import { roundsOf } from '../iteration';
import { tupleFields } from '../settling';
import { dict, list } from '../shapes';
import { isNilable } from '../types';
import { pure, value, type Value } from '../value';
import type { Call, LibraryModule, Method } from './table';

const nothing = (): Value => pure(g.nil(), none);

/** The characters that a reader or a writer works with. */
interface Dialect {
  delimiter: string;
  quote: string;
  skipsBlanks: boolean;
  quotesAll: boolean;
}

const known =
  /^(delimiter|lineterminator|fieldnames|quotechar|skipinitialspace|quoting|dialect|extrasaction|newline|doublequote|restval)$/;

function dialectOf(c: Context, node: py.Call): Dialect {
  for (const arg of node.args) {
    const name = arg.kind === 'Keyword' && arg.arg?.kind === 'Name' ? arg.arg.id : '';
    if (arg.kind === 'Keyword' && !known.test(name)) return c.gap(`${name} of csv has no counterpart here`, node);
  }
  const text = (name: string, otherwise: string): string => {
    const given = keywordArgument(node, name);
    return given
      ? (constantText(c.facts, given) ?? c.gap(`${name} that is not a literal has no counterpart here`, node))
      : otherwise;
  };
  const flag = (name: string, otherwise: boolean): boolean => {
    const given = keywordArgument(node, name);
    if (given && given.kind !== 'Bool') return c.gap(`${name} that is not True or False has no counterpart here`, node);
    return given?.kind === 'Bool' ? given.value : otherwise;
  };
  if (!flag('doublequote', true)) return c.gap('quotes that are not doubled have no counterpart here', node);
  if (text('restval', '') !== '') return c.gap('restval of csv has no counterpart here', node);
  const dialect = text('dialect', 'excel');
  if (dialect !== 'excel' && dialect !== 'excel-tab') return c.gap('this dialect of csv has no counterpart here', node);
  const quoting = keywordArgument(node, 'quoting');
  const way = quoting && c.facts.qualifiedName(quoting);
  if (way !== undefined && way !== 'csv.QUOTE_ALL' && way !== 'csv.QUOTE_MINIMAL') {
    return c.gap('this way to quote has no counterpart here', node);
  }
  return {
    delimiter: text('delimiter', dialect === 'excel-tab' ? '\t' : ','),
    quote: text('quotechar', '"'),
    skipsBlanks: flag('skipinitialspace', false),
    quotesAll: way === 'csv.QUOTE_ALL',
  };
}

/** The rows of a source: by Go's package, unless the dialect is one that it does not know. */
function rowsOf(c: Context, node: py.Call, source: py.Expression): Expression {
  const { delimiter, quote, skipsBlanks } = dialectOf(c, node);
  const [comma, mark] = [delimiter, quote].map(one => g.char(one.codePointAt(0) ?? 0x2c));
  if (quote === '"' && !skipsBlanks) return g.call(c.helper('readRows'), sourceOf(c, source), comma!);
  return g.call(c.helper('readQuotedRows'), sourceOf(c, source), comma!, mark!, g.bool(skipsBlanks));
}

/** `next(reader)`: the first row is taken off the rows. */
export function nextRow(
  c: Context,
  node: py.Expression,
  fallback: py.Expression | undefined,
  call: py.Call,
): Value | undefined {
  const of = c.facts.typeOf(node);
  if (of.kind !== 'instance' || !/^csv\.(Dict)?Reader$/.test(of.name) || node.kind !== 'Name') return undefined;
  const rows = expression(c, node);
  const elt = rows.type.kind === 'list' ? rows.type.elt : list(str);
  const rest = g.assign(rows.node, g.slice(rows.node, g.int(1)));
  const isEmpty = g.binary(g.call('len', rows.node), '==', g.int(0));
  if (fallback) {
    if (fallback.kind !== 'None' && fallback.kind !== 'List') return undefined;
    const isThere = g.binary(g.call('len', rows.node), '>', g.int(0));
    if (c.isStatement(call)) {
      c.emit(g.ifStmt(isThere, [rest]));
      return nothing();
    }
    const name = c.freshLocal('row');
    c.emit(
      g.declare(g.varDecl(name, c.goType(elt))),
      g.ifStmt(isThere, [g.assign(g.ident(name), g.index(rows.node, g.int(0))), rest]),
    );
    return pure(g.ident(name), elt);
  }
  if (c.isCaught('builtins.StopIteration')) {
    const stop = c.model.exceptions.make(c, 'builtins.StopIteration', g.str(''));
    c.emit(g.ifStmt(isEmpty, c.fail(stop, ['builtins.StopIteration'])));
  }
  if (c.isStatement(call)) {
    c.emit(rest);
    return nothing();
  }
  const name = c.takeResultNames([elt])?.[0] ?? c.freshLocal('row');
  c.declareLocal(name, elt);
  c.emit(g.assign(g.ident(name), g.index(rows.node, g.int(0))), rest);
  return pure(g.ident(name), elt);
}

/** Where the rows come from, as a reader of Go. */
function sourceOf(c: Context, node: py.Expression): Expression {
  const of = expression(c, node);
  if (of.type.kind === 'instance' && /^io\./.test(of.type.name)) return of.node;
  const lines = coerce(c, asList(c, of), list(str));
  return g.pkgCall('strings', 'NewReader', g.pkgCall('strings', 'Join', lines.node, g.str('\n')));
}

const reader: Call = (c, node) => {
  const [first] = positional(node);
  if (!first) return undefined;
  return value(rowsOf(c, node, first), list(list(str)));
};

const dictReader: Call = (c, node) => {
  const [first, second] = positional(node);
  const names = second ?? keywordArgument(node, 'fieldnames');
  if (!first) return undefined;
  const type = dict(str, str);
  const rows = rowsOf(c, node, first);
  const helper = c.helper(c.isOrdered(type) ? 'orderedRecordsOf' : 'recordsOf');
  if (!names || names.kind === 'None') return value(g.call(helper, rows), list(type));
  const given = coerce(c, asList(c, expression(c, names, list(str))), list(str));
  const head = g.composite(c.goType(list(list(str))), [given.node]);
  return value(g.call(helper, g.spread('append', head, rows)), list(type));
};

const writer =
  (name: string): Call =>
  (c, node) => {
    const [first, second] = positional(node);
    if (!first) return undefined;
    const end = keywordArgument(node, 'lineterminator');
    const dialect = dialectOf(c, node);
    const fields = [
      g.keyValue(g.ident('Out'), expression(c, first).node),
      g.keyValue(g.ident('Separator'), g.str(dialect.delimiter)),
      g.keyValue(g.ident('End'), end ? coerce(c, expression(c, end), str).node : g.str('\r\n')),
    ];
    if (dialect.quote !== '"') fields.push(g.keyValue(g.ident('Quote'), g.str(dialect.quote)));
    if (dialect.quotesAll) fields.push(g.keyValue(g.ident('QuoteAll'), g.bool(true)));
    const names = second ?? keywordArgument(node, 'fieldnames');
    if (names) {
      const given = coerce(c, asList(c, expression(c, names, list(str))), list(str));
      fields.push(g.keyValue(g.ident('Names'), given.node));
    }
    return value(g.unary('&', g.composite(g.ident(c.helper('rowWriter')), fields)), instance(name));
  };

/** A field as CSV writes it: None is nothing. */
function fieldText(c: Context, of: Value): Expression {
  if (of.type.kind === 'none') return g.str('');
  if (of.type.kind === 'any') return g.call(c.helper('csvField'), of.node);
  if (of.type.kind === 'optional') {
    if (!isNilable(of.type.of, c)) return g.call(c.helper('csvField'), g.call(c.helper('valueOf'), of.node));
    return c.gap('a field of CSV that can be None has no counterpart here');
  }
  return textOf(c, of);
}

/** The texts of a row: of a tuple or list that is written out, field by field. */
function rowTexts(c: Context, of: Value): Expression {
  const { type, node } = of;
  const all = (values: readonly Value[]): Expression =>
    g.composite(
      c.goType(list(str)),
      values.map(one => fieldText(c, one)),
    );
  if (type.kind === 'tuple') {
    const source = node.kind === 'Ident' || node.kind === 'CompositeLit' ? of : c.temporary(of, 'row');
    return all(
      type.elts.map((elt, i) => {
        const part = node.kind === 'CompositeLit' ? node.elts[i] : undefined;
        const given = part && part.kind !== 'KeyValueExpr' ? part : g.sel(source.node, tupleFields[i] ?? 'First');
        return value(given, elt, true);
      }),
    );
  }
  const items = asList(c, of);
  if (items.type.kind !== 'list' || (items.type.elt.kind !== 'any' && items.type.elt.kind !== 'optional')) {
    return c.textItems(items);
  }
  const [texts, item] = [c.freshLocal('texts'), c.freshLocal('item')];
  const text = fieldText(c, pure(g.ident(item), items.type.elt));
  c.emit(
    g.define(texts, g.composite(c.goType(list(str)), [])),
    g.rangeStmt(undefined, item, items.node, [g.assign(g.ident(texts), g.call('append', g.ident(texts), text))]),
  );
  return g.ident(texts);
}

function writeRow(c: Context, of: Value, row: Value): void {
  if (row.type.kind !== 'dict') {
    c.emit(g.exprStmt(g.method(of.node, 'Write', rowTexts(c, row))));
    return;
  }
  const source = c.temporary(row, 'record');
  const [texts, name] = [c.freshLocal('texts'), c.freshLocal('name')];
  const item = g.index(c.isOrdered(row.type) ? g.sel(source.node, 'Values') : source.node, g.ident(name));
  const text = fieldText(c, value(item, row.type.value, true));
  c.emit(
    g.define(texts, g.composite(c.goType(list(str)), [])),
    g.rangeStmt(undefined, name, g.sel(of.node, 'Names'), [
      g.assign(g.ident(texts), g.call('append', g.ident(texts), text)),
    ]),
    g.exprStmt(g.method(of.node, 'Write', g.ident(texts))),
  );
}

const writerow: Method = (c, of, node) => {
  const [row] = positional(node);
  if (!row) return undefined;
  if ((row.kind === 'List' || row.kind === 'Tuple') && !row.elts.some(elt => elt.kind === 'Starred')) {
    const texts = operands(c, row.elts).map(one => fieldText(c, one));
    c.emit(g.exprStmt(g.method(of.node, 'Write', g.composite(c.goType(list(str)), texts))));
  } else writeRow(c, of, expression(c, row));
  return nothing();
};

const writerows: Method = (c, of, node) => {
  const [rows] = positional(node);
  if (!rows) return undefined;
  const rounds = roundsOf(c, expression(c, rows), { names: [] });
  const [row] = rounds.values;
  if (!row || rounds.values.length > 1) return undefined;
  c.emit(rounds.wrap(c.block(() => writeRow(c, of, row))));
  return nothing();
};

/** The names of the columns, as the first record has them. */
export function fieldNames(c: Context, of: Value): Value {
  const { type } = of;
  if (type.kind !== 'list' || !c.isOrdered(type.elt)) {
    return c.gap('the names of the columns of these records are not known here');
  }
  c.notes.assume('a file whose columns are asked for has a row');
  return value(g.sel(g.index(of.node, g.int(0)), 'Keys'), list(str), of.pure);
}

/** Python's `csv`. */
export const csv: LibraryModule = {
  calls: {
    'csv.reader': reader,
    'csv.DictReader': dictReader,
    'csv.writer': writer('csv.Writer'),
    'csv.DictWriter': writer('csv.DictWriter'),
  },
  methods: {
    'csv.Writer.writerow': writerow,
    'csv.Writer.writerows': writerows,
    'csv.DictWriter.writerow': writerow,
    'csv.DictWriter.writerows': writerows,
    'csv.DictWriter.writeheader': (c, of) => {
      c.emit(g.exprStmt(g.method(of.node, 'Write', g.sel(of.node, 'Names'))));
      return nothing();
    },
  },
};
