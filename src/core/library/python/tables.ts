/** Every table by the name of its module. */
import { builtins } from './builtins';
import { containers } from './containers';
import { text } from './text';

export const tables: Readonly<Record<string, string>> = {
  builtins: builtins + text + containers,
};
