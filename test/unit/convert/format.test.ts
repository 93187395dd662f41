import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dynamic, escapeText, parseFormat, specFor, verbFor } from '../../../src/core/convert';
import { any, bool, float, int, list, str, unknown, type Type } from '../../../src/core/facts/types';
import { samples } from './formatSamples';

describe('verbFor', () => {
  it('writes a verb for each spec that fmt can say', () => {
    for (const [type, spec, verb, via] of samples) {
      const found = verbFor(typeOf(type), spec);
      assert.deepEqual([found?.verb, found?.via], [verb, via], `{${type}:${spec}}`);
    }
    assert.ok(samples.length > 0);
  });

  it('sends through str() what Go would print otherwise', () => {
    assert.deepEqual(verbFor(bool), { verb: '%s', via: 'str', assumes: [] });
    assert.deepEqual(verbFor(float), { verb: '%s', via: 'str', assumes: [] });
    assert.deepEqual(verbFor(list(int)), { verb: '%s', via: 'str', assumes: [] });
    assert.deepEqual(verbFor(unknown), { verb: '%s', via: 'str', assumes: [] });
    assert.deepEqual(verbFor(float, '8'), { verb: '%8s', via: 'str', assumes: [] });
    assert.equal(verbFor(str, '', 'r')?.via, 'repr');
  });

  it('says what it takes the value for where the type is not known', () => {
    assert.deepEqual(verbFor(unknown, '.2f'), {
      verb: '%.2f',
      via: 'value',
      assumes: ['the formatted value is a float'],
    });
    assert.deepEqual(verbFor(any, '5d')?.assumes, ['the formatted value is an integer']);
  });

  it('takes a width that is an expression as an argument of its own', () => {
    assert.equal(verbFor(int, `${dynamic}d`)?.verb, '%*d');
    assert.equal(verbFor(float, `.${dynamic}f`)?.verb, '%.*f');
  });

  it('declines what fmt cannot say and what Python refuses', () => {
    const refused: [Type, string][] = [
      [str, '^10'],
      [str, '*<10'],
      [int, ','],
      [int, '_d'],
      [int, '.2d'],
      [str, 'd'],
      [int, 's'],
      [float, 'd'],
      [float, '.3'],
      [list(int), '5'],
      [int, '#06x'],
      [int, '0>5'],
      [str, '05'],
      [float, '8.1%'],
      [float, 'z.1f'],
      [int, 'nonsense'],
    ];
    for (const [type, spec] of refused) assert.equal(verbFor(type, spec), undefined, spec);
  });

  it('doubles the percent signs of text', () => {
    assert.equal(escapeText('100%'), '100%%');
  });
});

describe('parseFormat', () => {
  it('takes a format string apart', () => {
    assert.deepEqual(parseFormat('%-10s|%5.2f%%\n'), [
      { kind: 'verb', flags: '-', width: '10', verb: 's', args: [0] },
      { kind: 'text', text: '|' },
      { kind: 'verb', flags: '', width: '5', precision: '2', verb: 'f', args: [1] },
      { kind: 'text', text: '%\n' },
    ]);
  });

  it('counts the arguments of stars and of indices', () => {
    const args = (format: string) => parseFormat(format)?.flatMap(piece => (piece.kind === 'verb' ? [piece.args] : []));
    assert.deepEqual(args('%*d %d'), [[0, 1], [2]]);
    assert.deepEqual(args('%[2]d %[1]d'), [[1], [0]]);
    assert.deepEqual(args('%.*f'), [[0, 1]]);
  });

  it('declines what fmt complains about', () => {
    assert.equal(parseFormat('50%!'), undefined);
    assert.equal(parseFormat('%'), undefined);
  });
});

describe('specFor', () => {
  const spec = (format: string, type: Type) => {
    const [piece] = parseFormat(format)!;
    return piece?.kind === 'verb' ? specFor(piece, type) : undefined;
  };

  it('writes a spec for each verb that Python can say', () => {
    assert.equal(spec('%d', int)?.spec, '');
    assert.equal(spec('%5d', int)?.spec, '5d');
    assert.equal(spec('%-5d', int)?.spec, '<5d');
    assert.equal(spec('%05d', int)?.spec, '05d');
    assert.equal(spec('%+d', int)?.spec, '+d');
    assert.equal(spec('%s', str)?.spec, '');
    assert.equal(spec('%10s', str)?.spec, '>10');
    assert.equal(spec('%-10s', str)?.spec, '<10');
    assert.equal(spec('%.3s', str)?.spec, '.3');
    assert.equal(spec('%8.3f', float)?.spec, '8.3f');
    assert.equal(spec('%x', int)?.spec, 'x');
    assert.equal(spec('%*d', int)?.spec, `${dynamic}d`);
  });

  it('says where Go spells a value its own way', () => {
    assert.equal(spec('%v', str)?.via, 'value');
    assert.equal(spec('%v', int)?.via, 'value');
    assert.equal(spec('%v', float)?.via, 'goText');
    assert.equal(spec('%t', bool)?.via, 'goText');
    assert.equal(spec('%q', str)?.via, 'quoted');
    assert.equal(spec('%T', str)?.via, 'typeName');
  });

  it('declines what Python has no spec for', () => {
    for (const format of ['%p', '%U', '%#v', '%+v', '%.3d', '%x']) {
      assert.equal(spec(format, str), format === '%d' ? '' : undefined, format);
    }
  });

  it('comes back to the same spec', () => {
    const width = fc.constantFrom('', '1', '8', '20');
    const sign = fc.constantFrom('', '+', ' ');
    const zero = fc.constantFrom('', '0');
    const integer = fc.tuple(sign, zero, width, fc.constantFrom('d', 'b', 'o', 'x', 'X')).map(([s, z, w, t]) => {
      const spec = `${s}${w ? z : ''}${w}${t}`;
      return [int, spec === 'd' ? '' : spec] as const;
    });
    const fixed = fc
      .tuple(sign, zero, width, fc.constantFrom('.0', '.2', '.10'), fc.constantFrom('f', 'e', 'E', 'g'))
      .map(([s, z, w, p, t]) => [float, `${s}${w ? z : ''}${w}${p}${t}`] as const);
    const text = fc
      .tuple(fc.constantFrom('<', '>'), width, fc.constantFrom('', '.3'))
      .map(([a, w, p]) => [str, `${w ? a : ''}${w}${p}`] as const);
    fc.assert(
      fc.property(fc.oneof(integer, fixed, text), ([type, wanted]) => {
        const verb = verbFor(type, wanted);
        assert.ok(verb, wanted);
        assert.equal(spec(verb.verb, type)?.spec, wanted);
      }),
    );
  });
});

function typeOf(name: string): Type {
  return { str, int, float, bool }[name] ?? unknown;
}
