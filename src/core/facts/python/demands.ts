/** What a place wants of the value that stands there: parameters of calls, annotations of returns and of assignments. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { finish, matchArguments, unify } from '../functions';
import { unknown, type FunctionType, type Type } from '../types';
import { annotationType } from './annotations';
import { signatureFor } from './calls';
import { asPython, type PythonContext } from './context';
import { elementOf } from './iteration';
import { memberOf } from './members';
import { argumentsOf } from './operands';

/** What is wanted of an expression by its place; `unknown` where it takes anything. */
export function demandedType(cx: PythonContext, node: NodeBase): Type {
  const parent = cx.tree.parentOf(node);
  if (!parent) return unknown;
  const n = asPython(parent);
  switch (n.kind) {
    case 'Keyword': {
      const call = cx.tree.parentOf(n);
      return call?.kind === 'Call' ? demandOfArgument(cx, call as py.Call, node) : unknown;
    }
    case 'Call':
      return n.func === node ? unknown : demandOfArgument(cx, n, node);
    case 'Return':
      return demandOfReturn(cx, n);
    case 'AnnAssign':
      return n.value === node ? annotationType(cx, n.annotation, cx.module.scopeOf(n)) : unknown;
    case 'Assign':
      return n.value === node ? demandOfTarget(cx, n.targets[0]) : unknown;
    case 'IfExp':
      return n.test === node ? unknown : demandedType(cx, n);
    case 'Param':
      return n.default === node && n.annotation ? annotationType(cx, n.annotation, cx.module.scopeOf(n)) : unknown;
    default:
      return unknown;
  }
}

/** Only what was declared counts: the type of a variable comes from its values, and would come back to this one. */
function demandOfTarget(cx: PythonContext, target: py.Expression | undefined): Type {
  if (target?.kind === 'Name') {
    const symbol = cx.module.symbolOf(target);
    const declared = symbol?.bindings.find(binding => binding.kind === 'annotated');
    return declared?.kind === 'annotated' && symbol ? annotationType(cx, declared.annotation, symbol.scope) : unknown;
  }
  if (target?.kind === 'Attribute' && target.attr.kind === 'Name') {
    const owner = cx.typeOf(target.value);
    const info = owner.kind === 'instance' ? cx.classNamed(owner.name) : undefined;
    const bindings = [
      ...(info?.scope.symbols.get(target.attr.id)?.bindings ?? []),
      ...(info?.instanceFields().get(target.attr.id)?.bindings ?? []),
    ];
    const declared = bindings.find(binding => binding.kind === 'annotated');
    return declared?.kind === 'annotated' ? (memberOf(cx, owner, target.attr.id)?.type() ?? unknown) : unknown;
  }
  return unknown;
}

function demandOfReturn(cx: PythonContext, n: py.Return): Type {
  for (let up = cx.tree.parentOf(n); up; up = cx.tree.parentOf(up)) {
    const func = asPython(up);
    if (func.kind === 'Lambda' || func.kind === 'ClassDef') return unknown;
    if (func.kind === 'FunctionDef') {
      return func.returns ? annotationType(cx, func.returns, cx.module.scopeOf(func)) : unknown;
    }
  }
  return unknown;
}

function demandOfArgument(cx: PythonContext, call: py.Call, node: NodeBase): Type {
  const signature = signatureFor(cx, call, node);
  if (!signature) return unknown;
  const args = argumentsOf(call);
  const { targets } = matchArguments(signature.params, args);
  const at = args.findIndex(arg => arg.node === node);
  const wanted = targets[at]?.type;
  if (!wanted) return unknown;
  return finish(wanted, bindingsWithout(cx, signature, call, node));
}

/** Type variables as the other arguments bind them: `key` in `sorted(words, key=…)` takes what `words` holds. */
function bindingsWithout(cx: PythonContext, signature: FunctionType, call: py.Call, node: NodeBase): Map<string, Type> {
  const by = new Map<string, Type>();
  const args = argumentsOf(call);
  const { targets } = matchArguments(signature.params, args);
  args.forEach((arg, i) => {
    const param = targets[i];
    // Another lambda would ask for this one in turn.
    if (!param || arg.node === node || arg.node.kind === 'Lambda') return;
    unify(param.type, cx.typeOf(arg.node), by, type => elementOf(cx, type));
  });
  return by;
}
