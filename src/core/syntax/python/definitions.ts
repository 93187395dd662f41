/** Functions and classes. */
import { childByField, type CstNode } from '../cst';
import type { ClassDef, Expression, FunctionDef } from './ast';
import { endOf, lowerBody } from './bodies';
import { lowerArguments } from './calls';
import { cannotLower, hasToken, identifier, isBroken, onlyOperand, required, type Context } from './context';
import { lowerExpression } from './expressions';
import { lowerParameters, lowerTypeParameters } from './parameters';

/** A definition with decorators begins with the first of them. */
export function lowerDecorated(cx: Context, node: CstNode): FunctionDef | ClassDef {
  const decorators: Expression[] = [];
  for (const child of node.children) {
    if (child.type === 'decorator') decorators.push(lowerExpression(cx, onlyOperand(child)));
  }
  const definition = required(node, 'definition');
  if (isBroken(definition)) throw cannotLower;
  const lower = definition.type === 'class_definition' ? lowerClass : lowerFunction;
  const result = lower(cx, definition, decorators);
  result.start = node.start - cx.base;
  return result;
}

export function lowerFunction(cx: Context, node: CstNode, decorators: Expression[]): FunctionDef {
  const returns = childByField(node, 'return_type');
  const result: FunctionDef = {
    kind: 'FunctionDef',
    start: node.start - cx.base,
    end: 0,
    name: identifier(cx, required(node, 'name')),
    typeParams: lowerTypeParameters(cx, childByField(node, 'type_parameters')),
    params: lowerParameters(cx, required(node, 'parameters')),
    body: [],
    decorators,
    async: hasToken(node, 'async'),
  };
  if (returns) result.returns = lowerExpression(cx, returns);
  result.body = lowerBody(cx, childByField(node, 'body'), node);
  result.end = endOf(result.body);
  return result;
}

export function lowerClass(cx: Context, node: CstNode, decorators: Expression[]): ClassDef {
  const bases = childByField(node, 'superclasses');
  const result: ClassDef = {
    kind: 'ClassDef',
    start: node.start - cx.base,
    end: 0,
    name: identifier(cx, required(node, 'name')),
    typeParams: lowerTypeParameters(cx, childByField(node, 'type_parameters')),
    bases: bases ? lowerArguments(cx, bases) : [],
    body: lowerBody(cx, childByField(node, 'body'), node),
    decorators,
  };
  result.end = endOf(result.body);
  return result;
}
