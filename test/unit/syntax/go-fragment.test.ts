import { strict as assert } from 'node:assert';
import { brief, fragment, loadGo, one, print } from './go.support';

/** Kind and source of each unit. */
function units(text: string): string[] {
  return fragment(text).units.map(unit => `${unit.node.kind} ${text.slice(unit.start, unit.end)}`);
}

describe('Go fragments', () => {
  before(loadGo);

  it('may mix a package clause, imports, declarations and statements', () => {
    assert.deepEqual(units('package p\n\nimport "fmt"\n\nfunc f() {}\n\nfmt.Println(x)\nf()'), [
      'PackageClause package p',
      'GenDecl import "fmt"',
      'FuncDecl func f() {}',
      'ExprStmt fmt.Println(x)',
      'ExprStmt f()',
    ]);
  });

  it('an expression alone is a statement of it', () => {
    assert.deepEqual(brief(one('a + b')), { kind: 'ExprStmt', x: { kind: 'BinaryExpr', op: '+', x: 'a', y: 'b' } });
    assert.equal(one('fmt.Sprintf("%d", x)').kind, 'ExprStmt');
    assert.equal(one('&T{1}').kind, 'ExprStmt');
  });

  it('a type alone is a statement of it', () => {
    for (const text of [
      '[]int',
      'map[string][]T',
      'func(a int) bool',
      'chan<- T',
      'struct{}',
      'interface{ M() }',
      '[4]T',
    ]) {
      const node = one(text);
      assert.ok(node.kind === 'ExprStmt' && /Type$/.test(node.x.kind), text);
    }
    assert.deepEqual(
      ['[]int{1}', 'map[string]int{}', 'func() {}()', '<-c', '[]byte(s)'].map(text => {
        const node = one(text);
        return node.kind === 'ExprStmt' ? node.x.kind : node.kind;
      }),
      ['CompositeLit', 'CompositeLit', 'CallExpr', 'UnaryExpr', 'CallExpr'],
    );
  });

  it('tell a function from a method, a literal and a variable', () => {
    assert.deepEqual(
      ['func f() {}', 'func (r T) m() {}', 'func() {}()', 'func(a int) T { return a }(1)', 'f := func() {}'].map(
        text => one(text).kind,
      ),
      ['FuncDecl', 'FuncDecl', 'ExprStmt', 'ExprStmt', 'AssignStmt'],
    );
  });

  it('var, const and type are declarations unless they stand among statements', () => {
    assert.deepEqual(
      units('var x = 1\nf(x)\nvar y = 2\ng(y)').map(unit => unit.split(' ')[0]),
      ['GenDecl', 'ExprStmt', 'DeclStmt', 'ExprStmt'],
    );
    assert.deepEqual(
      units('f()\n\ntype T int\n\nfunc (t T) m() {}').map(unit => unit.split(' ')[0]),
      ['ExprStmt', 'GenDecl', 'FuncDecl'],
    );
  });

  it('offsets are those of the text', () => {
    const text = 'import "fmt"\n\n// Say.\nfmt.Println(x) // it\n\ny := 1';
    const [, say, next] = fragment(text).units;
    assert.ok(say && next);
    assert.equal(text.slice(say.start, say.end), '// Say.\nfmt.Println(x) // it');
    assert.equal(text.slice(say.start + say.node.start, say.start + say.node.end), 'fmt.Println(x)');
    assert.equal(text.slice(next.start + next.node.start, next.start + next.node.end), 'y := 1');
  });

  it('blank lines between the parts are kept', () => {
    const text = 'import "fmt"\n\nfmt.Println(x)\ny()\n\nfunc f() {}';
    assert.equal(print(fragment(text)), text);
  });

  it('statements over several lines stay one', () => {
    const text = 'x := []int{\n\t1,\n}\nif x := f(a,\n\tb); x {\n}\na.\n\tb()';
    assert.deepEqual(
      units(text).map(unit => unit.split(' ')[0]),
      ['AssignStmt', 'IfStmt', 'ExprStmt'],
    );
  });

  it('strings, runes and comments hide what is in them', () => {
    const text = 'a("{")\nb(\'{\')\nc(`\n{\n`) // {\n/* { */\nd()';
    assert.deepEqual(
      units(text).map(unit => unit.split(' ')[0]),
      ['ExprStmt', 'ExprStmt', 'ExprStmt', 'ExprStmt'],
    );
  });

  it('an error in a statement leaves the declarations alone', () => {
    const { units: lowered } = fragment('x := (\n\nfunc f() { g() }');
    assert.equal(
      lowered.some(unit => unit.hasError),
      true,
    );
    assert.doesNotThrow(() => fragment('func f() {\n\nx := 1'));
  });

  it('nothing gives no units', () => {
    assert.deepEqual(fragment(''), { units: [], comments: [] });
    assert.deepEqual(fragment('\n\n'), { units: [], comments: [] });
  });
});
