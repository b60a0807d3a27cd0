// A reminder that needs no server: an event for the calendar that the person has anyway, as iCalendar (RFC 5545).

/** The longest line of a file, in bytes, without its end. */
const LINE_BYTES = 75;

/** The days of a week as the file names them, from Monday. */
export const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** What an input gives as a time: "18:05", or "18:05:00". */
export const isTime = (text) => /^([01]\d|2[0-3]):[0-5]\d/.test(text);

/**
 * The text of the file. `uid` is unique among all events of the world; `now` is when it is made, and the day from which on
 * it reminds; `time` is that of wherever the person is then; `days` has at least one of `DAYS`.
 */
export function calendarFile({ uid, now, time, days, minutes, title, link }) {
  const chosen = DAYS.filter((day) => days.includes(day));
  const rule = chosen.length === DAYS.length ? "DAILY" : `WEEKLY;BYDAY=${chosen}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Supple//Reminder 1//EN",
    "BEGIN:VEVENT",
    `UID:${text(uid)}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART:${firstDay(now, chosen)}T${time.slice(0, 2)}${time.slice(3, 5)}00`,
    `DURATION:PT${minutes}M`,
    `RRULE:FREQ=${rule}`,
    `SUMMARY:${text(title)}`,
    `DESCRIPTION:Begin here: ${text(link)}`,
    `URL:${inLine(link)}`,
    // What plans with the person may still have the time.
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${text(title)}`,
    "TRIGGER:PT0S",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("");
}

/** The first chosen day, "20261122". A calendar counts the first moment as one of them, so it must fall on such a day. */
function firstDay(now, chosen) {
  // At noon, which every day has, however the clocks are changed.
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate(), 12);
  while (!chosen.includes(DAYS[(day.getDay() + 6) % 7])) day.setDate(day.getDate() + 1);
  const digits = (number, count) => String(number).padStart(count, "0");
  return digits(day.getFullYear(), 4) + digits(day.getMonth() + 1, 2) + digits(day.getDate(), 2);
}

/** A text as a value, in which nothing ends the line or divides it. */
const text = (value) => inLine(value.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n"));

const inLine = (value) => value.replace(/\p{Cc}/gu, "");

/** A line with its end. A long one goes on in the next, behind a space, and never within a letter. */
function folded(line) {
  const encoder = new TextEncoder();
  let out = "";
  let bytes = 0;
  for (const letter of line) {
    const more = encoder.encode(letter).length;
    if (bytes + more > LINE_BYTES) {
      out += "\r\n ";
      bytes = 1;
    }
    out += letter;
    bytes += more;
  }
  return `${out}\r\n`;
}
