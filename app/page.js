// What makes the page an app on the phone. It is loaded by the page alone, never by an embed.

import { askBeforeLeaving } from "./leaving.js";
import { inviteToInstall } from "./install.js";
import { keepOffline } from "./offline.js";
import { followShortcut } from "./shortcut.js";

const routine = document.querySelector("supple-routine");

inviteToInstall(routine);
askBeforeLeaving(routine);
followShortcut(routine);
keepOffline();
