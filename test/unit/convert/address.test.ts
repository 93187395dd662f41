import assert from 'node:assert/strict';
import fc from 'fast-check';
import { goIdent, pyName } from '../../../src/core/convert/nodes';
import { backward, converter, forward, goText, plain, python } from './support';

describe('address', () => {
  it('writes every interface as an empty host', () => {
    assert.equal(forward('address', '0.0.0.0', 8080), '":8080"');
    assert.equal(forward('address', undefined, 8080), '":8080"');
    assert.deepEqual(backward('address', ':8080'), ['0.0.0.0', 8080]);
  });

  it('keeps a host, and puts IPv6 into brackets', () => {
    assert.equal(forward('address', '127.0.0.1', 5000), '"127.0.0.1:5000"');
    assert.equal(forward('address', '::1', 80), '"[::1]:80"');
    assert.deepEqual(backward('address', '[::1]:80'), ['::1', 80]);
    assert.deepEqual(backward('address', 'localhost:http'), ['localhost', 80]);
  });

  it('composes an expression for a port that is not spelled out', () => {
    const address = converter('address');
    const carry = () => goIdent('port');
    const some = address.forward([python('0.0.0.0'), pyName('port')], carry);
    assert.equal(some && goText(some.value), 'fmt.Sprintf(":%d", port)');
    assert.deepEqual(some?.imports, [{ module: 'fmt', local: 'fmt' }]);
    const both = address.forward([pyName('host'), pyName('port')], expression =>
      goIdent(expression.kind === 'Name' ? expression.id : ''),
    );
    assert.equal(both && goText(both.value), 'net.JoinHostPort(host, strconv.Itoa(port))');
    assert.equal(address.forward([python('0.0.0.0'), pyName('port')]), undefined);
  });

  it('takes a port that was put behind a colon', () => {
    const target = {
      kind: 'BinaryExpr',
      op: '+',
      x: { kind: 'StringLit', value: ':', start: -1, end: -1 },
      y: goIdent('port'),
      start: -1,
      end: -1,
    } as const;
    const found = converter('address').backward(target, () => pyName('port'));
    assert.deepEqual(found?.values.map(plain), ['0.0.0.0', '<int>(<port>)']);
  });

  it('declines what is no address', () => {
    assert.equal(backward('address', '8080'), undefined);
    assert.equal(backward('address', ':name'), undefined);
    assert.equal(backward('address', 'a:b:80'), undefined);
    assert.equal(converter('address').backward(goIdent('addr')), undefined);
  });

  it('comes back to the same host and port', () => {
    const host = fc.oneof(fc.constant('0.0.0.0'), fc.constant('localhost'), fc.ipV4(), fc.ipV6());
    fc.assert(
      fc.property(host, fc.integer({ min: 0, max: 65535 }), (name, port) => {
        const there = converter('address').forward([python(name), python(port)]);
        if (!there || there.assumes.length) return;
        assert.deepEqual(converter('address').backward(there.value)?.values.map(plain), [name, port]);
      }),
    );
  });
});
