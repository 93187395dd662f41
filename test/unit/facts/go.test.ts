import assert from 'node:assert/strict';
import { showType } from '../../../src/core/facts/show';
import { ask, assertTypes, lower } from './support';

const go = (text: string) => ask('go', `package p\n${text}`);
const types = (text: string, expected: Record<string, string>) => assertTypes('go', `package p\n${text}`, expected);

describe("Go's names", () => {
  it('are bound where they are declared, block by block', async () => {
    const asked = await go(
      'func f(x int) int {\n\tif x := 1; x > 0 {\n\t\tx := x + 1\n\t\treturn x\n\t}\n\treturn x\n}\n',
    );
    const symbols = [0, 1, 2, 3, 4, 5].map(nth => asked.symbol('x', nth));
    assert.equal(symbols[0]!.kind, 'parameter');
    assert.equal(symbols[2], symbols[1]);
    assert.equal(symbols[4], symbols[1]);
    assert.notEqual(symbols[3], symbols[1]);
    assert.equal(asked.symbol('x', 5), symbols[3]);
    assert.equal(asked.symbol('x', 6), symbols[0]);
  });

  it('are declared anew by := only where they are new', async () => {
    const asked = await go(
      'func f() (int, error) {\n\ta, err := f()\n\tb, err := f()\n\t_, _ = a, b\n\treturn 0, err\n}\n',
    );
    assert.equal(asked.symbol('err', 0), asked.symbol('err', 1));
    assert.equal(asked.symbol('err').reassigned, true);
    assert.equal(asked.symbol('a').reassigned, false);
  });

  it('of struct fields in literals are no variables, keys of maps are', async () => {
    const asked = await go(
      'type P struct{ X int }\ntype M map[string]int\nfunc f(X, k string) {\n\t_ = P{X: 1}\n\t_ = map[string]int{k: 1}\n\t_ = M{k: 2}\n\t_ = []P{{X: 2}}\n}\n',
    );
    assert.equal(asked.symbol('X', 1).kind, 'parameter');
    assert.equal(asked.facts.symbolOf(asked.node('X', 2)), undefined);
    assert.equal(asked.symbol('k', 1).kind, 'parameter');
    assert.equal(asked.symbol('k', 2).kind, 'parameter');
    assert.equal(asked.facts.symbolOf(asked.node('X', 3)), undefined);
  });

  it('know captures, labels, and the clauses of a type switch', async () => {
    const asked = await go(
      'func f(x any) {\n\tn := 0\n\tgo func() { n++ }()\nouter:\n\tfor {\n\t\tbreak outer\n\t}\n\tswitch v := x.(type) {\n\tcase int:\n\t\t_ = v\n\tcase string, bool:\n\t\t_ = v\n\t}\n}\n',
    );
    assert.equal(asked.symbol('n').captured, true);
    assert.equal(asked.symbol('n').reassigned, true);
    assert.equal(asked.symbol('outer', 0), asked.symbol('outer', 1));
    assert.equal(asked.type('v', 1), 'int');
    assert.equal(asked.type('v', 2), 'any');
    assert.notEqual(asked.symbol('v', 1), asked.symbol('v', 2));
  });

  it('of packages follow versions, names of their own, and known exceptions', async () => {
    const asked = await go(
      'import (\n\t"math/rand/v2"\n\tm "math"\n\t"gopkg.in/yaml.v3"\n\t"github.com/mattn/go-sqlite3"\n\t_ "embed"\n\t"github.com/go-chi/chi/v5"\n)\nfunc f() {\n\trand.IntN(1)\n\tm.Sqrt(2)\n\tyaml.Marshal(1)\n\tsqlite3.Open()\n\tchi.NewRouter()\n}\n',
    );
    assert.equal(asked.name('rand.IntN'), 'math/rand/v2.IntN');
    assert.equal(asked.name('m.Sqrt'), 'math.Sqrt');
    assert.equal(asked.name('yaml.Marshal'), 'gopkg.in/yaml.v3.Marshal');
    assert.equal(asked.name('sqlite3.Open'), 'github.com/mattn/go-sqlite3.Open');
    assert.equal(asked.name('chi.NewRouter'), 'github.com/go-chi/chi/v5.NewRouter');
  });

  it('shadow packages and what the language declares', async () => {
    const asked = await go(
      'import "net/http"\nfunc f(http string, len int) {\n\t_ = http\n\t_ = len\n}\nfunc g(w http.ResponseWriter) {\n\t_ = len("x")\n}\n',
    );
    assert.equal(asked.symbol('http', 1).kind, 'parameter');
    assert.equal(asked.name('len', 2), 'builtin.len');
    assert.equal(asked.name('http.ResponseWriter'), 'net/http.ResponseWriter');
  });

  it('of methods are found by the receiver, through embedding and pointers', async () => {
    const asked = await go(
      'import "sync"\ntype C struct {\n\tsync.Mutex\n\tmu sync.RWMutex\n}\nfunc (c *C) Inc() {}\ntype D struct{ *C }\nfunc f(d D, e error) {\n\td.Lock()\n\td.mu.RLock()\n\td.Inc()\n\te.Error()\n}\n',
    );
    assert.equal(asked.name('d.Lock'), 'sync.Mutex.Lock');
    assert.equal(asked.name('d.mu.RLock'), 'sync.RWMutex.RLock');
    assert.equal(asked.name('d.Inc'), '.C.Inc');
    assert.equal(asked.name('e.Error'), 'builtin.error.Error');
  });

  it('of other files of the package are known by their declarations', async () => {
    const beside = await lower(
      'go',
      'package p\nimport h "net/http"\ntype User struct{ Name string; Client *h.Client }\nfunc Load(id int) (*User, error) { return nil, nil }\nfunc (u User) Upper() string { return "" }\n',
    );
    const asked = await ask(
      'go',
      'package p\nfunc f() {\n\tu, err := Load(1)\n\tn := u.Name\n\tc := u.Client\n\ts := u.Upper()\n\t_, _, _, _ = n, err, c, s\n}\n',
      [{ uri: 'file:///b.go', module: '', file: beside }],
    );
    assert.deepEqual(
      ['u', 'err', 'n', 'c', 's'].map(name => asked.type(name)),
      ['*.User', 'error', 'str', '*net/http.Client', 'str'],
    );
    assert.equal(asked.name('Load'), '.Load');
    assert.equal(asked.facts.typeDeclaration('.User')!.fields.length, 2);
  });
});

describe("Go's types", () => {
  it('of constants, literals and operators', () =>
    types(
      `const A, B = 1, 2.5
const (
	C int64 = iota
	D
)
type T float64
const E T = 2
func f() {
	a := 1; b := 'x'; c := 1.5; d := "s"; e := true; g := 2 * c; h := A * B; i := D; j := E * 2; k := 1 << 3; l := a == 2; m := -a; n := []int{1}; o := map[string]bool{"a": true}; p := [...]string{"x"}; q := &n; r := *q; s := "a" + d; t := 'a' + 1; u := !e; v := []byte("x"); w := float64(a); x := string(v); y := []rune(d)
}`,
      {
        a: 'int',
        b: 'rune',
        c: 'float',
        d: 'str',
        e: 'bool',
        g: 'float',
        h: 'float',
        i: 'int64',
        j: '.T',
        k: 'int',
        l: 'bool',
        m: 'int',
        n: 'list[int]',
        o: 'dict[str, bool]',
        p: 'array[1, str]',
        q: '*list[int]',
        r: 'list[int]',
        s: 'str',
        t: 'rune',
        u: 'bool',
        v: 'bytes',
        w: 'float',
        x: 'str',
        y: 'list[rune]',
      },
    ));

  it('of calls, ranges, channels and comma-ok', () =>
    types(
      `import ("strconv"; "strings"; "os"; "time"; "sort"; "context"; "encoding/json"; "slices"; "maps"; "net/http"; "bufio"; "errors")
func f(ctx context.Context, m map[string][]int, ch chan int, any1 any) {
	a, err := strconv.Atoi("1")
	b := strings.Split("a", ",")
	for c, d := range m { _ = c; _ = d }
	for e, g := range "abc" { _ = e; _ = g }
	for h := range 3 { _ = h }
	i, ok := m["a"]
	j := <-ch
	k, more := <-ch
	l, isInt := any1.(int)
	n := append(b, "x")
	o := make(map[string]int)
	p := new(int)
	q := time.Now().Sub(time.Now())
	r := 2 * time.Second
	s, cancel := context.WithTimeout(ctx, r)
	t := min(1, 2.5)
	u := slices.Sorted(maps.Keys(o))
	v, _ := os.ReadFile("x")
	w, _ := json.Marshal(o)
	x, _ := http.Get("u")
	y := x.Body
	z := x.StatusCode
	sc := bufio.NewScanner(y)
	line := sc.Text()
	idx := slices.Index(b, "a")
	first := slices.Max([]float64{1})
	e2 := errors.New("x")
	clone := slices.Clone(b)
	sort.Slice(b, func(lhs, rhs int) bool { return lhs < rhs })
}`,
      {
        a: 'int',
        err: 'error',
        b: 'list[str]',
        c: 'str',
        d: 'list[int]',
        e: 'int',
        g: 'rune',
        h: 'int',
        i: 'list[int]',
        ok: 'bool',
        j: 'int',
        k: 'int',
        more: 'bool',
        l: 'int',
        isInt: 'bool',
        n: 'list[str]',
        o: 'dict[str, int]',
        p: '*int',
        q: 'time.Duration',
        r: 'time.Duration',
        s: 'context.Context',
        cancel: 'context.CancelFunc',
        t: 'float',
        u: 'list[str]',
        v: 'bytes',
        w: 'bytes',
        x: '*net/http.Response',
        y: 'io.ReadCloser',
        z: 'int',
        sc: '*bufio.Scanner',
        line: 'str',
        idx: 'int',
        first: 'float',
        e2: 'error',
        clone: 'list[str]',
        lhs: 'int',
      },
    ));

  it('of structs, methods, embedding and values of functions', () =>
    types(
      `type Point struct { X, Y int; Tags []string }
type Named struct { Point; Name string }
type Shape interface { Area() float64 }
type Handler func(string) (int, error)
func (p *Point) Norm() float64 { return 0 }
func (p Point) With(x int) Point { return p }
func f(s Shape, h Handler) {
	n := Named{Name: "x"}
	a := n.X; b := n.Norm(); c := n.With(1).Tags; d := s.Area(); e := n.Norm; g := Point.With; i, err := h("x")
	anon := struct{ A int }{1}
	j := anon.A
	list := []Point{{X: 1}, {Y: 2}}
	k := list[0].Y
	ptrs := map[string]*Point{"a": {X: 1}}
	l := ptrs["a"].X
	fn := func(x int) string { return "" }
	m := fn(1)
	set := map[string]struct{}{}
	o := set["x"]
}`,
      {
        a: 'int',
        b: 'float',
        c: 'list[str]',
        d: 'float',
        e: '() -> float',
        g: '(.Point, x: int) -> .Point',
        i: 'int',
        err: 'error',
        j: 'int',
        k: 'int',
        l: 'int',
        m: 'str',
        o: 'struct{}',
        list: 'list[.Point]',
        ptrs: 'dict[str, *.Point]',
      },
    ));

  it('of generic functions and types', () =>
    types(
      `import "cmp"
type Stack[T any] struct { items []T }
func (s *Stack[E]) Push(v E) { s.items = append(s.items, v) }
func (s *Stack[E]) Pop() (E, bool) { return s.items[0], true }
type Pair[K comparable, V any] struct { Key K; Val V }
func Map[T, U any](xs []T, f func(T) U) []U { return nil }
func Max[T cmp.Ordered](a, b T) T { return a }
func Sum[S ~[]E, E cmp.Ordered](s S) E { var z E; return z }
func NewStack[T any]() *Stack[T] { return nil }
type IDs []int
func f() {
	s := Stack[string]{}
	a, ok := s.Pop()
	b := Map([]string{"a"}, func(x string) int { return 1 })
	c := Max(1, 2.5)
	d := Sum(IDs{1})
	e := NewStack[float64]()
	g, _ := e.Pop()
	h := Pair[string, int]{"a", 1}
	i := h.Val
	j := Max(i, 3)
}`,
      {
        s: '.Stack[str]',
        a: 'str',
        ok: 'bool',
        b: 'list[int]',
        c: 'float',
        d: 'int',
        e: '*.Stack[float]',
        g: 'float',
        h: '.Pair[str, int]',
        i: 'int',
        j: 'int',
      },
    ));

  it('of iterators', () =>
    types(
      `import "iter"
func Count(n int) iter.Seq[int] { return nil }
func Pairs() iter.Seq2[string, int] { return nil }
func Raw(yield func(string) bool) {}
func f() {
	for a := range Count(3) { _ = a }
	for b, c := range Pairs() { _ = c; _ = b }
	for d := range Raw { _ = d }
}`,
      { a: 'int', b: 'str', c: 'int', d: 'str' },
    ));

  it('end where they go in circles', () =>
    types(
      'type A A\ntype L struct{ next *L }\nvar x = y\nvar y = x\nfunc f(l L) {\n\tn := l.next.next.next\n\t_ = n\n}\n',
      { x: '?', n: '*.L' },
    ));
});

describe("Go's declarations and effects", () => {
  it('tell fields, methods, embedded types and what a type is made of', async () => {
    const asked = await go(
      'import "time"\ntype P struct {\n\ttime.Time\n\tName string `json:"name"`\n}\nfunc (p *P) Set(n string) { p.Name = n }\ntype C float64\ntype R interface {\n\tRead(p []byte) (int, error)\n}\n',
    );
    const p = asked.facts.typeDeclaration('.P')!;
    assert.equal(p.kind, 'struct');
    assert.deepEqual(
      p.fields.map(field => [field.name, field.embedded ?? false]),
      [
        ['Time', true],
        ['Name', false],
      ],
    );
    assert.deepEqual(
      p.methods.map(method => [method.name, method.pointer]),
      [['Set', true]],
    );
    assert.equal(showType(asked.facts.typeDeclaration('.C')!.underlying!), 'float');
    assert.equal(asked.facts.typeDeclaration('.R')!.methods[0]!.abstract, true);
    assert.deepEqual(asked.facts.basesOf({ kind: 'instance', name: '.C', args: [] }), [{ kind: 'float' }]);
    assert.equal(asked.facts.typeDeclaration('net/http.Request')!.kind, 'struct');
  });

  it('tell panics, changed parameters and what reaches outside', async () => {
    const asked = await go(
      `import "fmt"
type P struct{ X int }
var n int
func a(x int) { if x > 0 { panic("x") } }
func b(x int) { a(x) }
func c(xs []int, m map[string]int, p *P, q P) { xs[0] = 1; m["a"] = 2; p.X = 3; q.X = 4 }
func (p *P) Set(x int) { p.X = x }
func d(p *P) { p.Set(1) }
func e() { n++ }
func f() { fmt.Println() }
func g(x int) int { return x * 2 }
func h(ch chan int) int { return <-ch }
func i(yield func(int) bool) { yield(1) }
`,
    );
    const effects = (name: string) => asked.facts.effectsOf(asked.facts.module.symbols.get(name)!.declaration!);
    assert.equal(effects('b').raises, true);
    assert.deepEqual(effects('c').changes, ['xs', 'm', 'p']);
    assert.deepEqual(effects('d').changes, ['p']);
    assert.equal(effects('e').impure, true);
    assert.equal(effects('f').impure, true);
    assert.equal(effects('g').impure, false);
    assert.equal(effects('h').awaits, true);
    assert.equal(effects('i').yields, true);
    assert.equal(asked.facts.isPure(asked.node('x * 2')), true);
    assert.equal(asked.facts.isPure(asked.node('<-ch')), false);
  });

  it('tell what a place expects', async () => {
    const asked = await go(
      'func g(x float64, ys ...string) error {\n\tvar z int64 = 1\n\t_ = z\n\treturn nil\n}\nfunc f(m map[string]float64) {\n\tg(2, "a")\n\tm["k"] = 3\n}\n',
    );
    const expected = (text: string, nth?: number) => showType(asked.facts.expectedType(asked.node(text, nth)));
    assert.equal(expected('2'), 'float');
    assert.equal(expected('"a"'), 'str');
    assert.equal(expected('1'), 'int64');
    assert.equal(expected('3'), 'float');
    assert.equal(expected('nil'), 'error');
  });

  it('tell when a variable is read no more', async () => {
    const asked = await go(
      'func f(ks []int) int {\n\tn := 0\n\tfor _, k := range ks {\n\t\tt := k\n\t\tn = n + t\n\t}\n\treturn 1\n}\n',
    );
    assert.equal(asked.facts.isUnusedAfter(asked.symbol('n'), asked.node('n = n + t')), false);
    assert.equal(asked.facts.isUnusedAfter(asked.symbol('t'), asked.node('n = n + t')), true);
  });
});
