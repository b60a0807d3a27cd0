// JavaScript because it watches what programs outside do to the page, which concerns no Rust.
//
// Programs that translate pages replace text nodes by elements of their own (`<font>`). The widget goes on writing to its
// text nodes, which nobody sees any more: without this, seconds would stand still for good.
// @ts-check

/**
 * Puts a text node back as soon as it changes, in the place of what a translator has put there. The translator may then
 * translate it anew.
 *
 * @param {Node} root
 * @returns {() => void} Ends it.
 */
export function outliveTranslators(root) {
  /** @type {WeakMap<Node, ChildNode>} What stands in the place of a text node. */
  const replacements = new WeakMap();
  /** @param {Node | null | undefined} node */
  const isForeign = (node) => node?.nodeName === "FONT";
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      replacements.get(target)?.replaceWith(target);
      replacements.delete(target);
      const [removed] = removedNodes;
      const replacement = [addedNodes[0], previousSibling, nextSibling].find(isForeign);
      if (removed?.nodeType === Node.TEXT_NODE && replacement) {
        replacements.set(removed, /** @type {ChildNode} */ (replacement));
        observer.observe(removed, { characterData: true });
      }
    }
  });
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}
