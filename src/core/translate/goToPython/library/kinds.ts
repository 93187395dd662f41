/** Types of Go's library: what annotations call them, and their zero values. */
import type * as py from '../../../syntax/python/ast';
import { dayName, monthName } from '../calendar';
import type { Context } from '../context';
import { fillTemplate } from './template';

interface Kind {
  /** The annotation, as a template. */
  shown: string | ((cx: Context) => string);
  /** The zero value, as a template; undefined where Python has none. */
  zero?: string;
  /** The text that Go prints for a value, as a template of `$0`; `str()` of it where this is left out. */
  text?: string | ((cx: Context, value: py.Expression) => py.Expression);
}

const handler = 'collections.abc->Callable[[::ResponseWriter, flask->Request], None]';
const stream = 'typing->TextIO';
const memory: Kind = { shown: 'io->StringIO', zero: 'io->StringIO()' };
const lock: Kind = { shown: 'threading::Lock', zero: 'threading::Lock()' };
const counter: Kind = { shown: '::Atomic[int]', zero: '::Atomic(0)' };

const kinds: Readonly<Record<string, Kind>> = {
  'bufio.Reader': { shown: stream },
  'bufio.Scanner': { shown: '::Scanner' },
  'bufio.Writer': { shown: stream },
  'bytes.Buffer': memory,
  'cmp.Ordered': { shown: 'typing->Any' },
  'container/list.Element': { shown: '::Element' },
  'container/list.List': { shown: '::LinkedList', zero: '::LinkedList()' },
  'context.CancelFunc': { shown: 'collections.abc->Callable[[], None]' },
  'context.Context': { shown: '::Context' },
  'encoding/csv.Reader': { shown: '::CsvReader' },
  'encoding/csv.Writer': { shown: '::CsvWriter' },
  'flag.Flag': { shown: '::Flag' },
  'flag.Value': { shown: '::Flag', text: 'str($0)' },
  'flag.FlagSet': { shown: '::FlagSet' },
  'fmt.Stringer': { shown: 'object' },
  'golang.org/x/sync/errgroup.Group': { shown: '::ErrorGroup', zero: '::ErrorGroup()' },
  'io.Reader': { shown: stream },
  'io.Writer': { shown: stream },
  'log.Logger': { shown: '::Logger' },
  'math/big.Int': { shown: 'int', zero: '0', text: 'str($0)' },
  'math/big.Rat': { shown: 'fractions->Fraction', zero: 'fractions->Fraction()', text: '::fraction_text($0)' },
  'math/rand.Rand': { shown: 'random::Random' },
  'math/rand/v2.Rand': { shown: 'random::Random' },
  'net/http.Handler': { shown: handler },
  'net/http.HandlerFunc': { shown: handler },
  'net/http.Client': { shown: 'requests::Session', zero: 'requests::Session()' },
  // A request that a test makes is a builder of its environment.
  'net/http.Request': {
    shown: cx => (cx.text.includes('httptest.NewRequest') ? 'werkzeug.test->EnvironBuilder' : 'requests::Request'),
  },
  'net/http.Response': { shown: 'requests::Response' },
  'net/http.ResponseWriter': { shown: '::ResponseWriter' },
  'net/http.ServeMux': { shown: 'flask->Flask' },
  'net/http/httptest.ResponseRecorder': { shown: 'werkzeug.test->TestResponse' },
  'net/http/httptest.Server': { shown: '::LocalServer' },
  'net/url.URL': { shown: '::Url', zero: '::Url()', text: 'str($0)' },
  'net/url.Values': { shown: 'dict[str, list[str]]', zero: '{}' },
  'os.DirEntry': { shown: 'pathlib->Path' },
  'os.FileInfo': { shown: 'pathlib->Path' },
  'io/fs.DirEntry': { shown: 'pathlib->Path' },
  'io/fs.FileInfo': { shown: 'pathlib->Path' },
  'os.File': { shown: stream },
  'regexp.Regexp': { shown: 're::Pattern' },
  'strings.Builder': memory,
  'strings.Reader': { shown: 'io->StringIO' },
  'sync.Cond': { shown: 'threading::Condition' },
  'sync.Locker': { shown: 'threading::Lock' },
  'sync.Map': { shown: 'dict', zero: '{}' },
  'sync.Mutex': lock,
  'sync.Once': { shown: '::Once', zero: '::Once()' },
  'sync.Pool': { shown: '::Pool', zero: '::Pool()' },
  'sync.RWMutex': lock,
  'sync.WaitGroup': { shown: '::WaitGroup', zero: '::WaitGroup()' },
  'sync/atomic.Bool': { shown: '::Atomic[bool]', zero: '::Atomic(False)' },
  'sync/atomic.Int32': counter,
  'sync/atomic.Int64': counter,
  'sync/atomic.Pointer': { shown: '::Atomic', zero: '::Atomic(None)' },
  'sync/atomic.Uint32': counter,
  'sync/atomic.Uint64': counter,
  'sync/atomic.Value': { shown: '::Atomic', zero: '::Atomic(None)' },
  'testing.T': { shown: 'None' },
  'text/tabwriter.Writer': { shown: '::TabWriter' },
  'time.Duration': { shown: 'float', zero: '0.0', text: '::duration_text($0)' },
  'time.Location': { shown: 'datetime->tzinfo' },
  'time.Month': { shown: 'int', zero: '0', text: monthName },
  'time.Ticker': { shown: '::Ticker' },
  'time.Time': {
    shown: 'datetime->datetime',
    zero: 'datetime->datetime(1, 1, 1, tzinfo=datetime->timezone.utc)',
    text: '::time_text($0)',
  },
  'time.Timer': { shown: '::Timer' },
  'time.Weekday': { shown: 'int', zero: '0', text: dayName },
};

export function libraryAnnotation(cx: Context, id: string): py.Expression | undefined {
  const known = kinds[id];
  return known && fillTemplate(cx, typeof known.shown === 'string' ? known.shown : known.shown(cx), new Map(), []);
}

export function libraryZero(cx: Context, id: string): py.Expression | undefined {
  const zero = kinds[id]?.zero;
  return zero === undefined ? undefined : fillTemplate(cx, zero, new Map(), []);
}

/** What Go prints for a value of the type; undefined where no table tells of it. */
export function libraryText(cx: Context, id: string, value: py.Expression): py.Expression | undefined {
  const text = kinds[id]?.text;
  if (typeof text === 'function') return text(cx, value);
  return text === undefined ? undefined : fillTemplate(cx, text, new Map([['$0', value]]), []);
}
