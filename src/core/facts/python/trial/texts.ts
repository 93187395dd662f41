/** What values look like as text in a trial run; undefined where it is not known. */
import { callOn, isObject, memberOf, type ObjectValue, type Value } from './values';

/** Python's repr of a float. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

/** `str(value)` */
export function textOf(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if (isObject(value) && value.kind === 'object') {
    const own = memberOf(value.of, '__str__');
    if (own !== undefined) return asText(callOn(value, own));
    const args = value.fields.get('args');
    if (isObject(args) && args.kind === 'tuple' && !value.of.fields) {
      return args.items.length === 0 ? '' : args.items.length === 1 ? textOf(args.items[0]) : reprOf(args);
    }
  }
  return reprOf(value);
}

const asText = (value: Value): string | undefined => (typeof value === 'string' ? value : undefined);

/** `repr(value)` */
export function reprOf(value: Value, depth = 0): string | undefined {
  if (depth > 20) return undefined;
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'bigint':
      return String(value);
    case 'number':
      return floatText(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'undefined':
      return undefined;
  }
  if (value === null) return 'None';
  const all = (items: readonly Value[]): string | undefined => {
    const each = items.map(item => reprOf(item, depth + 1));
    return each.includes(undefined) ? undefined : each.join(', ');
  };
  const around = (open: string, inner: string | undefined, close: string): string | undefined =>
    inner === undefined ? undefined : open + inner + close;
  switch (value.kind) {
    case 'list':
      return value.form ? undefined : around('[', all(value.items), ']');
    case 'tuple':
      return around('(', all(value.items), value.items.length === 1 ? ',)' : ')');
    case 'set':
      // Sets come in no order that is known here.
      return value.entries.size === 0
        ? 'set()'
        : value.entries.size > 1
          ? undefined
          : around('{', all([...value.entries.values()]), '}');
    case 'dict': {
      const pairs = [...value.entries.values()].map(([key, one]) => [reprOf(key, depth + 1), reprOf(one, depth + 1)]);
      if (value.form || pairs.some(pair => pair.includes(undefined))) return undefined;
      return `{${pairs.map(pair => pair.join(': ')).join(', ')}}`;
    }
    case 'object':
      return objectRepr(value, depth);
    default:
      return undefined;
  }
}

function objectRepr(value: ObjectValue, depth: number): string | undefined {
  const own = memberOf(value.of, '__repr__');
  if (own !== undefined) return asText(callOn(value, own));
  if (!value.of.fields && value.of.form !== 'tuple') return undefined;
  const each = [...value.fields].map(([name, field]) => [name, reprOf(field, depth + 1)]);
  if (each.some(([, text]) => text === undefined)) return undefined;
  return `${value.of.name}(${each.map(([name, text]) => `${name}=${text}`).join(', ')})`;
}

function quoted(text: string): string | undefined {
  if (!/^[\x20-\x7e\n\t\r]*$/.test(text)) return undefined;
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inside = text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\t/g, '\\t').replace(/\r/g, '\\r');
  return mark + (mark === "'" ? inside.replace(/'/g, "\\'") : inside) + mark;
}

/** `format(value, spec)` */
export function formatted(value: Value, spec: string): string | undefined {
  if (spec === '') return textOf(value);
  const found = /^(?:(.)?([<>=^]))?([+\- ]?)(0?)(\d*)(,?)(?:\.(\d+))?([a-zA-Z%]?)$/su.exec(spec);
  if (!found) return undefined;
  const [, fill = ' ', side = '', sign = '', zero = '', width = '', comma = '', digits, type = ''] = found;
  const body = numberBody(value, type, digits, comma);
  if (body === undefined) return undefined;
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  const signed = isNumber && sign !== '' && sign !== '-' && !body.startsWith('-') ? sign + body : body;
  const missing = Number(width || 0) - [...signed].length;
  if (missing <= 0) return signed;
  if (zero && !side && isNumber) {
    const at = /^[+\- ]/.test(signed) ? 1 : 0;
    return signed.slice(0, at) + '0'.repeat(missing) + signed.slice(at);
  }
  const pad = (count: number): string => fill.repeat(count);
  switch (side || (isNumber ? '>' : '<')) {
    case '<':
      return signed + pad(missing);
    case '^':
      return pad(missing >> 1) + signed + pad(missing - (missing >> 1));
    default:
      return pad(missing) + signed;
  }
}

const grouped = (text: string): string => text.replace(/^(-?\d+)/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ','));

function numberBody(value: Value, type: string, digits: string | undefined, comma: string): string | undefined {
  const separate = (text: string): string => (comma ? grouped(text) : text);
  if (typeof value === 'string') {
    return type === '' || type === 's'
      ? digits === undefined
        ? value
        : [...value].slice(0, Number(digits)).join('')
      : undefined;
  }
  if (typeof value === 'bigint' && (type === '' || type === 'd')) return separate(String(value));
  if (typeof value === 'bigint' && /^[xXbo]$/.test(type)) {
    const text = value.toString(type === 'b' ? 2 : type === 'o' ? 8 : 16);
    return type === 'X' ? text.toUpperCase() : text;
  }
  if (typeof value !== 'number' && typeof value !== 'bigint')
    return type === '' || type === 's' ? textOf(value) : undefined;
  const number = Number(value);
  if (!Number.isFinite(number) || Math.abs(number) >= 1e21) return undefined;
  if (type === 'f') return separate(number.toFixed(Number(digits ?? 6)));
  if (type === '%') return `${(number * 100).toFixed(Number(digits ?? 6))}%`;
  return type === '' && digits === undefined ? separate(floatText(number)) : undefined;
}
