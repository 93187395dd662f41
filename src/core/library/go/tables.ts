/** Every table by the import path of its package. */
import { bufio } from './bufio';
import { builtin } from './builtin';
import { bytes } from './bytes';
import { cmp } from './cmp';
import { containerHeap } from './containerHeap';
import { containerList } from './containerList';
import { context } from './context';
import { encodingCsv } from './encodingCsv';
import { encodingJson } from './encodingJson';
import { errgroup } from './errgroup';
import { errors } from './errors';
import { flag } from './flag';
import { fmt } from './fmt';
import { htmlTemplate } from './htmlTemplate';
import { io } from './io';
import { ioFs } from './ioFs';
import { iter } from './iter';
import { log } from './log';
import { logSlog } from './logSlog';
import { maps } from './maps';
import { math } from './math';
import { mathRand } from './mathRand';
import { mathRandV2 } from './mathRandV2';
import { netHttp } from './netHttp';
import { netHttpHttptest } from './netHttpHttptest';
import { netUrl } from './netUrl';
import { os } from './osPackage';
import { osExec } from './osExec';
import { osSignal } from './osSignal';
import { path } from './pathPackage';
import { pathFilepath } from './pathFilepath';
import { reflect } from './reflect';
import { regexp } from './regexp';
import { slices } from './slices';
import { sort } from './sort';
import { strconv } from './strconv';
import { strings } from './strings';
import { sync } from './sync';
import { syncAtomic } from './syncAtomic';
import { testing } from './testing';
import { textTemplate } from './textTemplate';
import { time } from './time';
import { unicode } from './unicode';
import { unicodeUtf8 } from './unicodeUtf8';

export const tables: Readonly<Record<string, string>> = {
  bufio,
  builtin,
  bytes,
  cmp,
  'container/heap': containerHeap,
  'container/list': containerList,
  context,
  'encoding/csv': encodingCsv,
  'encoding/json': encodingJson,
  errors,
  flag,
  fmt,
  'golang.org/x/sync/errgroup': errgroup,
  'html/template': htmlTemplate,
  io,
  'io/fs': ioFs,
  iter,
  log,
  'log/slog': logSlog,
  maps,
  math,
  'math/rand': mathRand,
  'math/rand/v2': mathRandV2,
  'net/http': netHttp,
  'net/http/httptest': netHttpHttptest,
  'net/url': netUrl,
  os,
  'os/exec': osExec,
  'os/signal': osSignal,
  path,
  'path/filepath': pathFilepath,
  reflect,
  regexp,
  slices,
  sort,
  strconv,
  strings,
  sync,
  'sync/atomic': syncAtomic,
  testing,
  'text/template': textTemplate,
  time,
  unicode,
  'unicode/utf8': unicodeUtf8,
};
