// JavaScript because it shows why the WebAssembly could not be loaded.
// @ts-check

import { loader_failed, loader_try_again } from "../messages/en.json";
import { create } from "./create.js";

/**
 * Shows why the widget could not be loaded, and a way to try again. The notice lies over the view, outside its flow, so
 * that nothing moves and scrolling doesn't hide it.
 *
 * @param {HTMLElement} wrapper
 * @param {string | undefined} text A sentence on each line; nothing where it isn't known.
 * @param {false | (() => void)} retry False where it is in vain.
 */
export function showError(wrapper, text = "", retry) {
  for (const note of wrapper.querySelectorAll("[popover]")) /** @type {HTMLElement} */ (note).hidePopover?.();
  const notice = create("div", "", "notice load-error");
  notice.setAttribute("role", "alert");
  for (const line of `${loader_failed}\n${text}`.trim().split("\n")) {
    notice.append(create("p", line));
  }
  if (retry) {
    const button = create("button", loader_try_again, "button small");
    button.addEventListener("click", retry);
    notice.append(button);
  }
  const notices = create("div", "", "notices at-bottom");
  notices.append(notice);
  clearError(wrapper);
  wrapper.append(notices);
}

/**
 * Removes the notice.
 *
 * @param {HTMLElement} wrapper
 */
export function clearError(wrapper) {
  wrapper.querySelector(".load-error")?.parentElement?.remove();
}
