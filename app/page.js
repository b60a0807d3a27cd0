// JavaScript because it turns the page into an app on the phone. Only the site's page loads it, never an embed.
// @ts-check

import { create } from "../element/create.js";
import { isInstalled, showBanner } from "./banner.js";
import { orderRoutines, rememberRoutine } from "./chosen-routines.js";
import { inviteToInstall } from "./install.js";
import { keepOffline } from "./offline.js";

/** @typedef {{ setConsumer(consumer: (launch: { targetURL?: string | null }) => void): void }} LaunchQueue */

/** How long the widget may take before the site is kept for offline use beside it, in milliseconds. */
const PATIENCE_MS = 10_000;

const routine = /** @type {import("../element/supple.d.ts").SuppleRoutine} */ (
  document.querySelector("supple-routine")
);

inviteToInstall(routine);
if (isInstalled()) import("./back-guard.js").then(({ guardBack }) => guardBack(routine, create));
const others = document.querySelector(".supple-page-more ul");
orderRoutines(others);
if (keepsRoutines()) import("./kept-routines.js").then(({ keptItems }) => others?.prepend(...keptItems("routines/shared/")));
routine.addEventListener("supple-start", ({ detail }) => rememberRoutine(detail.routine));
followAddresses();
onceSettled().then(() => keepOffline(new URL("./", import.meta.url).href));

/**
 * Settled once the widget works, can't be had, or is in no hurry: what is kept for offline use would compete with it for a
 * slow network and a slow processor.
 */
function onceSettled() {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    const settle = () => {
      clearTimeout(timer); // a page that is idle wakes for nothing
      resolve(undefined);
    };
    for (const event of ["supple-ready", "supple-error"]) routine.addEventListener(event, settle, { once: true });
  });
}

/** Whether the person keeps routines of other authors. Few do, so what lists them isn't loaded to find that out. */
function keepsRoutines() {
  try {
    return localStorage.getItem("supple:site:kept") !== null;
  } catch {
    return false;
  }
}

/**
 * Follows addresses that ask for something, whenever they come: with the page, typed or pasted while it is open, or from
 * the launcher of the installed app. Few visits have one, so what follows them loads then.
 */
function followAddresses() {
  const follow = async (/** @type {string} */ hash) => {
    const { followShortcut } = await import("./shortcut.js");
    followShortcut(hash, { routine, showBanner });
  };
  const followHash = () => location.hash && follow(location.hash);
  followHash();
  addEventListener("hashchange", followHash);
  const { launchQueue } = /** @type {{ launchQueue?: LaunchQueue }} */ (/** @type {unknown} */ (globalThis));
  launchQueue?.setConsumer(({ targetURL }) => {
    // The launch that opened the page is in its address, and a reload repeats it: both come while the page loads.
    if (document.readyState === "complete" && targetURL) follow(new URL(targetURL).hash);
  });
}
