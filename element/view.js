// Taking over from the prerendered view: nothing that the person did to it is lost.
//
// Both views are drawn by the same components, so a thing is found again by its way from the top.

/** What the person did: opened details, switched switches, the focus. */
export function readView(wrapper) {
  const view = wrapper.querySelector(".mounted");
  const way = (node) => wayTo(view, node);
  const focused = wrapper.getRootNode().activeElement;
  return {
    opened: view ? [...view.querySelectorAll("details[open]")].map(way) : [],
    switched: view ? [...view.querySelectorAll("input:checked")].map(way) : [],
    focused: view?.contains(focused) ? way(focused) : undefined,
  };
}

/** Puts the mounted view in the place of the prerendered one, within one frame. */
export function replaceView(wrapper, view, { opened, switched, focused }) {
  for (const way of opened) atWay(view, way)?.setAttribute("open", "");
  wrapper.replaceChildren(view);
  for (const way of switched) {
    const input = atWay(view, way);
    if (input && !input.checked) input.click();
  }
  if (focused) atWay(view, focused)?.focus({ preventScroll: true });
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
