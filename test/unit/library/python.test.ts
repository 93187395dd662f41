import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { needTool } from '../../support/toolchain';
import { pythonLibrary } from '../../../src/core/library/python';
import { parseModule } from '../../../src/core/library/python/notation';
import type { LibraryMember } from '../../../src/core/library/library';
import { showType } from '../../../src/core/facts/show';

const plain = (member: LibraryMember): unknown => {
  if (member.kind === 'function') return { kind: member.kind, overloads: member.overloads.map(one => one.type.params) };
  if (member.kind !== 'class') return { kind: member.kind };
  return { kind: member.kind, members: plainAll(member.class.members) };
};
const plainAll = (members: ReadonlyMap<string, LibraryMember>): Record<string, unknown> =>
  Object.fromEntries([...members].map(([name, member]) => [name, plain(member)]));

describe('the Python tables', () => {
  it('can all be read', () => {
    assert.ok(pythonLibrary.modules.length > 50);
    for (const name of pythonLibrary.modules) {
      assert.ok(pythonLibrary.module(name)!.members.size > 0, name);
    }
  });

  it('name parameters as the real modules do', function () {
    needTool(this, 'python');
    const tables = Object.fromEntries(
      pythonLibrary.modules.map(name => [name, plainAll(pythonLibrary.module(name)!.members)]),
    );
    const run = spawnSync('python3', ['-W', 'ignore', join(__dirname, 'signatures.py')], {
      input: JSON.stringify(tables),
      encoding: 'utf8',
    });
    assert.ifError(run.error);
    assert.equal(run.stdout, '');
    assert.ok(Number(/checked (\d+)/.exec(run.stderr)?.[1]) > 1500, run.stderr);
  });

  it('refer to classes that exist', () => {
    const missing = new Set<string>();
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const type = value as { kind?: string; name?: string };
      if (type.kind === 'instance' && type.name && !pythonLibrary.class(type.name)) missing.add(type.name);
      Object.values(value).forEach(look);
    };
    for (const name of pythonLibrary.modules) {
      for (const member of pythonLibrary.module(name)!.members.values()) {
        if (member.kind === 'function') look(member.overloads);
        else if (member.kind === 'value') look(member.type);
        else if (member.kind === 'class') {
          look(member.class.bases);
          for (const part of member.class.members.values()) look(part);
        }
      }
    }
    assert.deepEqual([...missing], []);
  });
});

describe('the notation of the Python tables', () => {
  const read = (text: string) => parseModule('m', text).members;

  it('reads defaults, stars and the slash', () => {
    const member = read('f(a: int, /, b?: str, *args: T, c: float, **kw: any) -> list[T]').get('f')!;
    assert.equal(member.kind, 'function');
    const { type } = (member as LibraryMember & { kind: 'function' }).overloads[0]!;
    assert.equal(showType(type), '(a: int, b?: str, *args: T, c: float, **kw: any) -> list[T]');
    assert.deepEqual(
      type.params.map(param => [param.positionalOnly ?? false, param.keywordOnly ?? false]),
      [
        [true, false],
        [false, false],
        [false, false],
        [false, true],
        [false, true],
      ],
    );
  });

  it('reads effects', () => {
    const member = read('f(xs: list[int]) -> None ! io xs KeyError').get('f') as LibraryMember & { kind: 'function' };
    assert.deepEqual(member.overloads[0]!.effects, { impure: true, changes: ['xs'], raises: ['builtins.KeyError'] });
  });

  it('tells overloads, class methods and awaited results', () => {
    const members = read(
      'class Box[T]\n  get() -> T\n  get(d: T) -> T | None\n  class make() -> Box[T]\n  async wait() -> int',
    );
    const { class: known } = members.get('Box') as LibraryMember & { kind: 'class' };
    const get = known.members.get('get') as LibraryMember & { kind: 'function' };
    const make = known.members.get('make') as LibraryMember & { kind: 'function' };
    const wait = known.members.get('wait') as LibraryMember & { kind: 'function' };
    assert.equal(get.overloads.length, 2);
    assert.equal(make.binding, 'class');
    assert.equal(showType(make.overloads[0]!.type.result), 'm.Box[T]');
    assert.equal(showType(wait.overloads[0]!.type.result), 'awaitable[int]');
  });

  it('says which line cannot be read', () => {
    assert.throws(() => read('f(a: int'), /not closed/);
    assert.throws(() => read('  orphan() -> int'), /stands in no class/);
  });
});
