import assert from 'node:assert/strict';
import { foundBy, idiom, search } from './support';

/** Searches the body of a function. */
const go = (pattern: string, body: string, imports = '') =>
  foundBy('go', pattern, `package main\n\n${imports}\n\nfunc f() {\n\t${body.replaceAll('\n', '\n\t')}\n}\n`);

describe('the matcher on Go', () => {
  it('resolves packages by their path, whatever they are called here', async () => {
    const pattern = 'import "net/http"\n\nhttp.Get($URL)';
    assert.deepEqual(await go(pattern, 'http.Get(u)', 'import "net/http"'), ['http.Get(u)']);
    assert.deepEqual(await go(pattern, 'web.Get(u)', 'import web "net/http"'), ['web.Get(u)']);
    assert.deepEqual(await go(pattern, 'http.Get(u)', 'import "example.com/http"'), []);
    assert.deepEqual(await go(pattern, 'http := client{}\nhttp.Get(u)', 'import "net/http"'), []);
  });

  it('takes built-ins only where nothing shadows them', async () => {
    assert.deepEqual(await go('len($X)', 'n := len(xs)\nlen := 3\nm := len(ys)'), ['len(xs)']);
    assert.deepEqual(await go('$X = append($X, $Y)', 'xs = append(xs, 1)\nys = append(xs, 1)'), ['xs = append(xs, 1)']);
  });

  it('lets an error be called anything but nothing', async () => {
    const pattern = '$X, err := f()\nif err != nil {\n\treturn err\n}';
    assert.equal((await go(pattern, 'v, e := f()\nif e != nil {\n\treturn e\n}')).length, 1);
    assert.equal((await go(pattern, 'v, e := f()\nif e != nil {\n\treturn err\n}')).length, 0);
    assert.equal((await go(pattern, 'v, _ := f()\nif err != nil {\n\treturn err\n}')).length, 0);
  });

  it('finds the assignment in the head of the if', async () => {
    const pattern = '$X, err := f()\nif err != nil {\n\treturn err\n}';
    assert.equal((await go(pattern, 'if v, err := f(); err != nil {\n\treturn err\n}')).length, 1);
  });

  it('finds what assigns and what is declared with var for what declares', async () => {
    const pattern = '$X := f($Y)';
    assert.equal((await go(pattern, 'x := f(1)')).length, 1);
    assert.equal((await go(pattern, 'x = f(1)')).length, 1);
    assert.equal((await go(pattern, 'var x = f(1)')).length, 1);
    assert.equal((await go(pattern, 'var x int = f(1)')).length, 0);
    assert.equal((await go('$X = f($Y)', 'x := f(1)')).length, 0);
  });

  it('takes x++ for x += 1, both ways', async () => {
    assert.deepEqual(await go('$X++', 'n += 1\nn++\nn += 2\nn--'), ['n += 1', 'n++']);
    assert.deepEqual(await go('$X += 1', 'n++\nn += 1'), ['n++', 'n += 1']);
    assert.deepEqual(await go('$X -= 1', 'n--'), ['n--']);
  });

  it('reads parameters of one type one by one', async () => {
    const pattern = 'func $F($A int, $B int) {\n\t$$$BODY\n}';
    assert.equal((await foundBy('go', pattern, 'package p\n\nfunc g(x, y int) {}\n')).length, 1);
    assert.equal((await foundBy('go', pattern, 'package p\n\nfunc g(x int, y string) {}\n')).length, 0);
  });

  it('wants the types of parameters, and lets one that is not used be called _', async () => {
    const pattern = 'import "net/http"\n\nfunc $F(w http.ResponseWriter, r *http.Request) {\n\t$$$BODY\n}';
    const file = (params: string) => `package p\n\nimport "net/http"\n\nfunc h(${params}) {}\n`;
    assert.equal((await foundBy('go', pattern, file('rw http.ResponseWriter, req *http.Request'))).length, 1);
    assert.equal((await foundBy('go', pattern, file('w http.ResponseWriter, _ *http.Request'))).length, 1);
    assert.equal((await foundBy('go', pattern, file('w http.ResponseWriter, r http.Request'))).length, 0);
    assert.equal((await foundBy('go', pattern, file('w http.ResponseWriter'))).length, 0);
  });

  it('does not take _ for a name', async () => {
    assert.deepEqual(await go('for $I, $X := range $XS {\n\t$$$BODY\n}', 'for _, x := range xs {\n\tg(x)\n}'), []);
    assert.equal((await go('for _, $X := range $XS {\n\t$$$BODY\n}', 'for _, x := range xs {\n\tg(x)\n}')).length, 1);
    assert.equal((await go('$_, $X := f()', '_, x := f()')).length, 1);
  });

  it('takes the fields of a literal in any order', async () => {
    const pattern = 'import "net/http"\n\nhttp.Server{Addr: $A, Handler: $H}';
    const imports = 'import "net/http"';
    assert.equal((await go(pattern, 's := http.Server{Handler: h, Addr: a}', imports)).length, 1);
    assert.equal((await go(pattern, 's := http.Server{Handler: h, Addr: a, ErrorLog: l}', imports)).length, 0);
    assert.equal((await go(pattern, 's := http.Server{Addr: a}', imports)).length, 0);
    const rest = 'import "net/http"\n\nhttp.Server{Addr: $A, $$$REST}';
    assert.equal((await go(rest, 's := http.Server{Handler: h, Addr: a}', imports)).length, 1);
  });

  it('takes any for the empty interface', async () => {
    assert.equal((await go('var $X any', 'var x interface{}\nvar y any')).length, 2);
    assert.equal((await go('var $X any', 'var x interface{ F() }')).length, 0);
  });

  it('tells spread arguments from plain ones', async () => {
    assert.deepEqual(await go('$X = append($X, $Y)', 'xs = append(xs, ys...)'), []);
    assert.deepEqual(await go('$X = append($X, $Y...)', 'xs = append(xs, ys...)'), ['xs = append(xs, ys...)']);
  });

  it('wants main and methods by their names', async () => {
    const main = await idiom('go', 'func main() {\n\t$$$BODY\n}');
    assert.equal((await search([main], 'go', 'package main\n\nfunc run() {}\n')).length, 0);
    assert.equal((await search([main], 'go', 'package main\n\nfunc main() {}\n')).length, 1);
    const method = await idiom('go', 'func (x $T) String() string {\n\t$$$BODY\n}');
    assert.equal(
      (await search([method], 'go', 'package p\n\nfunc (p Point) Text() string {\n\treturn ""\n}\n')).length,
      0,
    );
    assert.equal(
      (await search([method], 'go', 'package p\n\nfunc (p Point) String() string {\n\treturn ""\n}\n')).length,
      1,
    );
  });

  it('matches goroutines, channels and select by their shape', async () => {
    assert.deepEqual(await go('go $F()', 'go work()\ngo work(1)'), ['go work()']);
    assert.deepEqual(await go('<-$CH', 'x := <-ch'), ['<-ch']);
    const select = 'select {\ncase $X := <-$CH:\n\t$$$A\ndefault:\n\t$$$B\n}';
    assert.equal((await go(select, 'select {\ncase v := <-ch:\n\tuse(v)\ndefault:\n}')).length, 1);
    assert.equal((await go(select, 'select {\ncase v := <-ch:\n\tuse(v)\n}')).length, 0);
  });

  it('matches what statements of the top level say', async () => {
    const pattern = 'type $T struct {\n\t$$$FIELDS\n}';
    const [one] = await search(
      [await idiom('go', pattern)],
      'go',
      'package p\n\ntype A struct {\n\tx, y int\n\tB\n}\n',
    );
    assert.equal(one?.bindings['FIELDS'], 'x, y int\n\tB');
  });
});
