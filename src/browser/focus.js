// Moving the focus, and with it the eye.

/** Gives the focus to what just appeared, and brings what matches `frame` around it, or itself, into sight. */
export function take(element, frame, block) {
  element.focus?.({ preventScroll: true });
  element.closest(frame)?.scrollIntoView({ block, behavior: "instant" });
}

/** What has the focus, however deep in shadow roots. */
export function current() {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused ?? undefined;
}
