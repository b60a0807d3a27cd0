// What makes the page an app on the phone. It is loaded by the page alone, never by an embed.

import { inviteToInstall } from "./install.js";
import { isInstalled, make } from "./offer.js";
import { keepOffline } from "./offline.js";
import { followShortcut } from "./shortcut.js";

const routine = document.querySelector("supple-routine");

inviteToInstall(routine);
// In a browser there is no need of it, so that a first visit doesn't load it.
if (isInstalled()) import("./leaving.js").then(({ askBeforeLeaving }) => askBeforeLeaving(routine, make));
followShortcut(routine);
keepOffline();
