/** Prints types. */
import type {
  ArrayType,
  ChanType,
  Expression,
  Field,
  FuncType,
  InterfaceType,
  MapType,
  Meta,
  StructType,
} from '../ast';
import { unaryPrecedence } from './precedence';
import { commentsAt, type Printer } from './printer';
import { printExpression } from './expressions';
import { printField, printSignature } from './fields';

type Type = ArrayType | MapType | ChanType | FuncType | StructType | InterfaceType;

/** Prints a type that is not also an expression. */
export function printType(p: Printer, node: Type): void {
  const { out } = p;
  switch (node.kind) {
    case 'ArrayType':
      return printArrayLength(p, node);
    case 'MapType':
      out.token('map');
      out.token('[');
      p.nested(() => printExpression(p, node.key));
      out.token(']');
      return printExpression(p, node.value, unaryPrecedence);
    case 'ChanType':
      return channel(p, node);
    case 'FuncType':
      out.token('func');
      return printSignature(p, node);
    case 'StructType':
      return members(p, node, 'struct', node.fields);
    case 'InterfaceType':
      return members(p, node, 'interface', node.methods);
  }
}

/** `[n]T`, `[...]T`, `[]T`. */
export function printArrayLength(p: Printer, node: Expression | undefined): void {
  if (node?.kind !== 'ArrayType') return;
  const { len } = node;
  p.out.token('[');
  if (len === 'auto') p.out.token('...');
  else if (len) p.nested(() => printExpression(p, len));
  p.out.token(']');
  printExpression(p, node.elt, unaryPrecedence);
}

function channel(p: Printer, node: ChanType): void {
  const { out } = p;
  if (node.dir === 'receive') out.token('<-');
  out.token('chan');
  if (node.dir === 'send') out.token('<-');
  out.space();
  // `chan <-chan T` would be read as `chan<- (chan T)`.
  const parens = node.dir !== 'receive' && node.value.kind === 'ChanType' && node.value.dir === 'receive';
  if (parens) out.token('(');
  printExpression(p, node.value, unaryPrecedence);
  if (parens) out.token(')');
}

function members(p: Printer, node: StructType | InterfaceType, keyword: string, list: readonly (Field | Meta)[]): void {
  const { out } = p;
  out.token(keyword);
  const [only] = list;
  const end = commentsAt(node, 'end');
  if (!only && end.length === 0 && !out.waiting) {
    out.token('{');
    return out.token('}');
  }
  if (keyword === 'interface' && list.length === 1 && only?.kind === 'Field' && isElement(only) && !end.length) {
    out.token('{');
    out.space();
    printField(p, only, node.kind);
    out.space();
    return out.token('}');
  }
  out.space();
  out.token('{');
  out.line();
  out.indent();
  list.forEach((item, i) => p.lines(item, i === 0, () => printField(p, item, node.kind, true)));
  p.endLines(node);
  out.outdent();
  out.token('}');
}

/** An embedded type or a union, which stands on one line. */
function isElement(field: Field): boolean {
  return field.names.length === 0 && !field.comments;
}
