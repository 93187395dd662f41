/** Expressions. What a call does is in calls.ts, what an operator does in operators.ts. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { flaskApp } from './flaskApp';
import { attribute, bool, call, float, keyword, method, name, none, str } from './build';
import { GapError } from '../gaps';
import { callExpression } from './calls';
import { usesChannelClass } from './channels';
import { compositeLiteral } from './composite';
import { type Context, type Value, gap, isPredeclared, rangeOf, simple, typeOfVariable, variableOf } from './context';
import { functionLiteral } from './functionLiterals';
import { idiomExpression } from './idiomLayer';
import { libraryMember } from './library';
import { nameOf } from './naming';
import { fieldName } from './program';
import { binaryExpression, unaryExpression } from './operators';
import { typeTest } from './switches';
import { typeText } from './text';
import { byte, isRune, rune } from './goTypes';
import { coerce, copied } from './values';
import { index, sliceExpression } from './indexing';

/** One expression. Throws a GapError where it cannot be said. */
export function expression(cx: Context, node: go.Expression): Value {
  const found = (cx.shown ? idiomExpression(cx, node, cx.shown) : undefined) ?? plainOrIdiom(cx, node);
  cx.origins.mark(found.value, rangeOf(cx, node));
  return found;
}

/**
 * The syntax layer knows who else holds a slice, which loop is left and what has been renamed, and an idiom does not:
 * it is asked for what the syntax layer cannot say, and for the match whose counterpart is wanted.
 */
function plainOrIdiom(cx: Context, node: go.Expression): Value {
  try {
    return plain(cx, node);
  } catch (error) {
    const idiom = error instanceof GapError ? idiomExpression(cx, node) : undefined;
    if (!idiom) throw error;
    return idiom;
  }
}

/** An expression as a value of a type, copied where Go copies and it can be seen. */
export function valueOf(cx: Context, node: go.Expression, to?: Type): Value {
  const value = copied(cx, expression(cx, node), node);
  return coerce(cx, value, to);
}

/** The type of the Python that an expression gives: the byte of a text is a character where the text is ASCII. */
export function pythonType(cx: Context, node: go.Expression): Type {
  const variable = variableOf(cx, node);
  if (variable) return typeOfVariable(cx, variable);
  if (node.kind === 'IndexExpr' && cx.typing.underlying(cx.typing.of(node.x)).kind === 'str')
    return cx.program.ascii ? rune : byte;
  return cx.typing.of(node);
}

function plain(cx: Context, node: go.Expression): Value {
  switch (node.kind) {
    case 'IntLit':
      return simple(
        { kind: 'Int', value: node.value, ...(node.style && { style: node.style }), start: -1, end: -1 },
        t.int,
      );
    case 'FloatLit':
      return simple(float(node.value), t.float);
    case 'ImagLit':
      return simple({ kind: 'Imaginary', value: node.value, start: -1, end: -1 }, { kind: 'complex' });
    case 'CharLit':
      return simple(str(String.fromCodePoint(node.value)), rune);
    case 'StringLit':
      return simple(textLiteral(node), t.str);
    case 'Ident':
      return identifier(cx, node);
    case 'CompositeLit':
      return compositeLiteral(cx, node);
    case 'FuncLit':
      return functionLiteral(cx, node);
    case 'UnaryExpr':
      return unary1(cx, node);
    case 'StarExpr':
      return dereference(cx, node);
    case 'BinaryExpr':
      return binaryExpression(cx, node);
    case 'SelectorExpr':
      return selector(cx, node);
    case 'IndexExpr':
      return index(cx, node);
    case 'SliceExpr':
      return sliceExpression(cx, node);
    case 'TypeAssertExpr':
      return assertion(cx, node);
    case 'CallExpr':
      return callExpression(cx, node);
    case 'Bad':
      return gap('this does not parse', node);
    default:
      return gap(`a type stands here as a value`, node);
  }
}

function textLiteral(node: go.StringLit): py.Expression {
  if (/[\udc80-\udcff]/.test(node.value) && !/[\ud800-\udbff][\udc00-\udfff]/.test(node.value))
    gap('a text that is not UTF-8', node);
  const isLong = node.style === 'raw' && node.value.includes('\n');
  return { ...str(node.value), ...(isLong ? { style: 'triple' } : node.style === 'raw' ? { style: 'raw' } : {}) };
}

const isMux = (type: Type): boolean =>
  type.kind === 'pointer' && type.to.kind === 'instance' && type.to.name === 'net/http.ServeMux';

function identifier(cx: Context, node: go.Ident): Value {
  const variable = variableOf(cx, node);
  if (!variable) {
    if (isPredeclared(cx, node, 'nil')) return simple(none(), t.none);
    if (node.name === 'true' || node.name === 'false') return simple(bool(node.name === 'true'), t.bool);
    return simple(name(cx.program.moduleNames.get(node.name) ?? node.name), cx.typing.of(node));
  }
  const type = typeOfVariable(cx, variable);
  if (cx.fn.nilErrors.has(variable)) return simple(none(), t.none);
  if (isMux(type) && variable.kind !== 'param') return simple(name(flaskApp(cx)), type);
  for (let fn: Context['fn'] | undefined = cx.fn; fn; fn = fn.up) {
    const stand = fn.stands.get(variable);
    if (stand) return simple(stand, type);
  }
  const member = variable.kind === 'const' ? cx.program.members.get(node.name) : undefined;
  if (member && !variable.owner) return simple(attribute(name(member.type.pyName), member.pyName), type);
  const sentinel = variable.kind === 'global' ? cx.program.sentinels.get(node.name) : undefined;
  if (sentinel) return simple(call(sentinel.className), t.error);
  if (variable.kind === 'const' && !variable.owner && node.name === '_') gap('a blank constant', node);
  const value = name(nameOf(cx, variable));
  return simple(isBoxed(cx, variable) ? attribute(value, 'value') : value, type);
}

/** A variable whose address is taken: it is kept in a small object where Python has no reference to it. */
export function isBoxed(cx: Context, variable: NonNullable<ReturnType<typeof variableOf>>): boolean {
  if (!cx.usage.addressTaken(variable) || variable.kind === 'receiver') return false;
  return needsBox(cx, cx.typing.ofVariable(variable));
}

/** Structs, slices, maps and the like are references in Python already. */
function needsBox(cx: Context, type: Type): boolean {
  const below = cx.typing.underlying(type);
  return (
    !['instance', 'list', 'dict', 'array', 'bytes', 'chan', 'any', 'unknown'].includes(below.kind) ||
    (below.kind === 'instance' && (cx.typing.info(below)?.form === 'interface' || isNumber(below.name)))
  );
}

/** Types of the library that are plain numbers in Python. */
const isNumber = (id: string): boolean => /^time\.(Duration|Month|Weekday)$/.test(id);

function unary1(cx: Context, node: go.UnaryExpr): Value {
  if (node.op === '<-') return receive(cx, node);
  if (node.op !== '&') return unaryExpression(cx, node);
  const variable = variableOf(cx, node.x);
  const type = cx.typing.of(node);
  if (variable && isBoxed(cx, variable)) return simple(name(nameOf(cx, variable)), type);
  const inner = expression(cx, node.x);
  if (variable || node.x.kind === 'CompositeLit' || !needsBox(cx, inner.type)) return { ...inner, type };
  const { value } = inner;
  if (value.kind === 'Attribute' && value.attr.kind === 'Name')
    return { ...inner, value: call(cx.out.helper('FieldRef'), value.value, str(value.attr.id)), type };
  if (value.kind === 'Subscript' && value.slice.kind !== 'Slice')
    return { ...inner, value: call(cx.out.helper('ElementRef'), value.value, value.slice), type };
  return gap('the address of an element or a field that is no struct', node);
}

function receive(cx: Context, node: go.UnaryExpr): Value {
  const library = libraryMember(cx, { kind: 'receive', node });
  if (library) return library;
  const channel = expression(cx, node.x);
  const type = cx.typing.of(node);
  const isQueue = !usesChannelClass(cx);
  return { ...channel, value: method(channel.value, isQueue ? 'get' : 'receive'), type, pure: false };
}

/** What a method is called on: behind a pointer to a number or a text stands the value itself. */
export function pointedTo(cx: Context, node: go.Expression): Value {
  const inner = expression(cx, node);
  const isPointer = inner.type.kind === 'pointer' && needsBox(cx, inner.type.to);
  if (!isPointer || variableOf(cx, node)?.kind === 'receiver') return inner;
  return { ...inner, value: attribute(inner.value, 'value'), type: (inner.type as Type & { kind: 'pointer' }).to };
}

function dereference(cx: Context, node: go.StarExpr): Value {
  const inner = expression(cx, node.x);
  const type = inner.type.kind === 'pointer' ? inner.type.to : cx.typing.of(node);
  // The receiver of a named number is the number itself.
  if (variableOf(cx, node.x)?.kind === 'receiver' && needsBox(cx, type))
    return isWritten(cx, node) && !givesReceiver(cx)
      ? gap('a method that changes a number or a text through its receiver', node)
      : { ...inner, type };
  return needsBox(cx, type) ? { ...inner, value: attribute(inner.value, 'value'), type } : { ...inner, type };
}

const givesReceiver = (cx: Context): boolean => cx.fn.node?.kind === 'FuncDecl' && cx.receivers.changes(cx.fn.node);

/** `*p = …`, `*p += …` and `*p++`. */
function isWritten(cx: Context, node: go.StarExpr): boolean {
  const parent = cx.program.bindings.parent(node);
  if (parent?.kind === 'IncDecStmt') return true;
  return parent?.kind === 'AssignStmt' && (parent['lhs'] as unknown[]).includes(node);
}

function selector(cx: Context, node: go.SelectorExpr): Value {
  if (node.sel.kind !== 'Ident') return gap('a hole', node);
  const library = libraryMember(cx, { kind: 'selector', node });
  if (library) return library;
  const path = cx.typing.packageOf(node.x);
  if (path !== undefined) return gap(`${path}.${node.sel.name} has no counterpart here yet`, node);
  if (cx.typing.isType(node.x)) return methodExpression(cx, node, node.sel.name);
  const base = expression(cx, node.x);
  const field = cx.typing.field(base.type, node.sel.name);
  if (field) {
    const value = along(cx, base, field.path);
    return { ...value, value: fieldAccess(cx, value, field), type: field.type };
  }
  const found = cx.typing.method(base.type, node.sel.name);
  if (found) {
    const value = along(cx, base, found.path);
    return { ...value, value: attribute(value.value, methodName(cx, node.sel.name)), type: found.type };
  }
  const held = base.type.kind === 'pointer' ? base.type.to : base.type;
  if (held.kind === 'instance' && !held.name.startsWith('.'))
    gap(`${held.name}.${node.sel.name} has no counterpart here yet`, node);
  return gap('a field of a value whose type is not known here', node);
}

/** An embedded struct that became a base class is the object itself. */
function fieldAccess(
  cx: Context,
  base: Value,
  field: { owner: { name: string; fields: { name: string; pyName: string; embedded: boolean }[] }; pyName: string },
): py.Expression {
  const info = field.owner.fields.find(one => one.pyName === field.pyName);
  return info?.embedded && cx.classes.inherits(field.owner.name, info.name)
    ? base.value
    : attribute(base.value, field.pyName);
}

/** Follows embedded fields; those that became base classes need no step. */
export function along(cx: Context, base: Value, path: readonly string[]): Value {
  let value = base;
  for (const step of path) {
    const field = cx.typing.field(value.type, step);
    if (!field) continue;
    value = { ...value, value: fieldAccess(cx, value, field), type: field.type };
  }
  return value;
}

/** `Point.String` as a function of its receiver. */
function methodExpression(cx: Context, node: go.SelectorExpr, id: string): Value {
  const type = cx.typing.fromSyntax(node.x.kind === 'StarExpr' ? node.x.x : node.x);
  const info = cx.typing.info(type);
  if (!info) return gap('a method of a type of another package as a function', node);
  return simple(attribute(name(info.pyName), methodName(cx, id)), cx.typing.of(node));
}

/** How a method is called in its class. */
export function methodName(cx: Context, id: string): string {
  return cx.program.methodNames.get(id) ?? fieldName(id);
}

/** `x.(T)`, which panics for a value of another type. */
function assertion(cx: Context, node: go.TypeAssertExpr): Value {
  const value = expression(cx, node.x);
  const type = cx.typing.of(node);
  const plain: Value = { ...value, type: isRune(type) ? t.int : type };
  const source = value.type.kind === 'any' ? undefined : typeText(cx, t.pointer(value.type))?.slice(1);
  const text = typeText(cx, type);
  const classes = text === undefined || !node.type || isOwnItem(cx, node.x) ? undefined : classOf(cx, type, node.type);
  if (!classes || text === undefined) return plain;
  const from = source && source !== 'interface {}' ? [keyword('source', str(source))] : [];
  return { ...plain, value: call(cx.out.helper('as_type'), value.value, classes, str(text), ...from), pure: false };
}

/** What a collection gives back is of the type that was put there: a heap, a list, a pool, the parameter of `Push`. */
function isOwnItem(cx: Context, node: go.Expression): boolean {
  if (node.kind === 'CallExpr')
    return node.fun.kind === 'SelectorExpr' && /^(Pop|Get|Remove|Load)$/.test((node.fun.sel as go.Ident).name);
  if (node.kind === 'SelectorExpr') return node.sel.kind === 'Ident' && node.sel.name === 'Value';
  const variable = variableOf(cx, node);
  const owner = variable?.kind === 'param' ? variable.owner : undefined;
  return (
    owner?.kind === 'FuncDecl' && owner.recv !== undefined && owner.name.kind === 'Ident' && owner.name.name === 'Push'
  );
}

/** The class that `isinstance` asks for. */
function classOf(cx: Context, type: Type, node: go.Expression): py.Expression | undefined {
  const test = typeTest(cx, name('_'), type, node);
  if (test.kind === 'Call' && test.func.kind === 'Name' && test.func.id === 'isinstance')
    return test.args[1] as py.Expression;
  const [kind] = test.kind === 'Compare' && test.ops[0] === 'is' ? test.comparators : [];
  return kind?.kind === 'Name' ? kind : undefined;
}
