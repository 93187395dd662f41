/** Every table by the name of its module. */
import { abcModule } from './abc';
import { argparse } from './argparse';
import { array } from './array';
import { asyncio } from './asyncio';
import { base64 } from './base64';
import { binascii } from './binascii';
import { bisect } from './bisect';
import { builtins } from './builtins';
import { calendar, zoneinfo } from './calendar';
import { collections } from './collections';
import { collectionsAbc } from './collectionsAbc';
import { concurrentFutures } from './concurrentFutures';
import { containers } from './containers';
import { contextlib } from './contextlib';
import { copy } from './copy';
import { csv } from './csv';
import { dataclasses } from './dataclasses';
import { datetime } from './datetime';
import { decimal } from './decimal';
import { difflib } from './difflib';
import { django, djangoHttp, djangoTest, djangoUrls } from './django';
import { enumModule } from './enum';
import { fastapi } from './fastapi';
import { fastapiTestclient } from './fastapiTestclient';
import { flask } from './flask';
import { fnmatch } from './fnmatch';
import { fractions } from './fractions';
import { functools } from './functools';
import { hashlib } from './hashlib';
import { heapq } from './heapq';
import { hmac } from './hmac';
import { html } from './html';
import { io } from './io';
import { itertools } from './itertools';
import { json } from './json';
import { logging } from './logging';
import { math } from './math';
import { numpy } from './numpy';
import { operator } from './operator';
import { os } from './osModule';
import { osPath } from './osPath';
import { pandas } from './pandas';
import { pathlib } from './pathlib';
import { pprint } from './pprint';
import { pydantic } from './pydantic';
import { pytest } from './pytest';
import { queue } from './queue';
import { random } from './random';
import { re } from './re';
import { reprlib } from './reprlib';
import { requests } from './requests';
import { secrets } from './secrets';
import { shlex } from './shlex';
import { shutil } from './shutil';
import { signal } from './signal';
import { sqlite3 } from './sqlite3';
import { statistics } from './statistics';
import { string } from './string';
import { struct } from './struct';
import { subprocess } from './subprocess';
import { sys } from './sys';
import { tempfile } from './tempfile';
import { text } from './text';
import { textwrap } from './textwrap';
import { threading } from './threading';
import { time } from './time';
import { traceback } from './traceback';
import { typing } from './typing';
import { unicodedata } from './unicodedata';
import { unittest } from './unittest';
import { urllibParse } from './urllibParse';
import { httpClient, urllibError, urllibRequest } from './urllibRequest';
import { uuid } from './uuid';
import { warnings } from './warnings';
import { zlib } from './zlib';

export const tables: Readonly<Record<string, string>> = {
  abc: abcModule,
  argparse,
  array,
  asyncio,
  base64,
  binascii,
  bisect,
  builtins: builtins + text + containers,
  calendar,
  collections,
  'collections.abc': collectionsAbc,
  'concurrent.futures': concurrentFutures,
  contextlib,
  copy,
  csv,
  dataclasses,
  datetime,
  decimal,
  difflib,
  enum: enumModule,
  django,
  'django.http': djangoHttp,
  'django.test': djangoTest,
  'django.urls': djangoUrls,
  fastapi,
  'fastapi.testclient': fastapiTestclient,
  flask,
  fnmatch,
  fractions,
  functools,
  hashlib,
  heapq,
  hmac,
  html,
  io,
  itertools,
  json,
  logging,
  math,
  numpy,
  operator,
  os,
  'os.path': osPath,
  posixpath: osPath,
  pandas,
  pathlib,
  pprint,
  pydantic,
  pytest,
  queue,
  random,
  re,
  reprlib,
  requests,
  secrets,
  shlex,
  shutil,
  signal,
  sqlite3,
  statistics,
  string,
  struct,
  subprocess,
  sys,
  tempfile,
  textwrap,
  threading,
  time,
  traceback,
  typing,
  unicodedata,
  unittest,
  'http.client': httpClient,
  'urllib.error': urllibError,
  'urllib.parse': urllibParse,
  'urllib.request': urllibRequest,
  uuid,
  warnings,
  zoneinfo,
  zlib,
};
