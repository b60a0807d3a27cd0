// JavaScript because it is a page of its own, without WebAssembly.
//
// The page of all routines. Its filters are links that need no script; this says what they found, and searches the
// exercises.
// @ts-check

import {
  routines_favourite, routines_found_one, routines_found_other, routines_matches_none, routines_matches_one, routines_matches_other,
} from "../../messages/en.json";
import { create } from "../../element/create.js";
import { chosenRoutines, orderRoutines, setFavourite } from "../chosen-routines.js";
import { listKept } from "../kept-routines.js";

/** @param {string} selector */
const all = (selector) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);

/**
 * @param {string} selector
 * @param {string} text
 */
function say(selector, text) {
  /** @type {HTMLElement} */ (document.querySelector(selector)).textContent = text;
}

/**
 * @param {number} count
 * @param {string} one
 * @param {string} other
 */
const counted = (count, one, other) => (count === 1 ? one : other.replace("{{count}}", String(count)));

/** Marks the filter that is in the address, for screen readers, and says how many routines it leaves. */
function followFilter() {
  const links = all(".filters a");
  const chosen = links.find((link) => link.getAttribute("href") === location.hash) ?? links[0];
  for (const link of links) {
    if (link === chosen) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const shown = all(".routine-list > li").filter((item) => item.checkVisibility()).length;
  if (location.hash) say("#found", counted(shown, routines_found_one, routines_found_other));
}

/**
 * A text without capitals and accents, so that it is found however it is typed.
 *
 * @param {string | null} text
 */
const plain = (text) => (text ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const search = /** @type {HTMLInputElement} */ (document.querySelector("#search"));

/** Shows the exercises that have every word in name, region or muscles. */
function find() {
  const words = plain(search.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const item of all("#exercises > li")) {
    const text = plain(item.textContent);
    item.hidden = !words.every((word) => text.includes(word));
    if (!item.hidden) count += 1;
  }
  const found = count === 0 ? routines_matches_none : counted(count, routines_matches_one, routines_matches_other);
  say("#matches", words.length > 0 ? found : "");
}

/** Puts a star on each routine. Favourites come first when the page is opened next. */
function offerFavourites() {
  const { favourites } = chosenRoutines();
  for (const item of all(".routine-list > li")) {
    const id = item.dataset.routine ?? "";
    const name = item.querySelector("h2")?.textContent ?? "";
    const star = create("button", "", "star");
    star.type = "button";
    star.ariaLabel = routines_favourite.replace("{{name}}", () => name);
    const show = (/** @type {boolean} */ isFavourite) => (star.ariaPressed = String(isFavourite));
    show(favourites.includes(id));
    star.addEventListener("click", () => {
      const isFavourite = star.ariaPressed !== "true";
      setFavourite(id, isFavourite);
      show(isFavourite);
    });
    item.append(star);
  }
}

/** Lists what the person keeps of other authors, again when another tab has changed it. */
function showKept() {
  const [section] = all("#kept");
  const [list] = all("#kept-list");
  if (section && list) listKept(section, list, "shared/");
}

orderRoutines(document.querySelector(".routine-list"));
showKept();
offerFavourites();
addEventListener("hashchange", followFilter);
addEventListener("storage", showKept);
search.addEventListener("input", find);
followFilter();
find(); // what was typed before, after going back
