import assert from 'node:assert/strict';
import { ask, assertTypes } from './support';

const types = (text: string, expected: Record<string, string>) => assertTypes('python', text, expected);

describe("Python's types", () => {
  it('of literals, displays and comprehensions', () =>
    types(
      `a = 1; b = 1.5; c = "s"; d = b"x"; e = True; f = None; g = 2j
h = [1, 2]; i = (1, "a"); j = {"k": 1.0}; k = {1, 2}
l = [x * 2 for x in h]; m = {str(x): x for x in h}; n = {x for x in "ab"}; o = (x for x in h)
p = [1, 2.5]; q = [1, None]; r = [1, "a"]; s = {**j, "z": 2.0}; t = [*h, 3]`,
      {
        a: 'int',
        b: 'float',
        c: 'str',
        d: 'bytes',
        e: 'bool',
        f: 'None',
        g: 'complex',
        h: 'list[int]',
        i: 'tuple[int, str]',
        j: 'dict[str, float]',
        k: 'set[int]',
        l: 'list[int]',
        m: 'dict[str, int]',
        n: 'set[str]',
        o: 'iterator[int]',
        p: 'list[float]',
        q: 'list[int | None]',
        r: 'list[int | str]',
        s: 'dict[str, float]',
        t: 'list[int]',
      },
    ));

  it('of operators', () =>
    types(
      `i = 1; x = 2.0
a = i + 1; b = i + x; c = i / 2; d = i // 2; e = "%s" % i; f = "-" * 3; g = [0] * 5; h = [1] + [2]
j = i < 2; k = not i; l = -x; m = i and 2; n = None or "d"; o = "a" + "b"; p = 2 ** 3; q = 2 ** -1
r = {1} | {2}; s = (1,) + ("a",); t = "x" if i else None; u = i if i else x; v = True + 1; w = i in [1]`,
      {
        a: 'int',
        b: 'float',
        c: 'float',
        d: 'int',
        e: 'str',
        f: 'str',
        g: 'list[int]',
        h: 'list[int]',
        j: 'bool',
        k: 'bool',
        l: 'float',
        m: 'int',
        n: 'str',
        o: 'str',
        p: 'int',
        q: 'float',
        r: 'set[int]',
        s: 'tuple[int, str]',
        t: 'str | None',
        u: 'float',
        v: 'int',
        w: 'bool',
      },
    ));

  it('of built-in calls', () =>
    types(
      `words = ["a", "bb"]; nums = [1, 2]
a = len(words); b = sorted(words, key=len); c = max(nums); d = sum([0.5]); e = abs(-2); f = round(2.5); g = round(2.5, 1)
h = list(range(3)); i = dict(zip(words, nums)); j = list(zip(words, nums)); k = list(enumerate(words, 1)); l = list(map(len, words))
m = list(filter(None, words)); n = int("3"); o = str(3); p = any(nums); q = reversed(words); r = min(words, key=lambda w: -len(w))
s = set(words); t = tuple(words); u = next(iter(words), None); v = divmod(7, 2); w = input(); x = isinstance(a, int)
y = open("f"); z = open("f", "rb"); aa = max(1, 2.5); bb = list(map(int, words)); cc = list(map(lambda n: n * 1.5, nums)); dd = ord("a"); ee = dict(a=1)`,
      {
        a: 'int',
        b: 'list[str]',
        c: 'int',
        d: 'float',
        e: 'int',
        f: 'int',
        g: 'float',
        h: 'list[int]',
        i: 'dict[str, int]',
        j: 'list[tuple[str, int]]',
        k: 'list[tuple[int, str]]',
        l: 'list[int]',
        m: 'list[str]',
        n: 'int',
        o: 'str',
        p: 'bool',
        q: 'iterator[str]',
        r: 'str',
        s: 'set[str]',
        t: 'list[str]',
        u: 'str | None',
        v: 'tuple[int, int]',
        w: 'str',
        x: 'bool',
        y: 'io.TextIOWrapper',
        z: 'io.BufferedReader',
        aa: 'float',
        bb: 'list[int]',
        cc: 'list[float]',
        dd: 'int',
        ee: 'dict[str, int]',
      },
    ));

  it('of methods, subscripts, slices and unpacking', () =>
    types(
      `s = "a,b"; d = {"k": [1]}; t = (1, "x", 2.0)
a = s.split(","); b = s.upper(); c = s.find("x"); e = d.get("k"); f = d.get("k", []); g = d["k"]; h = a[0]; i = a[1:]; j = s[0]; k = t[1]; l = t[-1]; m = t[:2]
for n, o in d.items(): pass
p, (q, r) = 1, ("a", 2.0)
u, *v = a
w, _, x = s.partition(":")
y = a.pop(); z = list(d.keys()); aa = b"x".decode(); bb = d.setdefault("z", []); cc = a.index("x"); dd = s.encode(); ee = d.pop("k", None)
for ff in s: pass
gg = [[0] * 2 for hh in range(3)]; ii = gg[0][1]`,
      {
        a: 'list[str]',
        b: 'str',
        c: 'int',
        e: 'list[int] | None',
        f: 'list[int]',
        g: 'list[int]',
        h: 'str',
        i: 'list[str]',
        j: 'str',
        k: 'str',
        l: 'float',
        m: 'tuple[int, str]',
        n: 'str',
        o: 'list[int]',
        p: 'int',
        q: 'str',
        r: 'float',
        u: 'str',
        v: 'list[str]',
        x: 'str',
        y: 'str',
        z: 'list[str]',
        aa: 'str',
        bb: 'list[int]',
        cc: 'int',
        dd: 'bytes',
        ee: 'list[int] | None',
        ff: 'str',
        gg: 'list[list[int]]',
        ii: 'int',
      },
    ));

  it('of annotations in every spelling', () =>
    types(
      `from __future__ import annotations
import typing as t
from typing import *
from collections.abc import Iterable as It
class P: ...
def f(a: int, b: Optional[str], c: "list[P]", d: int | None, e: Union[int, str], g: Dict[str, List[int]], h: Callable[[int], str], i: It[int], j: t.Any, k: tuple[int, ...], l: Tuple[int, str], m: "P | None", n: Literal["a", "b"], o: Final[int] = 1, *p: int, q: type[P] = P, r: Sequence[float] = (), s: Annotated[int, "x"] = 0, u: Iterator[str] = iter([]), **v: str): ...
x: ClassVar[int]
y: "typing.Missing"`,
      {
        a: 'int',
        b: 'str | None',
        c: 'list[.P]',
        d: 'int | None',
        e: 'int | str',
        g: 'dict[str, list[int]]',
        h: '(int) -> str',
        i: 'iterator[int]',
        j: 'any',
        k: 'list[int]',
        l: 'tuple[int, str]',
        m: '.P | None',
        n: 'str',
        o: 'int',
        p: 'list[int]',
        q: 'type[.P]',
        r: 'list[float]',
        s: 'int',
        u: 'iterator[str]',
        v: 'dict[str, str]',
        x: 'int',
      },
    ));

  it('of empty containers, by what is put into them', () =>
    types(
      `from collections import defaultdict, deque
def f(lines: list[str]):
    a = []; b = {}; c = set(); d = defaultdict(list); e = deque(); g = {}; h = []; i = {}; j = [[] for _ in range(3)]; k = defaultdict(int); l = []; m = dict()
    for n, line in enumerate(lines):
        a.append(line)
        b[line] = n
        c.add(n)
        d[line].append(n)
        e.append((n, line))
        g.setdefault(line, []).append(n)
        h.extend(lines)
        if line not in i: i[line] = []
        i[line].append(1.5)
        j[0].append(n)
        k[line] += 1
        l += [n]
        m[n] = m.get(n, 0) + 1`,
      {
        a: 'list[str]',
        b: 'dict[str, int]',
        c: 'set[int]',
        d: 'collections.defaultdict[str, list[int]]',
        e: 'collections.deque[tuple[int, str]]',
        g: 'dict[str, list[int]]',
        h: 'list[str]',
        i: 'dict[str, list[float]]',
        j: 'list[list[int]]',
        k: 'collections.defaultdict[str, int]',
        l: 'list[int]',
        m: 'dict[int, int]',
      },
    ));

  it('of empty containers, by the return annotation and by who they are given to', () =>
    types(
      `def g(names: list[str]): ...
def f() -> dict[str, int]:
    a = {}
    b = []
    g(b)
    return a`,
      { a: 'dict[str, int]', b: 'list[str]' },
    ));

  it('of parameters, by default, by callers and by use', () =>
    types(
      `def a(n=10): return n
def b(x, y): return x + y
b(1, 2.5)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def c(s): return s.strip().upper()
def d(m):
    for k, v in m.items(): pass
def e(flag=None): return flag
e("x")
def h(*args, **kw): return args, kw
h(1, 2, k="v")
def i(z): return z * 0.5
class P:
    def __init__(self, px, py=0): self.px = px
    def move(self, dx): self.px += dx
P(1.5).move(2.0)
def j(p): return p.px + p.py_
def o(q): return q.move(1.0)`,
      {
        a: '(n?: int) -> int',
        b: '(x: int, y: float) -> float',
        fib: '(n: int) -> int',
        c: '(s: str) -> str',
        m: 'dict[?, ?]',
        flag: 'str | None',
        args: 'list[int]',
        kw: 'dict[str, str]',
        z: 'float',
        px: 'float',
        py: 'int',
        dx: 'float',
        p: '?',
        q: '.P',
      },
    ));

  it('of lambdas, by where they are given', () =>
    types(
      `from functools import reduce
pairs = [("a", 1), ("b", 2)]
s = sorted(pairs, key=lambda p: p[1])
best = max(pairs, key=lambda q: q[0])
pairs.sort(key=lambda r: -r[1])
double = lambda n: n * 2
double(1.5)
t = reduce(lambda acc, one: acc + one, [1, 2], 0)`,
      {
        s: 'list[tuple[str, int]]',
        p: 'tuple[str, int]',
        q: 'tuple[str, int]',
        r: 'tuple[str, int]',
        n: 'float',
        double: '(n: float) -> float',
        t: 'int',
      },
    ));

  it('of functions: several returns, none, generators, coroutines, context managers', () =>
    types(
      `from contextlib import contextmanager
import sys, asyncio
def a(x: int):
    if x: return "s"
def b(x: int):
    if x: return 1
    else: raise ValueError
def c():
    yield 1
    yield 2.5
async def d(): return "x"
@contextmanager
def e():
    yield 3
def g(x: int):
    while True:
        if x: return x
def h(x: int):
    if x: return 1
    sys.exit(1)
def i(): print()
def j(): return 1, "a"
def k():
    try: return 1
    except OSError: return None
def u(): yield from c()
async def main():
    l = await d()
    m, n = await asyncio.gather(d(), d())
    task = asyncio.create_task(d())
    o = await task
    async for p in agen(): pass
async def agen(): yield 1
with e() as q: pass
r = [s for s in c()]`,
      {
        a: '(x: int) -> str | None',
        b: '(x: int) -> int',
        c: '() -> iterator[float]',
        d: '() -> awaitable[str]',
        g: '(x: int) -> int',
        h: '(x: int) -> int',
        i: '() -> None',
        j: '() -> tuple[int, str]',
        k: '() -> int | None',
        u: '() -> iterator[float]',
        l: 'str',
        m: 'str',
        n: 'str',
        task: 'asyncio.Task[str]',
        o: 'str',
        p: 'int',
        q: 'int',
        r: 'list[float]',
      },
    ));

  it('of classes: fields, methods, properties, class methods, inheritance', () =>
    types(
      `from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple
class Base:
    count = 0
    def __init__(self, name: str):
        self.name = name
        self.items = []
        self.parent = None
    def add(self, n: int): self.items.append(n)
    @property
    def size(self): return len(self.items)
    @classmethod
    def make(cls, name): return cls(name)
    @staticmethod
    def helper(): return 1.5
class Child(Base):
    def __init__(self):
        super().__init__("c")
        self.extra = {}
    def put(self, k: str): self.extra[k] = self.name
@dataclass
class D:
    a: int
    b: list[str] = field(default_factory=list)
class Color(Enum):
    RED = 1
    BLUE = 2
class N(NamedTuple):
    lat: float
    name: str
c = Child()
a = c.name; b = c.items; d = c.size; e = Base.make("x"); f = Base.helper(); g = c.extra; h = Base.count
i = D(1); j = i.a; k = i.b; l = Color.RED; m = l.value; n = l.name; o = [x for x in Color]; p = N(1.0, "x"); q, r = p; s = p[0]; t = p.lat; u = c.parent`,
      {
        a: 'str',
        b: 'list[int]',
        c: '.Child',
        d: 'int',
        e: '.Base',
        f: 'float',
        g: 'dict[str, str]',
        h: 'int',
        i: '.D',
        j: 'int',
        k: 'list[str]',
        l: '.Color',
        m: 'int',
        n: 'str',
        o: 'list[.Color]',
        p: '.N',
        q: 'float',
        r: 'str',
        s: 'float',
        t: 'float',
        u: 'None',
      },
    ));

  it('of values of several classes are those of their common base', () =>
    types(
      `class Shape:
    def area(self): raise NotImplementedError
class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return 3.14 * self.r ** 2
class Square(Shape):
    def area(self): return 4
shapes = [Circle(1.0), Square()]
areas = [s.area() for s in shapes]
def total(xs): return sum(x.area() for x in xs)
t = total(shapes)`,
      { shapes: 'list[.Shape]', areas: 'list[float]', xs: 'list[.Shape]', t: 'float' },
    ));

  it('of generic classes and functions', () =>
    types(
      `from typing import Generic, TypeVar
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
class Box[U]:
    def __init__(self, v: U): self.v = v
    def get(self) -> U: return self.v
def first(xs: list[T]) -> T: return xs[0]
s: Stack[int] = Stack()
a = s.pop(); b = Box("x"); c = b.get(); d = first(["a"])`,
      { s: '.Stack[int]', a: 'int', b: '.Box[str]', c: 'str', d: 'str' },
    ));

  it('of exceptions', () =>
    types(
      `class Refused(ValueError):
    def __init__(self, code): self.code = code
def f():
    try: raise Refused(3)
    except Refused as a: b = a.code
    except (OSError, KeyError) as c: pass
    except KeyError as d: pass
    except Exception as e: g = e.args`,
      { a: '.Refused', b: 'int', c: 'error', d: 'builtins.KeyError', e: 'error', g: 'list[any]' },
    ));

  it('of what the library gives', () =>
    types(
      `import json, re, os, time, math, random, subprocess, itertools, threading, queue
from datetime import datetime, timedelta
from pathlib import Path
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
import requests
from flask import request
def work(n: int): return n * 1.5
a = json.loads("1"); b = re.search("a", "b"); c = os.environ.get("X", "d"); d = time.time(); e = math.sqrt(2); f = random.choice([1, 2])
g = datetime.now() - datetime.now(); h = datetime.now() + timedelta(days=1); i = Path("a") / "b"; j = i.read_text(); k = Counter("ab").most_common(1)
with ThreadPoolExecutor(4) as pool:
    l = list(pool.map(work, [1, 2])); m = pool.submit(work, 1).result()
n = requests.get("u").json(); o = requests.get("u").status_code; p = request.args.get("q"); q = list(itertools.chain([1], [2])); r = queue.Queue(); r.put(1); s = r.get()
t = [w for w, x in Counter("ab").items()]; u = Path("x").open(); v = [line.strip() for line in u]; y = os.path.join("a", "b"); z = subprocess.run(["x"]).stdout
aa = dict(Counter("ab")); bb = sorted(Counter("ab").items(), key=lambda kv: kv[1])`,
      {
        a: 'any',
        b: 're.Match | None',
        c: 'str',
        d: 'float',
        e: 'float',
        f: 'int',
        g: 'datetime.timedelta',
        h: 'datetime.datetime',
        i: 'pathlib.Path',
        j: 'str',
        k: 'list[tuple[str, int]]',
        l: 'list[float]',
        m: 'float',
        n: 'any',
        o: 'int',
        p: 'str | None',
        q: 'list[int]',
        r: 'queue.Queue[int]',
        s: 'int',
        t: 'list[str]',
        v: 'list[str]',
        y: 'str',
        aa: 'dict[str, int]',
        bb: 'list[tuple[str, int]]',
      },
    ));

  it('of tests that narrow them', async () => {
    const asked = await ask(
      'python',
      `def f(x: int | None, y: int | str, z: str | None):
    if x is None:
        return 0
    a = x
    if isinstance(y, int): b = y
    else: c = y
    d = z if z else "q"
    e = z is not None and z.upper()
    if not z: raise ValueError
    g = z
`,
    );
    const found = asked.types();
    assert.deepEqual(
      ['a', 'b', 'c', 'd', 'g'].map(name => found[name]),
      ['int', 'int', 'str', 'str', 'str'],
    );
    assert.equal(asked.name('z.upper'), 'builtins.str.upper');
  });

  it('of match captures', () =>
    types(
      `class P:
    x: int
    y: float
def f(v: P, w: dict[str, int], u: tuple[int, str]):
    match v:
        case P(x=a, y=b): pass
    match w:
        case {"k": c, **d}: pass
    match u:
        case (e, g): pass
        case [h, *i]: pass
        case j: pass`,
      {
        a: 'int',
        b: 'float',
        c: 'int',
        d: 'dict[str, int]',
        e: 'int',
        g: 'str',
        i: 'list[int | str]',
        j: 'tuple[int, str]',
      },
    ));

  it('of route parameters', () =>
    types(
      `from flask import Flask
app = Flask(__name__)
@app.route("/u/<int:user_id>/<name>/<float:score>")
def show(user_id, name, score): return name`,
      { user_id: 'int', name: 'str', score: 'float' },
    ));

  it('of classes whose package has no table are guessed by their capital', () =>
    types('from sqlalchemy import Column\nimport boto3\nc = Column(1)\nd = boto3.client("s3")\n', {
      c: 'sqlalchemy.Column',
      d: '?',
    }));

  it('end where they go in circles', () =>
    types(
      `a = a
b = [b]
def f(x): return g(x)
def g(y): return f(y)
c = f(1)
class A(A): pass
class B(C): pass
class C(B): pass
d = B().x`,
      { a: '?', x: 'int', y: 'int', c: '?', d: '?' },
    ));
});

describe("Python's functions that are given away", () => {
  it('know their parameters from decorations and from who takes them', () =>
    assertTypes(
      'python',
      `import functools
def logged(f):
    @functools.wraps(f)
    def wrapper(*args): return f(*args)
    return wrapper
@logged
def add(a: int, b: int) -> int: return a + b
def repeat(times):
    def decorate(g):
        return g
    return decorate
@repeat(3)
def hello(name: str) -> None: ...
def length(word): return len(word)
sorted(["a"], key=length)
total = add(1, 2)`,
      {
        f: '(a: int, b: int) -> int',
        times: 'int',
        g: '(name: str) -> None',
        word: 'str',
        total: 'int',
      },
    ));
});
