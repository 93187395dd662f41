/** What is known of well-known modules and packages, in one form for both languages. */
import type { DeclaredField, TypeDeclaration } from '../facts/facts';
import type { FunctionType, Type } from '../facts/types';

/** What calling a library function does beside giving its result. */
export interface LibraryEffects {
  /** Reads or writes something that outlives the call, or answers differently each time. */
  impure: boolean;
  /** Parameters that are changed in place; `self` is the receiver in both languages. */
  changes: readonly string[];
  /** Python: classes of what it raises, qualified. Go: `panic` where it panics by design. */
  raises: readonly string[];
}

/** One signature of a function or method, without its receiver. */
export interface LibraryFunction {
  type: FunctionType;
  effects: LibraryEffects;
}

export type LibraryMember =
  | { kind: 'function'; overloads: LibraryFunction[]; binding: 'instance' | 'class' | 'static'; pointer?: true }
  | { kind: 'class'; class: LibraryClass }
  | { kind: 'value'; type: Type; constant: boolean }
  | { kind: 'module'; name: string };

/** A class, or a declared Go type. */
export interface LibraryClass {
  /** Qualified: `pathlib.Path`, `net/http.Request`. */
  name: string;
  kind: TypeDeclaration['kind'];
  typeParams: string[];
  bases: Type[];
  /** What a Go type is made of, for `named`. */
  underlying?: Type;
  members: Map<string, LibraryMember>;
}

export interface LibraryModule {
  /** Import path: `os.path`, `net/http`. */
  name: string;
  members: Map<string, LibraryMember>;
}

/** The tables of one language. Tables are parsed when they are first asked for. */
export interface Library {
  /** Undefined for a module that no table tells of. */
  module(name: string): LibraryModule | undefined;
  /** By qualified name: `flask.Flask`; undefined where no table tells of it. */
  class(name: string): LibraryClass | undefined;
  /** Every module that has a table, sorted. */
  readonly modules: readonly string[];
}

/** The declaration of a library class in the form that the facts give for a file's own. */
export function describeClass(known: LibraryClass): TypeDeclaration {
  const fields: DeclaredField[] = [];
  const methods: TypeDeclaration['methods'] = [];
  for (const [name, member] of known.members) {
    if (member.kind === 'value') {
      fields.push(member.constant ? { name, type: member.type, constant: true } : { name, type: member.type });
    } else if (member.kind === 'function') {
      const method: TypeDeclaration['methods'][number] = {
        name,
        type: member.overloads[0]!.type,
        binding: member.binding,
      };
      if (member.pointer) method.pointer = true;
      methods.push(method);
    }
  }
  const { name, kind, typeParams, bases, underlying } = known;
  const declaration: TypeDeclaration = { name, kind, typeParams, bases, fields, methods };
  if (underlying) declaration.underlying = underlying;
  return declaration;
}

/** Splits a qualified name: `net/http.Request` is `net/http` and `Request`. */
export function splitQualified(name: string): { module: string; member: string } {
  const dot = name.lastIndexOf('.');
  return { module: name.slice(0, Math.max(dot, 0)), member: name.slice(dot + 1) };
}
