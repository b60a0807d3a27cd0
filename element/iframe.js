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
  if (data.type === "size" && data.height > 0 && data.height < HEIGHT_MAX) setHeight(frame, data.height);
  if (data.type === "event" && SESSION_RUNS.includes(data.event)) {
    announceOther(frame);
    // For the elements on this page. MooTools has an "Event" of its own.
    document.dispatchEvent(new CustomEvent("supple-other"));
  }
});

/**
 * Gives the page in a frame its height. The page around may have given the frame a border, padding and another
 * `box-sizing`, and so may mean another height than that of the page inside. One that fits already stays as it is.
 *
 * @param {HTMLIFrameElement} frame
 * @param {number} height
 */
function setHeight(frame, height) {
  const style = getComputedStyle(frame);
  const padding = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
  if (Math.abs(frame.clientHeight - padding - height) < 1) return;
  const border = parseFloat(style.borderTopWidth) + parseFloat(style.borderBottomWidth);
  frame.style.height = `${height + (style.boxSizing === "border-box" ? padding + border : 0)}px`;
}

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
