import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createIdiomService, createLineIndex, hoverMarkdown, type Document, type IdiomService } from '../../src/core';
import { mutedLines } from '../../src/core/present/mute';
import { escapeText, codeBlock } from '../../src/core/present/markdown';
import { moveRange } from '../../src/core/positions';
import { assets } from '../support/parsers';

const log = { debug: () => undefined, warn: () => undefined, error: () => undefined };
const neighbours = { sources: async () => [], project: async () => undefined };
const newService = (): IdiomService => createIdiomService({ assets, neighbours, log }, { maxDocuments: 2 });

const flask = `from flask import Flask

app = Flask(__name__)


@app.route("/hi")
def say_hi():
    return "Hi"
`;

describe('the service', function () {
  this.timeout(60_000);
  let service: IdiomService;
  beforeEach(() => (service = newService()));
  afterEach(() => service.dispose());

  const open = (text: string, language: 'python' | 'go' = 'python', uri = 'file:///a.py'): Promise<Document> =>
    service.open({ uri, language, text, version: 1 });
  const ids = async (document: Document): Promise<string[]> => (await document.hints()).map(hint => hint.idiom.id);

  it('finds the same after edits as in a document that was opened with the text', async () => {
    const edited = await open('x = 1\n');
    const inserted = flask;
    edited.change([{ start: 0, end: 6, text: '' }], 2);
    for (let i = 0; i < inserted.length; i += 7) {
      edited.change([{ start: i, end: i, text: inserted.slice(i, i + 7) }], 3 + i);
    }
    equal(edited.text, flask);
    const fresh = await open(flask, 'python', 'file:///b.py');
    deepEqual(await ids(edited), await ids(fresh));
    ok((await ids(fresh)).includes('web.flask-route'));
  });

  it('keeps the last hints of a declaration while it does not parse, and moves them', async () => {
    const document = await open(flask);
    const before = (await document.hints()).find(hint => hint.idiom.id === 'web.flask-route')!;
    document.change([{ start: 0, end: 0, text: '# first\n' }], 2);
    document.change([{ start: document.text.length, end: document.text.length, text: '    d = {"a": \n' }], 3);
    const after = (await document.hints()).find(hint => hint.idiom.id === 'web.flask-route')!;
    equal(after.range.start, before.range.start + '# first\n'.length);
    match((await document.counterpart(after)).code, /func sayHi/);
  });

  it('finds nothing in a text that is no program, and does not throw', async () => {
    for (const text of ['', '\n\n', '}}}}', '\u0000', 'def', 'if x', '🐍'.repeat(50)]) {
      const document = await open(text);
      await document.hints();
      await document.translate();
    }
  });

  it('holds no more trees than it may, and none when all documents are closed', async () => {
    const documents = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      const document = await open(flask, 'python', `file:///${name}.py`);
      await document.hints();
      documents.push(document);
    }
    equal(service.liveTrees(), 2);
    ok((await documents[0]!.hints()).length > 0, 'a document whose tree is gone answers all the same');
    for (const document of documents) document.dispose();
    equal(service.liveTrees(), 0);
  });

  it('takes the idioms of a workspace; a broken file costs that file only', async () => {
    const document = await open('answer = compute(41)\n');
    deepEqual(await ids(document), []);
    const good = `---
format: 1
title: Computing
level: idiom
fit: even
performance:
  none: "No difference."
proof: none
reason: a test
---
One calls it so, the other too.

\`\`\`python
compute($X)
\`\`\`

\`\`\`go
compute($X)
\`\`\`

## Traps
- None that bites.

## Near misses
\`\`\`python
other(1)
\`\`\`
\`\`\`go
package main
\`\`\`

## Sources
- [Python](https://docs.python.org/3/)
`;
    const problems = await service.setWorkspaceIdioms([
      { uri: 'file:///w/.idioms/my/compute.md', text: good },
      { uri: 'file:///w/.idioms/my/broken.md', text: good.replace('compute($X)', 'compute($X') },
    ]);
    ok(problems.length > 0);
    deepEqual([...new Set(problems.map(problem => problem.uri))], ['file:///w/.idioms/my/broken.md']);
    deepEqual(await ids(document), ['my.compute']);
  });

  it('offers a hover at the head of a handler, and not at every line of its body', async () => {
    const document = await open(flask);
    const route = (await document.hints()).find(hint => hint.idiom.id === 'web.flask-route')!;
    const covers = (text: string): boolean => {
      const at = flask.indexOf(text);
      return route.holes.some(hole => hole.start <= at && at < hole.end);
    };
    ok(!covers('@app.route'));
    ok(!covers('def say_hi'));
    ok(covers('return "Hi"'));
  });

  it('translates a selection: the statements that it covers, or the one around it', async () => {
    const text = 'def f(xs):\n    a = 1\n    b = a + 2\n    print(a, b)\n';
    const document = await open(text);
    const start = text.indexOf('b = a');
    const two = await document.translate({ start, end: text.length });
    ok(two.code.includes('b :=') && two.code.includes('Println') && !two.code.includes('func f'), two.code);
    const one = await document.translate({ start: start + 4, end: start + 5 });
    ok(!one.code.includes('Println') && !one.code.includes('func f'), one.code);
  });

  it('names the package after the file, where that is a name and makes no program without a main', async () => {
    for (const [file, clause] of [
      ['shapes.py', 'package shapes'],
      ['my_shapes-2.py', 'package myshapes2'],
      ['2d.py', 'package p2d'],
      ['func.py', 'package funcvalue'],
      ['main.py', 'package lib'],
    ] as const) {
      const document = await open('def area(r: float) -> float:\n    return r * r\n', 'python', `file:///tmp/${file}`);
      equal((await document.translate()).code.split('\n')[0], clause);
    }
  });

  it('keeps a hover short: twelve lines beside the code, and eight of that', async () => {
    const document = await open(flask);
    for (const hint of await document.hints()) {
      const text = hoverMarkdown(hint, await document.counterpart(hint), [], { compare: 'c', copy: 'd', mute: 'e' });
      const code = /```\w+\n([^]*?)\n```/.exec(text)?.[1] ?? '';
      ok(code.split('\n').length <= 9, text);
      ok(text.split('\n').filter(line => line.trim()).length <= 18, text);
    }
  });
});

describe('what surfaces share', () => {
  it('moves a range with edits around it, and drops it with an edit inside', () => {
    const range = { start: 10, end: 20 };
    deepEqual(moveRange(range, [{ start: 0, end: 2, text: 'abc' }]), { start: 11, end: 21 });
    deepEqual(moveRange(range, [{ start: 20, end: 25, text: '' }]), range);
    deepEqual(moveRange(range, [{ start: 10, end: 10, text: 'x' }]), { start: 11, end: 21 });
    equal(moveRange(range, [{ start: 12, end: 12, text: 'x' }]), undefined);
  });

  it('mutes the line of the comment, and the next where it stands alone', () => {
    deepEqual([...mutedLines('a = 1  # idiom-bridge: off\nb = 2\n', 'python')], [0]);
    deepEqual([...mutedLines('# idiom-bridge: off\nb = 2\n', 'python')], [0, 1]);
    deepEqual([...mutedLines('\t// idiom-bridge: off\n\tgo f()\n', 'go')], [0, 1]);
    deepEqual([...mutedLines('text = "no mark"\n', 'python')], []);
  });

  it('counts lines as the editor does, in UTF-16 units', () => {
    const lines = createLineIndex('a\r\n🐍b\rc\n');
    deepEqual(lines.position(5), { line: 1, character: 2 });
    deepEqual(lines.position(7), { line: 2, character: 0 });
    equal(lines.offset({ line: 1, character: 2 }), 5);
    deepEqual(lines.position(99), { line: 3, character: 0 });
  });

  it('escapes text that would be read as markup', () => {
    equal(escapeText('[x](command:evil) <b> `a`'), '\\[x\\]\\(command:evil\\) \\<b\\> \\`a\\`');
    ok(codeBlock('go', 'a\n```\nb').startsWith('````go\n'));
  });
});
