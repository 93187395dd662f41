import { strict as assert } from 'node:assert';
import { brief, expression, loadGo, print, reprint } from './go.support';

const value = (text: string): unknown => (expression(text) as { value?: unknown }).value;

describe('Go literals', () => {
  before(loadGo);

  it('normalise integers of every notation to decimal digits', () => {
    assert.equal(value('0'), '0');
    assert.equal(value('1_000_000'), '1000000');
    assert.equal(value('0xFF_ff'), '65535');
    assert.equal(value('0644'), '420');
    assert.equal(value('0o644'), '420');
    assert.equal(value('0B101'), '5');
    assert.equal(value('0xFFFFFFFFFFFFFFFFFFFF'), '1208925819614629174706175');
  });

  it('keep the base of an integer as its style', () => {
    for (const text of ['0xff', '0644', '0b101', '0', '42']) assert.equal(reprint(text), text);
    assert.equal((expression('0O17') as { style?: string }).style, 'octal');
  });

  it('are doubles as JavaScript writes them when they are floats', () => {
    assert.equal(value('1.50'), '1.5');
    assert.equal(value('1.'), '1');
    assert.equal(value('.5e1'), '5');
    assert.equal(value('1e21'), '1e+21');
    assert.equal(value('0x1p-2'), '0.25');
    assert.equal(value('0x1.8p1'), '3');
    assert.equal(value('0x1p-1074'), '5e-324');
    assert.equal(reprint('1.0'), '1.0');
    assert.equal(reprint('1e9'), '1e9');
  });

  it('keep the digits of a float that no double holds', () => {
    assert.equal(reprint('1e1000'), '1e1000');
    assert.equal(reprint('1e-1000'), '1e-1000');
    assert.equal(reprint('0e5'), '0.0');
  });

  it('read imaginary numbers, with a leading zero as decimal', () => {
    assert.equal(value('08i'), '8');
    assert.equal(value('0x10i'), '16');
    assert.equal(value('1.5e1i'), '15');
  });

  it('decode runes', () => {
    assert.equal(value("'a'"), 97);
    assert.equal(value("'世'"), 0x4e16);
    assert.equal(value("'\\n'"), 10);
    assert.equal(value("'\\''"), 39);
    assert.equal(value("'\\xff'"), 255);
    assert.equal(value("'\\377'"), 255);
    assert.equal(value("'\\u4e16'"), 0x4e16);
    assert.equal(value("'\\U0001F600'"), 0x1f600);
  });

  it('print runes that can be read', () => {
    assert.equal(reprint("'\\x61'"), "'a'");
    assert.equal(reprint("'\\''"), "'\\''");
    assert.equal(reprint("'\"'"), "'\"'");
    assert.equal(reprint("'\\x00'"), "'\\x00'");
    assert.equal(reprint("'\\u200b'"), "'\\u200b'");
  });

  it('decode strings with every escape', () => {
    assert.equal(value('"a\\tb\\n\\"\\\\"'), 'a\tb\n"\\');
    assert.equal(value('"\\a\\b\\f\\v\\r"'), '\x07\b\f\v\r');
    assert.equal(value('"\\u00e9\\U0001F600"'), 'é😀');
    assert.equal(value('"\\x41\\102"'), 'AB');
  });

  it('join bytes that are UTF-8 together', () => {
    assert.equal(value('"\\xe4\\xb8\\x96"'), '世');
    assert.equal(value('"\\360\\237\\230\\200"'), '😀');
  });

  it('keep every byte that is not UTF-8', () => {
    assert.equal(value('"a\\xffb"'), 'a\udcffb');
    assert.equal(value('"\\xc3("'), '\udcc3(');
    assert.equal(value('"\\xed\\xa0\\x80"'), '\udced\udca0\udc80');
    assert.equal(value('"\\xc0\\xaf"'), '\udcc0\udcaf');
    assert.equal(reprint('"\\xff\\xe4\\xb8"'), '"\\xff\\xe4\\xb8"');
  });

  it('keep raw strings raw where back quotes can hold them', () => {
    assert.equal(value('`a\\n"b`'), 'a\\n"b');
    assert.equal(reprint('`a\\n"b`'), '`a\\n"b`');
    assert.equal(value('`a\r\nb`'), 'a\nb');
    assert.equal(print({ kind: 'StringLit', value: 'a`b', style: 'raw', start: -1, end: -1 }), '"a`b"');
    assert.equal(print({ kind: 'StringLit', value: 'a\rb', style: 'raw', start: -1, end: -1 }), '"a\\rb"');
  });

  it('print text in canonical quotes', () => {
    assert.equal(reprint('"\\u0041\\u00e9\\x07"'), '"Aé\\a"');
    assert.equal(reprint('"\\u2028\\ufeff"'), '"\\u2028\\ufeff"');
  });

  it('keep elided types of inner composite literals elided', () => {
    assert.deepEqual(brief(expression('[]P{{1}, {x: 2}}')), {
      kind: 'CompositeLit',
      type: { kind: 'ArrayType', elt: 'P' },
      elts: [
        { kind: 'CompositeLit', elts: [{ kind: 'IntLit', value: '1' }] },
        {
          kind: 'CompositeLit',
          elts: [{ kind: 'KeyValueExpr', key: 'x', value: { kind: 'IntLit', value: '2' } }],
        },
      ],
    });
  });

  it('take composite literals of every type', () => {
    for (const text of [
      '[...]int{1, 2: 3}',
      'map[string]int{"a": 1}',
      'List[int]{1}',
      'pkg.T{}',
      'pkg.List[int, string]{}',
      '&T{a: 1}',
      'struct{}{}',
      'map[P]string{{1, 2}: "a"}',
    ]) {
      assert.equal(reprint(text), text);
    }
  });
});
