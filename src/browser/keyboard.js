// Which key was pressed, unless a shortcut of the browser or the focused control wants it.

/** The key of an event in lower case; empty where it is none of ours. */
export function key(event) {
  const { key, altKey, ctrlKey, metaKey, defaultPrevented, target } = event;
  const isWanted = altKey || ctrlKey || metaKey || defaultPrevented;
  // On a button, space presses it.
  return isWanted || (key === " " && target.tagName === "BUTTON") ? "" : key.toLowerCase();
}
