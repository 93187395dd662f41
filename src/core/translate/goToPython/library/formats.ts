/** Packages that write and read formats: csv, tabwriter, hex, base64, binary, html; and hashes. */
import * as t from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { gap, simple, type Context } from '../context';
import { asNumber } from '../arithmetic';
import { call, int, str } from '../build';
import { expression } from '../expressions';
import { constant, type LibraryEntry, type LibraryTable } from './entry';
import { signatureOf } from './signatures';
import { filled, templates } from './table';

/** `base64.URLEncoding` and the like: which one it is is seen at the call. */
function encodingOf(node: go.CallExpr): string {
  const { fun } = node;
  const base = fun.kind === 'SelectorExpr' && fun.x.kind === 'SelectorExpr' ? fun.x.sel : undefined;
  return base?.kind === 'Ident' ? base.name : gap('an encoding that is not named here', node);
}

const base64 = (id: string, standard: string, url: string, pad: (template: string) => string): LibraryEntry => ({
  ...templates('encoding/base64.Encoding', { [id]: standard })[`encoding/base64.Encoding.${id}`],
  call(cx: Context, args, node) {
    const encoding = encodingOf(node);
    const template = encoding.includes('URL') ? url : standard;
    const given = encoding.startsWith('Raw') ? pad(template) : template;
    return filled(cx, given.replace(/^!\s*/, ''), signatureOf(`encoding/base64.Encoding.${id}`)!, args, node);
  },
});

const sums: LibraryTable = Object.assign(
  {},
  ...(
    [
      ['crypto/md5', 'Sum', 'New', 'md5'],
      ['crypto/sha1', 'Sum', 'New', 'sha1'],
      ['crypto/sha256', 'Sum256', 'New', 'sha256'],
      ['crypto/sha256', 'Sum224', 'New224', 'sha224'],
      ['crypto/sha512', 'Sum512', 'New', 'sha512'],
    ] as const
  ).map(([path, sum, make, own]) =>
    templates(path, { [sum]: `hashlib::${own}($0).digest()`, [make]: `hashlib::${own}()` }),
  ),
) as LibraryTable;

/** `binary.BigEndian.PutUint32(b[4:], v)`: a part of a slice is written to in its place. */
const put = (code: string): LibraryEntry => ({
  type: t.none,
  call(cx, [target, value], node) {
    if (!target || !value) return gap('a number that is put nowhere', node);
    const isPart = target.kind === 'SliceExpr';
    const bytes = expression(cx, isPart ? target.x : target);
    const at = isPart && target.low ? asNumber(cx, target.low) : simple(int(0), t.int);
    const number = asNumber(cx, value);
    return {
      before: [...bytes.before, ...at.before, ...number.before],
      value: call(cx.out.member('struct', 'pack_into'), str(code), bytes.value, at.value, number.value),
      type: t.none,
      pure: false,
    };
  },
});

const order = (id: string, python: string): LibraryTable => ({
  ...Object.fromEntries(
    [
      ['16', 'H'],
      ['32', 'I'],
      ['64', 'Q'],
    ].map(([size, letter]) => [
      `encoding/binary.${id}.PutUint${size}`,
      put(`${python === 'big' ? '>' : '<'}${letter}`),
    ]),
  ),
  ...templates(`encoding/binary.${id}`, {
    Uint16: `int.from_bytes($0[:2], '${python}')`,
    Uint32: `int.from_bytes($0[:4], '${python}')`,
    Uint64: `int.from_bytes($0[:8], '${python}')`,
    AppendUint16: `$0 + $1.to_bytes(2, '${python}')`,
    AppendUint32: `$0 + $1.to_bytes(4, '${python}')`,
    AppendUint64: `$0 + $1.to_bytes(8, '${python}')`,
  }),
});

const flag = (value: number): LibraryEntry => constant(t.int, () => int(value));

export const formats: LibraryTable = {
  ...templates('encoding/csv', { NewReader: '::CsvReader($0)', NewWriter: '::CsvWriter($0)' }),
  ...templates('encoding/csv.Reader', {
    Comma: '$r.comma',
    Comment: '$r.comment',
    FieldsPerRecord: '$r.fields',
    TrimLeadingSpace: '$r.trims',
    Read: '! $r.read()',
    ReadAll: '! $r.read_all()',
  }),
  ...templates('encoding/csv.Writer', {
    Comma: '$r.comma',
    Write: '$r.write($0)',
    WriteAll: '$r.write_all($0)',
    Flush: '$r.flush()',
  }),
  'encoding/csv.Writer.Error': { type: t.error, call: () => simple({ kind: 'None', start: -1, end: -1 }, t.error) },
  ...templates('text/tabwriter', { NewWriter: '::TabWriter($0, $1, $2, $3, $4, $5)' }),
  ...templates('text/tabwriter.Writer', { Flush: '$r.flush()', Write: '$r.write($0.decode())' }),
  'text/tabwriter.AlignRight': flag(4),
  'text/tabwriter.Debug': flag(16),
  'text/tabwriter.TabIndent': flag(8),
  ...templates('encoding/hex', {
    EncodeToString: '$0.hex()',
    DecodeString: '! bytes.fromhex($0)',
  }),
  'encoding/base64.Encoding.EncodeToString': base64(
    'EncodeToString',
    'base64::b64encode($0).decode()',
    'base64::urlsafe_b64encode($0).decode()',
    template => template.replace('.decode()', `.decode().rstrip('=')`),
  ),
  'encoding/base64.Encoding.DecodeString': base64(
    'DecodeString',
    '! base64::b64decode($0, validate=True)',
    '! base64::urlsafe_b64decode($0)',
    template => template.replace('$0', `$0 + '=' * (-len($0) % 4)`),
  ),
  ...templates(
    'encoding/binary',
    {
      AppendUvarint: '$0 + ::uvarint($1)',
      AppendVarint: '$0 + ::uvarint($1 << 1 if $1 >= 0 else ~($1 << 1))',
      Uvarint: '::read_uvarint($0)',
      Varint: '::read_varint($0)',
      MaxVarintLen16: '3',
      MaxVarintLen32: '5',
      MaxVarintLen64: '10',
    },
    { bytesAsNumbers: true },
  ),
  'encoding/binary.BigEndian': constant(t.instance('encoding/binary.bigEndian'), () => str('big')),
  'encoding/binary.LittleEndian': constant(t.instance('encoding/binary.littleEndian'), () => str('little')),
  ...order('bigEndian', 'big'),
  ...order('littleEndian', 'little'),
  ...templates('html', { EscapeString: '::escape_text($0)', UnescapeString: 'html::unescape($0)' }),
  ...sums,
  ...templates('hash.Hash', { Write: '$r.update($0)', Sum: '$r.digest()', Size: '$r.digest_size' }),
  ...templates('hash/crc32', { ChecksumIEEE: 'zlib::crc32($0)' }),
  ...templates('hash/fnv', { New32a: '::Fnv(32)', New64a: '::Fnv(64)' }),
  ...templates('hash.Hash32', { Write: '$r.update($0)', Sum32: '$r.value' }),
  ...templates('hash.Hash64', { Write: '$r.update($0)', Sum64: '$r.value' }),
  ...templates('container/list', { New: '::LinkedList()' }),
  ...templates('container/list.Element', { Value: '$r.value', Next: '$r.next()', Prev: '$r.prev()' }),
  ...templates('container/list.List', {
    Back: '$r.back()',
    Front: '$r.front()',
    Init: '$r.clear()',
    InsertAfter: '$r.insert_after($0, $1)',
    InsertBefore: '$r.insert_before($0, $1)',
    Len: '$r.size',
    MoveAfter: '$r.move_after($0, $1)',
    MoveBefore: '$r.move_after($0, $1.before)',
    MoveToBack: '$r.move_after($0, $r.root.before)',
    MoveToFront: '$r.move_after($0, $r.root)',
    PushBack: '$r.insert_before($0, $r.root)',
    PushFront: '$r.insert_after($0, $r.root)',
    Remove: '$r.remove($0)',
  }),
};
