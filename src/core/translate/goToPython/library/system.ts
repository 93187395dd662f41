/** os, io, bufio, time, errors, context: what a program asks of the machine around it. */
import { servedBody } from './web';
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { walk } from '../../../syntax/node';
import { attribute, call, keyword, method, starred, str } from '../build';
import { gap, simple, type Context } from '../context';
import { errorsAs, errorsIs, errorValue } from '../errorValues';
import { expression } from '../expressions';
import { combine } from '../operators';
import { byte } from '../goTypes';
import { responseOf } from './httpClient';
import { signatureOf } from './signatures';
import { filled, templates } from './table';
import { constant, onReceiver, plain, type LibraryTable } from './entry';

const stream: Type = t.pointer(t.instance('os.File'));

/** What fails with words of the system; a whole program may print them, and then they have to be those of Go. */
function file(id: string, template: string, strict: string): LibraryTable {
  const [name, signature] = [`os.${id}`, signatureOf(`os.${id}`)!];
  return {
    [name]: {
      ...templates('os', { [id]: `! ${template}` })[name],
      call: (cx, args, node) =>
        filled(cx, cx.isFragment || cx.fn.looseParsing || !showsErrors(cx) ? template : strict, signature, args, node),
    },
  };
}

/** Whether the program writes some error to its output. */
function showsErrors(cx: Context): boolean {
  let found = false;
  for (const root of cx.program.bindings.roots)
    walk(root, node => {
      if (node.kind !== 'CallExpr') return;
      const { fun, args } = node as unknown as go.CallExpr;
      const isPrint = fun.kind === 'SelectorExpr' && fun.sel.kind === 'Ident' && /^[SF]?Print/.test(fun.sel.name);
      const isText = fun.kind === 'SelectorExpr' && fun.sel.kind === 'Ident' && fun.sel.name === 'Error';
      if (isPrint || isText) found ||= isText || args.some(arg => cx.typing.of(arg).kind === 'error');
    });
  return found;
}

/** `sys.exit` runs what is deferred, and in a thread ends that only. */
export function exitsAtOnce(cx: Context): boolean {
  if (cx.isFragment) return false;
  let found = false;
  for (const root of cx.program.bindings.roots) {
    walk(root, node => {
      if (node.kind === 'GoStmt' && cx.fn.kind !== 'main') found = true;
      if (node.kind !== 'DeferStmt') return;
      const { fun } = node['call'] as go.CallExpr;
      const harmless =
        fun.kind === 'SelectorExpr' &&
        fun.sel.kind === 'Ident' &&
        /^(Close|R?Unlock|Done|Stop|Flush)$/.test(fun.sel.name);
      const isCancel = fun.kind === 'Ident' && fun.name === 'cancel';
      if (!harmless && !isCancel) found = true;
    });
  }
  return found;
}

export const system: LibraryTable = {
  'errors.New': {
    type: t.error,
    givesError: 'always',
    call: (cx, _args, node) => errorValue(cx, node) ?? gap('errors.New', node),
  },
  'errors.Is': {
    type: t.bool,
    call: (cx, [err, target], node) => (err && target ? errorsIs(cx, err, target) : gap('errors.Is', node)),
  },
  'errors.As': {
    type: t.bool,
    call: (cx, [err, target], node) => (err && target ? errorsAs(cx, err, target) : gap('errors.As', node)),
  },
  'errors.Join': {
    type: t.error,
    givesError: 'maybe',
    call(cx, args, node) {
      const values = args.map((arg, i) => {
        const value = expression(cx, arg);
        return node.ellipsis && i === args.length - 1 ? { ...value, value: starred(value.value) } : value;
      });
      return combine(values, own => call(cx.out.helper('join_errors'), ...own), t.error);
    },
  },
  'errors.AsType': {
    type: t.tuple(t.any, t.bool),
    call: (_cx, _args, node) => gap('errors.AsType in this place', node),
  },
  'errors.Unwrap': plain(t.error, ([err]) => attribute(err!, '__cause__'), { givesError: 'maybe' }),

  'os.Exit': plain(t.none, ([code], cx) =>
    exitsAtOnce(cx)
      ? call(cx.out.helper('exit_now'), code!)
      : call(cx.out.member('sys', 'exit'), ...(code!.kind === 'Int' && code!.value === '0' ? [] : [code!])),
  ),
  'os.Args': constant(t.list(t.str), cx => cx.out.member('sys', 'argv')),
  'os.Stdin': constant(stream, cx => cx.out.member('sys', 'stdin')),
  'os.Stdout': constant(stream, cx => cx.out.member('sys', 'stdout')),
  'os.Stderr': constant(stream, cx => cx.out.member('sys', 'stderr')),
  'os.Getenv': plain(t.str, ([key], cx) => method(cx.out.member('os', 'environ'), 'get', key!, str(''))),
  'os.Setenv': plain(t.error, ([key, value], cx) =>
    method(cx.out.member('os', 'environ'), '__setitem__', key!, value!),
  ),
  ...file('ReadFile', 'pathlib->Path($0).read_bytes()', '::read_file($0)'),
  ...file('WriteFile', 'pathlib->Path($0).write_bytes($1)', '::write_file($0, $1)'),
  ...file('Open', `open($0, encoding='utf-8')`, '::open_file($0)'),
  ...file('Create', `open($0, 'w', encoding='utf-8')`, `::open_file($0, 'w')`),
  ...file('Remove', 'os::remove($0)', '::remove_file($0)'),
  'os.MkdirAll': plain(
    t.error,
    ([path], cx) =>
      call(
        cx.out.member('os', 'makedirs'),
        path!,
        keyword('exist_ok', { kind: 'Bool', value: true, start: -1, end: -1 }),
      ),
    { fails: true },
  ),
  'os.File.Close': onReceiver(t.none, f => method(f, 'close')),
  'os.File.WriteString': onReceiver(t.none, (f, [s]) => method(f, 'write', s!)),

  'io.EOF': { type: t.error, value: () => simple(call('EOFError'), t.error) },
  'io.ReadAll': {
    type: t.tuple(t.list(byte), t.error),
    fails: true,
    call(cx, [reader], node) {
      if (!reader) return gap('io.ReadAll', node);
      const served = servedBody(cx, reader);
      if (served?.kind === 'Call') return { ...simple({ ...served, args: [] }, t.list(byte)), pure: false };
      const response = responseOf(cx, reader);
      const own = expression(cx, response ?? reader);
      const value = response ? attribute(own.value, 'content') : method(method(own.value, 'read'), 'encode');
      return { ...own, value, type: t.list(byte), pure: false };
    },
  },
  'io.WriteString': plain(t.none, ([w, s]) => method(w!, 'write', s!)),
};
