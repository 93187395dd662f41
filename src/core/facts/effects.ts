/** Effects as values that can be added up. */
import type { LibraryEffects } from '../library/library';
import type { Effects } from './facts';

/** No effect at all; a new object, for it will be added to. */
export const noEffects = (): Effects => ({
  raises: false,
  raisesTypes: [],
  yields: false,
  awaits: false,
  changes: [],
  impure: false,
});

/** Whether two functions do the same. */
export const sameEffects = (a: Effects, b: Effects): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Adds a name once. */
export function addOnce(names: string[], name: string): void {
  if (!names.includes(name)) names.push(name);
}

/** Adds what is raised. */
export function addRaised(effects: Effects, types: readonly string[]): void {
  effects.raises = true;
  for (const type of types) addOnce(effects.raisesTypes, type);
}

/** The effects of a library function as the facts tell them. */
export function fromLibraryEffects(known: LibraryEffects): Effects {
  return {
    ...noEffects(),
    raises: known.raises.length > 0,
    raisesTypes: [...known.raises],
    changes: [...known.changes],
    impure: known.impure,
  };
}
