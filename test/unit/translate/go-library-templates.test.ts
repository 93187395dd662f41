/** The templates of Go's library (src/core/translate/goToPython/library): each can be read and has what it names. */
import assert from 'node:assert/strict';
import { helperOf, type HelperName } from '../../../src/core/translate/goToPython/helpers';
import '../../../src/core/translate/goToPython/library';
import { memberType, signatureOf } from '../../../src/core/translate/goToPython/library/signatures';
import { allTemplates } from '../../../src/core/translate/goToPython/library/table';
import { helpersOf, parseTemplate, placeholders } from '../../../src/core/translate/goToPython/library/template';

describe("Templates of Go's library", () => {
  it('are there', () => assert.ok(allTemplates.size > 400, `${allTemplates.size} templates`));

  it('can be read', () => {
    for (const [id, text] of allTemplates)
      assert.doesNotThrow(() => parseTemplate(text.replace(/^!\s*/, '')), `${id}: ${text}`);
  });

  it('name helpers that exist', () => {
    for (const [id, text] of allTemplates)
      for (const helper of helpersOf(text)) assert.ok(helperOf(helper as HelperName), `${id} names ${helper}`);
  });

  it('stand for members that the library knows, with arguments that these have', () => {
    const unknown: string[] = [];
    for (const [id, text] of allTemplates) {
      const signature = signatureOf(id);
      if (!signature && !memberType(id)) unknown.push(id);
      if (!signature) continue;
      const most = Math.max(-1, ...placeholders(text).map(one => (/\$\d/.test(one) ? Number(one[1]) : -1)));
      assert.ok(most < signature.params.length, `${id} has no argument ${most}`);
    }
    assert.deepEqual(unknown, []);
  });
});
