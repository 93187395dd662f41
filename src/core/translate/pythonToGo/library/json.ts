import { any, str } from '../../../facts/types';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import { value } from '../value';
import { expression } from '../expressions';
import { isAny } from '../types';
import type { LibraryModule } from './table';
import { dict } from '../shapes';

/** Python's `json`. */
export const json: LibraryModule = {
  calls: {
    'json.loads': (c, node, want) => {
      const [first] = positional(node);
      if (!first || node.args.length > 1) return undefined;
      const text = expression(c, first);
      const known = want && !isAny(want, c) ? want : c.typeOf(node);
      const type = isAny(known, c) ? dict(str, any) : known;
      if (isAny(known, c)) c.notes.assume('the JSON text is an object');
      const name = c.freshLocal('data');
      c.emit(g.declare(g.varDecl(name, c.goType(type))));
      const bytes =
        text.type.kind === 'bytes' ? text.node : g.call(g.sliceType(g.ident('byte')), coerce(c, text, str).node);
      c.notes.assume('numbers that come from JSON are floats');
      const err = c.errorName();
      c.emit(
        g.ifStmt(
          g.binary(g.ident(err), '!=', g.nil()),
          c.failOrPanic(g.ident(err), 'json.JSONDecodeError'),
          undefined,
          g.define(err, g.pkgCall('encoding/json', 'Unmarshal', bytes, g.unary('&', g.ident(name)))),
        ),
      );
      return value(g.ident(name), type, true);
    },
    'json.dumps': (c, node) => c.gap('json.dumps puts blanks behind its commas and colons, Go does not', node),
  },
};
