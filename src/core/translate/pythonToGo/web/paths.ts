/** Paths of routes as patterns of Go's ServeMux, and what they say of the parameters in them. */
export interface PathParameter {
  name: string;
  /** `int`, `float`, `path` and the like; `string` where the path says nothing. */
  converter: string;
}

export interface Path {
  /** As ServeMux takes it, without a method. */
  pattern: string;
  parameters: PathParameter[];
  /** Why it has no counterpart. */
  gap?: string;
}

const angled = /^<(?:([a-z]+)(?:\([^<>]*\))?:)?([A-Za-z_]\w*)>$/;
const braced = /^\{([A-Za-z_]\w*)(?::([a-z]+))?\}$/;

/** Reads a path of Flask and Django (`/users/<int:id>`) or FastAPI (`/users/{id}`). */
export function readPath(path: string, form: 'angled' | 'braced'): Path {
  const parameters: PathParameter[] = [];
  let gap: string | undefined;
  const segments = path.replace(/^\//, '').split('/');
  const written = segments.map((segment, i) => {
    const found = (form === 'angled' ? angled : braced).exec(segment);
    if (!found) {
      if (/[<>{}]/.test(segment)) gap = `the path ${path} has no counterpart: a parameter of Go is a whole segment`;
      return segment;
    }
    const [name, converter] = form === 'angled' ? [found[2]!, found[1]] : [found[1]!, found[2]];
    const isRest = converter === 'path';
    if (isRest && i < segments.length - 1) gap = `the path ${path} goes on behind a parameter that takes the rest`;
    if (segment.includes('(')) gap = `the converter in ${path} has limits, which have no counterpart here`;
    if (!known.has(converter ?? 'string')) gap = `the converter ${converter ?? ''} has no counterpart here`;
    parameters.push({ name, converter: converter ?? 'string' });
    return `{${name}${isRest ? '...' : ''}}`;
  });
  // A slash at the end would match all that is below.
  if (written.at(-1) === '') written[written.length - 1] = '{$}';
  return { pattern: `/${written.join('/')}`, parameters, ...(gap !== undefined && { gap }) };
}

const known = new Set(['string', 'int', 'float', 'path', 'str', 'slug']);
