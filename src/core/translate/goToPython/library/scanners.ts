/** bufio.Scanner: a loop over what is read, or a class of the helpers where it is used in other ways. */
import * as t from '../../../facts/types';
import { call, method, none } from '../build';
import { gap, simple } from '../context';
import { expression } from '../expressions';
import { scannedLine } from '../scanner';
import { splitOf, usesScannerClass } from '../scannerUse';
import { onReceiver, plain, receiverOf, type LibraryTable } from './entry';

const scanner = t.pointer(t.instance('bufio.Scanner'));
const splits: Readonly<Record<string, string>> = {
  ScanWords: 'split_words',
  ScanLines: 'split_lines',
  ScanRunes: 'split_runes',
};

export const scanners: LibraryTable = {
  'bufio.NewScanner': plain(scanner, ([r], cx) => (usesScannerClass(cx) ? call(cx.out.helper('Scanner'), r!) : r!)),
  'bufio.Scanner.Buffer': { type: t.none, statement: () => [] },
  'bufio.Scanner.Err': { type: t.error, call: () => simple(none(), t.error) },
  'bufio.Scanner.Scan': onReceiver(t.bool, own => method(own, 'scan')),
  'bufio.Scanner.Text': {
    type: t.str,
    call: (cx, _args, node) => {
      if (!usesScannerClass(cx)) return scannedLine(cx, node);
      const own = receiverOf(cx, node);
      return { ...own, value: method(own.value, 'text'), type: t.str };
    },
  },
  'bufio.Scanner.Bytes': onReceiver(t.list({ kind: 'int', go: 'uint8' }), own => method(method(own, 'text'), 'encode')),
  'bufio.Scanner.Split': {
    type: t.none,
    statement: cx => (usesScannerClass(cx) ? undefined : []),
    call(cx, _args, node) {
      const own = splits[splitOf(node)] ?? gap('a split function of its own', node);
      const value =
        node.fun.kind === 'SelectorExpr' ? expression(cx, node.fun.x) : gap('a scanner that is missing', node);
      return { ...value, value: method(value.value, own), type: t.none, pure: false };
    },
  },
};
