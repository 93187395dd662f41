import assert from 'node:assert/strict';
import fc from 'fast-check';
import { walk, type AnyNode } from '../../../src/core/syntax/node';
import type { LowerOptions } from '../../../src/core/syntax/python/lower';
import { printPython } from '../../../src/core/syntax/python/print';
import { badNodes, brief, commentTexts, file, loadPython, parsePython, reprint, statements } from './python.support';

const again: LowerOptions = { parse: parsePython };

/** Each statement in brief: its kind, or the text of what is Bad. */
const outline = (text: string, options?: LowerOptions): unknown[] =>
  statements(text, options).map(node => (node.kind === 'Bad' ? node.text : node.kind));

describe('Python that does not parse', () => {
  before(loadPython);

  it('is Bad by the expression where its ends are plain', () => {
    assert.deepEqual(badNodes(file('x = f(1 2)\ny = a[1 2].b + c')), ['f(1 2)', 'a[1 2]']);
    assert.deepEqual(badNodes(file('d = {"a": 1, "b"}')), ['{"a": 1, "b"}']);
    assert.equal(reprint('x = g(a[1 2], h(b))'), 'x = g(a[1 2], h(b))');
  });

  it('is Bad by the statement elsewhere, with all around it lowered', () => {
    assert.deepEqual(outline('a\nb = = c\nd'), ['Expr', 'b = = c', 'Expr']);
    assert.deepEqual(outline('a\nb c d\ne'), ['Expr', 'b c d', 'Expr']);
    assert.deepEqual(badNodes(file('a\nretrun f(x)\nd')), ['retrun f(x)']);
    assert.deepEqual(outline('def f():\n    pass\n)\nb'), ['FunctionDef', ')', 'Expr']);
  });

  it('leaves the statements of the same body alone', () => {
    const [f] = statements('def f():\n    a\n    b c d\n    e\n');
    assert.deepEqual(f?.kind === 'FunctionDef' && f.body.map(node => (node.kind === 'Bad' ? node.text : node.kind)), [
      'Expr',
      'b c d',
      'Expr',
    ]);
  });

  it('marks its unit and no other', () => {
    const { units } = file('a\ndef f():\n    x = (1 2)\nb');
    assert.deepEqual(
      units.map(unit => unit.hasError),
      [false, true, false],
    );
  });

  it('has a Bad without text for a body that is missing, which no comment can replace', () => {
    for (const text of ['if x:\ny', 'for x in y:\n    # later\ny', 'class A:\n\ny', 'def f():']) {
      const [unit] = file(text).units;
      assert.deepEqual(brief((unit!.node as unknown as AnyNode).body), [{ kind: 'Bad', text: '' }], text);
      assert.equal(unit!.hasError, true);
    }
  });

  it('keeps the body of a try that has nothing else yet', () => {
    const [unit] = file('try:\n    f(x)\ny').units;
    assert.equal(unit!.hasError, true);
    assert.deepEqual(badNodes(file('try:\n    f(x)\ny')), []);
  });

  it('does not let an unfinished line go on in the next', () => {
    for (const start of ['x.', 'x = 1 +', 'import', 'from a import', 'del', 'x = not', 'assert a,', 'x = y = ']) {
      const first = start.trim();
      assert.deepEqual(outline(`a\n${start}\nb = c`), ['Expr', `${first}${start.slice(first.length)}\nb = c`], start);
      assert.deepEqual(outline(`a\n${start}\nb = c`, again), ['Expr', first, 'Assign'], start);
      assert.equal(file(`${start}\nb = c`).units[0]?.hasError, true);
    }
    assert.deepEqual(outline('while a and\\\n    b: pass\nx = 1 + \\\n 2\ny = (1 +\n 2)'), [
      'While',
      'Assign',
      'Assign',
    ]);
  });

  it('takes what follows an open bracket with it, unless it may be parsed again', () => {
    const text = `import a
f(a, b=

class A:
    def f(self, x):
        # why
        for a in b:
            self.f(a)
        return 1

# g
def g():
    return [x for x in y if z]
`;
    assert.equal(outline(text).includes('ClassDef'), false);
    assert.deepEqual(outline(text, again), ['Import', 'f(a, b=', 'ClassDef', 'FunctionDef']);
    const { units } = file(text, again);
    assert.deepEqual(
      units.map(unit => text.slice(unit.start, unit.end).split('\n')[0]),
      ['import a', 'f(a, b=', 'class A:', '# g'],
    );
    const printed = printPython(file(text, again)).text;
    assert.deepEqual(commentTexts(parsePython(printed), printed), ['# g', '# why']);
  });

  it('takes what follows an open string with it, unless it may be parsed again', () => {
    const text = 'x = f"{\n\ndef f():\n    return 1\n\n\ndef g():\n    pass\n';
    assert.equal(outline(text).includes('FunctionDef'), false);
    assert.deepEqual(outline(text, again), ['x = f"{', 'FunctionDef', 'FunctionDef']);
  });

  it('is parsed again a few times at most', () => {
    let calls = 0;
    const parse = (text: string) => {
      calls++;
      return parsePython(text);
    };
    file('x = (\ndef f(): y = (\n'.repeat(50), { parse });
    assert.ok(calls > 0 && calls <= 4, `${calls} calls`);
    calls = 0;
    file('x = 1\n', { parse });
    assert.equal(calls, 0);
  });

  it('is Bad where it is nested too deep for the stack', () => {
    const deep = [
      `x = ${'('.repeat(3000)}1${')'.repeat(3000)}`,
      `x = ${'['.repeat(3000)}${']'.repeat(3000)}`,
      `x = ${Array(3000).fill('a').join(' + ')}`,
      `x = ${Array(2000).fill('a').join(' ^ b & ')}`,
      `x = ${'not '.repeat(3000)}a`,
      `x = a${'.b()'.repeat(1500)}`,
      `x: ${Array(2000).fill('list[a]').join(' | ')}`,
      `if a: pass\n${'elif b: pass\n'.repeat(3000)}`,
      `match x:\n case ${'('.repeat(1000)}1${')'.repeat(1000)}: pass`,
    ];
    for (const text of deep) {
      assert.notDeepEqual(badNodes(file(text)), [], text.slice(0, 20));
      assert.deepEqual(brief(statements(reprint(text))), brief(statements(text)));
    }
  });

  it('never makes lowering or printing throw, leave a range, or lose a comment', () => {
    fc.assert(
      fc.property(mutated, fc.boolean(), fc.boolean(), (text, pattern, parses) => {
        const parsed = file(text, { pattern, ...(parses ? again : {}) });
        let at = 0;
        for (const unit of parsed.units) {
          assert.ok(at <= unit.start && unit.start <= unit.end && unit.end <= text.length);
          at = unit.end;
          walk(unit.node, (node, parent) => {
            assert.ok(node.start <= node.end, node.kind);
            if (parent)
              assert.ok(parent.start <= node.start && node.end <= parent.end, `${node.kind} in ${parent.kind}`);
          });
        }
        const { text: printed } = printPython(parsed);
        for (const comment of commentTexts(parsePython(text), text)) assert.ok(printed.includes(comment), comment);
      }),
      { numRuns: 400, seed: 20 },
    );
  });
});

const whole = `# start
import os, sys  # behind
from a.b import (c as d,  # one
                 e)

@dec(1)
# between
async def f(a, /, b: int = 1, *c, d=2, **e) -> "x":
    """Doc."""
    async with a as b, c: await d  # same line
    x = [y for y in z if y if not w]
    # end of f

class A(B, metaclass=C):
\tdef g(self):
\t\tif (n := 10) > 5:
\t\t\treturn self[1:2, ...]
\t\t# in g
\t\telif n: yield from q
\t\telse:  # else
\t\t\tx = lambda *a, k=1: {**a, 'b': k}
match x, y:
    case {"a": 1, **r} | [A(b=c), *_] if d:  # case
        print(f"{x!r:>{w}} {{}} {y = }" r'\\d' "é", file=sys.stderr)
    # after case
    case _: pass
try:
    x: int = 1_000 if a else 0xff
    del a[0], b.c; global q
except* (E, F) as g: raise G from None
finally:
    while a < b <= c is not d: x **= -y ** +z; continue
type X[T: int, *U] = T | None
# end
`;

const scraps = fc.constantFrom(
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ':',
    ',',
    '.',
    '=',
    '"',
    "'",
    '"""',
    '\n',
    '    ',
    '\t',
    '\r\n',
    '\\',
    '#',
    'f"{',
    '}"',
  ],
  ...[
    'def ',
    'class ',
    'if ',
    'else:',
    'try:',
    'except',
    'match x:\n',
    'case ',
    'lambda ',
    'for ',
    ' in ',
    '*',
    '**',
    '@',
  ],
  ...[':=', 'yield ', 'await ', 'print ', 'type ', 'not ', '<>', 'async ', '0x', '1_', '😀', 'µ', 'µµµX', '->', '\\N{'],
);

/** The text with pieces cut out, put in, and perhaps its end missing. */
const mutated = fc
  .record({
    edits: fc.array(fc.record({ at: fc.nat(whole.length), cut: fc.nat(12), insert: fc.option(scraps, { nil: '' }) }), {
      maxLength: 4,
    }),
    from: fc.nat(whole.length),
    length: fc.nat(whole.length),
    slices: fc.boolean(),
  })
  .map(({ edits, from, length, slices }) => {
    let text = slices ? whole.slice(from, from + length) : whole;
    for (const { at, cut, insert } of edits) text = text.slice(0, at) + insert + text.slice(at + cut);
    return text;
  });
