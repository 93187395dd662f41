/** Short ways to write and read the nodes that converters take and give. */
import { converters, type Backward, type Forward, type ValueConverter } from '../../../src/core/convert';
import { goBinary, goDotted, goSelector, pyInt, pyList, pyStr } from '../../../src/core/convert/nodes';
import type { Expression as GoExpression } from '../../../src/core/syntax/go/ast';
import type { Expression as PythonExpression } from '../../../src/core/syntax/python/ast';

export function converter(name: string): ValueConverter {
  const found = converters.get(name);
  if (found?.kind !== 'value') throw new Error(`no converter ${name}`);
  return found;
}

type Plain = string | number | readonly string[] | undefined;

/** Python literals of JavaScript values; a number with a fraction is a float. */
export function python(value: Plain): PythonExpression | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return pyStr(value);
  if (typeof value === 'object') return pyList(value.map(pyStr));
  if (value < 0) return { kind: 'UnaryOp', op: '-', operand: python(-value)!, start: -1, end: -1 };
  return Number.isInteger(value) ? pyInt(value) : { kind: 'Float', value: String(value), start: -1, end: -1 };
}

/** The code of the few Go expressions that converters make. */
export function goText(node: GoExpression): string {
  switch (node.kind) {
    case 'StringLit':
      return JSON.stringify(node.value);
    case 'IntLit':
      return node.value;
    case 'UnaryExpr':
      return `${node.op}${goText(node.x)}`;
    case 'BinaryExpr':
      return `${goText(node.x)} ${node.op} ${goText(node.y)}`;
    case 'CallExpr':
      return `${goText(node.fun)}(${node.args.map(goText).join(', ')})`;
    default:
      return goDotted(node) ?? node.kind;
  }
}

/** Python literals as JavaScript values, names as `<name>`. */
export function plain(node: PythonExpression | undefined): unknown {
  if (!node) return undefined;
  switch (node.kind) {
    case 'Str':
      return node.value;
    case 'Int':
    case 'Float':
      return Number(node.value);
    case 'UnaryOp':
      return -(plain(node.operand) as number);
    case 'List':
      return node.elts.map(plain);
    case 'Name':
      return `<${node.id}>`;
    case 'Call':
      return `${String(plain(node.func))}(${node.args.map(arg => String(plain(arg as PythonExpression))).join(', ')})`;
    default:
      return node.kind;
  }
}

/** The Go code that a converter gives, or undefined where it declines. */
export function forward(name: string, ...sources: Plain[]): string | undefined {
  const found = converter(name).forward(sources.map(python));
  return found && goText(found.value);
}

export function forwardWhole(name: string, ...sources: Plain[]): Forward | undefined {
  return converter(name).forward(sources.map(python));
}

/** The Python values for a Go string, or undefined where it declines. */
export function backward(name: string, target: string | GoExpression): unknown[] | undefined {
  return backwardWhole(name, target)?.values.map(plain);
}

export function backwardWhole(name: string, target: string | GoExpression): Backward | undefined {
  const node: GoExpression =
    typeof target === 'string' ? { kind: 'StringLit', value: target, start: -1, end: -1 } : target;
  return converter(name).backward(node);
}

/** `os.O_RDONLY` and the like. */
export function dotted(text: string): GoExpression {
  const [x = '', sel = ''] = text.split('.');
  return goSelector(x, sel);
}

export function flags(...names: string[]): GoExpression {
  return names.map(dotted).reduce((x, y) => goBinary(x, '|', y));
}
