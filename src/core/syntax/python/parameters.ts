/** Parameters of functions and lambdas, and type parameters. */
import { childByField, type CstNode } from '../cst';
import type { Meta, Param, ParamNode, TypeParam } from './ast';
import { cannotLower, identifier, isMany, onlyOperand, operands, required, type Context } from './context';
import { lowerExpression } from './expressions';

/** `parameters` and `lambda_parameters`. Throws `cannotLower` for a parameter of Python 2 (a tuple). */
export function lowerParameters(cx: Context, list: CstNode): Param[] {
  return operands(list).map(child => {
    const param = lowerParameter(cx, child);
    const { name } = param;
    const bare = param.form === 'plain' && !param.annotation && !param.default;
    return bare && isMany(name) ? name : param;
  });
}

function lowerParameter(cx: Context, node: CstNode): ParamNode {
  const param: ParamNode = { kind: 'Param', start: node.start - cx.base, end: node.end - cx.base, form: 'plain' };
  switch (node.type) {
    case 'positional_separator':
      param.form = 'slash';
      return param;
    case 'keyword_separator':
      param.form = 'star';
      return param;
    case 'default_parameter':
    case 'typed_default_parameter': {
      const type = childByField(node, 'type');
      nameParameter(cx, param, required(node, 'name'));
      if (type) param.annotation = lowerExpression(cx, type);
      param.default = lowerExpression(cx, required(node, 'value'));
      return param;
    }
    case 'typed_parameter': {
      const [name] = operands(node);
      if (!name) throw cannotLower;
      nameParameter(cx, param, name);
      param.annotation = lowerExpression(cx, required(node, 'type'));
      return param;
    }
    default:
      nameParameter(cx, param, node);
      return param;
  }
}

function nameParameter(cx: Context, param: ParamNode, node: CstNode): void {
  let name = node;
  if (node.type === 'list_splat_pattern' || node.type === 'dictionary_splat_pattern') {
    param.form = node.type === 'list_splat_pattern' ? 'star' : 'doubleStar';
    name = onlyOperand(node);
  }
  if (name.type !== 'identifier') throw cannotLower;
  param.name = identifier(cx, name);
}

/** `[T: int, *Ts, **P]`, where the grammar sees types. */
export function lowerTypeParameters(cx: Context, list: CstNode | undefined): (TypeParam | Meta)[] {
  if (!list) return [];
  return operands(list).map(type => {
    const node = onlyOperand(type);
    const param = lowerTypeParameter(cx, node);
    return param.form === 'plain' && !param.bound && isMany(param.name) ? param.name : param;
  });
}

function lowerTypeParameter(cx: Context, node: CstNode): TypeParam {
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  if (node.type === 'identifier') return { kind: 'TypeParam', start, end, form: 'plain', name: identifier(cx, node) };
  if (node.type === 'splat_type') {
    const form = node.children[0]?.type === '*' ? 'star' : 'doubleStar';
    return { kind: 'TypeParam', start, end, form, name: identifier(cx, onlyOperand(node)) };
  }
  // `*µ` may also come as an expression.
  if (node.type === 'list_splat') {
    return { kind: 'TypeParam', start, end, form: 'star', name: identifier(cx, onlyOperand(node)) };
  }
  const [name, bound] = operands(node);
  if (node.type !== 'constrained_type' || !name || !bound) throw cannotLower;
  const id = onlyOperand(name);
  if (id.type !== 'identifier') throw cannotLower;
  return {
    kind: 'TypeParam',
    start,
    end,
    form: 'plain',
    name: identifier(cx, id),
    bound: lowerExpression(cx, bound),
  };
}
