// JavaScript because the reminder page has no WebAssembly.
//
// A reminder that needs no server: an event for the person's own calendar, as an iCalendar file (RFC 5545).
// @ts-check

import { reminder_event_description } from "../../messages/en.json";
import { fill } from "../../element/message.js";

/** The longest line of a file, in bytes, without its line break. */
const LINE_BYTES_MAX = 75;

/** The days of the week as the file names them, from Monday. */
export const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/**
 * Whether a text is a time as an input gives it: "18:05", or "18:05:00".
 *
 * @param {string} text
 */
export const isTime = (text) => /^([01]\d|2[0-3]):[0-5]\d/.test(text);

/**
 * @typedef {object} Reminder
 * @property {string} uid Unique among all events of all calendars; the same for each edition of one event.
 * @property {number} sequence How many editions there were before: calendars replace an older one.
 * @property {Date} now When the file is made; the first reminder is on this day or after it.
 * @property {string} time The time of day, wherever the person is then: see `isTime`.
 * @property {string[]} days At least one of `DAYS`; without any effect where there are dates.
 * @property {string[]} [dates] The days of a programme, such as "20261122", in order. Weekdays can't say which they are.
 * @property {number} minutes How long the routine takes.
 * @property {string} title
 * @property {string} link The page to begin at.
 */

/**
 * The text of the file.
 *
 * @param {Reminder} reminder
 */
export function calendarFile({ uid, sequence, now, time, days, dates = [], minutes, title, link }) {
  const chosen = DAYS.filter((day) => days.includes(day));
  const rule = chosen.length === DAYS.length ? "DAILY" : `WEEKLY;BYDAY=${chosen}`;
  const at = (/** @type {string} */ day) => `${day}T${time.slice(0, 2)}${time.slice(3, 5)}00`;
  const [first, ...more] = dates;
  // One event, so that the next edition of a programme that has moved takes the place of this one.
  const repeats = first === undefined ? [`RRULE:FREQ=${rule}`] : more.length > 0 ? [`RDATE:${more.map(at)}`] : [];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Supple//Reminder 1//EN",
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    // Without one it is the first.
    ...(sequence > 0 ? [`SEQUENCE:${sequence}`] : []),
    `DTSTART:${at(first ?? firstDay(now, chosen))}`,
    `DURATION:PT${minutes}M`,
    ...repeats,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(fill(reminder_event_description, { link }))}`,
    `URL:${withoutControls(link)}`,
    // The time counts as free for those who plan with the person.
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapeText(title)}`,
    "TRIGGER:PT0S",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map(foldLine).join("");
}

/**
 * The first chosen day, such as "20261122". Calendars count the start itself as an occurrence, so it must be on such a
 * day.
 *
 * @param {Date} now
 * @param {string[]} chosen
 */
function firstDay(now, chosen) {
  // At noon, which every day has, even when the clocks change.
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate(), 12);
  while (!chosen.includes(DAYS[(day.getDay() + 6) % 7])) day.setDate(day.getDate() + 1);
  /** @type {(number: number, length: number) => string} */
  const digits = (number, length) => String(number).padStart(length, "0");
  return digits(day.getFullYear(), 4) + digits(day.getMonth() + 1, 2) + digits(day.getDate(), 2);
}

/**
 * A text as a value, in which nothing ends or divides the line.
 *
 * @param {string} value
 */
const escapeText = (value) => withoutControls(value.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n"));

/** @param {string} value */
const withoutControls = (value) => value.replace(/\p{Cc}/gu, "");

/**
 * A line with its line break. A long one continues on the next, after a space, and never within a character.
 *
 * @param {string} line
 */
function foldLine(line) {
  const encoder = new TextEncoder();
  let folded = "";
  let bytes = 0;
  for (const character of line) {
    const { length } = encoder.encode(character);
    if (bytes + length > LINE_BYTES_MAX) {
      folded += "\r\n ";
      bytes = 1;
    }
    folded += character;
    bytes += length;
  }
  return `${folded}\r\n`;
}
