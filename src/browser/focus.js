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

/** What had the focus before each popover. */
const before = new WeakMap();

/** A popover was opened or closed: it takes the focus, and gives it back unless something else has it by then. */
export function followPopover({ target, newState }) {
  const now = current();
  if (newState === "open") {
    before.set(target, now);
    target.focus({ preventScroll: true });
  } else if (before.has(target) && (!now || now === document.body || target.contains(now))) {
    take(before.get(target), "*", "nearest");
  }
}
