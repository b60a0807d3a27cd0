// Reproducible random numbers: the same seed gives the same numbers.

/** The seed of this run. Set SUPPLE_SEED to the seed printed by an earlier run to repeat it. */
export const seed = Number(process.env.SUPPLE_SEED ?? Date.now() % 1_000_000);

/** A random number generator with its own series for each name (mulberry32). */
export function randomNumbers(name) {
  let state = [...name].reduce((hash, char) => Math.imul(hash ^ char.codePointAt(0), 16_777_619), seed) >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** A random integer from 0 to below a limit. */
    below: (limit) => Math.floor(number() * limit),
    /** A random item. */
    oneOf: (several) => several[Math.floor(number() * several.length)],
  };
}
