// localStorage. Where a page has none, or may not use it, already asking for it throws.

/** Firefox has a name of its own for it. */
const FULL = ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"];

let found;

/** The page's localStorage, from the first time that the page gives it. */
const storage = () => (found ??= window.localStorage);

/** The value under a key, if there is one. Throws where nothing can be had. */
export const get = (key) => storage().getItem(key) ?? undefined;

/** Keeps a value under a key. Whether that failed since the storage is full; throws where it failed otherwise. */
export function set(key, value) {
  try {
    storage().setItem(key, value);
    return false;
  } catch (error) {
    if (FULL.includes(error?.name)) return true;
    throw error;
  }
}

/** Throws where nothing can be removed. */
export const remove = (key) => storage().removeItem(key);

/**
 * The keys that begin with a prefix, in order, as JSON. All in one call: asking for ten thousand keys one by one takes ten times
 * as long. Throws where nothing can be had.
 */
export const keys = (prefix) => JSON.stringify(Object.keys(storage()).filter((key) => key.startsWith(prefix)).sort());
