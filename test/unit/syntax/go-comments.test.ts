import { strict as assert } from 'node:assert';
import { walk, type Comment } from '../../../src/core/syntax/node';
import type { GoComment } from '../../../src/core/syntax/go/ast';
import { body, file, fragment, loadGo, one, print } from './go.support';

/** Every comment of a text as `kind place text`, in the order of the nodes. */
function placed(text: string): string[] {
  const { units, comments } = fragment(text);
  const found: string[] = [];
  for (const unit of units) {
    walk(unit.node, node => {
      for (const comment of node.comments ?? []) found.push(`${node.kind} ${comment.place}${comment.text}`);
    });
  }
  return [...found, ...comments.map((comment: Comment) => `file ${comment.place}${comment.text}`)];
}

const keeps = (text: string): void => assert.equal(print(body(text)), text);

describe('Comments in Go', () => {
  before(loadGo);

  it('on their own lines stand before what follows', () => {
    assert.deepEqual(placed('// a\n// b\nx()'), ['ExprStmt before a', 'ExprStmt before b']);
    assert.deepEqual(placed('// f\nfunc f() {}'), ['FuncDecl before f']);
  });

  it('behind a statement stand after it', () => {
    assert.deepEqual(placed('x() // a\ny()'), ['ExprStmt after a']);
    assert.deepEqual(placed('var (\n\ta = 1 // a\n\tb = 2\n)'), ['ValueSpec after a']);
    assert.deepEqual(placed('type T struct {\n\ta int // a\n}'), ['Field after a']);
  });

  it('at the end of a body, group or list belong to it', () => {
    assert.deepEqual(placed('func f() {\n\tx()\n\t// a\n}'), ['BlockStmt end a']);
    assert.deepEqual(placed('func f() {\n\t// a\n}'), ['BlockStmt end a']);
    assert.deepEqual(placed('type T struct {\n\ta int\n\t// a\n}'), ['StructType end a']);
    assert.deepEqual(placed('import (\n\t"fmt"\n\t// a\n)'), ['GenDecl end a']);
    assert.deepEqual(placed('f(\n\ta,\n\t// a\n)'), ['CallExpr end a']);
    assert.deepEqual(placed('x = T{\n\t// a\n}'), ['CompositeLit end a']);
  });

  it('behind an opening brace go to the first thing inside', () => {
    assert.deepEqual(placed('if x { // a\n\ty()\n}'), ['ExprStmt before a']);
    assert.deepEqual(placed('switch { // a\ncase x:\n}'), ['CaseClause before a']);
  });

  it('between clauses belong to the one that they are indented with', () => {
    const text =
      'switch x {\ncase 1:\n\ta()\n\t// end of 1\n// before 2\ncase 2: // at 2\n\t// before b\n\tb()\n\t// end\n}';
    assert.deepEqual(placed(text), [
      'CaseClause end end of 1',
      'CaseClause before before 2',
      'CaseClause end end',
      'IntLit after at 2',
      'ExprStmt before before b',
    ]);
    keeps(text);
  });

  it('in an expression go to the nearest node', () => {
    assert.deepEqual(placed('f(a, // a\n\tb, // b\n)'), ['Ident after a', 'Ident after b']);
    assert.deepEqual(placed('f(/* name= */ a)'), ['Ident before name= ']);
    assert.deepEqual(placed('x = a && // a\n\tb'), ['Ident after a']);
  });

  it('after the last unit belong to the file', () => {
    assert.deepEqual(placed('x()\n\n// a'), ['file end a']);
    assert.deepEqual(placed('// a'), ['file end a']);
  });

  it('in a broken statement are in its text only', () => {
    assert.deepEqual(placed('x := // a\n\t/* b */ )\ny()'), []);
  });

  it('say that they were block comments, and keep their line breaks', () => {
    const unit = file('/*\n#include <stdio.h>\r\n*/\nimport "C"\n').units[0];
    assert.deepEqual(unit?.node.comments, [{ text: '\n#include <stdio.h>\n', place: 'before', block: true }]);
    assert.match(print(unit.node as never), /^\/\*\n#include <stdio.h>\n\*\/\nimport "C"$/);
  });

  it('that stand apart stay apart', () => {
    const text =
      '// License.\n\n//go:build linux\n\n// Package p.\npackage p\n\n// Group.\n\n// F does.\nfunc F() {}\n\n// End.';
    assert.equal(print(file(text)), text);
    const detached = file(text).units[0]?.node.comments?.map(comment => (comment as GoComment).detached === true);
    assert.deepEqual(detached, [true, true, false]);
  });

  it('that are directives stay attached', () => {
    const text = '//go:embed a.txt\n//nolint:all\nvar s string';
    assert.equal(print(one(text)), text);
  });

  it('do not become documentation', () => {
    assert.match(print(one('const ( // a\n\tx = 1\n)')), /\/\/ a\n\n\tx = 1/);
    assert.equal(print(one('const (\n\t/* a */ x = 1\n)')), 'const (\n\t/* a */ x = 1\n)');
  });

  describe('are printed where a line break means nothing', () => {
    for (const text of [
      'f(a, // a\nb, // b\n)',
      'f(\n// a\na, b)',
      'x := []int{\n\t1, // one\n\t2,\n\t// end\n}',
      'x = a + // a\nb',
      'x = // a\na',
      'if x { // a\n}',
      'f( /* a */ x /* b */ )',
      'return // a',
      'a() /* b */',
    ]) {
      it(text.replace(/\s+/g, ' '), () => {
        const printed = print(body(text));
        assert.equal(printed, print(body(printed)), 'a second time gives the same');
        const marks = text.match(/\/\/ \w+|\/\* \w+ \*\//g) ?? [];
        for (const mark of marks) assert.ok(printed.includes(mark), `${mark} in\n${printed}`);
      });
    }
  });

  it('that cannot stand where they are go behind the statement', () => {
    const statement = body('return x')[0];
    assert.ok(statement?.kind === 'ReturnStmt' && statement.results[0]);
    statement.results[0].comments = [{ text: ' why', place: 'before' }];
    assert.equal(print(statement), 'return x // why');
    const sum = body('a = b + c')[0];
    assert.ok(sum?.kind === 'AssignStmt' && sum.lhs[0]);
    sum.lhs[0].comments = [{ text: ' why', place: 'after' }];
    assert.equal(print(sum), 'a = // why\nb + c');
  });

  it('that contain an end mark are printed as line comments', () => {
    const statement = body('x()')[0];
    assert.ok(statement);
    statement.comments = [{ text: ' a */ b', place: 'before', block: true } as GoComment];
    assert.equal(print(statement), '// a */ b\nx()');
  });
});
