/** `isinstance`: known beforehand, or a type assertion. */
import { typeTest } from '../../facts/python/narrowing';
import { type Type, bool, float, int, str } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { wholeError } from './causes';
import { type Context } from './context';
import { type Value, value } from './value';
import { expression, operands } from './expressions';
import { tellApart } from './interfaces';
import { exceptionName } from './modelFacts';
import type { ClassModel } from './models';
import { isAny } from './types';
import { sameType } from './settling';

export function isInstance(c: Context, node: py.Call, args: py.Expression[]): Value {
  const [first, second] = args;
  if (!first || !second) return c.gap('this call has no counterpart here', node);
  const of = expression(c, first);
  const classes = second.kind === 'Tuple' ? second.elts : [second];
  const tests = classes.map(one => instanceTest(c, of, one, node));
  return value(
    tests.reduce((all, test) => g.binary(all, '||', test)),
    bool,
  );
}

const builtinClasses: Record<string, Type> = {
  int,
  float,
  str,
  bool,
  bytes: { kind: 'bytes' },
};

/** Whether the value is of the class that is named; with `exactly`, of no class below it. */
function instanceTest(
  c: Context,
  of: Value,
  node: py.Expression,
  whole: py.Call | py.Compare,
  exactly = false,
): go.Expression {
  const plain = of.type.kind === 'optional' ? of.type.of : of.type;
  if (plain.kind === 'error') {
    const err = wholeError(of.node);
    const test = c.model.exceptions.test(c, err, [exceptionName(node, c)]);
    return test ?? g.binary(err, '!=', g.nil());
  }
  const name = node.kind === 'Name' ? node.id : onlyClassOf(c, node);
  const wanted: Type | undefined =
    builtinClasses[name] ?? (c.model.classes.has(name) ? { kind: 'instance', name: `.${name}`, args: [] } : undefined);
  const exception = exceptionName(node, c);
  const isError = c.model.exceptions.isException(exception) || exception === 'asyncio.CancelledError';
  if (!wanted && isAny(of.type, c) && isError) {
    const err = c.freshLocal('failure');
    const flag = c.flagName();
    c.emit(g.assign([g.ident(err), g.ident(flag)], g.assertType(of.node, g.ident('error'))));
    c.func.locals.set(err, g.ident('error'));
    const test = c.model.exceptions.test(c, g.ident(err), [exception]);
    if (!test)
      c.out[c.out.length - 1] = g.assign([g.ident('_'), g.ident(flag)], g.assertType(of.node, g.ident('error')));
    return test ? g.binary(g.ident(flag), '&&', test) : g.ident(flag);
  }
  if (!wanted) {
    const kind = name === 'list' || name === 'dict' || name === 'set' || name === 'tuple' ? name : undefined;
    if (kind && !isAny(of.type, c)) return g.bool(plain.kind === kind && of.type.kind === kind);
    if (kind) return g.call(c.helper('isKind'), of.node, g.str(kind));
    return c.gap(`isinstance with ${c.sourceOf(node)} has no counterpart here`, whole);
  }
  const from = of.type.kind === 'optional' ? of.type.of : of.type;
  const ofClass = wanted.kind === 'instance' ? c.model.classes.get(wanted.name.slice(1)) : undefined;
  if (exactly && ofClass && ofClass.subclasses.length > 0) return exactTest(c, of, ofClass, whole);
  if (sameType(from, wanted)) return of.type.kind === 'optional' ? g.binary(of.node, '!=', g.nil()) : g.bool(true);
  const written = c.goType(of.type);
  const isInterface = (written.kind === 'Ident' && written.name === 'any') || c.isInterface(of.type);
  if (!isInterface) {
    if (from.kind === 'instance' && wanted.kind === 'instance' && c.model.isSubclass(from.name, wanted.name))
      return g.bool(true);
    if (from.kind === 'bool' && wanted.kind === 'int') return g.bool(true);
    return g.bool(false);
  }
  const model = wanted.kind === 'instance' ? c.model.classes.get(wanted.name.slice(1)) : undefined;
  if (model?.goType.kind === 'interface' && !model.isProtocol && isSharedType(c, of.type)) {
    // Other classes may have the methods of the interface too, so the structs of the family are asked for.
    return c.model
      .familyOf(model)
      .map(one => holdsType(c, of, g.star(g.ident(one.structName))))
      .reduce((all, test) => g.binary(all, '||', test));
  }
  tellApart(c, wanted);
  return holdsType(c, of, c.goType(wanted));
}

/** The class that `type(self)` can only be, for no class stands below it. */
function onlyClassOf(c: Context, node: py.Expression): string {
  const of = typeSubject(c, node);
  const type = of ? c.typeOf(of) : undefined;
  const model = type?.kind === 'instance' ? c.model.classes.get(type.name.slice(1)) : undefined;
  return model?.subclasses.length === 0 ? model.name : '';
}

/** Whether the value is of the class itself, where classes below it have its type too. */
function exactTest(c: Context, of: Value, model: ClassModel, whole: py.Call | py.Compare): go.Expression {
  if (model.goType.kind !== 'interface' || !c.isInterface(of.type)) {
    return c.gap('the class of a value, apart from those below it, is not known in Go here', whole);
  }
  return holdsType(c, of, g.star(g.ident(model.structName)));
}

/** A flag that says whether the value is of a Go type. */
function holdsType(c: Context, of: Value, type: go.Expression): go.Expression {
  const flag = c.flagName();
  c.emit(g.assign([g.ident('_'), g.ident(flag)], g.assertType(of.node, type)));
  return g.ident(flag);
}

const isSharedType = (c: Context, type: Type): boolean =>
  type.kind === 'instance' && c.model.classes.get(type.name.slice(1))?.members !== undefined;

/** `type(x) is int`, `type(x) in (int, float)` and `type(a) is type(b)`. */
export function typeComparison(c: Context, node: py.Compare): Value | undefined {
  const [op] = node.ops;
  const [right] = node.comparators;
  const [left, other] = [node.left, right].map(one => (one ? typeSubject(c, one) : undefined));
  if (node.ops.length !== 1 || !left) return undefined;
  if (other) {
    if (!/^(is|is not|==|!=)$/.test(op!)) return undefined;
    const types = operands(c, [left, other]).map(one => g.pkgCall('reflect', 'TypeOf', one.node));
    return value(g.binary(types[0]!, op === 'is' || op === '==' ? '==' : '!=', types[1]!), bool);
  }
  const test = typeTest(node);
  if (!test) return undefined;
  const of = expression(c, left);
  const tests = test.classes.map(one => instanceTest(c, of, one, node, true));
  const result = tests.reduce((all, one) => g.binary(all, '||', one));
  return value(test.positive ? result : g.not(result), bool);
}

/** `x` in `type(x)` and in `x.__class__`. */
function typeSubject(c: Context, node: py.Expression): py.Expression | undefined {
  if (node.kind === 'Attribute')
    return node.attr.kind === 'Name' && node.attr.id === '__class__' ? node.value : undefined;
  if (node.kind !== 'Call' || node.func.kind !== 'Name' || node.func.id !== 'type' || node.args.length !== 1)
    return undefined;
  if (c.facts.symbolOf(node.func)?.kind !== 'builtin') return undefined;
  const [only] = node.args;
  return only?.kind === 'Keyword' || only?.kind === 'Starred' ? undefined : only;
}

/** `issubclass(exc_type, AppError)` in an `__exit__`, where the class of an error is asked of the error. */
export function isSubclassCall(c: Context, node: py.Call, args: py.Expression[]): Value {
  const [first] = args;
  const of = first && expression(c, first);
  const type = of?.type.kind === 'optional' ? of.type.of : of?.type;
  if (type?.kind !== 'error') return c.gap('issubclass has no counterpart here', node);
  return isInstance(c, node, args);
}
