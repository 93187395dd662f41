import assert from 'node:assert/strict';
import { ask } from './support';

const python = (text: string) => ask('python', text);

describe("Python's names", () => {
  it('belong to the module, the function or the comprehension that binds them', async () => {
    const asked = await python('x = 1\ndef f(a):\n    y = a\n    return [z for z in y]\n');
    assert.equal(asked.symbol('x').scope.kind, 'module');
    assert.equal(asked.symbol('y').scope.kind, 'function');
    assert.equal(asked.symbol('z').scope.kind, 'comprehension');
    assert.equal(asked.symbol('a').kind, 'parameter');
  });

  it('are local to the whole function where the function binds them anywhere', async () => {
    const asked = await python('x = 1\ndef f():\n    print(x)\n    x = 2\n');
    assert.equal(asked.symbol('x', 1), asked.symbol('x', 2));
    assert.notEqual(asked.symbol('x', 0), asked.symbol('x', 1));
  });

  it('of a class are not seen from its methods', async () => {
    const asked = await python(
      'limit = 1\nclass A:\n    limit = 2\n    size = limit\n    def m(self):\n        return limit\n',
    );
    const [outer, own, read, inMethod] = [0, 1, 2, 3].map(nth => asked.symbol('limit', nth));
    assert.equal(read, own);
    assert.equal(inMethod, outer);
  });

  it('go where global and nonlocal send them', async () => {
    const asked = await python(
      'n = 0\ndef f():\n    global n\n    n = 1\n    k = 0\n    def g():\n        nonlocal k\n        k += 1\n    return g\n',
    );
    assert.equal(asked.symbol('n', 0), asked.symbol('n', 2));
    assert.equal(asked.symbol('n').reassigned, true);
    assert.equal(asked.symbol('k', 0), asked.symbol('k', 2));
    assert.equal(asked.symbol('k').captured, true);
    assert.equal(asked.symbol('k').reassigned, true);
  });

  it('leak from a walrus in a comprehension into the function', async () => {
    const asked = await python('def f(xs):\n    ys = [y for x in xs if (y := x)]\n    return y\n');
    assert.equal(asked.symbol('y', 0), asked.symbol('y', 2));
    assert.equal(asked.symbol('y').scope.kind, 'function');
  });

  it('in the first iterable of a comprehension are those outside', async () => {
    const asked = await python('x = [1]\ny = [x for x in x]\n');
    assert.equal(asked.symbol('x', 0), asked.symbol('x', 3));
    assert.notEqual(asked.symbol('x', 0), asked.symbol('x', 1));
    assert.equal(asked.facts.scopeOf(asked.node('x', 3)).kind, 'module');
  });

  it('of except, with, for, import, del and case are bindings', async () => {
    const asked = await python(
      [
        'import a.b.c',
        'import d.e as de',
        'from .f import g as h',
        'try:',
        '    pass',
        'except OSError as err:',
        '    print(err)',
        'with open("x") as fh, open("y") as (p, q):',
        '    pass',
        'match h:',
        '    case {"k": v, **rest} | [v, *rest] if v:',
        '        print(v, rest)',
        'del fh',
      ].join('\n'),
    );
    const symbols = [...asked.facts.module.symbols.keys()];
    assert.deepEqual(symbols, ['a', 'de', 'h', 'err', 'fh', 'p', 'q', 'rest', 'v']);
    assert.deepEqual(asked.facts.module.symbols.get('a')!.import, { module: 'a' });
    assert.deepEqual(asked.facts.module.symbols.get('de')!.import, { module: 'd.e' });
    assert.deepEqual(asked.facts.module.symbols.get('h')!.import, { module: '.f', name: 'g' });
    assert.equal(asked.symbol('fh').reassigned, false);
  });

  it('know all their uses in the order of the text', async () => {
    const asked = await python('def f():\n    return total\ntotal = 0\ntotal = total + 1\n');
    const symbol = asked.symbol('total');
    assert.equal(symbol.uses.length, 4);
    assert.equal(symbol.captured, true);
    assert.equal(symbol.uses[0], asked.node('total', 0));
    assert.equal(symbol.declaration, asked.node('total = 0'));
  });

  it('are constants by their capitals or by Final, unless they change', async () => {
    const asked = await python(
      'from typing import Final\nMAX = 1\nlimit: Final = 2\nBAD = 1\nBAD = 2\nMAX; limit; BAD\n',
    );
    assert.equal(asked.symbol('MAX').kind, 'constant');
    assert.equal(asked.symbol('limit').kind, 'constant');
    assert.equal(asked.symbol('BAD').kind, 'variable');
  });

  it('are type variables by TypeVar and by brackets', async () => {
    const asked = await python(
      'from typing import TypeVar\nT = TypeVar("T")\ndef f[U](x: U, y: T) -> U:\n    return x\n',
    );
    assert.equal(asked.symbol('T').kind, 'typevar');
    assert.equal(asked.symbol('U').kind, 'typevar');
  });

  it('that are built in are so only where nothing shadows them', async () => {
    const asked = await python('def f(open):\n    open("x")\nopen("y")\nlen([])\n');
    assert.equal(asked.symbol('open', 1).kind, 'parameter');
    assert.equal(asked.name('open', 2), 'builtins.open');
    assert.equal(asked.symbol('len').kind, 'builtin');
    assert.equal(asked.facts.symbolOf(asked.node('f')), asked.facts.module.symbols.get('f'));
  });

  it('after a dot have no symbol', async () => {
    const asked = await python('import os\nos.path\n');
    const attribute = asked.node('os.path') as unknown as { attr: Parameters<typeof asked.facts.symbolOf>[0] };
    assert.equal(asked.facts.symbolOf(attribute.attr), undefined);
  });
});

describe("Python's qualified names", () => {
  it('follow aliases, dotted imports and star imports', async () => {
    const asked = await python(
      'import flask as f\nfrom os import path as p\nimport os.path\nfrom math import *\nimport np_like as n\n' +
        'f.Flask\np.join\nos.path.join\nsqrt(2)\nn.a.b\n',
    );
    assert.equal(asked.name('f.Flask'), 'flask.Flask');
    assert.equal(asked.name('p.join'), 'os.path.join');
    assert.equal(asked.name('os.path.join'), 'os.path.join');
    assert.equal(asked.name('sqrt'), 'math.sqrt');
    assert.equal(asked.name('n.a.b'), 'np_like.a.b');
  });

  it('of methods are found by the type of the receiver', async () => {
    const asked = await python(
      'import threading\nfrom collections import Counter\nfrom flask import Flask\n' +
        'app = Flask(__name__)\nc = Counter("ab")\n' +
        'class W(threading.Thread):\n    def run(self): pass\nw = W()\n' +
        '@app.route("/")\ndef home(): pass\n",".join([])\nc.most_common(1)\nc.items()\nw.start()\nw.run()\n[].append(1)\nhome()\n',
    );
    assert.equal(asked.name('app.route'), 'flask.Flask.route');
    assert.equal(asked.name('",".join'), 'builtins.str.join');
    assert.equal(asked.name('c.most_common'), 'collections.Counter.most_common');
    assert.equal(asked.name('c.items'), 'builtins.dict.items');
    assert.equal(asked.name('w.start'), 'threading.Thread.start');
    assert.equal(asked.name('w.run'), '.W.run');
    assert.equal(asked.name('[].append'), 'builtins.list.append');
    assert.equal(asked.name('home'), '.home');
  });

  it('are absent where nothing is known', async () => {
    const asked = await python('def f(x):\n    return x.y.z\nundefined_name\n');
    assert.equal(asked.name('x.y.z'), undefined);
    assert.equal(asked.name('undefined_name'), undefined);
  });
});
