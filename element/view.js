// Taking over from the prerendered view: nothing that the person did to it is lost.

/** What the person did: opened details, the focus, a start button pressed before the widget was there. */
export function readView(wrapper) {
  // A press opens the note beside its button without any script (the `popovertarget` attribute).
  const note = CSS.supports("selector(:popover-open)") && wrapper.querySelector(":popover-open");
  return {
    wanted: note ? note.dataset.card : undefined,
    opened: [...wrapper.querySelectorAll("details[open]")].map((details) => details.id),
    focused: wrapper.getRootNode().activeElement?.id,
  };
}

/** Puts the mounted view in the place of the prerendered one, within one frame. */
export function replaceView(wrapper, view, { opened, focused }) {
  const byId = (id) => id && view.querySelector(`#${CSS.escape(id)}`);
  for (const id of opened) byId(id)?.setAttribute("open", "");
  wrapper.replaceChildren(view);
  byId(focused)?.focus({ preventScroll: true });
}
