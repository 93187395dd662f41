import assert from 'node:assert/strict';
import fc from 'fast-check';
import { converters } from '../../../src/core/convert';
import { goBinary, goCall, goIdent, goInt, pyName } from '../../../src/core/convert/nodes';
import { backward, backwardWhole, converter, dotted, flags, forward, goText, plain, python } from './support';

describe('strftime', () => {
  it('writes the reference time', () => {
    assert.equal(forward('strftime', '%Y-%m-%d %H:%M:%S'), '"2006-01-02 15:04:05"');
    assert.equal(forward('strftime', '%a, %d %b %Y %I:%M %p %z'), '"Mon, 02 Jan 2006 03:04 PM -0700"');
    assert.equal(forward('strftime', '%H:%M:%S.%f'), '"15:04:05.000000"');
    assert.equal(forward('strftime', '%F %T, 100%%'), undefined);
    assert.equal(forward('strftime', '%F %T %%'), '"2006-01-02 15:04:05 %"');
  });

  it('reads layouts and the names that package time has for them', () => {
    assert.deepEqual(backward('strftime', 'Jan _2 15:04'), ['%b %e %H:%M']);
    assert.deepEqual(backward('strftime', dotted('time.DateOnly')), ['%Y-%m-%d']);
    assert.deepEqual(backwardWhole('strftime', '3:04PM')?.assumes.length, 1);
  });

  it('declines what the other has no element for, and text that would be read as one', () => {
    assert.equal(forward('strftime', '%U'), undefined);
    assert.equal(forward('strftime', '%f'), undefined);
    assert.equal(forward('strftime', "%H o'clock 2"), undefined);
    assert.equal(backward('strftime', '15:04:05.000'), undefined);
    assert.equal(backward('strftime', dotted('time.RFC3339')), undefined);
    assert.equal(backward('strftime', dotted('layouts.DateOnly')), undefined);
  });

  it('comes back to the same format', () => {
    const piece = fc.constantFrom(
      ...[
        '%Y',
        '%m',
        '%d',
        '%H',
        '%M',
        '%S',
        '%B',
        '%b',
        '%A',
        '%a',
        '%p',
        '%z',
        '%j',
        '%y',
        '%%',
        '-',
        '/',
        ' at ',
        'T',
        ':',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const format = pieces.join('');
        const there = converter('strftime').forward([python(format)]);
        if (there) assert.deepEqual(converter('strftime').backward(there.value)?.values.map(plain), [format]);
      }),
    );
  });
});

describe('duration', () => {
  it('writes seconds in the unit that people would take', () => {
    assert.equal(forward('duration', 2), '2 * time.Second');
    assert.equal(forward('duration', 1), 'time.Second');
    assert.equal(forward('duration', 0.5), '500 * time.Millisecond');
    assert.equal(forward('duration', 0.1), '100 * time.Millisecond');
    assert.equal(forward('duration', -1.5), '-1500 * time.Millisecond');
    assert.equal(forward('duration', 0), '0 * time.Second');
  });

  it('converts a number that is not spelled out', () => {
    const found = converter('duration').forward([pyName('n')], () => goIdent('n'));
    assert.equal(found && goText(found.value), 'time.Duration(n) * time.Second');
    assert.deepEqual(found?.assumes, ['the number of seconds is whole']);
    const back = converter('duration').backward(found!.value, () => pyName('n'));
    assert.deepEqual(back?.values.map(plain), ['<n>']);
  });

  it('adds durations up, and declines a product of two', () => {
    const minute = dotted('time.Minute');
    assert.deepEqual(
      backward('duration', goBinary(minute, '+', goBinary(goInt(30), '*', dotted('time.Second')))),
      [90],
    );
    assert.equal(backward('duration', goBinary(dotted('time.Second'), '*', dotted('time.Second'))), undefined);
    assert.equal(backward('duration', goCall(goIdent('timeout'))), undefined);
  });

  it('declines parts of a nanosecond and what overflows', () => {
    assert.equal(forward('duration', 1e-10), undefined);
    assert.equal(forward('duration', 1e10), undefined);
  });

  it('comes back to the same number', () => {
    const seconds = fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: 1, max: 1e6 }).map(n => n / 1000),
      fc.integer({ min: 1, max: 1e6 }).map(n => n / 1e9),
    );
    fc.assert(
      fc.property(seconds, number => {
        const there = converter('duration').forward([python(number)]);
        assert.ok(there);
        assert.deepEqual(converter('duration').backward(there.value)?.values.map(plain), [number]);
      }),
    );
  });
});

describe('openMode', () => {
  it('writes flags as people order them', () => {
    assert.equal(forward('openMode', 'a'), 'os.O_APPEND | os.O_CREATE | os.O_WRONLY');
    assert.equal(forward('openMode', undefined), 'os.O_RDONLY');
    assert.equal(forward('openMode', 'wb'), 'os.O_WRONLY | os.O_CREATE | os.O_TRUNC');
  });

  it('reads flags in any order', () => {
    assert.deepEqual(backward('openMode', flags('os.O_CREATE', 'os.O_WRONLY', 'os.O_APPEND')), ['a']);
    assert.equal(backward('openMode', flags('os.O_SYNC', 'os.O_WRONLY')), undefined);
  });

  it('declines what is no mode', () => {
    assert.equal(forward('openMode', 'rw'), undefined);
    assert.equal(forward('openMode', ''), undefined);
  });

  it('comes back to the same mode', () => {
    for (const mode of ['r', 'r+', 'w', 'w+', 'a', 'a+', 'x', 'x+']) {
      const there = converter('openMode').forward([python(mode)]);
      assert.deepEqual(there && converter('openMode').backward(there.value)?.values.map(plain), [mode]);
    }
  });
});

describe('jsonTag', () => {
  it('writes and reads a key', () => {
    assert.equal(forward('jsonTag', 'user_name'), JSON.stringify('json:"user_name"'));
    assert.deepEqual(backward('jsonTag', 'db:"u" json:"user_name,omitempty"'), ['user_name']);
    assert.deepEqual(backwardWhole('jsonTag', 'json:"n,omitempty"')?.assumes, ['an empty value is written, too']);
  });

  it('declines keys that a tag cannot say', () => {
    for (const key of ['-', '', 'a,b', 'a"b', 'a\\b', 'a`b']) assert.equal(forward('jsonTag', key), undefined);
    assert.equal(backward('jsonTag', 'xml:"x"'), undefined);
    assert.equal(backward('jsonTag', 'json:",omitempty"'), undefined);
  });

  it('comes back to the same key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), key => {
        const there = converter('jsonTag').forward([python(key)]);
        if (there) assert.deepEqual(converter('jsonTag').backward(there.value)?.values.map(plain), [key]);
      }),
    );
  });
});

describe('the registry of converters', () => {
  it('has every converter under its own name', () => {
    for (const [name, one] of converters) assert.equal(one.name, name);
    assert.ok(converters.size >= 14);
  });

  it('declines names and calls in all converters instead of throwing', () => {
    for (const one of converters.values()) {
      if (one.kind === 'type') continue;
      const sources = Array.from({ length: one.sources.max }, () => pyName('x'));
      assert.equal(one.forward(sources), undefined, one.name);
      assert.equal(one.forward([]) === undefined || one.name === 'openMode', true, one.name);
      assert.equal(one.backward(goCall(goIdent('f'))), undefined, one.name);
    }
  });
});
