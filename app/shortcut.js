// JavaScript because it reads the page's address before the widget is there.
//
// The app's shortcuts are addresses of its page: `#start` and `#progress`. `#add=…` brings a log from another device.
// They may come at any time: with the page, typed or pasted while it is open, or from the launcher of the installed app.
// @ts-check

import { app_link_broken, app_link_broken_ok } from "../messages/en.json";
import { isInSession } from "./back-guard.js";
import { showBanner } from "./banner.js";

/** @typedef {import("../element/supple.d.ts").SuppleRoutine} SuppleRoutine */
/** @typedef {{ name: string, packed: string }} Shortcut */
/** @typedef {{ setConsumer(consumer: (launch: { targetURL?: string | null }) => void): void }} LaunchQueue */

/** @param {SuppleRoutine} routine */
export function followShortcuts(routine) {
  const followAddress = () => {
    const shortcut = shortcutIn(location.hash);
    if (!shortcut) return;
    // Reloading the page must not follow it again.
    history.replaceState(history.state, "", location.pathname + location.search);
    follow(shortcut, routine);
  };
  followAddress();
  addEventListener("hashchange", followAddress);
  const { launchQueue } = /** @type {{ launchQueue?: LaunchQueue }} */ (/** @type {unknown} */ (globalThis));
  launchQueue?.setConsumer(({ targetURL }) => {
    // The launch that opened the page is in its address, and a reload repeats it: both come while the page loads.
    if (document.readyState !== "complete" || !targetURL) return;
    const shortcut = shortcutIn(new URL(targetURL).hash);
    if (shortcut) follow(shortcut, routine);
  });
}

/**
 * The shortcut in a hash. Messengers and mail programs encode it once more, and append what followed it in the text or
 * what they count clicks with.
 *
 * @param {string} hash
 * @returns {Shortcut | undefined}
 */
function shortcutIn(hash) {
  const [, name, packed = ""] = /^#\s*(start|progress|add)(?![\w-])[\s=]*(.*)/is.exec(decoded(hash)) ?? [];
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
 * @param {Shortcut} shortcut
 * @param {SuppleRoutine} routine
 */
async function follow({ name, packed }, routine) {
  await customElements.whenDefined("supple-routine");
  try {
    // Where there is a session, this resumes it.
    if (name === "start") return await routine.start();
    await outOfSession(routine);
    await routine.showProgress();
    if (name === "add") await offerLog(packed, routine);
  } catch {
    // The routine could not be loaded, and says so itself.
  }
}

/**
 * Settled once no session is disturbed.
 *
 * @param {SuppleRoutine} routine
 */
async function outOfSession(routine) {
  if (!isInSession(routine)) return;
  await new Promise((resolve) => routine.addEventListener("supple-complete", resolve, { once: true }));
}

/**
 * Offers the log in the address as the backup file that it is.
 *
 * @param {string} packed
 * @param {SuppleRoutine} routine
 */
async function offerLog(packed, routine) {
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
