/** What a converter is. Forward goes from Python to Go, backward from Go to Python; each may decline. */
import type { Requirement } from '../catalog/idiom';
import type { Expression as GoExpression } from '../syntax/go/ast';
import type { Expression as PythonExpression } from '../syntax/python/ast';

export type Converter = ValueConverter | TypeConverter;

/**
 * Carries a notation from one language to the other. Where neither way takes anything for granted (`assumes` is empty),
 * `backward(forward(x))` is x.
 */
export interface ValueConverter {
  kind: 'value';
  name: string;
  /** How many sources it takes, in Python. The others have to be bound or to have a default. */
  sources: { min: number; max: number };
  /**
   * The Go expression for the sources, in the order of `derive`; a source that is absent is undefined. Undefined where
   * there is no counterpart. `carry` translates an expression that is not spelled out (`port` in `run(port=port)`);
   * without it, and where it gives undefined, only literals are taken.
   */
  forward(
    sources: readonly (PythonExpression | undefined)[],
    carry?: Carry<PythonExpression, GoExpression>,
  ): Forward | undefined;
  /** The sources for a Go expression, undefined at the places that it says nothing of; or undefined to decline. */
  backward(target: GoExpression, carry?: Carry<GoExpression, PythonExpression>): Backward | undefined;
}

export type Carry<From, To> = (expression: From) => To | undefined;

/**
 * Names a type that the other language has to write. The translator supplies it: `typeOf(X)` is the type of what X is
 * bound to, `elementOf(XS)` that of its items, and so on.
 */
export interface TypeConverter {
  kind: 'type';
  name: 'typeOf' | 'elementOf' | 'keyOf' | 'valueOf' | 'resultOf';
  sources: { min: 1; max: 1 };
}

export interface Forward {
  value: GoExpression;
  /** Imports that `value` needs. The names in `value` are the `local` ones. */
  imports: Requirement[];
  /** In plain words, what was taken for granted or is lost. */
  assumes: string[];
}

export interface Backward {
  values: (PythonExpression | undefined)[];
  imports: Requirement[];
  assumes: string[];
}
