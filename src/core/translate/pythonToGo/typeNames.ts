/** `type(x).__name__` and `x.__class__.__name__`: the name of the class of a value. */
import { str, type Type } from '../../facts/types';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import type { Context } from './context';
import { wholeError } from './causes';
import { expression } from './expressions';
import { isNamed } from './modelFacts';
import { isAny } from './types';
import { pure, value, type Value } from './value';

const plainNames: Partial<Record<Type['kind'], string>> = {
  int: 'int',
  float: 'float',
  str: 'str',
  bool: 'bool',
  list: 'list',
  dict: 'dict',
  set: 'set',
  tuple: 'tuple',
  none: 'NoneType',
  bytes: 'bytes',
  func: 'function',
};

/** What has its class asked for: `x` in `type(x)` and in `x.__class__`. */
function classOwner(node: py.Expression): py.Expression | undefined {
  if (node.kind === 'Attribute' && node.attr.kind === 'Name' && node.attr.id === '__class__') return node.value;
  if (node.kind !== 'Call' || node.func.kind !== 'Name' || node.func.id !== 'type' || node.args.length !== 1)
    return undefined;
  const [only] = node.args;
  return only?.kind === 'Keyword' ? undefined : only;
}

/** Whether the file shows names of classes, so that every exception needs a type of its own. */
export function showsTypeNames(c: Context): boolean {
  let found = false;
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Attribute' && isNameAttribute(node)) {
        found ||= classOwner(node.value) !== undefined || isExitParameter(c, node.value);
      }
      found ||= showsError(c, node);
    });
  }
  return found;
}

/** `repr(e)` and `{e!r}` show the class as well. */
function showsError(c: Context, node: py.Node): boolean {
  const shown =
    node.kind === 'FormattedValue' && (node.conversion === 'r' || node.debug !== undefined)
      ? node.value
      : node.kind === 'Call' && node.func.kind === 'Name' && node.func.id === 'repr'
        ? node.args[0]
        : undefined;
  if (!shown || shown.kind === 'Keyword') return false;
  const type = c.facts.typeOf(shown);
  return type.kind === 'error' || (type.kind === 'optional' && type.of.kind === 'error');
}

/** The class of the error that an `__exit__` is told of. */
function isExitParameter(c: Context, node: py.Expression): boolean {
  if (node.kind !== 'Name' || c.facts.symbolOf(node)?.kind !== 'parameter') return false;
  for (let at = c.facts.parentOf(node); at; at = c.facts.parentOf(at)) {
    if (at.kind === 'FunctionDef') return isNamed(at as py.FunctionDef, '__exit__');
  }
  return false;
}

const isNameAttribute = (node: py.Attribute): boolean =>
  node.attr.kind === 'Name' && /^__(qual)?name__$/.test(node.attr.id);

/** The name as text; undefined where the attribute is another one. */
export function typeName(c: Context, node: py.Attribute): Value | undefined {
  if (!isNameAttribute(node)) return undefined;
  const owner = classOwner(node.value);
  if (!owner) return nameOfNamed(c, node);
  const of = wholeOf(c, expression(c, owner));
  const known = fixedName(c, of.type);
  if (known !== undefined) return pure(g.str(known), str);
  if (of.type.kind === 'error' || (of.type.kind === 'optional' && of.type.of.kind === 'error')) {
    return value(g.call(c.helper('exceptionName'), wholeError(of.node)), str, of.pure);
  }
  if (of.type.kind === 'instance' || isAny(of.type, c)) {
    return value(g.call(c.helper('typeName'), of.node), str, of.pure);
  }
  return c.gap('the name of this type has no counterpart here', node);
}

/** In a base class the object itself, which may be of a class below. */
function wholeOf(c: Context, of: Value): Value {
  const owner = c.model.classes.get(c.func.self?.className ?? '');
  const isSelf = of.node.kind === 'Ident' && of.node.name === c.func.roles['self'];
  return isSelf && owner?.needsSelf ? { ...of, node: g.sel(of.node, 'self') } : of;
}

/** `func.__name__` and `Class.__name__`. */
function nameOfNamed(c: Context, node: py.Attribute): Value | undefined {
  if (node.value.kind !== 'Name') return undefined;
  const symbol = c.facts.symbolOf(node.value);
  if (isExitParameter(c, node.value))
    return value(g.call(c.helper('exceptionName'), expression(c, node.value).node), str);
  if (symbol?.kind === 'class' || symbol?.kind === 'function') return pure(g.str(symbol.name), str);
  return undefined;
}

function fixedName(c: Context, type: Type): string | undefined {
  const plain = plainNames[type.kind];
  if (plain !== undefined) return plain;
  const model =
    type.kind === 'instance' && type.name.startsWith('.') ? c.model.classes.get(type.name.slice(1)) : undefined;
  return model && model.subclasses.length === 0 ? model.name : undefined;
}
