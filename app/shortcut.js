// The app's shortcuts are addresses of this page: `#start` and `#progress`. `#add=…` brings a log from another device.

import { offer } from "./offer.js";

export async function followShortcut(routine) {
  const [wanted, carried] = location.hash.split("=", 2);
  if (!["#start", "#progress", "#add"].includes(wanted)) return;
  // Reloading should not begin again.
  history.replaceState(history.state, "", location.pathname + location.search);
  await customElements.whenDefined("supple-routine");
  if (wanted === "#start") return routine.start().catch(() => {}); // the routine says by itself why it can't
  await routine.ready;
  showProgress(routine);
  if (wanted === "#add") await add(routine, carried);
}

/** Shows what was done so far, with the backup: from the overview, or from the end of a session. */
export function showProgress({ shadowRoot }) {
  const button = shadowRoot.querySelector("#finish-progress") ?? shadowRoot.querySelector("#show-progress");
  button?.click();
}

/** Gives the widget what was carried here, as the backup file that it is. The widget says what it would add, and asks. */
async function add(routine, carried = "") {
  try {
    const { unpacked } = await import("./hand-off/carried.js");
    const chosen = new DataTransfer();
    chosen.items.add(new File([await unpacked(carried)], "progress.json", { type: "application/json" }));
    const input = routine.shadowRoot.querySelector("input[type=file]");
    input.files = chosen.files;
    input.dispatchEvent(new Event("change"));
  } catch {
    offer("This link was cut off on its way, so nothing was added. Make it again where it came from.", { OK: undefined });
  }
}
