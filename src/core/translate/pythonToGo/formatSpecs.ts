/** The format mini-language as verbs of Go; what no verb says goes through a helper. */
import { type Type, isBigInt, str } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import { constantText } from './constantText';
import { type Context } from './context';
import { formattedAtRunTime } from './dynamicFormats';
import { type Value, value } from './value';
import { expression } from './expressions';
import { type Piece, assemble, joinedText, textOf } from './formatting';
import { isDecimal } from './decimals';
import { isExact } from './exactNumbers';
import { isNilable } from './types';

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
export function specPieces(c: Context, from: Value, parts: readonly (py.Str | py.FormattedValue)[]): Piece[] {
  const inner: go.Expression[] = [];
  const literalOf = (part: py.Str | py.FormattedValue): string | undefined =>
    part.kind === 'Str' ? part.value : part.value.kind === 'Int' ? part.value.value : constantText(c.facts, part.value);
  const isNumber = (part: py.FormattedValue): boolean => c.typeOf(part.value).kind === 'int' && !part.formatSpec;
  if (parts.some(part => literalOf(part) === undefined && part.kind === 'FormattedValue' && !isNumber(part))) {
    const spec = joinedText(c, { kind: 'JoinedStr', start: -1, end: -1, values: [...parts] });
    return [{ verb: '%s', node: formattedAtRunTime(c, from, spec.node).node, isText: true }];
  }
  const text = parts
    .map(part => {
      const literal = literalOf(part);
      if (literal !== undefined || part.kind === 'Str') return literal ?? '';
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

export function formatted(c: Context, from: Value, spec: Spec, inner: go.Expression[]): Piece {
  if (from.type.kind === 'optional' && !isNilable(from.type.of, c)) from = coerce(c, from, from.type.of);
  // With any format a bool is the number that it is.
  if (from.type.kind === 'bool') from = coerce(c, from, { kind: 'int' });
  const isNumber = from.type.kind === 'int' || from.type.kind === 'float';
  if (from.type.kind === 'any' && /^[dxXob]$/.test(spec.type)) from = coerce(c, from, { kind: 'int' });
  else if (from.type.kind === 'any' && /^[feEgG%]$/.test(spec.type)) from = coerce(c, from, { kind: 'float' });
  if (from.type.kind === 'float' && from.type.whole && /^[dxXob]$/.test(spec.type))
    from = value(g.call('int', from.node), { kind: 'int' }, from.pure);
  const { width } = spec;
  if (inner.length > 0) return computed(c, from, spec, inner);
  if (isDecimal(from.type) && /^[fF]?$/.test(spec.type) && spec.precision !== '*')
    return formattedDecimal(c, from, spec);
  if (isExact(from.type) && !isBigInt(from.type)) from = coerce(c, from, { kind: 'float' });
  if (isBigInt(from.type)) return formattedBig(c, from, spec);
  const number = isNumber || from.type.kind === 'int' || from.type.kind === 'float';
  if (!number) return padText(c, from, spec);
  const body = numberVerb(c, from, spec);
  if (
    body.plain &&
    (spec.align === '' || spec.align === '>' || spec.align === '<') &&
    (spec.fill === ' ' || spec.align === '')
  ) {
    const flags = `${spec.sign === '-' ? '' : spec.sign}${spec.alternate && /[xXb]/.test(spec.type) ? '#' : ''}`;
    const zero = spec.zero && spec.align === '' ? '0' : '';
    const left = spec.align === '<' ? '-' : '';
    // Go counts the digits alone where zeros are before them, Python the prefix as well.
    const hasPrefix = zero !== '' && spec.alternate && /^[xXob]$/.test(spec.type);
    const room = hasPrefix ? String(Math.max(Number(width) - 2, 0)) : width;
    return { verb: `%${left}${flags}${zero}${room}${body.verb}`, node: body.node, isText: false };
  }
  const alternate = spec.alternate && /[xXb]/.test(spec.type) ? '#' : '';
  const asText = body.plain
    ? g.pkgCall('fmt', 'Sprintf', g.str(`%${spec.sign === '-' ? '' : spec.sign}${alternate}${body.verb}`), body.node)
    : body.node;
  return padText(c, value(asText, str), {
    ...spec,
    precision: '',
    align: spec.align || '>',
    zero: false,
    fill: spec.zero && !spec.align ? '0' : spec.fill,
  });
}

/** A decimal with a number of places, or all that it has. */
function formattedDecimal(c: Context, from: Value, spec: Spec): Piece {
  const digits = spec.precision === '' ? textOf(c, from) : g.method(from.node, 'Fixed', g.int(spec.precision));
  if (spec.sign === '+' || spec.sign === ' ') return c.gap('the sign before a Decimal has no counterpart here');
  const mark = (text: go.Expression): go.Expression =>
    spec.grouping === '_' ? g.call(c.helper('grouped'), text, g.str('_')) : g.call(c.helper('withCommas'), text);
  const text = value(spec.grouping ? mark(digits) : digits, str);
  const fill = spec.zero && !spec.align ? '0' : spec.fill;
  return padText(c, text, { ...spec, align: spec.align || '>', precision: '', zero: false, fill });
}

/** A whole number of any size: fmt writes it, but for floats. */
function formattedBig(c: Context, from: Value, spec: Spec): Piece {
  if (/^[feEgG%]$/.test(spec.type)) return formatted(c, coerce(c, from, { kind: 'float' }), spec, []);
  const isPlain = !spec.grouping && (spec.fill === ' ' || spec.align === '') && spec.align !== '^';
  const verb = spec.type === '' || spec.type === 'n' ? 'd' : spec.type;
  const flags = `${spec.align === '<' ? '-' : ''}${spec.sign === '-' ? '' : spec.sign}${spec.alternate ? '#' : ''}`;
  const zero = spec.zero && spec.align === '' ? '0' : '';
  if (isPlain) return { verb: `%${flags}${zero}${spec.width}${verb}`, node: from.node, isText: false };
  const digits = verb === 'd' ? textOf(c, from) : g.pkgCall('fmt', 'Sprintf', g.str(`%${flags}${verb}`), from.node);
  const grouped = !spec.grouping
    ? digits
    : spec.grouping === '_'
      ? g.call(c.helper('grouped'), digits, g.str('_'))
      : g.call(c.helper('withCommas'), digits);
  return padText(c, value(grouped, str), { ...spec, align: spec.align || '>', precision: '' });
}

/** A width or precision that is only known at run time: Go takes `*` as C does. */
function computed(c: Context, from: Value, spec: Spec, inner: go.Expression[]): Piece {
  const isReal = from.type.kind === 'float' || (from.type.kind === 'int' && /^[feE]$/.test(spec.type));
  if (isReal && spec.precision === '*' && /^[feEgG%]?$/.test(spec.type) && !spec.grouping) {
    const width = spec.width === '*' ? inner[0] : spec.width === '' ? undefined : g.int(spec.width);
    const precision = inner[inner.length - 1]!;
    const number = coerce(c, from, { kind: 'float' }).node;
    const verb = spec.type === '' || spec.type === '%' ? (spec.type === '%' ? 'f%%' : 'g') : spec.type;
    const shown = spec.type === '%' ? g.binary(number, '*', g.int(100)) : number;
    const text = g.pkgCall(
      'fmt',
      'Sprintf',
      g.str(`%${spec.sign === '-' ? '' : spec.sign}.*${verb}`),
      precision,
      shown,
    );
    return width ? padded(c, text, width, spec, from.type) : { verb: '%s', node: text, isText: true };
  }
  const [width] = inner;
  const isPlain = spec.align !== '=' && !(spec.alternate && spec.zero);
  if (spec.width === '*' && width && spec.precision !== '*' && isPlain) {
    const piece = formatted(c, from, { ...spec, width: '', fill: ' ', align: '', zero: false }, []);
    return padded(c, assemble([piece]), width, spec, from.type);
  }
  return { verb: '%s', node: formattedAtRunTime(c, from, writtenOut(spec, inner)).node, isText: true };
}

/** The format as text, with its computed parts in their places. */
function writtenOut(spec: Spec, inner: readonly go.Expression[]): go.Expression {
  const part = (text: string): string => (text === '*' ? '%d' : text);
  const precision = spec.precision === '' ? '' : `.${part(spec.precision)}`;
  const fill = spec.align === '' ? '' : spec.fill.replace('%', '%%');
  const flags = `${spec.sign}${spec.alternate ? '#' : ''}${spec.zero ? '0' : ''}`;
  const format = `${fill}${spec.align}${flags}${part(spec.width)}${spec.grouping}${precision}${spec.type.replace('%', '%%')}`;
  return g.pkgCall('fmt', 'Sprintf', g.str(format), ...inner);
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
    return { verb: '%s', node: g.call(c.helper('inMiddle'), content, width, g.str(fill)), isText: true };
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
    if (spec.zero && spec.width !== '') return c.gap('zeros before groups of digits have no counterpart here');
    if (spec.grouping === '_') return g.call(c.helper('grouped'), text, g.str('_'));
    return g.call(c.helper('withCommas'), text);
  };
  const sign = spec.sign === '-' ? '' : spec.sign;
  const digits = (): go.Expression =>
    sign ? g.pkgCall('fmt', 'Sprintf', g.str(`%${sign}d`), from.node) : g.pkgCall('strconv', 'Itoa', from.node);
  switch (spec.type) {
    case 'd':
    case 'n':
      if (spec.grouping) return { verb: 's', node: group(digits()), plain: false };
      return { verb: 'd', node: from.node, plain: true };
    case 'o':
      return { verb: spec.alternate ? 'O' : 'o', node: from.node, plain: true };
    case 'x':
    case 'X':
    case 'c':
      return { verb: spec.type, node: from.node, plain: true };
    case 'b':
      return { verb: 'b', node: from.node, plain: true };
    case 'f':
    case 'F':
      if (spec.grouping) {
        return {
          verb: 's',
          node: group(g.pkgCall('fmt', 'Sprintf', g.str(`%${sign}.${precision}f`), asFloat())),
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
        node: g.pkgCall('fmt', 'Sprintf', g.str(`%${sign}.${precision}f%%`), g.binary(asFloat(), '*', g.int(100))),
        plain: false,
      };
    case '': {
      if (!isFloat) {
        if (spec.grouping) return { verb: 's', node: group(digits()), plain: false };
        return { verb: 'd', node: from.node, plain: true };
      }
      if (spec.precision !== '') {
        const text = formattedAtRunTime(c, from, g.str(`.${spec.precision}`)).node;
        return { verb: 's', node: text, plain: false };
      }
      const text = g.call(
        c.helper(from.type.kind === 'float' && from.type.whole ? 'wholeText' : 'floatText'),
        from.node,
      );
      return { verb: 's', node: spec.grouping ? group(text) : text, plain: false };
    }
    default:
      return c.gap(`the format ${spec.type} has no counterpart here`);
  }
}
