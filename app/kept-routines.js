// JavaScript because pages without WebAssembly list what is kept.
//
// The routines of other authors that the person keeps: `KeptRoutines` in core/src/sharing/kept.rs, which alone writes them.
// @ts-check

import { received_by } from "../messages/en.json";
import { fill } from "../element/message.js";

const KEY = "supple:site:kept";

/** @typedef {{ name: string, author: string | undefined, fragment: string }} Kept */

/**
 * Those that are kept, the last one first; none where they can't be read.
 *
 * @returns {Kept[]}
 */
function keptRoutines() {
  try {
    const { version, routines } = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (version !== 1) return [];
    /** @type {[number, Kept | null][]} */
    const dated = Object.values(routines ?? {});
    return dated
      .sort(([one], [other]) => other - one)
      .flatMap(([, kept]) => (typeof kept?.name === "string" && typeof kept.fragment === "string" ? [kept] : []));
  } catch {
    return []; // the page of received routines says so
  }
}

/**
 * A link to each, as items of a list. What the front page has of `create.js` would become a file of its own if it was
 * shared with this, which hardly any visit loads.
 *
 * @param {string} page The address of the page of received routines.
 */
export const keptItems = (page) =>
  keptRoutines().map(({ name, author, fragment }) => {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.href = `${page}#${encodeURIComponent(fragment)}`;
    link.appendChild(document.createElement("strong")).textContent = name;
    if (author) {
      link.append(" ");
      link.appendChild(document.createElement("span")).textContent = fill(received_by, { author });
    }
    return item;
  });

/**
 * Lists them in place of what a list holds, and shows its section if there are any.
 *
 * @param {HTMLElement} section
 * @param {HTMLElement} list
 * @param {string} page The address of the page of received routines.
 */
export function listKept(section, list, page) {
  const items = keptItems(page);
  section.hidden = items.length === 0;
  list.replaceChildren(...items);
}
