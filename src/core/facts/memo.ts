/**
 * Answers that may depend on each other in a circle. The first question of a circle is answered with a stand-in where
 * the circle closes, and what was worked out on the strength of that stand-in is not kept, so that the order of the
 * questions does not change the answers.
 */
export interface Memo {
  /** The answer for `key`, from memory or by `compute`; `stand` where `key` is being answered already. */
  answer<Key extends object, Value>(memory: Map<Key, Value>, key: Key, stand: Value, compute: () => Value): Value;
}

/**
 * Large circles are asked again and again while nothing in them is kept. After so many answers that were thrown away
 * they are kept all the same, which bounds the time at the price of a type that says less.
 */
const patience = 20_000;
/** Deeper than this and the call stack is in danger; generated code has chains of thousands of assignments. */
const maxStack = 150;

/** Makes an empty memory for one document. */
export function createMemo(): Memo {
  const depths = new Map<Map<object, unknown>, Map<object, number>>();
  let depth = 0;
  let thrownAway = 0;
  /** The outermost question at which a circle closed since it was last reset. */
  let lowest = Infinity;

  return {
    answer<Key extends object, Value>(memory: Map<Key, Value>, key: Key, stand: Value, compute: () => Value): Value {
      const known = memory.get(key);
      if (known !== undefined) return known;
      let asked = depths.get(memory as Map<object, unknown>);
      if (!asked) depths.set(memory as Map<object, unknown>, (asked = new Map()));
      const open = asked.get(key);
      if (open !== undefined || depth >= maxStack) {
        lowest = Math.min(lowest, open ?? 0);
        return stand;
      }
      const mine = ++depth;
      const before = lowest;
      lowest = Infinity;
      asked.set(key, mine);
      try {
        const value = compute();
        if (lowest >= mine || thrownAway > patience) {
          memory.set(key, value);
          lowest = Infinity;
        } else thrownAway++;
        return value;
      } finally {
        asked.delete(key);
        depth--;
        lowest = Math.min(lowest, before);
      }
    },
  };
}
