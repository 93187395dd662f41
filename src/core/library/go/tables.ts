/** Every table by the import path of its package. */
import { builtin } from './builtin';

export const tables: Readonly<Record<string, string>> = {
  builtin,
};
