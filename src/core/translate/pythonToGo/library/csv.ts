/** Python's `csv`. */
import { any, instance, none, str } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { asList } from '../displays';
import { expression, operands } from '../expressions';
import { textOf } from '../formatting';
import { roundsOf } from '../iteration';
import { tupleFields } from '../settling';
import { dict, list } from '../shapes';
import { pure, value, type Value } from '../value';
import type { Call, LibraryModule, Method } from './table';

const nothing = (): Value => pure(g.nil(), none);

/** The separator of a call, as text. */
function delimiter(c: Context, node: py.Call): string {
  for (const arg of node.args) {
    const name = arg.kind === 'Keyword' && arg.arg?.kind === 'Name' ? arg.arg.id : '';
    if (arg.kind === 'Keyword' && !/^(delimiter|lineterminator|fieldnames)$/.test(name)) {
      return c.gap(`${name} of csv has no counterpart here`, node);
    }
  }
  const given = keywordArgument(node, 'delimiter');
  if (given && given.kind !== 'Str') return c.gap('a delimiter that is not a literal has no counterpart here', node);
  return given?.kind === 'Str' ? given.value : ',';
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
  const comma = g.char(delimiter(c, node).codePointAt(0) ?? 0x2c);
  return value(g.call(c.helper('readRows'), sourceOf(c, first), comma), list(list(str)));
};

const dictReader: Call = (c, node) => {
  const [first, names] = positional(node);
  if (!first || names || keywordArgument(node, 'fieldnames')) return undefined;
  const comma = g.char(delimiter(c, node).codePointAt(0) ?? 0x2c);
  const type = dict(str, str);
  const helper = c.isOrdered(type) ? 'readOrderedRecords' : 'readRecords';
  return value(g.call(c.helper(helper), sourceOf(c, first), comma), list(type));
};

const writer =
  (name: string): Call =>
  (c, node) => {
    const [first, second] = positional(node);
    if (!first) return undefined;
    const end = keywordArgument(node, 'lineterminator');
    const fields = [
      g.keyValue(g.ident('Out'), expression(c, first).node),
      g.keyValue(g.ident('Separator'), g.str(delimiter(c, node))),
      g.keyValue(g.ident('End'), end ? coerce(c, expression(c, end), str).node : g.str('\r\n')),
    ];
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
  if (of.type.kind === 'optional') return c.gap('a field of CSV that can be None has no counterpart here');
  if (of.type.kind === 'any') c.notes.assume('no field of a row of CSV is None');
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
  if (items.type.kind === 'list' && items.type.elt.kind === 'any') fieldText(c, pure(g.nil(), any));
  return c.textItems(items);
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
