// Installed, there is no browser around the page: the way back out of a session is the phone's gesture, and it asks.

const ALIVE = ["running", "paused", "away"];

/** Asks from now on. `make` makes an element. */
export function askBeforeLeaving(routine, make) {
  const mark = { supple: "session" };
  const isAlive = () => ALIVE.includes(routine.state);
  const isMarked = () => history.state?.supple === mark.supple;
  for (const event of ["supple-start", "supple-resume"]) {
    routine.addEventListener(event, () => isMarked() || history.pushState(mark, ""));
  }
  // A session that is over needs no step back of its own.
  routine.addEventListener("supple-complete", () => isMarked() && history.back());
  addEventListener("popstate", () => {
    if (isMarked() || !isAlive()) return;
    history.pushState(mark, "");
    const wasRunning = routine.state === "running";
    routine.pause();
    ask(make, () => wasRunning && routine.resume(), () => routine.stop());
  });
  // It may have begun before anybody listened.
  if (isAlive() && !isMarked()) history.pushState(mark, "");
}

/** Stop or go on; whoever dismisses the question goes on. */
function ask(make, goOn, stop) {
  const dialog = make("dialog", "supple-page-question");
  const form = make("form", "supple");
  form.method = "dialog";
  const title = make("h2", "heading", "Stop here?");
  title.id = "leaving-title";
  dialog.setAttribute("aria-labelledby", title.id);
  const [stay, leave] = [make("button", "button primary", "Go on"), make("button", "button", "Stop")];
  stay.value = "stay";
  leave.value = "leave";
  form.append(title, make("p", "", "What you have held so far is kept."), stay, leave);
  dialog.append(form);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (dialog.returnValue === "leave") stop();
    else goOn();
  });
  document.body.append(dialog);
  dialog.showModal();
}
