/**
 * Python expressions as text, for the tables of the library. Beside what Python writes, a template knows
 *
 *     $0 $1 …        the arguments of the call; `$r` is its receiver, `$*` are all arguments
 *     math::floor    a member of a module, which is imported
 *     pathlib->Path  a name that is imported from its module
 *     ::runes        a helper of the answer
 *
 * It has names, literals, calls with keywords, indexes, displays, lambdas, comprehensions of one clause, and all operators.
 */
import { walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as b from '../build';
import type { Context } from '../context';
import type { HelperName } from '../helpers';

const tokenPattern =
  /\s*(\$\w|\$\*|[\w.]+(?:::|->)\w+|::\w+|\d+\.\d+(?:e[-+]?\d+)?|\d+|\w+|b?'(?:[^'\\]|\\.)*'|\*\*|\/\/|<<|>>|<=|>=|==|!=|:=|[-+*/%&|^~<>=()[\]{},.:])/y;

const binaryLevels: readonly (readonly py.BinaryOperator[])[] = [
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '//', '%', '@'],
];

const comparisons = new Set(['<', '<=', '>', '>=', '==', '!=', 'in', 'is', 'not']);

const parsed = new Map<string, py.Expression>();

/** The template as an AST whose placeholders are names. */
export function parseTemplate(text: string): py.Expression {
  let known = parsed.get(text);
  if (!known) {
    const parser = new Parser(tokensOf(text), text);
    known = parser.whole();
    parsed.set(text, known);
  }
  return known;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const at = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (!match) throw new Error(`the template "${text}" cannot be read at ${at}`);
    tokens.push(match[1]!);
  }
  return tokens;
}

class Parser {
  private at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly text: string,
  ) {}

  whole(): py.Expression {
    const value = this.tupleOrOne();
    if (this.at < this.tokens.length) this.fail();
    return value;
  }

  private fail(): never {
    throw new Error(`the template "${this.text}" cannot be read at "${this.tokens[this.at] ?? 'its end'}"`);
  }

  private peek(): string {
    return this.tokens[this.at] ?? '';
  }

  private take(token: string): boolean {
    if (this.peek() !== token) return false;
    this.at++;
    return true;
  }

  private expect(token: string): void {
    if (!this.take(token)) this.fail();
  }

  private tupleOrOne(): py.Expression {
    const first = this.expression();
    if (this.peek() !== ',') return first;
    const elts = [first];
    while (this.take(',')) elts.push(this.expression());
    return b.tuple(...elts);
  }

  /** `(match := …)` */
  private namedOrTuple(): py.Expression {
    if (this.tokens[this.at + 1] !== ':=') return this.tupleOrOne();
    const id = this.tokens[this.at]!;
    this.at += 2;
    return b.named(id, this.expression());
  }

  private expression(): py.Expression {
    if (this.take('lambda')) {
      const params: string[] = [];
      while (!this.take(':')) {
        params.push(this.tokens[this.at++]!);
        this.take(',');
      }
      return b.lambda(params, this.expression());
    }
    const body = this.or();
    if (!this.take('if')) return body;
    const test = this.or();
    this.expect('else');
    return b.ifExp(test, body, this.expression());
  }

  private or(): py.Expression {
    const values = [this.and()];
    while (this.take('or')) values.push(this.and());
    return b.boolOp('or', ...values);
  }

  private and(): py.Expression {
    const values = [this.not()];
    while (this.take('and')) values.push(this.not());
    return b.boolOp('and', ...values);
  }

  private not(): py.Expression {
    return this.take('not') ? b.unary('not', this.not()) : this.comparison();
  }

  private comparison(): py.Expression {
    const left = this.operation(0);
    const ops: py.CompareOperator[] = [];
    const comparators: py.Expression[] = [];
    while (comparisons.has(this.peek())) {
      let op = this.tokens[this.at++]!;
      if (op === 'not') {
        this.expect('in');
        op = 'not in';
      } else if (op === 'is' && this.take('not')) op = 'is not';
      ops.push(op as py.CompareOperator);
      comparators.push(this.operation(0));
    }
    return ops.length === 0 ? left : { kind: 'Compare', left, ops, comparators, start: -1, end: -1 };
  }

  private operation(level: number): py.Expression {
    const operators = binaryLevels[level];
    if (!operators) return this.sign();
    let left = this.operation(level + 1);
    for (let op = this.peek() as py.BinaryOperator; operators.includes(op); op = this.peek() as py.BinaryOperator) {
      this.at++;
      left = b.binary(left, op, this.operation(level + 1));
    }
    return left;
  }

  private sign(): py.Expression {
    if (this.take('-')) return b.unary('-', this.sign());
    if (this.take('~')) return b.unary('~', this.sign());
    const base = this.postfix();
    return this.take('**') ? b.binary(base, '**', this.sign()) : base;
  }

  private postfix(): py.Expression {
    let value = this.atom();
    for (;;) {
      if (this.take('.')) value = b.attribute(value, this.tokens[this.at++]!);
      else if (this.take('(')) value = b.call(value, ...this.args());
      else if (this.take('[')) {
        value = b.subscript(value, this.index());
        this.expect(']');
      } else return value;
    }
  }

  private args(): (py.Expression | py.Keyword)[] {
    const args: (py.Expression | py.Keyword)[] = [];
    while (!this.take(')')) {
      if (this.tokens[this.at + 1] === '=') {
        const id = this.tokens[this.at]!;
        this.at += 2;
        args.push(b.keyword(id, this.expression()));
      } else args.push(this.element());
      if (!this.take(',') && this.peek() !== ')') this.fail();
    }
    return args;
  }

  /** An expression, one with a star, or a generator. */
  private element(): py.Expression {
    if (this.take('*')) return b.starred(this.expression());
    const value = this.expression();
    const clause = this.clause();
    return clause ? b.generatorExp(value, clause) : value;
  }

  private clause(): py.Comprehension | undefined {
    if (!this.take('for')) return undefined;
    const names: py.Expression[] = [];
    do names.push(b.name(this.tokens[this.at++]!));
    while (this.take(','));
    this.expect('in');
    const iter = this.or();
    const ifs: py.Expression[] = [];
    while (this.take('if')) ifs.push(this.or());
    return b.generator(names.length === 1 ? names[0]! : b.tuple(...names), iter, ...ifs);
  }

  private index(): py.Expression {
    const bounds: (py.Expression | undefined)[] = [undefined];
    let isSlice = false;
    while (this.peek() !== ']') {
      if (this.take(':')) {
        isSlice = true;
        bounds.push(undefined);
      } else bounds[bounds.length - 1] = this.tupleOrOne();
    }
    return isSlice ? b.slice(...bounds) : (bounds[0] ?? this.fail());
  }

  private atom(): py.Expression {
    const token = this.tokens[this.at++] ?? this.fail();
    if (token === '(') {
      const value = this.peek() === ')' ? b.tuple() : this.namedOrTuple();
      const clause = this.clause();
      this.expect(')');
      return clause ? b.generatorExp(value, clause) : value;
    }
    if (token === '[') {
      const elts: py.Expression[] = [];
      let comprehension: py.Expression | undefined;
      while (this.peek() !== ']') {
        const value = this.take('*') ? b.starred(this.expression()) : this.expression();
        const clause = this.clause();
        if (clause) comprehension = b.listComp(value, clause);
        elts.push(value);
        if (!this.take(',')) break;
      }
      this.expect(']');
      return comprehension ?? b.list(...elts);
    }
    if (token === '{') {
      const items: [py.Expression, py.Expression][] = [];
      while (!this.take('}')) {
        const key = this.expression();
        this.expect(':');
        items.push([key, this.expression()]);
        this.take(',');
      }
      return b.dict(...items);
    }
    if (/^\d+$/.test(token)) return b.int(token);
    if (/^\d/.test(token)) return b.float(token);
    if (token.startsWith("b'")) return { kind: 'Bytes', value: unescaped(token.slice(2, -1)), start: -1, end: -1 };
    if (token.startsWith("'")) return b.str(unescaped(token.slice(1, -1)));
    if (token === 'True' || token === 'False') return b.bool(token === 'True');
    if (token === 'None') return b.none();
    if (/^(\$|\w|::)/.test(token)) return b.name(token);
    this.at--;
    return this.fail();
  }
}

function unescaped(text: string): string {
  const known: Record<string, string> = { n: '\n', t: '\t', r: '\r', '0': '\0' };
  return text.replace(/\\(.)/g, (_, letter: string) => known[letter] ?? letter);
}

/** The template with its placeholders filled and its imports and helpers asked for. */
export function fillTemplate(
  cx: Context,
  text: string,
  values: ReadonlyMap<string, py.Expression>,
  all: readonly py.Expression[],
): py.Expression {
  const used = namesIn([...values.values(), ...all]);
  const fill = (node: unknown): unknown => {
    if (Array.isArray(node))
      return (node as unknown[]).flatMap((one): unknown[] => (isName(one) && one.id === '$*' ? [...all] : [fill(one)]));
    if (typeof node !== 'object' || node === null) return node;
    if (isName(node)) return filledName(cx, node, values, used);
    const made: unknown = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value)]));
    return applied(made as py.Expression);
  };
  return fill(parseTemplate(text)) as py.Expression;
}

/** `(lambda x: x > 3)(item)` is `item > 3`, and `str.upper(char)` is `char.upper()`. */
function applied(node: py.Expression): py.Expression {
  if (node.kind !== 'Call') return node;
  const [first, ...others] = node.args;
  const { func } = node;
  if (func.kind === 'Attribute' && isName(func.value) && func.value.id === 'str' && first && first.kind === 'Name')
    return { ...node, func: { ...func, value: first }, args: others };
  return func.kind === 'Lambda' ? reduced(node, func) : node;
}

function reduced(node: py.Call, { params, body }: py.Lambda): py.Expression {
  const by = new Map<string, py.Expression>();
  for (const [i, param] of params.entries()) {
    const arg = node.args[i];
    if (param.kind !== 'Param' || param.name?.kind !== 'Name' || arg?.kind !== 'Name') return node;
    by.set(param.name.id, arg);
  }
  const given = namesIn([...by.values()]);
  const binds = (text: string): boolean => /"kind":"(Lambda|Comprehension|NamedExpr)"/.test(text);
  if (binds(JSON.stringify(body)) || [...namesIn([body])].some(id => given.has(id) && !by.has(id))) return node;
  const replace = (one: unknown): unknown => {
    if (Array.isArray(one)) return (one as unknown[]).map(replace);
    if (typeof one !== 'object' || one === null) return one;
    if (isName(one)) return by.get(one.id) ?? one;
    return Object.fromEntries(
      Object.entries(one).map(([key, value]) => [
        key,
        key === 'attr' || key === 'arg' ? value : (replace(value) as unknown),
      ]),
    );
  };
  return replace(body) as py.Expression;
}

const isName = (node: unknown): node is py.Name =>
  typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'Name';

function namesIn(values: readonly py.Expression[]): Set<string> {
  const names = new Set<string>();
  for (const value of values) walk(value, node => void (isName(node) && names.add(node.id)));
  return names;
}

/** Names that templates give to what they go through; the user's own names win. */
const boundNames = new Set(['char', 'group', 'i', 'item', 'key', 'line', 'match', 'part', 'value', 'a', 'b']);

function filledName(
  cx: Context,
  node: py.Name,
  values: ReadonlyMap<string, py.Expression>,
  used: ReadonlySet<string>,
): py.Expression {
  const { id } = node;
  if (id.startsWith('$')) return values.get(id) ?? missing(id);
  if (id.startsWith('::')) return cx.out.helper(id.slice(2) as HelperName);
  const [module, member] = id.split(/::|->/);
  if (member === undefined) return boundNames.has(id) && used.has(id) ? b.name(`${id}_`) : node;
  return id.includes('->') ? cx.out.from(module!, member) : cx.out.member(module!, member);
}

function missing(id: string): never {
  throw new Error(`a template has no value for ${id}`);
}

/** The placeholders of a template, each as often as it stands there. */
export function placeholders(text: string): string[] {
  return text.match(/\$[\w*]/g) ?? [];
}

/** The helpers that a template names. */
export function helpersOf(text: string): string[] {
  return [...text.matchAll(/(?<![\w.])::(\w+)/g)].map(([, id]) => id!);
}
