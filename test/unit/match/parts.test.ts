import assert from 'node:assert/strict';
import { compileIdiom } from '../../../src/core/catalog';
import { createMatcher, matchInside } from '../../../src/core/match';
import type { NodeBase } from '../../../src/core/syntax/node';
import { parsers } from '../../support/parsers';
import { analyse, idiom, search } from './support';

describe('parts that stand apart', () => {
  const handler = [
    'import "net/http"',
    '',
    '//: part at=file',
    'func $H(w http.ResponseWriter, r *http.Request) {',
    '\t$$$BODY',
    '}',
    '//: part at=main',
    'http.HandleFunc($P, $H)',
  ].join('\n');
  const file = (main: string, extra = '') =>
    `package main\n\nimport "net/http"\n\nfunc hello(rw http.ResponseWriter, req *http.Request) {}\n${extra}\nfunc main() {\n\t${main}\n}\n`;

  it('are joined by what they share, the first one leading', async () => {
    const all = await search([await idiom('go', handler)], 'go', file('http.HandleFunc("/", hello)'));
    assert.deepEqual(
      all.map(one => one.code),
      [['func hello(rw http.ResponseWriter, req *http.Request) {}', 'http.HandleFunc("/", hello)']],
    );
    assert.equal((all[0]!.match.names.get('w') as NodeBase & { name: string }).name, 'rw');
  });

  it('are all needed', async () => {
    const pattern = await idiom('go', handler);
    assert.deepEqual(await search([pattern], 'go', file('http.HandleFunc("/", other)')), []);
    assert.deepEqual(await search([pattern], 'go', file('')), []);
  });

  it('are not joined by names that mean two things', async () => {
    const shadowed = file('hello := func(http.ResponseWriter, *http.Request) {}\n\thttp.HandleFunc("/", hello)');
    assert.deepEqual(await search([await idiom('go', handler)], 'go', shadowed), []);
  });

  it('may be absent where they are optional', async () => {
    const pattern = await idiom('go', handler.replace('at=main', 'at=main optional'));
    const [one] = await search([pattern], 'go', file(''));
    assert.equal(one?.match.parts.length, 1);
    const [two] = await search([pattern], 'go', file('http.HandleFunc("/", hello)'));
    assert.equal(two?.match.parts.length, 2);
  });

  it('give one match for each use', async () => {
    const lock = await idiom(
      'python',
      'import threading\n\n#: part at=file\n$L = threading.Lock()\n#: part at=here\nwith $L:\n    $$$BODY',
    );
    const code =
      'import threading\nlock = threading.Lock()\ndef f():\n    with lock:\n        a()\n    with lock:\n        b()\n';
    const all = await search([lock], 'python', code);
    assert.deepEqual(
      all.map(one => one.bindings['BODY']),
      ['a()', 'b()'],
    );
  });

  it('that share nothing are taken once, the nearest behind the first', async () => {
    const pattern = await idiom('python', '#: part at=here\nprint()\n#: part at=here\ninput()');
    const all = await search([pattern], 'python', 'input()\nprint()\ninput()\ninput()\n');
    assert.deepEqual(
      all.map(one => one.match.parts.map(part => part.unit)),
      [[1, 2]],
    );
  });
});

describe('fences inside of a match', () => {
  const route = `---
format: 1
title: Route
level: idiom
fit: go
performance: { none: nothing }
proof: none
reason: a test
roles: { response: w }
---
Summary.

\`\`\`python
@app.route($P)
def $H():
    $$$BODY
\`\`\`

\`\`\`go
import "net/http"

//: part at=file
func $H(w http.ResponseWriter, r *http.Request) {
	$$$BODY
}
//: part at=main
http.HandleFunc($P, $H)
\`\`\`

## Inside BODY

\`\`\`python where="X: str"
return $X
\`\`\`

\`\`\`go
import "fmt"

fmt.Fprint(w, $X)
return
\`\`\`

\`\`\`python
abort($CODE)
\`\`\`

\`\`\`go
w.WriteHeader($CODE)
return
\`\`\`
`;

  async function inside(language: 'python' | 'go', text: string) {
    const { idiom, problems } = await compileIdiom({ uri: 'x', text: route, id: 'web.route' }, { parsers });
    if (!idiom) throw new Error(JSON.stringify(problems));
    const { file, facts } = await analyse(language, text);
    const [match] = createMatcher([idiom]).matchFile(file, facts);
    if (!match) throw new Error('no match');
    const body = match.bindings.get('BODY') as NodeBase[];
    return body.map((_, i) => matchInside(match, body.slice(i), facts));
  }

  it('are found at the statements that they say', async () => {
    const [print, back] = await inside('python', '@app.route("/")\ndef f():\n    print(1)\n    return "a"\n');
    assert.equal(print, undefined);
    assert.deepEqual([...back!.bindings.keys()].sort(), ['BODY', 'H', 'P', 'X']);
    assert.equal(back!.count, 1);
  });

  it('hold only where their conditions do', async () => {
    const [back] = await inside('python', '@app.route("/")\ndef f():\n    return 1\n');
    assert.equal(back, undefined);
  });

  it('take several statements, and mean the names of the match around', async () => {
    const code = (name: string) =>
      `package main\n\nimport (\n\t"fmt"\n\t"net/http"\n)\n\nfunc f(${name} http.ResponseWriter, r *http.Request) {\n\tfmt.Fprint(out, "a")\n\treturn\n}\n\nfunc main() {\n\thttp.HandleFunc("/", f)\n}\n`;
    const [found] = await inside('go', code('out'));
    assert.equal(found?.count, 2);
    const [other] = await inside('go', code('w'));
    assert.equal(other, undefined);
  });

  it('that are expressions match the statement of that expression', async () => {
    const [found] = await inside('python', '@app.route("/")\ndef f():\n    abort(404)\n');
    assert.equal(found?.inside.python[0]?.text, 'abort($CODE)');
  });
});
