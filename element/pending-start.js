// JavaScript because it reads a press that came before the WebAssembly did.
// @ts-check

/**
 * The note that a press on a start button has opened below a node.
 *
 * @param {Element} top
 * @returns {HTMLElement | null}
 */
export const openNote = (top) => (CSS.supports("selector(:popover-open)") ? top.querySelector(":popover-open") : null);

/**
 * The card whose start button was pressed before the widget was there, if one was. Pressing it opens the popover beside
 * it, which takes no script.
 *
 * @param {HTMLElement} wrapper
 */
export const pendingStart = (wrapper) => openNote(wrapper)?.dataset.card;
