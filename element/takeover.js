// JavaScript because it moves between the page's own nodes and the widget's.
//
// The prerendered view and the widget's are drawn by the same components, so a node of one is found in the other by its
// path from the top of their part. The widget draws its overview part by part, each in a task of its own, and takes the
// place of the prerendered part at once: nothing moves, nothing that the person has done is lost, and a press or a
// scroll never waits for more than one part.
// @ts-check

import { fold, offerRest } from "./collapse.js";
import { nextTask } from "./next-task.js";
import { idle } from "./pace.js";
import { openNote } from "./pending-start.js";
import { selectionIn } from "./selection.js";

/** @import { WidgetHandle } from "./widget.d.ts" */

/** How long a busy page may put off each part, in milliseconds. */
const PATIENCE_MS = 100;

/**
 * The place of a node below another: the index of each ancestor among its siblings.
 * @typedef {number[]} Path
 */

/**
 * @typedef {object} TakeOver
 * @property {HTMLElement} wrapper What both views stand in.
 * @property {HTMLElement} view Where the widget is mounted, without any part yet.
 * @property {WidgetHandle} widget
 * @property {() => Promise<boolean>} mayGoOn Settled when the next part may be drawn; false if it is not wanted any more.
 * @property {Promise<unknown>} hurry Settled once somebody waits for the widget.
 */

/**
 * Draws the widget's view in place of whatever is there. Settled once all of it is there.
 *
 * @param {TakeOver} request
 */
export async function takeOver({ wrapper, view, widget, mayGoOn, hurry }) {
  // What an earlier widget has left behind has no overview.
  const prerendered = wrapper.querySelector(".mounted .overview")?.closest(".mounted");
  // Cards that came with the page have their space already.
  const isCollapsed = !wrapper.querySelector(".mounted") || wrapper.hasAttribute("data-folded");
  const handOver = prerendered ? replaceParts(prerendered, view) : replaceAll(wrapper, view);
  const overview = /** @type {HTMLElement} */ (view.querySelector(".overview")); // the widget has drawn it, empty
  // It is told within the task that draws the part, so nobody sees a part twice.
  const drawn = new MutationObserver(() => handOver.update(overview));
  drawn.observe(overview, { childList: true, attributeFilter: ["hidden"] });
  handOver.begin();
  if (isCollapsed) fold(wrapper);
  try {
    let hasMore = true;
    while (hasMore) {
      await Promise.race([idle(PATIENCE_MS), hurry.then(nextTask)]);
      if (!(await mayGoOn())) return handOver.undo();
      handOver.prepare();
      const opened = [...wrapper.querySelectorAll("details[open]")].map((details) => details.id);
      hasMore = widget.drawNextPart(opened);
    }
    await nextTask(); // the last part is drawn at the end of this one
    handOver.end();
    if (isCollapsed) offerRest(wrapper, view);
  } catch (error) {
    handOver.undo();
    throw error;
  } finally {
    drawn.disconnect();
  }
}

/**
 * The widget's view lies over the prerendered one, and each part that it gets hides the one below it. Nothing moves: even
 * the boxes around the parts stay where they are.
 *
 * @param {Element} prerendered
 * @param {HTMLElement} view
 */
function replaceParts(prerendered, view) {
  const old = /** @type {HTMLElement} */ (prerendered.querySelector(".overview"));
  const wrapper = /** @type {HTMLElement} */ (prerendered.parentElement);
  const oldParts = [...old.children];
  let replaced = 0;
  /** @type {ReturnType<typeof selectionIn>} */
  let select;
  return {
    begin: () => {
      wrapper.classList.add("taking-over");
      prerendered.after(view);
    },
    prepare: () => {
      select = oldParts[replaced] && selectionIn(oldParts[replaced]);
    },
    update: (/** @type {HTMLElement} */ overview) => {
      old.hidden = overview.hidden; // a session may have begun already
      for (; replaced < overview.children.length && oldParts[replaced]; replaced += 1) {
        replacePart(oldParts[replaced], overview.children[replaced]);
        oldParts[replaced].classList.add("gone");
        select?.(overview.children[replaced]);
      }
    },
    end: () => {
      wrapper.classList.remove("taking-over");
      prerendered.remove();
    },
    undo: () => {
      wrapper.classList.remove("taking-over");
      view.remove();
      old.hidden = false;
      for (const part of oldParts) part.classList.remove("gone");
    },
  };
}

/**
 * Without a prerendered view, the widget's appears once it is whole: its height must not change afterwards.
 *
 * @param {HTMLElement} wrapper
 * @param {HTMLElement} view
 */
const replaceAll = (wrapper, view) => ({
  begin: () => {},
  prepare: () => {},
  update: () => {},
  end: () => {
    const isOnFacade = shadowRootOf(wrapper).activeElement?.closest(".facade");
    shadowRootOf(wrapper).adoptedStyleSheets = []; // the facade's
    wrapper.replaceChildren(view);
    if (isOnFacade) focus(view.querySelector("#start-routine"));
  },
  undo: () => {},
});

/**
 * Carries over what the person has done to a prerendered part: the focus, a press, changed switches. Figures that are
 * drawn already need not be drawn again.
 *
 * @param {Element} old
 * @param {Element} part
 */
function replacePart(old, part) {
  const pictures = part.querySelectorAll("supple-figure");
  for (const [n, figure] of old.querySelectorAll("supple-figure").entries()) {
    const drawn = [...figure.children];
    pictures[n].replaceChildren(...drawn);
    figure.replaceChildren(...drawn.map((picture) => picture.cloneNode(true))); // the old part keeps its height
  }
  const { activeElement } = shadowRootOf(old);
  if (activeElement && old.contains(activeElement)) focus(nodeAt(part, pathTo(old, activeElement)));
  const note = openNote(old);
  if (note) /** @type {HTMLElement} */ (nodeAt(part, pathTo(old, note)))?.showPopover();
  for (const checked of old.querySelectorAll("input:checked")) {
    const input = nodeAt(part, pathTo(old, checked));
    if (input instanceof HTMLInputElement && !input.checked) input.click();
  }
}

/** @param {Element | null | undefined} node */
const focus = (node) => /** @type {HTMLElement | null} */ (node ?? null)?.focus({ preventScroll: true });

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

/** @param {Element} node */
const shadowRootOf = (node) => /** @type {ShadowRoot} */ (node.getRootNode());
