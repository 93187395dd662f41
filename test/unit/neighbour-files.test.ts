import { deepEqual, equal } from 'node:assert/strict';
import { posix } from 'node:path';
import { createNeighbours } from '../../src/core';

const disk: Record<string, string> = {
  '/w/go.mod': 'module w',
  '/w/cmd/main.go': 'package main',
  '/w/cmd/util.go': 'package main // util',
  '/w/cmd/notes.txt': '',
  '/w/py/app.py': '',
  '/w/py/shapes.py': '# shapes',
  '/w/py/geo/__init__.py': '# geo',
  '/w/py/geo/deep.py': '# deep',
  '/w/py/__init__.py': '# py',
  '/w/base.py': '# base',
};

const neighbours = createNeighbours<string>({
  placeOf: uri => uri,
  uriOf: place => place,
  join: posix.join,
  list: async folder =>
    Object.keys(disk)
      .filter(path => posix.dirname(path) === folder)
      .map(path => posix.basename(path)),
  read: async path => disk[path],
});

const python = async (uri: string, module: string): Promise<string[]> =>
  (await neighbours.sources({ uri, language: 'python', module })).map(({ text }) => text);

describe('the files beside a document', () => {
  it('are the other Go files of its folder', async () => {
    const found = await neighbours.sources({ uri: '/w/cmd/main.go', language: 'go' });
    deepEqual(found, [{ uri: '/w/cmd/util.go', text: 'package main // util' }]);
  });

  it('are the module or the package that is imported relatively, at any height', async () => {
    deepEqual(await python('/w/py/app.py', '.shapes'), ['# shapes']);
    deepEqual(await python('/w/py/app.py', '.geo'), ['# geo']);
    deepEqual(await python('/w/py/app.py', '.geo.deep'), ['# deep']);
    deepEqual(await python('/w/py/app.py', '.'), ['# py']);
    deepEqual(await python('/w/py/app.py', '..base'), ['# base']);
    deepEqual(await python('/w/py/app.py', '.missing'), []);
  });

  it('have the nearest project file above them, and none where there is none', async () => {
    equal(await neighbours.project('/w/cmd/main.go', 'go.mod'), 'module w');
    equal(await neighbours.project('/w/py/app.py', 'pyproject.toml'), undefined);
  });
});
