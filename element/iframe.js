// For a page with the widget in iframes: gives each the height that it asks for. See frame.js for the messages.
const HIGHEST = 20_000;

addEventListener("message", ({ source, data }) => {
  if (data?.supple !== 1 || data.type !== "size" || !(data.height > 0 && data.height < HIGHEST)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
  }
});
