/** flag: a set of flags that reads the command line as Go does; each flag is a value behind a reference. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { bool, call, keyword, none } from '../build';
import { gap, type Context, type Value } from '../context';
import { expression } from '../expressions';
import type { LibraryEntry, LibraryTable } from './entry';
import { templates } from './table';

const flagSet: Type = t.pointer(t.instance('flag.FlagSet'));

/** What reads each type of flag, by the name of its method. */
const kinds: Readonly<Record<string, string>> = {
  Bool: '',
  Duration: 'duration',
  Float64: 'float',
  Int: 'int',
  Int64: 'int',
  String: 'string',
  Uint: 'uint',
  Uint64: 'uint',
};

/** `fs.Int("n", 1, "how often")`, and `fs.IntVar(&n, "n", 1, "how often")`. */
const added = (set: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(kinds).flatMap(([id, kind]) => [
      [id, `${set}.add($0, '${kind}', $1, $2)`],
      [`${id}Var`, `${set}.add($1, '${kind}', $2, $3, $0)`],
    ]),
  );

/** What the flags of a command line and a set of flags have in common. */
const common = (set: string): Record<string, string> => ({
  ...added(set),
  Arg: `${set}.args[$0] if $0 < len(${set}.args) else ''`,
  Args: `${set}.args`,
  Lookup: `${set}.flags.get($0)`,
  NArg: `len(${set}.args)`,
  NFlag: `len(${set}.given)`,
  PrintDefaults: `${set}.print_defaults()`,
  Set: `! ${set}.set($0, $1)`,
  Var: `${set}.var($0, $1, $2)`,
  Visit: `${set}.visit($0, ${set}.given)`,
  VisitAll: `${set}.visit($0, ${set}.flags)`,
});

/** `flag.Usage`, which is a variable that is called too. */
const usage = (path: string, set: string): LibraryTable => {
  const read: LibraryEntry = {
    ...templates(path, { Usage: `${set}.usage` })[`${path}.Usage`],
    call(cx, _args, node) {
      const fun = node.fun as go.SelectorExpr;
      const own = read.value!(cx, fun);
      return { ...own, value: call(own.value), type: t.none, pure: false };
    },
  };
  return { [`${path}.Usage`]: read };
};

const commandLine = '::command_line';

const isMember = (cx: Context, node: go.Expression, path: string, id: string): boolean =>
  node.kind === 'SelectorExpr' &&
  node.sel.kind === 'Ident' &&
  node.sel.name === id &&
  cx.typing.packageOf(node.x) === path;

const newFlagSet: LibraryEntry = {
  type: flagSet,
  call(cx, [name, handling], node): Value {
    if (!name || !handling) return gap('flag.NewFlagSet', node);
    const own = expression(cx, name);
    const goesOn = isMember(cx, handling, 'flag', 'ContinueOnError');
    if (!goesOn && !isMember(cx, handling, 'flag', 'ExitOnError')) gap('flags whose errors are panics', node);
    const options = goesOn ? [keyword('exits', bool(false))] : [];
    return { ...own, value: call(cx.out.helper('FlagSet'), own.value, ...options), type: flagSet };
  },
};

const setOutput: LibraryEntry = {
  type: t.none,
  call: (_cx, _args, node) => gap('the output of flags inside of an expression', node),
  statement(cx, [to], node) {
    if (!to) return gap('SetOutput', node);
    const set = expression(cx, (node.fun as go.SelectorExpr).x);
    const stream = isMember(cx, to, 'io', 'Discard')
      ? { before: [], value: none() }
      : expression(cx, to.kind === 'UnaryExpr' && to.op === '&' ? to.x : to);
    const target = {
      kind: 'Attribute' as const,
      value: set.value,
      attr: { kind: 'Name' as const, id: 'output', start: -1, end: -1 },
      start: -1,
      end: -1,
    };
    return [
      ...set.before,
      ...stream.before,
      { kind: 'Assign', targets: [target], value: stream.value, start: -1, end: -1 },
    ];
  },
};

export const flag: LibraryTable = {
  'flag.NewFlagSet': newFlagSet,
  'flag.FlagSet.SetOutput': setOutput,
  ...usage('flag.FlagSet', '$r'),
  ...usage('flag', commandLine),
  ...templates('flag.FlagSet', { ...common('$r'), Name: '$r.name', Parse: '! $r.parse($0)' }),
  ...templates('flag', {
    ...common(commandLine),
    CommandLine: commandLine,
    ErrHelp: `::HelpRequested('flag: help requested')`,
    Parse: `${commandLine}.parse(sys::argv[1:])`,
  }),
  ...templates('flag.Flag', {
    Name: '$r.name',
    Usage: '$r.usage',
    DefValue: '$r.default',
    Value: '$r',
  }),
  ...templates('flag.Value', { String: 'str($r)', Set: '! $r.read($0)' }),
};
