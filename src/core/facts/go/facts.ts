/** The facts of a Go document. */
import { goLibrary } from '../../library/go';
import type { NodeBase } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import { noEffects } from '../effects';
import type { Facts, NeighbourModule, Versions } from '../facts';
import { createMemo } from '../memo';
import { createTree } from '../tree';
import type { Type } from '../types';
import { signatureOf } from './calls';
import { asGo, createAnonymous, createMemories, type GoContext } from './context';
import { typeDeclaration } from './declarations';
import { expectedType } from './demands';
import { effectsOf, effectsOfCall, isPure } from './effects';
import { typeOf } from './expressions';
import { isUnusedAfter } from './liveness';
import { embeddedIn, underlyingOf } from './members';
import { linkModule } from './module';
import { resolve } from './resolve';
import { functionType, typeNamedBy } from './typeExpressions';
import { typeOfSymbol } from './variables';

/** Makes the facts of a lowered Go file. Names are bound at once, everything else when it is asked for. */
export function createGoFacts(file: go.GoFile, versions: Versions, neighbours: readonly NeighbourModule[]): Facts {
  const tree = createTree(file);
  const beside = neighbours.map(one => one.file as go.GoFile);
  const cx: GoContext = {
    module: linkModule(file, beside, tree, goLibrary),
    tree,
    memo: createMemo(),
    library: goLibrary,
    typeOf: node => typeOf(cx, node),
    resolve: node => resolve(cx, node),
    typeOfSymbol: symbol => typeOfSymbol(cx, symbol),
    typeNamedBy: node => typeNamedBy(cx, node),
    functionType: type => functionType(cx, type),
    anonymous: createAnonymous(),
    memories: createMemories(),
  };
  return {
    language: 'go',
    versions,
    module: cx.module.scope,
    symbolOf: name => cx.module.symbolOf(name),
    scopeOf: node => cx.module.scopeOf(node),
    qualifiedName: expression => cx.resolve(expression)?.qualified,
    typeOf: expression => cx.typeOf(expression),
    signatureOf: callee => signatureOf(cx, callee),
    typeDeclaration: name => typeDeclaration(cx, name),
    basesOf: type => basesOf(cx, type),
    valueCalls: () => [],
    expectedType: expression => expectedType(cx, expression),
    parentOf: node => tree.parentOf(node),
    effectsOf: func => (isFunction(func) ? effectsOf(cx, func) : noEffects()),
    effectsOfCall(call) {
      const n = asGo(call);
      return n.kind === 'CallExpr' ? effectsOfCall(cx, n) : noEffects();
    },
    isPure: expression => isPure(cx, expression),
    isUnusedAfter: (symbol, node) => isUnusedAfter(cx, symbol, node),
  };
}

const isFunction = (node: NodeBase): node is go.FuncDecl | go.FuncLit =>
  node.kind === 'FuncDecl' || node.kind === 'FuncLit';

/** What a named type is made of, then what it embeds, nearest first. */
function basesOf(cx: GoContext, type: Type): Type[] {
  const found: Type[] = [];
  const under = underlyingOf(cx, type);
  if (type.kind === 'instance' && under !== type && under.kind !== 'instance' && under.kind !== 'unknown')
    found.push(under);
  const seen = new Set<string>();
  const visit = (one: Type): void => {
    for (const embedded of embeddedIn(cx, one)) {
      const key = embedded.kind === 'instance' ? embedded.name : embedded.kind;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push(embedded);
      visit(embedded);
    }
  };
  visit(type);
  return found;
}
