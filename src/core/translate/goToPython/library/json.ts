/** encoding/json: `json.dumps` and `json.loads`, with Go's keys and layout. */
import * as t from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { binary, call, expr, int, keyword, method, name, str } from '../build';
import { gap, variableOf, type Context } from '../context';
import { expression } from '../expressions';
import { byte } from '../goTypes';
import { filled, holdsAny, unmarshal } from '../jsonReading';
import { dumped } from '../jsonValues';
import type { LibraryEntry, LibraryTable } from './entry';
import { responseOf } from './httpClient';
import { templates } from './table';
import { servedBody } from './web';

/** `"  "` as a number of blanks, or the text itself. */
function indentOf(cx: Context, prefix: go.Expression | undefined, indent: go.Expression | undefined): py.Expression {
  if (prefix?.kind !== 'StringLit' || prefix.value !== '' || !indent)
    return gap('JSON whose lines have a prefix', prefix);
  if (indent.kind === 'StringLit' && /^ +$/.test(indent.value)) return int(indent.value.length);
  return expression(cx, indent).value;
}

const marshal = (isIndented: boolean): LibraryEntry => ({
  type: t.tuple(t.list(byte), t.error),
  call(cx, [arg, prefix, indent], node) {
    if (!arg) return gap('json.Marshal', node);
    const text = dumped(cx, arg, isIndented ? indentOf(cx, prefix, indent) : undefined);
    return { ...text, value: method(text.value, 'encode'), type: t.list(byte) };
  },
});

/** The uses of a decoder or an encoder as receivers, by the name of the method. */
function usesOf(cx: Context, node: go.Expression, method: string): go.CallExpr[] {
  const variable = variableOf(cx, node);
  return (variable?.uses ?? []).flatMap(use => {
    const selector = cx.program.bindings.parent(use);
    const called = selector && cx.program.bindings.parent(selector);
    const isIt = selector?.kind === 'SelectorExpr' && (selector['sel'] as go.Ident).name === method;
    return isIt && called?.kind === 'CallExpr' ? [called as unknown as go.CallExpr] : [];
  });
}

/** What a decoder or an encoder was made of: `json.NewDecoder(r)`. */
function madeOf(cx: Context, node: go.Expression): go.Expression | undefined {
  const variable = variableOf(cx, node);
  const made =
    node.kind === 'CallExpr' ? node : variable?.definitions.length === 1 ? variable.definitions[0]?.value : undefined;
  return made?.kind === 'CallExpr' ? made.args[0] : undefined;
}

const decode: LibraryEntry = {
  type: t.error,
  fails: true,
  call: (_cx, _args, node) => gap('reading JSON inside of an expression', node),
  statement(cx, [target], node) {
    const decoder = (node.fun as go.SelectorExpr).x;
    const source = madeOf(cx, decoder) ?? gap('a decoder that is not made here', node);
    const isOften =
      usesOf(cx, decoder, 'Decode').length > 1 ||
      cx.program.bindings.loopOf(node) !== cx.program.bindings.loopOf(source);
    if (isOften) gap('a decoder that reads several values', node);
    if (!target) return gap('Decode', node);
    const inner = target.kind === 'UnaryExpr' ? target.x : target;
    const numbers = holdsAny(cx, cx.typing.of(inner)) ? [keyword('parse_int', name('float'))] : [];
    const response = responseOf(cx, source);
    if (response) return [...filled(cx, method(expression(cx, response).value, 'json', ...numbers), target)];
    const served = servedBody(cx, source);
    if (served) {
      const read = cx.fn.looseParsing
        ? call(cx.out.member('json', 'loads'), served, ...numbers)
        : call(cx.out.helper('parse_json'), served, ...numbers);
      return filled(cx, read, target);
    }
    const reader = expression(cx, source);
    const read = cx.fn.looseParsing
      ? call(cx.out.member('json', 'load'), reader.value, ...numbers)
      : call(cx.out.helper('parse_json'), method(reader.value, 'read'), ...numbers);
    return [...reader.before, ...filled(cx, read, target)];
  },
};

const encode: LibraryEntry = {
  type: t.error,
  call: (_cx, _args, node) => gap('writing JSON inside of an expression', node),
  statement(cx, [value], node) {
    const encoder = (node.fun as go.SelectorExpr).x;
    const target = madeOf(cx, encoder);
    if (!value || !target) return gap('an encoder that is not made here', node);
    const [layout] = usesOf(cx, encoder, 'SetIndent');
    const text = dumped(cx, value, layout ? indentOf(cx, layout.args[0], layout.args[1]) : undefined);
    const isOutput =
      target.kind === 'SelectorExpr' &&
      cx.typing.packageOf(target.x) === 'os' &&
      target.sel.kind === 'Ident' &&
      target.sel.name === 'Stdout';
    if (isOutput) return [...text.before, expr(call('print', text.value))];
    const writer = expression(cx, target.kind === 'UnaryExpr' && target.op === '&' ? target.x : target);
    const line = binary(text.value, '+', str('\n'));
    return [...text.before, ...writer.before, expr(method(writer.value, 'write', line))];
  },
};

export const json: LibraryTable = {
  'encoding/json.Unmarshal': {
    type: t.error,
    fails: true,
    call: (_cx, _args, node) => gap('reading JSON inside of an expression', node),
    statement: (cx, [data, target], node) =>
      data && target ? unmarshal(cx, data, target) : gap('json.Unmarshal', node),
  },
  'encoding/json.Marshal': marshal(false),
  'encoding/json.MarshalIndent': marshal(true),
  'encoding/json.NewDecoder': {
    type: t.pointer(t.instance('encoding/json.Decoder')),
    call: (cx, [reader], node) => (reader ? expression(cx, reader) : gap('json.NewDecoder', node)),
  },
  'encoding/json.NewEncoder': {
    type: t.pointer(t.instance('encoding/json.Encoder')),
    call: (cx, [writer], node) => (writer ? expression(cx, writer) : gap('json.NewEncoder', node)),
  },
  'encoding/json.Decoder.Decode': decode,
  'encoding/json.Encoder.Encode': encode,
  'encoding/json.Encoder.SetIndent': { type: t.none, statement: () => [] },
  ...templates('encoding/json', { Valid: '::is_json($0)' }),
};
