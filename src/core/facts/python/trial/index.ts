/** A trial run of a program: what its own numbers come to. It is made once, when it is first asked for. */
import type { NodeBase } from '../../../syntax/node';
import type { PythonModule } from '../module';
import { Machine } from './machine';
import { unknown, type Type } from '../../types';
import type { Shape } from './shapes';
import { isWhole, typeOfValues, type TypeMaker } from './types';

export interface Trial {
  /** The operator or call gave a whole number of more than 64 bits. */
  isLarge(node: NodeBase): boolean;
  /** The power of whole numbers gave a float. */
  isFractional(node: NodeBase): boolean;
  /** What a symbol, the result of a function, or a field (`Class.name`) held. */
  held(holder: unknown): Shape | undefined;
  /** What became text at an expression, or of a field (`Class.name`) in the text of a dataclass. */
  shown(node: NodeBase | string): Shape | undefined;
  /** Of what type a symbol, a result or a field was; `isGiven`: of what type the values of a generator were. */
  typeHeld(make: TypeMaker, holder: unknown, isGiven?: boolean): Type;
  /** The same where the run saw everything that the holder ever held; else `unknown`. */
  wholeType(make: TypeMaker, holder: unknown): Type;
  /** All of the program was followed to its end. */
  readonly isComplete: boolean;
}

export function createTrial(module: PythonModule): () => Trial {
  let made: Trial | undefined;
  return () => {
    if (made) return made;
    const sightings = new Machine(module).runModule();
    return (made = {
      isLarge: node => sightings.large.has(node),
      isFractional: node => sightings.fractionalPowers.has(node),
      held: holder => sightings.shapeHeld(holder),
      shown: node => sightings.shapeShown(node),
      typeHeld: (make, holder, isGiven = false) =>
        typeOfValues(make, isGiven ? sightings.valuesGiven(holder) : sightings.valuesHeld(holder)),
      wholeType: (make, holder) => {
        const values = sightings.valuesHeld(holder);
        return sightings.sawAll(holder) && values.every(isWhole) ? typeOfValues(make, values) : unknown;
      },
      isComplete: sightings.isComplete,
    });
  };
}
