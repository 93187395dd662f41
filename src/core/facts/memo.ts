/**
 * Answers that may depend on each other in a circle. Where a circle closes, the best that is known so far is answered: a
 * stand-in at first. Whoever opened the circle asks again until what was answered on the way holds (a fixpoint), and all
 * answers of the circle are kept together, so that no part of it is worked out once more from outside.
 */
export interface Memo {
  /**
   * The answer for `key`, from memory or by `compute`; `stand` until something better is known. `same` says whether an
   * answer is as good as the one that others were given for it.
   */
  answer<Key extends object, Value>(
    memory: Map<Key, Value>,
    key: Key,
    stand: Value,
    compute: () => Value,
    same?: (a: Value, b: Value) => boolean,
  ): Value;
}

/** Deeper than this and the call stack is in danger (it ends near 500); generated code has chains of thousands. */
const maxStack = 250;

/** Most circles are at rest after two rounds; a type that grows with each round never is. */
const maxRounds = 4;

/** A question that is being answered, or whose answer waits for the circle that it is part of. */
interface Entry {
  memory: Map<object, unknown>;
  key: object;
  value: unknown;
  /** How many questions were open when it was asked; 0 while it is not being answered. */
  depth: number;
  /** The outermost open question on which the answer rests. */
  lowest: number;
  /** Answered in this round; else the value is that of the round before. */
  fresh: boolean;
  /** Somebody was given the value while it was being worked out. */
  read: boolean;
  /** Something that it rests on was given up for the sake of the stack. */
  cut: boolean;
}

/** Makes an empty memory for one document. */
export function createMemo(): Memo {
  const pending = new Map<object, Map<object, Entry>>();
  /** Answers that rest on open questions, in the order in which they were found. */
  const waiting: Entry[] = [];
  let depth = 0;
  let lowest = Infinity;
  /** Somebody was given a value that turned out to be another. */
  let restless = false;
  let cut = false;

  function entryFor(memory: Map<object, unknown>, key: object, stand: unknown): Entry {
    let entries = pending.get(memory);
    if (!entries) pending.set(memory, (entries = new Map()));
    let entry = entries.get(key);
    if (!entry) {
      entry = { memory, key, value: stand, depth: 0, lowest: 0, fresh: false, read: false, cut: false };
      entries.set(key, entry);
    }
    return entry;
  }

  const forget = (entry: Entry): void => void pending.get(entry.memory)!.delete(entry.key);

  function keep(entry: Entry): void {
    forget(entry);
    // An answer that was cut short serves this question only; asked from elsewhere it may reach further.
    if (!entry.cut) entry.memory.set(entry.key, entry.value);
  }

  /** Works the entry out, again and again where it is the outermost question of a circle that is not at rest. */
  function settle(entry: Entry, compute: () => unknown, same: (a: unknown, b: unknown) => boolean): void {
    const mark = waiting.length;
    let old: Entry[] = [];
    for (let round = 1; ; round++) {
      lowest = Infinity;
      restless = cut = entry.read = false;
      const value = compute();
      if (entry.read && !same(value, entry.value)) restless = true;
      entry.value = value;
      if (lowest < entry.depth || !restless || cut || round === maxRounds) break;
      const again = waiting.splice(mark);
      for (const one of again) one.fresh = false;
      old = old.concat(again);
    }
    for (const one of old) if (!one.fresh) forget(one);
    entry.cut = cut;
    if (lowest >= entry.depth) {
      for (const one of waiting.splice(mark)) {
        one.cut ||= cut && restless;
        keep(one);
      }
      entry.cut = false;
      keep(entry);
      lowest = Infinity;
      restless = cut = false;
    } else {
      // What rests on this question rests on what it waits for.
      for (let i = mark; i < waiting.length; i++) {
        const one = waiting[i]!;
        if (one.lowest >= entry.depth) one.lowest = lowest;
      }
      entry.fresh = true;
      entry.lowest = lowest;
      waiting.push(entry);
    }
  }

  return {
    answer(memory, key, stand, compute, same = Object.is) {
      const known = memory.get(key);
      if (known !== undefined) return known;
      type Value = typeof stand;
      const entry = entryFor(memory as unknown as Map<object, unknown>, key, stand);
      if (entry.depth > 0) {
        entry.read = true;
        lowest = Math.min(lowest, entry.depth);
        return entry.value as Value;
      }
      if (entry.fresh) {
        lowest = Math.min(lowest, entry.lowest);
        cut ||= entry.cut;
        return entry.value as Value;
      }
      if (depth >= maxStack) {
        lowest = 1;
        cut = true;
        return entry.value as Value;
      }
      const before = { lowest, restless, cut };
      const mark = waiting.length;
      entry.depth = ++depth;
      try {
        settle(entry, compute, same as (a: unknown, b: unknown) => boolean);
      } catch (error) {
        for (const one of waiting.splice(mark)) forget(one);
        forget(entry);
        throw error;
      } finally {
        entry.depth = 0;
        depth--;
        lowest = Math.min(lowest, before.lowest);
        restless ||= before.restless;
        cut ||= before.cut;
      }
      return entry.value as Value;
    },
  };
}
