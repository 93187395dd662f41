/** Classes that decorate: an object of the class stands for the function, and is called in its place. */
import type { Facts } from '../../../facts/facts';
import type * as py from '../../../syntax/python/ast';
import { Declined, type Closure, type Env, type Known } from './known';
import * as n from './nodes';
import { methodOf } from './plans';
import { substitutedAll, type Substituting } from './substitution';

/** The object of a class that stands for a function. */
export interface DecoratingObject {
  owner: py.ClassDef;
  init: py.FunctionDef;
  /** What is known while its constructor runs. */
  initEnv: Env;
  /** `__call__` without its first parameter. */
  call: Closure;
}

/** The object that `@Counted` puts in the place of a function. */
export function objectOf(facts: Facts, owner: py.ClassDef, target: Known): DecoratingObject {
  const init = methodOf(owner, '__init__');
  const called = methodOf(owner, '__call__');
  if (!init || !called || methodOf(owner, '__get__')) throw new Declined('a class that is not called');
  const [self, func, ...others] = init.params.map(param => (param.kind === 'Param' ? param : undefined));
  const [initSelf, given] = [symbolOf(facts, self), symbolOf(facts, func)];
  if (!initSelf || !given || others.some(param => !param?.default)) throw new Declined('a constructor');
  const fields = new Map<string, Known>();
  for (const statement of init.body) {
    if (statement.kind !== 'Assign' || statement.value.kind !== 'Name') continue;
    const [to] = statement.targets;
    if (facts.symbolOf(statement.value) !== given || to?.kind !== 'Attribute') continue;
    fields.set(n.idOf(to.attr), target);
  }
  const callSelf = symbolOf(facts, called.params[0]?.kind === 'Param' ? called.params[0] : undefined);
  if (!callSelf) throw new Declined('a method without its object');
  const object: Known = { kind: 'object', name: 'self', fields };
  const initEnv: Env = new Map([
    [given, target],
    [initSelf, { kind: 'object', name: 'self', fields: new Map() } as Known],
  ]);
  const node = { ...called, params: called.params.slice(1) };
  const wraps = init.body.some(one => one.kind === 'Expr' && isUpdate(facts, one.value));
  return {
    owner,
    init,
    initEnv,
    call: { kind: 'closure', node, env: new Map([[callSelf, object]]), wraps, attributes: new Map() },
  };
}

const symbolOf = (facts: Facts, param: py.ParamNode | undefined): ReturnType<Facts['symbolOf']> =>
  param?.name ? facts.symbolOf(param.name) : undefined;

function isUpdate(facts: Facts, node: py.Expression): boolean {
  if (node.kind !== 'Call') return false;
  if (node.func.kind === 'Call') return facts.qualifiedName(node.func.func) === 'functools.wraps';
  return facts.qualifiedName(node.func) === 'functools.update_wrapper';
}

/** The class of the object, its `__call__` written for the function. */
export function objectClass(
  x: Substituting,
  object: DecoratingObject,
  name: string,
  called: py.FunctionDef,
): py.ClassDef {
  const { owner, init } = object;
  const [self] = init.params;
  const body = init.body.filter(one => {
    if (one.kind === 'Expr') return !isUpdate(x.facts, one.value);
    const value = one.kind === 'Assign' && one.value.kind === 'Name' ? x.facts.symbolOf(one.value) : undefined;
    return !(value && object.initEnv.get(value)?.kind === 'target');
  });
  const made = substitutedAll(x, body, object.initEnv);
  const constructor: py.FunctionDef = {
    ...x.rewritten({ ...init, body: [] }),
    params: self ? [x.rewritten(self)] : [],
    body: made.length > 0 ? made : [{ kind: 'Pass', start: -1, end: -1 }],
  };
  const others = owner.body.filter(
    one => one !== init && !(one.kind === 'FunctionDef' && n.idOf(one.name) === '__call__'),
  );
  const call = { ...called, params: [n.param('self'), ...called.params] };
  return {
    ...owner,
    name: n.name(name),
    body: [...(made.length > 0 ? [constructor] : []), ...others.map(one => x.rewritten(one)), call],
  };
}
