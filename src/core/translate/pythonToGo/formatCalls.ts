/** `str.format` and `%`: formats that are kept as text. */
import { float, str } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { constantText } from './constantText';
import { type Context } from './context';
import { filledAtRunTime, formattedAtRunTime, percentAtRunTime } from './dynamicFormats';
import { type Value, value } from './value';
import { expression, operands } from './expressions';
import { asShown, mayBeInfinite } from './shownNumbers';
import { formatted, specPieces } from './formatSpecs';
import { partsOf } from './iteration';
import { type Piece, assemble, plainPiece, reprOf, textOf } from './formatting';
import { parseTemplate, type TemplateField } from './formatTemplates';

const at = { start: -1, end: -1 };

// ---- str.format ----

/** What the fields of a template get: by place and by name. */
interface Arguments {
  positional: py.Expression[];
  named: Map<string, py.Expression>;
  /** `*items` and `**mapping`. */
  rest?: py.Expression;
  mapping?: py.Expression;
}

export function formatMethod(c: Context, node: py.Call): Value | undefined {
  const template = node.func.kind === 'Attribute' ? constantText(c.facts, node.func.value) : undefined;
  if (template === undefined) {
    return node.func.kind === 'Attribute' ? filledAtRunTime(c, node.func.value, node) : undefined;
  }
  const args: Arguments = { positional: [], named: new Map() };
  for (const arg of node.args) {
    if (arg.kind === 'Starred') args.rest = arg.value;
    else if (arg.kind !== 'Keyword') args.positional.push(arg);
    else if (arg.arg?.kind === 'Name') args.named.set(arg.arg.id, arg.value);
    else args.mapping = arg.value;
  }
  return filled(c, template, args, node);
}

/** `text.format_map(mapping)`. */
export function formatMapMethod(c: Context, node: py.Call): Value | undefined {
  const template = node.func.kind === 'Attribute' ? constantText(c.facts, node.func.value) : undefined;
  const [mapping] = node.args;
  if (template === undefined) {
    return node.func.kind === 'Attribute' ? filledAtRunTime(c, node.func.value, node, true) : undefined;
  }
  if (!mapping || mapping.kind === 'Keyword' || mapping.kind === 'Starred') return undefined;
  return filled(c, template, { positional: [], named: new Map(), mapping }, node);
}

function filled(c: Context, template: string, args: Arguments, node: py.Call): Value {
  const parts = parseTemplate(template);
  if (!parts) return c.gap('this format string has no counterpart here', node);
  let automatic = 0;
  const argument = (field: TemplateField): py.Expression => {
    const name = field.name === '' ? String(automatic++) : field.name;
    let made = named(name, args) ?? c.gap('this format string has no counterpart here', node);
    for (const step of field.path) {
      made = step.isAttribute
        ? { kind: 'Attribute', ...at, value: made, attr: { kind: 'Name', ...at, id: step.name } }
        : item(made, step.name);
    }
    return made;
  };
  const shared = sharedArguments(c, args);
  Object.assign(args, shared);
  const pieces = parts.flatMap((part): Piece[] => {
    if (typeof part === 'string') return [{ text: part }];
    const wanted = argument(part);
    const given = expression(c, wanted);
    const last = part.spec[part.spec.length - 1];
    const saysForm = typeof last === 'string' && /[a-zA-Z%]$|\./.test(last);
    const from = saysForm ? given : asShown(c, wanted, given);
    const shown =
      part.conversion === 'r' || part.conversion === 'a'
        ? value(reprOf(c, from), str)
        : part.conversion === 's'
          ? value(textOf(c, from), str)
          : from;
    if (part.spec.length === 0) return [plainPiece(c, shown)];
    const spec = part.spec.map((one): py.Str | py.FormattedValue =>
      typeof one === 'string'
        ? { kind: 'Str', ...at, value: one }
        : { kind: 'FormattedValue', ...at, value: argument(one) },
    );
    return specPieces(c, shown, spec);
  });
  return value(assemble(pieces), str);
}

/** What is looked into several times is evaluated once. */
function sharedArguments(c: Context, args: Arguments): Partial<Arguments> {
  const once = (node: py.Expression | undefined): py.Expression | undefined =>
    node && node.kind !== 'Dict' && node.kind !== 'List' && node.kind !== 'Tuple' && node.kind !== 'Name'
      ? c.standIn(c.temporary(expression(c, node), 'values'))
      : node;
  const [rest, mapping] = [once(args.rest), once(args.mapping)];
  return { ...(rest && { rest }), ...(mapping && { mapping }) };
}

function named(name: string, args: Arguments): py.Expression | undefined {
  if (/^\d+$/.test(name)) {
    const place = Number(name);
    const given = args.positional[place];
    if (given || !args.rest) return given;
    const index = place - args.positional.length;
    if (args.rest.kind === 'List' || args.rest.kind === 'Tuple') return args.rest.elts[index];
    return item(args.rest, String(index));
  }
  return args.named.get(name) ?? (args.mapping && item(args.mapping, name));
}

/** `values[0]`, `values["name"]`; what is written out is looked up at once. */
function item(of: py.Expression, key: string): py.Expression {
  if (of.kind === 'Dict') {
    const found = of.items.find(one => one.kind === 'DictItem' && one.key.kind === 'Str' && one.key.value === key);
    if (found?.kind === 'DictItem') return found.value;
  }
  const slice: py.Expression = /^\d+$/.test(key)
    ? { kind: 'Int', ...at, value: key }
    : { kind: 'Str', ...at, value: key };
  return { kind: 'Subscript', ...at, value: of, slice };
}

// ---- % ----

const percentPattern = /%(?:\((\w+)\))?([-+ 0#]*)(\d*|\*)(?:\.(\d+|\*))?([a-zA-Z%])|[^%]+|%/gsu;

export function percentFormat(c: Context, node: py.BinOp): Value {
  const template = constantText(c.facts, node.left);
  if (template === undefined) return percentAtRunTime(c, node);
  const isByName = /%\(\w+\)/.test(template);
  const values = isByName ? [] : percentValues(c, node.right);
  const sources = node.right.kind === 'Tuple' ? node.right.elts : [node.right];
  const mapping = isByName
    ? sharedArguments(c, { positional: [], named: new Map(), mapping: node.right }).mapping
    : undefined;
  const pieces: Piece[] = [];
  let next = 0;
  for (const match of template.matchAll(percentPattern)) {
    const [whole, name, flags = '', width = '', precision = '', type] = match;
    if (type === undefined) pieces.push({ text: whole });
    else if (type === '%') pieces.push({ text: '%' });
    else {
      const inner = [width, precision].flatMap(one => (one === '*' ? [values[next++]?.node ?? g.int(0)] : []));
      const source = name === undefined || !mapping ? sources[next] : item(mapping, name);
      const given = name === undefined || !mapping ? values[next++] : expression(c, item(mapping, name));
      if (!given) return c.gap('% has fewer values than its format asks for', node);
      const from = source && /[sra]/.test(type) ? asShown(c, source, given) : given;
      if (source && flags === '' && /[feEgG]/.test(type) && inner.length === 0 && mayBeInfinite(c, source, given)) {
        const format = `${width && `>${width}`}${precision && `.${precision}`}${type}`;
        const text = formattedAtRunTime(c, { ...given, type: float }, g.str(format)).node;
        pieces.push({ verb: '%s', node: text, isText: true });
        continue;
      }
      pieces.push(percentPiece(c, from, flags, width, precision, type, inner));
    }
  }
  if (!isByName && next < values.length) return c.gap('% has more values than its format asks for', node);
  return value(assemble(pieces), str);
}

/** The values: those of a tuple one by one. */
function percentValues(c: Context, node: py.Expression): Value[] {
  if (node.kind === 'Tuple') return operands(c, node.elts);
  const given = expression(c, node);
  if (given.type.kind === 'list' && given.type.form === 'tuple') {
    return c.gap('% with a tuple that may have any length has no counterpart here', node);
  }
  const parts = given.type.kind === 'tuple' ? partsOf(c, given, given.type.elts.length) : undefined;
  return parts ?? [given];
}

function percentPiece(
  c: Context,
  from: Value,
  flags: string,
  width: string,
  precision: string,
  type: string,
  inner: Value['node'][],
): Piece {
  const isText = type === 's' || type === 'r' || type === 'a' || (type === 'c' && from.type.kind === 'str');
  const shown = !isText ? from : value(type === 's' || type === 'c' ? textOf(c, from) : reprOf(c, from), str);
  return formatted(
    c,
    /^[idu]$/.test(type) ? wholeNumber(shown) : shown,
    {
      fill: ' ',
      align: flags.includes('-') ? '<' : isText ? '>' : '',
      sign: flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '',
      alternate: flags.includes('#'),
      zero: flags.includes('0') && !isText,
      width,
      grouping: '',
      precision: /^[idu]$/.test(type) ? '' : precision,
      type: isText ? '' : type === 'i' || type === 'u' ? 'd' : type,
    },
    inner,
  );
}

function wholeNumber(from: Value): Value {
  return from.type.kind === 'float' ? value(g.call('int', from.node), { kind: 'int' }) : from;
}
