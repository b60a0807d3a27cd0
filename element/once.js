// JavaScript because it is about `import()` and `fetch()`, of which every late part of the widget makes the same use.
// @ts-check

/**
 * A way to load something once, whoever asks for it. After a failure, the next call tries again.
 *
 * @template {unknown[]} Given
 * @template Loaded
 * @param {(fragment: string, ...given: Given) => Promise<Loaded>} load Gets a fragment for the address of a module: one
 *   whose start has failed can't be used again, and at another address it is another module.
 * @returns {(...given: Given) => Promise<Loaded>}
 */
export function once(load) {
  /** @type {Promise<Loaded> | undefined} */
  let loading;
  let attempts = 0;
  return (...given) => {
    if (!loading) {
      attempts += 1;
      loading = load(attempts > 1 ? `#${attempts}` : "", ...given);
      loading.catch(() => (loading = undefined));
    }
    return loading;
  };
}
