/** Python's library: what is a constant, a call or a method of Go's, by qualified name. One file per module. */
import type { Type } from '../../../facts/types';
import type * as py from '../../../syntax/python/ast';
import type { Context } from '../context';
import type { Rounds, Wanted } from '../iteration';
import type { Value } from '../value';
import { bytesModule } from './bytes';
import { codecs } from './codecs';
import { argparse } from './argparse';
import { asyncio } from './asyncio';
import { collections } from './collections';
import { csv } from './csv';
import { dataclasses } from './dataclasses';
import { calendar } from './calendar';
import { exact } from './exact';
import { datetime } from './datetime';
import { spans } from './spans';
import { zones } from './zones';
import { futures } from './futures';
import { django } from './django';
import { fastapi } from './fastapi';
import { flask } from './flask';
import { functools } from './functools';
import { hashes } from './hashes';
import { heapq } from './heapq';
import { itertools } from './itertools';
import { json } from './json';
import { logging } from './logging';
import { math } from './math';
import { numbers } from './numbers';
import { operator } from './operator';
import { isEnvironment, os } from './system';
import { pathlib } from './pathlib';
import { paths } from './paths';
import { streams } from './streams';
import { random } from './random';
import { requests } from './requests';
import { re } from './re';
import { string, textwrap } from './string';
import { structs } from './structs';
import { sys } from './sys';
import type { Call, Constant, Field, LibraryModule, Method, RoundsOf } from './table';
import { urls } from './urls';
import { urlopenModule } from './urlopen';
import { difflib } from './difflib';
import { secrets } from './secrets';
import { threading } from './threading';
import { time } from './time';

interface Tables {
  constants: Map<string, Constant>;
  calls: Map<string, Call>;
  rounds: Map<string, RoundsOf>;
  methods: Map<string, Method>;
  fields: Map<string, Field>;
}

let known: Tables | undefined;

/** The tables of all modules, put together when they are first asked for: the modules use each other. */
function tables(): Tables {
  if (known) return known;
  const modules: LibraryModule[] = [
    bytesModule,
    codecs,
    argparse,
    asyncio,
    collections,
    csv,
    dataclasses,
    calendar,
    datetime,
    exact,
    django,
    fastapi,
    flask,
    spans,
    zones,
    functools,
    hashes,
    futures,
    heapq,
    itertools,
    json,
    logging,
    math,
    numbers,
    operator,
    os,
    pathlib,
    paths,
    streams,
    random,
    re,
    requests,
    string,
    structs,
    textwrap,
    sys,
    threading,
    difflib,
    secrets,
    urls,
    urlopenModule,
    time,
  ];
  const gathered = <T>(of: (module: LibraryModule) => Record<string, T> | undefined): Map<string, T> =>
    new Map(modules.flatMap(module => Object.entries(of(module) ?? {})));
  return (known = {
    constants: gathered(module => module.constants),
    calls: gathered(module => module.calls),
    rounds: gathered(module => module.rounds),
    methods: gathered(module => module.methods),
    fields: gathered(module => module.fields),
  });
}

/** The name of a module that is another one under a name of its own. */
const canonical = (qualified: string): string => qualified.replace(/^posixpath\./, 'os.path.');

/** The class whose methods and fields a value has. */
function ownerOf(type: Type): string {
  if (type.kind === 'str' && type.form === 'path') return 'pathlib.Path';
  return type.kind === 'instance' ? type.name : `builtins.${type.kind}`;
}

/** `math.pi`, `sys.argv`: an attribute of a module. */
export function moduleAttribute(c: Context, qualified: string, node: py.Expression): Value | undefined {
  return tables().constants.get(canonical(qualified))?.(c, node);
}

/** A call of a function of the library; undefined where none is known. */
export function libraryCall(c: Context, qualified: string, node: py.Call, want?: Type): Value | undefined {
  const ofEnvironment =
    qualified.startsWith('builtins.dict.') && node.func.kind === 'Attribute' && isEnvironment(c, node.func.value);
  const name = ofEnvironment ? qualified.replace('builtins.dict', 'os.environ') : canonical(qualified);
  return tables().calls.get(name)?.(c, node, want);
}

/** The rounds of a loop over a call of the library. */
export function libraryRounds(c: Context, node: py.Call, wanted: Wanted): Rounds | undefined {
  return tables().rounds.get(c.facts.qualifiedName(node.func) ?? '')?.(c, node, wanted);
}

/** Whether a call gives rounds of its own to a loop. */
export function hasRounds(qualified: string | undefined): boolean {
  return qualified !== undefined && tables().rounds.has(qualified);
}

/** An attribute of a value of the library. */
export function libraryField(c: Context, of: Value, name: string): Value | undefined {
  return tables().fields.get(`${ownerOf(of.type)}.${name}`)?.(c, of);
}

/** A method of a value of the library. */
export function libraryMethod(c: Context, of: Value, name: string, node: py.Call): Value | undefined {
  return tables().methods.get(`${ownerOf(of.type)}.${name}`)?.(c, of, node);
}

/** An operator or a protocol of a value of the library: `__getitem__`, `__contains__`, … with its operands. */
export function libraryOperator(c: Context, of: Value, name: string, ...operands: Value[]): Value | undefined {
  const method = tables().methods.get(`${ownerOf(of.type)}.${name}`);
  if (!method) return undefined;
  const args = operands.map(one => c.standIn(one));
  return method(c, of, { kind: 'Call', start: -1, end: -1, func: c.standIn(of), args });
}
