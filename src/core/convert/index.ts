/** The closed set of converters that `derive` may use. A workspace's idioms may use them, not bring code. */
import { address } from './address';
import type { Converter, TypeConverter, ValueConverter } from './converter';
import { duration } from './duration';
import { jsonTag } from './jsonTag';
import { openMode } from './openMode';
import { routeConverters } from './route';
import { strftime } from './strftime';

export type { Backward, Converter, Forward, TypeConverter, ValueConverter } from './converter';
export { dynamic, escapeText, verbFor, type Verb, type Via } from './format';
export { parseFormat, specFor, type FormatPiece, type Interpolation } from './verbs';

const typeConverters = (['typeOf', 'elementOf', 'keyOf', 'valueOf', 'resultOf'] as const).map(
  (name): TypeConverter => ({ kind: 'type', name, sources: { min: 1, max: 1 } }),
);

const valueConverters: ValueConverter[] = [...routeConverters, address, strftime, duration, openMode, jsonTag];

/** Every converter by its name in `derive`. */
export const converters: ReadonlyMap<string, Converter> = new Map(
  [...typeConverters, ...valueConverters].map(converter => [converter.name, converter]),
);
