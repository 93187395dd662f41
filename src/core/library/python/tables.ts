/** Every table by the name of its module. */
import { abcModule } from './abc';
import { argparse } from './argparse';
import { asyncio } from './asyncio';
import { base64 } from './base64';
import { bisect } from './bisect';
import { builtins } from './builtins';
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
import { enumModule } from './enum';
import { fastapi } from './fastapi';
import { flask } from './flask';
import { fractions } from './fractions';
import { functools } from './functools';
import { hashlib } from './hashlib';
import { heapq } from './heapq';
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
import { requests } from './requests';
import { secrets } from './secrets';
import { shutil } from './shutil';
import { signal } from './signal';
import { sqlite3 } from './sqlite3';
import { statistics } from './statistics';
import { string } from './string';
import { subprocess } from './subprocess';
import { sys } from './sys';
import { tempfile } from './tempfile';
import { text } from './text';
import { textwrap } from './textwrap';
import { threading } from './threading';
import { time } from './time';
import { traceback } from './traceback';
import { typing } from './typing';
import { unittest } from './unittest';
import { urllibParse } from './urllibParse';
import { uuid } from './uuid';
import { warnings } from './warnings';

export const tables: Readonly<Record<string, string>> = {
  abc: abcModule,
  argparse,
  asyncio,
  base64,
  bisect,
  builtins: builtins + text + containers,
  collections,
  'collections.abc': collectionsAbc,
  'concurrent.futures': concurrentFutures,
  contextlib,
  copy,
  csv,
  dataclasses,
  datetime,
  decimal,
  enum: enumModule,
  fastapi,
  flask,
  fractions,
  functools,
  hashlib,
  heapq,
  io,
  itertools,
  json,
  logging,
  math,
  numpy,
  operator,
  os,
  'os.path': osPath,
  pandas,
  pathlib,
  pprint,
  pydantic,
  pytest,
  queue,
  random,
  re,
  requests,
  secrets,
  shutil,
  signal,
  sqlite3,
  statistics,
  string,
  subprocess,
  sys,
  tempfile,
  textwrap,
  threading,
  time,
  traceback,
  typing,
  unittest,
  'urllib.parse': urllibParse,
  uuid,
  warnings,
};
