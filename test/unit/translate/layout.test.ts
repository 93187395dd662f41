import assert from 'node:assert/strict';
import { createLayout } from '../../../src/core/translate/layout';
import { assets } from '../../support/parsers';

describe('layout', () => {
  const layout = createLayout(assets);

  it('lays Go out as gofmt does, whole files and fragments', async () => {
    assert.equal(
      (await layout.format('go', 'package main\nfunc  f( ){x:=1}')).text,
      'package main\n\nfunc f() { x := 1 }\n',
    );
    assert.equal((await layout.format('go', 'x:=1\ny  :=2')).text.trim(), 'x := 1\ny := 2');
  });

  it('lays Python out as ruff does', async () => {
    assert.equal((await layout.format('python', "x = {  'a':1 }\n")).text, 'x = {"a": 1}\n');
  });

  it('keeps text that a formatter refuses and says why', async () => {
    const broken = await layout.format('go', 'func {');
    assert.equal(broken.text, 'func {');
    assert.ok(broken.problem);
  });

  it('is asked for its bytes at the first use only', async () => {
    const read: string[] = [];
    const counted = createLayout({
      read: name => {
        read.push(name);
        return assets.read(name);
      },
    });
    assert.deepEqual(read, []);
    await counted.format('go', 'x := 1');
    await counted.format('go', 'y := 1');
    assert.deepEqual(read, ['gofmt.wasm']);
  });

  it('tries again after a load that failed', async () => {
    let fails = true;
    const flaky = createLayout({ read: name => (fails ? Promise.reject(new Error('away')) : assets.read(name)) });
    assert.equal((await flaky.format('go', 'x:=1')).problem, 'away');
    fails = false;
    assert.equal((await flaky.format('go', 'x:=1')).problem, undefined);
  });
});
