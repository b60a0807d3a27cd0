// After a session that was gone through, the page invites once to keep it as an app, and asks the browser to keep what is
// stored.

import { offer } from "./offer.js";

const KEY = "supple:app";

export function inviteToInstall(routine) {
  let prompt;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // asked for at a better moment
    prompt = event;
  });
  addEventListener("appinstalled", () => (prompt = undefined));
  routine.addEventListener("supple-complete", ({ detail }) => {
    if (!detail.complete) return;
    navigator.storage?.persist?.().catch(() => {}); // where it isn't granted, nothing is worse than before
    if (wasAnswered()) return;
    if (prompt) {
      offer("Keep Supple as an app: it works without a network, and opens with one tap.", {
        Install: () => install(prompt),
        "No, thanks": remember,
      });
    } else if (navigator.standalone === false) {
      // Safari on iPhone and iPad has no prompt, and this property alone tells it.
      offer("Keep Supple on your home screen: tap Share, then “Add to Home Screen”. It works without a network.", {
        "Got it": remember,
      });
    }
  });
}

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
