// What runs, listens or is locked on a page, for tests that all of it is let go.

/** Counts what is running or listening on behalf of scripts. Playwright's own scripts use other means. */
export async function countResources(page) {
  await page.addInitScript(() => {
    const timers = new Set();
    let listeners = [];
    const forget = (kind, callback) => { listeners = listeners.filter((it) => it.kind !== kind || it.callback !== callback); };
    for (const kind of ['Timeout', 'Interval']) {
      const set = window[`set${kind}`];
      const clear = window[`clear${kind}`];
      window[`set${kind}`] = (callback, ...rest) => {
        const id = set(() => {
          if (kind === 'Timeout') timers.delete(id);
          callback();
        }, ...rest);
        timers.add(id);
        return id;
      };
      window[`clear${kind}`] = (id) => {
        timers.delete(id);
        clear(id);
      };
    }
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const WATCHED = ['storage', 'pagehide', 'visibilitychange', 'keydown', 'supple-start', 'supple-resume', 'supple-other', 'message'];
    EventTarget.prototype.addEventListener = function (kind, callback, ...rest) {
      if (WATCHED.includes(kind) && (this === window || this === document)) {
        forget(kind, callback); // the same a second time is one
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

/** How much there is. */
export const resources = (page) => page.evaluate(() => window.resources());
/** When nothing is left. */
export const NONE = { timers: 0, listeners: [], locks: 0 };
