import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { walk } from '../../../src/core/syntax/node';
import type { GoFile } from '../../../src/core/syntax/go/ast';
import { lowerGo } from '../../../src/core/syntax/go/lower';
import { printGo } from '../../../src/core/syntax/go/print';
import { body, brief, expression, file, fragment, loadGo, one, parseGo, print } from './go.support';

/** What did not parse, in order. */
function bad({ units }: GoFile): string[] {
  const found: string[] = [];
  for (const unit of units) {
    walk(unit.node, node => {
      if (node.kind === 'Bad') found.push(String(node['text']));
    });
  }
  return found;
}

const kinds = ({ units }: GoFile): string[] => units.map(unit => unit.node.kind);

const sample = `// Package p does.
package p

import (
	"fmt"
	_ "embed"
)

// Limit is one.
const (
	Limit = 1 << iota // first
	Next
)

type Stack[T any] struct {
	items []T \`json:"items"\`
	mu    sync.Mutex // guards items
}

func (s *Stack[T]) Pop() (v T, ok bool) {
	// Nothing to give.
	if n := len(s.items); n > 0 {
		v, s.items = s.items[n-1], s.items[:n-1]
		return v, true
	} else if s == nil {
		panic("no stack\\n")
	}
	return
}

func run(ctx context.Context, in <-chan int, f func(int, ...string) error) (err error) {
loop:
	for i := 0; ; i++ {
		select {
		case x, ok := <-in:
			if !ok {
				break loop
			}
			switch y := any(x).(type) {
			case int, *string:
				err = f(y.(int), "a", /* b */ 'c')
			default:
				go func() { fmt.Println(T{1, 2}, map[string][]int{"a": {1}}, x[1:2]) }()
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return
	// end
}
`;

describe('Go that does not parse', () => {
  before(loadGo);

  it('costs the smallest expression', () => {
    const call = expression('f(1 +)');
    assert.ok(call.kind === 'CallExpr');
    assert.deepEqual(brief(call.args), [{ kind: 'Bad', text: '1 +' }]);
    assert.deepEqual(bad(file('package p\n\nfunc f() {\n\tx := 1\n\tfoo(a b)\n\ty := 2\n}\n')), ['foo(a b)']);
  });

  it('costs the header of a statement, not its body', () => {
    const [statement] = body('if x. {\n\tkeep()\n}');
    assert.ok(statement?.kind === 'IfStmt' && statement.cond.kind === 'Bad');
    assert.equal(statement.cond.text, 'x.');
    assert.equal(print(statement.body), '{\n\tkeep()\n}');
    const [loop] = body('for i := {\n\tkeep()\n}');
    assert.equal(loop?.kind, 'ForStmt');
  });

  it('costs one import, spec or field, not the others', () => {
    const imports = one('import (\n\t"fmt"\n\t"os\n\t"io"\n)');
    assert.ok(imports.kind === 'GenDecl');
    assert.deepEqual(
      imports.specs.map(spec => spec.kind),
      ['ImportSpec', 'Bad', 'ImportSpec'],
    );
    const { units } = file('package p\n\ntype T struct {\n\ta int\n\tb :=\n\tc int\n}\n');
    const type = units[1]?.node;
    assert.ok(type?.kind === 'GenDecl' && type.specs[0]?.kind === 'TypeSpec');
    assert.match(print(type), /a int\n[^]*c int/);
  });

  it('costs one case, not the switch', () => {
    const [statement] = body('switch x {\ncase\ncase 2:\n\ty()\n}');
    assert.ok(statement?.kind === 'SwitchStmt');
    assert.deepEqual(
      statement.cases.map(clause => clause.kind),
      ['Bad', 'CaseClause'],
    );
  });

  it('marks its unit and no other', () => {
    const { units } = file('package p\n\nfunc a() {\n\tx(\n}\n\nfunc b() {}\n');
    assert.deepEqual(
      units.map(unit => unit.hasError),
      [false, true, false],
    );
  });

  it('leaves the functions behind an open brace whole', () => {
    const text =
      'package p\n\nfunc a() {\n\tif x {\n\t\tfoo(\n\ty := 2\n}\n\nfunc b() { c() }\n\ntype T int\n\nfunc d() {}\n';
    const lowered = file(text);
    assert.deepEqual(kinds(lowered), ['PackageClause', 'FuncDecl', 'FuncDecl', 'GenDecl', 'FuncDecl']);
    assert.deepEqual(
      lowered.units.map(unit => unit.hasError),
      [false, true, false, false, false],
    );
  });

  it('costs its own declaration only where the text can be parsed again', () => {
    const rest = '// b does.\nfunc b() { c() }\n\nvar v = 1\n\nfunc (t T) d() {}\n';
    for (const open of [
      'func a() {\n\ts := `x\n}',
      'var x = []int{1,',
      'func a() {\n\tif x {\n\t\tfoo(\n}',
      'type T struct {',
    ]) {
      const text = `package p\n\n${open}\n\n${rest}`;
      const { units } = lowerGo(parseGo(text), text, { parse: parseGo });
      const last = units.slice(-3);
      assert.equal(last.map(unit => text.slice(unit.start, unit.end)).join('\n\n'), rest.trimEnd(), open);
      assert.ok(last.every(unit => !unit.hasError) && units.some(unit => unit.hasError), open);
    }
  });

  it('gives a function that has no end what stands behind it', () => {
    const lowered = file('package p\n\nfunc f(a int) {\n\tx := 1\n\tfor i := range x {\n\t\ty(i)\n');
    const func = lowered.units[1]?.node;
    assert.ok(func?.kind === 'FuncDecl' && func.body);
    assert.equal(print(func.body.list[0] as never), 'x := 1');
    assert.match(print(func), /y\(i\)/);
  });

  it('keeps statements out of a large error', () => {
    const [first] = body('x := 1\n)\ny := 2');
    assert.equal(print(first as never), 'x := 1');
    assert.match(print(body('x := 1\n)\ny := 2')), /y := 2/);
  });

  it('is printed as it was written', () => {
    for (const text of ['x := ', 'f(1 +)', 'for i := ', 'a b c']) {
      assert.ok(print(body(`${text}\nz()`)).includes(text.trim()), text);
    }
  });

  it('is empty without a throw', () => {
    for (const text of [
      '',
      '\n',
      '}',
      '{',
      '"',
      '`',
      "'",
      '/*',
      '//',
      'func',
      'func (',
      'µ',
      '\0',
      '\ufeff',
      'package',
    ]) {
      assert.ok(file(text), JSON.stringify(text));
      assert.ok(fragment(text), JSON.stringify(text));
    }
  });

  describe('whatever it is', () => {
    /** Lowers and prints every way; all comments of the tree must be printed. */
    function survives(text: string): void {
      const again = file(text, { parse: parseGo });
      for (const lowered of [file(text), fragment(text), again, file(text, { pattern: true })]) {
        const printed = printGo(lowered, { spans: true });
        for (const span of printed.spans) assert.ok(span.start >= 0 && span.start <= span.end);
        let last = 0;
        for (const unit of lowered.units) {
          assert.ok(unit.start >= last && unit.end >= unit.start && unit.end <= text.length, 'units in order');
          last = unit.end;
        }
      }
    }

    it('survives being cut off', () => {
      for (let end = 0; end <= sample.length; end += 5) survives(sample.slice(0, end));
    });

    it('survives deletions', () => {
      const position = fc.nat(sample.length - 1);
      fc.assert(
        fc.property(position, fc.nat(40), (at, length) => survives(sample.slice(0, at) + sample.slice(at + length))),
        { numRuns: 200, seed: 11 },
      );
    });

    it('survives insertions', () => {
      const token = fc.constantFrom(
        ...'(){}[]"`\'.,;:=<-+*/\n',
        'func',
        'if',
        'case',
        'range',
        ':=',
        '/*',
        'µX',
        'type',
      );
      fc.assert(
        fc.property(fc.nat(sample.length), fc.array(token, { maxLength: 4 }), (at, tokens) =>
          survives(sample.slice(0, at) + tokens.join(' ') + sample.slice(at)),
        ),
        { numRuns: 200, seed: 12 },
      );
    });

    it('survives tokens in any order', () => {
      const words = sample.split(/(\s+|[(){}[\],.;])/).filter(word => word);
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), some => survives(some.join(' '))),
        { numRuns: 200, seed: 13 },
      );
    });
  });
});
