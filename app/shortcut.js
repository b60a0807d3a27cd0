// The app's shortcuts are addresses of this page: `#start` and `#progress`. `#add=…` brings a log from another device.

/** Goes where the address leads. `showProgress` and `offer` are the page's. */
export async function followShortcut(routine, showProgress, offer) {
  const [wanted, carried] = location.hash.split("=", 2);
  if (!["#start", "#progress", "#add"].includes(wanted)) return;
  // Reloading should not begin again.
  history.replaceState(history.state, "", location.pathname + location.search);
  await customElements.whenDefined("supple-routine");
  if (wanted === "#start") return routine.start().catch(() => {}); // the routine says by itself why it can't
  await routine.ready;
  showProgress(routine);
  if (wanted === "#add") await add(routine, carried, offer);
}

/** Gives the widget what was carried here, as the backup file that it is. The widget says what it would add, and asks. */
async function add(routine, carried = "", offer) {
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
