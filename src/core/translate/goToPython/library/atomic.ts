/** sync/atomic: its types are one class of the helpers; its functions change a variable under one lock. */
import type { Type } from '../../../facts/types';
import * as t from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { assign, augAssign, compare, ifs, name, withs } from '../build';
import { gap, type Context, type Value } from '../context';
import { place as placeOf } from '../assignments';
import { expression } from '../expressions';
import { freshName } from '../naming';
import type { LibraryEntry, LibraryTable } from './entry';
import { templates } from './table';

/** The variable behind `&n`, or behind a pointer that is a small object. */
function pointed(cx: Context, place: go.Expression): Value {
  if (place.kind === 'UnaryExpr' && place.op === '&') return placeOf(cx, place.x);
  const star: go.StarExpr = { kind: 'StarExpr', x: place, start: place.start, end: place.end };
  return placeOf(cx, star);
}

const pointee = (args: readonly Type[]): Type => (args[0]?.kind === 'pointer' ? args[0].to : t.int);

/** One change; `given` names what the call gives, where somebody looks at it. */
function changing(
  type: (args: readonly Type[]) => Type,
  change: (target: py.Expression, values: py.Expression[], given: string | undefined) => py.Statement[],
): LibraryEntry {
  const locked = (cx: Context, args: readonly go.Expression[], given: string | undefined): py.Statement[] => {
    const [at, ...rest] = args;
    if (!at) return gap('an atomic change of nothing');
    const target = pointed(cx, at);
    const values = rest.map(arg => expression(cx, arg));
    return [
      ...target.before,
      ...values.flatMap(value => value.before),
      withs(
        cx.out.helper('atomic_lock'),
        change(
          target.value,
          values.map(value => value.value),
          given,
        ),
      ),
    ];
  };
  return {
    type,
    statement: (cx, args) => locked(cx, args, undefined),
    call(cx, args) {
      const own = freshName(cx, 'current');
      const of = type(args.map(arg => cx.typing.of(arg)));
      return { before: locked(cx, args, own), value: name(own), type: of, pure: false };
    },
  };
}

const give = (given: string | undefined, value: py.Expression): py.Statement[] => (given ? [assign(given, value)] : []);

const added = changing(pointee, (target, [by], given) => [augAssign(target, '+', by!), ...give(given, target)]);
const stored = changing(
  () => t.none,
  (target, [value]) => [assign(target, value!)],
);
const swapped = changing(pointee, (target, [value], given) => [...give(given, target), assign(target, value!)]);
const compared = changing(
  () => t.bool,
  (target, [old, value], given) => {
    const test = compare(target, '==', old!);
    return given
      ? [assign(given, test), ifs(name(given), [assign(target, value!)])]
      : [ifs(test, [assign(target, value!)])];
  },
);
const loaded: LibraryEntry = {
  type: pointee,
  call(cx, [place], node) {
    if (!place) return gap('atomic', node);
    return { ...pointed(cx, place), type: pointee([cx.typing.of(place)]), pure: true };
  },
};

const sizes = ['Int32', 'Int64', 'Uint32', 'Uint64', 'Pointer'];

export const atomic: LibraryTable = {
  ...Object.fromEntries(
    sizes.flatMap(size => [
      [`sync/atomic.Add${size}`, added],
      [`sync/atomic.CompareAndSwap${size}`, compared],
      [`sync/atomic.Load${size}`, loaded],
      [`sync/atomic.Store${size}`, stored],
      [`sync/atomic.Swap${size}`, swapped],
    ]),
  ),
  ...Object.assign(
    {},
    ...[...sizes, 'Bool', 'Value'].map(size =>
      templates(`sync/atomic.${size}`, {
        ...(/nt/.test(size) && size !== 'Pointer' ? { Add: '$r.add($0)' } : {}),
        CompareAndSwap: '$r.compare_and_swap($0, $1)',
        Load: '$r.load()',
        Store: '$r.store($0)',
        Swap: '$r.swap($0)',
      }),
    ),
  ),
};
