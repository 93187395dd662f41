/**
 * Paths of web frameworks against the patterns of Go's ServeMux (1.22): `/u/<int:id>` with `["GET"]` is
 * `GET /u/{id}`. Flask's paths are exact; Go's are prefixes where they end with a slash, so `{$}` closes them. Both
 * answer HEAD where they answer GET.
 */
import type { Expression as GoExpression } from '../syntax/go/ast';
import type { Expression as PythonExpression } from '../syntax/python/ast';
import type { Backward, Forward, ValueConverter } from './converter';
import { goString, pyList, pyName, pyStr } from './nodes';

/** One segment of a path: literal text, a variable, or a variable for all that follows. */
type Segment = { text: string } | { variable: string; rest: boolean; type?: string };

interface Dialect {
  /** The segments of a path, without its leading slash; undefined where one has no counterpart in Go. */
  read(path: string): Segment[] | undefined;
  write(segments: readonly Segment[]): string;
  /** How the methods are said: a list of strings, the name of the method in lower case, or not at all. */
  methods: 'list' | 'verb' | 'none';
}

const angled: Pick<Dialect, 'read' | 'write'> = {
  read: path => {
    if (!path.startsWith('/')) return undefined;
    return readSegments(path.slice(1), segment => {
      const [, type, name] = /^<(?:([a-z]+)(?:\([^<>]*\))?:)?([A-Za-z_]\w*)>$/.exec(segment) ?? [];
      if (name === undefined) return /[<>{}]/.test(segment) ? undefined : { text: segment };
      const plain = type === undefined || type === 'string' || type === 'path';
      return { variable: name, rest: type === 'path', ...(!plain && { type }) };
    });
  },
  write: segments =>
    `/${segments.map(segment => ('text' in segment ? segment.text : `<${segment.rest ? 'path:' : ''}${segment.variable}>`)).join('/')}`,
};

const flask: Dialect = { ...angled, methods: 'list' };
const flaskVerb: Dialect = { ...angled, methods: 'verb' };
const django: Dialect = {
  // Django's paths are written without the leading slash.
  read: path => angled.read(`/${path}`),
  write: segments => angled.write(segments).slice(1),
  methods: 'none',
};
const fastapi: Dialect = {
  read: path => {
    if (!path.startsWith('/')) return undefined;
    return readSegments(path.slice(1), segment => {
      const [, name, type] = /^\{([A-Za-z_]\w*)(?::(path))?\}$/.exec(segment) ?? [];
      if (name === undefined) return /[{}]/.test(segment) ? undefined : { text: segment };
      return { variable: name, rest: type === 'path' };
    });
  },
  write: segments =>
    `/${segments.map(segment => ('text' in segment ? segment.text : `{${segment.variable}${segment.rest ? ':path' : ''}}`)).join('/')}`,
  methods: 'verb',
};

function readSegments(path: string, read: (segment: string) => Segment | undefined): Segment[] | undefined {
  const segments: Segment[] = [];
  const texts = path.split('/');
  for (const [i, text] of texts.entries()) {
    const segment = read(text);
    // Go has a variable for all that follows at the end only.
    if (!segment || ('rest' in segment && segment.rest && i < texts.length - 1)) return undefined;
    segments.push(segment);
  }
  const names = segments.flatMap(segment => ('variable' in segment ? [segment.variable] : []));
  return new Set(names).size === names.length ? segments : undefined;
}

function converter(name: string, dialect: Dialect): ValueConverter {
  const max = dialect.methods === 'none' ? 1 : 2;
  return {
    kind: 'value',
    name,
    sources: { min: 1, max },
    forward: ([path, methods]) => forward(dialect, path, methods),
    backward: target => backward(dialect, target),
  };
}

function forward(
  dialect: Dialect,
  path: PythonExpression | undefined,
  methods: PythonExpression | undefined,
): Forward | undefined {
  if (path?.kind !== 'Str') return undefined;
  const segments = dialect.read(path.value);
  if (!segments) return undefined;
  const assumes: string[] = [];
  const parts = segments.map(segment => {
    if ('text' in segment) return segment.text;
    if (segment.type) assumes.push(`the handler checks that ${segment.variable} is ${article(segment.type)}`);
    return `{${segment.variable}${segment.rest ? '...' : ''}}`;
  });
  if (parts.at(-1) === '') parts[parts.length - 1] = '{$}';
  const method = dialect.methods === 'none' ? '' : methodOf(methods, assumes);
  return { value: goString(`${method}/${parts.join('/')}`), imports: [], assumes };
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** `GET ` and the like; empty where Go has to answer several methods with one handler. */
function methodOf(methods: PythonExpression | undefined, assumes: string[]): string {
  if (!methods) return 'GET ';
  const words = wordsOf(methods)?.map(word => word.toUpperCase());
  if (!words?.length) {
    assumes.push('the handler answers every method');
    return '';
  }
  // GET answers HEAD as well, in both.
  const distinct = [...new Set(words)].filter(word => word !== 'HEAD' || !words.includes('GET'));
  if (distinct.length === 1) return `${distinct[0]} `;
  assumes.push(`the handler answers every method, not only ${distinct.join(' and ')}`);
  return '';
}

function wordsOf(methods: PythonExpression): string[] | undefined {
  if (methods.kind === 'Name') return [methods.id];
  if (methods.kind === 'Str') return [methods.value];
  if (methods.kind !== 'List' && methods.kind !== 'Tuple' && methods.kind !== 'Set') return undefined;
  const words = methods.elts.flatMap(elt => (elt.kind === 'Str' ? [elt.value] : []));
  return words.length === methods.elts.length ? words : undefined;
}

function backward(dialect: Dialect, target: GoExpression): Backward | undefined {
  if (target.kind !== 'StringLit') return undefined;
  const [, method, path] = /^(?:([A-Z]+)[ \t]+)?(\/.*)$/.exec(target.value) ?? [];
  if (path === undefined || (path.endsWith('/{$}') && /\{\$\}./.test(path))) return undefined;
  const assumes: string[] = [];
  const exact = path.replace(/\/\{\$\}$/, '/');
  if (exact === path && path.endsWith('/')) assumes.push(`${path} answers this path only, not those below it`);
  const segments = readSegments(exact.slice(1), segment => {
    const [, name, rest] = /^\{([A-Za-z_]\w*)(\.\.\.)?\}$/.exec(segment) ?? [];
    if (name === undefined) return /[{}<>]/.test(segment) ? undefined : { text: segment };
    return { variable: name, rest: rest !== undefined };
  });
  if (!segments) return undefined;
  const written = pyStr(dialect.write(segments));
  if (dialect.methods === 'none') {
    if (method !== undefined) assumes.push(`the view answers every method, not only ${method}`);
    return { values: [written], imports: [], assumes };
  }
  if (method === undefined) {
    assumes.push('only GET is answered');
    return { values: [written, undefined], imports: [], assumes };
  }
  const methods = dialect.methods === 'list' ? pyList([pyStr(method)]) : pyName(method.toLowerCase());
  return { values: [written, methods], imports: [], assumes };
}

/** `route(PATH, METHODS)`, Flask's; `verbRoute(PATH, VERB)` for `@app.post(…)`; `fastapiRoute(PATH, VERB)`; `djangoRoute(PATH)`. */
export const routeConverters: ValueConverter[] = [
  converter('route', flask),
  converter('verbRoute', flaskVerb),
  converter('fastapiRoute', fastapi),
  converter('djangoRoute', django),
];
