/** Writes the wrapper that a decorator returns as the function that it stands for. */
import type { Facts, Symbol } from '../../../facts/facts';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { isKeyPlace } from './keys';
import { Declined, type Closure, type Env, type Shape } from './known';
import * as n from './nodes';
import { given, parametersFor, type Parameters } from './shapes';
import { substitutedAll, type Substituting } from './substitution';

/** What a wrapper does with its arguments beside handing them on. */
export type Looks = 'nothing' | 'key' | 'parts';

/** Whether a wrapper looks at `args` and `kwargs`, and not only hands them on. */
export function looksAt(facts: Facts, wrapper: Closure, isTarget: (node: NodeBase) => boolean): Looks {
  const symbols = new Set(
    wrapper.node.params.flatMap(param =>
      param.kind === 'Param' && param.name && (param.form === 'star' || param.form === 'doubleStar')
        ? [facts.symbolOf(param.name)]
        : [],
    ),
  );
  let looks: Looks = 'nothing';
  const isOne = (node: NodeBase): boolean => node.kind === 'Name' && symbols.has(facts.symbolOf(node));
  const visit = (root: NodeBase): void =>
    walk(root, node => {
      if (isKeyPlace(facts, node as unknown as py.Node, isOne)) {
        if (looks === 'nothing') looks = 'key';
        return false;
      }
      if (isOne(node) && !isHandedOn(facts, node, isTarget)) looks = 'parts';
      return undefined;
    });
  for (const one of bodyOf(wrapper)) visit(one);
  return looks;
}

function isHandedOn(facts: Facts, node: NodeBase, isTarget: (node: NodeBase) => boolean): boolean {
  const parent = facts.parentOf(node) as py.Node | undefined;
  const isSpread = parent?.kind === 'Starred' || (parent?.kind === 'Keyword' && !parent.arg);
  const call = isSpread ? (facts.parentOf(parent) as py.Node | undefined) : undefined;
  return call?.kind === 'Call' && (isTarget(call.func) || call.args.some(arg => isTarget(arg)));
}

export function bodyOf({ node }: Closure): py.Statement[] {
  return node.kind === 'Lambda' ? [n.ret(node.body)] : node.body;
}

export interface WrapperInput {
  x: Substituting;
  wrapper: Closure;
  /** The function that is decorated. */
  func: py.FunctionDef;
  params: Parameters;
  shape: Shape | undefined;
  name: string;
  decorators: py.Expression[];
}

/** The function of the file that the wrapper is for one shape of calls. */
export function written({ x, wrapper, func, params, shape, name, decorators }: WrapperInput): py.FunctionDef {
  const env: Env = new Map(wrapper.env);
  const own = bind(x, wrapper, params, shape, env);
  const { node } = wrapper;
  const all = [...own, ...(isPlain(wrapper) ? [] : shape ? parametersFor(params, shape) : func.params)];
  const unique = all.filter((param, i) => all.findIndex(one => idOf(one) === idOf(param)) === i);
  rename(x, wrapper, new Set(unique.map(idOf)));
  const body = substitutedAll(x, bodyOf(wrapper), env).filter((one, i) => i > 0 || !isDocstring(one));
  const returns = node.kind === 'FunctionDef' ? resultOf(x.facts, node, func) : undefined;
  const made: py.FunctionDef = {
    kind: 'FunctionDef',
    start: -1,
    end: -1,
    name: n.name(name),
    typeParams: func.typeParams,
    params: x.rewrittenParams(unique),
    ...(returns ? { returns } : {}),
    body: body.length > 0 ? body : [{ kind: 'Pass', start: -1, end: -1 }],
    decorators,
    async: node.kind === 'FunctionDef' ? node.async : func.async,
  };
  return made;
}

const idOf = (param: py.Param): string => (param.kind === 'Param' ? `${param.form}${n.idOf(param.name)}` : '');
const isDocstring = (node: py.Statement): boolean => node.kind === 'Expr' && node.value.kind === 'Str';

/** The wrapper names all of its parameters. */
const isPlain = ({ node }: Closure): boolean =>
  node.params.every(param => param.kind === 'Param' && (param.form === 'plain' || !param.name));

/** Gives the parameters of the wrapper their meaning; the result are those that it names itself. */
function bind(
  x: Substituting,
  wrapper: Closure,
  params: Parameters,
  shape: Shape | undefined,
  env: Env,
): py.ParamNode[] {
  const { tuple, dict } = given(params, shape);
  const all = params.receiver ? [params.receiver, ...params.positional] : params.positional;
  const own: py.ParamNode[] = [];
  let at = 0;
  let keywordOnly = false;
  for (const param of wrapper.node.params) {
    if (param.kind !== 'Param') throw new Declined('a parameter');
    if (param.form === 'star') keywordOnly = true;
    const symbol = param.name && x.facts.symbolOf(param.name);
    if (param.form === 'slash' || !param.name) continue;
    if (!symbol) throw new Declined('a parameter');
    if (param.form === 'star') env.set(symbol, { kind: 'tuple', items: tuple.slice(at) });
    else if (param.form === 'doubleStar') env.set(symbol, { kind: 'dict', items: dict });
    else if (keywordOnly) throw new Declined('a parameter of its own');
    else {
      const of = all[at];
      if (!of || (shape && at >= tuple.length)) throw new Declined('more parameters than the function has');
      env.set(symbol, { kind: 'expression', node: n.name(n.idOf(of.name)) });
      own.push({ ...n.without(of, 'default'), ...(param.default ? { default: param.default } : {}) });
      at++;
    }
  }
  return own;
}

/** Variables of the wrapper that a parameter of the function would hide get other names. */
function rename(x: Substituting, wrapper: Closure, taken: ReadonlySet<string>): void {
  x.renamed.clear();
  const names = new Set([...taken].map(one => one.replace(/^(plain|star|doubleStar)/, '')));
  for (const statement of bodyOf(wrapper)) {
    walk(statement, node => {
      if (node.kind !== 'Name') return;
      const symbol: Symbol | undefined = x.facts.symbolOf(node);
      if (!symbol || !names.has(symbol.name) || wrapper.env.has(symbol)) return;
      const isParameter = symbol.kind === 'parameter' && symbol.scope.node === wrapper.node;
      if (isParameter) return;
      if (symbol.scope.kind === 'module' || symbol.scope.kind === 'builtin') throw new Declined('a hidden name');
      x.renamed.set(symbol, `${symbol.name}_here`);
    });
  }
}

/** The annotated result of the wrapper, where it says more than a type variable. */
function resultOf(facts: Facts, wrapper: py.FunctionDef, func: py.FunctionDef): py.Expression | undefined {
  if (!wrapper.returns) return undefined;
  let isOpen = false;
  walk(wrapper.returns, node => {
    if (node.kind !== 'Name') return;
    const symbol = facts.symbolOf(node);
    if (symbol?.kind === 'typevar' || (node as unknown as py.Name).id === 'Any') isOpen = true;
  });
  if (!isOpen) return wrapper.returns;
  return wrapper.returns.kind === 'Name' && facts.symbolOf(wrapper.returns)?.kind === 'typevar'
    ? func.returns
    : undefined;
}
