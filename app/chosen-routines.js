// JavaScript because it orders links of the site's pages, which have no WebAssembly of their own.
//
// Which routines the person has done lately, and which are favourites: those come first wherever there is a choice. It is
// about the site alone, and no part of the log.
// @ts-check

const KEY = "supple:site:routines";

/** @typedef {{ recent: string[], favourites: string[] }} Chosen Ids of routines, the one that was done last first. */

/**
 * What is kept on this device; nothing where that is garbled or the browser refuses.
 *
 * @returns {Chosen}
 */
export function chosenRoutines() {
  try {
    const { version, recent, favourites } = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (version === 1) return { recent: idsIn(recent), favourites: idsIn(favourites) };
  } catch {
    // as if nothing was chosen yet
  }
  return { recent: [], favourites: [] };
}

/**
 * @param {unknown} list
 * @returns {string[]}
 */
const idsIn = (list) => (Array.isArray(list) ? list.filter((id) => typeof id === "string") : []);

/** @param {Chosen} chosen */
function keep(chosen) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ version: 1, ...chosen }));
  } catch {
    // The order of links is not worth a message.
  }
}

/**
 * The routine has been started.
 *
 * @param {string} id
 */
export function rememberRoutine(id) {
  const chosen = chosenRoutines();
  keep({ ...chosen, recent: [id, ...chosen.recent.filter((other) => other !== id)] });
}

/**
 * Makes a routine a favourite, or takes that back.
 *
 * @param {string} id
 * @param {boolean} isFavourite
 */
export function setFavourite(id, isFavourite) {
  const chosen = chosenRoutines();
  const others = chosen.favourites.filter((other) => other !== id);
  keep({ ...chosen, favourites: isFavourite ? [...others, id] : others });
}

/**
 * Brings the routine that was done last to the front of a list, and favourites after it.
 *
 * @param {Element | null} list Its items have `data-routine`.
 */
export function orderRoutines(list) {
  if (!list) return;
  const { recent, favourites } = chosenRoutines();
  const first = new Set([...recent.slice(0, 1), ...favourites]);
  const items = /** @type {HTMLElement[]} */ ([...list.children]);
  const wanted = [...first].flatMap((id) => items.filter(({ dataset }) => dataset.routine === id));
  list.prepend(...wanted);
}
