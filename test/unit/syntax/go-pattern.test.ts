import { strict as assert } from 'node:assert';
import { walk } from '../../../src/core/syntax/node';
import { brief, fragment, loadGo, one, print } from './go.support';

const pattern = { pattern: true };
const lower = (text: string) => one(text, pattern);
const meta = (name: string, many = false): object => ({ kind: 'Meta', name, many });
const back = (text: string): string => print(fragment(text, pattern));

/** The metavariables of a text as `$X` and `$$$X`, in order. */
function holes(text: string): string[] {
  const found: string[] = [];
  for (const unit of fragment(text, pattern).units) {
    walk(unit.node, node => {
      if (node.kind === 'Meta') found.push(`${node['many'] ? '$$$' : '$'}${String(node['name'])}`);
    });
  }
  return found;
}

describe('Go patterns', () => {
  before(loadGo);

  it('have holes wherever a name, expression or type may stand', () => {
    assert.deepEqual(holes('µA.µB(µC, "x")[µD]'), ['$A', '$B', '$C', '$D']);
    assert.deepEqual(holes('var µX µT = µV'), ['$X', '$T', '$V']);
    assert.deepEqual(holes('func (µR *µT) µM(µA µB) µC {}'), ['$R', '$T', '$M', '$A', '$B', '$C']);
    assert.deepEqual(holes('type µT struct {\n\tµF map[µK]µV\n}'), ['$T', '$F', '$K', '$V']);
    assert.deepEqual(holes('µPKG.µT{µK: µV}'), ['$PKG', '$T', '$K', '$V']);
    assert.deepEqual(holes('µL:\nfor µI, µV := range µX {\n\tbreak µL\n}'), ['$L', '$I', '$V', '$X', '$L']);
    assert.deepEqual(holes('package µP'), ['$P']);
  });

  it('have no holes outside of pattern mode', () => {
    assert.deepEqual(brief(one('µX')), { kind: 'ExprStmt', x: 'µX' });
  });

  it('read `µ_` as the anonymous hole', () => {
    assert.deepEqual(brief(lower('µ_')), meta('_'));
    assert.deepEqual(brief(lower('µµµ_')), meta('_', true));
  });

  it('a statement that is only a hole is that hole', () => {
    assert.deepEqual(brief(lower('for {\n\tµX\n\tµµµBODY\n}')), {
      kind: 'ForStmt',
      body: { kind: 'BlockStmt', list: [meta('X'), meta('BODY', true)] },
    });
  });

  for (const [what, text, printed] of [
    ['arguments', 'f(µµµA, x, µµµB)', 'f($$$A, x, $$$B)'],
    ['results', 'return µµµX', 'return $$$X'],
    ['elements', 'x = T{µµµE}', 'x = T{$$$E}'],
    ['parameters', 'func f(µµµA) {}', 'func f($$$A) {}'],
    ['parameters with the filler type', 'func f(µµµA any) {}', 'func f($$$A) {}'],
    ['parameters before others', 'func f(µµµA, x, y int) {}', 'func f($$$A, x, y int) {}'],
    ['parameters behind others', 'func f(x int, µµµA) {}', 'func f(x int, $$$A) {}'],
    ['type parameters', 'func f[µµµT any]() {}', 'func f[$$$T]() {}'],
    ['result types', 'func f() (µµµR) {}', 'func f() $$$R {}'],
    ['fields', 'type T struct {\n\tµµµF\n}', 'type T struct {\n\t$$$F\n}'],
    ['methods', 'type T interface {\n\tµµµM\n\tClose() error\n}', 'type T interface {\n\t$$$M\n\tClose() error\n}'],
    ['constants', 'const (\n\tµµµC\n)', 'const (\n\t$$$C\n)'],
    ['variables', 'var (\n\tµµµC any\n)', 'var (\n\t$$$C\n)'],
    ['cases', 'switch x {\ncase 1:\ncase µµµC:\n}', 'switch x {\ncase 1:\n$$$C\n}'],
    ['type cases', 'switch x.(type) {\ncase µµµC:\n}', 'switch x.(type) {\n$$$C\n}'],
    ['communications', 'select {\ncase <-µµµC:\ndefault:\n}', 'select {\n$$$C\ndefault:\n}'],
    ['assigned values', 'µµµL := µµµR', '$$$L := $$$R'],
  ] as const) {
    it(`any number of ${what}`, () => assert.equal(back(text), printed));
  }

  it('one hole is no list: `$X` in a parameter list is the type of a parameter', () => {
    const node = lower('func f(µX) {}');
    assert.ok(node.kind === 'FuncDecl');
    assert.deepEqual(brief(node.type.params), [{ kind: 'Field', names: [], type: meta('X'), variadic: false }]);
  });

  it('a clause with a body is no hole', () => {
    assert.deepEqual(holes('switch x {\ncase µµµC:\n\tf()\n}'), ['$$$C']);
    assert.equal(back('switch x {\ncase µµµC:\n\tf()\n}'), 'switch x {\ncase $$$C:\n\tf()\n}');
  });
});
