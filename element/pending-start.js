// JavaScript because it reads a press that came before the WebAssembly did.
// @ts-check

/**
 * The card whose start button was pressed before the widget was there, if one was. Pressing it opens the popover beside
 * it, which takes no script.
 *
 * @param {HTMLElement} wrapper
 */
export function pendingStart(wrapper) {
  /** @type {HTMLElement | null} */
  const note = CSS.supports("selector(:popover-open)") ? wrapper.querySelector(":popover-open") : null;
  return note?.dataset.card;
}
