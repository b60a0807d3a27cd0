// For a page with the widget in iframes: gives each the height that it asks for, and lets one routine run at a time, in
// frames or not. See frame.js for the messages.
const HIGHEST = 20_000;
const RUNS = ["supple-start", "supple-resume"];

const frames = () => document.querySelectorAll("iframe");
const send = (frame, type) => frame.contentWindow?.postMessage({ supple: 1, type }, "*");

addEventListener("message", ({ source, data }) => {
  if (data?.supple !== 1) return;
  const frame = [...frames()].find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  if (data.type === "size" && data.height > 0 && data.height < HIGHEST) frame.style.height = `${data.height}px`;
  if (data.type === "event" && RUNS.includes(data.event)) {
    giveWay(frame);
    document.dispatchEvent(new Event("supple-other")); // for the elements of this page
  }
});

for (const event of RUNS) document.addEventListener(event, () => giveWay());

/** Tells all frames that another routine runs, but for the one in which it does. */
function giveWay(running) {
  for (const frame of frames()) if (frame !== running) send(frame, "other");
}

// A frame may have told its height before anybody listened.
for (const frame of frames()) send(frame, "size");
