import assert from 'node:assert/strict';
import { acrossIdioms, formatProblem } from '../../../scripts/compile-catalog';
import type { Idiom } from '../../../src/core/catalog/idiom';
import { compile, whole } from './support';

async function idioms(...changes: Partial<Idiom>[]): Promise<Idiom[]> {
  const { idiom } = await compile(whole);
  return changes.map((change, i) => ({ ...idiom!, id: `list.i${i}`, title: `Title ${i}`, ...change }));
}

describe('what is checked across the catalog', () => {
  it('says nothing of idioms that agree', async () => {
    const list = await idioms({ roles: { request: 'r' } }, { needs: ['request'] });
    assert.deepEqual(acrossIdioms(list), []);
  });

  it('names a role that no idiom gives', async () => {
    const [problem] = acrossIdioms(await idioms({ needs: ['request'] }));
    assert.equal(formatProblem(problem!), 'catalog/list/i0.md:1: No idiom gives the role "request".');
  });

  it('names two idioms of one title', async () => {
    const problems = acrossIdioms(await idioms({ title: 'Same' }, { title: 'Same' }));
    assert.deepEqual(problems.map(formatProblem), ['catalog/list/i1.md:1: list.i0 has the title "Same" too.']);
  });

  it('names two idioms at one place of a group', async () => {
    const group = { name: 'membership', order: 1 };
    const problems = acrossIdioms(await idioms({ group }, { group }, { group: { ...group, order: 2 } }));
    assert.deepEqual(problems.map(formatProblem), [
      'catalog/list/i1.md:1: list.i0 has the same place in group "membership".',
    ]);
  });
});
