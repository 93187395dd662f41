/** How the functions of the file are called: a wrapper that looks at `args` sees what its callers wrote. */
import type { Facts } from '../../../facts/facts';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { Declined, shapeKey, type Known, type Shape } from './known';
import * as n from './nodes';

/** The parameters of a function by their forms. */
export interface Parameters {
  /** `self` or `cls`, where the function is a method that has it. */
  receiver: py.ParamNode | undefined;
  positional: py.ParamNode[];
  keywordOnly: py.ParamNode[];
  star: py.ParamNode | undefined;
  doubleStar: py.ParamNode | undefined;
}

export function parametersOf(func: py.FunctionDef, hasReceiver: boolean): Parameters {
  const made: Parameters = {
    receiver: undefined,
    positional: [],
    keywordOnly: [],
    star: undefined,
    doubleStar: undefined,
  };
  let keywordOnly = false;
  for (const param of func.params) {
    if (param.kind !== 'Param') throw new Declined('a parameter');
    if (param.form === 'star') {
      keywordOnly = true;
      if (param.name) made.star = param;
    } else if (param.form === 'doubleStar') made.doubleStar = param;
    else if (param.form === 'slash' || !param.name) continue;
    else if (keywordOnly) made.keywordOnly.push(param);
    else made.positional.push(param);
  }
  if (hasReceiver) made.receiver = made.positional.shift();
  if (hasReceiver && !made.receiver) throw new Declined('a method without its object');
  return made;
}

/** `args` and `kwargs` of a wrapper for calls of a shape; without one, for calls that give everything. */
export function given(
  params: Parameters,
  shape: Shape | undefined,
): { tuple: py.Expression[]; dict: (Known & { kind: 'dict' })['items'] } {
  const self = params.receiver ? [value(params.receiver)] : [];
  if (shape) {
    return {
      tuple: [...self, ...params.positional.slice(0, shape.positional).map(value)],
      dict: shape.keywords.map(name => ({ name, value: n.name(name) })),
    };
  }
  const rest = params.star ? [{ kind: 'Starred', start: -1, end: -1, value: value(params.star) } as py.Starred] : [];
  const others = params.doubleStar ? [{ name: '', value: value(params.doubleStar) }] : [];
  return {
    tuple: [...self, ...params.positional.map(value), ...rest],
    dict: [...params.keywordOnly.map(one => ({ name: n.idOf(one.name), value: value(one) })), ...others],
  };
}

const value = (param: py.ParamNode): py.Expression => n.name(n.idOf(param.name));

/** The parameters of a wrapper for calls of a shape. */
export function parametersFor(params: Parameters, shape: Shape): py.ParamNode[] {
  const named = [...params.positional.slice(shape.positional), ...params.keywordOnly].filter(param =>
    shape.keywords.includes(n.idOf(param.name)),
  );
  const all = [...params.positional.slice(0, shape.positional), ...named];
  const bare = all.map((param): py.ParamNode => n.without(param, 'default'));
  return params.receiver ? [params.receiver, ...bare] : bare;
}

/** Every call of a function in the file, with its shape. */
export interface ShapedCall {
  call: py.Call;
  shape: Shape;
}

/** The calls of the file by the name of what is called. */
export class Calls {
  private byAttribute: Map<string, py.Call[]> | undefined;

  constructor(
    private readonly facts: Facts,
    private readonly roots: readonly NodeBase[],
  ) {}

  /** The calls of a function; methods are told apart by their names alone. */
  of(func: py.FunctionDef, isMethod: boolean): ShapedCall[] {
    const uses = isMethod ? this.attributeCalls(n.idOf(func.name)) : this.nameCalls(func);
    return uses.map(call => ({ call, shape: shapeOf(call) }));
  }

  /** The calls of a class. */
  ofClass(owner: py.ClassDef): ShapedCall[] {
    return this.nameCalls(owner).map(call => ({ call, shape: shapeOf(call) }));
  }

  private nameCalls(func: py.FunctionDef | py.ClassDef): py.Call[] {
    const uses = this.facts.symbolOf(func.name)?.uses ?? [];
    return uses.flatMap(use => {
      const parent = this.facts.parentOf(use) as py.Node | undefined;
      return parent?.kind === 'Call' && parent.func === use ? [parent] : [];
    });
  }

  private attributeCalls(name: string): py.Call[] {
    if (!this.byAttribute) {
      const found = new Map<string, py.Call[]>();
      for (const root of this.roots) {
        walk(root, any => {
          const node = any as unknown as py.Node;
          if (node.kind !== 'Call' || node.func.kind !== 'Attribute') return;
          const id = n.idOf(node.func.attr);
          found.set(id, [...(found.get(id) ?? []), node]);
        });
      }
      this.byAttribute = found;
    }
    return this.byAttribute.get(name) ?? [];
  }
}

function shapeOf(call: py.Call): Shape {
  const shape: Shape = { positional: 0, keywords: [] };
  for (const arg of call.args) {
    if (arg.kind === 'Starred' || (arg.kind === 'Keyword' && arg.arg?.kind !== 'Name')) throw new Declined('a spread');
    if (arg.kind === 'Keyword') shape.keywords.push(n.idOf(arg.arg));
    else shape.positional++;
  }
  return shape;
}

/** The shapes of the calls without doubles, the likeliest to be used as a value first. */
export function distinctShapes(calls: readonly ShapedCall[], params: Parameters): Shape[] {
  const shapes = new Map(calls.map(({ shape }) => [shapeKey(shape), shape]));
  const required = params.positional.filter(param => !param.default).length;
  if (shapes.size === 0) return [{ positional: required, keywords: [] }];
  return [...shapes.values()].sort((a, b) => distance(a, required) - distance(b, required));
}

const distance = (shape: Shape, required: number): number =>
  shape.keywords.length * 10 + Math.abs(shape.positional - required);
