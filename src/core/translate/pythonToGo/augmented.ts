/** `x += 1` and its like. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { materialized } from './collecting';
import { finishCall } from './calls';
import { copyInto } from './dicts';
import { coerce } from './coerce';
import { value, type Value } from './value';
import { type Context } from './context';
import { asList } from './displays';
import { expression } from './expressions';
import { bytesFrom } from './library/bytes';
import { isInstanceOfFile } from './modelFacts';
import { arithmetic } from './operators';
import { operatorMethods } from './sequenceOperators';
import { assignTo } from './targets';
import { assignable, fieldTarget, itemTarget } from './places';
import { isNumber, sameType } from './settling';
import { isAny } from './types';

const direct: Partial<Record<py.BinaryOperator, go.AssignOperator>> = {
  '+': '+=',
  '-': '-=',
  '*': '*=',
  '&': '&=',
  '|': '|=',
  '^': '^=',
  '<<': '<<=',
  '>>': '>>=',
};

export function augmented(c: Context, node: py.AugAssign): void {
  const { target } = node;
  const type = c.typeOf(target);
  if (type.kind === 'list' && node.op === '+') {
    const place = assignable(c, target);
    const more = coerce(c, asList(c, materialized(c, node.value, type)), type);
    c.emit(g.assign(place, g.spread('append', place, more.node)));
    return;
  }
  if (type.kind === 'bytes' && type.form && node.op === '+') {
    const place = assignable(c, target);
    c.emit(g.assign(place, g.spread('append', place, bytesFrom(c, node.value, type).node)));
    return;
  }
  const place = placeOf(c, target);
  if (place.type.kind === 'set') return augmentedSet(c, node, place.node, place.type);
  if (place.type.kind === 'dict' && node.op === '|' && place.node) {
    const other = coerce(c, expression(c, node.value, place.type), place.type);
    if (c.isOrdered(place.type)) copyInto(c, place.node, other.node);
    else c.emit(g.exprStmt(g.pkgCall('maps', 'Copy', place.node, other.node)));
    return;
  }
  const written = expression(c, node.value, place.type);
  // What is added to a number is taken for one: the variable has the type of a number.
  const given = isNumber(place.type) && isAny(written.type, c) ? coerce(c, written, place.type) : written;
  if (place.node && inPlace(c, node.op, value(place.node, place.type), given)) return;
  const op = direct[node.op];
  if (place.node && op && isPlain(node.op, place.type, given)) {
    if (given.node.kind === 'IntLit' && given.node.value === '1' && (op === '+=' || op === '-=')) {
      c.emit(g.incDec(place.node, op === '+=' ? '++' : '--'));
    } else c.emit(g.assign(place.node, plainOperand(c, place.type, given).node, op));
    return;
  }
  if (place.node && node.op === '/' && place.type.kind === 'float') {
    c.emit(g.assign(place.node, plainOperand(c, place.type, given).node, '/='));
    return;
  }
  const old = place.node ? value(place.node, place.type) : expression(c, target);
  const made = arithmetic(c, { op: node.op, left: target, right: node.value }, old, given);
  if (place.node) c.emit(g.assign(place.node, coerce(c, made, place.type).node));
  else if (place.set) c.emit(place.set(coerce(c, made, place.type).node));
  else assignTo(c, target, made);
}

/** `__iadd__` and its like change the object, which stays the same one. */
function inPlace(c: Context, op: py.BinaryOperator, of: Value, given: Value): boolean {
  const name = operatorMethods[op]?.replace('__', '__i');
  const method = isInstanceOfFile(of.type) && name ? c.model.method(of.type.name.slice(1), name) : undefined;
  if (!method) return false;
  const [param] = method.params;
  const argument = param ? coerce(c, given, param.type) : given;
  const made = finishCall(c, g.method(of.node, method.goName, argument.node), method.result, method.fallible);
  if (made.node.kind === 'CallExpr') c.emit(g.exprStmt(made.node));
  return true;
}

interface Place {
  node: go.Expression | undefined;
  type: Value['type'];
  set?: (node: go.Expression) => go.Statement;
}

function placeOf(c: Context, target: py.Expression): Place {
  switch (target.kind) {
    case 'Attribute':
      return fieldTarget(c, target);
    case 'Subscript':
      return target.slice.kind === 'Slice'
        ? c.gap('this slice cannot be changed in place', target)
        : itemTarget(c, target);
    case 'Name': {
      const whole = expression(c, target);
      return { node: whole.node, type: whole.type };
    }
    default:
      return c.gap('this cannot be assigned to in Go', target);
  }
}

function isPlain(op: py.BinaryOperator, type: Value['type'], given: Value): boolean {
  if (type.kind === 'str') return op === '+' && given.type.kind === 'str';
  if (type.kind === 'float') return isNumber(given.type) && ['+', '-', '*'].includes(op);

  return type.kind === 'int' && (given.type.kind === 'int' || given.type.kind === 'bool');
}

/** A literal may stay an integer beside a float. */
function plainOperand(c: Context, type: Value['type'], given: Value): Value {
  if (type.kind === 'float' && given.type.kind === 'int' && given.node.kind === 'IntLit') return given;
  return sameType(type, given.type) ? given : coerce(c, given, type);
}

function augmentedSet(
  c: Context,
  node: py.AugAssign,
  place: go.Expression | undefined,
  type: Value['type'] & { kind: 'set' },
): void {
  if (!place) return c.gap('this set cannot be changed in place', node);
  const other = expression(c, node.value, type);
  if (node.op === '|') {
    c.emit(g.exprStmt(g.pkgCall('maps', 'Copy', place, coerce(c, other, type).node)));
    return;
  }
  c.emit(
    g.assign(
      place,
      arithmetic(c, { op: node.op, left: node.target, right: node.value }, value(place, type), other).node,
    ),
  );
}
