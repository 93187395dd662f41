import { strict as assert } from 'node:assert';
import type { Expression, Node } from '../../../src/core/syntax/go/ast';
import { printGo } from '../../../src/core/syntax/go/print';
import { body, expression, file, loadGo, print, reprint } from './go.support';

const at = { start: -1, end: -1 };
const ident = (name: string): Expression => ({ kind: 'Ident', name, ...at });

describe('Printing Go', () => {
  before(loadGo);

  describe('puts parentheses where they are needed and nowhere else', () => {
    for (const [text, printed] of [
      ['((a + b)) * c', '(a + b) * c'],
      ['a + (b * c)', 'a + b * c'],
      ['(a - b) - c', 'a - b - c'],
      ['a - (b - c)', 'a - (b - c)'],
      ['a && (b || c)', 'a && (b || c)'],
      ['(a && b) || c', 'a && b || c'],
      ['!(a == b)', '!(a == b)'],
      ['-(-a)', '- -a'],
      ['+(+a)', '+ +a'],
      ['a - (-b)', 'a - -b'],
      ['a & (^b)', 'a & ^b'],
      ['a &^ b', 'a &^ b'],
      ['^(^a)', '^^a'],
      ['&(*p)', '&*p'],
      ['(*p).x', '(*p).x'],
      ['*(p.x)', '*p.x'],
      ['(*p)[1]', '(*p)[1]'],
      ['(<-c).x', '(<-c).x'],
      ['<-(<-c)', '<-<-c'],
      ['(a + b).f()', '(a + b).f()'],
      ['(f)(x)', 'f(x)'],
      ['(func())(nil)', '(func())(nil)'],
      ['([]func())(nil)', '([]func())(nil)'],
      ['(chan int)(nil)', '(chan int)(nil)'],
      ['interface{}(nil)', 'interface{}(nil)'],
      ['func() int { return 1 }()', 'func() int { return 1 }()'],
      ['x.(func())', 'x.(func())'],
      ['x.(*T)', 'x.(*T)'],
    ] as const) {
      it(text, () => assert.equal(reprint(text), printed));
    }
  });

  it('never joins operators to another operator or a comment', () => {
    const nested = (op: '-' | '+' | '&' | '^', inner: Expression): Expression => ({
      kind: 'UnaryExpr',
      op,
      x: inner,
      ...at,
    });
    assert.equal(print(nested('&', nested('^', ident('a')))), '& ^a');
    assert.equal(print(nested('-', { kind: 'IntLit', value: '-1', ...at })), '- -1');
    const quotient: Expression = {
      kind: 'BinaryExpr',
      op: '/',
      x: ident('a'),
      y: { kind: 'StarExpr', x: ident('p'), ...at },
      ...at,
    };
    assert.equal(print(quotient), 'a / *p');
  });

  describe('keeps a literal in a header apart from the body', () => {
    for (const text of [
      'if x == (T{1}) {}',
      'if f(T{1}) {}',
      'for _, x := range (T{1}) {}',
      'for _, x := range []T{{1}} {}',
      'if x := (&T{}); x.ok {}'.replace('(&T{})', '&(T{})'),
      'switch (pkg.T{}) {\n}',
      'if (T[int]{}).ok() {}',
      'if xs[T{1}] {}',
      'if func() bool { return T{} == x }() {}',
    ]) {
      it(text, () => assert.equal(print(body(text)), text));
    }
  });

  it('breaks long literals and keeps short ones on a line', () => {
    assert.equal(reprint('P{1, 2}'), 'P{1, 2}');
    const long = `[]string{${Array.from({ length: 20 }, (_, i) => `"item ${i}"`).join(', ')}}`;
    assert.equal(reprint(long).split('\n').length, 22);
    const numbers = `[]int{${Array.from({ length: 100 }, (_, i) => i).join(', ')}}`;
    assert.ok(reprint(numbers).split('\n').length < 10);
  });

  it('writes one expression without and everything else with a line break at the end', () => {
    assert.equal(printGo(expression('a + b')).text, 'a + b');
    assert.equal(printGo(body('a()')).text, 'a()\n');
    assert.equal(printGo([]).text, '');
    assert.equal(printGo({ units: [], comments: [] }).text, '');
  });

  it('writes holes as the idioms do', () => {
    assert.equal(print({ kind: 'Meta', name: 'X', many: false, ...at }), '$X');
    assert.equal(print({ kind: 'Meta', name: '_', many: true, ...at }), '$$$_');
  });

  it('writes parts of declarations and statements alone', () => {
    const func = file('package p\n\nfunc f(a, b int) {\n\tswitch {\n\tcase x:\n\t\ty()\n\t}\n}\n').units[1]?.node;
    assert.ok(func?.kind === 'FuncDecl' && func.body);
    assert.equal(print(func.type.params[0] as Node), 'a, b int');
    const [statement] = func.body.list;
    assert.ok(statement?.kind === 'SwitchStmt');
    assert.equal(print(statement.cases[0] as Node), 'case x:\n\ty()');
  });

  it('accepts what no source could say', () => {
    const call: Expression = { kind: 'CallExpr', fun: ident('f'), args: [], ellipsis: false, ...at };
    const statement: Node = {
      kind: 'IfStmt',
      cond: ident('x'),
      body: { kind: 'BlockStmt', list: [], ...at },
      else: { kind: 'ExprStmt', x: call, ...at },
      ...at,
    };
    assert.equal(print(statement), 'if x {} else {\n\tf()\n}');
  });

  it('records where each node was printed', () => {
    const source = 'package p\n\n// f.\nfunc f() {\n\tx := -(a + b) * c // why\n}\n';
    const { text, spans } = printGo(file(source), { spans: true });
    const shown = spans.map(span => `${span.node.kind} ${text.slice(span.start, span.end)}`);
    assert.ok(shown.includes('AssignStmt x := -(a + b) * c'));
    assert.ok(shown.includes('BinaryExpr -(a + b) * c'));
    assert.ok(shown.includes('BinaryExpr a + b') || shown.includes('BinaryExpr (a + b)'));
    assert.ok(shown.includes('UnaryExpr -(a + b)'));
    assert.ok(shown.some(line => line.startsWith('FuncDecl func f() {')));
    assert.equal(printGo(file(source)).spans.length, 0);
    assert.equal(new Set(spans.map(span => span.node)).size, spans.length, 'one span for each node');
  });
});
