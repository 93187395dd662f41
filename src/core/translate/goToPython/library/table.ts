/** Tables of the library whose entries are templates; their types come from the signatures of the library. */
import * as t from '../../../facts/types';
import type { FunctionType, Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { assign, attribute, lambda, name } from '../build';
import { plainResults } from '../exceptions';
import { gap, simple, type Context, type Value } from '../context';
import { expression, valueOf } from '../expressions';
import { fittingNumber } from '../arithmetic';
import { isRune } from '../goTypes';
import { freshName } from '../naming';
import { combine } from '../operators';
import { chr } from '../values';
import { receiverOf, type LibraryEntry, type LibraryTable } from './entry';
import { fillTemplate, placeholders } from './template';
import { memberType, resultOf, signatureOf } from './signatures';

/**
 * A template, or one for each number of arguments. `!` before it: the error that Go gives is raised. A template of a
 * constant, a variable or a field has no arguments.
 */
export type Templates = Readonly<Record<string, string>>;

const written = new Map<string, string>();

/** Every template of the tables by the name that it stands for, so that a test can read them all. */
export const allTemplates: ReadonlyMap<string, string> = written;

/** The entries of a package or of one of its types: `strings`, `strings.Builder`. */
export function templates(path: string, entries: Templates, options: TemplateOptions = {}): LibraryTable {
  return Object.fromEntries(
    Object.entries(entries).map(([id, text]) => [`${path}.${id}`, entryOf(`${path}.${id}`, text, options)]),
  );
}

export interface TemplateOptions {
  /** A byte that is an argument is a number; else it is a character. */
  bytesAsNumbers?: boolean;
  /** The error that Go gives is a value here too, or None. */
  givesError?: 'maybe';
}

function entryOf(id: string, text: string, options: TemplateOptions): LibraryEntry {
  written.set(id, text);
  const template = text.replace(/^!\s*/, '');
  const signature = signatureOf(id);
  if (!signature) {
    const type = memberType(id) ?? t.unknown;
    return template.includes('$r')
      ? { type, value: (cx, node) => fieldOf(cx, template, node, type) }
      : { type, value: cx => simple(fillTemplate(cx, template, new Map(), []), type) };
  }
  return {
    type: args => resultOf(signature, args),
    fails: text.startsWith('!'),
    ...(options.givesError && { givesError: options.givesError }),
    call: (cx, args, node) => filled(cx, template, signature, args, node, options),
    value: cx => simple(asFunction(cx, template, signature), signature),
  };
}

function fieldOf(cx: Context, template: string, node: go.SelectorExpr, type: Type): Value {
  const base = expression(cx, node.x);
  return { ...base, value: fillTemplate(cx, template, new Map([['$r', base.value]]), []), type };
}

/** An argument in the form that the parameter has in Python. */
export function argument(
  cx: Context,
  arg: go.Expression,
  param: Type | undefined,
  { bytesAsNumbers }: TemplateOptions = {},
): Value {
  if (param?.kind === 'int') {
    if (!isRune(param) && (bytesAsNumbers || param.go !== 'uint8')) return fittingNumber(cx, arg);
    const value = expression(cx, arg);
    return isRune(value.type) ? value : { ...value, value: chr(value.value), type: param };
  }
  return param?.kind === 'float' || param?.kind === 'any' || param?.kind === 'typevar'
    ? valueOf(cx, arg, param.kind === 'float' ? undefined : param)
    : valueOf(cx, arg, param);
}

/** A call with the template of its function. */
export function filled(
  cx: Context,
  template: string,
  signature: FunctionType,
  args: readonly go.Expression[],
  node: go.CallExpr,
  options: TemplateOptions = {},
): Value {
  const takesReceiver = template.includes('$r');
  const { params } = signature;
  const values = args.map((arg, i) => {
    const param = params[Math.min(i, params.length - 1)];
    const isSpread = node.ellipsis && i === args.length - 1;
    const value = isSpread ? expression(cx, arg) : argument(cx, arg, param?.type, options);
    return isSpread ? { ...value, value: { kind: 'Starred' as const, value: value.value, start: -1, end: -1 } } : value;
  });
  const results = options.givesError ? [t.error] : plainResults(signature);
  const whole = resultOf(
    { ...signature, result: results.length === 1 ? results[0]! : results.length === 0 ? t.none : t.tuple(...results) },
    args.map(arg => cx.typing.of(arg)),
  );
  const before: py.Statement[] = [];
  const given = takesReceiver ? [receiverOf(cx, node), ...values] : values;
  const made = combine(
    given,
    own => {
      const all = takesReceiver ? own.slice(1) : own;
      const named = new Map<string, py.Expression>();
      const counts = placeholders(template);
      const give = (id: string, value: py.Expression): void => {
        const isOften = counts.filter(one => one === id).length > 1;
        named.set(id, isOften && !isSimple(value) ? kept(cx, value, before) : value);
      };
      if (takesReceiver) give('$r', own[0]!);
      all.forEach((value, i) => give(`$${i}`, value));
      return fillTemplate(cx, template, named, all);
    },
    whole,
  );
  return { ...made, before: [...made.before, ...before], pure: made.pure && !takesReceiver };
}

/** What may be written twice. */
const isSimple = (value: py.Expression): boolean =>
  /^(Name|Int|Float|Str|None|Bool|Lambda)$/.test(value.kind) ||
  (value.kind === 'Attribute' && isSimple(value.value)) ||
  (value.kind === 'UnaryOp' && isSimple(value.operand));

function kept(cx: Context, value: py.Expression, before: py.Statement[]): py.Expression {
  const own = freshName(cx, 'value');
  before.push(assign(own, value));
  return name(own);
}

/** A function of the library as a value: `str.upper`, `math.sqrt`, or a lambda. */
function asFunction(cx: Context, template: string, signature: FunctionType): py.Expression {
  const { params } = signature;
  if (template.includes('$r')) return gap('a method of the library as a value');
  const [, onText] = /^\$0\.(\w+)\(\)$/.exec(template) ?? [];
  if (onText && (params[0]?.type.kind === 'str' || (params[0] && isRune(params[0].type))))
    return attribute(name('str'), onText);
  const [, plain] = /^([\w.:>-]+)\((?:\$\d(?:, )?)*\)$/.exec(template) ?? [];
  const inOrder = placeholders(template).every((one, i) => one === `$${i}`);
  if (plain && inOrder && placeholders(template).length === params.length)
    return fillTemplate(cx, plain, new Map(), []);
  if (params.some(param => param.variadic)) return gap('this function of the library as a value');
  const names = params.map((param, i) => param.name || 'abcdef'[i]!);
  const values = new Map(names.map((id, i) => [`$${i}`, name(id) as py.Expression]));
  return lambda(names, fillTemplate(cx, template, values, []));
}
