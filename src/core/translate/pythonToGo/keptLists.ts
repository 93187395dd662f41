/** Lists that a function goes on to keep in an object: in Go the object has a slice of its own as soon as one grows. */
import type { Symbol } from '../../facts/facts';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { Context } from './context';
import { reaches, statementOf } from './listFlow';
import { lengthChanging } from './modelFacts';
import type { FileModel } from './model';
import type { ParamModel } from './models';

/** Refuses a list that is kept as well as used here, where one of both makes it longer or shorter. */
export function refuseKeptList(c: Context, param: ParamModel, node: py.Expression): void {
  if (param.type.kind !== 'list' || node.kind !== 'Name' || c.typeOf(node).kind !== 'list') return;
  // What Go keeps by pointer, as a deque, is one for both.
  if (c.goType(param.type).kind !== 'ArrayType') return;
  const symbol = c.facts.symbolOf(node);
  const field = symbol && fieldOf(c, param);
  if (!symbol || field === undefined) return;
  const grows = grownFields(c).has(field) && symbol.kind !== 'parameter' && isReadLater(c, symbol, node);
  if (grows || reaches(c, statementOf(c, node), symbol)) {
    c.gap('a list that an object keeps and that grows later has no counterpart here', node);
  }
}

function isReadLater(c: Context, symbol: Symbol, node: py.Name): boolean {
  const at = c.placeOf(node)?.start ?? 0;
  return symbol.uses.some(use => {
    const parent = c.facts.parentOf(use) as py.Node | undefined;
    const isBound = parent?.kind === 'Assign' && parent.targets.some(target => target === use);
    return !isBound && use !== node && (c.placeOf(use)?.start ?? 0) > at;
  });
}

/** The field in which a parameter is kept as it is. */
function fieldOf(c: Context, param: ParamModel): string | undefined {
  const symbol = param.node.name && c.facts.symbolOf(param.node.name);
  for (const use of symbol?.uses ?? []) {
    const parent = c.facts.parentOf(use) as py.Node | undefined;
    if (parent?.kind !== 'Assign' || parent.value !== use) continue;
    const [target] = parent.targets;
    if (target?.kind === 'Attribute' && target.attr.kind === 'Name') return target.attr.id;
  }
  return undefined;
}

const grown = new WeakMap<FileModel, Set<string>>();

/** The names of the fields whose lists the file makes longer or shorter. */
function grownFields(c: Context): Set<string> {
  let names = grown.get(c.model);
  if (names) return names;
  grown.set(c.model, (names = new Set()));
  const add = (node: py.Expression): void => {
    if (node.kind === 'Attribute' && node.attr.kind === 'Name') names.add(node.attr.id);
  };
  for (const unit of c.input.file.units) {
    walk(unit.node, one => {
      const node = one as unknown as py.Node;
      if (node.kind === 'Call' && node.func.kind === 'Attribute' && node.func.attr.kind === 'Name') {
        if (lengthChanging.has(node.func.attr.id)) add(node.func.value);
      } else if (node.kind === 'AugAssign') add(node.target);
      else if (node.kind === 'Delete' || node.kind === 'Assign') {
        for (const target of node.targets) {
          if (target.kind === 'Subscript' && (node.kind === 'Delete' || target.slice.kind === 'Slice'))
            add(target.value);
        }
      }
    });
  }
  return names;
}
