// JavaScript because the page is made of a few elements, and needs no component for them.
//
// The places of the page.
// @ts-check

/** @param {string} id */
export const find = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * Shows a text in its place, or hides the place where there is none.
 *
 * @param {string} id
 * @param {string | null | undefined} text
 */
export function say(id, text) {
  const place = find(id);
  place.textContent = text ?? "";
  place.hidden = !text;
}

/** Hides everything that only some links bring. */
export function clear() {
  for (const id of ["facts", "contact", "offer", "tell", "told", "how", "kept"]) find(id).hidden = true;
  document.querySelector("main > supple-routine")?.remove();
}

/**
 * @param {string} title
 * @param {string} lead
 */
export function head(title, lead) {
  find("title").textContent = title;
  find("lead").textContent = lead;
  document.title = `${title} · Supple`;
}
