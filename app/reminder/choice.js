// JavaScript because the reminder page has no WebAssembly.
//
// The time and days that the person chose last, and the events that were made of them, stored on the device: a reminder
// that is saved again is the same event.
// @ts-check

import { DAYS, isTime } from "./calendar.js";

const KEY = "supple:reminder";

/** @typedef {{ uid: string, sequence: number }} Edition */
/** @typedef {{ time: string, days: string[], editions: Record<string, Edition> }} Stored */
/** @typedef {Pick<Stored, "time" | "days">} Choice */

/**
 * What was stored last, by this page or an earlier one; undefined where there is nothing, or something that isn't ours.
 *
 * @returns {Stored | undefined}
 */
export function loadChoice() {
  try {
    /** @type {{ version: number } & Stored} */
    const { version, time, days, editions } = JSON.parse(localStorage.getItem(KEY) ?? "null");
    const isValid = version === 1 && isTime(time) && days.length > 0 && days.every((day) => DAYS.includes(day));
    return isValid ? { time, days, editions: editions ?? {} } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The editions of this visit, for browsers that store none.
 * @type {Record<string, Edition>}
 */
const ofThisVisit = {};

/**
 * Stores a choice, if the browser allows it, and returns which edition of the reminder it is. Something that isn't ours is
 * left as it is.
 *
 * @param {Choice} choice
 * @param {string} link The page to begin at: each has a reminder of its own.
 * @param {() => string} newUid
 */
export function saveChoice({ time, days }, link, newUid) {
  const stored = loadChoice();
  const editions = stored?.editions ?? {};
  const edition = next(editions[link]) ?? next(ofThisVisit[link]) ?? { uid: newUid(), sequence: 0 };
  ofThisVisit[link] = edition;
  try {
    if (localStorage.getItem(KEY) === null || stored) {
      localStorage.setItem(KEY, JSON.stringify({ version: 1, time, days, editions: { ...editions, [link]: edition } }));
    }
  } catch {
    // The person chooses again next time.
  }
  return edition;
}

/**
 * @param {Edition | undefined} before
 * @returns {Edition | undefined}
 */
function next(before) {
  const isValid = typeof before?.uid === "string" && Number.isSafeInteger(before.sequence) && before.sequence >= 0;
  return isValid ? { uid: before.uid, sequence: before.sequence + 1 } : undefined;
}
