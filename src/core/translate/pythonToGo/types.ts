/** Types of the lattice as Go types, and what the lattice leaves open settled: every value has one Go type. */
import { any, type Type } from '../../facts/types';
import type { ClassModel } from './models';
import type * as go from '../../syntax/go/ast';
import {
  composite,
  field,
  funcType,
  ident,
  index,
  mapType,
  nil,
  pkg,
  sliceType,
  star,
  structType,
  str as text,
  bool as truth,
  int as whole,
} from '../goNodes';
import { resultTypes, settle, tupleHelper } from './settling';
import { isKeyName, tupleKeyName } from './shapes';

/** Types of the library with a counterpart: import path and name; a star for a pointer. */
const libraryTypes: Record<string, [path: string, name: string, pointer: boolean]> = {
  'datetime.datetime': ['time', 'Time', false],
  'datetime.date': ['time', 'Time', false],
  'time.struct_time': ['time', 'Time', false],
  'datetime.time': ['time', 'Time', false],
  'datetime.tzinfo': ['time', 'Location', true],
  'datetime.timezone': ['time', 'Location', true],
  'zoneinfo.ZoneInfo': ['time', 'Location', true],
  'datetime.timedelta': ['time', 'Duration', false],
  'fractions.Fraction': ['math/big', 'Rat', true],
  'math/big.Int': ['math/big', 'Int', true],
  're.Pattern': ['regexp', 'Regexp', true],
  'threading.Lock': ['sync', 'Mutex', true],
  'threading.RLock': ['sync', 'Mutex', true],
  'threading.Condition': ['sync', 'Cond', true],
  'io.TextIOWrapper': ['os', 'File', true],
  'io.BufferedReader': ['os', 'File', true],
  'io.BufferedWriter': ['os', 'File', true],
  'io.StringIO': ['bytes', 'Buffer', true],
  'urllib.parse.ParseResult': ['net/url', 'URL', true],
  'urllib.parse.SplitResult': ['net/url', 'URL', true],
  'hashlib.Hash': ['hash', 'Hash', false],
  'hmac.HMAC': ['hash', 'Hash', false],
  'io.BytesIO': ['bytes', 'Buffer', true],
  'os.stat_result': ['io/fs', 'FileInfo', false],
  'flask.Flask': ['net/http', 'ServeMux', true],
  'flask.FlaskClient': ['net/http', 'ServeMux', true],
  'flask.TestResponse': ['net/http/httptest', 'ResponseRecorder', true],
  'flask.Args': ['net/url', 'Values', false],
  'flask.Form': ['net/url', 'Values', false],
  'flask.Values': ['net/url', 'Values', false],
  'flask.Headers': ['net/http', 'Header', false],
  'flask.Request': ['net/http', 'Request', true],
  'django.http.HttpRequest': ['net/http', 'Request', true],
  'django.http.QueryDict': ['net/url', 'Values', false],
  'django.http.RequestHeaders': ['net/http', 'Header', false],
  'django.test.Client': ['net/http', 'ServeMux', true],
  'django.test.TestResponse': ['net/http/httptest', 'ResponseRecorder', true],
  'fastapi.FastAPI': ['net/http', 'ServeMux', true],
  'fastapi.Request': ['net/http', 'Request', true],
  'fastapi.testclient.TestClient': ['net/http', 'ServeMux', true],
  'fastapi.testclient.TestResponse': ['net/http/httptest', 'ResponseRecorder', true],
  'fastapi.testclient.TestHeaders': ['net/http', 'Header', false],
};

/** Of those, what is an interface. */
const libraryInterfaces = new Set(['hashlib.Hash', 'hmac.HMAC', 'os.stat_result']);

/** Types of the library that a helper stands for, and whether they are of something. */
const helperTypes: Record<string, [helper: string, generic: boolean]> = {
  'random.Random': ['mersenne', false],
  'decimal.Decimal': ['decimal', false],
  'requests.Response': ['httpResponse', false],
  'http.client.HTTPResponse': ['httpResponse', false],
  'asyncio.Task': ['asyncTask', true],
  'asyncio.Future': ['asyncTask', true],
  'asyncio.Queue': ['taskQueue', true],
  'asyncio.LifoQueue': ['taskQueue', true],
  'asyncio.PriorityQueue': ['taskQueue', true],
  'asyncio.Semaphore': ['taskSemaphore', false],
  'asyncio.BoundedSemaphore': ['taskSemaphore', false],
  'asyncio.Lock': ['taskSemaphore', false],
  'asyncio.Event': ['taskEvent', false],
  'asyncio.TaskGroup': ['asyncTaskGroup', false],
  'difflib.SequenceMatcher': ['sequenceMatcher', false],
  'argparse.ArgumentParser': ['commandParser', false],
  'argparse._SubParsersAction': ['commandParser', false],
  'logging.Logger': ['levelLogger', false],
  'logging.Handler': ['logHandler', false],
  'logging.StreamHandler': ['logHandler', false],
  'logging.FileHandler': ['logHandler', false],
  'logging.NullHandler': ['logHandler', false],
  'logging.Formatter': ['lineForm', false],
  'logging.LogRecord': ['logRecord', false],
  'queue.Queue': ['syncQueue', true],
  'queue.LifoQueue': ['syncQueue', true],
  'queue.PriorityQueue': ['syncQueue', true],
  'queue.SimpleQueue': ['syncQueue', true],
  'threading.Thread': ['goThread', false],
  'threading.Event': ['syncEvent', false],
  'threading.Semaphore': ['syncSemaphore', false],
  'threading.BoundedSemaphore': ['syncSemaphore', false],
  'threading.Barrier': ['syncBarrier', false],
  'concurrent.futures.Future': ['goFuture', true],
  'concurrent.futures.ThreadPoolExecutor': ['goPool', false],
  'concurrent.futures.ProcessPoolExecutor': ['goPool', false],
};

/** Types that are declared in the text of another helper. */
const declaredIn: Record<string, string> = {
  logHandler: 'levelLogger',
  lineForm: 'levelLogger',
  logRecord: 'levelLogger',
};

function helperType(type: Type & { kind: 'instance' }, own: OwnTypes): go.Expression {
  const [helper, generic] = helperTypes[type.name] ?? ['', false];
  const home = declaredIn[helper];
  if (home !== undefined) own.helper(home);
  const name = ident(home === undefined ? own.helper(helper) : helper);
  const [of] = type.args;
  return star(generic ? index(name, goType(of?.kind === 'none' ? of : settle(of ?? any), own)) : name);
}

/** What an enclosing file knows of its own classes. */
export interface OwnTypes {
  /** Go's name of a class of the file, and whether its values are pointers. */
  classNamed(name: string): ClassModel['goType'] | undefined;
  /** Dicts of this type keep their order. */
  isOrdered(type: Type): boolean;
  /** Matches of regular expressions know where they are. */
  readonly keepsPlaces?: boolean;
  /** What a file or a text in memory is, where it is not the plain type of Go's library. */
  streamType?(name: string): go.Expression | undefined;
  /** What is awaited later gives an error beside its result. */
  readonly startedFail?: boolean;
  /** Functions of so many parameters that are values give an error beside their results. */
  valuesFail?(arity: number): boolean;
  /** Marks a helper as needed and gives its name. */
  helper(name: string): string;
}

/** Go's spelling of a settled type. */
export function goType(type: Type, own: OwnTypes): go.Expression {
  switch (type.kind) {
    case 'none':
      return structType([]);
    case 'bool':
      return ident('bool');
    case 'int':
      return ident(type.go ?? 'int');
    case 'float':
      return ident(type.go ?? 'float64');
    case 'complex':
      return ident('complex128');
    case 'str':
      return ident('string');
    case 'bytes':
      return sliceType(ident('byte'));
    case 'list':
      return sliceType(goType(type.elt, own));
    case 'array':
      return { kind: 'ArrayType', start: -1, end: -1, len: whole(type.len), elt: goType(type.elt, own) };
    case 'tuple':
      return tupleType(type.elts, own);
    case 'dict':
      if (own.isOrdered(type)) {
        return star(index(ident(own.helper('orderedMap')), goType(type.key, own), goType(type.value, own)));
      }
      return mapType(goType(type.key, own), goType(type.value, own));
    case 'set':
      return mapType(goType(type.elt, own), structType([]));
    case 'iterator':
      return index(pkg('iter', 'Seq'), goType(type.elt, own));
    case 'pointer':
      return star(goType(type.to, own));
    case 'error':
      return ident('error');
    case 'func':
      return funcType(
        type.params.map((param, i) => {
          const written = goType(param.type, own);
          if (!param.variadic || param.keywordOnly) return field('', written);
          const isLast = i === type.params.length - 1;
          return isLast ? field('', written, true) : field('', sliceType(written));
        }),
        [
          ...(type.result.kind === 'none' ? [] : resultTypes(type.result).map(one => goType(one, own))),
          ...(own.valuesFail?.(type.params.length) ? [ident('error')] : []),
        ],
      );
    case 'awaitable':
      return funcType([], [goType(type.of, own), ...(own.startedFail ? [ident('error')] : [])]);
    case 'instance':
      if (helperTypes[type.name]) return helperType(type, own);
      if (type.name === 'go.iterator')
        return star(index(ident(own.helper('iterator')), goType(type.args[0] ?? any, own)));
      if (isKeyName(type.name)) {
        const isTuple = type.name === tupleKeyName;
        own.helper(isTuple ? 'tupleKey' : 'setKeyOf');
        return index(ident(isTuple ? 'tupleKey' : 'setKey'), goType(type.args[0] ?? any, own));
      }
      return instanceType(type.name, own);
    case 'optional':
      return isNilable(type.of, own) ? goType(type.of, own) : star(goType(type.of, own));
    default:
      return ident('any');
  }
}

function instanceType(name: string, own: OwnTypes): go.Expression {
  const known = name.startsWith('.') ? own.classNamed(name.slice(1)) : undefined;
  if (known) {
    if (known.kind === 'error') return ident('error');
    return known.kind === 'pointer' ? star(ident(known.goName)) : ident(known.goName);
  }
  if (name === 're.Match') return own.keepsPlaces ? star(ident(own.helper('match'))) : sliceType(ident('string'));
  if (name === 'csv.Writer' || name === 'csv.DictWriter') return star(ident(own.helper('rowWriter')));
  if (name === 'struct.Struct' || name === 'string.Template' || name === 'uuid.UUID') return ident('string');
  if (name === 'argparse.Namespace') return ident(own.helper('namespace'));
  const stream = own.streamType?.(name);
  if (stream) return stream;
  const library = libraryTypes[name];
  if (!library) return ident('any');
  const [path, type, pointer] = library;
  return pointer ? star(pkg(path, type)) : pkg(path, type);
}

/** Whether the type is written as `any` for want of something better. */
export function isAny(type: Type, own: OwnTypes): boolean {
  const written = goType(type, own);
  return written.kind === 'Ident' && written.name === 'any';
}

/** Go's nil is a value of the type as it is. */
export function isNilable(type: Type, own: OwnTypes): boolean {
  switch (type.kind) {
    case 'list':
    case 'dict':
    case 'set':
    case 'func':
    case 'any':
    case 'error':
    case 'pointer':
    case 'iterator':
    case 'bytes':
    case 'awaitable':
      return true;
    case 'instance': {
      if (libraryInterfaces.has(type.name)) return true;
      const written = goType(type, own);
      if (written.kind === 'StarExpr' || written.kind === 'ArrayType' || written.kind === 'ChanType') return true;
      const known = type.name.startsWith('.') ? own.classNamed(type.name.slice(1)) : undefined;
      return known ? known.kind !== 'value' : written.kind === 'Ident';
    }
    default:
      return false;
  }
}

function tupleType(elts: readonly Type[], own: OwnTypes): go.Expression {
  const helper = tupleHelper(elts.length);
  if (!helper) return sliceType(ident('any'));
  return index(ident(own.helper(helper)), ...elts.map(elt => goType(elt, own)));
}

/** The zero value, as one writes it in a `return`. */
export function zeroValue(type: Type, own: OwnTypes): go.Expression {
  switch (type.kind) {
    case 'bool':
      return truth(false);
    case 'int':
    case 'float':
      return whole(0);
    case 'str':
      return text('');
    case 'tuple':
    case 'none':
      return composite(goType(type, own), []);
    case 'instance': {
      const written = goType(type, own);
      if (isNilable(type, own)) return nil();
      if (type.name === 'datetime.timedelta') return whole(0);
      const plain = type.name.startsWith('.') ? own.classNamed(type.name.slice(1))?.over : undefined;
      if (plain) return plain === 'int' ? whole(0) : text('');
      return composite(written, []);
    }
    default:
      return nil();
  }
}

/** Whether values can be keys of a map and be compared with `==` as Python compares them. */
export function isComparable(type: Type, own: OwnTypes): boolean {
  switch (type.kind) {
    case 'bool':
    case 'int':
    case 'float':
    case 'str':
    case 'error':
      return true;
    case 'tuple':
      return type.elts.every(elt => isComparable(elt, own));
    case 'instance':
      if (type.name.startsWith('datetime.') || helperTypes[type.name] || isKeyName(type.name)) return true;
      return type.name.startsWith('.') && own.classNamed(type.name.slice(1))?.ownEquality === false;
    case 'any':
      return true;
    default:
      return false;
  }
}
