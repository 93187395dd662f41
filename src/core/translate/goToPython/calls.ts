/** Calls: built-in functions, conversions, the functions of the file, those of the library, and function values. */
import * as t from '../../facts/types';
import type { FunctionType, Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { isEmptyStruct } from './annotations';
import { binary, call, dict, list, method, name, starred } from './build';
import { gap, isPredeclared, simple, sourceOf, variableOf, type Context, type Value } from './context';
import { conversion } from './conversions';
import { isFallible, plainResults } from './exceptions';
import { along, expression, methodName, valueOf } from './expressions';
import { libraryCall, libraryFails } from './library';
import { asNumber, combine } from './operators';
import { isByteSlice } from './typing';
import { declaredFunction } from './usage';
import { refusePart } from './writeBack';
import { coerce, newChannel, repeated, zero } from './values';

export function callExpression(cx: Context, node: go.CallExpr): Value {
  const builtin = builtinCall(cx, node);
  if (builtin) return builtin;
  if (cx.typing.isConversion(node)) return conversion(cx, node);
  const library = libraryCall(cx, node);
  if (library) return library;
  if (node.fun.kind === 'SelectorExpr' && cx.typing.packageOf(node.fun.x) !== undefined) {
    return gap(`${sourceOf(cx, node.fun)} has no counterpart here yet`, node);
  }
  refuseForeign(cx, node.fun);
  return plainCall(cx, node);
}

/** A method of a type of the library that no table has. */
function refuseForeign(cx: Context, fun: go.Expression): void {
  if (fun.kind !== 'SelectorExpr' || fun.sel.kind !== 'Ident') return;
  const type = cx.typing.of(fun.x);
  const held = type.kind === 'pointer' ? type.to : type;
  if (held.kind === 'instance' && !held.name.startsWith('.'))
    gap(`${held.name}.${fun.sel.name} has no counterpart here yet`, fun);
  if (held.kind === 'unknown' || held.kind === 'any') gap('a method of a value whose type is not known here', fun);
}

/** A call of a function whose parameters the file or the facts give. */
export function plainCall(cx: Context, node: go.CallExpr): Value {
  refusePart(cx, node);
  const signature = cx.typing.signature(node);
  const callee = calleeOf(cx, node);
  const args = argumentsOf(cx, node, signature);
  const results = signature ? plainResults(signature) : [cx.typing.of(node)];
  const type = results.length === 0 ? t.none : results.length === 1 ? results[0]! : t.tuple(...results);
  return {
    before: [...callee.before, ...args.flatMap(arg => arg.before)],
    value: call(callee.value, ...args.map(arg => arg.value)),
    type,
    pure: false,
  };
}

function calleeOf(cx: Context, node: go.CallExpr): Value {
  const fun = node.fun.kind === 'IndexExpr' && cx.typing.of(node.fun.x).kind === 'func' ? node.fun.x : node.fun;
  if (fun.kind === 'Ident') {
    const made = variableOf(cx, fun)?.kind === 'func' ? cx.classes.constructedBy(fun.name) : undefined;
    if (made) return simple(name(made.pyName), cx.typing.of(fun));
  }
  if (fun.kind === 'SelectorExpr' && fun.sel.kind === 'Ident' && cx.typing.packageOf(fun.x) === undefined) {
    const id = fun.sel.name;
    const base = expression(cx, fun.x);
    if (id === 'Error' || id === 'String') {
      // `str(x)` asks the same method.
      if (node.args.length === 0 && (base.type.kind === 'error' || cx.typing.method(base.type, id)))
        return { ...base, value: name('str'), type: t.str, before: [...base.before] };
    }
    const parent = embeddedCall(cx, fun, base);
    if (parent) return parent;
    if (cx.typing.field(base.type, id)) return expression(cx, fun);
    const found = cx.typing.method(base.type, id);
    const value = along(cx, base, found?.path ?? []);
    return {
      ...value,
      value: { kind: 'Attribute', value: value.value, attr: name(methodName(cx, id)), start: -1, end: -1 },
    };
  }
  return expression(cx, fun);
}

/** `d.Animal.Speak()` calls the base class's method where `Animal` became one. */
function embeddedCall(cx: Context, fun: go.SelectorExpr, base: Value): Value | undefined {
  const { x, sel } = fun;
  if (x.kind !== 'SelectorExpr' || x.sel.kind !== 'Ident' || sel.kind !== 'Ident') return undefined;
  const outer = cx.typing.info(cx.typing.of(x.x));
  if (!outer || !cx.classes.inherits(outer.name, x.sel.name) || !outer.methods.has(sel.name)) return undefined;
  const inSelf = base.value.kind === 'Name' && base.value.id === 'self';
  if (!inSelf) gap('a call of an embedded method that is overridden', fun);
  return {
    ...base,
    value: { kind: 'Attribute', value: call('super'), attr: name(methodName(cx, sel.name)), start: -1, end: -1 },
  };
}

/** Arguments as the parameters want them. */
export function argumentsOf(cx: Context, node: go.CallExpr, signature: FunctionType | undefined): Value[] {
  const { fun } = node;
  if (
    fun.kind === 'SelectorExpr' &&
    fun.sel.kind === 'Ident' &&
    (fun.sel.name === 'Error' || fun.sel.name === 'String') &&
    node.args.length === 0
  ) {
    const base = expression(cx, fun.x);
    if (base.type.kind === 'error' || cx.typing.method(base.type, fun.sel.name)) return [{ ...base, before: [] }];
  }
  const params = signature?.params ?? [];
  const callee = declaredFunction(cx.program, cx.typing, node);
  const [only] = node.args;
  if (only?.kind === 'CallExpr' && node.args.length === 1 && cx.typing.of(only).kind === 'tuple') {
    const value = expression(cx, only);
    return [{ ...value, value: starred(value.value) }];
  }
  return node.args.map((arg, i) => {
    const param = params[Math.min(i, params.length - 1)];
    if (param?.type.kind === 'instance' && /^sync\./.test(param.type.name))
      gap('a lock or a group that is passed as a copy', arg);
    const isSpread = node.ellipsis && i === node.args.length - 1;
    const value = isSpread ? expression(cx, arg) : keptCopy(cx, valueOf(cx, arg, param?.type), arg, callee, i);
    return isSpread ? { ...value, value: starred(value.value) } : value;
  });
}

/** `valueOf` copies what is changed; an argument that nobody keeps or changes needs no copy. */
function keptCopy(cx: Context, value: Value, arg: go.Expression, callee: go.FuncDecl | undefined, at: number): Value {
  const isCopy =
    value.value.kind === 'Call' &&
    value.value.args.length === 1 &&
    value.value.func.kind === 'Attribute' &&
    value.value.func.value.kind === 'Name' &&
    value.value.func.value.id === 'copy';
  if (!isCopy || !callee) return value;
  const param = callee.type.params.flatMap(field => (field.kind === 'Field' ? field.names : []))[at];
  const variable = param && cx.program.bindings.variable(param);
  // Functions that change their parameter copy it themselves.
  const keeps = variable?.uses.some(use =>
    /^(AssignStmt|KeyValueExpr|CompositeLit|ReturnStmt|SendStmt|CallExpr)$/.test(
      cx.program.bindings.parent(use)?.kind ?? '',
    ),
  );
  const copiesItself = variable !== undefined && cx.usage.changesInPlace(variable);
  return keeps && !copiesItself ? value : expression(cx, arg);
}

// ---- built-in functions ----

function builtinCall(cx: Context, node: go.CallExpr): Value | undefined {
  const { fun, args } = node;
  if (fun.kind !== 'Ident' || variableOf(cx, fun)) return undefined;
  const [first, second] = args;
  switch (fun.name) {
    case 'len':
    case 'cap':
      return first && isPredeclared(cx, fun, fun.name) ? length(cx, first, fun.name === 'cap') : undefined;
    case 'append':
      return first ? appended(cx, node, first) : undefined;
    case 'make':
      return first ? made(cx, first, second, args[2]) : undefined;
    case 'new': {
      if (!first) return undefined;
      const type = cx.typing.fromSyntax(first);
      const below = cx.typing.underlying(type);
      const value = zero(cx, type);
      return simple(
        /^(instance|list|dict|array)$/.test(below.kind) ? value : call(cx.out.helper('Ref'), value),
        t.pointer(type),
      );
    }
    case 'min':
    case 'max': {
      const type = cx.typing.of(node);
      return combine(
        args.map(arg => coerce(cx, expression(cx, arg), type.kind === 'float' ? undefined : type)),
        values => call(fun.name, ...values),
        type,
      );
    }
    case 'recover':
      return gap('recover outside of a deferred function', node);
    case 'complex':
      return combine(
        args.map(arg => expression(cx, arg)),
        values => call('complex', ...values),
        { kind: 'complex' },
      );
    case 'real':
    case 'imag':
      return (
        first &&
        combine(
          [expression(cx, first)],
          ([x]) => ({ kind: 'Attribute', value: x!, attr: name(fun.name), start: -1, end: -1 }),
          t.float,
        )
      );
    default:
      return undefined;
  }
}

function length(cx: Context, node: go.Expression, isCap: boolean): Value {
  const value = expression(cx, node);
  const below = cx.typing.underlying(value.type.kind === 'pointer' ? value.type.to : value.type);
  if (isCap) {
    if (below.kind === 'chan')
      return {
        ...value,
        value: { kind: 'Attribute', value: value.value, attr: name('capacity'), start: -1, end: -1 },
        type: t.int,
      };
    if (below.kind !== 'array') return gap('the capacity of a slice: lists have none', node);
  }
  if (below.kind === 'str' && !cx.program.ascii) {
    const isPlain = value.value.kind === 'Str' && isAscii(value.value.value);
    return { ...value, value: call('len', isPlain ? value.value : method(value.value, 'encode')), type: t.int };
  }
  if (below.kind === 'str' && value.value.kind !== 'Str') {
    cx.notes.assume(
      'Texts hold ASCII only where they are indexed or measured, so that characters are counted as Go counts bytes.',
    );
  }
  return { ...value, value: call('len', value.value), type: t.int };
}

export const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

/** `append` as an expression: a new list. As a statement on its own slice it changes the list (assignments.ts). */
function appended(cx: Context, node: go.CallExpr, first: go.Expression): Value {
  const type = cx.typing.of(node);
  const below = cx.typing.underlying(type);
  const elt = below.kind === 'list' ? below.elt : cx.typing.of(node);
  // With room to spare, two appends to one slice share what they append.
  const spare = variableOf(cx, first)?.definitions.some(
    ({ value }) =>
      value?.kind === 'CallExpr' &&
      isPredeclared(cx, value.fun, 'make') &&
      value.args.length === 3 &&
      !(value.args[1]?.kind === 'IntLit' && value.args[1].value === '0'),
  );
  if (spare) gap('an append to a slice with spare room whose result is another slice', node);
  const base = listItems(cx, first);
  if (isByteSlice(below)) {
    const rest = byteItems(cx, node);
    return combine(
      [base.value, ...rest.values],
      ([x, ...more]) => binary(base.isEmpty ? call('bytearray') : x!, '+', rest.build(more)),
      type,
    );
  }
  const items = node.args.slice(1).map((arg, i): Value & { isSpread: boolean } => {
    const isSpread = node.ellipsis && i === node.args.length - 2;
    const value = isSpread ? expression(cx, arg) : valueOf(cx, arg, elt);
    return { ...value, isSpread };
  });
  return {
    before: [...base.value.before, ...items.flatMap(item => item.before)],
    value: list(...base.elts, ...items.flatMap(item => (item.isSpread ? spread(item.value) : [item.value]))),
    type,
    pure: false,
  };
}

/** What is spread into a list: the elements of a list display are written as they are. */
function spread(value: py.Expression): py.Expression[] {
  return value.kind === 'List' ? value.elts : [starred(value)];
}

function listItems(cx: Context, node: go.Expression): { value: Value; elts: py.Expression[]; isEmpty: boolean } {
  if (
    node.kind === 'CallExpr' &&
    cx.typing.isConversion(node) &&
    node.args[0]?.kind === 'Ident' &&
    node.args[0].name === 'nil'
  ) {
    return { value: simple(list(), cx.typing.of(node)), elts: [], isEmpty: true };
  }
  const value = expression(cx, node);
  const isEmpty = value.value.kind === 'None' || (value.value.kind === 'List' && value.value.elts.length === 0);
  return { value, elts: isEmpty ? [] : spread(value.value), isEmpty };
}

/** What is appended to bytes. */
export function byteItems(
  cx: Context,
  node: go.CallExpr,
): { values: Value[]; build: (values: py.Expression[]) => py.Expression } {
  if (node.ellipsis) {
    const last = node.args.at(-1)!;
    const value = expression(cx, last);
    const isText = cx.typing.underlying(value.type).kind === 'str';
    return { values: [value], build: ([x]) => (isText ? method(x!, 'encode') : x!) };
  }
  return { values: node.args.slice(1).map(arg => asNumber(cx, arg)), build: values => call('bytes', list(...values)) };
}

function made(
  cx: Context,
  typeNode: go.Expression,
  size: go.Expression | undefined,
  _capacity: go.Expression | undefined,
): Value {
  const type = cx.typing.fromSyntax(typeNode);
  const below = cx.typing.underlying(type);
  const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
  const wrap = (value: py.Expression): py.Expression =>
    info && info.methods.size > 0 ? call(info.pyName, ...(isBlank(value) ? [] : [value])) : value;
  if (below.kind === 'dict') return simple(wrap(isEmptyStruct(cx, below.value) ? call('set') : dict()), type);
  if (below.kind === 'chan') {
    const capacity = size && expression(cx, size);
    return { before: capacity?.before ?? [], value: newChannel(cx, below.elt, capacity), type, pure: true };
  }
  if (below.kind !== 'list' && below.kind !== 'bytes') return gap('make of this type', typeNode);
  const isEmpty = !size || (size.kind === 'IntLit' && size.value === '0');
  if (isEmpty) return simple(wrap(isByteSlice(below) ? call('bytearray') : list()), type);
  const count = asNumber(cx, size);
  const elt: Type = below.kind === 'list' ? below.elt : { kind: 'int', go: 'uint8' };
  return { ...count, value: wrap(repeated(cx, elt, count.value)), type };
}

const isBlank = (value: py.Expression): boolean =>
  (value.kind === 'List' && value.elts.length === 0) || (value.kind === 'Dict' && value.items.length === 0);

/** Whether a call gives an error result, which is raised here. */
export function raises(cx: Context, node: go.Expression | undefined): boolean {
  if (node?.kind !== 'CallExpr' || cx.typing.isConversion(node)) return false;
  const known = libraryFails(cx, node);
  return known ?? isFallible(cx.typing.signature(node));
}
