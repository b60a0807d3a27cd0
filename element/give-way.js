// JavaScript because it listens to what the page's other routines and its frames report (see iframe.js).
// @ts-check

/** Events at the document that mean that a session runs: of an element, or of one in a frame. */
const SESSION_RUNS = ["supple-start", "supple-resume", "supple-other"];

/**
 * Notices whenever another routine on the page starts running: only one may.
 *
 * @param {Document} document
 * @param {() => void} giveWay Also called at the events of the element that listens: in a closed shadow root they
 *   don't tell where they come from.
 * @returns a function that stops it
 */
export function giveWayToOthers(document, giveWay) {
  for (const event of SESSION_RUNS) document.addEventListener(event, giveWay);
  return () => {
    for (const event of SESSION_RUNS) document.removeEventListener(event, giveWay);
  };
}
