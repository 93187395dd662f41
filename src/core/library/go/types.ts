/** Types as Go spells them, for the library tables. */
import * as types from '../../facts/types';
import { any, dict, instance, iterator, list, none, pointer, tuple, unknown } from '../../facts/types';
import type { FunctionParam, FunctionType, Type } from '../../facts/types';
import type { Scanner } from '../scanner';

/** Makes a type of a declared name; `io.Reader` comes with its package's short name. */
export type NameResolver = (name: string, args: Type[]) => Type;

const integers = new Set('int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr byte rune'.split(' '));

/** A type that the language declares; undefined for any other name. */
export function builtinType(name: string): Type | undefined {
  if (integers.has(name)) return { kind: 'int', go: name };
  switch (name) {
    case 'int':
      return types.int;
    case 'float64':
      return types.float;
    case 'float32':
      return { kind: 'float', go: name };
    case 'complex64':
    case 'complex128':
      return { kind: 'complex' };
    case 'bool':
      return types.bool;
    case 'string':
      return types.str;
    case 'error':
      return types.error;
    case 'any':
    case 'comparable':
      return any;
    default:
      return undefined;
  }
}

/** A slice; of bytes it is `bytes`. */
export function sliceOf(elt: Type): Type {
  return elt.kind === 'int' && (elt.go === 'byte' || elt.go === 'uint8') ? types.bytes : list(elt);
}

/** `iter.Seq[V]` and `iter.Seq2[K, V]` are iterators, the second of pairs; undefined for other names. */
export function iteratorType(name: string, args: Type[]): Type | undefined {
  if (name === 'iter.Seq') return iterator(args[0] ?? unknown);
  return name === 'iter.Seq2' ? iterator(tuple(args[0] ?? unknown, args[1] ?? unknown)) : undefined;
}

/** Reads one type. Throws where the text is none. */
export function parseGoType(scanner: Scanner, resolve: NameResolver): Type {
  const token = scanner.peek();
  switch (token) {
    case '*':
      scanner.next();
      return pointer(parseGoType(scanner, resolve));
    case '[': {
      scanner.next();
      if (scanner.take(']')) return sliceOf(parseGoType(scanner, resolve));
      const len = scanner.next();
      scanner.expect(']');
      return { kind: 'array', elt: parseGoType(scanner, resolve), len };
    }
    case '(': {
      scanner.next();
      const inner = parseGoType(scanner, resolve);
      scanner.expect(')');
      return inner;
    }
    case 'map': {
      scanner.next();
      scanner.expect('[');
      const key = parseGoType(scanner, resolve);
      scanner.expect(']');
      return dict(key, parseGoType(scanner, resolve));
    }
    case 'chan': {
      scanner.next();
      const dir = scanner.take('<-') ? 'send' : 'both';
      return { kind: 'chan', dir, elt: parseGoType(scanner, resolve) };
    }
    case '<-':
      scanner.next();
      scanner.expect('chan');
      return { kind: 'chan', dir: 'receive', elt: parseGoType(scanner, resolve) };
    case 'func':
      scanner.next();
      return parseSignature(scanner, resolve);
    case 'struct':
      scanner.next();
      scanner.expect('{');
      scanner.expect('}');
      return instance('struct{}');
    default:
      return parseNamed(scanner, resolve);
  }
}

function parseNamed(scanner: Scanner, resolve: NameResolver): Type {
  if (!scanner.atName) throw new Error(`"${scanner.text}": no type at ${scanner.peek() || 'the end'}`);
  let name = scanner.next();
  if (scanner.take('.')) name += `.${scanner.next()}`;
  const known = builtinType(name);
  if (known) return known;
  const args: Type[] = [];
  // `x []T` is a name and a type; `Seq[T]` has its bracket filled.
  if (scanner.peek() === '[' && scanner.peek(1) !== ']') {
    scanner.next();
    while (!scanner.take(']')) {
      args.push(parseGoType(scanner, resolve));
      scanner.take(',');
    }
  }
  return resolve(name, args);
}

/** Reads `(a, b int, xs ...T) (R, error)`. */
export function parseSignature(scanner: Scanner, resolve: NameResolver): FunctionType {
  const params = parseParams(scanner, resolve);
  let result: Type = none;
  if (scanner.peek() === '(') {
    const results = parseParams(scanner, resolve).map(param => param.type);
    result = results.length === 1 ? results[0]! : results.length === 0 ? none : tuple(...results);
  } else if (!scanner.done && ![',', ')', ']', '!'].includes(scanner.peek())) result = parseGoType(scanner, resolve);
  return { kind: 'func', params, result };
}

/** Either all parameters have names or none has, so what a lone name is shows only at the end of the list. */
function parseParams(scanner: Scanner, resolve: NameResolver): FunctionParam[] {
  scanner.expect('(');
  const entries: { name?: string; type?: Type; variadic?: true }[] = [];
  while (!scanner.take(')')) {
    if (scanner.done) throw new Error(`"${scanner.text}": a parenthesis is not closed`);
    if (scanner.atName && [',', ')'].includes(scanner.peek(1))) entries.push({ name: scanner.next() });
    else {
      const name = startsWithName(scanner) ? scanner.next() : undefined;
      const variadic = scanner.take('...');
      const type = parseGoType(scanner, resolve);
      entries.push({ type, ...(name !== undefined && { name }), ...(variadic && { variadic }) });
    }
    scanner.take(',');
  }
  const named = entries.some(entry => entry.name !== undefined && entry.type !== undefined);
  let shared: Type = unknown;
  const params: FunctionParam[] = [];
  for (const { name, type, variadic } of entries.reverse()) {
    shared = type ?? (named ? shared : (builtinType(name!) ?? resolve(name!, [])));
    params.push({ ...(named && name !== undefined && { name }), type: shared, ...(variadic && { variadic }) });
  }
  return params.reverse();
}

/** `x int` and `xs []T`, not `int`, `io.Reader` or `Seq[T]`. */
function startsWithName(scanner: Scanner): boolean {
  if (!scanner.atName || isTypeWord(scanner.peek()) || scanner.peek(1) === '.') return false;
  return scanner.peek(1) !== '[' || isArrayAfterName(scanner);
}

const isTypeWord = (word: string): boolean => ['func', 'map', 'chan', 'struct', 'interface'].includes(word);

/** `xs []T` and `b [4]byte`, not `Seq[T]`. */
function isArrayAfterName(scanner: Scanner): boolean {
  if (scanner.peek(2) === ']') return true;
  return /^\d+$/.test(scanner.peek(2)) && scanner.peek(3) === ']';
}
