/** Types as Python annotations. */
import type { Type } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import { binary, list, name, none, subscript, tuple } from './build';
import type { Context } from './context';
import { usesChannelClass } from './channels';
import { plainResults } from './exceptions';
import { isByteSlice } from './goTypes';
import { libraryAnnotation } from './library/kinds';

/** The annotation of a type. A pointer, an interface and an error may be None only where `nullable` says so. */
export function annotation(cx: Context, type: Type, nullable = false): py.Expression {
  const plain = annotate(cx, type);
  return nullable && mayBeNone(cx, type) ? binary(plain, '|', none()) : plain;
}

/** Whether Go's nil is None here: not for slices and maps, which are empty then. */
export function mayBeNone(cx: Context, type: Type): boolean {
  if (type.kind === 'instance')
    return cx.typing.info(type)?.form === 'interface' || cx.typing.info(type)?.form === 'func';
  return type.kind === 'pointer' || type.kind === 'error' || type.kind === 'func' || type.kind === 'chan';
}

function annotate(cx: Context, type: Type): py.Expression {
  switch (type.kind) {
    case 'bool':
    case 'str':
    case 'float':
    case 'complex':
      return name(type.kind);
    case 'int':
      return name(type.go === 'rune' ? 'str' : 'int');
    case 'bytes':
      return name('bytes');
    case 'none':
      return none();
    case 'list':
      return isByteSlice(type)
        ? name(cx.usage.changesBytes ? 'bytearray' : 'bytes')
        : subscript(name('list'), annotate(cx, type.elt));
    case 'array':
      return subscript(name('list'), annotate(cx, type.elt));
    case 'dict':
      // A map to the empty struct is Go's set.
      return isEmptyStruct(cx, type.value)
        ? subscript(name('set'), annotate(cx, type.key))
        : subscript(name('dict'), tuple(annotate(cx, type.key), annotation(cx, type.value)));
    case 'set':
      return subscript(name('set'), annotate(cx, type.elt));
    case 'tuple':
      return subscript(name('tuple'), tuple(...type.elts.map(elt => annotation(cx, elt))));
    case 'iterator':
      return subscript(cx.out.from('collections.abc', 'Iterator'), annotate(cx, type.elt));
    case 'chan':
      return subscript(
        usesChannelClass(cx) ? cx.out.helper('Channel') : cx.out.from('queue', 'Queue'),
        annotate(cx, type.elt),
      );
    case 'pointer': {
      const to = cx.typing.underlying(type.to);
      if (to.kind === 'instance' || to.kind === 'list' || to.kind === 'dict' || to.kind === 'array')
        return annotate(cx, type.to);
      return subscript(cx.out.helper('Ref'), annotate(cx, type.to));
    }
    case 'error':
      return name('Exception');
    case 'func': {
      const results = plainResults(type);
      const result =
        results.length === 0
          ? none()
          : results.length === 1
            ? annotation(cx, results[0]!)
            : annotate(cx, { kind: 'tuple', elts: results });
      const params = type.params.some(param => param.variadic)
        ? ({ kind: 'Ellipsis', start: -1, end: -1 } as const)
        : list(...type.params.map(param => annotation(cx, param.type)));
      return subscript(cx.out.from('collections.abc', 'Callable'), tuple(params, result));
    }
    case 'typevar':
      return cx.out.typeVar(type.name, '');
    case 'instance':
      return instanceAnnotation(cx, type);
    case 'optional':
      return binary(annotate(cx, type.of), '|', none());
    default:
      return cx.out.from('typing', 'Any');
  }
}

function instanceAnnotation(cx: Context, type: Type & { kind: 'instance' }): py.Expression {
  const info = cx.typing.info(type);
  if (info) {
    if (info.form === 'constraint') return cx.out.from('typing', 'Any');
    const base = name(info.pyName);
    return type.args.length
      ? subscript(
          base,
          type.args.length === 1 ? annotate(cx, type.args[0]!) : tuple(...type.args.map(arg => annotate(cx, arg))),
        )
      : base;
  }
  return libraryAnnotation(cx, type.name) ?? cx.out.from('typing', 'Any');
}

export function isEmptyStruct(cx: Context, type: Type): boolean {
  if (type.kind === 'instance') {
    const info = cx.typing.info(type);
    return info?.form === 'struct' && info.fields.length === 0 && info.methods.size === 0;
  }
  // An anonymous struct has no name in the lattice; `struct{}` is the one that maps use.
  return type.kind === 'tuple' && type.elts.length === 0;
}

/** A result list as an annotation: nothing, one type, or a tuple. */
export function resultAnnotation(cx: Context, results: readonly Type[], nullable: boolean): py.Expression {
  if (results.length === 0) return none();
  // An error that is given and not raised may be nil.
  const each = results.map(type => annotation(cx, type, nullable || type.kind === 'error'));
  return results.length === 1 ? each[0]! : subscript(name('tuple'), tuple(...each));
}
