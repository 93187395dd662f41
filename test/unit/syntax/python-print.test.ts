import assert from 'node:assert/strict';
import type { Expression, Node, Statement } from '../../../src/core/syntax/python/ast';
import { printPython } from '../../../src/core/syntax/python/print';
import { badNodes, expression, file, loadPython, one, parsePython, print } from './python.support';

const at = { start: -1, end: -1 };
const name = (id: string): Expression => ({ kind: 'Name', ...at, id });
const tuple = (...elts: Expression[]): Expression => ({ kind: 'Tuple', ...at, elts });

describe('the Python printer', () => {
  before(loadPython);

  it('ends statements with a line break and expressions with nothing', () => {
    assert.equal(printPython(one('a = 1')).text, 'a = 1\n');
    assert.equal(printPython([one('a'), one('b')]).text, 'a\nb\n');
    assert.equal(printPython(expression('a + b')).text, 'a + b');
    assert.equal(printPython([]).text, '');
  });

  it('writes pass where a template has no statements', () => {
    const test = name('a');
    const nodes: Statement[] = [
      { kind: 'If', ...at, test, body: [], orelse: [] },
      { kind: 'Try', ...at, body: [], handlers: [], orelse: [], finalbody: [], star: false },
      {
        kind: 'ClassDef',
        ...at,
        name: { kind: 'Name', ...at, id: 'A' },
        typeParams: [],
        bases: [],
        body: [],
        decorators: [],
      },
    ];
    for (const node of nodes) assert.deepEqual(badNodes(file(printPython(node).text)), []);
    assert.equal(print(nodes), 'if a:\n    pass\ntry:\n    pass\nfinally:\n    pass\nclass A:\n    pass');
  });

  it('has parentheses where nodes are put together that no text had together', () => {
    const test: Expression = { kind: 'Lambda', ...at, params: [], body: name('a') };
    const yields: Expression = { kind: 'Yield', ...at, value: tuple(name('a'), name('b')) };
    const minus: Expression = { kind: 'Int', ...at, value: '-1' };
    const cases: [Node, string][] = [
      [{ kind: 'Attribute', ...at, value: minus, attr: { kind: 'Name', ...at, id: 'real' } }, '(-1).real'],
      [{ kind: 'BinOp', ...at, op: '**', left: minus, right: minus }, '(-1) ** -1'],
      [{ kind: 'Call', ...at, func: test, args: [yields] }, '(lambda: a)((yield a, b))'],
      [{ kind: 'Return', ...at, value: yields }, 'return (yield a, b)'],
      [{ kind: 'Raise', ...at, exc: tuple(name('a')) }, 'raise (a,)'],
      [{ kind: 'Set', ...at, elts: [] }, 'set()'],
      [{ kind: 'Float', ...at, value: 'NaN' }, 'float("nan")'],
      [
        { kind: 'UnaryOp', ...at, op: 'not', operand: { kind: 'UnaryOp', ...at, op: 'not', operand: test } },
        'not not (lambda: a)',
      ],
    ];
    for (const [node, text] of cases) assert.equal(print(node), text);
  });

  it('prints a node of any kind alone', () => {
    const f = one('@d\ndef f(a: int = 1, *b): pass');
    assert.ok(f.kind === 'FunctionDef');
    assert.deepEqual(f.params.map(print), ['a: int = 1', '*b']);
    const call = expression('f(*a, b=1)');
    assert.deepEqual(call.kind === 'Call' && call.args.map(print), ['*a', 'b=1']);
    const tried = one('try: a\nexcept B as c: d');
    assert.deepEqual(tried.kind === 'Try' && tried.handlers.map(print), ['except B as c:\n    d']);
    const match = one('match a:\n  case [b, *_]: c');
    assert.ok(match.kind === 'Match' && match.cases[0]?.kind === 'MatchCase');
    assert.deepEqual(match.cases.map(print), ['case [b, *_]:\n    c']);
    assert.equal(print(match.cases[0].pattern), '[b, *_]');
    const list = expression('[a async for b in c if d]');
    assert.deepEqual(list.kind === 'ListComp' && list.generators.map(print), ['async for b in c if d']);
  });

  it('takes an elif for what was one and an if in an else for what was that', () => {
    const node = one('if a:\n    b\nelif c:\n    d');
    assert.ok(node.kind === 'If' && node.orelse[0]?.kind === 'If');
    delete node.orelse[0].style;
    assert.equal(print(node), 'if a:\n    b\nelse:\n    if c:\n        d');
  });

  it('gives the range of every statement and expression on demand, parents first', () => {
    const text = 'if (a):\n  f("é", b)\n';
    assert.deepEqual(printPython(file(text)).spans, []);
    const printed = printPython(file(text), { spans: true });
    assert.deepEqual(
      printed.spans.map(span => `${span.node.kind} ${printed.text.slice(span.start, span.end)}`),
      ['If if a:\n    f("é", b)', 'Name a', 'Expr f("é", b)', 'Call f("é", b)', 'Name f', 'Str "é"', 'Name b'],
    );
  });

  it('keeps no range of a try at an f-string that it gave up', () => {
    const printed = printPython(expression(`f"{a}{'"'}{"'"}"`), { spans: true });
    assert.equal(printed.spans.filter(span => span.node.kind === 'Name').length, 1);
    for (const { node, start, end } of printed.spans) {
      if (node.kind === 'Name') assert.equal(printed.text.slice(start, end), 'a');
    }
  });

  it('gives a text without errors for a file with all kinds of statements', () => {
    const text = 'with a as b, c:\n  for x, in y: pass\n  else: raise\nasync def f(): return *a, b\n';
    assert.equal(parsePython(printPython(file(text)).text).hasError, false);
  });
});
