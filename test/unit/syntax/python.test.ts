import assert from 'node:assert/strict';
import { equal, walk } from '../../../src/core/syntax/node';
import { badNodes, brief, expression, file, loadPython, one, reprint, statements } from './python.support';

/** Statements that come back as they are. */
const stable = [
  'import a, b.c as d',
  'from . import x',
  'from ..a.b import c as d, e',
  'from x import *',
  'from __future__ import annotations',
  'x = y = yield z',
  'a, *b = b, a',
  'a, b = c',
  '[a, (b, *c)] = d',
  'x: int',
  'x.y: list[str] = yield',
  'x @= y',
  'x //= yield',
  'del a, (b, c), d[0]',
  'return_ = 1',
  'raise',
  'raise A from None',
  'assert a, b',
  'assert (a, b)',
  'global a, b',
  'type X[T, *U, **P] = list[T]',
  '(print >> f, x)',
  'print',
  'exec(a, b)',
  'match = match(type)',
  'type(x).y = z',
  'type(x)[0].y = type(z)',
  'if a:\n    pass\nelif b := c:\n    pass\nelse:\n    pass',
  'if a:\n    pass\nelse:\n    if b:\n        pass',
  'while a:\n    break\nelse:\n    continue',
  'for x, in y:\n    pass',
  'for x.y, *z in (*a, b):\n    pass',
  'async def f():\n    async with a as b, c:\n        async for d in e:\n            await d',
  'with a as (b, c), d:\n    pass',
  'with ((a, b)):\n    pass',
  'with (a, b) as c:\n    pass',
  'with (yield):\n    pass',
  'with a if b else c as d:\n    pass',
  'try:\n    pass\nexcept A as b:\n    pass\nexcept (C, D):\n    pass\nexcept:\n    pass\nelse:\n    pass\nfinally:\n    pass',
  'try:\n    pass\nexcept* (A, B) as e:\n    pass',
  '@a.b(c)\n@d\ndef f(a, /, b: int = 1, *c: int, d=2, **e) -> "x":\n    return a, b',
  'def f(*, a):\n    return (*a, b)',
  'def f(*args: *Ts):\n    pass',
  'class A(B, metaclass=C, *D, **E):\n    x: int = 1',
  'class A[T: (int, str), *U]:\n    pass',
  'def f[T](x: T) -> Callable[[T, ...], dict[str, T] | None]:\n    ...',
];

const cases = [
  'case _:',
  'case x:',
  'case a.b.c:',
  'case 1 | -2 | -1.5 + 2j | "a" | b"b" | None | True:',
  'case [a, *_, b] if c:',
  'case [a]:',
  'case []:',
  'case [*a, b]:',
  'case {"k": v, a.b: 3, -1: c, **rest}:',
  'case {}:',
  'case A(1, x=2, y=B()) as c:',
  'case 1 | 2 as x:',
  'case [1 as x, (2 as y) as z]:',
  'case (1 as x) | 2:',
  'case A(x=(1 as y)):',
  'case x if y := z:',
];

describe('Python statements', () => {
  before(loadPython);

  for (const text of stable) {
    it(`lowers and prints ${JSON.stringify(text)}`, () => {
      assert.deepEqual(badNodes(file(text)), []);
      assert.equal(reprint(text), text);
    });
  }

  for (const text of cases) {
    it(`lowers and prints ${text}`, () => {
      const whole = `match x:\n    ${text}\n        pass`;
      assert.deepEqual(badNodes(file(whole)), []);
      assert.equal(reprint(whole), whole);
    });
  }

  it('has one normal form for spellings that mean the same', () => {
    const same = [
      ['if a:\n    x\nelif b:\n    y', 'if a: x\nelse:\n  if b: y'],
      ['with a, b as c: pass', 'with (a, b as c,): pass'],
      ['with a as b: pass', 'with (a as b): pass'],
      ['case_ = 1,', 'case_ = (1,)'],
      ['for (x, y) in (z): pass', 'for x, y in z: pass'],
      ['(a) = (b)', 'a = b'],
      ['match a, b:\n case c, d: pass', 'match (a, b):\n case [c, d]: pass'],
      ['match a,:\n case (c): pass', 'match (a,):\n case c: pass'],
      ['try: pass\nexcept A, B: pass', 'try: pass\nexcept (A, B): pass'],
      ['from a import (b, c,)', 'from a import b, c'],
      ['a; b;', 'a\nb'],
      ['x = a if b else \\\n  c', 'x = a if b else c'],
    ];
    for (const [left, right] of same) assert.ok(equal(statements(left!), statements(right!)), left);
  });

  it('keeps positional and keyword arguments in the order of the text', () => {
    assert.deepEqual(brief(expression('f(*a, b=c, **d)')), {
      kind: 'Call',
      func: 'f',
      args: [
        { kind: 'Starred', value: 'a' },
        { kind: 'Keyword', arg: 'b', value: 'c' },
        { kind: 'Keyword', value: 'd' },
      ],
    });
  });

  it('puts bare / and * among the parameters', () => {
    const node = one('def f(a, /, *, b): pass');
    assert.deepEqual(node.kind === 'FunctionDef' && node.params.map(param => param.kind === 'Param' && param.form), [
      'plain',
      'slash',
      'star',
      'plain',
    ]);
  });

  it('marks statements that a blank line stands before, in every body', () => {
    const text = '\na\n\nb\ndef f():\n\n    c\n    d\n  \n    e\n';
    const [a, b, f] = statements(text);
    assert.deepEqual([a?.blank, b?.blank, f?.blank], [undefined, true, undefined]);
    assert.deepEqual(f?.kind === 'FunctionDef' && f.body.map(node => node.blank), [true, undefined, true]);
  });

  it('gives offsets from the start of the unit, which its leading comments are part of', () => {
    const text = 'x\n# about y\n# more\ny = f(z)\n';
    const { units } = file(text);
    const unit = units[1]!;
    assert.equal(text.slice(unit.start, unit.end), '# about y\n# more\ny = f(z)');
    const found: string[] = [];
    walk(unit.node, node => {
      found.push(text.slice(unit.start + node.start, unit.start + node.end));
    });
    assert.deepEqual(found, ['y = f(z)', 'y', 'f(z)', 'f', 'z']);
  });

  it('counts offsets in UTF-16 units', () => {
    const text = 'a = "😀"; b = c';
    const unit = file(text).units[1]!;
    assert.equal(text.slice(unit.start, unit.end), 'b = c');
  });

  it('takes the statements of Python 2 for Bad', () => {
    const old = ['print "x"', 'raise A, b', 'exec "x" in y', 'x <> y', 'def f((a, b)): pass', 'print >>f or g, x'];
    for (const text of old) assert.notDeepEqual(badNodes(file(text)), [], text);
  });
});
