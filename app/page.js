// JavaScript because it turns the page into an app on the phone. Only the site's page loads it, never an embed.
// @ts-check

import { isInstalled } from "./banner.js";
import { inviteToInstall } from "./install.js";
import { keepOffline } from "./offline.js";

const routine = /** @type {import("../element/supple.d.ts").SuppleRoutine} */ (
  document.querySelector("supple-routine")
);

inviteToInstall(routine);
// What a first visit doesn't need is loaded only where it is needed.
if (isInstalled()) import("./back-guard.js").then(({ guardBack }) => guardBack(routine));
if (location.hash) import("./shortcut.js").then(({ followShortcut }) => followShortcut(routine));
keepOffline();
