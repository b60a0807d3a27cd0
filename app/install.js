// After a session that was gone through, the page invites once to keep it as an app, and asks the browser to keep what is
// stored. Where the browser may remove it all the same, it says so, once, and leads to the backup file.

import { isInstalled, offer } from "./offer.js";
import { showProgress } from "./progress.js";

const KEY = "supple:app";
const HOW_TO_KEEP = "Keep Supple on your home screen: tap Share, then “Add to Home Screen”. It works without a network.";
/** What WebKit's tracking prevention does, as https://webkit.org/tracking-prevention/ tells. */
const MAY_BE_REMOVED = "This browser removes what a site has saved after seven days of use without a visit to it. A backup file keeps your progress.";

export function inviteToInstall(routine) {
  let prompt;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // asked for at a better moment
    prompt = event;
  });
  addEventListener("appinstalled", () => (prompt = undefined));
  routine.addEventListener("supple-complete", async ({ detail }) => {
    if (!detail.complete) return;
    // Where it isn't granted, nothing is worse than before.
    const isKept = await navigator.storage?.persist?.().catch(() => false);
    if (wasAnswered()) return;
    const mayBeRemoved = !isKept && isWebKit() && !isInstalled();
    if (prompt) {
      offer("Keep Supple as an app: it works without a network, and opens with one tap.", {
        Install: () => install(prompt),
        "No, thanks": remember,
      });
      return;
    }
    // Safari on iPhone and iPad has no prompt, and this property alone tells it.
    const sentences = [navigator.standalone === false && HOW_TO_KEEP, mayBeRemoved && MAY_BE_REMOVED].filter(Boolean);
    if (sentences.length === 0) return;
    const toBackup = () => {
      remember();
      showProgress(routine);
    };
    offer(sentences.join(" "), { "Got it": remember, ...(mayBeRemoved && { "Save a backup": toBackup }) });
  });
}

/** Every browser on an iPhone is one, whatever its name. */
const isWebKit = () => navigator.vendor.startsWith("Apple");

async function install(prompt) {
  prompt.prompt();
  await prompt.userChoice;
  remember();
}

/** Whether the person has answered, in this visit or in one before. */
let answered = false;

function wasAnswered() {
  try {
    return answered || JSON.parse(localStorage.getItem(KEY))?.install === "answered";
  } catch {
    return answered;
  }
}

function remember() {
  answered = true;
  try {
    // What can't be read is somebody else's, and stays.
    const kept = JSON.parse(localStorage.getItem(KEY)) ?? {};
    localStorage.setItem(KEY, JSON.stringify({ ...kept, version: 1, install: "answered" }));
  } catch {
    // It is remembered as long as the page is open.
  }
}
