/** Every table by the import path of its package. */
import { bufio } from './bufio';
import { builtin } from './builtin';
import { bytes } from './bytes';
import { cmp } from './cmp';
import { compressGzip } from './compressGzip';
import { containerHeap } from './containerHeap';
import { containerList } from './containerList';
import { containerRing } from './containerRing';
import { context } from './context';
import { cryptoHmac } from './cryptoHmac';
import { cryptoMd5 } from './cryptoMd5';
import { cryptoRand } from './cryptoRand';
import { cryptoSha1 } from './cryptoSha1';
import { cryptoSha256 } from './cryptoSha256';
import { databaseSql } from './databaseSql';
import { embed } from './embed';
import { encodingBase64 } from './encodingBase64';
import { encodingBinary } from './encodingBinary';
import { encodingCsv } from './encodingCsv';
import { encodingHex } from './encodingHex';
import { encodingJson } from './encodingJson';
import { errgroup } from './errgroup';
import { errors } from './errors';
import { flag } from './flag';
import { fmt } from './fmt';
import { goFormat } from './goFormat';
import { cryptoSha512 } from './cryptoSha512';
import { hash } from './hash';
import { hashCrc32 } from './hashCrc32';
import { hashFnv } from './hashFnv';
import { html } from './html';
import { htmlTemplate } from './htmlTemplate';
import { io } from './io';
import { ioFs } from './ioFs';
import { ioIoutil } from './ioIoutil';
import { iter } from './iter';
import { log } from './log';
import { logSlog } from './logSlog';
import { maps } from './maps';
import { math } from './math';
import { mathBig } from './mathBig';
import { mathBits } from './mathBits';
import { mathRand } from './mathRand';
import { mathRandV2 } from './mathRandV2';
import { net } from './net';
import { netHttp } from './netHttp';
import { netHttpHttptest } from './netHttpHttptest';
import { netHttpHttputil } from './netHttpHttputil';
import { netUrl } from './netUrl';
import { osExec } from './osExec';
import { os } from './osPackage';
import { osSignal } from './osSignal';
import { pathFilepath } from './pathFilepath';
import { path } from './pathPackage';
import { reflect } from './reflect';
import { regexp } from './regexp';
import { runtime } from './runtime';
import { slices } from './slices';
import { sort } from './sort';
import { strconv } from './strconv';
import { strings } from './strings';
import { sync } from './sync';
import { syncAtomic } from './syncAtomic';
import { testing } from './testing';
import { testingIotest } from './testingIotest';
import { textTabwriter } from './textTabwriter';
import { textTemplate } from './textTemplate';
import { time } from './time';
import { unicode } from './unicode';
import { unicodeUtf16 } from './unicodeUtf16';
import { unicodeUtf8 } from './unicodeUtf8';

export const tables: Readonly<Record<string, string>> = {
  bufio,
  builtin,
  bytes,
  cmp,
  'compress/gzip': compressGzip,
  'container/heap': containerHeap,
  'container/list': containerList,
  'container/ring': containerRing,
  context,
  'crypto/hmac': cryptoHmac,
  'crypto/md5': cryptoMd5,
  'crypto/rand': cryptoRand,
  'crypto/sha1': cryptoSha1,
  'crypto/sha256': cryptoSha256,
  'database/sql': databaseSql,
  embed,
  'encoding/base64': encodingBase64,
  'encoding/binary': encodingBinary,
  'encoding/csv': encodingCsv,
  'encoding/hex': encodingHex,
  'encoding/json': encodingJson,
  errors,
  flag,
  fmt,
  'go/format': goFormat,
  'golang.org/x/sync/errgroup': errgroup,
  hash,
  'hash/crc32': hashCrc32,
  'hash/fnv': hashFnv,
  'crypto/sha512': cryptoSha512,
  html,
  'html/template': htmlTemplate,
  io,
  'io/fs': ioFs,
  'io/ioutil': ioIoutil,
  iter,
  log,
  'log/slog': logSlog,
  maps,
  math,
  'math/big': mathBig,
  'math/bits': mathBits,
  'math/rand': mathRand,
  'math/rand/v2': mathRandV2,
  net,
  'net/http': netHttp,
  'net/http/httptest': netHttpHttptest,
  'net/http/httputil': netHttpHttputil,
  'net/url': netUrl,
  os,
  'os/exec': osExec,
  'os/signal': osSignal,
  path,
  'path/filepath': pathFilepath,
  reflect,
  regexp,
  runtime,
  slices,
  sort,
  strconv,
  strings,
  sync,
  'sync/atomic': syncAtomic,
  testing,
  'testing/iotest': testingIotest,
  'text/tabwriter': textTabwriter,
  'text/template': textTemplate,
  time,
  unicode,
  'unicode/utf16': unicodeUtf16,
  'unicode/utf8': unicodeUtf8,
};
