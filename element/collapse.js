// JavaScript because it measures the mounted view from outside, for embeds only; it is loaded with the WebAssembly.
//
// A view that is higher than the space the page has reserved is collapsed until the person asks for the rest: whatever
// lies below the element in an article must not move by itself.
// @ts-check

import { collapse_show_all } from "../messages/en.json";

/**
 * Collapses a view that is still being drawn.
 *
 * @param {HTMLElement} wrapper
 */
export const fold = (wrapper) => wrapper.toggleAttribute("data-folded", true);

/**
 * Offers the rest of a collapsed view, or unfolds it where there is none.
 *
 * @param {HTMLElement} wrapper
 * @param {HTMLElement} view
 */
export function offerRest(wrapper, view) {
  const expand = () => wrapper.removeAttribute("data-folded");
  if (view.scrollHeight <= view.clientHeight) return expand();
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: collapse_show_all });
  button.className = "button unfold";
  button.addEventListener("click", expand);
  wrapper.append(button);
  // Keyboards and screen readers reach what is covered, so moving the focus there expands the view.
  view.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element) || !target.closest(".overview")) return;
    if (target.getBoundingClientRect().bottom > button.getBoundingClientRect().top) expand();
  });
}
