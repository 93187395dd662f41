/** Django: requests and the client of its tests. */
import { bytes, str, type Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import * as g from '../../goNodes';
import type { Context } from '../context';
import { value } from '../value';
import { clientMethods, recorderFields, recorderMethods } from '../web/testClients';
import { flask } from './flask';
import type { Field, LibraryModule } from './table';

const of = (name: string): Type => ({ kind: 'instance', name: `django.${name}`, args: [] });

const part =
  (type: Type, build: (r: go.Expression, c: Context) => go.Expression): Field =>
  (c, from) =>
    value(build(from.node, c), type, true);

const method = (name: string): NonNullable<LibraryModule['methods']>[string] => flask.methods![`flask.${name}`]!;

export const django: LibraryModule = {
  calls: {
    'django.test.Client': (c, node) =>
      node.args.length > 0
        ? c.gap('this client has no counterpart here', node)
        : value(g.pkg('net/http', 'DefaultServeMux'), of('test.Client'), true),
  },
  methods: {
    'django.http.QueryDict.get': method('Args.get'),
    'django.http.QueryDict.getlist': method('Args.getlist'),
    'django.http.QueryDict.__contains__': method('Args.__contains__'),
    'django.http.RequestHeaders.get': method('Headers.get'),
    ...clientMethods('django.test.Client', 'django.test.TestResponse'),
    ...recorderMethods('django.test.TestResponse'),
  },
  fields: {
    'django.http.HttpRequest.method': part(str, r => g.sel(r, 'Method')),
    'django.http.HttpRequest.path': part(str, r => g.sel(g.sel(r, 'URL'), 'Path')),
    'django.http.HttpRequest.GET': part(of('http.QueryDict'), r => g.method(g.sel(r, 'URL'), 'Query')),
    'django.http.HttpRequest.POST': part(of('http.QueryDict'), (r, c) => g.call(c.helper('formOf'), r)),
    'django.http.HttpRequest.headers': part(of('http.RequestHeaders'), r => g.sel(r, 'Header')),
    'django.http.HttpRequest.body': part(bytes, (r, c) =>
      g.call(c.helper('must'), g.pkgCall('io', 'ReadAll', g.sel(r, 'Body'))),
    ),
    'django.test.TestResponse.status_code': recorderFields['status_code']!,
    'django.test.TestResponse.content': recorderFields['content']!,
  },
};
