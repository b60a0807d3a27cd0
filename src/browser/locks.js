// Web Locks. They are missing on pages without TLS, and refused in a sandbox.

/** Takes a lock, if it is free or else `waits` until it is: calls back with what gives it back, or with nothing where it is taken. */
export function take(name, waits, answer) {
  const granted = (lock) => (lock ? new Promise(answer) : answer());
  const refused = () => answer(() => {});
  try {
    navigator.locks.request(name, { ifAvailable: !waits }, granted).catch(refused);
  } catch {
    refused();
  }
}

/** Says "free" where nobody holds the lock, or else nothing. Shared, so that any number of tabs may ask at once. */
export async function isFree(name, answer) {
  let free = "free";
  try {
    await navigator.locks.request(name, { mode: "shared", ifAvailable: true }, (lock) => (free = lock ? free : undefined));
  } catch {
    // Where there are no locks, all are free.
  }
  answer(free);
}

/** Calls back once the lock is free, be it now or in an hour; where there are no locks, never. */
export async function whenFree(name, callback) {
  if (!navigator.locks) return;
  try {
    await navigator.locks.request(name, { mode: "shared" }, () => {});
  } catch {
    // Refused: all are free.
  }
  callback();
}
