import assert from 'node:assert/strict';
import { seen } from '../../../src/core/facts/python/trial/shapes';
import { ask } from './support';

const numbersShown = async (text: string, at: string): Promise<number | undefined> => {
  const { facts, node } = await ask('python', text);
  return facts.shown?.(node(at))?.numbers;
};

describe('the trial run of a Python program', () => {
  it('finds the numbers that outgrow 64 bits, also where they are declared as int', async () => {
    const { types } = await ask(
      'python',
      `def product(n: int) -> int:
    result: int = 1
    for i in range(2, n + 1):
        result *= i
    return result

small = 3 * 4
large = product(30)
hashed = (large * 31) & 0xFFFF
cut = (small * 9999999999999999) * 9999999999999999 & 0xFFFFFFFF
`,
    );
    const { product, large, small, cut } = types();
    assert.match(product ?? '', /Int$/);
    assert.match(large ?? '', /Int$/);
    assert.equal(small, 'int');
    assert.equal(cut, 'int');
  });

  it('leaves numbers that stay small alone', async () => {
    const { types } = await ask(
      'python',
      'def product(n):\n    return 1 if n < 2 else n * product(n - 1)\n\nresult = product(20)\n',
    );
    assert.equal(types()['result'], 'int');
  });

  it('tells whole numbers from floats where they become text', async () => {
    const half = 'def half(x):\n    return x / 2 if x % 2 else x // 2\n\n';
    assert.equal(await numbersShown(`${half}print(half(4))`, 'half(4)'), seen.int);
    assert.equal(await numbersShown(`${half}print(half(5))`, 'half(5)'), seen.fraction);
    const both = 'for v in (1, 2.0):\n    w = v\n    print(w)\n';
    const { facts, file } = await ask('python', both);
    const loop = file.units[0]!.node as unknown as { body: { value: { args: never[] } }[] };
    assert.equal(facts.shown?.(loop.body[1]!.value.args[0]!)?.numbers, seen.int | seen.wholeFloat);
  });

  it('sees what the text of a dataclass shows', async () => {
    const { facts } = await ask(
      'python',
      'from dataclasses import dataclass\n\n@dataclass\nclass P:\n    x: float\n\nprint([P(1)])\n',
    );
    assert.equal(facts.shown?.('P.x')?.numbers, seen.int);
  });

  it('ends, and says that it does not know the rest', async () => {
    for (const text of [
      'while True:\n    pass\n',
      'def f(n):\n    return f(n + 1)\n\nf(0)\n',
      'n = int(input())\nif n:\n    print(n)\n',
    ]) {
      const { facts } = await ask('python', text);
      assert.equal(facts.isTried, false, text);
    }
    const { facts } = await ask('python', 'x = [n * n for n in range(3)]\nprint(x)\n');
    assert.equal(facts.isTried, true);
  });

  it('forgets what code may have changed that it could not follow', async () => {
    const text = `total = [1]
def change(n):
    if input() == "x":
        total[0] = 2.0
change(1)
print(total[0])
`;
    const { facts, node } = await ask('python', text);
    assert.equal(facts.shown?.(node('total[0]', 1))?.numbers, seen.unknown);
  });
});
