/** Members of enums by their name, `Op["ADD"]`, and by their value, `Role("admin")`. */
import { int, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { goName } from '../names';
import { coerce } from './coerce';
import type { Context } from './context';
import { expression } from './expressions';
import { reprOf } from './formatting';
import type { ClassModel } from './models';
import { enumForm, enumValue, isFlags } from './enumModel';
import { pure, value, type Value } from './value';

type By = 'Name' | 'Value';

const asked = new WeakMap<ClassModel, Set<By>>();

const lookupName = (model: ClassModel, by: By): string =>
  goName(`${model.goName}_${by === 'Name' ? 'named' : 'of'}`, 'function', false);

/** The member that a key means; what no member has fails as in Python. */
export function enumLookup(c: Context, model: ClassModel, key: py.Expression, by: By): Value {
  const type: Type = by === 'Name' ? { kind: 'str' } : c.model.enumValueType(model.name);
  if (by === 'Value' && isFlags(model)) {
    c.notes.assume(`a number that is taken for a ${model.name} has no bits but those of its flags`);
    return value(g.call(model.goName, coerce(c, expression(c, key), int).node), {
      kind: 'instance',
      name: `.${model.name}`,
      args: [],
    });
  }
  const given = c.temporary(coerce(c, expression(c, key), type), by === 'Name' ? 'name' : 'value');
  asked.set(model, (asked.get(model) ?? new Set()).add(by));
  const own: Type = { kind: 'instance', name: `.${model.name}`, args: [] };
  const member = g.ident(c.takeResultNames([own])?.[0] ?? c.freshLocal('member'));
  const flag = g.ident(c.flagName());
  c.declareLocal(member.name, own);
  c.emit(g.assign([member, flag], g.call(lookupName(model, by), given.node)));
  const shown = reprOf(c, given);
  const name = by === 'Name' ? 'builtins.KeyError' : 'builtins.ValueError';
  const message = by === 'Name' ? shown : g.binary(shown, '+', g.str(` is not a valid ${model.name}`));
  c.emit(g.ifStmt(g.not(flag), c.failOrPanic(c.model.exceptions.make(c, name, message), name)));
  return pure(member, own);
}

/** The functions that look members up, as far as they are used. */
export function enumLookups(c: Context): go.FuncDecl[] {
  return [...c.model.classes.values()].flatMap(model =>
    [...(asked.get(model) ?? [])].map(by => {
      const type: Type = by === 'Name' ? { kind: 'str' } : c.model.enumValueType(model.name);
      const members = (c.model.enumMembers(model.name) ?? []).map(g.ident);
      const own: Type = { kind: 'instance', name: `.${model.name}`, args: [] };
      const member = pure(g.ident('member'), own);
      const shown = by === 'Name' ? g.method(member.node, 'Name') : enumValue(c, member, model).node;
      const test = g.binary(shown, '==', g.ident('wanted'));
      const list = g.composite(g.sliceType(g.ident(model.goName)), members);
      const made = g.funcDecl(
        lookupName(model, by),
        g.funcType([g.field('wanted', c.goType(type))], [g.ident(model.goName), g.ident('bool')]),
        [
          g.rangeStmt(undefined, 'member', list, [g.ifStmt(test, [g.ret(g.ident('member'), g.bool(true))])]),
          g.ret(enumForm(model) === 'str' ? g.str('') : g.int(0), g.bool(false)),
        ],
      );
      made.blank = true;
      made.comments = [
        { text: ` ${lookupName(model, by)} finds a member by its ${by.toLowerCase()}.`, place: 'before' },
      ];
      return made;
    }),
  );
}

/** The enum that a name in the code stands for. */
export function enumNamed(c: Context, node: py.Expression): ClassModel | undefined {
  if (node.kind !== 'Name' || c.facts.symbolOf(node)?.kind !== 'class') return undefined;
  const model = c.model.classes.get(node.id);
  return model?.kind === 'enum' ? model : undefined;
}
