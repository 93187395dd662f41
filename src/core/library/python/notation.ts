/**
 * The notation of the Python tables. One line for each name; the members of a class are indented by two blanks.
 *
 *     pi: float                                  a value; CONSTANTS are told by their capitals
 *     path: module os.path                       a module that is an attribute of this one
 *     sqrt(x: float, /) -> float ! ValueError    a function
 *     async sleep(delay: float) -> None ! io     its result is awaited
 *     class deque[T](list[T])                    a class, its type parameters and bases
 *       __init__(iterable?: Iterable[T], maxlen?: int)
 *       append(x: T, /) -> None ! self           methods are written without self
 *       class fromkeys(…) / static maketrans(…)  class methods, static methods
 *       name: str                                an attribute
 *
 * `?` stands for a default. One capital letter is a type variable. After `!` stand the effects: `io` for what is
 * impure, the name of a parameter that is changed (`self` for the receiver), and classes of exceptions. Repeated lines
 * of one name are overloads, tried in their order.
 */
import type { FunctionParam, FunctionType, Type } from '../../facts/types';
import { any, error, instance, none, unknown } from '../../facts/types';
import type { LibraryClass, LibraryEffects, LibraryFunction, LibraryMember, LibraryModule } from '../library';
import { Scanner } from '../scanner';
import { builtinType, parseType, typingType, type NameResolver } from './types';

/** Built-in exceptions are known by how they end; the few that end otherwise are listed. */
const exceptionName = /(?:Error|Exception|Warning|Exit|Interrupt|StopIteration|StopAsyncIteration)$/;

/** Whether a name is that of an exception, by the custom that Python's own follow. */
export const isExceptionName = (name: string): boolean => exceptionName.test(name);

/** Reads a table. Throws where a line cannot be read, which a test looks for. */
export function parseModule(name: string, text: string): LibraryModule {
  const lines = text.split('\n').filter(line => line.trim() !== '' && !line.trim().startsWith('#'));
  const own = new Set<string>();
  for (const line of lines) {
    const declared = /^class (\w+)(?!.*->)/.exec(line);
    if (declared) own.add(declared[1]!);
  }
  const module: LibraryModule = { name, members: new Map() };
  let current: LibraryClass | undefined;
  for (const line of lines) {
    const resolve = resolver(name, own, current);
    if (line.startsWith('  ')) {
      if (!current) throw new Error(`${name}: "${line.trim()}" stands in no class`);
      addMember(current.members, line.trim(), name, resolve);
    } else if (/^class \w+(\[[^\]]*\])?(\(|$|\s*$)/.test(line)) {
      current = parseClass(name, line, own);
      module.members.set(splitLast(current.name), { kind: 'class', class: current });
    } else {
      current = undefined;
      addMember(module.members, line.trim(), name, resolve);
    }
  }
  return module;
}

const splitLast = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function resolver(module: string, own: ReadonlySet<string>, current: LibraryClass | undefined): NameResolver {
  const resolve: NameResolver = (name, args) => {
    if (/^[A-Z]\d?$/.test(name) || name === 'KT' || name === 'VT') return { kind: 'typevar', name };
    if (name === 'Self' && current) {
      return instance(current.name, ...current.typeParams.map((param): Type => ({ kind: 'typevar', name: param })));
    }
    if (own.has(name) && module !== 'builtins') {
      return isExceptionName(name)
        ? { kind: 'error', name: `${module}.${name}` }
        : instance(`${module}.${name}`, ...args);
    }
    if (name === 'any') return any;
    if (name === 'unknown') return unknown;
    if (name === 'BaseException' || name === 'Exception') return error;
    const known = builtinType(name, args) ?? typingType(name, args);
    if (known) return known;
    if (isExceptionName(name)) return { kind: 'error', name: name.includes('.') ? name : `builtins.${name}` };
    return instance(name.includes('.') ? name : `${module}.${name}`, ...args);
  };
  return resolve;
}

function parseClass(module: string, line: string, own: ReadonlySet<string>): LibraryClass {
  const scanner = new Scanner(line.slice('class '.length));
  const name = scanner.next();
  const known: LibraryClass = {
    name: `${module}.${name}`,
    kind: 'class',
    typeParams: [],
    bases: [],
    members: new Map(),
  };
  if (scanner.take('[')) {
    while (!scanner.take(']')) {
      known.typeParams.push(scanner.next());
      scanner.take(',');
    }
  }
  if (scanner.take('(')) {
    while (!scanner.take(')')) {
      if (isExceptionName(name) && isExceptionName(scanner.peek())) {
        // The lattice has one type for all exceptions, but a class has to know which it is a kind of.
        known.bases.push({ kind: 'error', name: exceptionBase(scanner.next(), module, own) });
      } else known.bases.push(parseType(scanner, resolver(module, own, known)));
      scanner.take(',');
    }
  }
  return known;
}

function exceptionBase(name: string, module: string, own: ReadonlySet<string>): string {
  return own.has(name) ? `${module}.${name}` : `builtins.${name}`;
}

function addMember(members: Map<string, LibraryMember>, line: string, module: string, resolve: NameResolver): void {
  const head = /^(async |static |class )?(\w+)/.exec(line);
  if (!head) throw new Error(`${module}: "${line}" has no name`);
  const name = head[2]!;
  const rest = line.slice(head[0].length);
  if (rest.startsWith(':')) {
    const text = rest.slice(1).trim();
    const toModule = /^module (.+)$/.exec(text);
    if (toModule) members.set(name, { kind: 'module', name: toModule[1]! });
    else {
      const constant = /^[A-Z][A-Z0-9_]+$/.test(name);
      members.set(name, { kind: 'value', type: parseType(new Scanner(text), resolve), constant });
    }
    return;
  }
  const overload = parseFunction(rest, resolve, head[1] === 'async ');
  const known = members.get(name);
  if (known?.kind === 'function') known.overloads.push(overload);
  else {
    const binding = head[1] === 'static ' ? 'static' : head[1] === 'class ' ? 'class' : 'instance';
    members.set(name, { kind: 'function', overloads: [overload], binding });
  }
}

function parseFunction(text: string, resolve: NameResolver, isAsync: boolean): LibraryFunction {
  const bang = text.lastIndexOf(' !');
  const scanner = new Scanner(bang < 0 ? text : text.slice(0, bang));
  scanner.expect('(');
  const params = parseParams(scanner, resolve);
  let result: Type = none;
  if (scanner.take('->')) result = parseType(scanner, resolve);
  if (!scanner.done) throw new Error(`"${text}": nothing was expected at ${scanner.peek()}`);
  if (isAsync) result = { kind: 'awaitable', of: result };
  const type: FunctionType = { kind: 'func', params, result };
  return { type, effects: parseEffects(bang < 0 ? '' : text.slice(bang + 2)) };
}

function parseParams(scanner: Scanner, resolve: NameResolver): FunctionParam[] {
  const params: FunctionParam[] = [];
  let keywordOnly = false;
  while (!scanner.take(')')) {
    if (scanner.done) throw new Error(`"${scanner.text}": a parenthesis is not closed`);
    if (scanner.take('/')) {
      for (const param of params) param.positionalOnly = true;
    } else if (scanner.peek() === '*' && [',', ')'].includes(scanner.peek(1))) {
      scanner.next();
      keywordOnly = true;
    } else {
      const stars = scanner.take('**') ? 2 : scanner.take('*') ? 1 : 0;
      const param: FunctionParam = { name: scanner.next(), type: any };
      if (scanner.take('?')) param.optional = true;
      if (scanner.take(':')) param.type = parseType(scanner, resolve);
      if (stars > 0) param.variadic = true;
      if (stars === 2 || keywordOnly) param.keywordOnly = true;
      if (stars === 1) keywordOnly = true;
      params.push(param);
    }
    scanner.take(',');
  }
  return params;
}

function parseEffects(text: string): LibraryEffects {
  const words = text
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean);
  return {
    impure: words.includes('io'),
    changes: words.filter(word => word !== 'io' && /^[a-z]/.test(word) && !word.includes('.')),
    raises: words.filter(word => /^[A-Z]/.test(word) || word.includes('.')).map(qualifyException),
  };
}

const qualifyException = (name: string): string => (name.includes('.') ? name : `builtins.${name}`);
