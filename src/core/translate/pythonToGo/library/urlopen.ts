/** `urllib.request`: the whole answer is read at once, so that nothing is left to close. */
import { bytes, int, none, str, type Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { pure, value, type Value } from '../value';
import { seconds } from './requests';
import type { Call, Field, LibraryModule, Method } from './table';

/** What the context manager of an answer is known by. */
export const openedAddress = 'http.client.HTTPResponse';
const failed = 'urllib.error.URLError';
const refused = 'urllib.error.HTTPError';

/** `urlopen(address, data=…, timeout=…)`. */
const urlopen: Call = (c, node) => {
  const [address, ...others] = positional(node);
  const data = others[0] ?? keywordArgument(node, 'data');
  const timeout = others[1] ?? keywordArgument(node, 'timeout');
  if (!address || keywordArgument(node, 'context')) return undefined;
  const url = coerce(c, expression(c, address), str).node;
  const fields: go.KeyValueExpr[] = [];
  if (data && data.kind !== 'None') {
    const form = g.composite(g.mapType(g.ident('string'), g.ident('string')), [
      g.keyValue(g.str('Content-Type'), g.str('application/x-www-form-urlencoded')),
    ]);
    fields.push(g.keyValue(g.ident('Headers'), form));
    fields.push(g.keyValue(g.ident('Body'), g.call('string', coerce(c, expression(c, data), bytes).node)));
  }
  const method = fields.length > 0 ? 'POST' : 'GET';
  if (timeout && timeout.kind !== 'None') fields.push(g.keyValue(g.ident('Timeout'), seconds(c, timeout)));
  c.model.raised.add(failed);
  c.model.raised.add(refused);
  c.notes.assume('the message of an error of the network reads differently in Go');
  const options = g.composite(g.ident(c.helper('fetchOptions')), fields);
  const call = g.call(c.helper('fetch'), g.str(method), url, options);
  const answer = c.temporary(
    c.checkedCall(call, { kind: 'instance', name: openedAddress, args: [] }, failed),
    'response',
  );
  c.checkedStatement(g.call(c.helper('refusal'), answer.node), refused);
  return answer;
};

const part =
  (type: Type, build: (of: Value, c: Context) => go.Expression): Field =>
  (c, of) =>
    value(build(of, c), type, true);

const status = part(int, of => g.sel(of.node, 'StatusCode'));
const url = part(str, of => g.method(g.sel(g.sel(of.node, 'Request'), 'URL'), 'String'));

const asMethod =
  (field: Field): Method =>
  (c, of, node) =>
    node.args.length === 0 ? field(c, of) : undefined;

export const urlopenModule: LibraryModule = {
  calls: { 'urllib.request.urlopen': urlopen },
  methods: {
    [`${openedAddress}.read`]: (_, of, node) =>
      node.args.length === 0 ? value(g.sel(of.node, 'Content'), bytes, true) : undefined,
    [`${openedAddress}.getcode`]: asMethod(status),
    [`${openedAddress}.geturl`]: asMethod(url),
    [`${openedAddress}.close`]: () => pure(g.nil(), none),
  },
  fields: {
    [`${openedAddress}.status`]: status,
    [`${openedAddress}.code`]: status,
    [`${openedAddress}.url`]: url,
  },
};
