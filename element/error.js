// JavaScript because it shows why the WebAssembly could not be loaded.
// @ts-check

import { loader_failed, loader_try_again } from "../messages/en.json";

/**
 * Shows why the widget could not be loaded, and a way to try again. The notice lies over the view, outside its flow, so
 * that nothing moves and scrolling doesn't hide it.
 *
 * @param {HTMLElement} wrapper
 * @param {string} message A sentence on each line.
 * @param {() => void} retry
 */
export function showError(wrapper, message, retry) {
  for (const note of wrapper.querySelectorAll("[popover]")) /** @type {HTMLElement} */ (note).hidePopover?.();
  const notice = document.createElement("div");
  notice.className = "notice load-error";
  notice.setAttribute("role", "alert");
  for (const line of [loader_failed, ...message.trim().split("\n")]) {
    notice.append(Object.assign(document.createElement("p"), { textContent: line }));
  }
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: loader_try_again });
  button.className = "button small";
  button.addEventListener("click", retry);
  notice.append(button);
  const notices = document.createElement("div");
  notices.className = "notices at-bottom";
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
