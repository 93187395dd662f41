import assert from 'node:assert/strict';
import { readFigures } from '../../../src/core/catalog';
import { walk, type NodeBase } from '../../../src/core/syntax/node';
import { compile, edited, goFences, pythonFence, whole } from './support';

/** The metavariables of nodes in order, many with three dollars. */
function holes(nodes: readonly NodeBase[]): string[] {
  const found: string[] = [];
  for (const node of nodes) {
    walk(node, ({ kind, name, many }) => {
      if (kind === 'Meta') found.push(`${many === true ? '$$$' : '$'}${String(name)}`);
    });
  }
  return found;
}

describe('the idiom compiler', () => {
  it('reads everything of a file', async () => {
    const { idiom } = await compile(
      edited(
        ['- They compare NaN in different ways.', '- NaN is\n  special.\n\n  ```python\n  print(1)\n  ```\n  ```output fails\n  1\n  ```'],
        ['```output\nTrue', '```output python\nTrue\n```\n\n```output go\ntrue'],
        ['```python\nprint(1 in [1])', '```stdin\n7\n```\n\n```python\nprint(1 in [1])'],
      ),
    );
    assert.ok(idiom);
    assert.equal(idiom.domain, 'list');
    assert.equal(idiom.summary, '`in` looks through a list; Go has a function for slices.');
    assert.deepEqual(idiom.where, { XS: [{ test: 'type', type: 'list' }] });
    assert.equal(idiom.traps[0]?.text, 'NaN is\nspecial.');
    assert.deepEqual(idiom.traps[0]?.shown.map(({ code, output, fails }) => [code, output, fails]), [['print(1)\n', '1\n', true]]);
    assert.deepEqual(
      idiom.proof.programs.map(({ language, stdin, output }) => [language, stdin, output]),
      [
        ['python', '7\n', 'True\n'],
        ['go', '7\n', 'true\n'],
      ],
    );
    assert.deepEqual(idiom.sources, [{ title: 'Go: slices.Contains', url: 'https://pkg.go.dev/slices#Contains' }]);
    assert.equal(idiom.nearMisses.length, 2);
    const [go] = idiom.go.fences;
    assert.equal(go?.since, '1.21');
    assert.equal(whole.split('\n')[go!.line], 'import "slices"');
  });

  it('is plain data without places in any source', async () => {
    const { idiom } = await compile(whole);
    assert.deepEqual(JSON.parse(JSON.stringify(idiom)), idiom);
    for (const part of idiom!.go.fences[0]!.parts) {
      for (const node of part.nodes) walk(node, ({ start, end }) => assert.deepEqual([start, end], [-1, -1]));
    }
  });

  it('takes one expression for a pattern that stands anywhere, and anything else for statements', async () => {
    assert.equal((await pythonFence('print($X, $XS)')).parts[0]?.form, 'expression');
    assert.equal((await pythonFence('$X = $XS')).parts[0]?.form, 'statements');
    assert.equal((await goFences('fmt.Println($X, $XS)'))[0]?.parts[0]?.form, 'expression');
  });

  it('makes requirements of imports', async () => {
    const python = await pythonFence('import os.path\nimport numpy as np\nfrom a.b import c as d, e\n$X in $XS');
    assert.deepEqual(python.imports, [
      { module: 'os.path', local: 'os' },
      { module: 'numpy', local: 'np' },
      { module: 'a.b', name: 'c', local: 'd' },
      { module: 'a.b', name: 'e', local: 'e' },
    ]);
    const [go] = await goFences('package main\n\nimport (\n\t"math/rand/v2"\n\tyaml "gopkg.in/yaml.v3"\n\t_ "embed"\n)\n\nf($X, $XS)');
    assert.deepEqual(go?.imports, [
      { module: 'math/rand/v2', local: 'rand' },
      { module: 'gopkg.in/yaml.v3', local: 'yaml' },
      { module: 'embed', local: '_' },
    ]);
    assert.equal(go?.parts[0]?.nodes.length, 1);
  });

  it('splits parts, each with its place', async () => {
    const fence = await pythonFence('from f import g\n\n#: part at=file\ng($X)\n#: part at=main optional\n$X = $XS');
    assert.deepEqual(
      fence.parts.map(({ at, optional, form }) => [at, optional, form]),
      [
        ['file', undefined, 'expression'],
        ['main', true, 'statements'],
      ],
    );
  });

  it('finds the filler for holes where the grammar takes no name', async () => {
    const cases: [text: string, holes: string[]][] = [
      ['{**$$$PAIRS, "a": $X}', ['$$$PAIRS', '$X']],
      ['{"a": $X, $$$PAIRS}', ['$X', '$$$PAIRS']],
      ['[$X for $X in $XS $$$IFS]', ['$X', '$X', '$XS', '$$$IFS']],
      ['if $X:\n    $$$A\n$$$ELIFS\nelse:\n    $$$B', ['$X', '$$$A', '$$$ELIFS', '$$$B']],
      ['try:\n    $$$A\n$$$EXCEPTS\nfinally:\n    $$$B', ['$$$A', '$$$EXCEPTS', '$$$B']],
      ['match $X:\n    case 1:\n        $$$A\n    $$$CASES', ['$X', '$$$A', '$$$CASES']],
      ['match $X:\n    $$$CASES', ['$X', '$$$CASES']],
      ['def f($X, $$$PARAMS): pass', ['$X', '$$$PARAMS']],
      ['f($X, $$$ARGS)', ['$X', '$$$ARGS']],
      ['@$$$DECORATORS\ndef f($X):\n    $$$A', ['$X', '$$$A', '$$$DECORATORS']],
    ];
    for (const [text, wanted] of cases) {
      const fence = await pythonFence(text);
      assert.deepEqual(holes(fence.parts.flatMap(part => part.nodes)), wanted, text);
    }
    const go: [text: string, holes: string[]][] = [
      ['switch $X {\ncase 1:\n\t$$$A\n$$$CASES\n}', ['$X', '$$$A', '$$$CASES']],
      ['switch $X {\n\t$$$CASES\n}', ['$X', '$$$CASES']],
      ['switch $X := $XS.(type) {\n$$$CASES\n}', ['$X', '$XS', '$$$CASES']],
      ['select {\ncase <-$X:\n\t$$$A\n$$$CASES\n}', ['$X', '$$$A', '$$$CASES']],
      ['func f[$$$T](x $X) {}', ['$$$T', '$X']],
      ['func f($$$PARAMS) $X', ['$$$PARAMS', '$X']],
      ['type $X struct {\n\t$$$FIELDS\n}', ['$X', '$$$FIELDS']],
      ['type $X interface {\n\t$$$METHODS\n}', ['$X', '$$$METHODS']],
      ['return $X, $$$REST', ['$X', '$$$REST']],
    ];
    for (const [text, wanted] of go) {
      const [fence] = await goFences(text);
      assert.deepEqual(holes(fence!.parts.flatMap(part => part.nodes)), wanted, text);
    }
  });

  it('tells cases apart from the body of the case above them', async () => {
    const fence = await pythonFence('match $X:\n    case 1:\n        $$$A\n    $$$CASES');
    const [match] = fence.parts[0]!.nodes as unknown as { cases: { kind: string }[] }[];
    assert.deepEqual(match?.cases.map(({ kind }) => kind), ['MatchCase', 'Meta']);
    const [body] = await goFences('switch $X {\ncase 1:\n\t$$$A\n}');
    assert.deepEqual((body!.parts[0]!.nodes[0] as unknown as { cases: unknown[] }).cases.length, 1);
  });

  it('reads a line of three dots as a gap, and other dots as they are', async () => {
    const fence = await pythonFence('$X = 1\n...\nf($X, ...)');
    assert.deepEqual(fence.parts[0]!.nodes.map(({ kind }) => kind), ['Assign', 'Meta', 'Expr']);
    assert.deepEqual(holes(fence.parts[0]!.nodes), ['$X', '$$$_', '$X']);
    const [go] = await goFences('$X := 1\n...\nf($X, xs...)');
    assert.deepEqual(holes(go!.parts[0]!.nodes), ['$X', '$$$_', '$X']);
  });

  it('searches for the other form of an assignment that an if tests', async () => {
    const fences = await goFences('$X, err := f($XS)\nif err != nil {\n\treturn err\n}');
    assert.deepEqual(fences.map(({ use, parts }) => [use, parts[0]!.nodes.map(({ kind }) => kind)]), [
      ['match', ['AssignStmt', 'IfStmt']],
      ['match', ['IfStmt']],
    ]);
  });

  it('keeps to the one form where a later statement uses the name', async () => {
    assert.equal((await goFences('$X, err := f()\nif err != nil {\n\treturn\n}\ndefer $X.Close()')).length, 1);
    assert.equal((await goFences('$X := f()\nif $XS {\n\treturn\n}')).length, 1);
    assert.equal((await goFences('$X, err := f()\nif err != nil {\n\treturn\n}', 'write')).length, 1);
  });

  it('reads defaults in the language whose fences have them', async () => {
    const { idiom, lines } = await compile(
      edited(['proof: both', 'defaults: { X: "[1]" }\nproof: both'], ['```python\n$X in $XS', '```python\n$X in $XS']),
    );
    assert.deepEqual(lines, []);
    assert.deepEqual(idiom?.defaults['X'], {
      kind: 'List',
      elts: [{ kind: 'Int', value: '1', start: -1, end: -1 }],
      start: -1,
      end: -1,
    });
  });

  it('pairs the fences of an Inside section', async () => {
    const { idiom, lines } = await compile(
      edited(
        ['$X in $XS\n```', 'for $X in $XS:\n    $$$BODY\n```'],
        ['slices.Contains($XS, $X)', 'for _, $X := range $XS {\n\t$$$BODY\n}'],
        [
          '## Traps',
          [
            '## Inside BODY',
            ...['```python where="V: str"', 'return $V', '```', '```python', 'yield $V', '```', '```go', 'f($V)', '```'],
            ...['```python', 'continue', '```', '```go', 'return', '```', '', '## Traps'],
          ].join('\n'),
        ],
      ),
    );
    assert.deepEqual(lines, []);
    assert.deepEqual(
      idiom?.inside.map(({ hole, python, go, where }) => [hole, python.length, go.length, Object.keys(where)]),
      [
        ['BODY', 2, 1, ['V']],
        ['BODY', 1, 1, []],
      ],
    );
  });
});

describe('the reader of figures', () => {
  it('names what a figure lacks and what it has too much', () => {
    const { figures, problems } = readFigures({ uri: 'f', text: '- id: a\n  what: x\n  pyton: 1\n- 7\n' });
    assert.equal(figures.size, 0);
    const lines = problems.map(({ line, message }) => `${line + 1}: ${message}`);
    assert.match(lines[0] ?? '', /^1: The figure lacks python, go/);
    assert.equal(lines[1], '3: A figure has no "pyton". Did you mean "python"?');
    assert.match(lines[2] ?? '', /^4: Each figure is a map/);
  });

  it('keeps dates as they are spelled, and refuses two of one id', () => {
    const entry = '- {id: a, what: x, python: 1.50, go: 2, setup: s, source: s, date: 2026-04-27, doubt: d}\n';
    const { figures, problems } = readFigures({ uri: 'f', text: entry + entry });
    assert.deepEqual([figures.get('a')?.date, figures.get('a')?.python], ['2026-04-27', '1.50']);
    assert.deepEqual(problems.map(({ message }) => message), ['There are two figures "a".']);
  });

  it('says so where there is no list', () => {
    assert.equal(readFigures({ uri: 'f', text: 'a: b' }).problems.length, 1);
  });
});
