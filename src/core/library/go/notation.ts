/**
 * The notation of the Go tables: declarations as Go writes them, one on a line. The members of a type are indented by
 * two blanks and written without `func` and receiver; a star stands before those whose receiver is a pointer.
 *
 *     func Repeat(s string, count int) string ! panic
 *     func Keys[K comparable, V any](m map[K]V) iter.Seq[K]
 *     var ErrNotExist error
 *     const Second Duration
 *     type Duration int64
 *       Hours() float64
 *     type Builder struct
 *       *WriteString(s string) (int, error) ! self
 *       Field string
 *     type Reader interface
 *       Read(p []byte) (int, error) ! self p io
 *
 * After `!` stand the effects: `io` for what is impure, `panic` for what panics by design, and the names of parameters
 * that are changed (`self` for the receiver). `[]E` stands for the `S ~[]E` of the generic packages.
 */
import type { FunctionType, Type } from '../../facts/types';
import { instance, unknown } from '../../facts/types';
import type { LibraryClass, LibraryEffects, LibraryMember, LibraryModule } from '../library';
import { Scanner } from '../scanner';
import { iteratorType, parseGoType, parseSignature, type NameResolver } from './types';

/** From the short name of a package to its import path. */
export type PackagePath = (name: string) => string | undefined;

/** Reads a table. Throws where a line cannot be read, which a test looks for. */
export function parsePackage(path: string, text: string, packagePath: PackagePath): LibraryModule {
  const module: LibraryModule = { name: path, members: new Map() };
  let current: LibraryClass | undefined;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('//')) continue;
    try {
      if (line.startsWith('  ')) {
        if (!current) throw new Error('it stands in no type');
        addMember(current, trimmed, resolver(path, packagePath, new Set(current.typeParams)));
      } else current = addDeclaration(module, trimmed, packagePath) ?? undefined;
    } catch (error) {
      throw new Error(`${path}: "${trimmed}": ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
  return module;
}

function resolver(path: string, packagePath: PackagePath, typevars: ReadonlySet<string>): NameResolver {
  return (name, args) => {
    if (typevars.has(name)) return { kind: 'typevar', name };
    const dot = name.indexOf('.');
    if (dot < 0) return instance(`${path}.${name}`, ...args);
    const known = iteratorType(name, args);
    if (known) return known;
    return instance(`${packagePath(name.slice(0, dot)) ?? name.slice(0, dot)}.${name.slice(dot + 1)}`, ...args);
  };
}

function addDeclaration(module: LibraryModule, line: string, packagePath: PackagePath): LibraryClass | undefined {
  const [code, effects] = splitEffects(line);
  const scanner = new Scanner(code);
  const word = scanner.next();
  const name = scanner.next();
  const typevars = scanner.peek() === '[' && scanner.peek(1) !== ']' ? parseTypeParams(scanner) : [];
  const resolve = resolver(module.name, packagePath, new Set(typevars));
  switch (word) {
    case 'func':
      module.members.set(name, functionMember(parseSignature(scanner, resolve), effects, false));
      return undefined;
    case 'var':
    case 'const':
      module.members.set(name, { kind: 'value', type: parseGoType(scanner, resolve), constant: word === 'const' });
      return undefined;
    case 'type': {
      const known: LibraryClass = {
        name: `${module.name}.${name}`,
        kind: scanner.peek() === 'struct' || scanner.peek() === 'interface' ? (scanner.peek() as 'struct') : 'named',
        typeParams: typevars,
        bases: [],
        members: new Map(),
      };
      if (known.kind === 'named') known.underlying = parseGoType(scanner, resolve);
      module.members.set(name, { kind: 'class', class: known });
      return known;
    }
    default:
      throw new Error(`no declaration begins with ${word}`);
  }
}

/** Only the names are kept; what a constraint allows is not checked here. */
function parseTypeParams(scanner: Scanner): string[] {
  scanner.expect('[');
  const names: string[] = [];
  let depth = 0;
  let expectName = true;
  while (!scanner.done) {
    const token = scanner.next();
    if (token === ']' && depth === 0) break;
    if (token === '[') depth++;
    else if (token === ']') depth--;
    else if (token === ',' && depth === 0) expectName = true;
    else if (expectName) {
      names.push(token);
      expectName = false;
    }
  }
  return names;
}

function addMember(known: LibraryClass, line: string, resolve: NameResolver): void {
  const [code, effects] = splitEffects(line);
  const scanner = new Scanner(code);
  const isPointer = scanner.take('*');
  const name = scanner.next();
  if (scanner.peek() === '(') {
    known.members.set(name, functionMember(parseSignature(scanner, resolve), effects, isPointer));
  } else known.members.set(name, { kind: 'value', type: parseGoType(scanner, resolve), constant: false });
  if (!scanner.done) throw new Error(`nothing was expected at ${scanner.peek()}`);
}

function functionMember(type: FunctionType, effects: LibraryEffects, isPointer: boolean): LibraryMember {
  const member: LibraryMember = { kind: 'function', overloads: [{ type, effects }], binding: 'instance' };
  if (isPointer) member.pointer = true;
  return member;
}

function splitEffects(line: string): [string, LibraryEffects] {
  const bang = line.lastIndexOf(' ! ');
  const words =
    bang < 0
      ? []
      : line
          .slice(bang + 3)
          .trim()
          .split(/[\s,]+/);
  const effects: LibraryEffects = {
    impure: words.includes('io'),
    changes: words.filter(word => word !== 'io' && word !== 'panic'),
    raises: words.includes('panic') ? ['panic'] : [],
  };
  return [bang < 0 ? line : line.slice(0, bang), effects];
}

/** The type of a member that is a value. */
export const valueType = (member: LibraryMember | undefined): Type =>
  member?.kind === 'value' ? member.type : unknown;
