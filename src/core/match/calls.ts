/**
 * Calls go by parameter: positional or by keyword, in any order. With a known signature a positional argument and a
 * keyword may stand for each other; without one, positions match positions and keywords match keywords.
 */
import type { FunctionType } from '../facts/types';
import type { CallExpr } from '../syntax/go/ast';
import type { Meta, NodeBase } from '../syntax/node';
import type { Call, Keyword } from '../syntax/python/ast';
import { nameOf } from './resolve';
import type { Next } from './state';
import { bindDefault, isMany, unify, unifyFields, unifyList, type Attempt } from './unify';

export function unifyCall(at: Attempt, pattern: NodeBase, code: NodeBase, next: Next): boolean {
  if (pattern.kind === 'CallExpr') return unifyFields(at, pattern, code, ['fun', 'ellipsis', 'args'], next);
  const [wanted, found] = [pattern as Call, code as Call];
  return unify(at, wanted.func, found.func, () =>
    unifyArguments(at, wanted.args, found.args, signatureFor(at, wanted, found), next),
  );
}

/** A signature costs the type of the receiver. Without keywords on either side the positions say it all. */
function signatureFor(at: Attempt, pattern: Call, code: Call): FunctionType | undefined {
  const named = (argument: NodeBase): boolean => argument.kind === 'Keyword';
  return pattern.args.some(named) || code.args.some(named) ? at.facts.signatureOf(code.func) : undefined;
}

export function isCall(node: NodeBase): node is Call | CallExpr {
  return node.kind === 'Call' || node.kind === 'CallExpr';
}

/** Arguments by the parameter that they are for, and those that no parameter can be named for. */
interface Slots {
  byParameter: Map<string, NodeBase>;
  rest: NodeBase[];
}

/** The arguments of a call, or the bases of a class, which have no signature. */
export function unifyArguments(
  at: Attempt,
  patterns: Call['args'],
  codes: Call['args'],
  signature: FunctionType | undefined,
  next: Next,
): boolean {
  const holes = patterns.filter(isMany);
  const [hole] = holes;
  const behind = hole ? patterns.slice(patterns.indexOf(hole) + 1) : [];
  // `f($$$ARGS, $LAST)` counts from the end: only the order can tell.
  if (holes.length > 1 || behind.some(argument => argument.kind !== 'Keyword')) {
    return unifyList(at, patterns, codes, next);
  }
  const wanted = slots(
    patterns.filter(argument => !isMany(argument)),
    signature,
  );
  const found = slots(codes, signature);
  // What is unpacked (`*xs`, `**kw`) may be for any parameter: the pattern has to say the same, or take it all.
  if (wanted.rest.length) return unifyList(at, patterns, codes, next);

  const names = [...wanted.byParameter.keys()];
  const left = new Map(found.byParameter);
  const step = (i: number): boolean => {
    const name = names[i];
    if (name === undefined) return finish();
    const pattern = wanted.byParameter.get(name)!;
    const code = left.get(name);
    if (!code) return bindDefault(at, pattern, () => step(i + 1));
    left.delete(name);
    return unify(at, pattern, code, () => step(i + 1)) || (left.set(name, code), false);
  };
  const finish = (): boolean => {
    const others = codes.filter(
      argument => found.rest.includes(argument) || [...left.values()].includes(valueOf(argument)),
    );
    if (hole) return at.state.bind(hole as Meta, others, next);
    return others.length === 0 && next();
  };
  return step(0);
}

function valueOf(argument: NodeBase): NodeBase {
  return argument.kind === 'Keyword' ? (argument as Keyword).value : argument;
}

function slots(args: Call['args'], signature: FunctionType | undefined): Slots {
  const slots: Slots = { byParameter: new Map(), rest: [] };
  const params = signature?.params ?? [];
  // A method that is called on its class has its receiver among the parameters.
  const positional = params.filter(param => !param.keywordOnly);
  let position = 0;
  let unpacked = false;
  for (const argument of args) {
    if (argument.kind === 'Starred') {
      slots.rest.push(argument);
      unpacked = true;
    } else if (argument.kind === 'Keyword') {
      if (argument.arg && argument.arg.kind === 'Name') slots.byParameter.set(nameOf(argument.arg), argument.value);
      else slots.rest.push(argument);
    } else if (unpacked) slots.rest.push(argument);
    else {
      const param = positional[position];
      const named = param && !param.variadic ? param.name : undefined;
      slots.byParameter.set(named ?? `#${position}`, argument);
      position++;
    }
  }
  return slots;
}
