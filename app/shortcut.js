// The app's shortcuts are addresses of this page: `#start` and `#progress`.

export async function followShortcut(routine) {
  const wanted = location.hash;
  if (wanted !== "#start" && wanted !== "#progress") return;
  // Reloading should not begin again.
  history.replaceState(history.state, "", location.pathname + location.search);
  await customElements.whenDefined("supple-routine");
  if (wanted === "#start") return routine.start().catch(() => {}); // the routine says by itself why it can't
  await routine.ready;
  routine.shadowRoot.querySelector("#show-progress")?.click();
}
