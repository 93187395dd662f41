import assert from 'node:assert/strict';
import { createMatcher } from '../../../src/core/match';
import { analyse, found, idiom, search } from './support';

const ids = async (list: Parameters<typeof search>[0], code: string) =>
  (await search(list, 'python', code)).map(one => one.id);

describe('of several matches', () => {
  it('the one with more fixed nodes stays', async () => {
    const any = await idiom('python', 'abs($X)', [], 'a.any');
    const one = await idiom('python', 'abs(len($X))', [], 'b.one');
    assert.deepEqual(await ids([any, one], 'abs(len(1))\nabs(2)\n'), ['b.one', 'a.any']);
  });

  it('a statement stands for the expression that it is', async () => {
    const call = await idiom('python', 'abs($X)', [], 'a.call');
    const both = await idiom('python', 'abs($X)\nlen($X)', [], 'b.both');
    assert.deepEqual(await ids([call, both], 'def h():\n    abs(1)\n    len(1)\n'), ['b.both']);
  });

  it('one that resolves an import goes before one that does not', async () => {
    const plain = await idiom('python', '$M.join($X)', [], 'a.plain');
    const path = await idiom('python', 'import os.path\n\nos.path.join($X)', [], 'b.path');
    assert.deepEqual(await ids([plain, path], 'import os.path\nos.path.join(a)\n'), ['b.path']);
  });

  it('a narrower type goes before a wider one', async () => {
    const wide = await idiom('python', '$X in $XS', ['where: { XS: list }'], 'a.wide');
    const narrow = await idiom('python', '$X in $XS', ['where: { XS: "list[int]" }'], 'b.narrow');
    assert.deepEqual(await ids([wide, narrow], '1 in [1]\n'), ['b.narrow']);
  });

  it('outer and inner ones are both kept, the outer first', async () => {
    const outer = await idiom('python', 'for $X in $XS:\n    $$$B', [], 'z.outer');
    const inner = await idiom('python', 'print($X)', [], 'a.inner');
    assert.deepEqual(await ids([inner, outer], 'for x in xs:\n    print(x)\n'), ['z.outer', 'a.inner']);
  });

  it('a declaration may be several things, each idiom once', async () => {
    const decorated = await idiom('python', '@$$$D\ndef $F($$$P):\n    $$$B', [], 'a.function');
    const route = await idiom(
      'python',
      ['@$A.route($R)\ndef $F():\n    $$$B', '@$$$D\ndef $F():\n    $$$B'],
      [],
      'b.route',
    );
    assert.deepEqual(await ids([decorated, route], '@app.route("/")\ndef f():\n    pass\n'), ['a.function', 'b.route']);
  });

  it('those that only translate neither hide a hint nor are hidden', async () => {
    const hint = await idiom('python', 'abs($X)', [], 'a.hint');
    const syntax = await idiom('python', 'abs(1)', ['level: syntax'], 'b.syntax');
    assert.deepEqual(await ids([hint, syntax], 'abs(1)\n'), ['a.hint', 'b.syntax']);
  });

  describe('of a group', () => {
    const group = async () => [
      await idiom(
        'python',
        '$X in $XS',
        ['where: { XS: str }', 'group: { name: membership, order: 2 }'],
        'str.contains',
      ),
      await idiom(
        'python',
        '$X in $XS',
        ['where: { XS: list }', 'group: { name: membership, order: 1 }'],
        'list.contains',
      ),
      await idiom('python', '$X in $XS', ['where: { XS: dict }', 'group: { name: membership, order: 3 }'], 'dict.in'),
    ];

    it('the one that holds stands alone', async () => {
      const [one] = await search(await group(), 'python', 'x in "abc"\n');
      assert.equal(one?.id, 'str.contains');
      assert.deepEqual([one.match.certainty, one.match.alternatives], ['exact', []]);
    });

    it('the likeliest is shown where nothing is known, with the others', async () => {
      const all = await search(await group(), 'python', 'def f(x, xs):\n    return x in xs\n');
      assert.deepEqual(
        all.map(one => one.id),
        ['list.contains'],
      );
      assert.deepEqual(
        all[0]!.match.alternatives.map(({ id }) => id),
        ['str.contains', 'dict.in'],
      );
      assert.deepEqual(all[0]!.match.assumes, ['xs is a list']);
    });

    it('none is shown where all are refuted', async () => {
      assert.deepEqual(await found(await group(), 'python', '1 in (1, 2)\n'), []);
    });
  });

  it('the same text gives the same answer, whatever the order of the idioms', async () => {
    const list = [
      await idiom('python', 'abs($X)', [], 'a.one'),
      await idiom('python', '$F(1)', [], 'b.two'),
      await idiom('python', 'print($$$A)', [], 'c.three'),
    ];
    const code = 'print(abs(1), abs(2))\nprint(abs(1))\n';
    assert.deepEqual(await ids(list, code), await ids([...list].reverse(), code));
  });

  it('only those that are asked for are given', async () => {
    const list = [await idiom('python', 'abs($X)', [], 'a.one'), await idiom('python', 'len($X)', [], 'b.two')];
    const all = await search(list, 'python', 'abs(1)\nlen(1)\n', { only: ['b.two'] });
    assert.deepEqual(
      all.map(one => one.id),
      ['b.two'],
    );
  });
});

describe('the index', () => {
  it('offers a node the few patterns that can begin there, however many there are', async () => {
    const count = async (patterns: number): Promise<number> => {
      const idioms = await Promise.all(
        Array.from({ length: patterns }, (_, i) => idiom('python', `import m${i}\n\nm${i}.call($X)`, [], `a.i${i}`)),
      );
      const { file, facts } = await analyse('python', 'import m0\nfor x in xs:\n    m0.call(x)\n    other(x)\n');
      let candidates = 0;
      const matches = createMatcher(idioms).matchFile(file, facts, { onCandidate: () => candidates++ });
      assert.equal(matches.length, 1);
      return candidates;
    };
    assert.equal(await count(100), await count(1));
    assert.equal(await count(1), 1);
  });

  it('finds a sequence by its most telling statement', async () => {
    const pattern = await idiom('python', '$X = $Y\n$X.very_rare()');
    const { file, facts } = await analyse('python', 'def f():\n    a = 1\n    b = 2\n    b.very_rare()\n    c = 3\n');
    let candidates = 0;
    assert.equal(createMatcher([pattern]).matchFile(file, facts, { onCandidate: () => candidates++ }).length, 1);
    assert.equal(candidates, 1);
  });

  it('gives the same for units that are searched one by one', async () => {
    const pattern = await idiom('python', '$X = []\n$X.append($Y)');
    const { file, facts } = await analyse('python', 'a = []\na.append(1)\ndef f():\n    b = []\n    b.append(2)\n');
    const matcher = createMatcher([pattern]);
    const findings = file.units.map(unit => matcher.matchUnit(unit, facts));
    const starts = (matches: ReturnType<typeof matcher.join>) => matches.map(match => match.parts[0]!.start);
    assert.deepEqual(starts(matcher.join(file, findings, facts)), starts(matcher.matchFile(file, facts)));
    assert.equal(matcher.join(file, findings, facts).length, 2);
  });
});
