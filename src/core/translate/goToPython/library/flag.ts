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

/** `fs.Int("n", 1, "how often")` */
const added = (kind: string): string => `$r.add($0, '${kind}', $1, $2)`;

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
  ...templates('flag.FlagSet', {
    Arg: `$r.args[$0] if $0 < len($r.args) else ''`,
    Args: '$r.args',
    Bool: added(''),
    Duration: added('duration'),
    Float64: added('float'),
    Int: added('int'),
    Int64: added('int'),
    NArg: 'len($r.args)',
    Name: '$r.name',
    Parse: '! $r.parse($0)',
    PrintDefaults: '$r.print_defaults()',
    String: added('string'),
    Usage: '$r.usage',
    Var: '$r.var($0, $1, $2)',
  }),
};
