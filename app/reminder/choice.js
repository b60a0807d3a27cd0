// JavaScript because the reminder page has no WebAssembly.
//
// The time and days that the person chose last, stored on the device.
// @ts-check

import { DAYS, isTime } from "./calendar.js";

const KEY = "supple:reminder";

/** @typedef {{ time: string, days: string[] }} Choice */

/**
 * The stored choice; undefined where there is none, or something that isn't ours.
 *
 * @returns {Choice | undefined}
 */
export function loadChoice() {
  try {
    /** @type {{ version: number } & Choice} */
    const { version, time, days } = JSON.parse(localStorage.getItem(KEY) ?? "null");
    const isValid = version === 1 && isTime(time) && days.length > 0 && days.every((day) => DAYS.includes(day));
    return isValid ? { time, days } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Stores a choice, if the browser allows it. Something that isn't ours is left as it is.
 *
 * @param {Choice} choice
 */
export function saveChoice({ time, days }) {
  try {
    if (localStorage.getItem(KEY) !== null && !loadChoice()) return;
    localStorage.setItem(KEY, JSON.stringify({ version: 1, time, days }));
  } catch {
    // The person chooses again next time.
  }
}
