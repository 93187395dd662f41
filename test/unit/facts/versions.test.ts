import assert from 'node:assert/strict';
import {
  compareVersions,
  goVersion,
  minimumVersion,
  pyprojectVersion,
  pythonVersionFile,
  readVersions,
  setupCfgVersion,
} from '../../../src/core/facts/versions';

describe('project versions', () => {
  it('come from the go line of go.mod', () => {
    assert.equal(goVersion('module x\n\ngo 1.22.3 // why\n\ntoolchain go1.24.0\n'), '1.22');
    assert.equal(goVersion('module x\n/* go 1.10 */\n  go 1.21rc1\n'), '1.21');
    assert.equal(goVersion('module go.example/go 1.2\n'), undefined);
    assert.equal(goVersion(''), undefined);
  });

  it('come from requires-python, in PEP 621 and in Poetry', () => {
    assert.equal(pyprojectVersion('[project]\nname = "x"\nrequires-python = ">=3.9,<4"\n'), '3.9');
    assert.equal(pyprojectVersion("[project]\nrequires-python='~=3.11.2'"), '3.11');
    assert.equal(pyprojectVersion('[tool.poetry.dependencies]\npython = "^3.10"\n'), '3.10');
    assert.equal(pyprojectVersion('[tool.poetry.dependencies]\npython = { version = ">=3.8" }\n'), '3.8');
    assert.equal(pyprojectVersion('[tool.other]\nrequires-python = ">=3.9"\n'), undefined);
    assert.equal(pyprojectVersion('[[[\u0000 = "'), undefined);
  });

  it('come from setup.cfg and .python-version', () => {
    assert.equal(setupCfgVersion('[options]\npython_requires = >=3.7 ; x\n'), '3.7');
    assert.equal(setupCfgVersion('[options]\npython_requires =\n    >=3.8\n'), '3.8');
    assert.equal(setupCfgVersion('[options]\n'), undefined);
    assert.equal(pythonVersionFile('# comment\npypy3.9-7.3\n3.12.1\n'), '3.12');
    assert.equal(pythonVersionFile('system\n'), undefined);
  });

  it('are the lowest that a specifier lets through', () => {
    const cases: [string, string | undefined][] = [
      ['>=3.8', '3.8'],
      ['>= 3.8, != 3.9.0, < 4', '3.8'],
      ['<4,>=3.10', '3.10'],
      ['==3.11.*', '3.11'],
      ['^3.9 || ^3.12', '3.9'],
      ['3.11', '3.11'],
      ['>3', '3.0'],
      ['*', undefined],
      ['<4', undefined],
      ['nonsense', undefined],
    ];
    for (const [text, version] of cases) assert.equal(minimumVersion(text), version, text);
  });

  it('compare by number', () => {
    assert.ok(compareVersions('3.9', '3.10') < 0);
    assert.ok(compareVersions('1.22', '1.22.0') === 0);
    assert.ok(compareVersions('2', '1.99') > 0);
  });

  it('are absent where the host fails', async () => {
    const host = { sources: async () => [], project: () => Promise.reject(new Error('away')) };
    assert.deepEqual(await readVersions(host, 'file:///a.py', 'python'), {});
    assert.deepEqual(await readVersions(host, 'file:///a.go', 'go'), {});
  });

  it('are asked for in the order of the files that decide', async () => {
    const files: Record<string, string> = { 'setup.cfg': 'python_requires = >=3.8', '.python-version': '3.12' };
    const host = { sources: async () => [], project: async (_: string, file: string) => files[file] };
    assert.deepEqual(await readVersions(host, 'file:///a.py', 'python'), { python: '3.8' });
  });
});
