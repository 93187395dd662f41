import assert from 'node:assert/strict';
import { brief, expression, loadPython, reprint } from './python.support';

/** Expressions that come back as they are: no parentheses more or less. */
const stable = [
  '-a ** -b',
  '(-a) ** b',
  '2 ** 3 ** 4',
  '(2 ** 3) ** 4',
  'a - (b - c) - d',
  'a * (b + c)',
  '(a + b) * c',
  'a | b & c ^ d << 2',
  '(a | b) & c',
  'a ^ b & c',
  '(a ^ b) & c',
  'not a == b',
  '(not a) == b',
  'not (a and b) or c',
  'a and b and c',
  '(a and b) and c',
  'a or (b or c)',
  'a < b <= c',
  '(a < b) < c',
  'a < (b < c)',
  'a not in b is not c',
  'lambda: a if b else c',
  '(lambda: a) if b else c',
  'a if b else lambda: c',
  'a if (b if c else d) else e',
  '(a if b else c) if d else e',
  'a if b else c if d else e',
  'lambda x, /, y=1, *a, z=(1, 2), **k: (yield)',
  'lambda *, a: (a, b)',
  '(x := a if b else c)',
  'f((x := 1) if a else 2)',
  'f(x := 1)',
  'f(a=(x := 1))',
  '[x := 1, 2]',
  '{(x := 1)}',
  'await a ** 2',
  '(await a.b()).c',
  '-await a',
  '(yield) + 1',
  'a.b[c](d)',
  '(a + b).c',
  '(1).real',
  '1.5.real',
  '(lambda: a)()',
  'f(x for x in y)',
  'f((x for x in y), 1)',
  'f(*a or b, **c or d, *e)',
  '[*(a or b), *c | d]',
  '{**(a or b), "c": lambda: d}',
  '[x for x in (a if b else c) if (lambda: d) if e]',
  '[(x, y) for x, y in z for w, in v]',
  '{x: y async for x, *y in z}',
  'x[a]',
  'x[a, b]',
  'x[a,]',
  'x[()]',
  'x[a:b, ::c, d]',
  'x[(*a, b)]',
  'x[(yield)]',
  'x[(a := 1)]',
  '(a,)',
  '()',
  '[(yield)]',
];

describe('the grouping of Python expressions', () => {
  before(loadPython);

  for (const text of stable) {
    it(`prints ${text} as it is`, () => {
      assert.equal(reprint(text), text);
    });
  }

  it('has no parentheses in its nodes', () => {
    assert.deepEqual(brief(expression('((a) + ((b)))')), brief(expression('a + b')));
    assert.equal(reprint('(((a)))'), 'a');
  });

  it('takes a negated membership or identity for the opposite comparison', () => {
    assert.deepEqual(brief(expression('not x in y')), brief(expression('x not in y')));
    assert.deepEqual(brief(expression('not (x is y)')), brief(expression('x is not y')));
    assert.equal(reprint('not a < b'), 'not a < b');
    assert.equal(reprint('not a in b in c'), 'not a in b in c');
  });

  it('lets await bind closer than a power', () => {
    const node = expression('await a ** 2');
    assert.equal(node.kind === 'BinOp' && node.left.kind, 'Await');
  });

  it('lets & bind closer than ^', () => {
    assert.deepEqual(brief(expression('a & b ^ c & d')), brief(expression('(a & b) ^ (c & d)')));
    assert.deepEqual(brief(expression('a ^ b & c ^ d')), brief(expression('(a ^ (b & c)) ^ d')));
  });

  it('lets a star take the whole expression behind it', () => {
    assert.deepEqual(brief(expression('[*f(x).y[0] + z]')), brief(expression('[*(f(x).y[0] + z)]')));
    assert.deepEqual(brief(expression('f(*a if b else c)')), brief(expression('f(*(a if b else c))')));
  });

  it('groups unions in annotations from the left', () => {
    assert.equal(reprint('x: list[int] | A | B | None = None'), 'x: list[int] | A | B | None = None');
    assert.equal(reprint('x: list[int] | (A | B)'), 'x: list[int] | (A | B)');
  });
});
