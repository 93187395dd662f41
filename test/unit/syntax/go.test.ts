import { strict as assert } from 'node:assert';
import type { Statement } from '../../../src/core/syntax/go/ast';
import { body, brief, expression, file, loadGo, one, print, reprint } from './go.support';

const roundTrips = (text: string): void => assert.equal(print(body(text)), text);
const first = (text: string): Statement => body(text)[0] as Statement;

describe('Lowering Go', () => {
  before(loadGo);

  describe('settles what the grammar leaves open', () => {
    it('a call through an index and a generic instantiation are both calls of an IndexExpr', () => {
      assert.deepEqual(brief(expression('handlers[i](y)')), {
        kind: 'CallExpr',
        fun: { kind: 'IndexExpr', x: 'handlers', indices: ['i'] },
        args: ['y'],
        ellipsis: false,
      });
      assert.equal(reprint('f[int](y)'), 'f[int](y)');
      assert.deepEqual(brief(expression('f[int, string](y, z)')), {
        kind: 'CallExpr',
        fun: { kind: 'IndexExpr', x: 'f', indices: ['int', 'string'] },
        args: ['y', 'z'],
        ellipsis: false,
      });
      assert.equal(expression('pkg.F[int]').kind, 'IndexExpr');
    });

    it('a conversion is a call with a type as its function', () => {
      for (const text of [
        '[]byte(s)',
        '(*T)(x)',
        '(func())(x)',
        'map[string]int(x)',
        '(<-chan int)(c)',
        '[4]byte(s)',
      ]) {
        assert.equal(expression(text).kind, 'CallExpr', text);
        assert.equal(reprint(text), text);
      }
    });

    it('a star before a conversion dereferences its result', () => {
      assert.equal(expression('*(*[]T)(p)').kind, 'StarExpr');
      assert.equal(expression('**(*T)(p)').kind, 'StarExpr');
      assert.deepEqual(brief(expression('<-chan int(c)')), {
        kind: 'UnaryExpr',
        op: '<-',
        x: { kind: 'CallExpr', fun: { kind: 'ChanType', dir: 'both', value: 'int' }, args: ['c'], ellipsis: false },
      });
    });

    it('the first argument of make and new is a type', () => {
      assert.deepEqual(brief(expression('make([]int, n)')), {
        kind: 'CallExpr',
        fun: 'make',
        args: [{ kind: 'ArrayType', elt: 'int' }, 'n'],
        ellipsis: false,
      });
      assert.equal(reprint('new(map[string]*T)'), 'new(map[string]*T)');
    });

    it('a qualified type and a selection are both SelectorExpr', () => {
      const [statement] = body('var r io.Reader = os.Stdin');
      assert.deepEqual(brief(statement), {
        kind: 'DeclStmt',
        decl: {
          kind: 'GenDecl',
          tok: 'var',
          specs: [
            {
              kind: 'ValueSpec',
              names: ['r'],
              type: { kind: 'SelectorExpr', x: 'io', sel: 'Reader' },
              values: [{ kind: 'SelectorExpr', x: 'os', sel: 'Stdin' }],
            },
          ],
          grouped: false,
        },
      });
    });

    it('an arrow belongs to the leftmost chan', () => {
      assert.equal(print(body('var c chan<- chan int')), print(body('var c chan <-chan int')));
      roundTrips('var c chan (<-chan int)');
      roundTrips('var c chan<- (<-chan int)');
    });

    it('method expressions keep their parentheses', () => {
      assert.equal(reprint('(*T).Method'), '(*T).Method');
      assert.equal(reprint('T.Method(x)'), 'T.Method(x)');
    });
  });

  describe('takes every statement', () => {
    for (const text of [
      'for range n {}',
      'for range ch {}',
      'for i := range n {}',
      'for k, v = range m {}',
      'for i := 0; i < n; i++ {}',
      'for i := 0; ; {}',
      'for ; ; i++ {}',
      'for ok {}',
      'for {}',
      'if v, err := f(); err != nil {} else if v {} else {}',
      'switch x := f(); x {\ncase 1, 2:\n\ta()\ndefault:\n}',
      'switch {\ncase a < b:\n\tfallthrough\ncase b:\n}',
      'switch x := f(); v := x.(type) {\ncase int, *T:\ncase nil:\n}',
      'switch v.(type) {\n}',
      'select {\ncase x := <-c:\ncase v, ok = <-c:\ncase c <- 1:\ncase <-d:\ndefault:\n}',
      'L:\nfor {\n\tcontinue L\n}',
      'goto end\nend:',
      'go func() {}()',
      'defer mu.Unlock()',
      'c <- x',
      'x++',
      'a, b = b, a',
      'a &^= b',
      'return a, b',
      'return',
      'x, ok := v.(T)',
      'f(xs...)',
      'a[1:2:3] = b[:]',
      '{\n\tx := 1\n}',
      'var (\n\ta, b int = 1, 2\n)',
      'type T = struct{}',
    ]) {
      it(text.replace(/\s+/g, ' '), () => {
        assert.equal(print(body(text)), text);
      });
    }

    it('a label at the end of a block labels an empty statement', () => {
      assert.deepEqual(brief(first('L:')), { kind: 'LabeledStmt', label: 'L', stmt: { kind: 'EmptyStmt' } });
      assert.equal(print(body('L:\n\t;\n\tx()')), 'L:;\nx()');
    });

    it('an empty statement stays one', () => {
      assert.deepEqual(brief(body('a()\n;\nb()')), [brief(first('a()')), { kind: 'EmptyStmt' }, brief(first('b()'))]);
    });
  });

  describe('takes every declaration', () => {
    for (const text of [
      'import (\n\t"fmt"\n\t_ "embed"\n\t. "math"\n\tm "math"\n)',
      'const (\n\tA = iota\n\tB\n\t_\n\tC, D = 1, 2\n)',
      'var x, y int',
      'type A = B[int]',
      'type Set[K comparable, V ~int | ~string] map[K]V',
      'type P[T *C,] struct{}',
      'type F func(a, b int, c ...string) (x int, err error)',
      'type S struct {\n\ta, b int `json:"a"`\n\t*pkg.T\n\tList[int]\n\tf func(int) string\n}',
      'type I interface {\n\tM(x int) (y int)\n\tfmt.Stringer\n\t~int | ~[]byte\n}',
      'type E interface{ ~int | ~string }',
      'func (r *T[K]) M() {}',
      'func Map[T, U any](xs []T, f func(T) U) []U {}',
      'func asm(x *byte, n int) uint64',
      'func f(int, string, ...any) {}',
      'func g() (int, error) {}',
      'func h() <-chan int {}',
    ]) {
      it(text.replace(/\s+/g, ' '), () => assert.equal(print(one(text)), text));
    }

    it('parameters that share a type are one field, unnamed ones have no names', () => {
      const node = one('func f(a, b int, _ string) (int, error) {}');
      assert.ok(node.kind === 'FuncDecl');
      const names = [...node.type.params, ...node.type.results].map(
        field => field.kind === 'Field' && brief(field.names),
      );
      assert.deepEqual(names, [['a', 'b'], ['_'], [], []]);
    });

    it('a const without values repeats the one before: it has none here', () => {
      const node = one('const (\n\tA = iota\n\tB\n)');
      assert.ok(node.kind === 'GenDecl' && node.grouped);
      assert.deepEqual(brief(node.specs[1]), { kind: 'ValueSpec', names: ['B'], values: [] });
    });

    it('a struct tag is decoded', () => {
      const node = one('type S struct {\n\ta int "json:\\"a\\""\n}');
      assert.match(print(node), /a int `json:"a"`/);
    });

    it('an approximated generic type is approximated as a whole', () => {
      assert.equal(print(one('func f[S ~List[int]](s S) {}')), 'func f[S ~List[int]](s S) {}');
    });
  });

  describe('knows where everything is', () => {
    const text = '// Doc.\npackage p\n\n// F.\nfunc f(a int) {\n\tx := g(a)\n}\n';

    it('units are absolute and begin with their comments', () => {
      const { units } = file(text);
      assert.deepEqual(
        units.map(unit => text.slice(unit.start, unit.end)),
        ['// Doc.\npackage p', '// F.\nfunc f(a int) {\n\tx := g(a)\n}'],
      );
    });

    it('nodes are relative to their unit', () => {
      const unit = file(text).units[1];
      assert.ok(unit?.node.kind === 'FuncDecl');
      const call = (unit.node.body?.list[0] as { rhs: { start: number; end: number }[] }).rhs[0];
      assert.ok(call);
      assert.equal(text.slice(unit.start + call.start, unit.start + call.end), 'g(a)');
    });

    it('a blank line before a statement, spec, field or case is kept', () => {
      roundTrips('a()\n\n// Why.\nb()\nc()');
      roundTrips('switch x {\ncase 1:\n\ta()\n\ncase 2:\n}');
      const spec = 'const (\n\tA = 1\n\n\tB = 2\n)';
      assert.equal(print(one(spec)), spec);
    });
  });
});
