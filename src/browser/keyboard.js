// Which key was pressed, and whether it is ours to take.

/** The keys that the player knows. */
const OURS = [" ", "arrowleft", "arrowright", "escape", "+", "r", "t", "f"];

/**
 * Takes the key of an event away from the page, unless a shortcut of the browser, an open popover or the focused control wants
 * it; then it is empty. A key that is held down is one press.
 */
export function take(event) {
  const { target, currentTarget, repeat } = event;
  // Caps Lock makes it no other key.
  const key = event.key.toLowerCase();
  const isModified = event.altKey || event.ctrlKey || event.metaKey;
  if (isModified || event.defaultPrevented || target.matches("input, select, textarea")) return "";
  // The list of keys is the browser's own to open and close.
  if (key === "?" && !repeat) currentTarget.querySelector("[popovertarget]")?.click();
  // On a button, space presses it.
  const isWanted = (key === " " && target.tagName === "BUTTON") || (event.shiftKey && key !== "+");
  if (!OURS.includes(key) || isWanted || isCovered(currentTarget)) return "";
  event.preventDefault();
  return repeat ? "" : key;
}

function isCovered(player) {
  try {
    return !!player.querySelector(":popover-open");
  } catch {
    // A browser that knows no popovers has none open.
    return false;
  }
}
