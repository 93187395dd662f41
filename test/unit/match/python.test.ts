import assert from 'node:assert/strict';
import { found, foundBy, idiom, search } from './support';

const py = (pattern: string, code: string) => foundBy('python', pattern, code);

describe('the matcher on Python', () => {
  describe('metavariables', () => {
    it('bind one node, the same code each time', async () => {
      assert.deepEqual(await py('$X + $X', 'a.b + a.b\na.b + a.c\n(1) + 0x1\n'), ['a.b + a.b', '(1) + 0x1']);
    });

    it('do not bind what is no code of its own', async () => {
      assert.deepEqual(await py('f($X)', 'f(1)\nf(*xs)\nf(**kw)\nf(a=1)\nf()\n'), ['f(1)']);
      assert.deepEqual(await py('$XS[$I]', 'xs[0]\nxs[1:2]\n'), ['xs[0]']);
    });

    it('bind any number of neighbours, the fewest that let the rest match', async () => {
      const list = await idiom('python', '[$$$A, $X, $X, $$$B]');
      const [one] = await search([list], 'python', '[1, 2, 3, 3, 4, 4]\n');
      assert.deepEqual(one?.bindings, { A: '1, 2', X: '3', B: '4, 4' });
      assert.deepEqual(await py('[$$$A, $X, $X, $$$B]', '[1, 2, 1]\n'), []);
    });

    it('called _ bind nothing and may differ', async () => {
      assert.deepEqual(await py('$_ + $_', 'a + b\n'), ['a + b']);
    });

    it('bind names that are declared, selected or named in a call', async () => {
      const pattern = await idiom('python', 'class $C:\n    def $F(self, $P):\n        return self.$A');
      const [one] = await search([pattern], 'python', 'class Point:\n    def norm(self, p):\n        return self.x\n');
      assert.deepEqual(one?.bindings, { C: 'Point', F: 'norm', P: 'p', A: 'x' });
    });
  });

  describe('names', () => {
    it('of imports match whatever their alias', async () => {
      const pattern = 'from flask import Flask\n\nFlask($X)';
      for (const [head, call] of [
        ['from flask import Flask', 'Flask(1)'],
        ['from flask import Flask as F', 'F(1)'],
        ['import flask', 'flask.Flask(1)'],
        ['import flask as f', 'f.Flask(1)'],
      ] as const) {
        assert.deepEqual(await py(pattern, `${head}\n${call}\n`), [call], head);
      }
      assert.deepEqual(await py('import flask\n\nflask.Flask($X)', 'from flask import Flask\nFlask(1)\n'), [
        'Flask(1)',
      ]);
      assert.deepEqual(await py('import os.path\n\nos.path.join($X)', 'from os.path import join\njoin(1)\n'), [
        'join(1)',
      ]);
      assert.deepEqual(await py('import os.path as p\n\np.join($X)', 'import os\nos.path.join(1)\n'), [
        'os.path.join(1)',
      ]);
    });

    it('of imports do not match another thing of that name', async () => {
      const pattern = 'from flask import Flask\n\nFlask($X)';
      assert.deepEqual(await py(pattern, 'from other import Flask\nFlask(1)\n'), []);
      assert.deepEqual(await py(pattern, 'class Flask: pass\nFlask(1)\n'), []);
      assert.deepEqual(await py(pattern, 'Flask(1)\n'), []);
      assert.deepEqual(await py(pattern, 'from flask import Flask\ndef f(Flask):\n    Flask(1)\n'), []);
    });

    it('of built-ins match where nothing shadows them', async () => {
      assert.deepEqual(await py('len($X)', 'len(a)\ndef f(len):\n    len(b)\n'), ['len(a)']);
      assert.deepEqual(await py('len($X)', 'def len(x): return 1\nlen(a)\n'), []);
    });

    it('that the pattern declares stand for any name, the same one everywhere', async () => {
      const pattern = 'total = 0\nfor x in $XS:\n    total += x';
      assert.equal((await py(pattern, 's = 0\nfor n in ns:\n    s += n\n')).length, 1);
      assert.equal((await py(pattern, 's = 0\nfor n in ns:\n    t += n\n')).length, 0);
      assert.equal((await py(pattern, 's = 0\nfor s in ns:\n    s += s\n')).length, 0);
    });

    it('that are selected match by their spelling', async () => {
      assert.deepEqual(await py('$X.close()', 'f.close()\nf.open()\n'), ['f.close()']);
      assert.deepEqual(await py('if __name__ == "__main__":\n    $$$BODY', 'if name == "__main__":\n    main()\n'), []);
    });

    it('of methods match by their spelling, those of functions by none', async () => {
      const init = 'class $C:\n    def __init__(self, $$$P):\n        $$$BODY';
      assert.equal((await py(init, 'class A:\n    def __init__(this):\n        pass\n')).length, 1);
      assert.equal((await py(init, 'class A:\n    def start(self):\n        pass\n')).length, 0);
      assert.equal(
        (await py('class $C:\n    def run(self):\n        $$$B', 'class A:\n    def go(self): pass\n')).length,
        0,
      );
      assert.equal((await py('def helper():\n    $$$B', 'def other(): pass\n')).length, 1);
    });
  });

  describe('calls', () => {
    it('go by keyword in any order', async () => {
      const pattern = 'f($X, a=$A, b=$B)';
      assert.deepEqual(await py(pattern, 'f(1, b=2, a=3)\nf(1, a=3)\nf(a=1, b=2)\n'), ['f(1, b=2, a=3)']);
    });

    it('go by parameter where the signature is known', async () => {
      const code = 'def f(x, a, b=1): pass\nf(1, 2, b=3)\nf(b=3, a=2, x=1)\n';
      const pattern = await idiom('python', 'f($X, a=$A, b=$B)');
      const all = await search([pattern], 'python', code);
      assert.deepEqual(
        all.map(one => one.bindings),
        [
          { X: '1', A: '2', B: '3' },
          { X: '1', A: '2', B: '3' },
        ],
      );
    });

    it('refuse an argument that the pattern does not name', async () => {
      assert.deepEqual(await py('f($X)', 'f(1, 2)\nf(1, key=2)\n'), []);
      assert.deepEqual(await py('f($X, $$$ARGS)', 'f(1, 2, key=3, *r)\n'), ['f(1, 2, key=3, *r)']);
    });

    it('bind what takes the rest to what is left', async () => {
      const pattern = await idiom('python', 'f($$$ARGS, key=$K)');
      const [one] = await search([pattern], 'python', 'f(1, key=3, other=2)\n');
      assert.equal(one?.bindings['K'], '3');
      assert.equal((one?.match.bindings.get('ARGS') as unknown[]).length, 2);
    });

    it('count from the end where the pattern does', async () => {
      const pattern = await idiom('python', 'f($$$ARGS, $LAST)');
      const [one] = await search([pattern], 'python', 'f(1, 2, 3)\n');
      assert.deepEqual(one?.bindings, { ARGS: '1, 2', LAST: '3' });
    });

    it('take the default for an argument that is absent', async () => {
      const pattern = await idiom('python', 'f($X, sep=$SEP)', ['defaults: { SEP: "None" }']);
      const all = await search([pattern], 'python', 'f(1)\nf(1, sep=",")\n');
      assert.deepEqual(
        all.map(one => one.bindings['SEP']),
        ['(default)', '","'],
      );
    });
  });

  describe('definitions', () => {
    it('may have annotations, docstrings and comments that the pattern has not', async () => {
      const code = 'def f(x: int) -> int:\n    """Doc."""\n    # Comment.\n    return x\n';
      assert.equal((await py('def $F($X):\n    return $X', code)).length, 1);
      assert.deepEqual(await py('$X = 3', 'x: int = 3\ny: int\n'), ['x: int = 3']);
    });

    it('have the decorators of the pattern and no others, unless it takes them', async () => {
      const one = '@$D.route($P)\ndef $F():\n    $$$B';
      const any = '@$$$DECORATORS\n@$D.route($P)\ndef $F():\n    $$$B';
      const code = '@log\n@app.route("/")\n@cache\ndef f():\n    pass\n';
      assert.equal((await py(one, code)).length, 0);
      assert.equal((await py(any, code)).length, 1);
      assert.equal((await py(one, '@app.route("/")\ndef f():\n    pass\n')).length, 1);
      assert.equal((await py('def $F():\n    $$$B', '@log\ndef f():\n    pass\n')).length, 0);
    });

    it('are async where the pattern is', async () => {
      assert.equal((await py('async def $F():\n    $$$B', 'def f(): pass\n')).length, 0);
      assert.equal((await py('def $F():\n    $$$B', 'async def f(): pass\n')).length, 0);
      assert.equal((await py('async def $F():\n    $$$B', 'async def f(): pass\n')).length, 1);
    });

    it('have an empty body in any form', async () => {
      for (const body of ['pass', '...', '"""Doc."""', '"""Doc."""\n    pass']) {
        assert.equal(
          (await py('class $C(Exception):\n    pass', `class E(Exception):\n    ${body}\n`)).length,
          1,
          body,
        );
      }
      assert.equal((await py('class $C(Exception):\n    pass', 'class E(Exception):\n    x = 1\n')).length, 0);
    });

    it('have no default that the pattern does not have', async () => {
      assert.equal((await py('def $F($X):\n    $$$B', 'def f(x=1): pass\n')).length, 0);
    });
  });

  describe('statements', () => {
    it('match neighbours of one body', async () => {
      const pattern = '$X = []\nfor $Y in $YS:\n    $X.append($Y)';
      const code = 'def f(ys):\n    a = 1\n    xs = []\n    for y in ys:\n        xs.append(y)\n    return xs\n';
      assert.deepEqual(await py(pattern, code), ['xs = []\n    for y in ys:\n        xs.append(y)']);
      assert.deepEqual(await py(pattern, 'xs = []\nprint()\nfor y in ys:\n    xs.append(y)\n'), []);
    });

    it('match at the top of the file, too', async () => {
      const pattern = '$X = []\n$X.append($Y)';
      const [one] = await search([await idiom('python', pattern)], 'python', 'a = 1\nxs = []\nxs.append(2)\n');
      assert.deepEqual(one?.code, ['xs = []\nxs.append(2)']);
      assert.deepEqual(one?.match.parts[0]?.units, [1, 2]);
    });

    it('let a gap stand between them, without counting what it passes over', async () => {
      const pattern = '$X = open($P)\n...\n$X.close()';
      const code = 'def f():\n    h = open(p)\n    a()\n    b()\n    h.close()\n    c()\n';
      const [one] = await search([await idiom('python', pattern)], 'python', code);
      assert.deepEqual(one?.code, ['h = open(p)\n    a()\n    b()\n    h.close()']);
      assert.equal(one?.match.parts[0]?.nodes.length, 2);
    });

    it('find an expression behind a gap inside of a statement', async () => {
      const pattern = await idiom('python', '$X = f()\n...\n$X.stop()');
      assert.equal((await found(pattern, 'python', 'x = f()\nok = x.stop() or 1\n')).length, 1);
      assert.equal((await found(pattern, 'python', 'x = f()\nif a:\n    x.stop()\n')).length, 0);
    });

    it('do not overlap with themselves', async () => {
      assert.deepEqual(await py('f($X)\nf($Y)', 'f(1)\nf(2)\nf(3)\nf(4)\n'), ['f(1)\nf(2)', 'f(3)\nf(4)']);
    });

    it('take all that is left for a hole at the end, and all that comes for one at the start', async () => {
      const end = await idiom('python', '$X = 1\n$$$REST');
      const [one] = await search([end], 'python', 'def f():\n    x = 1\n    a()\n    b()\n');
      assert.equal(one?.bindings['REST'], 'a()\n    b()');
      const start = await idiom('python', '$$$BEFORE\nreturn $X');
      const [two] = await search([start], 'python', 'def f():\n    a()\n    b()\n    return 1\n');
      assert.equal(two?.bindings['BEFORE'], 'a()\n    b()');
    });

    it('of a body have to be all of it', async () => {
      assert.equal((await py('for $X in $XS:\n    print($X)', 'for x in xs:\n    print(x)\n    more()\n')).length, 0);
    });

    it('tell what is written differently and means the same', async () => {
      assert.equal((await py('not $X in $XS', 'a not in b\n')).length, 1);
      assert.equal((await py("f('a' 'b')", 'f("ab")\n')).length, 1);
      assert.equal((await py('f(255)', 'f(0xff)\n')).length, 1);
    });
  });

  describe('code that does not parse', () => {
    it('is in no match', async () => {
      assert.deepEqual(await py('def $F():\n    $$$B', 'def f():\n    x = = 1\n\ndef g():\n    pass\n'), [
        'def g():\n    pass',
      ]);
    });

    it('may stand around one', async () => {
      const all = await py('print($X)', 'def f():\n    x = = 1\n    print(2)\n\nprint(3)\n');
      assert.ok(all.includes('print(3)'));
    });

    it('hides nothing in strings and comments', async () => {
      assert.deepEqual(await py('print($X)', '# print(1)\ns = "print(2)"\n'), []);
    });
  });

  it('finds an f-string by its condition alone', async () => {
    const pattern = await idiom('python', '$S', ['where: { S: fstring }']);
    assert.deepEqual(await found(pattern, 'python', 'x = f"a{b}"\ny = "c"\n'), ['f"a{b}"']);
  });
});
