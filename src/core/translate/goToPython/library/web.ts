/** net/http, encoding/json and testing: what needs more than a call is in handlers.ts. */
import * as t from '../../../facts/types';
import { call, keyword, int, method } from '../build';
import { plain, type LibraryTable } from './entry';

export const web: LibraryTable = {
  'encoding/json.Marshal': plain(
    t.tuple(t.list({ kind: 'int', go: 'uint8' }), t.error),
    ([value], cx) => method(call(cx.out.member('json', 'dumps'), value!), 'encode'),
    { fails: true },
  ),
  'encoding/json.MarshalIndent': plain(
    t.tuple(t.list({ kind: 'int', go: 'uint8' }), t.error),
    ([value], cx) => method(call(cx.out.member('json', 'dumps'), value!, keyword('indent', int(2))), 'encode'),
    { fails: true },
  ),
};
