// The time and the days that the person chose last, kept on the device.

import { DAYS, isTime } from "./calendar.js";

const KEY = "supple:reminder";

/** What was chosen; nothing where nothing was, or where something else stands. */
export function kept() {
  try {
    const { version, time, days } = JSON.parse(localStorage.getItem(KEY));
    const isOurs = version === 1 && isTime(time) && days.length > 0 && days.every((day) => DAYS.includes(day));
    return isOurs ? { time, days } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what was chosen, if the browser does. What is not ours is left as it is. */
export function keep({ time, days }) {
  try {
    if (localStorage.getItem(KEY) !== null && !kept()) return;
    localStorage.setItem(KEY, JSON.stringify({ version: 1, time, days }));
  } catch {
    // Then it is chosen anew the next time.
  }
}
