// Chance, for names that must not collide.

/** A whole number below 2 to the 32nd, as random as the browser can. */
export function random() {
  try {
    return crypto.getRandomValues(new Uint32Array(1))[0];
  } catch {
    return Math.random() * 2 ** 32;
  }
}
