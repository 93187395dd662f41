/** `Check = Callable[[int], bool]` and `T = TypeVar('T')`: names for types, which answers spell out where they are used. */
import type * as py from '../../syntax/python/ast';
import type { Context } from './context';

/** Whether the statement only names a type for annotations. */
export function isTypeAlias(c: Context, node: py.Statement): boolean {
  if (node.kind === 'AnnAssign') {
    return /(^|\.)TypeAlias$/.test(c.facts.qualifiedName(node.annotation) ?? '');
  }
  if (node.kind !== 'Assign' || node.targets.length !== 1 || node.targets[0]?.kind !== 'Name') return false;
  const { value } = node;
  if (value.kind === 'Call') {
    return /^typing(_extensions)?\.(TypeVar|ParamSpec|NewType)$/.test(c.facts.qualifiedName(value.func) ?? '');
  }
  return (value.kind === 'Subscript' || value.kind === 'BinOp') && isType(c, value);
}

const generic = /^(typing|typing_extensions|collections\.abc)\.\w+$|^builtins\.(list|dict|set|tuple|frozenset|type)$/;

function isType(c: Context, node: py.Expression): boolean {
  switch (node.kind) {
    case 'Subscript':
      return isGeneric(c, node.value);
    case 'BinOp':
      return node.op === '|' && isType(c, node.left) && isType(c, node.right);
    case 'None':
      return true;
    case 'Name':
    case 'Attribute':
      return isGeneric(c, node) || c.facts.typeOf(node).kind === 'class';
    default:
      return false;
  }
}

function isGeneric(c: Context, node: py.Expression): boolean {
  const name = c.facts.qualifiedName(node);
  if (name !== undefined && generic.test(name)) return true;
  return node.kind === 'Name' && c.facts.symbolOf(node)?.kind === 'builtin' && generic.test(`builtins.${node.id}`);
}
