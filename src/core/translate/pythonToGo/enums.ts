/** Enums: a type over numbers or texts, its constants, and methods for name and text. */
import { type Type, str } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import * as g from '../goNodes';
import { guardedMethod } from './classes';
import { coerce } from './coerce';
import { type Context } from './context';
import { enumAttributes, isEnumInit } from './enumAttributes';
import { canonicalMembers, enumForm, enumMembers, enumValue, enumValueType, isFlags, printsValue } from './enumModel';
import { expression } from './expressions';
import { reprOf } from './formatting';
import { docComments, splitDocstring } from './functions';
import type { ClassModel } from './models';
import { pure } from './value';

export function enumDeclarations(c: Context, model: ClassModel): go.Declaration[] {
  const { doc } = splitDocstring(model.node.body);
  const type = g.typeDecl(model.goName, g.ident(enumForm(model) === 'str' ? 'string' : 'int'));
  const comments = docComments(doc);
  if (comments.length > 0) type.comments = comments;
  const made: go.Declaration[] = [type];
  if (enumMembers(model).length > 0) made.push(constants(model));
  made.push(nameMethod(model));
  if (!printsValue(model) && !model.methods.has('__str__')) made.push(stringMethod(model));
  if (enumForm(model) === 'place') made.push(valueMethod(c, model));
  made.push(...enumAttributes(c, model));
  for (const [name, method] of model.methods) {
    if (!(name === '__init__' && isEnumInit(method))) made.push(...guardedMethod(c, model, method));
  }
  return made;
}

/** The constants, counted by `iota` where their values follow each other. */
function constants(model: ClassModel): go.GenDecl {
  const form = enumForm(model);
  const members = enumMembers(model);
  const type = g.ident(model.goName);
  const counted = counter(model);
  const own = members.filter(member => !member.isAlias && (!counted || canonicalMembers(model).includes(member)));
  const specs = own.map((member, i) => {
    if (counted) return i === 0 ? g.valueSpec(member.goName, type, [counted]) : g.valueSpec(member.goName, undefined);
    const constant = member.constant ?? i;
    return g.valueSpec(member.goName, type, [form === 'str' ? g.str(String(constant)) : g.int(String(constant))]);
  });
  for (const member of members) {
    if (own.includes(member)) continue;
    const first = members.find(one => !one.isAlias && one.constant === member.constant);
    const given = member.isAlias && first ? g.ident(first.goName) : composed(model, member.constant);
    specs.push(g.valueSpec(member.goName, type, [given]));
  }
  const made = g.constDecl(specs, true);
  made.blank = true;
  return made;
}

/** The first value where each further one follows from it. */
function counter(model: ClassModel): go.Expression | undefined {
  const form = enumForm(model);
  if (form === 'str') return undefined;
  if (form === 'place') return g.ident('iota');
  const values = canonicalMembers(model).map(member => Number(member.constant));
  const [first] = values;
  if (isFlags(model)) {
    return first === 1 && values.every((one, i) => one === 2 ** i)
      ? g.binary(g.int(1), '<<', g.ident('iota'))
      : undefined;
  }
  if ((first !== 0 && first !== 1) || !values.every((one, i) => one === first + i)) return undefined;
  return first === 0 ? g.ident('iota') : g.binary(g.ident('iota'), '+', g.int(1));
}

/** A flag of several bits as the flags that it is made of. */
function composed(model: ClassModel, constant: number | string | undefined): go.Expression {
  const bits = Number(constant);
  const parts = canonicalMembers(model).filter(member => (bits & Number(member.constant)) !== 0);
  const covered = parts.reduce((sum, member) => sum | Number(member.constant), 0);
  if (parts.length === 0 || covered !== bits) return g.int(String(bits));
  return parts.map((member): go.Expression => g.ident(member.goName)).reduce((all, one) => g.binary(all, '|', one));
}

const receiver = (model: ClassModel): string => model.goName.charAt(0).toLowerCase();

function method(model: ClassModel, name: string, type: go.Expression, body: go.Statement[]): go.FuncDecl {
  const made = g.funcDecl(name, g.funcType([], [type]), body, g.field(receiver(model), g.ident(model.goName)));
  made.blank = true;
  return made;
}

/** A table of what the members have, by their place. */
export function byPlace(model: ClassModel, elt: go.Expression, items: go.Expression[]): go.Expression {
  const first = enumForm(model) === 'int' ? Number(canonicalMembers(model)[0]?.constant) : 0;
  const list = g.composite({ kind: 'ArrayType', start: -1, end: -1, len: 'auto', elt }, items);
  const place = g.ident(receiver(model));
  return g.index(list, first === 0 ? place : g.binary(place, '-', g.int(first)));
}

/** A method that gives something else for each member. */
export function memberMethod(
  model: ClassModel,
  name: string,
  type: go.Expression,
  items: go.Expression[],
  otherwise: go.Expression,
): go.FuncDecl {
  const isPlaced = enumForm(model) === 'place' || (counter(model) !== undefined && !isFlags(model));
  if (isPlaced) return method(model, name, type, [g.ret(byPlace(model, type, items))]);
  const cases = canonicalMembers(model).map((member, i) => caseOf([g.ident(member.goName)], [g.ret(items[i]!)]));
  return method(model, name, type, [switchOn(g.ident(receiver(model)), cases), g.ret(otherwise)]);
}

const caseOf = (list: go.Expression[], body: go.Statement[]): go.CaseClause => ({
  kind: 'CaseClause',
  start: -1,
  end: -1,
  list,
  isDefault: false,
  body,
});

const switchOn = (tag: go.Expression, cases: go.CaseClause[]): go.SwitchStmt => ({
  kind: 'SwitchStmt',
  start: -1,
  end: -1,
  tag,
  cases,
});

function nameMethod(model: ClassModel): go.FuncDecl {
  const names = canonicalMembers(model).map(member => g.str(member.name));
  if (isFlags(model)) return flagNames(model, names);
  return memberMethod(model, 'Name', g.ident('string'), names, g.str(''));
}

/** Several flags have their names joined; a set of flags with a name of its own has that. */
function flagNames(model: ClassModel, names: go.Expression[]): go.FuncDecl {
  const single = canonicalMembers(model);
  const named = enumMembers(model).filter(member => !member.isAlias && !single.includes(member));
  const list = g.composite(g.sliceType(g.ident('string')), names);
  const flags = g.composite(
    g.sliceType(g.ident(model.goName)),
    single.map(member => g.ident(member.goName)),
  );
  const isSet = g.binary(g.binary(g.ident(receiver(model)), '&', g.ident('flag')), '!=', g.int(0));
  const cases = named.map(member => caseOf([g.ident(member.goName)], [g.ret(g.str(member.name))]));
  return method(model, 'Name', g.ident('string'), [
    ...(cases.length > 0 ? [switchOn(g.ident(receiver(model)), cases)] : []),
    g.declare(g.varDecl('set', g.sliceType(g.ident('string')))),
    g.define('names', list),
    g.rangeStmt('i', 'flag', flags, [
      g.ifStmt(isSet, [
        g.assign(g.ident('set'), g.call('append', g.ident('set'), g.index(g.ident('names'), g.ident('i')))),
      ]),
    ]),
    g.ret(g.pkgCall('strings', 'Join', g.ident('set'), g.str('|'))),
  ]);
}

function stringMethod(model: ClassModel): go.FuncDecl {
  const named = g.binary(g.str(`${model.name}.`), '+', g.method(g.ident(receiver(model)), 'Name'));
  const hasZero = enumMembers(model).some(member => member.constant === 0);
  const body: go.Statement[] = [g.ret(named)];
  if (isFlags(model) && !hasZero) {
    const isNone = g.binary(g.ident(receiver(model)), '==', g.int(0));
    body.unshift(g.ifStmt(isNone, [g.ret(g.str(`${model.name}(0)`))]));
  }
  return method(model, 'String', g.ident('string'), body);
}

function valueMethod(c: Context, model: ClassModel): go.FuncDecl {
  const type = enumValueType(c, model);
  const { before, result } = c.capture(() =>
    canonicalMembers(model).map(member => coerce(c, expression(c, member.value, type), type).node),
  );
  if (before.length > 0) c.gap('these values of an enum have no counterpart here', model.node);
  return memberMethod(model, 'Value', c.goType(type), result, g.nil());
}

/** `<Color.RED: 1>`, as Python shows a member inside of a list. */
export function enumRepr(c: Context, model: ClassModel): go.FuncDecl {
  const self = pure(g.ident(receiver(model)), { kind: 'instance', name: `.${model.name}`, args: [] } satisfies Type);
  const shown = enumValue(c, self, model);
  const text = shown.type.kind === 'str' ? reprOf(c, shown) : reprOf(c, { ...shown, pure: true });
  const parts = [g.str(`<${model.name}.`), g.method(self.node, 'Name'), g.str(': '), text, g.str('>')];
  const body: go.Statement[] = [g.ret(parts.reduce((all, one) => g.binary(all, '+', one)))];
  if (isFlags(model) && !enumMembers(model).some(member => member.constant === 0)) {
    body.unshift(g.ifStmt(g.binary(self.node, '==', g.int(0)), [g.ret(g.str(`<${model.name}: 0>`))]));
  }
  return method(model, 'GoString', c.goType(str), body);
}
