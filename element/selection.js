// JavaScript because a selection is made of the page's nodes.
// @ts-check

/**
 * A way to select in another part of the view, with the same texts, what is selected in this one; undefined where nothing
 * is. Browsers that don't say what is selected in a shadow root keep nothing. Ask while the layout is up to date:
 * otherwise the question costs a layout.
 *
 * @param {Element} from
 * @returns {((to: Element) => void) | undefined}
 */
export function selectionIn(from) {
  const root = /** @type {ShadowRoot & { getSelection?(): Selection | null }} */ (from.getRootNode());
  const selection = root.getSelection?.() ?? from.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (!anchorNode || !focusNode) return undefined;
  const anchor = from.contains(anchorNode) ? lengthBefore(from, anchorNode, anchorOffset) : undefined;
  const focus = from.contains(focusNode) ? lengthBefore(from, focusNode, focusOffset) : undefined;
  if (anchor === undefined && focus === undefined) return undefined;
  return (to) => {
    // The other end may be in another part.
    const [start, startOffset] = anchor === undefined ? [anchorNode, anchorOffset] : pointAt(to, anchor);
    const [end, endOffset] = focus === undefined ? [focusNode, focusOffset] : pointAt(to, focus);
    selection.setBaseAndExtent(start, startOffset, end, endOffset);
  };
}

/**
 * How many characters of a part come before a point in it.
 *
 * @param {Element} part
 * @param {Node} node
 * @param {number} offset
 */
function lengthBefore(part, node, offset) {
  const range = document.createRange();
  range.setStart(part, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/**
 * The point in a part that so many characters come before.
 *
 * @param {Element} part
 * @param {number} length
 * @returns {[Node, number]}
 */
function pointAt(part, length) {
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let left = length;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const { length: own } = /** @type {Text} */ (text);
    if (left <= own) return [text, left];
    left -= own;
  }
  return [part, part.childNodes.length];
}
