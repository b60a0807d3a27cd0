// JavaScript because it guards the page's history, which the widget leaves alone.
//
// Without a browser around the page, the phone's back gesture is the way out of a session, so it asks first.
// @ts-check

import { app_leave_stay, app_leave_stop, app_leave_text, app_leave_title } from "../messages/en.json";
import { isInSession } from "./in-session.js";

/** @typedef {import("../element/supple.d.ts").SuppleRoutine} SuppleRoutine */
/** @typedef {typeof import("../element/create.js").create} Create */

/** Marks the history entry that a session adds, which the back gesture then leaves. */
const MARK = { supple: "session" };

/**
 * Only the installed app loads it.
 *
 * @param {SuppleRoutine} routine
 * @param {Create} create
 */
export function guardBack(routine, create) {
  const isMarked = () => history.state?.supple === MARK.supple;
  const mark = () => history.pushState(MARK, "");
  for (const event of ["supple-start", "supple-resume"]) {
    routine.addEventListener(event, () => isMarked() || mark());
  }
  // A session that is over has no use for its history entry.
  routine.addEventListener("supple-complete", () => isMarked() && history.back());
  addEventListener("popstate", () => {
    // An entry that a session has left behind leads nowhere.
    if (!isInSession(routine)) return isMarked() && history.back();
    // An address with a hash was opened: that leads forward.
    if (location.hash) return history.replaceState(MARK, "");
    if (!isMarked()) mark();
    const wasRunning = routine.state === "running";
    routine.pause();
    askToStop(create, () => wasRunning && routine.resume(), () => routine.stop());
  });
  // The session may have begun before this was loaded.
  if (isInSession(routine) && !isMarked()) mark();
}

/**
 * Asks whether to stop. Dismissing the question means to stay.
 *
 * @param {Create} create
 * @param {() => void} stay
 * @param {() => void} stop
 */
function askToStop(create, stay, stop) {
  const dialog = create("dialog", "", "supple-page-question");
  const form = create("form", "", "supple");
  form.method = "dialog";
  const title = create("h2", app_leave_title, "heading");
  title.id = "leaving-title";
  dialog.setAttribute("aria-labelledby", title.id);
  const stayButton = create("button", app_leave_stay, "button primary");
  const stopButton = create("button", app_leave_stop, "button");
  stayButton.value = "stay";
  stopButton.value = "stop";
  form.append(title, create("p", app_leave_text), stayButton, stopButton);
  dialog.append(form);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (dialog.returnValue === "stop") stop();
    else stay();
  });
  document.body.append(dialog);
  dialog.showModal();
}
