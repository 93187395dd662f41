/** The values of constant expressions, with `iota` and the specs of a group that repeat the one before. */
import type * as go from '../../syntax/go/ast';

export type ConstantValue = bigint | number | string | boolean;

export interface ConstantSpec {
  ident: go.Ident;
  /** The expression that gives the value: its own, or the repeated one. */
  value: go.Expression | undefined;
  type: go.Expression | undefined;
  iota: number;
  /** The group uses `iota`, or repeats an expression, so that the expression itself cannot be written. */
  counted: boolean;
  spec: go.ValueSpec;
}

/** The constants of one `const` declaration, one for each name. */
export function constantSpecs(declaration: go.GenDecl): ConstantSpec[] {
  const found: ConstantSpec[] = [];
  let last: go.ValueSpec | undefined;
  let iota = 0;
  for (const spec of declaration.specs) {
    if (spec.kind !== 'ValueSpec') continue;
    const repeated = spec.values.length === 0;
    if (!repeated) last = spec;
    spec.names.forEach((ident, i) => {
      const value = last?.values[i];
      if (ident.kind !== 'Ident') return;
      const counted = repeated || (value !== undefined && mentionsIota(value));
      found.push({ ident, value, type: repeated ? last?.type : spec.type, iota, counted, spec });
    });
    iota++;
  }
  return found;
}

function mentionsIota(node: go.Expression): boolean {
  return JSON.stringify(node).includes('"name":"iota"');
}

/** Evaluates a constant expression; undefined where it is none that can be known here. */
export function evaluate(
  node: go.Expression | undefined,
  known: (name: string) => ConstantValue | undefined,
  iota?: number,
): ConstantValue | undefined {
  switch (node?.kind) {
    case 'IntLit':
      return BigInt(node.value);
    case 'CharLit':
      return BigInt(node.value);
    case 'FloatLit':
      return Number(node.value);
    case 'StringLit':
      return node.value;
    case 'Ident':
      if (node.name === 'iota') return iota === undefined ? undefined : BigInt(iota);
      if (node.name === 'true' || node.name === 'false') return node.name === 'true';
      return known(node.name);
    case 'UnaryExpr': {
      const x = evaluate(node.x, known, iota);
      if (typeof x === 'boolean') return node.op === '!' ? !x : undefined;
      if (typeof x === 'bigint') return node.op === '-' ? -x : node.op === '^' ? ~x : node.op === '+' ? x : undefined;
      return typeof x === 'number' && node.op === '-' ? -x : undefined;
    }
    case 'BinaryExpr':
      return operate(node.op, evaluate(node.x, known, iota), evaluate(node.y, known, iota));
    case 'CallExpr':
      // A conversion to a named type keeps the value.
      return node.fun.kind === 'Ident' && node.args.length === 1 ? evaluate(node.args[0], known, iota) : undefined;
    default:
      return undefined;
  }
}

function operate(
  op: go.BinaryOperator,
  x: ConstantValue | undefined,
  y: ConstantValue | undefined,
): ConstantValue | undefined {
  if (x === undefined || y === undefined) return undefined;
  if (typeof x === 'string' || typeof y === 'string') return op === '+' ? `${String(x)}${String(y)}` : undefined;
  if (typeof x === 'bigint' && typeof y === 'bigint') return integers(op, x, y);
  if (typeof x === 'boolean' || typeof y === 'boolean') return undefined;
  const [a, b] = [Number(x), Number(y)];
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    default:
      return undefined;
  }
}

function integers(op: go.BinaryOperator, x: bigint, y: bigint): bigint | undefined {
  switch (op) {
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case '/':
      return y === 0n ? undefined : x / y;
    case '%':
      return y === 0n ? undefined : x % y;
    case '<<':
      return y < 0n || y > 512n ? undefined : x << y;
    case '>>':
      return y < 0n ? undefined : x >> y;
    case '&':
      return x & y;
    case '|':
      return x | y;
    case '^':
      return x ^ y;
    case '&^':
      return x & ~y;
    default:
      return undefined;
  }
}
