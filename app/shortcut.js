// JavaScript because it reads the page's address before the widget is there.
//
// The app's shortcuts are addresses of its page: `#start` and `#progress`. `#add=…` brings a log from another device.
// @ts-check

import { app_link_broken, app_link_broken_ok } from "../messages/en.json";
import { showBanner } from "./banner.js";

/** @param {import("../element/supple.d.ts").SuppleRoutine} routine */
export async function followShortcut(routine) {
  const [shortcut, packed = ""] = location.hash.split("=", 2);
  if (!["#start", "#progress", "#add"].includes(shortcut)) return;
  // Reloading the page must not follow it again.
  history.replaceState(history.state, "", location.pathname + location.search);
  await customElements.whenDefined("supple-routine");
  try {
    if (shortcut === "#start") return await routine.start();
    await routine.showProgress();
    if (shortcut === "#add") await offerLog(packed, routine);
  } catch {
    // The routine could not be loaded, and says so itself.
  }
}

/**
 * Offers the log in the address as the backup file that it is.
 *
 * @param {string} packed
 * @param {import("../element/supple.d.ts").SuppleRoutine} routine
 */
async function offerLog(packed, routine) {
  let text;
  try {
    const { unpack } = await import("./hand-off/packing.js");
    text = await unpack(packed);
  } catch {
    showBanner(app_link_broken, [{ label: app_link_broken_ok }]);
    return;
  }
  await routine.offerBackup(text);
}
