// JavaScript because the library for dragging is.
// @ts-check

import Sortable from "sortablejs";

/**
 * Lets the items of a list be dragged by their handles, also into the other lists with the same name, and returns what
 * ends that. Items and lists are known by `data-key`.
 *
 * The app draws its lists itself. So what was dragged goes back to where it was, and the app is told where it should be.
 *
 * @param {HTMLElement} list
 * @param {string} name
 * @param {(key: string, list: string, index: number) => void} moved
 */
export function sort(list, name, moved) {
  /** @type {ChildNode | null} What stood behind the item. */
  let behind = null;
  const sortable = Sortable.create(list, {
    group: name,
    handle: `.drag-${name}`,
    // Not the browser's own dragging, which phones don't have.
    forceFallback: true,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 150,
    ghostClass: "dragged",
    onStart: ({ item }) => {
      behind = item.nextSibling;
    },
    onEnd: ({ item, from, to, oldIndex, newIndex }) => {
      from.insertBefore(item, behind);
      behind = null;
      if (newIndex === undefined || (from === to && oldIndex === newIndex)) return;
      moved(item.dataset.key ?? "", to.dataset.key ?? "", newIndex);
    },
  });
  return () => sortable.destroy();
}
