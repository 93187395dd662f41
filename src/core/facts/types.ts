import type { NodeBase } from '../syntax/node';

/**
 * One lattice of types for both languages. The names are Python's where both have the thing: a Go slice is a `list`,
 * a map is a `dict`. `unknown` is the bottom: nothing is known yet.
 */
export type Type =
  | { kind: 'unknown' }
  /** Known to be of any type: Go's `any`, Python's `Any`. */
  | { kind: 'any' }
  | { kind: 'none' }
  | { kind: 'bool' }
  /** `go` names a Go integer type other than int: `int64`, `uint8`, `rune`, `byte`, … */
  | { kind: 'int'; go?: string }
  /** `whole`: a float that Python prints as a whole number where it is one: an infinity among integers, their mean. */
  | { kind: 'float'; go?: string; whole?: true }
  | { kind: 'complex' }
  /** `form`: a path of `pathlib`, which Go keeps as a text. */
  | { kind: 'str'; form?: 'path' }
  /** `form` tells a bytearray, which changes in place. */
  | { kind: 'bytes'; form?: 'bytearray' }
  /** `form` tells what Python calls it where that is no list: a tuple as long as it likes, a deque. */
  | { kind: 'list'; elt: Type; form?: 'tuple' | 'deque'; detail?: string }
  /** Go's `[n]T`. `[]byte` is `bytes`. */
  | { kind: 'array'; elt: Type; len: string }
  /** Also the results of a Go function that has several. */
  | { kind: 'tuple'; elts: Type[] }
  | { kind: 'dict'; key: Type; value: Type; form?: 'Counter' | 'defaultdict' | 'OrderedDict'; factory?: NodeBase }
  | { kind: 'set'; elt: Type }
  /** Anything that can be iterated over once: generators, `iter.Seq`, map objects. */
  | { kind: 'iterator'; elt: Type }
  | { kind: 'awaitable'; of: Type }
  | { kind: 'chan'; elt: Type; dir: 'both' | 'send' | 'receive' }
  | { kind: 'pointer'; to: Type }
  /** Go's error, any Python exception. `name` is the class of the exception where it is known: `builtins.KeyError`, `.Refused`. */
  | { kind: 'error'; name?: string }
  | FunctionType
  /**
   * A value of a class or of a named Go type. `name` is qualified: `flask.Flask`, `net/http.Request`, `.Point` for this
   * file's own, `.shapes.Point` for a relatively imported one. Go's struct without a name is `struct{}` where it has no
   * fields, else `struct#` and a number that `typeDeclaration` knows. `detail` is what its making fixed: the
   * length of a deque, the text of a pattern; `factory` what makes the values of a defaultdict.
   */
  | { kind: 'instance'; name: string; args: Type[]; detail?: string; factory?: NodeBase }
  /** The class or type itself, as a value. */
  | { kind: 'class'; name: string }
  | { kind: 'module'; name: string }
  | { kind: 'optional'; of: Type }
  | { kind: 'union'; types: Type[] }
  | { kind: 'typevar'; name: string };

export interface FunctionType {
  kind: 'func';
  params: FunctionParam[];
  /** `none` for no result; a tuple for several. */
  result: Type;
}

export interface FunctionParam {
  name?: string;
  type: Type;
  optional?: true;
  /** `*args`, `...T`: takes the rest. */
  variadic?: true;
  /** With `variadic`: `**kwargs`. */
  keywordOnly?: true;
  /** Cannot be given by its name (before Python's `/`). */
  positionalOnly?: true;
}

export const unknown: Type = { kind: 'unknown' };
export const any: Type = { kind: 'any' };
export const none: Type = { kind: 'none' };
export const bool: Type = { kind: 'bool' };
export const int: Type = { kind: 'int' };
export const float: Type = { kind: 'float' };
export const infinity: Type = { kind: 'float', whole: true };
export const str: Type = { kind: 'str' };
export const bytes: Type = { kind: 'bytes' };
export const error: Type = { kind: 'error' };
/** A whole number of any size: Go's `*big.Int`. Python has no name of its own for it. */
export const bigInt: Type = { kind: 'instance', name: 'math/big.Int', args: [] };
export const isBigInt = (type: Type): boolean => type.kind === 'instance' && type.name === 'math/big.Int';
/** A number of which whole numbers are some: of any size, a Fraction, a Decimal. */
export const isExactNumber = (type: Type): boolean =>
  type.kind === 'instance' && /^(math\/big\.Int|fractions\.Fraction|decimal\.Decimal)$/.test(type.name);
export const list = (elt: Type): Type => ({ kind: 'list', elt });
export const tupleOf = (elt: Type): Type => ({ kind: 'list', elt, form: 'tuple' });
export const set = (elt: Type): Type => ({ kind: 'set', elt });
export const dict = (key: Type, value: Type): Type => ({ kind: 'dict', key, value });
export const tuple = (...elts: Type[]): Type => ({ kind: 'tuple', elts });
export const iterator = (elt: Type): Type => ({ kind: 'iterator', elt });
export const pointer = (to: Type): Type => ({ kind: 'pointer', to });
export const optional = (of: Type): Type =>
  of.kind === 'optional' || of.kind === 'unknown' ? of : { kind: 'optional', of };
export const instance = (name: string, ...args: Type[]): Type => ({ kind: 'instance', name, args });
