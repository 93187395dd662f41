/** The facts of a Python document. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { noEffects } from '../effects';
import type { Facts, NeighbourModule, Versions } from '../facts';
import { unknown } from '../types';
import { calleeType, pickOverload } from './calls';
import { asPython, type PythonContext } from './context';
import { typeDeclaration } from './declarations';
import { demandedType } from './demands';
import { effectsOf, effectsOfCall, isPure } from './effects';
import { createEngine } from './engine';
import { valueCalls } from './functionFlow';
import { allBases } from './instances';
import { isUnusedAfter } from './liveness';
import type { PythonModule } from './module';
import { moduleInParts } from './parts';

/** Makes the facts of a lowered Python file. Names are bound at once, everything else when it is asked for. */
export function createPythonFacts(
  file: py.PythonFile,
  versions: Versions,
  neighbours: readonly NeighbourModule[],
): Facts {
  const engineFor = (module?: PythonModule): PythonContext => createEngine(file, neighbours, module);
  const cx = engineFor();
  const facts = factsOf(cx, versions);
  let inParts: Facts | undefined;
  return {
    ...facts,
    inParts() {
      if (inParts) return inParts;
      const module = moduleInParts(cx, engineFor);
      return (inParts = module ? factsOf(engineFor(module), versions) : facts);
    },
  };
}

function factsOf(cx: PythonContext, versions: Versions): Facts {
  return {
    language: 'python',
    versions,
    module: cx.module.scope,
    symbolOf: name => cx.module.symbolOf(name),
    scopeOf: node => cx.module.scopeOf(node),
    qualifiedName: expression => cx.resolve(expression)?.qualified,
    typeOf: expression => cx.typeOf(expression),
    signatureOf(callee) {
      const resolved = cx.resolve(callee);
      const call = cx.tree.parentOf(callee);
      if (resolved?.overloads && call?.kind === 'Call' && (call as py.Call).func === callee) {
        return pickOverload(cx, resolved.overloads, call as py.Call).type;
      }
      return calleeType(cx, callee);
    },
    typeDeclaration: name => typeDeclaration(cx, name),
    basesOf: type => allBases(cx, type),
    valueCalls: () => valueCalls(cx),
    expectedType: expression => demandedType(cx, expression) ?? unknown,
    parentOf: node => cx.tree.parentOf(node),
    effectsOf: func => (isFunction(func) ? effectsOf(cx, func) : noEffects()),
    effectsOfCall(call) {
      const n = asPython(call);
      return n.kind === 'Call' ? effectsOfCall(cx, n) : noEffects();
    },
    isPure: expression => isPure(cx, expression),
    shown: node => cx.trial().shown(node),
    get isTried() {
      return cx.trial().isComplete;
    },
    isUnusedAfter: (symbol, node) => isUnusedAfter(cx, symbol, node),
  };
}

const isFunction = (node: NodeBase): node is py.FunctionDef | py.Lambda =>
  node.kind === 'FunctionDef' || node.kind === 'Lambda';
