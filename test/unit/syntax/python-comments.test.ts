import assert from 'node:assert/strict';
import type { PartComment } from '../../../src/core/syntax/python/ast';
import { walk } from '../../../src/core/syntax/node';
import { commentTexts, file, loadPython, one, parsePython, print, reprint } from './python.support';

/** Where each comment of a text went: `kind place part: text`. */
function placed(text: string): string[] {
  const found: string[] = [];
  const parsed = file(text);
  for (const unit of parsed.units) {
    walk(unit.node, node => {
      for (const comment of (node.comments ?? []) as PartComment[]) {
        const place = [node.kind, comment.place, comment.part].filter(Boolean).join(' ');
        found.push(`${place}:${comment.text}`);
      }
    });
  }
  for (const comment of parsed.comments) found.push(`file ${comment.place}:${comment.text}`);
  return found;
}

/** Text whose comments are all where the printer puts them too. */
const stable = {
  'around statements': `
# before x

# also before x
x = 1  # after x
# before y
y = 2

z = 3
# at the end`,
  'in every part of an if': `
if a:  # behind if
    # before b
    b
    # end of body
# before elif
elif c:  # behind elif
    d
    # end of elif
# before else
else:  # behind else
    # before e
    e

    # end of else, after a blank line
# after all`,
  'in every part of a try': `
try:  # behind try
    a
    # end of try
# before except
except X:  # behind except
    b
    # end of except
# before else
else:  # behind else
    c
    # end of else
# before finally
finally:  # behind finally
    d
    # end of finally`,
  'in a match': `
match x:  # behind match
    # before one
    case 1:  # behind one
        a
        # end of one
    # before two
    case 2:
        b
    # end of match`,
  'around decorators': `
# before the function
@a  # behind a
# before b
@b
# before the name
def f():  # behind the header
    pass

    # end of f

    # also end of f
x`,
  'between brackets': `
x = [
    # before one
    1,  # behind one
    2,
    # at the end
]  # behind all
f(
    # before a
    a,
    b=c,  # behind b
)
y = {
    "a": 1,  # behind a
    # before b
    **b,
}

def g(
    a,  # behind a
    # before b
    b=1,
    # below b
):
    pass

from a import (
    b,  # behind b
    c,
    # at the end
)`,
};

describe('comments of Python code', () => {
  before(loadPython);

  for (const [name, text] of Object.entries(stable)) {
    it(`stay where they are ${name}`, () => assert.equal(reprint(text.trim()), text.trim()));
  }

  it('say where they belong', () => {
    assert.deepEqual(placed('# a\nx = 1  # b\n# c'), ['Assign before: a', 'Assign after: b', 'file end: c']);
    assert.deepEqual(placed('if a:  # a\n  b  # b\n  # c\n# d\nelse:  # e\n  c\n  # f'), [
      'If after: a',
      'If end body: c',
      'If before orelse: d',
      'If after orelse: e',
      'If end: f',
      'Expr after: b',
    ]);
  });

  it('belong after a block to the body that their column says', () => {
    const text = 'def f():\n    if a:\n        b\n        # if\n      # f, to the right\n    # f\n# g\ndef g(): pass';
    assert.deepEqual(placed(text), [
      'FunctionDef end: f, to the right',
      'FunctionDef end: f',
      'If end: if',
      'FunctionDef before: g',
    ]);
  });

  it('do not go back into a body that a comment before them has left', () => {
    assert.deepEqual(placed('def f():\n    a\n# out\n    # in\nb'), ['Expr before: out', 'Expr before: in']);
  });

  it('count tabs as Python does', () => {
    assert.deepEqual(placed('if a:\n\tb\n        # eight\n    # four\n'), ['If end: eight', 'file end: four']);
  });

  it('stay in a body that is nothing but a comment', () => {
    assert.deepEqual(placed('def f():\n    # later\n\nx'), ['FunctionDef end: later']);
  });

  it('are part of the range of their unit', () => {
    const text = 'x\n\n# a\ndef f():\n    pass  # b\n    # c\n# d\ny';
    const units = file(text).units.map(unit => text.slice(unit.start, unit.end));
    assert.deepEqual(units, ['x', '# a\ndef f():\n    pass  # b\n    # c', '# d\ny']);
  });

  it('go before the statement where an expression has no line for them', () => {
    assert.equal(reprint('x = (a +  # one\n  b)  # two'), '# one\nx = a + b  # two');
    assert.equal(reprint('if (a  # one\n    and b):  # two\n  c'), '# one\nif a and b:  # two\n    c');
    assert.equal(reprint('if a: b\nelif (c  # one\n): d'), 'if a:\n    b\n# one\nelif c:\n    d');
    assert.equal(reprint('s = ("a"  # one\n  f"{b}")'), '# one\ns = f"a{b}"');
    assert.equal(reprint('x = [a for a in b  # one\n  if c]'), '# one\nx = [a for a in b if c]');
  });

  it('go before the item of the brackets around such an expression', () => {
    assert.equal(reprint('f(a, b + (  # one\n  c))'), 'f(\n    a,\n    # one\n    b + c,\n)');
  });

  it('break the innermost brackets only', () => {
    assert.equal(reprint('f(a, [b,  # one\n c], d)'), 'f(a, [\n    b,  # one\n    c,\n], d)');
  });

  it('give an open tuple parentheses', () => {
    assert.equal(
      reprint('def f():\n  return (a,  # one\n    b)'),
      'def f():\n    return (\n        a,  # one\n        b,\n    )',
    );
    assert.equal(reprint('f(a for a in b  # one\n)'), 'f(\n    # one\n    (a for a in b),\n)');
  });

  it('have their text to the letter', () => {
    assert.equal(reprint('#!shebang\n#: a \n#\nx  #b\r\n'), '#!shebang\n#: a \n#\nx  #b');
  });

  it('with several lines get a mark on each', () => {
    const node = one('x');
    node.comments = [{ text: ' a\n   b\n ', place: 'before' }];
    assert.equal(print(node), '# a\n# b\n#\nx');
    node.comments = [{ text: ' a\n b', place: 'after' }];
    assert.equal(print(node), '# a\n# b\nx');
  });

  it('of a part that is gone stay', () => {
    const node = one('if a:\n  b\n# one\nelse:  # two\n  c\n  # three');
    if (node.kind === 'If') node.orelse = [];
    assert.deepEqual(commentTexts(parsePython(print(node)), print(node)), ['# one', '# three', '# two']);
  });

  it('of a part that the statement does not have stay too', () => {
    const comments: PartComment[] = [
      { text: ' one', place: 'before', part: 'orelse' },
      { text: ' two', place: 'after', part: 'finalbody' },
      { text: ' three', place: 'end', part: 'orelse' },
    ];
    for (const text of ['x', 'with a:\n    b', 'def f():\n    pass', 'match a:\n    case b:\n        c']) {
      const printed = print({ ...one(text), comments });
      assert.deepEqual(commentTexts(parsePython(printed), printed), ['# one', '# three', '# two'], text);
    }
  });

  it('inside what is Bad are in its text only', () => {
    const text = 'x = (a b  # one\n  )\n';
    assert.equal(commentTexts(parsePython(text), text).length, 1);
    assert.equal(reprint(text).split('# one').length, 2);
  });
});
