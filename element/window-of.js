// JavaScript because an element may be put into the document of another window: of a pop-up, an iframe, a picture in
// picture. What it observes, listens to and waits for is there, not where this script has run.
// @ts-check

/**
 * The window that shows a node. A document without one shows nothing, so it doesn't matter what is asked of ours then.
 *
 * @param {Node} node
 */
export const windowOf = (node) => /** @type {Window & typeof globalThis} */ (node.ownerDocument?.defaultView ?? window);
