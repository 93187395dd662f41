import assert from 'node:assert/strict';
import type { Effects } from '../../../src/core/facts/facts';
import { ask } from './support';

async function effects(text: string, name = 'f'): Promise<Effects> {
  const asked = await ask('python', text);
  const declaration = asked.facts.module.symbols.get(name)!.declaration!;
  return asked.facts.effectsOf(declaration);
}

describe("Python's effects", () => {
  it('tell what a function raises by statement, and by the functions of the file that it calls', async () => {
    const text = `class Refused(Exception): ...
def g(x):
    if x: raise Refused("no")
    raise ValueError
def f(x):
    g(x)
`;
    assert.deepEqual((await effects(text)).raisesTypes, ['.Refused', 'builtins.ValueError']);
    assert.equal((await effects(text)).raises, true);
  });

  it('leave out what is caught on the way', async () => {
    const text = `class Refused(ValueError): ...
def g(): raise Refused
def f():
    try:
        g()
    except ValueError:
        pass
`;
    assert.equal((await effects(text)).raises, false);
  });

  it('hand on what a bare raise hands on', async () => {
    const text = 'def f():\n    try:\n        print()\n    except KeyError:\n        raise\n';
    assert.deepEqual((await effects(text)).raisesTypes, ['builtins.KeyError']);
  });

  it('do not count an index or a library call that may fail', async () => {
    const found = await effects('def f(xs, s):\n    return xs[0] + int(s)\n');
    assert.equal(found.raises, false);
    assert.equal(found.impure, false);
  });

  it('tell parameters that are changed, also by way of other functions', async () => {
    const text = `def put(target, x): target.append(x)
def f(xs: list[int], d, p, same):
    put(xs, 1)
    d["k"] = 2
    p.x += 1
    del d["z"]
    same = 3
    return same
`;
    assert.deepEqual((await effects(text)).changes, ['xs', 'd', 'p']);
  });

  it('tell generators, coroutines, and what reaches outside', async () => {
    assert.equal((await effects('def f():\n    yield 1\n')).yields, true);
    assert.equal((await effects('def f():\n    def g():\n        yield 1\n')).yields, false);
    assert.equal((await effects('import asyncio\nasync def f():\n    await asyncio.sleep(1)\n')).awaits, true);
    assert.equal((await effects('def f(): print(1)\n')).impure, true);
    assert.equal((await effects('n = 0\ndef f():\n    global n\n    n += 1\n')).impure, true);
    assert.equal((await effects('xs = []\ndef f(x): xs.append(x)\n')).impure, true);
    assert.equal((await effects('def f(x): return sorted(x)\n')).impure, false);
    assert.equal((await effects('def f(x): return x()\n')).impure, true);
    assert.equal((await effects('def f():\n    xs = []\n    xs.append(1)\n    return xs\n')).impure, false);
  });

  it('of constructors leave out the new object', async () => {
    const text = 'class P:\n    def __init__(self, x): self.x = x\ndef f(): return P(1)\n';
    const found = await effects(text);
    assert.equal(found.impure, false);
    assert.deepEqual(found.changes, []);
  });

  it('of one call come from the library', async () => {
    const asked = await ask('python', 'xs = [1]\nxs.sort()\nsorted(xs)\nint("1")\nunknown_thing()\n');
    assert.deepEqual(asked.facts.effectsOfCall(asked.node('xs.sort()')).changes, ['self']);
    assert.equal(asked.facts.effectsOfCall(asked.node('sorted(xs)')).impure, false);
    assert.equal(asked.facts.effectsOfCall(asked.node('unknown_thing()')).impure, true);
    assert.deepEqual(asked.facts.effectsOfCall(asked.node('int("1")')).raisesTypes, ['builtins.ValueError']);
  });
});

describe("Python's purity", () => {
  it('holds for expressions that can be evaluated twice', async () => {
    const asked = await ask(
      'python',
      'def sq(n): return n * n\nimport random\nd = {}\na = d["k"] + sq(2)\nb = [len(x) for x in d]\nc = random.random()\ne = d.pop("k")\nf = (y := 1)\n',
    );
    assert.equal(asked.facts.isPure(asked.node('d["k"] + sq(2)')), true);
    assert.equal(asked.facts.isPure(asked.node('[len(x) for x in d]')), true);
    assert.equal(asked.facts.isPure(asked.node('random.random()')), false);
    assert.equal(asked.facts.isPure(asked.node('d.pop("k")')), false);
    assert.equal(asked.facts.isPure(asked.node('y := 1')), false);
  });
});

describe("Python's liveness", () => {
  it('is over after the last read in straight code', async () => {
    const asked = await ask('python', 'def f():\n    xs = [1]\n    ys = xs\n    xs = 2\n    return ys\n');
    const symbol = asked.symbol('xs');
    assert.equal(asked.facts.isUnusedAfter(symbol, asked.node('ys = xs')), true);
    assert.equal(asked.facts.isUnusedAfter(symbol, asked.node('xs = [1]')), false);
  });

  it('goes on around a loop and in closures', async () => {
    const asked = await ask(
      'python',
      'def f(ks):\n    n = 0\n    while n < 3:\n        n = n + 1\n    for k in ks:\n        t = k\n        print(t)\n    c = 1\n    return lambda: c\n',
    );
    assert.equal(asked.facts.isUnusedAfter(asked.symbol('n'), asked.node('n = n + 1')), false);
    assert.equal(asked.facts.isUnusedAfter(asked.symbol('t'), asked.node('print(t)')), true);
    assert.equal(asked.facts.isUnusedAfter(asked.symbol('c'), asked.node('c = 1')), false);
  });
});

describe("Python's declarations", () => {
  it('tell fields, methods, bases and kinds', async () => {
    const asked = await ask(
      'python',
      `from dataclasses import dataclass
from abc import ABC, abstractmethod
from typing import ClassVar, Protocol
class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...
@dataclass
class Point(Shape):
    x: int
    y: int = 0
    total: ClassVar[int] = 0
    def area(self): return 1.0
    @property
    def norm(self): return self.x
    @staticmethod
    def zero(): return Point(0)
class Plain:
    limit = 3
    def __init__(self, n: int):
        self.n = n
class Size(Protocol):
    def size(self) -> int: ...
`,
    );
    const shape = asked.facts.typeDeclaration('.Shape')!;
    assert.equal(shape.kind, 'interface');
    assert.equal(shape.methods[0]!.abstract, true);
    const point = asked.facts.typeDeclaration('.Point')!;
    assert.equal(point.kind, 'dataclass');
    assert.deepEqual(point.bases, [{ kind: 'instance', name: '.Shape', args: [] }]);
    assert.deepEqual(
      point.fields.map(field => [field.name, field.optional ?? false, field.constant ?? false]),
      [
        ['x', false, false],
        ['y', true, false],
        ['total', false, true],
      ],
    );
    assert.deepEqual(
      point.methods.map(method => [method.name, method.binding]),
      [
        ['area', 'instance'],
        ['norm', 'property'],
        ['zero', 'static'],
      ],
    );
    const plain = asked.facts.typeDeclaration('.Plain')!;
    assert.deepEqual(
      plain.fields.map(field => [field.name, field.type.kind, field.constant ?? false]),
      [
        ['limit', 'int', true],
        ['n', 'int', false],
      ],
    );
    assert.equal(asked.facts.typeDeclaration('.Size')!.kind, 'interface');
    assert.ok(asked.facts.typeDeclaration('pathlib.Path')!.methods.length > 20);
    assert.equal(asked.facts.typeDeclaration('.Missing'), undefined);
  });

  it('give signatures of functions, classes, methods and the library', async () => {
    const asked = await ask(
      'python',
      'from flask import Flask\napp = Flask(__name__)\nclass P:\n    def __init__(self, x: int, y=1): ...\n    def m(self, k: str): ...\np = P(1)\np.m("k")\napp.run(port=1)\nx = {}.get("a", 1)\n',
    );
    const names = (text: string, nth?: number) =>
      asked.facts.signatureOf(asked.node(text, nth))?.params.map(param => param.name);
    assert.deepEqual(names('P', 1), ['x', 'y']);
    assert.deepEqual(names('p.m'), ['k']);
    assert.deepEqual(names('app.run')!.slice(0, 3), ['host', 'port', 'debug']);
    assert.deepEqual(names('{}.get'), ['key', 'default']);
    assert.equal(asked.facts.signatureOf(asked.node('1')), undefined);
  });

  it('tell what a place expects', async () => {
    const asked = await ask(
      'python',
      'import math\ndef f(n: float) -> list[int]:\n    return []\nf(1)\nmath.sqrt(4)\nx: dict[str, int] = {}\n',
    );
    const expected = (text: string, nth?: number) => asked.facts.expectedType(asked.node(text, nth)).kind;
    assert.equal(expected('[]'), 'list');
    assert.equal(expected('1'), 'float');
    assert.equal(expected('4'), 'float');
    assert.equal(expected('{}'), 'dict');
    assert.equal(expected('f(1)'), 'unknown');
  });
});
