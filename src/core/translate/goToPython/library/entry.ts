/** What a table of the library says of one member of a package. */
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { gap, simple, type Context, type Value } from '../context';
import { expression } from '../expressions';
import { combine } from '../operators';

export interface LibraryEntry {
  /** The call as an expression. For a method the receiver is `node.fun.x`. */
  call?: (cx: Context, args: readonly go.Expression[], node: go.CallExpr) => Value;
  /** The call as statements, where it is one; undefined where the expression will do. */
  statement?: (cx: Context, args: readonly go.Expression[], node: go.CallExpr) => py.Statement[] | undefined;
  /** The member itself: a constant, a variable, or a function as a value. */
  value?: (cx: Context, node: go.SelectorExpr) => Value;
  type?: Type | ((args: readonly Type[]) => Type);
  /** It gives an error, which Python raises. */
  fails?: boolean;
  /** It gives an error as a value, always or if there is one. */
  givesError?: 'always' | 'maybe';
}

export type LibraryTable = Readonly<Record<string, LibraryEntry>>;

export function typeOf(entry: LibraryEntry, args: readonly Type[]): Type | undefined {
  return typeof entry.type === 'function' ? entry.type(args) : entry.type;
}

/** A function whose arguments are translated as they are. */
export function plain(
  type: Type | ((args: readonly Type[]) => Type),
  build: (values: py.Expression[], cx: Context, node: go.CallExpr) => py.Expression,
  more: Partial<LibraryEntry> = {},
): LibraryEntry {
  return {
    type,
    call(cx, args, node) {
      const values = args.map(arg => expression(cx, arg));
      if (node.ellipsis) gap('arguments spread over this call', node);
      return combine(
        values,
        own => build(own, cx, node),
        typeOf(
          { type },
          values.map(value => value.type),
        )!,
      );
    },
    ...more,
  };
}

/** A method: the receiver comes first. */
export function onReceiver(
  type: Type | ((args: readonly Type[]) => Type),
  build: (receiver: py.Expression, values: py.Expression[], cx: Context, node: go.CallExpr) => py.Expression,
  more: Partial<LibraryEntry> = {},
): LibraryEntry {
  return {
    type,
    call(cx, args, node) {
      const receiver = receiverOf(cx, node);
      const values = args.map(arg => expression(cx, arg));
      const result = combine(
        [receiver, ...values],
        ([first, ...rest]) => build(first!, rest, cx, node),
        typeOf(
          { type },
          values.map(value => value.type),
        )!,
      );
      return { ...result, pure: false };
    },
    ...more,
  };
}

export function receiverOf(cx: Context, node: go.CallExpr): Value {
  const fun = node.fun.kind === 'IndexExpr' ? node.fun.x : node.fun;
  return fun.kind === 'SelectorExpr' ? expression(cx, fun.x) : gap('a method without its receiver', node);
}

/** A constant or variable. */
export function constant(type: Type, value: (cx: Context) => py.Expression): LibraryEntry {
  return { type, value: cx => simple(value(cx), type) };
}
