/** What is known of names while the code of a decorator is followed. */
import type { Symbol } from '../../../facts/facts';
import type * as py from '../../../syntax/python/ast';
import * as n from './nodes';

export interface Closure {
  kind: 'closure';
  node: py.FunctionDef | py.Lambda;
  env: Env;
  /** It takes the name of what it wraps. */
  wraps: boolean;
  /** `wrapper.calls = 0`: what the attributes of the function have become. */
  attributes: Map<string, py.Expression>;
  /** A function of the file at top level, which has its name everywhere. */
  isGlobal?: true;
  /** Arguments that `functools.partial` gave already. */
  given?: Map<string, Known>;
}

export type Known =
  | Closure
  /** The function that is decorated. */
  | { kind: 'target'; layer: Layer }
  /** The object of a class that decorates, with what is known of its fields. */
  | { kind: 'object'; name: string; fields: Map<string, Known> }
  /** Code that may stand at each use. */
  | { kind: 'expression'; node: py.Expression }
  /** `*args`, by its parts. */
  | { kind: 'tuple'; items: py.Expression[] }
  /** `**kwargs`, by its parts; a part without a name is another dict. */
  | { kind: 'dict'; items: { name: string; value: py.Expression }[] };

export type Env = Map<Symbol, Known>;

/** One decorator on one function, or the function itself. */
export interface Layer {
  /** The name that the function says it has. */
  shownName: string;
  doc: string | undefined;
  /** The function that holds the layer, by the shape of the calls. */
  names: Map<string, string>;
  /** How methods of the class are called: by their first parameter, or by the class. */
  binding: 'function' | 'instance' | 'class' | 'static';
  className: string;
}

/** How a function is called: how many arguments go by position, and which by name. */
export interface Shape {
  positional: number;
  keywords: string[];
}

export const shapeKey = (shape: Shape | undefined): string =>
  shape ? [shape.positional, ...shape.keywords].join(' ') : '';

/** The code cannot be followed: it stays as it is. */
export class Declined extends Error {}

/** A value as an expression; undefined for functions. */
export function asExpression(known: Known): py.Expression | undefined {
  switch (known.kind) {
    case 'expression':
      return known.node;
    case 'tuple': {
      const [only] = known.items;
      return known.items.length === 1 && only?.kind === 'Starred' ? only.value : n.tuple(known.items);
    }
    case 'dict': {
      const [only] = known.items;
      if (known.items.length === 1 && only?.name === '') return only.value;
      return n.dict(
        known.items.map(({ name, value }) =>
          name === '' ? { kind: 'DictSpread', start: -1, end: -1, value } : n.item(n.text(name), value),
        ),
      );
    }
    default:
      return undefined;
  }
}

/** Whether a value that is known is true; undefined where that is not known. */
export function truthOf(known: Known): boolean | undefined {
  if (known.kind === 'target' || known.kind === 'closure' || known.kind === 'object') return true;
  if (known.kind === 'tuple')
    return known.items.some(one => one.kind !== 'Starred') || (known.items.length > 0 && undefined);
  if (known.kind === 'dict') return known.items.some(one => one.name !== '') || (known.items.length > 0 && undefined);
  const { node } = known;
  if (node.kind === 'None') return false;
  if (node.kind === 'Bool') return node.value;
  if (node.kind === 'Str') return node.value !== '';
  return node.kind === 'Int' ? node.value !== '0' : undefined;
}
