/** Which types of dicts keep their order: those that some place of the file shows in the order of insertion. */
import { any, str, type Type } from '../../facts/types';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { allFields } from './classModel';
import { dictKey, type Context } from './context';
import { calledFunction } from './fallible';
import { dict } from './shapes';
import { webOf } from './web/views';

/** Calls that take what a dict gives without looking at its order. */
const unordered = /^builtins\.(sorted|sum|len|min|max|any|all|set|frozenset|dict)$/;

/**
 * Marks a dict type as ordered for the whole file where the order of one such dict can be seen, so that all values of
 * a type have one form.
 */
export function findOrderedDicts(c: Context): void {
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const shown = shownDict(c, child as unknown as py.Node);
      if (shown) for (const type of dictsIn(shown)) c.orderedDicts.add(dictKey(type));
    });
  }
  markResults(c);
  markBehindAny(c);
  markSources(c);
  // A dataclass shows its fields wherever it is printed.
  for (const model of c.model.classes.values()) {
    if (!model.isDataclass || c.model.method(model.name, '__str__') || c.model.method(model.name, '__repr__')) continue;
    if (!isPrinted(c, model.name)) continue;
    for (const field of allFields(model, c)) {
      for (const type of dictsIn(field.type)) c.orderedDicts.add(dictKey(type));
    }
  }
}

/**
 * A value of any type that is shown may be a dict: those that are written where any value may stand keep their order,
 * and so do objects of JSON.
 */
function markBehindAny(c: Context): void {
  const made: Type[] = [];
  let isShown = false;
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      isShown ||= showsAny(c, node);
      if (node.kind !== 'Dict' && node.kind !== 'DictComp' && !(node.kind === 'Call' && isDictCall(c, node))) return;
      if (isHandedOn(c, node)) made.push(c.typeOf(node));
    });
  }
  if (!isShown) return;
  for (const type of [dict(str, any), ...made]) for (const one of dictsIn(type)) c.orderedDicts.add(dictKey(one));
}

/** Whether a dict that is written out goes to where any value may be kept: into a display, a function, a result. */
function isHandedOn(c: Context, node: NodeBase): boolean {
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  if (parent?.kind === 'Call') return parent.func.kind === 'Name';
  return /^(List|Tuple|DictItem|Return|IfExp)$/.test(parent?.kind ?? '');
}

const isDictCall = (c: Context, node: py.Call): boolean => c.facts.qualifiedName(node.func) === 'builtins.dict';

/** Whether a value of any type is turned into text, or its entries are looked through. */
function showsAny(c: Context, node: py.Node): boolean {
  const isOpen = (one: py.Expression): boolean => holdsAny(c.typeOf(one));
  if (node.kind === 'FormattedValue') return isOpen(node.value);
  if (node.kind !== 'Call') return false;
  if (
    node.func.kind === 'Attribute' &&
    node.func.attr.kind === 'Name' &&
    /^(items|keys|values)$/.test(node.func.attr.id)
  )
    return c.typeOf(node.func.value).kind === 'any';
  if (!/^builtins\.(print|str|repr)$|^json\.dumps?$/.test(c.facts.qualifiedName(node.func) ?? '')) return false;
  return node.args.some(
    arg => arg.kind !== 'Keyword' && isOpen(arg.kind === 'Starred' ? arg.value : (arg as py.Expression)),
  );
}

function holdsAny(type: Type, depth = 0): boolean {
  if (depth > 4) return false;
  switch (type.kind) {
    case 'any':
      return true;
    case 'list':
      return holdsAny(type.elt, depth + 1);
    case 'dict':
      return holdsAny(type.value, depth + 1);
    case 'tuple':
      return type.elts.some(elt => holdsAny(elt, depth + 1));
    default:
      return false;
  }
}

/**
 * What a record is made of comes in the order that the record keeps: `for row in reader` and `entry = match.groupdict()`
 * where it gets more than texts.
 */
function markSources(c: Context): void {
  const isSource = /^(csv\.DictReader|re\.Match\.groupdict)$/;
  const mark = (target: py.Node | undefined, source: py.Expression): void => {
    const kept = target?.kind === 'Name' ? c.typeOf(target) : undefined;
    if (kept?.kind !== 'dict' || !c.isOrdered(kept)) return;
    walk(source, inner => {
      if (inner.kind === 'Call' && isSource.test(c.facts.qualifiedName((inner as unknown as py.Call).func) ?? ''))
        c.orderedDicts.add(dictKey(dict(str, str)));
    });
  };
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Assign') for (const target of node.targets) mark(target, node.value);
      if (node.kind === 'For') mark(node.target.kind === 'Tuple' ? node.target.elts.at(-1) : node.target, node.iter);
    });
  }
}

/** A function of several types gives a dict of values of any type: it keeps its order where what a call gives does. */
function markResults(c: Context): void {
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      if (child.kind !== 'Call') return;
      const result = calledFunction(child as unknown as py.Call, c.model, c)?.result;
      const own = result ? dictsIn(result) : [];
      if (own.length === 0 || !dictsIn(c.typeOf(child)).some(type => c.isOrdered(type))) return;
      for (const type of own) c.orderedDicts.add(dictKey(type));
    });
  }
}

/** Whether an instance of the class is turned into text somewhere. */
function isPrinted(c: Context, name: string): boolean {
  let found = false;
  const holds = (type: Type, depth = 0): boolean => {
    if (depth > 4) return false;
    if (type.kind === 'instance') return type.name === `.${name}`;
    if (type.kind === 'list') return holds(type.elt, depth + 1);
    if (type.kind === 'optional') return holds(type.of, depth + 1);
    return type.kind === 'dict'
      ? holds(type.value, depth + 1)
      : type.kind === 'tuple' && type.elts.some(elt => holds(elt, depth + 1));
  };
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'FormattedValue') found ||= holds(c.typeOf(node.value));
      if (node.kind !== 'Call' || !/^builtins\.(print|str|repr)$/.test(c.facts.qualifiedName(node.func) ?? '')) return;
      for (const arg of node.args) if (arg.kind !== 'Keyword') found ||= holds(c.typeOf(arg));
    });
  }
  return found;
}

/** A dict that is shown shows the dicts inside of it. */
function dictsIn(type: Type, depth = 0): Type[] {
  if (depth > 6) return [];
  const inner = (one: Type): Type[] => dictsIn(one, depth + 1);
  switch (type.kind) {
    case 'dict':
      return [type, ...inner(type.value)];
    case 'list':
      return inner(type.elt);
    case 'tuple':
      return type.elts.flatMap(inner);
    case 'optional':
      return inner(type.of);
    default:
      return [];
  }
}

function shownDict(c: Context, node: py.Node): Type | undefined {
  switch (node.kind) {
    case 'For': {
      const type = viewed(c, node.iter);
      return type && !isOrderFree(c, node.body) ? type : undefined;
    }
    case 'ListComp':
    case 'GeneratorExp':
    case 'DictComp': {
      const [first] = node.generators;
      const type = first && viewed(c, first.iter);
      if (!type) return undefined;
      if (node.kind === 'DictComp') return c.typeOf(node).kind === 'dict' ? type : undefined;
      return isTakenUnordered(c, node) ? undefined : type;
    }
    case 'Call':
      return shownByCall(c, node);
    case 'Return':
      return node.value && node.value.kind !== 'Dict' && isAnsweredInOrder(c, node)
        ? holdsDict(c, node.value)
        : undefined;
    case 'FormattedValue':
      return holdsDict(c, node.value);
    case 'BinOp': {
      const type = dictOf(c, node.left);
      return type?.kind === 'dict' && type.form === 'Counter' ? type : undefined;
    }
    default:
      return undefined;
  }
}

/** FastAPI and Django write the keys of an answer in their order. */
function isAnsweredInOrder(c: Context, node: NodeBase): boolean {
  const { views, framework } = webOf(c);
  if (framework === undefined || framework === 'flask') return false;
  let at = c.facts.parentOf(node);
  while (at && at.kind !== 'FunctionDef') at = c.facts.parentOf(at);
  return at !== undefined && views.has(at);
}

function shownByCall(c: Context, node: py.Call): Type | undefined {
  const name = c.facts.qualifiedName(node.func) ?? '';
  const [first] = node.args;
  if (/^builtins\.(print|str|repr)$|^json\.dumps?$/.test(name)) {
    for (const arg of node.args) {
      const type = arg.kind === 'Keyword' ? undefined : holdsDict(c, arg.kind === 'Starred' ? arg.value : arg);
      if (type) return type;
    }
    return undefined;
  }
  if (/^builtins\.(list|tuple|enumerate|zip|map|filter|reversed|next|iter)$/.test(name)) {
    for (const arg of node.args) {
      const type = arg.kind === 'Keyword' ? undefined : viewed(c, arg);
      if (type && !isTakenUnordered(c, node)) return type;
    }
    return undefined;
  }
  // The first of equal items is the one that came first.
  if (/^builtins\.(min|max|sorted)$/.test(name) && first && first.kind !== 'Keyword') {
    const hasKey = node.args.some(arg => arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && arg.arg.id === 'key');
    return hasKey ? viewed(c, first) : undefined;
  }
  if (node.func.kind === 'Attribute' && node.func.attr.kind === 'Name') {
    if (/^(join|extend)$/.test(node.func.attr.id) && first && first.kind !== 'Keyword') return viewed(c, first);
    if (/^(most_common|elements|popitem|move_to_end)$/.test(node.func.attr.id)) return dictOf(c, node.func.value);
  }
  return undefined;
}

/** The dict whose keys, values or items an expression gives. */
function viewed(c: Context, node: py.Expression): Type | undefined {
  if (node.kind === 'Call' && node.func.kind === 'Attribute' && node.func.attr.kind === 'Name') {
    if (/^(items|keys|values)$/.test(node.func.attr.id)) return dictOf(c, node.func.value);
    return node.func.attr.id === 'fromkeys' ? dictOf(c, node) : undefined;
  }
  if (node.kind === 'Call' && /^builtins\.(enumerate|reversed|list)$/.test(c.facts.qualifiedName(node.func) ?? '')) {
    const [first] = node.args;
    return first && first.kind !== 'Keyword' ? viewed(c, first) : undefined;
  }
  return dictOf(c, node);
}

function dictOf(c: Context, node: py.Expression): Type | undefined {
  const type = c.typeOf(node);
  return type.kind === 'dict' ? type : undefined;
}

/** The type of what is printed, where it is or holds a dict. */
function holdsDict(c: Context, node: py.Expression): Type | undefined {
  const type = c.typeOf(node);
  return dictsIn(type).length > 0 ? type : undefined;
}

function isTakenUnordered(c: Context, node: NodeBase): boolean {
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  if (parent?.kind !== 'Call') return false;
  const hasKey = parent.args.some(arg => arg.kind === 'Keyword');
  return !hasKey && unordered.test(c.facts.qualifiedName(parent.func) ?? '');
}

/** A body that only adds up or fills sets and counts gives the same in any order. */
function isOrderFree(c: Context, body: readonly py.Statement[]): boolean {
  return body.every(statement => {
    switch (statement.kind) {
      case 'AugAssign': {
        const type = c.typeOf(statement.target);
        return type.kind === 'int' && ['+', '*', '|', '&'].includes(statement.op);
      }
      case 'If':
        return isOrderFree(c, statement.body) && isOrderFree(c, statement.orelse);
      case 'Pass':
      case 'Continue':
        return true;
      case 'Expr':
        return (
          statement.value.kind === 'Call' &&
          statement.value.func.kind === 'Attribute' &&
          statement.value.func.attr.kind === 'Name' &&
          c.typeOf(statement.value.func.value).kind === 'set' &&
          /^(add|discard)$/.test(statement.value.func.attr.id)
        );
      default:
        return false;
    }
  });
}
