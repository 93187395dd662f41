/** `v, err := f()` and `if err != nil { … }`: Python raises, so that most of it disappears or becomes `try`. */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { annAssign, assign, binary, call, handler, name, none, pass, raise, tries, tuple, withs } from './build';
import { errorOf, raises } from './calls';
import { isNil, variableOf, type Context } from './context';
import { place } from './assignments';
import { declareTargets } from './targets';
import { ends } from './guards';
import { expression } from './expressions';
import { listens, started } from './routes';
import { libraryNeverFails, libraryStatement } from './library';
import { freshName, nameOf, noteWrite } from './naming';
import { block, type Step } from './statements';
import type { Variable } from './symbols';
import { zero } from './values';

interface Check {
  assigned: go.AssignStmt;
  call: go.CallExpr;
  targets: go.Expression[];
  err: Variable;
  /** Where the error is not nil. */
  failed: go.Statement[];
  /** Where it is nil, behind `else` or in `if err == nil`. */
  passed: go.Statement[];
  statement: go.IfStmt;
  consumed: number;
}

/** An assignment with an error and the `if` that looks at it; undefined where the place is none. */
export function errorCheck(cx: Context, list: readonly go.Statement[], i: number): Step | undefined {
  const check = findCheck(cx, list, i);
  if (!check) return undefined;
  if (libraryNeverFails(cx, check.call)) return { written: unchecked(cx, check), consumed: check.consumed };
  // A server that does not start ends the program anyway.
  const server = listens(cx, check.call);
  if (server) return { written: started(cx, server), consumed: check.consumed };
  return { written: writeCheck(cx, check), consumed: check.consumed };
}

function findCheck(cx: Context, list: readonly go.Statement[], i: number): Check | undefined {
  const node = list[i];
  const next = list[i + 1];
  if (node?.kind === 'AssignStmt' && next?.kind === 'IfStmt' && !next.init) return asCheck(cx, node, next, 2);
  if (node?.kind === 'IfStmt' && node.init?.kind === 'AssignStmt') return asCheck(cx, node.init, node, 1);
  return undefined;
}

function asCheck(cx: Context, assigned: go.AssignStmt, statement: go.IfStmt, consumed: number): Check | undefined {
  const { lhs, rhs, op } = assigned;
  const [value] = rhs;
  if ((op !== '=' && op !== ':=') || rhs.length !== 1 || value?.kind !== 'CallExpr') return undefined;
  if (!raises(cx, value) && !libraryNeverFails(cx, value)) return undefined;
  const err = variableOf(cx, lhs.at(-1));
  const { cond } = statement;
  if (
    !err ||
    cond.kind !== 'BinaryExpr' ||
    (cond.op !== '!=' && cond.op !== '==') ||
    !isNil(cx, cond.y) ||
    variableOf(cx, cond.x) !== err
  )
    return undefined;
  const then = statement.body.list;
  const other = statement.else?.kind === 'BlockStmt' ? statement.else.list : statement.else ? [statement.else] : [];
  const fails = cond.op === '!=';
  return {
    assigned,
    call: value,
    targets: lhs.slice(0, -1),
    err,
    failed: fails ? then : other,
    passed: fails ? other : then,
    statement,
    consumed,
  };
}

/** The call alone: there is no error that a check could see. */
function unchecked(cx: Context, check: Check): py.Statement[] {
  const written = attempted(cx, check.assigned, check.targets, check.call);
  cx.fn.nilErrors.add(check.err);
  const passed = check.passed.length > 0 ? block(cx, check.passed) : [];
  return [...written, ...(isOnlyPass(passed) ? [] : passed)];
}

function writeCheck(cx: Context, check: Check): py.Statement[] {
  const { err, failed, passed, statement } = check;
  const attempt = (): py.Statement[] => attempted(cx, check.assigned, check.targets, check.call);
  if (failed.length > 0 && isPassedOn(cx, failed, err)) {
    const written = attempt();
    cx.fn.nilErrors.add(err);
    return [...written, ...(passed.length > 0 ? block(cx, passed) : [])];
  }
  const leaves = failed.length > 0 && ends({ kind: 'BlockStmt', list: failed, start: -1, end: -1 });
  // What is read behind the `if` has to have its value there.
  const readLater = !leaves && cx.usage.isReadAfter(err, statement);
  if (readLater) return asValues(cx, check);
  const uses = usesError(cx, failed, err);
  cx.fn.looseParsing = !uses && !failed.some(one => one.kind === 'ReturnStmt' && cx.fn.raises);
  const tried = attempt();
  cx.fn.looseParsing = false;
  const zeros = leaves ? [] : zeroTargets(cx, check, failed);
  const handlerBody = inHandler(cx, err, () => (failed.length > 0 ? block(cx, failed) : [pass()]));
  cx.fn.nilErrors.add(err);
  const orelse = passed.length > 0 ? block(cx, passed) : [];
  if (!leaves) cx.fn.nilErrors.delete(err);
  const named = uses && mentionsName(handlerBody, nameOf(cx, err));
  const caught = handler(exceptionClasses(cx, check.call), named ? nameOf(cx, err) : undefined, [
    ...zeros,
    ...withoutPass(handlerBody, zeros),
  ]);
  return [
    tries(tried, [...panicsThrough(cx, check.call), caught], orelse.length > 0 && !isOnlyPass(orelse) ? orelse : []),
  ];
}

/** Whether the statements read a variable of Python. */
export function mentionsName(body: py.Body, id: string): boolean {
  let found = false;
  for (const one of body) walk(one, node => void (node.kind === 'Name' && node['id'] === id && (found = true)));
  return found;
}

const isOnlyPass = (body: py.Body): boolean => body.every(one => one.kind === 'Pass' && !one.comments);
const withoutPass = (body: py.Body, zeros: py.Statement[]): py.Body =>
  zeros.length > 0 ? body.filter(one => one.kind !== 'Pass' || one.comments) : body;

/** Works where `err` is the exception that was caught. */
export function inHandler<T>(cx: Context, err: Variable, work: () => T): T {
  cx.fn.nilErrors.delete(err);
  cx.fn.caught.push(err);
  try {
    return work();
  } finally {
    cx.fn.caught.splice(cx.fn.caught.lastIndexOf(err), 1);
  }
}

/** `return 0, err`: the exception goes through by itself. */
function isPassedOn(cx: Context, failed: readonly go.Statement[], err: Variable): boolean {
  const [only] = failed;
  if (!cx.fn.raises || failed.length !== 1 || only?.kind !== 'ReturnStmt') return false;
  const last = only.results.at(-1);
  if (!last) return cx.fn.named.at(-1) === err;
  return variableOf(cx, last) === err;
}

/** On failure Go's results have their zero values, for whoever reads them afterwards. */
function zeroTargets(cx: Context, check: Check, failed: readonly go.Statement[]): py.Statement[] {
  return check.targets.flatMap(target => {
    const variable = variableOf(cx, target);
    if (!variable || (target.kind === 'Ident' && target.name === '_')) return [];
    if (givesFirst(cx, failed, variable)) return [];
    if (!cx.usage.isReadAfter(variable, check.statement) && !uses(cx, failed, variable)) return [];
    noteWrite(cx, variable);
    return [assign(nameOf(cx, variable), zero(cx, cx.typing.ofVariable(variable)))];
  });
}

/** The handler gives the variable a value of its own at once. */
function givesFirst(cx: Context, failed: readonly go.Statement[], variable: Variable): boolean {
  return failed.some(
    one =>
      one.kind === 'AssignStmt' &&
      one.op === '=' &&
      one.lhs.length === 1 &&
      variableOf(cx, one.lhs[0]) === variable &&
      !mentions(cx, one.rhs, variable),
  );
}

const mentions = (cx: Context, nodes: readonly go.Expression[], variable: Variable): boolean =>
  nodes.some(node => {
    let found = false;
    walk(node, at => void (cx.program.bindings.variable(at) === variable && (found = true)));
    return found;
  });

const uses = (cx: Context, list: readonly go.Statement[], variable: Variable): boolean =>
  list.some(one => {
    let found = false;
    walk(one, at => void (at.kind === 'Ident' && cx.program.bindings.variable(at) === variable && (found = true)));
    return found;
  });

/** Whether the handler needs a name for the exception: raising it again needs none. */
function usesError(cx: Context, failed: readonly go.Statement[], err: Variable): boolean {
  return failed.some(one => {
    if (one.kind === 'ReturnStmt' && variableOf(cx, one.results.at(-1)) === err && cx.fn.raises)
      return uses(
        cx,
        one.results.slice(0, -1).map(x => ({ kind: 'ExprStmt', x, start: -1, end: -1 })),
        err,
      );
    return uses(cx, [one], err);
  });
}

/** What to catch from a call. */
export function exceptionClasses(cx: Context, node: go.CallExpr): py.Expression {
  const classes = cx.exceptions
    .classesOf(node)
    .map(id =>
      id.includes('.') ? cx.out.member(id.slice(0, id.lastIndexOf('.')), id.slice(id.lastIndexOf('.') + 1)) : name(id),
    );
  return classes.length === 1 ? classes[0]! : tuple(...classes);
}

/** Where any exception may be the error that a call gives, those that panics became go on to who recovers from them. */
function panicsThrough(cx: Context, node: go.CallExpr): py.ExceptHandler[] {
  const isOpen = cx.exceptions.recovers && cx.exceptions.classesOf(node).includes('Exception');
  return isOpen ? [handler(tuple(...panicClasses.map(id => name(id))), undefined, [raise()])] : [];
}

const panicClasses = ['ArithmeticError', 'AttributeError', 'LookupError', 'RuntimeError', 'TypeError'];

/** The call with its results in their places. */
function attempted(
  cx: Context,
  node: go.AssignStmt,
  targets: readonly go.Expression[],
  called: go.CallExpr,
): py.Statement[] {
  const asStatement = targets.length === 0 ? libraryStatement(cx, called) : undefined;
  if (asStatement) return asStatement;
  const value = expression(cx, called);
  return [...value.before, ...declareTargets(cx, node, targets, value)];
}

/** The error as a value, as in Go: for code that looks at it later or more than once. */
function asValues(cx: Context, check: Check): py.Statement[] {
  const first = valueForm(cx, check.assigned.lhs, check.call, check.assigned.op === ':=');
  const test: py.Statement = {
    kind: 'If',
    test: expression(cx, check.statement.cond).value,
    body: block(cx, check.statement.body),
    orelse: check.statement.else
      ? block(cx, check.statement.else.kind === 'BlockStmt' ? check.statement.else : [check.statement.else])
      : [],
    start: -1,
    end: -1,
  };
  return [...first, test];
}

/** `v, err = f(), None`, with the error caught. */
export function valueForm(
  cx: Context,
  targets: readonly go.Expression[],
  node: go.CallExpr,
  declares: boolean,
): py.Statement[] {
  const err = variableOf(cx, targets.at(-1));
  const held = place(cx, targets.at(-1)!);
  const own = held.value;
  const others = targets.slice(0, -1);
  const fake: go.AssignStmt = {
    kind: 'AssignStmt',
    lhs: others,
    op: declares ? ':=' : '=',
    rhs: [node],
    start: node.start,
    end: node.end,
  };
  const caught = freshName(cx, 'error');
  const zeros = others.flatMap(target => zeroed(cx, target));
  const id = own.kind === 'Name' ? own.id : '';
  const annotated = declares && err?.ident === targets.at(-1) && !cx.fn.fresh.has(`: ${id}`);
  cx.fn.fresh.add(`: ${id}`);
  const reset = annotated ? annAssign(own, binary(name('Exception'), '|', none()), none()) : assign(own, none());
  return [
    ...held.before,
    reset,
    tries(attempted(cx, fake, others, node), [
      ...panicsThrough(cx, node),
      handler(exceptionClasses(cx, node), caught, [...zeros, assign(own, name(caught))]),
    ]),
  ];
}

/** A result of a call that has failed. */
function zeroed(cx: Context, target: go.Expression): py.Statement[] {
  if (target.kind === 'Ident' && target.name === '_') return [];
  const to = place(cx, target);
  return [...to.before, assign(to.value, zero(cx, cx.typing.of(target)))];
}

/** An assignment from a call that raises, where no `if` follows; undefined for other values. */
export function assignedError(
  cx: Context,
  targets: readonly go.Expression[],
  value: go.Expression,
): py.Statement[] | undefined {
  if (value.kind !== 'CallExpr') return undefined;
  const last = targets.at(-1);
  const node = value;
  if (libraryNeverFails(cx, node)) {
    const err = variableOf(cx, last);
    const written = attempted(cx, withoutError(targets, node, err?.ident === last), targets.slice(0, -1), node);
    if (!err || err.name === '_') return written;
    noteWrite(cx, err);
    return [...written, assign(nameOf(cx, err), none())];
  }
  if (!raises(cx, value)) return undefined;
  if (last?.kind === 'Ident' && last.name === '_') return ignoredResult(cx, targets.slice(0, -1), node);
  if (targets.length === 1 && last && last.kind !== 'Ident') {
    const made = errorOf(cx, node);
    const to = place(cx, last);
    return [...made.before, ...to.before, assign(to.value, made.value)];
  }
  return valueForm(
    cx,
    targets,
    node,
    targets.some(target => variableOf(cx, target)?.ident === target),
  );
}

/** The assignment with the error left out. */
const withoutError = (targets: readonly go.Expression[], node: go.CallExpr, declares: boolean): go.AssignStmt => ({
  kind: 'AssignStmt',
  lhs: targets.slice(0, -1),
  op: declares ? ':=' : '=',
  rhs: [node],
  start: node.start,
  end: node.end,
});

/** `n, _ := f()`: on failure the zero value. */
function ignoredResult(cx: Context, targets: readonly go.Expression[], node: go.CallExpr): py.Statement[] {
  const fake: go.AssignStmt = {
    kind: 'AssignStmt',
    lhs: [...targets],
    op: '=',
    rhs: [node],
    start: node.start,
    end: node.end,
  };
  if (targets.length === 0) return ignoredError(cx, node);
  const zeros = targets.flatMap(target => zeroed(cx, target));
  cx.fn.looseParsing = true;
  const tried = attempted(cx, fake, targets, node);
  cx.fn.looseParsing = false;
  return [
    tries(tried, [
      ...panicsThrough(cx, node),
      handler(exceptionClasses(cx, node), undefined, zeros.length > 0 ? zeros : [pass()]),
    ]),
  ];
}

/** A call whose error nobody looks at. */
export function ignoredError(cx: Context, node: go.CallExpr): py.Statement[] {
  const classes = exceptionClasses(cx, node);
  const nothing: go.AssignStmt = {
    kind: 'AssignStmt',
    lhs: [],
    op: '=',
    rhs: [node],
    start: node.start,
    end: node.end,
  };
  const suppress = call(
    cx.out.member('contextlib', 'suppress'),
    ...(classes.kind === 'Tuple' ? classes.elts : [classes]),
  );
  return [withs(suppress, attempted(cx, nothing, [], node))];
}
