/** math/rand and math/rand/v2: Python's generator, whose numbers are others. */
import * as t from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { call, int } from '../build';
import { gap, rangeOf, type Context } from '../context';
import { expression } from '../expressions';
import type { LibraryEntry, LibraryTable } from './entry';
import { swappedList } from './numbers';
import { templates } from './table';

/** The functions of the package and the methods of a generator, with what stands for the generator. */
const drawn = (self: (id: string) => string): Record<string, string> => ({
  Float32: self('random()'),
  Float64: self('random()'),
  Int: self('getrandbits(63)'),
  Int31: self('getrandbits(31)'),
  Int31n: self('randrange($0)'),
  Int63: self('getrandbits(63)'),
  Int63n: self('randrange($0)'),
  Intn: self('randrange($0)'),
  NormFloat64: self('gauss(0, 1)'),
  Perm: self('sample(range($0), $0)'),
  Uint32: self('getrandbits(32)'),
  Uint64: self('getrandbits(64)'),
});

const newer = (self: (id: string) => string): Record<string, string> => ({
  Float32: self('random()'),
  Float64: self('random()'),
  Int: self('getrandbits(63)'),
  Int32: self('getrandbits(31)'),
  Int32N: self('randrange($0)'),
  Int64: self('getrandbits(63)'),
  Int64N: self('randrange($0)'),
  IntN: self('randrange($0)'),
  NormFloat64: self('gauss(0, 1)'),
  Perm: self('sample(range($0), $0)'),
  Uint32: self('getrandbits(32)'),
  Uint64: self('getrandbits(64)'),
});

const member = (id: string): string => `random::${id}`;
const method = (id: string): string => `$r.${id}`;

/** Says once that the numbers are others; where Go's are always the same ones, that is a gap. */
function said(table: LibraryTable): LibraryTable {
  return Object.fromEntries(
    Object.entries(table).map(([id, entry]): [string, LibraryEntry] => [
      id,
      {
        ...entry,
        call(cx, args, node) {
          cx.notes.assume('random numbers are others than those of Go');
          return entry.call!(cx, args, node);
        },
      },
    ]),
  );
}

function seeded(cx: Context, args: readonly go.Expression[], node: go.CallExpr): void {
  const range = rangeOf(cx, node);
  const isFixed = args.length > 0 && args.every(arg => arg.kind === 'IntLit' || cx.program.constants.has(nameOf(arg)));
  if (isFixed && range)
    cx.notes.gap({ ...range, what: 'the numbers of a generator with this seed: those of Python are others' });
}

const nameOf = (node: go.Expression): string => (node.kind === 'Ident' ? node.name : '');

/** A source is its seed. */
const source: LibraryEntry = {
  type: t.any,
  call(cx, args, node) {
    seeded(cx, args, node);
    const [first] = args;
    return first ? expression(cx, first) : gap('a source without a seed', node);
  },
};

const shuffle: LibraryEntry = {
  type: t.none,
  call(cx, [, swap], node) {
    const list = swap?.kind === 'FuncLit' ? swappedList(cx, swap) : undefined;
    if (!list) return gap('a shuffle whose swap is not that of one slice', node);
    cx.notes.assume('random numbers are others than those of Go');
    const isPackage = node.fun.kind === 'SelectorExpr' && cx.typing.packageOf(node.fun.x) !== undefined;
    const own =
      isPackage || node.fun.kind !== 'SelectorExpr'
        ? cx.out.member('random', 'shuffle')
        : {
            kind: 'Attribute' as const,
            value: expression(cx, node.fun.x).value,
            attr: { kind: 'Name' as const, id: 'shuffle', start: -1, end: -1 },
            start: -1,
            end: -1,
          };
    return { ...list, value: call(own, list.value), type: t.none, pure: false };
  },
};

const both = (path: string, functions: typeof drawn): LibraryTable => ({
  ...said(templates(path, functions(member))),
  ...said(templates(`${path}.Rand`, functions(method))),
  ...templates(path, { New: 'random::Random($0)' }),
  [`${path}.Shuffle`]: shuffle,
  [`${path}.Rand.Shuffle`]: shuffle,
});

export const random: LibraryTable = {
  ...both('math/rand', drawn),
  ...both('math/rand/v2', newer),
  'math/rand.NewSource': source,
  'math/rand/v2.NewPCG': source,
  'math/rand.Seed': {
    type: t.none,
    call(cx, args, node) {
      seeded(cx, args, node);
      const own = args[0] ? expression(cx, args[0]).value : int(0);
      return { before: [], value: call(cx.out.member('random', 'seed'), own), type: t.none, pure: false };
    },
  },
};
