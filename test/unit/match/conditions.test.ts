import assert from 'node:assert/strict';
import { found, idiom, search } from './support';

const where = (text: string) => [`where: { ${text} }`];

describe('conditions', () => {
  it('let a match hold for certain, or not at all', async () => {
    const pattern = await idiom('python', '$X in $XS', where('XS: list'));
    const [sure, ...more] = await search([pattern], 'python', 'xs = [1]\n1 in xs\n"a" in "ab"\n1 in {1: 2}\n');
    assert.deepEqual(sure?.code, ['1 in xs']);
    assert.equal(sure.match.certainty, 'exact');
    assert.deepEqual(more, []);
  });

  it('say what they assume where nothing is known', async () => {
    const pattern = await idiom('python', '$XS.frob($X)', where('XS: "list[str]", X: "int | float"'));
    const [one] = await search([pattern], 'python', 'def f(xs, n):\n    xs.frob(n)\n');
    assert.equal(one?.match.certainty, 'assumes');
    assert.deepEqual(one.match.assumes, ['xs is a list of str', 'n is an integer or is a float']);
  });

  it('call it a shape where only the syntax speaks for it', async () => {
    const pattern = await idiom('python', '$X in $XS', where('XS: list'));
    const [one] = await search([pattern], 'python', 'def f(x, xs):\n    return x in xs\n');
    assert.equal(one?.match.certainty, 'shape');
  });

  it('may ask that a type is known', async () => {
    const pattern = await idiom('python', 'if $X:\n    $$$B', where('X: known list | known str'));
    const code = 'def f(x):\n    if x:\n        pass\nxs = [1]\nif xs:\n    pass\ndone = 1 == 2\nif done:\n    pass\n';
    assert.deepEqual(await found(pattern, 'python', code), ['if xs:\n    pass']);
  });

  it('never assume that something is of one class because of its shape alone', async () => {
    const lock = await idiom('python', 'with $L:\n    $$$B', where('L: instance threading.Lock'));
    assert.deepEqual(await found(lock, 'python', 'def f(thing):\n    with thing:\n        pass\n'), []);
    const code = 'import threading\nlock = threading.Lock()\nwith lock:\n    pass\n';
    assert.equal((await found(lock, 'python', code)).length, 1);
  });

  it('know a class by its bases', async () => {
    const pattern = await idiom('python', '$E.log()', where('E: instance builtins.ValueError'));
    const code = 'class A(ValueError): pass\nclass B(KeyError): pass\nA().log()\nB().log()\n';
    assert.deepEqual(await found(pattern, 'python', code), ['A().log()']);
  });

  it('take a Go map of empty structs for a set', async () => {
    const pattern = await idiom('go', '$S[$X] = $V', where('S: set'));
    const code =
      'package p\n\nfunc f() {\n\ts := map[string]struct{}{}\n\ts["a"] = struct{}{}\n\tm := map[string]int{}\n\tm["a"] = 1\n}\n';
    assert.deepEqual(await found(pattern, 'go', code), ['s["a"] = struct{}{}']);
  });

  it('know the methods of a declared type', async () => {
    const pattern = await idiom('go', 'type $T struct {\n\t$$$F\n}', where('T: not method Error'));
    const code =
      'package p\n\ntype Bad struct{ s string }\n\nfunc (b *Bad) Error() string { return b.s }\n\ntype Good struct{ n int }\n';
    assert.deepEqual(await found(pattern, 'go', code), ['type Good struct{ n int }']);
  });

  it('see what moves the counter of a loop on, and what only hides it', async () => {
    const pattern = await idiom('go', 'for $I := 0; $I < $N; $I++ {\n\t$$$B\n}', where('B: keeps I'));
    const loop = (body: string) => `for i := 0; i < n; i++ {\n\t\t${body}\n\t}`;
    const bodies = ['i++', 'i += 2', 'i, k = 1, 2', 'i := i', 'g(i)'];
    const code = `package p\n\nfunc f(n, k int) {\n\t${bodies.map(loop).join('\n\t')}\n}\n`;
    assert.deepEqual(await found(pattern, 'go', code), [loop('i := i'), loop('g(i)')]);
  });

  const cases: [what: string, pattern: string, where: string, code: string, found: string[]][] = [
    ['literal', 'f($X)', 'X: literal', 'f(1)\nf(-1.5)\nf(x)\nf("s")\n', ['f(1)', 'f(-1.5)', 'f("s")']],
    ['name', 'f($X)', 'X: name', 'f(1)\nf(x)\nf(x.y)\n', ['f(x)']],
    ['text', '$X.$F()', 'F: text get|set_*', 'a.get()\na.set_x()\na.put()\n', ['a.get()', 'a.set_x()']],
    ['not text', '$X.$F()', 'F: not text get|set_*', 'a.get()\na.set_x()\na.put()\n', ['a.put()']],
    ['not literal', 'f($X)', 'X: not literal', 'f(1)\nf(x)\n', ['f(x)']],
    [
      'keeps',
      'for $I in $Y:\n    $$$B',
      'B: keeps I',
      'for a in b:\n    a += 1\nfor a in b:\n    c, a = d\nfor a in b:\n    c = a\n',
      ['for a in b:\n    c = a'],
    ],
    ['no break', 'for $X in $Y:\n    $$$B', 'B: no break', 'for a in b:\n    break\n', []],
    [
      'no break in the loop itself',
      'for $X in $Y:\n    $$$B',
      'B: no break',
      'for a in b:\n    while a:\n        break\n',
      ['for a in b:\n    while a:\n        break'],
    ],
    [
      'no return',
      'def $F():\n    $$$B',
      'B: no return',
      'def f():\n    if a:\n        return\ndef g():\n    h = lambda: 1\n',
      ['def g():\n    h = lambda: 1'],
    ],
    ['no yield', 'def $F():\n    $$$B', 'B: no yield', 'def f():\n    yield 1\n', []],
    ['pure', 'f($X)', 'X: pure', 'f(1 + 2)\nf(input())\n', ['f(1 + 2)']],
    ['without', '$X = $V', 'V: without X', 'a = b\na = a + 1\na = b.a\n', ['a = b', 'a = b.a']],
    [
      'without a name of the pattern',
      'for i in $XS:\n    $$$B',
      'B: without i',
      'for k in ks:\n    print(k)\nfor k in ks:\n    pass\n',
      ['for k in ks:\n    pass'],
    ],
    ['one of several', '$X in $XS', 'XS: list | set', '1 in [1]\n1 in {1}\n1 in "1"\n', ['1 in [1]', '1 in {1}']],
  ];
  for (const [what, pattern, condition, code, wanted] of cases) {
    it(`hold or fail: ${what}`, async () => {
      assert.deepEqual(await found(await idiom('python', pattern, where(condition)), 'python', code), wanted);
    });
  }

  it('choose among the ways to match', async () => {
    const pattern = await idiom('python', '$X = $A\n...\n$X = $B', where('A: number, B: str'));
    assert.deepEqual(await found(pattern, 'python', 'def f():\n    x = 1\n    x = 2\n    x = "a"\n'), [
      'x = 1\n    x = 2\n    x = "a"',
    ]);
  });

  it('are passed over for what this side does not bind', async () => {
    assert.deepEqual(
      await found(
        await idiom('python', 'f($X)', ['derive: { T: "typeOf(X)" }', ...where('T: int')]),
        'python',
        'f(1)\n',
      ),
      ['f(1)'],
    );
  });
});
