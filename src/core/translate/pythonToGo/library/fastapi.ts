/** FastAPI: apps, errors and test clients. */
import { none, str, type Type } from '../../../facts/types';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import type { Context } from '../context';
import { expression } from '../expressions';
import { pure, value, type Value } from '../value';
import { partFunctionName } from '../web/handlerFunctions';
import { listening } from '../web/servers';
import { statusOf } from '../web/statuses';
import { clientMethods, recorderFields, recorderMethods } from '../web/testClients';
import { webOf } from '../web/views';
import type { Call, LibraryModule } from './table';

const type = (name: string): Type => ({ kind: 'instance', name: `fastapi.${name}`, args: [] });

const app: Call = (c, node) => {
  const unknown = node.args.find(
    arg =>
      arg.kind !== 'Keyword' ||
      arg.arg?.kind !== 'Name' ||
      !/^(title|description|version|prefix|tags|debug|docs_url|redoc_url|openapi_url|summary|contact)$/.test(
        arg.arg.id,
      ),
  );
  if (unknown) return c.gap('this option of an app has no counterpart here', unknown);
  return value(g.pkgCall('net/http', 'NewServeMux'), type('FastAPI'));
};

/** `uvicorn.run(app, host=…, port=…)`; the app may be named in a text. */
function run(c: Context, node: Parameters<Call>[1]): Value | undefined {
  const [first] = positional(node);
  const { mainApp } = webOf(c);
  if (!first || (first.kind === 'Str' && !mainApp)) return undefined;
  const handler = first.kind === 'Str' ? g.pkg('net/http', 'DefaultServeMux') : expression(c, first).node;
  listening(c, handler, keywordArgument(node, 'host'), keywordArgument(node, 'port'), {
    host: '127.0.0.1',
    port: 8000,
  });
  return pure(g.nil(), none);
}

export const fastapi: LibraryModule = {
  calls: {
    'fastapi.FastAPI': app,
    'fastapi.APIRouter': app,
    'uvicorn.run': run,
    'fastapi.testclient.TestClient': (c, node) => {
      const [first] = positional(node);
      if (!first) return undefined;
      return { ...expression(c, first), type: type('testclient.TestClient') };
    },
    'fastapi.HTTPException': (c, node) => {
      const [first, second] = positional(node);
      const status = first ?? keywordArgument(node, 'status_code');
      const detail = second ?? keywordArgument(node, 'detail');
      if (keywordArgument(node, 'headers')) return c.gap('headers of an error have no counterpart here', node);
      if (!status) return undefined;
      const code = statusOf(c, status);
      const words = detail ? expression(c, detail).node : g.pkgCall('net/http', 'StatusText', code);
      const made = g.composite(g.ident(c.helper('httpError')), [
        g.keyValue(g.ident('Status'), code),
        g.keyValue(g.ident('Detail'), words),
      ]);
      return value(g.unary('&', made), { kind: 'error', name: 'fastapi.HTTPException' });
    },
  },
  methods: {
    'fastapi.FastAPI.include_router': (c, from, node) => {
      const [first] = positional(node);
      const symbol = first?.kind === 'Name' ? c.facts.symbolOf(first) : undefined;
      if (!symbol || symbol.kind === 'import') return c.gap('routes of another file have no counterpart here', node);
      return value(g.call(partFunctionName(c, symbol), from.node), none);
    },
    'fastapi.testclient.TestHeaders.__getitem__': (c, from, node) => {
      const [first] = positional(node);
      return first && value(g.method(from.node, 'Get', expression(c, first, str).node), str, true);
    },
    ...clientMethods('fastapi.testclient.TestClient', 'fastapi.testclient.TestResponse'),
    ...recorderMethods('fastapi.testclient.TestResponse'),
  },
  fields: {
    ...Object.fromEntries(
      Object.entries(recorderFields).map(([name, build]) => [`fastapi.testclient.TestResponse.${name}`, build]),
    ),
    'fastapi.testclient.TestResponse.headers': (_c, of) =>
      value(g.method(of.node, 'Header'), type('testclient.TestHeaders'), true),
    'fastapi.Request.method': (_c, of) => value(g.sel(of.node, 'Method'), str, true),
  },
};
