// JavaScript because pages without WebAssembly list what is kept.
//
// The routines of other authors that the person keeps: `KeptRoutines` in core/src/sharing/kept.rs, which alone writes them.
// @ts-check

import { received_by } from "../messages/en.json";
import { create } from "../element/create.js";
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
 * A link to each, as items of a list.
 *
 * @param {string} page The address of the page of received routines.
 */
export const keptItems = (page) =>
  keptRoutines().map(({ name, author, fragment }) => {
    const item = create("li");
    const link = create("a");
    link.href = `${page}#${encodeURIComponent(fragment)}`;
    link.append(create("strong", name));
    if (author) link.append(" ", create("span", fill(received_by, { author })));
    item.append(link);
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
