// JavaScript because it runs on other people's pages, beside the widget's iframes, and loads nothing else.
//
// Gives each frame the height that it asks for, and lets one routine run at a time, in a frame or on the page itself.
// The messages are described in frame.js.
// @ts-check

/** In CSS pixels; a height beyond this is no routine's. */
const HEIGHT_MAX = 20_000;
const SESSION_RUNS = ["supple-start", "supple-resume"];

const frames = () => document.querySelectorAll("iframe");

/**
 * @param {HTMLIFrameElement} frame
 * @param {string} type
 */
const send = (frame, type) => frame.contentWindow?.postMessage({ supple: 1, type }, "*");

addEventListener("message", ({ source, data }) => {
  if (data?.supple !== 1) return;
  const frame = [...frames()].find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  if (data.type === "size" && data.height > 0 && data.height < HEIGHT_MAX) frame.style.height = `${data.height}px`;
  if (data.type === "event" && SESSION_RUNS.includes(data.event)) {
    announceOther(frame);
    document.dispatchEvent(new Event("supple-other")); // for the elements on this page
  }
});

for (const event of SESSION_RUNS) document.addEventListener(event, () => announceOther());

/**
 * Tells every frame that another routine is running, except for the one where it is.
 *
 * @param {HTMLIFrameElement} [running]
 */
function announceOther(running) {
  for (const frame of frames()) if (frame !== running) send(frame, "other");
}

// A frame may have reported its height before this script was there to listen.
for (const frame of frames()) send(frame, "size");
