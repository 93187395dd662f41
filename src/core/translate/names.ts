/**
 * Names of one language in the habit of the other. What is a name for Python's eye (`user_id`) is one for Go's eye
 * (`userID`), and back.
 */

export type NameRole = 'variable' | 'constant' | 'function' | 'method' | 'field' | 'type' | 'parameter';

const goKeywords = words(`break case chan const continue default defer else fallthrough for func go goto if import
  interface map package range return select struct switch type var`);
/** Legal as names, but the code around would then mean something else by them. */
const goPredeclared = words(`any append bool byte cap clear close comparable complex complex64 complex128 copy delete
  error false float32 float64 imag int int8 int16 int32 int64 iota len make max min new nil panic print println real
  recover rune string true uint uint8 uint16 uint32 uint64 uintptr init`);
/** Better known than a name with a suffix. */
const goInstead: Record<string, string> = {
  type: 'kind',
  func: 'fn',
  map: 'mapping',
  range: 'span',
  var: 'variable',
  const: 'constant',
  default: 'fallback',
  package: 'pkg',
  interface: 'iface',
  struct: 'record',
  string: 'text',
  error: 'err',
  len: 'length',
  max: 'largest',
  min: 'smallest',
  new: 'fresh',
  copy: 'duplicate',
  chan: 'channel',
};

const pythonKeywords = words(`False None True and as assert async await break class continue def del elif else except
  finally for from global if import in is lambda nonlocal not or pass raise return try while with yield`);
const pythonBuiltins = words(`abs all any ascii bin bool bytes callable chr dict dir divmod enumerate eval exec filter
  float format frozenset getattr hasattr hash hex id input int isinstance issubclass iter len list locals map max min
  next object oct open ord pow print property range repr reversed round set setattr slice sorted str sum super tuple
  type vars zip`);

/** Words that Go writes in one case, as `go lint` lists them. */
const initialisms = words(`acl api ascii cpu css csv dns eof guid html http https id ip json lhs qps ram rhs rpc sla
  smtp sql ssh tcp tls ttl udp ui uid uuid uri url utf8 vm xml xsrf xss`);

function words(text: string): Set<string> {
  return new Set(text.split(/\s+/));
}

/** `user_id`, `userID`, `HTTPServer` and `MAX_SIZE` as lower-case words. */
export function splitName(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .split('_')
    .filter(part => part !== '')
    .map(part => part.toLowerCase());
}

/**
 * A Python name as Go writes it. `exported` gives a capital; a leading underscore keeps it private. A class keeps the
 * spelling that its author gave it.
 */
export function goName(name: string, role: NameRole, exported = false): string {
  if (name === '_' || name === '') return '_';
  if (/^_+$/.test(name)) return '_';
  if (role === 'type' && /^[A-Z][A-Za-z0-9]*$/.test(name)) return name;
  const parts = splitName(name);
  if (parts.length === 0) return name;
  const upper = exported || (role === 'type' && !name.startsWith('_'));
  const text = parts
    .map((part, position) => {
      if (position === 0 && !upper) return part;
      if (initialisms.has(part)) return part.toUpperCase();
      return part.charAt(0).toUpperCase() + part.slice(1);
    })
    .join('');
  return /^\d/.test(text) ? `n${text}` : text;
}

/** A Go name as Python writes it. An unexported one is not given an underscore: it is public in its file. */
export function pythonName(name: string, role: NameRole): string {
  if (name === '_') return name;
  const parts = splitName(name);
  if (parts.length === 0) return name;
  if (role === 'type') {
    if (/^[A-Z][A-Za-z0-9]*$/.test(name)) return name;
    return parts.map(part => part.charAt(0).toUpperCase() + part.slice(1)).join('');
  }
  if (role === 'constant') return parts.join('_').toUpperCase();
  return parts.join('_');
}

/** A name of a field or method: only keywords are in the way there. */
export function avoidGoKeywords(name: string): string {
  return goKeywords.has(name) ? `${name}Value` : name;
}

/** A name that the Go code around it does not mean something else by. */
export function avoidGoWords(name: string): string {
  if (!goKeywords.has(name) && !goPredeclared.has(name)) return name;
  return goInstead[name] ?? `${name}Value`;
}

/** A name that is neither a keyword of Python nor one of its built-ins; PEP 8 gives those a trailing underscore. */
export function avoidPythonWords(name: string): string {
  return pythonKeywords.has(name) || pythonBuiltins.has(name) ? `${name}_` : name;
}

/**
 * The names of one answer: the same key gives the same name, two keys never share one in the same space, and fresh
 * names keep clear of all. The user's names are asked for first, so that they win.
 */
export class NameTable {
  private readonly taken = new Map<string, string>();
  private readonly names = new Map<string, string>();

  constructor(private readonly avoid: (name: string) => string) {}

  /** The name for a key; `wanted` is used as far as it is free. */
  of(key: string, wanted: string): string {
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const name = wanted === '_' ? '_' : this.free(this.avoid(wanted), key);
    this.names.set(key, name);
    return name;
  }

  /** A name that nothing has; it is taken from then on. */
  fresh(wanted: string): string {
    const name = this.free(this.avoid(wanted), undefined);
    this.taken.set(name, '');
    return name;
  }

  /** Keeps a name out of use. */
  reserve(name: string): void {
    this.taken.set(name, '');
  }

  /** Names that were given in a trial are free again when what this returns is called. */
  mark(): () => void {
    const taken = new Map(this.taken);
    const names = new Map(this.names);
    return () => {
      this.taken.clear();
      this.names.clear();
      for (const [name, key] of taken) this.taken.set(name, key);
      for (const [key, name] of names) this.names.set(key, name);
    };
  }

  has(name: string): boolean {
    return this.taken.has(name);
  }

  private free(wanted: string, key: string | undefined): string {
    let name = wanted;
    for (let i = 2; this.taken.has(name) && (key === undefined || this.taken.get(name) !== key); i++) {
      name = /\d$/.test(wanted) ? `${wanted}_${i}` : `${wanted}${i}`;
    }
    if (key !== undefined) this.taken.set(name, key);
    return name;
  }
}
