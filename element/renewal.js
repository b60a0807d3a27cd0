// JavaScript because it loads the loader itself again.
//
// The loader has a fixed address, so a browser may have kept an old one whose files, which are named by their hashes, are
// gone from the site. A new one is fetched past the cache, and its way of loading takes the place of the old one's.
// @ts-check

/** @typedef {typeof import("./load.js")} Files */

/** Where the address of a loader is the site's own. A bundler makes it part of another file. */
const OWN_ADDRESS = "/embed/v1/supple.js";

/** Whether it was tried. */
let isTried = false;

/**
 * The functions of the newest loader, once, if an error may be because this one's files are gone; or else the error.
 *
 * @param {Error & { isStale?: boolean }} error
 * @returns {Promise<Files>}
 */
export async function renewed(error) {
  if (!error.isStale || isTried || !import.meta.url.endsWith(OWN_ADDRESS)) throw error;
  isTried = true;
  try {
    await fetch(import.meta.url, { cache: "reload" }); // for the next visit
    return await import(`${import.meta.url}?${Date.now()}`);
  } catch {
    throw error;
  }
}
