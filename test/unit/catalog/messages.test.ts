import assert from 'node:assert/strict';
import { compile, edited, problemsOf, whole } from './support';

describe('what the compiler says of a file that is not right', () => {
  it('says nothing of one that is', async () => {
    const { idiom, lines } = await compile(whole);
    assert.deepEqual(lines, []);
    assert.equal(idiom?.id, 'list.contains');
  });

  describe('front matter', () => {
    const cases: [what: string, from: string, to: string, says: string | RegExp][] = [
      ['an unknown key', 'title: Item', 'titel: Item', '3: There is no key "titel". Did you mean "title"?'],
      ['another format', 'format: 1', 'format: 2', '2: Write "format: 1".'],
      ['a title that is missing', 'title: Item in a list', 'title: ""', /^3: Write "title: …"/],
      ['a level that there is not', 'level: idiom', 'level: loud', '4: Write "level:" with one of idiom, quiet, syntax, not "loud".'],
      ['a fit that there is not', 'fit: even', 'fit: rust', '5: Write "fit:" with one of go, python, even, not "rust".'],
      ['a proof that there is not', 'proof: both', 'proof: yes', /^10: Write "proof:" with one of both/],
      ['a list where one value belongs', 'title: Item in a list', 'title: [a]', /^3: "title" takes one value/],
      ['a map where words belong', 'keywords: [membership]', 'keywords: { a: b }', /^6: "keywords" takes a list of words/],
      ['a word where a map belongs', 'where: { XS: list }', 'where: list', /^7: "where" takes a map/],
      ['no number for a group', 'proof: both', 'group: { name: x, order: first }\nproof: both', /^10: "order" takes a number/],
      ['half a group', 'proof: both', 'group: { name: x }\nproof: both', /^10: Write "group: \{ name: membership, order: 1 \}"/],
      ['an unknown condition', '{ XS: list }', '{ XS: lisst }', '7: There is no condition "lisst". Did you mean "list"?'],
      ['a class without its word', '{ XS: list }', '{ XS: flask.Flask }', /^7: .*A class or a named type is written "instance pkg.Name"/],
      ['too many element types', '{ XS: list }', '{ XS: "list[str, int]" }', /^7: "list" takes 1 type/],
      ['an unknown element type', '{ XS: list }', '{ XS: "list[sting]" }', /^7: There is no condition "sting"/],
      ['an instance of nothing', '{ XS: list }', '{ XS: instance }', /^7: Write one qualified class or type/],
      ['"no" with another word', '{ XS: list }', '{ XS: no brake }', /^7: "no" takes break\|continue\|return\|yield\|await, not "brake"/],
      ['"text" without words', '{ XS: list }', '{ XS: text }', /^7: Write the words after "text"/],
      ['"without" without names', '{ XS: list }', '{ XS: without }', /^7: Write metavariables or names/],
      ['a condition on an unbound metavariable', '{ XS: list }', '{ XT: list }', '7: where: no fence has $XT. Did you mean "X"?'],
      ['brackets without quotes', '{ XS: list }', '{ XS: list[str] }', /^7: .*Quote a value that has brackets/],
      ['a default in lower case', 'proof: both', 'defaults: { xs: "1" }\nproof: both', /^10: "xs" is not a metavariable/],
      ['a default that no fence has', 'proof: both', 'defaults: { N: "1" }\nproof: both', /^10: No fence has \$N/],
      ['a default that is no expression', 'proof: both', 'defaults: { XS: "x = 1" }\nproof: both', /^10: Write one Python expression in quotes/],
      ['a result that no fence has', 'proof: both', 'result: YS\nproof: both', '10: No fence has $YS. Did you mean "XS"?'],
      ['a role that nothing declares', 'proof: both', 'roles: { request: r }\nproof: both', /^10: No fence declares "r"/],
      ['a role in upper case', 'proof: both', 'roles: { Request: slices }\nproof: both', /^10: "Request" is not a role/],
      ['an unknown converter', 'proof: both', 'derive: { X: "rout(XS)" }\nproof: both', '10: There is no converter "rout". Did you mean "route"?'],
      ['a derivation that is no call', 'proof: both', 'derive: { X: route }\nproof: both', /^10: Write a converter with its sources/],
      ['too many sources', 'proof: both', 'derive: { X: "typeOf(X, XS)" }\nproof: both', '10: typeOf takes 1 source(s), not 2.'],
      ['a front matter that is a list', 'format: 1', '- format: 1', /^\d+: /],
    ];
    for (const [what, from, to, says] of cases) {
      it(`names ${what}`, async () => {
        const lines = await problemsOf([from, to]);
        const matches = (line: string) => (typeof says === 'string' ? line === says : says.test(line));
        assert.ok(lines.some(matches), `${String(says)}\n in\n${lines.join('\n')}`);
      });
    }

    it('asks for one where there is none', async () => {
      const { idiom, lines } = await compile('Just text.');
      assert.equal(idiom, undefined);
      assert.deepEqual(lines, ['1: Start the file with front matter between two lines of "---".']);
    });

    it('refuses a name that is no id', async () => {
      const { lines } = await compile(whole, 'catalog/list/Contains_It.md');
      assert.match(lines[0] ?? '', /^1: Name the file in lower case/);
    });
  });

  describe('performance', () => {
    const none = 'performance:\n  none: "No measured difference."';
    const cases: [what: string, to: string, says: RegExp][] = [
      ['none at all', 'needs: []', /Write "performance:" with published, complexity, none or bench/],
      ['two kinds', `${none}\n  bench: x`, /^8: performance takes exactly one of/],
      ['an unknown kind', 'performance: { nonne: x }', /^8: performance has no "nonne". Did you mean "none"/],
      ['an unknown figure', 'performance: { published: helo, text: x }', /^8: catalog\/figures.yaml has no figure "helo". Did you mean "hello"/],
      ['a figure without a text', 'performance: { published: hello }', /^8: performance: published needs "text" beside it/],
      ['a complexity without a source', 'performance: { complexity: x }', /^8: performance: complexity needs "source" beside it/],
      ['an empty statement', 'performance: { none: "" }', /^8: performance: none is empty/],
    ];
    for (const [what, to, says] of cases) {
      it(`names ${what}`, async () => {
        const lines = await problemsOf([none, to]);
        assert.ok(lines.some(line => says.test(line)), lines.join('\n'));
      });
    }

    it('takes each kind', async () => {
      for (const text of ['published: hello, text: x', 'bench: x, text: y', 'complexity: x, source: y', 'none: x']) {
        assert.deepEqual(await problemsOf([none, `performance: { ${text} }`]), [], text);
      }
    });
  });

  describe('fences', () => {
    const python = '$X in $XS';
    const cases: [what: string, from: string, to: string, says: string | RegExp][] = [
      ['code that does not parse', python, '$X in in $XS', /^15: This is no Python here: "/],
      ['Go that does not parse', 'slices.Contains($XS, $X)', 'slices.Contains($XS, )(', /^21: This is no Go here/],
      ['a metavariable in a string', python, '$X in "$XS"', '15: $XS stands inside a string or comment, where nothing is bound: take it out.'],
      ['a metavariable in a comment', python, '$X in $XS  # like $X', /^15: \$X stands inside a string or comment/],
      ['a metavariable in lower case', python, '$x in $XS', '15: Write a metavariable in upper case: $X.'],
      ['two dollars', python, '$$X in $XS', '15: Write $X for one node or $$$X for any number.'],
      ['a hole where one node belongs', python, '$X in $$$XS', '15: $$$XS stands where one node is expected: write $XS, or put it into a list.'],
      ['a hole alone in braces', python, '$X in {$$$XS}', /^15: A hole alone in braces is a set/],
      ['the letter that stands for a dollar', python, 'µX in $XS', /^15: A fence may not contain "µ"/],
      ['an unknown word behind the language', '```python\n$X', '```python mach\n$X', '14: A fence takes match, write, since, where, not "mach". Did you mean "match"?'],
      ['match and write at once', '```python\n$X', '```python match write\n$X', /^14: A fence is "match" or "write", not both/],
      ['a version that is none', 'since=1.21', 'since=new', /^18: Write the first version that has it/],
      ['conditions without quotes', '```python\n$X', '```python where=X:str\n$X', /^14: Quote the conditions/],
      ['conditions that are none', '```python\n$X', '```python where="X str"\n$X', /^14: Write "NAME: condition; NAME: condition"/],
      ['a condition of a fence on an unbound metavariable', '```python\n$X', '```python where="Y: str"\n$X', /^14: where: no fence has \$Y/],
      ['another language', '```python\n$X', '```rust\n$X', /^14: The word behind a fence's back quotes is one of python, go, not "rust"/],
      ['a fence without a language', '```python\n$X', '```\n$X', /^14: .*and this one has none/],
      ['a fence of holes only', python, '$X', /^14: This part is all metavariables/],
      ['an empty fence', `${python}\n`, '', /This fence is empty/],
      ['imports and nothing else', python, 'import os', /^15: Besides its imports this fence is empty/],
      ['a relative import', python, `from . import x\n${python}`, /^15: A relative import/],
      ['a star import', python, `from os import *\n${python}`, /^15: A star import/],
      ['a dot import', 'import "slices"', 'import . "slices"', /^19: A dot import/],
      ['an unknown part', python, `#: part at=man\n${python}`, '15: Write "#: part at=" with one of here, file, main, enclosing. Did you mean "main"?'],
      ['an empty part', python, `#: part at=main\n#: part at=file\n${python}`, /^15: This part is empty/],
      ['code before the first part', python, `x = 1\n#: part at=main\n${python}`, /^15: Only imports may stand before the first part/],
      ['a first part that is optional', python, `#: part at=main optional\n${python}`, /^14: The first part carries the hover/],
      ['an anonymous hole that is written', python, '$X in [$_, *$XS]', /^14: \$_ cannot be written/],
      ['a name that the other side needs', 'slices.Contains($XS, $X)', 'slices.Contains($XS, $X, $Y)', '14: This fence binds no $Y, which the Go fence at line 18 needs: bind it, or give it by derive, defaults or result.'],
    ];
    for (const [what, from, to, says] of cases) {
      it(`names ${what}`, async () => {
        const lines = await problemsOf([from, to]);
        const matches = (line: string) => (typeof says === 'string' ? line === says : says.test(line));
        assert.ok(lines.some(matches), `${String(says)}\n in\n${lines.join('\n')}`);
      });
    }

    it('takes what derive, defaults and result give for bound', async () => {
      const go = 'slices.Contains($XS, $X)';
      const extra = (line: string) => ['proof: both', `${line}\nproof: both`] as [string, string];
      assert.deepEqual(await problemsOf([go, 'slices.Contains($XS, $Y)'], extra('derive: { Y: "typeOf(X)" }')).then(not('$X')), []);
      assert.deepEqual(await problemsOf([go, 'slices.Contains($XS, $X, $Y)'], extra('defaults: { Y: "1" }')), []);
      assert.deepEqual(await problemsOf([go, '$Y := slices.Contains($XS, $X)'], extra('result: Y')), []);
    });

    it('does not let a type that is derived give its source back', async () => {
      const lines = await problemsOf(
        ['slices.Contains($XS, $X)', 'slices.Contains($XS, $Y)'],
        ['proof: both', 'derive: { Y: "typeOf(X)" }\nproof: both'],
      );
      assert.match(lines[0] ?? '', /^19: This fence binds no \$X/);
    });
  });

  describe('sections', () => {
    const cases: [what: string, from: string, to: string, says: string | RegExp][] = [
      ['an unknown section', '## Traps', '## Trap', /There is no section "Trap". Did you mean "Traps"\?/],
      ['a heading of another level', '## Traps', '### Traps', /Write the heading as "## Traps"/],
      ['a section that is there twice', '## Sources', '## Traps\n\n- Again.\n\n## Sources', /There are two sections "Traps"/],
      ['a summary that is missing', '`in` looks through a list; Go has a function for slices.\n', '', /^3: Write a paragraph before the first fence/],
      ['a second paragraph', '\n```python\n$X', '\nMore.\n\n```python\n$X', /One paragraph stands before the first heading/],
      ['traps that are missing', '- They compare NaN in different ways.\n', '', /Write "## Traps": a list/],
      ['traps that are no list', '- They compare', 'They compare', /Traps are a list/],
      ['a trap without words', '- They compare NaN in different ways.', '- ```python\n  x\n  ```\n  ```output\n  ```', /Say the trap in a sentence/],
      ['a program without output', '- They compare NaN in different ways.', '- NaN.\n\n  ```python\n  x\n  ```', /This program has no "output" fence/],
      ['an output without a program', '- They compare NaN in different ways.', '- NaN.\n\n  ```output\n  x\n  ```', /No program stands before this output/],
      ['an output of something else', '```output\nTrue', '```output perl\nTrue', /"output" takes fails, python or go, not "perl"/],
      ['an empty program', 'print(1 in [1])\n', '', /This program is empty/],
      ['a Go program that is no file', 'package main\n\nfunc main() {}', 'func main() {}', /A Go program is a whole file/],
      ['a fence of no use in a proof', '```output\nTrue', '```text\nTrue', /is one of python, go, output, stdin, not "text"/],
      ['near misses in one language only', '```go\npackage main\n```\n\n## Sources', '## Sources', /"## Near misses" with Go in which/],
      ['sources that are missing', '- [Go: slices.Contains](https://pkg.go.dev/slices#Contains)\n', '', /Write "## Sources"/],
      ['a source that is no link', '[Go: slices.Contains](https://pkg.go.dev/slices#Contains)', 'The manual', /Write a source as a link/],
      ['a proof that lacks a language', '```python\nprint(1 in [1])\n```\n', '', /Write "## Proof" with a Python program/],
      ['a proof that says more than it should', 'proof: both', 'proof: go\nreason: x', /proof: go has no Python program/],
      ['no reason for half a proof', 'proof: both', 'proof: go', /Write "reason:"/],
      ['an Instead beside a fence that is written', '## Traps', '## Instead in Go\n\nNothing.\n\n## Traps', /With "## Instead in Go" this fence is not written/],
      ['an Instead that says nothing', '## Traps', '## Instead in Go\n\n## Traps', /Say what people write instead/],
      ['an Inside of a hole that there is not', '## Traps', '## Inside BODY\n\n```python\nreturn $V\n```\n\n```go\nf($V)\n```\n\n## Traps', /No fence above has \$\$\$BODY/],
      ['an Inside without fences', '## Traps', '## Inside BODY\n\n## Traps', /Write a Python fence and a Go fence under this heading/],
      ['an image', 'They compare', 'They ![x](https://example.com/x.png) compare', /Take the image out/],
      ['half a pair', '## Traps', '## Inside BODY\n\n```python\nreturn $V\n```\n\n## Traps', /A pair needs a fence in Python, then one in Go/],
    ];
    for (const [what, from, to, says] of cases) {
      it(`names ${what}`, async () => {
        const lines = await problemsOf([from, to]);
        const matches = (line: string) => (typeof says === 'string' ? line === says : says.test(line));
        assert.ok(lines.some(matches), `${String(says)}\n in\n${lines.join('\n')}`);
      });
    }

    it('names a side that nothing is said in', async () => {
      const text = edited(['```go since=1.21\nimport "slices"\n\nslices.Contains($XS, $X)\n```\n', '']);
      assert.match((await compile(text)).lines.join('\n'), /Nothing says it in Go/);
    });
  });

  it('gives an idiom whose documentation alone is not complete, and none whose pattern is broken', async () => {
    const incomplete = await compile(edited(['- They compare NaN in different ways.\n', '']));
    assert.equal(incomplete.lines.length, 1);
    assert.equal(incomplete.idiom?.id, 'list.contains');
    const broken = await compile(edited(['$X in $XS', '$X in in']));
    assert.equal(broken.idiom, undefined);
  });

  it('never throws, whatever line is missing', async () => {
    const lines = whole.split('\n');
    for (let i = 0; i < lines.length; i++) {
      await compile([...lines.slice(0, i), ...lines.slice(i + 1)].join('\n'));
      await compile(lines.slice(0, i).join('\n'));
    }
  });
});

/** Leaves out what is said of a metavariable that the test is not about. */
function not(name: string): (lines: string[]) => string[] {
  return lines => lines.filter(line => !line.includes(`binds no ${name}`));
}
