// Where the page has kept no room for all the cards, they are folded to the room that it has kept, until somebody asks
// for them: what lies below in an article must not move by itself.

/** Folds a view that is higher than its box. */
export function fold(wrapper, view) {
  const unfold = () => wrapper.removeAttribute("data-folded");
  wrapper.toggleAttribute("data-folded", true);
  if (view.scrollHeight <= view.clientHeight) return unfold();
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Show all exercises" });
  button.className = "button unfold";
  button.addEventListener("click", unfold);
  wrapper.append(button);
  // Whoever goes on by keyboard or screen reader finds everything open.
  view.addEventListener("focusin", ({ target }) => {
    const isCovered = () => target.getBoundingClientRect().bottom > button.getBoundingClientRect().top;
    if (target.closest(".overview") && isCovered()) unfold();
  });
}
