// Taking over from the prerendered view: nothing that the person did to it is lost.
//
// Both views are drawn by the same components, so a thing is found again by its way from the top.

import { fold } from "./fold.js";

/** Shows a mounted view in a wrapper, in the place of whatever is there. */
export function takeOver(wrapper, view) {
  const before = readView(wrapper);
  // Cards that the page brought have their room already.
  const isFolded = !wrapper.querySelector(".mounted") || wrapper.hasAttribute("data-folded");
  wrapper.getRootNode().adoptedStyleSheets = []; // the facade's
  replaceView(wrapper, view, before);
  if (isFolded) fold(wrapper, view);
}

/** What the person did: opened details, switched switches, the focus. */
function readView(wrapper) {
  const view = wrapper.querySelector(".mounted");
  const way = (node) => wayTo(view, node);
  const focused = wrapper.getRootNode().activeElement;
  return {
    opened: view ? [...view.querySelectorAll("details[open]")].map(way) : [],
    switched: view ? [...view.querySelectorAll("input:checked")].map(way) : [],
    focused: view?.contains(focused) ? way(focused) : undefined,
    isAtFacade: Boolean(focused?.closest(".facade")),
  };
}

/** Puts the mounted view in the place of the prerendered one, within one frame. */
function replaceView(wrapper, view, { opened, switched, focused, isAtFacade }) {
  for (const way of opened) atWay(view, way)?.setAttribute("open", "");
  wrapper.replaceChildren(view);
  for (const way of switched) {
    const input = atWay(view, way);
    if (input && !input.checked) input.click();
  }
  const focus = focused ? atWay(view, focused) : isAtFacade && view.querySelector("#start-routine");
  if (focus) focus.focus({ preventScroll: true });
}

function wayTo(top, node) {
  const way = [];
  for (let at = node; at !== top; at = at.parentElement) {
    way.unshift([...at.parentElement.children].indexOf(at));
  }
  return way;
}

function atWay(top, way) {
  return way.reduce((node, index) => node?.children[index], top);
}
