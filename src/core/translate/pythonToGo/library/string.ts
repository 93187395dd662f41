import { str } from '../../../facts/types';
import * as g from '../../goNodes';
import { pure } from '../value';
import type { Constant, LibraryModule } from './table';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const literal =
  (value: string): Constant =>
  () =>
    pure(g.str(value), str);

/** Python's `string`: its constants, written out. */
export const string: LibraryModule = {
  constants: {
    'string.ascii_lowercase': literal(letters),
    'string.ascii_uppercase': literal(letters.toUpperCase()),
    'string.ascii_letters': literal(letters + letters.toUpperCase()),
    'string.digits': literal('0123456789'),
    'string.hexdigits': literal('0123456789abcdefABCDEF'),
    'string.octdigits': literal('01234567'),
    'string.punctuation': literal('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'),
    'string.whitespace': literal(' \t\n\r\u000b\u000c'),
  },
};
