// What makes the page an app on the phone. It is loaded by the page alone, never by an embed.

import { inviteToInstall } from "./install.js";
import { isInstalled, make, offer } from "./offer.js";
import { keepOffline } from "./offline.js";
import { showProgress } from "./progress.js";

const routine = document.querySelector("supple-routine");

inviteToInstall(routine);
// A first visit doesn't load what it has no need of.
if (isInstalled()) import("./leaving.js").then(({ askBeforeLeaving }) => askBeforeLeaving(routine, make));
if (location.hash) import("./shortcut.js").then(({ followShortcut }) => followShortcut(routine, showProgress, offer));
keepOffline();
