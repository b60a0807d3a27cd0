// JavaScript because it is the page's own `<supple-routine>`, the same that a visitor of another site gets.
// @ts-check

import { create } from "../../element/create.js";

/**
 * Shows a routine in a place, as its recipients will see it. Trying it out leaves nothing in the author's own progress.
 *
 * @param {HTMLElement} place
 * @param {string} routine Its document, as JSON.
 */
export function preview(place, routine) {
  const element = create("supple-routine");
  element.setAttribute("no-persist", "");
  element.setAttribute("loading", "eager");
  const data = create("script");
  data.setAttribute("type", "application/json");
  // A node, and not a property: some policies let nobody set the text of a script.
  data.append(routine);
  element.append(data);
  place.replaceChildren(element);
}
