/** Values as text: f-strings, `str.format`, `%`, `print`. What Go's verbs write differently goes through a helper. */
import { str, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce, describe } from './coerce';
import { value, type Context, type Value } from './context';
import { expression, operands } from './expressions';
import { isNilable } from './types';

/** One piece of a formatted text. */
type Piece = { text: string } | { verb: string; node: go.Expression; isText: boolean };

/** How `str(x)` comes out: as a Go string. */
export function textOf(c: Context, from: Value): go.Expression {
  const { node, type } = from;
  switch (type.kind) {
    case 'str':
      return node;
    case 'int':
      return g.pkgCall('strconv', 'Itoa', node);
    case 'bool':
      return g.call(c.helper('boolText'), node);
    case 'float':
      return g.call(c.helper('floatText'), node);
    case 'none':
      return g.str('None');
    case 'error':
      return g.method(node, 'Error');
    case 'instance': {
      const own = instanceText(c, from, type.name);
      if (own) return own;
      break;
    }
    case 'optional':
      if (type.of.kind === 'error') return g.method(node, 'Error');
      break;
    case 'set':
      c.notes.assume('the order in which the items of a set are printed does not matter');
      break;
  }
  if (type.kind === 'func' || type.kind === 'iterator' || type.kind === 'module' || type.kind === 'class') {
    return c.gap(`the text of a ${describe(type)} has no counterpart in Go`);
  }
  if (isWholeNumbers(type)) return g.call(c.helper('listText'), node);
  return g.call(c.helper(type.kind === 'any' || type.kind === 'optional' ? 'text' : 'repr'), node);
}

/** A list of integers, however deep: Go prints it as Python does but for the commas. */
function isWholeNumbers(type: Type): boolean {
  return type.kind === 'list' && (type.elt.kind === 'int' || isWholeNumbers(type.elt));
}

function instanceText(c: Context, from: Value, name: string): go.Expression | undefined {
  const className = name.startsWith('.') ? name.slice(1) : undefined;
  if (className === undefined) {
    if (/^datetime\.datetime$/.test(name)) return g.method(from.node, 'Format', g.str('2006-01-02 15:04:05'));
    if (/^datetime\.date$/.test(name)) return g.method(from.node, 'Format', g.str('2006-01-02'));
    return c.gap(`the text of a ${describe(from.type)} has no counterpart here`);
  }
  if (c.model.hasText(className)) return g.method(from.node, 'String');
  return c.gap(`the text of ${className}, which has no __str__, is an address that changes from run to run`);
}

/** How `repr(x)` comes out. */
export function reprOf(c: Context, from: Value): go.Expression {
  switch (from.type.kind) {
    case 'str':
      return g.call(c.helper('quoted'), from.node);
    case 'int':
    case 'bool':
    case 'float':
    case 'none':
      return textOf(c, from);
    case 'instance': {
      const className = from.type.name.startsWith('.') ? from.type.name.slice(1) : undefined;
      if (className !== undefined && c.model.method(className, '__repr__')) {
        return g.method(from.node, c.model.method(className, '__repr__')?.goName ?? 'String');
      }
      return textOf(c, from);
    }
    default:
      return g.call(c.helper('repr'), from.node);
  }
}

/** What `fmt` writes for a value as Python does, as an argument and its verb. */
function plainPiece(c: Context, from: Value): Piece {
  switch (from.type.kind) {
    case 'int':
      return { verb: '%d', node: from.node, isText: false };
    case 'str':
      return from.node.kind === 'StringLit' ? { text: from.node.value } : { verb: '%s', node: from.node, isText: true };
    case 'error':
      return { verb: '%v', node: from.node, isText: false };
    case 'instance':
      if (from.type.name.startsWith('.') && c.model.hasText(from.type.name.slice(1))) {
        return { verb: '%v', node: from.node, isText: false };
      }
      break;
  }
  return { verb: '%s', node: textOf(c, from), isText: true };
}

// ---- f-strings ----

export function joinedText(c: Context, node: py.JoinedStr): Value {
  const values = operands(
    c,
    node.values.flatMap(part => (part.kind === 'FormattedValue' ? [part.value] : [])),
  );
  let next = 0;
  const pieces = node.values.flatMap((part): Piece[] => {
    if (part.kind === 'Str') return [{ text: part.value }];
    const from = values[next++]!;
    const spec = part.formatSpec;
    const label: Piece[] = part.debug === undefined ? [] : [{ text: part.debug }];
    const asRepr =
      part.conversion === 'r' || part.conversion === 'a' || (part.debug !== undefined && !spec && !part.conversion);
    const shown = asRepr ? value(reprOf(c, from), str) : part.conversion === 's' ? value(textOf(c, from), str) : from;
    return [...label, ...(spec && spec.length > 0 ? specPieces(c, shown, spec) : [plainPiece(c, shown)])];
  });
  return value(
    assemble(pieces),
    str,
    values.every(one => one.pure),
  );
}

/** The shortest Go for the pieces: a literal, one string, a sum of two, or Sprintf. */
function assemble(pieces: readonly Piece[]): go.Expression {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged[merged.length - 1];
    if ('text' in piece && last && 'text' in last) merged[merged.length - 1] = { text: last.text + piece.text };
    else if (!('text' in piece) || piece.text !== '') merged.push(piece);
  }
  const args = merged.flatMap(piece => ('text' in piece ? [] : [piece]));
  if (args.length === 0) return g.str(merged.map(piece => ('text' in piece ? piece.text : '')).join(''));
  const [only] = args;
  if (only && merged.length === 1 && only.verb === '%s' && only.isText) return only.node;
  if (args.length === 1 && merged.length === 2 && only?.verb === '%s' && only.isText) {
    const [a, b] = merged.map(piece => ('text' in piece ? g.str(piece.text) : piece.node));
    if (a && b) return g.binary(a, '+', b);
  }
  const format = merged.map(piece => ('text' in piece ? piece.text.replace(/%/g, '%%') : piece.verb)).join('');
  return g.pkgCall('fmt', 'Sprintf', g.str(format), ...args.map(piece => piece.node));
}

// ---- the format mini-language ----

interface Spec {
  fill: string;
  align: '' | '<' | '>' | '^' | '=';
  sign: '' | '+' | '-' | ' ';
  alternate: boolean;
  zero: boolean;
  width: string;
  grouping: '' | ',' | '_';
  precision: string;
  type: string;
}

const specPattern = /^(?:(.)?([<>^=]))?([-+ ]?)(#?)(0?)(\d+|\*)?([,_]?)(?:\.(\d+|\*))?([a-zA-Z%]?)$/su;

export function parseSpec(text: string): Spec | undefined {
  const match = specPattern.exec(text);
  if (!match) return undefined;
  const [, fill, align, sign, alternate, zero, width, grouping, precision, type] = match;
  return {
    fill: fill ?? ' ',
    align: (align ?? '') as Spec['align'],
    sign: (sign ?? '') as Spec['sign'],
    alternate: alternate === '#',
    zero: zero === '0',
    width: width ?? '',
    grouping: (grouping ?? '') as Spec['grouping'],
    precision: precision ?? '',
    type: type ?? '',
  };
}

/** A value with a spec. Parts of the spec that are computed stand as `*`, as in C. */
function specPieces(c: Context, from: Value, parts: readonly (py.Str | py.FormattedValue)[]): Piece[] {
  const inner: go.Expression[] = [];
  const text = parts
    .map(part => {
      if (part.kind === 'Str') return part.value;
      inner.push(coerce(c, expression(c, part.value), { kind: 'int' }).node);
      return '*';
    })
    .join('');
  if (from.type.kind === 'instance' && /^datetime\./.test(from.type.name)) {
    const layout = c.convert('strftime', [{ kind: 'Str', start: -1, end: -1, value: text }]);
    if (layout) return [{ verb: '%s', node: g.method(from.node, 'Format', layout), isText: true }];
  }
  const spec = parseSpec(text);
  if (!spec) return c.gap(`the format ${text} has no counterpart here`);
  return [formatted(c, from, spec, inner)];
}

function formatted(c: Context, from: Value, spec: Spec, inner: go.Expression[]): Piece {
  if (from.type.kind === 'optional' && !isNilable(from.type.of, c)) from = coerce(c, from, from.type.of);
  const isNumber = from.type.kind === 'int' || from.type.kind === 'float';
  if (from.type.kind === 'any' && /^[dxXob]$/.test(spec.type)) from = coerce(c, from, { kind: 'int' });
  else if (from.type.kind === 'any' && /^[feEgG%]$/.test(spec.type)) from = coerce(c, from, { kind: 'float' });
  const { width } = spec;
  if (inner.length > 0) return computed(c, from, spec, inner);
  const number = isNumber || from.type.kind === 'int' || from.type.kind === 'float';
  if (!number) return padText(c, from, spec);
  const body = numberVerb(c, from, spec);
  if (
    body.plain &&
    (spec.align === '' || spec.align === '>' || spec.align === '<') &&
    (spec.fill === ' ' || spec.align === '')
  ) {
    const flags = `${spec.sign === '-' ? '' : spec.sign}${spec.alternate && /[xX]/.test(spec.type) ? '#' : ''}`;
    const zero = spec.zero && spec.align === '' ? '0' : '';
    const left = spec.align === '<' ? '-' : '';
    return { verb: `%${left}${flags}${zero}${width}${body.verb}`, node: body.node, isText: false };
  }
  const asText = body.plain
    ? g.pkgCall('fmt', 'Sprintf', g.str(`%${spec.sign === '-' ? '' : spec.sign}${body.verb}`), body.node)
    : body.node;
  return padText(c, value(asText, str), {
    ...spec,
    precision: '',
    align: spec.align || '>',
    zero: false,
    fill: spec.zero && !spec.align ? '0' : spec.fill,
  });
}

/** A width or precision that is only known at run time: Go takes `*` as C does. */
function computed(c: Context, from: Value, spec: Spec, inner: go.Expression[]): Piece {
  if (from.type.kind === 'float' && spec.precision === '*' && spec.width === '') {
    const [precision] = inner;
    return { verb: '%s', node: g.pkgCall('fmt', 'Sprintf', g.str('%.*f'), precision!, from.node), isText: true };
  }
  const [width] = inner;
  if (spec.width === '*' && spec.precision === '' && width) {
    const content = from.type.kind === 'str' ? from.node : textOf(c, from);
    return padded(c, content, width, spec, from.type);
  }
  if (spec.width === '*' && width && from.type.kind === 'float' && spec.precision !== '*') {
    const content = g.pkgCall('fmt', 'Sprintf', g.str(`%.${spec.precision}f`), from.node);
    return padded(c, content, width, spec, from.type);
  }
  return c.gap('this format with computed parts has no counterpart here');
}

function padText(c: Context, from: Value, spec: Spec): Piece {
  const content = from.type.kind === 'str' ? from.node : textOf(c, from);
  const cut = spec.precision === '' ? '' : `.${spec.precision}`;
  if (spec.width === '') return { verb: `%${cut}s`, node: content, isText: cut === '' };
  if (spec.fill === ' ' && spec.align !== '^') {
    const left = spec.align === '>' ? '' : '-';
    return { verb: `%${left}${spec.width}${cut}s`, node: content, isText: false };
  }
  return padded(c, content, g.int(spec.width), spec, from.type);
}

function padded(c: Context, content: go.Expression, width: go.Expression, spec: Spec, type: Type): Piece {
  const isNumber = type.kind === 'int' || type.kind === 'float';
  const fill = spec.zero && spec.align === '' ? '0' : spec.fill;
  if (spec.align === '^') {
    return { verb: '%s', node: g.call(c.helper('centered'), content, width, g.str(fill)), isText: true };
  }
  const right = spec.align === '>' || (spec.align === '' && isNumber);
  if (fill === '0' && right) {
    return { verb: '%s', node: g.call(c.helper('zeroFilled'), content, width), isText: true };
  }
  if (fill === ' ') {
    return {
      verb: '%s',
      node: g.pkgCall('fmt', 'Sprintf', g.str(right ? '%*s' : '%-*s'), width, content),
      isText: true,
    };
  }
  return { verb: '%s', node: g.call(c.helper('padded'), content, width, g.str(fill), g.bool(right)), isText: true };
}

/** The verb of a number without width; `plain` says that `node` is the number itself. */
function numberVerb(c: Context, from: Value, spec: Spec): { verb: string; node: go.Expression; plain: boolean } {
  const precision = spec.precision === '' ? '6' : spec.precision;
  const isFloat = from.type.kind === 'float';
  const asFloat = (): go.Expression => coerce(c, from, { kind: 'float' }).node;
  const group = (text: go.Expression): go.Expression => {
    if (spec.grouping === '_') return c.gap('grouping by _ has no counterpart here');
    return g.call(c.helper('withCommas'), text);
  };
  switch (spec.type) {
    case 'd':
    case 'n':
      if (spec.grouping) return { verb: 's', node: group(g.pkgCall('strconv', 'Itoa', from.node)), plain: false };
      return { verb: 'd', node: from.node, plain: true };
    case 'x':
    case 'X':
    case 'o':
    case 'c':
      return { verb: spec.type, node: from.node, plain: true };
    case 'b':
      return { verb: spec.alternate ? '#b' : 'b', node: from.node, plain: true };
    case 'f':
    case 'F':
      if (spec.grouping) {
        return {
          verb: 's',
          node: group(g.pkgCall('fmt', 'Sprintf', g.str(`%.${precision}f`), asFloat())),
          plain: false,
        };
      }
      return { verb: `.${precision}f`, node: asFloat(), plain: true };
    case 'e':
    case 'E':
      return { verb: `.${precision}${spec.type}`, node: asFloat(), plain: true };
    case 'g':
    case 'G':
      return { verb: `.${precision}${spec.type}`, node: asFloat(), plain: true };
    case '%':
      return {
        verb: 's',
        node: g.pkgCall('fmt', 'Sprintf', g.str(`%.${precision}f%%`), g.binary(asFloat(), '*', g.int(100))),
        plain: false,
      };
    case '': {
      if (!isFloat) {
        if (spec.grouping) return { verb: 's', node: group(g.pkgCall('strconv', 'Itoa', from.node)), plain: false };
        return { verb: 'd', node: from.node, plain: true };
      }
      if (spec.precision !== '') return { verb: `.${spec.precision}g`, node: from.node, plain: true };
      const text = g.call(c.helper('floatText'), from.node);
      return { verb: 's', node: spec.grouping ? group(text) : text, plain: false };
    }
    default:
      return c.gap(`the format ${spec.type} has no counterpart here`);
  }
}

// ---- str.format and % ----

export function formatMethod(c: Context, template: string, node: py.Call): Value {
  const positional = node.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
  if (positional.some(arg => arg.kind === 'Starred')) return c.gap('* in format has no counterpart here', node);
  const named = new Map<string, py.Expression>();
  for (const arg of node.args) {
    if (arg.kind === 'Keyword' && arg.arg?.kind === 'Name') named.set(arg.arg.id, arg.value);
  }
  const pieces: Piece[] = [];
  let automatic = 0;
  const pattern = /\{\{|\}\}|\{([^{}!:]*)(?:!([rsa]))?(?::([^{}]*))?\}|[^{}]+|[{}]/gsu;
  for (const match of template.matchAll(pattern)) {
    const [whole, name, conversion, spec] = match;
    if (whole === '{{' || whole === '}}') pieces.push({ text: whole.charAt(0) });
    else if (name === undefined) {
      if (whole === '{' || whole === '}') return c.gap('this format string has no counterpart here', node);
      pieces.push({ text: whole });
    } else {
      const arg =
        name === '' ? positional[automatic++] : /^\d+$/.test(name) ? positional[Number(name)] : named.get(name);
      if (!arg) return c.gap('this format string has no counterpart here', node);
      const from = expression(c, arg);
      const shown = conversion === 'r' ? value(reprOf(c, from), str) : from;
      pieces.push(
        ...(spec ? specPieces(c, shown, [{ kind: 'Str', start: -1, end: -1, value: spec }]) : [plainPiece(c, shown)]),
      );
    }
  }
  return value(assemble(pieces), str);
}

export function percentFormat(c: Context, node: py.BinOp): Value {
  if (node.left.kind !== 'Str') return c.gap('% with a format that is not a literal has no counterpart here', node);
  const args = node.right.kind === 'Tuple' ? node.right.elts : [node.right];
  const values = operands(c, args);
  const pieces: Piece[] = [];
  let next = 0;
  for (const match of node.left.value.matchAll(/%([-+ 0#]*)(\d*)(?:\.(\d+))?([a-zA-Z%])|[^%]+|%/gsu)) {
    const [whole, flags, width, precision, type] = match;
    if (type === undefined) pieces.push({ text: whole });
    else if (type === '%') pieces.push({ text: '%' });
    else {
      const from = values[next++];
      if (!from) return c.gap('% has fewer values than its format asks for', node);
      const isText = type === 's' || type === 'r';
      const shown = type === 's' ? value(textOf(c, from), str) : type === 'r' ? value(reprOf(c, from), str) : from;
      pieces.push(
        formatted(
          c,
          type === 'i' || type === 'd' || type === 'u' ? wholeNumber(shown) : shown,
          {
            fill: ' ',
            align: flags?.includes('-') ? '<' : isText ? '>' : '',
            sign: flags?.includes('+') ? '+' : '',
            alternate: flags?.includes('#') ?? false,
            zero: flags?.includes('0') ?? false,
            width: width ?? '',
            grouping: '',
            precision: precision ?? '',
            type: isText ? '' : type === 'i' || type === 'u' ? 'd' : type,
          },
          [],
        ),
      );
    }
  }
  return value(assemble(pieces), str);
}

function wholeNumber(from: Value): Value {
  return from.type.kind === 'float' ? value(g.call('int', from.node), { kind: 'int' }) : from;
}

// ---- print ----

export function printCall(c: Context, node: py.Call): Value {
  const positional = node.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
  const keyword = (name: string): py.Expression | undefined => {
    const found = node.args.find(arg => arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && arg.arg.id === name);
    return found?.kind === 'Keyword' ? found.value : undefined;
  };
  const end = keyword('end');
  const sep = keyword('sep');
  const file = keyword('file');
  const stream = file ? streamOf(c, file) : undefined;
  const writer = (name: string, ...args: go.Expression[]): go.Expression =>
    stream
      ? g.pkgCall('fmt', `F${name.charAt(0).toLowerCase()}${name.slice(1)}`, stream, ...args)
      : g.pkgCall('fmt', name, ...args);
  if (positional.some(arg => arg.kind === 'Starred')) return printSpread(c, positional, sep, end, writer);
  const [only] = positional;
  if (!end && !sep && only?.kind === 'JoinedStr' && positional.length === 1) {
    const joined = expression(c, only);
    const inner = joined.node;
    if (inner.kind === 'CallExpr' && inner.fun.kind === 'SelectorExpr' && isSprintf(inner.fun)) {
      const [format, ...rest] = inner.args;
      if (format?.kind === 'StringLit')
        return value(writer('Printf', g.str(`${format.value}\n`), ...rest), { kind: 'none' });
    }
    return value(writer('Println', inner), { kind: 'none' });
  }
  const values = operands(c, positional);
  const separator = sep ? literalText(c, sep) : ' ';
  const ending = end ? literalText(c, end) : '\n';
  if (separator === ' ' && ending === '\n') {
    return value(writer('Println', ...values.map(one => printable(c, one))), { kind: 'none' });
  }
  const pieces: Piece[] = [];
  values.forEach((one, i) => {
    if (i > 0) pieces.push({ text: separator });
    pieces.push(plainPiece(c, one));
  });
  pieces.push({ text: ending });
  const text = assemble(pieces);
  if (text.kind === 'CallExpr' && text.fun.kind === 'SelectorExpr' && isSprintf(text.fun)) {
    return value(writer('Printf', ...text.args), { kind: 'none' });
  }
  return value(writer('Print', text), { kind: 'none' });
}

const isSprintf = (fun: go.SelectorExpr): boolean =>
  g.importPathOf(fun.x) === 'fmt' && fun.sel.kind === 'Ident' && fun.sel.name === 'Sprintf';

/** An argument of Println that comes out as Python prints it. */
function printable(c: Context, from: Value): go.Expression {
  switch (from.type.kind) {
    case 'int':
    case 'str':
    case 'error':
      return from.node;
    case 'instance':
      if (from.type.name.startsWith('.') && c.model.hasText(from.type.name.slice(1))) return from.node;
      break;
  }
  return textOf(c, from);
}

function literalText(c: Context, node: py.Expression): string {
  if (node.kind === 'Str') return node.value;
  if (node.kind === 'None') return '';
  return c.gap('sep and end of print that are not literals have no counterpart here', node);
}

function streamOf(c: Context, node: py.Expression): go.Expression {
  const name = c.facts.qualifiedName(node);
  if (name === 'sys.stderr') return g.pkg('os', 'Stderr');
  if (name === 'sys.stdout') return g.pkg('os', 'Stdout');
  return expression(c, node).node;
}

/** `print(*xs)`: the items joined. */
function printSpread(
  c: Context,
  args: readonly py.Expression[],
  sep: py.Expression | undefined,
  end: py.Expression | undefined,
  writer: (name: string, ...args: go.Expression[]) => go.Expression,
): Value {
  const [only] = args;
  if (args.length !== 1 || only?.kind !== 'Starred')
    return c.gap('* between other values of print has no counterpart here');
  const items = c.textItems(expression(c, only.value));
  const joined = g.pkgCall('strings', 'Join', items, g.str(sep ? literalText(c, sep) : ' '));
  const ending = end ? literalText(c, end) : '\n';
  if (ending === '\n') return value(writer('Println', joined), { kind: 'none' });
  return value(writer('Print', g.binary(joined, '+', g.str(ending))), { kind: 'none' });
}
