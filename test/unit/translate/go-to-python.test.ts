import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyseGo, goToPython, logged } from '../../support/go-to-python';
import { projectRoot } from '../../support/toolchain';

const fixtures = join(projectRoot, 'test/fixtures/translate/go');

/** The statements of `main`, without the frame of a program. */
async function inMain(body: string, before = ''): Promise<string> {
  const imports = ['fmt', 'strings', 'strconv', 'errors', 'sort', 'os', 'sync', 'time'].filter(name =>
    new RegExp(`\\b${name}\\.`).test(before + body),
  );
  const text = `package main\n\nimport (\n${imports.map(name => `\t"${name}"`).join('\n')}\n)\n${before}\nfunc main() {\n${body}\n}\n`;
  const { code, gaps } = await goToPython(text, { catalog: false });
  assert.deepEqual(gaps, [], code);
  const lines = code.slice(code.indexOf('def main()')).split('\n').slice(1);
  const end = lines.findIndex(line => line !== '' && !line.startsWith('    '));
  return lines
    .slice(0, end)
    .map(line => line.slice(4))
    .join('\n')
    .trim();
}

describe('Go to Python', () => {
  afterEach(() => {
    assert.deepEqual(logged.splice(0), []);
  });

  it('drops the package clause and calls main under the guard', async () => {
    const { code } = await goToPython('package main\n\nfunc main() {\n\tprintln := 1\n\t_ = println\n}\n', {
      catalog: false,
    });
    assert.equal(code, 'def main() -> None:\n    pass\n\n\nif __name__ == "__main__":\n    main()\n');
  });

  it('gives names the habit of Python', async () => {
    const { code } = await goToPython(
      'package p\n\nconst MaxSize = 3\n\ntype HTTPServer struct{ UserID int }\n\nfunc getUserName(list int) int { return list + MaxSize }\n',
      { catalog: false },
    );
    assert.match(code, /^MAX_SIZE = 3$/m);
    assert.match(code, /^class HTTPServer:\n {4}user_id: int/m);
    assert.match(code, /^def get_user_name\(list_: int\) -> int:\n {4}return list_ \+ MAX_SIZE$/m);
  });

  it('turns comments before declarations into docstrings and keeps the others', async () => {
    const { code } = await goToPython(
      'package p\n\n// Double doubles.\nfunc Double(n int) int {\n\t// Twice.\n\treturn n * 2 // done\n}\n',
      { catalog: false },
    );
    assert.match(code, /"""Double doubles\."""\n {4}# Twice\.\n {4}return n \* 2 {2}# done/);
  });

  it('prints what Go prints', async () => {
    assert.equal(await inMain('\tfmt.Println(true, 1.0, nil, "x", 2)'), 'print("true", "1", "<nil>", "x", 2)');
    assert.equal(
      await inMain('\tname := "ada"\n\tfmt.Printf("%-5s|%05.1f|%x\\n", name, 2.5, 255)'),
      'name = "ada"\nprint(f"{name:5}|{2.5:05.1f}|{255:x}")',
    );
  });

  it('divides toward zero where an operand may be negative, and plainly where none is', async () => {
    assert.match(
      await inMain('\ta := -7\n\tfmt.Println(a/2, a%2 == 0)'),
      /print\(quotient\(a, 2\), str\(a % 2 == 0\)\.lower\(\)\)/,
    );
    assert.match(
      await inMain('\tn := 7\n\tfor n > 0 {\n\t\tfmt.Println(n%10, n/10)\n\t\tn /= 10\n\t}'),
      /print\(n % 10, n \/\/ 10\)\n {4}n \/\/= 10/,
    );
  });

  it('lets a list grow in place only where nobody else holds it', async () => {
    assert.equal(
      await inMain('\txs := []int{1}\n\txs = append(xs, 2)\n\tfmt.Println(len(xs))'),
      'xs = [1]\nxs.append(2)\nprint(len(xs))',
    );
    const { code } = await goToPython(
      'package p\n\nfunc add(xs []int) []int {\n\txs = append(xs, 1)\n\treturn xs\n}\n',
      { catalog: false },
    );
    assert.match(code, /xs = \[\*xs, 1\]/);
  });

  it('gives the zero value for a key that a map does not have', async () => {
    assert.equal(
      await inMain('\tm := map[string]int{}\n\tm["a"]++\n\tfmt.Println(m["b"])'),
      'm: dict[str, int] = {}\nm["a"] = m.get("a", 0) + 1\nprint(m.get("b", 0))',
    );
  });

  it('asks a map before it takes the value', async () => {
    assert.equal(
      await inMain('\tm := map[string]int{"a": 1}\n\tif v, ok := m["a"]; ok {\n\t\tfmt.Println(v)\n\t}'),
      'm = {"a": 1}\nif "a" in m:\n    v = m["a"]\n    print(v)',
    );
  });

  it('raises error results and lets them pass through callers', async () => {
    const before =
      '\nvar ErrNone = errors.New("none")\n\nfunc find(n int) (int, error) {\n\tif n == 0 {\n\t\treturn 0, ErrNone\n\t}\n\treturn n, nil\n}\n\nfunc twice(n int) (int, error) {\n\tv, err := find(n)\n\tif err != nil {\n\t\treturn 0, err\n\t}\n\treturn v * 2, nil\n}\n';
    const { code, gaps } = await goToPython(
      `package main\n\nimport (\n\t"errors"\n\t"fmt"\n)\n${before}\nfunc main() {\n\tv, err := twice(0)\n\tif err != nil {\n\t\tfmt.Println("failed:", err)\n\t\treturn\n\t}\n\tfmt.Println(v)\n}\n`,
      { catalog: false },
    );
    assert.deepEqual(gaps, []);
    assert.match(code, /class NoneError\(Exception\):/);
    assert.match(code, /def twice\(n: int\) -> int:\n {4}v = find\(n\)\n {4}return v \* 2/);
    assert.match(
      code,
      /try:\n {8}v = twice\(0\)\n {4}except NoneError as err:\n {8}print\("failed:", err\)\n {8}return\n {4}print\(v\)/,
    );
  });

  it('closes what is deferred with a with-statement', async () => {
    const { code, gaps } = await goToPython(
      'package p\n\nimport "os"\n\nfunc size(path string) (int, error) {\n\tf, err := os.Open(path)\n\tif err != nil {\n\t\treturn 0, err\n\t}\n\tdefer f.Close()\n\treturn 1, nil\n}\n',
      { catalog: false },
    );
    assert.deepEqual(gaps, []);
    assert.match(code, /with open\(path, encoding="utf-8"\) as f:|with open\(path, encoding="utf-8"\):/);
    assert.doesNotMatch(code, /close\(\)/);
  });

  it('holds a lock with a with-statement', async () => {
    assert.equal(
      await inMain('\tvar mu sync.Mutex\n\tn := 0\n\tmu.Lock()\n\tn++\n\tmu.Unlock()\n\tfmt.Println(n)'),
      'mu = threading.Lock()\nn = 0\nwith mu:\n    n += 1\nprint(n)',
    );
  });

  it('writes constants that count as an enumeration', async () => {
    const { code } = await goToPython(
      'package p\n\ntype Color int\n\nconst (\n\tRed Color = iota\n\tGreen\n)\n\nfunc (c Color) String() string {\n\tif c == Red {\n\t\treturn "red"\n\t}\n\treturn "green"\n}\n',
      { catalog: false },
    );
    assert.match(
      code,
      /class Color\(IntEnum\):\n {4}RED = 0\n {4}GREEN = 1\n\n {4}def __str__\(self\) -> str:\n {8}if self == Color\.RED:/,
    );
  });

  it('makes a base class of an embedded struct', async () => {
    const { code } = await goToPython(
      'package p\n\ntype Animal struct{ Name string }\n\nfunc (a Animal) Speak() string { return a.Name }\n\ntype Dog struct {\n\tAnimal\n\tBreed string\n}\n\nvar rex = Dog{Animal{"Rex"}, "collie"}\n',
      { catalog: false },
    );
    assert.match(code, /class Dog\(Animal\):/);
    assert.match(code, /rex = Dog\(name="Rex", breed="collie"\)/);
  });

  it('makes an interface a protocol and a constructor __init__', async () => {
    const { code } = await goToPython(
      'package p\n\ntype Shape interface{ Area() float64 }\n\ntype Stack struct{ items []int }\n\nfunc NewStack() *Stack { return &Stack{items: []int{}} }\n\nvar s = NewStack()\n',
      { catalog: false },
    );
    assert.match(code, /class Shape\(Protocol\):\n {4}def area\(self\) -> float: \.\.\./);
    assert.match(code, /class Stack:\n {4}def __init__\(self\) -> None:\n {8}self\.items: list\[int\] = \[\]/);
    assert.match(code, /^s = Stack\(\)$/m);
  });

  it('copies a struct where one of two is changed, and not elsewhere', async () => {
    const before = '\ntype P struct{ X int }\n';
    assert.match(
      await inMain('\ta := P{1}\n\tb := a\n\tb.X = 2\n\tfmt.Println(a.X, b.X)', before),
      /b = copy\.copy\(a\)/,
    );
    assert.match(await inMain('\ta := P{1}\n\tb := a\n\tfmt.Println(a.X, b.X)', before), /b = a\n/);
  });

  it('leaves a loop by its label with a flag', async () => {
    assert.match(
      await inMain(
        'outer:\n\tfor i := 0; i < 3; i++ {\n\t\tfor j := 0; j < 3; j++ {\n\t\t\tif i*j == 2 {\n\t\t\t\tbreak outer\n\t\t\t}\n\t\t}\n\t\tfmt.Println(i)\n\t}',
      ),
      /done = False\n {4}for j in range\(3\):\n {8}if i \* j == 2:\n {12}done = True\n {12}break\n {4}if done:\n {8}break/,
    );
  });

  it('keeps what it cannot say as a comment with a gap at its place', async () => {
    const text =
      'package main\n\nimport (\n\t"fmt"\n\t"reflect"\n)\n\nfunc main() {\n\tfmt.Println("a")\n\tt := reflect.TypeOf(1)\n\tfmt.Println(t)\n}\n';
    const { code, gaps } = await goToPython(text, { catalog: false });
    assert.ok(gaps.length > 0);
    assert.equal(text.slice(gaps[0]!.start, gaps[0]!.end).includes('reflect.TypeOf'), true);
    assert.match(code, /print\("a"\)\n {4}# Not translated: .*\n {4}# t := reflect\.TypeOf\(1\)\n/);
  });

  it('gives a gap for a program that does not parse', async () => {
    const { code, gaps } = await goToPython('package main\n\nfunc main() {\n\tx := \n}\n', { catalog: false });
    assert.ok(gaps.length > 0);
    assert.match(code, /# /);
  });

  it('never throws, wherever a program is cut off', async () => {
    for (const name of readdirSync(fixtures).filter(file => file.endsWith('.go'))) {
      const text = readFileSync(join(fixtures, name), 'utf8');
      for (const part of [0.25, 0.6, 0.9])
        await goToPython(text.slice(0, Math.floor(text.length * part)), { catalog: false });
    }
    // A cut-off program may well be refused by the formatter; that is noted and no more.
    const failures = logged.splice(0).filter(message => !message.startsWith('The formatter refused'));
    assert.deepEqual(failures, []);
  }).timeout(120_000);

  it('translates a selection with the types of its surroundings', async () => {
    const { file, translate } = await analyseGo(
      'package main\n\nfunc f(m map[string]int, k string) int {\n\tm[k]++\n\treturn m[k]\n}\n',
      { catalog: false },
    );
    const unit = file.units.findIndex(one => one.node.kind === 'FuncDecl');
    const body = (file.units[unit]!.node as unknown as { body: { list: never[] } }).body.list;
    const answer = await translate({ kind: 'nodes', unit, nodes: [body[0]!] });
    assert.equal(answer.code.trim(), 'm[k] = m.get(k, 0) + 1');
    const expression = (body[1] as unknown as { results: never[] }).results[0]!;
    assert.equal((await translate({ kind: 'nodes', unit, nodes: [expression] })).code.trim(), 'm.get(k, 0)');
  });

  it('says which ranges of the source and of the answer correspond', async () => {
    const text = 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("hello")\n}\n';
    const { code, correspondences } = await goToPython(text, { catalog: false });
    const pair = correspondences.find(({ source }) => text.slice(source.start, source.end) === 'fmt.Println("hello")');
    assert.ok(pair);
    assert.equal(code.slice(pair.target.start, pair.target.end), 'print("hello")');
  });

  it('writes the match of an idiom as the catalog says', async () => {
    const { matches, translate } = await analyseGo(
      'package main\n\nimport (\n\t"fmt"\n\t"strings"\n)\n\nfunc main() {\n\tnames := []string{"a", "b"}\n\tfmt.Println(strings.Join(names, ", "))\n}\n',
    );
    const match = matches.find(one => one.idiom.id === 'str.join');
    assert.ok(match);
    assert.equal((await translate({ kind: 'match', match })).code.trim(), '", ".join(names)');
  });

  it("writes the article's server as a program of Flask", async () => {
    const { code, gaps } = await goToPython(
      'package main\n\nimport (\n\t"fmt"\n\t"net/http"\n)\n\nfunc helloWorld(w http.ResponseWriter, r *http.Request) {\n\tfmt.Fprintf(w, "Hello, Go!")\n}\n\nfunc main() {\n\thttp.HandleFunc("/", helloWorld)\n\thttp.ListenAndServe(":8080", nil)\n}\n',
    );
    assert.deepEqual(gaps, []);
    assert.equal(
      code,
      'from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.route("/")\ndef hello_world() -> str:\n    return "Hello, Go!"\n\n\ndef main() -> None:\n    app.run(host="0.0.0.0", port=8080)\n\n\nif __name__ == "__main__":\n    main()\n',
    );
  });
});
