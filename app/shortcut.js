// JavaScript because it reads the page's address before the widget is there. It loads where there is something to follow.
//
// The app's shortcuts are addresses of its page: `#start` and `#progress`. `#add=…` brings a log from another device, and
// `#exercise=…` opens a card.
// @ts-check

import { app_link_broken, app_link_broken_ok } from "../messages/en.json";
import { isInSession } from "./in-session.js";

/** @typedef {{ name: string, packed: string }} Shortcut With what comes after its name: a log, or the id of an exercise. */

/**
 * The page that follows a shortcut.
 *
 * @typedef {object} Page
 * @property {import("../element/supple.d.ts").SuppleRoutine} routine
 * @property {typeof import("./banner.js").showBanner} showBanner
 */

/**
 * Follows the shortcut in a hash, if there is one.
 *
 * @param {string} hash
 * @param {Page} page
 */
export async function followShortcut(hash, page) {
  const shortcut = shortcutIn(hash);
  if (!shortcut) return;
  // Reloading the page must not follow it again.
  if (location.hash) history.replaceState(history.state, "", location.pathname + location.search);
  await customElements.whenDefined("supple-routine");
  const { routine } = page;
  try {
    // Where there is a session, this resumes it.
    if (shortcut.name === "start") return await routine.start();
    await outOfSession(page);
    if (shortcut.name === "exercise") return await openCard(shortcut.packed, page);
    await routine.showProgress();
    if (shortcut.name === "add") await offerLog(shortcut.packed, page);
  } catch {
    // The routine could not be loaded, and says so itself.
  }
}

/**
 * The shortcut in a hash. Messengers and mail programs encode it once more, and append what followed it in the text or
 * what they count clicks with.
 *
 * @param {string} hash
 * @returns {Shortcut | undefined}
 */
function shortcutIn(hash) {
  const [, name, packed = ""] = /^#\s*(start|progress|add|exercise)(?![\w-])[\s=]*(.*)/is.exec(decoded(hash)) ?? [];
  return name ? { name: name.toLowerCase(), packed } : undefined;
}

/**
 * A text without its percent-encoding, however often it was encoded.
 *
 * @param {string} text
 * @returns {string}
 */
function decoded(text) {
  try {
    const once = decodeURIComponent(text);
    return once === text ? text : decoded(once);
  } catch {
    return text;
  }
}

/**
 * Settled once no session is disturbed.
 *
 * @param {Page} page
 */
async function outOfSession({ routine }) {
  if (!isInSession(routine)) return;
  await new Promise((resolve) => routine.addEventListener("supple-complete", resolve, { once: true }));
}

/**
 * Opens the card of an exercise, and brings it into view.
 *
 * @param {string} id
 * @param {Page} page
 */
async function openCard(id, { routine }) {
  await routine.ready;
  const card = routine.shadowRoot?.getElementById(`card-${id}`);
  if (!(card instanceof HTMLDetailsElement)) return; // an old link, perhaps: the routine is there all the same
  card.open = true;
  card.querySelector("summary")?.focus({ preventScroll: true });
  card.scrollIntoView({ block: "start" });
}

/**
 * Offers the log in the address as the backup file that it is.
 *
 * @param {string} packed
 * @param {Page} page
 */
async function offerLog(packed, { routine, showBanner }) {
  let text;
  try {
    const { unpackWorn } = await import("./hand-off/packing.js");
    text = await unpackWorn(packed);
  } catch {
    showBanner(app_link_broken, [{ label: app_link_broken_ok }]);
    return;
  }
  await routine.offerBackup(text);
}
