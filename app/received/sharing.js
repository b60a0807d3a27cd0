// JavaScript because it instantiates WebAssembly: the module that reads links and keeps routines (`sharing/`), which no
// other page loads. Here its answers have types.
// @ts-check

import { forget, initSync, keep, read, summary } from "supple-sharing";
import { fetchFile } from "../../element/arrival.js";
import { compile } from "../../element/compile.js";

/**
 * What people read of a routine first: `RoutineLabel` in core/src/sharing/label.rs.
 *
 * @typedef {object} Label
 * @property {string} id
 * @property {string} name
 * @property {string | null} author
 * @property {string | null} authorUrl
 * @property {string | null} intendedFor
 * @property {number | null} daysPerWeek
 * @property {string | null} edited
 */

/** @typedef {"new" | "kept" | "newer" | "older" | "different"} Standing How it stands to what is kept. */
/** @typedef {"refused" | "full" | "set-aside"} Trouble What the storage didn't do. */
/** @typedef {"not-a-link" | "newer" | "cut-off" | "altered" | "too-long" | "swells"} Problem Why a link can't be read. */
/**
 * @typedef {{ kind: "routine", document: string, label: Label, standing: Standing, kept: string | null, trouble: Trouble | null }} ReceivedRoutine
 * `kept` is the fragment of the version that is kept.
 */

/**
 * What was done of a routine: `RoutineSummary` in core/src/sharing/summary.rs. Days are ISO 8601 dates.
 *
 * @typedef {object} Summary
 * @property {string} name
 * @property {string} [intendedFor]
 * @property {string} made
 * @property {string[]} days
 * @property {number} sessions
 * @property {number} leftS
 * @property {number} rightS
 * @property {number} bodyS
 * @property {number} movedS
 * @property {{ exercise: string, side: "left" | "right" | "both" | "none", times: number }[]} [hurts]
 * @property {{ day: string, leg?: "left" | "right", unit?: "cm" | "in", tenths: number }[]} [measurements]
 */

/** @typedef {ReceivedRoutine | { kind: "summary", summary: Summary } | { kind: "problem", problem: Problem }} Received */
/** @typedef {{ summary: Summary, fragment: string | null, measured: boolean }} Told */
/** @typedef {typeof sharing} Sharing */

/** Loads the module. Throws where it can't be had. */
export async function loadSharing() {
  const response = await fetchFile(new URL(SHARING_WASM_URL, import.meta.url).href);
  initSync({ module: await compile(response) });
  return sharing;
}

const sharing = {
  /**
   * What a link holds.
   *
   * @param {string} link
   * @returns {Received}
   */
  read: (link) => JSON.parse(read(link, Date.now())),
  /**
   * Keeps the routine of a link.
   *
   * @param {string} link
   * @returns {Trouble | null}
   */
  keep: (link) => JSON.parse(keep(link, Date.now())),
  /**
   * Forgets a routine.
   *
   * @param {string} id
   * @returns {Trouble | null}
   */
  forget: (id) => JSON.parse(forget(id, Date.now())),
  /**
   * Sums up what was done of the routine in a document.
   *
   * @param {string} document
   * @param {boolean} withMeasurements
   * @returns {Told}
   */
  summary: (document, withMeasurements) =>
    JSON.parse(summary(document, withMeasurements, Date.now(), -new Date().getTimezoneOffset())),
};
