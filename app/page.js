// JavaScript because it turns the page into an app on the phone. Only the site's page loads it, never an embed.
// @ts-check

import { guardBack } from "./back-guard.js";
import { isInstalled } from "./banner.js";
import { inviteToInstall } from "./install.js";
import { keepOffline } from "./offline.js";
import { followShortcuts } from "./shortcut.js";

const routine = /** @type {import("../element/supple.d.ts").SuppleRoutine} */ (
  document.querySelector("supple-routine")
);

inviteToInstall(routine);
if (isInstalled()) guardBack(routine);
followShortcuts(routine);
keepOffline();
