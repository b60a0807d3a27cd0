// The screen stays on while a session runs and can be seen.

/** Keeps the screen on. */
export function wakeLock(say) {
  let isOn;
  /** The request that counts, with its lock once it is there. */
  let request;

  /** The browser takes the lock away when the page is hidden. */
  function wake() {
    if (!isOn || document.hidden || (request && !request.lock?.released)) return;
    const mine = (request = {});
    hold(mine).catch(() => {
      if (mine !== request) return;
      request = undefined;
      if (!document.hidden) say("The screen may switch off: this browser doesn't let Supple keep it on.");
    });
  }

  async function hold(mine) {
    mine.lock = await navigator.wakeLock.request("screen");
    if (mine !== request) await mine.lock.release();
  }

  function carry({ state, settings }) {
    // What plays in a pocket needs no screen.
    isOn = state === "running" && !settings.pocket;
    if (isOn) return wake();
    request?.lock?.release().catch(() => {});
    request = undefined;
  }

  return { carry, wake, free: () => carry({ settings: {} }) };
}
