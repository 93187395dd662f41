/** `x.name`: fields, properties, members of enums, constants of modules. */
import { fieldNamesOf } from './namedTuples';
import { isNamedTuple } from './modelFacts';
import { int, str, type Type } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { avoidGoKeywords, goName } from '../names';
import { finishCall, methodOf } from './calls';
import { causeOf, isMadeOfSeveral } from './causes';
import { classOfCls } from './classMethods';
import { classVariableValue, nearestField, perClassRead } from './classVariables';
import { enumAttributeMethod } from './enumAttributes';
import { enumValue } from './enumModel';
import { withArticle } from './coerce';
import { typeName } from './typeNames';
import { pure, value, type Value } from './value';
import { type Context } from './context';
import { expression } from './expressions';
import { fieldNames } from './library/csv';
import { namespaceValue } from './library/argparse';
import { libraryField as fieldOfLibrary, moduleAttribute } from './library';
import { asValue } from './functionValues';
import { limitOf } from './library/deques';

export function attribute(c: Context, node: py.Attribute): Value {
  if (node.attr.kind !== 'Name') return c.gap('this has no counterpart here', node);
  const name = node.attr.id;
  const qualified = c.facts.qualifiedName(node);
  const known = qualified === undefined ? undefined : moduleAttribute(c, qualified, node);
  if (known) return known;
  const named = typeName(c, node);
  if (named) return named;
  const ofClass = classAttribute(c, node, name);
  if (ofClass) return ofClass;
  const of = receiver(c, node.value);
  return fieldOf(c, of, name, node);
}

/** The receiver of a selection; Go follows a pointer by itself. */
export function receiver(c: Context, node: py.Expression): Value {
  const of = expression(c, node);
  return of.type.kind === 'optional' ? { ...of, type: of.type.of } : of;
}

/** A field, or the call of a property. */
export function fieldOf(c: Context, of: Value, name: string, node: py.Attribute): Value {
  const { type } = of;
  if (type.kind === 'instance' && type.name.startsWith('.')) {
    const className = type.name.slice(1);
    const model = c.model.classes.get(className);
    if (model?.kind === 'enum') return enumAttribute(c, of, name, node);
    const method = c.model.method(className, name);
    if (method?.binding === 'property')
      return finishCall(c, g.call(methodOf(c, of, method, name)), method.result, method.fallible);
    if (method) return asValue(c, value(g.sel(of.node, method.goName), c.model.functionType(method)), method, node);
    if (name === '_fields' && model && isNamedTuple(model)) return fieldNamesOf(c, model);
    const field = c.model.field(className, name);
    if (!field) return c.gap(`${className} has no field ${name} that is known here`, node);
    if (field.perClass) return perClassRead(c, of, field);
    if (field.constant && !field.isInstance) return pure(g.ident(c.model.classVariable(className, name)), field.type);
    return narrowField(c, value(fieldAccess(c, of, className, name), field.type, of.pure), node);
  }
  if (type.kind === 'instance' && type.name === 'argparse.Namespace') return namespaceValue(c, of, name, node);
  if (type.kind === 'error') return errorField(c, of, name, node);
  if (type.kind === 'list' && name === 'maxlen' && type.detail !== undefined) return value(limitOf(c, type), int);
  const known = c.facts.typeOf(node.value);
  if (name === 'fieldnames' && known.kind === 'instance' && known.name === 'csv.DictReader') return fieldNames(c, of);
  const special = fieldOfLibrary(c, of, name) ?? libraryField(of, name);
  if (special) return special;
  return c.gap(`.${name} of ${withArticle(type)} has no counterpart here`, node);
}

/** A field; through an interface it is read by a method. */
function fieldAccess(c: Context, of: Value, className: string, name: string): Value['node'] {
  const model = c.model.classes.get(className);
  const isSelf = of.node.kind === 'Ident' && of.node.name === c.func.roles['self'];
  if (model?.goType.kind !== 'interface' || isSelf) return g.sel(of.node, fieldName(c, name));
  return g.method(of.node, c.model.getter(model, name));
}

function narrowField(c: Context, of: Value, node: py.Attribute): Value {
  if (of.type.kind !== 'optional') return of;
  const here = c.facts.typeOf(node);
  if (here.kind === 'optional' || here.kind === 'unknown' || here.kind === 'none') return of;
  const inner = of.type.of;
  const isPointer = c.goType(of.type).kind === 'StarExpr' && c.goType(inner).kind !== 'StarExpr';
  return value(isPointer ? g.star(of.node) : of.node, inner, of.pure);
}

/** The Go name of a field. */
export function fieldName(c: Context, name: string): string {
  // encoding/json sees exported fields only.
  const exported = (c.exports && !name.startsWith('_')) || c.model.serializedFields.has(name);
  return avoidGoKeywords(goName(name, 'field', exported));
}

/** `Color.RED`, `Counter.total`: through the class itself. */
function classAttribute(c: Context, node: py.Attribute, name: string): Value | undefined {
  const of = c.facts.typeOf(node.value);
  const className =
    classOfCls(c, node.value) ??
    (of.kind === 'class' && of.name.startsWith('.')
      ? of.name.slice(1)
      : node.value.kind === 'Name' &&
          c.model.classes.has(node.value.id) &&
          c.facts.symbolOf(node.value)?.kind === 'class'
        ? node.value.id
        : undefined);
  if (className === undefined) return undefined;
  const model = c.model.classes.get(className);
  if (!model) return undefined;
  if (model.kind === 'enum') {
    const type: Type = { kind: 'instance', name: `.${className}`, args: [] };
    return pure(g.ident(c.model.enumMember(className, name)), type);
  }
  const method = c.model.method(className, name);
  if (method && (method.binding === 'static' || method.binding === 'class')) {
    return asValue(c, pure(g.ident(method.goName), c.model.functionType(method)), method, node);
  }
  if (method) return pure(g.sel(g.star(g.ident(model.goName)), method.goName), c.model.functionType(method));
  if (name === '_fields' && isNamedTuple(model)) return fieldNamesOf(c, model);
  const field = nearestField(c, model, name);
  if (field?.classValue) return classVariableValue(c, field);
  if (field?.constant) return pure(g.ident(c.model.classVariable(className, name)), field.type);
  return undefined;
}

function enumAttribute(c: Context, of: Value, name: string, node: py.Attribute): Value {
  if (of.type.kind !== 'instance') return c.gap('this has no counterpart here', node);
  const className = of.type.name.slice(1);
  if (name === 'name') return value(g.method(of.node, 'Name'), { kind: 'str' }, of.pure);
  const model = c.model.classes.get(className);
  if (name === 'value' && model) return enumValue(c, of, model);
  const method = c.model.method(className, name);
  if (method?.binding === 'property') return value(g.method(of.node, method.goName), method.result);
  const own = model && enumAttributeMethod(c, model, name);
  if (own) return value(g.method(of.node, own.name), own.type, of.pure);
  return c.gap(`.${name} of an enum has no counterpart here`, node);
}

/** What an exception carries, beside its message. */
function errorField(c: Context, of: Value, name: string, node: py.Attribute): Value {
  const className = of.type.kind === 'error' && of.type.name?.startsWith('.') ? of.type.name.slice(1) : undefined;
  const field = className === undefined ? undefined : c.model.field(className, name);
  if (field?.perClass) return perClassRead(c, of, field);
  if (field?.classValue && !field.isInstance) return classVariableValue(c, field);
  if (field) return value(g.sel(of.node, fieldName(c, name)), field.type);
  const jsonPart = { msg: 1, lineno: 2, colno: 3, pos: 4 }[name];
  if (jsonPart !== undefined && of.type.kind === 'error' && of.type.name === 'json.JSONDecodeError') {
    const part = g.index(g.call(c.helper('jsonErrorParts'), of.node), g.int(jsonPart));
    return jsonPart === 1 ? value(part, str) : value(g.call(c.helper('must'), g.pkgCall('strconv', 'Atoi', part)), int);
  }
  if (name === '__cause__') return causeOf(c, of);
  if (name === 'args') return argsOf(c, of, node);
  return c.gap(`.${name} of an exception has no counterpart here`, node);
}

/** The values that an exception was made with, which is its message as a rule. */
function argsOf(c: Context, of: Value, node: py.Attribute): Value {
  const name = of.type.kind === 'error' ? (of.type.name ?? '') : '';
  const own = c.model.classes.get(name.slice(1));
  const isOther = name !== '' && c.model.isSubclass(name, 'builtins.OSError');
  if (isMadeOfSeveral(c) || isOther || (own && c.model.method(own.name, '__str__'))) {
    return c.gap('the args of an exception have no counterpart in Go', node);
  }
  c.notes.assume('an exception whose args are looked at was made with one text alone');
  const args: Type = { kind: 'list', elt: { kind: 'str' }, form: 'tuple' };
  // The message of a KeyError shows the key as it is written in code.
  const message = g.method(of.node, 'Error');
  const only = name === 'builtins.KeyError' ? g.call(c.helper('unquoted'), message) : message;
  return value(g.composite(c.goType(args), [only]), args, true);
}

/** Fields of the library's values that are methods or arithmetic in Go. */
function libraryField(of: Value, name: string): Value | undefined {
  const { type, node } = of;
  if (type.kind === 'tuple') return undefined;
  if (type.kind !== 'instance') return undefined;
  const integer: Type = { kind: 'int' };
  if (/^datetime\.(date|time|datetime)$/.test(type.name)) {
    const names: Record<string, string> = {
      year: 'Year',
      day: 'Day',
      hour: 'Hour',
      minute: 'Minute',
      second: 'Second',
    };
    const go = names[name];
    if (go) return value(g.method(node, go), integer, of.pure);
    if (name === 'month') return value(g.call('int', g.method(node, 'Month')), integer, of.pure);
  }
  return undefined;
}
