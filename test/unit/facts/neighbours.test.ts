import assert from 'node:assert/strict';
import { createFacts } from '../../../src/core/facts';
import type { Neighbours } from '../../../src/core/facts/facts';
import { createNeighbourReader, defaultLimits, relativeImports } from '../../../src/core/facts/neighbours';
import { showType } from '../../../src/core/facts/show';
import type { PythonFile } from '../../../src/core/syntax/python/ast';
import { parsers } from '../../support/parsers';
import { lower } from './support';

interface Request {
  uri: string;
  language: string;
  module?: string;
}

function host(files: (request: Request) => { uri: string; text: string }[]): Neighbours & { asked: Request[] } {
  const asked: Request[] = [];
  return {
    asked,
    async sources(request) {
      asked.push(request);
      return files(request);
    },
    project: async (_, file) => (file === 'go.mod' ? 'go 1.22\n' : undefined),
  };
}

describe('neighbouring files', () => {
  it('are the Go files of the same package', async () => {
    const beside = host(() => [
      { uri: 'file:///a.go', text: 'package p\n' },
      { uri: 'file:///b.go', text: 'package p\ntype T struct{ N int }\nfunc F() T { return T{} }\n' },
      { uri: 'file:///b_test.go', text: 'package p_test\nfunc F() string { return "" }\n' },
    ]);
    const read = createNeighbourReader(beside, parsers);
    const file = await lower('go', 'package p\nvar x = F().N\n');
    const { versions, neighbours } = await read('file:///a.go', 'go', file);
    assert.deepEqual(versions, { go: '1.22' });
    assert.deepEqual(
      neighbours.map(one => one.uri),
      ['file:///b.go'],
    );
    const facts = createFacts({ file, language: 'go', versions, neighbours });
    const x = facts.module.symbols.get('x')!;
    assert.equal(showType(facts.typeOf(x.uses[0]!)), 'int');
  });

  it('are the relatively imported Python modules, without the bodies of their functions', async () => {
    const texts: Record<string, string> = {
      '.shapes':
        'class Point:\n    def __init__(self, x: int):\n        self.x = x\n    def norm(self) -> float:\n        return 1.0\n\ndef make(n: int) -> Point:\n    return Point(n)\n\ndef untyped():\n    return 1\nLIMIT = 3\n',
    };
    const beside = host(request => {
      const text = texts[request.module ?? ''];
      return text === undefined ? [] : [{ uri: `file:///${request.module}.py`, text }];
    });
    const read = createNeighbourReader(beside, parsers);
    const file = await lower(
      'python',
      'from .shapes import Point, make, untyped, LIMIT\nfrom . import shapes\nfrom .gone import other\np = make(1)\nx = p.x\nn = p.norm()\nu = untyped()\nm = LIMIT\nq = shapes.Point(1)\no = other()\n',
    );
    assert.deepEqual(relativeImports(file as PythonFile), ['.shapes', '.gone']);
    const { neighbours } = await read('file:///a.py', 'python', file);
    const facts = createFacts({ file, language: 'python', neighbours });
    const type = (name: string) => showType(facts.typeOf(facts.module.symbols.get(name)!.uses[0]!));
    assert.deepEqual(['p', 'x', 'n', 'u', 'm', 'q', 'o'].map(type), [
      '.shapes.Point',
      'int',
      'float',
      '?',
      'int',
      '.shapes.Point',
      '?',
    ]);
    assert.equal(facts.typeDeclaration('.shapes.Point')!.methods.length, 2);
  });

  it('are asked for once in a while and parsed once for each text', async () => {
    const beside = host(() => [{ uri: 'file:///b.go', text: 'package p\nfunc F() int { return 1 }\n' }]);
    const read = createNeighbourReader(beside, parsers);
    const file = await lower('go', 'package p\n');
    const [first, second] = [await read('file:///a.go', 'go', file), await read('file:///a.go', 'go', file)];
    assert.equal(beside.asked.length, 1);
    assert.equal(first.neighbours[0]!.file, second.neighbours[0]!.file);
  });

  it('are bounded in number and size', async () => {
    const many = Array.from({ length: 10 }, (_, i) => ({ uri: `file:///f${i}.go`, text: 'package p\n// 45678901\n' }));
    const file = await lower('go', 'package p\n');
    const byCount = createNeighbourReader(
      host(() => many),
      parsers,
      { ...defaultLimits, files: 3 },
    );
    assert.equal((await byCount('file:///a.go', 'go', file)).neighbours.length, 3);
    const bySize = createNeighbourReader(
      host(() => many),
      parsers,
      { ...defaultLimits, size: 50 },
    );
    assert.equal((await bySize('file:///a.go', 'go', file)).neighbours.length, 2);
  });

  it('that come late are there the next time', async () => {
    let arrive = (): void => undefined;
    const late = new Promise<void>(resolve => (arrive = resolve));
    const slow: Neighbours = {
      async sources() {
        await late;
        return [{ uri: 'file:///b.go', text: 'package p\nfunc F() {}\n' }];
      },
      project: async () => undefined,
    };
    const read = createNeighbourReader(slow, parsers, { ...defaultLimits, patience: 5 });
    const file = await lower('go', 'package p\n');
    assert.equal((await read('file:///a.go', 'go', file)).neighbours.length, 0);
    arrive();
    await new Promise(resolve => setTimeout(resolve, 50));
    assert.equal((await read('file:///a.go', 'go', file)).neighbours.length, 1);
  });

  it('of a host that fails are none', async () => {
    const broken: Neighbours = {
      sources: () => Promise.reject(new Error('away')),
      project: () => Promise.reject(new Error('away')),
    };
    const read = createNeighbourReader(broken, parsers);
    assert.deepEqual(await read('file:///a.go', 'go', await lower('go', 'package p\n')), {
      versions: {},
      neighbours: [],
    });
  });
});
