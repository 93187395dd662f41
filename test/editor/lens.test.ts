import assert from 'node:assert/strict';
import { lensTitles, openSample, restoreSettings, setSetting } from './samples';
import { eventually, needsUi, ui } from './ui';

describe('the lenses', () => {
  restoreSettings();

  it('stand above declarations and launches in both languages', async () => {
    const python = await openSample('flask_app/app.py');
    const titles = await eventually(
      () => lensTitles(python),
      found => found.length > 0,
    );
    assert.ok(titles.includes('Go: HTTP route'), titles.join());
    assert.ok(titles.includes('Go: Program entry'), titles.join());
    const go = await openSample('worker_pool/main.go');
    const launches = await eventually(
      () => lensTitles(go),
      found => found.length > 0,
    );
    assert.ok(launches.includes('Python: Starting something concurrent'), launches.join());
    assert.ok(!launches.includes('Python: Cleaning up'), launches.join());
  });

  it('obey idiomBridge.codeLens', async () => {
    const editor = await openSample('worker_pool/main.go');
    const some = await eventually(
      () => lensTitles(editor),
      found => found.length > 0,
    );
    await setSetting('codeLens', 'all');
    const all = await lensTitles(editor);
    assert.ok(all.length > some.length && all.includes('Python: Cleaning up'), all.join());
    await setSetting('codeLens', 'off');
    assert.deepEqual(await lensTitles(editor), []);
  });

  it('are left out in the language that is known', async () => {
    const python = await openSample('flask_app/app.py');
    await eventually(
      () => lensTitles(python),
      found => found.length > 0,
    );
    await setSetting('iKnow', 'python');
    assert.deepEqual(await lensTitles(python), []);
    const go = await openSample('worker_pool/main.go');
    await eventually(
      () => lensTitles(go),
      found => found.length > 0,
    );
    await setSetting('iKnow', 'both');
    assert.deepEqual(await lensTitles(go), []);
  });

  describe('on the screen', () => {
    needsUi();

    it('open the comparison at a click', async () => {
      await openSample('flask_app/app.py');
      await ui.clickText('Go: HTTP route');
      const text = await ui.frameText('main:has-text("web.flask-route")', { purpose: 'webviewView' });
      assert.match(text, /HTTP route/);
      assert.match(text, /func helloWorld/);
    });
  });
});
