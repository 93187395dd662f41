/** unicode, unicode/utf8 and bytes. */
import * as t from '../../../facts/types';
import { attribute, call, method, str } from '../build';
import { gap } from '../context';
import { expression } from '../expressions';
import { rune } from '../goTypes';
import { constant, type LibraryEntry, type LibraryTable } from './entry';
import { recordedBody } from './httpTests';
import { inMemory } from './strings';
import { templates } from './table';

const text = templates('bytes.Buffer', { String: '$r.getvalue()' })['bytes.Buffer.String']!;

/** The body of a recorded answer is text already. */
const bufferText: LibraryEntry = {
  ...text,
  call(cx, args, node) {
    const recorded = node.fun.kind === 'SelectorExpr' ? recordedBody(cx, node.fun.x) : undefined;
    if (recorded) return { before: [], value: attribute(recorded, 'text'), type: t.str, pure: true };
    return text.call!(cx, args, node);
  },
};

export const characters: LibraryTable = {
  ...templates('unicode', {
    IsControl: `unicodedata::category($0) == 'Cc'`,
    IsDigit: '$0.isdecimal()',
    IsGraphic: '$0.isprintable()',
    IsLetter: '$0.isalpha()',
    IsLower: '$0.islower()',
    IsMark: `unicodedata::category($0).startswith('M')`,
    IsNumber: '$0.isnumeric()',
    IsPrint: '$0.isprintable()',
    IsPunct: `unicodedata::category($0).startswith('P')`,
    IsSpace: '$0.isspace()',
    IsSymbol: `unicodedata::category($0).startswith('S')`,
    IsTitle: '$0.istitle()',
    IsUpper: '$0.isupper()',
    ToLower: '$0.lower()',
    ToTitle: '$0.title()',
    ToUpper: '$0.upper()',
  }),
  'unicode.ReplacementChar': constant(rune, () => str('\ufffd')),
  'unicode.MaxRune': constant(rune, () => str('\u{10ffff}')),
  ...templates('unicode/utf8', {
    DecodeLastRune: '::decode_last_rune($0.decode())',
    DecodeLastRuneInString: '::decode_last_rune($0)',
    DecodeRune: '::decode_rune($0.decode())',
    DecodeRuneInString: '::decode_rune($0)',
    RuneCount: 'len($0.decode())',
    RuneCountInString: 'len($0)',
    RuneLen: 'len($0.encode())',
    RuneSelf: '128',
    UTFMax: '4',
    Valid: '::is_utf8($0)',
    ValidRune: `not '\ud800' <= $0 <= '\udfff'`,
  }),
  ...templates(
    'unicode/utf8',
    { AppendRune: '$0 + $1.encode()', RuneStart: '$0 & 192 != 128' },
    { bytesAsNumbers: true },
  ),
  'unicode/utf8.ValidString': {
    type: t.bool,
    call(cx, [text], node) {
      const value = text ? expression(cx, text) : gap('utf8.ValidString', node);
      cx.notes.assume('texts are valid UTF-8, as those of Python always are');
      return { ...value, value: call(cx.out.helper('is_utf8'), method(value.value, 'encode')), type: t.bool };
    },
  },
  'unicode/utf8.RuneError': constant(rune, () => str('\ufffd')),
  ...templates(
    'bytes',
    {
      Compare: '($0 > $1) - ($0 < $1)',
      Contains: '$1 in $0',
      Count: '$0.count($1)',
      Equal: '$0 == $1',
      EqualFold: '$0.lower() == $1.lower()',
      Fields: '$0.split()',
      HasPrefix: '$0.startswith($1)',
      HasSuffix: '$0.endswith($1)',
      Index: '$0.find($1)',
      IndexByte: '$0.find($1)',
      Join: '$1.join($0)',
      LastIndex: '$0.rfind($1)',
      NewReader: 'io->StringIO($0.decode())',
      Repeat: '$0 * $1',
      ReplaceAll: '$0.replace($1, $2)',
      Split: '$0.split($1)',
      Title: '::title_case($0.decode()).encode()',
      ToLower: '$0.lower()',
      ToUpper: '$0.upper()',
      Trim: '$0.strip($1.encode())',
      TrimPrefix: '$0.removeprefix($1)',
      TrimRight: '$0.rstrip($1.encode())',
      TrimSpace: '$0.strip()',
      TrimSuffix: '$0.removesuffix($1)',
    },
    { bytesAsNumbers: true },
  ),
  ...inMemory('bytes.Buffer'),
  ...templates('bytes.Buffer', { Bytes: '$r.getvalue().encode()' }),
  'bytes.Buffer.String': bufferText,
  ...templates('bytes', { NewBufferString: '::text_buffer($0)', NewBuffer: '::text_buffer($0.decode())' }),
};
