// JavaScript because copying and sharing are the browser's, and the page is made of a few elements.
//
// A summary of what was done of a routine: to read and send for whoever did it, and to read for its author. Nothing sends it
// by itself.
// @ts-check

import {
  received_for, received_summary_copied, received_summary_copy_failed, received_summary_link_failed,
  received_summary_received, received_summary_title,
} from "../../messages/en.json";
import { create } from "../../element/create.js";
import { fill } from "../../element/message.js";
import { find, head, say } from "./page.js";
import { dateOf, factsOf, textOf } from "./wording.js";

/** @import { Sharing, Summary, Told } from "./sharing.js" */

/** What makes the summary of the routine that is shown. @type {((withMeasurements: boolean) => Told) | undefined} */
let make;
/** The summary's link, where one can hold it. */
let link = "";

const withMeasurements = /** @type {HTMLInputElement} */ (find("with-measurements"));
const text = /** @type {HTMLTextAreaElement} */ (find("text"));
const panel = /** @type {HTMLDetailsElement} */ (find("tell"));

/** Writes the summary as of now. */
function write() {
  if (!make || !panel.open) return;
  const { summary, fragment, measured } = make(withMeasurements.checked);
  const isEmpty = summary.sessions === 0;
  find("nothing-done").hidden = !isEmpty;
  find("summary").hidden = isEmpty;
  find("measured").hidden = !measured;
  text.value = textOf(summary);
  link = fragment ? new URL(`#${fragment}`, location.href).href : "";
  find("copy-link").hidden = !link;
  find("sent").textContent = "";
}

/**
 * Offers the summary of a routine.
 *
 * @param {Sharing} sharing
 * @param {string} document
 * @param {HTMLElement} routine The element that shows it.
 */
export function offerSummary(sharing, document, routine) {
  make = (withMeasurements) => sharing.summary(document, withMeasurements);
  withMeasurements.checked = false;
  panel.hidden = false;
  routine.addEventListener("supple-complete", write);
  write();
}

/**
 * @param {string} copied
 * @param {string} failed What to do instead.
 */
async function copy(copied, failed) {
  try {
    await navigator.clipboard.writeText(copied);
    find("sent").textContent = received_summary_copied;
  } catch {
    find("sent").textContent = failed;
  }
}

panel.addEventListener("toggle", write);
withMeasurements.addEventListener("change", write);
find("copy").addEventListener("click", () => copy(text.value, received_summary_copy_failed));
find("copy-link").addEventListener("click", () => copy(link, received_summary_link_failed));
find("share").hidden = !navigator.share;
find("share").addEventListener("click", () => {
  navigator.share({ text: text.value }).catch(() => {}); // the person has changed their mind
});

/**
 * Shows a summary that came in a link.
 *
 * @param {Summary} summary
 */
export function showSummary(summary) {
  const { name, intendedFor, made } = summary;
  head(fill(received_summary_title, { name }), fill(received_summary_received, { date: dateOf(made) }));
  say("facts", intendedFor && fill(received_for, { name: intendedFor }));
  const told = find("told");
  told.replaceChildren(
    ...factsOf(summary).flatMap(([label, texts]) => [create("dt", label), ...texts.map((text) => create("dd", text))]),
  );
  told.hidden = false;
}
