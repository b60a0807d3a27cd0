// JavaScript because it moves the page's own nodes into the widget's place, once both are there.
//
// The prerendered view and the widget's are drawn by the same components, so a node of one is found in the other by its
// path from the top. Nothing that the person has done to the prerendered view is lost.
// @ts-check

import { collapse } from "./collapse.js";

/**
 * The place of a node below another: the index of each ancestor among its siblings.
 * @typedef {number[]} Path
 */

/**
 * Shows a mounted view in a wrapper, in place of whatever is there.
 *
 * @param {HTMLElement} wrapper
 * @param {HTMLElement} view
 */
export function takeOver(wrapper, view) {
  const before = readView(wrapper);
  // Cards that came with the page have their space already.
  const isCollapsed = !wrapper.querySelector(".mounted") || wrapper.hasAttribute("data-folded");
  shadowRootOf(wrapper).adoptedStyleSheets = []; // the facade's
  replaceView(wrapper, view, before);
  if (isCollapsed) collapse(wrapper, view);
}

/**
 * What the person has done to the view that is there: details opened, checkboxes changed, where the focus is.
 *
 * @param {HTMLElement} wrapper
 */
function readView(wrapper) {
  const view = wrapper.querySelector(".mounted");
  const focused = shadowRootOf(wrapper).activeElement;
  /** @param {string} selector */
  const pathsOf = (selector) => (view ? [...view.querySelectorAll(selector)].map((node) => pathTo(view, node)) : []);
  return {
    opened: pathsOf("details[open]"),
    checked: pathsOf("input:checked"),
    focused: focused && view?.contains(focused) ? pathTo(view, focused) : undefined,
    isOnFacade: Boolean(focused?.closest(".facade")),
  };
}

/**
 * Replaces the prerendered view by the mounted one within one frame.
 *
 * @param {HTMLElement} wrapper
 * @param {HTMLElement} view
 * @param {ReturnType<typeof readView>} before
 */
function replaceView(wrapper, view, { opened, checked, focused, isOnFacade }) {
  for (const path of opened) nodeAt(view, path)?.setAttribute("open", "");
  const old = wrapper.querySelector(".mounted");
  wrapper.replaceChildren(view);
  // Not earlier: losing the focus makes the browser lay out the old view, which would be too low without them.
  if (old) keepPictures(old, view);
  for (const path of checked) {
    const input = nodeAt(view, path);
    if (input instanceof HTMLInputElement && !input.checked) input.click();
  }
  const focus = focused ? nodeAt(view, focused) : isOnFacade && view.querySelector("#start-routine");
  if (focus) /** @type {HTMLElement} */ (focus).focus({ preventScroll: true });
}

/**
 * Shows the prerendered figures as long as the module that draws figures isn't there.
 *
 * @param {Element} old
 * @param {HTMLElement} view
 */
function keepPictures(old, view) {
  for (const figure of view.querySelectorAll("supple-figure:empty")) {
    const name = CSS.escape(figure.getAttribute("shows") ?? "");
    const before = old.querySelector(`supple-figure[shows="${name}"]`);
    if (before) figure.replaceChildren(...before.children);
  }
}

/**
 * @param {Element} top
 * @param {Element} node
 */
function pathTo(top, node) {
  /** @type {Path} */
  const path = [];
  for (let at = node; at !== top; ) {
    const parent = /** @type {Element} */ (at.parentElement); // `top` contains the node
    path.unshift([...parent.children].indexOf(at));
    at = parent;
  }
  return path;
}

/**
 * @param {Element} top
 * @param {Path} path
 */
function nodeAt(top, path) {
  /** @type {Element | undefined} */
  let node = top;
  for (const index of path) node = node?.children[index];
  return node;
}

/** @param {HTMLElement} wrapper */
const shadowRootOf = (wrapper) => /** @type {ShadowRoot} */ (wrapper.getRootNode());
