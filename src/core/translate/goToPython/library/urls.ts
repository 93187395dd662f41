/** net/url: addresses, and the values of a query as a dict of lists. */
import type * as t from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { call, keyword } from '../build';
import { gap, variableOf, type Context, type Value } from '../context';
import { expression } from '../expressions';
import type { LibraryTable } from './entry';
import { templates } from './table';

/** What stands in Python for a field of `url.URL`. */
const fields: Readonly<Record<string, string>> = {
  Scheme: 'scheme',
  User: 'user',
  Host: 'host',
  Path: 'path',
  RawQuery: 'raw_query',
  Fragment: 'fragment',
};

const parse = 'urllib.parse';

export const urls: LibraryTable = {
  ...templates('net/url', {
    Parse: '! ::Url.parse($0)',
    ParseRequestURI: '! ::Url.parse($0)',
    ParseQuery: `${parse}::parse_qs($0, keep_blank_values=True)`,
    PathEscape: `${parse}::quote($0, safe='$&+=:@')`,
    PathUnescape: `${parse}::unquote($0)`,
    QueryEscape: `${parse}::quote_plus($0)`,
    QueryUnescape: `${parse}::unquote_plus($0)`,
  }),
  ...templates('net/url.URL', {
    ...Object.fromEntries(Object.entries(fields).map(([id, own]) => [id, `$r.${own}`])),
    Hostname: '$r.hostname()',
    IsAbs: `$r.scheme != ''`,
    Port: '$r.port()',
    Query: '$r.query()',
    String: 'str($r)',
  }),
  ...templates('net/url.Userinfo', { Username: '$r[0]', Password: `$r[1] or '', $r[1] is not None` }),
  ...templates('net/url.Values', {
    Add: '$r.setdefault($0, []).append($1)',
    Del: '$r.pop($0, None)',
    Encode: `${parse}::urlencode(sorted($r.items()), doseq=True)`,
    Get: `$r.get($0, [''])[0]`,
    Has: '$0 in $r',
    Set: '$r.update({$0: [$1]})',
  }),
};

/** `url.URL{Scheme: "https", Host: host}` */
export function urlLiteral(cx: Context, node: go.CompositeLit): Value {
  const before: Value['before'] = [];
  const args = node.elts.map(elt => {
    const own = elt.kind === 'KeyValueExpr' && elt.key.kind === 'Ident' ? fields[elt.key.name] : undefined;
    if (elt.kind !== 'KeyValueExpr' || !own) return gap('this part of an address', elt);
    const value = expression(cx, elt.value);
    before.push(...value.before);
    return keyword(own, value.value);
  });
  return { before, value: call(cx.out.helper('Url'), ...args), type: cx.typing.of(node), pure: true };
}

/** Whether the values are those of the request that is answered, which Flask keeps: they are only asked there. */
export function isAskedOnly(cx: Context, node: go.Expression): boolean {
  const parent = cx.program.bindings.parent(node);
  if (parent?.kind === 'SelectorExpr') {
    const { sel } = parent as unknown as go.SelectorExpr;
    return sel.kind === 'Ident' && /^(Get|Has)$/.test(sel.name);
  }
  if (parent?.kind !== 'AssignStmt' || node.kind !== 'CallExpr') return false;
  const { lhs, rhs } = parent as unknown as go.AssignStmt;
  const variable = rhs.length === 1 && lhs.length === 1 ? variableOf(cx, lhs[0]) : undefined;
  return (
    variable?.definitions.length === 1 &&
    variable.uses.every(use => use === variable.ident || isAskedOnly(cx, use as go.Expression))
  );
}

/** The call of `Query()` that values come from. */
export function queryOf(cx: Context, node: go.Expression): go.Expression {
  const value = variableOf(cx, node)?.definitions[0]?.value;
  return value ?? node;
}

export const isValues = (type: t.Type): boolean => type.kind === 'instance' && type.name === 'net/url.Values';
