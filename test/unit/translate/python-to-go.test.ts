import assert from 'node:assert/strict';
import { analysePython, pythonToGo } from '../../support/translate';
import type { NodeBase } from '../../../src/core/syntax/node';

/** The body of `main`, without indentation. */
async function main(text: string): Promise<string> {
  const { code } = await pythonToGo(text);
  const body = /func main\(\) \{\n([\s\S]*?)\n\}/.exec(code)?.[1] ?? '';
  return body
    .split('\n')
    .map(line => line.trim())
    .join('\n');
}

async function hover(text: string, id: string): Promise<{ code: string; imports: string[]; gaps: string[] }> {
  const analysed = await analysePython(text);
  const match = analysed.matches.find(one => one.idiom.id === id);
  assert.ok(match, `${id} was not found`);
  const answer = await analysed.translate({ kind: 'match', match });
  return { code: answer.code.trim(), imports: answer.imports, gaps: answer.gaps.map(gap => gap.what) };
}

const flask = `from flask import Flask

app = Flask(__name__)


@app.route("/")
def hello_world():
    return "Hello, Python!"


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8080)
`;

describe('Python to Go', function () {
  this.timeout(30_000);

  it("turns the article's Flask server into a net/http program", async () => {
    const { code, gaps } = await pythonToGo(flask);
    assert.deepEqual(gaps, []);
    assert.match(code, /^package main\n/);
    assert.match(
      code,
      /func helloWorld\(w http\.ResponseWriter, r \*http\.Request\) \{\n\tfmt\.Fprint\(w, "Hello, Python!"\)\n\}/,
    );
    assert.match(
      code,
      /http\.HandleFunc\("GET \/\{\$\}", helloWorld\)\n\tlog\.Fatal\(http\.ListenAndServe\(":8080", nil\)\)/,
    );
    assert.ok(!code.includes('app'), code);
  });

  it("is a program where there is module code or a main guard, and else a package of the file's name", async () => {
    assert.match((await pythonToGo('print(1)\n')).code, /^package main\n/);
    const library = await pythonToGo('def area(r: float) -> float:\n    return r * r\n');
    assert.match(library.code, /^package lib\n/);
    assert.match(library.code, /func Area\(r float64\) float64/);
    assert.ok(!library.code.includes('func main'));
  });

  it("makes a main function that takes nothing Go's own", async () => {
    const { code } = await pythonToGo('def main():\n    print("hi")\n\n\nif __name__ == "__main__":\n    main()\n');
    assert.equal(code, 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("hi")\n}\n');
  });

  it('keeps docstrings and comments', async () => {
    const { code } = await pythonToGo(
      '# Above.\ndef f():\n    """Says what."""\n    # Inside.\n    return 1  # Behind.\n\n\nprint(f())\n',
    );
    assert.match(
      code,
      /\/\/ Above\.\n\/\/ Says what\.\nfunc f\(\) int \{\n\t\/\/ Inside\.\n\treturn 1 \/\/ Behind\.\n\}/,
    );
  });

  it('rounds as Python does only where the sign is not known', async () => {
    assert.equal(
      await main('for i in range(9):\n    print(i // 2, i % 2)\n'),
      'for i := range 9 {\nfmt.Println(i/2, i%2)\n}',
    );
    assert.match(
      (await pythonToGo('def f(a: int, b: int) -> int:\n    return a // b\n\n\nprint(f(-7, 2))\n')).code,
      /floorDiv\(a, b\)/,
    );
    assert.match(
      (await pythonToGo('def f(n: int) -> bool:\n    return n % 2 == 0\n\n\nprint(f(3))\n')).code,
      /return n%2 == 0/,
    );
  });

  it('turns raise into an error result through the callers, and a handler into a check', async () => {
    const { code } = await pythonToGo(
      'def check(n: int) -> int:\n    if n < 0:\n        raise ValueError("negative")\n    return n\n\n\ndef twice(n: int) -> int:\n    return 2 * check(n)\n\n\ntry:\n    print(twice(-1))\nexcept ValueError as e:\n    print(e)\n',
    );
    assert.match(code, /func check\(n int\) \(int, error\)/);
    assert.match(code, /func twice\(n int\) \(int, error\)/);
    assert.match(code, /return 0, err/);
  });

  it('fills the assigned variable with a comprehension, without a temporary', async () => {
    assert.equal(
      await main('words = ["a", "bc"]\nupper = [w.upper() for w in words]\nprint(",".join(upper))\n'),
      'words := []string{"a", "bc"}\nupper := make([]string, 0, len(words))\nfor _, w := range words {\nupper = append(upper, strings.ToUpper(w))\n}\nfmt.Println(strings.Join(upper, ","))',
    );
  });

  it('changes the list that the caller goes on to see', async () => {
    const { code } = await pythonToGo(
      'def add(xs: list[int]) -> None:\n    xs.append(1)\n\n\nys = [0]\nadd(ys)\nprint(len(ys))\n',
    );
    assert.match(code, /func add\(xs \*\[\]int\)/);
    assert.match(code, /add\(&ys\)/);
  });

  it('leaves what it cannot say as a comment and a gap with its range', async () => {
    const text = 'print("before")\nx = eval("1 + 1")\nprint("after")\n';
    const { code, gaps } = await pythonToGo(text);
    assert.equal(gaps.length, 1);
    assert.equal(text.slice(gaps[0]!.start, gaps[0]!.end).includes('eval'), true);
    assert.match(code, /\/\/ x = eval\("1 \+ 1"\)/);
    assert.match(code, /fmt\.Println\("after"\)/);
  });

  it('takes code that does not parse for a gap', async () => {
    const { gaps } = await pythonToGo('print("a")\ndef f(:\n    pass\n');
    assert.ok(gaps.length > 0);
  });

  it('says which ranges correspond', async () => {
    const text = 'total = 1 + 2\nprint(total)\n';
    const { code, correspondences } = await pythonToGo(text);
    const pairs = correspondences.map(({ source, target }) => [
      text.slice(source.start, source.end),
      code.slice(target.start, target.end),
    ]);
    assert.ok(
      pairs.some(([from, to]) => from === 'print(total)' && to === 'fmt.Println(total)'),
      JSON.stringify(pairs),
    );
  });

  describe('for a hover', () => {
    it('shows a handler with its registration, and the imports apart', async () => {
      const { code, imports, gaps } = await hover(flask, 'web.flask-route');
      assert.deepEqual(gaps, []);
      assert.deepEqual(imports, ['"fmt"', '"net/http"']);
      assert.match(code, /^func helloWorld\(w http\.ResponseWriter, r \*http\.Request\) \{/);
      assert.match(code, /\n\nhttp\.HandleFunc\("GET \/\{\$\}", helloWorld\)$/);
    });

    it('uses the names of the file and declares none that the surroundings have', async () => {
      const { code } = await hover(
        'names = ["ada"]\nsizes = [len(name) for name in names]\nprint(sizes)\n',
        'comp.map',
      );
      assert.match(code, /^sizes := make\(\[\]int, 0, len\(names\)\)\nfor _, name := range names \{/);
    });

    it('lays out an expression alone', async () => {
      assert.equal(
        (await hover('f = lambda x: x + 1\nprint(f(1))\n', 'func.lambda')).code,
        'func(x int) int { return x + 1 }',
      );
    });
  });

  it('translates a selection with the types of its surroundings', async () => {
    const analysed = await analysePython(
      'def f(xs: list[str]) -> int:\n    n = 0\n    for x in xs:\n        n += len(x)\n    return n\n',
    );
    const func = analysed.file.units[0]!.node as NodeBase & { body: NodeBase[] };
    const { code } = await analysed.translate({ kind: 'nodes', unit: 0, nodes: [func.body[1]!] });
    assert.equal(code, 'for _, x := range xs {\n\tn += utf8.RuneCountInString(x)\n}\n');
  });
});
