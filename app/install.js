// JavaScript because installing and persistent storage concern the whole site, and no embed.
//
// After a session that was completed, the page invites the person, once, to keep it as an app, and asks the browser to
// keep what is stored. Where the browser may delete it all the same, the page says so, once, and leads to the backup
// file.
// @ts-check

import {
  app_install, app_install_by_hand, app_install_decline, app_install_offer, app_save_backup, app_storage_may_be_cleared,
  app_understood,
} from "../messages/en.json";
import { isInstalled, isStandalone, showBanner } from "./banner.js";

const KEY = "supple:app";

/** @typedef {Event & { prompt(): Promise<unknown>, userChoice: Promise<unknown> }} BeforeInstallPromptEvent */

/** @param {import("../element/supple.d.ts").SuppleRoutine} routine */
export function inviteToInstall(routine) {
  /** @type {BeforeInstallPromptEvent | undefined} */
  let prompt;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // there is a better moment for it
    prompt = /** @type {BeforeInstallPromptEvent} */ (event);
  });
  addEventListener("appinstalled", () => (prompt = undefined));
  routine.addEventListener("supple-complete", async ({ detail }) => {
    if (!detail.complete) return;
    // If this is refused, things are as they were.
    const isPersistent = await navigator.storage?.persist?.().catch(() => false);
    if (wasAnswered()) return;
    const mayBeCleared = !isPersistent && isWebKit() && !isInstalled();
    const installable = prompt;
    if (installable) {
      showBanner(app_install_offer, [
        { label: app_install, act: () => install(installable) },
        { label: app_install_decline, act: rememberAnswer },
      ]);
      return;
    }
    // Safari on iPhone and iPad has no prompt, so the page explains how to do it by hand.
    const sentences = [isStandalone() === false && app_install_by_hand, mayBeCleared && app_storage_may_be_cleared];
    const text = sentences.filter(Boolean).join(" ");
    if (!text) return;
    const answers = [{ label: app_understood, act: rememberAnswer }];
    if (mayBeCleared) {
      const toBackup = () => {
        rememberAnswer();
        routine.showProgress();
      };
      answers.push({ label: app_save_backup, act: toBackup });
    }
    showBanner(text, answers);
  });
}

/**
 * Every browser on an iPhone is WebKit, whatever its name. Its tracking prevention deletes what sites have stored
 * (https://webkit.org/tracking-prevention/).
 */
const isWebKit = () => navigator.vendor.startsWith("Apple");

/** @param {BeforeInstallPromptEvent} prompt */
async function install(prompt) {
  prompt.prompt();
  await prompt.userChoice;
  rememberAnswer();
}

/** Whether the person has answered during this visit; an earlier answer is stored. */
let answered = false;

function wasAnswered() {
  try {
    return answered || JSON.parse(localStorage.getItem(KEY) ?? "null")?.install === "answered";
  } catch {
    return answered;
  }
}

function rememberAnswer() {
  answered = true;
  try {
    // What can't be read is not ours, and stays.
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "null") ?? {};
    localStorage.setItem(KEY, JSON.stringify({ ...stored, version: 1, install: "answered" }));
  } catch {
    // It is remembered for as long as the page is open.
  }
}
