/** Tests of Go as tests of pytest: what fails a test is an assertion. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { call, expr, negate } from './build';
import { variableOf, type Context } from './context';
import { expression } from './expressions';
import { format, joined, type Formatted } from './formatting';
import { withoutLineBreak } from './library/fmt';
import { block, statements, type Step } from './statements';

/** Whether a function is a test: its one parameter is `t *testing.T`. */
export function isTest(cx: Context, type: go.FuncType): boolean {
  const [only] = type.params;
  if (type.params.length !== 1 || only?.kind !== 'Field' || type.results.length > 0) return false;
  const of = cx.typing.fromSyntax(only.type);
  return of.kind === 'pointer' && of.to.kind === 'instance' && of.to.name === 'testing.T';
}

/** A call of a method of `t`, with its name and arguments. */
function testCall(
  cx: Context,
  node: go.Statement | undefined,
): { name: string; args: readonly go.Expression[] } | undefined {
  if (node?.kind !== 'ExprStmt' || node.x.kind !== 'CallExpr' || node.x.fun.kind !== 'SelectorExpr') return undefined;
  const { x, sel } = node.x.fun;
  const type = cx.typing.of(x);
  const isT =
    type.kind === 'pointer' &&
    type.to.kind === 'instance' &&
    type.to.name === 'testing.T' &&
    variableOf(cx, x) !== undefined;
  return isT && sel.kind === 'Ident' ? { name: sel.name, args: node.x.args } : undefined;
}

function message(cx: Context, name: string, [text, ...rest]: readonly go.Expression[]): Formatted {
  if (name.endsWith('f')) return format(cx, text, rest);
  return joined(cx, text ? [text, ...rest] : []);
}

/** Statements of a test; undefined for those that are like any others. */
export function testStatement(cx: Context, list: readonly go.Statement[], i: number): Step | undefined {
  const node = list[i];
  if (cx.fn.kind !== 'test' || !node) return undefined;
  if (node.kind === 'IfStmt' && !node.else && node.body.list.length === 1) {
    const failed = testCall(cx, node.body.list[0]);
    if (failed && /^(Error|Fatal)f?$/.test(failed.name)) {
      const init = node.init ? statements(cx, [node.init]) : [];
      const cond = expression(cx, node.cond);
      const text = message(cx, failed.name, failed.args);
      const assertion: py.Assert = {
        kind: 'Assert',
        test: negate(cond.value),
        msg: withoutLineBreak(text.value) ?? text.value,
        start: -1,
        end: -1,
      };
      return { written: [...init, ...cond.before, ...text.before, assertion], consumed: 1 };
    }
  }
  const called = testCall(cx, node);
  if (!called) return undefined;
  switch (called.name) {
    case 'Errorf':
    case 'Error':
    case 'Fatalf':
    case 'Fatal': {
      const text = message(cx, called.name, called.args);
      return { written: [...text.before, expr(call(cx.out.member('pytest', 'fail'), text.value))], consumed: 1 };
    }
    case 'Log':
    case 'Logf': {
      const text = message(cx, called.name, called.args);
      return { written: [...text.before, expr(call('print', text.value))], consumed: 1 };
    }
    case 'Skip':
    case 'Skipf': {
      const text = message(cx, called.name, called.args);
      return { written: [...text.before, expr(call(cx.out.member('pytest', 'skip'), text.value))], consumed: 1 };
    }
    case 'Helper':
    case 'Parallel':
      return { written: [], consumed: 1 };
    case 'Run': {
      // The cases of a table run in one test; each assertion says which it is.
      const [, body] = called.args;
      if (body?.kind !== 'FuncLit' || !isTest(cx, body.type)) return undefined;
      return { written: block(cx, body.body), consumed: 1 };
    }
    default:
      return undefined;
  }
}
