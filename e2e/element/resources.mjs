// Timers, listeners and locks on a page, for tests that all of them are released.

/** Counts the timers and listeners of the page's scripts. Playwright's own scripts use other means. */
export async function countResources(page) {
  await page.addInitScript(() => {
    const timers = new Set();
    let listeners = [];
    const forget = (kind, callback) => {
      listeners = listeners.filter((it) => it.kind !== kind || it.callback !== callback);
    };
    for (const kind of ['Timeout', 'Interval']) {
      const set = window[`set${kind}`];
      const clear = window[`clear${kind}`];
      window[`set${kind}`] = (callback, ...rest) => {
        const id = set(
          () => {
            if (kind === 'Timeout') timers.delete(id);
            callback();
          },
          ...rest,
        );
        timers.add(id);
        return id;
      };
      window[`clear${kind}`] = (id) => {
        timers.delete(id);
        clear(id);
      };
    }
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const WATCHED = [
      'storage',
      'pagehide',
      'visibilitychange',
      'keydown',
      'supple-start',
      'supple-resume',
      'supple-other',
      'message',
    ];
    EventTarget.prototype.addEventListener = function (kind, callback, ...rest) {
      if (WATCHED.includes(kind) && (this === window || this === document)) {
        forget(kind, callback); // adding the same listener twice counts once
        listeners.push({ kind, callback });
        rest[0]?.signal?.addEventListener('abort', () => forget(kind, callback));
      }
      return addEventListener.call(this, kind, callback, ...rest);
    };
    EventTarget.prototype.removeEventListener = function (kind, callback, ...rest) {
      forget(kind, callback);
      return removeEventListener.call(this, kind, callback, ...rest);
    };
    window.resources = async () => ({
      timers: timers.size,
      listeners: listeners.map(({ kind }) => kind).sort(),
      locks: (await navigator.locks.query()).held.length,
    });
  });
}

/** The current counts. */
export const resources = (page) => page.evaluate(() => window.resources());
/** The counts when everything has been released. */
export const NONE = { timers: 0, listeners: [], locks: 0 };
