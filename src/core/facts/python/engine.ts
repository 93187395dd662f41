/** Puts the Python type engine together for one document. */
import { pythonLibrary } from '../../library/python';
import { typingType } from '../../library/python/types';
import type * as py from '../../syntax/python/ast';
import type { NeighbourModule } from '../facts';
import { join } from '../lattice';
import { createMemo, type Memo } from '../memo';
import { createTree } from '../tree';
import type { Type } from '../types';
import { typeOf } from './expressions';
import { createClass, type ClassInfo } from './classes';
import { createMemories, type PythonContext } from './context';
import { typeOfSymbol } from './fields';
import { allBases, classNameOf } from './instances';
import { linkModule, type PythonModule } from './module';
import { resolve } from './resolve';
import { functionType, resultOf } from './returns';
import { createTrial } from './trial';

/** The engine for a document and the relatively imported modules that are known. */
export function createEngine(
  file: py.PythonFile,
  neighbours: readonly NeighbourModule[],
  linked?: PythonModule,
): PythonContext {
  const memo = createMemo();
  const engines = new Map<string, PythonContext>();
  const find = (module: string): PythonContext | undefined => {
    if (!module.startsWith('.')) return undefined;
    const known = engines.get(module);
    if (known) return known;
    const beside = neighbours.find(one => one.module === module);
    if (!beside) return undefined;
    const engine = createOne(beside.file as py.PythonFile, module, memo, find);
    engines.set(module, engine);
    return engine;
  };
  return createOne(file, '', memo, find, linked);
}

function createOne(
  file: py.PythonFile,
  prefix: string,
  memo: Memo,
  neighbour: PythonContext['neighbour'],
  linked?: PythonModule,
): PythonContext {
  const tree = createTree(file);
  const library = pythonLibrary;
  const module =
    linked ??
    linkModule(file, tree, {
      // The table has a class for generators too, which no name of the language means.
      isBuiltin: name => name !== 'Iterator' && library.module('builtins')!.members.has(name),
      exports: (from, name) =>
        neighbour(from)?.module.scope.symbols.has(name) ??
        (library.module(from)?.members.has(name) || (from === 'typing' && typingType(name, []) !== undefined)),
    });
  const classes = new Map<py.ClassDef, ClassInfo>();
  let byName: Map<string, ClassInfo> | undefined;
  const classOf = (node: py.ClassDef): ClassInfo => {
    let info = classes.get(node);
    if (!info) classes.set(node, (info = createClass(cx, node)));
    return info;
  };
  const ownClass = (name: string): ClassInfo | undefined => {
    if (!byName) {
      byName = new Map();
      for (const unit of module.units) {
        for (const node of unit.classes) {
          const info = classOf(node);
          if (!byName.has(info.name)) byName.set(info.name, info);
        }
      }
    }
    return byName.get(name);
  };
  const commonBase = (a: string, b: string): ReturnType<PythonContext['commonBase']> => {
    const chain = (name: string): Type[] => {
      const self: Type = { kind: 'instance', name, args: [] };
      return [self, ...allBases(cx, self)];
    };
    const others = chain(b).map(classNameOf);
    return chain(a).find(type => {
      const name = classNameOf(type);
      return name !== undefined && name !== 'builtins.object' && others.includes(name);
    });
  };
  const cx: PythonContext = {
    prefix,
    module,
    tree,
    memo,
    library,
    neighbour,
    classNamed(name) {
      if (!name.startsWith('.')) return undefined;
      const own = ownClass(name);
      if (own || name.lastIndexOf('.') === 0) return own;
      // `.shapes.Point` and `.shapes.Point.Kind`: what stands before is a neighbour, if any.
      for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
        const beside = neighbour(name.slice(0, dot));
        if (beside && beside !== cx) return beside.classNamed(name);
      }
      return undefined;
    },
    classOf,
    typeOf: node => typeOf(cx, node),
    resolve: node => resolve(cx, node),
    typeOfSymbol: symbol => typeOfSymbol(cx, symbol),
    resultOf: func => resultOf(cx, func),
    functionType: func => functionType(cx, func),
    commonBase,
    join: (a, b) => join(a, b, commonBase),
    memories: createMemories(),
    trial: createTrial(module),
  };
  return cx;
}
