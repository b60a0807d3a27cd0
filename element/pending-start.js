// JavaScript because it reads a press that came before the WebAssembly did.
// @ts-check

/** @import { WidgetHandle } from "./widget.d.ts" */

/**
 * The note that a press on a start button has opened below a node.
 *
 * @param {Element} top
 * @returns {HTMLElement | null}
 */
export const openNote = (top) => (CSS.supports("selector(:popover-open)") ? top.querySelector(":popover-open") : null);

/**
 * Does what was pressed before the widget was there, if something was. Pressing it opens the popover beside it, which
 * takes no script. The one of a start button names the card, which may be meant alone; the other is about the progress.
 *
 * @param {HTMLElement | null} note
 * @param {WidgetHandle} widget
 */
export function carryOut(note, widget) {
  const { card, only } = note?.dataset ?? {};
  if (card && only !== undefined) widget.startOnly(card);
  else if (card) widget.start(card);
  else if (note) widget.showProgress();
}
