import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { needTool } from '../../support/toolchain';
import { goLibrary } from '../../../src/core/library/go';
import { parsePackage } from '../../../src/core/library/go/notation';
import type { LibraryMember } from '../../../src/core/library/library';
import { showType } from '../../../src/core/facts/show';
import type { FunctionType } from '../../../src/core/facts/types';

/** Packages that a program has to download; the rest come with Go. */
const elsewhere = new Set(['builtin', 'golang.org/x/sync/errgroup']);

const results = (type: FunctionType): number =>
  type.result.kind === 'none' ? 0 : type.result.kind === 'tuple' ? type.result.elts.length : 1;

function* linesOf(name: string, member: LibraryMember): Generator<string> {
  if (member.kind === 'function') {
    const { type } = member.overloads[0]!;
    const variadic = type.params.at(-1)?.variadic ?? false;
    yield `func ${name} ${type.params.length} ${results(type)} ${variadic} ${member.pointer ?? false}`;
  } else if (member.kind === 'class') {
    yield `type ${name}`;
    for (const [part, inner] of member.class.members) yield* linesOf(`${name}.${part}`, inner);
  } else yield `value ${name}`;
}

describe('the Go tables', () => {
  it('can all be read', () => {
    assert.ok(goLibrary.modules.length > 40);
    for (const path of goLibrary.modules) assert.ok(goLibrary.module(path)!.members.size > 0, path);
  });

  it('have the parameters and results that the packages have', function () {
    this.timeout(240_000);
    needTool(this, 'go');
    const paths = goLibrary.modules.filter(path => !elsewhere.has(path));
    const run = spawnSync('go', ['run', '.', ...paths], {
      cwd: join(__dirname, 'gosignatures'),
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      env: { ...process.env, GO111MODULE: 'off', CGO_ENABLED: '0' },
    });
    assert.ifError(run.error);
    assert.equal(run.status, 0, run.stderr);
    const real = new Set(run.stdout.trim().split('\n'));
    const ours = paths.flatMap(path =>
      [...goLibrary.module(path)!.members].flatMap(([name, member]) => [...linesOf(`${path}.${name}`, member)]),
    );
    // Older releases lack the newest functions; what they have has to agree.
    const names = new Set([...real].map(line => line.split(' ')[1]));
    const wrong = ours.filter(line => !real.has(line) && names.has(line.split(' ')[1]!));
    assert.deepEqual(wrong, []);
    const known = ours.filter(line => names.has(line.split(' ')[1]!));
    assert.ok(known.length > ours.length * 0.9, `${known.length} of ${ours.length}`);
  });
});

describe('the notation of the Go tables', () => {
  const read = (text: string) => parsePackage('p/q', text, name => `net/${name}`).members;
  const signature = (text: string): string => {
    const member = read(text).values().next().value as LibraryMember & { kind: 'function' };
    return showType(member.overloads[0]!.type);
  };

  it('reads parameters that share a type, and results', () => {
    assert.equal(signature('func F(a, b string, n int) (int, error)'), '(a: str, b: str, n: int) -> tuple[int, error]');
    assert.equal(signature('func F(int, []byte) error'), '(int, bytes) -> error');
    assert.equal(signature('func F(xs ...any)'), '(*xs: any) -> None');
  });

  it('reads functions, maps, channels and type parameters', () => {
    assert.equal(
      signature('func F[K comparable, V any](m map[K]V, f func(K, V) bool) iter.Seq2[K, V]'),
      '(m: dict[K, V], f: (K, V) -> bool) -> iterator[tuple[K, V]]',
    );
    assert.equal(signature('func F(c <-chan *T, d chan struct{})'), '(c: chan[*p/q.T], d: chan[struct{}]) -> None');
  });

  it('knows other packages by their short names', () => {
    assert.equal(signature('func F(u *url.URL) [4]byte'), '(u: *net/url.URL) -> array[4, byte]');
  });

  it('reads methods, fields and effects', () => {
    const member = read('type B struct\n  *Write(p []byte) (int, error) ! io self\n  Len() int\n  Name string').get(
      'B',
    );
    const { class: known } = member as LibraryMember & { kind: 'class' };
    const write = known.members.get('Write') as LibraryMember & { kind: 'function' };
    assert.equal(write.pointer, true);
    assert.deepEqual(write.overloads[0]!.effects, { impure: true, changes: ['self'], raises: [] });
    assert.equal((known.members.get('Len') as LibraryMember & { kind: 'function' }).pointer, undefined);
    assert.equal(known.members.get('Name')!.kind, 'value');
  });

  it('says which line cannot be read', () => {
    assert.throws(() => read('func F(a int'), /func F/);
    assert.throws(() => read('  Orphan() int'), /stands in no type/);
  });
});
