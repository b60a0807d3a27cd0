// JavaScript because it measures the mounted cards from outside, for embeds only; it is loaded with the WebAssembly.
//
// An overview that is higher than the space the page has reserved is collapsed until the person asks for the rest: whatever
// lies below the element in an article must not move by itself.
// @ts-check

import { collapse_show_all } from "../messages/en.json";
import { create } from "./create.js";
import { windowOf } from "./window-of.js";

/**
 * Collapses an overview that is still being drawn.
 *
 * @param {HTMLElement} wrapper
 */
export const fold = (wrapper) => wrapper.toggleAttribute("data-folded", true);

/**
 * Offers the rest of a collapsed overview wherever there is one. That depends on the box that the page gives the element,
 * which may come late (a tab that is hidden at first, a dialog) and may change.
 *
 * @param {HTMLElement} wrapper
 * @param {HTMLElement} overview
 */
export function offerRest(wrapper, overview) {
  const button = create("button", collapse_show_all, "button unfold");
  button.type = "button";
  const box = new (windowOf(overview).ResizeObserver)(() => {
    const { clientHeight, scrollHeight } = overview;
    if (clientHeight > 0) wrapper.toggleAttribute("data-fits", scrollHeight <= clientHeight);
  });
  const expand = () => {
    box.disconnect();
    wrapper.removeAttribute("data-folded");
  };
  button.addEventListener("click", expand);
  wrapper.append(button);
  box.observe(overview);

  // Keyboards and screen readers reach what is covered, so moving the focus there expands the overview.
  overview.addEventListener("focusin", ({ target }) => {
    const { bottom } = /** @type {Element} */ (target).getBoundingClientRect();
    if (bottom > button.getBoundingClientRect().top) expand();
  });
  // So does whatever else reaches it: find in page, a link to a text, a selection, another script. Each of them scrolls
  // the overview to it. In a smooth scroll only the end says where to.
  overview.addEventListener("onscrollend" in overview ? "scrollend" : "scroll", () => {
    if (overview.scrollTop === 0) return;
    const reached = middleOf(overview);
    expand();
    reached?.scrollIntoView({ block: "center", behavior: "instant" });
  });
}

/**
 * What is in the middle of the part that is to be seen. The distance alone wouldn't do: cards get their real height when
 * they are seen for the first time.
 *
 * @param {HTMLElement} overview
 */
function middleOf(overview) {
  const { top, bottom } = overview.getBoundingClientRect();
  // What is in a closed row has a place, but nobody sees it.
  const isBelow = (/** @type {Element} */ it) =>
    it.checkVisibility() && it.getBoundingClientRect().bottom > (top + bottom) / 2;
  return [...overview.querySelectorAll("h3, h4, p, li, dd")].find(isBelow);
}
