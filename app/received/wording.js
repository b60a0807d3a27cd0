// JavaScript because the page has no components: its texts are put together here.
//
// A summary in words, as text to send and as facts to show.
// @ts-check

import {
  received_for, received_summary_about, received_summary_body, received_summary_centimetres, received_summary_days,
  received_summary_days_of, received_summary_degrees, received_summary_floor, received_summary_hurt,
  received_summary_hurt_none, received_summary_hurt_one, received_summary_hurt_other, received_summary_inches,
  received_summary_left, received_summary_leg_left, received_summary_leg_right, received_summary_made,
  received_summary_measured, received_summary_minutes, received_summary_minutes_seconds, received_summary_moved,
  received_summary_right, received_summary_seconds, received_summary_sessions, received_summary_side_left,
  received_summary_side_right,
} from "../../messages/en.json";
import { fill, plural } from "../../element/message.js";

/** @import { Summary } from "./sharing.js" */

const longDate = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });
const shortDate = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", timeZone: "UTC" });

/**
 * A date of ISO 8601, or an instant, as people here write it.
 *
 * @param {string} iso
 */
export const dateOf = (iso) => longDate.format(Date.parse(iso.slice(0, 10)));

/** @param {number} all Seconds. */
function duration(all) {
  const [minutes, seconds] = [Math.floor(all / 60), all % 60];
  if (minutes === 0) return fill(received_summary_seconds, { seconds });
  return fill(seconds === 0 ? received_summary_minutes : received_summary_minutes_seconds, { minutes, seconds });
}

/** @param {NonNullable<Summary["hurts"]>[number]} hurt */
function hurtIn({ exercise, side, times }) {
  const sided = { left: received_summary_side_left, right: received_summary_side_right, both: "", none: "" }[side];
  const where = sided ? fill(sided, { exercise }) : exercise;
  const text = plural(times, { one: received_summary_hurt_one, other: received_summary_hurt_other });
  return fill(text, { exercise: where });
}

/** @param {NonNullable<Summary["measurements"]>[number]} measurement */
function measuredIn({ day, leg, unit, tenths }) {
  const number = (tenths / 10).toFixed(1);
  const form = leg ? received_summary_degrees : unit === "in" ? received_summary_inches : received_summary_centimetres;
  const forms = { left: received_summary_leg_left, right: received_summary_leg_right };
  return fill(leg ? forms[leg] : received_summary_floor, { day: dateOf(day), value: fill(form, { number }) });
}

/**
 * What a summary says: each fact a name, and what there is to say to it.
 *
 * @param {Summary} summary
 * @returns {[string, string[]][]}
 */
export function factsOf({ days, sessions, leftS, rightS, bodyS, movedS, hurts = [], measurements = [] }) {
  const list = days.map((day) => shortDate.format(Date.parse(day))).join(", ");
  const dayCount = days.length === 0 ? "0" : fill(received_summary_days_of, { count: days.length, days: list });
  /** @type {[string, number][]} */
  const times = [
    [received_summary_left, leftS],
    [received_summary_right, rightS],
    [received_summary_body, bodyS],
    [received_summary_moved, movedS],
  ];
  return [
    [received_summary_days, [dayCount]],
    [received_summary_sessions, [String(sessions)]],
    ...times.filter(([, seconds]) => seconds > 0).map(([name, seconds]) => fact(name, [duration(seconds)])),
    [received_summary_hurt, hurts.length > 0 ? hurts.map(hurtIn) : [received_summary_hurt_none]],
    ...(measurements.length > 0 ? [fact(received_summary_measured, measurements.map(measuredIn))] : []),
  ];
}

/**
 * @param {string} name
 * @param {string[]} texts
 * @returns {[string, string[]]}
 */
const fact = (name, texts) => [name, texts];

/**
 * A summary as a text to send.
 *
 * @param {Summary} summary
 */
export function textOf(summary) {
  const { name, intendedFor, made } = summary;
  const lines = factsOf(summary).map(([label, texts]) =>
    texts.length === 1 ? `${label}: ${texts[0]}` : [`${label}:`, ...texts.map((text) => `- ${text}`)].join("\n"),
  );
  const forWhom = intendedFor ? [fill(received_for, { name: intendedFor })] : [];
  const date = fill(received_summary_made, { date: dateOf(made) });
  return [name, ...forWhom, date, "", ...lines, "", received_summary_about].join("\n");
}
