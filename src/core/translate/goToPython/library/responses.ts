/** The response as an object: for handlers that hand it on, and for those that are values. */
import * as t from '../../../facts/types';
import { assign, attribute, expr, call, str, int } from '../build';
import { gap } from '../context';
import { expression } from '../expressions';
import { receiverOf, type LibraryEntry, type LibraryTable } from './entry';
import { templates } from './table';

const status: LibraryEntry = {
  type: t.none,
  statement(cx, [code], node) {
    if (!code) return gap('a status without a number', node);
    const writer = receiverOf(cx, node);
    const own = expression(cx, code);
    return [...writer.before, ...own.before, assign(attribute(writer.value, 'status_code'), own.value)];
  },
};

/** `http.Error(w, text, status)` where the response is an object. */
const failure = (fixed?: { text: string; status: number }): LibraryEntry => ({
  type: t.none,
  statement(cx, [writer, text, code], node) {
    if (!writer) return gap('an answer to nothing', node);
    const own = expression(cx, writer);
    const words = fixed ? undefined : text && expression(cx, text);
    const number = fixed ? undefined : code && expression(cx, code);
    if (!fixed && (!words || !number)) return gap('http.Error', node);
    const args = [words?.value ?? str(fixed!.text), number?.value ?? int(fixed!.status)];
    const made = expr(call(cx.out.helper('http_error'), own.value, ...args));
    return [...own.before, ...(words?.before ?? []), ...(number?.before ?? []), made];
  },
});

export const responses: LibraryTable = {
  ...templates('net/http.ResponseWriter', { Header: '$r.headers', Write: '$r.write($0)' }),
  'net/http.ResponseWriter.WriteHeader': status,
  'net/http.Error': failure(),
  'net/http.NotFound': failure({ text: '404 page not found', status: 404 }),
  'net/http.Redirect': {
    type: t.none,
    statement(cx, [writer, , url, code], node) {
      if (!writer || !url || !code) return gap('http.Redirect', node);
      const [own, to, number] = [expression(cx, writer), expression(cx, url), expression(cx, code)];
      return [
        ...own.before,
        ...to.before,
        assign(attribute(own.value, 'location'), to.value),
        assign(attribute(own.value, 'status_code'), number.value),
      ];
    },
  },
};
