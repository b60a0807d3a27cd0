// JavaScript because it moves between the page's own nodes and the widget's.
//
// The prerendered view and the widget's are drawn by the same components, so a node of one is found in the other by its
// path from the top of their part. The widget draws its overview piece by piece, each in a task of its own, over what is
// there. Each part takes the place of the prerendered one at once when it is whole: nothing moves, nothing that the
// person has done is lost, and a press or a scroll never waits for more than one piece.
// @ts-check

import { fold, offerRest } from "./collapse.js";
import { nextTask } from "./next-task.js";
import { idle } from "./pace.js";
import { openNote } from "./pending-start.js";
import { selectionIn } from "./selection.js";
import { windowOf } from "./window-of.js";

/** @import { WidgetHandle } from "./widget.d.ts" */

/** How long a busy page may put off each piece, in milliseconds. */
const PATIENCE_MS = 100;

/**
 * The place of a node below another: the index of each ancestor among its siblings.
 * @typedef {number[]} Path
 */

/**
 * @typedef {object} TakeOver
 * @property {HTMLElement} wrapper What both views stand in.
 * @property {HTMLElement} view Where the widget is mounted, without anything of its overview yet.
 * @property {WidgetHandle} widget
 * @property {() => Promise<boolean>} mayGoOn Settled when the next piece may be drawn; false if it is not wanted any more.
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
  const handOver = prerendered ? replaceParts(prerendered) : replaceAll(wrapper, view);
  const overview = /** @type {HTMLElement} */ (view.querySelector(".overview")); // the widget has drawn it, empty
  // It is told within the task that draws a piece, so nobody sees anything twice.
  const drawn = new MutationObserver(() => {
    hideUnfinished(overview);
    handOver.update(overview);
  });
  drawn.observe(overview, { childList: true, subtree: true, attributeFilter: ["hidden"] });
  wrapper.append(view);
  wrapper.classList.add("taking-over");
  if (isCollapsed) fold(wrapper);
  const end = () => {
    drawn.disconnect();
    wrapper.classList.remove("taking-over");
  };
  const undo = () => {
    end();
    view.remove();
    handOver.undo();
  };
  const mayGoOnSoon = async () => {
    await Promise.race([idle(PATIENCE_MS, windowOf(wrapper)), hurry]);
    if (!(await mayGoOn())) return false;
    await nextTask(); // what was pressed meanwhile is to be seen first
    return mayGoOn();
  };
  try {
    let hasMore = true;
    while (hasMore) {
      if (!(await mayGoOnSoon())) return undo();
      handOver.prepare();
      const opened = [...wrapper.querySelectorAll("details[open]")].map((details) => details.id);
      hasMore = widget.drawNextPiece(opened);
    }
    if (!(await mayGoOnSoon())) return undo(); // the last piece is drawn at the end of the task before
    if (overview.lastElementChild) show(overview.lastElementChild); // what can't be seen can't be focused
    handOver.end(overview);
    end();
    if (isCollapsed) offerRest(wrapper, overview);
    await nextTask(); // what begins now has one of its own
  } catch (error) {
    undo();
    throw error;
  }
}

/**
 * Hides the part that is being drawn: one is whole once the next one begins.
 *
 * @param {Element} overview
 */
function hideUnfinished({ lastElementChild }) {
  if (!lastElementChild || lastElementChild.classList.contains("gone")) return;
  if (lastElementChild.previousElementSibling) show(lastElementChild.previousElementSibling);
  lastElementChild.classList.add("gone");
}

/** @param {Element} part */
const show = (part) => part.classList.remove("gone");

/**
 * The widget's view lies over the prerendered one, and each part of it that is whole hides the one below.
 *
 * @param {Element} prerendered
 */
function replaceParts(prerendered) {
  const old = /** @type {HTMLElement} */ (prerendered.querySelector(".overview"));
  const wrapper = /** @type {HTMLElement} */ (prerendered.parentElement);
  const oldParts = [...old.children];
  const oldFigures = [...old.querySelectorAll("supple-figure")];
  let replaced = 0;
  let pictured = 0;
  /** @type {ReturnType<typeof selectionIn>} */
  let select;
  /** @param {Element} part */
  const replace = (part) => {
    replacePart(oldParts[replaced], part);
    oldParts[replaced].classList.add("gone");
    select?.(part);
    select = undefined;
    replaced += 1;
  };
  const prepare = () => {
    select = oldParts[replaced] && selectionIn(oldParts[replaced]);
  };
  return {
    prepare,
    update: (/** @type {HTMLElement} */ overview) => {
      // Figures that are drawn already need not be drawn again.
      const figures = overview.querySelectorAll("supple-figure");
      for (; pictured < figures.length && oldFigures[pictured]; pictured += 1) {
        const pictures = [...oldFigures[pictured].children].map((picture) => picture.cloneNode(true));
        figures[pictured].replaceChildren(...pictures);
      }
      while (replaced < overview.children.length - 1 && oldParts[replaced]) replace(overview.children[replaced]);
      // A session has begun already, and the view that is left has its own height.
      old.hidden = overview.hidden;
      wrapper.classList.toggle("taking-over", !overview.hidden);
    },
    end: (/** @type {HTMLElement} */ overview) => {
      while (replaced < overview.children.length && oldParts[replaced]) {
        prepare();
        replace(overview.children[replaced]);
      }
      prerendered.remove();
    },
    undo: () => {
      old.hidden = false;
      for (const part of oldParts) part.classList.remove("gone");
    },
  };
}

/**
 * Without a prerendered view, the widget's appears once it is whole: its height must not change afterwards. Until then it
 * lies unseen over whatever is there.
 *
 * @param {HTMLElement} wrapper
 * @param {HTMLElement} view
 */
const replaceAll = (wrapper, view) => ({
  prepare: () => view.classList.add("gone"),
  update: () => {},
  end: () => {
    view.classList.remove("gone");
    const isOnFacade = shadowRootOf(wrapper).activeElement?.closest(".facade");
    shadowRootOf(wrapper).adoptedStyleSheets = []; // the facade's
    for (const other of [...wrapper.children]) if (other !== view) other.remove();
    if (isOnFacade) focus(view.querySelector("#start-routine"));
  },
  undo: () => {},
});

/**
 * Carries over what the person has done to a prerendered part: the focus, a press, changed switches.
 *
 * @param {Element} old
 * @param {Element} part
 */
function replacePart(old, part) {
  const { activeElement } = shadowRootOf(old);
  if (activeElement && old.contains(activeElement)) focus(nodeAt(part, pathTo(old, activeElement)));
  const note = openNote(old);
  if (note) /** @type {HTMLElement} */ (nodeAt(part, pathTo(old, note)))?.showPopover();
  // What the page came with is no choice.
  for (const checked of old.querySelectorAll("input:checked:not([checked])")) {
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
  for (let at = node; at !== top;) {
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
