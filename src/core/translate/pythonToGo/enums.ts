/** Enums: an integer type, its constants, and methods for name and value. */
import { type Type, str } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import * as g from '../goNodes';
import { enumMembers, enumValueType, isAuto } from './classModel';
import { guardedMethod } from './classes';
import { coerce } from './coerce';
import { type Context } from './context';
import { expression } from './expressions';
import { docComments, splitDocstring } from './functions';
import type { ClassModel } from './models';

export function enumDeclarations(c: Context, model: ClassModel): go.Declaration[] {
  const members = enumMembers(model);
  const { doc } = splitDocstring(model.node.body);
  const type = g.typeDecl(model.goName, g.ident('int'));
  const comments = docComments(doc);
  if (comments.length > 0) type.comments = comments;
  const isCounted = members.every(
    (member, i) => isAuto(member.value) || (member.value.kind === 'Int' && Number(member.value.value) === i + 1),
  );
  const specs = members.map((member, i) =>
    i === 0
      ? g.valueSpec(member.goName, g.ident(model.goName), [
          isCounted ? g.binary(g.ident('iota'), '+', g.int(1)) : g.ident('iota'),
        ])
      : g.valueSpec(member.goName, undefined, []),
  );
  const constants = g.constDecl(specs, true);
  constants.blank = true;
  const letter = model.goName.charAt(0).toLowerCase();
  const made: go.Declaration[] = [type, constants];
  made.push(
    memberMethod(
      model,
      letter,
      'Name',
      str,
      c,
      members.map(member => g.str(member.name)),
    ),
    stringMethod(model, letter),
    valueMethod(c, model, letter, isCounted),
  );
  for (const [, method] of model.methods) made.push(...guardedMethod(c, model, method));
  return made;
}

/** A method that looks the member up in a list. */
function memberMethod(
  model: ClassModel,
  letter: string,
  name: string,
  type: Type,
  c: Context,
  items: go.Expression[],
): go.FuncDecl {
  const isCounted = enumMembers(model).every(
    (member, i) => isAuto(member.value) || (member.value.kind === 'Int' && Number(member.value.value) === i + 1),
  );
  const list = g.composite({ kind: 'ArrayType', start: -1, end: -1, len: 'auto', elt: c.goType(type) }, items);
  const at = isCounted ? g.binary(g.ident(letter), '-', g.int(1)) : g.ident(letter);
  const made = g.funcDecl(
    name,
    g.funcType([], [c.goType(type)]),
    [g.ret(g.index(list, at))],
    g.field(letter, g.ident(model.goName)),
  );
  made.blank = true;
  return made;
}

function stringMethod(model: ClassModel, letter: string): go.FuncDecl {
  const made = g.funcDecl(
    'String',
    g.funcType([], [g.ident('string')]),
    [g.ret(g.binary(g.str(`${model.name}.`), '+', g.method(g.ident(letter), 'Name')))],
    g.field(letter, g.ident(model.goName)),
  );
  made.blank = true;
  return made;
}

function valueMethod(c: Context, model: ClassModel, letter: string, isCounted: boolean): go.FuncDecl {
  const type = enumValueType(model);
  if (isCounted) {
    const made = g.funcDecl(
      'Value',
      g.funcType([], [g.ident('int')]),
      [g.ret(g.call('int', g.ident(letter)))],
      g.field(letter, g.ident(model.goName)),
    );
    made.blank = true;
    return made;
  }
  const items = enumMembers(model).map(member => coerce(c, expression(c, member.value), type).node);
  return memberMethod(model, letter, 'Value', type, c, items);
}
