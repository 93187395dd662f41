import assert from 'node:assert/strict';
import fc from 'fast-check';
import { backward, backwardWhole, converter, forward, forwardWhole, python } from './support';

describe('route', () => {
  it('writes the method before the path', () => {
    assert.equal(forward('route', '/hello', ['GET']), '"GET /hello"');
    assert.equal(forward('route', '/items', ['POST']), '"POST /items"');
    assert.equal(forward('route', '/hello', undefined), '"GET /hello"');
  });

  it('closes a path that ends with a slash, since it is a prefix in Go', () => {
    assert.equal(forward('route', '/', ['GET']), '"GET /{$}"');
    assert.equal(forward('route', '/docs/', ['GET']), '"GET /docs/{$}"');
    assert.deepEqual(backward('route', 'GET /docs/{$}'), ['/docs/', ['GET']]);
  });

  it('carries variables, and says that their types are checked by hand', () => {
    assert.equal(forward('route', '/u/<name>', ['GET']), '"GET /u/{name}"');
    assert.equal(forward('route', '/f/<path:rest>', ['GET']), '"GET /f/{rest...}"');
    const typed = forwardWhole('route', '/u/<int:id>', ['GET']);
    assert.deepEqual(typed?.assumes, ['the handler checks that id is an int']);
    assert.deepEqual(backward('route', 'GET /f/{rest...}'), ['/f/<path:rest>', ['GET']]);
  });

  it('takes HEAD for granted beside GET, and no method at all for several', () => {
    assert.equal(forward('route', '/x', ['GET', 'HEAD']), '"GET /x"');
    const several = forwardWhole('route', '/x', ['GET', 'POST']);
    assert.deepEqual(several?.assumes, ['the handler answers every method, not only GET and POST']);
    assert.equal(forward('route', '/x', ['GET', 'POST']), '"/x"');
  });

  it('leaves the methods to Flask for a pattern without one, and says so', () => {
    const found = backwardWhole('route', '/');
    assert.deepEqual(backward('route', '/'), ['/', undefined]);
    assert.deepEqual(found?.assumes, ['/ answers this path only, not those below it', 'only GET is answered']);
  });

  it('declines what the other side cannot say', () => {
    assert.equal(forward('route', '/file-<name>.txt', ['GET']), undefined);
    assert.equal(forward('route', '/<path:p>/end', ['GET']), undefined);
    assert.equal(forward('route', '/a{b}', ['GET']), undefined);
    assert.equal(forward('route', 'no-slash', ['GET']), undefined);
    assert.equal(
      converter('route').forward([{ kind: 'Name', id: 'PATH', start: 0, end: 4 }, python(['GET'])]),
      undefined,
    );
    assert.equal(backward('route', 'example.com/x'), undefined);
    assert.equal(backward('route', 'GET /{a}{b}'), undefined);
  });

  it('knows the dialects of Flask verbs, FastAPI and Django', () => {
    const verb = { kind: 'Name', id: 'post', start: 0, end: 4 } as const;
    const post = converter('fastapiRoute').forward([python('/items/{id}'), verb]);
    assert.equal(post?.value.kind === 'StringLit' && post.value.value, 'POST /items/{id}');
    assert.deepEqual(backward('fastapiRoute', 'DELETE /items/{id}'), ['/items/{id}', '<delete>']);
    assert.deepEqual(backward('fastapiRoute', 'GET /f/{p...}'), ['/f/{p:path}', '<get>']);
    assert.deepEqual(backward('verbRoute', 'PUT /u/{id}'), ['/u/<id>', '<put>']);
    assert.equal(forward('djangoRoute', 'items/<slug>/'), '"/items/{slug}/{$}"');
    assert.deepEqual(backward('djangoRoute', '/items/{slug}/{$}'), ['items/<slug>/']);
  });

  it('comes back to the same path and methods', () => {
    const word = fc.stringMatching(/^[a-z0-9._~-]{1,8}$/);
    const name = fc.stringMatching(/^[a-z_][a-z0-9_]{0,6}$/);
    const segment = fc.oneof(
      word,
      name.map(text => `<${text}>`),
    );
    const path = fc
      .tuple(fc.array(segment, { maxLength: 4 }), fc.option(name), fc.boolean())
      .map(([segments, rest, slash]) => {
        const all = rest === null ? segments : [...segments, `<path:${rest}>`];
        return `/${all.join('/')}${slash && rest === null && all.length ? '/' : ''}`;
      });
    const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH');
    fc.assert(
      fc.property(path, method, (text, verb) => {
        const there = converter('route').forward([python(text), python([verb])]);
        // A variable that occurs twice has no counterpart.
        if (!there) return;
        assert.deepEqual(there.assumes, []);
        const back = there.value.kind === 'StringLit' ? backward('route', there.value.value) : undefined;
        assert.deepEqual(back, [text, [verb]]);
      }),
    );
  });
});
