/** A repeatable source of chance: the same seed gives the same values in the same order. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  /** One of the items. Throws RangeError for an empty list. */
  pick<T>(items: readonly T[]): T;
  /** Up to `count` different items, in random order. */
  sample<T>(items: readonly T[], count: number): T[];
  bytes(count: number): Uint8Array;
}

/** Marsaglia's xorshift128: plenty for demo data, never for secrets. */
export function createRandom(seed: number): Random {
  const state = expandSeed(seed);
  const next = () => nextUint32(state);
  const int = (min: number, max: number) => min + (next() % (max - min + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError("Nothing to pick from.");
    return items[int(0, items.length - 1)] as T;
  };
  return {
    int,
    chance: (probability) => next() < probability * 2 ** 32,
    pick,
    sample: (items, count) => {
      const rest = [...items];
      const taken = Math.min(count, rest.length);
      return Array.from({ length: taken }, () => rest.splice(int(0, rest.length - 1), 1)).flat();
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => next() >>> 24),
  };
}

/** Spreads a small seed over the whole state, so that neighbouring seeds share nothing. */
function expandSeed(seed: number): Uint32Array {
  const state = new Uint32Array(4);
  let mixed = seed >>> 0;
  for (let i = 0; i < state.length; i++) {
    mixed = (mixed + 0x9e3779b9) >>> 0;
    let word = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    state[i] = (word ^ (word >>> 16)) | 1;
  }
  return state;
}

function nextUint32(state: Uint32Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = state;
  const shifted = a ^ (a << 11);
  state.set([b, c, d, d ^ (d >>> 19) ^ shifted ^ (shifted >>> 8)]);
  return state[3] ?? 0;
}
