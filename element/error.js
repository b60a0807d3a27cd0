// A failure to load, over the screen and not in its flow, so that nothing moves and scrolling doesn't hide it.

/** Shows what went wrong, a line each, and a way to try again. */
export function showError(wrapper, message, again) {
  for (const note of wrapper.querySelectorAll("[popover]")) note.hidePopover?.();
  const notice = document.createElement("div");
  notice.className = "notice load-error";
  notice.setAttribute("role", "alert");
  for (const line of ["The guided timer could not be loaded.", ...message.trim().split("\n")]) {
    notice.append(Object.assign(document.createElement("p"), { textContent: line }));
  }
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Try again" });
  button.className = "button small";
  button.addEventListener("click", again);
  notice.append(button);
  const place = document.createElement("div");
  place.className = "notices at-bottom";
  place.append(notice);
  clearError(wrapper);
  wrapper.append(place);
}

/** Takes it away. */
export function clearError(wrapper) {
  wrapper.querySelector(".load-error")?.parentElement.remove();
}
