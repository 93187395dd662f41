/** What the model of a file holds of each function, parameter and class. */
import type { Symbol, TypeDeclaration } from '../../facts/facts';
import type { Type } from '../../facts/types';
import type * as py from '../../syntax/python/ast';

export interface ParamModel {
  name: string;
  node: py.ParamNode;
  type: Type;
  default?: py.Expression;
  /** The function changes the length of a list that its caller goes on to see. */
  byPointer: boolean;
  variadic: boolean;
  /** `**kwargs`: a dict of all that no other parameter takes. */
  keywords?: boolean;
}

export interface FunctionModel {
  node: py.FunctionDef;
  symbol: Symbol | undefined;
  goName: string;
  className: string | undefined;
  binding: 'function' | 'instance' | 'class' | 'static' | 'property' | 'setter';
  params: ParamModel[];
  /** Settled; `none` for no result. */
  result: Type;
  fallible: boolean;
  /** Classes of implicit failures (`int(s)`) that a `try` around some call catches. */
  catchable: Set<string>;
  generator: boolean;
  /** Classes of exceptions that leave it; undefined where it may be any. */
  escapes: Set<string>;
}

export interface ClassModel {
  node: py.ClassDef;
  name: string;
  goName: string;
  kind: 'struct' | 'enum' | 'exception';
  declaration: TypeDeclaration | undefined;
  /** `over` is the plain type that an enum is made of; `ownEquality` where Go's `==` is not that of the class. */
  goType: {
    goName: string;
    kind: 'pointer' | 'value' | 'interface' | 'error';
    over?: 'int' | 'str';
    ownEquality: boolean;
  };
  bases: ClassModel[];
  /** Bases that are not of this file, qualified. */
  libraryBases: string[];
  subclasses: ClassModel[];
  /** `class Closer(Protocol)`: an interface, which classes fulfil without saying so. */
  isProtocol: boolean;
  /** The classes that an interface stands for which no class of the file is the base of. */
  members?: ClassModel[];
  /** The protocols that the class fulfils. */
  protocols: ClassModel[];
  methods: Map<string, FunctionModel>;
  /** What runs when a property is assigned to. */
  setters: Map<string, FunctionModel>;
  /** `__rmul__ = __mul__`: other names of methods. */
  methodAliases: Map<string, string>;
  isDataclass: boolean;
  isFrozen: boolean;
  /** Go's name of the struct; the same as `goName` unless that is an interface. */
  structName: string;
  /** Its methods call some that subclasses have of their own, so the struct knows the whole object. */
  needsSelf: boolean;
  /** A dataclass is printed somewhere, so it needs a String method. */
  needsText: boolean;
  /** Its objects become values of any type somewhere. */
  isBoxed?: boolean;
  /** It has a text of its own, and the one of dataclasses is asked for as well. */
  needsRepr?: boolean;
  /** It says itself what is equal, in a way that keys of a map cannot follow. */
  isOddKey?: boolean;
  /** Its interface has a method that no other class has, for type assertions. */
  isMarked?: boolean;
  /** Fields that are read through the interface of the class. */
  getters: Set<string>;
}
