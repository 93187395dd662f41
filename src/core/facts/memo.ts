/**
 * Answers that may depend on each other in a circle. Where a circle closes, a stand-in is answered. What was worked out
 * on the strength of a stand-in is kept only until the question that it stands for has its own answer, so that the order
 * of the questions hardly changes the answers, and no part of a circle is worked out more than a few times.
 */
export interface Memo {
  /** The answer for `key`, from memory or by `compute`; `stand` where `key` is being answered already. */
  answer<Key extends object, Value>(memory: Map<Key, Value>, key: Key, stand: Value, compute: () => Value): Value;
}

/** Deeper than this and the call stack is in danger; generated code has chains of thousands of assignments. */
const maxStack = 150;

interface Open {
  depth: number;
  stand: unknown;
}

interface Provisional {
  value: unknown;
  /** The outermost question whose stand-in the value rests on. */
  lowest: number;
}

type AnyMap = Map<object, unknown>;

/** Makes an empty memory for one document. */
export function createMemo(): Memo {
  const open = new Map<AnyMap, Map<object, Open>>();
  const provisional = new Map<AnyMap, Map<object, Provisional>>();
  /** By depth: what has to be forgotten when the question at that depth is answered. */
  const resting: { entries: Map<object, Provisional>; key: object }[][] = [];
  let depth = 0;
  let lowest = Infinity;

  function forget(at: number): void {
    for (const { entries, key } of resting[at] ?? []) entries.delete(key);
    resting[at] = [];
  }

  function keep(memory: AnyMap, key: object, value: unknown): void {
    const entries = inner(provisional, memory);
    entries.set(key, { value, lowest });
    (resting[lowest] ??= []).push({ entries, key });
  }

  return {
    answer<Key extends object, Value>(memory: Map<Key, Value>, key: Key, stand: Value, compute: () => Value): Value {
      const known = memory.get(key);
      if (known !== undefined) return known;
      const all = memory as unknown as AnyMap;
      const waiting = provisional.get(all)?.get(key);
      if (waiting) {
        lowest = Math.min(lowest, waiting.lowest);
        return waiting.value as Value;
      }
      const asked = inner(open, all);
      const circle = asked.get(key);
      if (circle) {
        lowest = Math.min(lowest, circle.depth);
        return circle.stand as Value;
      }
      if (depth >= maxStack) {
        lowest = 1;
        return stand;
      }
      const mine = ++depth;
      const before = lowest;
      const entry: Open = { depth: mine, stand };
      lowest = Infinity;
      asked.set(key, entry);
      try {
        let value = compute();
        if (lowest === mine && value !== stand) {
          // The answer took part in itself: ask once more, now with something better than the stand-in.
          forget(mine);
          entry.stand = value;
          lowest = Infinity;
          value = compute();
        }
        if (lowest >= mine) {
          memory.set(key, value);
          lowest = Infinity;
        } else keep(all, key, value);
        return value;
      } finally {
        forget(mine);
        asked.delete(key);
        depth--;
        lowest = Math.min(lowest, before);
      }
    },
  };
}

function inner<Value>(of: Map<AnyMap, Map<object, Value>>, memory: AnyMap): Map<object, Value> {
  let found = of.get(memory);
  if (!found) of.set(memory, (found = new Map()));
  return found;
}
