/** `switch` as a chain of conditions, with a value, without one, and over types. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { declare } from './assignments';
import { assign, attribute, boolOp, call, compare, ifs, name, none, tuple } from './build';
import { gap, isNil, variableOf, type Context, type Value } from './context';
import { expression } from './expressions';
import { freshName, nameOf } from './naming';
import { binaryExpression } from './operators';
import { block, statements } from './statements';
import type { TypeInfo } from './program';
import { isRune } from './goTypes';
import { takenOut } from './values';

interface Arm {
  test: py.Expression | undefined;
  body: py.Body;
}

/** `if … elif … else`, in the order of the cases, `default` last. */
function chain(arms: readonly Arm[]): py.Statement[] {
  const fallback = arms.find(arm => arm.test === undefined);
  const tested = arms.filter(arm => arm.test !== undefined);
  const isEmpty = (body: py.Body): boolean => body.every(one => one.kind === 'Pass' && !one.comments);
  let orelse: py.Body = fallback && !isEmpty(fallback.body) ? fallback.body : [];
  if (tested.length === 0) return orelse;
  for (const [i, arm] of [...tested].reverse().entries()) {
    orelse = [ifs(arm.test!, arm.body, orelse, i > 0)];
  }
  return orelse;
}

/** The statements of a case. `break` at its end says nothing; `fallthrough` goes on with the next. */
function caseBody(cx: Context, cases: readonly go.CaseClause[], at: number): py.Body {
  cx.fn.loops.push({ post: () => [], isSwitch: true });
  try {
    return block(cx, caseStatements(cases, at));
  } finally {
    cx.fn.loops.pop();
  }
}

function caseStatements(cases: readonly go.CaseClause[], at: number): go.Statement[] {
  const list = cases[at]?.body ?? [];
  const last = list.at(-1);
  if (last?.kind === 'BranchStmt' && last.tok === 'fallthrough')
    return [...list.slice(0, -1), ...caseStatements(cases, at + 1)];
  return withoutBreaks(list);
}

/** `if c { break }; rest` is `if !c { rest }`. */
function withoutBreaks(list: readonly go.Statement[]): go.Statement[] {
  const at = list.findIndex(
    one => isBreak(one) || (one.kind === 'IfStmt' && !one.else && isBreak(one.body.list.at(-1))),
  );
  const node = list[at];
  if (!node) return [...list];
  if (node.kind !== 'IfStmt') return list.slice(0, at);
  const rest = withoutBreaks(list.slice(at + 1));
  const then = node.body.list.slice(0, -1);
  const blockOf = (body: go.Statement[]): go.BlockStmt => ({
    kind: 'BlockStmt',
    list: body,
    start: node.body.start,
    end: node.body.end,
  });
  if (then.length === 0 && rest.length > 0) {
    const cond: go.UnaryExpr = { kind: 'UnaryExpr', op: '!', x: node.cond, start: node.cond.start, end: node.cond.end };
    return [...list.slice(0, at), { ...node, cond, body: blockOf(rest) }];
  }
  return [...list.slice(0, at), { ...node, body: blockOf(then), ...(rest.length > 0 && { else: blockOf(rest) }) }];
}

const isBreak = (node: go.Statement | undefined): boolean =>
  node?.kind === 'BranchStmt' && node.tok === 'break' && !node.label;

const clauses = (cases: readonly (go.CaseClause | go.Meta | go.Bad)[]): go.CaseClause[] =>
  cases.map(one => (one.kind === 'CaseClause' ? one : gap('this case does not parse', one)));

export function switchStatement(cx: Context, node: go.SwitchStmt): py.Statement[] {
  const init = node.init ? statements(cx, [node.init]) : [];
  const cases = clauses(node.cases);
  const { before, tag } = node.tag ? subject(cx, node.tag, cases) : { before: [], tag: undefined };
  const arms = cases.map((clause, i): Arm => ({
    test: clause.isDefault ? undefined : tag ? matches(cx, tag, clause.list) : anyOf(cx, clause.list),
    body: caseBody(cx, cases, i),
  }));
  return [...init, ...before, ...chain(arms)];
}

/** The tag is evaluated once: what is more than a name gets one. */
function subject(
  cx: Context,
  tag: go.Expression,
  cases: readonly go.CaseClause[],
): { before: py.Statement[]; tag: go.Expression } {
  const tests = cases.filter(one => !one.isDefault).length;
  if (/^(Ident|SelectorExpr)$/.test(tag.kind) || tests <= 1) return { before: [], tag };
  const value = expression(cx, tag);
  if (value.pure && value.value.kind === 'Subscript') return { before: value.before, tag };
  const own = freshName(cx, tag.kind === 'IndexExpr' ? 'item' : 'value');
  const stand: go.Ident = { kind: 'Ident', name: own, start: -1, end: -1 };
  cx.typing.assume(stand, isRune(value.type) ? value.type : cx.typing.of(tag));
  return { before: [...value.before, assign(own, value.value)], tag: stand };
}

/** `x == a`, or `x in (a, b)`. */
function matches(cx: Context, tag: go.Expression, list: readonly go.Expression[]): py.Expression {
  const tests = list.map(value => {
    const test: go.BinaryExpr = { kind: 'BinaryExpr', op: '==', x: tag, y: value, start: -1, end: -1 };
    return binaryExpression(cx, test).value;
  });
  const same = tests.every(
    (test): test is py.Compare => test.kind === 'Compare' && test.ops.length === 1 && test.ops[0] === '==',
  );
  if (tests.length > 1 && same) {
    return compare(tests[0]!.left, 'in', tuple(...tests.map(test => test.comparators[0]!)));
  }
  return boolOp('or', ...tests);
}

function anyOf(cx: Context, list: readonly go.Expression[]): py.Expression {
  return boolOp('or', ...list.map(one => expression(cx, one).value));
}

// ---- types ----

export function typeSwitchStatement(cx: Context, node: go.TypeSwitchStmt): py.Statement[] {
  const init = node.init ? statements(cx, [node.init]) : [];
  const value = expression(cx, node.x);
  const cases = clauses(node.cases);
  refusePointerBesideValue(cases);
  const used = node.name?.kind === 'Ident' && cases.some(clause => clauseUses(cx, clause));
  const { before, stand } = held(cx, node, value, used);
  const arms = cases.map((clause, i): Arm => {
    const test = clause.isDefault
      ? undefined
      : boolOp(
          'or',
          ...clause.list.map(one =>
            isNil(cx, one) ? compare(stand, 'is', none()) : typeTest(cx, stand, cx.typing.fromSyntax(one), one),
          ),
        );
    const variable = cx.program.bindings.clauseVariable(clause);
    const known = cx.fn.caught.length;
    const head: py.Statement[] = [];
    if (variable) {
      const [only] = clause.list;
      const type =
        clause.list.length === 1 && only && !isNil(cx, only) ? cx.typing.fromSyntax(only) : cx.typing.of(node.x);
      const taken = takenOut(cx, { before: [], value: stand, type, pure: true }, variable);
      if (taken.value === stand) cx.fn.stands.set(variable, stand);
      else head.push(...declare(cx, variable, taken));
      cx.fn.types.set(variable, isRune(type) ? t.int : type);
      const asError = type.kind === 'error' || cx.typing.info(type)?.isError;
      // An error that a case has named is there.
      if (asError) cx.fn.caught.push(variable);
    }
    const body = [...head, ...caseBody(cx, cases, i)];
    cx.fn.caught.length = known;
    return { test, body };
  });
  return [...init, ...value.before, ...before, ...chain(arms)];
}

/** `case P` and `case *P`: Python does not tell a pointer from its struct. */
function refusePointerBesideValue(cases: readonly go.CaseClause[]): void {
  const types = cases.flatMap(one => one.list);
  const values = new Set(types.flatMap(one => (one.kind === 'Ident' ? [one.name] : [])));
  const both = types.find(one => one.kind === 'StarExpr' && one.x.kind === 'Ident' && values.has(one.x.name));
  if (both) gap('a struct and a pointer to it as cases of one switch', both);
}

/** The value under the name that the cases use. */
function held(
  cx: Context,
  node: go.TypeSwitchStmt,
  value: Value,
  used: boolean | undefined,
): { before: py.Statement[]; stand: py.Expression } {
  if (value.value.kind === 'Name') return { before: [], stand: value.value };
  if (value.value.kind === 'Attribute' && !used) return { before: [], stand: value.value };
  const variable = node.name && variableOf(cx, node.name as go.Expression);
  const own = variable ? nameOf(cx, variable) : freshName(cx, 'value');
  return { before: [assign(own, value.value)], stand: name(own) };
}

function clauseUses(cx: Context, clause: go.CaseClause): boolean {
  const variable = cx.program.bindings.clauseVariable(clause);
  return clause.body.some(one => {
    let found = false;
    walk(
      one,
      at =>
        void (
          at.kind === 'Ident' &&
          variable !== undefined &&
          cx.program.bindings.variable(at) === variable &&
          (found = true)
        ),
    );
    return found;
  });
}

/** Whether a value is of a Go type. A bool is an int in Python, so that basic types are asked for exactly. */
export function typeTest(cx: Context, value: py.Expression, type: Type, node: go.Expression): py.Expression {
  const below = cx.typing.underlying(type);
  const info = cx.typing.info(type);
  const exactly = (id: string): py.Expression => compare(call('type', value), 'is', name(id));
  const isInstance = (cls: py.Expression): py.Expression => call('isinstance', value, cls);
  if (type.kind === 'instance' && info) {
    if (info.form === 'interface') return interfaceTest(cx, value, info.name, node);
    if (info.form === 'struct' || info.form === 'enum' || info.methods.size > 0) return isInstance(name(info.pyName));
    return gap(`whether a value is a ${info.name}: Python has no such type of its own`, node);
  }
  if (type.kind === 'instance') {
    if (type.name === 'fmt.Stringer')
      return compare(attribute(call('type', value), '__str__'), 'is not', attribute(name('object'), '__str__'));
    return gap(`whether a value is a ${type.name}`, node);
  }
  switch (below.kind) {
    case 'int':
      if (below.go !== undefined && !isRune(below)) cx.notes.assume('all integer types of Go are int in Python');
      return exactly('int');
    case 'float':
      return exactly('float');
    case 'str':
      return exactly('str');
    case 'bool':
      return exactly('bool');
    case 'list':
    case 'array':
      return isInstance(name('list'));
    case 'bytes':
      return isInstance(tuple(name('bytes'), name('bytearray')));
    case 'dict':
      return isInstance(name('dict'));
    case 'error':
      return isInstance(name('Exception'));
    case 'func':
      return call('callable', value);
    case 'pointer': {
      const to = cx.typing.info(below);
      if (below.to.kind === 'instance' && below.to.name === 'strconv.NumError')
        return isInstance(cx.out.helper('NumError'));
      return to ? isInstance(name(to.pyName)) : gap('whether a value is a pointer', node);
    }
    case 'any':
      return compare(value, 'is not', none());
    default:
      return gap('whether a value is of this type', node);
  }
}

/** Whether a type has all methods of an interface, its own or those of what it embeds. */
export function implementsInterface(cx: Context, type: TypeInfo, id: string): boolean {
  const wanted = cx.program.types.get(id)?.spec.type;
  if (wanted?.kind !== 'InterfaceType') return false;
  return wanted.methods.every(member => {
    if (member.kind !== 'Field') return false;
    if (member.names.length === 0)
      return member.type.kind === 'Ident' && implementsInterface(cx, type, member.type.name);
    const [own] = member.names;
    return own?.kind === 'Ident' && cx.typing.method(t.pointer(t.instance(`.${type.name}`)), own.name) !== undefined;
  });
}

/** An interface is asked for by its methods. */
function interfaceTest(cx: Context, value: py.Expression, id: string, node: go.Expression): py.Expression {
  const implementers = [...cx.program.types.values()].filter(
    type => type.form !== 'interface' && implementsInterface(cx, type, id),
  );
  if (implementers.length === 0) return gap(`whether a value is a ${id}`, node);
  const classes = implementers.map(type => name(type.pyName));
  return call('isinstance', value, classes.length === 1 ? classes[0]! : tuple(...classes));
}
